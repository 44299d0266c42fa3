//! Sites of others, each under a path of its own: the author's table is the widget there.

use crate::page::{Page, visit};
use serde_json::json;

const ELEMENT: &str = "document.querySelector('state-chart')";
pub(crate) const OPERATIONS: [&str; 4] = ["Print", "Pause", "Resume", "Cancel"];
pub(crate) const STATES: [(&str, [bool; 4]); 3] = [
    ("Idle", [true, false, false, false]),
    ("Printing", [false, true, false, true]),
    ("Paused", [false, false, true, true]),
];

/// The chart of the page is that of its author, and works.
pub(crate) async fn works(page: &Page) {
    page.comes_to("Idle").await;
    for (state, allowed) in STATES {
        page.click(&format!("tbody th button[data-state={state}]"))
            .await;
        page.comes_to(state).await;
        let can = format!("{}.map(name => {ELEMENT}.can(name))", json!(OPERATIONS));
        assert_eq!(page.eval(&can).await, json!(allowed), "{state}");
    }
    page.click("td[data-state=Idle][data-operation=Pause] button")
        .await;
    page.until(&format!(
        "{ELEMENT}.shadowRoot.querySelector('.verdict.no')"
    ))
    .await;
    // Fetched once, under whatever name the site has given it.
    let loads = "performance.getEntriesByType('resource').map(it => new URL(it.name).pathname).filter(it => /state-chart-widget_bg.*\\.wasm$/.test(it)).length";
    assert_eq!(page.eval(loads).await, json!(1));
}

#[tokio::test]
async fn the_table_of_a_plain_page_is_the_widget() {
    visit("/team/plain/", 1280, works).await;
}

#[tokio::test]
async fn the_table_of_an_mdbook_page_is_the_widget() {
    visit("/team/mdbook/jobs/states.html", 1280, async |page| {
        works(page).await;
        page.picture("mdbook").await;
    })
    .await;
}

#[tokio::test]
async fn the_table_of_a_mkdocs_page_is_the_widget() {
    visit("/team/mkdocs/jobs/states/", 1280, async |page| {
        works(page).await;
        page.picture("mkdocs").await;
    })
    .await;
}

#[tokio::test]
async fn the_table_of_a_sphinx_page_is_the_widget() {
    visit("/team/sphinx/jobs/states.html", 1280, works).await;
}

#[tokio::test]
async fn the_table_of_a_mkdocs_page_with_the_plugin_is_the_widget() {
    visit("/team/mkdocs-plugin/jobs/states/", 1280, works).await;
}

#[tokio::test]
async fn the_table_of_a_sphinx_page_with_the_extension_is_the_widget() {
    visit("/team/sphinx-extension/jobs/states.html", 1280, works).await;
}

#[tokio::test]
async fn the_table_of_a_hugo_page_is_the_widget() {
    visit("/team/hugo/jobs/states/", 1280, works).await;
}

#[tokio::test]
async fn a_project_with_vite_uses_the_package_and_hears_its_events() {
    visit("/team/vite/", 1280, async |page| {
        works(page).await;
        let perform = |name: &str| {
            format!(
                "{ELEMENT}.perform('{name}', {{ state: 'Printing' }}).then(it => window.ended = it)"
            )
        };
        page.click("tbody th button[data-state=Idle]").await;
        page.eval(&format!("void {}", perform("Print"))).await;
        page.until("window.ended").await;
        assert_eq!(page.eval("window.ended.to").await, json!("Printing"));
        let said = page
            .eval("document.querySelector('output').textContent")
            .await;
        assert_eq!(said, json!("Print: Idle to Printing"));
        page.eval(&format!("void {}", perform("Cancel"))).await;
        page.until("window.ended.type === 'refusal'").await;
        assert_eq!(page.eval("window.ended.reason").await, json!("cancelled"));
        page.comes_to("Printing").await;
    })
    .await;
}
