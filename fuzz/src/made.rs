//! A chart from a text of names, so that nearly every text is one: what a fuzzer changes are names then, and
//! which of them there are.

use state_chart::chart::{
    Chart, Draft, DraftGroup, DraftName, DraftNote, DraftOutcome, DraftRow, DraftTarget,
    DraftTargetState, Permission, Source,
};

/// The chart of a text: `+` begins the name of an operation, `-` of a state, `?` a condition, `%` a note, `:` the
/// title; other lines go on with the one before.
pub(super) fn chart(text: &str) -> Option<Chart> {
    let mut parts: Vec<(char, String)> = Vec::new();
    for line in text.split('\n') {
        let mut letters = line.chars();
        match letters.next() {
            Some(sign @ ('+' | '-' | '?' | '%' | ':')) if parts.len() < 24 => {
                parts.push((sign, letters.as_str().to_owned()));
            }
            _ => {
                let (_, last) = parts.last_mut()?;
                last.push('\n');
                last.push_str(line);
            }
        }
    }
    let all = |wanted: char| {
        parts
            .iter()
            .filter(move |(sign, _)| *sign == wanted)
            .map(|(_, text)| text.clone())
    };
    let one = |wanted: char| all(wanted).next().unwrap_or_default();
    let (condition, note) = (one('?'), one('%'));
    let (states, operations): (Vec<_>, Vec<_>) = (all('-').collect(), all('+').collect());
    let mut outcomes = Vec::new();
    let rows = states.iter().map(|state| {
        let mut row = DraftRow {
            states: vec![DraftName::new(state)],
            ..DraftRow::default()
        };
        for (index, operation) in operations.iter().enumerate() {
            let chance = sum(&format!("{state}{operation}"));
            row.permissions.push(match chance % 4 {
                0 => Permission::Refused,
                1 if !condition.trim().is_empty() => {
                    Permission::Conditional(condition.as_str().into())
                }
                _ => Permission::Allowed,
            });
            if chance.is_multiple_of(5) {
                row.notes.push(DraftNote {
                    operation: index,
                    text: note.clone(),
                });
            }
            if !chance.is_multiple_of(4) && !chance.is_multiple_of(3) {
                let to = states.get(chance / 16 % states.len());
                let state_of = |name: &String| DraftTargetState::State(name.clone());
                let target = if chance % 3 == 1 {
                    to.map_or(DraftTargetState::Same, state_of)
                } else {
                    DraftTargetState::Gone
                };
                outcomes.push(DraftOutcome {
                    operation: operation.clone(),
                    from: vec![state.clone()],
                    via: None,
                    success: Some(DraftTarget {
                        state: target,
                        source: Source::Documented,
                    }),
                    failure: None,
                });
            }
        }
        row
    });
    let rows = rows.collect();
    let group = DraftGroup {
        title: String::new(),
        operations: operations.iter().map(DraftName::new).collect(),
    };
    Chart::new(Draft {
        title: one(':'),
        groups: vec![group],
        rows,
        outcomes,
        ..Draft::default()
    })
    .ok()
}

/// A number that is the same for the same text.
fn sum(text: &str) -> usize {
    text.bytes()
        .fold(7, |sum, byte| (sum * 31 + usize::from(byte)) % 65_521)
}
