//! Tests of whole built pages, in real browsers over WebDriver.
#![cfg(not(target_arch = "wasm32"))]
