//! Building the widget and serving its demo page, both with Trunk.

use crate::{names, root, say, tools};
use anyhow::Result;
use std::path::Path;
use xshell::{Shell, cmd};

/// Serves the demo page, and builds it again whenever a file changes.
pub(crate) fn serve(sh: &Shell) -> Result<()> {
    tools::to_build(sh)?;
    say(
        "building the widget (a minute the first time), then serving http://127.0.0.1:8080/ until Ctrl+C",
    );
    cmd!(sh, "trunk serve --address 127.0.0.1 --port 8080").run()?;
    Ok(())
}

/// Builds what is shipped into dist/: small, with a standard library made for size.
///
/// The flags are unstable and the compiler is not, so it has to be told that they are meant.
pub(crate) fn release(sh: &Shell) -> Result<()> {
    tools::to_build(sh)?;
    say("building the widget, optimised for size: a minute or two");
    let flags =
        "-Zunstable-options -Cpanic=immediate-abort -Zfmt-debug=none -Zlocation-detail=none";
    let _env = [
        sh.push_env("RUSTC_BOOTSTRAP", "1"),
        sh.push_env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort"),
        sh.push_env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size"),
        sh.push_env("RUSTFLAGS", flags),
        // Apart from other builds, which these flags would make start from nothing.
        sh.push_env("CARGO_TARGET_DIR", "target/small"),
    ];
    cmd!(sh, "trunk build --release").run()?;
    for program in ["state-chart-widget", "state-chart-reader"] {
        names::shorten(&root().join("dist"), program)?;
    }
    for file in sh.read_dir("dist")? {
        if file.extension().is_some_and(|ending| ending == "js") {
            minify(sh, &file)?;
        }
    }
    let page = sh.read_file("dist/index.html")?;
    sh.write_file("dist/index.html", without_orders(&page))?;
    Ok(())
}

/// A page without the lines that tell Trunk what to build: where no script is put in, it leaves them.
fn without_orders(page: &str) -> String {
    let kept = page
        .lines()
        .filter(|line| !line.contains("<link data-trunk "));
    kept.flat_map(|line| [line, "\n"]).collect()
}

/// Takes what only people need out of a script. Trunk leaves scripts as they are.
pub(crate) fn minify(sh: &Shell, file: &Path) -> Result<()> {
    let flags = ["--minify", "--target=es2022", "--log-level=warning"];
    cmd!(
        sh,
        "esbuild {file} {flags...} --allow-overwrite --outfile={file}"
    )
    .quiet()
    .run()?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_that_is_shipped_has_no_orders_for_its_builder() {
        let page = "<head>\n  <link data-trunk rel=\"rust\" />\n  <link rel=\"icon\" />\n</head>\n";
        assert_eq!(
            without_orders(page),
            "<head>\n  <link rel=\"icon\" />\n</head>\n"
        );
    }
}
