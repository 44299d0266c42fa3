//! Coverage-guided tests: what each target of fuzz/ makes of input that reaches code no other has reached.
//!
//! The corpora in the repository are small; what a run finds beside them stays in target/fuzz.

use crate::{say, tools};
use anyhow::{Context, Result, bail};
use xshell::{Shell, cmd};

/// The targets, each with the folders of other tests that it begins with.
const TARGETS: [(&str, &[&str]); 6] = [
    ("json", &["tests/consumers/charts"]),
    ("grid", &[]),
    ("html", &["tests/tables", "tests/tables/published"]),
    ("fragment", &[]),
    ("session", &[]),
    ("exports", &[]),
];

/// How long each target runs, in seconds, where nobody says.
const SECONDS: u32 = 60;

/// Runs one target, or all of them one after the other.
pub(crate) fn run(sh: &Shell, options: &[String]) -> Result<()> {
    let (mut chosen, mut seconds) = (None, SECONDS);
    for option in options {
        match option.parse() {
            Ok(number) => seconds = number,
            Err(_) => chosen = Some(option.as_str()),
        }
    }
    let targets = TARGETS
        .iter()
        .filter(|(name, _)| chosen.is_none_or(|it| it == *name));
    let targets: Vec<_> = targets.collect();
    if targets.is_empty() {
        let names = TARGETS.map(|(name, _)| name).join(", ");
        bail!(
            "no target is called `{}`; there are {names}",
            chosen.unwrap_or_default()
        );
    }
    tools::cargo_fuzz(sh)?;
    // The compiler counts which code is reached by flags that are unstable, and are of this very compiler.
    let _flags = sh.push_env("RUSTC_BOOTSTRAP", "1");
    say("building the targets: two minutes the first time");
    // A sanitizer would look for faults of unsafe code, and there is none.
    let how = ["--sanitizer", "none", "--target-dir", "target/fuzz"];
    cmd!(sh, "cargo fuzz build {how...}").run()?;
    for (name, folders) in targets {
        say(&format!("{name}: {seconds} seconds"));
        let (found, broken) = (
            format!("target/fuzz/corpus/{name}"),
            format!("target/fuzz/found/{name}/"),
        );
        sh.create_dir(&found)?;
        sh.create_dir(&broken)?;
        let own = format!("fuzz/corpus/{name}");
        let folders = folders.iter();
        let limits = [
            format!("-max_total_time={seconds}"),
            format!("-artifact_prefix={broken}"),
            "-max_len=4096".to_owned(),
            "-timeout=10".to_owned(),
            "-rss_limit_mb=1024".to_owned(),
            "-print_final_stats=1".to_owned(),
        ];
        cmd!(sh, "cargo fuzz run {how...} {name} {found} {own} {folders...} -- {limits...}")
            .run()
            .with_context(|| format!("{name} is broken by what is in {broken}: put it into fuzz/corpus/{name}, where tests/it finds it, and mend the code"))?;
    }
    Ok(())
}
