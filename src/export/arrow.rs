//! What a chart tells as arrows: from where, by what, ending how, to where.

use crate::chart::{Chart, Origin, Permission, Source, StateId, Target, TargetState, Via};
use crate::service::Cause;
use std::collections::BTreeMap;

/// One operation or event, ending one way.
pub(super) struct Arrow<'a> {
    pub(super) cause: Cause,
    pub(super) failed: bool,
    /// Where it leads, as the chart says it.
    pub(super) target: Option<TargetState>,
    /// Where it leads; the inner `None` is no service, the outer is not told.
    pub(super) to: Option<Option<StateId>>,
    /// How that is known.
    pub(super) source: Option<Source>,
    /// The text of a conditional cell.
    pub(super) condition: Option<&'a str>,
    /// What stands beside the mark of its cell.
    pub(super) note: Option<&'a str>,
    /// The transitional state.
    pub(super) via: Option<&'a Via>,
}

/// Every position that the chart speaks of: its states, and no service if something begins or ends there.
pub(super) fn positions(chart: &Chart) -> Vec<Option<StateId>> {
    let gone =
        |target: Option<Target>| target.is_some_and(|target| target.state == TargetState::Gone);
    let speaks = chart.events().iter().any(|event| {
        *event.from() == Origin::NoService || gone(Some(event.success())) || gone(event.failure())
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
            let condition = match chart.permission(state, operation) {
                Permission::Refused => continue,
                Permission::Allowed => None,
                Permission::Conditional(text) => Some(&**text),
            };
            let outcome = chart.outcome(state, operation);
            let leads = [
                outcome.and_then(|outcome| outcome.success),
                outcome.and_then(|outcome| outcome.failure),
            ];
            for (target, failed) in leads.into_iter().zip([false, true]) {
                arrows.push(Arrow {
                    cause: Cause::Operation(operation),
                    failed,
                    target: target.map(|target| target.state),
                    to: target.map(|target| target.position(from)),
                    source: target.map(|target| target.source),
                    condition,
                    note: chart.note(state, operation),
                    via: outcome.and_then(|outcome| outcome.via.as_ref()),
                });
            }
        }
    }
    for (index, event) in chart.events().iter().enumerate() {
        let Some(id) = chart.event_at(index).filter(|_| event.may_happen(from)) else {
            continue;
        };
        for (target, failed) in [(Some(event.success()), false), (event.failure(), true)] {
            arrows.extend(target.map(|target| Arrow {
                cause: Cause::Event(id),
                failed,
                target: Some(target.state),
                to: Some(target.position(from)),
                source: Some(target.source),
                condition: None,
                note: None,
                via: None,
            }));
        }
    }
    arrows
}

/// The operations that are refused at `from` and have a note there, each with its note. They are
/// no arrows, and a machine has no other place for what is said of them.
pub(super) fn refused(chart: &Chart, from: Option<StateId>) -> Vec<(&str, &str)> {
    let Some(state) = from else {
        return Vec::new();
    };
    let notes = chart.operations().filter_map(|operation| {
        let note = chart.note(state, operation)?;
        let is_refused = *chart.permission(state, operation) == Permission::Refused;
        is_refused.then(|| (chart.operation_name(operation), note))
    });
    notes.collect()
}

/// Where an arrow of a picture begins or ends.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Endpoint {
    /// At a position; `None` is no service.
    At(Option<StateId>),
    /// In every state: an event that may happen anywhere is drawn once.
    Any,
    /// The chart does not tell.
    Untold,
}

impl Endpoint {
    /// An id that every format of graphs takes.
    pub(super) fn id(self) -> String {
        match self {
            Self::At(None) => "none".to_owned(),
            Self::At(Some(state)) => ["s", &state.index().to_string()].concat(),
            Self::Any => "any".to_owned(),
            Self::Untold => "untold".to_owned(),
        }
    }

    /// The words on it.
    pub(super) fn name(self, chart: &Chart) -> &str {
        match self {
            Self::At(at) => chart.position_name(at),
            Self::Any => "any state",
            Self::Untold => "not told",
        }
    }
}

/// Arrows of a picture that run side by side, as one.
pub(super) struct Bundle {
    pub(super) from: Endpoint,
    pub(super) to: Endpoint,
    pub(super) failed: bool,
    pub(super) source: Option<Source>,
    /// What each arrow says.
    pub(super) labels: Vec<String>,
}

/// A picture of the whole chart: its endpoints, then its arrows. A failure that is not told is left
/// out: every operation can fail, and where nothing is said of it there is nothing to show.
pub(super) fn picture(chart: &Chart) -> (Vec<Endpoint>, Vec<Bundle>) {
    let mut bundles = Vec::new();
    let mut endpoints: Vec<_> = positions(chart).into_iter().map(Endpoint::At).collect();
    for &from in &endpoints {
        let Endpoint::At(at) = from else {
            continue;
        };
        let arrows = arrows(chart, at);
        let arrows = arrows.iter().filter(|arrow| !anywhere(chart, arrow));
        let arrows = arrows.map(|arrow| (arrow, arrow.to.map_or(Endpoint::Untold, Endpoint::At)));
        bundle(chart, from, arrows, &mut bundles);
    }
    // What may happen in every state begins at the first one as well.
    let arrows = arrows(chart, chart.states().next());
    let arrows = arrows.iter().filter(|arrow| anywhere(chart, arrow));
    let arrows = arrows.map(|arrow| match arrow.target {
        Some(TargetState::State(state)) => (arrow, Endpoint::At(Some(state))),
        Some(TargetState::Gone) => (arrow, Endpoint::At(None)),
        _ => (arrow, Endpoint::Any),
    });
    bundle(chart, Endpoint::Any, arrows, &mut bundles);
    for endpoint in [Endpoint::Any, Endpoint::Untold] {
        let ends = |bundle: &Bundle| bundle.from == endpoint || bundle.to == endpoint;
        if bundles.iter().any(ends) {
            endpoints.push(endpoint);
        }
    }
    (endpoints, bundles)
}

/// Whether the arrow is of an event that may happen in every state.
fn anywhere(chart: &Chart, arrow: &Arrow<'_>) -> bool {
    let Cause::Event(id) = arrow.cause else {
        return false;
    };
    (chart.event(id)).is_some_and(|event| *event.from() == Origin::AnyState)
}

/// Adds the arrows that begin at `from`, those that end alike as one.
fn bundle<'a>(
    chart: &Chart,
    from: Endpoint,
    arrows: impl Iterator<Item = (&'a Arrow<'a>, Endpoint)>,
    bundles: &mut Vec<Bundle>,
) {
    let mut known = BTreeMap::new();
    for (arrow, to) in arrows {
        if arrow.failed && to == Endpoint::Untold {
            continue;
        }
        let at = *(known.entry((to, arrow.failed, arrow.source))).or_insert(bundles.len());
        if at == bundles.len() {
            bundles.push(Bundle {
                from,
                to,
                failed: arrow.failed,
                source: arrow.source,
                labels: Vec::new(),
            });
        }
        if let Some(bundle) = bundles.get_mut(at) {
            bundle.labels.push(label(chart, arrow));
        }
    }
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
