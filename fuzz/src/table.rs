//! How the tests on the host read a page; the target of HTML does the same.

#[path = "../../tests/it/table/html.rs"]
#[allow(dead_code, reason = "what other tests alone need")]
pub(crate) mod html;
