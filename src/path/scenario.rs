//! A scenario: a history as a line of text, such as `Active; Stop!; Restart`.
//!
//! The first item is where the service starts, each further one a step, separated by `;`.
//!
//! | written | is |
//! |---|---|
//! | `Stop` | the operation, which succeeds |
//! | `Stop!` | the operation, which fails |
//! | `Stop > Stopped` | the operation, which ended there; the chart need not tell |
//! | `@Provision` | an event from outside; `!` and `>` follow it likewise |
//! | `> Active` | somebody put the service into the state |
//! | `-` | no service, in place of a state |
//! | `\|` | in place of one `;`: the steps after it were undone |
//! | `"a; b"` | a name with signs of its own; `\"` and `\\` stand for `"` and `\` in it |
//!
//! What runs has not ended, and is not part of a scenario. `?` and `/` mean nothing here, but an
//! address uses them for what it adds to a scenario, so a name that has one is quoted as well.

mod problem;
mod read;

pub use problem::{Problem, ProblemKind};
pub(crate) use read::Reader;
pub use read::{MAX_STEPS, read};

use crate::chart::{Chart, StateId};
use crate::service::{Cause, Ending, History, Step};

/// The signs that mean something outside of quotes.
const SIGNS: [char; 8] = [';', '|', '!', '>', '@', '"', '?', '/'];

/// What stands for no service.
const NONE: &str = "-";

/// The scenario of `history`. [`read`] makes the same history of it.
#[must_use]
#[inline(never)]
pub fn write(history: &History) -> String {
    let service = history.service();
    let chart = service.chart();
    let mut text = String::new();
    position(&mut text, chart, service.start());
    for (index, step) in history.steps().enumerate() {
        text += if index == history.taken() {
            " | "
        } else {
            "; "
        };
        push(&mut text, chart, step);
    }
    text
}

fn push(text: &mut String, chart: &Chart, step: &Step) {
    if let Cause::Event(_) = step.cause {
        text.push('@');
    }
    if step.cause != Cause::Set {
        name(text, step.cause.name(chart));
    }
    match step.ending {
        Ending::Success => {}
        Ending::Failure => text.push('!'),
        Ending::At(at) => {
            *text += if step.cause == Cause::Set {
                "> "
            } else {
                " > "
            };
            position(text, chart, at);
        }
    }
}

/// Writes where a service is; `None` is no service.
pub(crate) fn position(text: &mut String, chart: &Chart, position: Option<StateId>) {
    match position {
        Some(state) => name(text, chart.state_name(state)),
        None => *text += NONE,
    }
}

/// Writes a name, quoted where it would be read as something else.
pub(crate) fn name(text: &mut String, name: &str) {
    if name != NONE && !name.contains(SIGNS) && name.trim() == name {
        *text += name;
        return;
    }
    text.push('"');
    for sign in name.chars() {
        if matches!(sign, '"' | '\\') {
            text.push('\\');
        }
        text.push(sign);
    }
    text.push('"');
}
