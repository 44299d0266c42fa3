//! The reader of JSON texts, held against another one.

use proptest::prelude::*;
use state_chart::import::json::{Value, parse};

fn known(text: &str) -> Option<Value> {
    serde_json::from_str(text).ok()
}

/// Any value, nested as deep as charts are.
fn values() -> impl Strategy<Value = serde_json::Value> {
    use serde_json::Value;
    let number = (-1_000_000_000_000_i64..1_000_000_000_000, 0_u32..6);
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::Bool),
        any::<i32>().prop_map(Value::from),
        number.prop_map(|(digits, places)| Value::from(
            digits as f64 / f64::from(10_u32.pow(places))
        )),
        any::<String>().prop_map(Value::String),
    ];
    leaf.prop_recursive(5, 40, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::Array),
            prop::collection::vec((any::<String>(), inner), 0..6)
                .prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn prop_a_text_is_read_as_others_read_it(value in values()) {
        for text in [value.to_string(), serde_json::to_string_pretty(&value).unwrap()] {
            prop_assert_eq!(parse(&text), known(&text));
        }
    }

    #[test]
    fn prop_what_others_refuse_is_refused(value in values(), at in any::<prop::sample::Index>(), mark in "[ \\[\\]{}:,\"\\\\0-9eE.+ntfu\u{1}\u{a0}-]{0,2}") {
        let mut text = value.to_string();
        let places: Vec<usize> = text.char_indices().map(|(place, _)| place).collect();
        let place = places[at.index(places.len())];
        let end = place + text[place..].chars().next().unwrap().len_utf8();
        text.replace_range(place..end, &mark);
        // Half a pair of an escaped letter is an error for some readers, and numbers beyond all bounds are.
        let is_bound = |value: &Value| !format!("{value:?}").contains("inf");
        if !text.contains("\\ud") {
            let found = parse(&text).filter(is_bound);
            prop_assert_eq!(found.is_some(), known(&text).is_some(), "{}", text);
        }
    }

    #[test]
    fn prop_any_text_is_answered(text in any::<String>()) {
        prop_assert_eq!(parse(&text), known(&text));
    }
}

#[test]
fn ok_letters_may_be_escaped_as_the_standard_says() {
    let text = |text: &str| parse(text).map(|value| value.brief());
    assert_eq!(
        text(r#""\"\\\/\b\f\n\r\t""#).as_deref(),
        Some("`\"\\/\u{8}\u{c}\n\r\t`")
    );
    assert_eq!(
        text(r#""\u00fc\u20AC\ud83d\ude00""#).as_deref(),
        Some("`ü€😀`")
    );
    // Half a pair is read as a browser shows it.
    for half in [r#""\ud83d""#, r#""\ude00""#] {
        assert_eq!(text(half).as_deref(), Some("`\u{fffd}`"));
    }
    assert_eq!(text(r#""\ud83d\u0041""#).as_deref(), Some("`\u{fffd}A`"));
}

#[test]
fn ok_numbers_are_as_exact_as_their_digits() {
    for (text, value) in [
        ("0", 0.0),
        ("-0.5", -0.5),
        ("1.15", 1.15),
        ("12e3", 12e3),
        ("5E-1", 0.5),
        ("1e+2", 100.0),
    ] {
        assert_eq!(parse(text), Some(Value::Number(value)), "{text}");
    }
}

#[test]
fn err_what_is_no_json_is_none() {
    for text in [
        "",
        " ",
        "nul",
        "nulll",
        "True",
        "'a'",
        "\"a",
        "\"a\n\"",
        "\"\\x\"",
        "\"\\u12g4\"",
        "\"\\u12",
        "01",
        "+1",
        "-",
        ".5",
        "1.",
        "1e",
        "[1,]",
        "[,1]",
        "[1 2]",
        "[1",
        "{\"a\":1,}",
        "{a:1}",
        "{\"a\" 1}",
        "{\"a\":}",
        "{1:2}",
        "1 2",
        "[]]",
        "\u{feff}[]",
        "[\u{a0}]",
    ] {
        assert_eq!(parse(text), None, "{text:?}");
    }
}

#[test]
fn err_what_is_nested_too_deep_is_none() {
    let nested = |levels: usize| ["[".repeat(levels), "]".repeat(levels)].concat();
    assert!(parse(&nested(32)).is_some());
    assert_eq!(parse(&nested(33)), None);
    assert_eq!(parse(&"[".repeat(1_000_000)), None);
}
