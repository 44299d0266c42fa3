//! How tests on the host read a page.

#[path = "../it/table/html.rs"]
#[allow(dead_code, reason = "what tests on the host alone need")]
pub(crate) mod html;
