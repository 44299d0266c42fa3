//! The program `tables`: the tables of a page to a chart in the compact form. It has no widget.

// Nothing has to run at the start, and what the standard library would do there is of no use to a page.
#![cfg_attr(target_family = "wasm", no_main)]

use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

/// Half the code of the standard library's, and memory that is used again.
#[cfg(all(target_family = "wasm", not(target_feature = "atomics")))]
#[global_allocator]
static MEMORY: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// The chart of the tables in `host`; see [`state_chart::reader::tables`].
///
/// # Errors
///
/// An `Error` that says why they cannot be read with confidence, with all `problems`.
#[wasm_bindgen]
pub fn read(host: &HtmlElement) -> Result<JsValue, JsValue> {
    state_chart::reader::tables(host)
}

#[cfg(not(target_family = "wasm"))]
fn main() {}
