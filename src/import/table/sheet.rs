//! A grid with its headers found: names along both sides, and the cells between.
//!
//! Which of the sides has the states is not known here.

use super::grid::{Grid, Slot};
use super::mark::{self, Mark};
use super::problem::{Problem, ProblemKind, brief};
use super::{Options, Place, Table};
use std::collections::BTreeSet;

/// One side of a table: the line of its names, that of the groups above them, and the lines that have a name.
pub(super) struct Side {
    pub(super) name: usize,
    pub(super) upper: Option<usize>,
    pub(super) items: Vec<usize>,
}

/// A table with its headers found.
pub(super) struct Sheet<'a> {
    pub(super) grid: Grid<'a>,
    pub(super) number: usize,
    /// The table's caption, else the text that stands across its top.
    pub(super) title: String,
    pub(super) corner: String,
    /// The names of the columns.
    pub(super) across: Side,
    /// The names of the rows.
    pub(super) down: Side,
    pub(super) warnings: Vec<Problem>,
    marks: Vec<(Mark, bool)>,
}

impl<'a> Sheet<'a> {
    /// The sheet of table number `number`.
    pub(super) fn new(table: &'a Table, number: usize, options: &Options) -> Result<Self, Problem> {
        let whole = Place {
            table: number,
            row: 0,
            column: 0,
        };
        let problem = |place, kind| Err(Problem { place, kind });
        let Some(grid) = Grid::new(table, number) else {
            return problem(whole, ProblemKind::TooLarge);
        };
        let (height, width) = (grid.height(), grid.width());
        let marks = (grid.slots().iter())
            .map(|slot| mark::of(slot, options))
            .collect();
        let side = || Side {
            name: 0,
            upper: None,
            items: Vec::new(),
        };
        let mut sheet = Self {
            number,
            title: super::text::name(&super::text::clean(&table.caption)),
            corner: String::new(),
            across: side(),
            down: side(),
            warnings: Vec::new(),
            marks,
            grid,
        };
        let start = (0..height)
            .find(|&row| !sheet.grid.is_one_cell(row))
            .unwrap_or(height);
        if height < start + 2 || width < 2 {
            return problem(whole, ProblemKind::TooSmall(height, width));
        }
        let levels = sheet.levels(start)?;
        let top = start + levels;
        if levels > 2 {
            return problem(sheet.grid.place(start, 0), ProblemKind::Levels(levels));
        }
        if height <= top {
            return problem(whole, ProblemKind::TooSmall(height, width));
        }
        let left = if sheet.has_groups_of_rows(top) { 2 } else { 1 };
        if levels == 2 && !sheet.spans_columns(start, left) {
            return problem(sheet.grid.place(start, left), ProblemKind::NoGroup);
        }
        if sheet.title.is_empty() && start > 0 {
            sheet.title = super::text::name(sheet.grid.label(start - 1, 0));
        }
        sheet.corner = sheet.corner_text(start, top, left);
        sheet.across = Side {
            name: top - 1,
            upper: (levels == 2).then_some(start),
            items: (left..width).collect(),
        };
        sheet.down = Side {
            name: left - 1,
            upper: (left == 2).then_some(0),
            items: sheet.body(top),
        };
        sheet.keep_named()?;
        sheet.check_names()?;
        Ok(sheet)
    }

    /// What the cell at a place says, and whether the author's own words told.
    pub(super) fn mark(&self, row: usize, column: usize) -> (Mark, bool) {
        let id = self.grid.id(row, column);
        id.and_then(|id| self.marks.get(id as usize))
            .copied()
            .unwrap_or((Mark::Blank, false))
    }

