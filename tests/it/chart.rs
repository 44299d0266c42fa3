//! The chart itself: what a draft may leave out, and what each draft that is wrong is told.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that meets what it does not expect should stop"
)]

mod builder;
mod names;

use crate::charts;
use state_chart::chart::{
    Chart, Draft, DraftEvent, DraftGroup, DraftName, DraftNote, DraftOrigin, DraftOutcome,
    DraftRow, DraftTarget, DraftTargetState, MAX_NAME, Permission, Source, StateKind,
};

/// A draft of one row a state, in which everything is allowed.
fn draft(states: &[&str], operations: &[&str]) -> Draft {
    let named = |names: &[&str]| names.iter().copied().map(DraftName::new).collect();
    Draft {
        groups: vec![DraftGroup {
            title: String::new(),
            operations: named(operations),
        }],
        rows: { states.iter() }
            .map(|&state| DraftRow {
                states: named(&[state]),
                permissions: vec![Permission::Allowed; operations.len()],
                notes: Vec::new(),
            })
            .collect(),
        ..Draft::default()
    }
}

fn to(state: &str) -> Option<DraftTarget> {
    Some(DraftTarget {
        state: DraftTargetState::State(state.to_owned()),
        source: Source::Inferred,
    })
}

fn outcome(operation: &str, from: &[&str]) -> DraftOutcome {
    DraftOutcome {
        operation: operation.to_owned(),
        from: from.iter().map(|&name| name.to_owned()).collect(),
        via: None,
        success: None,
        failure: None,
    }
}

fn note(operation: usize, text: &str) -> DraftNote {
    DraftNote {
        operation,
        text: text.to_owned(),
    }
}

fn errors(draft: Draft) -> Vec<String> {
    let problems = Chart::new(draft).err().unwrap_or_default();
    problems.iter().map(ToString::to_string).collect()
}

#[test]
fn cells_missing_at_the_end_of_a_row_are_blank_and_those_too_many_are_told() {
    let mut short = draft(&["A"], &["x", "y"]);
    short.rows[0].permissions.truncate(1);
    let chart = Chart::new(short.clone()).unwrap();
    let marks: Vec<_> = { chart.operations() }
        .map(|operation| chart.allows(chart.start().unwrap(), operation))
        .collect();
    assert_eq!(marks, [true, false]);
    short.rows[0].permissions = vec![Permission::Allowed; 3];
    assert_eq!(errors(short), ["rows[0]: 3 cells for 2 operations"]);
}

#[test]
fn a_cell_keeps_its_note_whatever_its_mark_says() {
    let mut noted = draft(&["A", "B", "C"], &["x", "y", "z"]);
    noted.rows[1].permissions = vec![
        Permission::Allowed,
        Permission::Refused,
        Permission::Conditional("if idle".into()),
    ];
    let notes = vec![note(0, "logged"), note(1, "409"), note(2, "see below")];
    noted.rows[1].notes = notes;
    let chart = Chart::new(noted.clone()).unwrap();
    let notes: Vec<_> = { chart.states() }
        .flat_map(|state| chart.operations().map(move |operation| (state, operation)))
        .map(|(state, operation)| chart.note(state, operation))
        .collect();
    let blank = [None; 3];
    assert_eq!(notes[..3], blank);
    assert_eq!(
        notes[3..6],
        [Some("logged"), Some("409"), Some("see below")]
    );
    assert_eq!(notes[6..], blank);
    assert_eq!(chart.draft().rows, noted.rows);
    assert_ne!(
        chart,
        Chart::new(draft(&["A", "B", "C"], &["x", "y", "z"])).unwrap()
    );
}

#[test]
fn notes_are_trimmed_joined_on_one_cell_and_dropped_where_blank() {
    let mut noted = draft(&["A"], &["x", "y"]);
    noted.rows[0].notes = vec![
        note(1, " later "),
        note(0, " \n"),
        note(0, "first"),
        note(1, ""),
        note(1, "again"),
    ];
    let chart = Chart::new(noted).unwrap();
    let kept = vec![note(0, "first"), note(1, "later; again")];
    assert_eq!(chart.draft().rows[0].notes, kept);
    assert_eq!(Chart::new(chart.draft()), Ok(chart));
}

#[test]
fn a_note_on_an_operation_that_there_is_not_is_told() {
    let mut noted = draft(&["A", "B"], &["x", "y"]);
    noted.rows[1].notes = vec![note(1, "here"), note(2, "nowhere"), note(9, "")];
    assert_eq!(
        errors(noted),
        [
            "rows[1].notes[1]: a note at place 2 of 2 operations, counted from 0",
            "rows[1].notes[2]: a note at place 9 of 2 operations, counted from 0",
        ]
    );
}

