//! The card: buttons where the chart has check marks, runs, events from outside, the history.

use crate::place::{Place, changed, field, turn};
use crate::published;
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

async fn choose(place: &Place, value: &str) {
    let choice = place.find(&format!("input[value={value}]"));
    choice.unchecked_ref::<HtmlElement>().click();
    changed(&choice).await;
}

fn steps(place: &Place) -> Vec<String> {
    let changes = place.all(".history li .change");
    changes.iter().filter_map(|it| it.text_content()).collect()
}

#[wasm_bindgen_test]
async fn a_button_is_enabled_exactly_where_the_chart_has_a_check_mark() {
    let place = Place::new().await;
    let buttons = place.all(".operations button");
    let names: Vec<_> = buttons.iter().filter_map(|it| it.text_content()).collect();
    assert_eq!(names, published::OPERATIONS);
    let mut states = 0;
    for (state, allowed) in published::states() {
        place.set(Some(state)).await;
        assert_eq!(place.enabled(), allowed, "{state}");
        states += 1;
    }
    assert_eq!(states, 16);
    place.set(None).await;
    assert!(place.enabled().is_empty());
}

#[wasm_bindgen_test]
async fn an_operation_leads_where_the_chart_says() {
    let place = Place::new().await;
    for (from, operation, outcome, to) in [
        ("Active", "Stop", "success", Some("Stopped")),
        ("Active", "Stop", "failure", Some("StopFailed")),
        ("StopFailed", "Restart", "success", Some("Active")),
        ("StopFailed", "Restart", "failure", Some("RestartFailed")),
        ("Suspended", "Backup", "success", Some("Suspended")),
        ("Suspended", "Backup", "failure", Some("Suspended")),
        (
            "StartFailed",
            "Update Configuration",
            "success",
            Some("StartFailed"),
        ),
        ("ScaleFailed", "Delete", "success", None),
        ("ScaleFailed", "Delete", "failure", Some("ScaleFailed")),
    ] {
        place.set(Some(from)).await;
        let step = place.perform(operation, &[("outcome", outcome)]).await;
        assert_eq!(field(&step, "to").as_deref(), to, "{operation} from {from}");
        assert_eq!(place.state().as_deref(), to);
    }
}

#[wasm_bindgen_test]
async fn while_an_operation_runs_the_card_shows_it_and_nothing_else_begins() {
    // Longer than a browser can count.
    let place = Place::with("duration='3000000000'", "").await;
    place.click(".operations [data-operation=Stop]").await;
    assert_eq!(place.text(".state .word"), "Stopping");
    assert_eq!(place.text(".state .source"), "inferred");
    assert_eq!(place.text(".state .from"), "from Active");
    assert_eq!(place.all(".state progress").len(), 1);
    assert!(place.enabled().is_empty());
    gloo::timers::future::TimeoutFuture::new(20).await;
    let answer = place.perform("Restart", &[]).await;
    assert_eq!(field(&answer, "reason").as_deref(), Some("busy"));
    assert_eq!(
        field(&answer, "message").as_deref(),
        Some("`Stop` is still running")
    );
    place.click("[data-history=undo]").await;
    assert_eq!(place.text(".state .word"), "Active");
    assert_eq!(place.enabled().len(), 7);
}

#[wasm_bindgen_test]
async fn the_reader_chooses_before_or_during_a_run_how_it_ends() {
    let place = Place::new().await;
    choose(&place, "failure").await;
    place.click(".operations [data-operation=Stop]").await;
    assert_eq!(place.state().as_deref(), Some("StopFailed"));
    let place = Place::with("duration='60'", "").await;
    place.click(".operations [data-operation=Stop]").await;
    choose(&place, "failure").await;
    gloo::timers::future::TimeoutFuture::new(0).await;
    for _ in 0..200 {
        if place.state().as_deref() != Some("Active") {
            break;
        }
        gloo::timers::future::TimeoutFuture::new(10).await;
    }
    assert_eq!(place.state().as_deref(), Some("StopFailed"));
}

