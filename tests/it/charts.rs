//! Charts to test with: the built-in one, a small one, and any that can be generated.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that meets what it does not expect should stop"
)]

use proptest::collection::{btree_set, vec};
use proptest::prelude::*;
use state_chart::chart::{
    Chart, Draft, DraftEvent, DraftGroup, DraftName, DraftNote, DraftOrigin, DraftOutcome,
    DraftRow, DraftTarget, DraftTargetState, Permission, Source, Via,
};
use state_chart::import::json;

/// The chart of a JSON text, which must have one.
pub(crate) fn read(text: &str) -> Chart {
    let value: json::Value = serde_json::from_str(text).expect("the text is JSON");
    json::read(&value).unwrap_or_else(|problems| panic!("{problems:?}"))
}

/// The built-in chart.
pub(crate) fn biztalk() -> Chart {
    read(state_chart::built_in::JSON)
}

/// A chart with other names, of which only the check marks are known.
pub(crate) fn printer() -> Chart {
    read(
        r#"{
          "version": 1,
          "title": "Printer",
          "groups": [{"title": "", "operations": ["Print", "Pause", "Resume", "Cancel"]}],
          "rows": [
            {"states": ["Idle"], "allowed": ["Print"]},
            {"states": ["Printing"], "allowed": ["Pause", "Cancel"]},
            {"states": ["Paused"], "allowed": ["Resume", "Cancel"]}
          ]
        }"#,
    )
}

fn source() -> impl Strategy<Value = Source> {
    prop_oneof![Just(Source::Documented), Just(Source::Inferred)]
}

fn permission() -> impl Strategy<Value = Permission> {
    prop_oneof![
        4 => Just(Permission::Refused),
        4 => Just(Permission::Allowed),
        1 => "[a-z][a-z ]{0,11}[a-z]".prop_map(|text| Permission::Conditional(text.into_boxed_str())),
    ]
}

/// Names that need care in one format or another: quotes, brackets, pipes, other scripts.
fn name() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[A-Z][a-z]{2,9}",
        2 => "[A-Z][a-z]{1,5} [A-Z][a-z]{1,5}",
        1 => "[A-Z][a-z]{0,3}[\"'<>&|\\\\`*_#;:!,/\\[\\](){}=-][a-z]{1,3}",
        1 => "[а-яé中文]{2,6}",
    ]
}

/// What stands beside a mark, where anything does.
fn note() -> impl Strategy<Value = Option<String>> {
    prop::option::weighted(0.2, "[a-zé0-9<|(][a-z0-9<>&|*,;/ ()]{0,8}[a-z0-9)]")
}

fn target(states: Vec<String>) -> impl Strategy<Value = DraftTarget> {
    let state = prop_oneof![
        6 => prop::sample::select(states).prop_map(DraftTargetState::State),
        1 => Just(DraftTargetState::Same),
        1 => Just(DraftTargetState::Gone),
    ];
    (state, source()).prop_map(|(state, source)| DraftTarget { state, source })
}

fn named(names: impl IntoIterator<Item = String>) -> Vec<DraftName> {
    names.into_iter().map(DraftName::new).collect()
}

prop_compose! {
    fn shape()(
        names in btree_set(name(), 4..18),
        split in any::<prop::sample::Index>(),
        cuts in vec(any::<bool>(), 18),
        two_groups in any::<bool>(),
    ) -> (Vec<Vec<String>>, Vec<Vec<String>>) {
        let names: Vec<String> = names.into_iter().collect();
        let (operations, states) = names.split_at(1 + split.index(names.len() - 2));
        let mut rows: Vec<Vec<String>> = Vec::new();
        for (state, cut) in states.iter().zip(cuts) {
            match rows.last_mut().filter(|row| !cut && row.len() < 3) {
                Some(row) => row.push(state.clone()),
                None => rows.push(vec![state.clone()]),
            }
        }
        let half = if two_groups { operations.len() / 2 } else { 0 };
        let groups = [&operations[..half], &operations[half..]];
        let groups = groups.into_iter().filter(|group| !group.is_empty());
        (groups.map(<[String]>::to_vec).collect(), rows)
    }
}

