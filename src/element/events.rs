//! The events that an element dispatches.

use super::detail;
use crate::ui::{Gate, Notice, Session, Store};
use js_sys::Function;
use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit, HtmlElement};

/// Dispatches `name` on `host`.
pub(super) fn dispatch(host: &HtmlElement, name: &str, detail: &JsValue) {
    let init = CustomEventInit::new();
    init.set_bubbles(true);
    init.set_composed(true);
    init.set_detail(detail);
    if let Ok(event) = CustomEvent::new_with_event_init_dict(name, &init) {
        // It fails only for an event that is being dispatched already, and this one is new.
        let _: Result<bool, _> = host.dispatch_event(&event);
    }
}

/// The name and the detail of the event for `notice`; `None` where there is none.
pub(super) fn of(session: &Session, notice: &Notice) -> Option<(&'static str, JsValue)> {
    let chart = session.chart();
    let at = session.service().state();
    Some(match notice {
        Notice::Stepped(step) => ("state-chart-operated", detail::step(chart, step)),
        Notice::Refused(refusal) => ("state-chart-refused", detail::refusal(session, refusal, at)),
        Notice::Selected => (
            "state-chart-select",
            detail::selection(chart, session.selection()),
        ),
        _ => return None,
    })
}

/// Asks the page by `operate` each time that an operation is about to begin.
pub(super) fn guard(operate: Function, store: &Store) {
    let weak = store.downgrade();
    store.guard(move |cause, run| {
        let Some(store) = weak.upgrade() else {
            return Gate::Cancel;
        };
        let detail = {
            let session = store.session();
            detail::beginning(session.chart(), cause, session.service().state())
        };
        let answer = operate.call2(&JsValue::UNDEFINED, &detail, &run.into());
        match answer.ok().and_then(|answer| answer.as_f64()) {
            Some(0.0) => Gate::Cancel,
            Some(2.0) => Gate::Hold,
            _ => Gate::Play,
        }
    });
}
