//! What is to be drawn: which boxes, and what can happen in each.

use super::{Line, Place};
use crate::chart::{Chart, From, Lead, Permit, Target};
use crate::service::Cause;

/// Every box and what can happen there: the states in their order, then no service and any state.
pub(super) fn boxes(chart: &Chart) -> Vec<(Place, Vec<Line>)> {
    let mut boxes: Vec<_> = { chart.states().map(Place::At) }
        .map(|place| (place, lines(chart, place)))
        .collect();
    let others = [Place::Gone, Place::Any].map(|place| (place, lines(chart, place)));
    let gone = { boxes.iter().chain(&others) }
        .flat_map(|(_, lines)| lines)
        .flat_map(|line| line.leads.into_iter().flatten())
        .any(|lead| lead.target == Target::Gone);
    let used =
        |(place, lines): &(Place, Vec<Line>)| !lines.is_empty() || (*place == Place::Gone && gone);
    boxes.extend(others.into_iter().filter(used));
    boxes
}

fn lines(chart: &Chart, place: Place) -> Vec<Line> {
    let mut lines = Vec::new();
    if let Place::At(state) = place {
        for operation in chart.operations() {
            let condition = match chart.permit(state, operation) {
                Permit::Refused => continue,
                Permit::Allowed => String::new(),
                Permit::Conditional(text) => text.to_string(),
            };
            let outcome = chart.outcome(state, operation);
            lines.push(Line {
                cause: Cause::Operation(operation),
                condition,
                leads: outcome.map_or([None, None], |outcome| [outcome.success, outcome.failure]),
            });
        }
    }
    for (index, event) in chart.events().iter().enumerate() {
        let here = match (event.from(), place) {
            (From::NoService, Place::Gone) | (From::AnyState, Place::Any) => true,
            (From::States(states), Place::At(state)) => states.contains(&state),
            _ => false,
        };
        if let Some(id) = chart.event_at(index).filter(|_| here) {
            lines.push(Line {
                cause: Cause::Event(id),
                condition: String::new(),
                leads: [Some(event.success()), event.failure()],
            });
        }
    }
    lines
}

/// The box that `lead` leads to from `place`; `None` where it stays there.
pub(super) fn target(place: Place, lead: Lead) -> Option<Place> {
    let to = match lead.target {
        Target::Same => return None,
        Target::State(state) => Place::At(state),
        Target::Gone => Place::Gone,
    };
    (to != place).then_some(to)
}
