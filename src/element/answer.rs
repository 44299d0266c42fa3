//! Steps, refusals and errors as JavaScript objects.

use crate::chart::{Chart, StateId};
use crate::page::object;
use crate::service::{Cause, Ending, Refusal, Step};
use crate::ui::Selection;
use js_sys::RangeError;
use wasm_bindgen::prelude::*;

/// The name of a position; `null` is no service.
pub(super) fn state(chart: &Chart, position: Option<StateId>) -> JsValue {
    position.map_or(JsValue::NULL, |state| chart.state_name(state).into())
}

/// The name of a cause, as an operation or as an event.
pub(super) fn cause(chart: &Chart, cause: Cause) -> [(&'static str, JsValue); 2] {
    let name = || JsValue::from_str(cause.name(chart));
    let (operation, event) = match cause {
        Cause::Operation(_) => (name(), JsValue::NULL),
        Cause::Event(_) => (JsValue::NULL, name()),
        Cause::Set => (JsValue::NULL, JsValue::NULL),
    };
    [("operation", operation), ("event", event)]
}

/// A step: what happened, how it ended, from where to where.
pub(super) fn step(chart: &Chart, step: &Step) -> JsValue {
    let [operation, event] = cause(chart, step.cause);
    let outcome = match step.ending {
        Ending::Success => "success".into(),
        Ending::Failure => "failure".into(),
        Ending::At(_) => JsValue::NULL,
    };
    let source = step
        .source
        .map_or(JsValue::NULL, |source| source.word().into());
    object(&[
        ("type", "step".into()),
        operation,
        event,
        ("outcome", outcome),
        ("from", state(chart, step.from)),
        ("to", state(chart, step.to)),
        ("source", source),
    ])
}

/// A refusal: its reason, and the text that readers see.
pub(super) fn refusal(chart: &Chart, refusal: &Refusal, at: Option<StateId>) -> JsValue {
    let [operation, event] = cause(chart, refusal.asked());
    object(&[
        ("type", "refusal".into()),
        ("reason", refusal.reason().into()),
        ("message", refusal.text(chart).into()),
        operation,
        event,
        ("state", state(chart, at)),
    ])
}

/// The refusal of the host page: it cancelled the event that came before.
pub(super) fn cancelled(chart: &Chart, asked: Cause, at: Option<StateId>) -> JsValue {
    let [operation, event] = cause(chart, asked);
    object(&[
        ("type", "refusal".into()),
        ("reason", "cancelled".into()),
        ("message", "the page cancelled the operation".into()),
        operation,
        event,
        ("state", state(chart, at)),
    ])
}

/// A cell that the reader asked about; `null` is none.
pub(super) fn selection(chart: &Chart, selection: Option<Selection>) -> JsValue {
    selection.map_or(JsValue::NULL, |selection| {
        object(&[
            ("state", chart.state_name(selection.state).into()),
            (
                "operation",
                chart.operation_name(selection.operation).into(),
            ),
        ])
    })
}

/// A `RangeError` of this text.
pub(super) fn range(text: &str) -> JsValue {
    RangeError::new(text).into()
}

/// No such name: what is called so, and what the chart has that is like it.
pub(super) fn unknown<'a>(what: &str, name: &str, known: impl Iterator<Item = &'a str>) -> JsValue {
    let mut text = ["no ", what, " is called `", name, "`"].concat();
    if let Some(near) = crate::chart::nearest(name, known) {
        text += &["; did you mean `", near, "`?"].concat();
    }
    range(&text)
}
