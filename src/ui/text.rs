//! The sentences that the widget says, made from the chart and nothing else.

use super::{Notice, Selection, Session};
use crate::chart::{Chart, Permission};
use crate::service::{Cause, Ending, Step};
use crate::words::{Words, key};

/// The announcement of `notice`, for readers who hear the page.
pub(super) fn notice(session: &Session, notice: &Notice) -> String {
    let (chart, words) = (session.chart(), session.words());
    let now = || words.position(chart, session.service().state());
    match notice {
        Notice::Began(run) => {
            let name = run.cause.name(chart);
            match &run.via {
                Some(via) => words.fill(key::BEGAN_VIA, &[name, &via.name]),
                None => words.fill(key::BEGAN, &[name]),
            }
        }
        Notice::Stepped(step) => stepped(chart, words, step),
        Notice::Refused(refusal) => refusal.text_in(chart, words),
        Notice::Asked => words.text(key::ASKED).to_owned(),
        Notice::Moved => words.fill(key::NOW_STATE, &[now()]),
        Notice::Selected => match session.selection() {
            Some(selection) => {
                let cell = cell(chart, words, selection);
                let permission = match chart.permission(selection.state, selection.operation) {
                    Permission::Refused => words.refusal(chart),
                    permission => permitted(words, permission),
                };
                match chart.note(selection.state, selection.operation) {
                    Some(note) => words.fill(key::CELL_NOTED, &[&cell, permission, note]),
                    None => words.fill(key::CELL_SAID, &[&cell, permission]),
                }
            }
            None => String::new(),
        },
        Notice::Sought | Notice::EndingChosen | Notice::Announced | Notice::Refreshed => {
            String::new()
        }
    }
}

/// A step as a sentence.
pub(super) fn stepped(chart: &Chart, words: &Words, step: &Step) -> String {
    let to = words.position(chart, step.to);
    if step.cause == Cause::Set {
        return words.fill(key::NOW_STATE, &[to]);
    }
    let [still, now] = match step.ending {
        Ending::Success => [key::SUCCEEDED_STILL, key::SUCCEEDED_NOW],
        Ending::Failure => [key::FAILED_STILL, key::FAILED_NOW],
        Ending::At(_) => [key::ENDED_STILL, key::ENDED_NOW],
    };
    let word = if step.from == step.to { still } else { now };
    words.fill(word, &[step.cause.name(chart), to])
}

/// What happened and how it ended, in short.
pub(super) fn happened(chart: &Chart, words: &Words, step: &Step) -> String {
    let name = step.cause.name(chart);
    match (step.cause, step.ending) {
        (Cause::Set, _) => words.text(key::SET).to_owned(),
        (_, Ending::Success) => words.fill(key::SUCCEEDED, &[name]),
        (_, Ending::Failure) => words.fill(key::FAILED, &[name]),
        (_, Ending::At(_)) => name.to_owned(),
    }
}

/// A cell, such as `Stop in Active`.
pub(super) fn cell(chart: &Chart, words: &Words, selection: Selection) -> String {
    let operation = chart.operation_name(selection.operation);
    words.fill(key::CELL, &[operation, chart.state_name(selection.state)])
}

/// What a cell says, in a word or by its condition.
pub(super) fn permitted<'a>(words: &'a Words, permission: &'a Permission) -> &'a str {
    match permission {
        Permission::Refused => words.text(key::NOT_ALLOWED),
        Permission::Allowed => words.text(key::ALLOWED),
        Permission::Conditional(text) => text,
    }
}
