//! What single rows or cells of a list say, gathered to a part of a chart: in these states these
//! operations are allowed, and lead there.
//!
//! The states and operations are those that the facts name. This room does not know in which shape of
//! table a fact stood.

use super::lead::{Known, Leads};
use super::part::{Part, PartRow};
use super::problem::{Place, Problem, ProblemKind, Problems};
use super::words::{Idea, words};
use crate::chart::{DraftGroup, DraftName, DraftTarget, Permit};
use std::collections::BTreeMap;

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

/// The names of one kind, each once, in order.
#[derive(Default)]
pub(super) struct Index {
    names: Vec<(String, Place)>,
    at: BTreeMap<String, usize>,
}

impl Index {
    /// The number of a name; a new one is added.
    pub(super) fn add(&mut self, name: &str, place: Place) -> usize {
        let next = self.names.len();
        let at = *self.at.entry(name.to_lowercase()).or_insert(next);
        if at == next {
            self.names.push((name.to_owned(), place));
        }
        at
    }

    pub(super) fn find(&self, name: &str) -> Option<usize> {
        self.at.get(&name.to_lowercase()).copied()
    }

    fn name(&self, number: usize) -> &str {
        self.names.get(number).map_or("", |(name, _)| name)
    }

    pub(super) const fn len(&self) -> usize {
        self.names.len()
    }

    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(|(name, _)| name.as_str())
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

/// What is known of one state and one operation.
#[derive(Default)]
struct Pair {
    allowed: bool,
    refused: bool,
    /// Whether a fact without a condition allows it.
    always: bool,
    conditions: Vec<String>,
    notes: Vec<String>,
    success: Vec<usize>,
    failure: Vec<usize>,
    place: Place,
}

/// All that a table says, or several of one kind.
#[derive(Default)]
pub(super) struct Facts {
    pub(super) states: Index,
    pub(super) operations: Index,
    /// How many operations there are after each table, and its title.
    pub(super) groups: Vec<(usize, String)>,
    pub(super) facts: Vec<Fact>,
    /// States that share a row, by the row's number.
    pub(super) shared: Vec<Vec<usize>>,
    pub(super) about: BTreeMap<usize, String>,
    pub(super) warnings: Vec<Problem>,
}

/// What stands for the state before, among the numbers of states.
const SAME: usize = usize::MAX;
/// The most pairs of states and operations that are looked at.
const MOST: usize = crate::chart::MAX_CELLS;

impl Facts {
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
        let mut leads = Leads::default();
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
                permits: vec![Permit::Refused; width],
                notes: Vec::new(),
                place: states
                    .first()
                    .and_then(|&state| self.states.names.get(state))
                    .map_or(table, |&(_, place)| place),
            };
            let Some(&first) = states.first() else {
                continue;
            };
            for (&(_, operation), pair) in pairs.range((first, 0)..=(first, usize::MAX)) {
                let permit = if pair.refused && !pair.allowed {
                    Permit::Refused
                } else if pair.always || pair.conditions.is_empty() {
                    Permit::Allowed
                } else {
                    Permit::Conditional(pair.conditions.join("; ").into_boxed_str())
                };
                if !pair.notes.is_empty() {
                    row.notes.push((operation, pair.notes.join("; ")));
                }
                if permit != Permit::Refused {
                    let target = |numbers: &[usize]| match numbers.first() {
                        None => None,
                        Some(&SAME) => Some(DraftTarget::Same),
                        Some(&state) => {
                            Some(DraftTarget::State(self.states.name(state).to_owned()))
                        }
                    };
                    let known = Known::new(target(&pair.success), target(&pair.failure));
                    leads.add(operation, &row.states, known);
                }
                if let Some(place) = row.permits.get_mut(operation) {
                    *place = permit;
                }
            }
            rows.push(row);
        }
        let names: Vec<String> = self.operations.names().map(str::to_owned).collect();
        let silent = rows
            .iter()
            .all(|row| row.permits.iter().all(|permit| *permit == Permit::Refused));
        let outcomes = leads.outcomes(&names);
        Some(Part {
            number,
            rows,
            groups: self.draft_groups(),
            places: self
                .operations
                .names
                .iter()
                .map(|&(_, place)| place)
                .collect(),
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
            let names = self.operations.names.get(start..*end).unwrap_or(&[]);
            if !names.is_empty() {
                let operations = names.iter().map(|(name, _)| DraftName::new(name.clone()));
                groups.push(DraftGroup {
                    title: title.clone(),
                    operations: operations.collect(),
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
        let once = |row: &&Vec<usize>| {
            row.len() > 1 && row.iter().all(|&state| times.get(state) == Some(&1))
        };
        let shared: Vec<&Vec<usize>> = self.shared.iter().filter(once).collect();
        let mut rows = Vec::new();
        let mut done = vec![false; self.states.len()];
        for state in 0..self.states.len() {
            if done.get(state) == Some(&true) {
                continue;
            }
            let row = shared.iter().find(|row| row.contains(&state));
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

    fn pairs(&self, problems: &mut Problems) -> BTreeMap<(usize, usize), Pair> {
        let mut pairs: BTreeMap<(usize, usize), Pair> = BTreeMap::new();
        // What is said of one state comes before what is said of all.
        let general = |fact: &&Fact| matches!(fact.states, Which::AllExcept(_));
        let named = self.facts.iter().filter(|fact| !general(fact));
        let mut left = MOST.saturating_mul(2);
        let mut named_pairs = 0;
        for (number, fact) in named.chain(self.facts.iter().filter(general)).enumerate() {
            let states = self.states.which(&fact.states);
            let operations = self.operations.which(&fact.operations);
            let size = states.len().saturating_mul(operations.len());
            let Some(rest) = left.checked_sub(size) else {
                let kind = ProblemKind::TooMany(self.states.len(), self.operations.len());
                problems.push(fact.place, kind);
                return pairs;
            };
            left = rest;
            if general(&fact) && named_pairs == 0 {
                named_pairs = number.max(1);
            }
            for (state, in_state) in &states {
                for (operation, item) in &operations {
                    let key = (*state, *operation);
                    if general(&fact) && fact.transition && pairs.contains_key(&key) {
                        let known = pairs.get(&key).is_some_and(|pair| pair.place != fact.place);
                        if known {
                            continue;
                        }
                    }
                    let pair = pairs.entry(key).or_default();
                    self.add(pair, fact, &[in_state, item]);
                }
            }
        }
        self.settle(&mut pairs, problems);
        pairs
    }

    fn add(&self, pair: &mut Pair, fact: &Fact, items: &[&Item]) {
        if pair.place == Place::default() {
            pair.place = fact.place;
        }
        let mut note = |note: &str| {
            if !note.is_empty() && !pair.notes.iter().any(|known| known == note) {
                pair.notes.push(note.to_owned());
            }
        };
        note(&fact.note);
        items.iter().for_each(|item| note(&item.note));
        if fact.refused {
            pair.refused = true;
            return;
        }
        pair.allowed = true;
        let conditions = items
            .iter()
            .map(|item| &item.condition)
            .chain([&fact.condition]);
        let conditions: Vec<&String> = conditions.filter(|text| !text.is_empty()).collect();
        pair.always |= conditions.is_empty();
        for condition in conditions {
            if !pair.conditions.contains(condition) {
                pair.conditions.push(condition.clone());
            }
        }
        let number = |goal: &Option<Goal>| match goal {
            None => None,
            Some(Goal::Same) => Some(SAME),
            Some(Goal::State(name)) => self.states.find(name),
        };
        let own = items
            .iter()
            .find_map(|item| item.next.clone())
            .map(Goal::State);
        let success = [&own, &fact.success].into_iter().filter_map(number);
        for goal in success {
            if !pair.success.contains(&goal) {
                pair.success.push(goal);
            }
        }
        if let Some(goal) = number(&fact.failure).filter(|goal| !pair.failure.contains(goal)) {
            pair.failure.push(goal);
        }
    }

    /// Two targets of one pair are success and failure, if just one of them is a state of failure.
    fn settle(&self, pairs: &mut BTreeMap<(usize, usize), Pair>, problems: &mut Problems) {
        let mut contradicted = false;
        let mut several = false;
        for (&(state, operation), pair) in pairs {
            let names = || {
                (
                    self.states.name(state).to_owned(),
                    self.operations.name(operation).to_owned(),
                )
            };
            if pair.allowed && pair.refused && !contradicted {
                contradicted = true;
                let (state, operation) = names();
                problems.push(pair.place, ProblemKind::AllowedAndNot(state, operation));
            }
            if let ([one, two], true) = (pair.success.as_slice(), pair.failure.is_empty()) {
                let fails = |&state: &usize| {
                    state != SAME && words().has(Idea::Failed, self.states.name(state))
                };
                match (fails(one), fails(two)) {
                    (false, true) => (pair.success, pair.failure) = (vec![*one], vec![*two]),
                    (true, false) => (pair.success, pair.failure) = (vec![*two], vec![*one]),
                    _ => {}
                }
            }
            if (pair.success.len() > 1 || pair.failure.len() > 1) && !several {
                several = true;
                let (state, operation) = names();
                problems.push(pair.place, ProblemKind::TwoTargets(state, operation));
            }
        }
    }
}
