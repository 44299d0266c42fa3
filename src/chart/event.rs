//! What happens to a service from outside: by the platform or an administrator.

use super::{Source, StateId, Target};

/// Where an event from outside may happen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Where there is no service.
    NoService,
    /// In every state.
    AnyState,
    /// In these states.
    States(Vec<StateId>),
}

/// Something that the platform or an administrator does; the chart offers no operation for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    pub(super) name: String,
    pub(super) about: String,
    pub(super) from: Origin,
    pub(super) source: Source,
    pub(super) success: Target,
    pub(super) failure: Option<Target>,
}

impl Event {
    /// Its name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What to say about it; may be empty.
    #[must_use]
    pub fn about(&self) -> &str {
        &self.about
    }

    /// The positions from which it may happen.
    #[must_use]
    pub const fn from(&self) -> &Origin {
        &self.from
    }

    /// How it is known where it may happen.
    #[must_use]
    pub const fn source(&self) -> Source {
        self.source
    }

    /// Where it leads when it succeeds.
    #[must_use]
    pub const fn success(&self) -> Target {
        self.success
    }

    /// Where it leads when it fails, if it can.
    #[must_use]
    pub const fn failure(&self) -> Option<Target> {
        self.failure
    }

    /// Whether it may happen to a service at `position`; `None` is no service.
    #[must_use]
    pub fn may_happen(&self, position: Option<StateId>) -> bool {
        match (&self.from, position) {
            (Origin::NoService, None) | (Origin::AnyState, Some(_)) => true,
            (Origin::States(states), Some(state)) => states.contains(&state),
            _ => false,
        }
    }
}
