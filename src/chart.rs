//! The chart: states × operations, and where each allowed operation leads.
//!
//! A [`Chart`] cannot be built invalid: everything goes through [`Chart::new`],
//! which either takes a whole [`Draft`] or answers with every problem it has.
//! This room knows no browser, no file format and no particular chart.

mod build;
mod builder;
mod case;
mod draft;
mod event;
mod id;
mod layout;
mod names;
mod outcome;
pub mod pack;
mod problem;
mod state_kind;

pub use builder::{Builder, Problems};
pub use case::{is_capital, is_small, lowercase, lowercase_letter};
pub use draft::{
    Draft, DraftEvent, DraftGroup, DraftName, DraftNote, DraftOrigin, DraftOutcome, DraftRow,
    DraftTarget, DraftTargetState,
};
pub use event::{Event, Origin};
pub use id::{EventId, OperationId, RowId, StateId};
pub use layout::{Group, Operation, Row, State};
pub use names::Names;
pub use outcome::{Outcome, Permission, Source, Target, TargetState, Via};
pub use problem::{Problem, ProblemKind, nearest};
pub use state_kind::StateKind;

/// The text a refused operation is answered with where a chart gives no other.
pub const REFUSAL: &str = "Operation not allowed";

/// What one running instance is called where a chart gives neither a word for it nor a title.
pub const SERVICE: &str = "service";

/// What stands in place of a state where there is no service.
pub const NO_SERVICE: &str = "no service";

/// The most states a chart may have.
pub const MAX_STATES: usize = 10_000;
/// The most operations a chart may have.
pub const MAX_OPERATIONS: usize = 1_000;
/// The most cells (states × operations) a chart may have.
///
/// A chart of that many is read in a page in about 0.1 s, in which the page does not answer.
pub const MAX_CELLS: usize = 100_000;
/// The most cells that are shown as tables in a page.
pub const MAX_SHOWN: usize = 50_000;
/// The most events from outside a chart may have.
pub const MAX_EVENTS: usize = 100;
/// The longest name of a state, operation or event, in characters.
pub const MAX_NAME: usize = 200;
/// The most problems that are told one by one; of the others only the number is.
pub const MAX_PROBLEMS: usize = 100;

/// States × operations, with outcomes and events from outside.
#[derive(Clone, Debug)]
pub struct Chart {
    title: String,
    service: String,
    refusal: String,
    start: Option<StateId>,
    groups: Vec<Group>,
    operations: Vec<Operation>,
    rows: Vec<Row>,
    states: Vec<State>,
    /// By row, then operation.
    permissions: Vec<Permission>,
    /// By row, then operation, each with its place in `permissions`; only of the cells that have one.
    notes: Vec<(u32, Box<str>)>,
    /// By state, then operation: 0 where nothing is known, else one more than the place in `outcomes`.
    outcome_at: Vec<u32>,
    outcomes: Vec<Outcome>,
    events: Vec<Event>,
    /// The states, for look-up.
    states_by_name: Names,
    /// The operations, for look-up.
    operations_by_name: Names,
}

/// Two charts are the same if they say the same, however their outcomes were grouped.
impl PartialEq for Chart {
    fn eq(&self, other: &Self) -> bool {
        let same_words = || {
            self.title == other.title
                && self.service == other.service
                && self.refusal == other.refusal
                && self.start == other.start
        };
        let same_cells = || {
            self.groups == other.groups
                && self.operations == other.operations
                && self.rows == other.rows
                && self.states == other.states
                && self.permissions == other.permissions
                && self.notes == other.notes
        };
        let same_outcomes = || {
            let mut cells = self.outcome_at.iter().zip(&other.outcome_at);
            self.events == other.events
                && self.outcome_at.len() == other.outcome_at.len()
                && cells.all(|(&here, &there)| self.numbered(here) == other.numbered(there))
        };
        std::ptr::eq(self, other) || (same_words() && same_cells() && same_outcomes())
    }
}

