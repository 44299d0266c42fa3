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
//! | [`ui`] | a session, and the Yew components that show it | the tag, attributes, sources |
//! | [`element`] | the class behind `<state-chart>`: attributes, events, methods | — |
//!
//! Direction: `main -> element -> ui -> {address, import, path, service} -> chart`, never back.
//! [`path`] names causes and histories, so it stands above [`service`]; [`address`] writes
//! scenarios and goals, so it stands above [`path`].

pub mod address;
pub mod chart;
pub mod element;
pub mod import;
pub mod path;
pub mod service;
pub mod ui;
