//! A chart as a picture: a box for each state with its operations in it, and arrows to where they lead.
//!
//! Arrows that lead to the same state by the same ending share one upright line, so that a chart
//! of many arrows has few lines. Success is a solid line with a filled head, failure a dashed line
//! with an open one. This room knows no browser: [`Picture`] says where everything is, [`Tag`] is its
//! markup, and others make elements of that.

mod layout;
mod plan;
mod shape;
mod tag;
mod words;

pub use layout::{layout, layout_in};
pub use shape::draw;
pub use tag::Tag;
pub use words::sentence;

use crate::chart::{Chart, Source, StateId, Target};
use crate::service::Cause;
use crate::words::{Word, Words, key};

/// The most operations and events that a picture has, each in its box; beyond, nobody could read it.
pub const MAX_LINES: usize = 1_000;

/// A picture of a chart. All lengths are in pixels, at a scale of 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// How wide it is.
    pub width: i32,
    /// How high it is.
    pub height: i32,
    /// The boxes.
    pub nodes: Vec<Node>,
    /// The arrows, those of one box together.
    pub arrows: Vec<Arrow>,
    /// What the signs mean, of those that occur.
    pub legend: Vec<Entry>,
    /// The language of what is said in it.
    pub words: Words,
}

/// What a box stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NodeKind {
    /// A state.
    State(StateId),
    /// No service.
    Gone,
    /// Every state: an event that may happen anywhere is drawn once.
    Any,
}

impl NodeKind {
    /// The words on it.
    #[must_use]
    pub fn name<'a>(self, chart: &'a Chart, words: &'a Words) -> &'a str {
        match self {
            Self::State(state) => chart.state_name(state),
            Self::Gone => words.text(key::NO_SERVICE),
            Self::Any => words.text(key::ANY_STATE),
        }
    }
}

/// A box.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// What it stands for.
    pub kind: NodeKind,
    /// Its left edge.
    pub x: i32,
    /// Its upper edge.
    pub y: i32,
    /// How wide it is.
    pub width: i32,
    /// How high it is.
    pub height: i32,
    /// What can happen there, below its name.
    pub lines: Vec<Line>,
}

/// An operation or event in a box.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The operation or event.
    pub cause: Cause,
    /// On what condition; empty where it is always allowed.
    pub condition: String,
    /// Where it leads by success and by failure; what the chart does not tell is `None`.
    pub targets: [Option<Target>; 2],
}

/// Where an arrow ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// At the box of this place in [`Picture::nodes`].
    Node(usize),
    /// Where it began.
    Stays,
    /// The chart does not tell.
    Untold,
}

/// One ending of an operation or event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arrow {
    /// The place of its box in [`Picture::nodes`].
    pub node: usize,
    /// The place of its line in [`Node::lines`].
    pub line: usize,
    /// Whether it is the failure.
    pub failed: bool,
    /// How it is known where it leads.
    pub source: Option<Source>,
    /// Where it leads.
    pub end: End,
    /// Its bends, from the head to where it begins, so that the dashes of arrows to one head coincide.
    pub points: Vec<(i32, i32)>,
}

/// A sign that is explained.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The sign.
    pub sign: Sign,
    /// Where it stands: its left end.
    pub x: i32,
    /// Its middle.
    pub y: i32,
}

/// What is explained.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// An arrow of success.
    Success,
    /// An arrow of failure.
    Failure,
    /// An arrow that ends where it began.
    Stays,
    /// The chart does not tell.
    Untold,
    /// What the publisher says is drawn bold.
    Documented,
}

impl Sign {
    /// What it means.
    #[must_use]
    pub const fn word(self) -> Word {
        match self {
            Self::Success => key::WHERE_SUCCEEDS,
            Self::Failure => key::WHERE_FAILS,
            Self::Stays => key::WHERE_STAYS,
            Self::Untold => key::LEADS_UNTOLD,
            Self::Documented => key::PUBLISHER_SAYS,
        }
    }
}
