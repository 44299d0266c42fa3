//! What a state is to its service, concluded from outcomes and never from names.

use super::{Chart, Lead, StateId, Target};

/// What a state is to its service: told apart by shape and colour on the card.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Standing {
    /// A service starts here.
    Start,
    /// Something leads here only by failing.
    Failed,
    /// Any other state.
    Other,
}

impl Chart {
    /// What `state` is to its service.
    #[must_use]
    pub fn standing(&self, state: StateId) -> Standing {
        if self.start() == Some(state) {
            return Standing::Start;
        }
        let leads_here =
            |lead: Option<Lead>| lead.is_some_and(|lead| lead.target == Target::State(state));
        let succeeds = self
            .outcomes
            .iter()
            .any(|outcome| leads_here(outcome.success))
            || self
                .events
                .iter()
                .any(|event| leads_here(Some(event.success)));
        let fails = self
            .outcomes
            .iter()
            .any(|outcome| leads_here(outcome.failure))
            || self.events.iter().any(|event| leads_here(event.failure));
        if fails && !succeeds {
            Standing::Failed
        } else {
            Standing::Other
        }
    }
}