impl Eq for Chart {}

impl Chart {
    /// What the chart is of.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.title
    }

    /// What one running instance is called.
    #[must_use]
    pub fn service(&self) -> &str {
        &self.service
    }

    /// The error text that answers an operation that is not allowed.
    #[must_use]
    pub fn refusal(&self) -> &str {
        &self.refusal
    }

    /// The state that a service starts in: the one the chart names, else its first.
    #[must_use]
    pub fn start(&self) -> Option<StateId> {
        self.start.or_else(|| self.states().next())
    }

    /// The tables, in order.
    #[must_use]
    pub fn groups(&self) -> &[Group] {
        &self.groups
    }

    /// The rows, in order.
    #[must_use]
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// The events from outside, in order.
    #[must_use]
    pub fn events(&self) -> &[Event] {
        &self.events
    }

    /// Every state, in the order of the rows.
    pub fn states(&self) -> impl ExactSizeIterator<Item = StateId> + use<> {
        (0..self.states.len()).map(|index| StateId(index as u32))
    }

    /// How many cells the tables have: states × operations.
    #[must_use]
    pub const fn cells(&self) -> usize {
        self.states.len().saturating_mul(self.operations.len())
    }

    /// Every operation, in the order of the tables.
    pub fn operations(&self) -> impl ExactSizeIterator<Item = OperationId> + use<> {
        (0..self.operations.len()).map(|index| OperationId(index as u32))
    }

    /// The row at `index`.
    #[must_use]
    pub fn row_at(&self, index: usize) -> Option<RowId> {
        RowId::at(index, self.rows.len())
    }

    /// The operation at `index`.
    #[must_use]
    pub fn operation_at(&self, index: usize) -> Option<OperationId> {
        OperationId::at(index, self.operations.len())
    }

    /// The state at `index`.
    #[must_use]
    pub fn state_at(&self, index: usize) -> Option<StateId> {
        StateId::at(index, self.states.len())
    }

    /// The event at `index`.
    #[must_use]
    pub fn event_at(&self, index: usize) -> Option<EventId> {
        EventId::at(index, self.events.len())
    }

    /// The event `event`, if it is of this chart.
    #[must_use]
    pub fn event(&self, event: EventId) -> Option<&Event> {
        self.events.get(event.index())
    }

    /// The state called `name`, spelled as published.
    #[must_use]
    pub fn state_named(&self, name: &str) -> Option<StateId> {
        // A draft may have a name twice: it is then that of the first, so that there is one problem and not two.
        let name_at = |place: usize| {
            self.states
                .get(place)
                .map_or("", |state| state.name.as_str())
        };
        self.state_at(self.states_by_name.place(name, &name_at)?)
    }

    /// The operation called `name`, spelled as published.
    #[must_use]
    pub fn operation_named(&self, name: &str) -> Option<OperationId> {
        let name_at = |place: usize| {
            self.operations
                .get(place)
                .map_or("", |operation| operation.name.as_str())
        };
        self.operation_at(self.operations_by_name.place(name, &name_at)?)
    }

    /// The event called `name`.
    #[must_use]
    pub fn event_named(&self, name: &str) -> Option<EventId> {
        let index = self.events.iter().position(|event| event.name == name)?;
        self.event_at(index)
    }

    /// The name of `state`; empty for a state of another, larger chart.
    #[must_use]
    pub fn state_name(&self, state: StateId) -> &str {
        self.states
            .get(state.index())
            .map_or("", |state| &state.name)
    }

    /// The name of the state that a service is in; [`NO_SERVICE`] for `None`.
    #[must_use]
    pub fn position_name(&self, position: Option<StateId>) -> &str {
        position.map_or(NO_SERVICE, |state| self.state_name(state))
    }

    /// The names of `states`, as one text.
    #[must_use]
    pub fn state_names(&self, states: &[StateId]) -> String {
        let names: Vec<&str> = states.iter().map(|&state| self.state_name(state)).collect();
        names.join(", ")
    }

    /// What to say about `state`; may be empty.
    #[must_use]
    pub fn state_about(&self, state: StateId) -> &str {
        self.states
            .get(state.index())
            .map_or("", |state| &state.about)
    }

    /// The name of `operation`; empty for an operation of another, larger chart.
    #[must_use]
    pub fn operation_name(&self, operation: OperationId) -> &str {
        self.operations
            .get(operation.index())
            .map_or("", |operation| &operation.name)
    }

    /// What to say about `operation`; may be empty.
    #[must_use]
    pub fn operation_about(&self, operation: OperationId) -> &str {
        self.operations
            .get(operation.index())
            .map_or("", |operation| &operation.about)
    }

    /// The row in which `state` stands.
    #[must_use]
    pub fn row_of(&self, state: StateId) -> Option<RowId> {
        self.states.get(state.index()).map(|state| state.row)
    }

    /// The states of `row`.
    #[must_use]
    pub fn states_of(&self, row: RowId) -> &[StateId] {
        self.rows.get(row.index()).map_or(&[], Row::states)
    }

    /// What the cell of `state` and `operation` says.
    #[must_use]
    pub fn permission(&self, state: StateId, operation: OperationId) -> &Permission {
        self.row_of(state).map_or(&Permission::Refused, |row| {
            self.row_permission(row, operation)
        })
    }

    /// What the cell of `row` and `operation` says.
    #[must_use]
    pub fn row_permission(&self, row: RowId, operation: OperationId) -> &Permission {
        let width = self.operations.len();
        if operation.index() >= width {
            return &Permission::Refused;
        }
        self.permissions
            .get(row.index() * width + operation.index())
            .unwrap_or(&Permission::Refused)
    }

    /// Whether `state` and `operation` have a check mark.
    #[must_use]
    pub fn allows(&self, state: StateId, operation: OperationId) -> bool {
        self.permission(state, operation).is_allowed()
    }

    /// What stands beside the mark in the cell of `state` and `operation`, whatever the mark says.
    #[must_use]
    pub fn note(&self, state: StateId, operation: OperationId) -> Option<&str> {
        self.row_note(self.row_of(state)?, operation)
    }

    /// What stands beside the mark in the cell of `row` and `operation`.
    #[must_use]
    pub fn row_note(&self, row: RowId, operation: OperationId) -> Option<&str> {
        let width = self.operations.len();
        let cell = u32::try_from(row.index() * width + operation.index()).ok()?;
        let at = self.notes.binary_search_by_key(&cell, |(cell, _)| *cell);
        let (_, text) = self.notes.get(at.ok()?)?;
        (operation.index() < width).then_some(text)
    }

    /// The states that have a check mark for `operation`, in order.
    pub fn allowing(&self, operation: OperationId) -> impl Iterator<Item = StateId> + '_ {
        self.states()
            .filter(move |&state| self.allows(state, operation))
    }

    /// Where `operation` leads from `state`; `None` where the chart tells nothing of it.
    #[must_use]
    pub fn outcome(&self, state: StateId, operation: OperationId) -> Option<&Outcome> {
        let at = self.place_of(state, operation)?;
        self.numbered(*self.outcome_at.get(at)?)
    }

    /// Whether the chart tells where any operation or event leads.
    #[must_use]
    pub fn tells_outcomes(&self) -> bool {
        !self.outcomes.is_empty() || !self.events.is_empty()
    }

    /// The place of a cell in `outcome_at`.
    fn place_of(&self, state: StateId, operation: OperationId) -> Option<usize> {
        let width = self.operations.len();
        (operation.index() < width).then(|| state.index() * width + operation.index())
    }

    /// The outcome of a number in `outcome_at`.
    fn numbered(&self, number: u32) -> Option<&Outcome> {
        self.outcomes.get((number as usize).checked_sub(1)?)
    }
}
