//! Answers: why not and what instead, how to get there, what can be done now.

use crate::page::{Page, visit, visit_broken};
use serde_json::json;
use thirtyfour::prelude::*;

/// Chooses the goal whose option has this text, as a reader does: by the list itself.
async fn choose(page: &Page, goal: &str) {
    let list = page.find(".route select").await;
    list.focus().await.unwrap();
    let number = format!(
        "[...document.querySelector('state-chart').shadowRoot.querySelectorAll('.route option')].find(it => it.textContent === {}).index",
        json!(goal)
    );
    page.press(Key::Home + "").await;
    let wanted = page.eval(&number).await.as_u64().unwrap();
    for _ in 0..wanted {
        page.press(Key::Down + "").await;
    }
}

#[tokio::test]
async fn a_refused_cell_shows_the_way_to_where_it_is_allowed_one_click_a_step() {
    visit("", 1280, async |page| {
        page.eval("document.querySelector('state-chart').setAttribute('duration', '0')")
            .await;
        page.click("td[data-state=Active][data-operation=Resume] button")
            .await;
        assert_eq!(
            page.texts(".verdict").await,
            json!(["Operation not allowed"])
        );
        page.click(".suggestion [data-go=Suspend]:enabled").await;
        page.comes_to("Suspended").await;
        page.click(".suggestion [data-go=Resume]:enabled").await;
        page.comes_to("Active").await;
    })
    .await;
}

#[tokio::test]
async fn ways_that_cannot_be_loaded_are_told_of_and_all_else_goes_on() {
    visit_broken("/wayless/many.html", async |page| {
        page.eval("void document.querySelector('state-chart').load()").await;
        page.until("document.querySelector('state-chart').shadowRoot?.querySelector('.route')")
            .await;
        page.click(".route summary").await;
        let said = "document.querySelector('state-chart').shadowRoot.querySelector('.route p').textContent";
        page.until(&format!("{said}.includes('state-chart-tools_bg.wasm answered 404; put the file there')"))
            .await;
        page.eval("document.querySelector('state-chart').setAttribute('duration', '0')")
            .await;
        page.click(".operations button:enabled").await;
        page.until("document.querySelector('state-chart').shadowRoot.querySelector('.history li')")
            .await;
        page.eval("void document.querySelector('state-chart').save().catch(error => { window.unsaved = error.message; })")
            .await;
        page.until("window.unsaved?.includes('answered 404')").await;
    })
    .await;
}

#[tokio::test]
async fn a_section_whose_program_did_not_come_tries_again_when_it_is_opened_again() {
    visit("many.html", 1280, async |page| {
        page.eval(
            "(() => { const real = fetch, root = document.documentElement; root.dataset.down = ''; \
             window.fetch = (...all) => 'down' in root.dataset && `${all[0]}`.includes('tools_bg') ? Promise.reject(new TypeError('down')) : real(...all); })()",
        )
        .await;
        let section = "document.querySelector('state-chart').shadowRoot.querySelector('[data-place=diagram]')";
        page.click("[data-place=diagram] summary").await;
        page.until(&format!("{section}.querySelector('.place').textContent.includes('cannot be reached')"))
            .await;
        page.eval("void delete document.documentElement.dataset.down")
            .await;
        page.click("[data-place=diagram] summary").await;
        page.until(&format!("!{section}.open")).await;
        page.click("[data-place=diagram] summary").await;
        page.until(&format!("{section}.querySelector('.picture svg')"))
            .await;
        let left = format!("[{section}.querySelector('.place').textContent.includes('cannot be reached'), {section}.querySelector('.place').lang]");
        assert_eq!(page.eval(&left).await, json!([false, ""]));
    })
    .await;
}

#[tokio::test]
async fn ways_are_fetched_when_they_are_wanted_and_not_before() {
    visit("many.html", 1280, async |page| {
        let fetched = "performance.getEntriesByType('resource').filter(it => it.name.endsWith('tools_bg.wasm')).length";
        page.click("[data-operation=Stop]:enabled").await;
        page.comes_to("Stopped").await;
        page.click("td[data-state=Stopped][data-operation=Start] button").await;
        page.until("document.querySelector('state-chart').shadowRoot.querySelector('.verdict.yes')").await;
        assert_eq!(page.eval(fetched).await, json!(0));
        page.click("td[data-state=Stopped][data-operation=Resume] button").await;
        page.until("document.querySelector('state-chart').shadowRoot.querySelector('.suggestion')").await;
        page.click(".insight summary").await;
        page.until("document.querySelector('state-chart').shadowRoot.querySelector('.insight dd')").await;
        assert_eq!(page.eval(fetched).await, json!(1));
    })
    .await;
}

