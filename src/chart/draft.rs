//! The plain form of a chart, before it is checked: what readers fill and writers read.

use super::{Chart, Origin, Permission, Source, StateId, Target, TargetState, Via};
use std::collections::BTreeMap;

/// A chart as written: names instead of ids, nothing checked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// What the chart is of.
    pub title: String,
    /// What one running instance is called; the title where empty.
    pub service: String,
    /// The error text of a refusal; [`super::REFUSAL`] where empty.
    pub refusal: String,
    /// The name of the state that a service starts in; the first where `None`.
    pub start: Option<String>,
    /// The tables, each with its operations.
    pub groups: Vec<DraftGroup>,
    /// The rows, each with its states and cells.
    pub rows: Vec<DraftRow>,
    /// Where allowed operations lead.
    pub outcomes: Vec<DraftOutcome>,
    /// Events from outside.
    pub events: Vec<DraftEvent>,
}

/// One table: a title and its operations.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DraftGroup {
    /// The title of the table.
    pub title: String,
    /// The operations, in order.
    pub operations: Vec<DraftName>,
}

/// A state or an operation: its name and what to say about it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DraftName {
    /// The name, as published.
    pub name: String,
    /// What to say about it; may be empty.
    pub about: String,
}

impl DraftName {
    /// A name with nothing to say about it.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            about: String::new(),
        }
    }
}

/// One row: its states, and a cell for each operation in the order of the tables.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DraftRow {
    /// The states that share the row.
    pub states: Vec<DraftName>,
    /// The cells; those that are missing at the end are blank.
    pub permissions: Vec<Permission>,
    /// What stands beside the marks; of most cells nothing does.
    pub notes: Vec<DraftNote>,
}

/// What stands beside the mark of a cell.
///
/// A cell may have a note whatever its mark says. Blanks around the text are left out, and so is a
/// note of blanks only; several notes on one cell become one, with `; ` between them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DraftNote {
    /// The place of the operation in the order of the tables, from 0.
    pub operation: usize,
    /// What it says.
    pub text: String,
}

/// Where one operation leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftOutcome {
    /// The name of the operation.
    pub operation: String,
    /// The names of the states; empty for every state that allows it and is named in no other outcome.
    pub from: Vec<String>,
    /// The transitional state.
    pub via: Option<Via>,
    /// Where it leads when it succeeds.
    pub success: Option<DraftTarget>,
    /// Where it leads when it fails.
    pub failure: Option<DraftTarget>,
}

/// A target and how it is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftTarget {
    /// Where it leads.
    pub state: DraftTargetState,
    /// How that is known.
    pub source: Source,
}

/// Where a service is afterwards.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DraftTargetState {
    /// In the state of this name.
    State(String),
    /// Where it was before.
    Same,
    /// Nowhere.
    Gone,
}

/// An event from outside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftEvent {
    /// Its name.
    pub name: String,
    /// What to say about it; may be empty.
    pub about: String,
    /// Where it may happen.
    pub from: DraftOrigin,
    /// How that is known.
    pub source: Source,
    /// Where it leads when it succeeds.
    pub success: DraftTarget,
    /// Where it leads when it fails, if it can.
    pub failure: Option<DraftTarget>,
}

/// Where an event from outside may happen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DraftOrigin {
    /// Where there is no service.
    NoService,
    /// In every state.
    AnyState,
    /// In the states of these names.
    States(Vec<String>),
}

impl Chart {
    /// The chart as a draft again: `Chart::new(chart.draft())` is the same chart.
    #[must_use]
    pub fn draft(&self) -> Draft {
        Draft {
            title: self.title.clone(),
            service: self.service.clone(),
            refusal: self.refusal.clone(),
            start: self.start.map(|state| self.owned(state)),
            groups: self
                .groups
                .iter()
                .map(|group| self.draft_group(group))
                .collect(),
            rows: (0..self.rows.len())
                .filter_map(|row| self.row_at(row))
                .map(|row| self.draft_row(row))
                .collect(),
            outcomes: self.draft_outcomes(),
            events: self
                .events
                .iter()
                .map(|event| self.draft_event(event))
                .collect(),
        }
    }

    fn owned(&self, state: StateId) -> String {
        self.state_name(state).to_owned()
    }

    fn draft_group(&self, group: &super::Group) -> DraftGroup {
        DraftGroup {
            title: group.title.clone(),
            operations: group
                .operations
                .iter()
                .map(|&operation| DraftName {
                    name: self.operation_name(operation).to_owned(),
                    about: self.operation_about(operation).to_owned(),
                })
                .collect(),
        }
    }

    fn draft_row(&self, row: super::RowId) -> DraftRow {
        DraftRow {
            states: self
                .states_of(row)
                .iter()
                .map(|&state| DraftName {
                    name: self.owned(state),
                    about: self.state_about(state).to_owned(),
                })
                .collect(),
            permissions: self
                .operations()
                .map(|operation| self.row_permission(row, operation).clone())
                .collect(),
            notes: self
                .operations()
                .filter_map(|operation| {
                    Some(DraftNote {
                        operation: operation.index(),
                        text: self.row_note(row, operation)?.to_owned(),
                    })
                })
                .collect(),
        }
    }

    fn draft_outcomes(&self) -> Vec<DraftOutcome> {
        let mut outcomes = Vec::new();
        for operation in self.operations() {
            let mut from: Vec<(&super::Outcome, Vec<String>)> = Vec::new();
            let mut known = BTreeMap::new();
            for state in self.states() {
                let Some(outcome) = self.outcome(state, operation) else {
                    continue;
                };
                let at = *known.entry(outcome).or_insert_with(|| {
                    from.push((outcome, Vec::new()));
                    from.len() - 1
                });
                if let Some((_, states)) = from.get_mut(at) {
                    states.push(self.owned(state));
                }
            }
            outcomes.extend(from.into_iter().map(|(outcome, from)| DraftOutcome {
                operation: self.operation_name(operation).to_owned(),
                from,
                via: outcome.via.clone(),
                success: outcome.success.map(|target| self.draft_target(target)),
                failure: outcome.failure.map(|target| self.draft_target(target)),
            }));
        }
        outcomes
    }

    fn draft_event(&self, event: &super::Event) -> DraftEvent {
        DraftEvent {
            name: event.name.clone(),
            about: event.about.clone(),
            from: match &event.from {
                Origin::NoService => DraftOrigin::NoService,
                Origin::AnyState => DraftOrigin::AnyState,
                Origin::States(states) => {
                    DraftOrigin::States(states.iter().map(|&state| self.owned(state)).collect())
                }
            },
            source: event.source,
            success: self.draft_target(event.success),
            failure: event.failure.map(|target| self.draft_target(target)),
        }
    }

    fn draft_target(&self, target: Target) -> DraftTarget {
        DraftTarget {
            state: match target.state {
                TargetState::State(state) => DraftTargetState::State(self.owned(state)),
                TargetState::Same => DraftTargetState::Same,
                TargetState::Gone => DraftTargetState::Gone,
            },
            source: target.source,
        }
    }
}
