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
    /// A table names no operation.
    EmptyGroup,
    /// A row names no state.
    EmptyRow,
    /// A name is empty.
    EmptyName,
    /// A name is longer than [`super::MAX_NAME`] characters; how long it is.
    LongName(usize),
    /// A conditional cell of this operation does not say what its condition is.
    EmptyCondition(String),
    /// An event from outside can happen in no state.
    EmptyFrom,
    /// A second state has the name, or a second operation or event.
    Duplicate(String),
    /// No state has the name; the nearest that one has.
    UnknownState(String, Option<String>),
    /// No operation has the name; the nearest that one has.
    UnknownOperation(String, Option<String>),
    /// A second outcome of this operation from this state.
    SecondOutcome(String, String),
    /// A second outcome of this operation for the states that no other outcome names.
    SecondRest(String),
    /// An outcome of this operation from this state, in which it is not allowed.
    OutcomeOfRefused(String, String),
    /// A row has more cells than there are operations: cells, operations.
    RowTooLong(usize, usize),
    /// A note names an operation by a place past the last: place, operations.
    NoteOutside(usize, usize),
    /// There are more of these than a chart may have: what, count, limit.
    TooMany(&'static str, usize, usize),
    /// There are this many problems more than [`super::MAX_PROBLEMS`].
    More(usize),
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
            Self::EmptyGroup => f.write_str("the group names no operation"),
            Self::EmptyRow => f.write_str("the row names no state"),
            Self::EmptyName => f.write_str("the name is empty"),
            Self::LongName(length) => write!(
                f,
                "the name has {length} characters, more than {}",
                super::MAX_NAME
            ),
            Self::EmptyCondition(operation) => {
                write!(f, "the condition of `{operation}` is empty")
            }
            Self::EmptyFrom => f.write_str("no state is named"),
            Self::Duplicate(name) => write!(f, "a second `{name}`"),
            Self::UnknownState(name, near) => unknown(f, "state", name, near.as_deref()),
            Self::UnknownOperation(name, near) => unknown(f, "operation", name, near.as_deref()),
            Self::SecondOutcome(operation, state) => {
                write!(f, "a second outcome of `{operation}` from `{state}`")
            }
            Self::SecondRest(operation) => write!(
                f,
                "a second outcome of `{operation}` for the states that no other names"
            ),
            Self::OutcomeOfRefused(operation, state) => write!(
                f,
                "an outcome of `{operation}` from `{state}`, where it is not allowed"
            ),
            Self::RowTooLong(cells, operations) => {
                write!(f, "{cells} cells for {operations} operations")
            }
            Self::NoteOutside(place, operations) => {
                write!(
                    f,
                    "a note at place {place} of {operations} operations, counted from 0"
                )
            }
            Self::TooMany(what, count, limit) => {
                write!(f, "{count} {what}, more than {limit}")
            }
            Self::More(1) => f.write_str("and 1 more problem"),
            Self::More(count) => write!(f, "and {count} more problems"),
        }
    }
}

fn unknown(f: &mut fmt::Formatter<'_>, what: &str, name: &str, near: Option<&str>) -> fmt::Result {
    let mut end = name.char_indices().map(|(at, _)| at).skip(super::MAX_NAME);
    match end.next().and_then(|end| name.get(..end)) {
        Some(begin) => write!(f, "no {what} is called `{begin}…`")?,
        None => write!(f, "no {what} is called `{name}`")?,
    }
    near.map_or(Ok(()), |near| write!(f, "; did you mean `{near}`?"))
}

/// The most pairs of characters that one search for the nearest name compares: enough for ten thousand
/// names of ten letters each, so that a hostile chart cannot hold the page up.
const MAX_COMPARED: usize = 1_000_000;

/// The name most like `name`, if one is like it at all.
///
/// Half of the characters may differ: more than that is another word, not a slip.
pub fn nearest<'a>(name: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    nearest_of(name, &mut names.into_iter())
}

fn nearest_of<'a>(name: &str, names: &mut dyn Iterator<Item = &'a str>) -> Option<&'a str> {
    // Half of the characters may differ, so what is longer than twice the longest name is like none.
    if name.chars().nth(2 * super::MAX_NAME).is_some() {
        return None;
    }
    let lower = super::lowercase(name);
    let length = lower.chars().count();
    let mut left = MAX_COMPARED;
    let mut best: Option<(usize, &str)> = None;
    for known in names {
        let other = super::lowercase(known);
        let others = other.chars().count();
        let most = length.max(others) / 2;
        if length.abs_diff(others) > most {
            continue;
        }
        let Some(rest) = left.checked_sub(length * others) else {
            break;
        };
        left = rest;
        let distance = strsim::levenshtein(&lower, &other);
        if distance <= most && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, known));
        }
    }
    best.map(|(_, known)| known)
}
