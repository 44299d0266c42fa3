//! The live service card: where the service is, what it allows, and what runs.

use super::causes::Causes;
use super::event::attribute;
use super::history::History;
use super::phrase::{named, phrase, word};
use super::{Action, Parts, Session, Store};
use crate::chart::{Chart, SERVICE, Source, StateId, StateKind};
use crate::service::{Ending, Run};
use crate::words::{Word, Words, key};
use yew::prelude::*;

/// The live part of the card.
pub(super) fn live(store: &Store, session: &Session, parts: Parts) -> Html {
    let chart = session.chart();
    let service = session.service();
    let (at, busy) = (service.state(), service.running().is_some());
    let links = store.linker().is_some();
    html! {
        <div class="live" part="live">
            <div class="head">
                <h2 class="name">{ called(session.words(), chart) }</h2>
                { state(session) }
            </div>
            <Causes {store} events=false {at} {busy} />
            { ending(store, session) }
            if let Some((run, ending)) = service.running().zip(session.asking()) {
                { asking(store, session, run, ending) }
            }
            if parts.history {
                <History {store} {busy} {links} steps={store.steps_version()} />
            }
        </div>
    }
}

/// What the marks of sources mean.
pub(super) fn legend(words: &Words) -> Html {
    html! {
        <p class="legend">
            { source(words, Source::Documented) }
            <span>{ word(words, key::PUBLISHER_SAYS) }</span>
            { source(words, Source::Inferred) }
            <span>{ word(words, key::CONCLUDED) }</span>
        </p>
    }
}

/// What the service is called.
fn called(words: &Words, chart: &Chart) -> Html {
    match chart.service() {
        SERVICE => word(words, key::SERVICE),
        own => named(own),
    }
}

/// The name of a position.
pub(super) fn place(words: &Words, chart: &Chart, at: Option<StateId>) -> Html {
    match at {
        Some(state) => named(chart.state_name(state)),
        None => word(words, key::NO_SERVICE),
    }
}

/// The state line. It takes the focus that a disabled button loses.
fn state(session: &Session) -> Html {
    let chart = session.chart();
    let service = session.service();
    let at = service.state();
    let words = session.words();
    let name = at.map(|state| AttrValue::from(chart.state_name(state).to_owned()));
    let shape = html! { <span class="shape" aria-hidden="true"></span> };
    let shown = html! { <span class="word">{ place(words, chart, at) }</span> };
    let running = service.running().filter(|_| session.asking().is_none());
    let here = match (running, at.map(|state| chart.state_kind(state))) {
        (Some(run), _) => runs(session, run, shape),
        (None, None) => html! { <span class="here none">{ shape }{ shown }</span> },
        (None, Some(StateKind::Start)) => {
            html! { <span class="here start">{ shape }{ shown }</span> }
        }
        (None, Some(StateKind::Failed)) => {
            html! { <span class="here failed">{ shape }{ shown }</span> }
        }
        (None, Some(StateKind::Other)) => {
            html! { <span class="here other">{ shape }{ shown }</span> }
        }
    };
    html! {
        <p class="state" part="state" tabindex="-1" data-state={name}>{ here }</p>
    }
}

fn runs(session: &Session, run: &Run, shape: Html) -> Html {
    let (chart, words) = (session.chart(), session.words());
    let from = place(words, chart, session.service().state());
    let cause = run.cause.name(chart).to_owned();
    html! {
        <span class="here runs">
            { shape }
            if let Some(via) = &run.via {
                <span class="word">{ named(&via.name) }</span>
                { source(words, via.source) }
            } else {
                <span class="word">{ named(&cause) }</span>
            }
            <span class="from">{ phrase(words, key::FROM_STATE, &[from]) }</span>
            <progress aria-label={cause}></progress>
        </span>
    }
}

/// How something is known, as a mark that says so.
pub(super) fn source(words: &Words, source: Source) -> Html {
    match source {
        Source::Documented => {
            html! { <span class="source documented">{ word(words, key::DOCUMENTED) }</span> }
        }
        Source::Inferred => {
            html! { <span class="source inferred">{ word(words, key::INFERRED) }</span> }
        }
    }
}

/// Whether operations succeed or fail, as the reader chooses.
fn ending(store: &Store, session: &Session) -> Html {
    // Radio buttons of one name are one choice in the whole page, and a page may have many cards.
    let name = AttrValue::from(["ending-", &store.number().to_string()].concat());
    let words = session.words();
    let what = match session.service().running() {
        Some(_) => key::IT,
        None => key::NEXT_OPERATION,
    };
    let choice = |fails: bool, value: &'static str, ends: Word| {
        let store = store.clone();
        let onchange = move |_: Event| drop(store.dispatch(Action::Choose { fails }));
        html! {
            <label>
                <input type="radio" name={name.clone()} {value} checked={session.fails() == fails} {onchange} />
                { word(words, ends) }
            </label>
        }
    };
    html! {
        <div class="ending" part="ending" role="radiogroup" aria-label={words.text(what).to_owned()}>
            <span class="label" aria-hidden="true">{ word(words, what) }</span>
            <div>
                { choice(false, "success", key::SUCCEEDS) }
                { choice(true, "failure", key::FAILS) }
            </div>
        </div>
    }
}

/// The chart does not tell where an operation leads: the reader chooses.
fn asking(store: &Store, session: &Session, run: &Run, ending: Ending) -> Html {
    let (chart, words) = (session.chart(), session.words());
    let question = match ending {
        Ending::Failure => key::ASKED_OF_FAILURE,
        _ => key::ASKED_OF,
    };
    let names = [named(run.cause.name(chart)), place(words, chart, run.from)];
    let store = store.clone();
    let onclick = move |event: MouseEvent| {
        if let Some(name) = attribute(&event, "data-ended") {
            let at = store.session().chart().state_named(&name);
            store.dispatch(Action::Finish(Some(Ending::At(at))));
        }
    };
    let button = |name: &str, shown: Html| {
        html! { <button type="button" data-ended={name.to_owned()}>{ shown }</button> }
    };
    let states = chart.states().map(|state| chart.state_name(state));
    html! {
        <div class="asking" role="group" aria-label={words.text(key::NEXT_STATE).to_owned()} {onclick}>
            <p>{ phrase(words, question, &names) }</p>
            { for states.map(|name| button(name, named(name))) }
            { button("", word(words, key::NO_SERVICE)) }
        </div>
    }
}
