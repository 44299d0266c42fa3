//! Several tables to one chart: which of them belong together, and which are left alone.

use super::candidate::{Candidate, settle};
use super::part::Part;
use super::problem::{Place, Problem, ProblemKind};
use super::{Options, Reading, Table};
use crate::chart::{Chart, Draft, DraftName, DraftRow};
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn read(tables: &[Table], options: &Options) -> Result<Reading, Vec<Problem>> {
    let nowhere = Place::default();
    if tables.is_empty() {
        return Err(vec![Problem {
            place: nowhere,
            kind: ProblemKind::NoTable,
        }]);
    }
    let lower = |word: &String| word.trim().to_lowercase();
    let no: BTreeSet<String> = options.no.iter().map(lower).collect();
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
    let parts: Vec<Result<Part, Vec<Problem>>> = tries.iter().map(Candidate::part).collect();
    let (taken, mut warnings) = choose(&tries, parts)?;
    let title = match (taken.as_slice(), options.title.is_empty()) {
        ([only], true) => tries
            .get(only.number - 1)
            .and_then(|one| one.sheet.as_ref().ok())
            .map_or("", |sheet| &sheet.title),
        _ => &options.title,
    };
    let used: Vec<usize> = taken
        .iter()
        .map(|part| part.number.saturating_sub(1))
        .collect();
    for sheet in tries.iter().filter_map(|one| one.sheet.as_ref().ok()) {
        if used.contains(&sheet.number.saturating_sub(1)) {
            warnings.extend(sheet.warnings.iter().cloned());
        }
    }
    let draft = draft(taken, title, options, &mut warnings);
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

/// The parts that make the chart, and warnings; or the problems of those that were meant to.
fn choose(
    tries: &[Candidate<'_>],
    parts: Vec<Result<Part, Vec<Problem>>>,
) -> Result<(Vec<Part>, Vec<Problem>), Vec<Problem>> {
    let sure = |number: usize| {
        tries
            .get(number.saturating_sub(1))
            .is_some_and(|one| one.strong.decide().is_ok())
    };
    let mut read = parts.iter().flatten().filter(|part| !part.silent);
    let base = read
        .clone()
        .find(|part| sure(part.number))
        .or_else(|| read.next())
        .map(|part| part.number);
    let Some(base) = base else {
        return Err(refused(tries, parts));
    };
    let states: BTreeMap<Vec<String>, Place> = parts
        .iter()
        .flatten()
        .filter(|part| part.number == base)
        .flat_map(|part| &part.rows)
        .map(|row| (sorted(&row.states), row.place))
        .collect();
    let known: BTreeSet<String> = states
        .keys()
        .flatten()
        .map(|name| name.to_lowercase())
        .collect();
    let (mut taken, mut warnings, mut problems) = (Vec::new(), Vec::new(), Vec::new());
    for (part, one) in parts.into_iter().zip(tries) {
        match part {
            Ok(part) if part.silent && part.places.is_empty() => {
                warnings.extend(alone(vec![no_yes(part.number)]));
            }
            Ok(part) => {
                let found = other_rows(&part, &states, base);
                let apart = part
                    .rows
                    .iter()
                    .flat_map(|row| &row.states)
                    .all(|name| !known.contains(&name.to_lowercase()));
                if found.is_empty() {
                    taken.push(part);
                } else if part.silent || apart && sure(base) && !sure(part.number) {
                    warnings.extend(alone(found));
                } else {
                    problems.extend(found);
                }
            }
            Err(found) => {
                // A table of the same states that has marks was meant to be read.
                if one.marked() && one.names_any(&known) {
                    problems.extend(found);
                } else {
                    warnings.extend(alone(found));
                }
            }
        }
    }
    problems.extend(second_operations(&taken));
    problems.extend(crosses(&taken));
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
fn refused(tries: &[Candidate<'_>], parts: Vec<Result<Part, Vec<Problem>>>) -> Vec<Problem> {
    let any = tries.iter().any(Candidate::marked);
    let mut problems = Vec::new();
    for (part, _) in (parts.into_iter().zip(tries)).filter(|(_, one)| !any || one.marked()) {
        match part {
            Ok(part) => problems.push(no_yes(part.number)),
            Err(found) => problems.extend(found),
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
        kind: ProblemKind::NoYes(None),
    }
}

fn sorted(states: &[String]) -> Vec<String> {
    let mut states = states.to_vec();
    states.sort();
    states
}

/// The rows that only one of the table and the base has; the first of each.
fn other_rows(part: &Part, states: &BTreeMap<Vec<String>, Place>, base: usize) -> Vec<Problem> {
    let own: BTreeSet<Vec<String>> = part.rows.iter().map(|row| sorted(&row.states)).collect();
    let other = part
        .rows
        .iter()
        .find(|row| !states.contains_key(&sorted(&row.states)));
    let other = other.map(|row| Problem {
        place: row.place,
        kind: ProblemKind::OtherRow(row.states.join(", "), base),
    });
    let missing = states.keys().find(|names| !own.contains(*names));
    let place = Place {
        table: part.number,
        row: 0,
        column: 0,
    };
    let missing = missing.map(|names| Problem {
        place,
        kind: ProblemKind::MissingRow(names.join(", "), base),
    });
    other.into_iter().chain(missing).collect()
}

/// Operations that stand in two tables.
fn second_operations(parts: &[Part]) -> Vec<Problem> {
    let mut first: BTreeMap<&str, Place> = BTreeMap::new();
    let mut problems = Vec::new();
    for part in parts {
        let names = part.groups.iter().flat_map(|group| &group.operations);
        for (operation, place) in names.zip(&part.places) {
            match first.get(operation.name.as_str()) {
                Some(first) => {
                    let kind = ProblemKind::Duplicate("operation", operation.name.clone(), *first);
                    problems.push(Problem {
                        place: *place,
                        kind,
                    });
                }
                None => {
                    first.insert(&operation.name, *place);
                }
            }
        }
    }
    problems
}

/// A cross that was read as yes in one table, while another has check marks.
fn crosses(parts: &[Part]) -> Option<Problem> {
    let checked = parts.iter().any(|part| part.checked);
    let (place, sign) = parts
        .iter()
        .filter(|_| checked)
        .find_map(|part| part.crossed.clone())?;
    Some(Problem {
        place,
        kind: ProblemKind::Sign(sign),
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
    let mut at: BTreeMap<Vec<String>, usize> = BTreeMap::new();
    for part in parts {
        for row in part.rows {
            let key = sorted(&row.states);
            let at = *at.entry(key).or_insert_with(|| {
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
                    permits: Vec::new(),
                    notes: Vec::new(),
                });
                draft.rows.len() - 1
            });
            if let Some(known) = draft.rows.get_mut(at) {
                known.permits.extend(row.permits);
            }
        }
        draft.groups.extend(part.groups);
        draft.outcomes.extend(part.outcomes);
        warnings.extend(part.warnings);
    }
    draft
}
