//! One table as a part of a chart: its states, its operations, and what its cells allow.

use super::grid::Slot;
use super::lead::{Known, Leads, Names};
use super::mark::Mark;
use super::problem::{Problem, ProblemKind, Problems, brief};
use super::sense::{Says, Sense};
use super::view::View;
use super::{Place, axis, text};
use crate::chart::{DraftGroup, DraftName, DraftOutcome, Permit};
use std::collections::BTreeMap;

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
}

/// The states of one row, and its cells.
pub(super) struct PartRow {
    pub(super) states: Vec<String>,
    pub(super) about: String,
    pub(super) permits: Vec<Permit>,
    pub(super) place: Place,
}

/// Names of columns that say something about the states and are no operations.
const ABOUT: &[&str] = &[
    "description",
    "meaning",
    "notes",
    "note",
    "comment",
    "comments",
    "remarks",
    "explanation",
];

/// Reads one table.
pub(super) fn read(view: &View<'_, '_>) -> Result<Part, Vec<Problem>> {
    let mut problems = Problems::default();
    let mut part = Part {
        number: view.sheet.number,
        rows: rows(view, &mut problems),
        groups: Vec::new(),
        places: Vec::new(),
        outcomes: Vec::new(),
        warnings: Vec::new(),
        crossed: None,
        checked: false,
        silent: false,
    };
    let names = Names::new(part.rows.iter().flat_map(|row| &row.states));
    let (about, operations): (Vec<usize>, Vec<usize>) = view
        .operations()
        .iter()
        .partition(|&&operation| is_about(view, operation));
    for (row, &state) in part.rows.iter_mut().zip(view.states()) {
        let texts = about.iter().filter_map(|&column| view.slot(state, column));
        let texts: Vec<String> = texts
            .map(|slot| text::name(&slot.text))
            .filter(|text| !text.is_empty())
            .collect();
        row.about = texts.join(" ");
    }
    let own = add_operations(view, &operations, &mut part, &names, &mut problems);
    let mut sense = Sense::new(view, &operations, &names);
    sense.check(&mut problems);
    if !problems.is_empty() {
        return Err(problems.into_vec());
    }
    part.checked = sense.is_checked();
    part.silent = sense.is_silent();
    let operation_names: Vec<String> = (part.groups.iter())
        .flat_map(|group| &group.operations)
        .map(|name| name.name.clone())
        .collect();
    let mut leads = Leads::default();
    for (row, &state) in part.rows.iter_mut().zip(view.states()) {
        for ((number, &operation), own) in operations.iter().enumerate().zip(&own) {
            let says = sense.next();
            let slot = view.slot(state, operation);
            let permit = permit(&says, slot, &mut part.crossed, || {
                view.place(state, operation)
            });
            warn(view, slot, (state, operation), &permit, &mut part.warnings);
            let mut known = slot.map_or_else(Known::default, |slot| {
                names.known(slot.cell, || view.place(state, operation), &mut problems)
            });
            if permit == Permit::Refused {
                if !known.is_empty() {
                    problems.push(view.place(state, operation), ProblemKind::OutcomeOfRefused);
                }
            } else {
                if let Says::State(name) = says {
                    known.lead(name);
                }
                known.or(own);
                leads.add(number, &row.states, known);
            }
            row.permits.push(permit);
        }
    }
    if !problems.is_empty() {
        return Err(problems.into_vec());
    }
    part.outcomes = leads.outcomes(&operation_names);
    Ok(part)
}

fn permit(
    says: &Says,
    slot: Option<&Slot<'_>>,
    crossed: &mut Option<(Place, String)>,
    place: impl Fn() -> Place,
) -> Permit {
    match says {
        Says::State(_) | Says::Mark(Mark::Yes) => Permit::Allowed,
        Says::Mark(Mark::Cross) => {
            if crossed.is_none() {
                *crossed = Some((
                    place(),
                    slot.map_or_else(String::new, |slot| brief(slot.label())),
                ));
            }
            Permit::Allowed
        }
        Says::Mark(Mark::Maybe(_) | Mark::Word) => {
            Permit::Conditional(condition(slot).into_boxed_str())
        }
        Says::Mark(_) | Says::Unclear => Permit::Refused,
    }
}

