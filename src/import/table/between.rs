//! A matrix with states on both sides, whose cells name the operations that lead from one to the other.

use super::Axis;
use super::axis::{self, Corner};
use super::facts::{Fact, Facts, Item, Which};
use super::headers::{Headers, whole};
use super::mark::Mark;
use super::names::{Piece, Splitter, is_name, pieces};
use super::problem::{ProblemKind, Problems, brief};
use super::role::{Kind, Role};
use super::text;
use super::words::words;

/// What a header may say.
type Test = fn(Kind) -> bool;

/// Which side of such a matrix has the states before; `None` where it is none, `Err` where that
/// cannot be told.
pub(super) fn from(headers: &Headers<'_>) -> Result<Option<Axis>, ProblemKind> {
    let Corner { rows, columns } = axis::sides(headers);
    let told = match headers.role(headers.down.name) {
        Some(Role::From) => Some(Axis::Rows),
        Some(Role::To) => Some(Axis::Columns),
        _ => None,
    };
    let same = shares(headers);
    // The one header says `from`, the other `to`; or one of them does, beside a plain word for states.
    let side = |kind: Test, opposite: Test| {
        let is = |header: Option<Kind>, test: Test| header.is_some_and(test);
        let plain: Test = Kind::is_states;
        is(rows, kind) && (is(columns, opposite) || is(columns, plain))
            || is(rows, plain) && is(columns, opposite)
            || is(rows, kind) && columns.is_none() && same
    };
    let from: Test = |kind| kind.from;
    let to: Test = |kind| kind.to;
    let found = told
        .or_else(|| side(from, to).then_some(Axis::Rows))
        .or_else(|| side(to, from).then_some(Axis::Columns));
    let operation = |kind: Option<Kind>| kind.is_some_and(|kind| kind.operation);
    if found.is_none() && same && operation(rows) == operation(columns) {
        return Err(ProblemKind::SameNames);
    }
    Ok(found)
}

/// Whether both sides have mostly the same names.
fn shares(headers: &Headers<'_>) -> bool {
    let [rows, columns] = axis::both(headers).map(|names| axis::all_lower(&names));
    let both = rows.shared(&columns);
    both > 1 && both + 2 >= rows.len().min(columns.len())
}

/// Reads such a matrix.
pub(super) fn read(headers: &Headers<'_>, from: Axis, facts: &mut Facts, problems: &mut Problems) {
    let language = words().language([headers.corner.as_str()].into_iter());
    let names = |cells: Vec<Vec<Piece>>| -> Vec<Vec<String>> {
        let splitter = Splitter::new(&cells, &[], language, false);
        cells
            .iter()
            .map(|cell| splitter.split(cell).unwrap_or_default())
            .collect()
    };
    let rows = names(
        headers
            .down
            .items
            .iter()
            .map(|&row| headers.row_pieces(row))
            .collect(),
    );
    let columns = names(
        headers
            .across
            .items
            .iter()
            .map(|&column| headers.column_pieces(column))
            .collect(),
    );
    for (&row, names) in headers.down.items.iter().zip(&rows) {
        for name in names {
            facts
                .states
                .add(name, headers.grid.place(row, headers.down.name));
        }
    }
    for (&column, names) in headers.across.items.iter().zip(&columns) {
        for name in names {
            facts
                .states
                .add(name, headers.grid.place(headers.across.name, column));
        }
    }
    let content = |row: usize, column: usize| {
        let slot = headers
            .grid
            .slot(row, column)
            .filter(|slot| !slot.is_blank())?;
        let said = headers.said(row, column);
        let nothing =
            matches!(said.mark, Mark::Blank | Mark::No) && said.note(&slot.text).is_empty();
        (!nothing).then_some((slot, said))
    };
    let cells: Vec<Vec<Piece>> = (headers.cells())
        .filter_map(|(row, column)| content(row, column))
        .map(|(slot, _)| pieces(&slot.cell.text))
        .collect();
    let splitter = Splitter::new(&cells, &[], language, true);
    for (&row, row_names) in headers.down.items.iter().zip(&rows) {
        for (&column, column_names) in headers.across.items.iter().zip(&columns) {
            let Some((slot, said)) = content(row, column) else {
                continue;
            };
            let place = headers.grid.place(row, column);
            let marks = said.sign
                || matches!(
                    said.mark,
                    Mark::Yes | Mark::Cross | Mark::Hollow | Mark::Number | Mark::Picture
                );
            if marks {
                problems.push(
                    whole(headers.number),
                    ProblemKind::BetweenMarks(brief(slot.label())),
                );
                return;
            }
            let operations = match splitter.split(&pieces(&slot.cell.text)) {
                Ok(operations) => operations,
                Err(text) => {
                    problems.push(place, ProblemKind::OneOrTwo(brief(&text)));
                    continue;
                }
            };
            if let Some(name) = operations.iter().find(|name| !is_name(name)) {
                problems.push(place, ProblemKind::NotAName(brief(name)));
                continue;
            }
            let (before, after) = match from {
                Axis::Rows => (row_names, column_names),
                Axis::Columns => (column_names, row_names),
            };
            for name in &operations {
                facts.operations.add(name, place);
            }
            let [target] = after.as_slice() else {
                problems.push(place, ProblemKind::SeveralStates(brief(&after.join(", "))));
                continue;
            };
            let these =
                |names: &[String]| Which::These(names.iter().map(|name| Item::new(name)).collect());
            let (before, operations) = (these(before), these(&operations));
            let fact = Fact::transition(before, operations, target, place);
            facts.facts.push(fact);
        }
    }
    facts.check_operations(headers.number, problems);
    facts.warnings.extend(headers.across_warnings());
    facts
        .groups
        .push((facts.operations.len(), text::name(&headers.title)));
}
