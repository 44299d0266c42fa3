//! Loading: only when needed, from any folder and origin, and what the author is told when it fails.

use crate::page::{Page, visit, visit_broken};
use crate::server;
use serde_json::json;

/// What an author is told on `page`, where the widget cannot be loaded; the table stays.
async fn check(page: &str, expect: &str) {
    visit_broken(page, async |page| {
        page.eval("void document.querySelector('state-chart').load()").await;
        page.until("window.told").await;
        let told = page.eval("window.told").await;
        let told = told.as_str().unwrap_or_default();
        assert!(told.contains(expect), "expected: {expect}\nfound: {told}");
        assert_table(page).await;
        let refused = "document.querySelector('state-chart').perform('Stop').catch(error => { window.refused = error.message; })";
        page.eval(&format!("void {refused}")).await;
        page.until("window.refused").await;
        assert_eq!(page.eval("window.refused").await, page.eval("window.told").await);
    })
    .await;
}

async fn assert_table(page: &Page) {
    let seen = "(() => { const it = document.querySelector('state-chart table').getBoundingClientRect(); return it.height > 0 && it.width > 0; })()";
    assert_eq!(page.eval(seen).await, json!(true), "the table is gone");
}

#[tokio::test]
async fn a_missing_file_is_named() {
    check(
        "/missing/table.html",
        "state-chart-widget_bg.wasm answered 404; put the file there",
    )
    .await;
}

#[tokio::test]
async fn a_page_in_place_of_the_file_is_named() {
    check(
        "/spa/table.html",
        "state-chart-widget_bg.wasm answered with an HTML page instead of the file",
    )
    .await;
}

#[tokio::test]
async fn a_file_that_is_not_wasm_is_named() {
    check(
        "/garbled/table.html",
        "state-chart-widget_bg.wasm is not WebAssembly; copy it again, as a binary file",
    )
    .await;
}

#[tokio::test]
async fn a_wrong_type_is_named() {
    check(
        "/plain/table.html",
        "state-chart-widget.js is served as text/plain; serve .js files as text/javascript",
    )
    .await;
}

#[tokio::test]
async fn a_policy_without_wasm_is_named() {
    check("/no-wasm/table.html", "the page's Content-Security-Policy forbids WebAssembly; add 'wasm-unsafe-eval' to its script-src").await;
}

#[tokio::test]
async fn a_browser_without_wasm_is_named() {
    check(
        "without.html",
        "this browser has no WebAssembly, or it is turned off",
    )
    .await;
}

#[tokio::test]
async fn another_origin_that_does_not_let_it_is_named() {
    let script = server::elsewhere("/docs/x/state-chart.js");
    check(
        &format!("elsewhere.html?{script}"),
        "and let its origin read them (CORS)",
    )
    .await;
}

#[tokio::test]
async fn a_wrong_type_of_every_script_is_named() {
    check(
        "/types/table.html",
        "serve them as text/javascript, not text/plain",
    )
    .await;
}

#[tokio::test]
async fn a_page_opened_as_a_file_is_named_once() {
    let folder = server::folder("STATE_CHART_DIST");
    let file = folder.with_file_name("opened-as-a-file.html");
    let element = "<state-chart><table><tr><td>Idle</td></tr></table></state-chart>";
    let script = folder.join("state-chart.js");
    let watch = include_str!("watch.js");
    let html = format!(
        "<!doctype html><script>{watch}</script><script src=\"file://{}\" defer></script>{element}{element}<state-chart></state-chart>",
        script.display()
    );
    std::fs::write(&file, html).unwrap();
    visit_broken(&format!("file://{}", file.display()), async |page| {
    page.until("customElements.get('state-chart')").await;
    let refused = "Promise.all([...document.querySelectorAll('state-chart')].map(it => it.perform('Stop').catch(error => error.message))).then(all => { window.refused = all; })";
    page.eval(&format!("void {refused}")).await;
    page.until("window.refused").await;
    let expect = "open the page over HTTP, not as a file";
    assert_eq!(page.eval("refused").await, json!([expect, expect, expect]));
    assert_eq!(
        page.eval("complaints").await,
        json!([format!("error: state-chart: {expect} [object HTMLElement]")])
    );
    assert_table(page).await;
    })
    .await;
}

#[tokio::test]
async fn another_origin_that_lets_it_works() {
    let script = server::elsewhere("/open/state-chart.js");
    visit(&format!("elsewhere.html?{script}"), 1280, async |page| {
        page.click("[data-operation=Pause]:enabled, [data-operation=Print]:enabled")
            .await;
    })
    .await;
}

