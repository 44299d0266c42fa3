//! Tests on the host: charts, laws, tidy, readme.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on has failed"
)]

mod address;
mod api;
mod biztalk;
mod chart;
mod charts;
mod diagram;
mod export;
mod fuzz;
mod guide;
mod json;
mod laws;
mod pack;
mod path;
mod readme;
mod released;
mod service;
mod session;
mod small;
mod table;
mod tidy;
mod trust;
mod words;
