//! The npm package as projects see it that use a framework: their compilers, and a server.
//!
//! Their sources are in tests/frameworks; what is looked for is in its check.mjs.

use crate::{dist, embed, npm, root, say};
use anyhow::{Context, Result};
use xshell::{Shell, cmd};

/// The folder of sources.
const SOURCES: &str = "tests/frameworks";

/// Checks the tarball that `dist` made.
pub(crate) fn check(sh: &Shell) -> Result<()> {
    let modules = npm::modules(sh, SOURCES)?;
    let work = modules.parent().context("node_modules is in no folder")?;
    embed::copy(sh, &root()?.join(SOURCES), work)?;
    say("the package in React, Preact, Solid, Svelte and Vue: seconds");
    let (tarball, package) = (dist::tarball()?, modules.join(dist::NAME));
    sh.remove_path(&package)?;
    sh.create_dir(&package)?;
    cmd!(sh, "tar -xzf {tarball} -C {package} --strip-components=1").run()?;
    let check = work.join("check.mjs");
    cmd!(sh, "node {check} {tarball}").run()?;
    Ok(())
}
