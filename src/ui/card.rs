//! The live service card: where the service is, what it allows, and what runs.

use super::{Action, Parts, Session, Store, answer, history, words};
use super::{insight::Insight, route::Route};
use crate::chart::{Chart, Group, Source, Standing, StateId};
use crate::service::Cause;
use yew::prelude::*;

/// The card.
pub(super) fn view(session: &Session, store: &Store, parts: Parts, node: &NodeRef) -> Html {
    let chart = session.chart();
    let busy = session.service().running().is_some();
    html! {
        <section class="card" part="card" ref={node.clone()} aria-label={chart.service().to_owned()}>
            <div class="head">
                <p class="name">{ chart.service() }</p>
                { state(session) }
            </div>
            <div class="operations" part="operations">
                { for chart.groups().iter().map(|group| operations(session, store, group)) }
            </div>
            { ending(session, store, busy) }
            if parts.events && !chart.events().is_empty() {
                { events(session, store) }
            }
            if session.asking().is_some() {
                { asking(session, store) }
            }
            { answer::view(session, store) }
            if parts.route {
                <Route store={store.clone()} at={session.service().state()} goal={session.goal()} {busy} />
            }
            if parts.insight {
                <Insight store={store.clone()} at={session.service().state()} />
            }
            if parts.history {
                { history::view(session, store) }
            }
            if chart.tells_outcomes() {
                { legend() }
            }
        </section>
    }
}

/// The state line. It takes the focus that a disabled button loses.
fn state(session: &Session) -> Html {
    let chart = session.chart();
    let service = session.service();
    let at = service.state();
    let name = words::position(chart, at).to_owned();
    let data = at.map(|state| chart.state_name(state).to_owned());
    let running = service.running();
    let class = classes!(
        "state",
        if running.is_some() {
            "runs"
        } else {
            shape(chart, at)
        }
    );
    html! {
        <p {class} part="state" tabindex="-1" data-state={data}>
            <span class="shape" aria-hidden="true"></span>
            if let Some(run) = running {
                <span class="word">
                    { run.via.as_ref().map_or_else(|| run.cause.name(chart).to_owned(), |via| via.name.clone()) }
                </span>
                if let Some(via) = &run.via {
                    { source(via.source) }
                }
                <span class="from">{ ["from ", &name].concat() }</span>
                <progress aria-label={run.cause.name(chart).to_owned()}></progress>
            } else {
                <span class="word">{ name }</span>
            }
        </p>
    }
}

/// The class that gives a position its shape.
pub(super) fn shape(chart: &Chart, position: Option<StateId>) -> &'static str {
    match position.map(|state| chart.standing(state)) {
        None => "none",
        Some(Standing::Start) => "start",
        Some(Standing::Failed) => "failed",
        Some(Standing::Other) => "other",
    }
}

/// How something is known, as a mark that says so.
pub(super) fn source(source: Source) -> Html {
    html! { <span class={classes!("source", source.word())}>{ source.word() }</span> }
}

/// What the marks of sources mean.
fn legend() -> Html {
    html! {
        <p class="legend">
            { source(Source::Documented) }
            <span>{ "the publisher says so" }</span>
            { source(Source::Inferred) }
            <span>{ "concluded from the names" }</span>
        </p>
    }
}

fn operations(session: &Session, store: &Store, group: &Group) -> Html {
    let chart = session.chart();
    let service = session.service();
    let buttons = group.operations().iter().map(|&operation| {
        let name = chart.operation_name(operation).to_owned();
        let store = store.clone();
        let onclick = move |_| store.perform(Cause::Operation(operation));
        html! {
            <button
                type="button"
                key={operation.index()}
                data-operation={name.clone()}
                disabled={!service.can(operation)}
                {onclick}
            >
                { name }
            </button>
        }
    });
    html! {
        <div class="group" role="group" aria-label={group.title().to_owned()}>{ for buttons }</div>
    }
}

/// Whether operations succeed or fail, as the reader chooses.
fn ending(session: &Session, store: &Store, busy: bool) -> Html {
    // Radio buttons of one name are one choice in the whole page, and a page may have many cards.
    let name: AttrValue = ["ending-", &store.number().to_string()].concat().into();
    let choice = |fails: bool, value: &'static str, word: &'static str| {
        let store = store.clone();
        let onchange = move |_| {
            store.dispatch(Action::Choose { fails });
        };
        html! {
            <label>
                <input type="radio" name={name.clone()} {value} checked={session.fails() == fails} {onchange} />
                { word }
            </label>
        }
    };
    html! {
        <fieldset class="ending" part="ending">
            <legend>{ if busy { "It" } else { "The next operation" } }</legend>
            { choice(false, "success", "succeeds") }
            { choice(true, "failure", "fails") }
        </fieldset>
    }
}

/// The events from outside, apart from the operations.
fn events(session: &Session, store: &Store) -> Html {
    let chart = session.chart();
    let buttons = (0..chart.events().len()).filter_map(|index| {
        let event = chart.event_at(index)?;
        let cause = Cause::Event(event);
        let name = cause.name(chart).to_owned();
        let store = store.clone();
        let onclick = move |_| store.perform(cause);
        Some(html! {
            <button
                type="button"
                key={index}
                data-event={name.clone()}
                disabled={!session.service().may(cause)}
                {onclick}
            >
                { name }
            </button>
        })
    });
    html! {
        <div class="events" part="events" role="group" aria-label="Events from outside">
            <span class="label" aria-hidden="true">{ "From outside" }</span>
            { for buttons }
        </div>
    }
}

/// The chart does not tell where an operation led: the reader does.
fn asking(session: &Session, store: &Store) -> Html {
    let chart = session.chart();
    let states = chart.states().map(|state| {
        let store = store.clone();
        let onclick = move |_| {
            let ending = crate::service::Ending::At(Some(state));
            store.dispatch(Action::Finish(Some(ending)));
        };
        let name = chart.state_name(state).to_owned();
        html! {
            <button type="button" key={state.index()} data-ended={name.clone()} {onclick}>{ name }</button>
        }
    });
    let gone = {
        let store = store.clone();
        move |_| {
            let ending = crate::service::Ending::At(None);
            store.dispatch(Action::Finish(Some(ending)));
        }
    };
    html! {
        <div class="asking" role="group" aria-label="Where did it end?">
            <p>{ "The chart does not tell where this leads. Where did it end?" }</p>
            { for states }
            <button type="button" data-ended="" onclick={gone}>{ words::NO_SERVICE }</button>
        </div>
    }
}
