//! What each column of a list has: found by its header and its cells, or said by its author.

use super::super::axis::Corner;
use super::super::facts::is_failed;
use super::super::headers::Headers;
use super::super::mark::behind_arrow;
use super::super::names::parted;
use super::super::problem::{ProblemKind, brief};
use super::super::role::{Kind, Role, starts_with_state};
use super::super::words::{Idea, words};
use super::arrows;
use super::content::{Content, answers, are_messages, shares};
use crate::chart::lowercase;

/// What each column of a list has.
#[derive(Debug, Default)]
pub(in super::super) struct Columns {
    pub(super) states: usize,
    pub(super) operations: usize,
    pub(super) to: Option<usize>,
    pub(super) failure: Option<usize>,
    /// Yes or no for the row.
    pub(super) verdict: Option<usize>,
    /// Paths beside the methods of requests, which only together are operations.
    pub(super) path: Option<usize>,
    pub(super) conditions: Vec<usize>,
    /// States or operations for which the row does not hold.
    pub(super) not_states: Option<usize>,
    pub(super) not_operations: Option<usize>,
    pub(super) notes: Vec<usize>,
    pub(super) rest: Vec<usize>,
}

impl Columns {
    /// Whether tables with these columns may be read as one list.
    pub(in super::super) fn is_like(&self, other: &Self) -> bool {
        let of_states = |columns: &Self| columns.states == columns.key();
        self.to.is_some() == other.to.is_some() && of_states(self) == of_states(other)
    }

    /// The first of the columns of states and of operations, which are two: each row is of a name in it.
    pub(super) fn key(&self) -> usize {
        self.states.min(self.operations)
    }
}

/// What the columns of a table have, if it is a list; `Err` says why such a list is no chart.
pub(in super::super) fn columns(headers: &Headers<'_>) -> Result<Option<Columns>, ProblemKind> {
    let mut found = Finder {
        headers,
        contents: (0..headers.grid.width())
            .map(|column| Content::of(headers, column))
            .collect(),
        columns: Columns::default(),
        open: Vec::new(),
    };
    found.find()
}

struct Finder<'h, 'a> {
    headers: &'h Headers<'a>,
    contents: Vec<Content>,
    columns: Columns,
    /// The columns that have no part yet.
    open: Vec<usize>,
}

impl Finder<'_, '_> {
    fn kind(&self, column: usize) -> Kind {
        self.headers.kind(column)
    }

    fn content(&self, column: usize) -> Content {
        self.contents.get(column).copied().unwrap_or_default()
    }

    /// Takes the first open column for which `test` holds.
    fn take(&mut self, test: impl Fn(&Self, usize) -> bool) -> Option<usize> {
        let at = self.open.iter().position(|&column| test(self, column))?;
        Some(self.open.remove(at))
    }

    fn told(&mut self, role: Role) -> Option<usize> {
        self.take(|this, column| this.headers.role(column) == Some(role))
    }

    /// Whether a header is of states, even if it has a word for operations: `Request status`.
    fn names_states(&self, column: usize) -> bool {
        let kind = self.kind(column);
        kind.state && (!kind.operation || starts_with_state(self.headers.head(column)))
    }

    fn names_operations(&self, column: usize) -> bool {
        let kind = self.kind(column);
        kind.operation && (!kind.state || !starts_with_state(self.headers.head(column)))
    }

