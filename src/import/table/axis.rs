//! Whether the rows or the columns of a table are states.
//!
//! A sign is *strong* where the author wrote it: a word of the corner cell or above the names,
//! an outcome on a name, a cell that names a state. It is *weak* where it is concluded: from the
//! form of English names (`Stopped`, `Start`), or from tables that share the names of one side.
//! Strong signs come before weak ones. Signs that contradict each other, and none at all, are
//! refused: an empty corner beside names that tell nothing can be read both ways.

use super::sheet::Sheet;
use super::{Axis, mark, text};
use std::collections::BTreeSet;

/// What the signs of one strength say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Signs {
    rows: bool,
    columns: bool,
}

impl Signs {
    pub(super) const fn see(&mut self, axis: Axis) {
        match axis {
            Axis::Rows => self.rows = true,
            Axis::Columns => self.columns = true,
        }
    }

    /// The side of the states; `Err` tells whether signs contradict each other.
    pub(super) const fn decide(self) -> Result<Axis, bool> {
        match (self.rows, self.columns) {
            (true, false) => Ok(Axis::Rows),
            (false, true) => Ok(Axis::Columns),
            (both, _) => Err(both),
        }
    }
}

/// What the author wrote.
pub(super) fn strong(sheet: &Sheet<'_>) -> Signs {
    let mut signs = Signs::default();
    if let Some(axis) = corner(&sheet.corner) {
        signs.see(axis);
    }
    if let Some(upper) = sheet.across.upper {
        let above = sheet
            .across
            .items
            .iter()
            .map(|&column| sheet.grid.label(upper, column));
        for title in above {
            match kind(title) {
                (true, false) => signs.see(Axis::Columns),
                (false, true) => signs.see(Axis::Rows),
                _ => {}
            }
        }
    }
    let (rows, columns) = (&sheet.down.items, &sheet.across.items);
    let told =
        |slot: Option<&super::grid::Slot<'_>>| slot.is_some_and(|slot| slot.cell.has_outcome());
    if columns
        .iter()
        .any(|&column| told(sheet.column_name(column)))
    {
        signs.see(Axis::Rows);
    }
    if rows.iter().any(|&row| told(sheet.row_name(row))) {
        signs.see(Axis::Columns);
    }
    named(sheet, &mut signs);
    signs
}

/// The cells that are the name of a row or of a column.
fn named(sheet: &Sheet<'_>, signs: &mut Signs) {
    let rows = lower(names(sheet, Axis::Rows));
    let columns = lower(names(sheet, Axis::Columns));
    for (row, column) in sheet.cells() {
        let Some(slot) = sheet.grid.slot(row, column) else {
            continue;
        };
        let data = [&slot.cell.success, &slot.cell.failure];
        let data = data.into_iter().flatten().map(String::as_str);
        let word = matches!(
            sheet.mark(row, column),
            (mark::Mark::Word | mark::Mark::Maybe(true), false)
        );
        for name in data.chain(word.then(|| mark::target(&slot.text))) {
            if name.is_empty() {
                continue;
            }
            let name = name.trim().to_lowercase();
            match (rows.contains(&name), columns.contains(&name)) {
                (true, false) => signs.see(Axis::Rows),
                (false, true) => signs.see(Axis::Columns),
                _ => {}
            }
        }
    }
}

/// Whether the corner tells what the rows are.
fn corner(text: &str) -> Option<Axis> {
    match kind(text) {
        (true, false) => return Some(Axis::Rows),
        (false, true) => return Some(Axis::Columns),
        (false, false) => return None,
        (true, true) => {}
    }
    // `State \ Operation`: the rows come first, unless an arrow says otherwise.
    let mut parts = text
        .split(['/', '\\', '|', '\n', '╲', '⟍'])
        .filter(|part| !part.trim().is_empty());
    let (first, second) = (parts.next()?, parts.next()?);
    let down = ['↓', '⬇', '▼'];
    let across = ['→', '➡', '▶', '►'];
    let swapped = first.contains(across) || second.contains(down);
    match (kind(first), swapped) {
        ((true, false), false) | ((false, true), true) => Some(Axis::Rows),
        ((false, true), false) | ((true, false), true) => Some(Axis::Columns),
        _ => None,
    }
}

/// The one cell above all names of the columns.
pub(super) fn above<'a>(sheet: &'a Sheet<'_>) -> Option<&'a str> {
    let upper = sheet.across.upper?;
    let first = *sheet.across.items.first()?;
    let id = sheet.grid.id(upper, first)?;
    let one = sheet
        .across
        .items
        .iter()
        .all(|&column| sheet.grid.id(upper, column) == Some(id));
    one.then(|| sheet.grid.label(upper, first))
}

