//! Every sentence about ways, word for word.
#![allow(
    clippy::unwrap_used,
    reason = "a test that finds no such name has failed"
)]

use super::*;
use crate::import::json;
use crate::path::{self, Means, Toward};
use std::rc::Rc;

fn read(text: &str) -> Rc<Chart> {
    let value: json::Value = serde_json::from_str(text).unwrap();
    Rc::new(json::read(&value).unwrap())
}

fn biztalk() -> Rc<Chart> {
    read(include_str!("../../../static/charts/biztalk-services.json"))
}

fn printer() -> Rc<Chart> {
    read(
        r#"{
          "version": 1, "title": "Printer",
          "groups": [{"title": "", "operations": ["Print", "Pause", "Cancel", "Fold"]}],
          "rows": [
            {"states": ["Idle"], "allowed": ["Print"]},
            {"states": ["Printing"], "allowed": ["Pause", "Cancel"]},
            {"states": ["Broken"]}
          ]
        }"#,
    )
}

const ENGLISH: &Words = &Words::ENGLISH;

const fn say(chart: &Chart) -> Say<'_> {
    Say::new(chart, ENGLISH)
}

fn at(chart: &Chart, name: &str) -> Option<StateId> {
    (name != "-").then(|| chart.state_named(name).unwrap())
}

fn toward(chart: &Rc<Chart>, to: &str, events: bool) -> Toward {
    let goal = match to.strip_prefix("may ") {
        Some(name) => Goal::Allowed(chart.operation_named(name).unwrap()),
        None => Goal::At(at(chart, to)),
    };
    let means = Means {
        events,
        ..Means::default()
    };
    Toward::new(Rc::clone(chart), goal, means)
}

/// What a reader is told who wants to get from one to the other.
fn check(chart: &Rc<Chart>, from: &str, to: &str, events: bool, expect: &str) {
    let toward = toward(chart, to, events);
    let from = at(chart, from);
    let said = match (toward.way(from), toward.reason(from)) {
        (Some(way), None) => say(chart).sentence(from, &way, toward.goal()),
        (None, Some(why)) => say(chart).reason(&why),
        both => format!("{both:?}"),
    };
    assert_eq!(said, expect);
}

#[test]
fn a_way_is_a_sentence() {
    let chart = biztalk();
    let check = |from, to, expect| check(&chart, from, to, false, expect);
    check("Active", "may Resume", "From Active: Suspend, then Resume");
    check("Active", "Stopped", "From Active: Stop");
    check(
        "Stopped",
        "may Resume",
        "From Stopped: Start, Suspend, then Resume",
    );
    check("Active", "may Stop", "Stop is allowed now");
    check("Active", "Active", "Already there");
    check("Active", "-", "From Active: Delete");
}

#[test]
fn with_events_a_way_begins_where_there_is_no_service() {
    let chart = biztalk();
    check(
        &chart,
        "-",
        "may Stop",
        true,
        "From no service: Provision, then Stop",
    );
    check(&chart, "Disabled", "Active", true, "From Disabled: Enable");
}

#[test]
fn where_there_is_no_way_the_reason_is_said() {
    let chart = biztalk();
    let plain = |from, to, expect| check(&chart, from, to, false, expect);
    plain(
        "Disabled",
        "Active",
        "From Disabled there is no way: only Delete is allowed, and it ends the service",
    );
    plain(
        "-",
        "may Stop",
        "There is no service, and no operation makes one",
    );
    plain("Active", "StopFailed", "There is a way only if Stop fails");
    plain(
        "Active",
        "Disabled",
        "There is a way only with Disable, from outside",
    );
    plain(
        "Active",
        "RestoreFailed",
        "There is a way only if Restore from backup, from outside, fails",
    );
    check(
        &chart,
        "Active",
        "EnableFailed",
        true,
        "There is a way only if Enable fails",
    );
}

