//! What words stand for.

/// What a word stands for; each is a line of words.txt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in super::super) enum Idea {
    /// A whole cell, or the beginning of one: allowed.
    Yes,
    /// A whole cell, or the beginning of one: not allowed.
    No,
    /// A whole cell: nothing, not applicable.
    None,
    /// The beginning of a cell that is a condition.
    Doubt,
    /// What begins the condition of a yes.
    If,
    /// What begins the condition of a no.
    Unless,
    /// A whole cell of a list, or its beginning: every one.
    All,
    /// What takes some out of all.
    Except,
    /// Between the last two of a list.
    And,
    /// Between the last two of a list of choices.
    Or,
    /// Beside a name: that one and no other.
    Only,
    /// A header: states.
    State,
    /// A header: operations.
    Operation,
    /// A header: operations, where another column has what is done then.
    Event,
    /// A header: the state before.
    From,
    /// A header: the state after.
    To,
    /// A header: leads to, as a verb.
    Leads,
    /// A header: what is allowed.
    Allowed,
    /// A header: what is not allowed.
    Forbidden,
    /// A header: conditions.
    Condition,
    /// A header: texts about the row.
    Prose,
    /// A header: yes or no about the row, and no operation.
    Property,
    /// A header: counts.
    Count,
    /// A header: numbers of the rows.
    Index,
    /// A name: a state of failure.
    Failed,
    /// A header: where it leads when it succeeds.
    Success,
    /// A header: where it leads when it fails.
    Failure,
    /// A whole cell: the state before.
    Same,
    /// The beginning of a cell that points to another one.
    Ditto,
    /// A header: neither states nor operations.
    Other,
    /// A name: a person, an edition, a browser or a platform, and no operation.
    Person,
    /// A header: what is done in a state without anyone asking for it, or what should be done.
    Done,
    /// A name: most likely of a state.
    Statelike,
}

pub(super) const IDEAS: [(&str, Idea); 33] = [
    ("yes", Idea::Yes),
    ("no", Idea::No),
    ("none", Idea::None),
    ("doubt", Idea::Doubt),
    ("if", Idea::If),
    ("unless", Idea::Unless),
    ("all", Idea::All),
    ("except", Idea::Except),
    ("and", Idea::And),
    ("or", Idea::Or),
    ("only", Idea::Only),
    ("state", Idea::State),
    ("operation", Idea::Operation),
    ("event", Idea::Event),
    ("from", Idea::From),
    ("to", Idea::To),
    ("leads", Idea::Leads),
    ("allowed", Idea::Allowed),
    ("forbidden", Idea::Forbidden),
    ("condition", Idea::Condition),
    ("prose", Idea::Prose),
    ("property", Idea::Property),
    ("count", Idea::Count),
    ("index", Idea::Index),
    ("failed", Idea::Failed),
    ("success", Idea::Success),
    ("failure", Idea::Failure),
    ("same", Idea::Same),
    ("ditto", Idea::Ditto),
    ("other", Idea::Other),
    ("person", Idea::Person),
    ("done", Idea::Done),
    ("statelike", Idea::Statelike),
];

/// Several ideas.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in super::super) struct Ideas(u64);

impl Ideas {
    pub(in super::super) const fn has(self, idea: Idea) -> bool {
        self.0 & (1 << idea as u64) != 0
    }

    pub(super) const fn with(self, idea: Idea) -> Self {
        Self(self.0 | 1 << idea as u64)
    }

    pub(super) const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}
