//! What can be wrong with a scenario, and where.

use super::MAX_STEPS;
use std::fmt;

/// The first problem of a scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The character at which it is, from 1.
    pub at: usize,
    /// What is wrong there.
    pub kind: ProblemKind,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProblemKind {
    /// A name is missing.
    NoName,
    /// A quoted name does not end.
    Unclosed,
    /// Something that does not belong here.
    Unexpected(char),
    /// No state has the name; the nearest that one has.
    UnknownState(String, Option<String>),
    /// No operation has the name; the nearest that one has.
    UnknownOperation(String, Option<String>),
    /// No event has the name; the nearest that one has.
    UnknownEvent(String, Option<String>),
    /// The step is refused: its name, where, and the text of the refusal.
    Refused(String, String, String),
    /// There are more steps than [`MAX_STEPS`].
    TooLong,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "character {}: ", self.at)?;
        self.kind.fmt(f)
    }
}

impl std::error::Error for Problem {}

impl fmt::Display for ProblemKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoName => f.write_str("expected a name"),
            Self::Unclosed => f.write_str("the quoted name does not end"),
            Self::Unexpected(sign) => write!(f, "`{sign}` does not belong here"),
            Self::UnknownState(name, near) => unknown(f, "state", name, near.as_deref()),
            Self::UnknownOperation(name, near) => unknown(f, "operation", name, near.as_deref()),
            Self::UnknownEvent(name, near) => unknown(f, "event", name, near.as_deref()),
            Self::Refused(name, state, text) => write!(f, "`{name}` in `{state}`: {text}"),
            Self::TooLong => write!(f, "more than {MAX_STEPS} steps"),
        }
    }
}

fn unknown(f: &mut fmt::Formatter<'_>, what: &str, name: &str, near: Option<&str>) -> fmt::Result {
    write!(f, "no {what} is called `{name}`")?;
    near.map_or(Ok(()), |near| write!(f, "; did you mean `{near}`?"))
}
