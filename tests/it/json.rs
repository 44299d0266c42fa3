//! The JSON format: what is read, and what each error says.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that meets what it does not expect should stop"
)]

mod form;
mod hostile;
mod names;
mod text;

use crate::charts;
use serde::de::Deserialize;
use serde::de::value::{
    BytesDeserializer, Error, MapDeserializer, SeqDeserializer, UnitDeserializer,
};
use state_chart::chart::{Permission, Source, TargetState};
use state_chart::export::{self, Format};
use state_chart::import::json::{self, Value};

/// The errors of a JSON text, as an author sees them.
fn errors(text: &str) -> Vec<String> {
    let value: Value = serde_json::from_str(text).unwrap();
    let problems = json::read(&value).err().unwrap_or_default();
    problems.iter().map(ToString::to_string).collect()
}

/// The errors of a small valid chart in which `from` stands as `to`.
fn errors_with(from: &str, to: &str) -> Vec<String> {
    let small = r#"{"version": 1, "title": "Lamp",
      "groups": [{"title": "Switch", "operations": ["On", {"name": "Off", "about": "dark"}]}],
      "rows": [
        {"states": ["Dark"], "allowed": ["On"]},
        {"states": [{"name": "Bright"}], "allowed": ["Off"], "conditional": {"On": "twice"}}],
      "outcomes": [
        {"operation": "On", "from": ["Dark"], "via": {"name": "Warming", "source": "inferred"},
         "success": {"state": "Bright", "source": "documented"},
         "failure": {"same": true, "source": "inferred"}}],
      "events": [
        {"name": "Burn out", "from": "any state", "source": "inferred",
         "success": {"gone": true, "source": "inferred"}}]}"#;
    assert_eq!(errors(small), [""; 0], "the chart is valid as it stands");
    assert_eq!(small.matches(from).count(), 1, "`{from}` stands there once");
    errors(&small.replace(from, to))
}

#[test]
fn ok_a_chart_of_a_printer_knows_nothing_of_outcomes() {
    let chart = charts::printer();
    assert_eq!(chart.title(), "Printer");
    assert_eq!(chart.service(), "Printer");
    assert_eq!(chart.refusal(), "Operation not allowed");
    assert_eq!(chart.states().len(), 3);
    assert_eq!(chart.operations().len(), 4);
    let printing = chart.state_named("Printing").unwrap();
    let allowed: Vec<_> = (chart.operations())
        .filter(|&operation| chart.allows(printing, operation))
        .map(|operation| chart.operation_name(operation))
        .collect();
    assert_eq!(allowed, ["Pause", "Cancel"]);
    assert!(
        chart
            .operations()
            .all(|operation| chart.outcome(printing, operation).is_none())
    );
    assert_eq!(chart.start(), chart.state_named("Idle"));
}

#[test]
fn ok_conditional_cells_outcomes_and_events_are_read() {
    let chart = charts::read(
        r#"{"version": 1, "start": "Bright", "refusal": "No",
          "groups": [{"title": "", "operations": ["On", "Off"]}],
          "rows": [{"states": ["Dark", "Bright"], "allowed": ["Off"], "conditional": {"On": "by day"}}],
          "outcomes": [{"operation": "On", "success": {"state": "Bright", "source": "documented"}}],
          "events": [{"name": "Make", "from": "no service", "source": "documented",
                      "success": {"state": "Dark", "source": "documented"}, "failure": null}]}"#,
    );
    let [dark, bright] = ["Dark", "Bright"].map(|name| chart.state_named(name).unwrap());
    let [on, off] = ["On", "Off"].map(|name| chart.operation_named(name).unwrap());
    assert_eq!(chart.start(), Some(bright));
    assert_eq!(chart.service(), "service");
    assert_eq!(chart.refusal(), "No");
    assert_eq!(
        chart.permission(dark, on),
        &Permission::Conditional("by day".into())
    );
    let target = chart.outcome(dark, on).unwrap().success.unwrap();
    assert_eq!(
        (target.state, target.source),
        (TargetState::State(bright), Source::Documented)
    );
    assert_eq!(chart.outcome(dark, off), None);
    assert!(chart.events()[0].may_happen(None) && !chart.events()[0].may_happen(Some(dark)));
}

#[test]
fn ok_notes_are_read_and_written_only_where_there_are_any() {
    let chart = charts::read(
        r#"{"version": 1, "groups": [{"operations": ["On", "Off", "Dim"]}],
          "rows": [
            {"states": ["Dark"], "allowed": ["On"], "conditional": {"Dim": "by day"},
             "notes": {"Dim": " see below ", "On": "logged", "Off": "409"}},
            {"states": ["Bright"], "allowed": ["Off"], "notes": {"On": " "}},
            {"states": ["Broken"], "notes": null}]}"#,
    );
    let notes = |state| {
        let state = chart.state_named(state).unwrap();
        let notes = (chart.operations()).map(|operation| chart.note(state, operation));
        notes.collect::<Vec<_>>()
    };
    let all = [Some("logged"), Some("409"), Some("see below")];
    assert_eq!(notes("Dark"), all);
    assert_eq!(notes("Bright"), [None; 3]);
    let written = export::write(Format::Json, &chart);
    assert_eq!(written.matches("notes").count(), 1, "{written}");
    let expected = r#""notes": {"On": "logged", "Off": "409", "Dim": "see below"}"#;
    assert!(written.contains(expected), "{written}");
    assert_eq!(charts::read(&written), chart);
}

