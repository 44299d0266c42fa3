//! Rows get their cells as they come near.

use super::stop;
use super::tables::Tables;
use gloo::events::EventListener;
use gloo::utils::window;
use js_sys::Array;
use wasm_bindgen::prelude::*;
use web_sys::{
    Element, Event, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit,
    ShadowRoot,
};

/// How near to what is seen of the page. It does not hold where a table scrolls by itself: there the rows
/// before and after those that are seen are filled with them.
const MARGIN: &str = "400px";

/// What may need whole tables at once: they are printed, or copied.
const PRINT: &str = "beforeprint";
const COPY: &str = "copy";

/// Gives rows their cells as they come near, and all rows before the page is printed or a part of them copied.
/// Dropping it ends that.
pub(super) struct Near {
    observer: IntersectionObserver,
    _seen: Closure<dyn FnMut(Array)>,
    _whole: [EventListener; 2],
}

impl Near {
    /// For these tables; none where all rows have their cells.
    pub(super) fn new(tables: &Tables) -> Option<Self> {
        let mut bare = tables.bare().peekable();
        bare.peek()?;
        let seen = {
            let tables = tables.clone();
            Closure::<dyn FnMut(Array)>::new(move |entries: Array| {
                for entry in entries.iter() {
                    let entry: IntersectionObserverEntry = entry.unchecked_into();
                    if entry.is_intersecting() {
                        fill(&tables, &entry.target());
                    }
                }
            })
        };
        let options = IntersectionObserverInit::new();
        options.set_root_margin(MARGIN);
        let function = seen.as_ref().unchecked_ref();
        let Ok(observer) = IntersectionObserver::new_with_options(function, &options) else {
            tables.fill_all();
            return None;
        };
        for body in bare {
            observer.observe(&body);
        }
        let whole = [PRINT, COPY].map(|name| {
            let tables = tables.clone();
            EventListener::new(&window(), name, move |event| {
                if name == PRINT || is_copied(&tables, event).is_some() {
                    tables.fill_all();
                }
            })
        });
        Some(Self {
            observer,
            _seen: seen,
            _whole: whole,
        })
    }
}

impl Drop for Near {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// Whether what is copied from the page has a part of the tables: it begins in them, or reaches over the
/// widget.
fn is_copied(tables: &Tables, event: &Event) -> Option<()> {
    let grid = tables.elements().next()?.parent_element()?;
    let root = grid.get_root_node();
    // A selection of the page does not know what is in a shadow root.
    let seen = match root.dyn_ref::<ShadowRoot>() {
        Some(root) => root.host(),
        None => grid.clone(),
    };
    let begins = event.composed_path().includes(&grid, 0);
    // Chromium says of a widget that a selection does not contain it, whatever is selected.
    let reaches = || {
        let selection = window().get_selection().ok()??;
        selection.get_range_at(0).ok()?.intersects_node(&seen).ok()
    };
    (begins || reaches() == Some(true)).then_some(())
}

/// Gives the rows of `body` their cells.
fn fill(tables: &Tables, body: &Element) {
    let head = body.first_element_child();
    let place = head.and_then(|row| stop(&row.first_element_child()?));
    if let Some((table, position)) = place {
        tables.fill(table, position.row);
    }
}
