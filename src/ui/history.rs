//! The steps a service took: look back, undo, redo, jump, start over.

use super::{Action, Session, Store, card, link, words};
use crate::address;
use crate::service::{Cause, Step};
use yew::prelude::*;

/// The history.
pub(super) fn view(session: &Session, store: &Store) -> Html {
    let history = session.history();
    let taken = history.taken();
    let total = taken + history.undone();
    let idle = session.service().running().is_none();
    let button = |word: &'static str, name: &'static str, action: Action, enabled: bool| {
        let store = store.clone();
        let onclick = move |_| {
            store.dispatch(action);
        };
        html! {
            <button type="button" data-history={name} disabled={!enabled} {onclick}>{ word }</button>
        }
    };
    html! {
        <div class="history" part="history" role="group" aria-label="History">
            <div class="bar">
                { button("Undo", "undo", Action::Undo, taken > 0 || !idle) }
                { button("Redo", "redo", Action::Redo, history.undone() > 0 && idle) }
                { button("Start over", "start-over", Action::StartOver, total > 0 || !idle) }
                { link::view(store, || address::of_history(history)) }
            </div>
            if total > 0 {
                <details open=true>
                    <summary>{ count(total) }</summary>
                    <ol tabindex="0" role="list" aria-label="Steps">
                        { for history.steps().enumerate().map(|(index, step)| item(session, store, index, step)) }
                    </ol>
                </details>
            }
        </div>
    }
}

fn count(total: usize) -> String {
    let word = if total == 1 { " step" } else { " steps" };
    [&total.to_string(), word].concat()
}

fn item(session: &Session, store: &Store, index: usize, step: &Step) -> Html {
    let chart = session.chart();
    let taken = session.history().taken();
    let current = (index + 1 == taken).then_some("step");
    let class = if index < taken { "taken" } else { "undone" };
    let store = store.clone();
    let onclick = move |_| {
        store.dispatch(Action::Jump(index + 1));
    };
    let name = match step.cause {
        Cause::Set => "Set",
        cause => cause.name(chart),
    };
    let change = [
        words::position(chart, step.from),
        " → ",
        words::position(chart, step.to),
    ];
    html! {
        <li key={index} {class}>
            <button type="button" data-step={(index + 1).to_string()} aria-current={current} {onclick}>
                <span class="what">{ [name, " ", words::ending(step.ending)].concat() }</span>
                <span class="change">{ change.concat() }</span>
            </button>
            if let Some(source) = step.source {
                { card::source(source) }
            }
        </li>
    }
}
