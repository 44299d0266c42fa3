//! A matrix seen from its states: state by state, operation by operation, whichever side has them.

use super::grid::Slot;
use super::headers::{Headers, Side};
use super::mark::Said;
use super::names::Piece;
use super::{Axis, Place};

/// A matrix, and which side has the states.
pub(super) struct View<'s, 'a> {
    pub(super) headers: &'s Headers<'a>,
    pub(super) axis: Axis,
}

impl<'s, 'a> View<'s, 'a> {
    const fn sides(&self) -> (&'s Side, &'s Side) {
        match self.axis {
            Axis::Rows => (&self.headers.down, &self.headers.across),
            Axis::Columns => (&self.headers.across, &self.headers.down),
        }
    }

    /// The lines that have states.
    pub(super) fn states(&self) -> &'s [usize] {
        &self.sides().0.items
    }

    /// The lines that have operations.
    pub(super) fn operations(&self) -> &'s [usize] {
        &self.sides().1.items
    }

    /// Row and column of the cell of `state` and `operation`.
    const fn at(&self, state: usize, operation: usize) -> (usize, usize) {
        match self.axis {
            Axis::Rows => (state, operation),
            Axis::Columns => (operation, state),
        }
    }

    pub(super) fn slot(&self, state: usize, operation: usize) -> Option<&'s Slot<'a>> {
        let (row, column) = self.at(state, operation);
        self.headers.grid.slot(row, column)
    }

    pub(super) fn said(&self, state: usize, operation: usize) -> Said {
        let (row, column) = self.at(state, operation);
        self.headers.said(row, column)
    }

    pub(super) fn place(&self, state: usize, operation: usize) -> Place {
        let (row, column) = self.at(state, operation);
        self.headers.grid.place(row, column)
    }

    /// The cell that names `state`, and its place.
    pub(super) fn state_name(&self, state: usize) -> (Option<&'s Slot<'a>>, Place) {
        let name = self.sides().0.name;
        (self.slot(state, name), self.place(state, name))
    }

    /// The pieces of the names of the states of a line.
    pub(super) fn state_pieces(&self, state: usize) -> Vec<Piece> {
        match self.axis {
            Axis::Rows => self.headers.row_pieces(state),
            Axis::Columns => self.headers.column_pieces(state),
        }
    }

    /// The cell that names `operation`, and its place.
    pub(super) fn operation_name(&self, operation: usize) -> (Option<&'s Slot<'a>>, Place) {
        let name = self.sides().1.name;
        (self.slot(name, operation), self.place(name, operation))
    }

    /// The number and the text of the cell above the name of `operation`; `None` where none is.
    pub(super) fn group(&self, operation: usize) -> Option<(u32, &'s str)> {
        let side = self.sides().1;
        let cell = |line: usize| {
            let (row, column) = self.at(line, operation);
            self.headers.grid.id(row, column)
        };
        let (row, column) = self.at(side.upper?, operation);
        let id = cell(side.upper?).filter(|_| cell(side.upper.unwrap_or(0)) != cell(side.name))?;
        Some((id, self.headers.grid.label(row, column)))
    }
}
