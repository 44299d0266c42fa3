//! A state diagram for Mermaid. No service is its `[*]`, what runs side by side is one arrow, and an
//! event that may happen in every state begins at a state of that name.

use super::arrow::{Bundle, Endpoint, picture};
use crate::chart::{Chart, Source};

pub(super) fn write(chart: &Chart) -> String {
    let mut out = String::from("stateDiagram-v2\n");
    if !chart.title().is_empty() {
        out.push_str("  accTitle: ");
        label(chart.title(), &mut out);
        out.push('\n');
    }
    let (endpoints, bundles) = picture(chart);
    for endpoint in endpoints {
        if endpoint != Endpoint::At(None) {
            declare(endpoint.name(chart), &id(endpoint), &mut out);
        }
    }
    if chart.start().is_some() {
        arrow("[*]", &id(Endpoint::At(chart.start())), &mut out);
        out.push('\n');
    }
    for bundle in &bundles {
        arrow(&id(bundle.from), &id(bundle.to), &mut out);
        out.push_str(" : ");
        say(bundle, &mut out);
        out.push('\n');
    }
    out
}

fn id(endpoint: Endpoint) -> String {
    match endpoint {
        Endpoint::At(None) => "[*]".to_owned(),
        other => other.id(),
    }
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
