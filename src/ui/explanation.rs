//! The explanation of the cell that the reader asked about.

use super::event::attribute;
use super::focus::{active_element, focus_in_place, show};
use super::link::{Link, Linked};
use super::phrase::{named, phrase, word};
use super::store::{Help, Store};
use super::{Action, Selection, card, text};
use crate::chart::{Chart, Permission, StateId, Target, TargetState};
use crate::guide::{Suggestion, words as ways};
use crate::service::Cause;
use crate::words::{Words, key};
use web_sys::Element;
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
    answer: NodeRef,
    /// Whether it is about another cell than before.
    is_new: bool,
}

/// Closes the explanation, from the element `within` it: the focus goes back to the cell.
pub(super) fn close(store: &Store, within: &Element) {
    let answer = within.closest(".answer").ok().flatten();
    let widget = answer.and_then(|answer| answer.parent_element());
    let cell = widget.and_then(|widget| widget.query_selector("td[aria-selected] button").ok());
    if let Some(cell) = cell.flatten() {
        focus_in_place(&cell);
    }
    store.dispatch(Action::Select(None));
}

impl Explanation {
    fn refresh(&mut self, ctx: &Context<Self>, is_new: bool) {
        let props = ctx.props();
        let session = props.store.session();
        let refused = props.selection.filter(|cell| {
            *session.chart().permission(cell.state, cell.operation) == Permission::Refused
        });
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
        let mut explanation = Self {
            suggestion: None,
            answer: NodeRef::default(),
            is_new: false,
        };
        explanation.refresh(ctx, true);
        explanation
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &ExplanationProps) -> bool {
        let props = ctx.props();
        if props.selection.is_none() && old.selection.is_none() {
            return false;
        }
        self.is_new = props.selection != old.selection;
        self.refresh(ctx, self.is_new);
        true
    }

