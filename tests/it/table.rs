//! Tables as people write them, to charts.

mod advice;
mod axis;
mod cells;
pub(crate) mod draw;
mod edges_headers;
mod edges_names;
mod endings;
mod follow;
mod found;
mod grids;
pub(crate) mod html;
mod kinds;
mod laws;
mod lists;
mod markup;
mod mutate;
mod outcomes;
mod outline;
pub(crate) mod published;
mod random;
mod read;
mod refuse;
pub(crate) mod sample;
mod told;
