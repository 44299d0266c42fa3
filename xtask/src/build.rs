//! Building the widget and serving its demo page, both with Trunk.

use crate::{freeze, idle, names, parts, parts::Part, root, say, split, tools};
use anyhow::{Context, Result, ensure};
use std::collections::HashSet;
use std::path::{Path, PathBuf};
use xshell::{Shell, cmd};

/// The programs, each with the parts that are cut out of it.
pub(crate) const PROGRAMS: [(&str, &[Part]); 2] =
    [(parts::OF, parts::WIDGET), ("state-chart-reader", &[])];

/// How much stack a program has, in bytes. Nothing here calls itself deeply, and the default, a
/// megabyte, would be of every page.
const STACK: usize = 131_072;

/// The folder of what is built small, apart from other builds: its flags would make them start
/// from nothing.
const SMALL: &str = "target/small";

/// The folder of the modules as they are shipped, but with the names of their functions.
pub(crate) fn named() -> PathBuf {
    root().join(SMALL).join("names")
}

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
    // Functions that are alike are made one only after the cut, by wasm-opt: before it, one of a
    // part would stand for one of what stays.
    let flags = format!(
        "-Zunstable-options -Cpanic=immediate-abort -Zfmt-debug=none -Zlocation-detail=none \
         -Zmerge-functions=disabled -Clink-arg=-zstack-size={STACK}"
    );
    let _env = [
        sh.push_env("RUSTC_BOOTSTRAP", "1"),
        sh.push_env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort"),
        sh.push_env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size"),
        sh.push_env("RUSTFLAGS", flags),
        sh.push_env("CARGO_TARGET_DIR", SMALL),
    ];
    cmd!(sh, "trunk build --release").run()?;
    for (program, parts) in PROGRAMS {
        let idle = (program == parts::OF).then_some(&parts::IDLE);
        shrink(sh, program, parts, idle)?;
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

/// Makes the module of a program anew from what wasm-bindgen left of it, which has its names still
/// and is not optimised: cuts its parts out, and makes each module small.
fn shrink(sh: &Shell, program: &str, parts: &[Part], idle: Option<&Part>) -> Result<()> {
    let file = format!("{program}_bg.wasm");
    let linked = root().join(SMALL).join("wasm-bindgen/release").join(&file);
    let glue = sh.read_file(root().join("dist").join(format!("{program}.js")))?;
    let called: HashSet<&str> = names::words(&glue).collect();
    sh.create_dir(named())?;
    let work = sh.create_temp_dir()?;
    let whole = work.path().join(&file);
    let mut linked = sh.read_binary_file(linked)?;
    if let Some(idle) = idle {
        linked = idle::empty(&linked, idle).with_context(|| file.clone())?;
    }
    let busy = work.path().join("busy.wasm");
    sh.write_file(&busy, linked)?;
    // Nothing goes into its caller before the cut: what is far would come near.
    let flags = ["--no-inline=*", "-Oz", "--debuginfo"];
    cmd!(sh, "wasm-opt {busy} --output={whole} {flags...}")
        .arg("--skip-pass=duplicate-function-elimination")
        .quiet()
        .run()?;
    let mut whole = sh.read_binary_file(&whole)?;
    if idle.is_some() {
        whole = freeze::freeze(sh, &whole, parts::READY, STACK).with_context(|| file.clone())?;
    }
    let cut = split::split(&whole, parts, &|export| called.contains(export))
        .with_context(|| format!("{file} cannot be cut"))?;
    optimise(sh, &cut.near, &file)?;
    for (part, cut) in parts.iter().zip(cut.parts) {
        let file = format!("{}.wasm", part.file);
        ensure!(
            cut.functions > 0,
            "no function of {program} is in {file}: see what parts.rs says of it"
        );
        let bytes = optimise(sh, &cut.wasm, &file)?;
        let (functions, doors) = (cut.functions, cut.doors.len());
        say(&format!(
            "{file}: {functions} functions, {bytes} bytes, entered by {doors} calls"
        ));
        let doors: String = { cut.doors.iter() }
            .map(|(from, to)| format!("{from} calls {to}\n"))
            .collect();
        sh.write_file(named().join(format!("{}.doors", part.file)), doors)?;
    }
    Ok(())
}

/// Makes a module small, as `file` in dist/, and once more with its names for the account. Answers
/// how many bytes are shipped.
fn optimise(sh: &Shell, wasm: &[u8], file: &str) -> Result<usize> {
    let work = sh.create_temp_dir()?;
    let module = work.path().join(file);
    sh.write_file(&module, wasm)?;
    let (shipped, named) = (root().join("dist").join(file), named().join(file));
    let passes = ["--flatten", "--rereloop", "-Oz", "-Oz"];
    cmd!(sh, "wasm-opt {module} --output={shipped} {passes...}")
        .args(["--strip-producers", "--strip-target-features"])
        .quiet()
        .run()?;
    // What has gone into its caller has no name any more.
    cmd!(
        sh,
        "wasm-opt {module} --output={named} --no-inline=* -Oz --debuginfo"
    )
    .quiet()
    .run()?;
    Ok(sh.read_binary_file(shipped)?.len())
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
