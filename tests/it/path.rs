//! Ways between states, and what a chart says as a whole.
