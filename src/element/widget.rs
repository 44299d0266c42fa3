//! One element's widget: its store, its Yew app, and the methods that the tag's class calls.

use super::address::Link;
use super::attributes::Attributes;
use super::guide::{self, RemoteGuide, ToolGuide};
use super::names::{cause_named, operation_named, state_named};
use super::root::Root;
use super::waiting::Waiting;
use super::{detail, events, source};
use crate::chart::Chart;
use crate::chart::pack::Reader;
use crate::js::{self, Speech};
use crate::service::{Ending, History};
use crate::ui::{Action, Help, Listening, Selection, Store, ViewProps};
use js_sys::{Function, Promise, Reflect};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

/// A live widget in an element. `free()` takes it off the element again.
#[wasm_bindgen]
pub struct Widget {
    host: HtmlElement,
    store: Store,
    attributes: RefCell<Attributes>,
    waiting: Waiting,
    root: Root,
    guide: Option<Rc<RemoteGuide>>,
    /// Follows the address, and writes it.
    link: Option<Link>,
    /// Dropping it unsubscribes.
    _listening: Listening,
}

impl Widget {
    /// Makes `host` a widget.
    pub(super) fn attach(
        host: HtmlElement,
        packed: Option<&[u8]>,
        operate: Option<Function>,
        want: Option<Function>,
        guide: Option<ToolGuide>,
        words: Option<Speech>,
    ) -> Result<Self, JsValue> {
        let chart = source::chart(packed)?;
        let attributes = Attributes::read(&host, &chart);
        let start = match &attributes.state {
            Some(name) => Some(state_named(&chart, name)?),
            None => chart.start(),
        };
        let store = Store::new(chart, start, attributes.duration);
        store.speak(js::words(words));
        let waiting = Waiting::default();
        let listening = Self::listen(&host, &store, &waiting);
        if let Some(operate) = operate {
            events::guard(operate, &store);
        }
        if let Some(want) = want {
            store.on_guide_wanted(move || {
                // It begins to load the guide, and will call `equip`.
                let _: Result<JsValue, JsValue> = want.call0(&JsValue::UNDEFINED);
            });
        }
        let view = ViewProps {
            store: store.clone(),
            parts: attributes.parts,
            fills: true,
        };
        let root = Root::open(host.clone(), view)?;
        attributes.complain();
        let mut widget = Self {
            host,
            store,
            attributes: RefCell::new(attributes),
            waiting,
            root,
            guide: None,
            link: None,
            _listening: listening,
        };
        if let Some(guide) = guide {
            widget.equip(Some(guide), None);
        }
        Ok(widget)
    }

    /// Begins to follow the address, if the element has a `link`. Without a guide it cannot.
    fn open_link(&self) -> Option<Link> {
        let key = self.attributes.borrow().link.clone()?;
        let guide = self.guide.clone()?;
        Some(Link::open(&self.host, &self.store, guide, key))
    }

    fn listen(host: &HtmlElement, store: &Store, waiting: &Waiting) -> Listening {
        let (host, waiting) = (host.clone(), waiting.clone());
        let weak = store.downgrade();
        store.listen(move |notice| {
            let Some(store) = weak.upgrade() else { return };
            let chart = Rc::clone(store.session().chart());
            waiting.on_notice(&chart, notice);
            let told = events::of(&store.session(), notice);
            if let Some((name, detail)) = told {
                events::dispatch(&host, name, &detail);
            }
        })
    }
}

#[wasm_bindgen]
impl Widget {
    /// Gives the widget the guide that answers about ways; or, without one, why there is none.
    ///
    /// ```js
    /// widget.equip(new Guide(packed));
    /// ```
    pub fn equip(&mut self, guide: Option<ToolGuide>, fault: Option<String>) {
        let chart = self.chart();
        self.guide = guide.map(|guide| Rc::new(RemoteGuide::new(chart, guide)));
        self.store.set_help(Help {
            guide: self.guide.clone().map(|guide| guide as _),
            fault: fault.unwrap_or_default().into(),
        });
        if self.link.is_none() {
            self.link = self.open_link();
        }
    }

