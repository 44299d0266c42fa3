//! What can be wrong with a chart in JSON, in words an author can act on.

use crate::chart;
use std::fmt;

/// One problem, and the path of the value that has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Such as `rows[3].states[0].name`; empty for the document as a whole.
    pub path: String,
    /// What is wrong there.
    pub kind: ProblemKind,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProblemKind {
    /// The text is not JSON; what the parser says.
    Syntax(String),
    /// The document is nested deeper than [`super::MAX_DEPTH`].
    Depth,
    /// The format has no such field; the nearest that it has.
    UnknownField(Option<String>),
    /// The field is required.
    Missing,
    /// The list has no item.
    Empty,
    /// Another kind of value is wanted: which, and what stands there.
    Type(&'static str, String),
    /// Another word is wanted: what stands there, and which may.
    Word(String, &'static str),
    /// Another version is wanted; what stands there.
    Version(String),
    /// None or several of `state`, `same` and `gone`.
    Target,
    /// The form is right, the chart is not.
    Chart(chart::ProblemKind),
}

impl From<chart::Problem> for Problem {
    fn from(problem: chart::Problem) -> Self {
        Self {
            path: problem.path,
            kind: ProblemKind::Chart(problem.kind),
        }
    }
}

impl std::error::Error for Problem {}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.path.is_empty() {
            write!(f, "{}: ", self.path)?;
        }
        self.kind.fmt(f)
    }
}

impl fmt::Display for ProblemKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Syntax(text) => write!(f, "not JSON: {text}"),
            Self::Depth => {
                write!(f, "nested deeper than {} levels", super::MAX_DEPTH)
            }
            Self::UnknownField(None) => f.write_str("unknown field"),
            Self::UnknownField(Some(near)) => {
                write!(f, "unknown field; did you mean `{near}`?")
            }
            Self::Missing => f.write_str("missing"),
            Self::Empty => f.write_str("the list is empty"),
            Self::Type(expected, found) | Self::Word(found, expected) => {
                write!(f, "expected {expected}, found {found}")
            }
            Self::Version(found) => write!(
                f,
                "this widget reads version {} of the format, found {found}",
                super::value::decimal(super::VERSION).unwrap_or_default()
            ),
            Self::Target => f.write_str(
                "expected exactly one of `state`, `\"same\": true` and `\"gone\": true`",
            ),
            Self::Chart(kind) => kind.fmt(f),
        }
    }
}
