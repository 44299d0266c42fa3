//! Laws of ways, over charts of any kind.

use crate::charts;
use proptest::prelude::*;
use state_chart::chart::{
    Chart, Draft, DraftGroup, DraftName, DraftOutcome, DraftRow, DraftTarget, DraftTargetState,
    Permission, Source, StateId,
};
use state_chart::path::{self, Finding, Goal, Means, Toward};
use state_chart::service::{Cause, Ending, Service};
use std::collections::BTreeSet;
use std::rc::Rc;

fn positions(chart: &Chart) -> impl Iterator<Item = Option<StateId>> + use<> {
    chart.states().map(Some).chain([None])
}

fn goals(chart: &Chart) -> Vec<Goal> {
    let allowed = chart.operations().map(Goal::Allowed);
    positions(chart).map(Goal::At).chain(allowed).collect()
}

fn means() -> impl Strategy<Value = Means> {
    (any::<bool>(), any::<bool>()).prop_map(|(events, conditions)| Means { events, conditions })
}

/// What a service at `from` comes to in one step, by trying everything.
fn tries(
    chart: &Rc<Chart>,
    from: Option<StateId>,
    means: Means,
    failures: bool,
) -> Vec<Option<StateId>> {
    let operations = chart.operations().map(Cause::Operation);
    let events = (0..chart.events().len()).filter_map(|index| chart.event_at(index));
    let events = events.filter(|_| means.events).map(Cause::Event);
    let endings = [Ending::Success, Ending::Failure];
    let endings = &endings[..if failures { 2 } else { 1 }];
    let mut found = Vec::new();
    for cause in operations.chain(events) {
        for &ending in endings {
            let mut service = Service::new(Rc::clone(chart), from);
            if service.begin(cause, means.conditions).is_ok()
                && let Ok(step) = service.finish(ending)
            {
                found.push(step.to);
            }
        }
    }
    found
}

/// The fewest steps to `goal`, by trying everything.
fn fewest(chart: &Rc<Chart>, from: Option<StateId>, goal: Goal, means: Means) -> Option<usize> {
    let mut seen = BTreeSet::from([from]);
    let mut here = vec![from];
    for steps in 0.. {
        if here.iter().any(|&at| goal.is_met(chart, at)) {
            return Some(steps);
        }
        let next = here.iter().flat_map(|&at| tries(chart, at, means, false));
        here = next.filter(|&at| seen.insert(at)).collect();
        if here.is_empty() {
            break;
        }
    }
    None
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn prop_each_way_can_be_performed_and_ends_at_the_goal(chart in charts::chart(), means in means()) {
        let chart = Rc::new(chart);
        for goal in goals(&chart) {
            let toward = Toward::new(Rc::clone(&chart), goal, means);
            for from in positions(&chart) {
                for way in toward.ways(from, 20).ways {
                    let mut service = Service::new(Rc::clone(&chart), from);
                    for planned in &way.steps {
                        service.begin(planned.cause, planned.conditional).expect("the step begins");
                        let step = service.finish(Ending::Success).expect("the chart tells");
                        prop_assert_eq!((step.from, step.to), (planned.from, planned.to));
                        if let Cause::Operation(_) = step.cause {
                            prop_assert_eq!(step.source, Some(planned.source));
                        }
                    }
                    prop_assert!(goal.is_met(&chart, service.state()));
                    prop_assert_eq!(Some(way.steps.len()), toward.steps(from));
                }
            }
        }
    }

    #[test]
    fn prop_without_conditions_each_step_is_performed_unasked(chart in charts::chart()) {
        let chart = Rc::new(chart);
        for goal in goals(&chart) {
            let toward = Toward::new(Rc::clone(&chart), goal, Means::default());
            for from in positions(&chart) {
                let way = toward.way(from).unwrap_or_default();
                let mut service = Service::new(Rc::clone(&chart), from);
                for step in way.steps {
                    prop_assert!(service.perform(step.cause, Ending::Success).is_ok());
                }
            }
        }
    }

    #[test]
    fn prop_no_way_is_shorter(chart in charts::chart(), means in means()) {
        let chart = Rc::new(chart);
        for goal in goals(&chart) {
            let toward = Toward::new(Rc::clone(&chart), goal, means);
            for from in positions(&chart) {
                prop_assert_eq!(toward.steps(from), fewest(&chart, from, goal, means));
            }
        }
    }

    #[test]
    fn prop_ways_differ_and_are_all_there(chart in charts::chart(), means in means()) {
        let chart = Rc::new(chart);
        for goal in goals(&chart) {
            let toward = Toward::new(Rc::clone(&chart), goal, means);
            for from in positions(&chart) {
                let all = toward.ways(from, 1000);
                let causes = |way: &path::Way| -> Vec<Cause> {
                    way.steps.iter().map(|step| step.cause).collect()
                };
                for (index, way) in all.ways.iter().enumerate() {
                    let other = all.ways.iter().skip(index + 1);
                    prop_assert!(other.into_iter().all(|other| causes(other) != causes(way)));
                }
                let few = toward.ways(from, 2);
                prop_assert_eq!(few.more, all.ways.len() > 2);
                prop_assert_eq!(&few.ways[..], all.ways.get(..2).unwrap_or(&all.ways));
            }
        }
    }

    #[test]
    fn prop_there_is_a_way_or_a_reason(chart in charts::chart(), means in means()) {
        let chart = Rc::new(chart);
        for goal in goals(&chart) {
            let toward = Toward::new(Rc::clone(&chart), goal, means);
            for from in positions(&chart) {
                prop_assert_eq!(toward.reason(from).is_none(), toward.way(from).is_some());
            }
        }
    }

    #[test]
    fn prop_reach_is_what_trying_everything_reaches(
        chart in charts::chart(), means in means(), failures in any::<bool>(),
    ) {
        let chart = Rc::new(chart);
        for from in positions(&chart) {
            let mut seen = BTreeSet::from([from]);
            let mut open = vec![from];
            while let Some(at) = open.pop() {
                open.extend(tries(&chart, at, means, failures).into_iter().filter(|&to| seen.insert(to)));
            }
            let reached = path::reach(&chart, from, means, failures);
            prop_assert_eq!(reached.first(), Some(&from));
            prop_assert_eq!(reached.len(), seen.len());
            prop_assert_eq!(reached.into_iter().collect::<BTreeSet<_>>(), seen);
        }
    }

    #[test]
    fn prop_a_dead_end_has_no_way_to_the_start(chart in charts::chart()) {
        let chart = Rc::new(chart);
        let means = Means { events: false, conditions: true };
        let start = Toward::new(Rc::clone(&chart), Goal::At(chart.start()), means);
        let ends = path::dead_ends(&chart);
        for state in chart.states() {
            // Where the chart does not tell, it may lead back.
            let open = path::reach(&chart, Some(state), means, false).into_iter().flatten().any(|state| {
                chart.operations().any(|operation| {
                    let outcome = chart.outcome(state, operation);
                    *chart.permission(state, operation) != Permission::Refused
                        && outcome.and_then(|outcome| outcome.success).is_none()
                })
            });
            let back = start.steps(Some(state)).is_some();
            prop_assert_eq!(ends.contains(&state), !back && !open);
        }
    }

    #[test]
    fn prop_rows_are_found_alike_exactly_if_each_cell_is(chart in charts::chart()) {
        let mut found: Vec<BTreeSet<StateId>> = Vec::new();
        for finding in path::findings(&chart) {
            if let Finding::SameRows(rows) = finding {
                found.push(rows.into_iter().flatten().collect());
            }
        }
        let cells = |state| -> Vec<&Permission> {
            chart.operations().map(|operation| chart.permission(state, operation)).collect()
        };
        for one in chart.states() {
            for other in chart.states().filter(|&other| chart.row_of(other) != chart.row_of(one)) {
                let alike = found.iter().any(|rows| rows.contains(&one) && rows.contains(&other));
                prop_assert_eq!(alike, cells(one) == cells(other));
            }
        }
    }
}

