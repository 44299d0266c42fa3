//! The readers: the tables of a page, or a JSON text, to a chart in the compact form.
//!
//! They are programs of their own, without widgets, so that pages which need neither do not pay for
//! them. What a page has to say is read here; what it means is the business of [`crate::import`].

mod table;

use crate::export::{self, Format};
use crate::import::json::{self, Problem, ProblemKind};
use crate::js;
use js_sys::{Array, JSON, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

/// The chart in a JSON text, in the compact form.
///
/// # Errors
///
/// An `Error` with all `problems` of the text, each with its path.
pub fn json(text: &str) -> Result<Vec<u8>, JsValue> {
    let chart = match json::parse(text) {
        Some(value) => json::read(&value),
        None => {
            let path = String::new();
            let kind = fault(text);
            Err(vec![Problem { path, kind }])
        }
    };
    match chart {
        Ok(chart) => Ok(chart.pack()),
        Err(problems) => Err(js::problems(&problems)),
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

/// The chart of the tables in `host`, read with its attributes `yes`, `no` and `states`:
/// `{ packed, json, warnings, tables }`, where `tables` are those that it is read from, or `undefined`
/// where `host` has no table. Nothing on the page is changed.
///
/// # Errors
///
/// An `Error` that says why they cannot be read with confidence, with all `problems`.
pub fn tables(host: &HtmlElement) -> Result<JsValue, JsValue> {
    let Some((tables, reading)) = table::read(host) else {
        return Ok(JsValue::UNDEFINED);
    };
    let reading = reading.map_err(|problems| js::problems(&problems))?;
    let warnings = js::lines(&reading.warnings);
    let warnings: Array = warnings.into_iter().map(JsValue::from).collect();
    let tables: Array = tables.at(&reading.tables).collect();
    let packed = Uint8Array::from(reading.chart.pack().as_slice());
    let json = export::write(Format::Json, &reading.chart);
    Ok(js::object(&[
        ("packed", packed.into()),
        ("json", json.into()),
        ("warnings", warnings.into()),
        ("tables", tables.into()),
    ]))
}
