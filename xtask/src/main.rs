//! Developer tasks: build the widget, serve the demo page, run every test.
//!
//! Each task installs what it needs and is missing ([`tools`]), and says so before it starts.

mod build;
mod names;
mod npm;
mod test;
mod tools;

use anyhow::{Result, bail};
use std::process::ExitCode;
use xshell::Shell;

const USAGE: &str = "\
cargo xtask TASK

  serve    build the widget and serve the demo page on http://127.0.0.1:8080/
  test     run every test, real browsers included
  build    build the demo page with the widget into dist/
  check    formatting and lints, warnings as errors
  setup    install what the other tasks need, and nothing else
";

fn main() -> ExitCode {
    match run(std::env::args().nth(1).as_deref()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(task: Option<&str>) -> Result<()> {
    let sh = Shell::new()?;
    sh.change_dir(root());
    match task {
        Some("serve") => build::serve(&sh),
        Some("test") => test::all(&sh),
        Some("build") => build::release(&sh),
        Some("check") => test::check(&sh),
        Some("setup") => tools::everything(&sh).map(drop),
        None | Some("help" | "--help" | "-h") => {
            print!("{USAGE}");
            Ok(())
        }
        Some(other) => bail!("no task is called `{other}`\n\n{USAGE}"),
    }
}

/// The folder of the workspace.
fn root() -> std::path::PathBuf {
    let here = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_owned()
}

/// Tells what is going on, apart from what the programs themselves print.
fn say(text: &str) {
    eprintln!("\n==> {text}");
}
