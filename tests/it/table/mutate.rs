//! Published tables, changed in small ways: each is then refused, or says nothing that was not there.

use super::html::input;
use super::sample::{Facts, samples};
use state_chart::import::table::{Cell, Options, Table, read};
use std::collections::BTreeSet;
use std::sync::OnceLock;

/// A published table that is read, and what it says.
struct Known {
    name: String,
    tables: Vec<Table>,
    options: Options,
    facts: Facts,
}

/// Tables that say something else for a person, too, when a row is taken away: two states there differ in
/// their case only, and a word for nothing is a name for as long as it has a row.
const DEPENDENT: [&str; 2] = ["s2-case-differs", "s2-tcp-like-dashes"];

fn known() -> &'static [Known] {
    static KNOWN: OnceLock<Vec<Known>> = OnceLock::new();
    KNOWN.get_or_init(read_samples)
}

fn read_samples() -> Vec<Known> {
    let known = samples().into_iter().filter_map(|sample| {
        let (tables, options) = input(&sample.html).ok()?;
        let facts = Facts::of(&read(&tables, &options).ok()?.chart);
        Some(Known {
            name: sample.name,
            tables,
            options,
            facts,
        })
    });
    known.collect()
}

/// A table that is not as it was, and what was done to it.
struct Change {
    what: String,
    tables: Vec<Table>,
    /// The place of the table that was changed.
    number: usize,
    /// The text of what was taken away.
    gone: String,
}

/// What one table of `known` becomes by each of `changes`, which gives the changed rows.
fn each_table(
    known: &Known,
    changes: impl Fn(&[Vec<Cell>]) -> Vec<(String, Vec<Vec<Cell>>, String)>,
) -> Vec<Change> {
    let mut all = Vec::new();
    for (number, table) in known.tables.iter().enumerate() {
        for (what, rows, gone) in changes(&table.rows) {
            let mut tables = known.tables.clone();
            tables[number].rows = rows;
            all.push(Change {
                what: format!("{what} of table {}", number + 1),
                tables,
                number,
                gone,
            });
        }
    }
    all
}

/// Holds each change against a law, which says what is wrong with the new facts.
fn hold(
    changes: impl Fn(&[Vec<Cell>]) -> Vec<(String, Vec<Vec<Cell>>, String)>,
    law: impl Fn(&Facts, &Facts, &str) -> Option<String>,
) {
    let (mut read_again, mut refused, mut wrong) = (0, 0, Vec::new());
    for known in known() {
        for change in each_table(known, &changes) {
            let takes_away = change.what.starts_with("without row");
            if takes_away && DEPENDENT.contains(&known.name.as_str()) {
                continue;
            }
            match read(&change.tables, &known.options) {
                // A table that is no part of the chart may say anything.
                Ok(reading) if !reading.tables.contains(&change.number) => {}
                Ok(reading) => {
                    read_again += 1;
                    let facts = Facts::of(&reading.chart);
                    if let Some(why) = law(&known.facts, &facts, &change.gone) {
                        wrong.push(format!("{}: {}: {why}", known.name, change.what));
                    }
                }
                Err(problems) => {
                    refused += 1;
                    assert!(!problems.is_empty(), "{}: {}", known.name, change.what);
                }
            }
        }
    }
    println!("{read_again} read, {refused} refused");
    assert!(wrong.is_empty(), "{}:\n{}", wrong.len(), wrong.join("\n"));
}

fn only(one: &BTreeSet<String>, other: &BTreeSet<String>) -> String {
    let only: Vec<&str> = one.difference(other).map(String::as_str).collect();
    only.join(" | ")
}

/// What a chart says, in sets to compare: where an operation leads, be it as success or as failure.
fn sets(facts: &Facts) -> [BTreeSet<String>; 5] {
    let ends = facts.next.iter().flat_map(|next| {
        let (key, ends) = next.split_once(" > ").unwrap_or((next, ""));
        let ends = ends.split(" / ").filter(|end| !end.is_empty());
        ends.map(move |end| format!("{key} > {end}"))
    });
    [
        facts.states.clone(),
        facts.operations.clone(),
        facts.allowed.clone(),
        ends.collect(),
        facts.conditional.keys().cloned().collect(),
    ]
}

