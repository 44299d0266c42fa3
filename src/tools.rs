//! The tools: what few readers of a page look at. Ways and what can be done now, addresses, the picture
//! of a chart, and exports, for JavaScript.
//!
//! It is a program of its own, without widgets, that is fetched when somebody asks for any of it. Each
//! function takes a chart in the compact form.

mod diagram;
mod guide;

pub use diagram::Diagram;
pub use guide::ToolGuide;

use crate::chart::Chart;
use crate::export::{self, Format};
use crate::js;
use crate::path::scenario;
use crate::words::Words;
use js_sys::Array;
use std::rc::Rc;
use wasm_bindgen::prelude::*;

/// The style sheet of what fills the sections of a widget: static/state-chart-sections.css.
pub const STYLE: &str = include_str!(concat!(env!("OUT_DIR"), "/state-chart-sections.css"));

/// The chart in another format: one of [`formats`], in capitals or not.
///
/// ```js
/// write(packed, "mermaid");
/// ```
///
/// # Errors
///
/// An `Error` if the bytes are no chart, or no format has the name.
pub fn write(chart: &[u8], format: &str) -> Result<String, JsValue> {
    let chart = unpack(chart)?;
    let found = Format::ALL
        .into_iter()
        .find(|known| known.name().eq_ignore_ascii_case(format));
    let Some(found) = found else {
        let known = Format::ALL.map(Format::name).join("`, `");
        let text = ["expected one of `", &known, "`, found `", format, "`"].concat();
        return Err(js::problems(&[text]));
    };
    Ok(export::write(found, &chart))
}

/// The formats: `{ name, type, extension, opening }` each. `opening` belongs before the text in a file.
///
/// ```js
/// formats().map(({ name }) => name); // ["json", "html", …]
/// ```
#[must_use]
pub fn formats() -> Array {
    let fields = |format: Format| {
        js::object(&[
            ("name", format.name().into()),
            ("type", format.media_type().into()),
            ("extension", format.extension().into()),
            ("opening", format.opening().into()),
        ])
    };
    Format::ALL.into_iter().map(fields).collect()
}

/// The steps of a scenario as a runbook in Markdown.
///
/// ```js
/// runbook(packed, await element.save());
/// ```
///
/// # Errors
///
/// An `Error` if the bytes are no chart, or the scenario none of it.
pub fn runbook(chart: &[u8], text: &str) -> Result<String, JsValue> {
    let chart = Rc::new(unpack(chart)?);
    let history = scenario::read(&chart, text);
    let history = history.map_err(|problem| js::problems(&[problem]))?;
    Ok(export::runbook(&history))
}

/// The picture of the chart, as the text of an SVG file.
///
/// ```js
/// svg(packed);
/// ```
///
/// # Errors
///
/// An `Error` if the bytes are no chart, or one too large for a picture.
pub fn svg(chart: &[u8]) -> Result<String, JsValue> {
    let chart = unpack(chart)?;
    Ok(diagram::picture(&chart, &Words::ENGLISH)?.svg(&chart))
}

fn unpack(chart: &[u8]) -> Result<Chart, JsValue> {
    Chart::unpack(chart).ok_or_else(|| {
        js::problems(&["the bytes are no chart in the compact form of this version"])
    })
}
