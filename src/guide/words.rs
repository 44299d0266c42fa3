//! What is said about ways, reasons and findings.

use crate::chart::{Chart, OperationId, StateId};
use crate::path::{Failure, Finding, Goal, Obstacle, Reason, Step, Way, Ways};
use crate::service::Cause;

/// The most names or steps that one sentence has.
pub const MANY: usize = 20;

/// Names as a list that ends with `last` and the last name; of too many only how many more.
pub(super) fn list(names: &mut dyn Iterator<Item = &str>, last: &str) -> String {
    let names: Vec<&str> = names.collect();
    let shown = names.get(..MANY).unwrap_or(&names);
    let more = [&(names.len() - shown.len()).to_string(), " more"].concat();
    let rest = (names.len() > shown.len()).then_some(more.as_str());
    let mut text = String::new();
    let count = shown.len() + usize::from(rest.is_some());
    for (index, name) in shown.iter().copied().chain(rest).enumerate() {
        match index {
            0 => {}
            _ if index + 1 == count => text += &[" ", last, " "].concat(),
            _ => text += ", ",
        }
        text += name;
    }
    text
}

fn states(chart: &Chart, states: &[StateId]) -> String {
    let mut names = states.iter().map(|&state| chart.state_name(state));
    list(&mut names, "and")
}

/// Names of operations as a list.
pub(super) fn operations(chart: &Chart, operations: &[OperationId]) -> String {
    let mut names = operations.iter().map(|&cell| chart.operation_name(cell));
    list(&mut names, "and")
}

fn causes(chart: &Chart, causes: &[Cause]) -> String {
    list(&mut causes.iter().map(|cause| cause.name(chart)), "or")
}

/// Names of positions as a list.
pub(super) fn positions(chart: &Chart, positions: &[Option<StateId>]) -> String {
    list(
        &mut positions.iter().map(|&at| chart.position_name(at)),
        "and",
    )
}

/// What is asked for, as one chooses it.
pub fn goal(chart: &Chart, goal: Goal) -> String {
    match goal {
        Goal::At(at) => chart.position_name(at).to_owned(),
        Goal::Allowed(operation) => [chart.operation_name(operation), " is allowed"].concat(),
    }
}

/// What stands before the step at `index` of `count`.
pub const fn before(index: usize, count: usize) -> &'static str {
    match index {
        0 => "",
        _ if index + 1 == count => ", then ",
        _ => ", ",
    }
}

/// Where a way begins.
pub(super) fn from(chart: &Chart, at: Option<StateId>) -> String {
    ["From ", chart.position_name(at), ": "].concat()
}

/// What is said in place of a way by one who is there already.
pub(super) fn there(chart: &Chart, goal: Goal) -> String {
    match goal {
        Goal::At(_) => "Already there".to_owned(),
        Goal::Allowed(operation) => [chart.operation_name(operation), " is allowed now"].concat(),
    }
}

/// The names of the steps, and of the operation that they were taken for.
pub(super) fn names<'a>(chart: &'a Chart, way: &'a Way, goal: Goal) -> Vec<&'a str> {
    let mut names: Vec<&str> = Vec::new();
    names.extend(way.steps.iter().map(|step| step.cause.name(chart)));
    if let Goal::Allowed(operation) = goal {
        names.push(chart.operation_name(operation));
    }
    names
}

/// A way in one sentence.
pub(super) fn sentence(chart: &Chart, at: Option<StateId>, way: &Way, goal: Goal) -> String {
    if way.steps.is_empty() {
        return there(chart, goal);
    }
    let names = names(chart, way, goal);
    let mut text = from(chart, at);
    for (index, name) in names.iter().take(MANY).enumerate() {
        text += before(index, names.len());
        text += name;
    }
    match names.len().checked_sub(MANY) {
        None | Some(0) => text,
        Some(rest) => [&text, ", ", &more(rest)].concat(),
    }
}

/// How many steps a sentence leaves out.
pub fn more(count: usize) -> String {
    let steps = if count == 1 { " step" } else { " steps" };
    ["and ", &count.to_string(), " more", steps].concat()
}

/// How many ways there are.
pub(super) fn ways(ways: &Ways) -> String {
    let steps = ways.ways.first().map_or(0, |way| way.steps.len());
    let (steps, count) = (steps.to_string(), ways.ways.len().to_string());
    let of = [
        " of ",
        &steps,
        if steps == "1" { " step" } else { " steps" },
    ]
    .concat();
    if ways.more {
        ["more than ", &count, " ways", &of, "; here are ", &count].concat()
    } else if count == "1" {
        ["one way", &of].concat()
    } else {
        [&count, " ways", &of].concat()
    }
}

