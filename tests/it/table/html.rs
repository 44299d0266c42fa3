//! Tables of an HTML text, as the element fills them from the page.
#![allow(clippy::unwrap_used, reason = "the selectors are constants")]

use scraper::node::Node;
use scraper::{ElementRef, Html, Selector};
use state_chart::import::table::{Cell, Image, Options, Problem, Reading, Table, is_note, read};

fn select(selector: &str) -> Selector {
    Selector::parse(selector).unwrap()
}

/// Reads the `<state-chart>` of a text, or all of it where there is none.
pub(crate) fn read_html(text: &str) -> Result<Reading, Vec<Problem>> {
    let html = Html::parse_document(text);
    let host = html.select(&select("state-chart")).next();
    let attribute = |name| host.and_then(|host| host.attr(name));
    let options = Options::parse(
        attribute("yes").unwrap_or(""),
        attribute("no").unwrap_or(""),
        attribute("states"),
    )
    .map_err(|problem| vec![problem])?;
    read(
        &tables(host.unwrap_or_else(|| html.root_element())),
        &options,
    )
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

fn cell(element: ElementRef<'_>) -> Cell {
    let number = |name| element.attr(name).and_then(|text| text.trim().parse().ok());
    let owned = |name| element.attr(name).map(str::to_owned);
    let mut cell = Cell {
        header: element.value().name() == "th",
        rowspan: number("rowspan").unwrap_or(1),
        colspan: number("colspan").unwrap_or(1),
        success: owned("data-success"),
        failure: owned("data-failure"),
        via: owned("data-via"),
        ..Cell::default()
    };
    let mut plain = false;
    fill(element, &mut cell, false, &mut plain);
    cell.strong = !plain && !cell.text.trim().is_empty();
    cell
}

fn fill(element: ElementRef<'_>, cell: &mut Cell, bold: bool, plain: &mut bool) {
    for child in element.children() {
        if let Node::Text(text) = child.value() {
            *plain |= !bold && !text.trim().is_empty();
            cell.text.push_str(&text.replace(['\n', '\r', '\t'], " "));
        }
        let Some(child) = ElementRef::wrap(child) else {
            continue;
        };
        let attribute = |name| child.attr(name).unwrap_or("");
        let name = child.value().name();
        let label = || {
            [attribute("aria-label"), attribute("title")]
                .into_iter()
                .find(|text| !text.is_empty())
                .unwrap_or("")
        };
        let image = |alt: &str, source: &str| Image {
            alt: alt.to_owned(),
            source: source.to_owned(),
        };
        if child.attr("hidden").is_some() || attribute("class").contains("headerlink") {
            continue;
        }
        match name {
            "script" | "style" | "template" => {}
            "table" => cell.images.push(image("a table", "")),
            "br" => cell.text.push('\n'),
            "img" => cell.images.push(image(attribute("alt"), attribute("src"))),
            "input" if attribute("type") == "checkbox" => {
                let checked = child.attr("checked").is_some();
                cell.images
                    .push(image(if checked { "checked" } else { "unchecked" }, ""));
            }
            "svg" => {
                let title = child
                    .select(&select("title"))
                    .next()
                    .map(|title| title.text().collect::<String>());
                let alt = title.unwrap_or_else(|| label().to_owned());
                cell.images.push(image(&alt, attribute("class")));
            }
            "i" | "span" if !child.has_children() => {
                if child.attr("class").is_some() || !label().is_empty() {
                    cell.images.push(image(label(), attribute("class")));
                }
            }
            "sup" if is_note(&child.text().collect::<String>()) => {
                cell.notes.extend(child.text());
            }
            "p" | "div" | "li" | "ul" | "ol" | "dl" | "dt" | "dd" | "center" | "pre"
            | "blockquote" => {
                cell.text.push('\n');
                fill(child, cell, bold, plain);
                cell.text.push('\n');
            }
            _ => fill(child, cell, bold || name == "b" || name == "strong", plain),
        }
    }
}
