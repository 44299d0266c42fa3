//! One table of the chart as a grid: a tab stop, arrow keys, and cells that answer.

mod keys;
mod row;

pub(super) use keys::Place;
pub(super) use row::{Row, draw_row};

use super::draw::Drawing;
use super::piece::{Piece, PieceProps, What};
use super::{Action, Selection, Session, view};
use crate::chart::{Chart, StateId};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlTableCellElement, HtmlTableRowElement, KeyboardEvent};

/// What a table shows.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct Table {
    /// Its place among the chart's groups.
    pub(super) group: usize,
    /// Where the service is.
    pub(super) current: Option<StateId>,
    /// The cell that the reader asked about.
    pub(super) selection: Option<Selection>,
    /// The one place in it that the Tab key reaches.
    pub(super) stop: Place,
}

/// Draws a table.
pub(super) fn draw(page: &mut Drawing, chart: &Rc<Chart>, table: &Table) {
    let Some(group) = chart.groups().get(table.group) else {
        return;
    };
    page.open("div", "table|tabindex=-1");
    page.set("data-group", Some(&table.group.to_string()));
    page.open("table", "|role=grid");
    page.open("caption", "");
    page.leaf("span", "", group.title());
    page.close();
    page.open("thead", "");
    page.open("tr", "");
    page.open("th", "corner|scope=col");
    page.word("State");
    page.close();
    for &operation in group.operations() {
        let name = chart.operation_name(operation);
        page.open("th", "|scope=col");
        page.set("data-operation", Some(name));
        page.text(name);
        page.close();
    }
    page.close();
    page.close();
    page.open("tbody", "");
    let current = table.current.and_then(|state| chart.row_of(state));
    let selected = table.selection.and_then(|cell| chart.row_of(cell.state));
    for index in 0..chart.rows().len() {
        let here = chart.row_at(index);
        let row = Row {
            group: table.group,
            row: index,
            current: table.current.filter(|_| current == here),
            selected: (table.selection.filter(|_| selected == here)).map(|cell| cell.operation),
            stop: (table.stop.row == index).then_some(table.stop.column),
        };
        let chart = Rc::clone(chart);
        let what = What::Row(row);
        page.component::<Piece>(PieceProps { chart, what }, index);
    }
    page.close();
    page.close();
    page.close();
}

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
    let child =
        |element: Element, index: usize| element.children().item(u32::try_from(index).ok()?);
    let row = child(row.parent_element()?, to.row)?;
    view::focus(&child(child(row, to.column)?, to.line)?);
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
