//! The custom elements manifest, which editors and catalogues read, written from the table.

use super::api::{ATTRIBUTES, EVENTS, Entry, METHODS, PROPERTIES, READ_ONLY, STYLES};
use super::types;
use serde_json::{Value, json};

/// The version of the manifest's schema.
const SCHEMA: &str = "2.1.0";

/// The text of custom-elements.json.
pub(super) fn manifest() -> String {
    let class = json!({
        "kind": "class",
        "customElement": true,
        "tagName": "state-chart",
        "name": "StateChartElement",
        "description": super::package::DESCRIPTION,
        "superclass": {"name": "HTMLElement"},
        "attributes": list(ATTRIBUTES, |it| json!({
            "name": it.name,
            "fieldName": it.name,
            "description": it.meaning,
            "type": {"text": it.kind},
        })),
        "members": members(),
        "events": list(EVENTS, |it| json!({
            "name": it.name,
            "description": it.meaning,
            "type": {"text": types::event(it)},
        })),
        "cssProperties": list(STYLES, |it| json!({
            "name": it.name,
            "description": it.meaning,
            "syntax": it.kind,
        })),
        "slots": [{
            "name": "",
            "description": "The tables that the chart is read from; they are shown until the widget is there.",
        }],
    });
    let own = json!({"name": "StateChartElement", "module": "index.js"});
    let manifest = json!({
        "schemaVersion": SCHEMA,
        "readme": "README.md",
        "modules": [{
            "kind": "javascript-module",
            "path": "index.js",
            "declarations": [class],
            "exports": [{"kind": "custom-element-definition", "name": "state-chart", "declaration": own}],
        }],
    });
    format!("{manifest:#}\n")
}

fn list(entries: &[Entry], each: impl Fn(&Entry) -> Value) -> Vec<Value> {
    entries.iter().map(each).collect()
}

fn members() -> Vec<Value> {
    let mut members = list(PROPERTIES, |it| {
        json!({
            "kind": "field",
            "name": it.name,
            "description": it.meaning,
            "type": {"text": it.kind},
            "readonly": READ_ONLY.contains(&it.name),
        })
    });
    let plain = ATTRIBUTES
        .iter()
        .filter(|it| !PROPERTIES.iter().any(|property| property.name == it.name));
    members.extend(plain.map(|it| {
        json!({
            "kind": "field",
            "name": it.name,
            "attribute": it.name,
            "description": it.meaning,
            "type": {"text": format!("{} | null", it.kind)},
            "reflects": true,
        })
    }));
    members.extend(METHODS.iter().map(|it| {
        json!({
            "kind": "method",
            "name": it.entry.name,
            "description": it.entry.meaning,
            "parameters": list(it.parameters, |parameter| json!({
                "name": parameter.name.trim_end_matches('?'),
                "optional": parameter.name.ends_with('?'),
                "description": parameter.meaning,
                "type": {"text": parameter.kind},
            })),
            "return": {"type": {"text": it.entry.kind}},
        })
    }));
    members
}
