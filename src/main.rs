//! Puts `<state-chart>` on the page.

fn main() {}
