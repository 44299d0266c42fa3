//! "How do I get to …": a goal to choose, all shortest ways there, and a walk along one of them.
//!
//! Nothing is computed until it is opened, and then only when the goal or the position changes.

mod goals;
mod walk;

use super::{Action, Notice, Store, card, insight, link, words};
use crate::address;
use crate::chart::{Chart, Permit, StateId};
use crate::path::{Goal, Means, Reason, Step, Toward, Way, Ways};
use goals::Goals;
use std::rc::Rc;
use walk::Walk;
use words::way;
use yew::prelude::*;

/// The most ways that are shown.
const SHOWN: usize = 6;

/// From where.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct RouteProps {
    pub(super) store: Store,
    /// Where the service is; `None` is no service.
    pub(super) at: Option<StateId>,
    /// Where the reader wants to get.
    pub(super) goal: Option<Goal>,
    /// Whether something runs.
    pub(super) busy: bool,
}

pub(super) enum Message {
    /// The section was opened or closed.
    Toggle(bool),
    /// A goal was chosen, or none.
    Choose(Option<Goal>),
    /// What may be a step was chosen.
    Allow(Means),
    /// Walk the way of this number.
    Walk(usize),
    /// Walk no further.
    Stop,
    /// Something happened while walking.
    Heard(Notice),
}

/// What was asked, what was found, and the walk that goes on.
pub(super) struct Route {
    open: bool,
    /// Whether the chart has a conditional cell; not known before it is opened. What is in the
    /// section stays there once it was open, so that the reader finds the goal again.
    conditional: Option<bool>,
    goal: Option<Goal>,
    means: Means,
    toward: Option<Toward>,
    ways: Ways,
    /// Why there is none.
    reason: Option<Reason>,
    walk: Option<Walk>,
    /// Why the last walk stopped before its goal, and where.
    stopped: Option<(String, Option<StateId>)>,
}

impl Route {
    fn closed() -> Self {
        Self {
            open: false,
            conditional: None,
            goal: None,
            means: Means::default(),
            toward: None,
            ways: Ways::default(),
            reason: None,
            walk: None,
            stopped: None,
        }
    }

    /// Asks for a goal that the session has got, and opens for it.
    fn seek(&mut self, props: &RouteProps) {
        if self.goal != props.goal {
            self.open |= props.goal.is_some();
            self.ask(props.goal, self.means);
        }
        self.look(props);
    }

    /// Looks from the goal, if that was not done yet, and then for the ways from here.
    fn look(&mut self, props: &RouteProps) {
        if !self.open {
            return;
        }
        let chart = Rc::clone(props.store.session().chart());
        if self.conditional.is_none() {
            self.conditional = Some(has_condition(&chart));
        }
        let Some(goal) = self.goal else {
            return;
        };
        let toward = (self.toward).get_or_insert_with(|| Toward::new(chart, goal, self.means));
        self.ways = toward.ways(props.at, SHOWN);
        self.reason = toward.reason(props.at);
    }

    /// Asks anew; whoever asks for something else walks no further.
    fn ask(&mut self, goal: Option<Goal>, means: Means) {
        self.goal = goal;
        self.means = means;
        self.toward = None;
        self.walk = None;
        self.stopped = None;
    }

    fn follow(&mut self, store: &Store, walked: walk::Walked) {
        match walked {
            walk::Walked::On => {}
            walk::Walked::There => self.walk = None,
            walk::Walked::Stopped(why) => {
                self.walk = None;
                self.stopped = Some((why, store.session().service().state()));
            }
        }
    }
}

impl Component for Route {
    type Message = Message;
    type Properties = RouteProps;

    fn create(ctx: &Context<Self>) -> Self {
        let mut route = Self::closed();
        route.seek(ctx.props());
        route
    }

    fn update(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        let props = ctx.props();
        match message {
            Message::Toggle(open) if self.open == open => return false,
            Message::Toggle(open) => self.open = open,
            Message::Choose(goal) => {
                // It comes back with the properties.
                props.store.dispatch(Action::Seek(goal));
                return false;
            }
            Message::Allow(means) => self.ask(self.goal, means),
            Message::Walk(number) => {
                if let Some(found) = self.ways.ways.get(number) {
                    let scope = ctx.link().clone();
                    let hear =
                        move |notice: &Notice| scope.send_message(Message::Heard(notice.clone()));
                    self.stopped = None;
                    let walk = self
                        .walk
                        .insert(Walk::new(&props.store, found.clone(), hear));
                    let walked = walk.begin(&props.store);
                    self.follow(&props.store, walked);
                }
                return true;
            }
            Message::Stop => {
                self.walk = None;
                return true;
            }
            Message::Heard(notice) => {
                if let Some(walk) = &mut self.walk {
                    let walked = walk.hear(&props.store, &notice);
                    self.follow(&props.store, walked);
                }
                return true;
            }
        }
        self.look(props);
        true
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &RouteProps) -> bool {
        let props = ctx.props();
        if props.store != old.store {
            let open = self.open;
            *self = Self {
                open,
                ..Self::closed()
            };
        }
        if (&props.store, props.at, props.goal) != (&old.store, old.at, old.goal) {
            self.seek(props);
        }
        self.open
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let props = ctx.props();
        let toggle = ctx
            .link()
            .callback(|event: Event| Message::Toggle(insight::is_open(&event)));
        html! {
            <details class="route" part="route" open={self.open} ontoggle={toggle}>
                <summary>{ "Find a way" }</summary>
                if self.conditional.is_some() {
                    { self.question(ctx) }
                    <div class="ways">{ self.answer(ctx, props) }</div>
                    if let Some(goal) = self.goal {
                        { link::view(&props.store, || address::of_way(props.store.session().chart(), props.at, goal)) }
                    }
                }
            </details>
        }
    }
}

