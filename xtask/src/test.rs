//! Every test: on the host, in a browser, and of whole built pages.

use crate::tools::{self, Browser, TARGET};
use crate::{build, npm, root, say};
use anyhow::Result;
use xshell::{Shell, cmd};

/// Runs all tests. In CI, where `CI` is set, formatting and lints are tests as well.
pub(crate) fn all(sh: &Shell) -> Result<()> {
    let browser = tools::everything(sh)?;
    if sh.var_os("CI").is_some() {
        check(sh)?;
    }
    say("tests on the host: two minutes the first time");
    cmd!(sh, "cargo test --workspace").run()?;
    web(sh, &browser)?;
    build::release(sh)?;
    pages(sh, &browser)?;
    say("all tests passed");
    Ok(())
}

/// Formatting and lints.
pub(crate) fn check(sh: &Shell) -> Result<()> {
    for (component, program) in [("rustfmt", "cargo-fmt"), ("clippy", "cargo-clippy")] {
        if cmd!(sh, "{program} --version")
            .quiet()
            .ignore_stdout()
            .ignore_stderr()
            .run()
            .is_err()
        {
            say(&format!("installing {component}: seconds"));
            cmd!(sh, "rustup component add {component}").run()?;
        }
    }
    say("formatting and lints");
    cmd!(sh, "cargo fmt --all --check").run()?;
    cmd!(
        sh,
        "cargo clippy --workspace --all-targets --quiet -- -D warnings"
    )
    .run()?;
    cmd!(
        sh,
        "cargo clippy --target {TARGET} --bins --lib --test web --quiet -- -D warnings"
    )
    .run()?;
    let _flags = sh.push_env("RUSTDOCFLAGS", "-D warnings");
    cmd!(sh, "cargo doc --workspace --no-deps --quiet").run()?;
    Ok(())
}

/// The components and the element, in a browser.
fn web(sh: &Shell, browser: &Browser) -> Result<()> {
    say("tests of the components, in Chromium: two minutes the first time");
    let _env = [
        sh.push_env("CHROMEDRIVER", &browser.driver),
        sh.push_env(
            "WASM_BINDGEN_TEST_WEBDRIVER_JSON",
            root().join("tests/web/webdriver.json"),
        ),
        sh.push_env("WASM_BINDGEN_TEST_TIMEOUT", "300"),
    ];
    cmd!(sh, "cargo test --target {TARGET} --test web").run()?;
    Ok(())
}

/// Whole built pages, in a browser.
fn pages(sh: &Shell, browser: &Browser) -> Result<()> {
    let modules = npm::modules(sh, "tests/pages")?;
    say("tests of whole pages, in Chromium");
    let _env = [
        sh.push_env("CHROMEDRIVER", &browser.driver),
        sh.push_env("STATE_CHART_DIST", root().join("dist")),
        sh.push_env("STATE_CHART_NPM", modules),
    ];
    cmd!(sh, "cargo test --test pages").run()?;
    Ok(())
}
