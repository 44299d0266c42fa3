//! Several tables to one chart: which of them belong together, and which are left alone.

use super::candidate::{Candidate, settle};
use super::facts::Facts;
use super::index::{Index, TextSet};
use super::part::Part;
use super::problem::{Place, Problem, ProblemKind, Problems, Proposal};
use super::{Options, Reading, Table};
use crate::chart::{Chart, Draft, DraftName, DraftNote, DraftRow, MAX_NAME, lowercase};
use std::iter::repeat;

pub(super) fn read(tables: &[Table], options: &Options) -> Result<Reading, Vec<Problem>> {
    let nowhere = Place::default();
    if tables.is_empty() {
        return Err(vec![Problem {
            place: nowhere,
            kind: ProblemKind::NoTable,
        }]);
    }
    let lower = |word: &String| lowercase(word.trim());
    let no: Vec<String> = options.no.iter().map(lower).collect();
    if let Some(word) = options.yes.iter().find(|word| no.contains(&lower(word))) {
        return Err(vec![Problem {
            place: nowhere,
            kind: ProblemKind::YesAndNo(word.clone()),
        }]);
    }
    let mut tries: Vec<Candidate<'_>> = (tables.iter().zip(1..))
        .map(|(table, number)| Candidate::new(table, number, options))
        .collect();
    settle(&mut tries, options.states);
    let parts = parts(&tries);
    let (taken, mut warnings) = choose(&tries, parts, options)?;
    let mut used: Vec<usize> = (taken.iter())
        .flat_map(|part| part.also.iter().copied().chain([part.number]))
        .map(|number| number.saturating_sub(1))
        .collect();
    used.sort_unstable();
    let title = match (used.as_slice(), options.title.is_empty()) {
        (&[only], true) => tries
            .get(only)
            .and_then(|one| one.headers.as_ref())
            .map_or_else(String::new, |headers| headers.title.clone()),
        _ => options.title.clone(),
    };
    for headers in tries.into_iter().filter_map(|one| one.headers) {
        if used.contains(&headers.number.saturating_sub(1)) {
            warnings.extend(headers.warnings);
        }
    }
    let draft = draft(taken, &title, options, &mut warnings);
    let chart = Chart::new(draft).map_err(|problems| -> Vec<Problem> {
        problems
            .into_iter()
            .map(|problem| Problem {
                place: nowhere,
                kind: ProblemKind::Chart(problem.kind),
            })
            .collect()
    })?;
    warnings.sort_by_key(|problem| (problem.place.table, problem.place.row, problem.place.column));
    Ok(Reading {
        chart,
        tables: used,
        warnings,
    })
}

/// What became of one table.
enum Outcome {
    Part(Part),
    Problems(Vec<Problem>),
    /// It is in the part of a table before it.
    Joined,
}

