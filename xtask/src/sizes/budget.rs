//! The budget: how many bytes each file may have, and each download of several.
//!
//! It knows sizes by name, and neither files nor compression.

use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fmt::Write;

/// The most bytes of each file and of each download.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Budget {
    /// The most bytes of each file.
    pub(super) files: BTreeMap<String, u64>,
    /// What a reader downloads at once.
    #[serde(rename = "download")]
    pub(super) downloads: Vec<Download>,
}

/// Files that are downloaded together.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Download {
    /// When they are downloaded.
    pub(super) name: String,
    pub(super) files: Vec<String>,
    /// The most bytes of all together.
    pub(super) most: u64,
    /// What it should come down to.
    pub(super) goal: u64,
}

impl Budget {
    /// Reads budget.toml.
    pub(super) fn read(text: &str) -> Result<Self> {
        let budget: Self = toml::from_str(text).context("budget.toml")?;
        for Download { name, files, .. } in &budget.downloads {
            for file in files {
                ensure!(
                    budget.files.contains_key(file),
                    "budget.toml: `{name}` names `{file}`, which [files] does not"
                );
            }
        }
        Ok(budget)
    }

    /// What is over the budget, has none, or is not there.
    pub(super) fn problems(&self, sizes: &BTreeMap<String, u64>) -> Vec<String> {
        let mut problems = Vec::new();
        for (name, size) in sizes {
            match self.files.get(name) {
                Some(most) if size > most => problems.push(format!(
                    "`{name}` has {size} bytes as brotli, {} more than budget.toml allows",
                    size - most
                )),
                Some(_) => {}
                None => problems.push(format!(
                    "`{name}` is shipped and has no budget: add it to budget.toml"
                )),
            }
        }
        for name in self.files.keys().filter(|name| !sizes.contains_key(*name)) {
            problems.push(format!(
                "`{name}` has a budget and is not shipped: take it out of budget.toml"
            ));
        }
        for download in &self.downloads {
            let size = download.size(sizes);
            if size > download.most {
                problems.push(format!(
                    "the download `{}` has {size} bytes as brotli, {} more than budget.toml allows",
                    download.name,
                    size - download.most
                ));
            }
        }
        problems
    }

    /// The sizes beside what they may be.
    pub(super) fn table(&self, sizes: &BTreeMap<String, u64>) -> String {
        let mut table = String::new();
        let mut line = |name: &str, size: u64, most: u64, goal: Option<u64>| {
            let goal = goal.map_or_else(String::new, |goal| format!(", goal {goal}"));
            // Writing to a string does not fail.
            let _: std::fmt::Result =
                writeln!(table, "{name:<28}{size:>8} bytes, at most {most}{goal}");
        };
        for (name, &size) in sizes {
            line(name, size, self.files.get(name).copied().unwrap_or(0), None);
        }
        for download in &self.downloads {
            let (size, goal) = (download.size(sizes), Some(download.goal));
            line(&download.name, size, download.most, goal);
        }
        table
    }

    /// The page of the docs, of the bytes as they are and as brotli.
    pub(super) fn page(
        &self,
        plain: &BTreeMap<String, u64>,
        brotli: &BTreeMap<String, u64>,
    ) -> String {
        let mut page = String::from(
            "# Where the bytes are\n\nMade by `cargo xtask sizes --write`. `budget.toml` holds the sizes as brotli, \
             which are what travels.\n\n## Files\n\n| file | bytes | as brotli | at most |\n|---|--:|--:|--:|\n",
        );
        let number = |map: &BTreeMap<String, u64>, name: &str| map.get(name).copied().unwrap_or(0);
        for (name, size) in brotli {
            let (plain, most) = (number(plain, name), number(&self.files, name));
            // Writing to a string does not fail.
            let _: std::fmt::Result = writeln!(page, "| `{name}` | {plain} | {size} | {most} |");
        }
        page += "\n## Downloads\n\nA file that is in none of them is loaded when a reader asks for what is in \
                 it.\n\n| when | files | as brotli | at most | goal |\n|---|---|--:|--:|--:|\n";
        for download in &self.downloads {
            let files = download.files.join("`, `");
            let size = download.size(brotli);
            let Download {
                name, most, goal, ..
            } = download;
            let _: std::fmt::Result =
                writeln!(page, "| {name} | `{files}` | {size} | {most} | {goal} |");
        }
        page
    }
}

impl Download {
    /// The bytes of all together.
    pub(super) fn size(&self, sizes: &BTreeMap<String, u64>) -> u64 {
        self.files.iter().filter_map(|name| sizes.get(name)).sum()
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
mod tests {
    use super::*;

    const TEXT: &str = r#"
# The most bytes.
[files]
"a.js" = 1_300
"b.wasm" = 9000

[[download]]
name = "at first"
files = ["a.js"]
most = 1300
goal = 1000

[[download]]
name = "to play"
files = ["a.js", "b.wasm"]
most = 10_000
goal = 6000
"#;

    fn problems(sizes: &[(&str, u64)]) -> Vec<String> {
        let sizes = sizes.iter().map(|(name, size)| ((*name).to_owned(), *size));
        Budget::read(TEXT).unwrap().problems(&sizes.collect())
    }

    #[test]
    fn what_is_within_the_budget_has_no_problem() {
        assert_eq!(problems(&[("a.js", 1300), ("b.wasm", 8700)]), [""; 0]);
    }

    #[test]
    fn a_file_and_a_download_over_the_budget_are_told_by_how_much() {
        assert_eq!(
            problems(&[("a.js", 1301), ("b.wasm", 8800)]),
            [
                "`a.js` has 1301 bytes as brotli, 1 more than budget.toml allows",
                "the download `at first` has 1301 bytes as brotli, 1 more than budget.toml allows",
                "the download `to play` has 10101 bytes as brotli, 101 more than budget.toml allows",
            ]
        );
    }

    #[test]
    fn a_file_without_budget_and_a_budget_without_file_are_problems() {
        assert_eq!(
            problems(&[("a.js", 1), ("c.js", 1)]),
            [
                "`c.js` is shipped and has no budget: add it to budget.toml",
                "`b.wasm` has a budget and is not shipped: take it out of budget.toml",
            ]
        );
    }

    #[test]
    fn a_budget_that_cannot_be_read_is_refused() {
        for (text, problem) in [
            ("files = 1", "invalid type"),
            ("[files]\n\"a.js\" = \"many\"\n", "invalid type"),
            (
                "[files]\n[[download]]\nname = \"x\"\nleast = 1",
                "unknown field `least`",
            ),
            (
                "[files]\n[[download]]\nname = \"x\"\nfiles = [\"a.js\"]\nmost = 1\ngoal = 1",
                "budget.toml: `x` names `a.js`, which [files] does not",
            ),
        ] {
            let error = format!("{:#}", Budget::read(text).unwrap_err());
            assert!(error.contains(problem), "{error}");
        }
    }

    #[test]
    fn the_budget_of_this_project_can_be_read() {
        let budget = Budget::read(include_str!("../../../budget.toml")).unwrap();
        assert!(budget.downloads.iter().all(|download| download.goal > 0));
    }
}
