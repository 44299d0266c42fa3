//! What all programs share of JavaScript: problems as errors, and plain objects.

use js_sys::{Array, Error, Reflect};
use wasm_bindgen::prelude::*;

/// An error with a line for each problem, and the `problems` one by one.
#[must_use]
pub(crate) fn problems(problems: &[impl ToString]) -> JsValue {
    let lines = lines(problems);
    let error = Error::new(&lines.join("\n"));
    let list: Array = lines.iter().map(JsValue::from).collect();
    // An error object takes any further field.
    let _: Result<bool, _> = Reflect::set(&error, &"problems".into(), &list);
    error.into()
}

/// The lines of problems.
pub(crate) fn lines(problems: &[impl ToString]) -> Vec<String> {
    problems.iter().map(ToString::to_string).collect()
}

/// An object of these fields.
#[cfg(any(feature = "reader", feature = "tools"))]
#[must_use]
pub(crate) fn object(fields: &[(&str, JsValue)]) -> JsValue {
    let object = js_sys::Object::new();
    for (name, value) in fields {
        // Setting a field of a fresh plain object cannot fail.
        let _: Result<bool, _> = Reflect::set(&object, &JsValue::from_str(name), value);
    }
    object.into()
}
