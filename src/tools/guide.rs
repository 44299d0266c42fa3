//! The guide for another program: questions and answers as numbers, texts and bytes.
//!
//! A position is the number of its state from 1, or 0 where there is no service; a goal has the number
//! that [`Goal::number`] gives it. The widget asks only about the chart that the guide has, so that a
//! number that is none is answered with nothing.

use crate::address::{self, Address, fragment};
use crate::chart::Chart;
use crate::chart::pack::{Reader, Writer};
use crate::guide::{About, ChartGuide, Guide, pack};
use crate::js::{self, Speech};
use crate::path::{Goal, Means, scenario};
use crate::service::History;
use std::rc::Rc;
use wasm_bindgen::prelude::*;

/// Answers about one chart. `free()` ends it.
#[wasm_bindgen(js_name = Guide)]
pub struct ToolGuide(ChartGuide);

impl ToolGuide {
    fn chart(&self) -> &Rc<Chart> {
        self.0.chart()
    }

    fn position(&self, number: usize) -> Option<crate::chart::StateId> {
        self.chart().state_at(number.checked_sub(1)?)
    }

    fn history(&self, bytes: &[u8]) -> Option<History> {
        History::read(&mut Reader::new(bytes), self.chart())
    }
}

#[wasm_bindgen(js_class = Guide)]
impl ToolGuide {
    /// A guide to the chart in the compact form, in a language; in English without one.
    ///
    /// ```js
    /// const guide = new Guide(packed);
    /// ```
    ///
    /// # Errors
    ///
    /// A text if the bytes are no chart.
    #[wasm_bindgen(constructor)]
    pub fn new(chart: &[u8], words: Option<Speech>) -> Result<Self, JsValue> {
        let chart = super::unpack(chart)?;
        Ok(Self(ChartGuide::speaking(Rc::new(chart), js::words(words))))
    }

    /// The shortest way to where an operation is allowed.
    #[must_use]
    pub fn suggestion(&self, operation: usize, at: usize) -> Vec<u8> {
        let Some(operation) = self.chart().operation_at(operation) else {
            return Vec::new();
        };
        self.0.suggestion(operation, self.position(at)).pack()
    }

    /// The shortest ways to a goal.
    #[must_use]
    pub fn route(&self, goal: usize, events: bool, conditions: bool, at: usize) -> Vec<u8> {
        let Some(goal) = Goal::numbered(self.chart(), goal) else {
            return Vec::new();
        };
        let means = Means { events, conditions };
        self.0.route(goal, means, self.position(at)).pack()
    }

    /// What each of these steps comes to if it fails.
    #[must_use]
    pub fn failures(&self, goal: usize, events: bool, conditions: bool, steps: &[u8]) -> Vec<u8> {
        let goal = Goal::numbered(self.chart(), goal);
        let Some((goal, steps)) = goal.zip(pack::steps_of(self.chart(), steps)) else {
            return Vec::new();
        };
        let means = Means { events, conditions };
        pack::texts(&self.0.failures(goal, means, &steps))
    }

    /// What can be done at a position, and what the chart says as a whole.
    #[must_use]
    pub fn insight(&self, at: usize) -> Vec<u8> {
        self.0.insight(self.position(at)).pack()
    }

    /// What an address says of a history.
    #[must_use]
    #[wasm_bindgen(js_name = addressOfSteps)]
    pub fn address_of_steps(&self, history: &[u8]) -> String {
        let history = self.history(history);
        history.map_or_else(String::new, |history| {
            self.0.address(About::Steps(&history))
        })
    }

    /// What an address says of a cell that is asked about.
    #[must_use]
    #[wasm_bindgen(js_name = addressOfCell)]
    pub fn address_of_cell(&self, state: usize, operation: usize) -> String {
        let cell = self.chart().state_at(state);
        let cell = cell.zip(self.chart().operation_at(operation));
        cell.map_or_else(String::new, |(state, operation)| {
            self.0.address(About::Cell(state, operation))
        })
    }

    /// What an address says of the ways from a position to a goal.
    #[must_use]
    #[wasm_bindgen(js_name = addressOfWay)]
    pub fn address_of_way(&self, at: usize, goal: usize) -> String {
        let goal = Goal::numbered(self.chart(), goal);
        goal.map_or_else(String::new, |goal| {
            self.0.address(About::Way(self.position(at), goal))
        })
    }

    /// The scenario of a history.
    #[must_use]
    pub fn save(&self, history: &[u8]) -> String {
        let history = self.history(history);
        history.map_or_else(String::new, |history| scenario::write(&history))
    }

    /// The history that a scenario tells of.
    ///
    /// # Errors
    ///
    /// A text that says what is wrong with it, and where.
    pub fn restore(&self, text: &str) -> Result<Vec<u8>, JsValue> {
        let history = scenario::read(self.chart(), text);
        let history = history.map_err(|problem| JsValue::from(problem.to_string()))?;
        let mut writer = Writer::default();
        history.write(&mut writer);
        Ok(writer.into_bytes())
    }

    /// What an address says of a session that began in `start`.
    #[must_use]
    pub fn write(&self, session: &[u8], start: usize) -> String {
        let Some(session) = Address::unpack(self.chart(), session) else {
            return String::new();
        };
        let start = self.position(start);
        address::write(&session.history, session.cell, session.goal, start)
    }

    /// The session that an address tells of.
    ///
    /// # Errors
    ///
    /// A text that says what is wrong with it, and where.
    pub fn read(&self, text: &str, start: usize) -> Result<Vec<u8>, JsValue> {
        let said = address::read(self.chart(), self.position(start), text);
        let said = said.map_err(|problem| JsValue::from(problem.to_string()))?;
        Ok(Address::pack(&said.history, said.cell, said.goal))
    }

    /// The value of the entry `key` of a fragment.
    #[must_use]
    pub fn entry(&self, fragment: &str, key: &str) -> Option<String> {
        fragment::value(fragment, key)
    }

    /// The fragment with `value` in the entry `key`; without one the entry is taken out.
    #[must_use]
    #[wasm_bindgen(js_name = withEntry)]
    pub fn with_entry(&self, fragment: &str, key: &str, value: Option<String>) -> String {
        fragment::with(fragment, key, value.as_deref())
    }
}
