//! Another chart, given as JSON: nothing in the widget knows BizTalk.

use crate::place::{Place, field};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::CustomEvent;

const PRINTER: &str = r#"<script type="application/json">{
  "version": 1,
  "title": "Printer",
  "refusal": "The printer says no",
  "groups": [{"title": "Jobs", "operations": ["Print", "Pause", "Resume", "Cancel"]}],
  "rows": [
    {"states": ["Idle"], "allowed": ["Print"]},
    {"states": ["Printing"], "allowed": ["Pause", "Cancel"]},
    {"states": ["Paused"], "allowed": ["Resume"], "conditional": {"Cancel": "Only by its owner"}}
  ],
  "outcomes": [{"operation": "Print", "success": {"state": "Printing", "source": "documented"}}]
}</script>"#;

#[wasm_bindgen_test]
async fn a_printer_renders_and_plays() {
    let place = Place::with("duration='0'", PRINTER).await;
    assert_eq!(place.all("tbody tr").len(), 3);
    assert_eq!(place.text("caption"), "Jobs");
    assert_eq!(place.all(".operations button").len(), 4);
    assert_eq!(place.all(".events").len(), 0);
    for (state, enabled) in [
        ("Idle", &["Print"][..]),
        ("Printing", &["Pause", "Cancel"]),
        ("Paused", &["Resume"]),
    ] {
        place.set(Some(state)).await;
        assert_eq!(place.enabled(), enabled, "{state}");
    }
    place.set(Some("Idle")).await;
    let step = place.perform("Print", &[]).await;
    assert_eq!(field(&step, "to").as_deref(), Some("Printing"));
    let answer = place.perform("Print", &[]).await;
    assert_eq!(
        field(&answer, "message").as_deref(),
        Some("The printer says no")
    );
}

#[wasm_bindgen_test]
async fn where_the_chart_tells_no_outcome_the_reader_is_asked() {
    let place = Place::with("duration='0' state='Printing'", PRINTER).await;
    place.click(".operations [data-operation=Pause]").await;
    assert_eq!(
        place.text(".asking p"),
        "Pause is allowed in Printing. The chart does not tell where it leads. Choose the next state:"
    );
    place.click("[data-ended=Paused]").await;
    assert_eq!(place.state().as_deref(), Some("Paused"));
    assert!(place.all(".asking").is_empty());
}

#[wasm_bindgen_test]
async fn a_conditional_cell_shows_its_text_and_is_performed_only_if_its_condition_is_met() {
    let place = Place::with("duration='0' state='Paused'", PRINTER).await;
    assert!(!place.widget().can("Cancel"));
    place
        .click("td[data-state='Paused'][data-operation='Cancel'] button")
        .await;
    assert_eq!(place.text(".verdict"), "The chart says: Only by its owner");
    place.click(".act").await;
    place.click("[data-ended='']").await;
    assert_eq!(place.state(), None);
}

#[wasm_bindgen_test]
async fn the_note_of_a_cell_is_shown_said_and_given_to_the_page() {
    let notes = r#""notes": {"Cancel": "<see> below", "Print": "409"}, "conditional""#;
    let place = Place::with("duration='0'", &PRINTER.replace(r#""conditional""#, notes)).await;
    let told = Rc::new(RefCell::new(Vec::new()));
    let hears = Rc::clone(&told);
    let hear = Closure::<dyn FnMut(CustomEvent)>::new(move |event: CustomEvent| {
        hears.borrow_mut().push(field(&event.detail(), "note"));
    });
    place
        .host
        .add_event_listener_with_callback("state-chart-select", hear.as_ref().unchecked_ref())
        .unwrap();
    for (operation, verdict, note, said) in [
        (
            "Cancel",
            "The chart says: Only by its owner",
            Some("<see> below"),
            "Cancel in Paused: Only by its owner; <see> below",
        ),
        (
            "Print",
            "The printer says no",
            Some("409"),
            "Print in Paused: The printer says no; 409",
        ),
        ("Resume", "Allowed", None, "Resume in Paused: allowed"),
    ] {
        let cell = format!("td[data-state='Paused'][data-operation='{operation}'] button");
        place.click(&cell).await;
        assert_eq!(place.text(".verdict"), verdict);
        let notes = place.all(".answer .note");
        let shown = notes.first().and_then(|note| note.text_content());
        assert_eq!(shown.as_deref(), note);
        assert_eq!(place.text(".said"), said);
        assert_eq!(told.borrow_mut().pop(), Some(note.map(str::to_owned)));
    }
}
