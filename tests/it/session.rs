//! What one reader does, what it comes to, and what is said.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that meets what it does not expect should stop"
)]

use crate::charts;
use state_chart::chart::{Chart, StateId};
use state_chart::path::Goal;
use state_chart::service::{Cause, Ending, Refusal};
use state_chart::ui::{Action, Notice, Selection, Session};
use std::rc::Rc;

fn state(session: &Session, name: &str) -> Option<StateId> {
    Some(session.chart().state_named(name).unwrap())
}

fn operation(session: &Session, name: &str) -> Cause {
    Cause::Operation(session.chart().operation_named(name).unwrap())
}

fn session_of(chart: Chart) -> Session {
    let start = chart.start();
    Session::new(Rc::new(chart), start)
}

/// A session with the built-in chart, in Active.
fn biztalk() -> Session {
    session_of(charts::biztalk())
}

/// Begins an operation or event that ends as `ending` says, or as the reader chose.
fn begin(session: &mut Session, name: &str, ending: Option<Ending>) -> Notice {
    let chart = session.chart();
    let cause = match chart.event_named(name) {
        Some(event) => Cause::Event(event),
        None => operation(session, name),
    };
    let action = Action::Begin {
        cause,
        condition_met: false,
        ending,
    };
    session.apply(action).unwrap()
}

/// Begins an operation or event and ends it; answers with what was said.
fn perform(session: &mut Session, name: &str) -> String {
    begin(session, name, None);
    session.apply(Action::Finish(None)).unwrap();
    session.announcement().to_owned()
}

fn select(session: &Session, state: &str, operation: &str) -> Selection {
    Selection {
        state: session.chart().state_named(state).unwrap(),
        operation: session.chart().operation_named(operation).unwrap(),
    }
}

#[test]
fn an_operation_begins_then_ends_and_both_are_said() {
    let mut session = biztalk();
    assert_eq!(session.announcement(), "");
    assert!(matches!(begin(&mut session, "Stop", None), Notice::Began(run) if run.via.is_some()));
    assert_eq!(session.announcement(), "Stop: Stopping …");
    let notice = session.apply(Action::Finish(None)).unwrap();
    assert!(matches!(notice, Notice::Stepped(step) if step.to == state(&session, "Stopped")));
    assert_eq!(session.announcement(), "Stop succeeded: now Stopped");
}

#[test]
fn what_has_no_transitional_state_is_said_without_one() {
    let mut session = biztalk();
    begin(&mut session, "Backup", None);
    assert_eq!(session.announcement(), "Backup …");
    session.apply(Action::Finish(None));
    assert_eq!(session.announcement(), "Backup succeeded: still Active");
}

#[test]
fn an_operation_ends_as_given_else_as_planned_else_as_the_reader_chose() {
    let ended = |planned, given, fails| {
        let mut session = biztalk();
        session.apply(Action::Choose { fails });
        begin(&mut session, "Stop", planned);
        session.apply(Action::Finish(given)).unwrap();
        session.announcement().to_owned()
    };
    let (well, ill) = ("Stop succeeded: now Stopped", "Stop failed: now StopFailed");
    assert_eq!(ended(None, None, false), well);
    assert_eq!(ended(None, None, true), ill);
    assert_eq!(ended(Some(Ending::Success), None, true), well);
    assert_eq!(ended(Some(Ending::Failure), None, false), ill);
    assert_eq!(
        ended(Some(Ending::Success), Some(Ending::Failure), false),
        ill
    );
    assert_eq!(
        ended(Some(Ending::At(None)), None, false),
        "Stop: now no service"
    );
}

#[test]
fn the_reader_may_still_choose_while_it_runs() {
    let mut session = biztalk();
    begin(&mut session, "Stop", None);
    let said = session.announcement().to_owned();
    assert_eq!(
        session.apply(Action::Choose { fails: true }),
        Some(Notice::EndingChosen)
    );
    assert!(session.fails());
    assert_eq!(session.apply(Action::Choose { fails: true }), None);
    assert_eq!(session.announcement(), said, "a choice is not said");
    session.apply(Action::Finish(None));
    assert_eq!(session.announcement(), "Stop failed: now StopFailed");
}

#[test]
fn a_plan_holds_for_one_run_only() {
    let mut session = biztalk();
    begin(&mut session, "Backup", Some(Ending::Failure));
    session.apply(Action::Finish(None));
    assert_eq!(session.announcement(), "Backup failed: still Active");
    assert_eq!(
        perform(&mut session, "Backup"),
        "Backup succeeded: still Active"
    );
    begin(&mut session, "Backup", Some(Ending::Failure));
    session.apply(Action::Undo);
    assert_eq!(
        perform(&mut session, "Backup"),
        "Backup succeeded: still Active"
    );
}