#[tokio::test]
async fn where_there_is_no_way_that_is_said_with_the_reason() {
    visit("", 1280, async |page| {
        page.click("tbody th button[data-state=Disabled]").await;
        page.click("td[data-state=Disabled][data-operation=Stop] button")
            .await;
        page.until(
            "document.querySelector('state-chart').shadowRoot.querySelector('.suggestion.none')",
        )
        .await;
        let said = page.texts(".suggestion.none").await;
        let said = said[0].as_str().unwrap_or_default();
        assert!(said.starts_with("From Disabled there is no way"), "{said}");
        page.picture("no-way").await;
    })
    .await;
}

#[tokio::test]
async fn a_way_is_found_and_walked_by_keys_alone() {
    visit("", 1280, async |page| {
        page.eval("document.querySelector('state-chart').setAttribute('duration', '0')")
            .await;
        page.find(".route summary").await.focus().await.unwrap();
        page.press(Key::Enter + "").await;
        choose(page, "StopFailed").await;
        page.until("document.querySelector('state-chart').shadowRoot.querySelector('.ways .none')")
            .await;
        choose(page, "Resume is allowed").await;
        let walk = page.find("[data-walk='0']:enabled").await;
        page.picture("way").await;
        walk.focus().await.unwrap();
        page.press(Key::Enter + "").await;
        page.comes_to("Suspended").await;
    })
    .await;
}

#[tokio::test]
async fn a_walk_stops_at_a_failure() {
    visit("", 1280, async |page| {
        page.eval("document.querySelector('state-chart').setAttribute('duration', '0')")
            .await;
        page.click(".route summary").await;
        choose(page, "Resume is allowed").await;
        page.click("input[value=failure]").await;
        page.click("[data-walk='0']:enabled").await;
        page.comes_to("SuspendedFailed").await;
    })
    .await;
}

#[tokio::test]
async fn what_can_be_done_now_follows_the_service() {
    visit("", 1280, async |page| {
        page.click(".insight summary").await;
        page.until("document.querySelector('state-chart').shadowRoot.querySelector('.insight[open] *:not(summary)')").await;
        let before = page.texts(".insight").await;
        page.click("tbody th button[data-state=Disabled]").await;
        page.comes_to("Disabled").await;
        let text = "document.querySelector('state-chart').shadowRoot.querySelector('.insight').textContent";
        page.until(&format!("{text} !== {}", before[0])).await;
        let now = page.eval(text).await;
        assert!(now.as_str().unwrap_or_default().contains("A dead end: no operation leads back to Active"), "{now}");
        page.picture("insight").await;
    })
    .await;
}

#[tokio::test]
async fn a_chart_without_outcomes_says_that_it_does_not_tell() {
    visit("table.html", 1280, async |page| {
        page.click("td[data-state=Idle][data-operation=Pause] button").await;
        page.until("document.querySelector('state-chart').shadowRoot.querySelector('.suggestion.none')").await;
        let said = page.texts(".suggestion.none").await;
        assert!(said[0].as_str().unwrap_or_default().contains("does not tell"), "{said}");
        page.click(".route summary").await;
        choose(page, "Paused").await;
        page.until("document.querySelector('state-chart').shadowRoot.querySelector('.ways .none')?.textContent.includes('does not tell')").await;
        page.click(".insight summary").await;
        page.until("document.querySelector('state-chart').shadowRoot.querySelector('.insight')?.textContent.includes('does not tell')").await;
    })
    .await;
}

/// The way to the last of `states` states, as it is said, and how many changes of the page show it.
async fn to_the_last(states: usize) -> (String, u64) {
    let (mut said, mut changes) = (String::new(), 0);
    visit(&format!("long.html?{states}"), 1280, async |page| {
        let root = "document.querySelector('state-chart').shadowRoot";
        page.click(".route summary").await;
        page.find(".route select").await.focus().await.unwrap();
        // After the states come no service and ten operations.
        page.press(Key::End + "").await;
        for _ in 0..10 {
            page.press(Key::Up + "").await;
        }
        page.until(&format!("{root}.querySelector('.ways .none')")).await;
        page.eval(&format!(
            "void (window.changes = 0, new MutationObserver(it => {{ window.changes += it.length; }}).observe({root}, \
             {{ subtree: true, childList: true, attributes: true, characterData: true }}))"
        ))
        .await;
        page.press(Key::Up + "").await;
        page.until(&format!("{root}.querySelector('.ways .way')")).await;
        said = page.texts(".ways").await[0].as_str().unwrap().to_owned();
        changes = page.eval("window.changes").await.as_u64().unwrap();
    })
    .await;
    (said, changes)
}

#[tokio::test]
async fn a_way_on_10_000_states_is_shown_by_as_few_changes_as_on_a_tenth() {
    let (short, few) = to_the_last(1000).await;
    assert!(
        short.starts_with("From State 1: one way of 910 steps"),
        "{short}"
    );
    let (long, changes) = to_the_last(10_000).await;
    assert!(
        long.starts_with("From State 1: one way of 9910 steps"),
        "{long}"
    );
    assert!(few > 0);
    assert_eq!(changes, few);
}