/// Whether a text speaks of states, and whether of operations.
pub(super) fn kind(text: &str) -> (bool, bool) {
    let lower = text.to_lowercase();
    let words = || lower.split(|letter: char| !letter.is_alphanumeric());
    let any = |known: &[&str]| {
        words().any(|word| {
            known.contains(&word)
                || word
                    .strip_suffix('s')
                    .is_some_and(|word| known.contains(&word))
        })
    };
    (
        any(&["state", "status", "statuse", "phase", "stage"]),
        any(&[
            "operation",
            "action",
            "command",
            "event",
            "method",
            "task",
            "request",
            "transition",
            "verb",
            "input",
        ]),
    )
}

/// The names of one side, each alone, as written.
pub(super) fn names(sheet: &Sheet<'_>, side: Axis) -> Vec<String> {
    let labels = |at: &[usize], label: &dyn Fn(usize) -> Vec<String>| {
        at.iter().flat_map(|&at| label(at)).collect()
    };
    match side {
        Axis::Rows => labels(&sheet.down.items, &|row| {
            text::names(sheet.grid.label(row, sheet.down.name))
        }),
        Axis::Columns => labels(&sheet.across.items, &|column| {
            text::names(sheet.grid.label(sheet.across.name, column))
        }),
    }
}

pub(super) fn lower(names: Vec<String>) -> BTreeSet<String> {
    names.into_iter().map(|name| name.to_lowercase()).collect()
}

/// What the form of the names says.
pub(super) fn weak(sheet: &Sheet<'_>) -> Signs {
    let mut signs = Signs::default();
    let rows = lean(&names(sheet, Axis::Rows));
    let columns = lean(&names(sheet, Axis::Columns));
    if rows != columns {
        if rows == Some(Lean::State) || columns == Some(Lean::Operation) {
            signs.see(Axis::Rows);
        }
        if columns == Some(Lean::State) || rows == Some(Lean::Operation) {
            signs.see(Axis::Columns);
        }
    }
    signs
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Lean {
    State,
    Operation,
}

const STATES: &[&str] = &[
    "active",
    "inactive",
    "idle",
    "ready",
    "busy",
    "offline",
    "online",
    "failure",
    "error",
    "down",
    "up",
    "new",
    "draft",
    "final",
    "unknown",
    "off",
    "on",
    "available",
    "unavailable",
    "alive",
    "dead",
    "asleep",
    "full",
    "live",
    "complete",
];
const OPERATIONS: &[&str] = &[
    "start",
    "stop",
    "restart",
    "suspend",
    "resume",
    "delete",
    "create",
    "update",
    "cancel",
    "pause",
    "edit",
    "read",
    "write",
    "close",
    "connect",
    "disconnect",
    "send",
    "receive",
    "submit",
    "approve",
    "reject",
    "publish",
    "enable",
    "disable",
    "backup",
    "restore",
    "scale",
    "print",
    "play",
    "run",
    "kill",
    "remove",
    "add",
    "get",
    "set",
    "put",
    "post",
    "reset",
    "retry",
    "rename",
    "move",
    "copy",
    "deploy",
    "configure",
    "attach",
    "detach",
    "lock",
    "unlock",
    "ship",
    "pay",
    "refund",
    "return",
    "shutdown",
    "reboot",
    "terminate",
    "launch",
    "archive",
    "assign",
    "upgrade",
    "change",
];

/// What most names of a side look like, if a third of them look like anything.
fn lean(names: &[String]) -> Option<Lean> {
    let (mut states, mut operations) = (0_usize, 0_usize);
    for name in names {
        let words = text::words(name);
        let first = words.first().map_or("", String::as_str);
        let last = words.last().map_or("", String::as_str);
        let form = |word: &str| word.len() > 4 && (word.ends_with("ed") || word.ends_with("ing"));
        if OPERATIONS.contains(&first) && !form(last) {
            operations += 1;
        } else if form(first) || form(last) || STATES.contains(&first) || STATES.contains(&last) {
            states += 1;
        }
    }
    let enough =
        |count: usize, other: usize| count > other && count.saturating_mul(3) >= names.len();
    if enough(states, operations) {
        Some(Lean::State)
    } else if enough(operations, states) {
        Some(Lean::Operation)
    } else {
        None
    }
}