impl Route {
    /// The goals, and what may be a step.
    fn question(&self, ctx: &Context<Self>) -> Html {
        let session = ctx.props().store.session();
        let chart = session.chart();
        let means = self.means;
        let check = |word: &'static str, name: &'static str, on: bool, turned: Means| {
            let onchange = ctx.link().callback(move |_| Message::Allow(turned));
            html! {
                <label><input type="checkbox" data-means={name} checked={on} {onchange} />{ word }</label>
            }
        };
        let events = Means {
            events: !means.events,
            ..means
        };
        let conditions = Means {
            conditions: !means.conditions,
            ..means
        };
        html! {
            <div class="ask">
                <Goals chart={Rc::clone(chart)} goal={self.goal} choose={ctx.link().callback(Message::Choose)} />
                if !chart.events().is_empty() {
                    { check("with events from outside", "events", means.events, events) }
                }
                if self.conditional == Some(true) {
                    { check("where conditions are met", "conditions", means.conditions, conditions) }
                }
            </div>
        }
    }

    fn answer(&self, ctx: &Context<Self>, props: &RouteProps) -> Html {
        if let Some(walk) = &self.walk {
            return self.walking(ctx, walk);
        }
        let stopped = self.stopped.as_ref().filter(|(_, at)| *at == props.at);
        let stopped = stopped.map(|(why, _)| html! { <p class="stopped">{ why.clone() }</p> });
        let Some(toward) = self.toward.as_ref().filter(|_| self.goal.is_some()) else {
            return stopped.unwrap_or_default();
        };
        let chart = toward.chart();
        let Some(first) = self.ways.ways.first() else {
            let words = self
                .reason
                .as_ref()
                .map(|reason| way::reason(chart, reason));
            return html! { <>{ stopped }<p class="none">{ words }</p></> };
        };
        if first.steps.is_empty() {
            return html! { <>{ stopped }<p>{ way::there(chart, toward.goal()) }</p></> };
        }
        let ways = self.ways.ways.iter().enumerate().map(|(number, found)| {
            let onclick = ctx.link().callback(move |_| Message::Walk(number));
            html! {
                <div class="way" key={number} data-way={number.to_string()}>
                    { steps(toward, found, None) }
                    <button type="button" data-walk={number.to_string()} disabled={props.busy} {onclick}>{ "Walk it" }</button>
                </div>
            }
        });
        html! {
            <>
                { stopped }
                <p>{ way::from(chart, props.at) }{ way::ways(&self.ways) }{ source(&self.ways) }</p>
                { for ways }
            </>
        }
    }

    /// The way that is walked; where one is on it is marked.
    fn walking(&self, ctx: &Context<Self>, walk: &Walk) -> Html {
        let onclick = ctx.link().callback(|_| Message::Stop);
        let steps = self
            .toward
            .as_ref()
            .map(|toward| steps(toward, walk.way(), Some(walk.taken())));
        html! {
            <div class="way">
                { steps }
                <button type="button" data-walk="stop" {onclick}>{ "Walk no further" }</button>
            </div>
        }
    }
}

/// How the ways are known, if all are known alike.
fn source(ways: &Ways) -> Option<Html> {
    let first = ways.ways.first()?.source();
    let alike = ways.ways.iter().all(|way| way.source() == first);
    alike.then(|| card::source(first))
}

/// The steps of a way; the one after `taken` is marked.
fn steps(toward: &Toward, found: &Way, taken: Option<usize>) -> Html {
    let rest = found.steps.len().saturating_sub(way::MANY);
    // A walk shows the steps around where it is.
    let first = taken.map_or(0, |taken| taken.saturating_sub(1).min(rest));
    let shown = found.steps.iter().enumerate().skip(first).take(way::MANY);
    html! {
        <>
            <ol class="steps" role="list" start={(first + 1).to_string()}>
                { for shown.map(|(index, planned)| step(toward, planned, taken == Some(index), index)) }
            </ol>
            if let Some(more) = rest.checked_sub(first).filter(|&more| more > 0) {
                <p>{ way::more(more) }</p>
            }
        </>
    }
}

fn step(toward: &Toward, planned: &Step, here: bool, index: usize) -> Html {
    let chart = toward.chart();
    let onward = |failure: crate::path::Failure| toward.way(failure.to).unwrap_or_default();
    let name = planned.cause.name(chart).to_owned();
    html! {
        <li key={index} data-go={name.clone()} aria-current={here.then_some("step")}>
            <span class="what">{ name }</span>
            <span class="change">{ ["→ ", words::position(chart, planned.to)].concat() }</span>
            { card::source(planned.source) }
            <span class="failure">
                { way::failure(chart, planned, &onward) }
                if let Some(failure) = planned.failure {
                    { card::source(failure.source) }
                }
            </span>
        </li>
    }
}

fn has_condition(chart: &Chart) -> bool {
    let mut rows = (0..chart.rows().len()).filter_map(|index| chart.row_at(index));
    rows.any(|row| {
        let mut operations = chart.operations();
        operations.any(|cell| matches!(chart.row_permit(row, cell), Permit::Conditional(_)))
    })
}
