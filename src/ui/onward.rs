//! The shortest way to where a refused operation is allowed, each step one click.

use super::{Store, card, words};
use crate::chart::{OperationId, StateId};
use crate::path::{Goal, Means, Reason, Toward, Way};
use crate::service::{Cause, Refusal};
use std::rc::Rc;
use words::way;
use yew::prelude::*;

/// From where to which operation.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct OnwardProps {
    pub(super) store: Store,
    /// What is to be allowed.
    pub(super) operation: OperationId,
    /// Where the service is.
    pub(super) at: Option<StateId>,
    /// Whether something runs.
    pub(super) busy: bool,
}

/// Holds the look back from the goal, which does not depend on where the service is.
pub(super) struct Onward {
    toward: Toward,
    found: Option<Way>,
    /// Why there is no way.
    reason: Option<Reason>,
}

impl Onward {
    fn new(toward: Toward, at: Option<StateId>) -> Self {
        Self {
            found: toward.way(at),
            reason: toward.reason(at),
            toward,
        }
    }
}

impl Component for Onward {
    type Message = ();
    type Properties = OnwardProps;

    fn create(ctx: &Context<Self>) -> Self {
        let props = ctx.props();
        let chart = Rc::clone(props.store.session().chart());
        let goal = Goal::Allowed(props.operation);
        Self::new(Toward::new(chart, goal, Means::default()), props.at)
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &OnwardProps) -> bool {
        let props = ctx.props();
        if (&props.store, props.operation) != (&old.store, old.operation) {
            *self = <Self as Component>::create(ctx);
        } else if props.at != old.at {
            self.found = self.toward.way(props.at);
            self.reason = self.toward.reason(props.at);
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let props = ctx.props();
        let (chart, goal) = (self.toward.chart(), self.toward.goal());
        let Some(found) = &self.found else {
            let words = self
                .reason
                .as_ref()
                .map(|reason| way::reason(chart, reason));
            return html! { <p class="onward none">{ words }</p> };
        };
        if found.steps.is_empty() {
            return html! {
                <p class="onward">
                    { way::there(chart, goal) }{ " " }
                    { button(props, chart.operation_name(props.operation), true, Cause::Operation(props.operation)) }
                </p>
            };
        }
        html! {
            <p class="onward">
                { way::from(chart, props.at) }
                { for self.steps(props, found) }
                { card::source(found.source()) }
            </p>
        }
    }
}

impl Onward {
    /// The steps and then the operation itself; only the first can be clicked yet.
    fn steps(&self, props: &OnwardProps, found: &Way) -> Vec<Html> {
        let names = way::names(self.toward.chart(), found, self.toward.goal());
        let causes = found.steps.iter().map(|step| step.cause);
        let causes = causes.chain([Cause::Operation(props.operation)]);
        let mut steps: Vec<Html> = names
            .iter()
            .zip(causes)
            .take(way::MANY)
            .enumerate()
            .map(|(index, (name, cause))| {
                html! { <>{ way::before(index, names.len()) }{ button(props, name, index == 0, cause) }</> }
            })
            .collect();
        if let Some(rest) = names.len().checked_sub(way::MANY).filter(|&rest| rest > 0) {
            steps.push([", ", &way::more(rest)].concat().into());
        }
        steps
    }
}

/// A button that performs a step of a way.
fn button(props: &OnwardProps, name: &str, first: bool, cause: Cause) -> Html {
    let store = props.store.clone();
    let onclick = move |_| {
        // A refusal has been told to every listener by then.
        let _: Result<u32, Option<Refusal>> = store.begin(cause, false, None);
    };
    html! {
        <button type="button" data-go={name.to_owned()} disabled={!first || props.busy} {onclick}>{ name.to_owned() }</button>
    }
}
