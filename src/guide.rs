//! Answers about a chart in words: ways to a goal, what to do instead, what can be done now.
//!
//! An answer has all that a view needs to show it. In a Rust program [`ChartGuide`] gives the answers; a
//! page fetches another program for them when a reader asks, and they cross as bytes ([`pack`]). This
//! room knows no browser and no view.

mod chart_guide;
mod insight;
pub mod pack;
mod suggestion;
pub mod words;

pub use chart_guide::ChartGuide;
pub use insight::Insight;
pub use suggestion::Suggestion;

use crate::chart::{OperationId, Source, StateId};
use crate::path::{Goal, Means, Step, Way};
use crate::service::History;

/// The most ways that are shown.
pub const SHOWN: usize = 6;

/// The shortest ways from a position to a goal.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Route {
    /// A sentence: where the ways begin and how many there are; else that the service is at the goal already,
    /// or why there is no way.
    pub said: String,
    /// How the ways are known, if all are known alike.
    pub source: Option<Source>,
    /// The ways; none where the service is at the goal already.
    pub ways: Vec<Way>,
    /// Whether there is a way, or the service is at the goal already.
    pub is_found: bool,
}

/// What a link leads to.
#[derive(Clone, Copy, Debug)]
pub enum About<'a> {
    /// A history.
    Steps(&'a History),
    /// A cell that is asked about before any step.
    Cell(StateId, OperationId),
    /// The ways from a position to a goal.
    Way(Option<StateId>, Goal),
}

/// What answers questions about one chart.
pub trait Guide {
    /// The shortest way to where `operation` is allowed, from `at`.
    fn suggestion(&self, operation: OperationId, at: Option<StateId>) -> Suggestion;

    /// The shortest ways from `at` to `goal`.
    fn route(&self, goal: Goal, means: Means, at: Option<StateId>) -> Route;

    /// What each of `steps` comes to if it fails, when they are taken toward `goal`.
    fn failures(&self, goal: Goal, means: Means, steps: &[Step]) -> Vec<String>;

    /// What can be done at `at`, and what the chart says as a whole.
    fn insight(&self, at: Option<StateId>) -> Insight;

    /// What `about` is as the value of an address; see [`crate::address`].
    fn address(&self, about: About<'_>) -> String;
}
