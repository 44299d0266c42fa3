//! Developer tasks: build the widget, serve the demo page, run every test, pack what is shipped.
//!
//! Each task installs what it needs and is missing ([`tools`]), and says so before it starts.

mod bench;
mod build;
mod dist;
mod embed;
mod frameworks;
mod fuzz;
mod npm;
mod scripts;
mod short;
mod site;
mod sites;
mod sizes;
mod stamp;
mod supply;
mod test;
mod tools;

use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use xshell::Shell;

const USAGE: &str = "\
cargo xtask TASK

  serve    build the widget and serve the demo page on http://127.0.0.1:8080/;
           `serve site` does it with the documentation, the widget live on its pages
  test     run every test, real browsers included
  pages    the tests of whole pages alone, after `embed` and `site`: [chromium|firefox|webkit] [part of a test's name …]
  build    build the demo page with the widget into dist/
  dist     build, and make all that is shipped: a site, and what a release consists of, in target/packages/release/
  embed    do that, and build a site with each program of tests/packages into target/embedded/
  site     do that of `dist`, and build the documentation with live tables into target/site/
  sites    do that of `site` and of `embed`, and drive real sites of Docusaurus, VitePress, Starlight,
           Material for MkDocs, Furo and mdBook; before a release
  sizes    the sizes of what is in dist/, held by budget.toml; with --write, docs/sizes.md of them
  fuzz     look for input that breaks a reader or an export: all targets, or TARGET, for SECONDS each (60)
  mutants  change the domain in small ways, and tell which changes no test notices
  deny     licences, origins and known faults of what Cargo.lock names
  bench    measure the widget against its peers (`bench --help` lists what can be chosen)
  check    formatting, lints and types, of the scripts too, and `deny`; warnings as errors
  setup    install what the other tasks need, and nothing else

Packages of the system are installed after asking; with --install, or where nobody can be asked, at once.
";

fn main() -> ExitCode {
    let arguments = std::env::args().skip(1);
    let arguments: Vec<String> = arguments.filter(|it| it != tools::INSTALL).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[String]) -> Result<()> {
    let (task, options) = match arguments.split_first() {
        Some((task, options)) => (Some(task.as_str()), options),
        None => (None, arguments),
    };
    let sh = Shell::new()?;
    sh.change_dir(root()?);
    match task {
        Some("serve") => match options {
            [] => build::serve(&sh),
            [what] if what == "site" => site::serve(&sh),
            _ => bail!("`serve` takes `site` and nothing else"),
        },
        Some("test") => test::all(&sh),
        Some("pages") => test::only_pages(&sh, options),
        Some("build") => build::release(&sh),
        Some("dist") => {
            build::release(&sh)?;
            dist::all(&sh)
        }
        Some("embed") => {
            build::release(&sh)?;
            dist::all(&sh)?;
            embed::all(&sh)
        }
        Some("site") => site::all(&sh),
        Some("sites") => sites::run(&sh),
        Some("sizes") => sizes::run(&sh, options),
        Some("fuzz") => fuzz::run(&sh, options),
        Some("mutants") => supply::mutants(&sh, options),
        Some("deny") => supply::deny(&sh),
        Some("bench") => bench::run(&sh, options),
        Some("check") => test::check(&sh),
        Some("setup") => tools::everything(&sh).map(drop),
        None | Some("help" | "--help" | "-h") => {
            print!("{USAGE}");
            Ok(())
        }
        Some(other) => bail!("no task is called `{other}`\n\n{USAGE}"),
    }
}

/// The folder of the workspace in which the task is run.
fn root() -> Result<PathBuf> {
    let here = std::env::current_dir()?;
    let is_root = |folder: &&Path| folder.join("xtask/Cargo.toml").exists();
    let root = here.ancestors().find(is_root);
    let root = root.context("run this in the folder of the project, or in one within it")?;
    Ok(root.to_owned())
}

/// Tells what is going on, apart from what the programs themselves print.
fn say(text: &str) {
    eprintln!("\n==> {text}");
}
