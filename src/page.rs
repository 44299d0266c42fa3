//! What both programs share of the browser: JSON read by its own parser, problems as its errors.

use crate::chart::Chart;
use crate::import::json::{self, MAX_DEPTH, Problem, ProblemKind, Value};
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

/// The chart in a JSON text, read with the browser's own parser: it is there already.
///
/// # Errors
///
/// Every problem of the text, each with its path.
pub fn parse(text: &str) -> Result<Chart, Vec<Problem>> {
    let problem = |kind| {
        vec![Problem {
            path: String::new(),
            kind,
        }]
    };
    let parsed = JSON::parse(text).map_err(|error| {
        let text = Reflect::get(&error, &"message".into());
        problem(ProblemKind::Syntax(
            text.ok()
                .and_then(|text| text.as_string())
                .unwrap_or_default(),
        ))
    })?;
    let tree = value(&parsed, MAX_DEPTH).ok_or_else(|| problem(ProblemKind::Depth))?;
    json::read(&tree)
}

/// What the browser's parser made, as a tree; `None` if it is nested too deep.
fn value(js: &JsValue, depth: usize) -> Option<Value> {
    let below = depth.checked_sub(1)?;
    Some(if let Some(text) = js.as_string() {
        Value::Text(text)
    } else if let Some(number) = js.as_f64() {
        Value::Number(number)
    } else if let Some(truth) = js.as_bool() {
        Value::Bool(truth)
    } else if let Some(list) = js.dyn_ref::<Array>() {
        Value::List(
            list.iter()
                .map(|item| value(&item, below))
                .collect::<Option<_>>()?,
        )
    } else if let Some(object) = js.dyn_ref::<Object>() {
        let field = |name: JsValue| {
            let field = Reflect::get(object, &name).ok()?;
            Some((name.as_string()?, value(&field, below)?))
        };
        Value::Object(
            Object::keys(object)
                .iter()
                .map(field)
                .collect::<Option<_>>()?,
        )
    } else {
        Value::Null
    })
}
