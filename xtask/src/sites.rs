//! Real documentation sites with the widget in them, each made by the program and the theme that many
//! people have, and driven in Chromium.
//!
//! Their sources are in tests/sites. They are too heavy for each run of the tests, and are for before a
//! release. What is built stands beside the sites of [`embed`], and the tests of it are in tests/pages.

use crate::tools::author;
use crate::{dist, embed, npm, root, say, site, test};
use anyhow::{Context, Result};
use std::path::Path;
use xshell::{Shell, cmd};

/// The folder of sources.
const SOURCES: &str = "tests/sites";

/// Those of the npm registry, each with the folder of what it only copies.
const NODE: [(&str, &str); 3] = [
    ("vitepress", "public"),
    ("starlight", "public"),
    ("docusaurus", "static"),
];

/// Builds all of them, and drives them.
pub(crate) fn run(sh: &Shell) -> Result<()> {
    site::all(sh)?;
    embed::all(sh)?;
    of_node(sh)?;
    of_python(sh)?;
    let options = ["chromium", "--ignored", "real::"].map(str::to_owned);
    test::only_pages(sh, &options)
}

/// VitePress, Starlight and Docusaurus.
fn of_node(sh: &Shell) -> Result<()> {
    let modules = npm::modules(sh, SOURCES)?;
    let work = modules.parent().context("node_modules is in no folder")?;
    say("building sites with VitePress, Starlight and Docusaurus: a minute");
    let (drop_in, out) = (dist::folder()?.join("drop-in"), embed::folder()?);
    for (name, folder) in NODE {
        sh.remove_path(work.join(name))?;
        embed::copy(sh, &Path::new(SOURCES).join(name), &work.join(name))?;
        let folder = work.join(name).join(folder).join("state-chart");
        embed::copy(sh, &drop_in, &folder)?;
    }
    let bin = modules.join(".bin");
    let (vitepress, astro, docusaurus) = (
        bin.join("vitepress"),
        bin.join("astro"),
        bin.join("docusaurus"),
    );
    let _env = [
        sh.push_env("ASTRO_TELEMETRY_DISABLED", "1"),
        sh.push_env("DO_NOT_TRACK", "1"),
    ];
    let _dir = sh.push_dir(work);
    cmd!(sh, "{vitepress} build vitepress --outDir {out}/vitepress").run()?;
    cmd!(
        sh,
        "{astro} build --silent --root starlight --outDir {out}/starlight"
    )
    .run()?;
    cmd!(
        sh,
        "{docusaurus} build docusaurus --out-dir {out}/docusaurus"
    )
    .run()?;
    Ok(())
}

/// Material for MkDocs, and Sphinx with Furo and MyST, which have the package for Python.
fn of_python(sh: &Shell) -> Result<()> {
    let bin = author::packages(sh, &format!("{SOURCES}/requirements.txt"), "python-sites")?;
    say("building sites with Material for MkDocs and with Furo: seconds");
    let work = root()?.join("target/embedded/real");
    let out = embed::folder()?;
    sh.remove_path(&work)?;
    for name in ["material", "furo"] {
        embed::copy(sh, &Path::new(SOURCES).join(name), &work.join(name))?;
    }
    let package = work.join("python");
    embed::install_package(sh, &bin.join("python3"), &package)?;
    let (mkdocs, sphinx) = (bin.join("mkdocs"), bin.join("sphinx-build"));
    let _env = [
        sh.push_env("PYTHONPATH", &package),
        sh.push_env("NO_MKDOCS_2_WARNING", "1"),
    ];
    let _dir = sh.push_dir(&work);
    cmd!(
        sh,
        "{mkdocs} build --quiet --strict --config-file material/mkdocs.yml --site-dir {out}/material"
    )
    .run()?;
    cmd!(sh, "{sphinx} --quiet --fail-on-warning furo {out}/furo").run()?;
    Ok(())
}
