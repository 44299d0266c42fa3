//! The chart: states × operations, and where each allowed operation leads.
//!
//! A [`Chart`] cannot be built invalid: everything goes through [`Chart::new`],
//! which either takes a whole [`Draft`] or answers with every problem it has.
//! This room knows no browser, no file format and no particular chart.

mod build;
mod draft;
mod problem;
mod standing;

pub use draft::{
    Draft, DraftEvent, DraftFrom, DraftGroup, DraftLead, DraftName, DraftOutcome, DraftRow,
    DraftTarget,
};
pub use problem::{Problem, ProblemKind, nearest};
pub use standing::Standing;

/// The text a refused operation is answered with where a chart gives no other.
pub const REFUSAL: &str = "Operation not allowed";

/// The most states a chart may have.
pub const MAX_STATES: usize = 10_000;
/// The most operations a chart may have.
pub const MAX_OPERATIONS: usize = 1_000;
/// The most cells (states × operations) a chart may have.
pub const MAX_CELLS: usize = 1_000_000;
/// The most events from outside a chart may have.
pub const MAX_EVENTS: usize = 100;
/// The longest name of a state, operation or event, in characters.
pub const MAX_NAME: usize = 200;

macro_rules! id {
    ($(#[$meta:meta])* $name:ident) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(u32);

        impl $name {
            /// The place in the chart's order, from 0.
            #[must_use]
            pub const fn index(self) -> usize {
                self.0 as usize
            }

            /// The one at `index` of a list of `count`, where there is one.
            fn at(index: usize, count: usize) -> Option<Self> {
                (index < count).then_some(())?;
                u32::try_from(index).ok().map(Self)
            }
        }
    };
}

id!(
    /// A state of one chart.
    StateId
);
id!(
    /// An operation of one chart.
    OperationId
);
id!(
    /// A row of one chart.
    RowId
);
id!(
    /// An event from outside of one chart.
    EventId
);

/// How it is known where an operation leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
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
pub enum Permit {
    /// A check mark: the operation is allowed.
    Allowed,
    /// A blank: the operation is not allowed.
    #[default]
    Refused,
    /// Neither yes nor no; the text is what the cell says.
    Conditional(Box<str>),
}

impl Permit {
    /// Whether the cell has a check mark, and nothing less.
    #[must_use]
    pub const fn is_allowed(&self) -> bool {
        matches!(self, Self::Allowed)
    }
}

/// Where a service is after an operation or event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Target {
    /// In this state.
    State(StateId),
    /// In the state it was in before.
    Same,
    /// Nowhere: the service no longer exists.
    Gone,
}

/// A target and how it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Lead {
    /// Where it leads.
    pub target: Target,
    /// How that is known.
    pub source: Source,
}

impl Lead {
    /// The position after it, for a service that was at `from`; `None` is no service.
    #[must_use]
    pub const fn position(&self, from: Option<StateId>) -> Option<StateId> {
        match self.target {
            Target::State(state) => Some(state),
            Target::Same => from,
            Target::Gone => None,
        }
    }
}

/// A transitional state, shown while an operation runs; not a state of the chart.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Via {
    /// Its name.
    pub name: String,
    /// How it is known.
    pub source: Source,
}

/// Where an allowed operation leads. What the chart does not tell is `None`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Default)]
pub struct Outcome {
    /// The state shown while it runs.
    pub via: Option<Via>,
    /// Where it leads when it succeeds.
    pub success: Option<Lead>,
    /// Where it leads when it fails.
    pub failure: Option<Lead>,
}

/// A state: its name as published, and what to say about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State {
    name: String,
    about: String,
    row: RowId,
}

/// An operation: its name as published, and what to say about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Operation {
    name: String,
    about: String,
}

/// Operations that stand in one table, under one title.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    title: String,
    operations: Vec<OperationId>,
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
    states: Vec<StateId>,
}

impl Row {
    /// The states of the row, one or more, as published.
    #[must_use]
    pub fn states(&self) -> &[StateId] {
        &self.states
    }
}

/// Where an event from outside may happen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum From {
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
    name: String,
    about: String,
    from: From,
    source: Source,
    success: Lead,
    failure: Option<Lead>,
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

    /// Where it may happen.
    #[must_use]
    pub const fn from(&self) -> &From {
        &self.from
    }

    /// How it is known where it may happen.
    #[must_use]
    pub const fn source(&self) -> Source {
        self.source
    }

    /// Where it leads when it succeeds.
    #[must_use]
    pub const fn success(&self) -> Lead {
        self.success
    }

    /// Where it leads when it fails, if it can.
    #[must_use]
    pub const fn failure(&self) -> Option<Lead> {
        self.failure
    }

    /// Whether it may happen to a service at `position`; `None` is no service.
    #[must_use]
    pub fn may_happen(&self, position: Option<StateId>) -> bool {
        match (&self.from, position) {
            (From::NoService, None) | (From::AnyState, Some(_)) => true,
            (From::States(states), Some(state)) => states.contains(&state),
            _ => false,
        }
    }
}

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
    permits: Vec<Permit>,
    /// By state, then operation: 0 where nothing is known, else one more than the place in `outcomes`.
    outcome_at: Vec<u32>,
    outcomes: Vec<Outcome>,
    events: Vec<Event>,
    /// States ordered by name, for look-up.
    by_name: Vec<StateId>,
}

/// Two charts are the same if they say the same, however their outcomes were grouped.
impl PartialEq for Chart {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other) || self.draft() == other.draft()
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
        let count = u32::try_from(self.states.len()).unwrap_or(u32::MAX);
        (0..count as usize).map(|index| StateId(index as u32))
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
        let at = self
            .by_name
            .binary_search_by(|&state| self.state_name(state).cmp(name))
            .ok()?;
        self.by_name.get(at).copied()
    }

    /// The operation called `name`, spelled as published.
    #[must_use]
    pub fn operation_named(&self, name: &str) -> Option<OperationId> {
        self.operations()
            .find(|&operation| self.operation_name(operation) == name)
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
    pub fn permit(&self, state: StateId, operation: OperationId) -> &Permit {
        self.row_of(state)
            .map_or(&Permit::Refused, |row| self.row_permit(row, operation))
    }

    /// What the cell of `row` and `operation` says.
    #[must_use]
    pub fn row_permit(&self, row: RowId, operation: OperationId) -> &Permit {
        let width = self.operations.len();
        if operation.index() >= width {
            return &Permit::Refused;
        }
        self.permits
            .get(row.index() * width + operation.index())
            .unwrap_or(&Permit::Refused)
    }

    /// Whether `state` and `operation` have a check mark.
    #[must_use]
    pub fn allows(&self, state: StateId, operation: OperationId) -> bool {
        self.permit(state, operation).is_allowed()
    }

    /// The states that have a check mark for `operation`, in order.
    pub fn allowing(&self, operation: OperationId) -> impl Iterator<Item = StateId> + '_ {
        self.states()
            .filter(move |&state| self.allows(state, operation))
    }

    /// Where `operation` leads from `state`; `None` where the chart tells nothing of it.
    #[must_use]
    pub fn outcome(&self, state: StateId, operation: OperationId) -> Option<&Outcome> {
        let width = self.operations.len();
        if operation.index() >= width {
            return None;
        }
        let at = *self
            .outcome_at
            .get(state.index() * width + operation.index())?;
        self.outcomes.get((at as usize).checked_sub(1)?)
    }
}
