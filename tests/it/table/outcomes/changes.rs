//! The changes: each kind makes several tables of one.

use state_chart::import::table::Cell;
use std::collections::BTreeMap;

/// How many tables of one kind are made of one table at most.
const MOST: usize = 5;

pub(super) type Rows = Vec<Vec<Cell>>;

/// A kind of change: its name, and the changed rows of a table. Each number
/// makes other ones.
type Change = (&'static str, fn(&Rows, usize) -> Vec<Rows>);

pub(super) const CHANGES: [Change; 15] = [
    ("as it is", |rows, _| vec![rows.clone()]),
    ("no headers", |rows, _| {
        vec![each(rows, |_, _, cell| {
            (cell.header, cell.head, cell.section) = (false, false, 0);
        })]
    }),
    ("turned", |rows, _| turned(rows).into_iter().collect()),
    ("no row", |rows, number| {
        (some(rows.len(), number).into_iter())
            .map(|at| without(rows, at))
            .collect()
    }),
    ("no column", |rows, number| {
        let Some(sideways) = turned(rows) else {
            return Vec::new();
        };
        (some(sideways.len(), number).into_iter())
            .filter_map(|at| turned(&without(&sideways, at)))
            .collect()
    }),
    ("a cell less", |rows, number| {
        let shorter = |at: usize| {
            let mut rows = rows.clone();
            rows[at].pop();
            rows
        };
        some(rows.len(), number).into_iter().map(shorter).collect()
    }),
    ("another text", |rows, number| {
        in_cells(rows, number, |turn, cell| {
            of(&TEXTS, turn).clone_into(&mut cell.text)
        })
    }),
    ("a longer text", |rows, number| {
        in_cells(rows, number, |turn, cell| {
            cell.text.push_str(of(&ENDS, turn))
        })
    }),
    ("another cell", |rows, number| {
        in_cells(rows, number, |turn, cell| match turn % 8 {
            0 => cell.header = !cell.header,
            1 => cell.strong = !cell.strong,
            2 => cell.struck = true,
            3 => cell.rowspan = 2,
            4 => cell.colspan = 2,
            5 => cell.success = Some("Stopped".to_owned()),
            6 => cell.role = Some(of(&ROLES, turn / 8).to_owned()),
            _ => cell.notes = "1".to_owned(),
        })
    }),
    ("a name in a cell", |rows, number| {
        let names = [head(rows, 0), side(rows, 0), head(rows, 1), side(rows, 1)].concat();
        in_cells(rows, number, |turn, cell| {
            let (name, other) = (of(&names, turn), of(&names, turn / 3));
            cell.text = of(&NAMED, turn / 2)
                .replace("{}", name)
                .replace("[]", other);
        })
    }),
    ("another sign", |rows, number| {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for cell in rows.iter().skip(1).flat_map(|row| row.iter().skip(1)) {
            *counts.entry(cell.text.trim()).or_default() += 1;
        }
        let mut known: Vec<_> = counts.into_iter().collect();
        known.sort_by_key(|&(text, count)| (usize::MAX - count, text));
        let turns = known
            .iter()
            .take(2)
            .enumerate()
            .flat_map(|(at, &(text, _))| {
                (0..3).map(move |turn| (text, of(&SIGNS, number + 3 * at + turn)))
            });
        turns
            .map(|(text, sign)| {
                each(rows, |row, column, cell| {
                    if row > 0 && column > 0 && cell.text.trim() == text {
                        sign.clone_into(&mut cell.text);
                    }
                })
            })
            .collect()
    }),
    ("another corner", |rows, number| {
        turns(number, |turn| {
            each(rows, |row, column, cell| {
                if row == 0 && column == 0 {
                    of(&CORNERS, turn).clone_into(&mut cell.text);
                }
            })
        })
    }),
    ("another header", |rows, number| {
        let width = rows.first().map_or(1, Vec::len).max(1);
        turns(number, |turn| {
            each(rows, |row, column, cell| {
                if row == 0 && column == turn % width {
                    of(&HEADERS, turn).clone_into(&mut cell.text);
                }
            })
        })
    }),
    ("roles along a side", |rows, number| {
        turns(number, |turn| {
            let (role, side) = (of(&ROLES, turn), turn / 3 % 3);
            each(rows, |row, column, cell| {
                let on_side = match side {
                    0 => row == 0 && column > 0,
                    1 => column == 0 && row > 0,
                    _ => column == 0 && row == 0,
                };
                if on_side {
                    cell.role = Some(role.to_owned());
                }
            })
        })
    }),
    ("a title across", |rows, number| {
        let width = rows.iter().map(Vec::len).max().unwrap_or(1);
        turns(number, |turn| {
            let cell = Cell {
                text: of(&CORNERS, turn / 2).to_owned(),
                header: true,
                ..rows
                    .first()
                    .and_then(|row| row.first())
                    .cloned()
                    .unwrap_or_default()
            };
            let mut rows = rows.clone();
            if turn % 2 == 0 {
                let colspan = u32::try_from(width).unwrap_or(1);
                rows.insert(
                    0,
                    vec![Cell {
                        colspan,
                        rowspan: 1,
                        ..cell
                    }],
                );
            } else if let Some(first) = rows.first_mut() {
                first.insert(
                    0,
                    Cell {
                        rowspan: 0,
                        colspan: 1,
                        section: 0,
                        ..cell
                    },
                );
                rows.iter_mut().flatten().for_each(|cell| cell.section = 0);
            }
            rows
        })
    }),
];

const TEXTS: [&str; 25] = [
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
    "○",
    "●",
    "✓ → Stopped",
    "→ Elsewhere",
    "Admin",
    "yes, if idle",
    "all",
    "all but Stop",
    "Stop fails",
];
const ENDS: [&str; 12] = [
    " 1",
    " (if idle)",
    "\nStopped",
    ", Stopped",
    "*",
    " / Paused",
    " state",
    ": no",
    " or Stopped",
    " (see note)",
    "()",
    " → Stopped",
];
const NAMED: [&str; 13] = [
    "{}",
    "→ {}",
    "✓ {}",
    "x → {}",
    "{} / []",
    "{} or []",
    "goes to {}",
    "{}, then rests",
    "{}, []",
    "{}\n[]",
    "✓ (if {})",
    "{} (documented)",
    "remains in {}",
];
const SIGNS: [&str; 19] = [
    "○", "●", "x", "1", "0", "n/a", "–", "Allowed", "Y", "N", "", "no", "✓", "maybe", "O", "×",
    "⚠", "Yes (1)", "■",
];
const ROLES: [&str; 9] = [
    "state",
    "operation",
    "from",
    "to",
    "success",
    "failure",
    "condition",
    "ignore",
    "nothing",
];
const CORNERS: [&str; 22] = [
    "State",
    "Operation",
    "From",
    "To",
    "From / To",
    "State \\ Operation",
    "Role",
    "Event",
    "Condition",
    "",
    "Current state",
    "Next state",
    "Action",
    "From state / To state",
    "Allowed in",
    "Plan",
    "#",
    "Description",
    "Operations by state",
    "Status",
    "Trigger",
    "Zustand",
];
const HEADERS: [&str; 20] = [
    "State",
    "Operation",
    "From",
    "To",
    "Next state",
    "Condition",
    "Allowed",
    "Not allowed",
    "Description",
    "",
    "On failure",
    "Event",
    "Notes",
    "Allowed in",
    "Meaning",
    "Result",
    "Guard",
    "Allowed operations",
    "Code",
    "Transitions",
];

fn of<T: AsRef<str>>(texts: &[T], turn: usize) -> &str {
    let at = turn.checked_rem(texts.len()).unwrap_or(0);
    texts.get(at).map_or("", AsRef::as_ref)
}

/// Tables of a few turns, other ones for another number.
fn turns(number: usize, table: impl Fn(usize) -> Rows) -> Vec<Rows> {
    (0..3).map(|turn| table(number * 3 + turn)).collect()
}

/// Up to [`MOST`] places below `end`, spread evenly, beginning elsewhere for each number.
fn some(end: usize, number: usize) -> Vec<usize> {
    let step = end.div_ceil(MOST).max(1);
    (number % step..end).step_by(step).collect()
}

fn each(rows: &Rows, change: impl Fn(usize, usize, &mut Cell)) -> Rows {
    let mut rows = rows.clone();
    for (row, cells) in rows.iter_mut().enumerate() {
        for (column, cell) in cells.iter_mut().enumerate() {
            change(row, column, cell);
        }
    }
    rows
}

/// The rows with one cell changed, by turns.
fn in_cells(rows: &Rows, number: usize, change: impl Fn(usize, &mut Cell)) -> Vec<Rows> {
    let places: Vec<_> = (rows.iter().enumerate())
        .flat_map(|(row, cells)| (0..cells.len()).map(move |column| (row, column)))
        .collect();
    some(places.len(), number)
        .into_iter()
        .enumerate()
        .map(|(turn, at)| {
            let (row, column) = places[at];
            let mut rows = rows.clone();
            change(number * MOST + turn, &mut rows[row][column]);
            rows
        })
        .collect()
}

/// The texts of a column, without its header.
fn side(rows: &Rows, column: usize) -> Vec<String> {
    let cells = rows.iter().skip(1).filter_map(|row| row.get(column));
    cells.map(|cell| cell.text.clone()).collect()
}

/// The texts of a row, without the first.
fn head(rows: &Rows, row: usize) -> Vec<String> {
    let cells = rows.get(row).into_iter().flatten().skip(1);
    cells.map(|cell| cell.text.clone()).collect()
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
