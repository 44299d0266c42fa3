//! The npm package's own description, and its README.

use super::{NAME, VERSION, page};
use serde_json::json;

/// One sentence about the element.
pub(super) const DESCRIPTION: &str =
    "A state × operation table of a documentation page as a grid to click, ask and try";

/// The text of package.json; `files` are those that were built.
pub(super) fn package(files: &[String]) -> String {
    let own = ["index.js", "index.d.ts", "custom-elements.json"];
    let mut shipped: Vec<_> = files.iter().map(String::as_str).collect();
    shipped.extend(own);
    shipped.sort_unstable();
    let package = json!({
        "name": NAME,
        "version": VERSION,
        "description": DESCRIPTION,
        "keywords": ["custom-element", "documentation", "state-machine", "wasm", "web-component"],
        "license": "MIT OR Apache-2.0",
        "type": "module",
        "exports": {
            ".": {"types": "./index.d.ts", "default": "./index.js"},
            "./custom-elements.json": "./custom-elements.json",
            "./package.json": "./package.json",
        },
        "types": "./index.d.ts",
        "unpkg": "./index.js",
        "jsdelivr": "./index.js",
        "customElements": "custom-elements.json",
        "sideEffects": ["./index.js"],
        "files": shipped,
    });
    format!("{package:#}\n")
}

/// The text of the package's README.
pub(super) fn readme() -> String {
    let uses = include_str!("readme.md").replace("NAME", NAME);
    let tables = page::tables("##");
    format!("{uses}\n{tables}\n## Licence\n\nMIT or Apache-2.0, as you like.\n")
}
