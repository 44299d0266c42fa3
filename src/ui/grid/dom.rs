//! The calls by which the tables change the page.
//!
//! With the names that the tables use none of them fails, so none is declared as one that may: the checks
//! would be code that every reader downloads.

use std::cell::RefCell;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, Node};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = Document)]
    type Maker;

    #[wasm_bindgen(method, js_name = createElement)]
    fn element(this: &Maker, tag: &JsValue) -> Element;

    #[wasm_bindgen(js_name = Element)]
    type Target;

    #[wasm_bindgen(method, js_name = setAttribute)]
    fn set(this: &Target, name: &JsValue, value: &str);

    #[wasm_bindgen(method, js_name = setAttribute)]
    fn fix(this: &Target, name: &JsValue, value: &JsValue);

    #[wasm_bindgen(method, js_name = removeAttribute)]
    fn unset(this: &Target, name: &JsValue);

    #[wasm_bindgen(method, js_name = insertBefore)]
    fn insert(this: &Target, new: &Node, before: Option<&Node>);

    #[wasm_bindgen(method, js_name = cloneNode)]
    fn copy(this: &Target, deep: bool) -> Element;
}

thread_local! {
    /// Static texts of the program as JavaScript strings, by their place in memory: to make one costs as much
    /// as the call that it is made for.
    static WORDS: RefCell<Vec<(*const u8, usize, JsValue)>> = const { RefCell::new(Vec::new()) };
}

/// Calls `act` with a static text as a JavaScript string.
fn with(word: &'static str, act: &mut dyn FnMut(&JsValue)) {
    WORDS.with_borrow_mut(|words| {
        let (start, size) = (word.as_ptr(), word.len());
        let place = (words.iter()).position(|(at, long, _)| *at == start && *long == size);
        let place = place.unwrap_or_else(|| {
            words.push((start, size, word.into()));
            words.len() - 1
        });
        if let Some((_, _, word)) = words.get(place) {
            act(word);
        }
    });
}

/// A new element.
pub(super) fn element(document: &Document, tag: &'static str) -> Element {
    let mut made = JsValue::NULL;
    with(tag, &mut |tag| {
        made = document.unchecked_ref::<Maker>().element(tag).into()
    });
    made.unchecked_into()
}

/// Sets an attribute.
pub(super) fn set(element: &Element, name: &'static str, value: &str) {
    let element = element.unchecked_ref::<Target>();
    with(name, &mut |name| element.set(name, value));
}

/// Sets an attribute to a static text, or removes it.
pub(super) fn fix(element: &Element, name: &'static str, value: Option<&'static str>) {
    let element = element.unchecked_ref::<Target>();
    match value {
        Some(value) => {
            let mut word = JsValue::NULL;
            with(value, &mut |value| word = value.clone());
            with(name, &mut |name| element.fix(name, &word));
        }
        None => with(name, &mut |name| element.unset(name)),
    }
}

/// Puts `new` into `parent`, before one of its nodes or at the end.
pub(super) fn insert(parent: &Element, new: &Node, before: Option<&Node>) {
    parent.unchecked_ref::<Target>().insert(new, before);
}

/// A copy of an element with all that is in it.
pub(super) fn copy(element: &Element) -> Element {
    element.unchecked_ref::<Target>().copy(true)
}
