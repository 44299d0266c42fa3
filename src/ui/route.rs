//! "How do I get to …": a goal to choose, all shortest ways there, and a walk along one of them.
//!
//! The guide is asked once the section is open, and then only when the goal or the position changes.

mod goals;
mod walk;

use super::focus::Focused;
use super::link::{Link, Linked};
use super::phrase::{named, word};
use super::section::is_open;
use super::store::{Help, Store};
use super::{Notice, card};
use crate::chart::{Chart, Permission, StateId};
use crate::guide::{Route as Answer, words as ways};
use crate::path::{Goal, Means, Step, Way};
use crate::words::{Word, Words, key};
use goals::Goals;
use walk::{Walk, Walked};
use web_sys::Element;
use yew::prelude::*;

/// What ways depend on.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct RouteProps {
    pub(super) store: Store,
    pub(super) at: Option<StateId>,
    pub(super) busy: bool,
    pub(super) goal: Option<Goal>,
    pub(super) links: bool,
    pub(super) help: Help,
}

/// What happens here.
pub(super) enum Msg {
    /// The section was opened or closed: whether it is open now.
    Toggle(bool),
    /// Let events from outside be steps, or no longer.
    Events,
    /// Let conditional operations be steps, or no longer.
    Conditions,
    /// Walk the way of this number.
    Walk(usize),
    /// Walk no further.
    Halt,
    /// Something happened while a walk goes on.
    Notice(Notice),
}

/// The section, closed at first. What is in it stays there once it was open, so that the reader finds
/// the goal again.
#[derive(Default)]
pub(super) struct Route {
    section: NodeRef,
    focused: Focused,
    is_open: bool,
    /// Whether the chart has a conditional cell; not known before it is opened.
    has_condition: Option<bool>,
    means: Means,
    answer: Option<Answer>,
    /// For which goal and from where the answer is.
    asked: Option<(Goal, Option<StateId>)>,
    /// Whether the answer is to be announced: it is where the reader asked. Where the service moved on, its
    /// step is announced.
    is_unsaid: bool,
    walk: Option<Walk>,
    /// Why the last walk stopped before its goal, and where.
    stopped: Option<(String, Option<StateId>)>,
}

impl Route {
    /// Forgets the answer and ends the walk, because something else is asked for.
    fn forget(&mut self) {
        self.asked = None;
        self.is_unsaid = true;
        self.answer = None;
        self.walk = None;
        self.stopped = None;
    }

    fn open(&mut self, ctx: &Context<Self>) {
        let store = &ctx.props().store;
        self.is_open = true;
        self.has_condition
            .get_or_insert_with(|| has_condition(store.session().chart()));
        store.want_guide();
    }

    /// Asks for the ways, if the section is open and that was not done yet.
    fn refresh(&mut self, ctx: &Context<Self>) {
        let RouteProps { at, goal, help, .. } = ctx.props();
        let Some((goal, guide)) = goal.zip(help.guide.as_ref()).filter(|_| self.is_open) else {
            return;
        };
        if self.asked != Some((goal, *at)) {
            self.asked = Some((goal, *at));
            let answer = guide.route(goal, self.means, *at);
            if std::mem::take(&mut self.is_unsaid) {
                ctx.props().store.say(answer.said.clone());
            }
            self.answer = Some(answer);
        }
    }

    /// Begins a walk along the way of this number.
    fn begin(&mut self, ctx: &Context<Self>, number: usize) {
        let store = &ctx.props().store;
        let way = self
            .answer
            .as_ref()
            .and_then(|answer| answer.ways.get(number));
        let Some(way) = way.cloned() else {
            return;
        };
        self.stopped = None;
        let scope = ctx.link().clone();
        let listener = move |notice: &Notice| scope.send_message(Msg::Notice(notice.clone()));
        let walked = self
            .walk
            .insert(Walk::new(store, way, listener))
            .begin(store);
        self.follow(store, walked);
    }