    /// The name of the state in which the service is; `null` is no service.
    ///
    /// ```js
    /// widget.state; // "Active"
    /// ```
    #[wasm_bindgen(getter)]
    pub fn state(&self) -> JsValue {
        let session = self.store.session();
        detail::state(session.chart(), session.service().state())
    }

    /// Puts the service into a state; `null` is no service. What runs is abandoned.
    ///
    /// ```js
    /// widget.state = "StopFailed";
    /// ```
    ///
    /// # Errors
    ///
    /// A `RangeError` if the chart has no state of that name.
    #[wasm_bindgen(setter)]
    pub fn set_state(&self, name: Option<String>) -> Result<(), JsValue> {
        let chart = self.chart();
        let state = name.map(|name| state_named(&chart, &name)).transpose()?;
        self.store.dispatch(Action::Set(state));
        Ok(())
    }

    /// Whether `operation` would begin now.
    ///
    /// ```js
    /// widget.can("Stop"); // true
    /// ```
    #[must_use]
    pub fn can(&self, operation: &str) -> bool {
        let session = self.store.session();
        let operation = session.chart().operation_named(operation);
        operation.is_some_and(|operation| session.service().can(operation))
    }

    /// Performs an operation, or an event from outside, and promises the step or the refusal.
    /// `options.outcome` is `"success"` or `"failure"`; without it the reader chooses. `options.state`
    /// says where it ends, where the chart does not tell. `options.condition` says whether the condition
    /// of a conditional cell is met.
    ///
    /// ```js
    /// const step = await widget.perform("Stop", { outcome: "failure" });
    /// step.to; // "StopFailed"
    /// ```
    ///
    /// # Errors
    ///
    /// A `RangeError` if the chart has no operation or event of that name, or an option is none of
    /// the words above. The promise is rejected with an `AbortError` if what runs is abandoned.
    pub fn perform(&self, name: &str, options: &JsValue) -> Result<Promise, JsValue> {
        let chart = self.chart();
        let cause = cause_named(&chart, name)?;
        let ending = ending(&chart, options)?;
        let condition_met = field(options, "condition").is_truthy();
        let at = self.store.session().service().state();
        Ok(match self.store.begin(cause, condition_met, ending) {
            Ok(_) => self.waiting.promise(&self.store, cause),
            Err(Some(refusal)) => {
                Promise::resolve(&detail::refusal(&self.store.session(), &refusal, at))
            }
            Err(None) => Promise::resolve(&detail::cancelled(&chart, cause, at)),
        })
    }

    /// Ends the run of this number, which the page carried out; nothing happens if it runs no more.
    /// `end` says how, in the words of `perform`'s options; without them it succeeded.
    ///
    /// ```js
    /// widget.settle(3, { outcome: "failure" });
    /// ```
    ///
    /// # Errors
    ///
    /// A `RangeError` if `end` names no outcome or state; it counts as a failure then.
    pub fn settle(&self, run: u32, end: &JsValue) -> Result<(), JsValue> {
        let ending = ending(&self.chart(), end);
        let known = ending
            .as_ref()
            .map_or(Ending::Failure, |known| known.unwrap_or(Ending::Success));
        self.store.finish(run, Some(known));
        ending.map(drop)
    }

    /// Asks about a cell, as a click on it does; `null` asks about none.
    ///
    /// ```js
    /// widget.select("StopFailed", "Restart");
    /// ```
    ///
    /// # Errors
    ///
    /// A `RangeError` if the chart has no such state or operation.
    pub fn select(&self, state: Option<String>, operation: Option<String>) -> Result<(), JsValue> {
        let chart = self.chart();
        let selection = match (state, operation) {
            (Some(state), Some(operation)) => Some(Selection {
                state: state_named(&chart, &state)?,
                operation: operation_named(&chart, &operation)?,
            }),
            _ => None,
        };
        self.store.dispatch(Action::Select(selection));
        Ok(())
    }

    /// The history as a scenario, for `restore`. It needs a guide.
    ///
    /// ```js
    /// widget.save(); // "Active; Stop!; Restart"
    /// ```
    #[must_use]
    pub fn save(&self) -> String {
        let guide = self.guide.as_ref();
        let session = self.store.session();
        guide.map_or_else(String::new, |guide| guide.save(session.history()))
    }

