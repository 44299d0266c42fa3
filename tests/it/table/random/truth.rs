//! A random chart, as what a table of it must come out as.

use super::super::sample::Facts;
use super::dice::Dice;
use super::names::names;
use std::collections::BTreeSet;

/// What is true of an operation in a state.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Said {
    pub(super) allowed: bool,
    /// Under which condition; none where empty.
    pub(super) condition: String,
    /// The number of the state that it leads to.
    pub(super) next: Option<usize>,
    pub(super) note: String,
}

/// A chart to write as a table.
#[derive(Clone, Debug)]
pub(super) struct Truth {
    pub(super) states: Vec<String>,
    pub(super) operations: Vec<String>,
    /// State by state.
    pub(super) cells: Vec<Vec<Said>>,
}

const NOTES: [&str; 6] = [
    "logged",
    "409",
    "takes a minute",
    "v2.1",
    "locked",
    "costs 3 $",
];
const CONDITIONS: [&str; 4] = ["idle", "the queue is blank", "two are left", "owner asks"];

impl Truth {
    pub(super) fn any(dice: &mut Dice, tricky: bool) -> Self {
        let (height, width) = (2 + dice.below(5), 2 + dice.below(4));
        let states = names(dice, height, true, tricky, &[]);
        let operations = names(dice, width, false, tricky, &states);
        let (notes, conditions) = (dice.one_in(3), dice.one_in(3));
        let said = |dice: &mut Dice| {
            let allowed = dice.one_in(2);
            let next = dice.below(height);
            let note = dice.pick(&NOTES);
            let condition = dice.pick(&CONDITIONS);
            let (noted, conditional) = (dice.one_in(4), dice.one_in(5));
            Said {
                allowed,
                condition: if allowed && conditions && conditional {
                    condition.to_owned()
                } else {
                    String::new()
                },
                next: allowed.then_some(next),
                note: if notes && noted {
                    note.to_owned()
                } else {
                    String::new()
                },
            }
        };
        let row = |dice: &mut Dice| (0..width).map(|_| said(dice)).collect();
        let mut cells: Vec<Vec<Said>> = (0..height).map(|_| row(dice)).collect();
        // A table in which nothing is allowed is no chart.
        cells[0][0] = Said {
            allowed: true,
            next: Some(1),
            ..Said::default()
        };
        Self {
            states,
            operations,
            cells,
        }
    }

    pub(super) fn at(&self) -> impl Iterator<Item = (usize, usize, &Said)> {
        let rows = self.cells.iter().enumerate();
        rows.flat_map(|(state, row)| {
            row.iter()
                .enumerate()
                .map(move |(operation, said)| (state, operation, said))
        })
    }

    pub(super) fn each(&mut self, change: impl Fn(&mut Said)) {
        self.cells.iter_mut().flatten().for_each(change);
    }

    /// Whether an operation is allowed in each state, under no condition.
    pub(super) fn everywhere(&self, operation: usize) -> bool {
        self.cells
            .iter()
            .all(|row| row[operation].allowed && row[operation].condition.is_empty())
    }

    /// What the chart says about the states and operations that `keep` names.
    pub(super) fn facts(&self, keep: impl Fn(&str) -> bool) -> Facts {
        let mut facts = Facts::default();
        let set = |names: &[String]| -> BTreeSet<String> {
            names.iter().filter(|name| keep(name)).cloned().collect()
        };
        facts.states = set(&self.states);
        facts.operations = set(&self.operations);
        for (state, operation, said) in self.at() {
            if !keep(&self.states[state]) || !keep(&self.operations[operation]) {
                continue;
            }
            let key = format!("{}.{}", self.states[state], self.operations[operation]);
            if !said.note.is_empty() {
                facts.notes.insert(key.clone(), said.note.clone());
            }
            if let Some(next) = said.next.filter(|_| said.allowed) {
                facts
                    .next
                    .insert(format!("{key} > {} / ", self.states[next]));
            }
            if !said.condition.is_empty() {
                facts.conditional.insert(key, said.condition.clone());
            } else if said.allowed {
                facts.allowed.insert(key);
            }
        }
        facts
    }
}
