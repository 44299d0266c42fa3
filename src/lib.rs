//! State charts of a service as a widget: which operation is allowed in which state.

pub mod chart;
pub mod import;
pub mod service;