#[test]
fn delete_and_provision_are_said_to_their_end() {
    let mut session = biztalk();
    assert_eq!(
        perform(&mut session, "Delete"),
        "Delete succeeded: now no service"
    );
    assert_eq!(
        perform(&mut session, "Provision"),
        "Provision succeeded: now Active"
    );
    assert_eq!(
        perform(&mut session, "Service update"),
        "Service update succeeded: still Active"
    );
}

#[test]
fn a_refusal_is_said_in_the_words_of_the_chart_and_changes_nothing_else() {
    let mut session = biztalk();
    let before = session.clone();
    let notice = begin(&mut session, "Start", Some(Ending::Failure));
    assert!(matches!(notice, Notice::Refused(Refusal::NotAllowed(..))));
    assert_eq!(session.announcement(), "Operation not allowed");
    assert_eq!(session.history(), before.history());
    assert_eq!(
        perform(&mut session, "Stop"),
        "Stop succeeded: now Stopped",
        "its plan is forgotten"
    );
}

#[test]
fn while_one_runs_a_second_is_refused_and_the_first_keeps_its_plan() {
    let mut session = biztalk();
    begin(&mut session, "Stop", Some(Ending::Failure));
    let notice = begin(&mut session, "Restart", Some(Ending::Success));
    assert!(matches!(notice, Notice::Refused(Refusal::Busy(..))));
    assert_eq!(session.announcement(), "`Stop` is still running");
    session.apply(Action::Finish(None));
    assert_eq!(session.announcement(), "Stop failed: now StopFailed");
}

#[test]
fn the_same_text_twice_changes_by_a_silent_mark_so_that_it_is_heard_twice() {
    let mut session = biztalk();
    let heard: Vec<_> = (0..3)
        .map(|_| {
            begin(&mut session, "Start", None);
            session.announcement().to_owned()
        })
        .collect();
    let once = "Operation not allowed";
    assert_eq!(heard, [once, "Operation not allowed\u{a0}", once]);
}

#[test]
fn where_the_chart_does_not_tell_the_reader_is_asked_and_answers() {
    let mut session = session_of(charts::printer());
    begin(&mut session, "Print", None);
    assert_eq!(session.announcement(), "Print …");
    assert_eq!(session.asking(), None);
    assert!(session.is_untold());
    assert_eq!(session.apply(Action::Finish(None)), Some(Notice::Asked));
    assert_eq!(session.asking(), Some(Ending::Success));
    assert_eq!(
        session.announcement(),
        "The chart does not tell where this leads. Choose the next state"
    );
    assert!(session.service().running().is_some());
    let printing = state(&session, "Printing");
    session.apply(Action::Finish(Some(Ending::At(printing))));
    assert_eq!(session.asking(), None);
    assert_eq!(session.announcement(), "Print: now Printing");
}

#[test]
fn nobody_is_asked_where_the_chart_tells_or_somebody_has_said_it() {
    let mut session = biztalk();
    begin(&mut session, "Stop", None);
    assert!(!session.is_untold());
    let mut session = session_of(charts::printer());
    let printing = state(&session, "Printing");
    begin(&mut session, "Print", Some(Ending::At(printing)));
    assert!(!session.is_untold());
}

#[test]
fn to_undo_set_or_start_over_ends_the_question() {
    for action in [
        Action::Undo,
        Action::Set(None),
        Action::StartOver,
        Action::Jump(0),
    ] {
        let mut session = session_of(charts::printer());
        begin(&mut session, "Print", Some(Ending::Failure));
        session.apply(Action::Finish(None));
        assert_eq!(session.asking(), Some(Ending::Failure));
        assert!(session.apply(action).is_some(), "{action:?}");
        assert_eq!(session.asking(), None, "{action:?}");
        assert_eq!(session.service().running(), None, "{action:?}");
    }
}

#[test]
fn to_select_asks_about_a_cell_and_performs_nothing() {
    let mut session = biztalk();
    let before = session.clone();
    for (operation, said) in [
        ("Stop", "Stop in Active: allowed"),
        ("Start", "Start in Active: Operation not allowed"),
    ] {
        let selection = select(&session, "Active", operation);
        let action = Action::Select(Some(selection));
        assert_eq!(session.apply(action), Some(Notice::Selected));
        assert_eq!(session.announcement(), said);
        assert_eq!(session.selection(), Some(selection));
        assert_eq!(session.apply(action), None, "it is selected already");
    }
    assert_eq!(session.apply(Action::Select(None)), Some(Notice::Selected));
    assert_eq!((session.announcement(), session.selection()), ("", None));
    assert_eq!(session.history(), before.history());
}

