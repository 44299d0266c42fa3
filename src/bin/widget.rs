//! The program `widget`: Yew draws and plays a chart in an element.
//!
//! The tag's class is defined by the loader, which calls what is exported here.

// Nothing has to run at the start: without `main`, what the standard library does there is left out.
#![cfg_attr(target_family = "wasm", no_main)]

use js_sys::Function;
use state_chart::built_in;
use state_chart::element::{self, Speech, ToolGuide, Widget};
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

/// The allocator: half the code of the standard library's, and it uses freed memory again.
#[cfg(all(target_family = "wasm", not(target_feature = "atomics")))]
#[global_allocator]
static MEMORY: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// Makes `host` a widget; see [`element::attach`].
///
/// # Errors
///
/// An `Error` that says what is wrong; `host` is as it was.
#[wasm_bindgen]
pub fn attach(
    host: HtmlElement,
    chart: Option<Vec<u8>>,
    operate: Option<Function>,
    want: Option<Function>,
    guide: Option<ToolGuide>,
    words: Option<Speech>,
) -> Result<Widget, JsValue> {
    element::attach(host, chart, operate, want, guide, words)
}

/// The built-in chart in the JSON format.
#[wasm_bindgen(js_name = builtIn)]
#[must_use]
pub fn built_in() -> String {
    built_in::JSON.to_owned()
}

/// The built-in chart in the compact form.
#[wasm_bindgen(js_name = builtInPacked)]
#[must_use]
pub fn built_in_packed() -> Vec<u8> {
    built_in::PACKED.to_vec()
}

#[cfg(not(target_family = "wasm"))]
fn main() {}