#[test]
fn a_chart_without_words_of_its_own_has_plain_ones() {
    let plain = Chart::new(draft(&["A"], &["x"])).unwrap();
    assert_eq!((plain.title(), plain.service()), ("", "service"));
    assert_eq!(plain.refusal(), "Operation not allowed");
    let mut titled = draft(&["A"], &["x"]);
    titled.title = "Lamp".to_owned();
    titled.refusal = " ".to_owned();
    let titled = Chart::new(titled).unwrap();
    assert_eq!(titled.service(), "Lamp");
    assert_eq!(titled.refusal(), "Operation not allowed");
}

#[test]
fn an_outcome_that_names_no_state_takes_what_the_others_leave_whatever_the_order() {
    let mut rest = outcome("x", &[]);
    rest.success = to("A");
    let mut named = outcome("x", &["B"]);
    named.success = to("C");
    let untold = outcome("x", &["C"]);
    let mut draft = draft(&["A", "B", "C"], &["x"]);
    draft.outcomes = vec![rest, named, untold];
    let chart = Chart::new(draft.clone()).unwrap();
    let targets: Vec<_> = { chart.states() }
        .map(|state| {
            let outcome = chart.outcome(state, chart.operation_named("x").unwrap())?;
            outcome
                .success?
                .position(None)
                .map(|to| chart.state_name(to))
        })
        .collect();
    assert_eq!(targets, [Some("A"), Some("C"), None]);
    draft.outcomes.reverse();
    assert_eq!(Chart::new(draft), Ok(chart));
}

#[test]
fn a_state_that_only_failures_lead_to_stands_as_failed_and_to_stay_leads_nowhere() {
    let mut draft = draft(&["A", "B", "C"], &["x", "y"]);
    let mut fails = outcome("x", &["A"]);
    fails.failure = to("B");
    let mut stays = outcome("x", &["B"]);
    stays.success = to("B");
    let mut works = outcome("y", &["A"]);
    works.success = to("C");
    works.failure = to("C");
    draft.outcomes = vec![fails, stays, works];
    let chart = Chart::new(draft).unwrap();
    let kinds: Vec<_> = chart
        .states()
        .map(|state| chart.state_kind(state))
        .collect();
    let expected = [StateKind::Start, StateKind::Failed, StateKind::Other];
    assert_eq!(kinds, expected);
}

#[test]
fn charts_are_the_same_if_they_say_the_same_however_outcomes_are_grouped() {
    let chart = charts::biztalk();
    let mut draft = chart.draft();
    let apart = draft.outcomes.iter().flat_map(|outcome| {
        outcome.from.iter().map(|from| DraftOutcome {
            from: vec![from.clone()],
            ..outcome.clone()
        })
    });
    draft.outcomes = apart.collect();
    assert_eq!(draft.outcomes.len(), 46);
    assert_eq!(Chart::new(draft.clone()).unwrap(), chart);
    draft.outcomes[0].failure = None;
    assert_ne!(Chart::new(draft).unwrap(), chart);
}

#[test]
fn ids_of_a_larger_chart_name_nothing_in_a_smaller_one() {
    let large = charts::biztalk();
    let small = charts::printer();
    let state = large.states().last().unwrap();
    let operation = large.operations().last().unwrap();
    assert_eq!(small.state_name(state), "");
    assert_eq!(small.operation_name(operation), "");
    assert_eq!(small.permission(state, operation), &Permission::Refused);
    assert_eq!(
        small.permission(small.start().unwrap(), operation),
        &Permission::Refused
    );
    assert_eq!(small.outcome(small.start().unwrap(), operation), None);
    assert_eq!(small.note(state, operation), None);
    assert_eq!(small.note(small.start().unwrap(), operation), None);
    assert_eq!(small.state_kind(state), StateKind::Other);
}

#[test]
fn the_operation_behind_the_last_is_not_the_first_of_the_next_state() {
    let mut told = draft(&["A", "B"], &["x"]);
    told.rows[1].notes = vec![note(0, "soon")];
    told.outcomes = vec![outcome("x", &["B"])];
    told.outcomes[0].success = to("A");
    let told = Chart::new(told).unwrap();
    let [a, b] = ["A", "B"].map(|name| told.state_named(name).unwrap());
    let behind = charts::printer().operation_at(1).unwrap();
    assert_eq!(
        (told.note(a, behind), told.outcome(a, behind)),
        (None, None)
    );
    let x = told.operation_at(0).unwrap();
    assert_eq!(told.note(b, x), Some("soon"));
    assert!(told.outcome(b, x).is_some());
}

#[test]
fn a_name_has_as_many_letters_as_it_may_and_no_more() {
    let longest = "ü".repeat(MAX_NAME);
    assert!(Chart::new(draft(&[&longest], &["x"])).is_ok());
    let longer = "ü".repeat(MAX_NAME + 1);
    let said = errors(draft(&[&longer], &["x"]));
    assert!(said[0].contains("201"), "{said:?}");
}

