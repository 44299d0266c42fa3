//! The tables in an element, as cells: what stands in each, and what its tags say about it.
//!
//! What the cells mean is not known here; that is [`crate::import::table`]'s.

use crate::import::table::{self, Cell, Image, Options, Problem, Reading, Table};
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
fn caption(table: &HtmlTableElement, host: &HtmlElement) -> String {
    if let Some(caption) = table.caption() {
        return Text::of(&caption).cell.text;
    }
    if let Some(label) = table.get_attribute("aria-label") {
        return label;
    }
    let mut at: Element = table.clone().into();
    for _ in 0..4 {
        if let Some(before) = at.previous_element_sibling() {
            let heading = matches!(before.local_name().as_bytes(), [b'h', b'1'..=b'6']);
            return if heading {
                Text::of(&before).cell.text
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
        let text = Text::of(&element);
        filled.push(Cell {
            header: element.local_name() == "th",
            strong: text.bold && !text.plain,
            rowspan: span("rowspan").unwrap_or(1),
            colspan: span("colspan").unwrap_or(1),
            success: attribute("data-success"),
            failure: attribute("data-failure"),
            via: attribute("data-via"),
            ..text.cell
        });
    }
    filled
}

/// What is gathered from one cell.
#[derive(Default)]
struct Text {
    cell: Cell,
    /// Whether any of its text is bold, and whether any is not.
    bold: bool,
    plain: bool,
}

/// What to do with an element in a cell.
enum Way {
    Skip,
    Inside,
    /// Inside, on lines of its own.
    Block,
    /// Inside, in bold.
    Bold,
}

impl Text {
    fn of(element: &Element) -> Self {
        let mut text = Self::default();
        if element.first_element_child().is_none() {
            text.push(&element.text_content().unwrap_or_default(), false);
        } else {
            text.walk(element);
        }
        text
    }

    fn push(&mut self, words: &str, bold: bool) {
        if !words.trim().is_empty() {
            self.bold |= bold;
            self.plain |= !bold;
        }
        // A line end in the source is a space on the page.
        let space = |letter| {
            if matches!(letter, '\n' | '\r' | '\t') {
                ' '
            } else {
                letter
            }
        };
        self.cell.text.extend(words.chars().map(space));
    }

    /// Walks the nodes below `element` without recursion: how deep they are is the page's affair.
    fn walk(&mut self, element: &Element) {
        let mut open: Vec<(Option<Node>, Way)> = vec![(element.first_child(), Way::Inside)];
        let mut bold = 0_usize;
        while let Some((next, way)) = open.last_mut() {
            let Some(node) = next.take() else {
                match way {
                    Way::Block => self.cell.text.push('\n'),
                    Way::Bold => bold = bold.saturating_sub(1),
                    Way::Inside | Way::Skip => {}
                }
                open.pop();
                continue;
            };
            *next = node.next_sibling();
            let Some(element) = node.dyn_ref::<Element>() else {
                if node.node_type() == Node::TEXT_NODE {
                    self.push(&node.node_value().unwrap_or_default(), bold > 0);
                }
                continue;
            };
            let way = self.enter(element);
            match way {
                Way::Skip => continue,
                Way::Block => self.cell.text.push('\n'),
                Way::Bold => bold += 1,
                Way::Inside => {}
            }
            open.push((element.first_child(), way));
        }
    }

    fn enter(&mut self, element: &Element) -> Way {
        let attribute = |name| element.get_attribute(name).unwrap_or_default();
        let class = attribute("class");
        // Links to a heading or a caption itself show a sign that is no part of it.
        if element.has_attribute("hidden") || class.contains("headerlink") {
            return Way::Skip;
        }
        let label = || {
            let label = attribute("aria-label");
            if label.is_empty() {
                attribute("title")
            } else {
                label
            }
        };
        match element.local_name().as_str() {
            "script" | "style" | "template" => Way::Skip,
            // It is read as a table of its own; here it only has to be seen.
            "table" => self.image("a table".to_owned(), String::new()),
            "br" => {
                self.cell.text.push('\n');
                Way::Skip
            }
            "img" => self.image(attribute("alt"), attribute("src")),
            "input" if attribute("type") == "checkbox" => {
                let checked = element.has_attribute("checked");
                let word = if checked { "checked" } else { "unchecked" };
                self.image(word.to_owned(), String::new())
            }
            "svg" => {
                let title = element.query_selector("title").ok().flatten();
                let title = title.and_then(|title| title.text_content());
                self.image(title.unwrap_or_else(label), class)
            }
            "i" | "span" if !element.has_child_nodes() => {
                let label = label();
                if class.is_empty() && label.is_empty() {
                    return Way::Skip;
                }
                self.image(label, class)
            }
            "sup" => {
                let note = element.text_content().unwrap_or_default();
                if !table::is_note(&note) {
                    return Way::Inside;
                }
                self.cell.notes.push_str(note.trim());
                Way::Skip
            }
            "p" | "div" | "li" | "ul" | "ol" | "dl" | "dt" | "dd" | "center" | "pre"
            | "blockquote" => Way::Block,
            "b" | "strong" => Way::Bold,
            _ => Way::Inside,
        }
    }

    fn image(&mut self, alt: String, source: String) -> Way {
        self.cell.images.push(Image { alt, source });
        Way::Skip
    }
}
