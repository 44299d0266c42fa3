//! A button that copies a link to what is shown, where the host has links to offer.

use super::{Action, Store, words};
use js_sys::Promise;
use js_sys::futures::{JsFuture, spawn_local};
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlInputElement};
use yew::prelude::*;

#[wasm_bindgen]
extern "C" {
    // A page that did not come over HTTPS has no clipboard, which counts as a failure like any other.
    #[wasm_bindgen(catch, js_namespace = ["navigator", "clipboard"], js_name = writeText)]
    fn write_text(text: &str) -> Result<Promise, JsValue>;
}

/// The button for a link to `value`, and the field that shows the link where it cannot be copied.
pub(super) fn view(store: &Store, value: impl FnOnce() -> String) -> Html {
    let Some(linker) = store.linker() else {
        return Html::default();
    };
    let value = value();
    // What the clicks below do to the button and the field ends with the value.
    let key = value.clone();
    let store = store.clone();
    let onclick = move |event: MouseEvent| {
        if let Some(button) = event.target_dyn_into::<Element>() {
            spawn_local(copy(store.clone(), linker(&value), button));
        }
    };
    html! {
        <span class="link" {key}>
            <button type="button" data-link="" {onclick}>{ "Copy link" }</button>
            <input readonly=true hidden=true aria-label="Link" />
        </span>
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
