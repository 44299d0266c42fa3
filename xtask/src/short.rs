//! Short names for what a program and its glue take from each other.
//!
//! wasm-bindgen calls each import and export by a long name with a hash in it, which stands in both
//! files and does not compress: 4 KB of what every reader downloads. wasm-opt gives the program short
//! ones and says which; the glue gets the same.

use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::Path;
use xshell::{Shell, cmd};

/// What wasm-opt says of the names that it has given.
#[derive(Deserialize)]
struct Given {
    /// Module, old name, new name.
    imports: Vec<[String; 3]>,
    /// Old name, new name.
    exports: Vec<[String; 2]>,
}

/// What wasm-opt calls the one module that a program imports.
const MODULE: &str = "\"a\"";

/// Shortens the names in both files of `program` in `folder`.
pub(crate) fn shorten(sh: &Shell, folder: &Path, program: &str) -> Result<()> {
    let wasm = folder.join(format!("{program}_bg.wasm"));
    let glue = folder.join(format!("{program}.js"));
    let said = cmd!(
        sh,
        "wasm-opt {wasm} --minify-imports-and-exports-and-modules --strip-producers --strip-target-features --output={wasm}"
    )
    .quiet()
    .read()?;
    let given: Given = serde_json::from_str(&said).context("wasm-opt said no names")?;
    let text = renamed(&sh.read_file(&glue)?, &given);
    // No script starts a program synchronously. What is not exported, esbuild leaves out.
    let text = text.replace(
        "export { initSync, __wbg_init as default }",
        "export { __wbg_init as default }",
    );
    ensure!(
        !text.contains("export { initSync"),
        "{program} still exports initSync"
    );
    let module = format!("\"./{program}_bg.js\"");
    ensure!(
        text.matches(&module).count() == 1,
        "{program} does not import all of its glue"
    );
    sh.write_file(&glue, text.replace(&module, MODULE))?;
    Ok(())
}

/// The glue with the names of `given`. An import is renamed where it is the key of an object, an export where
/// it is a field of `wasm`: other things may have the same name.
fn renamed(glue: &str, given: &Given) -> String {
    let imports = given
        .imports
        .iter()
        .map(|[_, old, new]| (old.as_str(), new));
    let imports: BTreeMap<_, _> = imports.collect();
    let exports = given.exports.iter().map(|[old, new]| (old.as_str(), new));
    let exports: BTreeMap<_, _> = exports.collect();
    let is_name = |letter: char| letter.is_alphanumeric() || matches!(letter, '_' | '$');
    let mut text = String::new();
    let mut rest = glue;
    while let Some(start) = rest.find(is_name) {
        let (before, word) = rest.split_at(start);
        let end = word.find(|letter| !is_name(letter)).unwrap_or(word.len());
        let (word, after) = word.split_at(end);
        text += before;
        let found = imports.get(word).filter(|_| after.starts_with(':'));
        let found = found.or_else(|| exports.get(word).filter(|_| text.ends_with("wasm.")));
        text += found.map_or(word, |new| new.as_str());
        rest = after;
    }
    text + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn imports_and_exports_are_renamed_and_nothing_else() {
        let given = Given {
            imports: vec![["./a_bg.js", "__wbg_new_1f", "a"].map(str::to_owned)],
            exports: vec![["attach", "b"].map(str::to_owned)],
        };
        let glue = "export function attach(host) { wasm.attach(host).attach; }\nconst it = {\n  __wbg_new_1f: function() {},\n};";
        let short = "export function attach(host) { wasm.b(host).attach; }\nconst it = {\n  a: function() {},\n};";
        assert_eq!(renamed(glue, &given), short);
    }
}
