//! What events mean: one listener for each kind, however many buttons there are.
//!
//! Buttons are told apart by the hooks that they carry anyway, so none needs a listener of its own.

use super::view::{Message, View};
use super::{Action, Selection, Store, grid, link, route};
use crate::chart::Chart;
use crate::service::{Cause, Ending, Refusal};
use gloo::events::{EventListener, EventListenerOptions};
use std::rc::Rc;
use web_sys::{Element, Event, HtmlSelectElement, KeyboardEvent};
use yew::html::Scope;

/// Hears events.
#[derive(Clone)]
struct Ear {
    store: Store,
    scope: Scope<View>,
}

/// Hears what happens in `root`, until the answer is dropped.
pub(super) fn all(root: &Element, store: &Store, scope: &Scope<View>) -> [EventListener; 5] {
    let ear = Ear {
        store: store.clone(),
        scope: scope.clone(),
    };
    // That a section is opened or closed does not bubble, but everything passes the root on its way down.
    ["click", "change", "keydown", "focusin", "toggle"].map(|kind| {
        let mut options = EventListenerOptions::enable_prevent_default();
        if kind == "toggle" {
            options.phase = gloo::events::EventListenerPhase::Capture;
        }
        let ear = ear.clone();
        EventListener::new_with_options(root, kind, options, move |event| ear.hear(kind, event))
    })
}

impl Ear {
    fn hear(&self, kind: &str, event: &Event) {
        use wasm_bindgen::JsCast;
        let Some(target) = event.target() else { return };
        // What is heard here happens to elements.
        let target: Element = target.unchecked_into();
        // What is in the place of a section is of those who fill it.
        if matches!(target.closest(".place"), Ok(Some(_))) {
            return;
        }
        match kind {
            "click" => drop(self.click(&target)),
            "change" => drop(self.change(&target)),
            "keydown" => drop(self.press(event, &target)),
            "focusin" => {
                if let Some((table, stop)) = grid::stop(&target) {
                    self.scope.send_message(Message::Stop(table, stop));
                }
            }
            _ => {
                let open = target.has_attribute("open");
                let part = target.get_attribute("part");
                self.scope.send_message(Message::Toggle(part, open));
            }
        }
    }
}

impl Ear {
    fn chart(&self) -> Rc<Chart> {
        Rc::clone(self.store.session().chart())
    }

    fn press(&self, event: &Event, target: &Element) -> Option<()> {
        use wasm_bindgen::JsCast;
        let event = event.dyn_ref::<KeyboardEvent>()?;
        grid::press(&self.chart(), event, target)?;
        event.prevent_default();
        Some(())
    }

    fn change(&self, target: &Element) -> Option<()> {
        use wasm_bindgen::JsCast;
        let message = if let Some(means) = target.get_attribute("data-means") {
            route::Message::Allow {
                events: means == "events",
            }
        } else if let Some(value) = target.get_attribute("value") {
            let fails = value == "failure";
            self.store.dispatch(Action::Choose { fails });
            return None;
        } else {
            // What else can change here is the list of goals.
            let list = target.unchecked_ref::<HtmlSelectElement>();
            let number = list.selected_index().checked_sub(1);
            let number = number.and_then(|number| usize::try_from(number).ok());
            let goal = number.and_then(|number| route::goal(&self.chart(), number));
            self.store.dispatch(Action::Seek(goal));
            return None;
        };
        self.scope.send_message(Message::Route(message));
        Some(())
    }

    fn click(&self, target: &Element) -> Option<()> {
        // Nothing may be dispatched while the session is borrowed.
        let action = grid::click(&self.store.session(), target);
        if let Some(action) = action {
            return self.store.dispatch(action).map(|_| ());
        }
        let button = target.closest("button").ok()??;
        let chart = self.chart();
        let mut names = HOOKS.iter();
        let (hook, name) = names.find_map(|hook| {
            Some((
                *hook,
                button.get_attribute(["data-", hook].concat().as_str())?,
            ))
        })?;
        let action = match hook {
            "operation" => {
                return self.begin(Cause::Operation(chart.operation_named(&name)?), false);
            }
            "go" => return self.begin(cause(&chart, &name)?, false),
            "event" => return self.begin(Cause::Event(chart.event_named(&name)?), false),
            "ended" => Action::Finish(Some(Ending::At(chart.state_named(&name)))),
            "step" => Action::Jump(name.parse().ok()?),
            "ask" => {
                let operation = self.store.session().selection()?.operation;
                let state = chart.state_named(&name)?;
                Action::Select(Some(Selection { state, operation }))
            }
            "link" => {
                link::copy(&self.store, &name, button);
                return Some(());
            }
            "walk" => {
                let message = route::Message::Walk(name.parse().ok());
                self.scope.send_message(Message::Route(message));
                return Some(());
            }
            _ => match name.as_str() {
                "undo" => Action::Undo,
                "redo" => Action::Redo,
                "start-over" => Action::StartOver,
                "close" => Action::Select(None),
                act => {
                    let Selection { state, operation } = self.store.session().selection()?;
                    self.store.dispatch(Action::Set(Some(state)));
                    return self.begin(Cause::Operation(operation), act == "conditional");
                }
            },
        };
        self.store.dispatch(action).map(|_| ())
    }

    fn begin(&self, cause: Cause, condition_met: bool) -> Option<()> {
        // A refusal has been told to every listener by then.
        let _: Result<u32, Option<Refusal>> = self.store.begin(cause, condition_met, None);
        Some(())
    }
}

/// What follows `data-` in the hooks of buttons outside the tables.
const HOOKS: [&str; 10] = [
    "operation",
    "event",
    "ended",
    "go",
    "walk",
    "history",
    "step",
    "ask",
    "link",
    "act",
];

/// The operation or event called `name`.
fn cause(chart: &Chart, name: &str) -> Option<Cause> {
    let operation = chart.operation_named(name).map(Cause::Operation);
    operation.or_else(|| chart.event_named(name).map(Cause::Event))
}
