//! The ES modules of the npm package, made of the scripts that a page loads.
//!
//! Those find their files beside themselves, as `new URL(…, base)`. Bundlers give files names and
//! places of their own, and follow only what stands as `import("./…")` or
//! `new URL("./…", import.meta.url)`. So the modules ask a list of such for each file.

use super::{GLUE, LOADER, WASM};
use anyhow::{Result, ensure};
use std::fmt::Write;

/// The loader as a module that defines the element; `files` are those that it may ask for.
pub(super) fn module(loader: &str, files: &[String]) -> Result<String> {
    let mut text = String::from("// Defines <state-chart>, for bundlers.\n");
    for line in loader.lines() {
        let code = line.trim_start();
        if code.starts_with("const base = ") {
            text += &list(files);
        } else if !code.starts_with("const script = ") && !code.starts_with("//") {
            _ = writeln!(text, "{line}");
        }
    }
    ensure!(
        text.contains("const base = ") && !text.contains("currentScript"),
        "{LOADER} finds its place in no known way: let xtask/src/dist/entry.rs know how"
    );
    for file in [GLUE, WASM] {
        ensure!(text.contains(&format!("\"{file}\"")), "no file is {file}");
    }
    // The list itself has the imports that stay.
    let (head, rest) = text.split_once("  };\n").unwrap_or(("", &text));
    Ok([head, "  };\n", &follow(rest, LOADER)?].concat())
}

/// `script` with its files asked of a list of them in place of an address.
pub(super) fn follow(script: &str, name: &str) -> Result<String> {
    let mut text = String::new();
    for line in script.lines() {
        let mut line = line.replace("import(", "base.load(");
        while let Some((before, after)) = line.split_once(", base)") {
            let Some((start, file)) = before.rsplit_once("new URL(") else {
                break;
            };
            line = format!("{start}base.file({file}){after}");
        }
        _ = writeln!(text, "{line}");
    }
    ensure!(
        !text.contains(", base)"),
        "{name} finds a file in no known way: let xtask/src/dist/entry.rs know how"
    );
    Ok(text)
}

/// What a module has in place of the address of a script.
fn list(files: &[String]) -> String {
    let mut text = String::from("  const base = {\n    files: {\n");
    for file in files {
        let what = if file.ends_with(".js") {
            format!("() => import(\"./{file}\")")
        } else {
            format!("new URL(\"./{file}\", import.meta.url)")
        };
        _ = writeln!(text, "      \"{file}\": {what},");
    }
    text.push_str(
        "    },\n    file: (name) => base.files[name],\n    load: async (file) => file(),\n    \
         toString: () => import.meta.url,\n  };\n",
    );
    text
}

#[cfg(test)]
#[allow(clippy::expect_used, reason = "a test that cannot go on has failed")]
mod tests {
    use super::*;

    const SMALL: &str = "(() => {\n  const script = document.currentScript;\n  const base = script.src;\n  \
        const file = (name) => new URL(`${tag}-${name}`, base);\n  import(file(\"widget.js\"));\n})();\n";

    fn files() -> [String; 2] {
        [GLUE.to_owned(), WASM.to_owned()]
    }

    #[test]
    fn files_are_named_as_bundlers_follow_them() {
        let module = module(SMALL, &files()).expect("is a loader");
        let expected = r#"// Defines <state-chart>, for bundlers.
(() => {
  const base = {
    files: {
      "state-chart-widget.js": () => import("./state-chart-widget.js"),
      "state-chart-widget_bg.wasm": new URL("./state-chart-widget_bg.wasm", import.meta.url),
    },
    file: (name) => base.files[name],
    load: async (file) => file(),
    toString: () => import.meta.url,
  };
  const file = (name) => base.file(`${tag}-${name}`);
  base.load(file("widget.js"));
})();
"#;
        assert_eq!(module, expected);
    }

    #[test]
    fn a_script_that_finds_its_files_otherwise_is_told_of() {
        let error = follow("const a = Address.of(name, base);", "a.js").expect_err("no known way");
        let text = "a.js finds a file in no known way: let xtask/src/dist/entry.rs know how";
        assert_eq!(error.to_string(), text);
        let error = module("const place = document.currentScript;", &files()).expect_err("no base");
        let text =
            "state-chart.js finds its place in no known way: let xtask/src/dist/entry.rs know how";
        assert_eq!(error.to_string(), text);
    }

    #[test]
    fn the_loader_becomes_a_module() {
        let loader = include_str!("../../../src/element/state-chart.js");
        let module = module(loader, &files()).expect("the loader finds its files in a known way");
        assert_eq!(module.matches("import(").count(), 1, "{module}");
    }
}
