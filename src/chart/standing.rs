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
        self.states
            .get(state.index())
            .map_or(Standing::Other, |state| state.standing)
    }

    /// Finds what each state is, in one walk over the cells: the card asks for it at every change.
    pub(super) fn find_standings(&mut self) {
        let mut succeeds = vec![false; self.states.len()];
        let mut fails = succeeds.clone();
        for from in self.states() {
            for operation in self.operations() {
                if let Some(outcome) = self.outcome(from, operation) {
                    mark(&mut succeeds, outcome.success, Some(from));
                    mark(&mut fails, outcome.failure, Some(from));
                }
            }
        }
        for event in &self.events {
            mark(&mut succeeds, Some(event.success), None);
            mark(&mut fails, event.failure, None);
        }
        let start = self.start();
        for ((id, succeeds), fails) in self.states().zip(succeeds).zip(fails) {
            if let Some(state) = self.states.get_mut(id.index()) {
                state.standing = match (start == Some(id), fails && !succeeds) {
                    (true, _) => Standing::Start,
                    (false, true) => Standing::Failed,
                    (false, false) => Standing::Other,
                };
            }
        }
    }
}

/// Marks the state that `lead` leads to; to stay where one is does not lead there.
fn mark(states: &mut [bool], lead: Option<Lead>, from: Option<StateId>) {
    if let Some(Lead {
        target: Target::State(state),
        ..
    }) = lead
        && from != Some(state)
        && let Some(mark) = states.get_mut(state.index())
    {
        *mark = true;
    }
}
