//! The outcomes and events of a draft.

use super::super::{
    DraftEvent, DraftFrom, DraftLead, DraftOutcome, DraftTarget, Event, From, Lead, OperationId,
    Outcome, Permit, ProblemKind, Source, StateId, Target,
};
use super::{Build, Place, item};

impl Build {
    pub(super) fn add_outcomes(&mut self, drafts: &[DraftOutcome]) {
        // Outcomes that name no state take what the others leave, whatever the order.
        let mut rest = vec![0; self.chart.operations.len()];
        for (i, draft) in drafts.iter().enumerate() {
            let place = || item("outcomes", i);
            let number = self.chart.outcomes.len() as u32 + 1;
            let operation = self.operation(&draft.operation, &|| place() + ".operation");
            for (f, name) in draft.from.iter().enumerate() {
                let place = || item(&(place() + ".from"), f);
                let state = self.state(name, &place);
                if let (Some(state), Some(operation)) = (state, operation) {
                    self.put_outcome(state, operation, number, &place);
                }
            }
            if let Some(via) = &draft.via {
                self.check_name(&via.name, &|| place() + ".via.name");
            }
            let success = self.some_lead(draft.success.as_ref(), &|| place() + ".success");
            let failure = self.some_lead(draft.failure.as_ref(), &|| place() + ".failure");
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
                    self.problem(&place, kind);
                }
                None => {}
            }
        }
        self.spread(&rest);
    }

    /// Puts the outcome of this number into the cell, or tells why it cannot stand there.
    fn put_outcome(
        &mut self,
        state: StateId,
        operation: OperationId,
        number: u32,
        place: Place<'_>,
    ) {
        let refused = *self.chart.permit(state, operation) == Permit::Refused;
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
        self.problem(place, kind(operation, state));
    }

    /// Gives each cell that has no outcome the one of its operation that names no state, and takes
    /// away those that tell nothing: they only said that the rest does not hold there.
    fn spread(&mut self, rest: &[u32]) {
        for state in self.chart.states() {
            for (operation, rest) in self.chart.operations().zip(rest) {
                let allowed = *self.chart.permit(state, operation) != Permit::Refused;
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

    fn some_lead(&mut self, lead: Option<&DraftLead>, place: Place<'_>) -> Option<Lead> {
        self.lead(lead?, place)
    }

    fn lead(&mut self, lead: &DraftLead, place: Place<'_>) -> Option<Lead> {
        let target = match &lead.target {
            DraftTarget::State(name) => Target::State(self.state(name, place)?),
            DraftTarget::Same => Target::Same,
            DraftTarget::Gone => Target::Gone,
        };
        Some(Lead {
            target,
            source: lead.source,
        })
    }

    pub(super) fn add_events(&mut self, drafts: &[DraftEvent]) {
        // Whoever asks for something by its name must get the one thing, operation or event.
        let operations = self.chart.operations.clone();
        let count = operations.len();
        let name_at = |place: usize| match place.checked_sub(count) {
            None => operations
                .get(place)
                .map_or("", |operation| operation.name.as_str()),
            Some(event) => drafts.get(event).map_or("", |event| event.name.as_str()),
        };
        let mut seen = self.chart.operations_by_name.clone();
        for (e, draft) in drafts.iter().enumerate() {
            let place = || item("events", e);
            self.check_unique(&draft.name, seen.add(count + e, &name_at), &place);
            let from = self.from(&draft.from, &|| place() + ".from");
            // Where the state is unknown there is a problem, and no chart that could show this.
            let nowhere = Lead {
                target: Target::Same,
                source: Source::Inferred,
            };
            let success = self.lead(&draft.success, &|| place() + ".success");
            let failure = self.some_lead(draft.failure.as_ref(), &|| place() + ".failure");
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

    fn from(&mut self, from: &DraftFrom, place: Place<'_>) -> From {
        let names = match from {
            DraftFrom::NoService => return From::NoService,
            DraftFrom::AnyState => return From::AnyState,
            DraftFrom::States(names) => names,
        };
        if names.is_empty() {
            self.problem(place, ProblemKind::EmptyFrom);
        }
        let mut seen = vec![false; self.chart.states.len()];
        let mut states = Vec::new();
        for (f, name) in names.iter().enumerate() {
            let place = || item(&place(), f);
            let Some(state) = self.state(name, &place) else {
                continue;
            };
            match seen.get_mut(state.index()) {
                Some(seen) if !*seen => {
                    *seen = true;
                    states.push(state);
                }
                _ => self.problem(&place, ProblemKind::Duplicate(name.clone())),
            }
        }
        From::States(states)
    }
}
