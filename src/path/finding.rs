//! What a chart says as a whole: for its author, and for those who want to know what to rely on.

use super::{Means, graph, reach};
use crate::chart::{Chart, OperationId, Outcome, Permit, Source, StateId};
use crate::service::Ending;
use std::collections::BTreeMap;

/// Something about a chart that its author may not have meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// The chart tells nowhere where an operation leads.
    NothingTold,
    /// For so many of so many cells that allow an operation, the chart does not tell where it leads.
    Untold(usize, usize),
    /// No state allows these operations.
    NowhereAllowed(Vec<OperationId>),
    /// Nothing is allowed in these states.
    NothingAllowed(Vec<StateId>),
    /// No way leads from these states back to where a service starts.
    DeadEnds(Vec<StateId>),
    /// Only events from outside lead to these states.
    OnlyFromOutside(Vec<StateId>),
    /// Nothing that the chart tells leads to these states.
    Unreached(Vec<StateId>),
    /// These rows, each by its states, have the same check marks.
    SameRows(Vec<Vec<StateId>>),
}

/// All findings, the most telling first.
#[must_use]
pub fn findings(chart: &Chart) -> Vec<Finding> {
    let mut found = Vec::new();
    let (untold, cells) = untold(chart);
    if untold > 0 && untold == cells {
        found.push(Finding::NothingTold);
    } else if untold > 0 {
        found.push(Finding::Untold(untold, cells));
    }
    let nowhere = chart
        .operations()
        .filter(|&operation| rows_refuse(chart, operation));
    list(&mut found, nowhere.collect(), Finding::NowhereAllowed);
    let nothing = chart.states().filter(|&state| !any_permit(chart, state));
    list(&mut found, nothing.collect(), Finding::NothingAllowed);
    list(&mut found, dead_ends(chart), Finding::DeadEnds);
    if untold < cells {
        let (outside, never) = unreached(chart);
        list(&mut found, outside, Finding::OnlyFromOutside);
        list(&mut found, never, Finding::Unreached);
    }
    found.extend(same_rows(chart).into_iter().map(Finding::SameRows));
    found
}

fn list<T>(found: &mut Vec<Finding>, items: Vec<T>, finding: fn(Vec<T>) -> Finding) {
    if !items.is_empty() {
        found.push(finding(items));
    }
}

fn rows_refuse(chart: &Chart, operation: OperationId) -> bool {
    let mut rows = (0..chart.rows().len()).filter_map(|index| chart.row_at(index));
    rows.all(|row| *chart.row_permit(row, operation) == Permit::Refused)
}

fn any_permit(chart: &Chart, state: StateId) -> bool {
    let mut operations = chart.operations();
    operations.any(|operation| *chart.permit(state, operation) != Permit::Refused)
}

/// Every step that may be meant, for findings must not blame what a condition allows.
const MEANT: Means = Means {
    events: false,
    conditions: true,
};

/// How many cells that allow an operation do not tell where it leads, and how many there are.
fn untold(chart: &Chart) -> (usize, usize) {
    let (mut untold, mut cells) = (0, 0);
    graph::visit(chart, MEANT, false, &mut |edge| {
        cells += 1;
        untold += usize::from(edge.lead.is_none());
    });
    (untold, cells)
}

/// The states from which no operation that succeeds, nor several, lead back to where a service
/// starts. A state that allows what the chart does not tell of is none: that might lead back.
#[must_use]
pub fn dead_ends(chart: &Chart) -> Vec<StateId> {
    let mut seeds = vec![graph::node(chart, chart.start())];
    graph::visit(chart, MEANT, false, &mut |edge| {
        if edge.lead.is_none() {
            seeds.push(graph::node(chart, edge.from));
        }
    });
    let far = graph::distances(chart, MEANT, false, true, seeds.into_iter());
    let states = chart.states().zip(far);
    let ends = states.filter(|&(_, steps)| steps == graph::FAR);
    ends.map(|(state, _)| state).collect()
}

/// The states that only events lead to from where a service starts, and those that nothing leads to.
fn unreached(chart: &Chart) -> (Vec<StateId>, Vec<StateId>) {
    let with = |events| {
        let means = Means { events, ..MEANT };
        let mut seen = vec![false; chart.states().len()];
        for state in reach(chart, chart.start(), means, true)
            .into_iter()
            .flatten()
        {
            if let Some(seen) = seen.get_mut(state.index()) {
                *seen = true;
            }
        }
        seen
    };
    let (mut outside, mut never) = (Vec::new(), Vec::new());
    for ((state, inside), anyhow) in chart.states().zip(with(false)).zip(with(true)) {
        match (inside, anyhow) {
            (true, _) => {}
            (false, true) => outside.push(state),
            (false, false) => never.push(state),
        }
    }
    (outside, never)
}

/// The rows that say the same, where there are several; the first first.
fn same_rows(chart: &Chart) -> Vec<Vec<Vec<StateId>>> {
    let mut rows: BTreeMap<Vec<(u8, &str)>, Vec<Vec<StateId>>> = BTreeMap::new();
    for row in (0..chart.rows().len()).filter_map(|index| chart.row_at(index)) {
        let marks = chart
            .operations()
            .map(|operation| match chart.row_permit(row, operation) {
                Permit::Refused => (0, ""),
                Permit::Allowed => (1, ""),
                Permit::Conditional(text) => (2, &**text),
            });
        let states = chart.states_of(row).to_vec();
        rows.entry(marks.collect()).or_default().push(states);
    }
    let mut same: Vec<_> = rows.into_values().filter(|rows| rows.len() > 1).collect();
    same.sort();
    same
}

/// The cells for which the publisher documents where the operation leads with this ending.
#[must_use]
pub fn documented(chart: &Chart, ending: Ending) -> Vec<(StateId, OperationId)> {
    let lead = |outcome: &Outcome| match ending {
        Ending::Success => outcome.success,
        Ending::Failure => outcome.failure,
        Ending::At(_) => None,
    };
    let mut cells = Vec::new();
    for state in chart.states() {
        for operation in chart.operations() {
            let lead = chart.outcome(state, operation).and_then(lead);
            if lead.is_some_and(|lead| lead.source == Source::Documented) {
                cells.push((state, operation));
            }
        }
    }
    cells
}
