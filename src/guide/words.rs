//! What is said about ways, reasons and findings.

use crate::chart::{Chart, OperationId, StateId};
use crate::path::{Failure, Finding, Goal, Obstacle, Reason, Step, Way, Ways};
use crate::service::Cause;
use crate::words::{Words, key};

/// The most names or steps that one sentence has.
pub const MANY: usize = 20;

/// The words of one language about one chart.
#[derive(Clone, Copy)]
pub(super) struct Say<'a> {
    pub(super) chart: &'a Chart,
    pub(super) words: &'a Words,
}

/// A goal, as a reader chooses it from a list.
pub fn goal(words: &Words, chart: &Chart, goal: Goal) -> String {
    match goal {
        Goal::At(at) => words.position(chart, at).to_owned(),
        Goal::Allowed(operation) => {
            words.fill(key::GOAL_ALLOWED, &[chart.operation_name(operation)])
        }
    }
}

/// What stands before the step at `index` of `count`.
pub fn before(words: &Words, index: usize, count: usize) -> &str {
    match index {
        0 => "",
        _ if index + 1 == count => words.text(key::STEP_LAST),
        _ => words.text(key::STEP_NEXT),
    }
}

/// How many steps a sentence leaves out.
pub fn more(words: &Words, count: usize) -> String {
    words.count(key::MORE_STEPS, count, &[&words.number(count)])
}

/// The names of the steps, and of the operation that they were taken for.
pub(super) fn names<'a>(chart: &'a Chart, way: &'a Way, goal: Goal) -> Vec<&'a str> {
    let mut names: Vec<&str> = Vec::new();
    names.extend(way.steps.iter().map(|step| step.cause.name(chart)));
    if let Goal::Allowed(operation) = goal {
        names.push(chart.operation_name(operation));
    }
    names
}

impl<'a> Say<'a> {
    pub(super) const fn new(chart: &'a Chart, words: &'a Words) -> Self {
        Self { chart, words }
    }

    /// Names as a list; of more than [`MANY`], how many the others are.
    pub(super) fn list(self, names: Vec<&str>, is_choice: bool) -> String {
        let rest = names.len().saturating_sub(MANY);
        let number = self.words.number(rest);
        let more = self.words.count(key::MORE, rest, &[&number]);
        let more = (rest > 0).then_some(more.as_str());
        let shown = names.into_iter().take(MANY).chain(more);
        self.words.list(&shown.collect::<Vec<_>>(), is_choice)
    }

