//! One table as a part of a chart: its states, its operations, and what is allowed; and how a matrix
//! becomes one.

use super::axis;
use super::classify::{self, Cell, Cells};
use super::grid::Slot;
use super::index::Index;
use super::mark::Mark;
use super::names::{self, Piece, Splitter};
use super::problem::{Problem, ProblemKind, Problems, brief};
use super::role::Kind;
use super::target::{Known, StateNames, Targets};
use super::text::{self, ASIDE, SOFT};
use super::view::View;
use super::words::words;
use super::{Axis, Place};
use crate::chart::{DraftGroup, DraftName, DraftOutcome, Permission, is_small};

/// One table, read.
pub(super) struct Part {
    pub(super) number: usize,
    /// The states of each row, and what is said about them.
    pub(super) rows: Vec<PartRow>,
    pub(super) groups: Vec<DraftGroup>,
    /// Where the name of each operation stands.
    pub(super) places: Vec<Place>,
    pub(super) outcomes: Vec<DraftOutcome>,
    pub(super) warnings: Vec<Problem>,
    /// A cross that was read as yes.
    pub(super) crossed: Option<(Place, String)>,
    /// Whether anything else says yes.
    pub(super) checked: bool,
    /// Whether nothing says yes: such a table is no chart of its own, but may be a part of one.
    pub(super) silent: bool,
    /// Whether a row of the table may be missing in another: it is a list, in which only some are named.
    pub(super) list: bool,
    /// The numbers of the other tables that it was read from.
    pub(super) also: Vec<usize>,
}

/// The states of one row, and its cells.
#[derive(Clone)]
pub(super) struct PartRow {
    pub(super) states: Vec<String>,
    pub(super) about: String,
    pub(super) permissions: Vec<Permission>,
    /// What stands beside the marks: the number of the operation, and the text.
    pub(super) notes: Vec<(usize, String)>,
    pub(super) place: Place,
}

/// Reads a matrix.
pub(super) fn read(view: &View<'_, '_>) -> Result<Part, Vec<Problem>> {
    let mut problems = Problems::default();
    let mut part = Part {
        number: view.headers.number,
        rows: rows(view, &mut problems),
        groups: Vec::new(),
        places: Vec::new(),
        outcomes: Vec::new(),
        warnings: Vec::new(),
        crossed: None,
        checked: false,
        silent: false,
        list: false,
        also: Vec::new(),
    };
    let names = StateNames::new(part.rows.iter().flat_map(|row| &row.states));
    describe(view, &mut part);
    let operations = view.operations();
    let own = add_operations(view, operations, &mut part, &names, &mut problems);
    let Cells {
        cells,
        crossed,
        checked,
        silent,
        further,
    } = classify::classify(view, operations, &names, &mut problems);
    if !problems.is_empty() {
        return Err(problems.into_vec());
    }
    (part.crossed, part.checked, part.silent) = (crossed, checked, silent);
    let operation_names: Vec<String> = (part.groups.iter())
        .flat_map(|group| &group.operations)
        .map(|name| name.name.clone())
        .collect();
    let mut targets = Targets::default();
    let mut cells = cells.into_iter();
    for (row, &state) in part.rows.iter_mut().zip(view.states()) {
        for ((number, &operation), own) in operations.iter().enumerate().zip(&own) {
            let Some(cell) = cells.next() else { continue };
            let slot = view.slot(state, operation);
            let place = || view.place(state, operation);
            let permission = permission(&cell, slot);
            let mut known = slot.map_or_else(Known::default, |slot| {
                names.known(slot.cell, place, &mut problems)
            });
            if permission == Permission::Refused {
                if !known.is_empty() {
                    problems.push(place(), ProblemKind::OutcomeOfRefused);
                }
            } else {
                if let Some(next) = cell.next {
                    known.target(next);
                }
                known.or(own);
                targets.add(number, &row.states, known);
            }
            let note = beside(cell.note, slot.map_or("", |slot| &slot.note));
            if !note.is_empty() && !matches!(permission, Permission::Conditional(_)) {
                row.notes.push((number, note));
            }
            row.permissions.push(permission);
        }
    }
    add_further(further, &mut part);
    if !problems.is_empty() {
        return Err(problems.into_vec());
    }
    part.outcomes = targets.outcomes(&operation_names);
    Ok(part)
}