/// What a cell that says neither yes nor no says.
fn condition(slot: Option<&Slot<'_>>) -> String {
    let Some(slot) = slot else {
        return String::new();
    };
    let text = slot
        .label()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    match (text.is_empty(), slot.note.is_empty()) {
        (true, _) => slot.note.clone(),
        (false, true) => text,
        (false, false) => [&text, " ", &slot.note].concat(),
    }
}

fn warn(
    view: &View<'_, '_>,
    slot: Option<&Slot<'_>>,
    at: (usize, usize),
    permit: &Permit,
    warnings: &mut Vec<Problem>,
) {
    let plain = !matches!(permit, Permit::Conditional(_));
    if let Some(slot) = slot.filter(|slot| plain && !slot.note.is_empty()) {
        warnings.push(Problem {
            place: view.place(at.0, at.1),
            kind: ProblemKind::Note(slot.note.clone()),
        });
    }
}

/// The states, row by row.
fn rows(view: &View<'_, '_>, problems: &mut Problems) -> Vec<PartRow> {
    let mut first: BTreeMap<String, Place> = BTreeMap::new();
    let mut rows = Vec::new();
    for &state in view.states() {
        let (slot, place) = view.state_name(state);
        let label = slot.map_or("", Slot::label);
        let states = text::names(label);
        if slot.is_some_and(|slot| slot.cell.has_outcome()) {
            problems.push(place, ProblemKind::OutcomeOfState);
        }
        if states.is_empty() {
            problems.push(place, ProblemKind::NoName);
        }
        if view.axis == super::Axis::Columns
            && states.len() > 1
            && label.contains('\n')
            && !label.contains([',', '/', ';'])
        {
            problems.push(place, ProblemKind::Lines(brief(label)));
        }
        for name in &states {
            match first.get(name) {
                Some(first) => {
                    problems.push(place, ProblemKind::Duplicate("state", name.clone(), *first))
                }
                None => {
                    first.insert(name.clone(), place);
                }
            }
        }
        rows.push(PartRow {
            states,
            about: String::new(),
            permits: Vec::new(),
            place,
        });
    }
    rows
}

/// Whether a line of operations only says something about the states.
fn is_about(view: &View<'_, '_>, operation: usize) -> bool {
    let name = view
        .operation_name(operation)
        .0
        .map_or("", Slot::label)
        .to_lowercase();
    ABOUT.contains(&name.as_str())
        && view.states().iter().all(|&state| {
            matches!(
                view.mark(state, operation).0,
                Mark::Word | Mark::Blank | Mark::Maybe(false) | Mark::Number
            )
        })
}

/// The operations in their groups, and what is known of the outcome of each.
fn add_operations(
    view: &View<'_, '_>,
    operations: &[usize],
    part: &mut Part,
    names: &Names,
    problems: &mut Problems,
) -> Vec<Known> {
    let mut last: Option<Option<u32>> = None;
    let mut first: BTreeMap<String, Place> = BTreeMap::new();
    let mut own = Vec::new();
    let one = axis::above(view.sheet).is_some_and(|title| axis::kind(title) != (false, false));
    for &operation in operations {
        let (slot, place) = view.operation_name(operation);
        let name = text::name(slot.map_or("", Slot::label));
        let above = view.group(operation);
        let group = above.map(|(id, _)| id);
        if last != Some(group) {
            // One cell above all that says `Operations` names the side, not a group.
            let title = match above {
                Some((_, title)) if !one => text::name(title),
                _ if view.sheet.across.upper.is_none() || one => view.sheet.title.clone(),
                _ => String::new(),
            };
            part.groups.push(DraftGroup {
                title,
                operations: Vec::new(),
            });
            last = Some(group);
        }
        if let Some(first) = first.get(&name) {
            problems.push(
                place,
                ProblemKind::Duplicate("operation", name.clone(), *first),
            );
        }
        if name.is_empty() {
            problems.push(place, ProblemKind::NoName);
        }
        own.push(slot.map_or_else(Known::default, |slot| {
            names.known(slot.cell, || place, problems)
        }));
        part.places.push(place);
        first.insert(name.clone(), place);
        if let Some(group) = part.groups.last_mut() {
            group.operations.push(DraftName::new(name));
        }
    }
    own
}
