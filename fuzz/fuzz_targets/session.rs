//! This target, for cargo-fuzz.
#![no_main]
libfuzzer_sys::fuzz_target!(|bytes: &[u8]| state_chart_fuzz::run("session", bytes));
