//! The sizes of what is shipped, held by a budget.
//!
//! budget.toml says for each script and module of dist/ how many bytes of brotli it may have, and
//! which of them a reader downloads when. Nothing here knows how they are made.

mod budget;

use crate::{root, say, tools};
use anyhow::{Context, Result, bail};
use budget::Budget;
use std::collections::BTreeMap;
use std::path::Path;
use xshell::{Shell, cmd};

/// The page of the docs that is made of the sizes.
const PAGE: &str = "docs/sizes.md";

/// Prints the sizes of what is in dist/, writes them into the docs with `--write`, and fails over
/// the budget.
pub(crate) fn run(sh: &Shell, options: &[String]) -> Result<()> {
    match options {
        [] => {}
        [option] if option == "--write" => write(sh)?,
        _ => bail!("`sizes` takes `--write` and nothing else"),
    }
    check(sh)
}

/// Writes the page of the docs.
fn write(sh: &Shell) -> Result<()> {
    let budget = Budget::read(&sh.read_file("budget.toml")?)?;
    let dist = root()?.join("dist");
    let brotli = sizes(sh, &dist)?;
    let mut plain = BTreeMap::new();
    for file in brotli.keys() {
        let shipped = sh.read_binary_file(dist.join(file))?;
        plain.insert(file.clone(), shipped.len() as u64);
    }
    sh.write_file(PAGE, budget.page(&plain, &brotli))?;
    say(&format!("wrote {PAGE}"));
    Ok(())
}

/// Prints the sizes of what is in dist/, and fails over the budget.
pub(crate) fn check(sh: &Shell) -> Result<()> {
    let budget = Budget::read(&sh.read_file("budget.toml")?)?;
    let sizes = sizes(sh, &root()?.join("dist"))?;
    say("sizes of what is shipped, as brotli");
    print!("{}", budget.table(&sizes));
    let problems = budget.problems(&sizes);
    if !problems.is_empty() {
        bail!("{}", problems.join("\n"));
    }
    Ok(())
}

/// The size as brotli of each script and module in `dist`, by file name.
fn sizes(sh: &Shell, dist: &Path) -> Result<BTreeMap<String, u64>> {
    tools::node(sh)?;
    let files = sh
        .read_dir(dist)
        .context("dist/ is missing: run `cargo xtask build` first")?;
    let mut sizes = BTreeMap::new();
    for file in files {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        if !name.ends_with(".js") && !name.ends_with(".wasm") {
            continue;
        }
        // The compressor of Node.js, at its default, which is the best: it is there already.
        let script = "const { readFileSync } = require('fs'); \
             console.log(require('zlib').brotliCompressSync(readFileSync(process.argv[1])).length)";
        let size = cmd!(sh, "node -e {script} {file}").quiet().read()?;
        let size = size
            .parse()
            .with_context(|| format!("expected the size of {name}, found `{size}`"))?;
        sizes.insert(name.into_owned(), size);
    }
    Ok(sizes)
}
