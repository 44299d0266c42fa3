//! The manifest of the element as tables in Markdown, for the docs and the package's README.

use anyhow::{Context, Result};
use serde_json::Value;
use std::fmt::Write;

/// The page about the interface.
pub(crate) fn interface(manifest: &Value) -> Result<String> {
    let tables = tables(manifest, "##")?;
    Ok(format!(
        "# The interface of `<state-chart>`\n\nMade from `src/element/js/element.js`; `cargo xtask check` holds both against each other.\n\n{tables}"
    ))
}

/// Every table, each under a heading.
pub(super) fn tables(manifest: &Value, heading: &str) -> Result<String> {
    let element = manifest.pointer("/modules/0/declarations/0");
    let element = element.context("the manifest tells of no element")?;
    let list = |name: &str| list(element, name);
    let members = |kind: &'static str| {
        list("members")
            .iter()
            .filter(move |it| text(it, "/kind") == kind)
    };
    let row = |it: &Value, kind: String| [text(it, "/name").to_owned(), kind, about(it)];
    let typed = |it: &Value| row(it, text(it, "/type/text").to_owned());
    let attributes: Vec<_> = list("attributes").iter().map(typed).collect();
    // A property that only reflects its attribute is told of there.
    let is_more = |it: &&Value| it.pointer("/reflects") != Some(&Value::Bool(true));
    let properties: Vec<_> = members("field").filter(is_more).map(typed).collect();
    let methods = members("method").map(|it| {
        [
            signature(it),
            text(it, "/return/type/text").to_owned(),
            about(it),
        ]
    });
    let styles = list("cssProperties").iter();
    let styles = styles.map(|it| row(it, text(it, "/syntax").to_owned()));
    let parts = list("cssParts").iter();
    let parts = parts.map(|it| row(it, format!("state-chart::part({})", text(it, "/name"))));
    let sections = [
        ("Attributes", ["name", "type", "meaning"], attributes),
        ("Properties", ["name", "type", "meaning"], properties),
        ("Methods", ["method", "gives", "meaning"], methods.collect()),
        (
            "Events",
            ["name", "event", "meaning"],
            list("events").iter().map(typed).collect(),
        ),
        (
            "Custom properties",
            ["name", "syntax", "meaning"],
            styles.collect(),
        ),
        ("Parts", ["name", "selector", "meaning"], parts.collect()),
    ];
    let mut all = String::new();
    for (title, [first, second, third], rows) in sections {
        if !all.is_empty() {
            all.push('\n');
        }
        _ = writeln!(
            all,
            "{heading} {title}\n\n| {first} | {second} | {third} |\n|---|---|---|"
        );
        for [name, kind, meaning] in rows {
            _ = writeln!(all, "| {} | {} | {meaning} |", code(&name), code(&kind));
        }
    }
    Ok(all)
}

fn list<'a>(of: &'a Value, name: &str) -> &'a [Value] {
    let list = of.get(name).and_then(Value::as_array);
    list.map_or(&[], Vec::as_slice)
}

fn text<'a>(of: &'a Value, pointer: &str) -> &'a str {
    of.pointer(pointer)
        .and_then(Value::as_str)
        .unwrap_or_default()
}

/// What it means, on one line.
fn about(it: &Value) -> String {
    text(it, "/description").replace('\n', " ")
}

/// A method's name and parameters.
fn signature(method: &Value) -> String {
    let parameters = list(method, "parameters").iter().map(|it| {
        let is_optional = it.pointer("/optional") == Some(&Value::Bool(true));
        let mark = if is_optional { "?" } else { "" };
        format!("{}{mark}: {}", text(it, "/name"), text(it, "/type/text"))
    });
    let parameters: Vec<_> = parameters.collect();
    format!("{}({})", text(method, "/name"), parameters.join(", "))
}

/// Code in a cell, where `|` would end the cell.
fn code(text: &str) -> String {
    format!("`{}`", text.replace('|', "\\|"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_manifest_becomes_tables() {
        let element = json!({
            "attributes": [{"name": "src", "type": {"text": "string | null"}, "description": "An address."}],
            "members": [
                {"kind": "field", "name": "src", "reflects": true},
                {"kind": "field", "name": "chart", "type": {"text": "Chart"}, "description": "A chart."},
                {"kind": "method", "name": "perform", "return": {"type": {"text": "Promise<Step>"}}, "description": "Acts.",
                 "parameters": [{"name": "name", "type": {"text": "string"}}, {"name": "options", "optional": true, "type": {"text": "End"}}]},
            ],
        });
        let manifest = json!({"modules": [{"declarations": [element]}]});
        let text = tables(&manifest, "##").unwrap_or_default();
        for line in [
            "| `src` | `string \\| null` | An address. |",
            "| `chart` | `Chart` | A chart. |",
            "| `perform(name: string, options?: End)` | `Promise<Step>` | Acts. |",
        ] {
            assert!(text.contains(&format!("{line}\n")), "no `{line}` in {text}");
        }
        assert_eq!(text.matches("`src`").count(), 1);
    }
}
