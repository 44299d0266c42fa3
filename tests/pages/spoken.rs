//! What a screen reader is told: the names in the tree that the browser exposes, and one sentence an event.

use crate::page::{Page, visit};
use serde_json::{Value, json};
use thirtyfour::prelude::*;

const ROOT: &str = "document.querySelector('state-chart').shadowRoot";

/// The role and the name of each node that is exposed.
async fn exposed(page: &Page) -> Vec<(String, String)> {
    let cdp = page.driver.cdp();
    cdp.send_raw("Accessibility.enable", json!({}))
        .await
        .unwrap();
    let tree = cdp.send_raw("Accessibility.getFullAXTree", json!({}));
    let tree: Value = tree.await.unwrap();
    let word = |node: &Value, field: &str| {
        let value = node[field]["value"].as_str();
        value.unwrap_or_default().to_owned()
    };
    let nodes = tree["nodes"].as_array().unwrap().iter();
    let nodes = nodes.filter(|node| node["ignored"] != json!(true));
    nodes
        .map(|node| (word(node, "role"), word(node, "name")))
        .collect()
}

#[tokio::test]
async fn names_say_where_one_is_and_marks_are_no_names() {
    visit("", 1280, async |page| {
        let nodes = exposed(page).await;
        for (role, name) in [
            ("button", "Stop in Active, allowed"),
            ("button", "Start in Active, not allowed"),
            (
                "button",
                "Stop in StartFailed, StopFailed, RestartFailed, allowed",
            ),
            ("button", "Active"),
            ("rowheader", "Active"),
            ("columnheader", "Update Configuration"),
            ("heading", "BizTalk service"),
            ("heading", "Find a way"),
            ("heading", "What can I do now"),
            ("heading", "Diagram"),
            ("heading", "Export"),
            ("radiogroup", "The next operation"),
        ] {
            let found = nodes
                .iter()
                .any(|node| (&*node.0, &*node.1) == (role, name));
            assert!(found, "{role} {name:?}");
        }
        let arrow = nodes.iter().find(|(_, name)| name.contains(['◂', '▸']));
        assert_eq!(arrow, None);
    })
    .await;
}

#[tokio::test]
async fn the_region_is_silent_where_the_focus_speaks() {
    visit("", 1280, async |page| {
        let said = format!("{ROOT}.querySelector('[role=status]').textContent");
        page.eval(&format!(
            "void new MutationObserver(() => (window.heard ??= []).push({said})).observe({ROOT}.querySelector('[role=status]'), {{ characterData: true, childList: true, subtree: true }})"
        ))
        .await;
        page.eval(&format!("{ROOT}.querySelector('[data-operation=Stop]:enabled').focus()")).await;
        page.press(Key::Enter + "").await;
        page.comes_to("Stopped").await;
        // The state line got the focus and is read; what came of it is said when it comes.
        page.focus_comes_to("Stopped/state").await;
        page.until(&format!("{said} === 'Stop succeeded: now Stopped'")).await;
        assert_eq!(
            page.eval("heard.filter(Boolean)").await,
            json!(["Stop succeeded: now Stopped"])
        );
    })
    .await;
}

#[tokio::test]
async fn a_way_is_said_once_it_is_known() {
    visit("", 1280, async |page| {
        page.click(".route summary").await;
        page.until(&format!("{ROOT}.querySelector('.route select')")).await;
        page.eval(&format!(
            "(it => {{ it.selectedIndex = 4; it.dispatchEvent(new Event('change', {{ bubbles: true }})); }})({ROOT}.querySelector('.route select'))"
        ))
        .await;
        page.until(&format!("{ROOT}.querySelector('.ways p')")).await;
        let same = format!(
            "{ROOT}.querySelector('.ways p').textContent.startsWith({ROOT}.querySelector('[role=status]').textContent || '?')"
        );
        page.until(&same).await;
    })
    .await;
}

#[tokio::test]
async fn two_charts_of_one_service_are_no_landmarks_of_one_name() {
    visit("many.html", 1280, async |page| {
        page.eval("[...document.querySelectorAll('state-chart')].forEach(it => void it.load())").await;
        page.until("[...document.querySelectorAll('state-chart')].every(it => it.shadowRoot?.querySelector('.widget'))").await;
        page.eval("[...document.querySelectorAll('state-chart')].forEach(it => it.shadowRoot.querySelectorAll('[data-place=diagram]').forEach(it => { it.open = true; }))").await;
        page.until("[...document.querySelectorAll('state-chart')].every(it => it.shadowRoot.querySelector('.picture svg'))").await;
        let nodes = exposed(page).await;
        assert!(nodes.iter().all(|(role, _)| role != "region"));
    })
    .await;
}
