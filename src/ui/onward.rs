//! The shortest way to where a refused operation is allowed, each step one click.

use super::draw::Drawing;
use super::{Session, card, words};
use crate::chart::{Chart, OperationId, Permit, StateId};
use crate::path::{Goal, Means, Reason, Toward, Way};
use std::rc::Rc;
use words::way;

/// Holds the look back from the goal, which does not depend on where the service is.
pub(super) struct Onward {
    operation: OperationId,
    at: Option<StateId>,
    toward: Toward,
    found: Option<Way>,
    /// Why there is no way.
    reason: Option<Reason>,
}

impl Onward {
    fn new(toward: Toward, operation: OperationId, at: Option<StateId>) -> Self {
        Self {
            operation,
            at,
            found: toward.way(at),
            reason: toward.reason(at),
            toward,
        }
    }

    /// What is to be shown in this session, if a refused cell is selected; `old` is what was shown.
    pub(super) fn look(old: Option<Self>, session: &Session) -> Option<Self> {
        let chart = session.chart();
        let cell = session.selection()?;
        let operation = cell.operation;
        if *chart.permit(cell.state, operation) != Permit::Refused {
            return None;
        }
        let at = session.service().state();
        match old.filter(|old| old.operation == operation) {
            Some(old) if old.at == at => Some(old),
            Some(old) => Some(Self::new(old.toward, operation, at)),
            None => {
                let goal = Goal::Allowed(operation);
                let toward = Toward::new(Rc::clone(chart), goal, Means::default());
                Some(Self::new(toward, operation, at))
            }
        }
    }

    /// Draws the way, or why there is none.
    pub(super) fn draw(&self, page: &mut Drawing, session: &Session) {
        let (chart, goal) = (self.toward.chart(), self.toward.goal());
        let busy = session.service().running().is_some();
        let Some(found) = &self.found else {
            let reason = self.reason.as_ref();
            let words = reason.map(|reason| way::reason(chart, reason));
            return page.leaf("p", "onward none", &words.unwrap_or_default());
        };
        page.open("p", "onward");
        if found.steps.is_empty() {
            page.text(&way::there(chart, goal));
            page.text(" ");
            button(page, chart.operation_name(self.operation), busy);
        } else {
            page.text(&way::from(chart, self.at));
            self.steps(page, chart, found, busy);
            card::source(page, found.source());
        }
        page.close();
    }

    /// The steps and then the operation itself; only the first can be clicked yet.
    fn steps(&self, page: &mut Drawing, chart: &Chart, found: &Way, busy: bool) {
        let names = way::names(chart, found, self.toward.goal());
        for (index, name) in names.iter().take(way::MANY).enumerate() {
            page.text(way::before(index, names.len()));
            button(page, name, index > 0 || busy);
        }
        if let Some(rest) = names.len().checked_sub(way::MANY).filter(|&rest| rest > 0) {
            page.text(", ");
            page.text(&way::more(rest));
        }
    }
}

/// A button that performs a step of a way.
fn button(page: &mut Drawing, name: &str, disabled: bool) {
    page.button("");
    page.set("data-go", Some(name));
    page.mark("disabled", disabled);
    page.text(name);
    page.close();
}
