//! From an outline to tables: rows, cells and their spans, and the title of each table.

use super::markup::CellText;
use super::outline::{Tag, Token, Tokens};
use super::{Cell, Table, text};

/// The tables of an outline: see the signs [`OPEN`](super::OPEN) and those beside it.
///
/// In a table stand a text that is before it on the page, its caption or else the heading before it, and its
/// sections with their rows; a row or a cell that has the attribute `hidden` is left out. Where the outline ends
/// early, what was open ends too.
#[must_use]
pub fn outlined(outline: &str) -> Vec<Table> {
    let mut tokens = Tokens::new(outline);
    let mut tables = Vec::new();
    while let Some(token) = tokens.next() {
        if let Token::Open(tag) = token {
            tables.push(table(tag, &mut tokens));
        }
    }
    tables
}

fn table(tag: Tag<'_>, tokens: &mut Tokens<'_>) -> Table {
    let mut table = Table::default();
    let (mut caption, mut before, mut heading) = (None, None, None);
    let mut section = 0;
    while let Some(token) = tokens.next() {
        match token {
            Token::Text(words) => before = text::heading(words),
            Token::Close => break,
            Token::Open(tag) => match tag.name {
                "caption" => caption = Some(content(tokens).text),
                "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => heading = Some(content(tokens).text),
                _ => {
                    section += 1;
                    rows(tokens, &mut table, tag.name == "thead", section);
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

fn rows(tokens: &mut Tokens<'_>, table: &mut Table, head: bool, section: u32) {
    while let Some(token) = tokens.next() {
        match token {
            Token::Text(_) => {}
            Token::Close => break,
            Token::Open(tag) if tag.attribute("hidden").is_some() => tokens.skip(),
            Token::Open(_) => {
                let mut cells = row(tokens);
                for cell in &mut cells {
                    (cell.head, cell.section) = (head, section);
                }
                table.rows.push(cells);
            }
        }
    }
}

fn row(tokens: &mut Tokens<'_>) -> Vec<Cell> {
    let mut cells = Vec::new();
    while let Some(token) = tokens.next() {
        match token {
            Token::Text(_) => {}
            Token::Close => break,
            Token::Open(tag) if tag.attribute("hidden").is_some() => tokens.skip(),
            Token::Open(tag) => cells.push(cell(tag, tokens)),
        }
    }
    cells
}

fn cell(tag: Tag<'_>, tokens: &mut Tokens<'_>) -> Cell {
    let owned = |name| tag.attribute(name).map(str::to_owned);
    Cell {
        header: tag.name == "th",
        rowspan: tag.number("rowspan").unwrap_or(1),
        colspan: tag.number("colspan").unwrap_or(1),
        success: owned("data-success"),
        failure: owned("data-failure"),
        via: owned("data-via"),
        role: owned("data-role"),
        ..content(tokens)
    }
}

/// What stands in the element that was opened last, up to its end.
fn content(tokens: &mut Tokens<'_>) -> Cell {
    let mut cell = CellText::default();
    while let Some(token) = tokens.next() {
        match token {
            Token::Text(words) => cell.text(words),
            Token::Open(tag) => {
                if !cell.open(tag) {
                    tokens.skip();
                }
            }
            Token::Close => {
                if !cell.close() {
                    break;
                }
            }
        }
    }
    cell.finish()
}
