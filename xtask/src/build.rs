//! Building the widget and serving its demo page, both with Trunk.

use crate::{root, say, short, stamp, tools};
use anyhow::Result;
use xshell::{Shell, cmd};

/// The programs.
pub(crate) const PROGRAMS: [&str; 4] = ["widget", "json", "tables", "tools"];

/// How much stack a program has, in bytes. Nothing here recurses deeply, and the default, a megabyte,
/// would be taken from the memory of every page.
const STACK: usize = 131_072;

/// The folder of release builds, apart from other builds: their flags differ, and each would have the other
/// build everything anew.
const SMALL: &str = "target/small";

/// Serves the demo page, and builds it again whenever a file changes.
pub(crate) fn serve(sh: &Shell) -> Result<()> {
    tools::to_build(sh)?;
    say(
        "building the widget (a minute the first time), then serving http://127.0.0.1:8080/ until Ctrl+C",
    );
    cmd!(sh, "trunk serve --address 127.0.0.1 --port 8080").run()?;
    Ok(())
}

/// Builds what is shipped into dist/: the same programs as `trunk build --release` makes, with a
/// standard library made for size.
///
/// The flags are unstable and the compiler is not, so it has to be told that they are meant.
pub(crate) fn release(sh: &Shell) -> Result<()> {
    tools::to_build(sh)?;
    say("building the widget, optimised for size: a minute or two");
    let flags = format!(
        "-Zunstable-options -Cpanic=immediate-abort -Zfmt-debug=none -Zlocation-detail=none \
         -Clink-arg=-zstack-size={STACK}"
    );
    let _env = [
        sh.push_env("RUSTC_BOOTSTRAP", "1"),
        sh.push_env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort"),
        sh.push_env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size"),
        sh.push_env("RUSTFLAGS", flags),
        sh.push_env("CARGO_TARGET_DIR", SMALL),
        sh.push_env("STATE_CHART_BUILD", format!("\"{}\"", stamp::BLANK)),
    ];
    cmd!(sh, "trunk build --release").run()?;
    let dist = root()?.join("dist");
    for program in PROGRAMS {
        short::shorten(sh, &dist, &format!("state-chart-{program}"))?;
        // Trunk leaves the glue of wasm-bindgen as it is.
        let glue = dist.join(format!("state-chart-{program}.js"));
        let flags = [
            "--minify",
            "--tree-shaking=true",
            "--target=es2022",
            "--log-level=warning",
        ];
        cmd!(
            sh,
            "esbuild {glue} {flags...} --allow-overwrite --outfile={glue}"
        )
        .quiet()
        .run()?;
    }
    stamp::all(sh, &dist)?;
    let page = sh.read_file("dist/index.html")?;
    sh.write_file("dist/index.html", without_orders(&page))?;
    Ok(())
}

/// A page without the lines that tell Trunk what to build: it leaves those for which it puts no script in.
fn without_orders(page: &str) -> String {
    let kept = page
        .lines()
        .filter(|line| !line.contains("<link data-trunk "));
    kept.flat_map(|line| [line, "\n"]).collect()
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
