//! Ways between states, and what a chart says as a whole.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that finds no such name has failed"
)]

mod figures;
mod law;
mod reason;
pub(crate) mod scenario;

use crate::charts;
use state_chart::chart::{Chart, Source, StateId};
use state_chart::path::{self, Finding, Goal, Means, Obstacle, Reason, Toward, Way};
use state_chart::service::{Cause, Ending};
use std::rc::Rc;

const EVENTS: Means = Means {
    events: true,
    conditions: false,
};

/// A goal by words: `Active`, `-`, or `may Stop`.
fn goal(chart: &Chart, words: &str) -> Goal {
    match words.strip_prefix("may ") {
        Some(name) => Goal::Allowed(chart.operation_named(name).expect("the operation is there")),
        None => Goal::At(at(chart, words)),
    }
}

fn at(chart: &Chart, name: &str) -> Option<StateId> {
    (name != "-").then(|| chart.state_named(name).expect("the state is there"))
}

fn name(chart: &Chart, position: Option<StateId>) -> &str {
    position.map_or("-", |state| chart.state_name(state))
}

fn names<'a>(chart: &'a Chart, positions: &[Option<StateId>]) -> Vec<&'a str> {
    positions.iter().map(|&at| name(chart, at)).collect()
}

fn states<'a>(chart: &'a Chart, states: &[StateId]) -> Vec<&'a str> {
    states
        .iter()
        .map(|&state| chart.state_name(state))
        .collect()
}

fn steps(chart: &Chart, way: &Way) -> String {
    let steps = way.steps.iter().map(|step| step.cause.name(chart));
    steps.collect::<Vec<_>>().join(", ")
}

fn toward(chart: &Rc<Chart>, words: &str, means: Means) -> Toward {
    Toward::new(Rc::clone(chart), goal(chart, words), means)
}

/// All shortest ways, each as its steps.
fn check(from: &str, to: &str, means: Means, expect: &[&str]) {
    let chart = Rc::new(charts::biztalk());
    let ways = toward(&chart, to, means).ways(at(&chart, from), 100);
    let found: Vec<String> = ways.ways.iter().map(|way| steps(&chart, way)).collect();
    assert_eq!(found, expect, "{from} to {to}");
    assert!(!ways.more);
}

fn reason(chart: &Rc<Chart>, from: &str, to: &str, means: Means) -> Option<Reason> {
    toward(chart, to, means).reason(at(chart, from))
}

#[test]
fn shortest_ways_are_all_found_and_in_order() {
    let none = Means::default();
    check("Active", "Stopped", none, &["Stop"]);
    check("Active", "may Resume", none, &["Suspend"]);
    check("Active", "may Start", none, &["Stop"]);
    check("Stopped", "Active", none, &["Start", "Restart"]);
    check(
        "Stopped",
        "Suspended",
        none,
        &["Start, Suspend", "Restart, Suspend"],
    );
    check("StopFailed", "may Scale", none, &["Start", "Restart"]);
    check("Disabled", "-", none, &["Delete"]);
}

#[test]
fn a_goal_that_is_met_takes_no_step() {
    let none = Means::default();
    check("Active", "Active", none, &[""]);
    check("Active", "may Stop", none, &[""]);
    check("-", "-", none, &[""]);
}

#[test]
fn events_are_steps_only_if_asked_for() {
    check("Disabled", "Active", Means::default(), &[]);
    check("Disabled", "Active", EVENTS, &["Enable"]);
    check("-", "Active", Means::default(), &[]);
    check("-", "Active", EVENTS, &["Provision"]);
    check("-", "Suspended", EVENTS, &["Restore from backup"]);
    check(
        "EnableFailed",
        "Active",
        EVENTS,
        &["Delete, Provision", "Disable, Enable"],
    );
}

#[test]
fn more_ways_than_asked_for_are_cut_and_said_to_be() {
    let chart = Rc::new(charts::biztalk());
    let toward = toward(&chart, "Suspended", Means::default());
    let ways = toward.ways(at(&chart, "Stopped"), 1);
    assert_eq!((ways.ways.len(), ways.more), (1, true));
    let ways = toward.ways(at(&chart, "Stopped"), 2);
    assert_eq!((ways.ways.len(), ways.more), (2, false));
}

