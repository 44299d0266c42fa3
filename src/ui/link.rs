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

/// Draws the button for a link to `value`, and the field that shows the link where it cannot be
/// copied.
#[inline(never)]
pub(super) fn draw(page: &mut Drawing, value: &str) {
    // What a click does to the button and the field ends with the value.
    page.open_anew("span", "link", value);
    page.button("");
    page.set("data-link", Some(value));
    page.text("Copy link");
    page.close();
    page.open("input", "|readonly=readonly|hidden=hidden|aria-label=Link");
    page.close();
    page.close();
}

/// Copies the link to `value`, or has the field beside `button` show it.
#[inline(never)]
pub(super) fn copy(store: &Store, value: &str, button: Element) {
    if let Some(linker) = store.linker() {
        spawn_local(hand_over(store.clone(), linker(value), button));
    }
}

async fn hand_over(store: Store, link: String, button: Element) {
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