#[test]
fn a_chart_without_outcomes_has_its_reasons_too() {
    let chart = printer();
    let check = |from, to, expect| check(&chart, from, to, false, expect);
    check("Idle", "may Fold", "No state allows it");
    check(
        "Idle",
        "may Pause",
        "No way is known: the chart does not tell where Print leads",
    );
    check(
        "Printing",
        "Idle",
        "No way is known: the chart does not tell where Pause and Cancel lead",
    );
    check(
        "Broken",
        "Idle",
        "From Broken there is no way: nothing is allowed there",
    );
}

#[test]
fn the_rarer_reasons_are_said_too() {
    let chart = biztalk();
    let said = |why: Reason| say(&chart).reason(&why);
    let delete = chart.operation_named("Delete").unwrap();
    let stop = chart.operation_named("Stop").unwrap();
    let active = at(&chart, "Active").unwrap();
    assert_eq!(
        said(Reason::Ends(active, vec![delete, stop])),
        "From Active there is no way: only Delete and Stop are allowed, and they end the service"
    );
    assert_eq!(
        said(Reason::Never(Some(active))),
        "Nothing that the chart tells leads there from Active"
    );
    assert_eq!(
        said(Reason::Never(None)),
        "Nothing that the chart tells leads there where there is no service"
    );
    assert_eq!(
        said(Reason::OnCondition(stop, vec![active])),
        "Allowed only under a condition, in Active"
    );
    let only = |condition, failure, event| {
        said(Reason::Only(Obstacle {
            condition,
            failure,
            event,
            last: Vec::new(),
        }))
    };
    assert_eq!(
        only(true, false, false),
        "There is a way only under a condition"
    );
    assert_eq!(
        only(false, true, false),
        "There is a way only if something fails"
    );
    assert_eq!(
        only(true, true, true),
        "There is a way only under a condition, with an event from outside and if something fails"
    );
}

#[test]
fn a_failure_tells_how_one_gets_on() {
    let chart = biztalk();
    let check = |from: &str, to: &str, expect: &str| {
        let toward = toward(&chart, to, false);
        let way = toward.way(at(&chart, from)).unwrap();
        let way_after = |failure: Failure| toward.way(failure.to).unwrap();
        let said = say(&chart).failure(way.steps.first().unwrap(), &way_after);
        assert_eq!(said, expect);
    };
    check("Active", "Stopped", "If it fails: StopFailed, then Stop");
    check(
        "Active",
        "Suspended",
        "If it fails: SuspendedFailed, then Suspend",
    );
    check(
        "Stopped",
        "Suspended",
        "If it fails: StartFailed, then Start, then Suspend",
    );
    check("Active", "-", "If it fails: still Active");
    check(
        "Active",
        "may Resume",
        "If it fails: SuspendedFailed, which is the goal",
    );
}

#[test]
fn a_failure_without_a_way_on_says_so() {
    let chart = biztalk();
    let toward = toward(&chart, "Active", true);
    let way = toward.way(None).unwrap();
    let step = *way.steps.first().unwrap();
    let way_after = |failure: Failure| toward.way(failure.to).unwrap();
    assert_eq!(
        say(&chart).failure(&step, &way_after),
        "If it fails: CreatedFailed, then Delete, then Provision"
    );
    let lost = |failure: Option<Failure>| Step { failure, ..step };
    let far = |steps_left| {
        lost(step.failure.map(|failure| Failure {
            steps_left,
            ..failure
        }))
    };
    assert_eq!(
        say(&chart).failure(&far(None), &way_after),
        "If it fails: CreatedFailed; from there is no way"
    );
    assert_eq!(
        say(&chart).failure(&far(Some(21)), &way_after),
        "If it fails: CreatedFailed, then 21 steps"
    );
    assert_eq!(
        say(&chart).failure(&lost(None), &way_after),
        "If it fails: the chart does not tell"
    );
}

#[test]
fn ways_are_counted() {
    let chart = biztalk();
    let check = |from: &str, to: &str, expect: &str| {
        let found = toward(&chart, to, false).ways(at(&chart, from), 6);
        assert_eq!(say(&chart).ways(&found), expect);
    };
    check("Active", "Stopped", "one way of 1 step");
    check("Stopped", "Suspended", "2 ways of 2 steps");
    let mut found = toward(&chart, "Suspended", false).ways(at(&chart, "Stopped"), 6);
    found.more = true;
    assert_eq!(
        say(&chart).ways(&found),
        "more than 2 ways of 2 steps; here are 2"
    );
}

