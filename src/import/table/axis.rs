//! Whether the rows or the columns of a matrix are states.
//!
//! A sign is *strong* where the author wrote it: a word of the corner cell or above the names, a role,
//! an outcome on a name, a cell that names a state. It is *weak* where it is concluded: from the form
//! of names (`Stopped`, `Start`), or from tables that share the names of one side. Strong signs come
//! before weak ones. A side has states only where its own header, names or cells say so: verbs on the
//! other side, or a header for operations there, may stand beside roles, editions or browsers as well.

mod corner;
mod lean;

pub(super) use corner::Corner;
use lean::{Lean, lean};

use super::Axis;
use super::headers::Headers;
use super::index::TextSet;
use super::mark::{self, Mark};
use super::role::{Kind, Role};
use super::words::{Idea, words};
use crate::chart::lowercase;

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

/// What the headers say of both sides: by the corner, and by what stands above and beside all names.
pub(super) fn sides(headers: &Headers<'_>) -> Corner {
    let mut corner = Corner::of(&headers.corner);
    let title = |text: &str| (!text.is_empty()).then(|| Kind::of(text));
    corner.columns = title(&headers.top).or(corner.columns);
    corner.rows = title(&headers.beside).or(corner.rows);
    corner
}

/// Whether most names of a side are those of persons, editions, browsers or platforms.
pub(super) fn is_persons(names: &[String]) -> bool {
    let person = |name: &&String| words().only(&[Idea::Person], name);
    let persons = names.iter().filter(person).count();
    persons * 2 > names.len()
}

/// What the author wrote, with the names of both sides.
pub(super) fn strong(headers: &Headers<'_>, names: &SideNames) -> Signs {
    let mut signs = Signs::default();
    if names.iter().any(|names| is_persons(names)) {
        return signs;
    }
    let sides = sides(headers);
    let states = |kind: Option<Kind>| kind.is_some_and(Kind::is_states);
    if states(sides.rows) {
        signs.see(Axis::Rows);
    }
    if states(sides.columns) {
        signs.see(Axis::Columns);
    }
    match headers.role(headers.down.name) {
        Some(Role::State | Role::From) => signs.see(Axis::Rows),
        Some(Role::Operation) => signs.see(Axis::Columns),
        _ => {}
    }
    for &column in &headers.across.items {
        match headers.role(column) {
            Some(Role::Operation) => signs.see(Axis::Rows),
            Some(Role::State) => signs.see(Axis::Columns),
            _ => {}
        }
        let upper = headers
            .across
            .upper
            .map(|upper| headers.grid.label(upper, column));
        if upper.is_some_and(|title| Kind::of(title).is_states()) {
            signs.see(Axis::Columns);
        }
        if headers
            .column_name(column)
            .is_some_and(|slot| slot.cell.has_outcome())
        {
            signs.see(Axis::Rows);
        }
    }
    let told = |&row: &usize| {
        headers
            .row_name(row)
            .is_some_and(|slot| slot.cell.has_outcome())
    };
    if headers.down.items.iter().any(told) {
        signs.see(Axis::Columns);
    }
    named(headers, names, &mut signs);
    signs
}

/// The cells that are the name of a row or of a column.
fn named(headers: &Headers<'_>, [rows, columns]: &SideNames, signs: &mut Signs) {
    let (rows, columns) = (all_lower(rows), all_lower(columns));
    for (row, column) in headers.cells() {
        let Some(slot) = headers
            .grid
            .slot(row, column)
            .filter(|slot| !slot.is_blank())
        else {
            continue;
        };
        let said = headers.said(row, column);
        let data = [&slot.cell.success, &slot.cell.failure];
        let data = data.into_iter().flatten().map(String::as_str);
        if said.sign && !slot.cell.has_outcome() && said.note(&slot.text).is_empty() {
            continue;
        }
        let text = match said.mark {
            _ if said.told || said.sign && said.mark != Mark::Yes => "",
            Mark::Word => mark::behind_arrow(&slot.text).unwrap_or(&slot.text),
            Mark::Yes => said.note(&slot.text),
            _ => "",
        };
        let text = mark::behind_arrow(text).unwrap_or(text);
        for name in data.chain([text]).filter(|name| !name.is_empty()) {
            let name = lowercase(name.trim());
            match (rows.contains(&name), columns.contains(&name)) {
                (true, false) => signs.see(Axis::Rows),
                (false, true) => signs.see(Axis::Columns),
                _ => {}
            }
        }
    }
}

/// What the names of both sides look like.
pub(super) fn weak(headers: &Headers<'_>, names: &SideNames) -> Signs {
    let mut signs = Signs::default();
    if names.iter().any(|names| is_persons(names)) {
        return signs;
    }
    let sides = sides(headers);
    let other =
        |kind: Option<Kind>| kind.is_some_and(|kind| kind.other && !kind.state && !kind.operation);
    if other(sides.rows) || other(sides.columns) {
        return signs;
    }
    let title = Kind::of(&headers.title);
    let [rows, columns] = names.each_ref().map(|names| lean(names));
    for (axis, own, opposite, header) in [
        (Axis::Rows, rows, columns, sides.columns),
        (Axis::Columns, columns, rows, sides.rows),
    ] {
        let operations =
            opposite == Some(Lean::Operation) || header.is_some_and(Kind::is_operations);
        let states = own == Some(Lean::State) || title.state && own.is_none();
        if operations && states {
            signs.see(axis);
        }
    }
    signs
}

/// The names of the rows, and those of the columns.
pub(super) type SideNames = [Vec<String>; 2];

/// The names of both sides of a table.
pub(super) fn both(headers: &Headers<'_>) -> SideNames {
    [Axis::Rows, Axis::Columns].map(|side| names(headers, side))
}

/// The names of one side of a table.
fn names(headers: &Headers<'_>, side: Axis) -> Vec<String> {
    let pieces = match side {
        Axis::Rows => headers
            .down
            .items
            .iter()
            .map(|&row| headers.row_pieces(row))
            .collect(),
        Axis::Columns => {
            let columns = headers.across.items.iter();
            columns
                .map(|&column| headers.column_pieces(column))
                .collect::<Vec<_>>()
        }
    };
    pieces
        .into_iter()
        .flatten()
        .map(|piece| piece.text)
        .collect()
}

/// The names in lower case, each once.
pub(super) fn all_lower(names: &[String]) -> TextSet {
    names.iter().map(|name| lowercase(name)).collect()
}

/// Whether a name looks like that of a state.
pub(super) fn is_statelike(name: &str) -> bool {
    lean(&[name.to_owned()]) == Some(Lean::State)
}

/// The one cell above all names of the columns.
pub(super) fn above<'a>(headers: &'a Headers<'_>) -> Option<&'a str> {
    let upper = headers.across.upper?;
    let first = *headers.across.items.first()?;
    let id = headers.grid.id(upper, first)?;
    let mut columns = headers.across.items.iter();
    let one = columns.all(|&column| headers.grid.id(upper, column) == Some(id));
    one.then(|| headers.grid.label(upper, first))
}
