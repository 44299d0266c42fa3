//! axe-core finds nothing: at rest, with a cell selected, with an operation running, after a refusal.

use crate::page::{Page, visit};
use crate::width::{open_all, screen};
use serde_json::json;

const WIDE: u32 = 1280;
const NARROW: u32 = 360;

/// Asserts that axe-core finds nothing.
pub(crate) async fn check(page: &Page, what: &str) {
    check_in(page, "html", what).await;
}

/// Asserts that axe-core finds nothing in what is `css`.
pub(crate) async fn check_in(page: &Page, css: &str, what: &str) {
    let script = "const [css, done] = arguments; \
        const say = () => axe.run(css === 'html' ? document : css).then( \
          found => done(found.violations.map(it => it.id + ': ' + it.nodes.map(node => node.target.join(' ') + ' ' + node.html.slice(0, 120) + ' ' + node.failureSummary).join(' | '))), \
          error => done(['failed: ' + error])); \
        if (window.axe) say(); else { \
          const script = document.createElement('script'); \
          script.src = '/npm/axe-core/axe.min.js'; script.onload = say; document.head.append(script); }";
    let found = page
        .driver
        .execute_async(script, vec![json!(css)])
        .await
        .unwrap();
    assert_eq!(*found.json(), json!([]), "{what}");
}

async fn check_all(page: &Page, width: u32) {
    for scheme in ["light", "dark"] {
        let scheme_is = format!("document.documentElement.style.colorScheme = '{scheme}'");
        page.eval(&scheme_is).await;
        let what = |what: &str| format!("{what}, {width} px, {scheme}");
        check(page, &what("at rest")).await;
        page.click("td[data-state=Active][data-operation=Stop] button")
            .await;
        check(page, &what("with a check mark selected")).await;
        page.click("td[data-state=Disabled][data-operation=Stop] button")
            .await;
        check(page, &what("with a blank selected")).await;
        page.eval("document.querySelector('state-chart').setAttribute('duration', '100000')")
            .await;
        page.click("[data-operation=Stop]:enabled").await;
        page.until("document.querySelector('state-chart').shadowRoot.querySelector('progress')")
            .await;
        check(page, &what("with an operation running")).await;
        page.click("[data-history=undo]").await;
        page.eval("void document.querySelector('state-chart').perform('Resume')")
            .await;
        page.until("document.querySelector('state-chart').shadowRoot.querySelector('[role=status]').textContent.startsWith('Operation not allowed')").await;
        check(page, &what("after a refusal")).await;
        page.picture(&format!("{width}-{scheme}")).await;
        page.click(".close").await;
    }
}

#[tokio::test]
async fn axe_finds_nothing_on_a_wide_screen() {
    visit("", WIDE, async |page| check_all(page, WIDE).await).await;
}

#[tokio::test]
async fn axe_finds_nothing_on_a_phone() {
    visit("", NARROW, async |page| {
        let width = page.eval("innerWidth").await;
        assert_eq!(width, json!(NARROW));
        check_all(page, NARROW).await;
    })
    .await;
}

#[tokio::test]
async fn axe_finds_nothing_in_any_part_that_is_opened() {
    visit("", WIDE, async |page| {
        page.eval("document.querySelector('state-chart').setAttribute('duration', '0')")
            .await;
        open_all(page).await;
        for (scheme, direction) in [("light", "rtl"), ("dark", "ltr")] {
            page.eval(&format!(
                "(document.documentElement.dir = '{direction}', document.documentElement.style.colorScheme = '{scheme}')"
            ))
            .await;
            for width in [NARROW, WIDE] {
                screen(page, width, 900, false).await;
                check(page, &format!("{scheme} {direction} {width}")).await;
            }
        }
    })
    .await;
}

#[tokio::test]
async fn where_grounds_are_not_drawn_the_marks_are_text() {
    visit("", WIDE, async |page| {
        let size = "getComputedStyle(document.querySelector('state-chart').shadowRoot.querySelector('.yes button')).fontSize";
        assert_eq!(page.eval(size).await, json!("0px"));
        let cdp = page.driver.cdp();
        for media in [
            json!({ "media": "print" }),
            json!({ "features": [{ "name": "forced-colors", "value": "active" }] }),
        ] {
            let set = cdp.send_raw("Emulation.setEmulatedMedia", media);
            set.await.unwrap();
            page.until(&format!("{size} !== '0px'")).await;
        }
    })
    .await;
}
