//! Puts `<state-chart>` on the page.
//!
//! The tag's class is defined by the loader, which calls [`state_chart::element::attach`] for
//! each element. Nothing has to be done before that, but the export has to be linked in.

use state_chart as _;

fn main() {}
