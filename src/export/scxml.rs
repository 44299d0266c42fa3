//! A state machine of the W3C's State Chart XML, flat, in the null data model.
//!
//! Each operation and event has two SCXML events: `NAME.success` and `NAME.failure`. A state
//! accepts those of the operations that it allows. Where the chart does not tell where one leads,
//! the transition has no target, and the machine stays where it is. No service is a state too.
//!
//! The null data model has no conditions that somebody outside could meet: a conditional cell is
//! no transition but a `chart:conditional` beside them, and a refused cell with a note is a
//! `chart:refused`. Names as published, transitional states, sources and notes are attributes of
//! the same namespace, which other readers pass over.

use super::arrow::{Arrow, arrows, positions, refused};
use super::markup::attribute;
use super::unique_names::UniqueNames;
use crate::chart::Chart;

/// The namespace of what SCXML has no word for.
const NAMESPACE: &str = "urn:state-chart:1";

pub(super) fn write(chart: &Chart) -> String {
    let names = UniqueNames::new(chart, safe);
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.push_str(
        "<scxml xmlns=\"http://www.w3.org/2005/07/scxml\" version=\"1.0\" datamodel=\"null\"",
    );
    attribute("initial", names.position(chart.start()), &mut out);
    attribute("xmlns:chart", NAMESPACE, &mut out);
    if !chart.title().is_empty() {
        attribute("chart:title", chart.title(), &mut out);
    }
    out.push_str(">\n");
    for from in positions(chart) {
        out.push_str("  <state");
        attribute("id", names.position(from), &mut out);
        let name = chart.position_name(from);
        if names.position(from) != name {
            attribute("chart:name", name, &mut out);
        }
        let arrows = arrows(chart, from);
        let refused = refused(chart, from);
        if arrows.is_empty() && refused.is_empty() {
            out.push_str("/>\n");
            continue;
        }
        out.push_str(">\n");
        for arrow in &arrows {
            transition(chart, &names, arrow, &mut out);
        }
        for (operation, note) in refused {
            out.push_str("    <chart:refused");
            attribute("name", operation, &mut out);
            attribute("note", note, &mut out);
            out.push_str("/>\n");
        }
        out.push_str("  </state>\n");
    }
    out.push_str("</scxml>\n");
    out
}

fn transition(chart: &Chart, names: &UniqueNames, arrow: &Arrow<'_>, out: &mut String) {
    let event = names.ended(arrow.cause, arrow.failed);
    out.push_str("    <");
    match arrow.condition {
        None => out.push_str("transition"),
        Some(_) => out.push_str("chart:conditional"),
    }
    attribute("event", &event, out);
    if let Some(to) = arrow.to {
        attribute("target", names.position(to), out);
    }
    if let Some(condition) = arrow.condition {
        attribute("text", condition, out);
    }
    // An attribute of an element in our own namespace has no prefix.
    let own = |name: &str| {
        let prefix = if arrow.condition.is_some() {
            ""
        } else {
            "chart:"
        };
        [prefix, name].concat()
    };
    let name = arrow.cause.name(chart);
    if event
        .rsplit_once('.')
        .is_none_or(|(known, _)| known != name)
    {
        attribute(&own("name"), name, out);
    }
    if let Some(source) = arrow.source {
        attribute(&own("source"), source.word(), out);
    }
    if let Some(via) = arrow.via {
        attribute(&own("via"), &via.name, out);
    }
    if let Some(note) = arrow.note {
        attribute(&own("note"), note, out);
    }
    out.push_str("/>\n");
}

/// `name` with `_` for all that may not stand in an XML name, nor in an event between its dots.
fn safe(name: &str) -> String {
    let mut safe = String::with_capacity(name.len() + 1);
    for c in name.chars() {
        let letter = c.is_ascii_alphabetic() || c == '_' || letter(c);
        if letter || !safe.is_empty() && (c.is_ascii_digit() || c == '-') {
            safe.push(c);
        } else if safe.is_empty() && c.is_ascii_digit() {
            safe.push('_');
            safe.push(c);
        } else {
            safe.push('_');
        }
    }
    safe
}

/// Whether `c` is a letter that XML, in each of its editions, lets a name begin with.
fn letter(c: char) -> bool {
    let block = matches!(c,
        '\u{C0}'..='\u{131}' | '\u{391}'..='\u{3C9}' | '\u{401}'..='\u{481}' | '\u{5D0}'..='\u{5EA}'
        | '\u{621}'..='\u{63A}' | '\u{3041}'..='\u{3094}' | '\u{30A1}'..='\u{30FA}'
        | '\u{4E00}'..='\u{9FA5}' | '\u{AC00}'..='\u{D7A3}');
    block && c.is_alphabetic()
}
