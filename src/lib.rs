//! State charts of a service as a widget: which operation is allowed in which state.
//!
//! # The map
//!
//! | room | what it is | what it does not know |
//! |---|---|---|
//! | [`chart`] | states × operations, and where each operation leads; never invalid | everything else |
//! | [`service`] | one running service: what it refuses, the steps it took, undo and redo | time, the browser |
//! | [`path`] | ways between states, findings about a chart, scenarios as text | sentences, the browser |
//! | [`import`] | what others have written, to a chart and its problems | the browser |
//! | [`export`] | a chart as text that other programs read, a history as a runbook | the browser, the readers |
//! | [`ui`] | a session, and the Yew components that show it | the tag, attributes, sources |
//! | [`element`] | the class behind `<state-chart>`: attributes, events, methods | — |
//!
//! Direction: `main -> element -> ui -> {import, export, path, service} -> chart`, never back.
//! [`path`] and [`export`] name causes and histories, so they stand above [`service`].

pub mod chart;
pub mod element;
pub mod export;
pub mod import;
pub mod path;
pub mod service;
pub mod ui;