#[test]
fn each_step_tells_where_its_failure_leads_and_how_one_gets_on() {
    let chart = Rc::new(charts::biztalk());
    let toward = toward(&chart, "Stopped", Means::default());
    let way = toward.way(at(&chart, "Active")).unwrap();
    let [step] = &way.steps[..] else {
        panic!("{way:?}")
    };
    assert_eq!(step.source, Source::Documented);
    let failure = step.failure.unwrap();
    assert_eq!(failure.to, at(&chart, "StopFailed"));
    assert_eq!(failure.source, Source::Documented);
    assert_eq!(failure.steps_left, Some(1));
    let rest = toward.way(failure.to).unwrap();
    assert_eq!(steps(&chart, &rest), "Stop");
    assert_eq!(rest.source(), Source::Inferred);
}

#[test]
fn a_way_is_known_as_its_weakest_step_is() {
    let chart = Rc::new(charts::biztalk());
    let source = |from, to| {
        let way = toward(&chart, to, Means::default()).way(at(&chart, from));
        way.map(|way| way.source())
    };
    assert_eq!(source("Active", "Stopped"), Some(Source::Documented));
    assert_eq!(source("Stopped", "Suspended"), Some(Source::Inferred));
    assert_eq!(source("Active", "Active"), Some(Source::Documented));
    assert_eq!(source("Active", "Disabled"), None);
}

#[test]
fn conditional_cells_are_steps_only_if_asked_for() {
    let chart = Rc::new(charts::read(
        r#"{
          "version": 1, "title": "Door",
          "groups": [{"title": "", "operations": ["Open"]}],
          "rows": [
            {"states": ["Shut"], "conditional": {"Open": "if it is not locked"}},
            {"states": ["Wide"]}
          ],
          "outcomes": [{"operation": "Open", "success": {"state": "Wide", "source": "inferred"}}]
        }"#,
    ));
    let shut = at(&chart, "Shut");
    assert_eq!(toward(&chart, "Wide", Means::default()).way(shut), None);
    assert_eq!(
        reason(&chart, "Shut", "Wide", Means::default()),
        Some(Reason::Only(Obstacle {
            condition: true,
            ..Obstacle::default()
        }))
    );
    let open = chart.operation_named("Open").unwrap();
    assert_eq!(
        reason(&chart, "Shut", "may Open", Means::default()),
        Some(Reason::OnCondition(open, vec![shut.unwrap()]))
    );
    let means = Means {
        conditions: true,
        ..Means::default()
    };
    let way = toward(&chart, "Wide", means).way(shut).unwrap();
    assert!(way.steps.iter().all(|step| step.conditional));
    assert_eq!(steps(&chart, &way), "Open");
}

#[test]
fn there_is_a_reason_exactly_where_there_is_no_way() {
    let chart = Rc::new(charts::biztalk());
    let none = Means::default();
    let operation = |name| chart.operation_named(name).unwrap();
    let only = |failure, event, last: &[Cause]| {
        Some(Reason::Only(Obstacle {
            condition: false,
            failure,
            event,
            last: last.to_vec(),
        }))
    };
    let event = |name| Cause::Event(chart.event_named(name).unwrap());
    assert_eq!(reason(&chart, "Active", "Stopped", none), None);
    assert_eq!(
        reason(&chart, "Disabled", "Active", none),
        Some(Reason::Ends(
            chart.state_named("Disabled").unwrap(),
            vec![operation("Delete")]
        ))
    );
    assert_eq!(
        reason(&chart, "-", "may Stop", none),
        Some(Reason::NoService)
    );
    assert_eq!(
        reason(&chart, "Active", "StopFailed", none),
        only(true, false, &[Cause::Operation(operation("Stop"))])
    );
    assert_eq!(
        reason(&chart, "Active", "Disabled", none),
        only(false, true, &[event("Disable")])
    );
    assert_eq!(
        reason(&chart, "Active", "CreatedFailed", none),
        only(true, true, &[event("Provision")])
    );
    assert_eq!(
        reason(&chart, "Active", "EnableFailed", EVENTS),
        only(true, false, &[event("Enable")])
    );
}

