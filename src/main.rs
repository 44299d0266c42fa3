//! Puts `<state-chart>` on the page.
//!
//! The tag's class is defined by the loader, which calls [`state_chart::element::attach`] for
//! each element. Nothing has to be done before that, but the export has to be linked in.

// Nothing has to run at the start, and what the standard library would do there is of no use to a page.
#![cfg_attr(target_family = "wasm", no_main)]

use state_chart as _;

/// Half the code of the standard library's, and memory that is used again.
#[cfg(all(target_family = "wasm", not(target_feature = "atomics")))]
#[global_allocator]
static MEMORY: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

#[cfg(not(target_family = "wasm"))]
fn main() {}
