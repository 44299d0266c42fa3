//! The live service card: where the service is, what it allows, and what runs.

use super::causes::Causes;
use super::event::attribute;
use super::history::History;
use super::insight::Insight;
use super::route::Route;
use super::{Action, Parts, Session, Store};
use crate::chart::{Chart, NO_SERVICE, Source, Standing};
use crate::service::{Ending, Run};
use yew::prelude::*;

/// The live part of the card.
pub(super) fn live(store: &Store, session: &Session, parts: Parts) -> Html {
    let chart = session.chart();
    let service = session.service();
    let (at, busy) = (service.state(), service.running().is_some());
    let (goal, help) = (session.goal(), store.help());
    let links = store.linker().is_some();
    html! {
        <div class="live" part="live">
            <div class="head">
                <p class="name">{ chart.service().to_owned() }</p>
                { state(session) }
            </div>
            <Causes {store} events=false {at} {busy} />
            { ending(store, session) }
            if parts.events && !chart.events().is_empty() {
                <Causes {store} events=true {at} {busy} />
            }
            if session.asking().is_some() {
                { asking(store, chart) }
            }
            if parts.route {
                <Route {store} {at} {busy} {goal} {links} help={help.clone()} />
            }
            if parts.insight {
                <Insight {store} {at} {help} />
            }
            if parts.history {
                <History {store} {busy} {links} steps={store.steps_version()} />
            }
            if chart.tells_outcomes() {
                <p class="legend">
                    { source(Source::Documented) }
                    <span>{ "the publisher says so" }</span>
                    { source(Source::Inferred) }
                    <span>{ "concluded from the names" }</span>
                </p>
            }
        </div>
    }
}

/// The state line. It takes the focus that a disabled button loses.
fn state(session: &Session) -> Html {
    let chart = session.chart();
    let service = session.service();
    let at = service.state();
    let name = AttrValue::from(chart.position_name(at).to_owned());
    let shape = html! { <span class="shape" aria-hidden="true"></span> };
    let word = html! { <span class="word">{ name.clone() }</span> };
    let here = match (service.running(), at.map(|state| chart.standing(state))) {
        (Some(run), _) => running(chart, run, &name, shape),
        (None, None) => html! { <span class="here none">{ shape }{ word }</span> },
        (None, Some(Standing::Start)) => {
            html! { <span class="here start">{ shape }{ word }</span> }
        }
        (None, Some(Standing::Failed)) => {
            html! { <span class="here failed">{ shape }{ word }</span> }
        }
        (None, Some(Standing::Other)) => {
            html! { <span class="here other">{ shape }{ word }</span> }
        }
    };
    html! {
        <p class="state" part="state" tabindex="-1" data-state={at.map(|_| name)}>{ here }</p>
    }
}

fn running(chart: &Chart, run: &Run, from: &str, shape: Html) -> Html {
    let cause = run.cause.name(chart).to_owned();
    html! {
        <span class="here runs">
            { shape }
            if let Some(via) = &run.via {
                <span class="word">{ via.name.clone() }</span>
                { source(via.source) }
            } else {
                <span class="word">{ cause.clone() }</span>
            }
            <span class="from">{ "from " }{ from.to_owned() }</span>
            <progress aria-label={cause}></progress>
        </span>
    }
}

/// How something is known, as a mark that says so.
pub(super) fn source(source: Source) -> Html {
    match source {
        Source::Documented => html! { <span class="source documented">{ source.word() }</span> },
        Source::Inferred => html! { <span class="source inferred">{ source.word() }</span> },
    }
}

/// Whether operations succeed or fail, as the reader chooses.
fn ending(store: &Store, session: &Session) -> Html {
    // Radio buttons of one name are one choice in the whole page, and a page may have many cards.
    let name = AttrValue::from(["ending-", &store.number().to_string()].concat());
    let is_busy = session.service().running().is_some();
    let choice = |fails: bool, value: &'static str, word: &'static str| {
        let store = store.clone();
        let onchange = move |_: Event| drop(store.dispatch(Action::Choose { fails }));
        html! {
            <label>
                <input type="radio" name={name.clone()} {value} checked={session.fails() == fails} {onchange} />
                { word }
            </label>
        }
    };
    html! {
        <fieldset class="ending" part="ending">
            <legend>{ if is_busy { "It" } else { "The next operation" } }</legend>
            { choice(false, "success", "succeeds") }
            { choice(true, "failure", "fails") }
        </fieldset>
    }
}

/// The chart does not tell where an operation led: the reader does.
fn asking(store: &Store, chart: &Chart) -> Html {
    let store = store.clone();
    let onclick = move |event: MouseEvent| {
        if let Some(name) = attribute(&event, "data-ended") {
            let at = store.session().chart().state_named(&name);
            store.dispatch(Action::Finish(Some(Ending::At(at))));
        }
    };
    let button = |name: &str, word: &str| {
        html! { <button type="button" data-ended={name.to_owned()}>{ word.to_owned() }</button> }
    };
    let states = chart.states().map(|state| chart.state_name(state));
    html! {
        <div class="asking" role="group" aria-label="Where did it end?" {onclick}>
            <p>{ "The chart does not tell where this leads. Where did it end?" }</p>
            { for states.map(|name| button(name, name)) }
            { button("", NO_SERVICE) }
        </div>
    }
}
