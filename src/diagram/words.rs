//! What an arrow says, in a sentence.

use super::{Line, NodeKind, plan};
use crate::chart::{Chart, Target};
use crate::words::{Word, Words, key};

/// What `line` in the box of `kind` says: where it leads, and where when it fails.
#[must_use]
pub fn sentence(chart: &Chart, kind: NodeKind, line: &Line, words: &Words) -> String {
    let values = [line.cause.name(chart), kind.name(chart, words)];
    let mut cell = words.fill(key::CELL, &values);
    if !line.condition.is_empty() {
        cell = words.fill(key::CELL_CONDITION, &[&cell, &line.condition]);
    }
    let say = |target: Target, leads: Word, stays: Word| {
        let source = words.source(target.source);
        match plan::target(kind, target) {
            Some(to) => words.fill(leads, &[to.name(chart, words), source]),
            None => words.fill(stays, &[source]),
        }
    };
    let [success, failure] = line.targets;
    let success = match success {
        Some(target) => say(target, key::LEADS_TO, key::LEADS_STAYS),
        None => words.text(key::LEADS_UNTOLD).to_owned(),
    };
    match failure {
        Some(target) => {
            let failure = say(target, key::FAILS_TO, key::FAILS_STAYS);
            words.fill(key::TOLD_BOTH, &[&cell, &success, &failure])
        }
        None => words.fill(key::TOLD, &[&cell, &success]),
    }
}