#[test]
fn a_chart_tells_outcomes_if_it_has_one_or_an_event() {
    assert!(!charts::printer().tells_outcomes());
    assert!(Chart::new(whole()).unwrap().tells_outcomes());
    let mut event = whole();
    event.outcomes.clear();
    event.events[0].about = "In autumn.".to_owned();
    let event = Chart::new(event).unwrap();
    assert!(event.tells_outcomes());
    assert_eq!(event.events()[0].about(), "In autumn.");
    let mut outcome = whole();
    outcome.events.clear();
    assert!(Chart::new(outcome).unwrap().tells_outcomes());
}

#[test]
fn the_largest_chart_is_built_and_one_larger_is_refused() {
    // A walk over pairs of cells would not come to an end here.
    let names = |prefix: char, count: usize| -> Vec<String> {
        (0..count).map(|i| format!("{prefix}{i}")).collect()
    };
    let (states, operations) = (names('s', 1_000), names('o', 100));
    fn all(names: &[String]) -> Vec<&str> {
        names.iter().map(String::as_str).collect()
    }
    let mut largest = draft(&all(&states), &all(&operations));
    for operation in &operations {
        let mut rest = outcome(operation, &[]);
        rest.success = to("s7");
        largest.outcomes.push(rest);
    }
    let chart = Chart::new(largest.clone()).unwrap();
    assert_eq!(
        chart
            .states()
            .filter(|&state| chart.state_kind(state) == StateKind::Failed)
            .count(),
        0
    );
    largest.rows.push(DraftRow::default());
    assert_eq!(errors(largest), ["100100 cells, more than 100000"]);
}

#[test]
fn outcomes_repeated_without_end_are_counted_and_not_walked() {
    // A billion steps, were each of them walked.
    let names: Vec<String> = (0..10_000).map(|i| format!("s{i}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let mut draft = draft(&names, &["x"]);
    draft.outcomes = vec![outcome("x", &[]); 100_000];
    let errors = errors(draft);
    assert_eq!(
        errors[0],
        "outcomes[1]: a second outcome of `x` for the states that no other names"
    );
    assert_eq!(errors.last().unwrap(), "and 99899 more problems");
}

#[test]
fn a_way_is_documented_only_if_each_step_is() {
    let (d, i) = (Source::Documented, Source::Inferred);
    assert_eq!([d.and(d), d.and(i), i.and(d), i.and(i)], [d, i, i, i]);
}

/// A draft in which everything is there once.
fn whole() -> Draft {
    let mut draft = draft(&["A", "B"], &["x", "y"]);
    draft.title = "Lamp".to_owned();
    draft.service = "lamp".to_owned();
    draft.refusal = "No.".to_owned();
    draft.start = Some("B".to_owned());
    draft.rows[0].notes = vec![note(1, "soon")];
    draft.outcomes = vec![outcome("x", &["A"])];
    draft.outcomes[0].success = to("B");
    draft.events = vec![DraftEvent {
        name: "Storm".to_owned(),
        about: String::new(),
        from: DraftOrigin::AnyState,
        source: Source::Inferred,
        success: to("A").unwrap(),
        failure: None,
    }];
    draft
}

#[test]
fn charts_are_the_same_only_if_all_that_they_say_is() {
    type Change = fn(&mut Draft);
    let changes: [(&str, Change); 12] = [
        ("title", |draft| draft.title.push('s')),
        ("service", |draft| draft.service.push('s')),
        ("refusal", |draft| draft.refusal.push('!')),
        ("start", |draft| draft.start = Some("A".to_owned())),
        ("title of a group", |draft| draft.groups[0].title.push('s')),
        ("operation", |draft| {
            draft.groups[0].operations[0].about.push('s')
        }),
        ("state", |draft| draft.rows[1].states[0].about.push('s')),
        ("permission", |draft| {
            draft.rows[1].permissions[1] = Permission::Refused;
        }),
        ("note", |draft| draft.rows[0].notes[0].text.push('s')),
        ("outcome", |draft| draft.outcomes[0].success = to("A")),
        ("number of outcomes", |draft| draft.outcomes.clear()),
        ("event", |draft| draft.events[0].about.push('s')),
    ];
    let chart = |draft| Chart::new(draft).unwrap();
    assert_eq!(chart(whole()), chart(whole()));
    for (what, change) in changes {
        let mut changed = whole();
        change(&mut changed);
        assert_ne!(chart(changed), chart(whole()), "{what}");
    }
    // States in one row, or in two: the same check marks, and another table.
    let mut together = draft(&["A", "B"], &["x"]);
    let second = together.rows.pop().unwrap();
    together.rows[0].states.extend(second.states);
    assert_ne!(chart(together), chart(draft(&["A", "B"], &["x"])));
}
