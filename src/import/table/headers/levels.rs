//! How many rows of headers a table has: those in its head, else those that look so.

use super::super::grid::Slot;
use super::super::mark::{self, Mark};
use super::super::problem::{Problem, ProblemKind, brief};
use super::Headers;

impl Headers<'_> {
    /// How many rows of headers there are.
    pub(super) fn levels(&self) -> Result<usize, Problem> {
        let height = self.grid.height();
        let head = (0..height)
            .take_while(|&row| self.grid.in_head(row))
            .count();
        if head > 0 {
            return Ok(head);
        }
        // The first row may have names that are words for yes, such as `Available`.
        let named = |row: usize| row == 0 && self.is_named(row);
        let bold = (0..height)
            .take_while(|&row| !self.grid.is_one_cell(row) && self.is_header(row) || named(row))
            .count();
        if bold > 0 && bold < height {
            return Ok(bold);
        }
        let marked = |&column: &usize| {
            let said = self.said(0, column);
            said.sign && !matches!(said.mark, Mark::Blank)
                || matches!(said.mark, Mark::Cross | Mark::Hollow | Mark::Number)
                || matches!(said.mark, Mark::Yes | Mark::No) && self.repeats(column)
        };
        match (1..self.grid.width()).find(marked) {
            Some(column) => {
                let kind = ProblemKind::NoHeader(brief(self.grid.label(0, column)));
                Err(Problem {
                    place: self.grid.place(0, column),
                    kind,
                })
            }
            None => Ok(1),
        }
    }

    /// Whether a cell of the first row stands above several columns.
    pub(super) fn spans_columns(&self) -> bool {
        let width = self.grid.width();
        width == 2
            || (1..width).any(|column| {
                self.grid.id(0, column).is_some()
                    && self.grid.id(0, column) == self.grid.id(0, column - 1)
            })
    }

    /// Whether the text of a column's first cell stands in the column again.
    fn repeats(&self, column: usize) -> bool {
        let first = self.grid.label(0, column);
        (1..self.grid.height()).any(|row| self.grid.label(row, column) == first)
    }

    /// Whether a row without a head around it looks like headers: bold, named, and without a mark.
    fn is_header(&self, row: usize) -> bool {
        let mut named = false;
        for column in 0..self.grid.width() {
            let Some(slot) = self.grid.slot(row, column).filter(|slot| !slot.is_blank()) else {
                continue;
            };
            let mark = self.said(row, column).mark;
            let bold = slot.cell.header || slot.cell.strong;
            let marks = matches!(
                mark,
                Mark::Yes | Mark::No | Mark::Cross | Mark::Hollow | Mark::Blank | Mark::Number
            );
            if !bold || column > 0 && marks {
                return false;
            }
            named |= column > 0;
        }
        named
    }

    /// Whether every cell of a row is a header cell, and none of them a sign.
    fn is_named(&self, row: usize) -> bool {
        (0..self.grid.width()).all(|column| {
            let header = |slot: &Slot<'_>| {
                (slot.cell.header || slot.cell.strong) && !mark::is_sign(slot.label())
            };
            self.grid.is_blank(row, column) || self.grid.slot(row, column).is_some_and(header)
        })
    }
}
