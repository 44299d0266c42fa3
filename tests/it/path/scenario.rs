//! Scenarios: a history as text and back.

use super::at;
use crate::charts;
use proptest::prelude::*;
use state_chart::chart::Chart;
use state_chart::path::scenario;
use state_chart::service::{Cause, Ending, History};
use std::rc::Rc;

/// What a text is, written again.
fn check(text: &str, expect: &str) {
    let chart = Rc::new(charts::biztalk());
    let history = scenario::read(&chart, text).unwrap_or_else(|problem| panic!("{problem}"));
    assert_eq!(scenario::write(&history), expect);
}

fn err(chart: Chart, text: &str, expect: &str) {
    let problem = scenario::read(&Rc::new(chart), text).expect_err("it is refused");
    assert_eq!(problem.to_string(), expect);
}

#[test]
fn a_scenario_is_read_and_written() {
    check("Active; Stop!; Restart", "Active; Stop!; Restart");
    check(" Active ;Stop !;  Restart ", "Active; Stop!; Restart");
    check("Active", "Active");
    check("-", "-");
    check("-; @Provision!; Delete", "-; @Provision!; Delete");
    check("Active; > Disabled; Delete", "Active; > Disabled; Delete");
    check(
        "Active; >-;@Restore from backup",
        "Active; > -; @Restore from backup",
    );
    check("Active; Stop>ScaleFailed", "Active; Stop > ScaleFailed");
    check("Active; Stop > -", "Active; Stop > -");
    check(
        "Active; Stop! | Restart; Delete",
        "Active; Stop! | Restart; Delete",
    );
    check("Active | Stop", "Active | Stop");
    check("\"Active\"; \"Stop\"!", "Active; Stop!");
}

#[test]
fn a_scenario_is_the_history_it_tells_of() {
    let chart = Rc::new(charts::biztalk());
    let history = scenario::read(&chart, "Active; Stop!; Restart").expect("it is a scenario");
    let stop = Cause::Operation(chart.operation_named("Stop").expect("it is there"));
    let restart = Cause::Operation(chart.operation_named("Restart").expect("it is there"));
    let mut expect = History::new(Rc::clone(&chart), at(&chart, "Active"));
    expect
        .perform(stop, Ending::Failure)
        .expect("it is allowed");
    expect
        .perform(restart, Ending::Success)
        .expect("it is allowed");
    assert_eq!(history, expect);
    assert_eq!(history.service().state(), at(&chart, "Active"));
}

#[test]
fn problems_say_where_and_what() {
    let biztalk = charts::biztalk;
    err(biztalk(), "", "character 1: expected a name");
    err(biztalk(), "Active;", "character 8: expected a name");
    err(biztalk(), "Active;; Stop", "character 8: expected a name");
    err(biztalk(), "Active; \"\"", "character 9: expected a name");
    err(
        biztalk(),
        "Active; \"Stop",
        "character 14: the quoted name does not end",
    );
    err(
        biztalk(),
        "Active!",
        "character 7: `!` does not belong here",
    );
    err(
        biztalk(),
        "Active; !",
        "character 9: `!` does not belong here",
    );
    err(
        biztalk(),
        "Active; Stop!!",
        "character 14: `!` does not belong here",
    );
    err(
        biztalk(),
        "Active | Stop! | Restart",
        "character 16: `|` does not belong here",
    );
    err(
        biztalk(),
        "Active/Stop",
        "character 7: `/` does not belong here",
    );
    err(
        biztalk(),
        "Active; Stop ? Start",
        "character 14: `?` does not belong here",
    );
    err(
        biztalk(),
        "active",
        "character 1: no state is called `active`; did you mean `Active`?",
    );
    err(
        biztalk(),
        "Active; Strat",
        "character 9: no operation is called `Strat`; did you mean `Start`?",
    );
    err(
        biztalk(),
        "-; @Provisio",
        "character 5: no event is called `Provisio`; did you mean `Provision`?",
    );
    err(
        biztalk(),
        "Active; Stop > Stoped",
        "character 16: no state is called `Stoped`; did you mean `Stopped`?",
    );
    err(biztalk(), "\"-\"", "character 1: no state is called `-`");
    err(
        biztalk(),
        "Active; Stop; Suspend",
        "character 15: `Suspend` in `Stopped`: Operation not allowed",
    );
    err(
        biztalk(),
        "-; Stop",
        "character 4: `Stop` in `-`: Operation not allowed",
    );
    err(
        biztalk(),
        "Active; @Provision",
        "character 10: `Provision` in `Active`: `Provision` cannot happen here",
    );
    err(
        charts::printer(),
        "Idle; Print",
        "character 7: `Print` in `Idle`: the chart does not tell where `Print` leads",
    );
    let long = ["Active", &"; Restart".repeat(10_001)].concat();
    err(biztalk(), &long, "character 90007: more than 10000 steps");
}