    fn find(&mut self) -> Result<Option<Columns>, ProblemKind> {
        let headers = self.headers;
        let corner = Corner::of(&headers.corner);
        let both = corner
            .rows
            .zip(corner.columns)
            .is_some_and(|(rows, columns)| {
                let known = |kind: Kind| kind.state || kind.operation || kind.from || kind.to;
                known(rows) && known(columns)
            });
        if headers.second.is_some() || headers.across.upper.is_some() || both {
            return Ok(None);
        }
        self.open = (0..headers.grid.width())
            .filter(|&column| headers.role(column) != Some(Role::Ignore))
            .collect();
        if self.open.len() < 2 {
            return Ok(None);
        }
        let told_from = self.told(Role::From).or_else(|| self.told(Role::State));
        let told_operation = self.told(Role::Operation);
        if told_operation.is_some_and(|column| self.content(column).is_marks()) {
            return Ok(None);
        }
        let told_to = self.told(Role::To);
        self.columns.failure = self.told(Role::Failure);
        while let Some(column) = self.told(Role::Condition) {
            self.columns.conditions.push(column);
        }
        let told = told_from.is_some() && told_operation.is_some();
        let operation = told_operation.or_else(|| self.find_operation());
        let to = told_to.or_else(|| self.find_to());
        let not = self.find_not();
        let from = told_from.or_else(|| self.find_from(to, operation.or(not)));
        let operation = operation.or_else(|| self.find_listed(from));
        let arrows = match (from, to, operation) {
            (None, None, Some(_)) => self.take(|this, column| arrows::are_in(this.headers, column)),
            _ => None,
        };
        let (from, to) = (from.or(arrows), to.or(arrows));
        let (Some(states), Some(operations)) = (from, operation) else {
            return self.unfinished(from, operation, to, not);
        };
        self.columns.states = states;
        self.columns.operations = operations;
        self.columns.to = to;
        self.set_not(not);
        self.find_rest();
        let sure = told || self.is_sure();
        // A column of marks beside a list says something that is not known here.
        let marked = self.open.iter().any(|&column| {
            let content = self.content(column);
            content.is_marks() && to.is_none() && !self.kind(column).property
        });
        // A role before what one may do tells the rows of one name apart: they are no list together.
        let apart = to.is_none()
            && self.content(self.columns.key()).repeats
            && self
                .open
                .iter()
                .any(|&column| column < states.max(operations) && self.kind(column).other);
        if !sure || marked || apart || self.names_heads() || are_messages(headers, states, to) {
            return Ok(None);
        }
        if let Some(second) = self.second_list() {
            let first = states.max(operations);
            let head = |column: usize| brief(headers.head(column));
            return Err(ProblemKind::TwoLists(head(first), head(second)));
        }
        let prose = |column: &usize| self.kind(*column).prose && !self.content(*column).is_marks();
        let (notes, rest) = self.open.iter().partition(|column| prose(column));
        (self.columns.notes, self.columns.rest) = (notes, rest);
        Ok(Some(std::mem::take(&mut self.columns)))
    }

    /// Whether a cell names the header of a column: then it leads there, and lists nothing.
    fn names_heads(&self) -> bool {
        let headers = self.headers;
        let heads: Vec<String> = (1..headers.grid.width())
            .map(|column| lowercase(headers.head(column)))
            .collect();
        let columns = [self.columns.states, self.columns.operations];
        columns.into_iter().any(|column| {
            headers.down.items.iter().any(|&row| {
                let label = lowercase(headers.grid.label(row, column));
                let target = behind_arrow(&label).unwrap_or(&label);
                let (name, _) = parted(target).unwrap_or((target, ""));
                !name.is_empty() && heads.iter().any(|head| head == name)
            })
        })
    }

    /// The states after, and those after a failure.
    fn find_to(&mut self) -> Option<usize> {
        let to = self.take(|this, column| {
            let kind = this.kind(column);
            // What looks at the whole table comes last.
            (kind.to || kind.success)
                && this.holds_names(column)
                && (kind.state
                    || !this.content(column).is_verdict()
                    || shares(this.headers, column))
        });
        if let (None, Some(to)) = (self.columns.failure, to) {
            self.columns.failure = self.take(|this, column| {
                let kind = this.kind(column);
                // `Success · Error`
                let other = this.kind(to).success && is_failed(this.headers.head(column));
                (kind.failure || other && !kind.prose) && this.holds_names(column)
            });
        }
        to
    }

    /// What is not allowed. Codes and messages may stand below `Error`; they are names in no other column.
    fn find_not(&mut self) -> Option<usize> {
        self.take(|this, column| {
            let kind = this.kind(column);
            let named = kind.state || kind.allowed || kind.operation;
            kind.forbidden
                && !kind.to
                && this.holds_names(column)
                && (named || shares(this.headers, column))
        })
    }

    /// The states before, or those in which something is allowed.
    fn find_from(&mut self, to: Option<usize>, operation: Option<usize>) -> Option<usize> {
        // `Start` alone is the name of an operation.
        let before = self.take(|this, column| {
            let kind = this.kind(column);
            kind.from && (to.is_some() || kind.state) && this.holds_names(column)
        });
        let states = before.or_else(|| {
            self.take(|this, column| {
                this.names_states(column) && !this.kind(column).to && this.holds_names(column)
            })
        });
        states.or_else(|| {
            // `Allowed in` beside operations.
            operation?;
            self.take(|this, column| {
                let kind = this.kind(column);
                kind.allowed && !kind.operation && this.holds_names(column)
            })
        })
    }

    /// The operations in a column called `You can` or `Permitted` beside states.
    fn find_listed(&mut self, from: Option<usize>) -> Option<usize> {
        from?;
        self.take(|this, column| {
            let kind = this.kind(column);
            // `Allowed roles`, `Who can edit`
            let last = this.headers.head(column).rsplit(' ').next().unwrap_or("");
            let others = kind.prose || Kind::of(last).other;
            kind.allowed && !kind.state && !others && this.holds_names(column)
        })
    }

