//! Laws that hold for every chart.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that meets what it does not expect should stop"
)]

use crate::charts;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use state_chart::chart::{Chart, Permission, StateId};
use state_chart::path::Goal;
use state_chart::service::{Cause, Ending, History, Service, Step};
use std::rc::Rc;

/// Everything that could be asked of a service of the chart.
fn causes(chart: &Chart) -> Vec<Cause> {
    let operations = chart.operations().map(Cause::Operation);
    let events = (0..chart.events().len()).filter_map(|index| chart.event_at(index));
    operations.chain(events.map(Cause::Event)).collect()
}

/// Every place a service may be in, no service among them.
fn positions(chart: &Chart) -> Vec<Option<StateId>> {
    std::iter::once(None)
        .chain(chart.states().map(Some))
        .collect()
}

/// A chart, and a history of it in which something was tried at each of some moves.
fn played() -> impl Strategy<Value = History> {
    let moves = vec((any::<Index>(), any::<Index>(), 0..8_u8), 0..30);
    (charts::chart(), any::<Index>(), moves).prop_map(|(chart, start, moves)| {
        let chart = Rc::new(chart);
        let (causes, positions) = (causes(&chart), positions(&chart));
        let mut history = History::new(Rc::clone(&chart), *start.get(&positions));
        for (cause, position, how) in moves {
            let ending = match how {
                0..3 => Ending::Success,
                3..5 => Ending::Failure,
                5 => Ending::At(*position.get(&positions)),
                6 => {
                    history.undo();
                    continue;
                }
                _ => {
                    history.set(*position.get(&positions));
                    continue;
                }
            };
            // Most of what is tried is refused, and that is a move too.
            let _: Result<Step, _> = history.perform(*cause.get(&causes), ending);
        }
        history
    })
}

