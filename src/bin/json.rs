//! The program `json`: a chart in the JSON format to the compact form. It has no widget.

// Nothing has to run at the start: without `main`, what the standard library does there is left out.
#![cfg_attr(target_family = "wasm", no_main)]

use wasm_bindgen::prelude::*;

/// The allocator: half the code of the standard library's, and it uses freed memory again.
#[cfg(all(target_family = "wasm", not(target_feature = "atomics")))]
#[global_allocator]
static MEMORY: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// The chart in a JSON text, in the compact form.
///
/// # Errors
///
/// An `Error` with all `problems` of the text.
#[wasm_bindgen]
pub fn read(text: &str) -> Result<Vec<u8>, JsValue> {
    state_chart::reader::json(text)
}

#[cfg(not(target_family = "wasm"))]
fn main() {}
