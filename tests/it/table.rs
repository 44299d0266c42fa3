//! Tables as people write them, to charts.

mod cells;
mod draw;
mod html;
mod laws;
mod read;
mod refuse;
