//! What is to be drawn: which boxes, and what can happen in each.

use super::{Line, NodeKind};
use crate::chart::{Chart, Origin, Permission, Target, TargetState};
use crate::service::Cause;

/// Every box and what can happen there: the states in their order, then no service and any state.
pub(super) fn boxes(chart: &Chart) -> Vec<(NodeKind, Vec<Line>)> {
    let states = chart.states().map(NodeKind::State);
    let mut boxes: Vec<_> = states.map(|kind| (kind, lines(chart, kind))).collect();
    let others = [NodeKind::Gone, NodeKind::Any].map(|kind| (kind, lines(chart, kind)));
    let all_lines = boxes.iter().chain(&others).flat_map(|(_, lines)| lines);
    let gone = all_lines
        .flat_map(|line| line.targets.into_iter().flatten())
        .any(|target| target.state == TargetState::Gone);
    let used = |(kind, lines): &(NodeKind, Vec<Line>)| {
        !lines.is_empty() || (*kind == NodeKind::Gone && gone)
    };
    boxes.extend(others.into_iter().filter(used));
    boxes
}

fn lines(chart: &Chart, kind: NodeKind) -> Vec<Line> {
    let mut lines = Vec::new();
    if let NodeKind::State(state) = kind {
        for operation in chart.operations() {
            let condition = match chart.permission(state, operation) {
                Permission::Refused => continue,
                Permission::Allowed => String::new(),
                Permission::Conditional(text) => text.to_string(),
            };
            let outcome = chart.outcome(state, operation);
            lines.push(Line {
                cause: Cause::Operation(operation),
                condition,
                targets: outcome.map_or([None, None], |outcome| [outcome.success, outcome.failure]),
            });
        }
    }
    for (index, event) in chart.events().iter().enumerate() {
        let here = match (event.from(), kind) {
            (Origin::NoService, NodeKind::Gone) | (Origin::AnyState, NodeKind::Any) => true,
            (Origin::States(states), NodeKind::State(state)) => states.contains(&state),
            _ => false,
        };
        if let Some(id) = chart.event_at(index).filter(|_| here) {
            lines.push(Line {
                cause: Cause::Event(id),
                condition: String::new(),
                targets: [Some(event.success()), event.failure()],
            });
        }
    }
    lines
}

/// The box that `target` leads to from the box of `kind`; `None` where it stays there.
pub(super) fn target(kind: NodeKind, target: Target) -> Option<NodeKind> {
    let to = match target.state {
        TargetState::Same => return None,
        TargetState::State(state) => NodeKind::State(state),
        TargetState::Gone => NodeKind::Gone,
    };
    (to != kind).then_some(to)
}
