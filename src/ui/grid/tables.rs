//! The tables of a chart as they stand on the page: made of copies of a few cells, and made once.
//!
//! Nothing is kept of a cell but the cell itself. What changes are marks, and they are moved.

use super::Position;
use super::dom::{copy, element, fix, insert, set};
use crate::chart::{Chart, Group, Permission, RowId, StateId};
use crate::ui::{Selection, text};
use crate::words::{Words, key};
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};
use web_sys::{Document, Element};

/// What is marked in a table.
#[derive(Clone, Copy, Default, PartialEq)]
pub(super) struct Marks {
    /// Where the service is.
    pub(super) current: Option<StateId>,
    /// The cell that the reader asked about.
    pub(super) selection: Option<Selection>,
    /// The one button that the Tab key reaches.
    pub(super) stop: Position,
}

/// The tables of one widget.
pub(super) struct Tables(Rc<Shown>);

struct Shown {
    chart: Rc<Chart>,
    words: Words,
    tables: Vec<Table>,
}

struct Table {
    element: Element,
    body: Element,
    marks: Cell<Marks>,
    /// The button that is marked as current, to be found again at once.
    current: RefCell<Option<Element>>,
}

thread_local! {
    /// All tables of the page: those of another widget with the same chart and language are copied as a whole.
    static ALL: RefCell<Vec<Weak<Shown>>> = const { RefCell::new(Vec::new()) };
}

impl Tables {
    /// The tables of a chart, with no marks.
    pub(super) fn new(document: &Document, chart: &Rc<Chart>, words: Words) -> Self {
        let like = ALL.with_borrow_mut(|all| {
            all.retain(|shown| shown.strong_count() > 0);
            let mut shown = all.iter().filter_map(Weak::upgrade);
            shown.find(|shown| Rc::ptr_eq(&shown.chart, chart) && shown.words == words)
        });
        let tables = match like {
            Some(like) => {
                let tables = like.tables.iter();
                tables.filter_map(|table| table.copied(chart)).collect()
            }
            None => {
                let groups = chart.groups().iter().enumerate();
                groups
                    .filter_map(|(index, group)| Table::new(document, chart, &words, group, index))
                    .collect()
            }
        };
        let chart = Rc::clone(chart);
        let shown = Rc::new(Shown {
            chart,
            words,
            tables,
        });
        ALL.with_borrow_mut(|all| all.push(Rc::downgrade(&shown)));
        Self(shown)
    }

    /// Their elements.
    pub(super) fn elements(&self) -> impl Iterator<Item = &Element> {
        self.0.tables.iter().map(|table| &table.element)
    }

    /// Moves the marks of the table at `index`.
    pub(super) fn mark(&self, index: usize, marks: Marks) {
        let chart = &self.0.chart;
        if let (Some(table), Some(group)) = (self.0.tables.get(index), chart.groups().get(index)) {
            table.mark(chart, group, marks);
        }
    }
}

impl Table {
    /// Another of the same chart, with the same marks.
    fn copied(&self, chart: &Chart) -> Option<Self> {
        let mut table = Self::of(copy(&self.element))?;
        table.marks = self.marks.clone();
        let current = table.marks.get().current;
        table.current = RefCell::new(current.and_then(|state| table.state(chart, state)));
        Some(table)
    }

    fn of(element: Element) -> Option<Self> {
        Some(Self {
            // The table, and in it what comes after the title and the head.
            body: element.first_element_child()?.last_element_child()?,
            element,
            marks: Cell::default(),
            current: RefCell::default(),
        })
    }

    fn new(
        document: &Document,
        chart: &Chart,
        words: &Words,
        group: &Group,
        index: usize,
    ) -> Option<Self> {
        let make = Make { document, words };
        let whole = make.element("div", &[("class", "table"), ("tabindex", "-1")], "");
        set(&whole, "data-group", &index.to_string());
        let table = make.element("table", &[("role", "grid")], "");
        let caption = make.element("caption", &[], "");
        if !group.title().is_empty() {
            insert(&caption, &make.element("span", &[], group.title()), None);
        }
        insert(&table, &caption, None);
        let head = make.element("tr", &[], "");
        let lang = if words.lacks(key::STATE) {
            "en"
        } else {
            words.lang()
        };
        let corner = [("class", "corner"), ("scope", "col"), ("lang", lang)];
        insert(
            &head,
            &make.element("th", &corner, words.text(key::STATE)),
            None,
        );
        for &operation in group.operations() {
            let name = chart.operation_name(operation);
            let column = make.element("th", &[("scope", "col"), ("data-operation", name)], "");
            insert(&column, &make.name(name), None);
            insert(&head, &column, None);
        }
        let thead = make.element("thead", &[], "");
        insert(&thead, &head, None);
        insert(&table, &thead, None);
        let body = make.element("tbody", &[], "");
        let rows = (0..chart.rows().len()).filter_map(|row| chart.row_at(row));
        let row = make.element("tr", &[], "");
        insert(&row, &make.element("th", &[("scope", "row")], ""), None);
        let button = [("type", "button"), ("tabindex", "-1"), ("data-state", "")];
        let state = make.element("button", &button, "");
        insert(&state, &make.name(""), None);
        let patterns = Patterns {
            row,
            state,
            cells: RefCell::new(vec![[None, None]; group.operations().len()]),
        };
        for row in rows {
            insert(&body, &patterns.row(&make, chart, group, row), None);
        }
        insert(&table, &body, None);
        insert(&whole, &table, None);
        let table = Self::of(whole)?;
        if let Some(button) = table.button(Position::default()) {
            fix(&button, "tabindex", Some("0"));
        }
        Some(table)
    }

