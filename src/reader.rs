//! The readers: the tables of a page, or a JSON text, to a chart in the compact form.
//!
//! They are programs of their own, without widgets, so that pages which need neither do not download
//! them. This room takes texts from JavaScript and gives bytes back; [`crate::import`] reads them.

use crate::chart::{Chart, MAX_SHOWN};
use crate::export::{self, Format};
use crate::import::json;
use crate::import::table::{self, Options, Problem};
use crate::js;
use js_sys::{Array, JSON, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;

/// Why a table of so many cells stays as it is.
fn too_many(cells: usize) -> Option<String> {
    (cells > MAX_SHOWN).then(|| {
        [
            "found ",
            &cells.to_string(),
            " cells, and a table with at most ",
            &MAX_SHOWN.to_string(),
            " becomes a widget; put parts of it into elements of their own",
        ]
        .concat()
    })
}

/// The chart in the compact form, unless it has too many cells.
fn packed(chart: &Chart) -> Result<Vec<u8>, JsValue> {
    match too_many(chart.cells()) {
        Some(problem) => Err(js::problems(&[problem])),
        None => Ok(chart.pack()),
    }
}

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
            Err(vec![json::Problem { path, kind }])
        }
    };
    match chart {
        Ok(chart) => Ok(chart.pack()),
        Err(problems) => Err(js::problems(&problems)),
    }
}

/// What is wrong with a text: the browser's own parser says where.
fn fault(text: &str) -> json::ProblemKind {
    match JSON::parse(text) {
        Ok(_) => json::ProblemKind::Depth,
        Err(error) => {
            let text = Reflect::get(&error, &"message".into()).ok();
            json::ProblemKind::Syntax(text.and_then(|text| text.as_string()).unwrap_or_default())
        }
    }
}

/// Checks that tables are small enough to be read, of which the largest has so many `cells` without those of
/// names. A page asks before it makes an outline of them.
///
/// # Errors
///
/// An `Error` that says how many become a widget.
pub fn fit(cells: usize) -> Result<(), JsValue> {
    match too_many(cells) {
        Some(problem) => Err(js::problems(&[problem])),
        None => Ok(()),
    }
}

/// The chart of the tables in an [outline](table::outlined), read with the words of the attributes `yes`,
/// `no` and `states`: `{ packed, json, warnings, places }`, where `places` are the numbers of the tables
/// that it is read from.
///
/// # Errors
///
/// An `Error` that says why they cannot be read with confidence, with all `problems`.
pub fn tables(
    outline: &str,
    yes: &str,
    no: &str,
    states: Option<&str>,
) -> Result<JsValue, JsValue> {
    let refused = |problems: Vec<Problem>| js::problems(&problems);
    let options = Options::parse(yes, no, states).map_err(|problem| refused(vec![problem]))?;
    let reading = table::read(&table::outlined(outline), &options).map_err(refused)?;
    let packed = packed(&reading.chart)?;
    let warnings = js::lines(&reading.warnings);
    let warnings: Array = warnings.into_iter().map(JsValue::from).collect();
    let places: Array = reading.tables.into_iter().map(JsValue::from).collect();
    let packed = Uint8Array::from(packed.as_slice());
    let json = export::write(Format::Json, &reading.chart);
    Ok(js::object(&[
        ("packed", packed.into()),
        ("json", json.into()),
        ("warnings", warnings.into()),
        ("places", places.into()),
    ]))
}
