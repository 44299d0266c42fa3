//! What must hold whatever a reader is given: a chart that keeps its rules, or a refusal that says why.
//!
//! Each target takes bytes, as a fuzzer gives them, and panics where a law is broken. `cargo xtask fuzz` looks
//! for such bytes by what code they reach; tests/it/fuzz.rs tries the corpus and changes of it.

mod back;
mod grid;
mod made;

use crate::table::html;
use state_chart::address::{self, Address, fragment};
use state_chart::chart::{Chart, MAX_PROBLEMS, Problems};
use state_chart::export::{self, Format};
use state_chart::import::json;
use state_chart::import::table::{self, Options, Problem, Reading, Table};
use state_chart::path::scenario;
use std::rc::Rc;

/// A target.
pub(crate) type Target = fn(&[u8]);

/// Every target, by the name of its folder in fuzz/corpus.
pub(crate) const ALL: [(&str, Target); 6] = [
    ("json", json_text),
    ("grid", table_grid),
    ("html", html_text),
    ("fragment", fragment_of_an_address),
    ("session", saved_session),
    ("exports", exports_read_back),
];

/// The longest input that a target looks at: time, not meaning, grows beyond.
const LONGEST: usize = 8_192;

/// The bytes as a text; any that are in no text are replaced.
fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes.get(..LONGEST).unwrap_or(bytes)).into_owned()
}

/// A chart is what its draft, its compact form and its JSON say.
fn keeps_its_rules(chart: &Chart) {
    assert!(chart.start().is_some() && chart.operations().len() > 0);
    assert_eq!(Chart::new(chart.draft()).as_ref(), Ok(chart));
    assert_eq!(Chart::unpack(&chart.pack()).as_ref(), Some(chart));
    let again = json::chart(&export::write(Format::Json, chart));
    assert_eq!(
        again.as_ref().ok(),
        Some(chart),
        "{:?}",
        again.as_ref().err()
    );
}

fn says_why(problems: &[impl std::fmt::Display]) {
    assert!(!problems.is_empty() && problems.len() <= MAX_PROBLEMS + 1);
    assert!(
        problems
            .iter()
            .all(|problem| !problem.to_string().trim().is_empty())
    );
}

fn json_text(bytes: &[u8]) {
    match json::chart(&text(bytes)) {
        Ok(chart) => keeps_its_rules(&chart),
        Err(Problems(problems)) => says_why(&problems),
    }
}

fn reading(tables: &[Table], read: &Result<Reading, Vec<Problem>>) {
    match read {
        Ok(reading) => {
            keeps_its_rules(&reading.chart);
            assert!(!reading.tables.is_empty());
            assert!(reading.tables.iter().all(|&place| place < tables.len()));
            let warnings = reading.warnings.iter().map(ToString::to_string);
            assert!(
                warnings
                    .into_iter()
                    .all(|warning| !warning.trim().is_empty())
            );
        }
        Err(problems) => says_why(problems),
    }
}

fn table_grid(bytes: &[u8]) {
    let text = text(bytes);
    let tables = grid::tables(&text);
    reading(&tables, &table::read(&tables, &Options::default()));
    // The signs of an outline may come in any order.
    let tables = table::outlined(&text);
    reading(&tables, &table::read(&tables, &Options::default()));
}

fn html_text(bytes: &[u8]) {
    match html::input(&text(bytes)) {
        Ok((tables, options)) => reading(&tables, &table::read(&tables, &options)),
        Err(problem) => says_why(&[problem]),
    }
}

fn charts() -> [Rc<Chart>; 2] {
    let lamp = include_str!("../../tests/exports/lamp.source.json");
    [
        Rc::new(Chart::biztalk()),
        Rc::new(json::chart(lamp).expect("it is a chart")),
    ]
}

/// The first line is a key, the rest a fragment.
fn fragment_of_an_address(bytes: &[u8]) {
    let text = text(bytes);
    let (key, whole) = text.split_once('\n').unwrap_or(("chart", &text));
    let without = fragment::with(whole, key, None);
    assert_eq!(fragment::value(&without, key), None);
    let Some(value) = fragment::value(whole, key) else {
        assert_eq!(without, whole, "what is not ours was changed");
        return;
    };
    let written = fragment::with(whole, key, Some(&value));
    assert_eq!(fragment::value(&written, key).as_ref(), Some(&value));
    assert_eq!(fragment::with(&written, key, None), without);
    for chart in charts() {
        match address::read(&chart, chart.start(), &value) {
            Ok(address) => {
                let Address {
                    history,
                    cell,
                    goal,
                } = &address;
                let written = address::write(history, *cell, *goal, chart.start());
                // Of a scenario that is too long only its end is written.
                if written.len() < address::LONGEST && value.len() < address::LONGEST / 4 {
                    let again = address::read(&chart, chart.start(), &written);
                    // What says nothing is not written, and is then what nobody said.
                    assert!(
                        written.is_empty() || again.as_ref() == Ok(&address),
                        "{written}"
                    );
                }
                let packed = Address::pack(history, *cell, *goal);
                assert_eq!(Address::unpack(&chart, &packed).as_ref(), Some(&address));
            }
            Err(problem) => says_why(&[problem]),
        }
    }
}

/// What `save` gave, or bytes that cross between programs.
fn saved_session(bytes: &[u8]) {
    let saved = text(bytes);
    for chart in charts() {
        match scenario::read(&chart, &saved) {
            Ok(history) => {
                let again = scenario::read(&chart, &scenario::write(&history));
                assert_eq!(again.as_ref(), Ok(&history));
                assert!(history.taken() + history.undone() <= scenario::MAX_STEPS);
                assert!(!export::runbook(&history).is_empty());
            }
            Err(problem) => says_why(&[problem]),
        }
        if let Some(address) = Address::unpack(&chart, bytes) {
            let packed = Address::pack(&address.history, address.cell, address.goal);
            assert_eq!(Address::unpack(&chart, &packed), Some(address));
        }
    }
    if let Some(chart) = Chart::unpack(bytes) {
        assert_eq!(Chart::new(chart.draft()).as_ref(), Ok(&chart));
    }
}

fn exports_read_back(bytes: &[u8]) {
    let Some(chart) = made::chart(&text(bytes)) else {
        return;
    };
    keeps_its_rules(&chart);
    for format in Format::ALL {
        back::check(format, &chart, &export::write(format, &chart));
    }
    back::picture(&chart);
}
