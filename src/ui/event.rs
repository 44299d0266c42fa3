//! Finding what an event is about: one handler on a list of buttons finds the one that was pressed.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event};

/// The attribute `name` of the element that `event` happened to, or of the nearest around it that has it.
pub(super) fn attribute(event: &Event, name: &str) -> Option<String> {
    let target = event.target()?;
    // The events that are handled here have elements as their targets.
    let target = target.unchecked_ref::<Element>();
    let found = target.closest(&["[", name, "]"].concat()).ok()??;
    found.get_attribute(name)
}
