//! State charts of a service as a widget: which operation is allowed in which state.
//!
//! ```
//! use state_chart::chart::Chart;
//! use state_chart::service::{Cause, Ending, Service};
//! use std::rc::Rc;
//!
//! let chart = Rc::new(Chart::biztalk());
//! let mut service = Service::new(Rc::clone(&chart), chart.start());
//! let stop = chart.operation_named("Stop").map(Cause::Operation);
//! let step = stop.map(|stop| service.perform(stop, Ending::Failure));
//! assert!(step.is_some_and(|step| step.is_ok()));
//! assert_eq!(service.state(), chart.state_named("StopFailed"));
//! ```
//!
//! # The map
//!
//! | room | what it is | what it does not know |
//! |---|---|---|
//! | [`words`] | the words of the widget, in English or another language | who speaks it |
//! | [`chart`] | states × operations, and where each operation leads; never invalid | everything else |
//! | [`built_in`] | the chart that comes with the crate | — |
//! | [`service`] | one running service: what it refuses, the steps it took, undo and redo | time, the browser |
//! | [`path`] | ways between states, findings about a chart, scenarios as text | sentences, the browser |
//! | [`address`] | where a session is, as an entry in the fragment of an address | the browser |
//! | [`guide`] | answers about ways in words, and as bytes that cross between programs | the browser, views |
//! | [`import`] | what others have written, to a chart and its problems | the browser |
//! | [`export`] | a chart as text that other programs read, a history as a runbook | the browser, the readers |
//! | [`diagram`] | a chart as a picture: where everything is, and its markup | the browser |
//! | `reader` | tables and JSON texts of a page to charts | widgets |
//! | `tools` | ways, addresses, pictures and exports, for JavaScript | widgets |
//! | `ui` | a session, and the Yew components that show it | the tag, attributes, sources |
//! | `element` | the class behind `<state-chart>`: attributes, events, methods | — |
//! | `js` | errors and plain objects for JavaScript | everything else |
//!
//! Direction: `bin -> {element, reader, tools}`, `element -> ui -> guide -> path -> service -> chart`, never
//! back. Four programs are made of it, one a file of src/bin: `widget` plays; `json` and `tables` read
//! charts; `tools` has what few readers look at. They share no memory: a chart goes to the widget in one
//! compact form ([`chart::pack`]), which is checked, and so do the answers of a guide.
//!
//! Features: none is the domain; `yew` the component `StateChart`; `element`, `reader`
//! and `tools` what is behind the programs; `serde` reads charts by any serde format.

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
pub mod words;

#[cfg(feature = "yew")]
pub use ui::StateChart;
