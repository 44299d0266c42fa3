//! Checks of the dependencies of the project, and of whether its tests would notice a change.

use crate::{say, tools};
use anyhow::Result;
use xshell::{Shell, cmd};

/// Licences, bans and origins of all that Cargo.lock names, by deny.toml; known faults where their list can be had.
pub(crate) fn deny(sh: &Shell) -> Result<()> {
    tools::cargo_deny(sh)?;
    say("licences, bans and origins of dependencies: seconds");
    cmd!(sh, "cargo deny --all-features check bans licenses sources").run()?;
    // The list is a repository of its own, which not every machine reaches.
    if cmd!(sh, "cargo deny fetch db")
        .quiet()
        .ignore_stderr()
        .run()
        .is_err()
    {
        say("the list of known faults could not be fetched: dependencies were not looked up in it");
        return Ok(());
    }
    cmd!(sh, "cargo deny --all-features check advisories").run()?;
    Ok(())
}

/// Changes the rooms that .cargo/mutants.toml names, one place after the other, and runs the tests on each.
pub(crate) fn mutants(sh: &Shell, options: &[String]) -> Result<()> {
    tools::cargo_mutants(sh)?;
    say(
        "changing the code, and running the tests on each change: about six a minute, ten hours for all; `--re src/service` or `--shard 1/50` takes some of them",
    );
    // Random tests try fewer cases, and the first test that fails ends a run.
    let _env = [
        sh.push_env("PROPTEST_CASES", "40"),
        sh.push_env("CARGO_PROFILE_DEV_DEBUG", "none"),
        sh.push_env("RUSTC_BOOTSTRAP", "1"),
    ];
    cmd!(sh, "cargo mutants --output target {options...}").run()?;
    Ok(())
}
