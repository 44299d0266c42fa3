//! What can be done at a position, and what the chart says as a whole.

use super::words;
use crate::chart::{Chart, StateId};
use crate::path::{self, Finding, Goal, Means, Toward};
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
    pub(super) fn insight(&self, at: Option<StateId>) -> Insight {
        let chart = self.back.chart();
        let findings = self.findings.iter();
        Insight {
            lines: self.lines(at),
            findings: findings.map(|found| words::finding(chart, found)).collect(),
        }
    }

    fn lines(&self, at: Option<StateId>) -> Vec<Line> {
        let chart = self.back.chart();
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
        let (nothing, told) = ("nothing", "nothing that the chart tells");
        let mut lines = vec![
            line("Allowed now", words::operations(chart, &allowed), nothing),
            line("Can come to", words::positions(chart, others), told),
            line(
                "If something fails, also to",
                words::positions(chart, &further),
                told,
            ),
        ];
        let untold = path::untold(chart, at, Means::default());
        if !untold.is_empty() {
            lines.push(line("Not told", words::untold(chart, &untold), nothing));
        }
        lines.extend(self.back(at));
        lines
    }

    /// How one gets back to where a service starts, if one is not there.
    fn back(&self, at: Option<StateId>) -> Option<Line> {
        let chart = self.back.chart();
        (at != chart.start()).then_some(())?;
        let said = match (at, self.back.way(at)) {
            (_, Some(found)) => words::sentence(chart, at, &found, self.back.goal()),
            (Some(state), None) if self.dead_ends.contains(&state) => words::dead_end(chart),
            (_, None) => words::reason(chart, &self.back.reason(at)?),
        };
        let start = chart.position_name(chart.start());
        Some((["Back to ", start].concat(), said))
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