    fn state(self, state: StateId) -> &'a str {
        self.chart.state_name(state)
    }

    fn at(self, position: Option<StateId>) -> &'a str {
        self.words.position(self.chart, position)
    }

    fn states(self, states: &[StateId]) -> String {
        let names = states.iter().map(|&state| self.state(state));
        self.list(names.collect(), false)
    }

    /// Names of operations as a list.
    pub(super) fn operations(self, operations: &[OperationId]) -> String {
        let names = operations.iter();
        let names = names.map(|&operation| self.chart.operation_name(operation));
        self.list(names.collect(), false)
    }

    fn causes(self, causes: &[Cause]) -> String {
        let names = causes.iter().map(|cause| cause.name(self.chart));
        self.list(names.collect(), true)
    }

    /// Names of positions as a list.
    pub(super) fn positions(self, positions: &[Option<StateId>]) -> String {
        self.list(positions.iter().map(|&at| self.at(at)).collect(), false)
    }

    /// Where a way begins, and the way.
    pub(super) fn from(self, at: Option<StateId>, way: &str) -> String {
        self.words.fill(key::FROM, &[self.at(at), way])
    }

    /// What is said in place of a way where the service is at the goal already.
    pub(super) fn there(self, goal: Goal) -> String {
        match goal {
            Goal::At(_) => self.words.text(key::ALREADY_THERE).to_owned(),
            Goal::Allowed(operation) => {
                let name = self.chart.operation_name(operation);
                self.words.fill(key::ALLOWED_NOW, &[name])
            }
        }
    }

    /// A way in one sentence.
    pub(super) fn sentence(self, at: Option<StateId>, way: &Way, goal: Goal) -> String {
        if way.steps.is_empty() {
            return self.there(goal);
        }
        let names = names(self.chart, way, goal);
        let mut text = String::new();
        for (index, name) in names.iter().take(MANY).enumerate() {
            text += before(self.words, index, names.len());
            text += name;
        }
        if let Some(rest @ 1..) = names.len().checked_sub(MANY) {
            text += self.words.text(key::STEP_NEXT);
            text += &more(self.words, rest);
        }
        self.from(at, &text)
    }

    /// How many ways there are.
    pub(super) fn ways(self, ways: &Ways) -> String {
        let steps = ways.ways.first().map_or(0, |way| way.steps.len());
        let count = ways.ways.len();
        let [of, number] = [steps, count].map(|number| self.words.number(number));
        if ways.more {
            self.words.count(key::MANY_WAYS, steps, &[&number, &of])
        } else if count == 1 {
            self.words.count(key::ONE_WAY, steps, &[&of])
        } else {
            self.words.count(key::WAYS, steps, &[&number, &of])
        }
    }

    /// What a step comes to if it fails, and the way on from there.
    pub(super) fn failure(self, step: &Step, way_after: &dyn Fn(Failure) -> Way) -> String {
        let words = self.words;
        let Some(failure) = step.failure else {
            return words.text(key::FAILURE_UNTOLD).to_owned();
        };
        if failure.to == step.from {
            return words.fill(key::FAILURE_STILL, &[self.at(step.from)]);
        }
        let to = self.at(failure.to);
        let steps = match failure.steps_left {
            None => return words.fill(key::FAILURE_NO_WAY, &[to]),
            Some(0) => return words.fill(key::FAILURE_GOAL, &[to]),
            Some(steps) if steps > MANY => {
                words.count(key::STEPS_LEFT, steps, &[&words.number(steps)])
            }
            Some(_) => {
                let way = way_after(failure);
                let names = way.steps.iter();
                let names: Vec<&str> = names.map(|step| step.cause.name(self.chart)).collect();
                names.join(words.text(key::STEP_LAST))
            }
        };
        words.fill(key::FAILURE_THEN, &[to, &steps])
    }

    /// What the chart does not tell of operations.
    pub(super) fn untold(self, found: &[OperationId]) -> String {
        self.words
            .count(key::UNTOLD, found.len(), &[&self.operations(found)])
    }

    /// Why there is no way.
    pub(super) fn reason(self, reason: &Reason) -> String {
        let words = self.words;
        match reason {
            Reason::NowhereAllowed(_) => words.text(key::NOWHERE_ALLOWED).to_owned(),
            Reason::OnCondition(_, found) => words.fill(key::ON_CONDITION, &[&self.states(found)]),
            Reason::NoService => words.text(key::NONE_MAKES_ONE).to_owned(),
            Reason::NothingAllowed(state) => {
                words.fill(key::NOTHING_ALLOWED, &[self.state(*state)])
            }
            Reason::Ends(state, found) => {
                let values = [self.state(*state), &self.operations(found)];
                words.count(key::ONLY_ENDS, found.len(), &values)
            }
            Reason::Untold(found) => {
                let names = self.operations(found);
                words.count(key::NO_WAY_KNOWN, found.len(), &[&names])
            }
            Reason::Only(obstacle) => words.fill(key::ONLY, &[&self.only(obstacle)]),
            Reason::Never(Some(state)) => words.fill(key::NEVER, &[self.state(*state)]),
            Reason::Never(None) => words.text(key::NEVER_WITHOUT).to_owned(),
        }
    }

    fn only(self, obstacle: &Obstacle) -> String {
        let names = self.causes(&obstacle.last);
        let sentence = match (obstacle.failure, obstacle.event) {
            _ if names.is_empty() => {
                let parts = [
                    (obstacle.condition, key::BY_CONDITION),
                    (obstacle.event, key::BY_EVENT),
                    (obstacle.failure, key::BY_FAILURE),
                ];
                let parts = parts.iter().filter(|part| part.0);
                let parts = parts.map(|part| self.words.text(part.1));
                return self.list(parts.collect(), false);
            }
            (true, true) => key::IF_EVENT_FAILS,
            (true, false) => key::IF_FAILS,
            _ => key::WITH_THESE,
        };
        self.words.fill(sentence, &[&names])
    }

    /// What is said of a state from which no way leads back to where a service starts.
    pub(super) fn dead_end(self) -> String {
        self.words.fill(key::DEAD_END, &[self.start()])
    }

    /// Where a service starts.
    pub(super) fn start(self) -> &'a str {
        self.at(self.chart.start())
    }

    /// Something about the chart as a whole.
    pub(super) fn finding(self, finding: &Finding) -> String {
        let words = self.words;
        match finding {
            Finding::NothingTold => words.text(key::TELLS_NOTHING).to_owned(),
            Finding::Untold(untold, cells) => {
                let [untold, cells] = [*untold, *cells].map(|number| words.number(number));
                words.fill(key::TELLS_PART, &[&untold, &cells])
            }
            Finding::NowhereAllowed(found) => {
                words.fill(key::ALLOWED_NOWHERE, &[&self.operations(found)])
            }
            Finding::NothingAllowed(found) => {
                words.fill(key::ALLOWS_NOTHING, &[&self.states(found)])
            }
            Finding::DeadEnds(found) => {
                words.fill(key::NO_WAY_BACK, &[self.start(), &self.states(found)])
            }
            Finding::OnlyFromOutside(found) => words.fill(key::ONLY_EVENTS, &[&self.states(found)]),
            Finding::Unreached(found) => words.fill(key::NOTHING_LEADS, &[&self.states(found)]),
            Finding::SameRows(rows) => {
                let names = rows.iter().take(MANY);
                let names = names.map(|row| self.chart.state_names(row));
                let mut names: Vec<String> = names.collect();
                if let Some(more @ 1..) = rows.len().checked_sub(MANY) {
                    names.push(words.count(key::MORE, more, &[&words.number(more)]));
                }
                words.fill(key::SAME_MARKS, &[&names.join("; ")])
            }
        }
    }
}

#[cfg(test)]
mod tests;
