//! One table after RFC 4180, a line for each state, a column for each operation.
//!
//! A spreadsheet runs text that begins like a formula, and a chart may come from anywhere: such
//! text gets an apostrophe in front, which spreadsheets take for "this is text". So does such text
//! that has apostrophes in front already: whoever reads the file back takes exactly one away.

use super::cell_text;
use crate::chart::Chart;

pub(super) fn write(chart: &Chart) -> String {
    let mut out = String::from("State");
    for operation in chart.operations() {
        out.push(',');
        field(chart.operation_name(operation), &mut out);
    }
    out.push_str("\r\n");
    for state in chart.states() {
        field(chart.state_name(state), &mut out);
        for operation in chart.operations() {
            out.push(',');
            let permission = chart.permission(state, operation);
            let note = chart.note(state, operation);
            field(&cell_text(permission, note), &mut out);
        }
        out.push_str("\r\n");
    }
    out
}

fn field(text: &str, out: &mut String) {
    let formula = (text.trim_start_matches('\''))
        .starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    let quoted = text.contains([',', '"', '\r', '\n']);
    if quoted {
        out.push('"');
    }
    if formula {
        out.push('\'');
    }
    for c in text.chars() {
        if c == '"' {
            out.push('"');
        }
        out.push(c);
    }
    if quoted {
        out.push('"');
    }
}