    /// Puts the service where a scenario leads, with its whole history. What runs is abandoned. It
    /// needs a guide.
    ///
    /// ```js
    /// widget.restore("Active; Stop!; Restart");
    /// ```
    ///
    /// # Errors
    ///
    /// A `RangeError` that says what is wrong with the scenario, and where; nothing has changed then.
    pub fn restore(&self, text: &str) -> Result<(), JsValue> {
        if let Some(guide) = &self.guide {
            let history = guide.restore(text);
            let history = history.map_err(|problem| detail::range(&problem))?;
            self.store.restore(history);
        }
        Ok(())
    }

    /// The history in bytes, for [`resume`](Self::resume); none where nothing was done. It needs no guide.
    ///
    /// ```js
    /// const history = widget.history();
    /// ```
    #[must_use]
    pub fn history(&self) -> Vec<u8> {
        let session = self.store.session();
        let history = session.history();
        if history.taken() + history.undone() == 0 {
            return Vec::new();
        }
        guide::bytes(history)
    }

    /// Goes on where another widget of the same chart was.
    ///
    /// ```js
    /// widget.resume(history);
    /// ```
    pub fn resume(&self, history: &[u8]) {
        if let Some(history) = History::read(&mut Reader::new(history), &self.chart()) {
            self.store.restore(history);
        }
    }

    /// Forgets all steps. Whether there were any.
    ///
    /// ```js
    /// widget.startOver(); // true
    /// ```
    #[wasm_bindgen(js_name = startOver)]
    pub fn start_over(&self) -> bool {
        self.store.dispatch(Action::StartOver).is_some()
    }

    /// Takes the last step back, or abandons what runs. Whether there was anything to undo.
    ///
    /// ```js
    /// widget.undo(); // true
    /// ```
    pub fn undo(&self) -> bool {
        self.store.dispatch(Action::Undo).is_some()
    }

    /// Takes the step again that was undone last. Whether there was one.
    ///
    /// ```js
    /// widget.redo(); // true
    /// ```
    pub fn redo(&self) -> bool {
        self.store.dispatch(Action::Redo).is_some()
    }

    /// Reads the attributes again, after any of them has changed.
    ///
    /// ```js
    /// element.setAttribute("duration", "0");
    /// widget.update();
    /// ```
    ///
    /// # Errors
    ///
    /// A `RangeError` if the chart has no state of the name that `state` gives.
    pub fn update(&mut self) -> Result<(), JsValue> {
        let new = Attributes::read(&self.host, &self.chart());
        let old = self.attributes.replace(new.clone());
        if new == old {
            return Ok(());
        }
        new.complain();
        self.store.set_duration(new.duration);
        if new.link != old.link {
            // The old one ends before the new one begins.
            self.link = None;
            self.link = self.open_link();
        }
        if new.parts != old.parts {
            self.root.update(ViewProps {
                store: self.store.clone(),
                parts: new.parts,
                fills: true,
            });
        }
        if new.state != old.state
            && let Some(name) = new.state
        {
            self.set_state(Some(name))?;
        }
        Ok(())
    }
}

impl Widget {
    fn chart(&self) -> Rc<Chart> {
        Rc::clone(self.store.session().chart())
    }
}

impl Drop for Widget {
    fn drop(&mut self) {
        self.store.close();
        self.waiting.abandon();
    }
}

/// The field `name` of `options`; `undefined` where there are no options.
fn field(options: &JsValue, name: &str) -> JsValue {
    Reflect::get(options, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

/// The ending that `options` name, if they name one.
fn ending(chart: &Chart, options: &JsValue) -> Result<Option<Ending>, JsValue> {
    let state = field(options, "state");
    if state.is_null() {
        return Ok(Some(Ending::At(None)));
    }
    if let Some(name) = state.as_string() {
        return Ok(Some(Ending::At(Some(state_named(chart, &name)?))));
    }
    let outcome = field(options, "outcome");
    match outcome.as_string().as_deref() {
        Some("success") => Ok(Some(Ending::Success)),
        Some("failure") => Ok(Some(Ending::Failure)),
        None if outcome.is_undefined() => Ok(None),
        _ => {
            let text = "expected the outcome `success` or `failure`";
            Err(js_sys::RangeError::new(text).into())
        }
    }
}
