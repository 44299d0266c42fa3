//! Where the focus is, and where it goes when the element that had it is disabled or gone.

use wasm_bindgen::JsCast;
use web_sys::{
    Document, Element, FocusOptions, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition,
};

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

/// Gives `element` the focus, and moves nothing on the page.
pub(super) fn focus_in_place(element: &Element) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    let element = element.unchecked_ref::<HtmlElement>();
    // As above.
    let _: Result<(), _> = element.focus_with_options(&options);
}

/// Scrolls as little as is needed to show `element`.
pub(super) fn show(element: &Element) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    options.set_inline(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// The element that had the focus before a change of the page; none in the tables or the sections, which
/// keep it themselves.
#[derive(Default)]
pub(super) struct Focused(Option<Element>);

impl Focused {
    /// The element that has it now, in the widget `root`.
    pub(super) fn of(root: &Element) -> Self {
        let is_without = |it: &Element| it.closest(".grid, .section").is_ok_and(|it| it.is_none());
        let active = active_element(root).filter(|active| root.contains(Some(active)));
        Self(active.filter(is_without))
    }

    /// Whether no such element had it.
    pub(super) const fn is_none(&self) -> bool {
        self.0.is_none()
    }

    /// After the change: gives it to the state line if what had it is disabled or gone. A browser
    /// would give it to nobody. Whether it did.
    pub(super) fn restore(self, root: &Element) -> bool {
        let is_lost = |it: Element| !it.is_connected() || it.has_attribute("disabled");
        if self.0.is_some_and(is_lost)
            && let Ok(Some(state)) = root.query_selector(".card .state")
        {
            focus(&state);
            return true;
        }
        false
    }
}
