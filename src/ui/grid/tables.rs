//! The tables of a chart as they stand on the page: made once.
//!
//! Nothing is kept of a cell but the cell itself. What changes are marks, and they are moved.
//!
//! All rows are there at once with their states, so that a table has its height and each name is
//! found. The rows of a large table get their cells as they come near: 50,000 of them take a second to
//! lay out, and 100 MB.

use super::Position;
use super::dom::{copy, fix, insert, set};
use super::rows::{Patterns, make, name};
use crate::chart::{Chart, Group, StateId};
use crate::ui::Selection;
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

/// The most cells that a table gets when it is made.
const AT_ONCE: usize = 1_000;

/// How many rows of a larger table get their cells together: each `<tbody>` has as many.
const TOGETHER: usize = 10;

/// How many elements a table has before its bodies: the title and the head.
const BEFORE: usize = 2;

/// The tables of one widget.
#[derive(Clone)]
pub(super) struct Tables(Rc<Shown>);

struct Shown {
    chart: Rc<Chart>,
    words: Words,
    tables: Vec<Table>,
}

struct Table {
    plan: Rc<Plan>,
    /// What scrolls, and holds the table.
    element: Element,
    table: Element,
    marks: Cell<Marks>,
    /// The button that is marked as current, to be found again at once.
    current: RefCell<Option<Element>>,
}

/// What a table is made from; a copy of the table shares it.
struct Plan {
    chart: Rc<Chart>,
    words: Words,
    /// The position of its group.
    index: usize,
    /// How many rows a body has.
    together: usize,
    patterns: Patterns,
}

thread_local! {
    /// The tables of every widget of the page: one with the same chart and language copies them as a whole.
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
                tables.filter_map(Table::copied).collect()
            }
            None => {
                let groups = 0..chart.groups().len();
                groups
                    .filter_map(|index| Table::new(document, chart, &words, index))
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
        if let Some(table) = self.0.tables.get(index) {
            table.mark(marks);
        }
    }

    /// The button at a position of the table at `index`.
    pub(super) fn button(&self, index: usize, position: Position) -> Option<Element> {
        self.0.tables.get(index)?.button(position)
    }

    /// The bodies whose rows have no cells yet, but only their states.
    pub(super) fn bare(&self) -> impl Iterator<Item = Element> {
        let bodies = self.0.tables.iter().flat_map(Table::bodies);
        bodies.filter(|body| child(body, 0).is_some_and(|row| row.child_element_count() == 1))
    }

    /// Gives the rows of the body that begins with `row`, and of those before and after it, their cells.
    pub(super) fn fill(&self, index: usize, row: usize) {
        if let Some(table) = self.0.tables.get(index) {
            let together = table.plan.together;
            for row in [row.saturating_sub(together), row, row + together] {
                table.fill(row);
            }
        }
    }

    /// Gives all rows their cells.
    pub(super) fn fill_all(&self) {
        for table in &self.0.tables {
            for row in (0..table.plan.chart.rows().len()).step_by(table.plan.together) {
                table.fill(row);
            }
        }
    }
}

impl Table {
    /// Another of the same chart, with the same marks.
    fn copied(&self) -> Option<Self> {
        let mut table = Self::of(copy(&self.element), &self.plan)?;
        table.marks = self.marks.clone();
        let current = table.marks.get().current;
        table.current = RefCell::new(current.and_then(|state| table.state(state)));
        Some(table)
    }

    fn of(element: Element, plan: &Rc<Plan>) -> Option<Self> {
        Some(Self {
            plan: Rc::clone(plan),
            table: element.first_element_child()?,
            element,
            marks: Cell::default(),
            current: RefCell::default(),
        })
    }

