//! What comes later than the widget: whether it is here, and who waits for it.
//!
//! The program may be shipped in several modules: one has ways, addresses and scenarios, and is
//! loaded when a reader first wants any of them. Whoever calls into it has to ask [`here`] first.
//! Where nobody says that it comes later, it is here.

use super::{Store, WeakStore};
use js_sys::Function;
use std::cell::RefCell;
use wasm_bindgen::JsValue;

thread_local! {
    /// What loads it, as long as it is not here.
    static LOAD: RefCell<Option<Function>> = const { RefCell::new(None) };
    static WAITING: RefCell<Vec<WeakStore>> = const { RefCell::new(Vec::new()) };
    /// Why it could not be loaded.
    static FAULT: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Whether it is here.
#[must_use]
pub fn here() -> bool {
    LOAD.with_borrow(Option::is_none)
}

/// Says that it comes by `load`, or that it is here; `fault` is why the last attempt failed. Those
/// who wait are told.
pub fn comes(load: Option<Function>, fault: Option<String>) {
    LOAD.replace(load);
    FAULT.replace(fault.unwrap_or_default());
    for store in WAITING.take() {
        if let Some(store) = store.upgrade() {
            store.turn();
        }
    }
}

/// Has it loaded, and `store` told when it is here.
pub(super) fn want(store: &Store) {
    let load = LOAD.with_borrow(Clone::clone);
    let first = WAITING.with_borrow_mut(|waiting| {
        let first = waiting.is_empty();
        waiting.push(store.downgrade());
        first
    });
    if let Some(load) = load.filter(|_| first) {
        // It promises, and tells by `comes` what came of it.
        let _: Result<JsValue, JsValue> = load.call0(&JsValue::UNDEFINED);
    }
}

/// What is to be read in place of it: why it is not here, once that is known.
pub(super) fn word() -> String {
    FAULT.with_borrow(|fault| match fault.as_str() {
        "" => "…".to_owned(),
        fault => fault.to_owned(),
    })
}