    /// Why half of a list is no chart, if it is clear that it is half of one.
    fn unfinished(
        &self,
        from: Option<usize>,
        operation: Option<usize>,
        to: Option<usize>,
        not: Option<usize>,
    ) -> Result<Option<Columns>, ProblemKind> {
        if from.or(operation) != Some(0) {
            return Ok(None);
        }
        let head = |column: usize| brief(self.headers.head(column));
        let marks = self
            .open
            .iter()
            .any(|&column| self.content(column).is_marks());
        match (to, not) {
            (Some(to), _) if from.is_some() && self.kind(to).state && !marks => {
                Err(ProblemKind::NoOperationColumn(head(to)))
            }
            (_, Some(not)) if self.open.is_empty() => Err(ProblemKind::OnlyForbidden(head(not))),
            _ => Ok(None),
        }
    }

    /// Whether what is not allowed are states or operations.
    fn set_not(&mut self, not: Option<usize>) {
        let Some(column) = not else { return };
        let kind = self.kind(column);
        let by_operation = self.names_operations(self.columns.operations);
        if kind.is_operations() || !by_operation && !kind.state {
            self.columns.not_operations = Some(column);
        } else {
            self.columns.not_states = Some(column);
        }
    }

    /// Yes or no for the row, and its conditions.
    fn find_rest(&mut self) {
        self.columns.verdict = self.take(|this, column| {
            let (kind, content) = (this.kind(column), this.content(column));
            let result = kind.to && content.is_verdict();
            kind.allowed && content.is_marks() || result || content.is_codes()
        });
        if !self.content(self.columns.operations).is_paths() {
            self.columns.path = self.take(|this, column| this.content(column).is_paths());
        }
        while let Some(column) = self.take(|this, column| {
            let kind = this.kind(column);
            kind.condition && !kind.prose && !this.content(column).is_marks()
        }) {
            self.columns.conditions.push(column);
        }
    }

    /// A second column of what is allowed.
    fn second_list(&self) -> Option<usize> {
        let mut open = self.open.iter().copied();
        open.find(|&column| {
            let kind = self.kind(column);
            let lists = (kind.allowed || kind.operation) && !kind.prose && !kind.forbidden;
            self.columns.to.is_none()
                && lists
                && self.holds_names(column)
                && !self.content(column).is_prose()
        })
    }

    fn find_operation(&mut self) -> Option<usize> {
        let candidates: Vec<usize> = (self.open.iter().copied())
            .filter(|&column| {
                let kind = self.kind(column);
                self.names_operations(column)
                    && !words().has(Idea::Done, self.headers.head(column))
                    && !arrows::are_in(self.headers, column)
                    && !kind.to
                    && !kind.forbidden
                    && self.holds_names(column)
            })
            .collect();
        let event = candidates
            .iter()
            .copied()
            .find(|&column| self.kind(column).event);
        let column = match candidates.as_slice() {
            [] => return None,
            [only] => *only,
            [first, ..] => event.unwrap_or(*first),
        };
        self.take(|_, open| open == column)
    }

    fn holds_names(&self, column: usize) -> bool {
        let content = self.content(column);
        let kind = self.kind(column);
        let numbers = content.numbers * 2 > content.cells && !kind.state && !kind.event;
        // Below `Resulting state`, `Enabled` is a name; below `Idle state` it says yes.
        let ends = kind.from || kind.to;
        let listed = kind.is_states() && (kind.allowed || kind.forbidden || column == 0);
        let names = (ends || listed) && content.named_marks * 2 > content.cells;
        content.cells > 0 && (!content.is_marks() || names) && !numbers
    }

    /// Whether headers or cells show that the table lists what is allowed.
    fn is_sure(&self) -> bool {
        let Columns {
            states,
            operations,
            to,
            verdict,
            not_states,
            not_operations,
            ..
        } = self.columns;
        let (state, operation) = (self.content(states), self.content(operations));
        if operation.is_prose() || state.is_prose() {
            return false;
        }
        let by_header = |column: usize| {
            let kind = self.kind(column);
            kind.allowed && !kind.forbidden
        };
        let listed = by_header(states) || by_header(operations);
        let transition = to.is_some_and(|to| to != operations);
        if transition
            || verdict.is_some()
            || not_states.is_some()
            || not_operations.is_some()
            || listed
        {
            return true;
        }
        let kind = self.kind(states);
        if operations == self.columns.key() {
            // `Operation · State` may as well tell what comes of it.
            let plural = lowercase(self.headers.head(states));
            kind.from || kind.condition || plural.ends_with('s') && !plural.ends_with("status")
        } else {
            (operation.lists > 0 || operation.repeats) && !answers(self.headers, &self.open)
        }
    }
}
