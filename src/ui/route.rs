//! "How do I get to …": a goal to choose, all shortest ways there, and a walk along one of them.
//!
//! Nothing is computed until it is opened, and then only when the goal or the position changes.

mod goals;
mod walk;

pub(super) use goals::goal;

use super::draw::Drawing;
use super::{Notice, Session, Store, card, link, words};
use crate::address;
use crate::chart::{Chart, Permit, StateId};
use crate::path::{Goal, Means, Reason, Step, Toward, Way, Ways};
use std::rc::Rc;
use walk::Walk;
use words::way;

/// The most ways that are shown.
const SHOWN: usize = 6;

/// What the reader does here.
pub(super) enum Message {
    /// What may be a step was turned: events from outside, or else conditions that are met.
    Allow {
        /// Whether it was the events.
        events: bool,
    },
    /// Walk the way of this number, or no further.
    Walk(Option<usize>),
}

/// What was asked, what was found, and the walk that goes on.
#[derive(Default)]
pub(super) struct Route {
    /// Whether the chart has a conditional cell; not known before it is opened. What is in the
    /// section stays there once it was open, so that the reader finds the goal again.
    conditional: Option<bool>,
    goal: Option<Goal>,
    means: Means,
    toward: Option<Toward>,
    /// From where was looked last; `None` is from nowhere yet.
    looked: Option<Option<StateId>>,
    ways: Ways,
    /// Why there is none.
    reason: Option<Reason>,
    walk: Option<Walk>,
    /// Why the last walk stopped before its goal, and where.
    stopped: Option<(String, Option<StateId>)>,
}

impl Route {
    /// Asks for the goal of the session. If the section is open, looks from it, if that was not done
    /// yet, and then for the ways from here.
    pub(super) fn look(&mut self, open: bool, session: &Session) {
        if self.goal != session.goal() {
            self.ask(session.goal(), self.means);
        }
        if !open {
            return;
        }
        let chart = session.chart();
        if self.conditional.is_none() {
            self.conditional = Some(has_condition(chart));
        }
        let at = session.service().state();
        let Some(goal) = self.goal.filter(|_| self.looked != Some(at)) else {
            return;
        };
        let toward =
            (self.toward).get_or_insert_with(|| Toward::new(Rc::clone(chart), goal, self.means));
        self.ways = toward.ways(at, SHOWN);
        self.reason = toward.reason(at);
        self.looked = Some(at);
    }

