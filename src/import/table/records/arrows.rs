//! A list of transitions whose states before and after stand in one cell, apart at an arrow.

use super::super::facts::{Fact, Facts, Item, Which};
use super::super::headers::Headers;
use super::super::mark;
use super::super::names::is_name;
use super::super::problem::{ProblemKind, Problems, brief};
use super::super::text;
use super::{Listed, Reader};

const ARROWS: [&str; 9] = ["→", "⇒", "➜", "➔", "➡", "⟶", "->", "=>", "—>"];

/// The states before and after an arrow.
fn parted(label: &str) -> Option<(&str, &str)> {
    let parted = ARROWS.into_iter().find_map(|arrow| label.split_once(arrow));
    let (before, after) = parted?;
    let (before, after) = (before.trim_end_matches('-').trim(), after.trim());
    (is_name(before) && is_name(after)).then_some((before, after))
}

/// Whether every cell of a column is two states apart at an arrow. `yes → Idle` in all of them is a mark that
/// leads somewhere.
pub(super) fn are_in(headers: &Headers<'_>, column: usize) -> bool {
    let mut first: Option<String> = None;
    let mut differ = false;
    for &row in &headers.down.items {
        let label = text::name(headers.grid.label(row, column));
        let Some((before, _)) = parted(&label) else {
            return false;
        };
        match &first {
            Some(first) => differ |= first != before,
            None => first = Some(before.to_owned()),
        }
    }
    first.is_some_and(|only| differ || !mark::is_polar(&only))
}

impl Reader<'_, '_> {
    /// Reads such a list.
    pub(super) fn read_arrows(&self, facts: &mut Facts, problems: &mut Problems) {
        let headers = self.headers;
        let (column, operations) = (self.columns.states, self.columns.operations);
        let (splitter, _) = self.splitter(operations, &[], false);
        for &row in &headers.down.items {
            let place = headers.grid.place(row, column);
            let label = text::name(headers.grid.label(row, column));
            let Some((before, after)) = parted(&label) else {
                problems.push(place, ProblemKind::NotAName(brief(&label)));
                continue;
            };
            for name in [before, after] {
                facts.states.add(name, place);
            }
            let Some(Listed::Which(which)) = self.listed(row, operations, &splitter, problems)
            else {
                continue;
            };
            if let Which::These(items) = &which {
                for item in items {
                    facts
                        .operations
                        .add(&item.name, headers.grid.place(row, operations));
                }
            }
            let states = Which::These(vec![Item::new(before)]);
            facts.facts.push(Fact {
                condition: self.condition(row, String::new()),
                note: self.note(row),
                ..Fact::transition(states, which, after, place)
            });
        }
    }
}
