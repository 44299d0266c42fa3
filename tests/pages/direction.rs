//! Pages that are read from right to left.

use crate::accessibility::check;
use crate::page::{Page, visit};
use serde_json::json;
use thirtyfour::prelude::*;

const ROOT: &str = "document.querySelector('state-chart').shadowRoot";

async fn turn(page: &Page) {
    page.eval("(document.documentElement.dir = 'rtl', document.documentElement.lang = 'ar')")
        .await;
}

#[tokio::test]
async fn arrow_keys_go_where_they_point() {
    visit("", 1280, async |page| {
        turn(page).await;
        page.eval(&format!("{ROOT}.querySelector('tbody th button').focus()"))
            .await;
        for (key, expect) in [
            (Key::Left, "Active/Start"),
            (Key::Left, "Active/Stop"),
            (Key::Right, "Active/Start"),
            (Key::Right, "Active"),
            (Key::Right, "Active"),
        ] {
            page.press(key + "").await;
            page.focus_comes_to(expect).await;
        }
    })
    .await;
}

#[tokio::test]
async fn labels_are_at_the_right_and_the_mark_of_the_current_row_points_at_its_name() {
    visit("", 1280, async |page| {
        turn(page).await;
        let right = format!(
            "(row => row.cells[0].getBoundingClientRect().right > row.cells[1].getBoundingClientRect().right)({ROOT}.querySelector('tbody tr'))"
        );
        assert_eq!(page.eval(&right).await, json!(true));
        let mark = format!(
            "getComputedStyle({ROOT}.querySelector('tbody [aria-current]'), '::after').content"
        );
        let mark = page.eval(&mark).await;
        assert!(mark.as_str().unwrap().contains('▸'), "{mark}");
        check(page, "right to left").await;
    })
    .await;
}

#[tokio::test]
async fn texts_of_the_diagram_are_in_their_boxes() {
    visit("", 1280, async |page| {
        turn(page).await;
        page.click("[data-place=diagram] summary").await;
        page.until(&format!("{ROOT}.querySelector('.picture svg')"))
            .await;
        let outside = format!(
            "[...{ROOT}.querySelectorAll('.picture .node text')].filter(it => {{ \
             const text = it.getBoundingClientRect(), box = it.closest('.node').querySelector('.frame').getBoundingClientRect(); \
             return text.left < box.left || text.right > box.right; }}).length"
        );
        assert_eq!(page.eval(&outside).await, json!(0));
    })
    .await;
}

#[tokio::test]
async fn names_and_sentences_have_their_own_direction_and_language() {
    visit("", 1280, async |page| {
        turn(page).await;
        page.click("td[data-state=Active][data-operation=Stop] button")
            .await;
        for (css, name) in [
            (".name bdi", "BizTalk service"),
            (".state bdi", "Active"),
            (".operations bdi", "Start"),
            ("tbody th bdi", "Active"),
            ("thead th bdi", "Start"),
            (".question bdi", "Stop"),
        ] {
            assert_eq!(page.texts(css).await[0], json!(name), "{css}");
        }
        assert_eq!(
            page.eval(&format!("{ROOT}.querySelector('.widget').lang"))
                .await,
            json!("en")
        );
        page.click("[data-place=export] summary").await;
        page.until(&format!("{ROOT}.querySelector('textarea')?.value"))
            .await;
        for (css, property, expect) in [
            (".section textarea", "direction", "ltr"),
            (".hint, .verdict", "unicodeBidi", "plaintext"),
            (".leads dt", "unicodeBidi", "plaintext"),
        ] {
            let value = format!("getComputedStyle({ROOT}.querySelector('{css}')).{property}");
            assert_eq!(page.eval(&value).await, json!(expect), "{css}");
        }
    })
    .await;
}
