//! Where the chart of an element comes from.

use crate::chart::Chart;
use crate::import::json::{self, MAX_DEPTH, Problem, ProblemKind, Value};
use js_sys::{Array, JSON, Object, Reflect};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

/// The chart of an element that brings none of its own.
pub const BUILT_IN: &str = include_str!(concat!(env!("OUT_DIR"), "/biztalk-services.json"));

thread_local! {
    /// Read once, shared by every element that shows it.
    static BUILT_IN_CHART: Result<Rc<Chart>, Vec<Problem>> = parse(BUILT_IN).map(Rc::new);
}

/// The chart of `host`: of the fetched `json`, else of its own JSON child, else the built-in one.
pub(super) fn chart(host: &HtmlElement, json: Option<&str>) -> Result<Rc<Chart>, Vec<Problem>> {
    if let Some(json) = json {
        return parse(json).map(Rc::new);
    }
    let child = ":scope > script[type=\"application/json\"]";
    if let Ok(Some(script)) = host.query_selector(child) {
        return parse(&script.text_content().unwrap_or_default()).map(Rc::new);
    }
    BUILT_IN_CHART.with(Clone::clone)
}

/// The chart in a JSON text, read with the browser's own parser: it is there already.
fn parse(text: &str) -> Result<Chart, Vec<Problem>> {
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
