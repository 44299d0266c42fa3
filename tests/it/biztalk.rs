//! The built-in chart against what is published, written down here a second time.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that meets what it does not expect should stop"
)]

use crate::charts;
use state_chart::chart::{
    Chart, Origin, Permission, Source, StateId, StateKind, Target, TargetState,
};
use state_chart::service::{Cause, Service};
use std::rc::Rc;

/// The two tables as they are published, side by side.
const DRAWING: &str = "
                                      | Start Stop Restart Suspend Resume Delete | Scale Update Backup
Active                                |   .    √      √       √      .      √    |   √     √      √
Disabled                              |   .    .      .       .      .      √    |   .     .      .
Suspended                             |   .    .      .       .      √      √    |   .     .      √
Stopped                               |   √    .      √       .      .      √    |   .     .      √
Service Update Failed                 |   .    .      .       .      .      √    |   .     .      .
DisableFailed                         |   .    .      .       .      .      √    |   .     .      .
EnableFailed                          |   .    .      .       .      .      √    |   .     .      .
StartFailed, StopFailed, RestartFailed|   √    √      √       .      .      √    |   .     √      .
SuspendedFailed, ResumeFailed         |   .    .      .       √      √      √    |   .     .      .
CreatedFailed, RestoreFailed          |   .    .      .       .      .      √    |   .     .      .
ConfigUpdateFailed                    |   .    .      √       .      .      √    |   .     √      .
ScaleFailed                           |   .    .      .       .      .      √    |   √     .      .
";

const OPERATIONS: [&str; 9] = [
    "Start",
    "Stop",
    "Restart",
    "Suspend",
    "Resume",
    "Delete",
    "Scale",
    "Update Configuration",
    "Backup",
];

/// Where each operation leads: operation, from, via, success, failure; D documented, I inferred.
const LEADS: &str = "
Start | Stopped, StartFailed, StopFailed, RestartFailed | Starting I | Active I | StartFailed I
Stop | Active | Stopping I | Stopped D | StopFailed D
Stop | StartFailed, StopFailed, RestartFailed | Stopping I | Stopped I | StopFailed I
Restart | Active, Stopped, StartFailed, StopFailed, RestartFailed, ConfigUpdateFailed | Restarting I | Active I | RestartFailed I
Suspend | Active | Suspending I | Suspended D | SuspendedFailed I
Suspend | SuspendedFailed, ResumeFailed | Suspending I | Suspended I | SuspendedFailed I
Resume | Suspended, SuspendedFailed, ResumeFailed | Resuming I | Active I | ResumeFailed I
Delete | Active, Disabled, Suspended, Stopped, Service Update Failed, DisableFailed, EnableFailed, StartFailed, StopFailed, RestartFailed, SuspendedFailed, ResumeFailed, CreatedFailed, RestoreFailed, ConfigUpdateFailed, ScaleFailed | Deleting I | gone D | same I
Scale | Active | Updating D | Active I | ScaleFailed I
Scale | ScaleFailed | Updating I | Active I | ScaleFailed I
Update Configuration | Active, ConfigUpdateFailed | Updating I | Active I | ConfigUpdateFailed I
Update Configuration | StartFailed, StopFailed, RestartFailed | Updating I | same I | ConfigUpdateFailed I
Backup | Active, Suspended, Stopped | none | same I | same I
";

/// Events from outside: event, from, success, failure.
const EVENTS: &str = "
Provision | no service D | Active D | CreatedFailed I
Restore from backup | no service D | Suspended D | RestoreFailed I
Service update | any state I | same I | Service Update Failed I
Disable | any state I | Disabled I | DisableFailed I
Enable | Disabled I | Active I | EnableFailed I
";

/// The rows of the drawing: the states of each, and its nine cells.
fn drawn() -> Vec<(Vec<&'static str>, Vec<bool>)> {
    let lines = DRAWING.lines().filter(|line| !line.is_empty()).skip(1);
    lines
        .map(|line| {
            let (states, cells) = line.split_once('|').unwrap();
            let marks: Vec<_> = (cells.chars())
                .filter(|cell| matches!(cell, '√' | '.'))
                .map(|cell| cell == '√')
                .collect();
            assert_eq!(marks.len(), 9, "{line}");
            (states.split(',').map(str::trim).collect(), marks)
        })
        .collect()
}