fn same(before: &Facts, after: &Facts, _: &str) -> Option<String> {
    let mut pairs = sets(before).into_iter().zip(sets(after));
    let (before, after) = pairs.find(|(before, after)| before != after)?;
    Some(format!(
        "lost [{}], new [{}]",
        only(&before, &after),
        only(&after, &before)
    ))
}

/// Nothing is new, but that an operation is allowed whose condition was taken away.
fn no_more(before: &Facts, after: &Facts, gone: &str) -> Option<String> {
    let mut known = sets(before);
    let free = before
        .conditional
        .iter()
        .filter(|(_, text)| plain(gone).contains(&plain(text)));
    known[2].extend(free.map(|(key, _)| key.clone()));
    let pairs = known.iter().zip(sets(after));
    let new: Vec<String> = pairs.map(|(before, after)| only(&after, before)).collect();
    let new = new.concat();
    (!new.is_empty()).then(|| format!("new [{new}]"))
}

/// Nothing is new, and what is lost has to do with what was taken away.
fn less(before: &Facts, after: &Facts, gone: &str) -> Option<String> {
    if let Some(why) = no_more(before, after, gone) {
        return Some(why);
    }
    let gone = plain(gone);
    let names = |one: &BTreeSet<String>, other: &BTreeSet<String>| -> Vec<String> {
        let lost = one.difference(other);
        lost.filter(|name| !gone.contains(&plain(name)))
            .cloned()
            .collect()
    };
    let states = names(&before.states, &after.states);
    let told = |key: &&String| {
        let parts = before.states.iter().chain(&before.operations);
        parts
            .filter(|name| gone.contains(&plain(name)))
            .any(|name| key.starts_with(&format!("{name}.")) || key.ends_with(&format!(".{name}")))
    };
    let lost: Vec<&String> = before
        .allowed
        .difference(&after.allowed)
        .filter(|key| !told(key))
        .collect();
    (!states.is_empty() || !lost.is_empty()).then(|| format!("lost {states:?} {lost:?}"))
}

fn plain(text: &str) -> String {
    let kept = text.chars().filter(|letter| letter.is_alphanumeric());
    kept.flat_map(char::to_lowercase).collect()
}

fn text_of(row: &[Cell]) -> String {
    row.iter()
        .map(|cell| cell.text.as_str())
        .collect::<Vec<_>>()
        .join(" ")
}

/// Whether every cell is of one row and one column.
fn is_even(rows: &[Vec<Cell>]) -> bool {
    let width = rows.first().map_or(0, Vec::len);
    rows.iter().all(|row| {
        row.len() == width
            && row
                .iter()
                .all(|cell| cell.rowspan == 1 && cell.colspan == 1)
    })
}

fn is_flat(row: &[Cell]) -> bool {
    row.iter().all(|cell| cell.rowspan == 1)
}

/// Whether a text is a mark and nothing else.
fn is_mark(cell: &Cell) -> bool {
    let text = cell.text.trim().to_lowercase();
    cell.images.is_empty()
        && [
            "✓", "✔", "✅", "✗", "❌", "✘", "yes", "no", "x", "√", "ja", "nein", "allowed",
        ]
        .contains(&text.as_str())
}

#[test]
fn a_row_taken_away_takes_its_own_facts_only() {
    let changes = |rows: &[Vec<Cell>]| {
        let flat = rows.iter().all(|row| is_flat(row));
        let at = (1..rows.len()).filter(|&at| flat && !rows[at].iter().any(|cell| cell.head));
        at.map(|at| {
            let mut rows = rows.to_vec();
            let gone = text_of(&rows.remove(at));
            (format!("without row {}", at + 1), rows, gone)
        })
        .collect()
    };
    hold(changes, less);
}

#[test]
fn a_table_without_header_cells_is_the_same_or_refused() {
    let changes = |rows: &[Vec<Cell>]| {
        let cell = |cell: &Cell| Cell {
            header: false,
            head: false,
            section: 0,
            strong: false,
            ..cell.clone()
        };
        let rows = rows
            .iter()
            .map(|row| row.iter().map(cell).collect())
            .collect();
        vec![("plain cells".to_owned(), rows, String::new())]
    };
    hold(changes, same);
}