#[test]
fn ok_null_counts_as_absent() {
    let none = errors_with(
        r#""title": "Lamp""#,
        r#""title": null, "start": null, "service": null"#,
    );
    assert_eq!(none, [""; 0]);
    assert_eq!(
        errors_with(r#""version": 1"#, r#""version": null"#),
        ["version: missing"]
    );
    assert_eq!(errors("null"), ["expected an object, found `null`"]);
}

#[test]
fn ok_of_a_field_that_stands_twice_the_last_counts_as_for_a_browser() {
    assert_eq!(
        errors_with(r#""version": 1"#, r#""version": 2, "version": 1"#),
        [""; 0]
    );
    let last = errors_with(r#""version": 1"#, r#""version": 1, "version": 2"#);
    assert_eq!(
        last,
        ["version: this widget reads version 1 of the format, found `2`"]
    );
}

#[test]
fn err_an_empty_chart_has_neither_state_nor_operation() {
    let none = errors(r#"{"version": 1, "groups": [], "rows": []}"#);
    assert_eq!(
        none,
        ["the chart has no state", "the chart has no operation"]
    );
    assert_eq!(
        errors("{}"),
        ["version: missing", "groups: missing", "rows: missing"]
    );
}

#[test]
fn err_several_problems_are_told_together_in_the_order_of_the_document() {
    let chart = r#"{"version": 2, "groups": [{"operations": [5]}], "rows": [{"states": 1, "colour": "red"}]}"#;
    assert_eq!(
        errors(chart),
        [
            "version: this widget reads version 1 of the format, found `2`",
            "groups[0].operations[0]: expected an object, found `5`",
            "rows[0].colour: unknown field",
            "rows[0].states: expected a list, found `1`",
        ]
    );
    let chart = r#"{"version": 1, "groups": [{"operations": ["A"]}], "rows": [{"states": ["B"], "allowed": ["A"]}],
      "outcomes": [{"operation": "A", "success": {"state": "C", "source": "inferred"}}, {"operation": "D", "from": ["B"]}]}"#;
    assert_eq!(
        errors(chart),
        [
            "outcomes[0].success: no state is called `C`",
            "outcomes[1].operation: no operation is called `D`",
        ]
    );
}

#[test]
fn err_of_very_many_problems_the_last_says_how_many_more_there_are() {
    let fields = |count: usize| {
        let fields: Vec<_> = (0..count)
            .map(|i| format!(r#""zzzzzzzzz{i}": 1"#))
            .collect();
        let [begin, end] = [r#"{"version": 1, "groups": [], "rows": [], "#, "}"];
        errors(&[begin, &fields.join(", "), end].concat())
    };
    assert_eq!(fields(100).len(), 100);
    assert_eq!(fields(101).last().unwrap(), "and 1 more problem");
    let many = fields(5_000);
    assert_eq!(many.len(), 101);
    assert_eq!(many.last().unwrap(), "and 4900 more problems");
}

#[test]
fn err_many_unknown_names_in_a_large_chart_are_told() {
    // Without a budget for proposals this takes hours.
    let pad = |i: usize| format!("{i:05}{}", "y".repeat(190));
    let states: Vec<_> = (0..10_000).map(|i| format!("{:?}", pad(i))).collect();
    let from: Vec<_> = (0..10_000)
        .map(|i| format!("{:?}", pad(i + 50_000)))
        .collect();
    let many = errors(&format!(
        r#"{{"version": 1, "groups": [{{"operations": ["A"]}}], "rows": [{{"states": [{}], "allowed": ["A"]}}],
          "outcomes": [{{"operation": "A", "from": [{}]}}]}}"#,
        states.join(","),
        from.join(",")
    ));
    assert_eq!(many.last().unwrap(), "and 9900 more problems");
}

#[test]
fn err_a_name_far_too_long_is_cut_where_it_is_unknown() {
    let start = format!(r#""start": "{}""#, "é".repeat(5_000));
    let cut = format!("start: no state is called `{}…`", "é".repeat(200));
    assert_eq!(errors_with(r#""title": "Lamp""#, &start), [cut]);
}

#[test]
fn err_a_chart_too_large_is_refused_before_it_takes_room() {
    let list = |count: usize, item: &str| vec![item; count].join(",");
    let chart = |operations: usize, rows: usize| {
        let operations: Vec<_> = (0..operations).map(|i| format!("\"o{i}\"")).collect();
        errors(&format!(
            r#"{{"version": 1, "groups": [{{"operations": [{}]}}], "rows": [{}]}}"#,
            operations.join(","),
            list(rows, r#"{"states":[]}"#)
        ))
    };
    assert_eq!(chart(1_001, 1), ["groups: 1001 operations, more than 1000"]);
    assert_eq!(chart(1, 10_001), ["rows: 10001 rows, more than 10000"]);
    assert_eq!(chart(11, 10_000), ["rows: 110000 cells, more than 100000"]);
    let both = [
        "groups: 100000 operations, more than 1000",
        "rows: 100000 rows, more than 10000",
        "rows: 10000000000 cells, more than 100000",
    ];
    assert_eq!(chart(100_000, 100_000), both);
}

#[test]
fn err_too_many_states_or_events_are_told_with_both_numbers() {
    let states: Vec<_> = (0..10_001).map(|i| format!("\"s{i}\"")).collect();
    let states = states.join(",");
    let chart = format!(
        r#"{{"version": 1, "groups": [{{"operations": ["A"]}}], "rows": [{{"states": [{states}]}}]}}"#
    );
    assert_eq!(errors(&chart), ["10001 states, more than 10000"]);
    let event = r#"{"name": "Burn out", "from": "any state", "source": "inferred",
         "success": {"gone": true, "source": "inferred"}}"#;
    let events = vec![event; 101].join(",");
    assert_eq!(errors_with(event, &events), ["101 events, more than 100"]);
}

#[test]
fn err_what_is_nested_too_deep_is_refused_by_the_tree() {
    let nested = |levels: usize| ["[".repeat(levels), "]".repeat(levels)].concat();
    assert!(serde_json::from_str::<Value>(&nested(32)).is_ok());
    let error = serde_json::from_str::<Value>(&nested(33))
        .unwrap_err()
        .to_string();
    assert!(error.starts_with("nested deeper than 32 levels"), "{error}");
}

#[test]
fn ok_any_serde_format_fills_the_tree() {
    let value: Value =
        serde_json::from_str(r#"{"b": [null, true, -2, 3, 0.5, "x"], "a": {}}"#).unwrap();
    let list = vec![
        Value::Null,
        Value::Bool(true),
        Value::Number(-2.0),
        Value::Number(3.0),
        Value::Number(0.5),
        Value::Text("x".to_owned()),
    ];
    let fields = vec![
        ("b".to_owned(), Value::List(list)),
        ("a".to_owned(), Value::Object(Vec::new())),
    ];
    assert_eq!(value, Value::Object(fields));
    let unit = UnitDeserializer::<Error>::new();
    assert_eq!(Value::deserialize(unit).unwrap(), Value::Null);
    let list = SeqDeserializer::<_, Error>::new([1_u64, 2].into_iter());
    let numbers = [1.0, 2.0].map(Value::Number).to_vec();
    assert_eq!(Value::deserialize(list).unwrap(), Value::List(numbers));
    let map = MapDeserializer::<_, Error>::new([("a", "b")].into_iter());
    let field = ("a".to_owned(), Value::Text("b".to_owned()));
    assert_eq!(Value::deserialize(map).unwrap(), Value::Object(vec![field]));
    let error = serde_json::from_str::<Value>("{").unwrap_err();
    assert!(error.is_eof());
    let bytes = BytesDeserializer::<Error>::new(b"x");
    let error = Value::deserialize(bytes).unwrap_err();
    assert!(
        error.to_string().contains("expected a JSON value"),
        "{error}"
    );
}

#[test]
fn ok_what_stands_there_is_told_in_at_most_forty_letters() {
    let text = |count| Value::Text("ü".repeat(count)).brief();
    assert_eq!(text(40), format!("`{}`", "ü".repeat(40)));
    assert_eq!(text(41), format!("`{}…`", "ü".repeat(40)));
    assert_eq!(Value::Bool(false).brief(), "`false`");
}

#[test]
fn ok_a_number_is_told_as_one_would_write_it() {
    for (value, text) in [
        (0.0, "0"),
        (1.0, "1"),
        (-2.0, "-2"),
        (1.5, "1.5"),
        (1.15, "1.15"),
        (-0.000_001, "-0.000001"),
        (10.05, "10.05"),
        (4_000_000_000.0, "4000000000"),
    ] {
        assert_eq!(Value::Number(value).brief(), ["`", text, "`"].concat());
    }
    for value in [1e300, 5e9, 0.1 + 0.2, 1e-7, f64::NAN, f64::INFINITY] {
        assert_eq!(Value::Number(value).brief(), "another number", "{value}");
    }
}

#[test]
fn err_the_problems_that_only_the_browser_meets_have_words_too() {
    let problem = |kind| {
        json::Problem {
            path: String::new(),
            kind,
        }
        .to_string()
    };
    let syntax = json::ProblemKind::Syntax("Unexpected end".to_owned());
    assert_eq!(problem(syntax), "not JSON: Unexpected end");
    assert_eq!(
        problem(json::ProblemKind::Depth),
        "nested deeper than 32 levels"
    );
}
