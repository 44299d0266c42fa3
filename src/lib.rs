//! State charts of a service as a widget: which operation is allowed in which state.
//!
//! # The map
//!
//! | room | what it is | what it does not know |
//! |---|---|---|
//! | [`chart`] | states × operations, and where each operation leads; never invalid | everything else |
//! | [`service`] | one running service: what it refuses, the steps it took, undo and redo | time, the browser |
//! | [`path`] | ways between states, findings about a chart, scenarios as text | sentences, the browser |
//! | [`address`] | where a session is, as an entry in the fragment of an address | the browser |
//! | [`import`] | what others have written, to a chart and its problems | the browser |
//! | [`export`] | a chart as text that other programs read, a history as a runbook | the browser, the readers |
//! | [`diagram`] | a chart as a picture: where all stands, and the markup of it | the browser |
//! | [`page`] | what both programs share of the browser: its word on a JSON text, problems as its errors | widgets, tables |
//! | [`reader`] | tables to charts, charts to other formats and pictures, for JavaScript | widgets |
//! | [`ui`] | a session, and the Yew components that show it | the tag, attributes, sources |
//! | [`element`] | the class behind `<state-chart>`: attributes, events, methods | — |
//!
//! Direction: `main -> element -> ui -> {address, import, export, path, service} -> chart`, never back, and
//! `main -> reader -> {address, diagram, import, export, path} -> chart`. Two programs are made of it: the widget has
//! [`element`] and [`ui`], and the feature `widget`; the reader has [`reader`], and the feature of
//! that name. Pages fetch the second only for a table that becomes a chart, a picture, or an export.
//! The first is shipped in three modules: what reads a chart that is not the built-in one, and what
//! few readers look at, are cut out of it after linking, and are fetched when they are wanted.
//! [`path`] and [`export`] name causes and histories, so they stand above [`service`]; [`address`]
//! writes scenarios and goals, so it stands above [`path`].

pub mod address;
pub mod built_in;
pub mod chart;
pub mod diagram;
#[cfg(feature = "element")]
pub mod element;
pub mod export;
pub mod guide;
pub mod import;
#[cfg(any(feature = "element", feature = "reader", feature = "tools"))]
mod js;
pub mod path;
#[cfg(feature = "reader")]
pub mod reader;
pub mod service;
#[cfg(feature = "tools")]
pub mod tools;
#[cfg(feature = "yew")]
pub mod ui;

#[cfg(feature = "yew")]
pub use ui::StateChart;
