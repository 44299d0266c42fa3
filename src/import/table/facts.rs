//! What single rows or cells of a list say, gathered to a part of a chart: in these states these
//! operations are allowed, and lead there.
//!
//! The states and operations are those that the facts name. This room does not know in which shape of
//! table a fact stood.

mod pairs;

use super::index::Index;
use super::part::{Part, PartRow};
use super::problem::{Place, Problem, ProblemKind, Problems};
use super::target::{Known, Targets};
use super::words::{Idea, words};
use crate::chart::{DraftGroup, DraftName, DraftTargetState, Permission, lowercase};
use litemap::LiteMap;

/// Names, or all of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Which {
    These(Vec<Item>),
    AllExcept(Vec<String>),
}

/// A name in a list, and what stands beside it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Item {
    pub(super) name: String,
    pub(super) note: String,
    pub(super) condition: String,
    /// Where the item itself says that it leads.
    pub(super) next: Option<String>,
}

impl Item {
    /// A name with nothing beside it.
    pub(super) fn new(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            ..Self::default()
        }
    }
}

/// Two targets as success and failure, if just one of them is a state of failure.
pub(super) fn endings<T>(one: T, two: T, fails: impl Fn(&T) -> bool) -> Option<(T, T)> {
    match (fails(&one), fails(&two)) {
        (false, true) => Some((one, two)),
        (true, false) => Some((two, one)),
        _ => None,
    }
}

/// Whether a name is that of a state of failure.
pub(super) fn is_failed(name: &str) -> bool {
    words().has(Idea::Failed, name)
}

/// Where something leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Goal {
    State(String),
    Same,
}

/// In these states these operations are allowed.
#[derive(Clone, Debug)]
pub(super) struct Fact {
    pub(super) states: Which,
    pub(super) operations: Which,
    pub(super) success: Option<Goal>,
    pub(super) failure: Option<Goal>,
    pub(super) condition: String,
    pub(super) note: String,
    /// Whether it says that they are not allowed.
    pub(super) refused: bool,
    /// Whether several facts about one pair may have several targets.
    pub(super) transition: bool,
    pub(super) place: Place,
}

impl Fact {
    /// An operation leads from one state to another.
    pub(super) fn transition(states: Which, operations: Which, target: &str, place: Place) -> Self {
        Self {
            states,
            operations,
            success: Some(Goal::State(target.to_owned())),
            failure: None,
            condition: String::new(),
            note: String::new(),
            refused: false,
            transition: true,
            place,
        }
    }
}

/// The names of one kind, as they are first spelled.
#[derive(Default)]
pub(super) struct NameList(Index);

impl NameList {
    /// The number of a name; a new one is added.
    pub(super) fn add(&mut self, name: &str, place: Place) -> usize {
        self.0.add_as(lowercase(name), name, place)
    }

    pub(super) fn find(&self, name: &str) -> Option<usize> {
        self.0.find(&lowercase(name))
    }

    fn name(&self, number: usize) -> &str {
        self.0.get(number).map_or("", |(name, _)| name)
    }

    pub(super) const fn len(&self) -> usize {
        self.0.len()
    }

    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(name, _)| name.as_str())
    }

    /// The numbers that are meant.
    fn which(&self, which: &Which) -> Vec<(usize, Item)> {
        match which {
            Which::These(items) => items
                .iter()
                .filter_map(|item| Some((self.find(&item.name)?, item.clone())))
                .collect(),
            Which::AllExcept(names) => {
                let not: Vec<usize> = names.iter().filter_map(|name| self.find(name)).collect();
                (0..self.len())
                    .filter(|number| !not.contains(number))
                    .map(|number| (number, Item::default()))
                    .collect()
            }
        }
    }
}

/// All that a table says, or several of one kind.
#[derive(Default)]
pub(super) struct Facts {
    pub(super) states: NameList,
    pub(super) operations: NameList,
    /// How many operations there are after each table, and its title.
    pub(super) groups: Vec<(usize, String)>,
    pub(super) facts: Vec<Fact>,
    /// States that share a row, by the row's number.
    pub(super) shared: Vec<Vec<usize>>,
    pub(super) about: LiteMap<usize, String>,
    pub(super) warnings: Vec<Problem>,
}

/// What stands for the state before, among the numbers of states.
const SAME: usize = usize::MAX;
/// The most pairs of states and operations that are looked at.
const MOST: usize = crate::chart::MAX_CELLS;