/// The lines of a table, each as its trimmed columns.
fn columns(table: &str) -> Vec<Vec<&str>> {
    let lines = table.lines().filter(|line| !line.is_empty());
    lines
        .map(|line| line.split('|').map(str::trim).collect())
        .collect()
}

const fn letter(source: Source) -> &'static str {
    match source {
        Source::Documented => "D",
        Source::Inferred => "I",
    }
}

fn target(chart: &Chart, target: Target) -> String {
    let name = match target.state {
        TargetState::State(state) => chart.state_name(state),
        TargetState::Same => "same",
        TargetState::Gone => "gone",
    };
    format!("{name} {}", letter(target.source))
}

fn names(chart: &Chart, states: &[StateId]) -> Vec<String> {
    let name = |&state| chart.state_name(state).to_owned();
    states.iter().map(name).collect()
}

#[test]
fn the_chart_has_the_twelve_published_rows_with_sixteen_states() {
    let chart = charts::biztalk();
    let rows: Vec<_> = (chart.rows().iter())
        .map(|row| names(&chart, row.states()))
        .collect();
    let drawn: Vec<_> = drawn().into_iter().map(|(states, _)| states).collect();
    assert_eq!(rows, drawn);
    assert_eq!(rows.len(), 12);
    assert_eq!(chart.states().len(), 16);
    assert_eq!(rows.iter().filter(|row| row.len() > 1).count(), 3);
}

#[test]
fn the_chart_has_six_and_three_operations_under_the_published_titles() {
    let chart = charts::biztalk();
    let groups: Vec<_> = (chart.groups().iter())
        .map(|group| {
            let operations = group.operations().iter();
            let names = operations.map(|&operation| chart.operation_name(operation));
            (group.title(), names.collect::<Vec<_>>())
        })
        .collect();
    assert_eq!(
        groups,
        [
            (
                "Start, Stop, Restart, Suspend, Resume, and Delete Operations",
                OPERATIONS[..6].to_vec()
            ),
            (
                "Scale, Update Configuration, and Backup Operations",
                OPERATIONS[6..].to_vec()
            ),
        ]
    );
    let all: Vec<_> = { chart.operations() }
        .map(|operation| chart.operation_name(operation))
        .collect();
    assert_eq!(all, OPERATIONS);
}

#[test]
fn each_of_the_144_cells_is_allowed_exactly_where_a_check_mark_is_published() {
    let chart = Rc::new(charts::biztalk());
    let mut cells = 0;
    for (states, marks) in drawn() {
        for name in states {
            let state = chart.state_named(name).unwrap();
            let service = Service::new(Rc::clone(&chart), Some(state));
            for (operation, &mark) in OPERATIONS.iter().zip(&marks) {
                let id = chart.operation_named(operation).unwrap();
                let permission = if mark {
                    Permission::Allowed
                } else {
                    Permission::Refused
                };
                assert_eq!(
                    *chart.permission(state, id),
                    permission,
                    "{operation} in {name}"
                );
                assert_eq!(chart.allows(state, id), mark, "{operation} in {name}");
                assert_eq!(service.can(id), mark, "{operation} in {name}");
                cells += 1;
            }
        }
    }
    assert_eq!(cells, 16 * 9);
}

#[test]
fn the_chart_has_32_check_marks_by_row_and_46_by_state() {
    let chart = charts::biztalk();
    let operations = || chart.operations();
    let by_row = (0..chart.rows().len())
        .filter_map(|row| chart.row_at(row))
        .map(|row| {
            operations()
                .filter(|&operation| chart.row_permission(row, operation).is_allowed())
                .count()
        })
        .sum::<usize>();
    let by_state = operations()
        .map(|operation| chart.allowing(operation).count())
        .sum::<usize>();
    assert_eq!((by_row, by_state), (32, 46));
}