#[test]
fn a_chart_that_tells_no_outcome_is_said_to_tell_none() {
    let chart = Rc::new(charts::printer());
    let operation = |name| chart.operation_named(name).unwrap();
    assert_eq!(
        reason(&chart, "Idle", "may Pause", Means::default()),
        Some(Reason::Untold(vec![operation("Print")]))
    );
    assert_eq!(
        reason(&chart, "Printing", "may Resume", Means::default()),
        Some(Reason::Untold(vec![
            operation("Pause"),
            operation("Cancel")
        ]))
    );
    assert_eq!(path::findings(&chart), [Finding::NothingTold]);
}

/// Three states in a row: nothing leads to `Lost`, nothing is allowed in `Done`, `Fly` nowhere.
fn line() -> Rc<Chart> {
    Rc::new(charts::read(
        r#"{
          "version": 1, "title": "Line",
          "groups": [{"title": "", "operations": ["Go", "Wait", "Fly"]}],
          "rows": [
            {"states": ["Ready"], "allowed": ["Go", "Wait"]},
            {"states": ["Lost"], "allowed": ["Go", "Wait"]},
            {"states": ["Done"]}
          ],
          "outcomes": [{"operation": "Go", "success": {"state": "Done", "source": "inferred"}},
            {"operation": "Wait", "from": ["Ready"], "success": {"same": true, "source": "inferred"}}]
        }"#,
    ))
}

#[test]
fn what_leads_nowhere_has_its_reason() {
    let chart = line();
    let none = Means::default();
    let state = |name| chart.state_named(name).unwrap();
    let fly = chart.operation_named("Fly").unwrap();
    assert_eq!(
        reason(&chart, "Ready", "may Fly", none),
        Some(Reason::NowhereAllowed(fly))
    );
    assert_eq!(
        reason(&chart, "Done", "Ready", none),
        Some(Reason::NothingAllowed(state("Done")))
    );
    assert_eq!(
        reason(&chart, "Ready", "Lost", none),
        Some(Reason::Never(Some(state("Ready"))))
    );
}

#[test]
fn findings_name_what_the_author_may_not_have_meant() {
    let chart = line();
    let state = |name| chart.state_named(name).unwrap();
    assert_eq!(
        path::findings(&chart),
        [
            Finding::Untold(1, 4),
            Finding::NowhereAllowed(vec![chart.operation_named("Fly").unwrap()]),
            Finding::NothingAllowed(vec![state("Done")]),
            Finding::DeadEnds(vec![state("Done")]),
            Finding::Unreached(vec![state("Lost")]),
            Finding::SameRows(vec![vec![state("Ready")], vec![state("Lost")]]),
        ]
    );
}

#[test]
fn a_chart_that_allows_nothing_is_not_said_to_tell_nothing() {
    let mut draft = charts::printer().draft();
    for row in &mut draft.rows {
        row.permissions = Vec::new();
    }
    let findings = path::findings(&Chart::new(draft).unwrap());
    assert!(
        matches!(findings[0], Finding::NowhereAllowed(_)),
        "{findings:?}"
    );
}

#[test]
fn findings_of_the_built_in_chart() {
    let chart = charts::biztalk();
    let state = |name| chart.state_named(name).unwrap();
    let outside = [
        "Disabled",
        "Service Update Failed",
        "DisableFailed",
        "EnableFailed",
        "CreatedFailed",
        "RestoreFailed",
    ]
    .map(state);
    let same = path::findings(&chart);
    let [dead, only, rows] = &same[..] else {
        panic!("{same:?}")
    };
    assert_eq!(dead, &Finding::DeadEnds(outside.to_vec()));
    assert_eq!(only, &Finding::OnlyFromOutside(outside.to_vec()));
    let [disabled, update, disable, enable, created, restore] = outside;
    assert_eq!(
        rows,
        &Finding::SameRows(vec![
            vec![disabled],
            vec![update],
            vec![disable],
            vec![enable],
            vec![created, restore]
        ])
    );
}

#[test]
fn what_is_not_told_on_the_way_is_named() {
    let chart = charts::printer();
    let untold = |from| path::untold(&chart, at(&chart, from), Means::default());
    let operations = |names: &[&str]| -> Vec<_> {
        let found = names.iter().map(|name| chart.operation_named(name));
        found.map(Option::unwrap).collect()
    };
    assert_eq!(untold("Idle"), operations(&["Print"]));
    assert_eq!(untold("Printing"), operations(&["Pause", "Cancel"]));
    assert_eq!(untold("-"), []);
    let chart = charts::biztalk();
    assert_eq!(path::untold(&chart, chart.start(), EVENTS), []);
}
