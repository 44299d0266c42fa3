//! A graph for Graphviz: failures are dashed, and what is documented is bold.

use super::arrow::{Bundle, Endpoint, picture};
use crate::chart::{Chart, Source};

pub(super) fn write(chart: &Chart) -> String {
    let mut out = String::from("digraph ");
    quote(&[chart.title()], &mut out);
    out.push_str(" {\n  rankdir=LR;\n  node [shape=box, style=rounded];\n");
    let (endpoints, bundles) = picture(chart);
    for endpoint in endpoints {
        let shape = if matches!(endpoint, Endpoint::At(Some(_))) {
            ""
        } else {
            "plaintext"
        };
        node(&endpoint.id(), endpoint.name(chart), shape, &mut out);
    }
    if chart.start().is_some() {
        node("start", "", "point", &mut out);
        out.push_str("  start -> ");
        out.push_str(&Endpoint::At(chart.start()).id());
        out.push_str(";\n");
    }
    for bundle in &bundles {
        arrow(bundle, &mut out);
    }
    out.push_str("}\n");
    out
}

fn node(id: &str, name: &str, shape: &str, out: &mut String) {
    out.push_str("  ");
    out.push_str(id);
    out.push_str(" [label=");
    quote(&[name], out);
    if !shape.is_empty() {
        out.push_str(", shape=");
        out.push_str(shape);
    }
    out.push_str("];\n");
}

fn arrow(bundle: &Bundle, out: &mut String) {
    for part in ["  ", &bundle.from.id(), " -> ", &bundle.to.id(), " [label="] {
        out.push_str(part);
    }
    let labels: Vec<&str> = bundle.labels.iter().map(String::as_str).collect();
    quote(&labels, out);
    let style = match (bundle.failed, bundle.source) {
        (true, Some(Source::Documented)) => "\"dashed,bold\"",
        (false, Some(Source::Documented)) => "bold",
        (true, _) => "dashed",
        (false, None) => "dotted",
        (false, _) => "solid",
    };
    out.push_str(", style=");
    out.push_str(style);
    out.push_str("];\n");
}

/// Adds a quoted label of these lines.
fn quote(lines: &[&str], out: &mut String) {
    out.push('"');
    for (index, line) in lines.iter().enumerate() {
        if index > 0 {
            out.push_str("\\n");
        }
        for c in line.chars() {
            match c {
                '"' => out.push_str("\\\""),
                '\\' => out.push_str("\\\\"),
                '&' => out.push_str("&amp;"),
                c if c.is_control() => out.push(' '),
                c => out.push(c),
            }
        }
    }
    out.push('"');
}
