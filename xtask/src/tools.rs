//! The programs that tasks need: found on the machine, else installed.
//!
//! What is built from source goes into one folder of the user's cache, a folder for each version,
//! so that every checkout finds it there and nothing on the machine is replaced.

pub(crate) mod author;
pub(crate) mod engine;

use crate::say;
use anyhow::{Context, Result, bail};
use engine::Engine;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use xshell::{Shell, cmd};

/// The option that lets tasks install packages of the system without asking.
pub(crate) const INSTALL: &str = "--install";

/// The wasm target of Rust.
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// The version of Trunk that is built where none is installed.
const TRUNK: &str = "0.21.14";
/// The minor version of the oldest Trunk that Trunk.toml takes.
const TRUNK_MINOR: u32 = 21;
/// The version of npm's binaryen, which brings `wasm-opt`; Trunk.toml names the same.
const BINARYEN: &str = "132.0.0";
/// The version of npm's esbuild, which makes scripts small.
const ESBUILD: &str = "0.28.2";
/// The version of cargo-fuzz, which builds and runs the targets of fuzz/.
const CARGO_FUZZ: &str = "0.13.2";
/// The version of cargo-deny, which looks at what Cargo.lock names.
const CARGO_DENY: &str = "0.20.2";
/// The version of cargo-mutants, which changes the code and runs the tests.
const CARGO_MUTANTS: &str = "27.1.0";
/// The oldest Node.js that the npm packages of the tests run on.
const NODE: u32 = 18;

/// What the tasks that only build need.
pub(crate) fn to_build(sh: &Shell) -> Result<()> {
    rust_target(sh)?;
    rust_source(sh)?;
    wasm_bindgen(sh)?;
    trunk(sh)?;
    wasm_opt(sh)?;
    esbuild(sh)
}

/// What all tasks need.
pub(crate) fn everything(sh: &Shell) -> Result<Vec<Engine>> {
    to_build(sh)?;
    author::mdbook(sh)?;
    author::python(sh)?;
    engine::all(sh)
}

/// The folder in which tools of this project are kept.
pub(crate) fn cache() -> Result<PathBuf> {
    let base = std::env::var_os("XDG_CACHE_HOME")
        .map(PathBuf::from)
        .filter(|path| path.is_absolute())
        .or_else(|| Some(std::env::home_dir()?.join(".cache")))
        .context("neither XDG_CACHE_HOME nor HOME is set: set one of them")?;
    Ok(base.join("state-chart").join("tools"))
}

fn rust_target(sh: &Shell) -> Result<()> {
    let folder = cmd!(sh, "rustc --print target-libdir --target {TARGET}")
        .quiet()
        .read()?;
    if Path::new(&folder).exists() {
        return Ok(());
    }
    say("installing Rust's standard library for the browser: seconds");
    cmd!(sh, "rustup target add {TARGET}").run().with_context(|| {
        format!("install Rust by rustup, or your system's package of Rust's standard library for {TARGET}")
    })
}

/// The source of the standard library, which a release build makes anew, for size.
fn rust_source(sh: &Shell) -> Result<()> {
    let sysroot = cmd!(sh, "rustc --print sysroot").quiet().read()?;
    if Path::new(&sysroot)
        .join("lib/rustlib/src/rust/library/std")
        .exists()
    {
        return Ok(());
    }
    say("installing the source of Rust's standard library: seconds");
    cmd!(sh, "rustup component add rust-src").run().context(
        "install Rust by rustup, or your system's package of the source of Rust's standard library",
    )
}

fn wasm_bindgen(sh: &Shell) -> Result<()> {
    let version = locked(sh, "wasm-bindgen")?;
    let is_it = |found: &str| found.split_whitespace().nth(1) == Some(version.as_str());
    if said(sh, "wasm-bindgen", "--version").is_some_and(|found| is_it(&found)) {
        return Ok(());
    }
    install(sh, "wasm-bindgen-cli", &version, "about 3 minutes", &[])
}

fn trunk(sh: &Shell) -> Result<()> {
    if said(sh, "trunk", "--version").is_some_and(|found| minor(&found) >= TRUNK_MINOR) {
        return Ok(());
    }
    let _quick = quickly(sh);
    let flags = ["--locked", "--no-default-features", "--features", "rustls"];
    install(sh, "trunk", TRUNK, "about 4 minutes", &flags)
}

