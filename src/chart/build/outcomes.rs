//! The outcomes and events of a draft.

use super::super::{
    DraftEvent, DraftOrigin, DraftOutcome, DraftTarget, DraftTargetState, Event, OperationId,
    Origin, Outcome, Permission, ProblemKind, Source, StateId, Target, TargetState,
};
use super::{Build, Path, item};

impl Build {
    pub(super) fn add_outcomes(&mut self, drafts: &[DraftOutcome]) {
        // By operation: the number of the outcome that names no state. It takes what the others leave,
        // in whatever order they come.
        let mut rest = vec![0; self.chart.operations.len()];
        for (i, draft) in drafts.iter().enumerate() {
            let path = || item("outcomes", i);
            let number = self.chart.outcomes.len() as u32 + 1;
            let operation = self.operation(&draft.operation, &|| path() + ".operation");
            for (f, name) in draft.from.iter().enumerate() {
                let path = || item(&(path() + ".from"), f);
                let state = self.state(name, &path);
                if let (Some(state), Some(operation)) = (state, operation) {
                    self.put_outcome(state, operation, number, &path);
                }
            }
            if let Some(via) = &draft.via {
                self.check_name(&via.name, &|| path() + ".via.name");
            }
            let success = self.some_target(draft.success.as_ref(), &|| path() + ".success");
            let failure = self.some_target(draft.failure.as_ref(), &|| path() + ".failure");
            self.chart.outcomes.push(Outcome {
                via: draft.via.clone(),
                success,
                failure,
            });
            let rest = operation.and_then(|operation| rest.get_mut(operation.index()));
            match rest.filter(|_| draft.from.is_empty()) {
                Some(rest) if *rest == 0 => *rest = number,
                Some(_) => {
                    let kind = ProblemKind::SecondRest(draft.operation.clone());
                    self.problem(&path, kind);
                }
                None => {}
            }
        }
        self.spread(&rest);
    }

    /// Puts the outcome of this number into the cell, or tells why it cannot stand there.
    fn put_outcome(&mut self, state: StateId, operation: OperationId, number: u32, path: Path<'_>) {
        let refused = *self.chart.permission(state, operation) == Permission::Refused;
        let at = self.chart.place_of(state, operation);
        let cell = at.and_then(|at| self.chart.outcome_at.get_mut(at));
        let kind = match cell {
            Some(cell) if *cell == 0 && !refused => {
                *cell = number;
                return;
            }
            _ if refused => ProblemKind::OutcomeOfRefused,
            _ => ProblemKind::SecondOutcome,
        };
        let operation = self.chart.operation_name(operation).to_owned();
        let state = self.chart.state_name(state).to_owned();
        self.problem(path, kind(operation, state));
    }

    /// Gives each cell that has no outcome the outcome of its operation that names no state, and takes
    /// away outcomes that tell nothing: they were written to keep that one out of their cells.
    fn spread(&mut self, rest: &[u32]) {
        for state in self.chart.states() {
            for (operation, rest) in self.chart.operations().zip(rest) {
                let allowed = *self.chart.permission(state, operation) != Permission::Refused;
                let known = self.chart.outcome(state, operation);
                let told = known.is_none_or(|known| *known != Outcome::default());
                let number = known.map_or(*rest, |_| 0);
                let at = self.chart.place_of(state, operation);
                if let Some(cell) = at.and_then(|at| self.chart.outcome_at.get_mut(at))
                    && allowed
                    && (*cell == 0 || !told)
                {
                    *cell = number;
                }
            }
        }
    }

    fn some_target(&mut self, target: Option<&DraftTarget>, path: Path<'_>) -> Option<Target> {
        self.target(target?, path)
    }

    fn target(&mut self, target: &DraftTarget, path: Path<'_>) -> Option<Target> {
        let state = match &target.state {
            DraftTargetState::State(name) => TargetState::State(self.state(name, path)?),
            DraftTargetState::Same => TargetState::Same,
            DraftTargetState::Gone => TargetState::Gone,
        };
        Some(Target {
            state,
            source: target.source,
        })
    }

    pub(super) fn add_events(&mut self, drafts: &[DraftEvent]) {
        // Operations and events are asked for by the same calls, so their names must differ as well.
        let operations = self.chart.operations.clone();
        let count = operations.len();
        let name_at = |index: usize| match index.checked_sub(count) {
            None => operations
                .get(index)
                .map_or("", |operation| operation.name.as_str()),
            Some(event) => drafts.get(event).map_or("", |event| event.name.as_str()),
        };
        let mut seen = self.chart.operations_by_name.clone();
        for (e, draft) in drafts.iter().enumerate() {
            let path = || item("events", e);
            self.check_unique(&draft.name, seen.add(count + e, &name_at), &path);
            let from = self.from(&draft.from, &|| path() + ".from");
            // Where the state is unknown there is a problem, and no chart that could show this.
            let nowhere = Target {
                state: TargetState::Same,
                source: Source::Inferred,
            };
            let success = self.target(&draft.success, &|| path() + ".success");
            let failure = self.some_target(draft.failure.as_ref(), &|| path() + ".failure");
            self.chart.events.push(Event {
                name: draft.name.clone(),
                about: draft.about.clone(),
                from,
                source: draft.source,
                success: success.unwrap_or(nowhere),
                failure,
            });
        }
    }

    fn from(&mut self, from: &DraftOrigin, path: Path<'_>) -> Origin {
        let names = match from {
            DraftOrigin::NoService => return Origin::NoService,
            DraftOrigin::AnyState => return Origin::AnyState,
            DraftOrigin::States(names) => names,
        };
        if names.is_empty() {
            self.problem(path, ProblemKind::EmptyFrom);
        }
        let mut seen = vec![false; self.chart.states.len()];
        let mut states = Vec::new();
        for (f, name) in names.iter().enumerate() {
            let path = || item(&path(), f);
            let Some(state) = self.state(name, &path) else {
                continue;
            };
            match seen.get_mut(state.index()) {
                Some(seen) if !*seen => {
                    *seen = true;
                    states.push(state);
                }
                _ => self.problem(&path, ProblemKind::Duplicate(name.clone())),
            }
        }
        Origin::States(states)
    }
}
