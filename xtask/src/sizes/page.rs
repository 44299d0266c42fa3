//! The page of the docs that says where the bytes are.
//!
//! It knows how a page is written, and neither files nor modules.

use super::account::Account;
use super::budget::Budget;
use std::collections::BTreeMap;

/// Rows below this part of a module are one row together.
const LEAST: f64 = 0.003;

/// The sizes of a file.
pub(super) struct Sizes {
    /// As it is.
    pub(super) plain: BTreeMap<String, u64>,
    /// As brotli.
    pub(super) brotli: BTreeMap<String, u64>,
}

/// The page.
pub(super) fn page(budget: &Budget, sizes: &Sizes, accounts: &[(String, Account)]) -> String {
    let mut page = format!(
        "# Where the bytes are\n\n\
         Made by `cargo xtask sizes --write`. `budget.toml` holds the sizes as brotli, which are what travels; \
         the accounts below are of bytes before that, because only those have an owner. Brotli takes the modules \
         to {} of their bytes, code about like data.\n\n## Files\n\n\
         | file | bytes | as brotli | at most |\n|---|--:|--:|--:|\n",
        percent(ratio(sizes))
    );
    let number = |map: &BTreeMap<String, u64>, name: &str| digits(map.get(name).copied());
    for name in sizes.brotli.keys() {
        page += &format!(
            "| `{name}` | {} | {} | {} |\n",
            number(&sizes.plain, name),
            number(&sizes.brotli, name),
            number(&budget.files, name)
        );
    }
    page += "\n## Downloads\n\n\
             A file that is in none of them is loaded when a reader asks for what is in it.\n\n\
             | when | files | as brotli | at most | goal |\n|---|---|--:|--:|--:|\n";
    for download in &budget.downloads {
        let files: Vec<_> = { download.files.iter() }
            .map(|file| format!("`{file}`"))
            .collect();
        page += &format!(
            "| {} | {} | {} | {} | {} |\n",
            download.name,
            files.join(", "),
            digits(Some(download.size(&sizes.brotli))),
            digits(Some(download.most)),
            digits(Some(download.goal))
        );
    }
    page += "\n## How to read the accounts\n\n\
             A function counts for the crate where its name begins, and functions of this crate for their room: \
             `state-chart: service` is `src/service.rs` and `src/service/`. *yew for ui* is code of Yew made for a \
             type of the room `ui`, such as a component; it is there because of that type. The code is that of a copy with \
             names, in which a function goes into no other; it is about a hundredth larger than what is shipped.\n";
    for (file, account) in accounts {
        let sum = account.sum();
        page += &format!(
            "\n## `{file}`\n\n{}\n\n| what | bytes | part |\n|---|--:|--:|\n",
            kinds(account)
        );
        let mut rows: Vec<(&str, u64)> = { account.rows.iter() }
            .map(|(name, bytes)| (name.as_str(), *bytes))
            .collect();
        rows.sort_by_key(|(name, bytes)| (std::cmp::Reverse(*bytes), *name));
        let large = rows.partition_point(|(_, bytes)| part(*bytes, sum) >= LEAST);
        let small = rows.split_off(large);
        let other = format!("{} smaller rows", small.len());
        if !small.is_empty() {
            rows.push((&other, small.iter().map(|(_, bytes)| bytes).sum()));
        }
        rows.push(("all", sum));
        for (name, bytes) in rows {
            page += &format!(
                "| {name} | {} | {} |\n",
                digits(Some(bytes)),
                percent(part(bytes, sum))
            );
        }
    }
    page
}

/// The rows of an account as one sentence.
fn kinds(account: &Account) -> String {
    let sum = account.sum();
    let said = KINDS.map(|kind| {
        let rows = account.rows.iter().filter(|(row, _)| kind_of(row) == kind);
        let bytes = rows.map(|(_, bytes)| bytes).sum();
        format!("{kind} {}", percent(part(bytes, sum)))
    });
    format!("In short: {}.", said.join(", "))
}

const KINDS: [&str; 4] = [
    "the crate's own rooms",
    "other crates made for its types",
    "other crates besides",
    "no code",
];

fn kind_of(row: &str) -> &'static str {
    let [own, made, other, none] = KINDS;
    match row {
        _ if row.starts_with("state-chart") => own,
        _ if row.contains(" for ") => made,
        // A crate is one word.
        _ if row.contains(' ') => none,
        _ => other,
    }
}

/// How much brotli leaves of all modules.
fn ratio(sizes: &Sizes) -> f64 {
    let sum = |map: &BTreeMap<String, u64>| -> u64 {
        let modules = map.iter().filter(|(name, _)| name.ends_with(".wasm"));
        modules.map(|(_, size)| size).sum()
    };
    part(sum(&sizes.brotli), sum(&sizes.plain))
}

fn part(bytes: u64, of: u64) -> f64 {
    bytes as f64 / of.max(1) as f64
}

fn percent(part: f64) -> String {
    format!("{:.1} %", part * 100.0)
}

/// A number with a comma before each three digits; nothing where there is none.
fn digits(number: Option<u64>) -> String {
    let plain = number.map_or_else(String::new, |number| number.to_string());
    let mut digits = String::new();
    for (index, digit) in plain.chars().enumerate() {
        if index > 0 && (plain.len() - index).is_multiple_of(3) {
            digits.push(',');
        }
        digits.push(digit);
    }
    digits
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_in_threes() {
        let numbers = [0, 12, 999, 1_000, 65_536, 1_234_567].map(|number| digits(Some(number)));
        assert_eq!(numbers, ["0", "12", "999", "1,000", "65,536", "1,234,567"]);
        assert_eq!(digits(None), "");
    }

    #[test]
    fn the_page_has_files_downloads_and_rows_by_size() {
        let budget = Budget::read(
            "[files]\n\"a.wasm\" = 400\n[download.\"at first\"]\nfiles = [\"a.wasm\"]\nmost = 500\ngoal = 300",
        )
        .unwrap();
        let size = |bytes| BTreeMap::from([("a.wasm".to_owned(), bytes)]);
        let sizes = Sizes {
            plain: size(1_000),
            brotli: size(360),
        };
        let rows = [
            ("yew", 400),
            ("state-chart: ui", 500),
            ("yew for ui", 90),
            ("data: text", 8),
            ("core", 1),
            ("std", 1),
        ];
        let rows = rows.map(|(name, bytes)| (name.to_owned(), bytes));
        let account = Account { rows: rows.into() };
        let page = page(&budget, &sizes, &[("a.wasm".to_owned(), account)]);
        for part in [
            "to 36.0 % of their bytes",
            "\n| `a.wasm` | 1,000 | 360 | 400 |\n",
            "\n| at first | `a.wasm` | 360 | 500 | 300 |\n",
            "In short: the crate's own rooms 50.0 %, other crates made for its types 9.0 %, other crates besides 40.2 %, no code 0.8 %.",
            "|--:|\n| state-chart: ui | 500 | 50.0 % |\n| yew | 400 | 40.0 % |\n| yew for ui | 90 | 9.0 % |\n\
             | data: text | 8 | 0.8 % |\n| 2 smaller rows | 2 | 0.2 % |\n| all | 1,000 | 100.0 % |\n",
        ] {
            assert!(page.contains(part), "{part}\n is not in\n{page}");
        }
    }
}
