//! The custom element `<state-chart>`: attributes, events and methods around a view.
//!
//! The class behind the tag is plain JavaScript ([`LOADER`]), so that a page pays for the wasm
//! only when an element is about to be seen. Once it is there, the class calls [`attach`], and
//! each element holds one [`Widget`].

pub mod api;

mod address;
mod answer;
mod attributes;
mod events;
mod root;
mod source;
mod waiting;
mod widget;

pub use source::BUILT_IN;
pub use widget::Widget;

use js_sys::Function;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

/// The script that defines the tag, and loads the wasm when an element needs it.
pub const LOADER: &str = include_str!("element/state-chart.js");

/// Says that ways, addresses and scenarios are not here yet, and come by calling `load`; or, without
/// it, that they are here. `fault` is why the last attempt failed. A program that is one module has
/// all of it, and nobody has to say so.
///
/// ```js
/// ways(() => fetchThem().then(() => ways(), (error) => ways(again, error.message)));
/// ```
#[wasm_bindgen]
pub fn ways(load: Option<Function>, fault: Option<String>) {
    crate::ui::late::comes(load, fault);
}

/// Reads the built-in chart, which is done once, and may be done before the program is shipped.
#[wasm_bindgen]
pub fn ready() {
    source::read();
}

/// Makes `host` a widget. `json` is the text of its chart, where it does not stand in the element
/// itself. `operate` is asked each time that an operation or event is about to begin, with its
/// detail and the number of its run: 0 is no, 1 is yes, 2 is that the page carries it out and will
/// call `settle`. Without it, everything may begin.
///
/// ```js
/// const widget = attach(document.querySelector("state-chart"));
/// ```
///
/// # Errors
///
/// An `Error` that says what is wrong with the chart, with all `problems`; `host` is as it was.
#[wasm_bindgen]
pub fn attach(
    host: HtmlElement,
    json: Option<String>,
    operate: Option<Function>,
) -> Result<Widget, JsValue> {
    Widget::attach(host, json, operate)
}
