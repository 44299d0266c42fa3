//! What others take: a site, files to drop into any site, an npm package; hashes and sizes.
//!
//! Everything is made of what `build` made and of one table, [`api`]. This room does not build.

mod manifest;
mod package;
mod page;
mod types;

// The crate would have to be built to be asked; its table is plain data, and read as it stands.
#[path = "../../src/element/api.rs"]
#[allow(
    unreachable_pub,
    reason = "the same file is a public module of the crate"
)]
pub(crate) mod api;

use crate::{root, say};
use anyhow::{Context, Result, ensure};
use std::path::{Path, PathBuf};
use xshell::{Shell, cmd};

/// The name of the npm package.
pub(crate) const NAME: &str = "state-chart-element";
/// The version of all that is shipped.
const VERSION: &str = env!("CARGO_PKG_VERSION");

const LOADER: &str = "state-chart.js";
const WASM: &str = "state-chart-widget_bg.wasm";
const DIAGNOSIS: &str = "state-chart-diagnosis.js";
const GLUE: &str = "state-chart-widget.js";
/// The page of the docs that is made of the table.
const INTERFACE: &str = "docs/guide/interface.md";
const LICENCES: [&str; 2] = ["LICENSE-APACHE", "LICENSE-MIT"];

/// The folder of all packages.
pub(crate) fn folder() -> Result<PathBuf> {
    Ok(root()?.join("target/packages"))
}

/// The npm package as a file.
pub(crate) fn tarball() -> Result<PathBuf> {
    Ok(folder()?.join(format!("{NAME}-{VERSION}.tgz")))
}

/// Makes all packages of the files in dist/, and tells their sizes.
pub(crate) fn all(sh: &Shell) -> Result<()> {
    let built = sh.read_dir("dist").context("dist/ is not there")?;
    sh.remove_path(folder()?)?;
    let (site, drop_in, npm) = (
        folder()?.join("site"),
        folder()?.join("drop-in"),
        folder()?.join("npm"),
    );
    for file in &built {
        copy(sh, file, &site)?;
        if name(file).starts_with("state-chart") {
            copy(sh, file, &drop_in)?;
        }
    }
    for file in [LOADER, GLUE, WASM] {
        ensure!(drop_in.join(file).exists(), "the build made no {file}");
    }
    for file in LICENCES {
        copy(sh, Path::new(file), &drop_in)?;
    }
    modules(sh, &drop_in, &npm)?;
    sh.write_file(INTERFACE, page::interface())?;
    pack(sh, &npm)?;
    measure(sh, &drop_in, &site)
}

/// The npm package. What finds files beside itself has to find them as bundlers do.
fn modules(sh: &Shell, drop_in: &Path, npm: &Path) -> Result<()> {
    for file in sh.read_dir(drop_in)? {
        let name = name(&file);
        // Names and places are the bundler's there, and it says itself what it does not find.
        if name != LOADER && name != DIAGNOSIS {
            copy(sh, &file, npm)?;
        }
    }
    let shipped: Vec<_> = sh.read_dir(npm)?.iter().map(|file| name(file)).collect();
    let flags = ["--bundle", "--minify", "--target=es2022", "--format=esm"];
    let rest = ["--external:./state-chart-*", "--log-level=warning"];
    let index = npm.join("index.js");
    cmd!(
        sh,
        "esbuild src/element/js/index.js {flags...} {rest...} --outfile={index}"
    )
    .quiet()
    .run()?;
    for (file, text) in [
        ("index.d.ts", types::declarations()),
        ("custom-elements.json", manifest::manifest()),
        ("package.json", package::package(&shipped)),
        ("README.md", package::readme()),
    ] {
        sh.write_file(npm.join(file), text)?;
    }
    Ok(())
}

fn name(file: &Path) -> String {
    let name = file.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}

fn copy(sh: &Shell, file: &Path, to: &Path) -> Result<()> {
    sh.create_dir(to)?;
    sh.copy_file(file, to)?;
    Ok(())
}

/// The tarball, as `npm publish` would send it. Whatever npm warns of is an error.
fn pack(sh: &Shell, npm: &Path) -> Result<()> {
    let to = folder()?;
    let _dir = sh.push_dir(npm);
    let said = cmd!(sh, "npm pack --pack-destination {to}")
        .quiet()
        .ignore_stdout()
        .read_stderr()?;
    let warnings: Vec<_> = said.lines().filter(|line| is_warning(line)).collect();
    ensure!(
        warnings.is_empty(),
        "npm pack warns:\n{}",
        warnings.join("\n")
    );
    ensure!(
        tarball()?.exists(),
        "npm pack made no {}",
        tarball()?.display()
    );
    Ok(())
}

fn is_warning(line: &str) -> bool {
    line.starts_with("npm warn") || line.starts_with("npm WARN")
}

/// Sizes and hashes of what a reader downloads, and all of it compressed beside itself.
fn measure(sh: &Shell, drop_in: &Path, site: &Path) -> Result<()> {
    let script = root()?.join("xtask/src/dist/measure.mjs");
    let to = folder()?.join("sri.json");
    say(&format!("made {}", folder()?.display()));
    cmd!(sh, "node {script} {drop_in} {to} {drop_in} {site}")
        .quiet()
        .run()?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_about_the_interface_is_the_table() {
        let page = std::fs::read_to_string(Path::new("..").join(INTERFACE)).unwrap_or_default();
        let same = page == page::interface();
        assert!(
            same,
            "{INTERFACE} is not as the table: run `cargo xtask dist`"
        );
    }

    #[test]
    fn a_warning_of_npm_is_seen_among_its_notices() {
        assert!(is_warning("npm warn gitignore-fallback No .npmignore file"));
        assert!(is_warning("npm WARN invalid field"));
        assert!(!is_warning("npm notice total files: 9"));
    }
}