/// A chart of the largest size: each state leads to the next, by every operation.
fn largest() -> Chart {
    let names = |word: &str, count: usize| -> Vec<String> {
        (0..count).map(|index| format!("{word}{index}")).collect()
    };
    let (states, operations) = (names("S", 10_000), names("O", 10));
    let target = |to: &String| DraftTarget {
        state: DraftTargetState::State(to.clone()),
        source: Source::Inferred,
    };
    let pairs = states.iter().zip(states.iter().skip(1));
    let outcomes = pairs.flat_map(|(from, to)| {
        operations.iter().map(move |operation| DraftOutcome {
            operation: operation.clone(),
            from: vec![from.clone()],
            via: None,
            success: Some(target(to)),
            failure: None,
        })
    });
    let outcomes = outcomes.collect();
    let rows = states.iter().map(|state| DraftRow {
        states: vec![DraftName::new(state)],
        permissions: vec![Permission::Allowed; operations.len()],
        notes: Vec::new(),
    });
    Chart::new(Draft {
        title: "Largest".to_owned(),
        rows: rows.collect(),
        groups: vec![DraftGroup {
            title: String::new(),
            operations: operations.iter().map(DraftName::new).collect(),
        }],
        outcomes,
        ..Draft::default()
    })
    .expect("the draft is valid")
}

#[test]
fn the_largest_chart_is_answered() {
    let chart = Rc::new(largest());
    let last = chart.states().last();
    let toward = Toward::new(Rc::clone(&chart), Goal::At(last), Means::default());
    let ways = toward.ways(chart.start(), 3);
    assert_eq!((ways.ways.len(), ways.more), (3, true));
    assert!(ways.ways.iter().all(|way| way.steps.len() == 9_999));
    assert_eq!(
        path::reach(&chart, chart.start(), Means::default(), true).len(),
        10_000
    );
    let back = Toward::new(Rc::clone(&chart), Goal::At(chart.start()), Means::default());
    assert!(matches!(back.reason(last), Some(path::Reason::Untold(_))));
    assert!(path::findings(&chart).len() > 1);
}