/// Any valid chart: rows of several states, conditional cells, outcomes that are known or not, events.
pub(crate) fn chart() -> impl Strategy<Value = Chart> {
    shape()
        .prop_flat_map(|(groups, rows)| {
            let operations: usize = groups.iter().map(Vec::len).sum();
            let states: Vec<String> = rows.iter().flatten().cloned().collect();
            let target = || target(states.clone());
            let outcome = (
                prop::option::of(("[A-Z][a-z]{2,6}ing", source())),
                prop::option::of(target()),
                prop::option::of(target()),
            );
            let event = (target(), prop::option::of(target()), 0..3_usize, source());
            (
                Just(groups),
                vec(vec((permission(), note()), operations), rows.len()),
                vec(outcome, operations * rows.len()),
                vec(event, 0..3),
                prop::option::of(prop::sample::select(states)),
                Just(rows),
            )
                .prop_map(|(groups, cells, outcomes, events, start, rows)| {
                    draft(groups, rows, cells, outcomes, events, start)
                })
        })
        .prop_map(|draft| Chart::new(draft).expect("the draft is valid"))
}

type Cell = (Permission, Option<String>);

/// The marks of a row, and its notes.
fn parts(cells: Vec<Cell>) -> (Vec<Permission>, Vec<DraftNote>) {
    let (permissions, notes): (Vec<_>, Vec<_>) = cells.into_iter().unzip();
    let notes = (notes.into_iter().enumerate())
        .filter_map(|(operation, text)| text.map(|text| DraftNote { operation, text }));
    (permissions, notes.collect())
}

type Known = (
    Option<(String, Source)>,
    Option<DraftTarget>,
    Option<DraftTarget>,
);
type Outside = (DraftTarget, Option<DraftTarget>, usize, Source);

fn draft(
    groups: Vec<Vec<String>>,
    rows: Vec<Vec<String>>,
    cells: Vec<Vec<Cell>>,
    outcomes: Vec<Known>,
    events: Vec<Outside>,
    start: Option<String>,
) -> Draft {
    let operations: Vec<String> = groups.iter().flatten().cloned().collect();
    let (permissions, notes): (Vec<_>, Vec<_>) = (cells.into_iter().map(parts)).unzip();
    let cells = rows
        .iter()
        .zip(&permissions)
        .flat_map(|(states, permissions)| {
            operations
                .iter()
                .zip(permissions)
                .map(move |cell| (states, cell))
        });
    let outcomes = cells
        .zip(outcomes)
        .filter_map(|((states, (operation, permission)), known)| {
            let (via, success, failure) = known;
            let any = via.is_some() || success.is_some() || failure.is_some();
            (any && *permission != Permission::Refused).then(|| DraftOutcome {
                operation: operation.clone(),
                from: states.clone(),
                via: via.map(|(name, source)| Via { name, source }),
                success,
                failure,
            })
        });
    let outcomes = outcomes.collect();
    let first = rows.iter().flatten().next().cloned().unwrap_or_default();
    let events = events
        .into_iter()
        .enumerate()
        .map(|(index, (success, failure, from, source))| DraftEvent {
            name: format!("Event {index}"),
            about: String::new(),
            from: match from {
                0 => DraftOrigin::NoService,
                1 => DraftOrigin::AnyState,
                _ => DraftOrigin::States(vec![first.clone()]),
            },
            source,
            success,
            failure,
        });
    Draft {
        title: "Generated".to_owned(),
        service: "service".to_owned(),
        refusal: String::new(),
        start,
        events: events.collect(),
        groups: (groups.into_iter().enumerate())
            .map(|(index, group)| DraftGroup {
                title: format!("Group {index}"),
                operations: named(group),
            })
            .collect(),
        rows: (rows.into_iter().zip(permissions).zip(notes))
            .map(|((states, permissions), notes)| DraftRow {
                states: named(states),
                permissions,
                notes,
            })
            .collect(),
        outcomes,
    }
}
