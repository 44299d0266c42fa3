//! Tests on the host: charts, laws, tidy, readme.
#![cfg(not(target_arch = "wasm32"))]

mod biztalk;
mod chart;
mod charts;
mod export;
mod json;
mod laws;
mod path;
mod service;
mod session;
mod table;
mod tidy;
