//! The sentences that the widget says, made from the chart and nothing else.

use super::{Notice, Selection, Session};
use crate::chart::{Chart, Permit};
use crate::service::{Cause, Ending, Step};

/// What is said when a link was copied.
pub(super) const COPIED: &str = "Link copied";

/// What is said when the browser does not let a link be copied.
pub(super) const SHOWN: &str = "The link cannot be copied here. It is in the field";

/// The sentence for those who hear the page.
pub(super) fn notice(session: &Session, notice: &Notice) -> String {
    let chart = session.chart();
    let now = chart.position_name(session.service().state());
    match notice {
        Notice::Began(run) => {
            let name = run.cause.name(chart);
            match &run.via {
                Some(via) => [name, ": ", &via.name, " …"].concat(),
                None => [name, " …"].concat(),
            }
        }
        Notice::Stepped(step) => stepped(chart, step),
        Notice::Refused(refusal) => refusal.text(chart),
        Notice::Asked => "The chart does not tell where this leads. Where did it end?".to_owned(),
        Notice::Moved => ["Now ", now].concat(),
        Notice::Selected => match session.selection() {
            Some(selection) => {
                let note = chart.note(selection.state, selection.operation);
                let apart = if note.is_some() { "; " } else { "" };
                let permit = permit(chart, selection);
                let cell = cell(chart, selection);
                [&cell, ": ", &permit, apart, note.unwrap_or_default()].concat()
            }
            None => String::new(),
        },
        Notice::Sought | Notice::EndingChosen | Notice::Announced | Notice::Refreshed => {
            String::new()
        }
    }
}

/// A step as a sentence.
pub(super) fn stepped(chart: &Chart, step: &Step) -> String {
    let now = if step.from == step.to {
        "still "
    } else {
        "now "
    };
    let to = chart.position_name(step.to);
    match (step.cause, ending(step.ending)) {
        (Cause::Set, _) => ["Now ", to].concat(),
        (cause, "") => [cause.name(chart), ": ", now, to].concat(),
        (cause, ending) => [cause.name(chart), " ", ending, ": ", now, to].concat(),
    }
}

/// How it ended, in a word; none where somebody said where.
pub(super) const fn ending(ending: Ending) -> &'static str {
    match ending {
        Ending::Success => "succeeded",
        Ending::Failure => "failed",
        Ending::At(_) => "",
    }
}

/// A cell, such as `Stop in Active`.
pub(super) fn cell(chart: &Chart, selection: Selection) -> String {
    let operation = chart.operation_name(selection.operation);
    [operation, " in ", chart.state_name(selection.state)].concat()
}

/// What the cell says.
pub(super) fn permit(chart: &Chart, selection: Selection) -> String {
    match chart.permit(selection.state, selection.operation) {
        Permit::Allowed => "allowed".to_owned(),
        Permit::Refused => chart.refusal().to_owned(),
        Permit::Conditional(text) => text.to_string(),
    }
}
