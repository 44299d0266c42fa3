//! Names that a format can bear, one for each state, operation and event, no two alike.

use crate::chart::{Chart, NO_SERVICE, StateId};
use crate::service::Cause;
use std::collections::BTreeMap;

/// The names in one format.
pub(super) struct UniqueNames {
    states: Vec<String>,
    no_service: String,
    operations: Vec<String>,
    events: Vec<String>,
}

impl UniqueNames {
    /// The names of `chart`, each as `safe` makes it; a second of the same name gets a number.
    pub(super) fn new(chart: &Chart, safe: fn(&str) -> String) -> Self {
        let mut taken = BTreeMap::new();
        let states = chart.states();
        let states = states
            .map(|state| fresh(&mut taken, safe(chart.state_name(state))))
            .collect();
        let no_service = fresh(&mut taken, safe(NO_SERVICE));
        // Machines do not tell operations from events, so these must differ as well.
        let mut taken = BTreeMap::new();
        let operations = chart.operations();
        let operations = operations
            .map(|operation| fresh(&mut taken, safe(chart.operation_name(operation))))
            .collect();
        let events = chart.events().iter();
        let events = events
            .map(|event| fresh(&mut taken, safe(event.name())))
            .collect();
        Self {
            states,
            no_service,
            operations,
            events,
        }
    }

    /// The name of a position.
    pub(super) fn position(&self, position: Option<StateId>) -> &str {
        let found = match position {
            Some(state) => self.states.get(state.index()),
            None => Some(&self.no_service),
        };
        found.map_or("", String::as_str)
    }

    /// What a machine is told when `cause` has ended.
    pub(super) fn ended(&self, cause: Cause, failed: bool) -> String {
        let found = match cause {
            Cause::Operation(operation) => self.operations.get(operation.index()),
            Cause::Event(event) => self.events.get(event.index()),
            Cause::Set => None,
        };
        let suffix = if failed { ".failure" } else { ".success" };
        [found.map_or("", String::as_str), suffix].concat()
    }
}

/// `wanted`, or `wanted` with a number where it is taken. `taken` knows the last number of each.
fn fresh(taken: &mut BTreeMap<String, u32>, wanted: String) -> String {
    let mut name = wanted.clone();
    let mut number = taken.get(&wanted).copied().unwrap_or(0);
    while taken.contains_key(&name) {
        number = number.saturating_add(1);
        name = [&wanted, "-", &number.saturating_add(1).to_string()].concat();
    }
    taken.insert(wanted, number);
    taken.entry(name.clone()).or_insert(0);
    name
}
