//! Ways between states, and what a chart says as a whole.
//!
//! A position is a state, or `None` where there is no service. Ways assume that each step
//! succeeds; [`reach`] can count failures as well. What the chart does not tell leads nowhere
//! here, and [`Reason::Untold`] says so. Every answer is one or a few passes over the cells.
//! This room knows no browser and no sentence: it answers in ids, and others put it in words.

mod finding;
mod graph;
mod reason;
pub mod scenario;
mod way;

pub use finding::{Finding, dead_ends, documented, findings};
pub use graph::reach;
pub use reason::{Obstacle, Reason, untold};
pub use way::{Failure, Step, Toward, Way, Ways};

use crate::chart::{Chart, OperationId, StateId};

/// Where somebody wants to get.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Goal {
    /// To this position; `None` is no service.
    At(Option<StateId>),
    /// To any state that has a check mark for this operation.
    Allowed(OperationId),
}

impl Goal {
    /// Whether a service at `position` is there.
    #[must_use]
    pub fn is_met(self, chart: &Chart, position: Option<StateId>) -> bool {
        match self {
            Self::At(goal) => goal == position,
            Self::Allowed(operation) => {
                position.is_some_and(|state| chart.allows(state, operation))
            }
        }
    }

    /// Its number: each state, then no service, then each operation.
    #[must_use]
    pub fn number(self, chart: &Chart) -> usize {
        let states = chart.states().len();
        match self {
            Self::At(position) => position.map_or(states, StateId::index),
            Self::Allowed(operation) => states + 1 + operation.index(),
        }
    }

    /// The goal of a number.
    #[must_use]
    pub fn numbered(chart: &Chart, number: usize) -> Option<Self> {
        let states = chart.states().len();
        match number.checked_sub(states + 1) {
            None => Some(Self::At(chart.state_at(number))),
            Some(operation) => chart.operation_at(operation).map(Self::Allowed),
        }
    }
}

/// What may be a step besides the operations that have a check mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub struct Means {
    /// Events from outside.
    pub events: bool,
    /// Operations that are allowed under a condition.
    pub conditions: bool,
}
