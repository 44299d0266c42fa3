//! A history as a runbook: the steps that were taken, in Markdown, for somebody to take again.

use super::markdown::text;
use crate::chart::{Chart, Target};
use crate::service::{Cause, Ending, History, Step};

/// The steps taken in `history`, numbered, with what each leads to when it ends the other way.
/// Steps that were undone are left out.
#[must_use]
pub fn runbook(history: &History) -> String {
    let service = history.service();
    let chart = service.chart();
    let mut out = String::from("# ");
    text(chart.service(), &mut out);
    out.push_str("\n\nStart: ");
    bold(chart.position_name(service.start()), &mut out);
    out.push_str("\n\n");
    for (index, step) in service.steps().iter().enumerate() {
        out.push_str(&(index + 1).to_string());
        out.push_str(". ");
        line(chart, step, &mut out);
        if let Some(note) = note(chart, step) {
            out.push_str(" Note: ");
            text(note, &mut out);
        }
        out.push('\n');
    }
    if service.steps().is_empty() {
        out.push_str("No step was taken.\n");
    }
    out
}

fn line(chart: &Chart, step: &Step, out: &mut String) {
    let to = chart.position_name(step.to);
    if step.cause == Cause::Set {
        out.push_str("Set the state to ");
        bold(to, out);
        return out.push('.');
    }
    bold(step.cause.name(chart), out);
    out.push_str(" in ");
    text(chart.position_name(step.from), out);
    out.push_str(match step.ending {
        Ending::Success => " succeeds: ",
        Ending::Failure => " fails: ",
        Ending::At(_) => " ends: ",
    });
    out.push_str(if step.from == step.to {
        "still "
    } else {
        "now "
    });
    bold(to, out);
    if let Some(source) = step.source {
        out.push_str(" (");
        out.push_str(source.word());
        out.push(')');
    }
    out.push('.');
    let [success, failure] = targets(chart, step);
    let (words, other) = match step.ending {
        Ending::Success => (" If it fails: ", failure),
        Ending::Failure => (" If it succeeds: ", success),
        Ending::At(_) => return out.push_str(" The chart does not tell where it leads."),
    };
    if let Some(target) = other {
        out.push_str(words);
        text(chart.position_name(target.position(step.from)), out);
        out.push_str(" (");
        out.push_str(target.source.word());
        out.push_str(").");
    }
}

/// What stands beside the mark of the cell that was performed.
fn note<'a>(chart: &'a Chart, step: &Step) -> Option<&'a str> {
    match step.cause {
        Cause::Operation(operation) => chart.note(step.from?, operation),
        Cause::Event(_) | Cause::Set => None,
    }
}

/// Adds a name in bold, without spaces at its ends: `** a**` is not bold.
fn bold(name: &str, out: &mut String) {
    let name = name.trim_matches(|c: char| c.is_whitespace() || c.is_control());
    if !name.is_empty() {
        out.push_str("**");
        text(name, out);
        out.push_str("**");
    }
}

/// Where the step's operation or event leads by success and by failure.
fn targets(chart: &Chart, step: &Step) -> [Option<Target>; 2] {
    match step.cause {
        Cause::Set => [None, None],
        Cause::Event(id) => match chart.event(id) {
            Some(event) => [Some(event.success()), event.failure()],
            None => [None, None],
        },
        Cause::Operation(operation) => {
            let outcome = step.from.and_then(|state| chart.outcome(state, operation));
            match outcome {
                Some(outcome) => [outcome.success, outcome.failure],
                None => [None, None],
            }
        }
    }
}
