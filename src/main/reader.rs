//! Puts the reader beside the widget: a second program, fetched only where it is needed.

use state_chart as _;

/// Half the code of the standard library's, and memory that is used again.
#[cfg(all(target_family = "wasm", not(target_feature = "atomics")))]
#[global_allocator]
static MEMORY: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

fn main() {}
