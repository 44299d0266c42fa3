//! The npm package's own description, and its README.

use super::{LOADER, NAME, VERSION, markup, page};
use anyhow::Result;
use serde_json::{Value, json};

/// One sentence about the element.
const DESCRIPTION: &str =
    "A state × operation table of a documentation page as a grid to click, ask and try";

/// The text of package.json; `files` are those that were built, `types` those for TypeScript.
pub(super) fn package(files: &[String], types: &[String]) -> String {
    let mut shipped: Vec<_> = files.iter().map(String::as_str).collect();
    shipped.extend(["index.js", "custom-elements.json"]);
    shipped.extend(types.iter().map(String::as_str));
    shipped.sort_unstable();
    // For a framework the same module, and the tag in its markup besides.
    let types = markup::FRAMEWORKS.iter().map(|(name, _)| {
        let types = json!({"types": format!("./{name}.d.ts"), "default": "./index.js"});
        (format!("./{name}"), types)
    });
    let plain = ["chart.schema.json", "custom-elements.json", "package.json"];
    let plain = plain.map(|name| (format!("./{name}"), json!(format!("./{name}"))));
    let module = json!({"types": "./types.d.ts", "default": "./index.js"});
    let exports: serde_json::Map<_, _> = std::iter::once((".".to_owned(), module))
        .chain(plain)
        .chain(types)
        .collect();
    let package = json!({
        "name": NAME,
        "version": VERSION,
        "description": DESCRIPTION,
        "keywords": ["custom-element", "documentation", "state-machine", "wasm", "web-component"],
        "license": "MIT OR Apache-2.0",
        "type": "module",
        "exports": exports,
        "types": "./types.d.ts",
        // A page names it by a plain tag; it finds the others beside itself.
        "unpkg": format!("./{LOADER}"),
        "jsdelivr": format!("./{LOADER}"),
        "customElements": "custom-elements.json",
        "sideEffects": ["./index.js", format!("./{LOADER}")],
        "files": shipped,
    });
    format!("{package:#}\n")
}

/// The text of the package's README.
pub(super) fn readme(manifest: &Value) -> Result<String> {
    let uses = include_str!("readme.md").replace("NAME", NAME);
    let tables = page::tables(manifest, "##")?;
    Ok(format!(
        "{uses}\n{tables}\n## Licence\n\nMIT or Apache-2.0, as you like.\n"
    ))
}
