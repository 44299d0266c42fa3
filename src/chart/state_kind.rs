//! What a state is to its service, concluded from outcomes and never from names.

use super::{Chart, StateId, Target, TargetState};

/// What a state is to its service: told apart by shape and colour on the card.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum StateKind {
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
    pub fn state_kind(&self, state: StateId) -> StateKind {
        self.states
            .get(state.index())
            .map_or(StateKind::Other, |state| state.kind)
    }

    /// Finds what each state is, in one walk over the cells: the card asks for it at every change.
    pub(super) fn find_state_kinds(&mut self) {
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
                state.kind = match (start == Some(id), fails && !succeeds) {
                    (true, _) => StateKind::Start,
                    (false, true) => StateKind::Failed,
                    (false, false) => StateKind::Other,
                };
            }
        }
    }
}

/// Marks the state that `target` leads to; to stay where one is does not lead there.
fn mark(states: &mut [bool], target: Option<Target>, from: Option<StateId>) {
    if let Some(Target {
        state: TargetState::State(state),
        ..
    }) = target
        && from != Some(state)
        && let Some(mark) = states.get_mut(state.index())
    {
        *mark = true;
    }
}
