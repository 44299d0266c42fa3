//! A table as a reader sees it: every place filled, spans carried out, nothing blank kept.
//!
//! Spans may claim more rows and columns than there are: they end where the table (or its head)
//! ends, and a column in which no cell begins is not there. This room does not know what cells say.

use super::{Cell, Place, Table, text};
use crate::chart::MAX_CELLS;

/// The most that is spent on filling places; a table that a chart can hold stays far below.
const BUDGET: usize = 4 * MAX_CELLS;
/// The most columns that one cell may span, as in HTML.
const MAX_SPAN: u32 = 1_000;
const HOLE: u32 = u32::MAX;

/// One cell, with its text cleaned.
pub(super) struct Slot<'a> {
    pub(super) cell: &'a Cell,
    /// The text, without notes.
    pub(super) text: String,
    /// The notes.
    pub(super) note: String,
}

impl Slot<'_> {
    pub(super) fn new(cell: &Cell) -> Slot<'_> {
        let text = text::clean(&cell.text);
        let (rest, note) = text::without_notes(&text);
        let notes = text::clean(&cell.notes);
        let note = [note, &notes].concat();
        Slot {
            cell,
            text: rest.to_owned(),
            note,
        }
    }

    /// Whether nothing is to be seen in it.
    pub(super) fn is_blank(&self) -> bool {
        self.text.is_empty() && self.note.is_empty() && self.cell.images.is_empty()
    }

    /// Its text or, where it has none, that of its first image.
    pub(super) fn label(&self) -> &str {
        match self.cell.images.first() {
            Some(image) if self.text.is_empty() && image.alt.trim().is_empty() => image.file(),
            Some(image) if self.text.is_empty() => image.alt.trim(),
            _ => &self.text,
        }
    }
}

/// The places of a table.
pub(super) struct Grid<'a> {
    slots: Vec<Slot<'a>>,
    at: Vec<u32>,
    /// The author's number of each row, and whether it is in the table's head.
    rows: Vec<(usize, bool)>,
    /// The author's number of each column.
    columns: Vec<usize>,
    table: usize,
}

impl<'a> Grid<'a> {
    /// The grid of table number `table`; `None` if its spans claim more than can be.
    pub(super) fn new(table: &'a Table, number: usize) -> Option<Self> {
        let mut placing = Placing::new(table);
        for row in 0..table.rows.len() {
            placing.place(table, row)?;
        }
        Some(placing.grid(table, number))
    }

    pub(super) const fn height(&self) -> usize {
        self.rows.len()
    }

    pub(super) const fn width(&self) -> usize {
        self.columns.len()
    }

    /// Which cell is at a place; two places of one cell have the same number.
    pub(super) fn id(&self, row: usize, column: usize) -> Option<u32> {
        if column >= self.width() {
            return None;
        }
        let id = *self
            .at
            .get(row.checked_mul(self.width())?.checked_add(column)?)?;
        (id != HOLE).then_some(id)
    }

    pub(super) fn slot(&self, row: usize, column: usize) -> Option<&Slot<'a>> {
        self.slots.get(self.id(row, column)? as usize)
    }

    /// Every cell, in the order of their numbers.
    pub(super) fn slots(&self) -> &[Slot<'a>] {
        &self.slots
    }

    /// What is to be read at a place.
    pub(super) fn label(&self, row: usize, column: usize) -> &str {
        self.slot(row, column).map_or("", Slot::label)
    }

    /// Whether row `row` stands in the table's head.
    pub(super) fn in_head(&self, row: usize) -> bool {
        self.rows.get(row).is_some_and(|&(_, head)| head)
    }

    /// Whether one cell is all that row `row` says, and stands across more than the first column.
    pub(super) fn is_one_cell(&self, row: usize) -> bool {
        let first = self.id(row, 0);
        let rest = |column| self.id(row, column) == first || self.is_blank(row, column);
        first.is_some() && self.id(row, 1) == first && (2..self.width()).all(rest)
    }

    /// Whether what stands below the head of a column, in two rows at least, is what the first column
    /// has there.
    pub(super) fn repeats_first(&self, column: usize) -> bool {
        let mut filled = (1..self.height()).filter(|&row| !self.is_blank(row, column));
        let same = |row: usize| {
            self.label(row, 0) == self.label(row, column) && self.id(row, 0) != self.id(row, column)
        };
        filled.clone().count() > 1 && filled.all(same)
    }

    /// Whether row `row` has a cell in the first column, and no other.
    pub(super) fn is_short(&self, row: usize) -> bool {
        self.id(row, 0).is_some() && (1..self.width()).all(|column| self.id(row, column).is_none())
    }

    /// Leaves out all but these rows and columns.
    pub(super) fn keep(&mut self, rows: &[usize], columns: &[usize]) {
        let mut at = Vec::with_capacity(rows.len().saturating_mul(columns.len()));
        for &row in rows {
            let places = columns.iter().map(|&column| self.id(row, column));
            at.extend(places.map(|id| id.unwrap_or(HOLE)));
        }
        self.rows = rows
            .iter()
            .filter_map(|&row| self.rows.get(row).copied())
            .collect();
        self.columns = columns
            .iter()
            .filter_map(|&column| self.columns.get(column).copied())
            .collect();
        self.at = at;
    }

    /// The one cell that fills column `column` from top to bottom.
    pub(super) fn lone_column(&self, column: usize) -> Option<u32> {
        let first = self.id(0, column)?;
        let all = (1..self.height()).all(|row| self.id(row, column) == Some(first));
        (all && self.height() > 2).then_some(first)
    }

    /// Whether nothing is to be seen at a place.
    pub(super) fn is_blank(&self, row: usize, column: usize) -> bool {
        self.slot(row, column).is_none_or(Slot::is_blank)
    }

    /// The place, as the author counts.
    pub(super) fn place(&self, row: usize, column: usize) -> Place {
        Place {
            table: self.table,
            row: self.rows.get(row).map_or(0, |&(number, _)| number),
            column: self.columns.get(column).copied().unwrap_or(0),
        }
    }
}

