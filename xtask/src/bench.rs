//! The benchmark: the widget as it is shipped against its peers, all in one browser.
//!
//! What is measured and how is in `benches/`; here is only what it needs.

use crate::{build, npm, root, say, tools};
use anyhow::{Result, bail};
use xshell::{Shell, cmd};

/// The oldest Node.js that drives the browser; older ones still do for the tests.
const NODE: u32 = 20;

/// Builds the widget and its peers, and measures them; `options` are those of benches/run.js.
pub(crate) fn run(sh: &Shell, options: &[String]) -> Result<()> {
    if options.iter().any(|option| option == "--help") {
        cmd!(sh, "node benches/run.js --help").quiet().run()?;
        return Ok(());
    }
    build::release(sh)?;
    say("the benchmark: about twenty minutes, in which nothing else should run");
    measure(sh, options)
}

/// Tests that the widget in dist/ and all its peers behave alike. On a Node.js that is too old for
/// what drives the browser, such as that of Debian 12, it says so and tests nothing: the tests of the
/// widget itself need no such program.
pub(crate) fn check(sh: &Shell) -> Result<()> {
    tools::node(sh)?;
    if let Err(reason) = new_enough(sh) {
        say(&format!(
            "left out, whether the peers behave as the widget does: {reason}"
        ));
        return Ok(());
    }
    say("the peers of the benchmark behave as the widget does: two minutes the first time");
    measure(sh, &["--check".to_owned()])
}

/// Measures what is in dist/.
fn measure(sh: &Shell, options: &[String]) -> Result<()> {
    let modules = npm::modules(sh, "benches")?;
    new_enough(sh)?;
    let chromium = tools::chromium(sh)?;
    let root = root()?;
    cmd!(
        sh,
        "node benches/run.js --root {root} --modules {modules} --chromium {chromium} {options...}"
    )
    .run()?;
    Ok(())
}

/// Whether Node.js is new enough for what drives the browser.
fn new_enough(sh: &Shell) -> Result<()> {
    match tools::node_version(sh) {
        Some(major) if major >= NODE => Ok(()),
        found => bail!(
            "the benchmark needs Node.js {NODE} or newer, found {}",
            found.map_or_else(|| "none".to_owned(), |major| major.to_string())
        ),
    }
}
