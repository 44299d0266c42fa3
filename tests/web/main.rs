//! Tests in a real browser: the components, and the element without its loader.
#![cfg(target_arch = "wasm32")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on has failed"
)]

mod card;
mod element;
mod grid;
mod keyboard;
mod memory;
mod other_chart;
mod place;
#[path = "../it/published.rs"]
mod published;
mod yew_app;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
