//! The widget in an element: its methods, its events, and that it leaves nothing behind.

use crate::place::{Place, document, field, host, make};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

/// The names of the events that `host` tells while `act` goes on.
async fn told<F: Future<Output = ()>>(place: &Place, act: impl FnOnce() -> F) -> Vec<String> {
    let names = Rc::new(RefCell::new(Vec::new()));
    let all = ["operated", "refused", "select"];
    let listeners: Vec<_> = all
        .into_iter()
        .map(|name| {
            let name = format!("state-chart-{name}");
            let (names, kept) = (Rc::clone(&names), name.clone());
            gloo::events::EventListener::new(&place.host, name, move |_| {
                names.borrow_mut().push(kept.clone())
            })
        })
        .collect();
    act().await;
    drop(listeners);
    names.take()
}

#[wasm_bindgen_test]
async fn a_refused_operation_changes_nothing_and_answers_with_the_refusal() {
    let place = Place::new().await;
    let answer = place.perform("Resume", &[]).await;
    assert_eq!(field(&answer, "type").as_deref(), Some("refusal"));
    assert_eq!(field(&answer, "reason").as_deref(), Some("not-allowed"));
    assert_eq!(
        field(&answer, "message").as_deref(),
        Some("Operation not allowed")
    );
    assert_eq!(field(&answer, "state").as_deref(), Some("Active"));
    assert_eq!(place.state().as_deref(), Some("Active"));
    assert!(!place.widget().undo());
}

#[wasm_bindgen_test]
async fn can_tells_what_perform_would_do() {
    let place = Place::new().await;
    assert!(place.widget().can("Stop"));
    assert!(!place.widget().can("Resume"));
    assert!(!place.widget().can("Explode"));
}

#[wasm_bindgen_test]
async fn unknown_names_are_errors_that_name_the_nearest() {
    let place = Place::new().await;
    let error = place
        .widget()
        .set_state(Some("Stoped".to_owned()))
        .unwrap_err();
    assert_eq!(
        field(&error, "message").as_deref(),
        Some("no state is called `Stoped`; did you mean `Stopped`?")
    );
    let error = place
        .widget()
        .perform("Restrt", &JsValue::UNDEFINED)
        .unwrap_err();
    assert_eq!(
        field(&error, "message").as_deref(),
        Some("no operation is called `Restrt`; did you mean `Restart`?")
    );
}

#[wasm_bindgen_test]
async fn undo_after_perform_is_the_service_before() {
    let place = Place::new().await;
    place.perform("Stop", &[("outcome", "failure")]).await;
    assert!(place.widget().undo());
    assert_eq!(place.state().as_deref(), Some("Active"));
    assert!(place.widget().redo());
    assert_eq!(place.state().as_deref(), Some("StopFailed"));
    assert!(!place.widget().redo());
}

#[wasm_bindgen_test]
async fn what_ended_was_refused_or_selected_is_told_and_selecting_performs_nothing() {
    let place = Place::new().await;
    let names = told(&place, || async {
        place.perform("Stop", &[]).await;
        place.perform("Stop", &[]).await;
        place
            .click("td[data-state='Active'][data-operation='Stop'] button")
            .await;
    });
    let expect = ["operated", "refused", "select"].map(|name| format!("state-chart-{name}"));
    assert_eq!(names.await, expect);
}

#[wasm_bindgen_test]
async fn what_runs_is_abandoned_when_the_widget_ends() {
    let place = Place::with("duration='100000'", "").await;
    let promise = place.widget().perform("Stop", &JsValue::UNDEFINED).unwrap();
    drop(place);
    let error = wasm_bindgen_futures::JsFuture::from(promise)
        .await
        .unwrap_err();
    assert_eq!(field(&error, "name").as_deref(), Some("AbortError"));
}

#[wasm_bindgen_test]
async fn an_element_shows_its_own_content_again_when_the_widget_ends() {
    let mut place = Place::with("", "<p>mine</p>").await;
    assert!(place.all(".card").len() == 1);
    place.widget.take();
    assert!(place.all(".card").is_empty());
    assert_eq!(place.all("slot").len(), 1);
    assert_eq!(place.host.inner_html(), "<p>mine</p>");
    let again = make(&place.host)
        .map_err(|error| format!("{error:?}"))
        .unwrap();
    yew::scheduler::flush().await;
    assert_eq!(place.all(".card").len(), 1);
    drop(again);
}

#[wasm_bindgen_test]
async fn a_chart_that_cannot_be_read_leaves_the_element_as_it_is() {
    let json = r#"<script type="application/json">{"version": 1, "rows": [{"states": ["A"]}], "grups": []}</script>"#;
    let host = host("", json);
    let before = document().body().unwrap().child_element_count();
    let error = make(&host).err().unwrap();
    assert_eq!(
        field(&error, "message").as_deref(),
        Some("grups: unknown field; did you mean `groups`?\ngroups: missing")
    );
    assert!(host.shadow_root().is_none());
    assert_eq!(document().body().unwrap().child_element_count(), before);
    host.remove();
}

#[wasm_bindgen_test]
async fn two_hundred_rounds_of_attach_play_and_remove_leave_the_page_as_it_was() {
    let count = || document().query_selector_all("*").unwrap().length();
    let before = count();
    for _ in 0..200 {
        let place = Place::with("duration='100000'", "").await;
        place.click(".operations [data-operation=Stop]").await;
        place.click("[data-history=undo]").await;
    }
    assert_eq!(count(), before);
}
