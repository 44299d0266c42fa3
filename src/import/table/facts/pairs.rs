//! What several facts say of one state and one operation, together.

use super::super::problem::{Place, ProblemKind, Problems};
use super::{Fact, Facts, Goal, Item, MOST, SAME, Which, endings, is_failed};
use litemap::LiteMap;

/// What is known of one state and one operation.
#[derive(Default)]
pub(super) struct Pair {
    pub(super) allowed: bool,
    pub(super) refused: bool,
    /// Whether a fact without a condition allows it.
    pub(super) always: bool,
    pub(super) conditions: Vec<String>,
    pub(super) notes: Vec<String>,
    pub(super) success: Vec<usize>,
    pub(super) failure: Vec<usize>,
    pub(super) place: Place,
}

impl Facts {
    /// For each state, its operations of which something is known.
    pub(super) fn pairs(&self, problems: &mut Problems) -> Vec<LiteMap<usize, Pair>> {
        let mut pairs: Vec<LiteMap<usize, Pair>> = Vec::new();
        pairs.resize_with(self.states.len(), LiteMap::new);
        // What is said of one state comes before what is said of all.
        let general = |fact: &&Fact| matches!(fact.states, Which::AllExcept(_));
        let named = self.facts.iter().filter(|fact| !general(fact));
        let mut left = MOST.saturating_mul(2);
        for fact in named.chain(self.facts.iter().filter(general)) {
            let states = self.states.which(&fact.states);
            let operations = self.operations.which(&fact.operations);
            let size = states.len().saturating_mul(operations.len());
            let Some(rest) = left.checked_sub(size) else {
                let kind = ProblemKind::TooMany(self.states.len(), self.operations.len());
                problems.push(fact.place, kind);
                return pairs;
            };
            left = rest;
            for (state, in_state) in &states {
                let Some(pairs) = pairs.get_mut(*state) else {
                    continue;
                };
                for (operation, item) in &operations {
                    let known = pairs
                        .get(operation)
                        .is_some_and(|pair| pair.place != fact.place);
                    if known && general(&fact) && fact.transition {
                        continue;
                    }
                    let pair = pairs.entry(*operation).or_default();
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
    fn settle(&self, pairs: &mut [LiteMap<usize, Pair>], problems: &mut Problems) {
        let mut contradicted = false;
        let mut several = false;
        let pairs = pairs.iter_mut().enumerate().flat_map(|(state, pairs)| {
            let pairs = pairs.iter_mut();
            pairs.map(move |(&operation, pair)| (state, operation, pair))
        });
        for (state, operation, pair) in pairs {
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
            // `SAME` has no name, and so is no failure.
            if let (&[one, two], true) = (pair.success.as_slice(), pair.failure.is_empty())
                && let Some((one, two)) =
                    endings(one, two, |&state| is_failed(self.states.name(state)))
            {
                (pair.success, pair.failure) = (vec![one], vec![two]);
            }
            if (pair.success.len() > 1 || pair.failure.len() > 1) && !several {
                several = true;
                let (state, operation) = names();
                problems.push(pair.place, ProblemKind::TwoTargets(state, operation));
            }
        }
    }
}
