//! Tables of an HTML text, as the element fills them from the page.
#![allow(clippy::unwrap_used, reason = "the selectors are constants")]

use scraper::node::Node;
use scraper::{ElementRef, Html, Selector};
use state_chart::import::table::{Cell, CellText, Markup, Options, Problem, Reading, Table, read};

fn select(selector: &str) -> Selector {
    Selector::parse(selector).unwrap()
}

/// Reads the `<state-chart>` of a text, or all of it where there is none.
pub(crate) fn read_html(text: &str) -> Result<Reading, Vec<Problem>> {
    let (tables, options) = input(text).map_err(|problem| vec![problem])?;
    read(&tables, &options)
}

/// The tables in the `<state-chart>` of a text, and what its attributes say.
pub(crate) fn input(text: &str) -> Result<(Vec<Table>, Options), Problem> {
    let html = Html::parse_document(text);
    let host = html.select(&select("state-chart")).next();
    let attribute = |name| host.and_then(|host| host.attr(name));
    let options = Options::parse(
        attribute("yes").unwrap_or(""),
        attribute("no").unwrap_or(""),
        attribute("states"),
    )?;
    let host = host.unwrap_or_else(|| html.root_element());
    Ok((tables(host), options))
}

/// Every table in `host`.
pub(crate) fn tables(host: ElementRef<'_>) -> Vec<Table> {
    host.select(&select("table")).map(table).collect()
}

fn table(table: ElementRef<'_>) -> Table {
    let own = |element: &ElementRef<'_>| {
        let mut above = element.ancestors().filter_map(ElementRef::wrap);
        above.find(|above| above.value().name() == "table") == Some(table)
    };
    let mut caption = String::new();
    if let Some(element) = table.select(&select("caption")).find(own) {
        caption = cell(element).text;
    } else if let Some(label) = table.attr("aria-label") {
        caption = label.to_owned();
    } else if let Some(title) = before(table) {
        caption = title;
    } else if let Some(heading) = heading(table) {
        caption = cell(heading).text;
    }
    let in_head = |row: &ElementRef<'_>| {
        let parent = row.parent().and_then(ElementRef::wrap);
        parent.is_some_and(|parent| parent.value().name() == "thead")
    };
    let rows: Vec<ElementRef<'_>> = (table.select(&select("tr")))
        .filter(own)
        .filter(|row| row.attr("hidden").is_none())
        .collect();
    let (head, body): (Vec<_>, Vec<_>) = rows.into_iter().partition(in_head);
    let sections: Vec<_> = table.child_elements().map(|section| section.id()).collect();
    let section = |row: &ElementRef<'_>| {
        let parent = row.parent().map(|parent| parent.id());
        let at = sections.iter().position(|section| Some(*section) == parent);
        u32::try_from(at.unwrap_or(0)).unwrap_or(0)
    };
    let cells = |row: ElementRef<'_>| {
        let cells = row
            .child_elements()
            .filter(|cell| ["td", "th"].contains(&cell.value().name()));
        let cells = cells.filter(|cell| cell.attr("hidden").is_none());
        cells
            .map(|element| Cell {
                head: in_head(&row),
                section: section(&row),
                ..cell(element)
            })
            .collect()
    };
    Table {
        caption,
        rows: head.into_iter().chain(body).map(cells).collect(),
    }
}

/// The heading that stands as text before the table.
fn before(table: ElementRef<'_>) -> Option<String> {
    let text = table.prev_sibling()?;
    let text = text.value().as_text()?;
    state_chart::import::table::heading(text).map(str::to_owned)
}

/// The heading before the table, or before what wraps it.
fn heading(table: ElementRef<'_>) -> Option<ElementRef<'_>> {
    let mut at = table;
    for _ in 0..4 {
        if let Some(before) = at.prev_siblings().find_map(ElementRef::wrap) {
            return before
                .value()
                .name()
                .strip_prefix('h')
                .filter(|level| level.parse::<u8>().is_ok())
                .map(|_| before);
        }
        at = at
            .parent()
            .and_then(ElementRef::wrap)
            .filter(|parent| parent.value().name() != "state-chart")?;
    }
    None
}

/// An element as the parser gives it.
struct Parsed<'a>(ElementRef<'a>);

impl Markup for Parsed<'_> {
    fn name(&self) -> String {
        self.0.value().name().to_owned()
    }

    fn attribute(&self, name: &str) -> Option<String> {
        let (_, local) = name.split_once(':').unwrap_or(("", name));
        let mut attributes = self.0.value().attrs();
        let found = attributes.find(|(known, _)| *known == local);
        found.map(|(_, value)| value.to_owned())
    }
}

fn cell(element: ElementRef<'_>) -> Cell {
    let number = |name| element.attr(name).and_then(|text| text.trim().parse().ok());
    let owned = |name| element.attr(name).map(str::to_owned);
    let mut text = CellText::default();
    fill(element, &mut text);
    Cell {
        header: element.value().name() == "th",
        rowspan: number("rowspan").unwrap_or(1),
        colspan: number("colspan").unwrap_or(1),
        success: owned("data-success"),
        failure: owned("data-failure"),
        via: owned("data-via"),
        role: owned("data-role"),
        ..text.finish()
    }
}

fn fill(element: ElementRef<'_>, text: &mut CellText) {
    for child in element.children() {
        if let Node::Text(words) = child.value() {
            text.text(words);
        }
        if let Some(child) = ElementRef::wrap(child).filter(|&child| text.open(&Parsed(child))) {
            fill(child, text);
            text.close();
        }
    }
}