    /// The cells between the names, with their places.
    pub(super) fn cells(&self) -> impl Iterator<Item = (usize, usize)> + '_ {
        (self.down.items.iter())
            .flat_map(|&row| self.across.items.iter().map(move |&column| (row, column)))
    }

    pub(super) fn column_name(&self, column: usize) -> Option<&Slot<'a>> {
        self.grid.slot(self.across.name, column)
    }

    pub(super) fn row_name(&self, row: usize) -> Option<&Slot<'a>> {
        self.grid.slot(row, self.down.name)
    }

    /// How many rows of headers begin at row `start`.
    fn levels(&self, start: usize) -> Result<usize, Problem> {
        let height = self.grid.height();
        let head = (start..height)
            .take_while(|&row| self.grid.in_head(row))
            .count();
        if head > 0 {
            return Ok(head);
        }
        // The first row may have names that are words for yes, such as `Available`.
        let named = |row: usize| row == start && self.is_named(row);
        let bold = (start..height)
            .take_while(|&row| self.is_header(row) || named(row))
            .count();
        if bold > 0 {
            return Ok(bold);
        }
        let marked = |&column: &usize| {
            matches!(
                self.mark(start, column).0,
                Mark::Yes | Mark::No | Mark::Cross | Mark::Hollow | Mark::Number
            )
        };
        match (1..self.grid.width()).find(marked) {
            Some(column) => {
                let kind = ProblemKind::NoHeader(brief(self.grid.label(start, column)));
                Err(Problem {
                    place: self.grid.place(start, column),
                    kind,
                })
            }
            None => Ok(1),
        }
    }

    /// Whether a row without a head around it looks like headers: bold, named, and without a mark.
    fn is_header(&self, row: usize) -> bool {
        let mut named = false;
        for column in 0..self.grid.width() {
            let Some(slot) = self.grid.slot(row, column).filter(|slot| !slot.is_blank()) else {
                continue;
            };
            let mark = self.mark(row, column).0;
            let bold = slot.cell.header || slot.cell.strong;
            if !bold
                || column > 0
                    && matches!(
                        mark,
                        Mark::Yes
                            | Mark::No
                            | Mark::Cross
                            | Mark::Hollow
                            | Mark::Blank
                            | Mark::Number
                    )
            {
                return false;
            }
            named |= column > 0;
        }
        named
    }

    /// Whether every cell of a row is a header cell, and none of them a sign.
    fn is_named(&self, row: usize) -> bool {
        (0..self.grid.width()).all(|column| {
            let header = |slot: &Slot<'_>| slot.cell.header && !mark::is_sign(slot.label());
            self.grid.is_blank(row, column) || self.grid.slot(row, column).is_some_and(header)
        })
    }

    /// Whether the first column groups the rows that the second one names.
    fn has_groups_of_rows(&self, top: usize) -> bool {
        let grid = &self.grid;
        let spans = (top + 1..grid.height())
            .any(|row| grid.id(row, 0).is_some() && grid.id(row, 0) == grid.id(row - 1, 0));
        if !spans || grid.width() < 3 {
            return false;
        }
        let mut names = BTreeSet::new();
        let mut rows = (top..grid.height()).filter(|&row| !grid.is_one_cell(row));
        rows.all(|row| {
            let name = grid.label(row, 1);
            self.mark(row, 1).0 == Mark::Word
                && grid.id(row, 0) != grid.id(row, 1)
                && names.insert(name)
                || grid.id(row, 0).is_some() && grid.id(row, 0) == grid.id(row, 1)
        })
    }

    fn spans_columns(&self, row: usize, left: usize) -> bool {
        let width = self.grid.width();
        width == left + 1
            || (left + 1..width).any(|column| {
                self.grid.id(row, column).is_some()
                    && self.grid.id(row, column) == self.grid.id(row, column - 1)
            })
    }

    fn corner_text(&self, start: usize, top: usize, left: usize) -> String {
        let mut ids = BTreeSet::new();
        let mut text = String::new();
        for row in start..top {
            for column in 0..left {
                let new = self.grid.id(row, column).is_some_and(|id| ids.insert(id));
                if new && !self.grid.label(row, column).is_empty() {
                    if !text.is_empty() {
                        text.push('\n');
                    }
                    text.push_str(self.grid.label(row, column));
                }
            }
        }
        text
    }

    /// The rows of cells: not those that repeat the headers, nor texts across all columns.
    fn body(&mut self, top: usize) -> Vec<usize> {
        let mut body = Vec::new();
        for row in top..self.grid.height() {
            let repeats = (0..self.grid.width())
                .all(|column| self.grid.label(row, column) == self.grid.label(top - 1, column));
            if repeats {
                continue;
            }
            if self.grid.is_one_cell(row) {
                let kind = ProblemKind::Across(brief(self.grid.label(row, 0)));
                self.warnings.push(Problem {
                    place: self.grid.place(row, 0),
                    kind,
                });
            } else {
                body.push(row);
            }
        }
        body
    }

    /// Takes out lines in which nothing is said, and finds those that say something without a name.
    fn keep_named(&mut self) -> Result<(), Problem> {
        let blank = |row, column| self.grid.is_blank(row, column);
        // What a cell of the line before says across this one needs no name here.
        let says = |row: usize, column: usize, before: Option<(usize, usize)>| {
            let begins = before.is_none_or(|(row_before, column_before)| {
                self.grid.id(row_before, column_before) != self.grid.id(row, column)
            });
            begins && !blank(row, column)
        };
        let no_name = |row, column| {
            let place = self.grid.place(row, column);
            Err(Problem {
                place,
                kind: ProblemKind::NoName,
            })
        };
        let (rows, columns) = (&self.down.items, &self.across.items);
        let mut kept = (Vec::new(), Vec::new());
        if let Some(&row) = rows.iter().find(|&&row| self.grid.is_short(row)) {
            let kind = ProblemKind::Short(brief(self.grid.label(row, 0)), self.grid.width());
            return Err(Problem {
                place: self.grid.place(row, 0),
                kind,
            });
        }
        for &row in rows {
            let above = |column| row.checked_sub(1).map(|above| (above, column));
            if !blank(row, self.down.name) {
                kept.0.push(row);
            } else if columns
                .iter()
                .any(|&column| says(row, column, above(column)))
            {
                return no_name(row, self.down.name);
            }
        }
        for &column in columns {
            let before = |row| column.checked_sub(1).map(|before| (row, before));
            if !blank(self.across.name, column) {
                kept.1.push(column);
            } else if rows.iter().any(|&row| says(row, column, before(row))) {
                return no_name(self.across.name, column);
            }
        }
        if kept.0.is_empty() || kept.1.is_empty() {
            let kind = ProblemKind::TooSmall(self.grid.height(), self.grid.width());
            return Err(Problem {
                place: Place {
                    table: self.number,
                    row: 0,
                    column: 0,
                },
                kind,
            });
        }
        (self.down.items, self.across.items) = kept;
        Ok(())
    }

    /// Marks and mere numbers are no names.
    fn check_names(&self) -> Result<(), Problem> {
        let rows = (self.down.items.iter()).map(|&row| (row, self.down.name));
        let columns = (self.across.items.iter()).map(|&column| (self.across.name, column));
        let sides: [Vec<(usize, usize)>; 2] = [rows.collect(), columns.collect()];
        for side in sides {
            let name = |&(row, column): &(usize, usize)| self.grid.label(row, column);
            let problem = |&(row, column): &(usize, usize), kind| {
                Err(Problem {
                    place: self.grid.place(row, column),
                    kind,
                })
            };
            if let Some(at) = side.iter().find(|at| mark::is_sign(name(at))) {
                return problem(at, ProblemKind::MarkForName(brief(name(at))));
            }
            let marks = |&(row, column): &(usize, usize)| {
                !matches!(
                    self.mark(row, column).0,
                    Mark::Word | Mark::Maybe(_) | Mark::Number
                )
            };
            if let Some(at) = side.first().filter(|_| side.iter().all(marks)) {
                return problem(at, ProblemKind::MarkForName(brief(name(at))));
            }
            if let Some(at) = side
                .first()
                .filter(|_| side.iter().all(|at| mark::is_number(name(at))))
            {
                return problem(at, ProblemKind::NumberForName(brief(name(at))));
            }
        }
        Ok(())
    }
}
