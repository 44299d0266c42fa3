//! The machines agree with the chart, cell by cell. That they run is for their own programs to say.

use super::{lamp, named};
use crate::charts;
use proptest::prelude::*;
use state_chart::chart::{Chart, Permission, StateId, TargetState};
use state_chart::export::{self, Format};
use state_chart::import::json::Value;

/// The configuration in a module for XState.
fn config(chart: &Chart) -> Value {
    let module = export::write(Format::XState, chart);
    let (_, rest) = module
        .split_once("config = ")
        .expect("it has a configuration");
    let (config, _) = rest.split_once(";\n\n").expect("the configuration ends");
    serde_json::from_str(config).expect("it is JSON")
}

fn get<'a>(value: &'a Value, name: &str) -> Option<&'a Value> {
    let Value::Object(fields) = value else {
        panic!("an object is wanted for {name}");
    };
    let mut found = fields.iter().filter(|(known, _)| known == name);
    let first = found.next();
    assert!(found.next().is_none(), "a second {name}");
    first.map(|(_, value)| value)
}

fn text(value: Option<&Value>) -> Option<&str> {
    match value {
        Some(Value::Text(text)) => Some(text),
        None => None,
        other => panic!("{other:?}"),
    }
}

/// Checks all cells of a machine whose names are those of the chart.
fn check(chart: &Chart) -> Result<(), TestCaseError> {
    let config = config(chart);
    prop_assert_eq!(
        text(get(&config, "initial")),
        chart.start().map(|state| chart.state_name(state))
    );
    let states = get(&config, "states").expect("it has states");
    for state in chart.states() {
        let node = get(states, chart.state_name(state)).expect("the state is there");
        let on = get(node, "on")
            .cloned()
            .unwrap_or(Value::Object(Vec::new()));
        let mut refused = Vec::new();
        for operation in chart.operations() {
            let note = chart.note(state, operation);
            if let (Permission::Refused, Some(note)) = (chart.permission(state, operation), note) {
                refused.push((chart.operation_name(operation), note));
            }
            let outcome = chart.outcome(state, operation).cloned().unwrap_or_default();
            let endings = [("success", outcome.success), ("failure", outcome.failure)];
            for (ending, target) in endings {
                let event = [chart.operation_name(operation), ".", ending].concat();
                let transition = get(&on, &event);
                let permission = chart.permission(state, operation);
                prop_assert_eq!(transition.is_some(), *permission != Permission::Refused);
                let Some(transition) = transition else {
                    continue;
                };
                prop_assert_eq!(text(get(transition, "description")), note);
                let conditional = matches!(permission, Permission::Conditional(_));
                prop_assert_eq!(get(transition, "guard").is_some(), conditional);
                let name = |state: StateId| chart.state_name(state);
                let target = target.map(|target| match target.state {
                    TargetState::State(to) => name(to),
                    TargetState::Same => name(state),
                    TargetState::Gone => "no service",
                });
                prop_assert_eq!(text(get(transition, "target")), target);
                let action = target.is_none().then_some("untold");
                prop_assert_eq!(text(get(transition, "actions")), action);
            }
        }
        let meta = get(node, "meta").and_then(|meta| get(meta, "refused"));
        let told: Vec<_> = match meta {
            None => Vec::new(),
            Some(Value::List(list)) => { list.iter() }
                .filter_map(|one| Some((text(get(one, "operation"))?, text(get(one, "note"))?)))
                .collect(),
            other => panic!("{other:?}"),
        };
        prop_assert_eq!(told, refused);
    }
    Ok(())
}

#[test]
fn xstate_keeps_names_from_being_paths() {
    let chart = named(&["Go"], &["a.b", "#a_b", "a_b", "__proto__"]);
    let config = config(&chart);
    let Some(Value::Object(states)) = get(&config, "states") else {
        panic!("it has states");
    };
    let states = states.iter().map(|(key, state)| {
        let name = get(state, "description").map(|name| text(Some(name)));
        (key.as_str(), name.flatten())
    });
    let expected = [
        ("a_b", Some("a.b")),
        ("_a_b", Some("#a_b")),
        ("a_b-2", Some("a_b")),
        ("__proto", Some("__proto__")),
    ];
    assert_eq!(states.collect::<Vec<_>>(), expected);
}

#[test]
fn an_event_whose_name_comes_out_like_an_operations_has_another_in_machines() {
    let mut draft = lamp().draft();
    draft.events[0].name = "Switch_on".to_owned();
    let chart = Chart::new(draft).expect("the chart is valid");
    let scxml = export::write(Format::Scxml, &chart);
    let expected =
        "<transition event=\"Switch_on-2.success\" target=\"Off\" chart:name=\"Switch_on\"";
    assert!(scxml.contains(expected), "{scxml}");
}

#[test]
fn xstate_agrees_with_the_built_in_chart() -> Result<(), TestCaseError> {
    check(&charts::biztalk())?;
    check(&charts::printer())?;
    check(&lamp())
}

proptest! {
    #[test]
    fn prop_xstate_agrees_with_the_chart(chart in charts::chart()) {
        let plain = |name: &str| !name.contains(['.', '#', '\\']) && name != "__proto__";
        let operations = chart.operations().all(|operation| plain(chart.operation_name(operation)));
        let states = chart.states().all(|state| plain(chart.state_name(state)));
        prop_assume!(operations && states);
        check(&chart)?;
    }
}
