//! What each column of a list has: found by its header and its cells, or said by its author.

use super::super::headers::Headers;
use super::super::mark::Mark;
use super::super::names::is_name;
use super::super::names::pieces;
use super::super::problem::{ProblemKind, brief};
use super::super::role::{Kind, Role};
use super::super::words::{Idea, words};
use super::arrows;

/// What each column of a list has.
#[derive(Debug, Default)]
pub(in super::super) struct Columns {
    pub(super) states: usize,
    pub(super) operations: usize,
    pub(super) to: Option<usize>,
    pub(super) failure: Option<usize>,
    /// Yes or no for the row.
    pub(super) verdict: Option<usize>,
    pub(super) conditions: Vec<usize>,
    /// States or operations for which the row does not hold.
    pub(super) not_states: Option<usize>,
    pub(super) not_operations: Option<usize>,
    pub(super) notes: Vec<usize>,
    pub(super) rest: Vec<usize>,
}

impl Columns {
    /// Whether tables with these columns may be read as one list.
    pub(in super::super) const fn is_like(&self, other: &Self) -> bool {
        self.to.is_some() == other.to.is_some()
            && (self.states < self.operations) == (other.states < other.operations)
    }
}

/// What the cells of a column are.
#[derive(Clone, Copy, Default)]
struct Content {
    cells: usize,
    blanks: usize,
    marks: usize,
    numbers: usize,
    /// Cells of several names, or of a word for all or none.
    lists: usize,
    sentences: usize,
    /// Whether a text stands twice.
    repeats: bool,
}

impl Content {
    fn of(headers: &Headers<'_>, column: usize) -> Self {
        let mut content = Self::default();
        let mut texts = std::collections::BTreeSet::new();
        let mut last = None;
        for &row in &headers.down.items {
            let id = headers.grid.id(row, column);
            if id.is_some() && id == last {
                continue;
            }
            last = id;
            let Some(slot) = headers
                .grid
                .slot(row, column)
                .filter(|slot| !slot.is_blank())
            else {
                content.blanks += 1;
                continue;
            };
            content.cells += 1;
            let said = headers.said(row, column);
            match said.mark {
                Mark::Yes | Mark::No | Mark::Cross | Mark::Hollow | Mark::Picture => {
                    content.marks += 1
                }
                Mark::Condition if said.sign => content.marks += 1,
                Mark::Number => content.numbers += 1,
                _ => {}
            }
            if said.sign {
                continue;
            }
            let label = slot.label();
            let lower = label.to_lowercase();
            let pieces = pieces(&slot.cell.text);
            let all = words().leading(Idea::All, &lower).is_some() || said.mark == Mark::Blank;
            content.lists += usize::from(pieces.len() > 1 || all);
            let sentence = label.ends_with(['.', '。']) && label.contains(' ')
                || pieces.len() < 3 && !pieces.iter().all(|piece| is_name(&piece.text));
            content.sentences += usize::from(sentence);
            for piece in pieces {
                content.repeats |= !texts.insert(piece.text);
            }
        }
        content
    }

    const fn is_marks(self) -> bool {
        self.marks * 2 > self.cells
    }

