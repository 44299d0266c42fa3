//! The rows of a table: copies of a few cells.

use super::dom::{copy, element, insert, set};
use crate::chart::{Chart, Group, Permission, RowId};
use crate::ui::text;
use crate::words::{Words, key};
use std::cell::RefCell;
use web_sys::{Document, Element};

/// A new element with attributes and a text.
pub(super) fn make(
    document: &Document,
    tag: &'static str,
    attributes: &[(&'static str, &str)],
    text: &str,
) -> Element {
    let made = element(document, tag);
    for (name, value) in attributes {
        set(&made, name, value);
    }
    if !text.is_empty() {
        made.set_text_content(Some(text));
    }
    made
}

/// A name of the chart, in its own direction and language.
pub(super) fn name(document: &Document, name: &str) -> Element {
    make(document, "bdi", &[("lang", "")], name)
}

/// What the rows of a table are copied from.
pub(super) struct Patterns {
    document: Document,
    row: Element,
    state: Element,
    /// For each operation, once it is needed: a cell that refuses it, one that allows it, and one with a condition.
    cells: RefCell<Vec<[Option<Element>; 3]>>,
}

impl Patterns {
    /// The patterns of a table with the operations of `group`.
    pub(super) fn new(document: &Document, group: &Group) -> Self {
        let row = make(document, "tr", &[], "");
        insert(&row, &make(document, "th", &[("scope", "row")], ""), None);
        let button = [("type", "button"), ("tabindex", "-1"), ("data-state", "")];
        let state = make(document, "button", &button, "");
        insert(&state, &name(document, ""), None);
        Self {
            document: document.clone(),
            row,
            state,
            cells: RefCell::new(vec![[None, None, None]; group.operations().len()]),
        }
    }

    /// A row with its states, and no cells yet.
    pub(super) fn row(&self, chart: &Chart, row: RowId) -> Element {
        let states = chart.states_of(row);
        let made = copy(&self.row);
        set(&made, "data-state", &chart.state_names(states));
        if let Some(head) = made.first_element_child() {
            for (index, &state) in states.iter().enumerate() {
                if index > 0 {
                    // It is not visible, but it is copied and read aloud. To append a text does not fail.
                    let _: Result<(), _> = head.append_with_str_1(", ");
                }
                let name = chart.state_name(state);
                let button = copy(&self.state);
                set(&button, "data-state", name);
                if let Some(text) = button.first_element_child() {
                    text.set_text_content(Some(name));
                }
                insert(&head, &button, None);
            }
        }
        made
    }

    /// Adds the cells to the row `made`, which has its states; does nothing where they are there.
    pub(super) fn fill(
        &self,
        made: &Element,
        words: &Words,
        chart: &Chart,
        group: &Group,
        row: RowId,
    ) {
        if made.child_element_count() > 1 {
            return;
        }
        let names = chart.state_names(chart.states_of(row));
        for (column, &operation) in group.operations().iter().enumerate() {
            let permission = chart.row_permission(row, operation);
            let operation = chart.operation_name(operation);
            let cell = self.cell(column, permission, operation);
            set(&cell, "data-state", &names);
            if let Some(button) = cell.first_element_child() {
                let said = text::permitted(words, permission);
                let label = words.fill(key::CELL_LABEL, &[operation, &names, said]);
                set(&button, "aria-label", &label);
            }
            insert(made, &cell, None);
        }
    }

    fn cell(&self, column: usize, permission: &Permission, operation: &str) -> Element {
        let (kind, class, sign) = match permission {
            Permission::Refused => (0, "no", ""),
            Permission::Allowed => (1, "yes", "√"),
            Permission::Conditional(_) => (2, "maybe", "?"),
        };
        let mut cells = self.cells.borrow_mut();
        let mut known = cells.get_mut(column).and_then(|kinds| kinds.get_mut(kind));
        if let Some(Some(cell)) = &known {
            return copy(cell);
        }
        // Each cell has its attributes in the same order.
        let attributes = [
            ("class", class),
            ("data-state", ""),
            ("data-operation", operation),
        ];
        let cell = make(&self.document, "td", &attributes, "");
        let button = [("type", "button"), ("tabindex", "-1")];
        insert(&cell, &make(&self.document, "button", &button, sign), None);
        if let Some(known) = &mut known {
            **known = Some(copy(&cell));
        }
        cell
    }
}
