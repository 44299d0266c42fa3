//! Addresses: a session as the value of a key, and the key among those of others.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that meets what it does not expect should stop"
)]

use crate::charts;
use crate::path::scenario::history;
use proptest::prelude::*;
use state_chart::address::{self, Address, LONGEST, fragment};
use state_chart::chart::Chart;
use state_chart::path::{Goal, scenario};
use state_chart::service::{Cause, Ending, History};
use std::rc::Rc;

fn write(address: &Address) -> String {
    let start = address.history.service().chart().start();
    address::write(&address.history, address.cell, address.goal, start)
}

/// What a value is, written again.
fn check(text: &str, expect: &str) -> Address {
    let chart = Rc::new(charts::biztalk());
    let address = address::read(&chart, chart.start(), text);
    let address = address.unwrap_or_else(|problem| panic!("{problem}"));
    assert_eq!(write(&address), expect);
    address
}

fn err(text: &str, expect: &str) {
    let chart = Rc::new(charts::biztalk());
    let problem = address::read(&chart, chart.start(), text).expect_err("it is refused");
    assert_eq!(problem.to_string(), expect);
}

#[test]
fn a_state_a_cell_a_way_and_a_scenario_are_read_and_written() {
    check("StopFailed", "StopFailed");
    check("-", "-");
    check("StopFailed/Restart", "StopFailed/Restart");
    check(" StopFailed / Restart ", "StopFailed/Restart");
    check("Active; Stop!; Restart", "Active; Stop!; Restart");
    check("Active | Stop", "Active | Stop");
    check("Active ? Stopped", "Active ? Stopped");
    check("Active?Stopped", "Active ? Stopped");
    check("Active ? -", "Active ? -");
    check("- ? /Resume", "- ? /Resume");
    let all = "Active; Stop! ? StopFailed/Restart ? /Resume";
    check(all, all);
    check("Stopped ? Active/Start", "Stopped ? Active/Start");
}

#[test]
fn what_a_session_begins_with_is_not_written() {
    check("Active", "");
    check("Active ? StopFailed/Restart", "StopFailed/Restart");
}

#[test]
fn a_value_says_what_was_done_and_asked() {
    let chart = Rc::new(charts::biztalk());
    let address = check(
        "StopFailed/Restart ? Stopped",
        "Active ? StopFailed/Restart ? Stopped",
    );
    let state = |name| chart.state_named(name).unwrap();
    let restart = chart.operation_named("Restart").unwrap();
    assert_eq!(
        address.history,
        History::new(Rc::clone(&chart), chart.start())
    );
    assert_eq!(address.cell, Some((state("StopFailed"), restart)));
    assert_eq!(address.goal, Some(Goal::At(Some(state("Stopped")))));
    assert_eq!(
        check("Active ? /Restart", "Active ? /Restart").goal,
        Some(Goal::Allowed(restart))
    );
}

#[test]
fn problems_say_where_and_what() {
    err("", "character 1: expected a name");
    err("Active ?", "character 9: expected a name");
    err("Active/", "character 8: expected a name");
    err("/Stop", "character 1: `/` does not belong here");
    err("-/Stop", "character 2: `/` does not belong here");
    err(
        "Active/Stop; Stop",
        "character 12: `;` does not belong here",
    );
    err(
        "Active/Stop ? Active/Start",
        "character 21: `/` does not belong here",
    );
    err(
        "Active ? Stopped ? -",
        "character 18: `?` does not belong here",
    );
    err(
        "Active ? /Stop/Start",
        "character 15: `/` does not belong here",
    );
    err(
        "StopFiled/Restart",
        "character 1: no state is called `StopFiled`; did you mean `StopFailed`?",
    );
    err(
        "StopFailed/Restrt",
        "character 12: no operation is called `Restrt`; did you mean `Restart`?",
    );
    err(
        "Active; Stop ? /Resme",
        "character 17: no operation is called `Resme`; did you mean `Resume`?",
    );
    err(
        "Active; Resume",
        "character 9: `Resume` in `Active`: Operation not allowed",
    );
}

#[test]
fn of_a_scenario_that_is_too_long_only_its_end_is_written() {
    let chart = Rc::new(charts::biztalk());
    let mut history = History::new(Rc::clone(&chart), chart.start());
    let mut long = 0;
    while long < 3 {
        let name = ["Stop", "Start"][history.taken() % 2];
        let cause = Cause::Operation(chart.operation_named(name).unwrap());
        history.perform(cause, Ending::Success).unwrap();
        let whole = scenario::write(&history);
        let end = chart.state_name(history.service().state().unwrap());
        let is_long = whole.len() > LONGEST;
        long += usize::from(is_long);
        let written = address::write(&history, None, None, chart.start());
        assert_eq!(written, if is_long { end } else { &whole });
    }
}