/// Each table as a part, lists of one kind that share a state together.
fn parts(tries: &[Candidate<'_>]) -> Vec<Outcome> {
    let mut outcomes: Vec<Option<Outcome>> = tries.iter().map(|_| None).collect();
    for (number, one) in tries.iter().enumerate() {
        if outcomes.get(number).is_none_or(Option::is_some) {
            continue;
        }
        let outcome = if one.is_list() {
            let mut also = Vec::new();
            let (mut facts, mut problems) = (Facts::default(), Problems::default());
            one.add(&mut facts, &mut problems);
            for (later, other) in tries.iter().enumerate().skip(number + 1) {
                let free = outcomes.get(later).is_some_and(Option::is_none);
                if free && other.is_list() && one.is_like(other) && shares(&facts, other) {
                    other.add(&mut facts, &mut problems);
                    also.push(later);
                }
            }
            for &later in &also {
                if let Some(outcome) = outcomes.get_mut(later) {
                    *outcome = Some(Outcome::Joined);
                }
            }
            match facts.part(number + 1, &mut problems) {
                Some(mut part) if problems.is_empty() => {
                    part.also = also.into_iter().map(|later| later + 1).collect();
                    Outcome::Part(part)
                }
                _ => Outcome::Problems(problems.into_vec()),
            }
        } else {
            match one.part() {
                Ok(part) => Outcome::Part(part),
                Err(problems) => Outcome::Problems(problems),
            }
        };
        if let Some(place) = outcomes.get_mut(number) {
            *place = Some(outcome);
        }
    }
    outcomes
        .into_iter()
        .map(|outcome| outcome.unwrap_or(Outcome::Joined))
        .collect()
}

/// Whether a list names a state of others.
fn shares(facts: &Facts, other: &Candidate<'_>) -> bool {
    let (mut own, mut problems) = (Facts::default(), Problems::default());
    other.add(&mut own, &mut problems);
    problems.is_empty()
        && own
            .states
            .names()
            .any(|name| facts.states.find(name).is_some())
}

/// The parts that make the chart, and warnings; or the problems of those that were meant to.
fn choose(
    tries: &[Candidate<'_>],
    parts: Vec<Outcome>,
    options: &Options,
) -> Result<(Vec<Part>, Vec<Problem>), Vec<Problem>> {
    let sure = |number: usize| {
        tries
            .get(number.saturating_sub(1))
            .is_some_and(Candidate::is_sure)
    };
    let read = || {
        let parts = parts.iter().filter_map(|outcome| match outcome {
            Outcome::Part(part) => Some(part),
            _ => None,
        });
        parts.filter(|part| !part.silent)
    };
    let base = read()
        .find(|part| sure(part.number))
        .or_else(|| read().next());
    let Some((base, list)) = base.map(|part| (part.number, part.list)) else {
        return Err(refused(tries, parts));
    };
    let (mut states, mut known) = (Index::default(), TextSet::default());
    for row in read()
        .filter(|part| part.number == base)
        .flat_map(|part| &part.rows)
    {
        states.add_as(key(&row.states), &row.states.join(", "), row.place);
        known.extend(row.states.iter().map(|name| lowercase(name)));
    }
    let (mut taken, mut warnings, mut problems) = (Vec::new(), Vec::new(), Vec::new());
    for (part, one) in parts.into_iter().zip(tries) {
        match part {
            Outcome::Joined => {}
            Outcome::Part(part) if part.silent && part.places.is_empty() => {
                warnings.extend(alone(vec![no_yes(part.number)]));
            }
            Outcome::Part(part) if part.number != base && (part.list || list) => {
                let place = super::headers::whole(part.number);
                let kind = ProblemKind::OtherShape(base);
                warnings.extend(alone(vec![Problem { place, kind }]));
            }
            Outcome::Part(part) => {
                let found = other_rows(&part, &states, base);
                let apart = part
                    .rows
                    .iter()
                    .flat_map(|row| &row.states)
                    .all(|name| !known.contains(&lowercase(name)));
                if found.is_empty() {
                    taken.push(part);
                } else if part.silent || apart && sure(base) && !sure(part.number) {
                    warnings.extend(alone(found));
                } else {
                    problems.extend(found);
                }
            }
            Outcome::Problems(found) => {
                // A table of the same states that has marks was meant to be read.
                if !list && !one.is_list() && one.marked() && one.names_any(&known) {
                    problems.extend(found);
                } else {
                    warnings.extend(alone(found));
                }
            }
        }
    }
    problems.extend(second_operation(&taken));
    problems.extend(crosses(&taken, options));
    problems.extend(long_names(&taken));
    if problems.is_empty() {
        Ok((taken, warnings))
    } else {
        Err(problems)
    }
}

/// The warning that a table with these problems is left alone.
fn alone(problems: Vec<Problem>) -> Option<Problem> {
    let Problem { place, kind } = problems.into_iter().next()?;
    let kind = ProblemKind::Alone(Box::new(kind));
    Some(Problem { place, kind })
}

/// Why no table was taken: the problems of those with marks, else of all.
fn refused(tries: &[Candidate<'_>], parts: Vec<Outcome>) -> Vec<Problem> {
    let meant = |one: &Candidate<'_>| one.is_list() || one.marked();
    let any = tries.iter().any(meant);
    let mut problems = Vec::new();
    for (part, _) in (parts.into_iter().zip(tries)).filter(|(_, one)| !any || meant(one)) {
        match part {
            Outcome::Joined => {}
            Outcome::Part(part) => problems.push(no_yes(part.number)),
            Outcome::Problems(found) => problems.extend(found),
        }
    }
    problems
}

fn no_yes(table: usize) -> Problem {
    let place = Place {
        table,
        row: 0,
        column: 0,
    };
    Problem {
        place,
        kind: ProblemKind::NoYes(Vec::new()),
    }
}

/// The same for the same states in another order.
fn key(states: &[String]) -> String {
    let mut states = states.to_vec();
    states.sort();
    // A name has no line break.
    states.join("\n")
}

/// The rows that only one of the table and the base has; the first of each.
fn other_rows(part: &Part, states: &Index, base: usize) -> Vec<Problem> {
    let mut own = vec![false; states.len()];
    let mut other = None;
    for row in &part.rows {
        match states
            .find(&key(&row.states))
            .and_then(|at| own.get_mut(at))
        {
            Some(own) => *own = true,
            None => other = other.or(Some(row)),
        }
    }
    let other = other.map(|row| Problem {
        place: row.place,
        kind: ProblemKind::OtherRow(row.states.join(", "), base),
    });
    let missing = states.iter().zip(&own).find(|(_, own)| !**own);
    let place = Place {
        table: part.number,
        row: 0,
        column: 0,
    };
    let missing = missing.map(|((names, _), _)| Problem {
        place,
        kind: ProblemKind::MissingRow(names.clone(), base),
    });
    other.into_iter().chain(missing).collect()
}

/// An operation that stands in two tables: the first, as its cause is that of the others.
fn second_operation(parts: &[Part]) -> Option<Problem> {
    let mut first = Index::default();
    for part in parts {
        let names = part.groups.iter().flat_map(|group| &group.operations);
        for (operation, &place) in names.zip(&part.places) {
            if let Some(first) = first.place(&operation.name) {
                let kind = ProblemKind::Duplicate("operation", operation.name.clone(), first);
                return Some(Problem { place, kind });
            }
            first.add(&operation.name, place);
        }
    }
    None
}

/// Names that are longer than a chart can have.
fn long_names(parts: &[Part]) -> Vec<Problem> {
    let mut problems = Problems::default();
    for part in parts {
        let states = part
            .rows
            .iter()
            .flat_map(|row| row.states.iter().zip(repeat(row.place)));
        let operations = part.groups.iter().flat_map(|group| &group.operations);
        let operations = operations
            .map(|name| &name.name)
            .zip(part.places.iter().copied());
        for (name, place) in states.chain(operations) {
            let length = name.chars().count();
            if length > MAX_NAME {
                let kind = crate::chart::ProblemKind::LongName(length);
                problems.push(place, ProblemKind::Chart(kind));
            }
        }
    }
    problems.into_vec()
}

/// A cross that was read as yes in one table, while another has check marks.
fn crosses(parts: &[Part], options: &Options) -> Option<Problem> {
    let checked = parts.iter().any(|part| part.checked);
    let (place, sign) = parts
        .iter()
        .filter(|_| checked)
        .find_map(|part| part.crossed.clone())?;
    Some(Problem {
        place,
        kind: ProblemKind::Sign(sign.clone(), Proposal::new(&sign, options)),
    })
}

/// The tables side by side, in the order of the rows of the first.
fn draft(parts: Vec<Part>, title: &str, options: &Options, warnings: &mut Vec<Problem>) -> Draft {
    let mut draft = Draft {
        title: title.to_owned(),
        service: options.service.clone(),
        refusal: options.refusal.clone(),
        start: options.start.clone(),
        ..Draft::default()
    };
    let mut rows = Index::default();
    for part in parts {
        for row in part.rows {
            let at = rows.add(&key(&row.states), row.place);
            if at == draft.rows.len() {
                let states = row
                    .states
                    .iter()
                    .map(|name| DraftName {
                        name: name.clone(),
                        about: row.about.clone(),
                    })
                    .collect();
                draft.rows.push(DraftRow {
                    states,
                    permissions: Vec::new(),
                    notes: Vec::new(),
                });
            }
            if let Some(known) = draft.rows.get_mut(at) {
                let before = known.permissions.len();
                let notes = row.notes.into_iter().map(|(operation, text)| DraftNote {
                    operation: before + operation,
                    text,
                });
                known.notes.extend(notes);
                known.permissions.extend(row.permissions);
            }
        }
        draft.groups.extend(part.groups);
        draft.outcomes.extend(part.outcomes);
        warnings.extend(part.warnings);
    }
    draft
}
