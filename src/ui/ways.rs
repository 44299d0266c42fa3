//! What few readers look at: the way on from a refusal, ways to a goal, and what can be done now.
//!
//! All of it may come later than the rest: see [`super::late`]. Nothing of it may be made a piece of
//! what calls it, or it would come with the rest.

use super::draw::Drawing;
use super::insight::Insight;
use super::onward::Onward;
use super::route::{Message, Route};
use super::{Notice, Session, Store};

/// What was looked for and found.
pub(super) struct Ways {
    onward: Option<Onward>,
    route: Route,
    insight: Insight,
}

/// Which sections are shown, and whether they are open.
#[derive(Clone, Copy)]
pub(super) struct Shown {
    /// That of ways to a goal.
    pub(super) route: Option<bool>,
    /// That of what can be done now.
    pub(super) insight: Option<bool>,
}

impl Ways {
    /// Nothing yet.
    #[inline(never)]
    pub(super) fn new() -> Box<Self> {
        Box::new(Self {
            onward: None,
            route: Route::default(),
            insight: Insight::default(),
        })
    }

    /// Looks at what has changed; what is closed and what has not changed costs nothing.
    #[inline(never)]
    pub(super) fn look(&mut self, session: &Session, shown: Shown) {
        self.onward = Onward::look(self.onward.take(), session);
        // A section that is not shown finds nothing, and comes back as a new one.
        match shown.route {
            Some(open) => self.route.look(open, session),
            None => self.route = Route::default(),
        }
        match shown.insight {
            Some(open) => self.insight.look(open, session),
            None => self.insight = Insight::default(),
        }
    }

    /// Does what the reader asked for; see [`Route::update`].
    #[inline(never)]
    pub(super) fn update(&mut self, store: &Store, message: Message, hear: Box<dyn Fn(&Notice)>) {
        self.route.update(store, message, hear);
    }

    /// Goes on with a walk, if there is one.
    #[inline(never)]
    pub(super) fn hear(&mut self, store: &Store, notice: &Notice) {
        self.route.hear(store, notice);
    }

    /// Draws the way on from the refusal that was asked about.
    #[inline(never)]
    pub(super) fn draw_onward(&self, page: &mut Drawing, session: &Session) {
        if let Some(onward) = &self.onward {
            onward.draw(page, session);
        }
    }

    /// Draws what is in the section of ways to a goal; `links` is whether links are offered.
    #[inline(never)]
    pub(super) fn draw_route(&self, page: &mut Drawing, session: &Session, links: bool) {
        self.route.draw(page, session, links);
    }

    /// Draws what is in the section of what can be done now.
    #[inline(never)]
    pub(super) fn draw_insight(&self, page: &mut Drawing) {
        self.insight.draw(page);
    }
}
