//! The budget: how many bytes each file may have, and each download of several.
//!
//! It knows sizes by name, and neither files nor compression.

use anyhow::{Context, Result, bail};
use std::collections::BTreeMap;
use std::fmt::Write;

/// What may be as large as what.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Budget {
    /// The most bytes of each file.
    pub(super) files: BTreeMap<String, u64>,
    /// What a reader downloads at once.
    pub(super) downloads: Vec<Download>,
}

/// Files that are downloaded together.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Download {
    /// When.
    pub(super) name: String,
    pub(super) files: Vec<String>,
    /// The most bytes of all together.
    pub(super) most: u64,
    /// What it should come down to.
    pub(super) goal: u64,
}

impl Budget {
    /// Reads a budget: the part of TOML that budget.toml uses.
    pub(super) fn read(text: &str) -> Result<Self> {
        let mut budget = Self::default();
        for (index, line) in text.lines().enumerate() {
            budget
                .line(line.trim())
                .with_context(|| format!("budget.toml, line {}", index + 1))?;
        }
        for download in &budget.downloads {
            for name in &download.files {
                if !budget.files.contains_key(name) {
                    bail!(
                        "budget.toml: `{}` names `{name}`, which [files] does not",
                        download.name
                    );
                }
            }
        }
        Ok(budget)
    }

    fn line(&mut self, line: &str) -> Result<()> {
        if line.is_empty() || line.starts_with('#') || line == "[files]" {
            return Ok(());
        }
        if let Some(name) = line
            .strip_prefix("[download.")
            .and_then(|rest| rest.strip_suffix(']'))
        {
            self.downloads.push(Download {
                name: name.trim_matches('"').to_owned(),
                ..Download::default()
            });
            return Ok(());
        }
        let (name, value) = line
            .split_once(" = ")
            .with_context(|| format!("expected `name = value`, found `{line}`"))?;
        let name = name.trim_matches('"');
        let number = || {
            let digits = value.replace('_', "");
            digits
                .parse::<u64>()
                .with_context(|| format!("expected a number of bytes, found `{value}`"))
        };
        match (self.downloads.last_mut(), name) {
            (None, _) => {
                self.files.insert(name.to_owned(), number()?);
            }
            (Some(download), "most") => download.most = number()?,
            (Some(download), "goal") => download.goal = number()?,
            (Some(download), "files") => {
                let list = value.trim_start_matches('[').trim_end_matches(']');
                let names = list.split(',').map(|name| name.trim().trim_matches('"'));
                download.files = names.map(str::to_owned).collect();
            }
            (Some(_), _) => bail!("expected `files`, `most` or `goal`, found `{name}`"),
        }
        Ok(())
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

    const TEXT: &str = "\
# The most bytes.
[files]
\"a.js\" = 1_300
\"b.wasm\" = 9000

[download.\"at first\"]
files = [\"a.js\"]
most = 1300
goal = 1000

[download.\"to play\"]
files = [\"a.js\", \"b.wasm\"]
most = 10_000
goal = 6000
";

    fn problems(sizes: &[(&str, u64)]) -> Vec<String> {
        let sizes = { sizes.iter() }.map(|(name, size)| ((*name).to_owned(), *size));
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
            (
                "\"a.js\"",
                "budget.toml, line 1: expected `name = value`, found `\"a.js\"`",
            ),
            (
                "[files]\n\"a.js\" = many",
                "budget.toml, line 2: expected a number of bytes, found `many`: invalid digit found in string",
            ),
            (
                "[download.x]\nleast = 1",
                "budget.toml, line 2: expected `files`, `most` or `goal`, found `least`",
            ),
            (
                "[download.x]\nfiles = [\"a.js\"]",
                "budget.toml: `x` names `a.js`, which [files] does not",
            ),
        ] {
            let error = Budget::read(text).unwrap_err();
            assert_eq!(format!("{error:#}"), problem);
        }
    }

    #[test]
    fn the_budget_of_this_project_can_be_read() {
        let budget = Budget::read(include_str!("../../../budget.toml")).unwrap();
        assert!(budget.downloads.iter().all(|download| download.goal > 0));
    }
}