#[test]
fn only_the_own_entry_of_a_fragment_is_replaced_or_taken_out() {
    let with = |fragment, value| fragment::with(fragment, "chart", value);
    for (before, set, out) in [
        ("", "chart=A", ""),
        ("section-2", "section-2&chart=A", "section-2"),
        (
            "section-2&chart=B&x=%zz%",
            "section-2&chart=A&x=%zz%",
            "section-2&x=%zz%",
        ),
        ("chart=B", "chart=A", ""),
        ("chart=B&chart=C&d", "chart=A&d", "d"),
        ("ch%61rt=B&d", "chart=A&d", "d"),
        ("chart", "chart&chart=A", "chart"),
        (
            "Chart=B&chart2=C",
            "Chart=B&chart2=C&chart=A",
            "Chart=B&chart2=C",
        ),
        ("/route?chart=B", "/route?chart=B&chart=A", "/route?chart=B"),
        ("a&&b", "a&&b&chart=A", "a&&b"),
    ] {
        assert_eq!(with(before, Some("A")), set);
        assert_eq!(with(before, None), out);
    }
}

#[test]
fn values_are_encoded_so_that_nobody_takes_a_sign_for_his_own() {
    let entry = |value| fragment::with("", "chart", Some(value));
    for (value, expect) in [
        (
            "Active; Stop!; Restart",
            "chart=Active;%20Stop%21;%20Restart",
        ),
        ("Active; Stop!", "chart=Active;%20Stop%21"),
        ("StopFailed/Restart", "chart=StopFailed/Restart"),
        ("Active ? -", "chart=Active%20?%20%2D"),
        ("50%&#=+", "chart=50%25%26%23%3D%2B"),
        ("é:~:", "chart=%C3%A9:%7E%3A"),
    ] {
        assert_eq!(entry(value), expect);
        assert_eq!(fragment::value(expect, "chart").as_deref(), Some(value));
    }
}

#[test]
fn a_value_that_somebody_wrote_by_hand_is_read_as_it_stands() {
    for (fragment, expect) in [
        ("chart=Service Update Failed", Some("Service Update Failed")),
        ("a=b&chart=50%", Some("50%")),
        ("chart=%zz%4", Some("%zz%4")),
        ("chart=%é1", Some("%é1")),
        ("chart=%ff%20", Some("%ff%20")),
        ("chart=a=b", Some("a=b")),
        ("chart=", Some("")),
        ("chart", None),
        ("", None),
    ] {
        assert_eq!(fragment::value(fragment, "chart").as_deref(), expect);
    }
}

/// A fragment as others write it.
fn foreign() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-z&=%/?A-F0-9é ~-]{0,30}",
        ".{0,30}",
        "(a|k|k=|k=v|%6b=1|&){0,6}"
    ]
}

fn pick(chart: &Chart, index: usize) -> Goal {
    let states = chart.states().len() + 1;
    match index.checked_sub(states) {
        Some(operation) => Goal::Allowed(chart.operation_at(operation).unwrap()),
        None => Goal::At(chart.state_at(index)),
    }
}

proptest! {
    #[test]
    fn prop_reading_what_was_written_gives_the_same_session(
        chart in charts::chart(),
        moves in prop::collection::vec((0..6_u8, any::<usize>(), 0..4_u8, any::<usize>()), 0..12),
        undo in 0..4_usize,
        cell in prop::option::of((any::<prop::sample::Index>(), any::<prop::sample::Index>())),
        goal in prop::option::of(any::<prop::sample::Index>()),
    ) {
        let history = history(chart, &moves, undo);
        let chart = Rc::clone(history.service().chart());
        let (states, operations) = (chart.states().len(), chart.operations().len());
        let address = Address {
            history,
            cell: cell.map(|(state, operation)| (
                chart.state_at(state.index(states)).unwrap(),
                chart.operation_at(operation.index(operations)).unwrap(),
            )),
            goal: goal.map(|goal| pick(&chart, goal.index(states + 1 + operations))),
        };
        let text = write(&address);
        if text.is_empty() {
            prop_assert_eq!(address, Address::new(Rc::clone(&chart), chart.start()));
        } else {
            let entry = fragment::with("a&b=c", "key", Some(&text));
            prop_assert_eq!(fragment::value(&entry, "key"), Some(text.clone()));
            prop_assert_eq!(address::read(&chart, chart.start(), &text), Ok(address), "{}", text);
        }
    }

    #[test]
    fn prop_any_value_is_read_or_refused(
        chart in charts::chart(),
        text in "(.{0,40}|[A-Z; ?/>|!@\"-]{0,20})",
    ) {
        let chart = Rc::new(chart);
        if let Ok(address) = address::read(&chart, chart.start(), &text) {
            let again = write(&address);
            if !again.is_empty() {
                prop_assert_eq!(address::read(&chart, chart.start(), &again), Ok(address));
            }
        }
    }

    #[test]
    fn prop_a_value_comes_back_and_others_stay_byte_for_byte(
        fragment in foreign(),
        key in "(k|a|.{1,8})",
        value in ".{0,20}",
    ) {
        let set = fragment::with(&fragment, &key, Some(&value));
        prop_assert_eq!(fragment::value(&set, &key), Some(value));
        prop_assert!(set.split('&').all(|part| part.is_ascii() || fragment.split('&').any(|own| own == part)));
        let out = fragment::with(&set, &key, None);
        prop_assert_eq!(fragment::value(&out, &key), None);
        prop_assert_eq!(&out, &fragment::with(&fragment, &key, None));
        if fragment::value(&fragment, &key).is_none() {
            prop_assert_eq!(out, fragment);
        }
    }
}