/// What stands beside a mark, its footnote last.
fn beside(mut note: String, footnote: &str) -> String {
    if footnote.is_empty() {
        return note;
    }
    if !note.is_empty() {
        note.push(' ');
    }
    // Whoever reads a mark alone has to know that there is more on the page.
    if text::is_note(footnote) {
        note.push_str("Footnote ");
    }
    note.push_str(footnote);
    note
}

/// The states that only cells name: nothing is allowed in them.
fn add_further(further: Vec<String>, part: &mut Part) {
    let width = part.places.len();
    for name in further {
        let place = Place {
            table: part.number,
            row: 0,
            column: 0,
        };
        part.warnings.push(Problem {
            place,
            kind: ProblemKind::NoRow(name.clone()),
        });
        part.rows.push(PartRow {
            states: vec![name],
            about: String::new(),
            permissions: vec![Permission::Refused; width],
            notes: Vec::new(),
            place,
        });
    }
}

fn permission(cell: &Cell, slot: Option<&Slot<'_>>) -> Permission {
    match cell.mark {
        Mark::Yes | Mark::Cross => Permission::Allowed,
        Mark::Condition => Permission::Conditional(condition(slot).into_boxed_str()),
        _ => Permission::Refused,
    }
}

/// What a cell that says neither yes nor no says.
fn condition(slot: Option<&Slot<'_>>) -> String {
    let Some(slot) = slot else {
        return String::new();
    };
    let label = slot.label().split_whitespace();
    let text = label.collect::<Vec<_>>().join(" ");
    match (text.is_empty(), slot.note.is_empty()) {
        (true, _) => slot.note.clone(),
        (false, true) => text,
        (false, false) => [&text, " ", &slot.note].concat(),
    }
}

/// The states, row by row.
fn rows(view: &View<'_, '_>, problems: &mut Problems) -> Vec<PartRow> {
    let pieces: Vec<_> = (view.states().iter())
        .map(|&state| view.state_pieces(state))
        .collect();
    let language = words().language([view.headers.corner.as_str()].into_iter());
    let splitter = Splitter::new(&pieces, &[], language, false);
    let listed = |raw: &str| raw.contains([SOFT, ',', ';', text::ITEM]);
    let lists = view.states().iter().any(|&state| {
        let slot = view.state_name(state).0;
        slot.is_some_and(|slot| listed(&slot.cell.text))
    });
    let mut first = Index::default();
    let mut rows = Vec::new();
    for (&state, pieces) in view.states().iter().zip(&pieces) {
        let (slot, place) = view.state_name(state);
        let mut about = String::new();
        let mut pieces = pieces.as_slice();
        // A line below the name that is a sentence describes it.
        if let [name, rest @ ..] = pieces
            && rest
                .iter()
                .any(|piece| piece.sentence || !names::is_name(&piece.text))
            && names::is_name(&name.text)
        {
            let texts: Vec<&str> = rest.iter().map(|piece| piece.text.as_str()).collect();
            about = texts.join(", ");
            pieces = std::slice::from_ref(name);
        }
        let states = splitter.split(pieces).unwrap_or_default();
        if let Some(piece) = pieces
            .iter()
            .find(|piece| !piece.code && is_two(piece, &splitter))
        {
            problems.push(place, ProblemKind::OneOrTwo(brief(&piece.text)));
        }
        if slot.is_some_and(|slot| slot.cell.has_outcome()) {
            problems.push(place, ProblemKind::OutcomeOfState);
        }
        if states.is_empty() {
            problems.push(place, ProblemKind::NoName);
        }
        let raw = slot.map_or("", |slot| slot.cell.text.trim());
        if view.axis == Axis::Columns && states.len() > 1 && raw.contains('\n') && !lists {
            problems.push(place, ProblemKind::Lines(brief(&text::clean(raw))));
        }
        for name in &states {
            if let Some(first) = first.place(name) {
                let kind = if states.len() > 1 {
                    ProblemKind::InTwoRows(name.clone(), brief(&text::clean(raw)), first)
                } else {
                    ProblemKind::Duplicate("state", name.clone(), first)
                };
                problems.push(place, kind);
            }
            first.add(name, place);
        }
        rows.push(PartRow {
            states,
            about,
            permissions: Vec::new(),
            notes: Vec::new(),
            place,
        });
    }
    rows
}

