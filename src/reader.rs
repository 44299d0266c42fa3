//! The reader: the tables of a page to charts, and charts to other formats and pictures, for JavaScript.
//!
//! It is a program of its own, without widgets, so that pages which need neither do not pay for it.

mod diagram;
mod table;

pub use diagram::Diagram;

use crate::chart::Chart;
use crate::export::{self, Format};
use crate::page;
use crate::path::scenario;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

/// The chart of the tables in `host`, read with its attributes `yes`, `no` and `states`:
/// `{ json, warnings, tables }`, where `tables` are those that it is read from, or `undefined`
/// where `host` has no table. Nothing on the page is changed.
///
/// ```js
/// const { json, warnings, tables } = read(document.querySelector("state-chart"));
/// ```
///
/// # Errors
///
/// An `Error` that says why they cannot be read with confidence, with all `problems`.
#[wasm_bindgen]
pub fn read(host: &HtmlElement) -> Result<JsValue, JsValue> {
    let Some((tables, reading)) = table::read(host) else {
        return Ok(JsValue::UNDEFINED);
    };
    let reading = reading.map_err(|problems| page::problems(&problems))?;
    let warnings = page::lines(&reading.warnings);
    let warnings: js_sys::Array = warnings.into_iter().map(JsValue::from).collect();
    let tables: js_sys::Array = tables.at(&reading.tables).collect();
    let json = export::write(Format::Json, &reading.chart);
    Ok(page::object(&[
        ("json", json.into()),
        ("warnings", warnings.into()),
        ("tables", tables.into()),
    ]))
}

/// The chart in a JSON text, in another format: one of `formats()`, in capitals or not.
///
/// ```js
/// write(JSON.stringify(element.chart), "mermaid");
/// ```
///
/// # Errors
///
/// An `Error` if the text is no chart, or no format has the name.
#[wasm_bindgen]
pub fn write(json: &str, format: &str) -> Result<String, JsValue> {
    let chart = parse(json)?;
    let found = Format::ALL
        .into_iter()
        .find(|known| known.name().eq_ignore_ascii_case(format));
    let Some(found) = found else {
        let known = Format::ALL.map(Format::name).join("`, `");
        let text = ["expected one of `", &known, "`, found `", format, "`"].concat();
        return Err(page::problems(&[text]));
    };
    Ok(export::write(found, &chart))
}

/// The style sheet of what fills the sections: static/state-chart-sections.css without its comments
/// and blanks.
pub const STYLE: &str = include_str!(concat!(env!("OUT_DIR"), "/state-chart-sections.css"));

/// The style sheet of what fills the sections of a widget.
///
/// ```js
/// sheet.replaceSync(style());
/// ```
#[wasm_bindgen]
#[must_use]
pub fn style() -> String {
    STYLE.to_owned()
}

/// The formats: `{ name, type, extension, opening }` each. `opening` belongs before the text in a file.
///
/// ```js
/// formats().map(({ name }) => name); // ["json", "html", …]
/// ```
#[wasm_bindgen]
#[must_use]
pub fn formats() -> js_sys::Array {
    let fields = |format: Format| {
        page::object(&[
            ("name", format.name().into()),
            ("type", format.media_type().into()),
            ("extension", format.extension().into()),
            ("opening", format.opening().into()),
        ])
    };
    Format::ALL.into_iter().map(fields).collect()
}

/// The steps of a scenario as a runbook in Markdown, for the chart in a JSON text.
///
/// ```js
/// runbook(JSON.stringify(element.chart), await element.save());
/// ```
///
/// # Errors
///
/// An `Error` if the text is no chart, or the scenario none of it.
#[wasm_bindgen]
pub fn runbook(json: &str, text: &str) -> Result<String, JsValue> {
    let chart = Rc::new(parse(json)?);
    let history = scenario::read(&chart, text);
    let history = history.map_err(|problem| page::problems(&[problem]))?;
    Ok(export::runbook(&history))
}

/// The picture of the chart in a JSON text, as the text of an SVG file.
///
/// ```js
/// svg(JSON.stringify(element.chart));
/// ```
///
/// # Errors
///
/// An `Error` if the text is no chart, or one too large for a picture.
#[wasm_bindgen]
pub fn svg(json: &str) -> Result<String, JsValue> {
    let chart = parse(json)?;
    Ok(diagram::picture(&chart)?.svg(&chart))
}

fn parse(json: &str) -> Result<Chart, JsValue> {
    page::parse(json).map_err(|problems| page::problems(&problems))
}
