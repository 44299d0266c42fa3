//! How a chart stands on its page: tables of operations, rows of states.

use super::{OperationId, RowId, StateId, StateKind};

/// A state: its name as published, and what to say about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State {
    pub(super) name: String,
    pub(super) about: String,
    pub(super) row: RowId,
    pub(super) kind: StateKind,
}

/// An operation: its name as published, and what to say about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Operation {
    pub(super) name: String,
    pub(super) about: String,
}

/// Operations that stand in one table, under one title.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    pub(super) title: String,
    pub(super) operations: Vec<OperationId>,
}

impl Group {
    /// The title of the table.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.title
    }

    /// The operations, as published.
    #[must_use]
    pub fn operations(&self) -> &[OperationId] {
        &self.operations
    }
}

/// States that share one row of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    pub(super) states: Vec<StateId>,
}

impl Row {
    /// The states of the row, one or more, as published.
    #[must_use]
    pub fn states(&self) -> &[StateId] {
        &self.states
    }
}
