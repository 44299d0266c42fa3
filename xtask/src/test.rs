//! Every test: on the host, in a browser, of whole built pages, and of the peers of the benchmark.

use crate::tools::engine::{Driver, Engine, Kind};
use crate::tools::{self, TARGET};
use crate::{bench, build, dist, embed, frameworks, npm, root, say, scripts, site, sizes, supply};
use anyhow::{Context, Result, bail};
use xshell::{Shell, cmd};

/// Runs all tests. In CI, where `CI` is set, formatting and lints are tests as well.
pub(crate) fn all(sh: &Shell) -> Result<()> {
    let engines = tools::everything(sh)?;
    if sh.var_os("CI").is_some_and(|ci| !ci.is_empty()) {
        check(sh)?;
    }
    say("tests on the host: two minutes the first time");
    cmd!(sh, "cargo test --workspace --all-features").run()?;
    consumers(sh)?;
    for engine in &engines {
        web(sh, engine)?;
    }
    build::release(sh)?;
    sizes::check(sh)?;
    dist::all(sh)?;
    frameworks::check(sh)?;
    embed::all(sh)?;
    site::build(sh)?;
    for engine in &engines {
        pages(sh, engine, &[])?;
    }
    bench::check(sh)?;
    say("all tests passed");
    Ok(())
}

/// Formatting and lints, and the types of scripts.
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
    supply::deny(sh)?;
    scripts::check(sh)
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
fn web(sh: &Shell, engine: &Engine) -> Result<()> {
    say(&format!(
        "tests of the components, in {}: two minutes the first time",
        engine.kind.name()
    ));
    let driver = Driver::start(engine)?;
    let options = root()?.join(format!("target/webdriver-{}.json", engine.kind.name()));
    sh.write_file(&options, engine.capabilities(sh)?)?;
    let remote = match engine.kind {
        Kind::Chromium => "CHROMEDRIVER_REMOTE",
        Kind::Firefox => "GECKODRIVER_REMOTE",
        Kind::WebKit => "SAFARIDRIVER_REMOTE",
    };
    let _env = [
        sh.push_env(remote, &driver.url),
        sh.push_env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", options),
        sh.push_env("WASM_BINDGEN_TEST_TIMEOUT", "300"),
    ];
    cmd!(sh, "cargo test --target {TARGET} --all-features --test web").run()?;
    Ok(())
}

/// What the other engines run. Chromium alone runs the tests that ask it about itself (`accessibility`, `leaks`,
/// `looks`, `spoken`, `width`), and those of sites, servers, languages, large charts, injected markup and the
/// random model.
const ELSEWHERE: &[&str] = &[
    "backend::",
    "content::",
    "demo::",
    "diagram::",
    "direction::",
    "embedding::",
    "export::",
    "interface::",
    "keyboard::",
    "later::",
    "links::",
    "loading::",
    "many::",
    "tables::",
    "ways::",
];

/// A test that WebKit does not run: it cannot tell how many bytes of a file came.
const NOT_IN_WEBKIT: &[&str] = &["--skip", "files_that_are_shipped_compressed"];

/// Whole built pages, in a browser; `filters` are parts of names of tests.
fn pages(sh: &Shell, engine: &Engine, filters: &[String]) -> Result<()> {
    let modules = npm::modules(sh, "tests/pages")?;
    let name = engine.kind.name();
    say(&format!("tests of whole pages, in {name}: a few minutes"));
    let driver = Driver::start(engine)?;
    let _env = [
        sh.push_env("STATE_CHART_WEBDRIVER", &driver.url),
        sh.push_env("STATE_CHART_CAPABILITIES", engine.capabilities(sh)?),
        sh.push_env("STATE_CHART_DIST", dist::folder()?.join("site")),
        sh.push_env("STATE_CHART_EMBEDDED", embed::folder()?),
        sh.push_env("STATE_CHART_SITE", site::folder()?),
        sh.push_env("STATE_CHART_NPM", modules),
        sh.push_env("STATE_CHART_PICTURES", root()?.join("target/pictures")),
    ];
    // Their drivers have one session at a time.
    let one = (engine.kind != Kind::Chromium).then_some("--test-threads=1");
    let all: Vec<&str> = match (filters, engine.kind) {
        ([], Kind::Chromium) => Vec::new(),
        ([], _) => ELSEWHERE.to_vec(),
        _ => filters.iter().map(String::as_str).collect(),
    };
    let but = match engine.kind {
        Kind::WebKit => NOT_IN_WEBKIT,
        Kind::Chromium | Kind::Firefox => &[],
    };
    cmd!(
        sh,
        "cargo test --all-features --test pages -- {one...} {but...} {all...}"
    )
    .run()?;
    Ok(())
}

/// The tests of whole pages alone, of what is built: `[ENGINE] [FILTER…]`.
pub(crate) fn only_pages(sh: &Shell, options: &[String]) -> Result<()> {
    let is = |kind: &Kind, name: &String| kind.name().eq_ignore_ascii_case(name);
    let (kind, filters) = match options.split_first() {
        Some((name, rest)) => match Kind::ALL.into_iter().find(|kind| is(kind, name)) {
            Some(kind) => (kind, rest),
            None => (Kind::Chromium, options),
        },
        None => (Kind::Chromium, options),
    };
    if !embed::folder()?.exists() || !site::folder()?.exists() {
        bail!("there is nothing to test yet: run `cargo xtask embed` and `cargo xtask site` first");
    }
    let driver = tools::engine::find(sh, kind)?;
    pages(sh, &Engine { kind, driver }, filters)
}
