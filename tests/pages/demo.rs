//! The demo page: what a reader sees and does with a mouse.

use crate::page::visit;
use crate::published;
use serde_json::json;

#[tokio::test]
async fn a_button_is_enabled_exactly_where_the_chart_has_a_check_mark() {
    visit("", 1280, async |page| {
        for (state, allowed) in published::states() {
            page.click(&format!("tbody th button[data-state='{state}']"))
                .await;
            page.comes_to(state).await;
            let css = ".operations button:enabled";
            page.until(&format!(
                "[...document.querySelector('state-chart').shadowRoot.querySelectorAll('{css}')]\
                 .map(it => it.dataset.operation).join() === {}",
                json!(allowed.join(","))
            ))
            .await;
        }
        page.picture("wide").await;
    })
    .await;
}

#[tokio::test]
async fn an_operation_runs_and_ends_as_the_reader_chose() {
    visit("", 1280, async |page| {
        page.watch_for_runs().await;
        page.click("[data-operation=Stop]:enabled").await;
        page.comes_to("Stopped").await;
        assert_eq!(page.eval("window.ran").await, json!(true));
        page.click("tbody th button[data-state=Active]").await;
        page.click("input[value=failure]").await;
        page.click("[data-operation=Stop]:enabled").await;
        page.comes_to("StopFailed").await;
        page.click("input[value=success]").await;
        page.click("[data-operation=Restart]:enabled").await;
        page.comes_to("Active").await;
        page.click("[data-operation=Delete]:enabled").await;
        page.comes_to("").await;
        page.click("[data-event=Provision]:enabled").await;
        page.comes_to("Active").await;
        let sources = page.texts(".history .source").await;
        assert_eq!(
            sources,
            json!([
                "documented",
                "documented",
                "inferred",
                "documented",
                "documented"
            ])
        );
        page.picture("played").await;
    })
    .await;
}

#[tokio::test]
async fn a_cell_explains_itself_and_performs_nothing() {
    visit("", 1280, async |page| {
        page.click("td[data-state=Disabled][data-operation=Stop] button")
            .await;
        page.until("document.querySelector('state-chart').shadowRoot.querySelector('.verdict')")
            .await;
        assert_eq!(
            page.texts(".verdict").await,
            json!(["Operation not allowed"])
        );
        assert_eq!(
            page.texts(".instead button").await,
            json!(["Active", "StartFailed", "StopFailed", "RestartFailed"])
        );
        page.comes_to("Active").await;
        page.picture("refused").await;
    })
    .await;
}

#[tokio::test]
async fn both_tables_are_seen_at_once_with_their_rows_aligned() {
    visit("", 1280, async |page| {
        let tops = "[...document.querySelector('state-chart').shadowRoot.querySelectorAll('table')]\
                    .map(table => [...table.tBodies[0].rows].map(row => Math.round(row.getBoundingClientRect().top)))";
        let tops = page.eval(tops).await;
        assert_eq!(tops[0], tops[1]);
        assert_eq!(tops[0].as_array().map(Vec::len), Some(12));
    })
    .await;
}

#[tokio::test]
async fn on_a_phone_nothing_is_cut_off_and_the_row_label_stays_in_sight() {
    visit("narrow.html", 1280, async |page| {
        page.driver.enter_frame(0).await.unwrap();
        let wait = "document.querySelector('state-chart')?.shadowRoot?.querySelector('.widget')";
        page.until(wait).await;
        assert_eq!(page.eval("innerWidth").await, json!(360));
        assert_eq!(page.eval("document.documentElement.scrollWidth").await, json!(360));
        // What stands beyond the edge must be in something that scrolls.
        let cut = "[...document.querySelector('state-chart').shadowRoot.querySelectorAll('*')]\
                   .filter(it => it.getBoundingClientRect().right > innerWidth && !it.closest('.table') && !it.matches('.said'))\
                   .map(it => it.outerHTML.slice(0, 80))";
        assert_eq!(page.eval(cut).await, json!([]));
        let captions = "[...document.querySelector('state-chart').shadowRoot.querySelectorAll('caption > *')]\
                        .map(it => it.getBoundingClientRect().right <= innerWidth)";
        assert_eq!(page.eval(captions).await, json!([true, true]));
        let label = "(() => { const table = document.querySelector('state-chart').shadowRoot.querySelector('.table'); \
                     table.scrollLeft = 1000; const label = table.querySelector('tbody th').getBoundingClientRect(); \
                     return [table.scrollLeft > 0, label.left >= 0, label.right <= innerWidth]; })()";
        assert_eq!(page.eval(label).await, json!([true, true, true]));
        page.driver.enter_default_frame().await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn rows_are_copied_as_lines_with_marks_between_tabs() {
    visit("", 1280, async |page| {
        let copied = "(table => { const range = document.createRange(); \
             range.setStartBefore(table.tHead.rows[0]); range.setEndAfter(table.tBodies[0].rows[8]); \
             getSelection().removeAllRanges(); getSelection().addRange(range); \
             return getSelection().toString(); })(document.querySelector('state-chart').shadowRoot.querySelector('table'))";
        let copied = page.eval(copied).await;
        let lines: Vec<_> = copied.as_str().unwrap().trim_end().lines().collect();
        // What is selected in a shadow root WebKit tells nobody.
        if lines.is_empty() && page.eval("navigator.vendor.startsWith('Apple')").await == json!(true) {
            return;
        }
        assert_eq!(lines.len(), 10, "{lines:#?}");
        assert_eq!(
            lines[0],
            "State\tStart\tStop\tRestart\tSuspend\tResume\tDelete"
        );
        assert_eq!(lines[1], "Active\t\t√\t√\t√\t\t√");
        assert_eq!(
            lines[8],
            "StartFailed, StopFailed, RestartFailed\t√\t√\t√\t\t\t√"
        );
    })
    .await;
}
