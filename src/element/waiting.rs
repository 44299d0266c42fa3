//! Promises that wait for a run to end.

use crate::chart::Chart;
use crate::service::{Cause, Step};
use crate::ui::{Notice, Store};
use js_sys::{Function, Promise};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::DomException;

/// The promises of what runs.
#[derive(Clone, Default)]
pub(super) struct Waiting(Rc<RefCell<Vec<[Function; 2]>>>);

impl Waiting {
    /// A promise of the step that the run of `cause` ends in, which may have ended already.
    pub(super) fn promise(&self, store: &Store, cause: Cause) -> Promise {
        Promise::new(&mut |resolve, reject| {
            let session = store.session();
            if session.service().running().is_some() {
                self.0.borrow_mut().push([resolve, reject]);
                return;
            }
            let ended = session.service().steps().last();
            match ended.filter(|step| step.cause == cause) {
                Some(step) => settle(&resolve, &super::detail::step(session.chart(), step)),
                None => settle(&reject, &abandoned()),
            }
        })
    }

    /// Settles all promises, if `notice` tells of the end of what runs.
    pub(super) fn on_notice(&self, chart: &Chart, notice: &Notice) {
        match notice {
            Notice::Stepped(step) if step.cause != Cause::Set => self.end(chart, step),
            Notice::Stepped(_) | Notice::Moved => self.abandon(),
            _ => {}
        }
    }

    fn end(&self, chart: &Chart, step: &Step) {
        for [resolve, _] in self.0.take() {
            settle(&resolve, &super::detail::step(chart, step));
        }
    }

    /// Rejects all promises: what they wait for will not end any more.
    pub(super) fn abandon(&self) {
        for [_, reject] in self.0.take() {
            settle(&reject, &abandoned());
        }
    }
}

fn settle(settle: &Function, with: &JsValue) {
    // The functions that a promise hands out do not throw.
    let _: Result<JsValue, _> = settle.call1(&JsValue::UNDEFINED, with);
}

fn abandoned() -> JsValue {
    let text = "the operation was abandoned before it ended";
    DomException::new_with_message_and_name(text, "AbortError")
        .map_or_else(|error| error, Into::into)
}
