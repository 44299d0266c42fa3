//! One service: what it does, and what it refuses.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that meets what it does not expect should stop"
)]

use crate::charts;
use state_chart::chart::{Chart, Source, StateId};
use state_chart::service::{Cause, Ending, History, Refusal, Service, Step, Unfinished};
use std::rc::Rc;

/// A chart with a conditional cell, an outcome that is told in part, and two events.
fn lamp() -> Rc<Chart> {
    Rc::new(charts::read(
        r#"{"version": 1, "title": "Lamp", "refusal": "Not now",
          "groups": [{"title": "", "operations": ["On", "Off", "Dim"]}],
          "rows": [
            {"states": ["Dark"], "allowed": ["On"]},
            {"states": ["Bright"], "allowed": ["Off", "Dim"], "conditional": {"On": "Only by day"}}],
          "outcomes": [
            {"operation": "On", "via": {"name": "Warming", "source": "inferred"},
             "success": {"state": "Bright", "source": "documented"}},
            {"operation": "Off", "success": {"state": "Dark", "source": "inferred"},
             "failure": {"same": true, "source": "inferred"}}],
          "events": [
            {"name": "Break", "from": ["Bright"], "source": "inferred",
             "success": {"gone": true, "source": "documented"}},
            {"name": "Mend", "from": "no service", "source": "inferred",
             "success": {"state": "Dark", "source": "inferred"},
             "failure": {"same": true, "source": "inferred"}}]}"#,
    ))
}

fn state(chart: &Chart, name: &str) -> Option<StateId> {
    Some(chart.state_named(name).unwrap())
}

fn operation(chart: &Chart, name: &str) -> Cause {
    Cause::Operation(chart.operation_named(name).unwrap())
}

fn event(chart: &Chart, name: &str) -> Cause {
    Cause::Event(chart.event_named(name).unwrap())
}

fn lamp_in(name: &str) -> (Rc<Chart>, Service) {
    let chart = lamp();
    let service = Service::new(Rc::clone(&chart), state(&chart, name));
    (chart, service)
}

/// The refusal of `cause`, which must change nothing: its reason and its text.
fn refused(service: &mut Service, cause: Cause) -> (Refusal, &'static str, String) {
    let before = service.clone();
    assert!(!service.may(cause));
    let refusal = service.begin(cause, false).unwrap_err();
    assert_eq!(
        service.perform(cause, Ending::Success),
        Err(refusal.clone())
    );
    assert_eq!(*service, before);
    assert_eq!(refusal.asked(), cause);
    let text = refusal.text(service.chart());
    (refusal.clone(), refusal.reason(), text)
}

#[test]
fn a_blank_cell_is_refused_with_the_text_of_the_chart() {
    let (chart, mut service) = lamp_in("Dark");
    let off = operation(&chart, "Off");
    let (refusal, reason, text) = refused(&mut service, off);
    assert!(matches!(refusal, Refusal::NotAllowed(..)));
    assert_eq!((reason, text.as_str()), ("not-allowed", "Not now"));
}

#[test]
fn without_a_service_no_operation_begins() {
    let chart = lamp();
    let mut service = Service::new(Rc::clone(&chart), None);
    let (refusal, reason, text) = refused(&mut service, operation(&chart, "On"));
    assert!(matches!(refusal, Refusal::NoService(_)));
    assert_eq!((reason, text.as_str()), ("no-service", "Not now"));
}

#[test]
fn a_conditional_cell_is_refused_with_its_condition_until_that_is_met() {
    let (chart, mut service) = lamp_in("Bright");
    let on = operation(&chart, "On");
    let (refusal, reason, text) = refused(&mut service, on);
    assert!(matches!(refusal, Refusal::Conditional(..)));
    assert_eq!((reason, text.as_str()), ("conditional", "Only by day"));
    assert_eq!(service.begin(on, true).unwrap().cause, on);
}

