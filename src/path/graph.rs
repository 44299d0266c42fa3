//! The chart as a graph: positions, and the edges between them.
//!
//! A node is a state's place in the chart, or the count of states where there is no service.
//! This file knows nothing of goals or reasons; it walks breadth first, each edge once.

use super::Means;
use crate::chart::{Chart, Origin, Permission, StateId, Target};
use crate::service::Cause;

/// The distance of a node that is not reached.
pub(super) const FAR: u32 = u32::MAX;

/// The node of a position.
pub(super) fn node(chart: &Chart, position: Option<StateId>) -> usize {
    position.map_or(chart.states().len(), StateId::index)
}

/// One edge: an operation or event from one position.
#[derive(Clone, Copy)]
pub(super) struct Edge {
    /// The operation or event.
    pub(super) cause: Cause,
    /// From where; `None` is no service.
    pub(super) from: Option<StateId>,
    /// Where it leads; `None` where the chart does not tell.
    pub(super) target: Option<Target>,
    /// Whether it leads so by failing.
    pub(super) failure: bool,
}

/// Visits every edge: those of the operations that `means` allow, told or not, then those of the events
/// if they count. With `failures`, each ending is an edge of its own.
pub(super) fn visit(chart: &Chart, means: Means, failures: bool, see: &mut dyn FnMut(Edge)) {
    for state in chart.states() {
        for operation in chart.operations() {
            match chart.permission(state, operation) {
                Permission::Allowed => {}
                Permission::Conditional(_) if means.conditions => {}
                _ => continue,
            }
            let outcome = chart.outcome(state, operation);
            let mut edge = Edge {
                cause: Cause::Operation(operation),
                from: Some(state),
                target: outcome.and_then(|outcome| outcome.success),
                failure: false,
            };
            see(edge);
            if failures {
                edge.target = outcome.and_then(|outcome| outcome.failure);
                edge.failure = true;
                see(edge);
            }
        }
    }
    if means.events {
        events(chart, failures, see);
    }
}

fn events(chart: &Chart, failures: bool, see: &mut dyn FnMut(Edge)) {
    for (index, event) in chart.events().iter().enumerate() {
        let Some(id) = chart.event_at(index) else {
            continue;
        };
        let mut from = |from: Option<StateId>| {
            let mut edge = Edge {
                cause: Cause::Event(id),
                from,
                target: Some(event.success()),
                failure: false,
            };
            see(edge);
            if failures && event.failure().is_some() {
                edge.target = event.failure();
                edge.failure = true;
                see(edge);
            }
        };
        match event.from() {
            Origin::NoService => from(None),
            Origin::AnyState => chart.states().for_each(|state| from(Some(state))),
            Origin::States(states) => states.iter().for_each(|&state| from(Some(state))),
        }
    }
}

/// How many steps each node is from the nearest seed, forth along the edges or back against
/// them; [`FAR`] where it is not reached.
pub(super) fn distances(
    chart: &Chart,
    means: Means,
    failures: bool,
    back: bool,
    seeds: &[usize],
) -> Vec<u32> {
    let nodes = chart.states().len() + 1;
    // For each node the last edge that begins there, and for each edge its end and the one before.
    let mut last = vec![FAR; nodes];
    let mut links: Vec<(u32, u32)> = Vec::new();
    visit(chart, means, failures, &mut |edge| {
        let Some(target) = edge.target else { return };
        let mut ends = (
            node(chart, edge.from),
            node(chart, target.position(edge.from)),
        );
        if back {
            ends = (ends.1, ends.0);
        }
        if let Some(at) = last.get_mut(ends.0).filter(|_| ends.0 != ends.1) {
            let before = std::mem::replace(at, links.len() as u32);
            links.push((ends.1 as u32, before));
        }
    });
    let mut far = vec![FAR; nodes];
    let mut queue: Vec<usize> = Vec::with_capacity(nodes);
    let mut reach = |node: usize, steps: u32, queue: &mut Vec<usize>| {
        if let Some(at) = far.get_mut(node).filter(|at| **at == FAR) {
            *at = steps;
            queue.push(node);
        }
        far.get(node).copied().unwrap_or(FAR)
    };
    for &seed in seeds {
        reach(seed, 0, &mut queue);
    }
    let mut next = 0;
    while let Some(&node) = queue.get(next) {
        next += 1;
        let steps = reach(node, FAR, &mut queue).saturating_add(1);
        let mut link = last.get(node).copied().unwrap_or(FAR);
        while let Some(&(to, before)) = links.get(link as usize) {
            reach(to as usize, steps, &mut queue);
            link = before;
        }
    }
    far
}

/// The positions that a service at `from` can come to, itself first, by steps that succeed, or
/// by `failures` as well. The states are in the order of the chart, no service is last.
#[must_use]
pub fn reach(
    chart: &Chart,
    from: Option<StateId>,
    means: Means,
    failures: bool,
) -> Vec<Option<StateId>> {
    let seed = node(chart, from);
    let far = distances(chart, means, failures, false, &[seed]);
    let others = far.iter().enumerate();
    let others = others.filter(|&(node, &steps)| node != seed && steps != FAR);
    let others = others.map(|(node, _)| chart.state_at(node));
    std::iter::once(from).chain(others).collect()
}
