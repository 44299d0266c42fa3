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

/// Each problem as a text.
pub(crate) fn lines(problems: &[impl ToString]) -> Vec<String> {
    problems.iter().map(ToString::to_string).collect()
}

#[cfg(any(feature = "element", feature = "tools"))]
#[wasm_bindgen]
extern "C" {
    /// A language that is not English, as js/state-chart-words.js makes it.
    pub type Speech;

    #[wasm_bindgen(method, getter)]
    fn lang(this: &Speech) -> String;

    #[wasm_bindgen(method, getter)]
    fn texts(this: &Speech) -> String;

    #[wasm_bindgen(method)]
    fn counted(this: &Speech, place: usize, count: usize) -> String;

    #[wasm_bindgen(method)]
    fn list(this: &Speech, names: &str, is_choice: bool) -> String;

    #[wasm_bindgen(method)]
    fn number(this: &Speech, number: usize) -> String;
}

#[cfg(any(feature = "element", feature = "tools"))]
impl crate::words::Language for Speech {
    fn counted(&self, place: usize, count: usize) -> String {
        self.counted(place, count)
    }

    fn list(&self, names: &str, is_choice: bool) -> String {
        self.list(names, is_choice)
    }

    fn number(&self, number: usize) -> String {
        self.number(number)
    }
}

/// The words of a language; English without one.
#[cfg(any(feature = "element", feature = "tools"))]
#[must_use]
pub(crate) fn words(speech: Option<Speech>) -> crate::words::Words {
    speech.map_or(crate::words::Words::ENGLISH, |speech| {
        crate::words::Words::new(speech.lang(), &speech.texts(), Box::new(speech))
    })
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