#[test]
fn an_event_is_refused_where_it_cannot_happen() {
    let (chart, mut service) = lamp_in("Dark");
    for name in ["Break", "Mend"] {
        let (refusal, reason, text) = refused(&mut service, event(&chart, name));
        assert!(matches!(refusal, Refusal::CannotHappen(_)));
        assert_eq!(reason, "cannot-happen");
        assert_eq!(text, format!("`{name}` cannot happen here"));
    }
}

#[test]
fn while_something_runs_nothing_else_begins() {
    let (chart, mut service) = lamp_in("Dark");
    let on = operation(&chart, "On");
    service.begin(on, false).unwrap();
    for other in [
        on,
        operation(&chart, "Off"),
        event(&chart, "Break"),
        Cause::Set,
    ] {
        let (refusal, reason, text) = refused(&mut service, other);
        assert_eq!(refusal, Refusal::Busy(other, on));
        assert_eq!((reason, text.as_str()), ("busy", "`On` is still running"));
    }
}

#[test]
fn an_operation_of_which_the_chart_does_not_tell_the_end_is_not_performed() {
    let (chart, mut service) = lamp_in("Bright");
    let before = service.clone();
    let dim = operation(&chart, "Dim");
    let refusal = service.perform(dim, Ending::Failure).unwrap_err();
    assert_eq!(refusal, Refusal::Untold(dim, Ending::Failure));
    assert_eq!(refusal.reason(), "untold");
    assert_eq!(
        refusal.text(&chart),
        "the chart does not tell where `Dim` leads"
    );
    assert_eq!(refusal.asked(), dim);
    assert_eq!(service, before);
}

#[test]
fn what_runs_shows_its_transitional_state_and_leaves_the_service_where_it_was() {
    let (chart, mut service) = lamp_in("Dark");
    let run = service.begin(operation(&chart, "On"), false).unwrap();
    assert_eq!(run.from, state(&chart, "Dark"));
    assert_eq!(run.via.as_ref().unwrap().name, "Warming");
    assert_eq!(service.state(), state(&chart, "Dark"));
    let step = service.finish(Ending::Success).unwrap();
    let bright = Step {
        cause: operation(&chart, "On"),
        ending: Ending::Success,
        from: state(&chart, "Dark"),
        to: state(&chart, "Bright"),
        source: Some(Source::Documented),
    };
    assert_eq!(step, bright);
    assert_eq!(service.steps(), [bright]);
    assert_eq!(service.state(), state(&chart, "Bright"));
    assert_eq!(service.running(), None);
}

#[test]
fn what_the_chart_does_not_tell_runs_on_until_somebody_says_where_it_ended() {
    let (chart, mut service) = lamp_in("Bright");
    assert_eq!(service.finish(Ending::Success), Err(Unfinished::Idle));
    service.begin(operation(&chart, "Dim"), false).unwrap();
    let untold = Err(Unfinished::Untold(Ending::Success));
    assert_eq!(service.finish(Ending::Success), untold);
    assert!(service.running().is_some());
    let dark = state(&chart, "Dark");
    let step = service.finish(Ending::At(dark)).unwrap();
    assert_eq!((step.to, step.source), (dark, None));
}

#[test]
fn events_take_a_service_away_and_bring_one_back() {
    let (chart, mut service) = lamp_in("Bright");
    let gone = service
        .perform(event(&chart, "Break"), Ending::Success)
        .unwrap();
    assert_eq!((gone.to, gone.source), (None, Some(Source::Documented)));
    let failed = service
        .perform(event(&chart, "Mend"), Ending::Failure)
        .unwrap();
    assert_eq!((failed.from, failed.to), (None, None));
    service
        .perform(event(&chart, "Mend"), Ending::Success)
        .unwrap();
    assert_eq!(service.state(), state(&chart, "Dark"));
    assert_eq!(service.start(), state(&chart, "Bright"));
}

#[test]
fn to_set_a_state_is_a_step_and_abandons_what_runs() {
    let (chart, mut service) = lamp_in("Dark");
    service.begin(operation(&chart, "On"), false).unwrap();
    let step = service.set(None);
    assert_eq!((step.cause, step.ending), (Cause::Set, Ending::At(None)));
    assert_eq!((step.from, step.to), (state(&chart, "Dark"), None));
    assert_eq!(service.running(), None);
    assert_eq!(step.cause.name(&chart), "");
}

