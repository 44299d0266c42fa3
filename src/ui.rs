//! The widget: a session, and the Yew components that show it.
//!
//! [`Session`] is a plain reducer and knows no Yew; a store gives it time and listeners, and a view shows
//! a store. [`StateChart`] is both, for use in any Yew app:
//!
//! ```
//! use state_chart::chart::Chart;
//! use state_chart::StateChart;
//! use std::rc::Rc;
//! use yew::prelude::*;
//!
//! #[component]
//! fn Page() -> Html {
//!     let chart = use_memo((), |()| Chart::biztalk());
//!     html! { <StateChart {chart} state="Suspended" duration=0 /> }
//! }
//! ```
//!
//! The components carry class names only; [`STYLE`] is the style sheet for them.

mod card;
mod causes;
mod event;
mod explanation;
mod focus;
mod grid;
mod history;
mod insight;
mod link;
mod parts;
mod phrase;
mod route;
mod section;
mod session;
mod state_chart;
mod store;
mod text;
mod view;

pub use parts::Parts;
pub use session::{Action, Notice, Selection, Session};
pub use state_chart::{Held, Operating, StateChart, StateChartProps};
pub use store::DURATION;
#[cfg(feature = "element")]
pub(crate) use store::WeakStore;
pub(crate) use store::{Gate, Help, Listening, Store};
pub(crate) use view::View;
#[cfg(feature = "element")]
pub(crate) use view::ViewProps;

/// The class of what is around a widget: the style sheet holds within it alone.
pub(crate) const SCOPE: &str = "state-chart";

/// The style sheet of the components: static/state-chart.css without comments and blanks.
pub const STYLE: &str = include_str!(concat!(env!("OUT_DIR"), "/state-chart.css"));
