//! Files of two builds beside each other, as caches bring them about: never a wrong chart, always the reason.

use crate::page::{Page, visit_broken};
use serde_json::json;

const ELEMENT: &str = "document.querySelector('state-chart')";

/// What is told of `file` when it alone is of another build.
fn expect(file: &str) -> String {
    // The loader is found to be the other one by what it has fetched.
    format!("files of two versions: {file} is of ")
}

async fn told(page: &Page, promise: &str) -> String {
    page.eval(&format!("void {promise}.then(() => window.failed = 'nothing', error => {{ window.failed = error.message; }})"))
        .await;
    page.until("window.failed").await;
    let told = page.eval("window.failed").await;
    told.as_str().unwrap_or_default().to_owned()
}

#[tokio::test]
async fn a_file_of_another_build_keeps_the_table_and_is_named() {
    for file in [
        "state-chart.js",
        "state-chart-element.js",
        "state-chart-content.js",
        "state-chart-widget.js",
        "state-chart-widget_bg.wasm",
        "state-chart-tables.js",
        "state-chart-tables_bg.wasm",
    ] {
        visit_broken(&format!("/mixed/{file}/table.html"), async |page| {
            page.until("customElements.get('state-chart')").await;
            let told = told(page, &format!("{ELEMENT}.load()")).await;
            // Whichever of both asks sees it: the one is as new to the other as the other to the one.
            let pair = ["state-chart.js", "state-chart-element.js"];
            let is_named = told.contains(&expect(file))
                || pair.contains(&file) && pair.iter().any(|file| told.contains(&expect(file)));
            assert!(is_named, "{file}: {told}");
            let seen = format!("[{ELEMENT}.querySelector('table').getBoundingClientRect().height > 0, !!{ELEMENT}.shadowRoot.querySelector('.widget'), window.told]");
            assert_eq!(page.eval(&seen).await, json!([true, false, told]), "{file}");
        })
        .await;
    }
}

#[tokio::test]
async fn a_reader_of_json_of_another_build_keeps_the_table() {
    for file in [
        "state-chart-source.js",
        "state-chart-json.js",
        "state-chart-json_bg.wasm",
    ] {
        visit_broken(&format!("/mixed/{file}/index.html"), async |page| {
            page.until("customElements.get('state-chart')").await;
            let told = told(page, &format!("{ELEMENT}.load()")).await;
            assert!(told.contains(&expect(file)), "{file}: {told}");
            let seen =
                format!("{ELEMENT}.querySelector('table').getBoundingClientRect().height > 0");
            assert_eq!(page.eval(&seen).await, json!(true), "{file}");
        })
        .await;
    }
}

#[tokio::test]
async fn tools_of_another_build_are_named_where_they_are_asked_for_and_the_widget_goes_on() {
    for file in ["state-chart-tools.js", "state-chart-tools_bg.wasm"] {
        visit_broken(&format!("/mixed/{file}/table.html"), async |page| {
            page.until(&format!("{ELEMENT}?.shadowRoot?.querySelector('.widget')"))
                .await;
            let told = told(page, &format!("{ELEMENT}.save()")).await;
            assert!(told.contains(&expect(file)), "{file}: {told}");
            page.click("[data-operation=Print]:enabled").await;
        })
        .await;
    }
}

#[tokio::test]
async fn sections_of_another_build_are_named_in_their_place() {
    let file = "state-chart-sections.js";
    visit_broken(&format!("/mixed/{file}/table.html"), async |page| {
        page.until(&format!("{ELEMENT}?.shadowRoot?.querySelector('.widget')"))
            .await;
        page.click("details[data-place=export] summary").await;
        let place = format!(
            "{ELEMENT}.shadowRoot.querySelector('details[data-place=export] .place').textContent"
        );
        page.until(&format!("{place}.includes({})", json!(expect(file))))
            .await;
    })
    .await;
}
