//! What a chart tells as arrows: from where, by what, ending how, to where.

use super::names::NO_SERVICE;
use crate::chart::{Chart, From, Lead, Permit, Source, StateId, Target, Via};
use crate::service::Cause;
use std::collections::BTreeMap;

/// One operation or event, ending one way.
pub(super) struct Arrow<'a> {
    pub(super) cause: Cause,
    pub(super) failed: bool,
    /// Where it leads; the inner `None` is no service, the outer is not told.
    pub(super) to: Option<Option<StateId>>,
    /// How that is known.
    pub(super) source: Option<Source>,
    /// The text of a conditional cell.
    pub(super) condition: Option<&'a str>,
    /// The transitional state.
    pub(super) via: Option<&'a Via>,
}

/// Every position that the chart speaks of: its states, and no service if it says anything of it.
pub(super) fn positions(chart: &Chart) -> Vec<Option<StateId>> {
    let gone = |lead: Option<Lead>| lead.is_some_and(|lead| lead.target == Target::Gone);
    let speaks = chart.events().iter().any(|event| {
        *event.from() == From::NoService || gone(Some(event.success())) || gone(event.failure())
    });
    let leads = || {
        chart.states().any(|state| {
            chart.operations().any(|operation| {
                let outcome = chart.outcome(state, operation);
                outcome.is_some_and(|outcome| gone(outcome.success) || gone(outcome.failure))
            })
        })
    };
    let mut positions: Vec<_> = chart.states().map(Some).collect();
    if speaks || leads() {
        positions.push(None);
    }
    positions
}

/// The arrows that begin at `from`: operations in the order of the tables, then events.
pub(super) fn arrows(chart: &Chart, from: Option<StateId>) -> Vec<Arrow<'_>> {
    let mut arrows = Vec::new();
    if let Some(state) = from {
        for operation in chart.operations() {
            let condition = match chart.permit(state, operation) {
                Permit::Refused => continue,
                Permit::Allowed => None,
                Permit::Conditional(text) => Some(&**text),
            };
            let outcome = chart.outcome(state, operation);
            let leads = [
                outcome.and_then(|outcome| outcome.success),
                outcome.and_then(|outcome| outcome.failure),
            ];
            for (lead, failed) in leads.into_iter().zip([false, true]) {
                arrows.push(Arrow {
                    cause: Cause::Operation(operation),
                    failed,
                    to: lead.map(|lead| lead.position(from)),
                    source: lead.map(|lead| lead.source),
                    condition,
                    via: outcome.and_then(|outcome| outcome.via.as_ref()),
                });
            }
        }
    }
    for (index, event) in chart.events().iter().enumerate() {
        let Some(id) = chart.event_at(index).filter(|_| event.may_happen(from)) else {
            continue;
        };
        for (lead, failed) in [(Some(event.success()), false), (event.failure(), true)] {
            arrows.extend(lead.map(|lead| Arrow {
                cause: Cause::Event(id),
                failed,
                to: Some(lead.position(from)),
                source: Some(lead.source),
                condition: None,
                via: None,
            }));
        }
    }
    arrows
}

/// Arrows of a picture that run side by side, as one.
pub(super) struct Bundle {
    pub(super) from: Option<StateId>,
    /// Where it leads; the outer `None` is not told.
    pub(super) to: Option<Option<StateId>>,
    pub(super) failed: bool,
    pub(super) source: Option<Source>,
    /// What each arrow says.
    pub(super) labels: Vec<String>,
}

/// The arrows of the whole chart as a picture shows them. A failure that is not told is left out:
/// every operation can fail, and where nothing is said of it there is nothing to show.
pub(super) fn bundles(chart: &Chart) -> Vec<Bundle> {
    let mut bundles: Vec<Bundle> = Vec::new();
    for from in positions(chart) {
        let mut known = BTreeMap::new();
        for arrow in arrows(chart, from) {
            if arrow.failed && arrow.to.is_none() {
                continue;
            }
            let documented = arrow.source == Some(Source::Documented);
            let at = *known
                .entry((arrow.to, arrow.failed, documented))
                .or_insert(bundles.len());
            if at == bundles.len() {
                bundles.push(Bundle {
                    from,
                    to: arrow.to,
                    failed: arrow.failed,
                    source: arrow.source,
                    labels: Vec::new(),
                });
            }
            if let Some(bundle) = bundles.get_mut(at) {
                bundle.labels.push(label(chart, &arrow));
            }
        }
    }
    bundles
}

/// What an arrow says: the operation, that it fails, and on which condition.
fn label(chart: &Chart, arrow: &Arrow<'_>) -> String {
    let mut label = arrow.cause.name(chart).to_owned();
    if arrow.failed {
        label.push_str(" fails");
    }
    if let Some(condition) = arrow.condition {
        label.push_str(" (");
        label.push_str(condition);
        label.push(')');
    }
    label
}

/// The name of a position.
pub(super) fn position(chart: &Chart, position: Option<StateId>) -> &str {
    position.map_or(NO_SERVICE, |state| chart.state_name(state))
}
