//! Puts the reader beside the widget: a second program, fetched only where it is needed.

// Nothing has to run at the start, and what the standard library would do there is of no use to a page.
#![cfg_attr(target_family = "wasm", no_main)]

use state_chart as _;

/// Half the code of the standard library's, and memory that is used again.
#[cfg(all(target_family = "wasm", not(target_feature = "atomics")))]
#[global_allocator]
static MEMORY: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

#[cfg(not(target_family = "wasm"))]
fn main() {}
