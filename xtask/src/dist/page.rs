//! The table as tables in Markdown, for the docs and the package's README.

use super::api::{ATTRIBUTES, EVENTS, Entry, METHODS, PROPERTIES, STYLES};
use super::types;
use std::fmt::Write;

/// The page about the interface.
pub(super) fn interface() -> String {
    let tables = tables("##");
    format!(
        "# The interface of `<state-chart>`\n\nMade from `src/element/api.rs`; a test holds both against each other.\n\n{tables}"
    )
}

/// Every table, each under a heading.
pub(super) fn tables(heading: &str) -> String {
    let mut text = String::new();
    let mut section = |title: &str, head: [&str; 3], rows: Vec<[String; 3]>| {
        if !text.is_empty() {
            text.push('\n');
        }
        let [first, second, third] = head;
        _ = writeln!(
            text,
            "{heading} {title}\n\n| {first} | {second} | {third} |\n|---|---|---|"
        );
        for [name, kind, meaning] in rows {
            _ = writeln!(text, "| {} | {} | {meaning} |", code(&name), code(&kind));
        }
    };
    let head = ["name", "type", "meaning"];
    section(
        "Attributes",
        head,
        rows(ATTRIBUTES, |it| it.kind.to_owned()),
    );
    section(
        "Properties",
        head,
        rows(PROPERTIES, |it| it.kind.to_owned()),
    );
    let methods = METHODS.iter().map(|it| {
        let entry = &it.entry;
        [
            types::signature(it),
            entry.kind.to_owned(),
            entry.meaning.to_owned(),
        ]
    });
    section("Methods", ["method", "gives", "meaning"], methods.collect());
    section(
        "Events",
        ["name", "event", "meaning"],
        rows(EVENTS, types::event),
    );
    let style = ["name", "syntax", "meaning"];
    section(
        "Custom properties",
        style,
        rows(STYLES, |it| it.kind.to_owned()),
    );
    text
}

fn rows(entries: &[Entry], kind: impl Fn(&Entry) -> String) -> Vec<[String; 3]> {
    let row = |it: &Entry| [it.name.to_owned(), kind(it), it.meaning.to_owned()];
    entries.iter().map(row).collect()
}

/// Code in a cell, where `|` would end the cell.
fn code(text: &str) -> String {
    format!("`{}`", text.replace('|', "\\|"))
}