proptest! {
    #[test]
    fn prop_a_chart_is_the_chart_of_its_draft(chart in charts::chart()) {
        prop_assert_eq!(&Chart::new(chart.draft()).expect("its own draft is valid"), &chart);
    }

    #[test]
    fn prop_a_chart_is_another_if_any_cell_is_another(chart in charts::chart(), row in any::<Index>(), cell in any::<Index>()) {
        let mut draft = chart.draft();
        draft.outcomes.clear();
        let plain = Chart::new(draft.clone()).expect("outcomes may be left out");
        let permissions = &mut row.get_mut(&mut draft.rows).permissions;
        let permission = cell.get_mut(permissions);
        *permission = if *permission == Permission::Allowed { Permission::Refused } else { Permission::Allowed };
        prop_assert_ne!(&Chart::new(draft).expect("any mark is valid"), &plain);
    }

    #[test]
    fn prop_a_service_can_exactly_what_the_chart_allows_in_every_state(chart in charts::chart()) {
        let chart = Rc::new(chart);
        for state in chart.states() {
            let mut service = Service::new(Rc::clone(&chart), Some(state));
            for operation in chart.operations() {
                let allowed = chart.allows(state, operation);
                prop_assert_eq!(service.can(operation), allowed);
                prop_assert_eq!(service.begin(Cause::Operation(operation), false).is_ok(), allowed);
                service.abandon();
            }
        }
    }

    #[test]
    fn prop_an_event_begins_exactly_where_it_may_happen(chart in charts::chart()) {
        let chart = Rc::new(chart);
        for position in positions(&chart) {
            let mut service = Service::new(Rc::clone(&chart), position);
            for event in (0..chart.events().len()).filter_map(|index| chart.event_at(index)) {
                let may = chart.event(event).is_some_and(|event| event.may_happen(position));
                prop_assert_eq!(service.begin(Cause::Event(event), false).is_ok(), may);
                service.abandon();
            }
        }
    }

    #[test]
    fn prop_what_may_begin_begins_and_what_the_chart_tells_ends(history in played()) {
        let chart = Rc::clone(history.service().chart());
        for cause in causes(&chart) {
            let mut service = history.service().clone();
            prop_assert_eq!(service.running(), None);
            prop_assert!(service.tells(Ending::Success), "nothing runs that could not end");
            let may = service.may(cause);
            prop_assert_eq!(service.begin(cause, false).is_ok(), may);
            if !may {
                continue;
            }
            for other in causes(&chart) {
                prop_assert!(!service.may(other), "something runs");
            }
            for ending in [Ending::Success, Ending::Failure, Ending::At(None)] {
                let mut ended = service.clone();
                let tells = ended.tells(ending);
                prop_assert_eq!(ended.finish(ending).is_ok(), tells);
            }
        }
    }

    #[test]
    fn prop_what_a_chart_says_of_itself_is_what_is_in_it(chart in charts::chart()) {
        let draft = chart.draft();
        let rows: Vec<Vec<&str>> = draft.rows.iter()
            .map(|row| row.states.iter().map(|state| state.name.as_str()).collect())
            .collect();
        let states: usize = rows.iter().map(Vec::len).sum();
        let operations: usize = draft.groups.iter().map(|group| group.operations.len()).sum();
        prop_assert_eq!(chart.cells(), states * operations);
        for (index, names) in rows.iter().enumerate() {
            let row = chart.row_at(index).unwrap();
            prop_assert_eq!(chart.state_names(chart.states_of(row)), names.join(", "));
        }
        for operation in chart.operations() {
            let allowing: Vec<StateId> = chart.allowing(operation).collect();
            let expect: Vec<StateId> = chart.states()
                .filter(|&state| *chart.permission(state, operation) == Permission::Allowed)
                .collect();
            prop_assert_eq!(allowing, expect);
        }
        let tells = !draft.outcomes.is_empty() || !draft.events.is_empty();
        prop_assert_eq!(chart.tells_outcomes(), tells);
        for (index, event) in draft.events.iter().enumerate() {
            let found = chart.event_at(index).and_then(|event| chart.event(event));
            prop_assert_eq!(found.map(|event| event.name()), Some(event.name.as_str()));
        }
        prop_assert_eq!(chart.event_at(draft.events.len()), None);
        let goals = states + 1 + operations;
        for number in 0..goals {
            prop_assert_eq!(Goal::numbered(&chart, number).map(|goal| goal.number(&chart)), Some(number));
        }
        prop_assert_eq!(Goal::numbered(&chart, goals), None);
    }

    #[test]
    fn prop_what_is_refused_changes_nothing(history in played()) {
        let chart = Rc::clone(history.service().chart());
        for cause in causes(&chart) {
            for ending in [Ending::Success, Ending::Failure] {
                let mut tried = history.clone();
                if tried.perform(cause, ending).is_err() {
                    prop_assert_eq!(&tried, &history);
                }
                let mut tried = history.clone();
                if tried.begin(cause, false).is_err() {
                    prop_assert_eq!(&tried, &history);
                }
            }
        }
    }

    #[test]
    fn prop_undo_after_perform_is_exactly_the_service_before(history in played()) {
        let chart = Rc::clone(history.service().chart());
        for cause in causes(&chart) {
            for ending in [Ending::Success, Ending::Failure, Ending::At(None)] {
                let mut tried = history.clone();
                if tried.perform(cause, ending).is_ok() {
                    let after = tried.clone();
                    prop_assert!(tried.undo());
                    prop_assert_eq!(tried.service(), history.service());
                    prop_assert!(tried.redo());
                    prop_assert_eq!(tried, after);
                }
            }
        }
    }

    #[test]
    fn prop_jump_to_any_step_and_back_is_the_same_history(history in played()) {
        let taken = history.taken();
        let steps: Vec<Step> = history.steps().copied().collect();
        for to in 0..=steps.len() {
            let mut jumped = history.clone();
            prop_assert_eq!(jumped.jump(to), to != taken);
            prop_assert_eq!(jumped.taken(), to);
            prop_assert_eq!(jumped.undone(), steps.len() - to);
            prop_assert!(jumped.steps().eq(&steps));
            let next = steps.get(to).map(|step| step.from);
            prop_assert!(next.is_none_or(|next| next == jumped.service().state()));
            jumped.jump(taken);
            prop_assert_eq!(&jumped, &history);
        }
    }

    #[test]
    fn prop_each_step_begins_where_the_one_before_ended(history in played()) {
        let mut at = history.service().start();
        for step in history.steps() {
            prop_assert_eq!(step.from, at);
            at = step.to;
        }
    }

    #[test]
    fn prop_nothing_leads_outside_the_chart(history in played()) {
        let chart = history.service().chart();
        let positions = positions(chart);
        for step in history.steps() {
            prop_assert!(positions.contains(&step.to));
        }
        for cause in causes(chart) {
            for ending in [Ending::Success, Ending::Failure] {
                if let Ok(step) = history.clone().perform(cause, ending) {
                    prop_assert!(positions.contains(&step.to));
                }
            }
        }
    }

    #[test]
    fn prop_a_name_finds_what_has_it_and_nothing_else(chart in charts::chart(), other in "[A-Za-z ]{0,12}") {
        for state in chart.states() {
            prop_assert_eq!(chart.state_named(chart.state_name(state)), Some(state));
        }
        for operation in chart.operations() {
            prop_assert_eq!(chart.operation_named(chart.operation_name(operation)), Some(operation));
        }
        let found = chart.state_named(&other).map(|state| chart.state_name(state));
        prop_assert!(found.is_none_or(|found| found == other));
    }
}