#[test]
fn a_conditional_cell_says_its_condition_and_begins_once_that_is_met() {
    let mut session = session_of(charts::read(
        r#"{"version": 1, "groups": [{"operations": ["On"]}],
          "rows": [{"states": ["Dark"], "conditional": {"On": "Only by day"}}]}"#,
    ));
    let selection = select(&session, "Dark", "On");
    session.apply(Action::Select(Some(selection)));
    assert_eq!(session.announcement(), "On in Dark: Only by day");
    begin(&mut session, "On", None);
    assert_eq!(session.announcement(), "Only by day");
    let action = Action::Begin {
        cause: operation(&session, "On"),
        condition_met: true,
        ending: None,
    };
    assert!(matches!(session.apply(action), Some(Notice::Began(_))));
}

#[test]
fn looking_back_and_forth_says_where_the_service_is_now() {
    let mut session = biztalk();
    perform(&mut session, "Stop");
    perform(&mut session, "Start");
    for (action, said) in [
        (Action::Undo, "Now Stopped"),
        (Action::Redo, "Now Active"),
        (Action::Jump(1), "Now Stopped"),
        (Action::StartOver, "Now Active"),
    ] {
        assert_eq!(session.apply(action), Some(Notice::Moved), "{action:?}");
        assert_eq!(session.announcement(), said, "{action:?}");
    }
    assert_eq!(session.history().steps().count(), 0);
}

#[test]
fn what_changes_nothing_is_no_notice_and_says_nothing() {
    let mut session = biztalk();
    perform(&mut session, "Backup");
    let before = session.clone();
    for action in [
        Action::Finish(None),
        Action::Choose { fails: false },
        Action::Set(state(&session, "Active")),
        Action::Select(None),
        Action::Redo,
        Action::Jump(1),
        Action::Jump(9),
    ] {
        assert_eq!(session.apply(action), None, "{action:?}");
        assert_eq!(session, before, "{action:?}");
    }
    let mut fresh = biztalk();
    for action in [Action::Undo, Action::StartOver, Action::Jump(0)] {
        assert_eq!(fresh.apply(action), None, "{action:?}");
    }
}

#[test]
fn to_set_a_state_is_said_and_can_be_undone() {
    let mut session = biztalk();
    let failed = state(&session, "RestoreFailed");
    assert!(matches!(
        session.apply(Action::Set(failed)),
        Some(Notice::Stepped(_))
    ));
    assert_eq!(session.announcement(), "Now RestoreFailed");
    session.apply(Action::Set(None));
    assert_eq!(session.announcement(), "Now no service");
    session.apply(Action::Undo);
    assert_eq!(session.service().state(), failed);
}

#[test]
fn a_history_that_is_restored_is_gone_on_with_and_said() {
    let mut session = biztalk();
    let mut other = biztalk();
    perform(&mut other, "Stop");
    begin(&mut session, "Suspend", None);
    let notice = session.restore(other.history().clone());
    assert_eq!(notice, Some(Notice::Moved));
    assert_eq!(session.announcement(), "Now Stopped");
    assert_eq!(session.history(), other.history());
    assert!(session.service().running().is_none());
    assert_eq!(session.restore(other.history().clone()), None);
}

#[test]
fn a_goal_is_looked_for_without_a_word_until_another_is() {
    let mut session = biztalk();
    let goal = Some(Goal::At(state(&session, "Stopped")));
    assert_eq!(session.goal(), None);
    assert_eq!(session.apply(Action::Seek(goal)), Some(Notice::Sought));
    assert_eq!(session.goal(), goal);
    assert_eq!(session.apply(Action::Seek(goal)), None);
    assert_eq!(session.announcement(), "");
    assert_eq!(session.apply(Action::Seek(None)), Some(Notice::Sought));
    assert_eq!(session.goal(), None);
}

#[test]
fn what_is_told_besides_is_said_and_changes_nothing() {
    let mut session = biztalk();
    let before = session.history().clone();
    session.say("Link copied".to_owned());
    assert_eq!(session.announcement(), "Link copied");
    session.say("Link copied".to_owned());
    assert_eq!(session.announcement(), "Link copied\u{a0}");
    session.hush();
    assert_eq!(session.announcement(), "");
    assert_eq!(*session.history(), before);
}
