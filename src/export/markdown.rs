//! Tables of GitHub's Markdown, one for each group. It has no captions: titles are headings.

use super::cell_text;
use crate::chart::{Chart, Group};

pub(super) fn write(chart: &Chart) -> String {
    let mut out = String::new();
    heading("# ", chart.title(), &mut out);
    for group in chart.groups() {
        if group.operations().is_empty() {
            continue;
        }
        // A table ends at an empty line.
        if out.ends_with("|\n") {
            out.push('\n');
        }
        heading("## ", group.title(), &mut out);
        table(chart, group, &mut out);
    }
    out
}

fn heading(level: &str, title: &str, out: &mut String) {
    if !title.is_empty() {
        out.push_str(level);
        text(title, out);
        out.push_str("\n\n");
    }
}

fn table(chart: &Chart, group: &Group, out: &mut String) {
    out.push_str("| State |");
    for &operation in group.operations() {
        out.push(' ');
        text(chart.operation_name(operation), out);
        out.push_str(" |");
    }
    out.push_str("\n| :--- |");
    for _ in group.operations() {
        out.push_str(" :---: |");
    }
    out.push('\n');
    for (index, row) in chart.rows().iter().enumerate() {
        out.push_str("| ");
        for (index, &state) in row.states().iter().enumerate() {
            if index > 0 {
                out.push_str("<br>");
            }
            text(chart.state_name(state), out);
        }
        out.push_str(" |");
        for &operation in group.operations() {
            let cell = chart.row_at(index).map(|row| {
                let permission = chart.row_permission(row, operation);
                cell_text(permission, chart.row_note(row, operation))
            });
            out.push(' ');
            text(&cell.unwrap_or_default(), out);
            out.push_str(" |");
        }
        out.push('\n');
    }
}

/// Adds `text` so that it is read as it is, in a cell of a table too.
pub(super) fn text(text: &str, out: &mut String) {
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        let escape = match c {
            '|' | '*' | '_' | '`' | '[' | ']' | '<' | '>' | '&' | '#' | '~' | '$' | '@' => true,
            // Addresses become links by themselves, and then nothing in them is escaped.
            ':' => rest.as_str().starts_with('/'),
            '.' => out.ends_with(['w', 'W']),
            _ => false,
        };
        match c {
            // Renderers do not agree on a backslash before an escaped pipe.
            '\\' => out.push_str("&#92;"),
            // Some renderers end a line at these two.
            '\u{2028}' | '\u{2029}' => out.push(' '),
            c if c.is_control() => out.push(' '),
            c => {
                if escape {
                    out.push('\\');
                }
                out.push(c);
            }
        }
    }
}
