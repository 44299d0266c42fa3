//! Several elements on a page: one wasm, and a service for each.

use crate::page::visit;
use serde_json::json;

const STATES: &str = "[...document.querySelectorAll('state-chart')].map(it => it.state)";

#[tokio::test]
async fn three_elements_keep_three_services() {
    visit("many.html", 1280, async |page| {
        page.eval("[...document.querySelectorAll('state-chart')].forEach(it => it.ready)").await;
        page.until("[...document.querySelectorAll('state-chart')].every(it => it.shadowRoot?.querySelector('.widget'))").await;
        assert_eq!(page.eval(STATES).await, json!(["Active", "Suspended", "Idle"]));
        page.click("[data-operation=Stop]:enabled").await;
        page.comes_to("Stopped").await;
        page.find_in(2, "[data-operation=Print]:enabled").await.click().await.unwrap();
        page.until(&format!("({STATES})[2] === 'Printing'")).await;
        assert_eq!(page.eval(STATES).await, json!(["Stopped", "Suspended", "Printing"]));
        let loads = "performance.getEntriesByType('resource').filter(it => it.name.endsWith('.wasm')).length";
        assert_eq!(page.eval(loads).await, json!(1));
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
