//! Why an operation does not begin, and why one has not ended: answers, not failures.

use super::{Cause, Ending};
use crate::chart::{Chart, EventId, OperationId, Permission, StateId};
use crate::words::{Words, key};

/// Why an operation or event was not performed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The chart has no check mark for the operation in this state.
    NotAllowed(StateId, OperationId),
    /// There is no service that the operation could be performed on.
    NoService(OperationId),
    /// The chart allows the operation in this state under a condition, and nobody said that it is met.
    Conditional(StateId, OperationId),
    /// The event cannot happen here.
    CannotHappen(EventId),
    /// Something still runs: what was asked, and what runs.
    Busy(Cause, Cause),
    /// The chart does not tell where this leads with this ending.
    Untold(Cause, Ending),
}

impl Refusal {
    /// One word for programs, the same in every version.
    #[must_use]
    pub const fn reason(&self) -> &'static str {
        match self {
            Self::NotAllowed(..) => "not-allowed",
            Self::NoService(_) => "no-service",
            Self::Conditional(..) => "conditional",
            Self::CannotHappen(_) => "cannot-happen",
            Self::Busy(..) => "busy",
            Self::Untold(..) => "untold",
        }
    }

    /// What was asked for.
    #[must_use]
    pub const fn asked(&self) -> Cause {
        match *self {
            Self::NotAllowed(_, operation)
            | Self::NoService(operation)
            | Self::Conditional(_, operation) => Cause::Operation(operation),
            Self::CannotHappen(event) => Cause::Event(event),
            Self::Busy(cause, _) | Self::Untold(cause, _) => cause,
        }
    }

    /// The text that readers see, in English; see [`text_in`](Self::text_in).
    #[must_use]
    pub fn text(&self, chart: &Chart) -> String {
        self.text_in(chart, &Words::ENGLISH)
    }

    /// The text that readers see. An operation that is not allowed is answered with the chart's own
    /// error text and nothing else.
    #[must_use]
    pub fn text_in(&self, chart: &Chart, words: &Words) -> String {
        match self {
            Self::NotAllowed(..) | Self::NoService(_) => words.refusal(chart).to_owned(),
            Self::Conditional(state, operation) => match chart.permission(*state, *operation) {
                Permission::Conditional(text) => text.to_string(),
                _ => words.refusal(chart).to_owned(),
            },
            Self::CannotHappen(event) => {
                let name = chart.event(*event).map_or("", |event| event.name());
                words.fill(key::CANNOT_HAPPEN, &[name])
            }
            Self::Busy(_, runs) => words.fill(key::STILL_RUNNING, &[runs.name(chart)]),
            Self::Untold(cause, _) => {
                let name = cause.name(chart);
                words.fill(key::UNTOLD_WHERE, &[name])
            }
        }
    }
}

/// Why what runs has not ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfinished {
    /// Nothing runs.
    Idle,
    /// The chart does not tell where it leads with this ending.
    Untold(Ending),
}

impl Cause {
    /// The name of the operation or event; empty where somebody set the state.
    #[must_use]
    pub fn name(self, chart: &Chart) -> &str {
        match self {
            Self::Operation(operation) => chart.operation_name(operation),
            Self::Event(event) => chart.event(event).map_or("", |event| event.name()),
            Self::Set => "",
        }
    }
}
