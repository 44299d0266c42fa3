//! The buttons that begin something: the operations in their groups, or the events from outside.

use super::Store;
use super::event::attribute;
use super::phrase::{named, word};
use crate::chart::{Chart, StateId, TargetState};
use crate::service::{Cause, Service};
use crate::words::key;
use std::rc::Rc;
use yew::prelude::*;

/// What decides which of the buttons are enabled.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct CausesProps {
    pub(super) store: Store,
    /// Whether it is the events from outside, and not the operations.
    pub(super) events: bool,
    pub(super) at: Option<StateId>,
    pub(super) busy: bool,
}

/// The buttons of all operations, or of all events.
pub(super) struct Causes {
    onclick: Callback<MouseEvent>,
}

impl Component for Causes {
    type Message = ();
    type Properties = CausesProps;

    fn create(ctx: &Context<Self>) -> Self {
        let CausesProps { store, events, .. } = ctx.props();
        let (store, events) = (store.clone(), *events);
        let onclick = move |event: MouseEvent| {
            let chart = Rc::clone(store.session().chart());
            let cause = if events {
                attribute(&event, "data-event")
                    .and_then(|name| chart.event_named(&name))
                    .map(Cause::Event)
            } else {
                attribute(&event, "data-operation")
                    .and_then(|name| chart.operation_named(&name))
                    .map(Cause::Operation)
            };
            if let Some(cause) = cause {
                store.perform(cause, false);
            }
        };
        Self {
            onclick: Callback::from(onclick),
        }
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let CausesProps { store, events, .. } = ctx.props();
        let session = store.session();
        let (chart, service, words) = (session.chart(), session.service(), session.words());
        let onclick = self.onclick.clone();
        if *events {
            let events = 0..chart.events().len();
            let events = events.filter_map(|index| chart.event_at(index));
            return html! {
                <div class="events" part="events" role="group" aria-label={words.text(key::EVENTS).to_owned()} {onclick}>
                    <span class="label" aria-hidden="true">{ word(words, key::FROM_OUTSIDE) }</span>
                    { for events.map(|event| button(chart, service, Cause::Event(event))) }
                </div>
            };
        }
        let groups = chart.groups().iter().map(|group| {
            let operations = group.operations().iter();
            html! {
                <div class="group" role="group" aria-label={group.title().to_owned()}>
                    { for operations.map(|&operation| button(chart, service, Cause::Operation(operation))) }
                </div>
            }
        });
        html! { <div class="operations" part="operations" {onclick}>{ for groups }</div> }
    }
}

/// A button that begins an operation or event.
fn button(chart: &Chart, service: &Service, cause: Cause) -> Html {
    let name = AttrValue::from(cause.name(chart).to_owned());
    let disabled = !service.may(cause);
    match cause {
        Cause::Event(_) => {
            html! { <button type="button" part="event" data-event={name.clone()} {disabled}>{ named(&name) }</button> }
        }
        _ => {
            let ends = ends(chart, service, cause).then_some("");
            html! { <button type="button" part="operation" data-operation={name.clone()} data-ends={ends} {disabled}>{ named(&name) }</button> }
        }
    }
}

/// Whether the chart says that there is no service after it.
fn ends(chart: &Chart, service: &Service, cause: Cause) -> bool {
    let outcome = match (cause, service.state()) {
        (Cause::Operation(operation), Some(state)) => chart.outcome(state, operation),
        _ => None,
    };
    let success = outcome.and_then(|outcome| outcome.success);
    success.is_some_and(|target| target.state == TargetState::Gone)
}
