//! The program `tools`: ways and what can be done now, addresses, the picture, exports. It has no widget.
//!
//! The classes `Guide` and `Diagram` are exported by [`state_chart::tools`].

// Nothing has to run at the start: without `main`, what the standard library does there is left out.
#![cfg_attr(target_family = "wasm", no_main)]

use js_sys::Array;
use state_chart::tools;
use wasm_bindgen::prelude::*;

/// The allocator: half the code of the standard library's, and it uses freed memory again.
#[cfg(all(target_family = "wasm", not(target_feature = "atomics")))]
#[global_allocator]
static MEMORY: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// The chart in another format; see [`tools::write`].
///
/// # Errors
///
/// An `Error` if the bytes are no chart, or no format has the name.
#[wasm_bindgen]
pub fn write(chart: &[u8], format: &str) -> Result<String, JsValue> {
    tools::write(chart, format)
}

/// The formats; see [`tools::formats`].
#[wasm_bindgen]
#[must_use]
pub fn formats() -> Array {
    tools::formats()
}

/// The steps of a scenario as a runbook; see [`tools::runbook`].
///
/// # Errors
///
/// An `Error` if the bytes are no chart, or the scenario none of it.
#[wasm_bindgen]
pub fn runbook(chart: &[u8], scenario: &str) -> Result<String, JsValue> {
    tools::runbook(chart, scenario)
}

/// The picture of the chart as the text of an SVG file.
///
/// # Errors
///
/// An `Error` if the bytes are no chart, or one too large for a picture.
#[wasm_bindgen]
pub fn svg(chart: &[u8]) -> Result<String, JsValue> {
    tools::svg(chart)
}

/// The style sheet of what fills the sections of a widget.
#[wasm_bindgen]
#[must_use]
pub fn style() -> String {
    tools::STYLE.to_owned()
}

#[cfg(not(target_family = "wasm"))]
fn main() {}
