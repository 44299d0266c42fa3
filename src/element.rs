//! The custom element `<state-chart>`: attributes, events and methods around a view.
//!
//! The class behind the tag is JavaScript (js/element.js), so that a page pays for the wasm
//! only when an element is about to be seen. Once it is there, the class calls [`attach`], and
//! each element holds one [`Widget`].

mod address;
mod attributes;
mod detail;
mod events;
mod guide;
mod names;
mod root;
mod source;
mod waiting;
mod widget;

pub use crate::js::Speech;
pub use guide::ToolGuide;
pub use widget::Widget;

use js_sys::Function;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

/// Makes `host` a widget.
///
/// - `packed` is its chart in the compact form; without it, it is the built-in one.
/// - `operate` is asked each time that an operation or event is about to begin, with its detail and
///   the number of its run: 0 is no, 1 is yes, 2 is that the page carries it out and will call
///   `settle`. Without it, everything may begin.
/// - `want` is called when somebody asks about ways and there is no guide yet; it ends in a call of
///   [`Widget::equip`].
/// - `guide` answers about ways from the start. An element with a link needs it.
/// - `words` is the language that it speaks; without it, English.
///
/// ```js
/// const widget = attach(document.querySelector("state-chart"));
/// ```
///
/// # Errors
///
/// An `Error` that says what is wrong with the chart or its start; `host` is as it was.
pub fn attach(
    host: HtmlElement,
    packed: Option<Vec<u8>>,
    operate: Option<Function>,
    want: Option<Function>,
    guide: Option<ToolGuide>,
    words: Option<Speech>,
) -> Result<Widget, JsValue> {
    Widget::attach(host, packed.as_deref(), operate, want, guide, words)
}
