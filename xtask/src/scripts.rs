//! The scripts of the element: checked by tsc and ESLint, and what both and the analyzer of custom elements
//! tell of them for those who use the package.

use crate::dist::page;
use crate::{npm, root, say};
use anyhow::{Context, Result, ensure};
use serde_json::Value;
use std::path::{Path, PathBuf};
use xshell::{Shell, cmd};

/// The folder of the scripts.
const SCRIPTS: &str = "src/element/js";
/// The folder with what names the programs, and how they are set.
const SETTINGS: &str = "xtask/npm";
/// The file of the tag's class, of which the manifest tells.
const CLASS: &str = "element.js";
/// The page of the docs that is made of the manifest.
const INTERFACE: &str = "docs/guide/interface.md";

/// Types, lints, and whether the page about the interface is as the scripts say.
pub(crate) fn check(sh: &Shell) -> Result<()> {
    let work = work(sh)?;
    say("types and lints of the scripts: seconds");
    tsc(sh, &work, &["--noEmit"])?;
    let (eslint, config) = (bin(&work, "eslint"), work.join("eslint.config.js"));
    cmd!(sh, "node {eslint} --config {config} {SCRIPTS}").run()?;
    ensure!(
        sh.read_file(INTERFACE)? == page::interface(&manifest(sh)?)?,
        "{INTERFACE} is not as the scripts say: run `cargo xtask dist`"
    );
    Ok(())
}

/// Writes the types of the element, and of what it takes and gives, into `folder`. The names of the files are
/// the answer.
pub(crate) fn types(sh: &Shell, folder: &Path) -> Result<[&'static str; 2]> {
    let work = work(sh)?;
    let all = work.join("types");
    sh.remove_path(&all)?;
    let to = all.display().to_string();
    tsc(
        sh,
        &work,
        &[
            "--noEmit",
            "false",
            "--declaration",
            "--emitDeclarationOnly",
            "--outDir",
            &to,
        ],
    )?;
    let files = ["types.d.ts", "element.d.ts"];
    for file in files {
        sh.copy_file(all.join(file), folder)?;
    }
    Ok(files)
}

/// The manifest of custom elements, which editors and catalogues read.
pub(crate) fn manifest(sh: &Shell) -> Result<Value> {
    let work = work(sh)?;
    // Where it is run, the analyzer looks for more than it is asked for: in a folder that has nothing else.
    sh.copy_file(Path::new(SCRIPTS).join(CLASS), &work)?;
    let cem = bin(&work, "cem");
    let _dir = sh.push_dir(&work);
    cmd!(sh, "node {cem} analyze --config manifest.config.js")
        .quiet()
        .run()?;
    let text = sh.read_file("custom-elements.json")?;
    serde_json::from_str(&text).context("the analyzer wrote no JSON")
}

/// Sets the page about the interface to what the scripts say.
pub(crate) fn document(sh: &Shell) -> Result<()> {
    sh.write_file(INTERFACE, page::interface(&manifest(sh)?)?)?;
    Ok(())
}

fn tsc(sh: &Shell, work: &Path, options: &[&str]) -> Result<()> {
    let (tsc, project) = (bin(work, "tsc"), root()?.join(SCRIPTS));
    cmd!(sh, "node {tsc} --project {project} {options...}").run()?;
    Ok(())
}

/// The folder in which the programs are installed, with their settings.
fn work(sh: &Shell) -> Result<PathBuf> {
    let modules = npm::modules(sh, SETTINGS)?;
    let work = modules.parent().context("the packages are in no folder")?;
    for file in sh.read_dir(SETTINGS)? {
        if file.extension().is_some_and(|kind| kind == "js") {
            sh.copy_file(&file, work)?;
        }
    }
    Ok(work.to_owned())
}

fn bin(work: &Path, program: &str) -> PathBuf {
    work.join("node_modules/.bin").join(program)
}
