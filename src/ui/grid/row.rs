//! One row of a grid.

use super::super::draw::Drawing;
use super::super::words;
use crate::chart::{Chart, OperationId, Permit, StateId};
use yew::prelude::*;

/// What a row shows.
#[derive(Clone, Copy, PartialEq)]
pub(in crate::ui) struct Row {
    /// The place of the table among the chart's groups.
    pub(super) group: usize,
    /// The place of the row.
    pub(super) row: usize,
    /// The state of this row in which the service is.
    pub(super) current: Option<StateId>,
    /// The operation of this row that the reader asked about.
    pub(super) selected: Option<OperationId>,
    /// The column that the Tab key reaches.
    pub(super) stop: Option<usize>,
}

/// Draws a row.
pub(in crate::ui) fn draw_row(page: &mut Drawing, chart: &Chart, row: &Row) {
    let (Some(id), Some(group)) = (chart.row_at(row.row), chart.groups().get(row.group)) else {
        return;
    };
    let states = chart.states_of(id);
    let names = AttrValue::from(words::names(chart, states));
    let tabindex = |column: usize, line: usize| {
        let reached = row.stop == Some(column) && line == 0;
        Some(if reached { "0" } else { "-1" })
    };
    page.open("tr", "");
    page.fix("class", row.current.map(|_| "current"));
    page.share("data-state", &names);
    page.open("th", "|scope=row");
    for (line, &state) in states.iter().enumerate() {
        let name = chart.state_name(state);
        page.button("");
        page.set("data-state", Some(name));
        page.fix(
            "aria-current",
            (row.current == Some(state)).then_some("true"),
        );
        page.fix("tabindex", tabindex(0, line));
        page.text(name);
        page.close();
    }
    page.close();
    for (index, &operation) in group.operations().iter().enumerate() {
        let (class, sign, label) = match chart.row_permit(id, operation) {
            Permit::Allowed => ("yes", "√", "allowed"),
            Permit::Refused => ("no", "", "not allowed"),
            Permit::Conditional(text) => ("maybe", "?", &**text),
        };
        page.open("td", class);
        page.share("data-state", &names);
        page.set("data-operation", Some(chart.operation_name(operation)));
        let selected = row.selected == Some(operation);
        page.fix("aria-selected", selected.then_some("true"));
        page.button("");
        page.set("aria-label", Some(label));
        page.fix("tabindex", tabindex(index + 1, 0));
        page.word(sign);
        page.close();
        page.close();
    }
    page.close();
}
