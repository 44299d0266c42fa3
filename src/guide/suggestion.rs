//! The shortest way to where a refused operation is allowed.

use super::words::{self, Say};
use crate::chart::{OperationId, Source, StateId};
use crate::path::{Goal, Toward};
use crate::words::Words;

/// The shortest way to where an operation is allowed, as names to be read and clicked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Suggestion {
    /// Where the way begins; else that the operation is allowed already, or why there is no way.
    pub said: String,
    /// The names of the steps, and last of the operation itself; of a long way only the first.
    pub steps: Vec<String>,
    /// How many names are left out, in words; empty where none is.
    pub more: String,
    /// How the way is known.
    pub source: Option<Source>,
}

impl Suggestion {
    pub(super) fn new(
        toward: &Toward,
        operation: OperationId,
        at: Option<StateId>,
        words: &Words,
    ) -> Self {
        let (chart, goal) = (toward.chart(), Goal::Allowed(operation));
        let say = Say::new(chart, words);
        let Some(way) = toward.way(at) else {
            let reason = toward.reason(at);
            let said = reason.map(|reason| say.reason(&reason));
            return Self {
                said: said.unwrap_or_default(),
                ..Self::default()
            };
        };
        let names = words::names(chart, &way, goal);
        let mut steps: Vec<String> = names.into_iter().map(str::to_owned).collect();
        let rest = steps.len().saturating_sub(words::MANY);
        steps.truncate(words::MANY);
        let is_there = way.steps.is_empty();
        Self {
            said: if is_there {
                say.there(goal) + " "
            } else {
                say.from(at, "")
            },
            steps,
            more: if rest > 0 {
                words::more(words, rest)
            } else {
                String::new()
            },
            source: (!is_there).then(|| way.source()),
        }
    }
}