    fn mark(&self, chart: &Chart, group: &Group, marks: Marks) {
        let old = self.marks.replace(marks);
        if old.current != marks.current {
            let button = marks.current.and_then(|state| self.state(chart, state));
            let old = self.current.replace(button.clone());
            for (button, value) in [(old, None), (button, Some("true"))] {
                if let Some(button) = button {
                    fix(&button, "aria-current", value);
                }
            }
        }
        if old.selection != marks.selection {
            for (cell, value) in [(old.selection, None), (marks.selection, Some("true"))] {
                if let Some(cell) = cell.and_then(|cell| self.cell(chart, group, cell)) {
                    fix(&cell, "aria-selected", value);
                }
            }
        }
        if old.stop != marks.stop {
            for (position, value) in [(old.stop, "-1"), (marks.stop, "0")] {
                if let Some(button) = self.button(position) {
                    fix(&button, "tabindex", Some(value));
                }
            }
        }
    }

    fn row(&self, row: usize) -> Option<Element> {
        child(&self.body, row)
    }

    /// The button at a position.
    fn button(&self, position: Position) -> Option<Element> {
        child(
            &child(&self.row(position.row)?, position.column)?,
            position.line,
        )
    }

    /// The button of a state.
    fn state(&self, chart: &Chart, state: StateId) -> Option<Element> {
        let row = chart.row_of(state)?;
        let mut states = chart.states_of(row).iter();
        let line = states.position(|&other| other == state)?;
        child(&child(&self.row(row.index())?, 0)?, line)
    }

    fn cell(&self, chart: &Chart, group: &Group, cell: Selection) -> Option<Element> {
        let mut operations = group.operations().iter();
        let column = operations.position(|&operation| operation == cell.operation)?;
        child(
            &self.row(chart.row_of(cell.state)?.index())?,
            column.checked_add(1)?,
        )
    }
}

/// The child of this position.
pub(super) fn child(element: &Element, index: usize) -> Option<Element> {
    if index == 0 {
        return element.first_element_child();
    }
    element.children().item(u32::try_from(index).ok()?)
}

struct Make<'a> {
    document: &'a Document,
    words: &'a Words,
}

impl Make<'_> {
    /// A name of the chart, in its own direction and language.
    fn name(&self, name: &str) -> Element {
        self.element("bdi", &[("lang", "")], name)
    }

    fn element(
        &self,
        tag: &'static str,
        attributes: &[(&'static str, &str)],
        text: &str,
    ) -> Element {
        let made = element(self.document, tag);
        for (name, value) in attributes {
            set(&made, name, value);
        }
        if !text.is_empty() {
            made.set_text_content(Some(text));
        }
        made
    }
}

/// What rows are copied from.
struct Patterns {
    row: Element,
    state: Element,
    /// For each operation: a cell that refuses it, and one that allows it.
    cells: RefCell<Vec<[Option<Element>; 2]>>,
}

impl Patterns {
    fn row(&self, make: &Make<'_>, chart: &Chart, group: &Group, row: RowId) -> Element {
        let states = chart.states_of(row);
        let names = chart.state_names(states);
        let made = copy(&self.row);
        set(&made, "data-state", &names);
        if let Some(head) = made.first_element_child() {
            for (index, &state) in states.iter().enumerate() {
                if index > 0 {
                    // Nobody sees it, but it is copied and heard. It fails for no text.
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
        for (column, &operation) in group.operations().iter().enumerate() {
            let permission = chart.row_permission(row, operation);
            let operation = chart.operation_name(operation);
            let cell = self.cell(make, column, permission, operation);
            set(&cell, "data-state", &names);
            if let Some(button) = cell.first_element_child() {
                let said = text::permitted(make.words, permission);
                let label = make.words.fill(key::CELL_LABEL, &[operation, &names, said]);
                set(&button, "aria-label", &label);
            }
            insert(&made, &cell, None);
        }
        made
    }

    fn cell(
        &self,
        make: &Make<'_>,
        column: usize,
        permission: &Permission,
        operation: &str,
    ) -> Element {
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
        // Their order is the same in all cells.
        let attributes = [
            ("class", class),
            ("data-state", ""),
            ("data-operation", operation),
        ];
        let cell = make.element("td", &attributes, "");
        let button = [("type", "button"), ("tabindex", "-1")];
        insert(&cell, &make.element("button", &button, sign), None);
        if let Some(known) = &mut known {
            **known = Some(copy(&cell));
        }
        cell
    }
}
