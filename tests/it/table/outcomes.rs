//! What published tables and changes of them come out as, written down: nothing is read in another way unseen.
//!
//! `tests/tables/outcomes.txt` has a line for each page: for each kind of change how many of the changed
//! tables are read, how many are refused, and a number that stands for every word of what came out. The
//! tables that are right are held by other tests; this one says that something is read as it was not before.
//!
//! `OUTCOMES=folder cargo test --test it outcomes` writes every outcome into that folder, in words, and the
//! file anew: two such folders, of before and after a change, show what it does.

use super::draw;
use super::html::input;
use super::sample::{letters, samples};
use state_chart::import::table::{Axis, Cell, Options, Table, read};
use std::fmt::Write;
use std::path::{Path, PathBuf};

/// How many tables of one kind are made of one table, spread over its cells.
const MOST: usize = 5;

type Rows = Vec<Vec<Cell>>;

/// A kind of change: its name, and the changed rows of a table.
type Change = (&'static str, fn(&Rows) -> Vec<Rows>);

const CHANGES: [Change; 10] = [
    ("as it is", |rows| vec![rows.clone()]),
    ("no headers", |rows| {
        vec![each(rows, |cell| {
            (cell.header, cell.head, cell.section) = (false, false, 0);
        })]
    }),
    ("turned", |rows| turned(rows).into_iter().collect()),
    ("no row", |rows| {
        spread(rows.len()).map(|at| without(rows, at)).collect()
    }),
    ("no column", |rows| {
        let Some(turned_rows) = turned(rows) else {
            return Vec::new();
        };
        spread(turned_rows.len())
            .filter_map(|at| turned(&without(&turned_rows, at)))
            .collect()
    }),
    ("other texts", |rows| {
        const TEXTS: [&str; 16] = [
            "",
            "?",
            "n/a",
            "✗",
            "✓*",
            "yes",
            "no (see below)",
            "x",
            "1",
            "Running",
            "State",
            "Next state",
            "Start, Stop",
            "-",
            "only if idle",
            "A → B",
        ];
        changed(rows, |at, cell| {
            TEXTS[at % TEXTS.len()].clone_into(&mut cell.text)
        })
    }),
    ("longer texts", |rows| {
        const TEXTS: [&str; 8] = [
            " 1",
            " (if idle)",
            "\nStopped",
            ", Stopped",
            "*",
            " / Paused",
            " state",
            ": no",
        ];
        changed(rows, |at, cell| cell.text.push_str(TEXTS[at % TEXTS.len()]))
    }),
    ("roles", |rows| {
        const ROLES: [&str; 8] = [
            "state",
            "operation",
            "from",
            "to",
            "failure",
            "condition",
            "ignore",
            "nothing",
        ];
        changed(rows, |at, cell| {
            cell.role = Some(ROLES[at % ROLES.len()].to_owned())
        })
    }),
    ("marked cells", |rows| {
        changed(rows, |at, cell| match at % 7 {
            0 => cell.header = !cell.header,
            1 => cell.strong = !cell.strong,
            2 => cell.struck = true,
            3 => cell.rowspan = 2,
            4 => cell.colspan = 2,
            5 => cell.success = Some("Stopped".to_owned()),
            _ => cell.notes = "1".to_owned(),
        })
    }),
    ("a cell less", |rows| {
        spread(rows.len())
            .map(|at| {
                let mut rows = rows.clone();
                let last = rows[at].len().saturating_sub(1);
                rows[at].truncate(last);
                rows
            })
            .collect()
    }),
];

/// Up to [`MOST`] places below `end`, spread evenly.
fn spread(end: usize) -> impl Iterator<Item = usize> {
    let step = end.div_ceil(MOST).max(1);
    (0..end).step_by(step)
}

fn each(rows: &Rows, change: impl Fn(&mut Cell)) -> Rows {
    let mut rows = rows.clone();
    rows.iter_mut().flatten().for_each(change);
    rows
}

/// The rows with one cell changed, by turns.
fn changed(rows: &Rows, change: impl Fn(usize, &mut Cell)) -> Vec<Rows> {
    let places: Vec<_> = (rows.iter().enumerate())
        .flat_map(|(row, cells)| (0..cells.len()).map(move |column| (row, column)))
        .collect();
    let places = spread(places.len()).map(|at| (at, places[at]));
    places
        .map(|(at, (row, column))| {
            let mut rows = rows.clone();
            change(at + row + column, &mut rows[row][column]);
            rows
        })
        .collect()
}

fn without(rows: &Rows, at: usize) -> Rows {
    let mut rows = rows.clone();
    rows.remove(at);
    rows
}

/// Rows as columns, where every cell is of one row and one column.
fn turned(rows: &Rows) -> Option<Rows> {
    let width = rows.first()?.len();
    let even = |cell: &Cell| cell.rowspan == 1 && cell.colspan == 1;
    let even = rows
        .iter()
        .all(|row| row.len() == width && row.iter().all(even));
    even.then(|| {
        let column = |at: usize| rows.iter().map(|row| row[at].clone()).collect();
        (0..width).map(column).collect()
    })
}

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

/// A number that stands for a text: FNV-1a.
fn number(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |number, byte| {
        (number ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}

/// The line of a page, and all outcomes in words.
fn line(name: &str, tables: &[Table], options: &Options, next: &[Table]) -> (String, String) {
    let (mut line, mut all) = (name.to_owned(), String::new());
    let mut add = |what: &str, (taken, refused, words): (usize, usize, String)| {
        let _ = write!(line, ", {what} {taken}+{refused} {:08x}", number(&words));
        let _ = write!(all, "== {what}\n{words}");
    };
    for (what, change) in CHANGES {
        let inputs = tables.iter().enumerate().flat_map(|(at, table)| {
            change(&table.rows).into_iter().map(move |rows| {
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
    let both = [tables, next].concat();
    add("with the next", outcomes([(both, options)].into_iter()));
    (line, all)
}

#[test]
fn nothing_is_read_in_another_way_unseen() {
    let inputs: Vec<_> = samples()
        .into_iter()
        .filter_map(|sample| Some((input(&sample.html).ok()?, sample.name)))
        .collect();
    let folder = std::env::var_os("OUTCOMES").map(PathBuf::from);
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/tables/outcomes.txt");
    let before = std::fs::read_to_string(&file).unwrap();
    let mut before = before.lines();
    let mut text = String::new();
    for (at, ((tables, options), name)) in inputs.iter().enumerate() {
        let next = inputs
            .get(at + 1)
            .map_or(&[][..], |((tables, _), _)| tables);
        let (line, all) = line(name, tables, options, next);
        if let Some(folder) = &folder {
            std::fs::create_dir_all(folder).unwrap();
            std::fs::write(folder.join(format!("{}.txt", letters(name))), all).unwrap();
            let _ = writeln!(text, "{line}");
        } else {
            assert_eq!(before.next(), Some(line.as_str()));
        }
    }
    if folder.is_some() {
        std::fs::write(&file, text).unwrap();
    } else {
        assert_eq!(before.next(), None);
    }
}
