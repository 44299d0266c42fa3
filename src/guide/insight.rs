//! What can be done at a position, and what the chart says as a whole.

use super::words::Say;
use crate::chart::{Chart, StateId};
use crate::path::{self, Finding, Goal, Means, Toward};
use crate::words::{Words, key};
use std::rc::Rc;

/// What can be done at a position, and what the chart says as a whole.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Insight {
    /// What each line is about, and what is said.
    pub lines: Vec<(String, String)>,
    /// What is said of the chart as a whole.
    pub findings: Vec<String>,
}

/// What does not depend on where the service is.
pub(super) struct Whole {
    back: Toward,
    dead_ends: Vec<StateId>,
    findings: Vec<Finding>,
}

/// A line: what it is about, and what is said.
type Line = (String, String);

impl Whole {
    pub(super) fn new(chart: &Rc<Chart>) -> Self {
        let start = Goal::At(chart.start());
        Self {
            back: Toward::new(Rc::clone(chart), start, Means::default()),
            dead_ends: path::dead_ends(chart),
            findings: path::findings(chart),
        }
    }

    /// What is said at a position.
    pub(super) fn insight(&self, at: Option<StateId>, words: &Words) -> Insight {
        let chart = self.back.chart();
        let say = Say::new(chart, words);
        let findings = self.findings.iter();
        Insight {
            lines: self.lines(at, say),
            findings: findings.map(|found| say.finding(found)).collect(),
        }
    }

    fn lines(&self, at: Option<StateId>, say: Say<'_>) -> Vec<Line> {
        let (chart, words) = (say.chart, say.words);
        let reach = |failures| path::reach(chart, at, Means::default(), failures);
        let (sure, mut further) = (reach(false), reach(true));
        let others = sure.get(1..).unwrap_or(&[]);
        // Both are in one order, and what is sure is among all.
        let mut known = sure.iter();
        let mut next = known.next();
        further.retain(|at| {
            let is_known = next == Some(at);
            if is_known {
                next = known.next();
            }
            !is_known
        });
        let mut allowed = Vec::new();
        for operation in chart.operations() {
            if at.is_some_and(|state| chart.allows(state, operation)) {
                allowed.push(operation);
            }
        }
        let (nothing, told) = (words.text(key::NOTHING), words.text(key::NOTHING_TOLD));
        let mut lines = vec![
            line(
                words.text(key::NOW_ALLOWED),
                say.operations(&allowed),
                nothing,
            ),
            line(words.text(key::CAN_COME_TO), say.positions(others), told),
            line(words.text(key::ALSO_TO), say.positions(&further), told),
        ];
        let untold = path::untold(chart, at, Means::default());
        if !untold.is_empty() {
            let about = words.text(key::NOT_TOLD_OF);
            lines.push(line(about, say.untold(&untold), nothing));
        }
        lines.extend(self.back(at, say));
        lines
    }

    /// The way back to where a service starts, for one that is elsewhere.
    fn back(&self, at: Option<StateId>, say: Say<'_>) -> Option<Line> {
        (at != say.chart.start()).then_some(())?;
        let said = match (at, self.back.way(at)) {
            (_, Some(found)) => say.sentence(at, &found, self.back.goal()),
            (Some(state), None) if self.dead_ends.contains(&state) => say.dead_end(),
            (_, None) => say.reason(&self.back.reason(at)?),
        };
        Some((say.words.fill(key::BACK_TO, &[say.start()]), said))
    }
}

/// A line; `none` is said where there is nothing to say.
fn line(about: &str, said: String, none: &str) -> Line {
    let said = if said.is_empty() {
        none.to_owned()
    } else {
        said
    };
    (about.to_owned(), said)
}

#[cfg(test)]
mod tests;
