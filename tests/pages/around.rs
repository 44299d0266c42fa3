//! The element among the prose of a page: it takes the sizes of the text around, and moves nothing.

use crate::page::{Page, visit_broken};
use crate::server;
use crate::width::screen;
use serde_json::{Value, json};

const ELEMENT: &str = "document.querySelector('state-chart')";
const ROOT: &str = "document.querySelector('state-chart').shadowRoot";

/// Runs `test` on the page with this element, on a screen of this size from the beginning.
async fn around(kind: &str, (width, height): (u32, u32), test: impl AsyncFnOnce(&Page)) {
    visit_broken("around.html?words", async |page| {
        screen(page, width, height, false).await;
        let kind = kind.replace(' ', "%20");
        let address = server::address(&format!("around.html?{kind}"));
        page.driver.goto(address).await.unwrap();
        test(page).await;
    })
    .await;
}

/// Waits until the widget is there and has been painted.
async fn painted(page: &Page) {
    page.until(&format!("{ROOT}?.querySelector('.widget')"))
        .await;
    page.eval("void requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => { window.painted = true; }, 50)))").await;
    page.until("window.painted").await;
}

#[tokio::test]
async fn what_follows_does_not_move_when_the_widget_comes() {
    for kind in [
        "built-in",
        "json",
        "table",
        "long",
        "table,parts=card",
        "json,parts=grid",
        "table,parts='grid card'",
        "built-in,src=biztalk-services.json",
        "built-in,,late",
        "json,,late",
        "table,,late",
    ] {
        for size in [(360, 640), (1280, 800)] {
            around(kind, size, async |page| {
                painted(page).await;
                let shift = page.eval("shift").await.as_f64().unwrap();
                let moved = page.eval("moved").await;
                assert!(shift < 0.02, "{kind} {size:?}: {shift}, {moved:#}");
            })
            .await;
        }
    }
}

/// What is as large as the text around it: each with its width and height.
const SIZES: &str = "['.shape', '.ending input', '.card', '.operations button', 'td', 'tbody th', '.source', 'textarea'].map(css => \
     (({ width, height }) => [css, width, height])(getComputedStyle(document.querySelector('state-chart').shadowRoot.querySelector(css))))";

#[tokio::test]
async fn sizes_are_those_of_the_text_around_and_not_of_the_root() {
    around("built-in", (1280, 800), async |page| {
        painted(page).await;
        page.click("[data-place=export] summary").await;
        page.until(&format!("{ROOT}.querySelector('textarea')"))
            .await;
        page.eval("void (document.body.style.font = '16px/1.5 sans-serif')")
            .await;
        let columns =
            format!("getComputedStyle({ROOT}.querySelector('.widget')).gridTemplateColumns");
        let mut seen = Vec::new();
        for root in [10, 16, 20] {
            page.eval(&format!(
                "void (document.documentElement.style.fontSize = '{root}px')"
            ))
            .await;
            seen.push((page.eval(SIZES).await, page.eval(&columns).await));
            page.picture(&format!("root-{root}")).await;
            screen(page, 1280, 800, false).await;
        }
        assert_eq!(seen[0], seen[1]);
        assert_eq!(seen[1], seen[2]);
        page.eval("void (document.body.style.fontSize = '24px')")
            .await;
        let larger = page.eval(SIZES).await;
        for (small, large) in seen[0]
            .0
            .as_array()
            .unwrap()
            .iter()
            .zip(larger.as_array().unwrap())
        {
            let high = |it: &Value| {
                it[2]
                    .as_str()
                    .unwrap()
                    .trim_end_matches("px")
                    .parse::<f64>()
                    .unwrap()
            };
            assert!(high(large) > high(small), "{small} {large}");
        }
    })
    .await;
}

#[tokio::test]
async fn prose_keeps_its_distance_from_the_widget() {
    around("json", (1280, 800), async |page| {
        painted(page).await;
        let gaps = format!("(({{ top, bottom }}) => [top - {ELEMENT}.previousElementSibling.previousElementSibling.getBoundingClientRect().bottom, \
             {ELEMENT}.nextElementSibling.getBoundingClientRect().top - bottom])({ELEMENT}.getBoundingClientRect())");
        assert_eq!(page.eval(&gaps).await, json!([16, 16]));
        page.eval(&format!("void ({ELEMENT}.style.margin = '3px 0')")).await;
        page.eval("void [...document.querySelectorAll('p')].forEach(it => { it.style.margin = 0; })").await;
        assert_eq!(page.eval(&gaps).await, json!([3, 3]));
    })
    .await;
}

#[tokio::test]
async fn where_nothing_can_be_shown_a_reader_sees_a_line_and_the_author_the_cause() {
    for (kind, line) in [
        ("broken", true),
        ("empty,src=nowhere.json", true),
        ("words", false),
        ("table,src=nowhere.json", false),
    ] {
        around(kind, (1280, 800), async |page| {
            page.until("told.length").await;
            let text = format!(
                "[{ROOT}.textContent, {ELEMENT}.offsetHeight > 10, {ELEMENT}.offsetHeight < 200]"
            );
            let words = if line {
                "The chart cannot be shown."
            } else {
                ""
            };
            assert_eq!(page.eval(&text).await, json!([words, true, true]), "{kind}");
            let complaints = page
                .eval("complaints.filter(it => it.startsWith('error: state-chart'))")
                .await;
            assert_eq!(
                complaints.as_array().unwrap().len(),
                1,
                "{kind}: {complaints}"
            );
        })
        .await;
    }
}
