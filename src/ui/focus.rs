//! Where the focus is, and where it goes when what had it can have it no longer.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement};

/// The element that has the focus in the document or shadow root of `element`.
pub(super) fn active_element(element: &Element) -> Option<Element> {
    // A root is a document, a shadow root, or an element that is not on the page and has none.
    let root = element.get_root_node();
    root.unchecked_ref::<Document>().active_element()
}

/// Gives `element` the focus, if it can have it.
pub(super) fn focus(element: &Element) {
    // The widget draws HTML only. It fails only for what is not on the page, which has no focus to give.
    let _: Result<(), _> = element.unchecked_ref::<HtmlElement>().focus();
}

/// What in the card had the focus before a change of the page.
#[derive(Default)]
pub(super) struct Focused(Option<Element>);

impl Focused {
    /// What has it now, in the widget `root`.
    pub(super) fn of(root: &Element) -> Self {
        let card = root.first_element_child();
        Self(active_element(root).filter(|active| {
            card.is_some_and(|card| card != *active && card.contains(Some(active)))
        }))
    }

    /// After the change: gives it to the state line if what had it is disabled or gone. A browser
    /// would give it to nobody.
    pub(super) fn restore(self, root: &Element) {
        let is_lost = |it: Element| !it.is_connected() || it.has_attribute("disabled");
        if self.0.is_some_and(is_lost)
            && let Ok(Some(state)) = root.query_selector(".card .state")
        {
            focus(&state);
        }
    }
}
