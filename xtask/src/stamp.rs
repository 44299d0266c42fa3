//! The name of a build in each of its files: servers and caches hand files out one by one, and those of two
//! builds must not be taken for one.
//!
//! A script of ours has it in place of the blank that the bundler put in, a script that wasm-bindgen made as one
//! more export, and a module in a custom section, which is read before anything in it runs.

use anyhow::{Context, Result, ensure};
use std::hash::{DefaultHasher, Hasher};
use std::path::{Path, PathBuf};
use xshell::Shell;

/// What stands for the name until all files are there.
pub(crate) const BLANK: &str = "@build@@";

/// The text before the name in the export of a script that wasm-bindgen made.
const EXPORT: &str = "export const build=\"";

/// The number of a custom section of a module.
const CUSTOM: u8 = 0;

/// Gives all files in `folder` the name of the build, which is a hash of what is in them.
pub(crate) fn all(sh: &Shell, folder: &Path) -> Result<()> {
    let mut files: Vec<PathBuf> = sh.read_dir(folder)?;
    files.retain(|file| is_own(file));
    files.sort();
    let mut hasher = DefaultHasher::new();
    for file in &files {
        hasher.write(&sh.read_binary_file(file)?);
    }
    let name = format!("{:016x}", hasher.finish());
    let (name, _) = name.split_at(BLANK.len());
    for file in files {
        if file.extension().is_some_and(|kind| kind == "wasm") {
            let mut module = sh.read_binary_file(&file)?;
            module.extend(section("build", name)?);
            sh.write_file(&file, module)?;
            continue;
        }
        let text = sh.read_file(&file)?;
        sh.write_file(&file, stamped(text, name))?;
    }
    Ok(())
}

/// The name that the files in `folder` have.
pub(crate) fn name(sh: &Shell, folder: &Path) -> Result<String> {
    let text = sh.read_file(folder.join("state-chart-widget.js"))?;
    let (_, rest) = text.rsplit_once(EXPORT).context("the build has no name")?;
    Ok(rest.chars().take(BLANK.len()).collect())
}

fn is_own(file: &Path) -> bool {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    name.starts_with("state-chart") && (name.ends_with(".js") || name.ends_with(".wasm"))
}

/// A script with the name in its blank, or with an export of it.
fn stamped(text: String, name: &str) -> String {
    if text.contains(BLANK) {
        return text.replace(BLANK, name);
    }
    [text.trim_end(), EXPORT, name, "\";\n"].concat()
}

/// A custom section of a module, with a title and a text.
fn section(title: &str, text: &str) -> Result<Vec<u8>> {
    let title_length = u8::try_from(title.len())?;
    let length = u8::try_from(1 + title.len() + text.len())?;
    // Longer ones take more than a byte for their length.
    ensure!(length < 0x80, "the name of the build is too long");
    let mut bytes = vec![CUSTOM, length, title_length];
    bytes.extend(title.bytes().chain(text.bytes()));
    Ok(bytes)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
mod tests {
    use super::*;

    #[test]
    fn a_script_has_its_blank_filled_or_one_more_export() {
        let bundled = format!("var a=\"{BLANK}\";");
        assert_eq!(stamped(bundled, "0123abcd"), "var a=\"0123abcd\";");
        let made = "export{a};\n".to_owned();
        assert_eq!(
            stamped(made, "0123abcd"),
            "export{a};export const build=\"0123abcd\";\n"
        );
    }

    #[test]
    fn a_section_says_how_long_it_and_its_title_are() {
        assert_eq!(section("build", "ab").unwrap(), *b"\0\x08\x05buildab");
        assert!(section("build", &"a".repeat(200)).is_err());
    }
}
