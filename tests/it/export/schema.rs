//! The JSON Schema says what the reader reads, no more and no less.

use super::lamp;
use crate::charts;
use jsonschema::Validator;
use proptest::prelude::*;
use serde_json::{Value, json};
use state_chart::export::{self, Format};
use state_chart::import::json::{self as reader, FIELDS};
use std::collections::BTreeSet;
use std::sync::LazyLock;

static SCHEMA: LazyLock<Value> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../../../static/chart.schema.json")).expect("it is JSON")
});
static VALIDATOR: LazyLock<Validator> =
    LazyLock::new(|| jsonschema::validator_for(&SCHEMA).expect("it is a schema"));

fn problems(text: &str) -> Vec<String> {
    let value = serde_json::from_str(text).expect("it is JSON");
    let problems = VALIDATOR.iter_errors(&value);
    problems.map(|problem| problem.to_string()).collect()
}

#[test]
fn schema_is_a_schema_itself() {
    assert!(jsonschema::meta::is_valid(&SCHEMA));
}

#[test]
fn schema_has_the_fields_of_the_reader() {
    let kinds = SCHEMA["$defs"].as_object().expect("it has kinds");
    let with_fields = kinds
        .iter()
        .filter(|(_, kind)| kind.get("properties").is_some());
    let named = |fields: &[&str]| fields.iter().map(|&field| field.to_owned()).collect();
    let schema: BTreeSet<(String, BTreeSet<String>)> = with_fields
        .map(|(name, kind)| {
            assert_eq!(kind["additionalProperties"], false, "{name}");
            let fields = kind["properties"].as_object().expect("it has fields");
            (name.clone(), fields.keys().cloned().collect())
        })
        .collect();
    let known = FIELDS
        .iter()
        .map(|&(kind, fields)| (kind.to_owned(), named(fields)));
    assert_eq!(schema, known.collect());
}

#[test]
fn schema_describes_every_field() {
    let kinds = SCHEMA["$defs"].as_object().expect("it has kinds");
    for (kind, schema) in kinds {
        assert!(schema["description"].is_string(), "{kind}");
        let fields = schema.get("properties").and_then(Value::as_object);
        for (field, schema) in fields.into_iter().flatten() {
            let own = schema["description"].is_string();
            assert!(own || schema["$ref"] == "#/$defs/source", "{kind}.{field}");
        }
    }
}

#[test]
fn built_in_chart_follows_the_schema() {
    let none: Vec<String> = Vec::new();
    assert_eq!(problems(state_chart::built_in::JSON), none);
    assert_eq!(
        problems(include_str!("../../exports/lamp.source.json")),
        none
    );
    for chart in [charts::biztalk(), charts::printer(), lamp()] {
        assert_eq!(problems(&export::write(Format::Json, &chart)), none);
    }
}

#[test]
fn schema_refuses_what_the_reader_refuses() {
    let good =
        json!({"version": 1, "groups": [{"operations": ["Go"]}], "rows": [{"states": ["A"]}]});
    let target = json!({"state": "A", "source": "inferred"});
    let outcome = |success: Value| json!([{"operation": "Go", "success": success}]);
    let broken = [
        ("version", json!(2)),
        ("version", json!("1")),
        ("titel", json!("A")),
        ("title", json!(1)),
        ("groups", json!({})),
        ("groups", json!([{}])),
        ("groups", json!([{"operations": [1]}])),
        ("groups", json!([{"operations": [" "]}])),
        ("groups", json!([{"operations": ["a".repeat(201)]}])),
        ("groups", json!([])),
        ("rows", json!([])),
        ("rows", json!([{"states": []}])),
        ("rows", json!([{"states": [{"about": "no name"}]}])),
        ("rows", json!([{"states": ["A"], "allowed": ["Go", "Go"]}])),
        (
            "rows",
            json!([{"states": ["A"], "conditional": {"Go": true}}]),
        ),
        ("rows", json!([{"states": ["A"], "notes": {"Go": 409}}])),
        ("rows", json!([{"states": ["A"], "notes": ["Go"]}])),
        ("outcomes", json!([{"success": target}])),
        ("outcomes", json!([{"operation": "Go", "from": []}])),
        (
            "outcomes",
            json!([{"operation": "Go", "via": {"name": "Going"}}]),
        ),
        ("outcomes", outcome(json!({"source": "inferred"}))),
        (
            "outcomes",
            outcome(json!({"state": "A", "same": true, "source": "inferred"})),
        ),
        (
            "outcomes",
            outcome(json!({"state": "A", "source": "guessed"})),
        ),
        (
            "events",
            json!([{"name": "E", "from": "any state", "source": "inferred"}]),
        ),
        (
            "events",
            json!([{"name": "E", "from": "anywhere", "source": "inferred", "success": target}]),
        ),
    ];
    let refused = |chart: &Value| {
        let value: reader::Value = serde_json::from_value(chart.clone()).expect("it is a value");
        (reader::read(&value).is_err(), !VALIDATOR.is_valid(chart))
    };
    assert_eq!(refused(&good), (false, false));
    for (field, value) in broken {
        let mut chart = good.clone();
        chart[field] = value;
        assert_eq!(refused(&chart), (true, true), "{chart}");
    }
}

proptest! {
    #[test]
    fn prop_every_written_chart_follows_the_schema(chart in charts::chart()) {
        prop_assert_eq!(problems(&export::write(Format::Json, &chart)), Vec::<String>::new());
    }
}
