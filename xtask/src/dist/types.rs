//! The types of the npm package for TypeScript, written from the table.

use super::api::{ASKING, ATTRIBUTES, CHART, EVENTS, METHODS, Method, PROPERTIES, READ_ONLY};
use super::api::{Entry, RECORDS, Record};
use std::fmt::Write;

/// The text of index.d.ts.
pub(super) fn declarations() -> String {
    let mut text =
        String::from("// The types of <state-chart>. Importing the package defines the element.\n");
    for record in RECORDS.iter().chain(CHART) {
        interface(&mut text, record);
    }
    element(&mut text);
    events(&mut text);
    text
}

fn about(text: &mut String, indent: &str, meaning: &str) {
    _ = writeln!(text, "{indent}/** {meaning} */");
}

fn interface(text: &mut String, record: &Record) {
    text.push('\n');
    about(text, "", record.meaning);
    _ = writeln!(text, "export interface {} {{", record.name);
    for Entry {
        name,
        kind,
        meaning,
    } in record.fields
    {
        about(text, "  ", meaning);
        _ = writeln!(text, "  {name}: {kind};");
    }
    text.push_str("}\n");
}

fn element(text: &mut String) {
    text.push('\n');
    about(text, "", "The element.");
    text.push_str("export interface StateChartElement extends HTMLElement {\n");
    for property in PROPERTIES {
        about(text, "  ", property.meaning);
        let read_only = if READ_ONLY.contains(&property.name) {
            "readonly "
        } else {
            ""
        };
        _ = writeln!(text, "  {read_only}{}: {};", property.name, property.kind);
    }
    for attribute in ATTRIBUTES {
        if !PROPERTIES.iter().any(|it| it.name == attribute.name) {
            about(text, "  ", attribute.meaning);
            _ = writeln!(text, "  {}: {} | null;", attribute.name, attribute.kind);
        }
    }
    for method in METHODS {
        about(text, "  ", method.entry.meaning);
        _ = writeln!(text, "  {}: {};", signature(method), method.entry.kind);
    }
    text.push_str("}\n");
}

/// A method's name and parameters.
pub(super) fn signature(method: &Method) -> String {
    let parameters: Vec<_> = method
        .parameters
        .iter()
        .map(|it| format!("{}: {}", it.name, it.kind))
        .collect();
    format!("{}({})", method.entry.name, parameters.join(", "))
}

/// The type of an event.
pub(super) fn event(event: &Entry) -> String {
    if event.name == ASKING {
        return "StateChartOperateEvent".to_owned();
    }
    format!("CustomEvent<{}>", event.kind)
}

fn events(text: &mut String) {
    for entry in EVENTS.iter().filter(|it| it.name == ASKING) {
        text.push('\n');
        about(text, "", entry.meaning);
        _ = writeln!(
            text,
            "export interface StateChartOperateEvent extends CustomEvent<{}> {{",
            entry.kind
        );
        let meaning = "The page carries the operation out: it ends as the promise says, and fails if the promise is rejected.";
        about(text, "  ", meaning);
        text.push_str("  waitUntil(end: Promise<End | void>): void;\n}\n");
    }
    text.push('\n');
    about(text, "", "The events of the element, by name.");
    text.push_str("export interface StateChartEventMap {\n");
    for entry in EVENTS {
        about(text, "  ", entry.meaning);
        _ = writeln!(text, "  \"{}\": {};", entry.name, event(entry));
    }
    text.push_str(
        "}\n\ndeclare global {\n  interface HTMLElementTagNameMap {\n    \"state-chart\": StateChartElement;\n  }\n  \
         interface GlobalEventHandlersEventMap extends StateChartEventMap {}\n}\n",
    );
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_line_of_the_table_is_a_member() {
        let text = declarations();
        for line in [
            "  state: string | null;",
            "  src: string | null;",
            "  states: \"rows\" | \"columns\" | null;",
            "  readonly ready: Promise<StateChartElement>;",
            "  perform(name: string, options?: PerformOptions): Promise<Step | Refusal>;",
            "  \"state-chart-operate\": StateChartOperateEvent;",
            "  \"state-chart-select\": CustomEvent<Selection | null>;",
            "  \"state-chart\": StateChartElement;",
            "  success?: Lead;",
        ] {
            assert!(text.contains(&format!("{line}\n")), "no `{line}`");
        }
        assert_eq!(text.matches("  state: string | null;").count(), 3);
    }
}