    fn new(document: &Document, chart: &Rc<Chart>, words: &Words, index: usize) -> Option<Self> {
        let group = chart.groups().get(index)?;
        let whole = make(
            document,
            "div",
            &[("class", "table"), ("tabindex", "-1")],
            "",
        );
        set(&whole, "data-group", &index.to_string());
        let table = make(document, "table", &[("role", "grid")], "");
        let caption = make(document, "caption", &[], "");
        if !group.title().is_empty() {
            insert(&caption, &make(document, "span", &[], group.title()), None);
        }
        insert(&table, &caption, None);
        let thead = make(document, "thead", &[], "");
        insert(&thead, &head(document, chart, words, group), None);
        insert(&table, &thead, None);
        insert(&whole, &table, None);
        let rows = chart.rows().len();
        let columns = group.operations().len().max(1);
        let plan = Rc::new(Plan {
            chart: Rc::clone(chart),
            words: words.clone(),
            index,
            together: match rows.saturating_mul(columns) > AT_ONCE {
                true => TOGETHER,
                false => rows.max(1),
            },
            patterns: Patterns::new(document, group),
        });
        for first in (0..rows).step_by(plan.together) {
            let body = make(document, "tbody", &[], "");
            let last = rows.min(first.saturating_add(plan.together));
            for row in (first..last).filter_map(|row| chart.row_at(row)) {
                insert(&body, &plan.patterns.row(chart, row), None);
            }
            insert(&table, &body, None);
        }
        let table = Self::of(whole, &plan)?;
        for row in (0..rows.min(AT_ONCE / columns)).step_by(plan.together) {
            table.fill(row);
        }
        if let Some(button) = table.button(Position::default()) {
            fix(&button, "tabindex", Some("0"));
        }
        Some(table)
    }

    fn mark(&self, marks: Marks) {
        let old = self.marks.replace(marks);
        if old.current != marks.current {
            let button = marks.current.and_then(|state| self.state(state));
            let old = self.current.replace(button.clone());
            for (button, value) in [(old, None), (button, Some("true"))] {
                if let Some(button) = button {
                    fix(&button, "aria-current", value);
                }
            }
        }
        if old.selection != marks.selection {
            for (cell, value) in [(old.selection, None), (marks.selection, Some("true"))] {
                if let Some(cell) = cell.and_then(|cell| self.cell(cell)) {
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

    fn bodies(&self) -> impl Iterator<Item = Element> {
        (BEFORE..).map_while(|index| child(&self.table, index))
    }

    /// Gives the rows of the body with the row of this number their cells.
    fn fill(&self, row: usize) {
        let Plan {
            chart,
            words,
            index,
            together,
            patterns,
        } = &*self.plan;
        let Some(group) = chart.groups().get(*index) else {
            return;
        };
        let first = row - row % together;
        for row in (first..first.saturating_add(*together)).map_while(|row| chart.row_at(row)) {
            if let Some(made) = self.row(row.index()) {
                patterns.fill(&made, words, chart, group, row);
            }
        }
    }

    fn row(&self, row: usize) -> Option<Element> {
        let together = self.plan.together;
        child(
            &child(&self.table, BEFORE + row / together)?,
            row % together,
        )
    }

    /// The cell at a row and a column, of which 0 is that of the row's states. A row that has no cells yet gets
    /// them first.
    fn at(&self, row: usize, column: usize) -> Option<Element> {
        let made = self.row(row)?;
        child(&made, column).or_else(|| {
            self.fill(row);
            child(&made, column)
        })
    }

    /// The button at a position.
    fn button(&self, position: Position) -> Option<Element> {
        child(&self.at(position.row, position.column)?, position.line)
    }

    /// The button of a state.
    fn state(&self, state: StateId) -> Option<Element> {
        let chart = &self.plan.chart;
        let row = chart.row_of(state)?;
        let mut states = chart.states_of(row).iter();
        let line = states.position(|&other| other == state)?;
        child(&self.at(row.index(), 0)?, line)
    }

    fn cell(&self, cell: Selection) -> Option<Element> {
        let Plan { chart, index, .. } = &*self.plan;
        let mut operations = chart.groups().get(*index)?.operations().iter();
        let column = operations.position(|&operation| operation == cell.operation)?;
        self.at(chart.row_of(cell.state)?.index(), column.checked_add(1)?)
    }
}

/// The row with the names of the operations.
fn head(document: &Document, chart: &Chart, words: &Words, group: &Group) -> Element {
    let row = make(document, "tr", &[], "");
    let lang = match words.lacks(key::STATE) {
        true => "en",
        false => words.lang(),
    };
    let corner = [("class", "corner"), ("scope", "col"), ("lang", lang)];
    let corner = make(document, "th", &corner, words.text(key::STATE));
    insert(&row, &corner, None);
    for &operation in group.operations() {
        let operation = chart.operation_name(operation);
        let attributes = [("scope", "col"), ("data-operation", operation)];
        let column = make(document, "th", &attributes, "");
        insert(&column, &name(document, operation), None);
        insert(&row, &column, None);
    }
    row
}

/// The child of this position.
pub(super) fn child(element: &Element, index: usize) -> Option<Element> {
    if index == 0 {
        return element.first_element_child();
    }
    element.children().item(u32::try_from(index).ok()?)
}