    const fn is_prose(self) -> bool {
        self.sentences * 2 > self.cells
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

    /// Whether a header names what comes first in it: `States that allow the operation`.
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
        if headers.second.is_some() || headers.across.upper.is_some() {
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
        let told_to = self.told(Role::To);
        self.columns.failure = self.told(Role::Failure);
        while let Some(column) = self.told(Role::Condition) {
            self.columns.conditions.push(column);
        }
        if told_operation.is_some_and(|column| self.content(column).is_marks()) {
            return Ok(None);
        }
        let told = told_from.is_some() && told_operation.is_some();
        let operation = told_operation.or_else(|| self.find_operation());
        let to = told_to.or_else(|| {
            self.take(|this, column| {
                let kind = this.kind(column);
                (kind.to || kind.success) && this.holds_names(column)
            })
        });
        if self.columns.failure.is_none() && to.is_some() {
            self.columns.failure =
                self.take(|this, column| this.kind(column).failure && this.holds_names(column));
        }
        let forbidden = |this: &Self, column: usize| {
            let kind = this.kind(column);
            kind.forbidden
                && !kind.to
                && (kind.state
                    || kind.allowed
                    || kind.operation
                    || !this.content(column).is_prose())
        };
        let not = self.take(|this, column| forbidden(this, column) && this.holds_names(column));
        let head = |column: usize| brief(headers.head(column));
        let from = told_from
            .or_else(|| {
                // `Start` alone is the name of an operation.
                let follows = to.is_some();
                self.take(|this, column| {
                    let kind = this.kind(column);
                    kind.from && (follows || kind.state) && this.holds_names(column)
                })
            })
            .or_else(|| {
                self.take(|this, column| {
                    let kind = this.kind(column);
                    this.names_states(column) && !kind.to && this.holds_names(column)
                })
            })
            .or_else(|| {
                // `Allowed in` beside operations.
                operation.or(not)?;
                self.take(|this, column| {
                    let kind = this.kind(column);
                    kind.allowed && !kind.operation && this.holds_names(column)
                })
            });
        let operation = operation.or_else(|| {
            // `You can` and `Permitted` beside states.
            from?;
            self.take(|this, column| {
                let kind = this.kind(column);
                kind.allowed && !kind.state && this.holds_names(column)
            })
        });
        let arrows = match (from, to, operation) {
            (None, None, Some(_)) => self.take(|this, column| arrows::are_in(this.headers, column)),
            _ => None,
        };
        let (from, to) = (from.or(arrows), to.or(arrows));
        let (Some(states), Some(operations)) = (from, operation) else {
            let key = from.or(operation).is_some_and(|key| key == 0);
            return match (to, not) {
                (Some(to), _)
                    if key
                        && from.is_some()
                        && self.kind(to).state
                        && self
                            .open
                            .iter()
                            .all(|&column| !self.content(column).is_marks()) =>
                {
                    Err(ProblemKind::NoOperationColumn(head(to)))
                }
                (_, Some(not)) if key && self.open.is_empty() => {
                    Err(ProblemKind::OnlyForbidden(head(not)))
                }
                _ => Ok(None),
            };
        };
        (
            self.columns.states,
            self.columns.operations,
            self.columns.to,
        ) = (states, operations, to);
        if let Some(column) = not {
            let operations = self.kind(column).operation && !self.kind(column).state;
            let key = self.names_operations(operations_of(&self.columns));
            if operations || !key && !self.kind(column).state {
                self.columns.not_operations = Some(column);
            } else {
                self.columns.not_states = Some(column);
            }
        }
        self.columns.verdict = self.take(|this, column| {
            let content = this.content(column);
            this.kind(column).allowed && content.is_marks()
        });
        while let Some(column) = self.take(|this, column| {
            let kind = this.kind(column);
            kind.condition && !kind.prose && !this.content(column).is_marks()
        }) {
            self.columns.conditions.push(column);
        }
        let sure = told || self.is_sure();
        // A column of marks beside a list says something that is not known here.
        let marked = self.open.iter().any(|&column| {
            let content = self.content(column);
            content.is_marks() && content.cells > 0 && to.is_none()
        });
        if !sure || marked {
            return Ok(None);
        }
        let second = self.open.iter().copied().find(|&column| {
            let kind = self.kind(column);
            let lists = (kind.allowed || kind.operation) && !kind.prose && !kind.forbidden;
            to.is_none() && lists && self.holds_names(column) && !self.content(column).is_prose()
        });
        if let Some(second) = second {
            return Err(ProblemKind::TwoLists(
                head(if states < operations {
                    operations
                } else {
                    states
                }),
                head(second),
            ));
        }
        let prose = |column: &usize| self.kind(*column).prose && !self.content(*column).is_marks();
        let (notes, rest) = self.open.iter().partition(|column| prose(column));
        (self.columns.notes, self.columns.rest) = (notes, rest);
        Ok(Some(std::mem::take(&mut self.columns)))
    }

    fn find_operation(&mut self) -> Option<usize> {
        let candidates: Vec<usize> = (self.open.iter().copied())
            .filter(|&column| {
                let kind = self.kind(column);
                self.names_operations(column)
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
        content.cells > 0 && !content.is_marks() && !numbers
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
        if operations < states {
            // `Operation · State` may as well tell what comes of it.
            let plural = self.headers.head(states).to_lowercase();
            kind.from || kind.condition || plural.ends_with('s') && !plural.ends_with("status")
        } else {
            operation.lists > 0 || operation.repeats
        }
    }
}

const fn operations_of(columns: &Columns) -> usize {
    columns.operations
}

/// Whether a word for states stands before one for operations.
fn starts_with_state(head: &str) -> bool {
    let kinds = head.split_whitespace().map(Kind::of);
    let mut kinds = kinds.filter(|kind| kind.state || kind.operation);
    kinds.next().is_some_and(|kind| kind.state)
}
