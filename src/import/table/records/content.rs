//! What the cells of a column are, whatever its header says.

use super::super::axis::{is_persons, is_statelike};
use super::super::headers::Headers;
use super::super::index::TextSet;
use super::super::mark::{Mark, is_polar};
use super::super::names::{is_name, pieces};
use super::super::words::{Idea, words};
use crate::chart::lowercase;

/// What the cells of a column are.
#[derive(Clone, Copy, Default)]
pub(super) struct Content {
    pub(super) cells: usize,
    pub(super) marks: usize,
    /// Words for yes and no that may be names of states: `Enabled`.
    pub(super) named_marks: usize,
    pub(super) numbers: usize,
    /// Codes of answers that say yes: `200`.
    pub(super) good_codes: usize,
    /// Codes of answers that say no: `409`.
    pub(super) bad_codes: usize,
    /// Paths of requests: `/orders/{id}`.
    pub(super) paths: usize,
    /// Cells of several names, or of a word for all or none.
    pub(super) lists: usize,
    pub(super) sentences: usize,
    /// Whether a text stands twice.
    pub(super) repeats: bool,
}

impl Content {
    pub(super) fn of(headers: &Headers<'_>, column: usize) -> Self {
        let mut content = Self::default();
        let mut texts = TextSet::default();
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
                continue;
            };
            content.cells += 1;
            let said = headers.said(row, column);
            content.paths += usize::from(slot.text.starts_with('/'));
            let code =
                slot.text.split(' ').next().filter(|code| {
                    code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_digit())
                });
            content.good_codes += usize::from(code.is_some_and(|code| code.starts_with('2')));
            content.bad_codes += usize::from(code.is_some_and(|code| code.starts_with(['4', '5'])));
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
            let polar = matches!(said.mark, Mark::Yes | Mark::No);
            content.named_marks += usize::from(polar && is_statelike(label));
            let lower = lowercase(label);
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

    pub(super) const fn is_marks(self) -> bool {
        self.marks * 2 > self.cells
    }

    /// Whether yes or no may be what the column is for: `OK` and `Error` below `Result`.
    pub(super) const fn is_verdict(self) -> bool {
        self.marks > 0 && self.marks * 2 >= self.cells
    }

    /// Whether the cells are codes of answers, of which some say yes and some no.
    pub(super) const fn is_codes(self) -> bool {
        self.good_codes > 0 && self.bad_codes > 0 && self.good_codes + self.bad_codes == self.cells
    }

    pub(super) const fn is_paths(self) -> bool {
        self.paths > 0 && self.paths == self.cells
    }

    pub(super) const fn is_prose(self) -> bool {
        self.sentences * 2 > self.cells
    }
}

/// Whether one of these columns says yes or no somewhere, as that of an answer does: `OK`, `Error 3`.
pub(super) fn answers(headers: &Headers<'_>, columns: &[usize]) -> bool {
    let mut columns = columns.iter();
    columns.any(|&column| {
        let mut rows = headers.down.items.iter();
        !headers.kind(column).property && rows.any(|&row| is_polar(headers.grid.label(row, column)))
    })
}

/// Whether a name in a column stands in another as well.
pub(super) fn shares(headers: &Headers<'_>, column: usize) -> bool {
    let (mut own, mut others) = (TextSet::default(), TextSet::default());
    for &row in &headers.down.items {
        for at in 0..headers.grid.width() {
            let text = headers
                .grid
                .slot(row, at)
                .map_or("", |slot| &slot.cell.text);
            let names = if at == column { &mut own } else { &mut others };
            for piece in pieces(text) {
                names.insert(piece.text);
            }
        }
    }
    own.shared(&others) > 0
}

/// Whether messages go from one person or machine to another in these columns, and nothing from state to
/// state.
pub(super) fn are_messages(headers: &Headers<'_>, from: usize, to: Option<usize>) -> bool {
    let Some(to) = to.filter(|&to| !headers.kind(from).state && !headers.kind(to).state) else {
        return false;
    };
    let rows = headers.down.items.iter();
    let names =
        rows.flat_map(|&row| [from, to].map(|column| headers.grid.label(row, column).to_owned()));
    is_persons(&names.collect::<Vec<_>>())
}