    /// Asks anew; whoever asks for something else walks no further.
    fn ask(&mut self, goal: Option<Goal>, means: Means) {
        self.goal = goal;
        self.means = means;
        self.looked = None;
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

    /// Does what the reader asked for. While a walk goes on, what happens is told to `hear`.
    pub(super) fn update(&mut self, store: &Store, message: Message, hear: Box<dyn Fn(&Notice)>) {
        let means = self.means;
        match message {
            Message::Allow { events } => {
                let means = Means {
                    events: means.events != events,
                    conditions: means.conditions == events,
                };
                self.ask(self.goal, means);
            }
            Message::Walk(None) => self.walk = None,
            Message::Walk(Some(number)) => {
                if let Some(found) = self.ways.ways.get(number) {
                    self.stopped = None;
                    let walk = Walk::new(store, found.clone(), hear);
                    let walked = self.walk.insert(walk).begin(store);
                    self.follow(store, walked);
                }
            }
        }
    }

    /// Goes on with the walk, if there is one.
    pub(super) fn hear(&mut self, store: &Store, notice: &Notice) {
        if let Some(walk) = &mut self.walk {
            let walked = walk.hear(store, notice);
            self.follow(store, walked);
        }
    }

    /// Draws what is in the section; `links` is whether links are offered.
    pub(super) fn draw(&self, page: &mut Drawing, session: &Session, links: bool) {
        if let Some(conditional) = self.conditional {
            self.question(page, session.chart(), conditional);
            page.open("div", "ways");
            self.answer(page, session);
            page.close();
            if let Some(goal) = self.goal.filter(|_| links) {
                let at = session.service().state();
                link::draw(page, &address::of_way(session.chart(), at, goal));
            }
        }
    }

    /// The goals, and what may be a step.
    fn question(&self, page: &mut Drawing, chart: &Rc<Chart>, conditional: bool) {
        page.open("div", "ask");
        goals::draw(page, chart, self.goal);
        let means = self.means;
        for (shown, words, name, on) in [
            (
                !chart.events().is_empty(),
                "with events from outside",
                "events",
                means.events,
            ),
            (
                conditional,
                "where conditions are met",
                "conditions",
                means.conditions,
            ),
        ] {
            if shown {
                page.open("label", "");
                page.open("input", "|type=checkbox");
                page.fix("data-means", Some(name));
                page.checked(on);
                page.close();
                page.text(words);
                page.close();
            }
        }
        page.close();
    }

    fn answer(&self, page: &mut Drawing, session: &Session) {
        let toward = self.toward.as_ref();
        if let Some(walk) = &self.walk {
            page.open("div", "way");
            if let Some(toward) = toward {
                steps(page, toward, walk.way(), Some(walk.taken()));
            }
            page.button("|data-walk=stop");
            page.text("Walk no further");
            page.close();
            return page.close();
        }
        let at = session.service().state();
        match self.stopped.as_ref().filter(|(_, stopped)| *stopped == at) {
            Some((why, _)) => page.leaf("p", "stopped", why),
            None => page.nothing(),
        }
        let Some(toward) = toward.filter(|_| self.goal.is_some()) else {
            return;
        };
        let chart = toward.chart();
        let Some(first) = self.ways.ways.first() else {
            let reason = self.reason.as_ref();
            let words = reason.map(|reason| way::reason(chart, reason));
            return page.leaf("p", "none", &words.unwrap_or_default());
        };
        if first.steps.is_empty() {
            return page.leaf("p", "", &way::there(chart, toward.goal()));
        }
        page.open("p", "");
        page.text(&way::from(chart, at));
        page.text(&way::ways(&self.ways));
        source(page, &self.ways);
        page.close();
        let busy = session.service().running().is_some();
        for (number, found) in self.ways.ways.iter().enumerate() {
            let number = number.to_string();
            page.open("div", "way");
            page.set("data-way", Some(&number));
            steps(page, toward, found, None);
            page.button("");
            page.set("data-walk", Some(&number));
            page.mark("disabled", busy);
            page.text("Walk it");
            page.close();
            page.close();
        }
    }
}

/// How the ways are known, if all are known alike.
fn source(page: &mut Drawing, ways: &Ways) {
    let mut sources = ways.ways.iter().map(Way::source);
    if let Some(first) = sources.next()
        && sources.all(|source| source == first)
    {
        card::source(page, first);
    }
}

/// The steps of a way; the one after `taken` is marked.
fn steps(page: &mut Drawing, toward: &Toward, found: &Way, taken: Option<usize>) {
    let rest = found.steps.len().saturating_sub(way::MANY);
    // A walk shows the steps around where it is.
    let first = taken.map_or(0, |taken| taken.saturating_sub(1).min(rest));
    page.open("ol", "steps|role=list");
    page.set("start", Some(&(first + 1).to_string()));
    let shown = found.steps.iter().enumerate().skip(first).take(way::MANY);
    for (index, planned) in shown {
        step(page, toward, planned, taken == Some(index));
    }
    page.close();
    match rest.checked_sub(first).filter(|&more| more > 0) {
        Some(more) => page.leaf("p", "", &way::more(more)),
        None => page.nothing(),
    }
}

fn step(page: &mut Drawing, toward: &Toward, planned: &Step, here: bool) {
    let chart = toward.chart();
    let onward = |failure: crate::path::Failure| toward.way(failure.to).unwrap_or_default();
    let name = planned.cause.name(chart);
    page.open("li", "");
    page.set("data-go", Some(name));
    page.fix("aria-current", here.then_some("step"));
    page.leaf("span", "what", name);
    page.open("span", "change");
    page.text("→ ");
    page.text(words::position(chart, planned.to));
    page.close();
    card::source(page, planned.source);
    page.open("span", "failure");
    page.text(&way::failure(chart, planned, &onward));
    if let Some(failure) = planned.failure {
        card::source(page, failure.source);
    }
    page.close();
    page.close();
}

fn has_condition(chart: &Chart) -> bool {
    let mut rows = (0..chart.rows().len()).filter_map(|index| chart.row_at(index));
    rows.any(|row| {
        let mut operations = chart.operations();
        operations.any(|cell| matches!(chart.row_permit(row, cell), Permit::Conditional(_)))
    })
}
