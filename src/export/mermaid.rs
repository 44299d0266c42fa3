//! A state diagram for Mermaid. No service is its `[*]`; what runs side by side is one arrow.

use super::arrow::{Bundle, bundles};
use crate::chart::{Chart, Source, StateId};

/// The state that stands for all that the chart does not tell.
const UNTOLD: &str = "untold";

pub(super) fn write(chart: &Chart) -> String {
    let mut out = String::from("stateDiagram-v2\n");
    if !chart.title().is_empty() {
        out.push_str("  accTitle: ");
        label(chart.title(), &mut out);
        out.push('\n');
    }
    for state in chart.states() {
        declare(chart.state_name(state), &id(Some(state)), &mut out);
    }
    let bundles = bundles(chart);
    if bundles.iter().any(|bundle| bundle.to.is_none()) {
        declare("not told", UNTOLD, &mut out);
    }
    if let Some(start) = chart.start() {
        arrow("[*]", &id(Some(start)), &mut out);
        out.push('\n');
    }
    for bundle in &bundles {
        let to = bundle.to.map_or_else(|| UNTOLD.to_owned(), id);
        arrow(&id(bundle.from), &to, &mut out);
        out.push_str(" : ");
        say(bundle, &mut out);
        out.push('\n');
    }
    out
}

fn id(position: Option<StateId>) -> String {
    position.map_or_else(
        || "[*]".to_owned(),
        |state| ["s", &state.index().to_string()].concat(),
    )
}

fn declare(name: &str, id: &str, out: &mut String) {
    out.push_str("  state \"");
    label(name, out);
    out.push_str("\" as ");
    out.push_str(id);
    out.push('\n');
}

fn arrow(from: &str, to: &str, out: &mut String) {
    for part in ["  ", from, " --> ", to] {
        out.push_str(part);
    }
}

fn say(bundle: &Bundle, out: &mut String) {
    for (index, text) in bundle.labels.iter().enumerate() {
        if index > 0 {
            out.push_str(", ");
        }
        label(text, out);
    }
    if bundle.source == Some(Source::Documented) {
        out.push_str(" (documented)");
    }
}

/// Adds `text` so that Mermaid takes nothing in it for its own: what is not a letter, a digit or
/// quite harmless becomes one of its number codes.
fn label(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            ' ' | ',' | '.' | '(' | ')' | '/' => out.push(c),
            c if c.is_control() || c.is_whitespace() => out.push(' '),
            c if c.is_ascii() && !c.is_ascii_alphanumeric() => {
                out.push('#');
                out.push_str(&(c as u32).to_string());
                out.push(';');
            }
            c => out.push(c),
        }
    }
}
