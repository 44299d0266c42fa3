//! Why there is no way.

use super::graph::{self, Edge, FAR};
use super::{Goal, Means, Toward};
use crate::chart::{Chart, OperationId, Permission, StateId, TargetState};
use crate::service::Cause;

/// Why no way leads from a position to a goal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The goal is an operation that no state allows.
    NowhereAllowed(OperationId),
    /// The goal is an operation that these states allow under a condition, and no other at all.
    OnCondition(OperationId, Vec<StateId>),
    /// There is no service, and nothing that may be a step makes one.
    NoService,
    /// Nothing is allowed in this state.
    NothingAllowed(StateId),
    /// All that is allowed in this state ends the service.
    Ends(StateId, Vec<OperationId>),
    /// The chart does not tell where these lead, which could be tried on the way.
    Untold(Vec<OperationId>),
    /// There would be a way, but for this.
    Only(Obstacle),
    /// Nothing that the chart tells leads there from this position.
    Never(Option<StateId>),
}

/// What every way has to take that was not asked for.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Obstacle {
    /// It takes an operation that is allowed under a condition.
    pub condition: bool,
    /// It takes an operation or event that fails.
    pub failure: bool,
    /// It takes an event from outside.
    pub event: bool,
    /// The last step of every such way, if all of these fail or come from outside as above.
    pub last: Vec<Cause>,
}

impl Toward {
    /// Why there is no way from `from`; `None` if there is one.
    #[must_use]
    pub fn reason(&self, from: Option<StateId>) -> Option<Reason> {
        if self.steps(from).is_some() {
            return None;
        }
        let (chart, means) = (self.chart(), self.means());
        if let Goal::Allowed(operation) = self.goal()
            && chart.allowing(operation).next().is_none()
        {
            let maybe: Vec<_> = chart
                .states()
                .filter(|&state| *chart.permission(state, operation) != Permission::Refused)
                .collect();
            return Some(if maybe.is_empty() {
                Reason::NowhereAllowed(operation)
            } else {
                Reason::OnCondition(operation, maybe)
            });
        }
        let far = forth(chart, from, means, false);
        let here = look(chart, means, &far, from);
        // "Nothing is allowed" and "all of it ends the service" are true only where no cell is conditional, or
        // conditional ones were counted.
        let plain = means.conditions
            || !from.is_some_and(|state| {
                let mut permissions = chart.operations().map(|cell| chart.permission(state, cell));
                permissions.any(|permission| matches!(permission, Permission::Conditional(_)))
            });
        Some(match from {
            None if !means.events => Reason::NoService,
            Some(state) if plain && here.steps.is_empty() => Reason::NothingAllowed(state),
            Some(state) if plain && here.ends() => Reason::Ends(state, here.operations()),
            _ if !here.untold.is_empty() => Reason::Untold(here.untold),
            _ => self
                .obstacle(from)
                .map_or(Reason::Never(from), Reason::Only),
        })
    }

    /// What a way would take that was not asked for; the least, where several would do.
    fn obstacle(&self, from: Option<StateId>) -> Option<Obstacle> {
        let asked = self.means();
        for more in 1..8_u8 {
            let [condition, failure, event] = [1, 2, 4].map(|bit| more & bit != 0);
            if (condition && asked.conditions) || (event && asked.events) {
                continue;
            }
            let means = Means {
                conditions: condition || asked.conditions,
                events: event || asked.events,
            };
            let far = forth(self.chart(), from, means, failure);
            let met = far.iter().enumerate().any(|(node, &steps)| {
                steps != FAR
                    && self
                        .goal()
                        .is_met(self.chart(), self.chart().state_at(node))
            });
            if met {
                // The name of an operation does not say that its condition has to be met.
                let last = if condition {
                    Vec::new()
                } else {
                    self.last(means, &far, failure, event)
                };
                return Some(Obstacle {
                    condition,
                    failure,
                    event,
                    last,
                });
            }
        }
        None
    }

    /// The last steps of the ways that `far` has seen, if none could be a step as it was asked.
    fn last(&self, means: Means, far: &[u32], failure: bool, event: bool) -> Vec<Cause> {
        let chart = self.chart();
        let mut last: Vec<Cause> = Vec::new();
        let mut other = false;
        graph::visit(chart, means, failure, &mut |edge| {
            let to = edge.target.map(|target| target.position(edge.from));
            if !seen(chart, far, edge.from)
                || self.goal().is_met(chart, edge.from)
                || !to.is_some_and(|to| self.goal().is_met(chart, to))
            {
                return;
            }
            let outside = matches!(edge.cause, Cause::Event(_));
            other |= edge.failure != failure || (event && !outside);
            if last.len() < MANY && !last.contains(&edge.cause) {
                last.push(edge.cause);
            }
        });
        if other || last.len() == MANY {
            last.clear();
        }
        last
    }
}

/// So many last steps are not named one by one.
const MANY: usize = 8;

/// The operations that a service at `from` may come to try, and of which the chart does not tell
/// where they lead when they succeed.
#[must_use]
pub fn untold(chart: &Chart, from: Option<StateId>, means: Means) -> Vec<OperationId> {
    look(chart, means, &forth(chart, from, means, false), from).untold
}

/// How far each node is from `from`, in steps.
fn forth(chart: &Chart, from: Option<StateId>, means: Means, failures: bool) -> Vec<u32> {
    let seed = graph::node(chart, from);
    graph::distances(chart, means, failures, false, &[seed])
}

/// Whether `position` is among what `far` has reached.
fn seen(chart: &Chart, far: &[u32], position: Option<StateId>) -> bool {
    let node = graph::node(chart, position);
    far.get(node).is_some_and(|&steps| steps != FAR)
}

/// What a service can do where it is, and what it could come to try from there.
struct Here {
    /// What may be a step here.
    steps: Vec<Edge>,
    /// The operations that could be tried on the way and of which the chart does not tell where they lead,
    /// in order.
    untold: Vec<OperationId>,
}

/// What a service at `from` can do, and could come to try at the positions that `far` has reached.
fn look(chart: &Chart, means: Means, far: &[u32], from: Option<StateId>) -> Here {
    let mut steps = Vec::new();
    let mut untold = vec![false; chart.operations().len()];
    graph::visit(chart, means, false, &mut |edge| {
        if edge.from == from {
            steps.push(edge);
        }
        if let (Cause::Operation(operation), None) = (edge.cause, edge.target)
            && let Some(untold) = untold.get_mut(operation.index())
        {
            *untold |= seen(chart, far, edge.from);
        }
    });
    let untold = chart
        .operations()
        .zip(untold)
        .filter_map(|(operation, untold)| untold.then_some(operation));
    Here {
        steps,
        untold: untold.collect(),
    }
}

impl Here {
    /// Whether all that may be a step here is an operation that ends the service.
    fn ends(&self) -> bool {
        let gone = |edge: &Edge| {
            edge.target
                .is_some_and(|target| target.state == TargetState::Gone)
                && matches!(edge.cause, Cause::Operation(_))
        };
        self.steps.iter().all(gone)
    }

    fn operations(&self) -> Vec<OperationId> {
        let operations = self.steps.iter().filter_map(|edge| match edge.cause {
            Cause::Operation(operation) => Some(operation),
            _ => None,
        });
        operations.collect()
    }
}
