//! npm packages that tests read: installed once for each lock file.

use crate::{root, say, tools};
use anyhow::{Context, Result};
use std::path::PathBuf;
use xshell::{Shell, cmd};

/// The `node_modules` of the package.json in `folder`, installed as its lock file says.
pub(crate) fn modules(sh: &Shell, folder: &str) -> Result<PathBuf> {
    let from = root()?.join(folder);
    let to = root()?.join("target/npm").join(folder);
    let modules = to.join("node_modules");
    let lock = "package-lock.json";
    let same = |name: &str| sh.read_file(from.join(name)).ok() == sh.read_file(to.join(name)).ok();
    if modules.exists() && same(lock) && same("package.json") {
        return Ok(modules);
    }
    tools::node(sh)?;
    say(&format!("installing the npm packages of {folder}: seconds"));
    sh.create_dir(&to)?;
    sh.remove_path(to.join(lock))?;
    sh.copy_file(from.join("package.json"), &to)?;
    let _dir = sh.push_dir(&to);
    // The lock file goes last: it is the sign that the installation came to its end.
    sh.copy_file(from.join(lock), &to)?;
    let done = cmd!(sh, "npm ci --no-audit --no-fund --ignore-scripts").run();
    if done.is_err() {
        sh.remove_path(to.join(lock))?;
    }
    done.with_context(|| format!("npm could not install the packages of {folder}"))?;
    Ok(modules)
}
