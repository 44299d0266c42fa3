//! Puts the reader beside the widget: a second program, fetched only where it is needed.

use state_chart as _;

fn main() {}
