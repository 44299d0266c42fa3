//! The compact form: what it is written from is read back, and what is no chart is none.

use crate::charts;
use proptest::prelude::*;
use state_chart::address::Address;
use state_chart::chart::{Chart, DraftNote};
use state_chart::guide::{ChartGuide, Guide, Insight, Route, Suggestion, pack};
use state_chart::path::{Goal, Means, scenario};
use std::rc::Rc;

proptest! {
    #[test]
    fn prop_a_chart_is_read_back_from_its_compact_form(chart in charts::chart()) {
        prop_assert_eq!(Chart::unpack(&chart.pack()), Some(chart));
    }

    #[test]
    fn prop_bytes_that_were_changed_are_a_chart_that_keeps_its_rules_or_none(
        chart in charts::chart(),
        at in any::<prop::sample::Index>(),
        byte in any::<u8>(),
    ) {
        let mut bytes = chart.pack();
        let at = at.index(bytes.len());
        bytes[at] = byte;
        if let Some(read) = Chart::unpack(&bytes) {
            prop_assert_eq!(Chart::new(read.draft()).map(|again| again.draft()), Ok(read.draft()));
        }
    }

    #[test]
    fn prop_bytes_that_end_too_early_or_too_late_are_no_chart(
        chart in charts::chart(),
        end in any::<prop::sample::Index>(),
    ) {
        let mut bytes = chart.pack();
        prop_assert_eq!(Chart::unpack(&bytes[..end.index(bytes.len())]), None);
        bytes.push(0);
        prop_assert_eq!(Chart::unpack(&bytes), None);
    }

    #[test]
    fn prop_answers_about_ways_are_read_back_from_their_bytes(chart in charts::chart()) {
        let chart = Rc::new(chart);
        let guide = ChartGuide::new(Rc::clone(&chart));
        let means = Means { events: true, conditions: true };
        for at in chart.states().map(Some).chain([None]) {
            let insight = guide.insight(at);
            prop_assert_eq!(Insight::unpack(&insight.pack()), Some(insight));
            for operation in chart.operations() {
                let suggestion = guide.suggestion(operation, at);
                prop_assert_eq!(Suggestion::unpack(&suggestion.pack()), Some(suggestion));
                let goal = Goal::Allowed(operation);
                prop_assert_eq!(Goal::numbered(&chart, goal.number(&chart)), Some(goal));
                let route = guide.route(goal, means, at);
                for way in &route.ways {
                    let steps = pack::steps(&way.steps);
                    prop_assert_eq!(pack::steps_of(&chart, &steps), Some(way.steps.clone()));
                }
                prop_assert_eq!(Route::unpack(&chart, &route.pack()), Some(route));
            }
        }
    }
}

#[test]
fn a_session_is_read_back_from_its_bytes() {
    let chart = Rc::new(charts::biztalk());
    for text in [
        "Active",
        "-; @Provision!",
        "Active; Stop!; Restart | Suspend; > Stopped",
        "Active; Delete",
    ] {
        let history = scenario::read(&chart, text).unwrap();
        let cell = chart
            .state_named("Active")
            .zip(chart.operation_named("Stop"));
        let goals = [
            None,
            Some(Goal::At(None)),
            chart.operation_at(3).map(Goal::Allowed),
        ];
        for (cell, goal) in [None, cell].into_iter().zip(goals) {
            let read = Address::unpack(&chart, &Address::pack(&history, cell, goal)).unwrap();
            assert_eq!(
                (&read.history, read.cell, read.goal),
                (&history, cell, goal)
            );
        }
    }
}

#[test]
fn what_stands_beside_a_mark_is_read_back() {
    let mut draft = charts::printer().draft();
    draft.rows[1].notes = vec![DraftNote {
        operation: 2,
        text: "409".to_owned(),
    }];
    let chart = Chart::new(draft).unwrap();
    assert_eq!(Chart::unpack(&chart.pack()), Some(chart));
}
