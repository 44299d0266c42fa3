//! The guide that has the chart itself. It keeps the distances to the goal that was asked about last,
//! for the next question is most often about the same goal from another position.

use super::insight::{Insight, Whole};
use super::words::Say;
use super::{About, Guide, Route, SHOWN, Suggestion};
use crate::address;
use crate::chart::{Chart, OperationId, StateId};
use crate::path::{Failure, Goal, Means, Step, Toward, Way};
use crate::words::Words;
use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

/// A guide that answers by looking at the chart.
pub struct ChartGuide {
    chart: Rc<Chart>,
    words: Words,
    /// The distances for suggestions: to where the operation is allowed that was refused last.
    instead: RefCell<Option<Rc<Toward>>>,
    /// The distances for routes: to the reader's goal.
    toward: RefCell<Option<Rc<Toward>>>,
    whole: OnceCell<Whole>,
}

impl ChartGuide {
    /// A guide to `chart` in English.
    #[must_use]
    pub const fn new(chart: Rc<Chart>) -> Self {
        Self::speaking(chart, Words::ENGLISH)
    }

    /// A guide to `chart` in the language of `words`.
    #[must_use]
    pub const fn speaking(chart: Rc<Chart>, words: Words) -> Self {
        Self {
            chart,
            words,
            instead: RefCell::new(None),
            toward: RefCell::new(None),
            whole: OnceCell::new(),
        }
    }

    /// The chart.
    #[must_use]
    pub const fn chart(&self) -> &Rc<Chart> {
        &self.chart
    }

    fn say(&self) -> Say<'_> {
        Say::new(&self.chart, &self.words)
    }

    /// The distances in `kept`, if they are to `goal` by `means`; else new ones, which are kept there.
    fn distances(
        &self,
        kept: &RefCell<Option<Rc<Toward>>>,
        goal: Goal,
        means: Means,
    ) -> Rc<Toward> {
        let old = kept.borrow().clone();
        let found = old.filter(|old| old.goal() == goal && old.means() == means);
        found.unwrap_or_else(|| {
            let new = Rc::new(Toward::new(Rc::clone(&self.chart), goal, means));
            kept.replace(Some(Rc::clone(&new)));
            new
        })
    }
}

impl Guide for ChartGuide {
    fn suggestion(&self, operation: OperationId, at: Option<StateId>) -> Suggestion {
        let goal = Goal::Allowed(operation);
        let toward = self.distances(&self.instead, goal, Means::default());
        Suggestion::new(&toward, operation, at, &self.words)
    }

    fn route(&self, goal: Goal, means: Means, at: Option<StateId>) -> Route {
        let say = self.say();
        let toward = self.distances(&self.toward, goal, means);
        let found = toward.ways(at, SHOWN);
        let Some(first) = found.ways.first() else {
            let reason = toward.reason(at);
            let said = reason.map(|reason| say.reason(&reason));
            return Route {
                said: said.unwrap_or_default(),
                ..Route::default()
            };
        };
        if first.steps.is_empty() {
            return Route {
                said: say.there(goal),
                is_found: true,
                ..Route::default()
            };
        }
        let mut sources = found.ways.iter().map(Way::source);
        let source = sources.next();
        Route {
            said: say.from(at, &say.ways(&found)),
            source: source.filter(|&source| sources.all(|other| other == source)),
            ways: found.ways,
            is_found: true,
        }
    }

    fn failures(&self, goal: Goal, means: Means, steps: &[Step]) -> Vec<String> {
        let toward = self.distances(&self.toward, goal, means);
        let way_after = |failure: Failure| toward.way(failure.to).unwrap_or_default();
        let steps = steps.iter();
        steps
            .map(|step| self.say().failure(step, &way_after))
            .collect()
    }

    fn insight(&self, at: Option<StateId>) -> Insight {
        let whole = self.whole.get_or_init(|| Whole::new(&self.chart));
        whole.insight(at, &self.words)
    }

    fn address(&self, about: About<'_>) -> String {
        match about {
            About::Steps(history) => address::of_history(history),
            About::Cell(state, operation) => address::of_cell(&self.chart, state, operation),
            About::Way(from, goal) => address::of_way(&self.chart, from, goal),
        }
    }
}
