//! The guide of an element: another program, which is fetched when somebody asks about ways. Questions
//! and answers cross as numbers, texts and bytes.

use crate::address::Address;
use crate::chart::pack::Writer;
use crate::chart::{Chart, OperationId, StateId};
use crate::guide::{About, Guide, Insight, Route, Suggestion, pack};
use crate::path::{Goal, Means, Step};
use crate::service::History;
use std::rc::Rc;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// The class `Guide` of the program `tools`, which says what its methods do.
    #[derive(Clone)]
    pub type ToolGuide;

    #[wasm_bindgen(method)]
    fn suggestion(this: &ToolGuide, operation: usize, at: usize) -> Vec<u8>;

    #[wasm_bindgen(method)]
    fn route(this: &ToolGuide, goal: usize, events: bool, conditions: bool, at: usize) -> Vec<u8>;

    #[wasm_bindgen(method)]
    fn failures(
        this: &ToolGuide,
        goal: usize,
        events: bool,
        conditions: bool,
        steps: &[u8],
    ) -> Vec<u8>;

    #[wasm_bindgen(method)]
    fn insight(this: &ToolGuide, at: usize) -> Vec<u8>;

    #[wasm_bindgen(method, js_name = addressOfSteps)]
    fn address_of_steps(this: &ToolGuide, history: &[u8]) -> String;

    #[wasm_bindgen(method, js_name = addressOfCell)]
    fn address_of_cell(this: &ToolGuide, state: usize, operation: usize) -> String;

    #[wasm_bindgen(method, js_name = addressOfWay)]
    fn address_of_way(this: &ToolGuide, at: usize, goal: usize) -> String;

    #[wasm_bindgen(method)]
    fn save(this: &ToolGuide, history: &[u8]) -> String;

    #[wasm_bindgen(method, catch)]
    fn restore(this: &ToolGuide, text: &str) -> Result<Vec<u8>, JsValue>;

    #[wasm_bindgen(method)]
    fn write(this: &ToolGuide, session: &[u8], start: usize) -> String;

    #[wasm_bindgen(method, catch)]
    fn read(this: &ToolGuide, text: &str, start: usize) -> Result<Vec<u8>, JsValue>;

    #[wasm_bindgen(method)]
    fn entry(this: &ToolGuide, fragment: &str, key: &str) -> Option<String>;

    #[wasm_bindgen(method, js_name = withEntry)]
    fn with_entry(this: &ToolGuide, fragment: &str, key: &str, value: Option<&str>) -> String;
}

/// A guide in another program.
pub(super) struct RemoteGuide {
    chart: Rc<Chart>,
    guide: ToolGuide,
}

/// A position as a number; 0 is no service.
fn number(position: Option<StateId>) -> usize {
    position.map_or(0, |state| state.index() + 1)
}

/// A history as bytes.
pub(super) fn bytes(history: &History) -> Vec<u8> {
    let mut writer = Writer::default();
    history.write(&mut writer);
    writer.into_bytes()
}

/// The text of an error of the other program.
fn problem(error: JsValue) -> String {
    error.as_string().unwrap_or_default()
}

/// What is said where the other program's bytes cannot be read: it is of another version.
const FOREIGN: &str = "the files beside state-chart.js are of several versions";

impl RemoteGuide {
    pub(super) const fn new(chart: Rc<Chart>, guide: ToolGuide) -> Self {
        Self { chart, guide }
    }

    /// The scenario of `history`.
    pub(super) fn save(&self, history: &History) -> String {
        self.guide.save(&bytes(history))
    }

    /// The history that a scenario tells of.
    ///
    /// # Errors
    ///
    /// What is wrong with it, and where.
    pub(super) fn restore(&self, text: &str) -> Result<History, String> {
        let bytes = self.guide.restore(text).map_err(problem)?;
        let mut reader = crate::chart::pack::Reader::new(&bytes);
        History::read(&mut reader, &self.chart).ok_or_else(|| FOREIGN.to_owned())
    }

    /// What an address says of a session that began in `start` where it does not say otherwise.
    pub(super) fn write(
        &self,
        history: &History,
        cell: Option<(StateId, OperationId)>,
        goal: Option<Goal>,
        start: Option<StateId>,
    ) -> String {
        let session = Address::pack(history, cell, goal);
        self.guide.write(&session, number(start))
    }

    /// The session that an address tells of.
    ///
    /// # Errors
    ///
    /// What is wrong with it, and where.
    pub(super) fn read(&self, text: &str, start: Option<StateId>) -> Result<Address, String> {
        let bytes = self.guide.read(text, number(start)).map_err(problem)?;
        Address::unpack(&self.chart, &bytes).ok_or_else(|| FOREIGN.to_owned())
    }

    /// The value of the entry `key` of a fragment.
    pub(super) fn entry(&self, fragment: &str, key: &str) -> Option<String> {
        self.guide.entry(fragment, key)
    }

    /// The fragment with `value` in the entry `key`.
    pub(super) fn with_entry(&self, fragment: &str, key: &str, value: Option<&str>) -> String {
        self.guide.with_entry(fragment, key, value)
    }
}

impl Guide for RemoteGuide {
    fn suggestion(&self, operation: OperationId, at: Option<StateId>) -> Suggestion {
        let bytes = self.guide.suggestion(operation.index(), number(at));
        Suggestion::unpack(&bytes).unwrap_or_default()
    }

    fn route(&self, goal: Goal, means: Means, at: Option<StateId>) -> Route {
        let goal = goal.number(&self.chart);
        let (events, conditions) = (means.events, means.conditions);
        let bytes = self.guide.route(goal, events, conditions, number(at));
        Route::unpack(&self.chart, &bytes).unwrap_or_default()
    }

    fn failures(&self, goal: Goal, means: Means, steps: &[Step]) -> Vec<String> {
        let goal = goal.number(&self.chart);
        let (events, conditions) = (means.events, means.conditions);
        let steps = pack::steps(steps);
        let bytes = self.guide.failures(goal, events, conditions, &steps);
        pack::texts_of(&bytes).unwrap_or_default()
    }

    fn insight(&self, at: Option<StateId>) -> Insight {
        let bytes = self.guide.insight(number(at));
        Insight::unpack(&bytes).unwrap_or_default()
    }

    fn address(&self, about: About<'_>) -> String {
        match about {
            About::Steps(history) => self.guide.address_of_steps(&bytes(history)),
            About::Cell(state, operation) => {
                let state = state.index();
                self.guide.address_of_cell(state, operation.index())
            }
            About::Way(from, goal) => {
                let goal = goal.number(&self.chart);
                self.guide.address_of_way(number(from), goal)
            }
        }
    }
}
