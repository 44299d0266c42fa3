//! What published tables and changes of them come out as, written down: nothing is read in another way unseen.
//!
//! `tests/tables/outcomes.txt` has lines of pages: for each kind of change how many of the changed tables are
//! read, how many are refused, and a digest of every word of what came out. The number behind
//! the name of a page says which changes are made; a page that is to be changed in more ways has more lines.
//! The tables that are right are held by other tests; this one says that something is read as it was not
//! before.
//!
//! `OUTCOMES=folder cargo test --test it outcomes` writes every outcome into that folder, in words, and the
//! file anew: two such folders, of before and after a change, show what it does.

mod changes;

use super::draw;
use super::html::input;
use super::sample::{letters, samples};
use changes::CHANGES;
use state_chart::import::table::{Axis, Options, Table, read};
use std::fmt::Write;
use std::path::{Path, PathBuf};

/// What came out, in words.
fn outcome(tables: &[Table], options: &Options) -> (bool, String) {
    match read(tables, options) {
        Ok(reading) => {
            let mut text = draw::chart(&reading.chart);
            for row in reading.chart.draft().rows {
                for note in row.notes {
                    let _ = writeln!(text, "({}) {}", note.operation, note.text);
                }
            }
            let _ = writeln!(text, "of {:?}", reading.tables);
            for warning in reading.warnings {
                let _ = writeln!(text, "~ {warning}");
            }
            (true, text)
        }
        Err(problems) => {
            let mut text = String::new();
            for problem in problems {
                let _ = writeln!(text, "! {problem}");
            }
            (false, text)
        }
    }
}

/// All outcomes of a kind: how many are read and refused, and their words.
fn outcomes<'a>(inputs: impl Iterator<Item = (Vec<Table>, &'a Options)>) -> (usize, usize, String) {
    let (mut taken, mut refused, mut words) = (0, 0, String::new());
    for (tables, options) in inputs {
        let (read, text) = outcome(&tables, options);
        *(if read { &mut taken } else { &mut refused }) += 1;
        words.push_str(&text);
        words.push('\n');
    }
    (taken, refused, words)
}

/// A digest of a text: FNV-1a.
fn digest(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |digest, byte| {
        (digest ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}

/// A line, and all outcomes in words.
fn line(
    (name, number): (&str, usize),
    tables: &[Table],
    options: &Options,
    other: &[Table],
) -> (String, String) {
    let (mut line, mut all) = (format!("{name} {number}"), String::new());
    let mut add = |what: &str, (taken, refused, words): (usize, usize, String)| {
        let _ = write!(line, ", {what} {taken}+{refused} {:08x}", digest(&words));
        let _ = write!(all, "== {what}\n{words}");
    };
    for (what, change) in CHANGES {
        let inputs = tables.iter().enumerate().flat_map(|(at, table)| {
            change(&table.rows, number).into_iter().map(move |rows| {
                let mut tables = tables.to_vec();
                tables[at].rows = rows;
                (tables, options)
            })
        });
        add(what, outcomes(inputs));
    }
    let sides = [Axis::Rows, Axis::Columns].map(|axis| Options {
        states: Some(axis),
        ..options.clone()
    });
    add(
        "sides",
        outcomes(sides.iter().map(|options| (tables.to_vec(), options))),
    );
    let both = [tables, other].concat();
    add("with another", outcomes([(both, options)].into_iter()));
    (line, all)
}

#[test]
fn nothing_is_read_in_another_way_unseen() {
    let folder = std::env::var_os("OUTCOMES").map(PathBuf::from);
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/tables/outcomes.txt");
    let before = std::fs::read_to_string(&file).unwrap();
    let known = |name: &str| -> Vec<usize> {
        let lines = before.lines().filter_map(|line| line.split_once(','));
        let numbers = lines.filter_map(|(page, _)| page.rsplit_once(' '));
        let numbers = numbers.filter(|(page, _)| *page == name);
        numbers.map(|(_, number)| number.parse().unwrap()).collect()
    };
    let inputs: Vec<_> = samples()
        .into_iter()
        .filter_map(|sample| Some((input(&sample.html).ok()?, sample.name)))
        .collect();
    let other = &inputs[0].0.0;
    let mut lines = before.lines();
    let mut text = String::new();
    for ((tables, options), name) in &inputs {
        let mut numbers = known(name);
        if numbers.is_empty() {
            numbers.push(digest(name) as usize % 1_009);
        }
        for number in numbers {
            let (line, all) = line((name, number), tables, options, other);
            if let Some(folder) = &folder {
                std::fs::create_dir_all(folder).unwrap();
                let file = format!("{}{number}.txt", letters(name));
                std::fs::write(folder.join(file), all).unwrap();
                let _ = writeln!(text, "{line}");
            } else {
                assert_eq!(lines.next(), Some(line.as_str()));
            }
        }
    }
    if folder.is_some() {
        std::fs::write(&file, text).unwrap();
    } else {
        assert_eq!(lines.next(), None);
    }
}