impl Facts {
    /// Finds out whether the names of operations are those of states, most of them.
    pub(super) fn check_operations(&self, table: usize, problems: &mut Problems) {
        // Behind a slash stands what is put out then: `A / 0`.
        let is_state = |name: &&str| {
            let (first, _) = name.split_once(" / ").unwrap_or((name, ""));
            self.states.find(first).is_some()
        };
        let states = self.operations.names().filter(is_state).count();
        if states * 2 > self.operations.len() {
            problems.push(super::headers::whole(table), ProblemKind::StatesInCells);
        }
    }

    /// The part of a chart that the facts are; `number` is the table's.
    pub(super) fn part(self, number: usize, problems: &mut Problems) -> Option<Part> {
        let table = super::headers::whole(number);
        if self.states.len().saturating_mul(self.operations.len()) > MOST {
            let kind = ProblemKind::TooMany(self.states.len(), self.operations.len());
            problems.push(table, kind);
            return None;
        }
        let pairs = self.pairs(problems);
        if !problems.is_empty() {
            return None;
        }
        let width = self.operations.len();
        let mut targets = Targets::default();
        let mut rows: Vec<PartRow> = Vec::new();
        for states in self.rows() {
            let mut row = PartRow {
                states: states
                    .iter()
                    .map(|&state| self.states.name(state).to_owned())
                    .collect(),
                about: states
                    .first()
                    .and_then(|state| self.about.get(state).cloned())
                    .unwrap_or_default(),
                permissions: vec![Permission::Refused; width],
                notes: Vec::new(),
                place: states
                    .first()
                    .and_then(|&state| self.states.0.get(state))
                    .map_or(table, |&(_, place)| place),
            };
            let Some(&first) = states.first() else {
                continue;
            };
            for (&operation, pair) in pairs.get(first).into_iter().flat_map(LiteMap::iter) {
                let permission = if pair.refused {
                    Permission::Refused
                } else if pair.always {
                    Permission::Allowed
                } else {
                    Permission::Conditional(pair.conditions.join("; ").into_boxed_str())
                };
                if !pair.notes.is_empty() {
                    row.notes.push((operation, pair.notes.join("; ")));
                }
                if permission != Permission::Refused {
                    let target = |numbers: &[usize]| match numbers.first() {
                        None => None,
                        Some(&SAME) => Some(DraftTargetState::Same),
                        Some(&state) => {
                            Some(DraftTargetState::State(self.states.name(state).to_owned()))
                        }
                    };
                    let known = Known::new(target(&pair.success), target(&pair.failure));
                    targets.add(operation, &row.states, known);
                }
                if let Some(place) = row.permissions.get_mut(operation) {
                    *place = permission;
                }
            }
            rows.push(row);
        }
        let names: Vec<String> = self.operations.names().map(str::to_owned).collect();
        let silent = rows.iter().all(|row| {
            row.permissions
                .iter()
                .all(|permission| *permission == Permission::Refused)
        });
        let outcomes = targets.outcomes(&names);
        Some(Part {
            number,
            rows,
            groups: self.draft_groups(),
            places: self.operations.0.iter().map(|&(_, place)| place).collect(),
            outcomes,
            warnings: self.warnings,
            crossed: None,
            checked: true,
            silent,
            list: true,
            also: Vec::new(),
        })
    }

    fn draft_groups(&self) -> Vec<DraftGroup> {
        let mut groups = Vec::new();
        let mut start = 0;
        for (end, title) in &self.groups {
            let names = self.operations.names().take(*end).skip(start);
            let operations: Vec<DraftName> =
                names.map(|name| DraftName::new(name.to_owned())).collect();
            if !operations.is_empty() {
                groups.push(DraftGroup {
                    title: title.clone(),
                    operations,
                });
            }
            start = *end;
        }
        groups
    }

    /// The states, those that share a row together.
    fn rows(&self) -> Vec<Vec<usize>> {
        let mut times = vec![0_usize; self.states.len()];
        for &state in self.shared.iter().flatten() {
            if let Some(times) = times.get_mut(state) {
                *times += 1;
            }
        }
        let once = |row: &&Vec<usize>| row.iter().all(|&state| times.get(state) == Some(&1));
        let mut row_of: LiteMap<usize, &Vec<usize>> = LiteMap::new();
        for row in self.shared.iter().filter(once) {
            row_of.extend(row.iter().map(|&state| (state, row)));
        }
        let mut rows = Vec::new();
        let mut done = vec![false; self.states.len()];
        for state in 0..self.states.len() {
            if done.get(state) == Some(&true) {
                continue;
            }
            let row = row_of.get(&state);
            let row = row.map_or_else(|| vec![state], |row| (*row).clone());
            for &state in &row {
                if let Some(done) = done.get_mut(state) {
                    *done = true;
                }
            }
            rows.push(row);
        }
        rows
    }
}
