//! The tables in an element, as cells: what stands in each, and what its tags say about it.
//!
//! What the cells mean is not known here; that is [`crate::import::table`]'s.

use crate::import::table::{self, Cell, CellText, Markup, Options, Problem, Reading, Table};
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement, HtmlTableElement, HtmlTableRowElement, Node};

/// The tables in an element.
#[derive(Default)]
pub(super) struct Tables(Vec<HtmlTableElement>);

impl Tables {
    /// Those at `places`.
    pub(super) fn at(&self, places: &[usize]) -> impl Iterator<Item = JsValue> {
        places
            .iter()
            .filter_map(|&place| self.0.get(place))
            .map(JsValue::from)
    }
}

/// The tables in `host`, and the chart that they are, read with its attributes `yes`, `no` and
/// `states`; `None` where it has no table.
pub(super) fn read(host: &HtmlElement) -> Option<(Tables, Result<Reading, Vec<Problem>>)> {
    let found = tables(host);
    if found.is_empty() {
        return None;
    }
    let attribute = |name| host.get_attribute(name);
    let options = Options::parse(
        &attribute("yes").unwrap_or_default(),
        &attribute("no").unwrap_or_default(),
        attribute("states").as_deref(),
    );
    let read = match options {
        Ok(options) => {
            let filled: Vec<Table> = found.iter().map(|table| fill(table, host)).collect();
            table::read(&filled, &options)
        }
        Err(problem) => Err(vec![problem]),
    };
    Some((Tables(found), read))
}

/// How many cells the largest table in `host` has: its rows by its widest row.
pub(super) fn cells_in(host: &HtmlElement) -> usize {
    let size = |table: HtmlTableElement| {
        let rows = table.rows();
        let widths = (0..rows.length()).filter_map(|row| {
            let row = rows.item(row)?.dyn_into::<HtmlTableRowElement>().ok()?;
            Some(row.cells().length())
        });
        let (height, width) = (rows.length() as usize, widths.max().unwrap_or(0) as usize);
        // The names of both sides are no cells.
        height
            .saturating_sub(1)
            .saturating_mul(width.saturating_sub(1))
    };
    tables(host).into_iter().map(size).max().unwrap_or(0)
}

/// Every table in `host`, those in a table too, but none of another element of its kind.
fn tables(host: &HtmlElement) -> Vec<HtmlTableElement> {
    let Ok(found) = host.query_selector_all("table") else {
        return Vec::new();
    };
    let found = (0..found.length()).filter_map(|index| found.get(index));
    let tables = found.filter_map(|node| node.dyn_into::<HtmlTableElement>().ok());
    let tag = host.local_name();
    let own = |table: &HtmlTableElement| {
        let nearest = table.closest(&tag).ok().flatten();
        nearest.is_none_or(|nearest| nearest.is_same_node(Some(host)))
    };
    tables.filter(own).collect()
}

fn fill(element: &HtmlTableElement, host: &HtmlElement) -> Table {
    let rows = element.rows();
    let rows = (0..rows.length()).filter_map(|index| rows.item(index));
    let rows = rows.filter_map(|row| row.dyn_into::<HtmlTableRowElement>().ok());
    let mut table = Table {
        caption: caption(element, host),
        rows: Vec::new(),
    };
    let (mut above, mut head, mut section) = (None::<Node>, false, 0_u32);
    for row in rows.filter(|row| !row.hidden()) {
        let parent = row.parent_node();
        let same = above
            .as_ref()
            .is_some_and(|above| above.is_same_node(parent.as_ref()));
        if !same {
            section += 1;
            head = parent
                .as_ref()
                .is_some_and(|part| part.node_name() == "THEAD");
            above = parent;
        }
        let mut cells = cells(&row);
        for cell in &mut cells {
            (cell.head, cell.section) = (head, section);
        }
        table.rows.push(cells);
    }
    table
}

/// The caption, else the label, else the heading before the table or before what wraps it.
fn caption(element: &HtmlTableElement, host: &HtmlElement) -> String {
    if let Some(caption) = element.caption() {
        return cell(&caption).text;
    }
    if let Some(label) = element.get_attribute("aria-label") {
        return label;
    }
    let before = element.previous_sibling();
    let before = before.filter(|node| node.node_type() == Node::TEXT_NODE);
    let before = before.and_then(|node| node.node_value());
    if let Some(title) = before.as_deref().and_then(table::heading) {
        return title.to_owned();
    }
    let mut at: Element = element.clone().into();
    for _ in 0..4 {
        if let Some(before) = at.previous_element_sibling() {
            let heading = matches!(before.local_name().as_bytes(), [b'h', b'1'..=b'6']);
            return if heading {
                cell(&before).text
            } else {
                String::new()
            };
        }
        match at
            .parent_element()
            .filter(|above| !above.is_same_node(Some(host)))
        {
            Some(above) => at = above,
            None => break,
        }
    }
    String::new()
}

fn cells(row: &HtmlTableRowElement) -> Vec<Cell> {
    let cells = row.cells();
    let mut filled = Vec::new();
    for element in (0..cells.length()).filter_map(|index| cells.item(index)) {
        let bare = !element.has_attributes();
        let attribute = |name| {
            if bare {
                None
            } else {
                element.get_attribute(name)
            }
        };
        if attribute("hidden").is_some() {
            continue;
        }
        let span = |name| attribute(name).and_then(|text| text.trim().parse().ok());
        filled.push(Cell {
            header: element.local_name() == "th",
            rowspan: span("rowspan").unwrap_or(1),
            colspan: span("colspan").unwrap_or(1),
            success: attribute("data-success"),
            failure: attribute("data-failure"),
            via: attribute("data-via"),
            role: attribute("data-role"),
            ..cell(&element)
        });
    }
    filled
}

/// An element of the page, and whether it has no attributes: most have none, and each question crosses
/// to JavaScript.
struct Live<'a> {
    element: &'a Element,
    bare: bool,
}

impl Markup for Live<'_> {
    fn name(&self) -> String {
        self.element.local_name()
    }

    fn attribute(&self, name: &str) -> Option<String> {
        if self.bare {
            return None;
        }
        self.element.get_attribute(name)
    }
}

/// What stands in an element.
fn cell(element: &Element) -> Cell {
    let mut text = CellText::default();
    if element.first_element_child().is_none() {
        text.text(&element.text_content().unwrap_or_default());
    } else {
        walk(element, &mut text);
    }
    text.finish()
}

/// Walks the nodes below `element` without recursion: how deep they are is the page's affair.
fn walk(element: &Element, text: &mut CellText) {
    let mut open: Vec<Option<Node>> = vec![element.first_child()];
    while let Some(next) = open.last_mut() {
        let Some(node) = next.take() else {
            open.pop();
            if !open.is_empty() {
                text.close();
            }
            continue;
        };
        *next = node.next_sibling();
        match node.dyn_ref::<Element>() {
            Some(element) => {
                let bare = !element.has_attributes();
                if text.open(&Live { element, bare }) {
                    open.push(element.first_child());
                }
            }
            None if node.node_type() == Node::TEXT_NODE => {
                text.text(&node.node_value().unwrap_or_default());
            }
            None => {}
        }
    }
}
