//! What a chart says as a whole: for its author, and for those who want to know what to rely on.

use super::{Means, graph};
use crate::chart::{Chart, Names, OperationId, Outcome, Permission, Source, StateId};
use crate::service::Ending;

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
    let rows = Rows::new(chart);
    if !rows.nowhere.is_empty() {
        found.push(Finding::NowhereAllowed(rows.nowhere));
    }
    push(&mut found, rows.nothing, Finding::NothingAllowed);
    push(&mut found, dead_ends(chart), Finding::DeadEnds);
    if untold < cells {
        let (outside, never) = unreached(chart);
        push(&mut found, outside, Finding::OnlyFromOutside);
        push(&mut found, never, Finding::Unreached);
    }
    let same = rows.alike.into_iter().filter(|rows| rows.len() > 1);
    found.extend(same.map(Finding::SameRows));
    found
}

/// Adds the finding about `states`, if there are any.
fn push(found: &mut Vec<Finding>, states: Vec<StateId>, finding: fn(Vec<StateId>) -> Finding) {
    if !states.is_empty() {
        found.push(finding(states));
    }
}

/// What the check marks say, row by row.
#[derive(Default)]
struct Rows {
    /// The operations that no row allows.
    nowhere: Vec<OperationId>,
    /// The states whose row allows nothing.
    nothing: Vec<StateId>,
    /// The rows that say the same, each by its states.
    alike: Vec<Vec<Vec<StateId>>>,
}

impl Rows {
    fn new(chart: &Chart) -> Self {
        let mut rows = Self::default();
        let mut somewhere = vec![false; chart.operations().len()];
        // The marks of each item of `alike`, to find the item of a row.
        let mut known: Vec<String> = Vec::new();
        let mut names = Names::new();
        for row in (0..chart.rows().len()).filter_map(|index| chart.row_at(index)) {
            let mut marks = String::new();
            let mut any = false;
            for (operation, somewhere) in chart.operations().zip(&mut somewhere) {
                match chart.row_permission(row, operation) {
                    Permission::Refused => {
                        marks.push('-');
                        continue;
                    }
                    Permission::Allowed => marks.push('+'),
                    // With its length before it, no text can be taken for marks.
                    Permission::Conditional(text) => {
                        marks += &["?", &text.len().to_string(), ":", text].concat();
                    }
                }
                any = true;
                *somewhere = true;
            }
            let states = chart.states_of(row);
            if !any {
                rows.nothing.extend(states);
            }
            let place = names.place(&marks, &|place| name_at(&known, place));
            match place.and_then(|place| rows.alike.get_mut(place)) {
                Some(alike) => alike.push(states.to_vec()),
                None => {
                    rows.alike.push(vec![states.to_vec()]);
                    known.push(marks);
                    names.add(known.len() - 1, &|place| name_at(&known, place));
                }
            }
        }
        let operations = chart.operations().zip(somewhere);
        let nowhere = operations.filter(|(_, somewhere)| !somewhere);
        rows.nowhere = nowhere.map(|(operation, _)| operation).collect();
        rows
    }
}

fn name_at(names: &[String], place: usize) -> &str {
    names.get(place).map_or("", String::as_str)
}

/// The steps that count: conditional ones too, for a finding must not blame what a condition allows.
const MEANT: Means = Means {
    events: false,
    conditions: true,
};

/// Of how many cells that allow an operation the chart does not tell where it leads, and how many allow one.
fn untold(chart: &Chart) -> (usize, usize) {
    let (mut untold, mut cells) = (0, 0);
    graph::visit(chart, MEANT, false, &mut |edge| {
        cells += 1;
        untold += usize::from(edge.target.is_none());
    });
    (untold, cells)
}

/// The states from which operations that succeed, however many, do not lead back to where a service
/// starts. A state is no dead end if the chart does not tell where one of its operations leads: it might
/// lead back.
#[must_use]
pub fn dead_ends(chart: &Chart) -> Vec<StateId> {
    let mut seeds = vec![graph::node(chart, chart.start())];
    graph::visit(chart, MEANT, false, &mut |edge| {
        if edge.target.is_none() {
            seeds.push(graph::node(chart, edge.from));
        }
    });
    let far = graph::distances(chart, MEANT, false, true, &seeds);
    let states = chart.states().zip(far);
    let ends = states.filter(|&(_, steps)| steps == graph::FAR);
    ends.map(|(state, _)| state).collect()
}

/// The states that only events lead to from where a service starts, and those that nothing leads to.
fn unreached(chart: &Chart) -> (Vec<StateId>, Vec<StateId>) {
    let start = [graph::node(chart, chart.start())];
    let far = |events| {
        let means = Means { events, ..MEANT };
        graph::distances(chart, means, true, false, &start)
    };
    let (mut outside, mut never) = (Vec::new(), Vec::new());
    for ((state, inside), anyhow) in chart.states().zip(far(false)).zip(far(true)) {
        if inside == graph::FAR && anyhow == graph::FAR {
            never.push(state);
        } else if inside == graph::FAR {
            outside.push(state);
        }
    }
    (outside, never)
}

/// The cells for which the publisher documents where the operation leads with this ending.
#[must_use]
pub fn documented(chart: &Chart, ending: Ending) -> Vec<(StateId, OperationId)> {
    let target = |outcome: &Outcome| match ending {
        Ending::Success => outcome.success,
        Ending::Failure => outcome.failure,
        Ending::At(_) => None,
    };
    let mut cells = Vec::new();
    for state in chart.states() {
        for operation in chart.operations() {
            let target = chart.outcome(state, operation).and_then(target);
            if target.is_some_and(|target| target.source == Source::Documented) {
                cells.push((state, operation));
            }
        }
    }
    cells
}
