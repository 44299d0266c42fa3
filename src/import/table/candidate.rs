//! One of several tables, as far as it was read, and which side has its states.
//!
//! Whether it gets a part in the chart is not known here.

use super::axis::{self, Signs};
use super::facts::Facts;
use super::grid::Slot;
use super::headers::{Headers, whole};
use super::index::TextSet;
use super::mark::{self, Mark};
use super::part::{self, Part};
use super::problem::{Problem, ProblemKind, Problems};
use super::records::{self, Columns};
use super::view::View;
use super::{Axis, Cell, Options, Table, between, matrix};
use crate::chart::lowercase;
use std::cell::RefCell;

/// How a table says what it says.
pub(super) enum Shape {
    /// Marks or next states between the names of both sides.
    Matrix,
    /// A row is a fact.
    List(Columns),
    /// Operations between states; the side that has the states before.
    Between(Axis),
}

/// One table, as far as it was read.
pub(super) struct Candidate<'a> {
    table: &'a Table,
    options: &'a Options,
    /// What it was read into; `None` where there is a problem.
    pub(super) headers: Option<Headers<'a>>,
    /// Why its headers could not be read, until that is told.
    problem: RefCell<Option<Problem>>,
    pub(super) shape: Shape,
    pub(super) strong: Signs,
    /// The names of both sides of a matrix.
    names: axis::SideNames,
    axis: Result<Axis, bool>,
}

impl<'a> Candidate<'a> {
    pub(super) fn new(table: &'a Table, number: usize, options: &'a Options) -> Self {
        let mut shape = Shape::Matrix;
        let headers = Headers::new(table, number, options).and_then(|mut headers| {
            let place = whole(number);
            // An author who names the side of the states has a matrix.
            if options.states.is_some() {
                matrix::prepare(&mut headers, false)?;
                return Ok(headers);
            }
            if let Some(columns) =
                records::columns(&headers).map_err(|kind| Problem { place, kind })?
            {
                shape = Shape::List(columns);
                return Ok(headers);
            }
            let between = between::from(&headers);
            matrix::prepare(&mut headers, matches!(between, Ok(Some(_))))?;
            if let Some(axis) = between.map_err(|kind| Problem { place, kind })? {
                shape = Shape::Between(axis);
            }
            Ok(headers)
        });
        let (headers, problem) = match headers {
            Ok(headers) => (Some(headers), None),
            Err(problem) => (None, Some(problem)),
        };
        let (names, strong) = match (&headers, &shape) {
            (Some(headers), Shape::Matrix) => {
                let names = axis::both(headers);
                let strong = axis::strong(headers, &names);
                (names, strong)
            }
            _ => Default::default(),
        };
        Self {
            table,
            options,
            headers,
            problem: RefCell::new(problem),
            shape,
            strong,
            names,
            axis: strong.decide(),
        }
    }

    /// The table as a part of a chart, if it is a matrix.
    pub(super) fn part(&self) -> Result<Part, Vec<Problem>> {
        let Some(headers) = &self.headers else {
            return Err(self.problem.take().into_iter().collect());
        };
        match self.axis {
            Ok(axis) => part::read(&View { headers, axis }),
            Err(both) => {
                let kind = if both {
                    ProblemKind::TwoAxes
                } else {
                    ProblemKind::NoAxis
                };
                Err(vec![Problem {
                    place: whole(headers.number),
                    kind,
                }])
            }
        }
    }

    /// Adds what the table says to `facts`, if it is a list.
    pub(super) fn add(&self, facts: &mut Facts, problems: &mut Problems) {
        let Some(headers) = &self.headers else {
            return;
        };
        match &self.shape {
            Shape::Matrix => {}
            Shape::List(columns) => records::read(headers, columns, facts, problems),
            Shape::Between(axis) => between::read(headers, *axis, facts, problems),
        }
    }

    /// Whether the table is a list.
    pub(super) const fn is_list(&self) -> bool {
        self.headers.is_some() && !matches!(self.shape, Shape::Matrix)
    }

    /// Whether its shape or its headers tell what it says.
    pub(super) const fn is_sure(&self) -> bool {
        self.is_list() || self.strong.decide().is_ok()
    }

    /// Whether two lists may be read as one.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        match (&self.shape, &other.shape) {
            (Shape::List(one), Shape::List(two)) => one.is_like(two),
            _ => false,
        }
    }

    fn cells(&self) -> impl Iterator<Item = &Cell> {
        self.table.rows.iter().flatten()
    }

    /// Whether any cell has a mark that is one everywhere.
    pub(super) fn marked(&self) -> bool {
        self.cells().any(|cell| {
            let mark = mark::of(&Slot::new(cell), self.options).mark;
            matches!(mark, Mark::Yes | Mark::No | Mark::Cross)
        })
    }

    /// Whether any cell names one of these, in lower case.
    pub(super) fn names_any(&self, known: &TextSet) -> bool {
        self.cells().any(|cell| {
            let pieces = super::names::pieces(&cell.text);
            let mut names = pieces.iter().map(|piece| lowercase(&piece.text));
            names.any(|name| known.contains(&name))
        })
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
    let sides: Vec<[TextSet; 2]> = tries
        .iter()
        .map(|one| one.names.each_ref().map(|names| axis::all_lower(names)))
        .collect();
    for number in 0..tries.len() {
        let Some(one) = tries.get(number).filter(|one| one.axis == Err(false)) else {
            continue;
        };
        let mut signs = one
            .headers
            .as_ref()
            .map_or_else(Signs::default, |headers| axis::weak(headers, &one.names));
        let Some([rows, columns]) = sides.get(number) else {
            continue;
        };
        for ([other_rows, other_columns], other) in
            sides.iter().zip(tries.iter()).filter(|_| rows.len() > 0)
        {
            // A table whose side is known tells it of those that have the same states; two that
            // share the names of one side only share the states.
            let known = other.strong.decide().ok();
            let same = |one: &TextSet, other: &TextSet| {
                one.len() == other.len() && one.shared(other) == one.len()
            };
            let apart = |one: &TextSet, other: &TextSet| one.shared(other) == 0;
            if same(rows, other_rows)
                && (known == Some(Axis::Rows) || apart(columns, other_columns))
            {
                signs.see(Axis::Rows);
            }
            if same(columns, other_columns)
                && (known == Some(Axis::Columns) || apart(rows, other_rows))
            {
                signs.see(Axis::Columns);
            }
        }
        if let Some(one) = tries.get_mut(number) {
            one.axis = signs.decide();
        }
    }
}
