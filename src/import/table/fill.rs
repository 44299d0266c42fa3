//! From an outline to tables: rows, cells and their spans, and the title of each table.

use super::markup::CellText;
use super::outline::{Part, Parts, Tag};
use super::{Cell, Table, text};

/// The tables of an outline: see the signs [`OPEN`](super::OPEN) and those beside it.
///
/// In a table stand a text that is before it on the page, its caption or else the heading before it, and its
/// sections with their rows; a row or a cell that has the attribute `hidden` is left out. Where the outline ends
/// early, what was open ends too.
#[must_use]
pub fn outlined(outline: &str) -> Vec<Table> {
    let mut parts = Parts::new(outline);
    let mut tables = Vec::new();
    while let Some(part) = parts.next() {
        if let Part::Open(tag) = part {
            tables.push(table(tag, &mut parts));
        }
    }
    tables
}

fn table(tag: Tag<'_>, parts: &mut Parts<'_>) -> Table {
    let mut table = Table::default();
    let (mut caption, mut before, mut heading) = (None, None, None);
    let mut section = 0;
    while let Some(part) = parts.next() {
        match part {
            Part::Text(words) => before = text::heading(words),
            Part::Close => break,
            Part::Open(tag) => match tag.name {
                "caption" => caption = Some(content(parts).text),
                "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => heading = Some(content(parts).text),
                _ => {
                    section += 1;
                    rows(parts, &mut table, tag.name == "thead", section);
                }
            },
        }
    }
    let label = tag.attribute("aria-label");
    table.caption = caption
        .or_else(|| label.or(before).map(str::to_owned))
        .or(heading)
        .unwrap_or_default();
    table
}

fn rows(parts: &mut Parts<'_>, table: &mut Table, head: bool, section: u32) {
    while let Some(part) = parts.next() {
        match part {
            Part::Text(_) => {}
            Part::Close => break,
            Part::Open(tag) if tag.attribute("hidden").is_some() => parts.skip(),
            Part::Open(_) => {
                let mut cells = row(parts);
                for cell in &mut cells {
                    (cell.head, cell.section) = (head, section);
                }
                table.rows.push(cells);
            }
        }
    }
}

fn row(parts: &mut Parts<'_>) -> Vec<Cell> {
    let mut cells = Vec::new();
    while let Some(part) = parts.next() {
        match part {
            Part::Text(_) => {}
            Part::Close => break,
            Part::Open(tag) if tag.attribute("hidden").is_some() => parts.skip(),
            Part::Open(tag) => cells.push(cell(tag, parts)),
        }
    }
    cells
}

fn cell(tag: Tag<'_>, parts: &mut Parts<'_>) -> Cell {
    let owned = |name| tag.attribute(name).map(str::to_owned);
    Cell {
        header: tag.name == "th",
        rowspan: tag.number("rowspan").unwrap_or(1),
        colspan: tag.number("colspan").unwrap_or(1),
        success: owned("data-success"),
        failure: owned("data-failure"),
        via: owned("data-via"),
        role: owned("data-role"),
        ..content(parts)
    }
}

/// What stands in the element that was opened last, up to its end.
fn content(parts: &mut Parts<'_>) -> Cell {
    let mut cell = CellText::default();
    while let Some(part) = parts.next() {
        match part {
            Part::Text(words) => cell.text(words),
            Part::Open(tag) => {
                if !cell.open(tag) {
                    parts.skip();
                }
            }
            Part::Close => {
                if !cell.close() {
                    break;
                }
            }
        }
    }
    cell.finish()
}
