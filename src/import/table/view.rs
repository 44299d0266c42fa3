//! A sheet seen from its states: state by state, operation by operation, whichever side has them.

use super::grid::Slot;
use super::mark::Mark;
use super::sheet::{Sheet, Side};
use super::{Axis, Place};

/// A sheet, and which side has the states.
pub(super) struct View<'s, 'a> {
    pub(super) sheet: &'s Sheet<'a>,
    pub(super) axis: Axis,
}

impl<'s, 'a> View<'s, 'a> {
    const fn sides(&self) -> (&'s Side, &'s Side) {
        match self.axis {
            Axis::Rows => (&self.sheet.down, &self.sheet.across),
            Axis::Columns => (&self.sheet.across, &self.sheet.down),
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
        self.sheet.grid.slot(row, column)
    }

    pub(super) fn mark(&self, state: usize, operation: usize) -> (Mark, bool) {
        let (row, column) = self.at(state, operation);
        self.sheet.mark(row, column)
    }

    pub(super) fn place(&self, state: usize, operation: usize) -> Place {
        let (row, column) = self.at(state, operation);
        self.sheet.grid.place(row, column)
    }

    /// The cell that names `state`, and its place.
    pub(super) fn state_name(&self, state: usize) -> (Option<&'s Slot<'a>>, Place) {
        let name = self.sides().0.name;
        (self.slot(state, name), self.place(state, name))
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
            self.sheet.grid.id(row, column)
        };
        let (row, column) = self.at(side.upper?, operation);
        let id = cell(side.upper?).filter(|_| cell(side.upper.unwrap_or(0)) != cell(side.name))?;
        Some((id, self.sheet.grid.label(row, column)))
    }
}
