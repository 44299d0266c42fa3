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

/// How far outside of the visible part of the page rows get their cells. A browser does not apply it within
/// a table that scrolls by itself: for that, [`Tables::fill`] fills the bodies before and after as well.
const MARGIN: &str = "400px";

/// Before a page is printed, its tables are made whole.
const PRINT: &str = "beforeprint";
/// And so they are before a part of them is copied.
const COPY: &str = "copy";

/// Gives rows their cells as they come near, and all rows before the page is printed or a part of them copied.
/// Dropping it ends that.
pub(super) struct Near {
    observer: IntersectionObserver,
    _seen: Closure<dyn FnMut(Array)>,
    _whole: [EventListener; 2],
}

impl Near {
    /// Observes these tables; `None` where all rows have their cells.
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
                if name == PRINT || is_copied(&tables, event) == Some(true) {
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

/// Whether the selection that is copied has a part of the tables: it begins in them, or reaches across the
/// widget. `None` where nothing is selected.
fn is_copied(tables: &Tables, event: &Event) -> Option<bool> {
    let grid = tables.elements().next()?.parent_element()?;
    if event.composed_path().includes(&grid, 0) {
        return Some(true);
    }
    // A selection of the page does not reach into a shadow root, but it may contain the host.
    let root = grid.get_root_node();
    let widget = root.dyn_ref::<ShadowRoot>().map_or(grid, ShadowRoot::host);
    let selection = window().get_selection().ok()??;
    // `containsNode` says no of a widget in Chromium, whatever is selected.
    selection
        .get_range_at(0)
        .ok()?
        .intersects_node(&widget)
        .ok()
}

/// Gives the rows of `body` their cells.
fn fill(tables: &Tables, body: &Element) {
    let head = body.first_element_child();
    let place = head.and_then(|row| stop(&row.first_element_child()?));
    if let Some((table, position)) = place {
        tables.fill(table, position.row);
    }
}