#[test]
fn to_abandon_what_runs_leaves_the_service_where_it_was() {
    let (chart, mut service) = lamp_in("Dark");
    let before = service.clone();
    assert_eq!(service.abandon(), None);
    service.begin(operation(&chart, "On"), false).unwrap();
    assert_eq!(service.abandon().unwrap().cause, operation(&chart, "On"));
    assert_eq!(service, before);
    let mut history = History::new(Rc::clone(&chart), state(&chart, "Dark"));
    history.begin(operation(&chart, "On"), false).unwrap();
    assert_eq!(history.abandon().unwrap().cause, operation(&chart, "On"));
    assert_eq!(history.abandon(), None);
    assert_eq!(history.service(), &before);
}

/// A history that went Dark, Bright, Dark, no service.
fn walked() -> (Rc<Chart>, History) {
    let chart = lamp();
    let mut history = History::new(Rc::clone(&chart), state(&chart, "Dark"));
    for name in ["On", "Off"] {
        history
            .perform(operation(&chart, name), Ending::Success)
            .unwrap();
    }
    history.set(None);
    (chart, history)
}

#[test]
fn undo_and_redo_walk_the_steps_and_stop_at_both_ends() {
    let (chart, mut history) = walked();
    let end = history.clone();
    let names = ["Dark", "Bright", "Dark"];
    for (left, name) in names.iter().enumerate().rev() {
        assert!(history.undo());
        assert_eq!((history.taken(), history.undone()), (left, 3 - left));
        assert_eq!(history.service().state(), state(&chart, name));
        assert!(history.steps().eq(end.steps()));
    }
    assert!(!history.undo());
    for _ in 0..3 {
        assert!(history.redo());
    }
    assert!(!history.redo());
    assert_eq!(history, end);
}

#[test]
fn undo_abandons_what_runs_first_and_redo_waits_for_it() {
    let (chart, mut history) = walked();
    history.undo();
    history.begin(operation(&chart, "On"), false).unwrap();
    assert!(!history.redo());
    assert!(history.undo());
    assert_eq!((history.taken(), history.undone()), (2, 1));
    assert!(history.redo());
}

#[test]
fn jump_goes_to_any_step_and_tells_whether_that_changed_anything() {
    let (chart, mut history) = walked();
    let end = history.clone();
    assert!(history.jump(0));
    assert_eq!(history.service().state(), state(&chart, "Dark"));
    assert!(!history.jump(0));
    assert!(history.jump(1));
    assert_eq!(history.service().state(), state(&chart, "Bright"));
    assert!(history.jump(usize::MAX));
    assert_eq!(history, end);
    history.undo();
    history.begin(operation(&chart, "On"), false).unwrap();
    assert!(history.jump(2), "what ran is abandoned");
    assert_eq!(history.service().running(), None);
}

#[test]
fn a_new_step_forgets_those_undone_and_a_refused_one_does_not() {
    let (chart, mut history) = walked();
    history.jump(1);
    history
        .perform(operation(&chart, "Dim"), Ending::Success)
        .unwrap_err();
    assert_eq!(history.undone(), 2);
    history
        .perform(operation(&chart, "Off"), Ending::Failure)
        .unwrap();
    assert_eq!((history.taken(), history.undone()), (2, 0));
    history.undo();
    history.begin(operation(&chart, "Off"), false).unwrap();
    assert_eq!(history.undone(), 1, "what runs may still be abandoned");
    history.finish(Ending::Success).unwrap();
    assert_eq!(history.undone(), 0);
    history.undo();
    history.set(None);
    assert_eq!(history.undone(), 0);
}

#[test]
fn to_start_over_forgets_all_steps_and_what_runs() {
    let (chart, mut history) = walked();
    history.undo();
    history.begin(operation(&chart, "On"), false).unwrap();
    history.start_over();
    assert_eq!(
        history,
        History::new(Rc::clone(&chart), state(&chart, "Dark"))
    );
}