/// What looks for input that breaks a reader.
pub(crate) fn cargo_fuzz(sh: &Shell) -> Result<()> {
    let _quick = quickly(sh);
    install(
        sh,
        "cargo-fuzz",
        CARGO_FUZZ,
        "about a minute",
        &["--locked"],
    )
}

/// What looks at licences and origins.
pub(crate) fn cargo_deny(sh: &Shell) -> Result<()> {
    let _quick = quickly(sh);
    install(
        sh,
        "cargo-deny",
        CARGO_DENY,
        "about 2 minutes",
        &["--locked"],
    )
}

/// What changes the code and runs the tests.
pub(crate) fn cargo_mutants(sh: &Shell) -> Result<()> {
    let _quick = quickly(sh);
    install(
        sh,
        "cargo-mutants",
        CARGO_MUTANTS,
        "about 2 minutes",
        &["--locked"],
    )
}

/// Has tools built without optimisation: with it they would take twice the time to build, and be hardly faster.
fn quickly(sh: &Shell) -> [xshell::PushEnv<'_>; 3] {
    [
        sh.push_env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0"),
        sh.push_env("CARGO_PROFILE_RELEASE_LTO", "off"),
        sh.push_env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
    ]
}

/// The minor version in a line such as `trunk 0.21.14`; of 1.0 and above, more than any.
fn minor(line: &str) -> u32 {
    let version = line.split_whitespace().nth(1).unwrap_or_default();
    let mut numbers = version.split('.').map(|number| number.parse::<u32>().ok());
    match (numbers.next().flatten(), numbers.next().flatten()) {
        (Some(0), Some(minor)) => minor,
        (Some(_), _) => u32::MAX,
        _ => 0,
    }
}

fn install(sh: &Shell, name: &str, version: &str, time: &str, flags: &[&str]) -> Result<()> {
    let folder = cache()?.join(format!("{name}-{version}"));
    let bin = folder.join("bin");
    if !bin.exists() {
        if said(sh, "cargo-binstall", "-V").is_some() {
            say(&format!(
                "installing {name} {version}: seconds where a built one can be had"
            ));
            let spec = format!("{name}@{version}");
            let done = cmd!(
                sh,
                "cargo binstall --no-confirm --disable-telemetry --root {folder} {spec}"
            )
            .run();
            if done.is_ok() {
                put_first(sh, &bin);
                return Ok(());
            }
        }
        say(&format!(
            "building {name} {version}, once for all checkouts: {time} on 2 cores"
        ));
        cmd!(
            sh,
            "cargo install {name} --version {version} {flags...} --root {folder}"
        )
        .run()
        .with_context(|| format!("{name} could not be built: put {name} {version} on your PATH"))?;
    }
    put_first(sh, &bin);
    Ok(())
}

fn wasm_opt(sh: &Shell) -> Result<()> {
    let major = BINARYEN.split('.').next().unwrap_or_default();
    if said(sh, "wasm-opt", "--version")
        .is_some_and(|found| found.contains(&format!("version {major}")))
    {
        return Ok(());
    }
    npm(sh, "binaryen", BINARYEN).with_context(|| format!("put wasm-opt {major} on your PATH"))
}

fn esbuild(sh: &Shell) -> Result<()> {
    if said(sh, "esbuild", "--version").is_some_and(|found| found == ESBUILD) {
        return Ok(());
    }
    npm(sh, "esbuild", ESBUILD).with_context(|| format!("put esbuild {ESBUILD} on your PATH"))
}

/// A program that npm has, in a folder of its own.
fn npm(sh: &Shell, name: &str, version: &str) -> Result<()> {
    node(sh)?;
    let folder = cache()?.join(format!("{name}-{version}"));
    let bin = folder.join("node_modules/.bin");
    if !bin.exists() {
        say(&format!("installing {name} {version}: seconds"));
        sh.create_dir(&folder)?;
        cmd!(
            sh,
            "npm install --no-audit --no-fund --ignore-scripts --prefix {folder} {name}@{version}"
        )
        .run()
        .with_context(|| format!("npm could not install {name}"))?;
    }
    put_first(sh, &bin);
    Ok(())
}

