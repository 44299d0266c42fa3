//! Why there is no way: what it would take, and by which last steps.

use super::{EVENTS, reason};
use crate::charts;
use state_chart::path::{Means, Obstacle, Reason};
use state_chart::service::Cause;
use std::fmt::Write;
use std::rc::Rc;

/// From `A`, `count` operations fail to `B`; from there `on` succeeds to `C`.
fn failing(count: usize) -> Rc<state_chart::chart::Chart> {
    let names: Vec<_> = (0..count).map(|index| format!("\"o{index}\"")).collect();
    let mut outcomes = String::new();
    for name in &names {
        let _ = write!(
            outcomes,
            r#"{{"operation": {name}, "success": {{"state": "A", "source": "inferred"}},
                "failure": {{"state": "B", "source": "inferred"}}}},"#
        );
    }
    let names = names.join(",");
    Rc::new(charts::read(&format!(
        r#"{{"version": 1, "title": "", "groups": [{{"operations": [{names}, "on"]}}],
            "rows": [{{"states": ["A"], "allowed": [{names}]}},
                {{"states": ["B"], "allowed": ["on"]}}, {{"states": ["C"], "allowed": ["on"]}}],
            "outcomes": [{outcomes}
                {{"operation": "on", "success": {{"state": "C", "source": "inferred"}}}}]}}"#
    )))
}

fn last(count: usize, to: &str) -> Vec<Cause> {
    let chart = failing(count);
    match reason(&chart, "A", to, Means::default()) {
        Some(Reason::Only(Obstacle {
            condition: false,
            failure: true,
            event: false,
            last,
        })) => last,
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_last_steps_are_named_if_each_is_what_was_not_asked_for() {
    let chart = failing(2);
    let operations: Vec<_> = chart.operations().map(Cause::Operation).collect();
    assert_eq!(last(2, "B"), operations[..2]);
    assert_eq!(last(2, "C"), []);
}

#[test]
fn eight_last_steps_are_too_many_to_be_named() {
    assert_eq!(last(7, "B").len(), 7);
    assert_eq!(last(8, "B"), []);
    assert_eq!(last(9, "B"), []);
    assert_eq!(last(12, "B"), []);
}

#[test]
fn without_a_service_events_that_lead_elsewhere_are_no_lack_of_one() {
    let chart = Rc::new(charts::printer());
    let reason = |means| reason(&chart, "-", "may Print", means);
    assert_eq!(reason(Means::default()), Some(Reason::NoService));
    assert_eq!(reason(EVENTS), Some(Reason::Never(None)));
}
