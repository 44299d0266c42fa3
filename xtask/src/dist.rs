//! What others take: a site, files to drop into any site, an npm package; hashes and sizes.
//!
//! Everything is made of what `build` made and of what the scripts say of
//! themselves ([`scripts`]). This room does not build.

mod markup;
mod package;
pub(crate) mod page;

use crate::{root, say, scripts, stamp};
use anyhow::{Context, Result, ensure};
use std::path::{Path, PathBuf};
use xshell::{Shell, cmd};

/// The name of the npm package.
pub(crate) const NAME: &str = "state-chart-element";
/// The version of all that is shipped.
const VERSION: &str = env!("CARGO_PKG_VERSION");

const LOADER: &str = "state-chart.js";
const WASM: &str = "state-chart-widget_bg.wasm";
/// The schema of charts in JSON.
const SCHEMA: &str = "static/chart.schema.json";
const GLUE: &str = "state-chart-widget.js";
const LICENCES: [&str; 2] = ["LICENSE-APACHE", "LICENSE-MIT"];

/// The folder of all packages.
pub(crate) fn folder() -> Result<PathBuf> {
    Ok(root()?.join("target/packages"))
}

/// The npm package as a file.
pub(crate) fn tarball() -> Result<PathBuf> {
    Ok(folder()?.join(format!("{NAME}-{VERSION}.tgz")))
}

/// The package for Sphinx and MkDocs.
pub(crate) fn wheel() -> Result<PathBuf> {
    let name = NAME.replace('-', "_");
    Ok(folder()?.join(format!("release/{name}-{VERSION}-py3-none-any.whl")))
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
    scripts::document(sh)?;
    pack(sh, &npm)?;
    measure(sh, &drop_in, &site)?;
    release(sh, &drop_in)
}

/// What a release consists of, each a file: an archive of the files to drop in, the npm package, one for Python.
fn release(sh: &Shell, drop_in: &Path) -> Result<()> {
    let to = folder()?.join("release");
    copy(sh, &tarball()?, &to)?;
    copy(sh, &folder()?.join("sri.json"), &to)?;
    let (script, python) = ("xtask/src/dist/release.mjs", "xtask/src/dist/python");
    cmd!(sh, "node {script} {VERSION} {drop_in} {python} {to}")
        .quiet()
        .run()?;
    ensure!(wheel()?.exists(), "no {}", wheel()?.display());
    say(&format!("what a release consists of: {}", to.display()));
    Ok(())
}

/// The npm package. What finds files beside itself has to find them as bundlers do.
fn modules(sh: &Shell, drop_in: &Path, npm: &Path) -> Result<()> {
    for file in sh.read_dir(drop_in)? {
        copy(sh, &file, npm)?;
    }
    copy(sh, Path::new(SCHEMA), npm)?;
    let shipped: Vec<_> = sh.read_dir(npm)?.iter().map(|file| name(file)).collect();
    let flags = ["--bundle", "--minify", "--target=es2022", "--format=esm"];
    let rest = ["--external:./state-chart-*", "--log-level=warning"];
    let index = npm.join("index.js");
    let define = format!("--define:BUILD=\"{}\"", stamp::name(sh, drop_in)?);
    cmd!(
        sh,
        "esbuild src/element/js/index.js {flags...} {rest...} {define} --outfile={index}"
    )
    .quiet()
    .run()?;
    let mut types = scripts::types(sh, npm)?.map(str::to_owned).to_vec();
    let manifest = scripts::manifest(sh)?;
    sh.write_file(npm.join(markup::FILE), markup::types(&manifest)?)?;
    types.push(markup::FILE.to_owned());
    for (framework, text) in markup::FRAMEWORKS {
        let file = format!("{framework}.d.ts");
        sh.write_file(npm.join(&file), text)?;
        types.push(file);
    }
    for (file, text) in [
        ("custom-elements.json", format!("{manifest:#}\n")),
        ("package.json", package::package(&shipped, &types)),
        ("README.md", package::readme(&manifest)?),
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
    fn a_warning_of_npm_is_seen_among_its_notices() {
        assert!(is_warning("npm warn gitignore-fallback No .npmignore file"));
        assert!(is_warning("npm WARN invalid field"));
        assert!(!is_warning("npm notice total files: 9"));
    }
}