/// Node.js and npm.
pub(crate) fn node(sh: &Shell) -> Result<()> {
    let is_new = node_version(sh).is_some_and(|major| major >= NODE);
    if is_new && said(sh, "npm", "--version").is_some() {
        return Ok(());
    }
    debian(sh, &["nodejs", "npm"], "a minute").with_context(|| {
        format!("install Node.js {NODE} or newer with npm, and put both on your PATH")
    })
}

/// The major version of Node.js, if it is there.
pub(crate) fn node_version(sh: &Shell) -> Option<u32> {
    let line = said(sh, "node", "--version")?;
    line.trim_start_matches('v').split('.').next()?.parse().ok()
}

/// Chromium itself, for what drives it without the driver.
pub(crate) fn chromium(sh: &Shell) -> Result<PathBuf> {
    let names = ["chromium", "chromium-browser", "google-chrome"];
    let find = || {
        let named = std::env::var_os("CHROMIUM").map(PathBuf::from);
        named.or_else(|| names.iter().find_map(|name| on_path(sh, name)))
    };
    if let Some(found) = find() {
        return Ok(found);
    }
    debian(sh, &["chromium"], "a minute")
        .context("install Chrome or Chromium, and put it on your PATH or into CHROMIUM")?;
    find().context("chromium is still not on the PATH")
}

/// Installs packages of Debian, or of a system that derives from it.
fn debian(sh: &Shell, packages: &[&str], time: &str) -> Result<()> {
    let names = packages.join(" and ");
    if on_path(sh, "apt-get").is_none() {
        bail!("{names} are missing, and this task installs packages on Debian only");
    }
    consent(&names)?;
    say(&format!("installing {names}: {time}"));
    let root = cmd!(sh, "id -u").quiet().read()? == "0";
    // `env` before the commands changes nothing, so that they are the same with and without `sudo`.
    let (first, then) = if root {
        ("env", None)
    } else {
        ("sudo", Some("env"))
    };
    let quiet = "DEBIAN_FRONTEND=noninteractive";
    cmd!(sh, "{first} {then...} {quiet} apt-get update -qq").run()?;
    cmd!(
        sh,
        "{first} {then...} {quiet} apt-get install -y -qq --no-install-recommends {packages...}"
    )
    .run()?;
    Ok(())
}

/// Whether this may install packages of the system: in CI or anywhere without a person at a terminal,
/// with `--install`, or when the person says so.
fn consent(names: &str) -> Result<()> {
    let is_ci = std::env::var_os("CI").is_some_and(|ci| !ci.is_empty());
    let is_told = std::env::args().any(|argument| argument == INSTALL);
    if is_ci || is_told || !std::io::stdin().is_terminal() {
        return Ok(());
    }
    say(&format!(
        "{names} are missing. Install them by apt-get? [y/N]"
    ));
    let mut answer = String::new();
    std::io::stdin().read_line(&mut answer)?;
    if !answer.trim().eq_ignore_ascii_case("y") {
        bail!("install {names}, or run this with `{INSTALL}`");
    }
    Ok(())
}

/// The version of `package` in Cargo.lock.
fn locked(sh: &Shell, package: &str) -> Result<String> {
    let id = cmd!(sh, "cargo pkgid {package}").quiet().read()?;
    let version = id.rsplit(['@', '#']).next().unwrap_or_default();
    Ok(version.to_owned())
}

/// The first line of what `program` says, if it is there.
fn said(sh: &Shell, program: &str, flag: &str) -> Option<String> {
    on_path(sh, program)?;
    let said = cmd!(sh, "{program} {flag}")
        .quiet()
        .ignore_stderr()
        .read()
        .ok()?;
    said.lines().next().map(str::to_owned)
}

fn on_path(sh: &Shell, program: &str) -> Option<PathBuf> {
    let path = sh.var_os("PATH")?;
    std::env::split_paths(&path)
        .map(|folder| folder.join(program))
        .find(|file| file.is_file())
}

fn put_first(sh: &Shell, folder: &Path) {
    let old = sh.var_os("PATH").unwrap_or_default();
    let folders = std::iter::once(folder.to_owned()).chain(std::env::split_paths(&old));
    // A folder whose name has a colon cannot be on a PATH, and is left out then.
    if let Ok(path) = std::env::join_paths(folders) {
        sh.set_var("PATH", path);
    }
}
