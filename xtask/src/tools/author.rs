//! The programs of those who write documentation: mdBook, and what Python's registry has.

use super::{cache, debian, install, on_path, put_first, quickly, said};
use crate::{root, say};
use anyhow::{Context, Result};
use std::path::PathBuf;
use xshell::{Shell, cmd};

/// The version of mdBook that the tests build a book with.
const MDBOOK: &str = "0.5.4";

/// Puts mdBook on the PATH.
pub(crate) fn mdbook(sh: &Shell) -> Result<()> {
    let is_it = |found: String| found.ends_with(MDBOOK);
    if said(sh, "mdbook", "--version").is_some_and(is_it) {
        return Ok(());
    }
    let _quick = quickly(sh);
    let flags = ["--locked", "--no-default-features"];
    install(sh, "mdbook", MDBOOK, "about 3 minutes", &flags)
}

/// Puts Python on the PATH.
pub(crate) fn interpreter(sh: &Shell) -> Result<()> {
    if on_path(sh, "python3").is_some() {
        return Ok(());
    }
    debian(sh, &["python3"], "a minute").context("install Python 3")
}

/// The folder with the programs of tests/packages/requirements.txt.
pub(crate) fn python(sh: &Shell) -> Result<PathBuf> {
    packages(sh, "tests/packages/requirements.txt", "python")
}

/// The folder with the programs of the packages of Python that `requirements` lists, kept under `name`.
pub(crate) fn packages(sh: &Shell, requirements: &str, name: &str) -> Result<PathBuf> {
    let wanted = root()?.join(requirements);
    let text = sh.read_file(&wanted)?;
    let folder = cache()?.join(name);
    let bin = folder.join("bin");
    let installed = folder.join("requirements.txt");
    if sh.read_file(&installed).is_ok_and(|found| found == text) {
        return Ok(bin);
    }
    let able = cmd!(sh, "python3 -c 'import ensurepip, venv'");
    if on_path(sh, "python3").is_none() || able.quiet().ignore_stderr().run().is_err() {
        debian(sh, &["python3", "python3-venv"], "a minute")
            .context("install Python 3.11 or newer with its module venv")?;
    }
    say(&format!(
        "installing what {requirements} lists from Python's registry: seconds"
    ));
    sh.remove_path(&folder)?;
    cmd!(sh, "python3 -m venv {folder}").run()?;
    let pip = bin.join("pip");
    cmd!(
        sh,
        "{pip} install --quiet --disable-pip-version-check --no-deps --requirement {wanted}"
    )
    .run()
    .with_context(|| {
        format!("pip could not install what {requirements} lists, for Python 3.11 or newer")
    })?;
    // This file is written last: it is the sign that the installation came to its end.
    sh.write_file(installed, text)?;
    Ok(bin)
}

/// Puts what [`python`] installs on the PATH.
pub(crate) fn sites(sh: &Shell) -> Result<()> {
    let bin = python(sh)?;
    put_first(sh, &bin);
    Ok(())
}
