//! Where operations lead, as far as a table says: in cells that name a state, and in
//! `data-success`, `data-failure` and `data-via`.
//!
//! All of it is documented: the author's page says so. `same` and `gone` stand for the state
//! before and for no service, unless a state is called so.

use super::classify::Next;
use super::index::Index;
use super::problem::{ProblemKind, Problems};
use super::words::{Idea, words};
use super::{Cell, Place};
use crate::chart::{DraftOutcome, DraftTarget, DraftTargetState, Source, Via, lowercase, nearest};
use litemap::LiteMap;

/// How many comparisons of names are spent on slips of the pen in one table.
const COMPARISONS: usize = 40_000;

/// How many texts may still be compared with all names of states. A table of slips only is no reason
/// to stop the page.
pub(super) struct Looks(usize);

impl Looks {
    pub(super) fn at(names: &StateNames) -> Self {
        Self(COMPARISONS / names.spelled.len().max(1))
    }

    /// Takes one of them, if one is left.
    pub(super) const fn take(&mut self) -> bool {
        match self.0.checked_sub(1) {
            Some(left) => {
                self.0 = left;
                true
            }
            None => false,
        }
    }
}

/// The names of the states, and their spelling.
pub(super) struct StateNames {
    by_lower: Index,
    /// The names by number; `None` where two differ in nothing but case.
    spelled: Vec<Option<String>>,
}

impl StateNames {
    pub(super) fn new<'n>(names: impl Iterator<Item = &'n String>) -> Self {
        let mut by_lower = Index::default();
        let mut spelled: Vec<Option<String>> = Vec::new();
        for name in names {
            let lower = lowercase(name);
            let at = by_lower.add(&lower, Place::default());
            match spelled.get_mut(at) {
                None => spelled.push(Some(name.clone())),
                Some(known) if known.as_ref() != Some(name) => *known = None,
                Some(_) => {}
            }
        }
        Self { by_lower, spelled }
    }

    /// The state that `text` names, as it is spelled.
    pub(super) fn find(&self, text: &str) -> Option<&str> {
        let at = self.by_lower.find(&lowercase(text))?;
        self.spelled.get(at)?.as_deref()
    }

    /// Whether some state is called by a word for yes, and another by one for no: `Enabled`, `Disabled`.
    pub(super) fn are_polar(&self) -> bool {
        let any = |idea| {
            self.by_lower
                .iter()
                .any(|(name, _)| words().mark(name) == Some(idea))
        };
        let plain = |(name, _): &(String, Place)| {
            matches!(name.as_str(), "yes" | "no" | "y" | "n" | "true" | "false")
        };
        any(Idea::Yes) && any(Idea::No) && !self.by_lower.iter().any(plain)
    }

    /// The state that `text` most likely was to name.
    pub(super) fn near(&self, text: &str) -> Option<&str> {
        nearest(text, self.spelled.iter().flatten().map(String::as_str))
    }

    /// What the attributes of `cell` say.
    pub(super) fn known(
        &self,
        cell: &Cell,
        place: impl Fn() -> Place,
        problems: &mut Problems,
    ) -> Known {
        if !cell.has_outcome() {
            return Known::default();
        }
        let mut state = |text: &Option<String>| {
            let text = text
                .as_deref()
                .map(str::trim)
                .filter(|text| !text.is_empty())?;
            match (self.find(text), text) {
                (Some(name), _) => Some(DraftTargetState::State(name.to_owned())),
                (None, "same") => Some(DraftTargetState::Same),
                (None, "gone") => Some(DraftTargetState::Gone),
                (None, _) => {
                    let near = if problems.is_full() {
                        None
                    } else {
                        self.near(text).map(str::to_owned)
                    };
                    problems.push(place(), ProblemKind::UnknownState(text.to_owned(), near));
                    None
                }
            }
        };
        let (success, failure) = (state(&cell.success), state(&cell.failure));
        let via = cell
            .via
            .as_deref()
            .map(str::trim)
            .filter(|via| !via.is_empty());
        Known {
            via: via.map(str::to_owned),
            success,
            failure,
        }
    }
}

impl From<Next> for DraftTargetState {
    fn from(next: Next) -> Self {
        match next {
            Next::State(name) => Self::State(name),
            Next::Same => Self::Same,
        }
    }
}

/// What is known of one outcome.
#[derive(Clone, Default)]
pub(super) struct Known {
    via: Option<String>,
    success: Option<DraftTargetState>,
    failure: Option<DraftTargetState>,
}

impl Known {
    pub(super) const fn is_empty(&self) -> bool {
        self.via.is_none() && self.success.is_none() && self.failure.is_none()
    }

    /// The cell itself names the state; an attribute of the cell comes first.
    pub(super) fn target(&mut self, next: Next) {
        self.success.get_or_insert(next.into());
    }

    /// Where it leads, from a list of transitions.
    pub(super) fn new(
        success: Option<DraftTargetState>,
        failure: Option<DraftTargetState>,
    ) -> Self {
        Self {
            via: None,
            success,
            failure,
        }
    }

    /// What is not known here is as for the operation at large.
    pub(super) fn or(&mut self, own: &Self) {
        let Self {
            via,
            success,
            failure,
        } = own;
        if self.via.is_none() {
            self.via.clone_from(via);
        }
        if self.success.is_none() {
            self.success.clone_from(success);
        }
        if self.failure.is_none() {
            self.failure.clone_from(failure);
        }
    }

    /// A text that is the same for the same outcome only.
    fn key(&self) -> String {
        let word = |state: &Option<DraftTargetState>| match state {
            None => "\u{1}".to_owned(),
            Some(DraftTargetState::Same) => "\u{2}".to_owned(),
            Some(DraftTargetState::Gone) => "\u{3}".to_owned(),
            Some(DraftTargetState::State(name)) => name.clone(),
        };
        let via = self.via.as_deref().unwrap_or("\u{1}");
        [&word(&self.success), "\0", &word(&self.failure), "\0", via].concat()
    }
}

/// Outcomes, those of one operation that are the same together.
#[derive(Default)]
pub(super) struct Targets {
    known: LiteMap<(usize, String), (Known, Vec<String>)>,
}

impl Targets {
    /// What is known of operation number `operation` in `states`.
    pub(super) fn add(&mut self, operation: usize, states: &[String], known: Known) {
        if !known.is_empty() {
            let from = self.known.entry((operation, known.key()));
            from.or_insert_with(|| (known, Vec::new()))
                .1
                .extend_from_slice(states);
        }
    }

    /// All of them; `operations` are the names in order.
    pub(super) fn outcomes(self, operations: &[String]) -> Vec<DraftOutcome> {
        let target = |state| DraftTarget {
            state,
            source: Source::Documented,
        };
        let outcome = |((operation, _), (known, from)): ((usize, String), (Known, Vec<String>))| {
            Some(DraftOutcome {
                operation: operations.get(operation)?.clone(),
                from,
                via: known.via.map(|name| Via {
                    name,
                    source: Source::Documented,
                }),
                success: known.success.map(target),
                failure: known.failure.map(target),
            })
        };
        self.known.into_iter().filter_map(outcome).collect()
    }
}