#[test]
fn a_refusal_has_exactly_the_published_text() {
    let chart = Rc::new(charts::biztalk());
    assert_eq!(chart.refusal(), "Operation not allowed");
    let stop = chart.operation_named("Stop").unwrap();
    let mut service = Service::new(Rc::clone(&chart), chart.state_named("Stopped"));
    let refusal = service.begin(Cause::Operation(stop), false).unwrap_err();
    assert_eq!(refusal.text(&chart), "Operation not allowed");
}

#[test]
fn each_operation_leads_where_it_is_said_to_lead() {
    let chart = charts::biztalk();
    let mut told = 0;
    for line in columns(LEADS) {
        let [operation, from, via, success, failure] = line[..] else {
            panic!("{line:?}");
        };
        let id = chart.operation_named(operation).unwrap();
        for state in from.split(", ") {
            let from = chart.state_named(state).unwrap();
            let outcome = chart.outcome(from, id).unwrap();
            let shown = outcome.via.as_ref().map_or("none".to_owned(), |via| {
                format!("{} {}", via.name, letter(via.source))
            });
            let cell = format!("{operation} from {state}");
            assert_eq!(shown, via, "{cell}");
            assert_eq!(target(&chart, outcome.success.unwrap()), success, "{cell}");
            assert_eq!(target(&chart, outcome.failure.unwrap()), failure, "{cell}");
            told += 1;
        }
    }
    assert_eq!(told, 46, "each cell with a check mark is told of");
    let outcomes = chart.states().flat_map(|state| {
        let chart = &chart;
        chart
            .operations()
            .filter_map(move |operation| chart.outcome(state, operation))
    });
    assert_eq!(outcomes.count(), 46, "and no other");
}

#[test]
fn each_event_from_outside_happens_where_and_leads_where_it_is_said_to() {
    let chart = charts::biztalk();
    let events: Vec<_> = { chart.events().iter() }
        .map(|event| {
            let from = match event.from() {
                Origin::NoService => "no service".to_owned(),
                Origin::AnyState => "any state".to_owned(),
                Origin::States(states) => names(&chart, states).join(", "),
            };
            vec![
                event.name().to_owned(),
                format!("{from} {}", letter(event.source())),
                target(&chart, event.success()),
                target(&chart, event.failure().unwrap()),
            ]
        })
        .collect();
    assert_eq!(events, columns(EVENTS));
}

#[test]
fn success_is_documented_for_18_cells_and_failure_for_stop_from_active_alone() {
    let chart = charts::biztalk();
    let documented = |pick: fn(&state_chart::chart::Outcome) -> Option<Target>| {
        let mut cells = Vec::new();
        for state in chart.states() {
            for operation in chart.operations() {
                let target = chart.outcome(state, operation).and_then(pick);
                if target.is_some_and(|target| target.source == Source::Documented) {
                    cells.push((chart.operation_name(operation), chart.state_name(state)));
                }
            }
        }
        cells
    };
    let success = documented(|outcome| outcome.success);
    let delete = success
        .iter()
        .filter(|(operation, _)| *operation == "Delete");
    assert_eq!((success.len(), delete.count()), (18, 16));
    assert!(success.contains(&("Stop", "Active")) && success.contains(&("Suspend", "Active")));
    assert_eq!(documented(|outcome| outcome.failure), [("Stop", "Active")]);
}

#[test]
fn the_twelve_states_that_only_a_failure_leads_to_stand_as_failed() {
    let chart = charts::biztalk();
    let of_kind = |wanted| {
        let states = chart
            .states()
            .filter(|&state| chart.state_kind(state) == wanted);
        states
            .map(|state| chart.state_name(state))
            .collect::<Vec<_>>()
    };
    assert_eq!(of_kind(StateKind::Start), ["Active"]);
    assert_eq!(
        of_kind(StateKind::Other),
        ["Disabled", "Suspended", "Stopped"]
    );
    let failed = of_kind(StateKind::Failed);
    assert_eq!(failed.len(), 12);
    assert!(
        failed.iter().all(|name| name.ends_with("Failed")),
        "{failed:?}"
    );
}
