//! Every test: on the host, in a browser, of whole built pages, and of the peers of the benchmark.

use crate::tools::{self, Browser, TARGET};
use crate::{bench, build, dist, embed, npm, root, say, sizes};
use anyhow::{Context, Result};
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use xshell::{Shell, cmd};

/// Runs all tests. In CI, where `CI` is set, formatting and lints are tests as well.
pub(crate) fn all(sh: &Shell) -> Result<()> {
    let browser = tools::everything(sh)?;
    if sh.var_os("CI").is_some_and(|ci| !ci.is_empty()) {
        check(sh)?;
    }
    say("tests on the host: two minutes the first time");
    cmd!(sh, "cargo test --workspace --all-features").run()?;
    consumers(sh)?;
    web(sh, &browser)?;
    build::release(sh)?;
    sizes::check(sh)?;
    dist::all(sh)?;
    pages(sh, &browser)?;
    bench::check(sh)?;
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
        "cargo clippy --workspace --all-targets --all-features --quiet -- -D warnings"
    )
    .run()?;
    cmd!(
        sh,
        "cargo clippy --target {TARGET} --all-features --bins --lib --test web --quiet -- -D warnings"
    )
    .run()?;
    let _flags = sh.push_env("RUSTDOCFLAGS", "-D warnings");
    cmd!(sh, "cargo doc --workspace --all-features --no-deps --quiet").run()?;
    Ok(())
}

/// Exports of several charts, each read by the program that its format is for.
fn consumers(sh: &Shell) -> Result<()> {
    let modules = npm::modules(sh, "tests/consumers")?;
    let work = modules.parent().context("the packages are in no folder")?;
    for file in sh.read_dir("tests/consumers")? {
        if file.extension().is_some_and(|kind| kind == "mjs") {
            sh.copy_file(&file, work)?;
        }
    }
    say("exports, read by the programs that they are for: seconds");
    let charts = [
        ("built-in", "static/charts/biztalk-services.json"),
        ("lamp", "tests/exports/lamp.source.json"),
        ("printer", "tests/consumers/charts/printer.json"),
        ("nasty", "tests/consumers/charts/nasty.json"),
    ];
    let exports = root()?.join("target/exports");
    let folders = charts.map(|(name, chart)| (exports.join(name), chart));
    for (folder, chart) in &folders {
        sh.create_dir(folder)?;
        cmd!(
            sh,
            "cargo run --quiet --features serde --example export -- {chart} {folder}"
        )
        .run()?;
    }
    let folders = folders.map(|(folder, _)| folder);
    let check = work.join("check.mjs");
    cmd!(sh, "node {check} {folders...}").run()?;
    Ok(())
}

/// The components and the element, in a browser.
fn web(sh: &Shell, browser: &Browser) -> Result<()> {
    say("tests of the components, in Chromium: two minutes the first time");
    let _env = [
        sh.push_env("CHROMEDRIVER", &browser.driver),
        sh.push_env(
            "WASM_BINDGEN_TEST_WEBDRIVER_JSON",
            root()?.join("tests/web/webdriver.json"),
        ),
        sh.push_env("WASM_BINDGEN_TEST_TIMEOUT", "300"),
    ];
    cmd!(sh, "cargo test --target {TARGET} --all-features --test web").run()?;
    Ok(())
}

/// Whole built pages, in a browser.
fn pages(sh: &Shell, browser: &Browser) -> Result<()> {
    let modules = npm::modules(sh, "tests/pages")?;
    let embedded = embed::all(sh)?;
    say("tests of whole pages, in Chromium: two minutes");
    let driver = Driver::start(browser)?;
    let _env = [
        sh.push_env("STATE_CHART_WEBDRIVER", &driver.url),
        sh.push_env(
            "STATE_CHART_CAPABILITIES",
            sh.read_file("tests/web/webdriver.json")?,
        ),
        sh.push_env("STATE_CHART_DIST", dist::folder()?.join("site")),
        sh.push_env("STATE_CHART_EMBEDDED", embedded),
        sh.push_env("STATE_CHART_NPM", modules),
        sh.push_env("STATE_CHART_PICTURES", root()?.join("target/pictures")),
    ];
    cmd!(sh, "cargo test --all-features --test pages").run()?;
    Ok(())
}

/// A running driver; it ends with this value.
struct Driver {
    url: String,
    process: Child,
}

impl Driver {
    /// Starts the driver on a port that it finds free.
    fn start(browser: &Browser) -> Result<Self> {
        let mut process = Command::new(&browser.driver)
            .arg("--port=0")
            .stdout(Stdio::piped())
            .spawn()
            .with_context(|| format!("{} does not start", browser.driver.display()))?;
        let said = process.stdout.take().context("the driver says nothing")?;
        let mut lines = BufReader::new(said).lines();
        let port = lines
            .by_ref()
            .map_while(Result::ok)
            .find_map(|line| port(&line));
        let mut driver = Self {
            url: String::new(),
            process,
        };
        let port = port.context("the driver ended before it said its port")?;
        driver.url = format!("http://127.0.0.1:{port}");
        // What it goes on to say has to be read, or it would wait for that.
        std::thread::spawn(move || lines.for_each(drop));
        Ok(driver)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // It may have ended by itself, and then there is nothing left to end.
        let _: std::io::Result<()> = self.process.kill();
        let _: std::io::Result<_> = self.process.wait();
    }
}

/// The port in the line with which a driver says that it has started.
fn port(line: &str) -> Option<u16> {
    let (_, rest) = line.split_once("started successfully on port ")?;
    rest.trim_end_matches('.').parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_port_is_in_the_line_that_the_driver_says_last() {
        assert_eq!(
            port("ChromeDriver was started successfully on port 34567."),
            Some(34567)
        );
        assert_eq!(port("Starting ChromeDriver 156.0 on port 0"), None);
    }
}
