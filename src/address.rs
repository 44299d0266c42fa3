//! Where a session is, as the value of a key in the fragment of a page's address.
//!
//! A value is a [`scenario`], and after `?` the cell that was asked about and the goal that was
//! looked for. What says nothing is left out.
//!
//! | written | is |
//! |---|---|
//! | `StopFailed` | a state |
//! | `Active; Stop!; Restart` | a scenario |
//! | `StopFailed/Restart` | a cell, asked about before any step |
//! | `Active; Stop! ? StopFailed/Restart` | a cell, asked about after a scenario |
//! | `Active ? Stopped` | the ways from Active to Stopped; `?-` to where there is no service |
//! | `Active ? /Resume` | the ways to where the operation is allowed |
//!
//! [`fragment`] has the value stand beside those of others. This room knows no browser.

pub mod fragment;
mod pack;

use crate::chart::{Chart, OperationId, StateId};
use crate::path::Goal;
use crate::path::scenario::{self, Problem, Reader};
use crate::service::History;
use std::rc::Rc;

/// The longest scenario that is written, in bytes. Of a longer one only the state at its end is: not
/// every program takes longer addresses.
pub const LONGEST: usize = 8_000;

/// What stands before what was asked.
const ASKED: &str = " ? ";

/// What an address says of a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// The steps, taken and undone.
    pub history: History,
    /// The cell that the reader asked about.
    pub cell: Option<(StateId, OperationId)>,
    /// Where the reader wants to get.
    pub goal: Option<Goal>,
}

impl Address {
    /// What no value says: a session that has just begun in `start`.
    #[must_use]
    pub const fn new(chart: Rc<Chart>, start: Option<StateId>) -> Self {
        Self {
            history: History::new(chart, start),
            cell: None,
            goal: None,
        }
    }
}

/// The value of a session; empty for one that began in `start` and in which nothing was done. [`read`]
/// with the same `start` makes the same session of it.
#[must_use]
pub fn write(
    history: &History,
    cell: Option<(StateId, OperationId)>,
    goal: Option<Goal>,
    start: Option<StateId>,
) -> String {
    let service = history.service();
    let chart = service.chart();
    let fresh = service.start() == start && history.steps().next().is_none();
    let mut text = String::new();
    if !fresh || goal.is_some() {
        text = of_history(history);
    }
    if let Some((state, operation)) = cell {
        if !text.is_empty() {
            text += ASKED;
        }
        text += &of_cell(chart, state, operation);
    }
    if let Some(goal) = goal {
        push(&mut text, chart, goal);
    }
    text
}

/// The value of a history and nothing else.
#[must_use]
#[inline(never)]
pub fn of_history(history: &History) -> String {
    let text = scenario::write(history);
    if text.len() > LONGEST {
        let service = history.service();
        return of_position(service.chart(), service.state());
    }
    text
}

/// The value of a cell that is asked about before any step.
#[must_use]
#[inline(never)]
pub fn of_cell(chart: &Chart, state: StateId, operation: OperationId) -> String {
    let mut text = of_position(chart, Some(state));
    allowed(&mut text, chart, operation);
    text
}

/// The value of the ways from a position to a goal.
#[must_use]
#[inline(never)]
pub fn of_way(chart: &Chart, from: Option<StateId>, goal: Goal) -> String {
    let mut text = of_position(chart, from);
    push(&mut text, chart, goal);
    text
}

fn of_position(chart: &Chart, position: Option<StateId>) -> String {
    let mut text = String::new();
    scenario::position(&mut text, chart, position);
    text
}

fn push(text: &mut String, chart: &Chart, goal: Goal) {
    *text += ASKED;
    match goal {
        Goal::At(position) => scenario::position(text, chart, position),
        Goal::Allowed(operation) => allowed(text, chart, operation),
    }
}

fn allowed(text: &mut String, chart: &Chart, operation: OperationId) {
    text.push('/');
    scenario::name(text, chart.operation_name(operation));
}

/// The session that the value `text` says; it began in `start` unless the value names where.
///
/// # Errors
///
/// The first problem: a sign that does not belong, an unknown name, or a step that is refused.
pub fn read(chart: &Rc<Chart>, start: Option<StateId>, text: &str) -> Result<Address, Problem> {
    let mut reader = Reader::new(chart, text);
    let mut address = Address::new(Rc::clone(chart), start);
    let first = reader.position()?;
    match first {
        Some(state) if reader.takes('/') => address.cell = Some((state, reader.operation()?)),
        _ => address.history = reader.steps(first)?,
    }
    while address.goal.is_none() && reader.takes('?') {
        if reader.takes('/') {
            address.goal = Some(Goal::Allowed(reader.operation()?));
            continue;
        }
        match reader.position()? {
            Some(state) if address.cell.is_none() && reader.takes('/') => {
                address.cell = Some((state, reader.operation()?));
            }
            position => address.goal = Some(Goal::At(position)),
        }
    }
    reader.end()?;
    Ok(address)
}
