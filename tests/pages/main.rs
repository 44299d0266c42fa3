//! Tests of whole built pages, in real browsers over WebDriver.
//!
//! `cargo xtask test` builds the pages, starts the driver and says where both are. Only what the
//! WebDriver standard has is used, so that any engine can run them; `leaks` alone asks Chromium itself.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on has failed"
)]

mod accessibility;
mod backend;
mod content;
mod demo;
mod diagram;
mod embedding;
mod export;
mod interface;
mod keyboard;
mod later;
mod leaks;
mod links;
mod loading;
mod many;
mod page;
#[path = "../it/published.rs"]
mod published;
#[path = "../it/table/sample.rs"]
mod sample;
mod server;
mod sites;
mod tables;
mod ways;
