//! Tests in a real browser: the components and the element.
#![cfg(target_arch = "wasm32")]