#[test]
fn an_unknown_word_in_place_of_a_mark_is_refused() {
    let changes = |rows: &[Vec<Cell>]| {
        let mut all = Vec::new();
        for (at, row) in rows.iter().enumerate() {
            let Some(column) = row.iter().position(is_mark).filter(|&column| column > 0) else {
                continue;
            };
            let mut rows = rows.to_vec();
            "Zorbled".clone_into(&mut rows[at][column].text);
            all.push((
                format!("a word in row {}, cell {}", at + 1, column + 1),
                rows,
                String::new(),
            ));
        }
        all
    };
    hold(changes, |_, _, _| Some("was read".to_owned()));
}

#[test]
fn rows_in_another_order_say_the_same() {
    let changes = |rows: &[Vec<Cell>]| {
        let flat = rows.iter().all(|row| is_flat(row));
        let width = rows.iter().map(Vec::len).max().unwrap_or(0);
        let body = |at: &usize| rows[*at].len() == width && !rows[*at].iter().any(|cell| cell.head);
        let at =
            (1..rows.len().saturating_sub(1)).filter(|&at| flat && body(&at) && body(&(at + 1)));
        // The second row of a table may be one of headers still.
        at.filter(|&at| at > 1)
            .map(|at| {
                let mut rows = rows.to_vec();
                rows.swap(at, at + 1);
                (
                    format!("rows {} and {} exchanged", at + 1, at + 2),
                    rows,
                    String::new(),
                )
            })
            .collect()
    };
    hold(changes, same);
}

#[test]
fn columns_in_another_order_say_the_same() {
    let changes = |rows: &[Vec<Cell>]| {
        let width = if is_even(rows) { rows[0].len() } else { 0 };
        (1..width.saturating_sub(1))
            .map(|at| {
                let mut rows = rows.to_vec();
                for row in &mut rows {
                    row.swap(at, at + 1);
                }
                (
                    format!("columns {} and {} exchanged", at + 1, at + 2),
                    rows,
                    String::new(),
                )
            })
            .collect()
    };
    hold(changes, same);
}

#[test]
fn a_row_that_stands_twice_says_no_more() {
    let changes = |rows: &[Vec<Cell>]| {
        let flat = rows.iter().all(|row| is_flat(row));
        (0..rows.len())
            .filter(|_| flat)
            .map(|at| {
                let mut rows = rows.to_vec();
                rows.insert(at + 1, rows[at].clone());
                (format!("row {} twice", at + 1), rows, String::new())
            })
            .collect()
    };
    hold(changes, same);
}

#[test]
fn a_blank_corner_leaves_the_same_or_nothing() {
    let changes = |rows: &[Vec<Cell>]| {
        let mut rows = rows.to_vec();
        if let Some(corner) = rows.first_mut().and_then(|row| row.first_mut()) {
            corner.text.clear();
            corner.images.clear();
        }
        vec![("a blank corner".to_owned(), rows, String::new())]
    };
    hold(changes, same);
}

#[test]
fn a_table_without_its_first_row_says_nothing_new() {
    let changes = |rows: &[Vec<Cell>]| {
        let rows = rows.get(1..).unwrap_or_default().to_vec();
        vec![("without row 1".to_owned(), rows, String::new())]
    };
    hold(changes, no_more);
}

#[test]
fn a_row_without_its_last_cell_says_nothing_new() {
    let changes = |rows: &[Vec<Cell>]| {
        let even = is_even(rows);
        (1..rows.len())
            .filter(|_| even)
            .map(|at| {
                let mut rows = rows.to_vec();
                let gone = text_of(&rows[at].pop().into_iter().collect::<Vec<_>>());
                (format!("row {} without its last cell", at + 1), rows, gone)
            })
            .collect()
    };
    hold(changes, no_more);
}

#[test]
fn a_cell_across_columns_may_be_written_in_each() {
    let changes = |rows: &[Vec<Cell>]| {
        let mut all = Vec::new();
        for (at, row) in rows.iter().enumerate() {
            for (column, cell) in row
                .iter()
                .enumerate()
                .filter(|(_, cell)| (2..20).contains(&cell.colspan))
            {
                let mut rows = rows.to_vec();
                let one = Cell {
                    colspan: 1,
                    ..cell.clone()
                };
                rows[at].splice(column..=column, (0..cell.colspan).map(|_| one.clone()));
                all.push((
                    format!("row {}, cell {} apart", at + 1, column + 1),
                    rows,
                    String::new(),
                ));
            }
        }
        all
    };
    hold(changes, same);
}
