//! The figures of the built-in chart, counted by hand from what is published.

use super::*;

#[test]
fn from_active_ten_of_sixteen_states_are_reached() {
    let chart = charts::biztalk();
    let reached = path::reach(&chart, at(&chart, "Active"), Means::default(), true);
    assert_eq!(
        names(&chart, &reached),
        [
            "Active",
            "Suspended",
            "Stopped",
            "StartFailed",
            "StopFailed",
            "RestartFailed",
            "SuspendedFailed",
            "ResumeFailed",
            "ConfigUpdateFailed",
            "ScaleFailed",
            "-"
        ]
    );
    assert_eq!(reached.iter().flatten().count(), 10);
    assert_eq!(chart.states().len(), 16);
}

#[test]
fn from_active_by_success_alone_three_states_are_reached() {
    let chart = charts::biztalk();
    let reached = path::reach(&chart, at(&chart, "Active"), Means::default(), false);
    assert_eq!(
        names(&chart, &reached),
        ["Active", "Suspended", "Stopped", "-"]
    );
}

#[test]
fn six_states_have_no_way_back() {
    let chart = charts::biztalk();
    assert_eq!(
        states(&chart, &path::dead_ends(&chart)),
        [
            "Disabled",
            "Service Update Failed",
            "DisableFailed",
            "EnableFailed",
            "CreatedFailed",
            "RestoreFailed"
        ]
    );
}

#[test]
fn success_is_documented_for_eighteen_cells() {
    let chart = charts::biztalk();
    let cells = path::documented(&chart, Ending::Success);
    let (delete, other): (Vec<_>, Vec<_>) = (cells.iter())
        .map(|&(state, operation)| (chart.state_name(state), chart.operation_name(operation)))
        .partition(|(_, operation)| *operation == "Delete");
    let deleted: Vec<_> = delete.into_iter().map(|(state, _)| state).collect();
    let all: Vec<_> = chart.states().collect();
    assert_eq!(deleted, states(&chart, &all));
    assert_eq!(deleted.len(), 16);
    assert_eq!(other, [("Active", "Stop"), ("Active", "Suspend")]);
}

#[test]
fn failure_is_documented_for_one_cell() {
    let chart = charts::biztalk();
    let cell = (
        chart.state_named("Active").unwrap(),
        chart.operation_named("Stop").unwrap(),
    );
    assert_eq!(path::documented(&chart, Ending::Failure), [cell]);
    assert_eq!(path::documented(&chart, Ending::At(None)), []);
}

#[test]
fn with_events_and_failures_every_state_is_reached() {
    let chart = charts::biztalk();
    let reached = path::reach(&chart, at(&chart, "-"), EVENTS, true);
    assert_eq!(reached.len(), 17);
    assert_eq!(reached.first(), Some(&None));
}