#[wasm_bindgen_test]
async fn after_delete_there_is_no_service_and_two_events_bring_one_back() {
    let place = Place::new().await;
    place.click(".operations [data-operation=Delete]").await;
    assert_eq!(place.state(), None);
    assert_eq!(place.text(".state .word"), "no service");
    let enabled: Vec<_> = place
        .all(".events button:enabled")
        .iter()
        .filter_map(|it| it.text_content())
        .collect();
    assert_eq!(enabled, ["Provision", "Restore from backup"]);
    place.click("[data-event='Restore from backup']").await;
    assert_eq!(place.state().as_deref(), Some("Suspended"));
    choose(&place, "failure").await;
    place.click("[data-event='Service update']").await;
    assert_eq!(place.state().as_deref(), Some("Service Update Failed"));
}

#[wasm_bindgen_test]
async fn every_state_is_reached_by_operations_and_events_alone() {
    let place = Place::new().await;
    for (failure, clicks, state) in [
        (true, "[data-event=Disable]", "DisableFailed"),
        (false, "[data-event=Disable]", "Disabled"),
        (true, "[data-event=Enable]", "EnableFailed"),
        (false, "[data-operation=Delete]", ""),
        (true, "[data-event=Provision]", "CreatedFailed"),
        (false, "[data-operation=Delete]", ""),
        (true, "[data-event='Restore from backup']", "RestoreFailed"),
        (false, "[data-operation=Delete]", ""),
        (false, "[data-event=Provision]", "Active"),
        (true, "[data-operation=Scale]", "ScaleFailed"),
    ] {
        choose(&place, if failure { "failure" } else { "success" }).await;
        place.click(&format!(":is(.card, .events) {clicks}")).await;
        assert_eq!(place.state().unwrap_or_default(), state, "{clicks}");
    }
}

#[wasm_bindgen_test]
async fn the_focus_goes_to_the_state_line_when_its_button_becomes_disabled() {
    let place = Place::with("duration='100000'", "").await;
    place.focus(".operations [data-operation=Stop]").await;
    place.click(".operations [data-operation=Stop]").await;
    assert!(place.focused().unwrap().matches(".state").unwrap());
    let place = Place::new().await;
    place.focus(".operations [data-operation=Restart]").await;
    place.click(".operations [data-operation=Restart]").await;
    let focused = place.focused().unwrap();
    assert_eq!(
        focused.get_attribute("data-operation").as_deref(),
        Some("Restart")
    );
}

#[wasm_bindgen_test]
async fn the_history_shows_each_step_and_goes_back_forth_and_over() {
    let place = Place::new().await;
    place.click(".operations [data-operation=Stop]").await;
    place.click(".operations [data-operation=Start]").await;
    place.click(".operations [data-operation=Suspend]").await;
    let all = ["Active → Stopped", "Stopped → Active", "Active → Suspended"];
    assert_eq!(steps(&place), all);
    let sources: Vec<_> = place
        .all(".history .source")
        .iter()
        .filter_map(|it| it.text_content())
        .collect();
    assert_eq!(sources, ["documented", "inferred", "documented"]);
    place.click("[data-history=undo]").await;
    assert_eq!(place.state().as_deref(), Some("Active"));
    assert_eq!(steps(&place), all);
    place.click("[data-history=redo]").await;
    assert_eq!(place.state().as_deref(), Some("Suspended"));
    place.click("[data-step='1']").await;
    assert_eq!(place.state().as_deref(), Some("Stopped"));
    assert_eq!(place.all(".history .undone").len(), 2);
    place.click("[data-history=start-over]").await;
    assert_eq!(place.state().as_deref(), Some("Active"));
    assert!(steps(&place).is_empty());
}

#[wasm_bindgen_test]
async fn outcomes_and_refusals_are_said() {
    let place = Place::new().await;
    place.click(".operations [data-operation=Stop]").await;
    assert_eq!(place.text("[role=status]"), "Stop succeeded: now Stopped");
    let answer = place.perform("Resume", &[]).await;
    assert_eq!(
        field(&answer, "message").as_deref(),
        Some("Operation not allowed")
    );
    assert_eq!(place.text("[role=status]"), "Operation not allowed");
    turn().await;
}

#[wasm_bindgen_test]
async fn a_card_without_tables_does_not_ask_to_activate_a_cell_of_them() {
    let place = Place::with("parts=\"card history\"", "").await;
    assert!(place.all(".answer").is_empty());
    let place = Place::with("parts=\"card grid\"", "").await;
    assert_eq!(place.all(".answer.hint").len(), 1);
}