#[test]
fn lists_are_read_aloud() {
    let chart = biztalk();
    let list = |count: usize, is_choice| {
        let names = ["a", "b", "c"].into_iter().cycle().take(count);
        say(&chart).list(names.collect(), is_choice)
    };
    assert_eq!(list(0, false), "");
    assert_eq!(list(1, false), "a");
    assert_eq!(list(2, true), "a or b");
    assert_eq!(list(3, false), "a, b and c");
    let many = list(10_000, false);
    assert!(many.ends_with(", a, b and 9980 more"), "{many}");
}

#[test]
fn a_long_way_is_cut() {
    let names: Vec<String> = (0..30).map(|index| format!("S{index}")).collect();
    let rows = names
        .iter()
        .map(|name| serde_json::json!({"states": [name], "allowed": ["Go"]}));
    let outcomes = names.iter().zip(names.iter().skip(1)).map(|(from, to)| {
        serde_json::json!({
            "operation": "Go", "from": [from], "success": {"state": to, "source": "inferred"}
        })
    });
    let chart = read(
        &serde_json::json!({
            "version": 1, "title": "Line",
            "groups": [{"title": "", "operations": ["Go"]}],
            "rows": rows.collect::<Vec<_>>(),
            "outcomes": outcomes.collect::<Vec<_>>(),
        })
        .to_string(),
    );
    let go = [", Go"; 19].concat();
    check(
        &chart,
        "S0",
        "S29",
        false,
        &["From S0: Go", &go, ", and 9 more steps"].concat(),
    );
    check(
        &chart,
        "S0",
        "S21",
        false,
        &["From S0: Go", &go, ", and 1 more step"].concat(),
    );
}

#[test]
fn findings_are_sentences() {
    let said = |chart: &Rc<Chart>| -> Vec<String> {
        let found = path::findings(chart);
        found
            .iter()
            .map(|found| say(chart).finding(found))
            .collect()
    };
    let six = "Disabled, Service Update Failed, DisableFailed, EnableFailed, CreatedFailed and RestoreFailed";
    assert_eq!(
        said(&biztalk()),
        [
            ["No way back to Active from ", six].concat(),
            ["Only events from outside lead to ", six].concat(),
            "The same check marks in Disabled; Service Update Failed; DisableFailed; EnableFailed; \
             CreatedFailed, RestoreFailed"
                .to_owned(),
        ]
    );
    assert_eq!(
        said(&printer()),
        [
            "The chart does not tell where its operations lead",
            "Allowed in no state: Fold",
            "Nothing is allowed in Broken",
            "No way back to Idle from Broken",
        ]
    );
    let chart = printer();
    let idle = at(&chart, "Idle").unwrap();
    assert_eq!(
        say(&chart).finding(&Finding::Untold(1, 4)),
        "For 1 of 4 allowed cells the chart does not tell where the operation leads"
    );
    assert_eq!(
        say(&chart).finding(&Finding::Unreached(vec![idle])),
        "Nothing that the chart tells leads to Idle"
    );
    assert_eq!(
        say(&chart).finding(&Finding::SameRows(vec![vec![idle]; 22])),
        [
            "The same check marks in Idle",
            &"; Idle".repeat(19),
            "; 2 more"
        ]
        .concat()
    );
}

#[test]
fn goals_and_positions_are_named() {
    let chart = biztalk();
    let stop = chart.operation_named("Stop").unwrap();
    assert_eq!(
        goal(ENGLISH, &chart, Goal::Allowed(stop)),
        "Stop is allowed"
    );
    assert_eq!(goal(ENGLISH, &chart, Goal::At(None)), "no service");
    assert_eq!(
        goal(ENGLISH, &chart, Goal::At(at(&chart, "Active"))),
        "Active"
    );
    assert_eq!(
        say(&chart).positions(&[at(&chart, "Active"), None]),
        "Active and no service"
    );
    assert_eq!(
        say(&chart).dead_end(),
        "A dead end: no operation leads back to Active"
    );
}