    /// Takes note of how the walk goes on.
    fn follow(&mut self, store: &Store, walked: Walked) {
        match walked {
            Walked::On => {}
            Walked::There => self.walk = None,
            Walked::Stopped(why) => {
                self.walk = None;
                self.stopped = Some((why, store.session().service().state()));
            }
        }
    }

    fn root(&self) -> Option<Element> {
        let section = self.section.cast::<Element>()?;
        section.closest(".widget").ok()?
    }

    fn remember_focus(&mut self) {
        if let Some(root) = self.root() {
            self.focused = Focused::of(&root);
        }
    }
}

impl Component for Route {
    type Message = Msg;
    type Properties = RouteProps;

    fn create(ctx: &Context<Self>) -> Self {
        let mut route = Self::default();
        if ctx.props().goal.is_some() {
            route.open(ctx);
        }
        route.refresh(ctx);
        route
    }

    fn update(&mut self, ctx: &Context<Self>, message: Msg) -> bool {
        self.remember_focus();
        match message {
            Msg::Toggle(is_open) if is_open == self.is_open => return false,
            Msg::Toggle(true) => self.open(ctx),
            Msg::Toggle(false) => self.is_open = false,
            Msg::Events => {
                self.forget();
                self.means.events ^= true;
            }
            Msg::Conditions => {
                self.forget();
                self.means.conditions ^= true;
            }
            Msg::Walk(number) => self.begin(ctx, number),
            Msg::Halt => self.walk = None,
            Msg::Notice(notice) => {
                let store = &ctx.props().store;
                if let Some(walk) = &mut self.walk {
                    let walked = walk.on_notice(store, &notice);
                    self.follow(store, walked);
                }
            }
        }
        self.refresh(ctx);
        true
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &RouteProps) -> bool {
        let props = ctx.props();
        if props.goal != old.goal {
            self.forget();
            // Whoever asked for a way wants to see it.
            if props.goal.is_some() {
                self.open(ctx);
            }
        }
        self.refresh(ctx);
        self.is_open || props.goal != old.goal
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let RouteProps {
            store,
            goal,
            links,
            help,
            at,
            ..
        } = ctx.props();
        let ontoggle = ctx
            .link()
            .callback(|event: Event| Msg::Toggle(is_open(&event)));
        let version = at.map_or(0, |state| state.index() as u32 + 1);
        html! {
            <details class="route" part="route" open={self.is_open} ref={self.section.clone()} {ontoggle}>
                <summary><h3>{ word(&store.words(), key::FIND_WAY) }</h3></summary>
                if help.guide.is_none() {
                    if self.is_open {
                        <p lang="en">{ help.instead() }</p>
                    }
                } else if let Some(has_condition) = self.has_condition {
                    { self.question(ctx, has_condition) }
                    <div class="ways">{ self.answer(ctx) }</div>
                    if let Some(goal) = goal.filter(|_| *links) {
                        <Link {store} to={Linked::Way(goal)} {version} />
                    }
                }
            </details>
        }
    }

    fn rendered(&mut self, _: &Context<Self>, _: bool) {
        let focused = std::mem::take(&mut self.focused);
        if let Some(root) = self.root() {
            // The reader did this here, so that the focus has moved needs no announcement.
            let _: bool = focused.restore(&root);
        }
    }
}

