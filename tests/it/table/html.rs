//! Tables of an HTML text, as the element fills them from the page.
#![allow(clippy::unwrap_used, reason = "the selectors are constants")]

use scraper::node::Node;
use scraper::{ElementRef, Html, Selector};
use state_chart::import::table::{
    ATTRIBUTE, CLOSE, OPEN, Options, Problem, Reading, TEXT, Table, outlined, read,
};

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
    outlined(&outlines(host))
}

/// The outline of all tables of a text.
pub(crate) fn outline_of(text: &str) -> String {
    outlines(Html::parse_document(text).root_element())
}

fn outlines(host: ElementRef<'_>) -> String {
    let mut text = String::new();
    for table in host.select(&select("table")) {
        outline(table, &mut text);
    }
    text
}

fn begin(element: ElementRef<'_>, text: &mut String) {
    let tag = element.value();
    text.extend([OPEN]);
    text.push_str(tag.name());
    for (name, value) in &tag.attrs {
        let prefix = name.prefix.as_deref().unwrap_or("");
        let colon = if prefix.is_empty() { "" } else { ":" };
        let value = value.replace([OPEN, ATTRIBUTE, TEXT, CLOSE], "\u{fffd}");
        *text += &format!("{ATTRIBUTE}{prefix}{colon}{}={value}", name.local);
    }
}

fn words(words: &str, text: &mut String) {
    text.push(TEXT);
    text.push_str(&words.replace([OPEN, ATTRIBUTE, TEXT, CLOSE], "\u{fffd}"));
}

/// An element with all that is in it; a table in a cell without.
fn whole(element: ElementRef<'_>, text: &mut String) {
    begin(element, text);
    let inside = element.value().name() != "table";
    for child in element.children().filter(|_| inside) {
        if let Node::Text(child) = child.value() {
            words(child, text);
        }
        if let Some(child) = ElementRef::wrap(child) {
            whole(child, text);
        }
    }
    text.push(CLOSE);
}

/// As `src/element/js/outline.js` does.
fn outline(table: ElementRef<'_>, text: &mut String) {
    let named = |names: &'static [&str]| {
        let children = table.child_elements();
        children.filter(|child| names.contains(&child.value().name()))
    };
    begin(table, text);
    if let Some(before) = table.prev_sibling()
        && let Node::Text(before) = before.value()
    {
        words(before, text);
    }
    if let Some(title) = named(&["caption"]).next().or_else(|| heading(table)) {
        whole(title, text);
    }
    // A browser gives the rows of the head first, and those of the foot last.
    let sections = named(&["thead"])
        .chain(named(&["tbody"]))
        .chain(named(&["tfoot"]));
    for section in sections {
        begin(section, text);
        for row in section
            .child_elements()
            .filter(|row| row.value().name() == "tr")
        {
            begin(row, text);
            let cells = row.child_elements();
            for cell in cells.filter(|cell| ["td", "th"].contains(&cell.value().name())) {
                whole(cell, text);
            }
            text.push(CLOSE);
        }
        text.push(CLOSE);
    }
    text.push(CLOSE);
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
