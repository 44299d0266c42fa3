//! What can be wrong with a draft, in words an author can act on.

use std::fmt;

/// One problem of a draft, and where it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The place in the draft, such as `rows[3].states[0]`; empty for the chart as a whole.
    pub path: String,
    /// What is wrong there.
    pub kind: ProblemKind,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProblemKind {
    /// The chart has no row with a state.
    NoState,
    /// The chart has no operation.
    NoOperation,
    /// A row names no state.
    EmptyRow,
    /// A name is empty.
    EmptyName,
    /// A name is longer than [`super::MAX_NAME`] characters; how long it is.
    LongName(usize),
    /// A second state, operation or event has the name.
    Duplicate(String),
    /// No state has the name; the nearest that one has.
    UnknownState(String, Option<String>),
    /// No operation has the name; the nearest that one has.
    UnknownOperation(String, Option<String>),
    /// A second outcome of this operation from this state.
    SecondOutcome(String, String),
    /// An outcome of this operation from this state, in which it is not allowed.
    OutcomeOfRefused(String, String),
    /// A row has more cells than there are operations: cells, operations.
    RowTooLong(usize, usize),
    /// There are more of these than a chart may have: what, count, limit.
    TooMany(&'static str, usize, usize),
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.path.is_empty() {
            write!(f, "{}: ", self.path)?;
        }
        self.kind.fmt(f)
    }
}

impl std::error::Error for Problem {}

impl fmt::Display for ProblemKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoState => f.write_str("the chart has no state"),
            Self::NoOperation => f.write_str("the chart has no operation"),
            Self::EmptyRow => f.write_str("the row names no state"),
            Self::EmptyName => f.write_str("the name is empty"),
            Self::LongName(length) => write!(
                f,
                "the name has {length} characters, more than {}",
                super::MAX_NAME
            ),
            Self::Duplicate(name) => write!(f, "a second `{name}`"),
            Self::UnknownState(name, near) => unknown(f, "state", name, near.as_deref()),
            Self::UnknownOperation(name, near) => unknown(f, "operation", name, near.as_deref()),
            Self::SecondOutcome(operation, state) => {
                write!(f, "a second outcome of `{operation}` from `{state}`")
            }
            Self::OutcomeOfRefused(operation, state) => write!(
                f,
                "an outcome of `{operation}` from `{state}`, where it is not allowed"
            ),
            Self::RowTooLong(cells, operations) => {
                write!(f, "{cells} cells for {operations} operations")
            }
            Self::TooMany(what, count, limit) => {
                write!(f, "{count} {what}, more than {limit}")
            }
        }
    }
}

fn unknown(f: &mut fmt::Formatter<'_>, what: &str, name: &str, near: Option<&str>) -> fmt::Result {
    write!(f, "no {what} is called `{name}`")?;
    near.map_or(Ok(()), |near| write!(f, "; did you mean `{near}`?"))
}

/// The name most like `name`, if one is like it at all.
///
/// Half of the characters may differ: more than that is another word, not a slip.
pub fn nearest<'a>(name: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let lower = name.to_lowercase();
    names
        .into_iter()
        .map(|known| (strsim::levenshtein(&lower, &known.to_lowercase()), known))
        .filter(|(distance, known)| {
            2 * distance <= known.chars().count().max(lower.chars().count())
        })
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, known)| known)
}
