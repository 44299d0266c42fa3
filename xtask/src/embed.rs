//! Sites of others with the widget in them: each is built by the program that it is written for.
//!
//! Their sources are in tests/packages, each in a folder named as its program.

use crate::tools::author;
use crate::{dist, npm, root, say};
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};
use xshell::{Shell, cmd};

/// The folder of sources.
const SOURCES: &str = "tests/packages";

/// Where each program wants files that it only copies.
const DROP_IN: [(&str, &str); 5] = [
    ("plain", "state-chart"),
    ("mdbook", "src/state-chart"),
    ("mkdocs", "docs/state-chart"),
    ("sphinx", "_static/state-chart"),
    ("hugo", "static/state-chart"),
];

/// The folder of the sites that were built.
pub(crate) fn folder() -> Result<PathBuf> {
    Ok(root()?.join("target/embedded/site"))
}

/// Builds all sites of what `dist` made.
pub(crate) fn all(sh: &Shell) -> Result<()> {
    author::mdbook(sh)?;
    author::sites(sh)?;
    say("building sites of others with the widget in them: seconds");
    let (work, out) = (root()?.join("target/embedded/source"), folder()?);
    sh.remove_path(&work)?;
    sh.remove_path(&out)?;
    let drop_in = dist::folder()?.join("drop-in");
    for (site, folder) in DROP_IN {
        copy(sh, &Path::new(SOURCES).join(site), &work.join(site))?;
        copy(sh, &drop_in, &work.join(site).join(folder))?;
    }
    copy(sh, &work.join("plain"), &out.join("plain"))?;
    let _dir = sh.push_dir(&work);
    cmd!(sh, "mdbook build mdbook --dest-dir {out}/mdbook").run()?;
    cmd!(
        sh,
        "mkdocs build --quiet --strict --config-file mkdocs/mkdocs.yml --site-dir {out}/mkdocs"
    )
    .run()?;
    cmd!(
        sh,
        "sphinx-build --quiet --fail-on-warning sphinx {out}/sphinx"
    )
    .run()?;
    cmd!(
        sh,
        "hugo build --quiet --panicOnWarning --source hugo --destination {out}/hugo"
    )
    .run()?;
    extended(sh, &work, &out)?;
    vite(sh, &out)
}

/// Sites that have the package for Python, which brings the files and the markup.
fn extended(sh: &Shell, work: &Path, out: &Path) -> Result<()> {
    let package = work.join("python");
    install_package(sh, Path::new("python3"), &package)?;
    let _env = sh.push_env("PYTHONPATH", &package);
    for site in ["mkdocs-plugin", "sphinx-extension"] {
        copy(sh, &root()?.join(SOURCES).join(site), &work.join(site))?;
    }
    cmd!(
        sh,
        "mkdocs build --quiet --strict --config-file mkdocs-plugin/mkdocs.yml --site-dir {out}/mkdocs-plugin"
    )
    .run()?;
    cmd!(
        sh,
        "sphinx-build --quiet --fail-on-warning sphinx-extension {out}/sphinx-extension"
    )
    .run()?;
    Ok(())
}

/// Has `python` install our package into the folder `to`.
pub(crate) fn install_package(sh: &Shell, python: &Path, to: &Path) -> Result<()> {
    let wheel = dist::wheel()?;
    cmd!(
        sh,
        "{python} -m pip install --quiet --disable-pip-version-check --no-deps --no-index --target {to} {wheel}"
    )
    .run()?;
    Ok(())
}

/// A project that installs the tarball, whatever was installed in its place before.
fn vite(sh: &Shell, out: &Path) -> Result<()> {
    let source = format!("{SOURCES}/vite");
    let modules = npm::modules(sh, &source)?;
    let project = modules.parent().context("node_modules is in no folder")?;
    copy(sh, &root()?.join(&source), project)?;
    sh.remove_path(modules.join(dist::NAME))?;
    let tarball = dist::tarball()?;
    let _dir = sh.push_dir(project);
    cmd!(
        sh,
        "npm install --no-save --no-package-lock --no-audit --no-fund --ignore-scripts {tarball}"
    )
    .run()?;
    cmd!(sh, "npm run build").run()?;
    copy(sh, &project.join("dist"), &out.join("vite"))
}

/// A folder with all that is in it.
pub(crate) fn copy(sh: &Shell, from: &Path, to: &Path) -> Result<()> {
    sh.create_dir(to)?;
    for path in sh.read_dir(from)? {
        let name = path.file_name().unwrap_or_default();
        if path.is_dir() {
            copy(sh, &path, &to.join(name))?;
        } else {
            sh.copy_file(&path, to.join(name))?;
        }
    }
    Ok(())
}
