//! One of several tables, as far as it was read, and which side has its states.
//!
//! Whether it gets a part in the chart is not known here.

use super::axis::{self, Signs};
use super::grid::Slot;
use super::mark::{self, Mark};
use super::part::{self, Part};
use super::problem::{Place, Problem, ProblemKind};
use super::sheet::Sheet;
use super::view::View;
use super::{Axis, Cell, Options, Table, text};
use std::collections::BTreeSet;

/// One table, as far as it was read.
pub(super) struct Candidate<'a> {
    table: &'a Table,
    options: &'a Options,
    pub(super) sheet: Result<Sheet<'a>, Problem>,
    pub(super) strong: Signs,
    axis: Result<Axis, bool>,
}

impl<'a> Candidate<'a> {
    pub(super) fn new(table: &'a Table, number: usize, options: &'a Options) -> Self {
        let sheet = Sheet::new(table, number, options);
        let strong = sheet
            .as_ref()
            .map_or_else(|_| Signs::default(), axis::strong);
        Self {
            table,
            options,
            sheet,
            strong,
            axis: strong.decide(),
        }
    }

    pub(super) fn part(&self) -> Result<Part, Vec<Problem>> {
        let sheet = self
            .sheet
            .as_ref()
            .map_err(|problem| vec![problem.clone()])?;
        let rows = self.names(Axis::Rows);
        if rows.len() > 1 && rows == self.names(Axis::Columns) {
            let place = Place {
                table: sheet.number,
                row: 0,
                column: 0,
            };
            return Err(vec![Problem {
                place,
                kind: ProblemKind::SameNames,
            }]);
        }
        match self.axis {
            Ok(axis) => part::read(&View { sheet, axis }),
            Err(both) => {
                let kind = if both {
                    ProblemKind::TwoAxes
                } else {
                    ProblemKind::NoAxis
                };
                let mut place = sheet.grid.place(0, 0);
                (place.row, place.column) = (0, 0);
                Err(vec![Problem { place, kind }])
            }
        }
    }

    fn cells(&self) -> impl Iterator<Item = &Cell> {
        self.table.rows.iter().flatten()
    }

    /// Whether any cell has a mark that is one everywhere.
    pub(super) fn marked(&self) -> bool {
        self.cells().any(|cell| {
            let (mark, _) = mark::of(&Slot::new(cell), self.options);
            matches!(mark, Mark::Yes | Mark::No | Mark::Cross)
        })
    }

    /// Whether any cell names one of these, in lower case.
    pub(super) fn names_any(&self, known: &BTreeSet<String>) -> bool {
        let names = |cell: &Cell| text::names(&text::clean(&cell.text));
        self.cells().any(|cell| {
            names(cell)
                .iter()
                .any(|name| known.contains(&name.to_lowercase()))
        })
    }

    fn names(&self, side: Axis) -> BTreeSet<String> {
        self.sheet.as_ref().map_or_else(
            |_| BTreeSet::new(),
            |sheet| axis::lower(axis::names(sheet, side)),
        )
    }
}

/// Finds out which side has the states, for tables whose author did not write it.
pub(super) fn settle(tries: &mut [Candidate<'_>], told: Option<Axis>) {
    if let Some(axis) = told {
        for one in tries {
            one.axis = Ok(axis);
        }
        return;
    }
    let sides: Vec<[BTreeSet<String>; 2]> = tries
        .iter()
        .map(|one| [one.names(Axis::Rows), one.names(Axis::Columns)])
        .collect();
    for number in 0..tries.len() {
        let Some(one) = tries.get(number).filter(|one| one.axis == Err(false)) else {
            continue;
        };
        let mut signs = one
            .sheet
            .as_ref()
            .map_or_else(|_| Signs::default(), axis::weak);
        let Some([rows, columns]) = sides.get(number) else {
            continue;
        };
        for ([other_rows, other_columns], other) in
            sides.iter().zip(tries.iter()).filter(|_| !rows.is_empty())
        {
            // A table whose side is known tells it of those that have the same states; two that
            // share the names of one side only share the states.
            let known = other.strong.decide().ok();
            let apart = columns.is_disjoint(other_columns);
            if rows == other_rows && (apart || known == Some(Axis::Rows)) {
                signs.see(Axis::Rows);
            }
            let apart = rows.is_disjoint(other_rows);
            if columns == other_columns && (apart || known == Some(Axis::Columns)) {
                signs.see(Axis::Columns);
            }
        }
        if let Some(one) = tries.get_mut(number) {
            one.axis = signs.decide();
        }
    }
}
