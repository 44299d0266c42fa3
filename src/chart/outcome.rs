//! What a cell says, where an operation leads, and how that is known.

use super::StateId;

/// How it is known where an operation leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Source {
    /// The publisher of the chart says so.
    Documented,
    /// Nobody says so; it was concluded from the names of states and operations.
    Inferred,
}

impl Source {
    /// The word shown to readers and used in every format.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Documented => "documented",
            Self::Inferred => "inferred",
        }
    }

    /// The weaker of two sources: a way is documented only if each step is.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Documented, Self::Documented) => Self::Documented,
            _ => Self::Inferred,
        }
    }
}

/// What a cell of the chart says.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Default)]
pub enum Permission {
    /// A check mark: the operation is allowed.
    Allowed,
    /// A blank: the operation is not allowed.
    #[default]
    Refused,
    /// Neither yes nor no; the text is what the cell says.
    Conditional(Box<str>),
}

impl Permission {
    /// Whether the cell has a check mark, and nothing less.
    #[must_use]
    pub const fn is_allowed(&self) -> bool {
        matches!(self, Self::Allowed)
    }
}

/// Where a service is after an operation or event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TargetState {
    /// In this state.
    State(StateId),
    /// In the state it was in before.
    Same,
    /// Nowhere: the service no longer exists.
    Gone,
}

/// A target and how it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Target {
    /// Where it leads.
    pub state: TargetState,
    /// How that is known.
    pub source: Source,
}

impl Target {
    /// The position after it, for a service that was at `from`; `None` is no service.
    #[must_use]
    pub const fn position(&self, from: Option<StateId>) -> Option<StateId> {
        match self.state {
            TargetState::State(state) => Some(state),
            TargetState::Same => from,
            TargetState::Gone => None,
        }
    }
}

/// A transitional state, shown while an operation runs; not a state of the chart.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Via {
    /// Its name.
    pub name: String,
    /// How it is known.
    pub source: Source,
}

/// Where an allowed operation leads. What the chart does not tell is `None`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Outcome {
    /// The state shown while it runs.
    pub via: Option<Via>,
    /// Where it leads when it succeeds.
    pub success: Option<Target>,
    /// Where it leads when it fails.
    pub failure: Option<Target>,
}
