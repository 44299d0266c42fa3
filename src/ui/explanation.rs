//! The explanation of the cell that the reader asked about.

use super::event::attribute;
use super::link::{Link, Linked};
use super::store::{Help, Store};
use super::{Action, Selection, card, text};
use crate::chart::{Chart, Lead, NO_SERVICE, Permit, StateId, Target};
use crate::guide::{Suggestion, words};
use crate::service::{Cause, Refusal};
use yew::prelude::*;

/// What an explanation depends on.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct ExplanationProps {
    pub(super) store: Store,
    pub(super) selection: Option<Selection>,
    pub(super) at: Option<StateId>,
    pub(super) busy: bool,
    pub(super) links: bool,
    pub(super) help: Help,
}

/// The explanation, or how to ask for one.
pub(super) struct Explanation {
    /// What to do instead of what is refused.
    suggestion: Option<Suggestion>,
}

impl Explanation {
    fn refresh(&mut self, ctx: &Context<Self>, is_new: bool) {
        let props = ctx.props();
        let session = props.store.session();
        let refused = props
            .selection
            .filter(|cell| *session.chart().permit(cell.state, cell.operation) == Permit::Refused);
        drop(session);
        if is_new && refused.is_some() {
            props.store.want_guide();
        }
        let guide = props.help.guide.as_ref().zip(refused);
        self.suggestion = guide.map(|(guide, cell)| guide.suggestion(cell.operation, props.at));
    }
}

impl Component for Explanation {
    type Message = ();
    type Properties = ExplanationProps;

    fn create(ctx: &Context<Self>) -> Self {
        let mut explanation = Self { suggestion: None };
        explanation.refresh(ctx, true);
        explanation
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &ExplanationProps) -> bool {
        let props = ctx.props();
        if props.selection.is_none() && old.selection.is_none() {
            return false;
        }
        self.refresh(ctx, props.selection != old.selection);
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let props = ctx.props();
        let store = &props.store;
        let Some(cell) = props.selection else {
            return html! { <p class="answer hint">{ "Activate a cell of the table to ask about it." }</p> };
        };
        let session = store.session();
        let chart = session.chart();
        let name = AttrValue::from(text::cell(chart, cell));
        let about = chart.operation_about(cell.operation);
        let onclick = {
            let store = store.clone();
            move |_: MouseEvent| drop(store.dispatch(Action::Select(None)))
        };
        html! {
            <div class="answer" part="answer" role="group" aria-label={name.clone()}>
                <p class="question">
                    <strong>{ name }</strong>
                    <button type="button" class="close" aria-label="Close" {onclick}>{ "×" }</button>
                </p>
                { self.verdict(props, chart, cell) }
                if !about.is_empty() {
                    <p class="about">{ about.to_owned() }</p>
                }
                if props.links {
                    <Link {store} to={Linked::Cell(cell)} />
                }
            </div>
        }
    }
}

impl Explanation {
    fn verdict(&self, props: &ExplanationProps, chart: &Chart, cell: Selection) -> Html {
        let note = chart.note(cell.state, cell.operation);
        let note = note.map(|text| html! { <p class="note">{ text.to_owned() }</p> });
        let note = note.unwrap_or_default();
        match chart.permit(cell.state, cell.operation) {
            Permit::Allowed => html! {
                <>
                    <p class="verdict yes">{ "Allowed" }</p>
                    { note }
                    { leads(chart, cell) }
                    { act(props, chart, cell, false) }
                </>
            },
            Permit::Conditional(condition) => html! {
                <>
                    <p class="verdict maybe">{ "The chart says: " }{ condition.to_string() }</p>
                    { note }
                    { leads(chart, cell) }
                    { act(props, chart, cell, true) }
                </>
            },
            Permit::Refused => html! {
                <>
                    <p class="verdict no">{ chart.refusal().to_owned() }</p>
                    { note }
                    { instead(props, chart, cell) }
                    if let Some(suggestion) = &self.suggestion {
                        { onward(props, suggestion) }
                    }
                </>
            },
        }
    }
}

/// Where the operation leads, each with its source.
fn leads(chart: &Chart, cell: Selection) -> Html {
    let outcome = chart.outcome(cell.state, cell.operation);
    let via = outcome.and_then(|outcome| outcome.via.as_ref());
    html! {
        <dl class="leads">
            if let Some(via) = via {
                <dt>{ "While it runs" }</dt>
                <dd><span>{ via.name.clone() }</span>{ card::source(via.source) }</dd>
            }
            <dt>{ "On success" }</dt>
            <dd>{ lead(chart, cell.state, outcome.and_then(|outcome| outcome.success)) }</dd>
            <dt>{ "On failure" }</dt>
            <dd>{ lead(chart, cell.state, outcome.and_then(|outcome| outcome.failure)) }</dd>
        </dl>
    }
}

