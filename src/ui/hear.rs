//! What events mean: one listener for each kind, however many buttons there are.
//!
//! Buttons are told apart by the hooks that they carry anyway, so none needs a listener of its own.

use super::view::{Message, View};
use super::{Action, Selection, Store, grid, link, route};
use crate::chart::Chart;
use crate::service::{Cause, Ending, Refusal};
use std::rc::Rc;
use web_sys::{Element, Event, HtmlSelectElement, KeyboardEvent};
use yew::html::Scope;
use yew::prelude::*;
use yew::virtual_dom::{Listener, ListenerKind};

/// The kinds of events that mean something.
#[derive(Clone, Copy)]
enum Kind {
    Click,
    Change,
    Press,
    Focus,
    Toggle,
}

/// Hears one kind of event.
struct Ear {
    kind: Kind,
    store: Store,
    scope: Scope<View>,
}

/// Who hears what bubbles to the root of the widget.
pub(super) fn all(store: &Store, scope: &Scope<View>) -> [Rc<dyn Listener>; 4] {
    [Kind::Click, Kind::Change, Kind::Press, Kind::Focus].map(|kind| ear(kind, store, scope))
}

/// Who hears that a section is opened or closed, which does not bubble.
pub(super) fn toggle(store: &Store, scope: &Scope<View>) -> Rc<dyn Listener> {
    ear(Kind::Toggle, store, scope)
}

fn ear(kind: Kind, store: &Store, scope: &Scope<View>) -> Rc<dyn Listener> {
    Rc::new(Ear {
        kind,
        store: store.clone(),
        scope: scope.clone(),
    })
}

impl Listener for Ear {
    fn kind(&self) -> ListenerKind {
        match self.kind {
            Kind::Click => ListenerKind::onclick,
            Kind::Change => ListenerKind::onchange,
            Kind::Press => ListenerKind::onkeydown,
            Kind::Focus => ListenerKind::onfocusin,
            Kind::Toggle => ListenerKind::ontoggle,
        }
    }

    fn passive(&self) -> bool {
        false
    }

    // An event of a shadow root has lost its target by the time that a message of it arrives.
    fn handle(&self, event: Event) {
        let Some(target) = event.target_dyn_into::<Element>() else {
            return;
        };
        // What is in the place of a section is of those who fill it.
        if matches!(target.closest(".place"), Ok(Some(_))) {
            return;
        }
        match self.kind {
            Kind::Click => {
                self.click(&target);
            }
            Kind::Change => {
                self.change(&target);
            }
            Kind::Press => {
                self.press(&event, &target);
            }
            Kind::Focus => {
                if let Some((table, stop)) = grid::stop(&target) {
                    self.scope.send_message(Message::Stop(table, stop));
                }
            }
            Kind::Toggle => {
                let insight = target.class_name() == "insight";
                let open = target.has_attribute("open");
                self.scope.send_message(Message::Toggle { insight, open });
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
            let number = list.value().parse().ok();
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
