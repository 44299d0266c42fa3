//! The element on other people's pages: their tables, their scripts, and elements that come and go.

use crate::page::{visit, visit_broken};
use serde_json::json;

#[tokio::test]
async fn a_table_where_it_stands_becomes_the_widget() {
    visit("table.html", 1280, async |page| {
        assert_eq!(page.texts("caption").await, json!(["Printer"]));
        assert_eq!(
            page.texts("thead th[data-operation]").await,
            json!(["Print", "Pause", "Resume"])
        );
        assert_eq!(
            page.texts("tbody th button").await,
            json!(["Idle", "Printing", "Paused"])
        );
        let seen = page
            .eval("document.querySelector('state-chart table').getBoundingClientRect().height")
            .await;
        assert_eq!(seen, json!(0), "the table is seen twice");
        page.click("[data-operation=Print]:enabled").await;
        // A choice, at once: there is nothing to wait for.
        assert_eq!(
            page.texts(".asking p, .state .word, progress").await,
            json!(["Idle", "Print is allowed in Idle. The chart does not tell where it leads. Choose the next state:"])
        );
        page.click("[data-ended=Printing]").await;
        page.comes_to("Printing").await;
    })
    .await;
}

#[tokio::test]
async fn the_tables_in_the_page_are_the_built_in_chart() {
    visit("", 1280, async |page| {
        page.eval("document.querySelector('state-chart').removeAttribute('src')").await;
        let marks = "JSON.stringify(document.querySelector('state-chart').chart?.rows.map(it => [it.states.map(it => it.name ?? it), it.allowed]))";
        page.until("document.querySelector('state-chart').chart && !document.querySelector('state-chart').chart.events?.length").await;
        let read = page.eval(marks).await;
        let titles = page.eval("document.querySelector('state-chart').chart.groups.map(it => it.title)").await;
        page.eval("document.querySelector('state-chart').setAttribute('src', 'biztalk-services.json')").await;
        page.until("document.querySelector('state-chart').chart?.events?.length").await;
        assert_eq!(read, page.eval(marks).await);
        assert_eq!(titles, page.eval("document.querySelector('state-chart').chart.groups.map(it => it.title)").await);
    })
    .await;
}

#[tokio::test]
async fn a_table_that_is_no_chart_stays_and_its_author_is_told() {
    visit_broken("strange.html", async |page| {
        page.eval("document.querySelectorAll('state-chart').forEach(it => void it.load())")
            .await;
        page.until("window.told").await;
        page.until(
            "document.querySelectorAll('state-chart')[1].shadowRoot.querySelector('.widget')",
        )
        .await;
        let seen = "document.querySelector('state-chart table').getBoundingClientRect().height > 0";
        assert_eq!(page.eval(seen).await, json!(true));
        assert_eq!(
            page.eval("document.querySelector('state-chart').shadowRoot.querySelector('.widget')")
                .await,
            json!(null)
        );
        let told = page.eval("window.told").await;
        assert!(
            told.as_str().unwrap_or_default().starts_with("table 1"),
            "{told}"
        );
    })
    .await;
}

#[tokio::test]
async fn a_decoy_stays_where_it_is_beside_the_widget() {
    visit_broken("decoy.html", async |page| {
        page.until("document.querySelector('state-chart').shadowRoot?.querySelector('.widget')").await;
        let heights = "[...document.querySelectorAll('state-chart table')].map(it => it.getBoundingClientRect().height > 0)";
        assert_eq!(page.eval(heights).await, json!([false, true]));
        page.eval("(window.kept = document.querySelector('state-chart')).remove()").await;
        page.until("!kept.shadowRoot.querySelector('.widget')").await;
        assert_eq!(page.eval("kept.querySelectorAll('[slot]').length").await, json!(0));
    })
    .await;
}

#[tokio::test]
async fn attributes_reflect_and_several_changes_make_one_update() {
    visit("many.html", 1280, async |page| {
        let set = "(() => { const it = document.querySelector('state-chart'); it.parts = 'card'; it.duration = 5; \
                   return [it.getAttribute('parts'), it.getAttribute('duration')]; })()";
        assert_eq!(page.eval(set).await, json!(["card", "5"]));
        page.until("!document.querySelector('state-chart').shadowRoot.querySelector('table')").await;
        page.eval("document.querySelector('state-chart').parts = null").await;
        page.until("document.querySelector('state-chart').shadowRoot.querySelector('table')").await;
        assert_eq!(page.eval("document.querySelector('state-chart').hasAttribute('parts')").await, json!(false));
    })
    .await;
}

#[tokio::test]
async fn as_much_place_is_kept_however_the_parts_are_separated() {
    visit("many.html", 1280, async |page| {
        let heights = "['grid card', 'grid,card', 'card,\\n grid'].map(parts => { const it = document.createElement('state-chart'); \
                       it.parts = parts; document.body.append(it); const { height } = it.getBoundingClientRect(); it.remove(); return height; })";
        let heights = page.eval(heights).await;
        let heights = heights.as_array().unwrap();
        assert!(heights[0].as_f64() > Some(100.0), "{heights:?}");
        assert!(heights.iter().all(|height| *height == heights[0]), "{heights:?}");
    })
    .await;
}

#[tokio::test]
async fn elements_made_by_a_script_moved_and_given_a_chart_work() {
    visit("many.html", 1280, async |page| {
        let make = "(() => { const it = document.createElement('state-chart'); it.id = 'made'; it.duration = 0; \
            it.chart = { version: 1, title: 'Lamp', groups: [{ title: '', operations: ['Switch'] }], \
            rows: [{ states: ['On'], allowed: ['Switch'] }, { states: ['Off'], allowed: ['Switch'] }], \
            outcomes: [{ operation: 'Switch', from: ['On'], success: { state: 'Off', source: 'documented' } }, \
            { operation: 'Switch', from: ['Off'], success: { state: 'On', source: 'documented' } }] }; \
            window.performed = it.perform('Switch'); document.body.prepend(it); window.it = it; })()";
        page.eval(&format!("void {make}")).await;
        page.until("it.state === 'Off'").await;
        page.eval("document.body.append(it)").await;
        assert_eq!(page.eval("[it.state, it.can('Switch'), it.chart.title]").await, json!(["Off", true, "Lamp"]));
        page.eval("void it.undo().then(undone => { window.undone = undone; })").await;
        page.until("window.undone").await;
        assert_eq!(page.eval("it.state").await, json!("On"));
        page.eval("void it.export('markdown').then(text => { window.text = text; })").await;
        page.until("window.text").await;
        let text = page.eval("window.text").await;
        assert!(text.as_str().unwrap_or_default().contains("| On"), "{text}");
    })
    .await;
}

#[tokio::test]
async fn one_broken_chart_does_not_touch_its_neighbours() {
    visit_broken("many.html", async |page| {
        page.until("document.querySelector('state-chart').shadowRoot?.querySelector('.widget')")
            .await;
        page.eval(
            "document.querySelectorAll('state-chart')[2].setAttribute('src', 'nowhere.json')",
        )
        .await;
        page.eval("void document.querySelectorAll('state-chart')[2].load()")
            .await;
        page.until("window.complaints.some(it => it.includes('nowhere.json answered 404'))")
            .await;
        page.click("[data-operation=Stop]:enabled").await;
        page.comes_to("Stopped").await;
    })
    .await;
}
