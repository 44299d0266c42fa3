//! Steps, refusals and errors as JavaScript objects.

use crate::chart::{Chart, StateId};
use crate::service::{Cause, Ending, Refusal, Step};
use crate::ui::{Selection, Session};
use js_sys::{JSON, RangeError};
use wasm_bindgen::prelude::*;

/// A field of an object; `None` is `null`.
type Field<'a> = (&'static str, Option<&'a str>);

/// An object of these fields. It goes to the browser as one text, for its parser is faster than a
/// call for each field.
fn object(fields: &[Field<'_>]) -> JsValue {
    let mut text = String::from("{");
    for (name, value) in fields {
        if text.len() > 1 {
            text.push(',');
        }
        quote(name, &mut text);
        text.push(':');
        match value {
            Some(value) => quote(value, &mut text),
            None => text.push_str("null"),
        }
    }
    text.push('}');
    // What is written here is JSON.
    JSON::parse(&text).unwrap_or(JsValue::NULL)
}

/// `text` as a string of JSON.
fn quote(text: &str, out: &mut String) {
    out.push('"');
    for letter in text.chars() {
        match letter {
            '"' | '\\' => out.extend(['\\', letter]),
            ..' ' => {
                out.push_str("\\u00");
                for digit in [u32::from(letter) / 16, u32::from(letter) % 16] {
                    out.extend(char::from_digit(digit, 16));
                }
            }
            _ => out.push(letter),
        }
    }
    out.push('"');
}

fn at(chart: &Chart, position: Option<StateId>) -> Option<&str> {
    position.map(|state| chart.state_name(state))
}

/// The name of a position; `null` is no service.
pub(super) fn state(chart: &Chart, position: Option<StateId>) -> JsValue {
    at(chart, position).map_or(JsValue::NULL, JsValue::from_str)
}

/// The name of a cause, as an operation or as an event.
fn cause(chart: &Chart, cause: Cause) -> [Field<'_>; 2] {
    let name = Some(cause.name(chart));
    let (operation, event) = match cause {
        Cause::Operation(_) => (name, None),
        Cause::Event(_) => (None, name),
        Cause::Set => (None, None),
    };
    [("operation", operation), ("event", event)]
}

/// What is about to begin, and where.
pub(super) fn beginning(chart: &Chart, asked: Cause, position: Option<StateId>) -> JsValue {
    let [operation, event] = cause(chart, asked);
    object(&[operation, event, ("state", at(chart, position))])
}

/// A step: what happened, how it ended, from where to where.
pub(super) fn step(chart: &Chart, step: &Step) -> JsValue {
    let [operation, event] = cause(chart, step.cause);
    let outcome = match step.ending {
        Ending::Success => Some("success"),
        Ending::Failure => Some("failure"),
        Ending::At(_) => None,
    };
    object(&[
        ("type", Some("step")),
        operation,
        event,
        ("outcome", outcome),
        ("from", at(chart, step.from)),
        ("to", at(chart, step.to)),
        ("source", step.source.map(|source| source.word())),
    ])
}

/// A refusal: its reason, and the text that readers see.
pub(super) fn refusal(session: &Session, refusal: &Refusal, at: Option<StateId>) -> JsValue {
    let chart = session.chart();
    let text = refusal.text_in(chart, session.words());
    refused(chart, refusal.asked(), refusal.reason(), &text, at)
}

/// The refusal of the host page: it cancelled the event that came before.
pub(super) fn cancelled(chart: &Chart, asked: Cause, at: Option<StateId>) -> JsValue {
    let text = "the page cancelled the operation";
    refused(chart, asked, "cancelled", text, at)
}

fn refused(
    chart: &Chart,
    asked: Cause,
    reason: &str,
    text: &str,
    position: Option<StateId>,
) -> JsValue {
    let [operation, event] = cause(chart, asked);
    object(&[
        ("type", Some("refusal")),
        ("reason", Some(reason)),
        ("message", Some(text)),
        operation,
        event,
        ("state", at(chart, position)),
    ])
}

/// A cell that the reader asked about; `null` is none.
pub(super) fn selection(chart: &Chart, selection: Option<Selection>) -> JsValue {
    selection.map_or(JsValue::NULL, |selection| {
        let Selection { state, operation } = selection;
        object(&[
            ("state", Some(chart.state_name(state))),
            ("operation", Some(chart.operation_name(operation))),
            ("note", chart.note(state, operation)),
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
