//! Several elements on a page: one wasm, and a service for each.

use crate::page::visit;
use serde_json::json;

const STATES: &str = "[...document.querySelectorAll('state-chart')].map(it => it.state)";

#[tokio::test]
async fn three_elements_keep_three_services() {
    visit("many.html", 1280, async |page| {
        page.eval("[...document.querySelectorAll('state-chart')].forEach(it => it.load())").await;
        page.until("[...document.querySelectorAll('state-chart')].every(it => it.shadowRoot?.querySelector('.widget'))").await;
        assert_eq!(page.eval(STATES).await, json!(["Active", "Suspended", "Idle"]));
        page.click("[data-operation=Stop]:enabled").await;
        page.comes_to("Stopped").await;
        page.find_in(2, "[data-operation=Print]:enabled").await.click().await.unwrap();
        page.until(&format!("({STATES})[2] === 'Printing'")).await;
        assert_eq!(page.eval(STATES).await, json!(["Stopped", "Suspended", "Printing"]));
        let loads = "performance.getEntriesByType('resource').map(it => it.name.split('/').at(-1)).filter(it => it.endsWith('.wasm')).sort()";
        let once = json!(["state-chart-json_bg.wasm", "state-chart-widget_bg.wasm"]);
        assert_eq!(page.eval(loads).await, once);
    })
    .await;
}

#[tokio::test]
async fn an_element_that_is_taken_off_and_put_back_works_again() {
    visit("many.html", 1280, async |page| {
        page.eval("(window.kept = document.querySelector('state-chart'), kept.remove())")
            .await;
        page.until("!kept.shadowRoot.querySelector('.widget')")
            .await;
        page.eval("document.body.prepend(kept)").await;
        page.until("kept.shadowRoot.querySelector('.widget')").await;
        page.click("[data-operation=Stop]:enabled").await;
        page.comes_to("Stopped").await;
    })
    .await;
}

/// Elements whose chart is set again after so many milliseconds, whatever they have come to by then.
const AGAIN: &str = "(() => {
    const chart = (title) => ({ version: 1, title, groups: [{ operations: ['Go'] }], rows: [{ states: ['On'], allowed: ['Go'] }] });
    window.again = [0, 0, 1, 2, 4, 8, 12, 20, 40].map((wait, index) => {
        const made = document.createElement('state-chart');
        if (index % 2) made.chart = chart('first');
        document.body.append(made);
        made.load();
        setTimeout(() => { made.chart = chart('second'); }, wait);
        return made;
    });
})()";

#[tokio::test]
async fn a_chart_that_is_set_while_another_is_read_is_the_one_that_is_shown() {
    visit("many.html", 1280, async |page| {
        page.eval(&format!("void {AGAIN}")).await;
        let shown = "again.every(it => it.chart?.title === 'second' && it.shadowRoot.querySelector('.widget [data-operation=Go]'))";
        page.until(shown).await;
        assert_eq!(page.eval("again.every(it => it.can('Go'))").await, json!(true));
        page.eval("void again.forEach(it => it.remove())").await;
        page.until("again.every(it => !it.shadowRoot.querySelector('.widget'))").await;
    })
    .await;
}
