//! The answer to the cell that the reader asked about.

use super::{Action, Selection, Session, Store, card, link, onward::Onward, words};
use crate::address;
use crate::chart::{Chart, Lead, Permit, StateId, Target};
use crate::service::Cause;
use yew::prelude::*;

/// The answer, or how to ask.
pub(super) fn view(session: &Session, store: &Store) -> Html {
    let Some(selection) = session.selection() else {
        return html! {
            <p class="answer hint">{ "Activate a cell of the table to ask about it." }</p>
        };
    };
    let chart = session.chart();
    let close = {
        let store = store.clone();
        move |_| {
            store.dispatch(Action::Select(None));
        }
    };
    let about = chart.operation_about(selection.operation);
    html! {
        <div class="answer" part="answer" role="group" aria-label={words::cell(chart, selection)}>
            <p class="question">
                <strong>{ words::cell(chart, selection) }</strong>
                <button type="button" class="close" aria-label="Close" onclick={close}>{ "×" }</button>
            </p>
            { verdict(session, store, selection) }
            if !about.is_empty() {
                <p class="about">{ about }</p>
            }
            { link::view(store, || address::of_cell(chart, selection.state, selection.operation)) }
        </div>
    }
}

fn verdict(session: &Session, store: &Store, selection: Selection) -> Html {
    let chart = session.chart();
    match chart.permit(selection.state, selection.operation) {
        Permit::Allowed => html! {
            <>
                <p class="verdict yes">{ "Allowed" }</p>
                { leads(chart, selection) }
                { act(session, store, selection, false) }
            </>
        },
        Permit::Conditional(text) => html! {
            <>
                <p class="verdict maybe">{ ["The chart says: ", text].concat() }</p>
                { leads(chart, selection) }
                { act(session, store, selection, true) }
            </>
        },
        Permit::Refused => html! {
            <>
                <p class="verdict no">{ chart.refusal() }</p>
                { instead(chart, store, selection) }
                <Onward
                    store={store.clone()}
                    operation={selection.operation}
                    at={session.service().state()}
                    busy={session.service().running().is_some()}
                />
            </>
        },
    }
}

/// Where the operation leads, each with its source.
fn leads(chart: &Chart, selection: Selection) -> Html {
    let outcome = chart.outcome(selection.state, selection.operation);
    let via = outcome.and_then(|outcome| outcome.via.as_ref());
    html! {
        <dl class="leads">
            if let Some(via) = via {
                <dt>{ "While it runs" }</dt>
                <dd><span>{ &via.name }</span>{ card::source(via.source) }</dd>
            }
            <dt>{ "On success" }</dt>
            <dd>{ lead(chart, selection.state, outcome.and_then(|outcome| outcome.success)) }</dd>
            <dt>{ "On failure" }</dt>
            <dd>{ lead(chart, selection.state, outcome.and_then(|outcome| outcome.failure)) }</dd>
        </dl>
    }
}

fn lead(chart: &Chart, from: StateId, lead: Option<Lead>) -> Html {
    let Some(lead) = lead else {
        return html! { <span class="untold">{ "the chart does not tell" }</span> };
    };
    let words = match lead.target {
        Target::State(state) if state != from => chart.state_name(state).to_owned(),
        Target::State(_) | Target::Same => ["still ", chart.state_name(from)].concat(),
        Target::Gone => words::NO_SERVICE.to_owned(),
    };
    html! { <><span>{ words }</span>{ card::source(lead.source) }</> }
}

/// A button that performs the operation, from the selected state.
fn act(session: &Session, store: &Store, selection: Selection, condition_met: bool) -> Html {
    let chart = session.chart();
    let service = session.service();
    let here = service.state() == Some(selection.state);
    let name = chart.operation_name(selection.operation);
    let state = chart.state_name(selection.state);
    let words = match (condition_met, here) {
        (false, true) => name.to_owned(),
        (false, false) => ["Set to ", state, ", then ", name].concat(),
        (true, true) => [name, ": the condition is met"].concat(),
        (true, false) => ["Set to ", state, ", then ", name, ": the condition is met"].concat(),
    };
    let store = store.clone();
    let onclick = move |_| {
        store.dispatch(Action::Set(Some(selection.state)));
        // A refusal has been told to every listener by then.
        let _: Result<u32, _> =
            store.begin(Cause::Operation(selection.operation), condition_met, None);
    };
    html! {
        <button type="button" class="act" disabled={service.running().is_some()} {onclick}>{ words }</button>
    }
}

/// The states that do allow what is refused here.
fn instead(chart: &Chart, store: &Store, selection: Selection) -> Html {
    let operation = selection.operation;
    let states: Vec<StateId> = chart.allowing(operation).collect();
    if states.is_empty() {
        // The reason that no way leads there says so.
        return Html::default();
    }
    let buttons = states.into_iter().map(|state| {
        let store = store.clone();
        let onclick = move |_| {
            store.dispatch(Action::Select(Some(Selection { state, operation })));
        };
        html! {
            <button type="button" key={state.index()} {onclick}>{ chart.state_name(state) }</button>
        }
    });
    html! {
        <p class="instead">
            <span>{ [chart.operation_name(operation), " is allowed in"].concat() }</span>
            { for buttons }
        </p>
    }
}
