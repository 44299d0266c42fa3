//! What others have written, to a chart and its problems.
//!
//! Nothing here knows the browser: readers take plain data, and say what is wrong with it.

pub mod json;
pub mod table;
