//! What can be done now, and what the chart says as a whole. Nothing is computed until it is opened.

use super::draw::Drawing;
use super::{Session, words};
use crate::chart::{Chart, StateId};
use crate::path::{self, Finding, Goal, Means, Toward};
use std::rc::Rc;
use words::way;

/// Whether it is open, and what it found then.
#[derive(Default)]
pub(super) struct Insight {
    open: bool,
    whole: Option<Whole>,
    at: Option<StateId>,
    lines: Vec<Line>,
}

/// What does not depend on where the service is.
struct Whole {
    back: Toward,
    dead_ends: Vec<StateId>,
    findings: Vec<Finding>,
}

/// A line: what it is about, and what is said.
type Line = (String, String);

impl Whole {
    fn new(chart: &Rc<Chart>) -> Self {
        let start = Goal::At(chart.start());
        Self {
            back: Toward::new(Rc::clone(chart), start, Means::default()),
            dead_ends: path::dead_ends(chart),
            findings: path::findings(chart),
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
            line("Allowed now", way::operations(chart, &allowed), nothing),
            line("Can come to", way::positions(chart, others), told),
            line(
                "If something fails, also to",
                way::positions(chart, &further),
                told,
            ),
        ];
        let untold = path::untold(chart, at, Means::default());
        if !untold.is_empty() {
            lines.push(line("Not told", way::untold(chart, &untold), nothing));
        }
        lines.extend(self.back(at));
        lines
    }

    /// How one gets back to where a service starts, if one is not there.
    fn back(&self, at: Option<StateId>) -> Option<Line> {
        let chart = self.back.chart();
        (at != chart.start()).then_some(())?;
        let said = match (at, self.back.way(at)) {
            (_, Some(found)) => way::sentence(chart, at, &found, self.back.goal()),
            (Some(state), None) if self.dead_ends.contains(&state) => way::dead_end(chart),
            (_, None) => way::reason(chart, &self.back.reason(at)?),
        };
        let start = words::position(chart, chart.start());
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

impl Insight {
    /// Looks at the position, if the section is open and that was not done yet.
    pub(super) fn look(&mut self, open: bool, session: &Session) {
        self.open = open;
        let at = session.service().state();
        if !open || (self.whole.is_some() && self.at == at) {
            return;
        }
        let whole = self
            .whole
            .get_or_insert_with(|| Whole::new(session.chart()));
        self.lines = whole.lines(at);
        self.at = at;
    }

    /// Draws what is in the section.
    pub(super) fn draw(&self, page: &mut Drawing) {
        if let Some(whole) = self.whole.as_ref().filter(|_| self.open) {
            page.open("dl", "leads");
            for (about, said) in &self.lines {
                page.leaf("dt", "", about);
                page.leaf("dd", "", said);
            }
            page.close();
            if !whole.findings.is_empty() {
                page.leaf("p", "label", "The chart as a whole");
                page.open("ul", "");
                for finding in &whole.findings {
                    page.leaf("li", "", &way::finding(whole.back.chart(), finding));
                }
                page.close();
            }
        }
    }
}

#[cfg(test)]
mod tests;
