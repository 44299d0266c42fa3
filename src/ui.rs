//! The widget: a session, and the Yew components that show it.
//!
//! [`Session`] is a plain reducer and knows no Yew; [`Store`] gives it time and listeners.
//! [`View`] shows a store that somebody else drives; [`StateChart`] brings its own,
//! for use in any Yew app:
//!
//! ```
//! use state_chart::{chart::Chart, ui::StateChart};
//! use std::rc::Rc;
//! use yew::prelude::*;
//!
//! #[derive(Properties, PartialEq)]
//! struct PageProps {
//!     chart: Rc<Chart>,
//! }
//!
//! #[component]
//! fn Page(props: &PageProps) -> Html {
//!     html! { <StateChart chart={Rc::clone(&props.chart)} duration={0} /> }
//! }
//! ```
//!
//! The components carry class names only; [`STYLE`] is the style sheet for them.

mod answer;
mod card;
mod draw;
mod grid;
mod hear;
mod history;
mod insight;
pub mod late;
mod link;
mod onward;
mod parts;
mod route;
mod session;
mod state_chart;
mod store;
mod view;
mod ways;
mod words;

pub use parts::Parts;
pub use session::{Action, Notice, Selection, Session};
pub use state_chart::{StateChart, StateChartProps};
pub use store::{DURATION, Gate, Linker, Listening, Store, WeakStore};
pub use view::{View, ViewProps};

/// The style sheet of the components: static/state-chart.css without its comments and blanks.
pub const STYLE: &str = include_str!(concat!(env!("OUT_DIR"), "/state-chart.css"));
