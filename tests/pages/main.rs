//! Tests of whole built pages, in real browsers over WebDriver.
//!
//! `cargo xtask test` builds the pages, starts the driver of each engine and says where both are. Any
//! engine can run them, but for those in `accessibility`, `leaks`, `looks`, `spoken` and `width`, which
//! ask Chromium itself.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on has failed"
)]

mod accessibility;
mod around;
#[path = "../../fuzz/src/back.rs"]
mod back;
mod backend;
mod content;
mod demo;
mod diagram;
mod direction;
mod embedding;
mod export;
mod faults;
mod injection;
mod interface;
mod keyboard;
mod languages;
mod large;
mod later;
mod leaks;
mod links;
mod loading;
mod looks;
mod many;
mod model;
mod page;
#[path = "../it/published.rs"]
mod published;
mod real;
mod reload;
mod requests;
#[path = "../it/table/sample.rs"]
mod sample;
mod server;
mod site;
mod sites;
mod spoken;
mod table;
mod tables;
mod versions;
mod ways;
mod width;
