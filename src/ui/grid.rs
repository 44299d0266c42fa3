//! One table of the chart as a grid: a tab stop, arrow keys, and cells that answer.

mod keys;
mod tables;

pub(super) use keys::Place;
pub(super) use tables::{Marks, Tables};

use super::{Action, Selection, Session, view};
use crate::chart::Chart;
use tables::child;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlTableCellElement, HtmlTableRowElement, KeyboardEvent};

/// What a click on `target` means, if it is in the body of a table.
///
/// Rows and cells are found by their place in the table, so none needs a listener of its own.
pub(super) fn click(session: &Session, target: &Element) -> Option<Action> {
    let chart = session.chart();
    let cell = target.closest("td,th").ok()??;
    let states = chart.states_of(chart.row_at(place(&cell)?.row)?);
    if let Some(name) = cell.get_attribute("data-operation") {
        let operation = chart.operation_named(&name)?;
        let current = session.service().state();
        let current = current.filter(|state| states.contains(state));
        let state = current.or_else(|| states.first().copied())?;
        return Some(Action::Select(Some(Selection { state, operation })));
    }
    let state = match target.closest("button").ok()? {
        Some(button) => chart.state_named(&button.get_attribute("data-state")?)?,
        None => *states.first()?,
    };
    Some(Action::Set(Some(state)))
}

/// Moves the focus to where a key leads, if it leads anywhere.
pub(super) fn press(chart: &Chart, event: &KeyboardEvent, target: &Element) -> Option<()> {
    if event.alt_key() || event.meta_key() || event.shift_key() {
        return None;
    }
    let at = place(target)?;
    let row = target.closest("tr").ok()??;
    let lines = |row: usize| {
        chart
            .row_at(row)
            .map_or(0, |row| chart.states_of(row).len())
    };
    let size = keys::Size {
        rows: chart.rows().len(),
        columns: (row.children().length() as usize).saturating_sub(1),
        lines: &lines,
    };
    let to = keys::go(at, &event.key(), event.ctrl_key(), &size)?;
    let row = child(&row.parent_element()?, to.row)?;
    view::focus(&child(&child(&row, to.column)?, to.line)?);
    Some(())
}

/// The table and the place in it to which the Tab key returns, once `target` has the focus.
pub(super) fn stop(target: &Element) -> Option<(usize, Place)> {
    let place = place(target)?;
    let table = target.closest(".table").ok()??;
    Some((table.get_attribute("data-group")?.parse().ok()?, place))
}

/// The place of the cell in which `element` stands; none for the head of the table.
fn place(element: &Element) -> Option<Place> {
    let cell = element
        .closest(".widget tbody td,.widget tbody th")
        .ok()??;
    // What the selector has found in a table of the widget are cells of rows.
    let row = cell.parent_element()?;
    let row = row.unchecked_ref::<HtmlTableRowElement>();
    let buttons = cell.children();
    let line = (0..buttons.length()).find(|&index| {
        let button = buttons.item(index);
        button.is_some_and(|button| button.contains(Some(element)))
    });
    let cell = cell.unchecked_ref::<HtmlTableCellElement>();
    Some(Place {
        row: usize::try_from(row.section_row_index()).ok()?,
        column: usize::try_from(cell.cell_index()).ok()?,
        line: line.unwrap_or(0) as usize,
    })
}