    fn rendered(&mut self, _: &Context<Self>, _: bool) {
        // The explanation may cover the cell that has the focus.
        if std::mem::take(&mut self.is_new)
            && let Some(answer) = self.answer.cast::<Element>()
            && let Some(active) = active_element(&answer)
            && active.closest(".grid").is_ok_and(|grid| grid.is_some())
        {
            show(&active);
        }
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let props = ctx.props();
        let store = &props.store;
        let Some(cell) = props.selection else {
            return html! { <p class="answer hint">{ word(&store.words(), key::HINT) }</p> };
        };
        let session = store.session();
        let chart = session.chart();
        let words = session.words();
        let name = AttrValue::from(text::cell(chart, words, cell));
        let names = [
            named(chart.operation_name(cell.operation)),
            named(chart.state_name(cell.state)),
        ];
        let about = chart.operation_about(cell.operation);
        let onclick = {
            let store = store.clone();
            move |event: MouseEvent| {
                if let Some(button) = event.target_dyn_into::<Element>() {
                    close(&store, &button);
                }
            }
        };
        html! {
            <div class="answer" part="answer" role="group" aria-label={name} ref={self.answer.clone()}>
                <p class="question">
                    <strong>{ phrase(words, key::CELL, &names) }</strong>
                    <button type="button" class="close" aria-label={words.text(key::CLOSE).to_owned()} {onclick}>{ "×" }</button>
                </p>
                { self.verdict(props, words, chart, cell) }
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
    fn verdict(
        &self,
        props: &ExplanationProps,
        words: &Words,
        chart: &Chart,
        cell: Selection,
    ) -> Html {
        let note = chart.note(cell.state, cell.operation);
        let note = note.map(|text| html! { <p class="note">{ text.to_owned() }</p> });
        let note = note.unwrap_or_default();
        match chart.permission(cell.state, cell.operation) {
            Permission::Allowed => html! {
                <>
                    <p class="verdict yes">{ word(words, key::IS_ALLOWED) }</p>
                    { note }
                    { targets(words, chart, cell) }
                    { act(props, words, chart, cell, false) }
                </>
            },
            Permission::Conditional(condition) => html! {
                <>
                    <p class="verdict maybe">{ phrase(words, key::CHART_SAYS, &[condition.to_string().into()]) }</p>
                    { note }
                    { targets(words, chart, cell) }
                    { act(props, words, chart, cell, true) }
                </>
            },
            Permission::Refused => html! {
                <>
                    <p class="verdict no">{ words.refusal(chart).to_owned() }</p>
                    { note }
                    { instead(props, words, chart, cell) }
                    if let Some(suggestion) = &self.suggestion {
                        { suggested(props, words, suggestion) }
                    }
                </>
            },
        }
    }
}

/// Where the operation leads, each with its source.
fn targets(words: &Words, chart: &Chart, cell: Selection) -> Html {
    let outcome = chart.outcome(cell.state, cell.operation);
    let via = outcome.and_then(|outcome| outcome.via.as_ref());
    html! {
        <dl class="leads">
            if let Some(via) = via {
                <dt>{ word(words, key::WHILE_RUNNING) }</dt>
                <dd>{ named(&via.name) }{ card::source(words, via.source) }</dd>
            }
            <dt>{ word(words, key::ON_SUCCESS) }</dt>
            <dd>{ target(words, chart, cell.state, outcome.and_then(|outcome| outcome.success)) }</dd>
            <dt>{ word(words, key::ON_FAILURE) }</dt>
            <dd>{ target(words, chart, cell.state, outcome.and_then(|outcome| outcome.failure)) }</dd>
        </dl>
    }
}

fn target(words: &Words, chart: &Chart, from: StateId, target: Option<Target>) -> Html {
    let Some(target) = target else {
        return html! { <span class="untold">{ word(words, key::NOT_TOLD) }</span> };
    };
    let place = match target.state {
        TargetState::State(state) if state != from => named(chart.state_name(state)),
        TargetState::State(_) | TargetState::Same => {
            phrase(words, key::STILL_STATE, &[named(chart.state_name(from))])
        }
        TargetState::Gone => word(words, key::NO_SERVICE),
    };
    html! { <><span>{ place }</span>{ card::source(words, target.source) }</> }
}

/// A button that performs the operation, from the selected state.
fn act(
    props: &ExplanationProps,
    words: &Words,
    chart: &Chart,
    cell: Selection,
    is_conditional: bool,
) -> Html {
    let mut name = chart.operation_name(cell.operation).to_owned();
    if is_conditional {
        name = words.fill(key::CONDITION_MET, &[&name]);
    }
    if props.at != Some(cell.state) {
        name = words.fill(key::SET_THEN, &[chart.state_name(cell.state), &name]);
    }
    let store = props.store.clone();
    let onclick = move |_: MouseEvent| {
        store.dispatch(Action::Set(Some(cell.state)));
        store.perform(Cause::Operation(cell.operation), is_conditional);
    };
    html! {
        <button type="button" class="act" disabled={props.busy} {onclick}><span>{ name }</span></button>
    }
}

/// The states that do allow what is refused here.
fn instead(props: &ExplanationProps, words: &Words, chart: &Chart, cell: Selection) -> Html {
    let mut states = chart.allowing(cell.operation).peekable();
    if states.peek().is_none() {
        // The suggestion says so, as the reason why there is no way.
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
        html! { <button type="button" data-ask={name.clone()}>{ named(&name) }</button> }
    };
    html! {
        <p class="instead" {onclick}>
            <span>{ words.fill(key::ALLOWED_IN, &[chart.operation_name(cell.operation)]) }</span>
            { for states.map(button) }
        </p>
    }
}

/// The way to where it is allowed. Only its first step can be clicked: the others are not allowed yet.
fn suggested(props: &ExplanationProps, words: &Words, suggestion: &Suggestion) -> Html {
    let steps = &suggestion.steps;
    if steps.is_empty() {
        return html! { <p class="suggestion none">{ suggestion.said.clone() }</p> };
    }
    let store = props.store.clone();
    let onclick = move |event: MouseEvent| {
        let name = attribute(&event, "data-go");
        if let Some(cause) = name.and_then(|name| cause(&store, &name)) {
            store.perform(cause, false);
        }
    };
    let count = steps.len() + usize::from(!suggestion.more.is_empty());
    let step = |(index, name): (usize, &String)| {
        let disabled = index > 0 || props.busy;
        html! {
            <>
                { ways::before(words, index, count).to_owned() }
                <button type="button" data-go={name.clone()} {disabled}>{ named(name) }</button>
            </>
        }
    };
    html! {
        <p class="suggestion" {onclick}>
            { suggestion.said.clone() }
            { for steps.iter().enumerate().map(step) }
            if !suggestion.more.is_empty() {
                { words.text(key::STEP_NEXT).to_owned() }{ suggestion.more.clone() }
            }
            if let Some(source) = suggestion.source {
                { card::source(words, source) }
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