#[tokio::test]
async fn a_server_of_packages_gives_a_plain_script_whether_its_file_is_named_or_not() {
    for named in [
        "state-chart-element@0.1.0",
        "state-chart-element",
        "state-chart-element@0.1.0/state-chart.js",
    ] {
        let script = server::elsewhere(&format!("/cdn/{named}"));
        visit(&format!("elsewhere.html?{script}"), 1280, async |page| {
            page.click("[data-operation=Pause]:enabled, [data-operation=Print]:enabled")
                .await;
        })
        .await;
    }
}

#[tokio::test]
async fn it_works_under_a_strict_policy_and_trusted_types() {
    for name in ["/strict/index.html", "/strict/table.html"] {
        visit(name, 1280, async |page| {
            page.click("td button").await;
            page.until(
                "document.querySelector('state-chart').shadowRoot.querySelector('.verdict')",
            )
            .await;
        })
        .await;
    }
}

#[tokio::test]
async fn the_loader_as_a_module_finds_its_files_beside_itself_whatever_else_is_called_like_it() {
    visit("deep/module.html", 1280, async |page| {
        page.click("[data-operation=Print]:enabled").await;
    })
    .await;
}

#[tokio::test]
async fn nothing_is_fetched_before_an_element_is_near() {
    visit_broken("far.html", async |page| {
        page.until("document.readyState === 'complete' && customElements.get('state-chart')").await;
        let files = "performance.getEntriesByType('resource').map(it => it.name.split('/').pop()).filter(it => it.startsWith('state-chart'))";
        // Two frames, so that an observer has had its say.
        page.eval("void requestAnimationFrame(() => requestAnimationFrame(() => { window.settled = true; }))").await;
        page.until("window.settled").await;
        assert_eq!(page.eval(files).await, json!(["state-chart.js"]));
        page.eval("document.querySelector('state-chart').scrollIntoView()").await;
        page.until("document.querySelector('state-chart').shadowRoot.querySelector('.widget')").await;
        page.quiet().await;
    })
    .await;
}

#[tokio::test]
async fn a_use_fetches_it_as_well_and_is_kept_until_then() {
    visit_broken("far.html", async |page| {
        page.until("customElements.get('state-chart')").await;
        let used = "Promise.all([document.querySelector('state-chart').perform('Stop', { outcome: 'failure' }), \
                    document.querySelector('state-chart').save()]).then(it => { window.used = it; })";
        page.eval(&format!("void {used}")).await;
        page.until("window.used").await;
        assert_eq!(page.eval("window.used[0].to").await, json!("StopFailed"));
        page.quiet().await;
    })
    .await;
}

#[tokio::test]
async fn after_a_trap_the_tables_come_back_and_say_so() {
    visit_broken("table.html", async |page| {
        page.eval("void document.querySelector('state-chart').load()")
            .await;
        page.until("document.querySelector('state-chart').shadowRoot.querySelector('.widget')")
            .await;
        page.trap().await;
        page.until("window.told").await;
        assert_eq!(
            page.eval("window.told").await,
            json!("the widget has stopped by a fault of its own; reload the page to use it again")
        );
        assert_table(page).await;
        assert_eq!(
            page.eval("document.querySelector('state-chart').shadowRoot.querySelector('.widget')")
                .await,
            json!(null)
        );
    })
    .await;
}

#[tokio::test]
async fn files_that_are_shipped_compressed_are_taken_as_they_are() {
    visit("/brotli/many.html", 1280, async |page| {
        page.click("[data-operation=Stop]:enabled").await;
        page.comes_to("Stopped").await;
        let small = "performance.getEntriesByType('resource').filter(it => /widget_bg.wasm|state-chart[.]js/.test(it.name)).map(it => it.encodedBodySize * 2 < it.decodedBodySize)";
        assert_eq!(page.eval(small).await, json!([true, true]));
    })
    .await;
}

#[tokio::test]
async fn a_page_with_hints_fetches_each_file_once() {
    visit("hints.html", 1280, async |page| {
        let names = "performance.getEntriesByType('resource').map(it => it.name.split('/').at(-1)).filter(it => it.startsWith('state-chart')).sort()";
        let once = json!([
            "state-chart-element.js",
            "state-chart-widget.js",
            "state-chart-widget_bg.wasm",
            "state-chart.js"
        ]);
        assert_eq!(page.eval(names).await, once);
    })
    .await;
}
