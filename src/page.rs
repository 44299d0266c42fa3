//! What both programs share of the browser: its word on a JSON text, problems as its errors.

use crate::chart::Chart;
use crate::import::json::{self, Problem, ProblemKind};
use js_sys::{Array, Error, JSON, Object, Reflect};
use wasm_bindgen::prelude::*;

/// An error with a line for each problem, and the `problems` one by one.
#[must_use]
pub fn problems(problems: &[impl ToString]) -> JsValue {
    let lines = lines(problems);
    let error = Error::new(&lines.join("\n"));
    let list: Array = lines.iter().map(JsValue::from).collect();
    // An error object takes any further field.
    let _: Result<bool, _> = Reflect::set(&error, &"problems".into(), &list);
    error.into()
}

/// The lines of problems.
pub fn lines(problems: &[impl ToString]) -> Vec<String> {
    problems.iter().map(ToString::to_string).collect()
}

/// An object of these fields.
#[must_use]
pub fn object(fields: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in fields {
        // Setting a field of a fresh plain object cannot fail.
        let _: Result<bool, _> = Reflect::set(&object, &JsValue::from_str(name), value);
    }
    object.into()
}

/// The chart in a JSON text.
///
/// # Errors
///
/// Every problem of the text, each with its path.
#[inline(never)]
pub fn parse(text: &str) -> Result<Chart, Vec<Problem>> {
    match json::parse(text) {
        Some(value) => json::read(&value),
        None => {
            let path = String::new();
            let kind = fault(text);
            Err(vec![Problem { path, kind }])
        }
    }
}

/// What is wrong with a text: the browser's own parser says where.
fn fault(text: &str) -> ProblemKind {
    match JSON::parse(text) {
        Ok(_) => ProblemKind::Depth,
        Err(error) => {
            let text = Reflect::get(&error, &"message".into()).ok();
            ProblemKind::Syntax(text.and_then(|text| text.as_string()).unwrap_or_default())
        }
    }
}
