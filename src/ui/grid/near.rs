//! Rows get their cells as they come near.

use super::stop;
use super::tables::Tables;
use gloo::events::EventListener;
use gloo::utils::window;
use js_sys::Array;
use wasm_bindgen::prelude::*;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};

/// How near to what is seen of the page. It does not hold where a table scrolls by itself: there the rows
/// before and after those that are seen are filled with them.
const MARGIN: &str = "400px";

/// What needs whole tables at once: they are printed, or copied.
const WHOLE: [&str; 2] = ["beforeprint", "copy"];

/// Gives rows their cells as they come near, and all rows before the page is printed or copied from.
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
        let whole = WHOLE.map(|event| {
            let tables = tables.clone();
            EventListener::new(&window(), event, move |_| tables.fill_all())
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

/// Gives the rows of `body` their cells.
fn fill(tables: &Tables, body: &Element) {
    let head = body.first_element_child();
    let place = head.and_then(|row| stop(&row.first_element_child()?));
    if let Some((table, position)) = place {
        tables.fill(table, position.row);
    }
}
