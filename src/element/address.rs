//! The element's entry in the fragment of the page's address: the element follows it, and writes
//! there what is done.
//!
//! What the address says decides what is shown. Without the entry it says a session in which nothing
//! was done, so that going back in the browser undoes, step by step.

use super::guide::RemoteGuide;
use crate::address::Address;
use crate::chart::StateId;
use crate::ui::{Action, Listening, Notice, Selection, Store, WeakStore};
use gloo::events::EventListener;
use gloo::utils::window;
use js_sys::Reflect;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

/// The tie between a store and the address, until it is dropped.
pub(super) struct Link {
    store: Store,
    /// Dropping these unsubscribes.
    _listening: Listening,
    _listeners: [EventListener; 2],
}

struct Entry {
    store: WeakStore,
    guide: Rc<RemoteGuide>,
    key: String,
    /// Where a service starts if nobody says otherwise.
    start: Option<StateId>,
    /// The value that was read or written last; `None` is no entry.
    value: RefCell<Option<String>>,
    /// Whether what happens just now comes from the address, and need not be written there.
    follows: Cell<bool>,
}

impl Link {
    /// Opens what the entry `key` says, and writes there what is done from then on.
    pub(super) fn open(
        host: &HtmlElement,
        store: &Store,
        guide: Rc<RemoteGuide>,
        key: String,
    ) -> Self {
        let entry = Rc::new(Entry {
            store: store.downgrade(),
            guide: Rc::clone(&guide),
            key: key.clone(),
            start: start(host, store),
            value: RefCell::new(None),
            follows: Cell::new(false),
        });
        entry.follow();
        if entry.value.borrow().is_some() {
            show(host);
        }
        let listeners = ["popstate", "hashchange"].map(|name| {
            let entry = Rc::clone(&entry);
            EventListener::new(&window(), name, move |_| entry.follow())
        });
        let listening = store.listen(move |notice| entry.on_notice(notice));
        store.offer(Some(Rc::new(move |value| link(&guide, &key, Some(value)))));
        Self {
            store: store.clone(),
            _listening: listening,
            _listeners: listeners,
        }
    }
}

impl Drop for Link {
    fn drop(&mut self) {
        self.store.offer(None);
    }
}

impl Entry {
    /// Goes where the address says, if it says something else than before.
    fn follow(&self) {
        let Some(store) = self.store.upgrade() else {
            return;
        };
        let (_, found) = here();
        let value = self
            .guide
            .entry(&found, &self.key)
            .filter(|value| !value.is_empty());
        if *self.value.borrow() == value {
            return;
        }
        let chart = Rc::clone(store.session().chart());
        let said = match &value {
            Some(value) => self.guide.read(value, self.start),
            None => Ok(Address::new(chart, self.start)),
        };
        self.value.replace(value);
        match said {
            Ok(said) => {
                self.follows.set(true);
                store.restore(said.history);
                let cell = said.cell;
                store.dispatch(Action::Select(
                    cell.map(|(state, operation)| Selection { state, operation }),
                ));
                store.dispatch(Action::Seek(said.goal));
                self.follows.set(false);
            }
            Err(problem) => {
                let text = ["link: #", &self.key, "=: ", &problem].concat();
                web_sys::console::warn_2(&"state-chart:".into(), &text.into());
            }
        }
    }

    /// The value of the session as it is now.
    fn text(&self, store: &Store) -> String {
        let session = store.session();
        let cell = session.selection().map(|cell| (cell.state, cell.operation));
        self.guide
            .write(session.history(), cell, session.goal(), self.start)
    }

    /// Writes what was done: what a reader did as a new entry of the browser's history, so that
    /// going back undoes it; what the page did before any reader came, in place of the last.
    fn on_notice(&self, notice: &Notice) {
        if self.follows.get() || !is_written(notice) {
            return;
        }
        let Some(store) = self.store.upgrade() else {
            return;
        };
        let text = self.text(&store);
        let value = Some(text).filter(|text| !text.is_empty());
        if *self.value.borrow() == value {
            return;
        }
        let link = link(&self.guide, &self.key, value.as_deref());
        self.value.replace(value);
        // The state that others keep in the history entry stays. It fails in a browser that has had too many
        // entries in a short time.
        let _: Result<(), JsValue> = window().history().and_then(|history| {
            let state = history.state()?;
            if is_used() {
                history.push_state_with_url(&state, "", Some(&link))
            } else {
                history.replace_state_with_url(&state, "", Some(&link))
            }
        });
    }
}

/// Whether `notice` may have changed what an address says.
const fn is_written(notice: &Notice) -> bool {
    !matches!(
        notice,
        Notice::Began(_) | Notice::EndingChosen | Notice::Announced | Notice::Refreshed
    )
}

/// Whether a reader has done anything on the page yet. A browser that does not tell counts as used.
fn is_used() -> bool {
    let field = |object: &JsValue, name: &str| Reflect::get(object, &name.into());
    let navigator = field(&window(), "navigator");
    let activation = navigator.and_then(|navigator| field(&navigator, "userActivation"));
    // In a browser that does not tell, `userActivation` is undefined, and a field of that is an error.
    let active = activation.and_then(|activation| field(&activation, "hasBeenActive"));
    active.map_or(true, |active| active.is_truthy())
}

/// Where a service of `host` starts if nobody says otherwise.
fn start(host: &HtmlElement, store: &Store) -> Option<StateId> {
    let session = store.session();
    let chart = session.chart();
    let named = host.get_attribute("state");
    let named = named.and_then(|name| chart.state_named(&name));
    named.or_else(|| chart.start())
}

/// The address without its fragment, and the fragment.
fn here() -> (String, String) {
    let whole = window().location().href().unwrap_or_default();
    match whole.split_once('#') {
        Some((page, fragment)) => (page.to_owned(), fragment.to_owned()),
        None => (whole, String::new()),
    }
}

/// The address with `value` in the entry `key`.
fn link(guide: &RemoteGuide, key: &str, value: Option<&str>) -> String {
    let (page, found) = here();
    match guide.with_entry(&found, key, value) {
        fragment if fragment.is_empty() => page,
        fragment => [&page, "#", &fragment].concat(),
    }
}

/// Brings `host` into view for whoever opened a link to it, unless the page was moved already.
fn show(host: &HtmlElement) {
    let height = window()
        .inner_height()
        .ok()
        .and_then(|height| height.as_f64());
    let below = height.is_some_and(|height| host.get_bounding_client_rect().top() >= height);
    if below && window().scroll_y() == Ok(0.0) {
        host.scroll_into_view();
    }
}