/// What a step comes to if it fails, and how one gets on from there.
pub(super) fn failure(chart: &Chart, step: &Step, onward: &dyn Fn(Failure) -> Way) -> String {
    let Some(failure) = step.failure else {
        return "If it fails: the chart does not tell".to_owned();
    };
    if failure.to == step.from {
        return ["If it fails: still ", chart.position_name(step.from)].concat();
    }
    let to = chart.position_name(failure.to);
    let next = match failure.onward {
        None => "; from there is no way".to_owned(),
        Some(0) => ", which is the goal".to_owned(),
        Some(steps) if steps > MANY => [", then ", &steps.to_string(), " steps"].concat(),
        Some(_) => onward(failure)
            .steps
            .iter()
            .map(|step| [", then ", step.cause.name(chart)].concat())
            .collect(),
    };
    ["If it fails: ", to, &next].concat()
}

/// What the chart does not tell of operations.
pub(super) fn untold(chart: &Chart, found: &[OperationId]) -> String {
    let lead = if found.len() == 1 { " leads" } else { " lead" };
    ["where ", &operations(chart, found), lead].concat()
}

/// Why there is no way.
pub(super) fn reason(chart: &Chart, reason: &Reason) -> String {
    let no_way = |state: StateId, why: &str| {
        let from = chart.state_name(state);
        ["From ", from, " there is no way: ", why].concat()
    };
    match reason {
        Reason::NowhereAllowed(_) => "No state allows it".to_owned(),
        Reason::OnCondition(_, found) => {
            let names = states(chart, found);
            ["Allowed only under a condition, in ", &names].concat()
        }
        Reason::NoService => "There is no service, and no operation makes one".to_owned(),
        Reason::NothingAllowed(state) => no_way(*state, "nothing is allowed there"),
        Reason::Ends(state, found) => {
            let only = ["only ", &operations(chart, found)].concat();
            let ends = if found.len() == 1 {
                " is allowed, and it ends the service"
            } else {
                " are allowed, and they end the service"
            };
            no_way(*state, &[only.as_str(), ends].concat())
        }
        Reason::Untold(found) => {
            let untold = untold(chart, found);
            ["No way is known: the chart does not tell ", &untold].concat()
        }
        Reason::Only(obstacle) => ["There is a way only ", &only(chart, obstacle)].concat(),
        Reason::Never(Some(state)) => {
            let from = chart.state_name(*state);
            ["Nothing that the chart tells leads there from ", from].concat()
        }
        Reason::Never(None) => {
            "Nothing that the chart tells leads there where there is no service".to_owned()
        }
    }
}

fn only(chart: &Chart, obstacle: &Obstacle) -> String {
    let names = causes(chart, &obstacle.last);
    match (obstacle.failure, obstacle.event) {
        _ if names.is_empty() => {
            let parts = [
                (obstacle.condition, "under a condition"),
                (obstacle.event, "with an event from outside"),
                (obstacle.failure, "if something fails"),
            ];
            list(
                &mut parts.iter().filter(|part| part.0).map(|part| part.1),
                "and",
            )
        }
        (true, true) => ["if ", &names, ", from outside, fails"].concat(),
        (true, false) => ["if ", &names, " fails"].concat(),
        _ => ["with ", &names, ", from outside"].concat(),
    }
}

/// What is said of a state from which no way leads back to where a service starts.
pub(super) fn dead_end(chart: &Chart) -> String {
    let start = chart.position_name(chart.start());
    ["A dead end: no operation leads back to ", start].concat()
}

/// Something about the chart as a whole.
pub(super) fn finding(chart: &Chart, finding: &Finding) -> String {
    let say = |what: &str, found: &[StateId]| [what, &states(chart, found)].concat();
    match finding {
        Finding::NothingTold => "The chart does not tell where its operations lead".to_owned(),
        Finding::Untold(untold, cells) => [
            "For ",
            &untold.to_string(),
            " of ",
            &cells.to_string(),
            " allowed cells the chart does not tell where the operation leads",
        ]
        .concat(),
        Finding::NowhereAllowed(found) => {
            ["Allowed in no state: ", &operations(chart, found)].concat()
        }
        Finding::NothingAllowed(found) => say("Nothing is allowed in ", found),
        Finding::DeadEnds(found) => {
            let back = [
                "No way back to ",
                chart.position_name(chart.start()),
                " from ",
            ];
            say(&back.concat(), found)
        }
        Finding::OnlyFromOutside(found) => say("Only events from outside lead to ", found),
        Finding::Unreached(found) => say("Nothing that the chart tells leads to ", found),
        Finding::SameRows(rows) => {
            let rows: Vec<String> = (rows.iter()).map(|row| chart.state_names(row)).collect();
            let shown = rows.get(..MANY).unwrap_or(&rows).join("; ");
            let more = match rows.len().checked_sub(MANY) {
                None | Some(0) => String::new(),
                Some(more) => ["; ", &more.to_string(), " more"].concat(),
            };
            ["The same check marks in ", &shown, &more].concat()
        }
    }
}

#[cfg(test)]
mod tests;