fn lead(chart: &Chart, from: StateId, lead: Option<Lead>) -> Html {
    let Some(lead) = lead else {
        return html! { <span class="untold">{ "the chart does not tell" }</span> };
    };
    let name = match lead.target {
        Target::State(state) if state != from => chart.state_name(state).to_owned(),
        Target::State(_) | Target::Same => ["still ", chart.state_name(from)].concat(),
        Target::Gone => NO_SERVICE.to_owned(),
    };
    html! { <><span>{ name }</span>{ card::source(lead.source) }</> }
}

/// A button that performs the operation, from the selected state.
fn act(props: &ExplanationProps, chart: &Chart, cell: Selection, is_conditional: bool) -> Html {
    let name = chart.operation_name(cell.operation);
    let first = match props.at {
        at if at == Some(cell.state) => String::new(),
        _ => ["Set to ", chart.state_name(cell.state), ", then "].concat(),
    };
    let condition = if is_conditional {
        ": the condition is met"
    } else {
        ""
    };
    let store = props.store.clone();
    let onclick = move |_: MouseEvent| {
        store.dispatch(Action::Set(Some(cell.state)));
        begin(&store, Cause::Operation(cell.operation), is_conditional);
    };
    html! {
        <button type="button" class="act" disabled={props.busy} {onclick}>{ [&first, name, condition].concat() }</button>
    }
}

fn begin(store: &Store, cause: Cause, condition_met: bool) {
    // A refusal has been told to every listener by then.
    let _: Result<u32, Option<Refusal>> = store.begin(cause, condition_met, None);
}

/// The states that do allow what is refused here.
fn instead(props: &ExplanationProps, chart: &Chart, cell: Selection) -> Html {
    let mut states = chart.allowing(cell.operation).peekable();
    if states.peek().is_none() {
        // The reason that no way leads there says so.
        return Html::default();
    }
    let store = props.store.clone();
    let onclick = move |event: MouseEvent| {
        let name = attribute(&event, "data-ask");
        let state = name.and_then(|name| store.session().chart().state_named(&name));
        if let Some(state) = state {
            let operation = cell.operation;
            store.dispatch(Action::Select(Some(Selection { state, operation })));
        }
    };
    let button = |state| {
        let name = AttrValue::from(chart.state_name(state).to_owned());
        html! { <button type="button" data-ask={name.clone()}>{ name }</button> }
    };
    html! {
        <p class="instead" {onclick}>
            <span>{ [chart.operation_name(cell.operation), " is allowed in"].concat() }</span>
            { for states.map(button) }
        </p>
    }
}

/// The way to where it is allowed; only its first step can be clicked yet.
fn onward(props: &ExplanationProps, suggestion: &Suggestion) -> Html {
    let steps = &suggestion.steps;
    if steps.is_empty() {
        return html! { <p class="onward none">{ suggestion.said.clone() }</p> };
    }
    let store = props.store.clone();
    let onclick = move |event: MouseEvent| {
        let name = attribute(&event, "data-go");
        if let Some(cause) = name.and_then(|name| cause(&store, &name)) {
            begin(&store, cause, false);
        }
    };
    let count = steps.len() + usize::from(!suggestion.more.is_empty());
    let step = |(index, name): (usize, &String)| {
        let disabled = index > 0 || props.busy;
        html! {
            <>
                { words::before(index, count) }
                <button type="button" data-go={name.clone()} {disabled}>{ name.clone() }</button>
            </>
        }
    };
    html! {
        <p class="onward" {onclick}>
            { suggestion.said.clone() }
            { for steps.iter().enumerate().map(step) }
            if !suggestion.more.is_empty() {
                { ", " }{ suggestion.more.clone() }
            }
            if let Some(source) = suggestion.source {
                { card::source(source) }
            }
        </p>
    }
}

/// The operation or event called `name`.
fn cause(store: &Store, name: &str) -> Option<Cause> {
    let session = store.session();
    let chart = session.chart();
    let operation = chart.operation_named(name).map(Cause::Operation);
    operation.or_else(|| chart.event_named(name).map(Cause::Event))
}
