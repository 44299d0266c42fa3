//! The ES module of the npm package, made of the loader.
//!
//! Bundlers follow `import("./…")` and `new URL("./…", import.meta.url)` if they stand there as
//! such. The loader asks the script's own address instead, which a module has not.

use super::{GLUE, LOADER, WASM};
use anyhow::{Result, ensure};
use std::fmt::Write;

/// The loader as a module that bundlers can follow.
pub(super) fn module(loader: &str) -> Result<String> {
    let mut text = String::from("// Made from state-chart.js, for bundlers.\n");
    for line in loader.lines() {
        let code = line.trim_start();
        let indent = line.strip_suffix(code).unwrap_or_default();
        if code.starts_with("const base = ") {
            _ = writeln!(text, "{indent}const base = import.meta.url;");
        } else if !code.starts_with("const script = ") && !code.starts_with("const file = ") {
            _ = writeln!(text, "{line}");
        }
    }
    for name in names(&text) {
        for file in [
            format!("file(\"{name}\")"),
            format!("new URL(\"{name}\", base)"),
        ] {
            text = text.replace(&format!("import({file})"), &format!("import(\"./{name}\")"));
            text = text.replace(&file, &format!("new URL(\"./{name}\", import.meta.url)"));
        }
    }
    for part in [
        "const base = import.meta.url;".to_owned(),
        format!("import(\"./{GLUE}\")"),
        format!("new URL(\"./{WASM}\", import.meta.url)"),
    ] {
        ensure!(
            text.contains(&part),
            "no `{part}` comes out of {LOADER}: let xtask/src/dist/entry.rs know how it finds its files now"
        );
    }
    for left in ["currentScript", " file(", "(file("] {
        ensure!(
            !text.contains(left),
            "`{left}` is left of {LOADER}: let xtask/src/dist/entry.rs know how it finds its files now"
        );
    }
    Ok(text)
}

/// The files that `loader` names.
fn names(loader: &str) -> Vec<String> {
    let quoted = loader.split('"').skip(1).step_by(2);
    let mut names: Vec<_> = quoted
        .filter(|name| {
            name.starts_with("state-chart") && (name.ends_with(".js") || name.ends_with(".wasm"))
        })
        .map(str::to_owned)
        .collect();
    names.sort();
    names.dedup();
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    const SMALL: &str = "(() => {\n  const script = document.currentScript;\n  const base = script.src;\n  \
        const file = (name) => new URL(name, base);\n  import(file(\"state-chart-widget.js\"));\n  \
        fetch(file(\"state-chart-widget_bg.wasm\"));\n})();\n";

    #[test]
    fn files_are_found_as_bundlers_find_them() {
        let module = module(SMALL).expect("is a loader");
        let expected = "// Made from state-chart.js, for bundlers.\n(() => {\n  const base = import.meta.url;\n  \
            import(\"./state-chart-widget.js\");\n  \
            fetch(new URL(\"./state-chart-widget_bg.wasm\", import.meta.url));\n})();\n";
        assert_eq!(module, expected);
    }

    #[test]
    fn a_loader_that_finds_its_files_otherwise_is_told_of() {
        let other = SMALL.replace("fetch(file(", "fetch(place(");
        let error = module(&other).expect_err("names the wasm in no known way");
        assert_eq!(
            error.to_string(),
            "no `new URL(\"./state-chart-widget_bg.wasm\", import.meta.url)` comes out of state-chart.js: \
             let xtask/src/dist/entry.rs know how it finds its files now"
        );
        let more = SMALL.replace("})();", "  fetch(file(more));\n})();");
        let error = module(&more).expect_err("asks for a file that nobody knows");
        assert_eq!(
            error.to_string(),
            "`(file(` is left of state-chart.js: let xtask/src/dist/entry.rs know how it finds its files now"
        );
    }

    #[test]
    fn the_loader_becomes_a_module() {
        let loader = include_str!("../../../src/element/state-chart.js");
        module(loader).expect("the loader finds its files in a known way");
    }
}