/// A history made of any causes and endings, of which the last are undone.
pub(crate) fn history(chart: Chart, moves: &[(u8, usize, u8, usize)], undo: usize) -> History {
    let chart = Rc::new(chart);
    let states = chart.states().len();
    let pick = |index: usize| chart.state_at(index % (states + 1));
    let start = moves.first().map_or(chart.start(), |first| pick(first.3));
    let mut history = History::new(Rc::clone(&chart), start);
    for &(kind, index, ending, to) in moves {
        let cause = match kind {
            0 => {
                history.set(pick(to));
                continue;
            }
            1 => chart
                .event_at(index % chart.events().len().max(1))
                .map(Cause::Event),
            _ => chart
                .operation_at(index % chart.operations().len())
                .map(Cause::Operation),
        };
        let ending = match ending {
            0 => Ending::At(pick(to)),
            1 => Ending::Failure,
            _ => Ending::Success,
        };
        if let Some(cause) = cause
            && history.begin(cause, true).is_ok()
            && history.finish(ending).is_err()
        {
            history.abandon();
        }
    }
    let taken = history.taken();
    history.jump(taken - undo.min(taken));
    history
}

proptest! {
    #[test]
    fn prop_reading_what_was_written_gives_the_same_history(
        chart in charts::chart(),
        moves in prop::collection::vec((0..6_u8, any::<usize>(), 0..4_u8, any::<usize>()), 0..30),
        undo in 0..6_usize,
    ) {
        let history = history(chart, &moves, undo);
        let text = scenario::write(&history);
        let read = scenario::read(history.service().chart(), &text);
        prop_assert_eq!(read, Ok(history), "{}", text);
    }

    #[test]
    fn prop_any_text_is_read_or_refused(chart in charts::chart(), text in ".{0,60}") {
        let chart = Rc::new(chart);
        if let Ok(history) = scenario::read(&chart, &text) {
            prop_assert_eq!(scenario::read(&chart, &scenario::write(&history)), Ok(history));
        }
    }
}

#[test]
fn names_with_signs_of_their_own_are_quoted() {
    let chart = Rc::new(charts::read(
        r#"{
          "version": 1, "title": "Signs",
          "groups": [{"title": "", "operations": ["a; b!", "say \"\\\"", "@c", "d/e?", "plain text"]}],
          "rows": [{"states": ["-", "x > y"], "allowed": ["a; b!", "say \"\\\"", "@c", "d/e?", "plain text"]}],
          "outcomes": [
            {"operation": "a; b!", "success": {"state": "x > y", "source": "inferred"}},
            {"operation": "say \"\\\"", "success": {"same": true, "source": "inferred"}},
            {"operation": "@c", "success": {"same": true, "source": "inferred"}},
            {"operation": "d/e?", "success": {"same": true, "source": "inferred"}},
            {"operation": "plain text", "success": {"same": true, "source": "inferred"}}
          ]
        }"#,
    ));
    let text = r#""-"; "a; b!"; "say \"\\\""; "@c"; "d/e?"; plain text; > "x > y""#;
    let history = scenario::read(&chart, text).unwrap_or_else(|problem| panic!("{problem}"));
    assert_eq!(history.taken(), 6);
    assert_eq!(scenario::write(&history), text);
}
