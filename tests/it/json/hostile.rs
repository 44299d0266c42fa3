//! Whatever stands in a document, it is read or refused, and never stops the page.

use proptest::prelude::*;
use proptest::sample::Index;
use state_chart::chart::MAX_PROBLEMS;
use state_chart::import::json::{self, Value};

const WORDS: &[&str] = &[
    "",
    " ",
    "Active",
    "Stop",
    "version",
    "groups",
    "operations",
    "rows",
    "states",
    "allowed",
    "conditional",
    "notes",
    "outcomes",
    "operation",
    "from",
    "via",
    "success",
    "failure",
    "state",
    "same",
    "gone",
    "events",
    "name",
    "source",
    "documented",
    "inferred",
    "any state",
    "no service",
];

/// Words of the format, and others.
fn word() -> impl Strategy<Value = String> {
    prop_oneof![
        8 => prop::sample::select(WORDS).prop_map(str::to_owned),
        1 => ".{0,300}",
    ]
}

fn tree() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::Bool),
        any::<f64>().prop_map(Value::Number),
        word().prop_map(Value::Text),
    ];
    leaf.prop_recursive(5, 40, 6, |below| {
        prop_oneof![
            prop::collection::vec(below.clone(), 0..6).prop_map(Value::List),
            prop::collection::vec((word(), below), 0..6).prop_map(Value::Object),
        ]
    })
}

/// The values of a tree, itself among them.
fn count(value: &Value) -> usize {
    1 + match value {
        Value::List(items) => items.iter().map(count).sum::<usize>(),
        Value::Object(fields) => fields.iter().map(|(_, value)| count(value)).sum(),
        _ => 0,
    }
}

/// Puts `new` in place of the value that is reached after `left` others.
fn replace(value: &mut Value, left: &mut Option<usize>, new: &Value) {
    match left {
        None => return,
        Some(0) => {
            *value = new.clone();
            *left = None;
            return;
        }
        Some(left) => *left -= 1,
    }
    match value {
        Value::List(items) => items.iter_mut().for_each(|item| replace(item, left, new)),
        Value::Object(fields) => fields
            .iter_mut()
            .for_each(|(_, item)| replace(item, left, new)),
        _ => {}
    }
}

/// What a reader must hold to, of whatever it is given.
fn answer(value: &Value) -> Result<(), TestCaseError> {
    match json::read(value) {
        Ok(chart) => {
            prop_assert!(chart.start().is_some() && chart.operations().len() > 0);
        }
        Err(problems) => {
            prop_assert!(!problems.is_empty() && problems.len() <= MAX_PROBLEMS + 1);
            prop_assert!(
                problems
                    .iter()
                    .all(|problem| !problem.to_string().is_empty())
            );
        }
    }
    Ok(())
}

proptest! {
    #[test]
    fn prop_any_tree_is_read_or_refused(value in tree()) {
        answer(&value)?;
    }

    #[test]
    fn prop_the_built_in_chart_with_any_value_in_any_place_is_read_or_refused(at in any::<Index>(), new in tree()) {
        let mut value: Value = serde_json::from_str(state_chart::built_in::JSON).expect("it is JSON");
        let mut left = Some(at.index(count(&value)));
        replace(&mut value, &mut left, &new);
        prop_assert_eq!(left, None, "it was put somewhere");
        answer(&value)?;
    }
}