struct Placing<'a> {
    slots: Vec<Slot<'a>>,
    lines: Vec<Vec<u32>>,
    /// Whether each row stands in the head, and where that ends.
    heads: Vec<(bool, usize)>,
    /// Whether a cell begins in each column.
    begun: Vec<bool>,
    left: usize,
}

impl<'a> Placing<'a> {
    fn new(table: &Table) -> Self {
        let height = table.rows.len();
        let section = |row: &Vec<Cell>| row.first().map(|cell| (cell.head, cell.section));
        let mut heads: Vec<(bool, usize)> = Vec::with_capacity(height);
        let (mut end, mut below) = (height, None);
        for (at, row) in table.rows.iter().enumerate().rev() {
            // A row without cells belongs to what is below it.
            let here = section(row).or(below);
            if below.is_some() && below != here {
                end = at + 1;
            }
            below = here;
            heads.push((here.is_some_and(|(head, _)| head), end));
        }
        heads.reverse();
        Self {
            slots: Vec::new(),
            lines: vec![Vec::new(); height],
            heads,
            begun: Vec::new(),
            left: BUDGET.saturating_sub(height),
        }
    }

    fn place(&mut self, table: &'a Table, row: usize) -> Option<()> {
        let mut column = 0_usize;
        let end = self.heads.get(row)?.1;
        for cell in table.rows.get(row)? {
            let line = self.lines.get(row)?;
            while line.get(column).is_some_and(|&id| id != HOLE) {
                column += 1;
            }
            let wide = cell.colspan.clamp(1, MAX_SPAN) as usize;
            let rest = end.saturating_sub(row).max(1);
            let tall = match cell.rowspan as usize {
                0 => rest,
                tall => tall.min(rest),
            };
            let id = u32::try_from(self.slots.len())
                .ok()
                .filter(|&id| id != HOLE)?;
            self.slots.push(Slot::new(cell));
            for line in self.lines.iter_mut().skip(row).take(tall) {
                let after = column.checked_add(wide)?;
                let cost = after.saturating_sub(line.len()) + wide;
                self.left = self.left.checked_sub(cost)?;
                line.resize(after.max(line.len()), HOLE);
                for place in line
                    .iter_mut()
                    .skip(column)
                    .take(wide)
                    .filter(|place| **place == HOLE)
                {
                    *place = id;
                }
            }
            if self.begun.len() <= column {
                self.begun.resize(column + 1, false);
            }
            if let Some(begun) = self.begun.get_mut(column) {
                *begun = true;
            }
            column = column.saturating_add(wide);
        }
        Some(())
    }

    fn grid(self, table: &Table, number: usize) -> Grid<'a> {
        let filled = |id: u32| {
            self.slots
                .get(id as usize)
                .is_some_and(|slot| !slot.is_blank())
        };
        let mut seen = vec![false; self.begun.len()];
        let mut rows = Vec::new();
        for (row, line) in self.lines.iter().enumerate() {
            let mut any = false;
            for (place, seen) in line.iter().zip(&mut seen) {
                let filled = filled(*place);
                any |= filled;
                *seen |= filled;
            }
            // A row in which no cell begins is only claimed by those above it.
            if any && table.rows.get(row).is_some_and(|cells| !cells.is_empty()) {
                rows.push(row);
            }
        }
        let begun = (0..self.begun.len()).filter(|&column| self.begun.get(column) == Some(&true));
        let columns: Vec<(usize, usize)> = (begun.enumerate())
            .filter(|&(_, column)| seen.get(column) == Some(&true))
            .map(|(number, column)| (number + 1, column))
            .collect();
        let mut at = Vec::with_capacity(rows.len().saturating_mul(columns.len()).min(BUDGET));
        for line in rows.iter().filter_map(|&row| self.lines.get(row)) {
            at.extend(
                columns
                    .iter()
                    .map(|&(_, column)| line.get(column).copied().unwrap_or(HOLE)),
            );
        }
        let head = |row: usize| self.heads.get(row).is_some_and(|&(head, _)| head);
        Grid {
            at,
            rows: rows.into_iter().map(|row| (row + 1, head(row))).collect(),
            columns: columns.into_iter().map(|(number, _)| number).collect(),
            table: number,
            slots: self.slots,
        }
    }
}
