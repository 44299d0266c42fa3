//! Tables from a text: a line is a row, `|` stands between cells, and a line of `---` between tables.
//!
//! Signs before a cell's text say what it is: `!` a header, `*` bold, `~` crossed out, `^` in the head, `>3` three
//! columns wide, `v2` two rows high, `@` a picture, `=` where a success leads, `#` a role.

use state_chart::import::table::{Cell, Image, Table};

/// The tables of a text.
pub(super) fn tables(text: &str) -> Vec<Table> {
    text.split("---\n").map(table).collect()
}

fn table(text: &str) -> Table {
    let mut caption = String::new();
    let mut rows = Vec::new();
    for line in text.lines() {
        match line.strip_prefix(':') {
            Some(title) => title.clone_into(&mut caption),
            None => rows.push(line.split('|').map(cell).collect()),
        }
    }
    Table { caption, rows }
}

fn cell(text: &str) -> Cell {
    let mut cell = Cell::default();
    let mut letters = text.chars();
    loop {
        let rest = letters.as_str();
        let number = |letters: &mut std::str::Chars<'_>| {
            letters.next().and_then(|it| it.to_digit(10)).unwrap_or(1)
        };
        match letters.next() {
            Some('!') => cell.header = true,
            Some('*') => cell.strong = true,
            Some('~') => cell.struck = true,
            Some('^') => cell.head = true,
            Some('>') => cell.colspan = number(&mut letters),
            Some('v') if rest.as_bytes().get(1).is_some_and(u8::is_ascii_digit) => {
                cell.rowspan = number(&mut letters);
            }
            Some('@') => {
                let (alt, source) = letters
                    .as_str()
                    .split_once(' ')
                    .unwrap_or((letters.as_str(), ""));
                cell.images.push(Image {
                    alt: alt.to_owned(),
                    source: source.to_owned(),
                });
                return cell;
            }
            Some('=') => {
                let (mark, to) = letters
                    .as_str()
                    .split_once('=')
                    .unwrap_or(("", letters.as_str()));
                mark.clone_into(&mut cell.text);
                cell.success = Some(to.to_owned());
                return cell;
            }
            Some('#') => {
                cell.role = Some(letters.as_str().to_owned());
                return cell;
            }
            _ => {
                cell.text = rest.replace("\\n", "\n");
                return cell;
            }
        }
    }
}