impl Route {
    /// The goals, and what may be a step.
    fn question(&self, ctx: &Context<Self>, has_condition: bool) -> Html {
        let RouteProps { store, goal, .. } = ctx.props();
        let session = store.session();
        let chart = session.chart();
        let words = session.words();
        let turn = |what: Word, name: &'static str, checked: bool, turned: fn() -> Msg| {
            let onchange = ctx.link().callback(move |_: Event| turned());
            html! {
                <label><input type="checkbox" data-means={name} {checked} {onchange} />{ word(words, what) }</label>
            }
        };
        html! {
            <div class="ask">
                <Goals {store} chart={chart.clone()} goal={*goal} />
                if !chart.events().is_empty() {
                    { turn(key::WITH_EVENTS, "events", self.means.events, || Msg::Events) }
                }
                if has_condition {
                    { turn(key::WITH_CONDITIONS, "conditions", self.means.conditions, || Msg::Conditions) }
                }
            </div>
        }
    }

    fn answer(&self, ctx: &Context<Self>) -> Html {
        let props = ctx.props();
        let words = &props.store.words();
        if let Some(walk) = &self.walk {
            let onclick = ctx.link().callback(|_: MouseEvent| Msg::Halt);
            return html! {
                <div class="way">
                    { self.steps(props, walk.way(), Some(walk.taken())) }
                    <button type="button" data-walk="stop" {onclick}>{ word(words, key::WALK_NO_FURTHER) }</button>
                </div>
            };
        }
        let stopped = self.stopped.as_ref().filter(|(_, at)| *at == props.at);
        let stopped = stopped.map(|(why, _)| html! { <p class="stopped">{ why.clone() }</p> });
        let Some(answer) = self.answer.as_ref().filter(|_| props.goal.is_some()) else {
            return stopped.unwrap_or_default();
        };
        let way = |(number, way): (usize, &Way)| {
            let onclick = ctx.link().callback(move |_: MouseEvent| Msg::Walk(number));
            let number = AttrValue::from(number.to_string());
            html! {
                <div class="way" data-way={number.clone()}>
                    { self.steps(props, way, None) }
                    <button type="button" data-walk={number} disabled={props.busy} {onclick}>{ word(words, key::WALK) }</button>
                </div>
            }
        };
        html! {
            <>
                { stopped.unwrap_or_default() }
                if answer.is_found {
                    <p>{ answer.said.clone() }{ answer.source.map(|source| card::source(words, source)).unwrap_or_default() }</p>
                } else {
                    <p class="none">{ answer.said.clone() }</p>
                }
                { for answer.ways.iter().enumerate().map(way) }
            </>
        }
    }

    /// The steps of a way; the one after `taken` is marked. A walk shows the steps around where it is.
    fn steps(&self, props: &RouteProps, way: &Way, taken: Option<usize>) -> Html {
        let rest = way.steps.len().saturating_sub(ways::MANY);
        let first = taken.map_or(0, |taken| taken.saturating_sub(1).min(rest));
        let shown = way.steps.iter().skip(first).take(ways::MANY).copied();
        let shown: Vec<Step> = shown.collect();
        let guide = props.help.guide.as_ref().zip(props.goal);
        let failures = guide.map(|(guide, goal)| guide.failures(goal, self.means, &shown));
        let failures = failures.unwrap_or_default();
        let session = props.store.session();
        let step = |(index, step): (usize, &Step)| {
            let failure = failures.get(index).cloned().unwrap_or_default();
            self::step(
                session.chart(),
                session.words(),
                step,
                failure,
                taken == Some(first + index),
            )
        };
        html! {
            <>
                <ol class="steps" role="list" start={(first + 1).to_string()}>
                    { for shown.iter().enumerate().map(step) }
                </ol>
                if rest > first {
                    <p>{ ways::more(session.words(), rest - first) }</p>
                }
            </>
        }
    }
}

fn step(chart: &Chart, words: &Words, step: &Step, failure: String, is_here: bool) -> Html {
    let name = AttrValue::from(step.cause.name(chart).to_owned());
    let failed = step
        .failure
        .map(|failure| card::source(words, failure.source));
    html! {
        <li data-go={name.clone()} aria-current={is_here.then_some("step")}>
            <span class="what">{ named(&name) }</span>
            <span class="change">{ "→ " }{ card::place(words, chart, step.to) }</span>
            { card::source(words, step.source) }
            <span class="failure">{ failure }{ failed.unwrap_or_default() }</span>
        </li>
    }
}

fn has_condition(chart: &Chart) -> bool {
    let mut rows = (0..chart.rows().len()).filter_map(|index| chart.row_at(index));
    rows.any(|row| {
        let mut operations = chart.operations();
        operations.any(|cell| matches!(chart.row_permission(row, cell), Permission::Conditional(_)))
    })
}