/// Whether a name is most likely those of two states, beside a word such as `and`.
fn is_two(piece: &Piece, splitter: &Splitter) -> bool {
    let parts = splitter.conjoined(&piece.text);
    // `Up and down` goes on small: it is one.
    let small = |part: &String| part.starts_with(is_small);
    let alike = parts.iter().all(small) || !parts.iter().any(small);
    alike && parts.len() > 1 && parts.into_iter().all(|part| axis::is_statelike(&part))
}

/// What the columns that are no operations say about the states.
fn describe(view: &View<'_, '_>, part: &mut Part) {
    let headers = view.headers;
    let heads: Vec<String> = (headers.about.iter())
        .map(|&column| text::name(headers.head(column)))
        .filter(|name| !name.is_empty())
        .collect();
    if let (Some(&column), false) = (headers.about.first(), heads.is_empty()) {
        part.warnings.push(Problem {
            place: headers.grid.place(headers.across.name, column),
            kind: ProblemKind::LeftOut(heads),
        });
    }
    if view.axis == Axis::Columns {
        return;
    }
    let prose = |&&column: &&usize| headers.kind(column).prose;
    for (row, &state) in part.rows.iter_mut().zip(view.states()) {
        let slots = (headers.about.iter().filter(prose))
            .filter_map(|&column| headers.grid.slot(state, column));
        for slot in slots {
            let said = text::name(&slot.text);
            if !row.about.is_empty() && !said.is_empty() {
                row.about.push(' ');
            }
            row.about.push_str(&said);
        }
    }
}

/// The operations in their groups, and what is known of the outcome of each.
fn add_operations(
    view: &View<'_, '_>,
    operations: &[usize],
    part: &mut Part,
    names: &StateNames,
    problems: &mut Problems,
) -> Vec<Known> {
    let headers = view.headers;
    let mut last: Option<Option<u32>> = None;
    let mut first = Index::default();
    let mut own = Vec::new();
    let titles = titles(view, part);
    let upper = |operation| match titles.iter().rev().find(|(row, _)| *row <= operation) {
        Some((row, title)) => Some((u32::try_from(*row).unwrap_or(0), title.as_str())),
        None => view.group(operation).filter(|(_, title)| {
            let kind = Kind::of(title);
            !kind.state && !kind.operation || !is_one(view)
        }),
    };
    for &operation in operations {
        let (slot, place) = view.operation_name(operation);
        let raw = slot.and_then(|slot| slot.cell.text.split_once(ASIDE));
        let name = match raw.map(|(name, _)| text::name(&text::clean(name))) {
            Some(name) if !name.is_empty() => name,
            _ => text::name(slot.map_or("", Slot::label)),
        };
        let above = upper(operation);
        let group = above.map(|(id, _)| id);
        if last != Some(group) {
            let title = match above {
                Some((_, title)) => text::name(title),
                None if headers.across.upper.is_none() && titles.is_empty() => {
                    headers.title.clone()
                }
                None => String::new(),
            };
            part.groups.push(DraftGroup {
                title,
                operations: Vec::new(),
            });
            last = Some(group);
        }
        if let Some(first) = first.place(&name) {
            let kind = ProblemKind::Duplicate("operation", name.clone(), first);
            problems.push(place, kind);
        }
        if name.is_empty() {
            problems.push(place, ProblemKind::NoName);
        }
        own.push(slot.map_or_else(Known::default, |slot| {
            names.known(slot.cell, || place, problems)
        }));
        part.places.push(place);
        first.add(&name, place);
        if let Some(group) = part.groups.last_mut() {
            group.operations.push(DraftName::new(name));
        }
    }
    own
}

/// Whether one cell stands above the names of all operations.
fn is_one(view: &View<'_, '_>) -> bool {
    view.axis == Axis::Rows && axis::above(view.headers).is_some()
}

/// The texts across all columns that name groups of operations: the row below each, and the text.
fn titles(view: &View<'_, '_>, part: &mut Part) -> Vec<(usize, String)> {
    let headers = view.headers;
    let last = headers.down.items.last().copied().unwrap_or(0);
    let (groups, rest): (Vec<_>, Vec<_>) = (headers.titles.iter().cloned())
        .partition(|(row, _)| view.axis == Axis::Columns && *row <= last);
    let left_out = rest
        .iter()
        .map(|(row, text)| headers.across_warning(*row, text));
    part.warnings.extend(left_out);
    groups
}
