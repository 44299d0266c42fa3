//! The program `tables`: the tables of a page to a chart in the compact form. It has no widget.

// Nothing has to run at the start: without `main`, what the standard library does there is left out.
#![cfg_attr(target_family = "wasm", no_main)]

use wasm_bindgen::prelude::*;

/// The allocator: half the code of the standard library's, and it uses freed memory again.
#[cfg(all(target_family = "wasm", not(target_feature = "atomics")))]
#[global_allocator]
static MEMORY: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// Checks that tables of so many cells are small enough; see [`state_chart::reader::fit`].
///
/// # Errors
///
/// An `Error` that says how many become a widget.
#[wasm_bindgen]
pub fn fit(cells: usize) -> Result<(), JsValue> {
    state_chart::reader::fit(cells)
}

/// The chart of the tables in an outline; see [`state_chart::reader::tables`].
///
/// # Errors
///
/// An `Error` that says why they cannot be read with confidence, with all `problems`.
#[wasm_bindgen]
#[expect(
    clippy::needless_pass_by_value,
    reason = "an optional text crosses as one of its own"
)]
pub fn read(
    outline: &str,
    yes: &str,
    no: &str,
    states: Option<String>,
) -> Result<JsValue, JsValue> {
    state_chart::reader::tables(outline, yes, no, states.as_deref())
}

#[cfg(not(target_family = "wasm"))]
fn main() {}
