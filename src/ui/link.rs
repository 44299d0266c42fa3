//! A button that copies a link to what is shown, where the host has links to offer.

use super::draw::Drawing;
use super::{Action, Store, words};
use js_sys::Promise;
use js_sys::futures::{JsFuture, spawn_local};
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlInputElement};

#[wasm_bindgen]
extern "C" {
    // A page that did not come over HTTPS has no clipboard, which counts as a failure like any other.
    #[wasm_bindgen(catch, js_namespace = ["navigator", "clipboard"], js_name = writeText)]
    fn write_text(text: &str) -> Result<Promise, JsValue>;
}

/// Draws the button for a link to `value`, and the field that shows the link where it cannot be copied.
pub(super) fn draw(page: &mut Drawing, store: &Store, value: &dyn Fn() -> String) {
    if store.linker().is_none() {
        return page.nothing();
    }
    let value = value();
    page.open("span", "link");
    // What a click does to the button and the field ends with the value.
    page.key(&value);
    page.button("");
    page.set("data-link", Some(&value));
    page.word("Copy link");
    page.close();
    page.open("input", "|aria-label=Link");
    page.mark("readonly", true);
    page.mark("hidden", true);
    page.close();
    page.close();
}

/// Copies the link to `value`, for which `button` was clicked.
pub(super) fn click(store: &Store, value: &str, button: Element) {
    if let Some(linker) = store.linker() {
        spawn_local(copy(store.clone(), linker(value), button));
    }
}

async fn copy(store: Store, link: String, button: Element) {
    let copied = match write_text(&link) {
        Ok(promise) => JsFuture::from(promise).await.is_ok(),
        Err(_) => false,
    };
    if copied {
        // Setting an attribute fails only for a name that is none.
        let _: Result<(), _> = button.set_attribute("data-copied", "");
    } else if let Some(field) = button.next_element_sibling() {
        let field: HtmlInputElement = field.unchecked_into();
        field.set_value(&link);
        field.set_hidden(false);
        super::view::focus(&field);
        field.select();
    }
    let said = if copied { words::COPIED } else { words::SHOWN };
    store.dispatch(Action::Tell(said));
}
