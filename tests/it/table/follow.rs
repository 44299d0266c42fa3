//! Laws of what a refused table's author is told: each cause once and in its place, and no proposal, for the
//! element or for a header, that leads to a wrong chart or back to itself.

use super::html::input;
use super::sample::{Sample, samples};
use state_chart::import::table::{Axis, Options, Problem, ProblemKind, Table, read};
use std::collections::BTreeSet;
use std::mem::discriminant;

/// A refused table.
struct Refused {
    sample: Sample,
    tables: Vec<Table>,
    options: Options,
    problems: Vec<Problem>,
}

fn refused() -> Vec<Refused> {
    let refused = samples().into_iter().filter_map(|sample| {
        let (tables, options) = input(&sample.html).ok()?;
        let problems = read(&tables, &options).err()?;
        Some(Refused {
            sample,
            tables,
            options,
            problems,
        })
    });
    refused.collect()
}

/// What stands in backticks.
fn quoted(text: &str) -> Vec<&str> {
    text.split('`').skip(1).step_by(2).collect()
}

/// The attributes that a problem proposes: each its name and value.
fn proposals(problem: &Problem) -> Vec<(String, String)> {
    let text = problem.to_string();
    let mut found = Vec::new();
    for quoted in quoted(&text) {
        let Some((name, value)) = quoted.split_once('=') else {
            continue;
        };
        let value = value.trim_matches(['"', '\'']);
        if ["yes", "no", "states", "data-role"].contains(&name) {
            found.push((name.to_owned(), value.to_owned()));
        }
    }
    found
}

/// The row and cell of each header that a problem names, in words or by its place, or of each cell that it
/// may mean.
fn headers(problem: &Problem, table: &Table) -> Vec<(usize, usize)> {
    let text = problem.to_string();
    // Of a row that leads on, the last cell of a name is that of the state.
    if text.contains("on the cell of") {
        let row = problem.place.row.saturating_sub(1);
        let last = table.rows.get(row).map_or(0, Vec::len).saturating_sub(1);
        return vec![(row, last)];
    }
    let names = quoted(&text);
    let row = table.rows.iter().position(|row| row.len() > 1).unwrap_or(0);
    let cells = table.rows.get(row).map_or(&[][..], Vec::as_slice);
    let named = |at: &usize| names.contains(&cells[*at].text.trim());
    let found: Vec<usize> = (0..cells.len()).filter(named).collect();
    let by_place = problem
        .place
        .column
        .checked_sub(1)
        .filter(|&at| at < cells.len());
    let found = if found.is_empty() {
        by_place.into_iter().collect()
    } else {
        found
    };
    found.into_iter().map(|at| (row, at)).collect()
}

/// The tables and options once a proposal is followed, for each cell that it may mean.
fn follow(
    refused: &Refused,
    problem: &Problem,
    (name, value): &(String, String),
) -> Vec<(String, Vec<Table>, Options)> {
    let (tables, mut options) = (refused.tables.clone(), refused.options.clone());
    let what = format!("{name}=\"{value}\"");
    let words = || {
        value
            .split(',')
            .map(|word| word.trim().to_owned())
            .collect()
    };
    match name.as_str() {
        "yes" => options.yes = words(),
        "no" => options.no = words(),
        "states" => {
            options.states = Some(if value == "rows" {
                Axis::Rows
            } else {
                Axis::Columns
            })
        }
        _ => {
            let Some(at) = problem.place.table.checked_sub(1) else {
                return Vec::new();
            };
            let place = |(row, cell): (usize, usize)| {
                let mut tables = tables.clone();
                let header = &mut tables[at].rows[row][cell];
                header.role = Some(value.clone());
                let what = format!("{what} on `{}`", header.text.replace('\n', " "));
                (what, tables, options.clone())
            };
            return headers(problem, &tables[at])
                .into_iter()
                .map(place)
                .collect();
        }
    }
    vec![(what, tables, options)]
}

/// What comes of a proposal.
struct Outcome {
    what: String,
    result: Result<state_chart::chart::Chart, Problem>,
}

fn outcomes(refused: &Refused) -> Vec<(&Problem, Vec<Outcome>)> {
    let of = |problem| {
        let followed = proposals(problem)
            .into_iter()
            .flat_map(|proposal| follow(refused, problem, &proposal));
        let read = followed.map(|(what, tables, options)| Outcome {
            what,
            result: match read(&tables, &options) {
                Ok(reading) => Ok(reading.chart),
                Err(problems) => Err(problems[0].clone()),
            },
        });
        read.collect()
    };
    refused
        .problems
        .iter()
        .map(|problem| (problem, of(problem)))
        .collect()
}

#[test]
fn advice_leads_to_no_wrong_chart_and_not_back_to_itself() {
    let mut wrong = Vec::new();
    for refused in refused() {
        let name = &refused.sample.name;
        for (problem, outcomes) in outcomes(&refused) {
            for Outcome { what, result } in outcomes {
                match result {
                    Err(next) if next == *problem => {
                        wrong.push(format!("{name}: {what} changes nothing: {problem}"))
                    }
                    Err(_) => {}
                    // An author who names the side of the states means it.
                    Ok(_) if what.starts_with("states=") => {}
                    // What a word means is the author's to say, and no more is.
                    Ok(chart) if !refused.sample.is("reject") => {
                        let mut found = refused.sample.differences(&chart);
                        let word = what.starts_with("yes=") || what.starts_with("no=");
                        let told = ["allowed", "conditional"];
                        found.retain(|found| {
                            !word || !told.iter().any(|told| found.starts_with(told))
                        });
                        wrong.extend(found.iter().map(|found| format!("{name}: {what}: {found}")));
                    }
                    Ok(_) => {}
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn tables_of_roles_and_products_become_charts_by_the_side_of_states_only() {
    let others = [
        "browser",
        "role",
        "edition",
        "price",
        "plan",
        "permission",
        "platform",
        "glossary",
        "feature",
    ];
    let mut wrong = Vec::new();
    let mut count = 0;
    for refused in refused() {
        let name = &refused.sample.name;
        if !refused.sample.is("reject") || !others.iter().any(|other| name.contains(other)) {
            continue;
        }
        count += 1;
        for (_, outcomes) in outcomes(&refused) {
            let charts = outcomes
                .into_iter()
                .filter(|outcome| outcome.result.is_ok());
            let charts = charts.filter(|outcome| !outcome.what.starts_with("states="));
            wrong.extend(charts.map(|outcome| format!("{name}: {}", outcome.what)));
        }
    }
    assert!(count > 2, "{count}");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Whether the cause stands in one cell.
const fn is_of_a_cell(kind: &ProblemKind) -> bool {
    matches!(
        kind,
        ProblemKind::Word(..)
            | ProblemKind::Number(..)
            | ProblemKind::Sign(..)
            | ProblemKind::Picture(..)
            | ProblemKind::MarkAndState(..)
            | ProblemKind::SeveralStates(_)
            | ProblemKind::UnknownState(..)
            | ProblemKind::NoMarkNorState(_)
            | ProblemKind::NotAName(_)
            | ProblemKind::OneOrTwo(_)
            | ProblemKind::Ditto(_)
            | ProblemKind::NoName
            | ProblemKind::Lines(_)
            | ProblemKind::Duplicate(..)
            | ProblemKind::TwoTargets(..)
            | ProblemKind::AllowedAndNot(..)
            | ProblemKind::OtherRow(..)
            | ProblemKind::MarkForName(_)
            | ProblemKind::NumberForName(_)
    )
}

#[test]
fn problems_of_a_cell_name_its_table_row_and_column() {
    for refused in refused() {
        for problem in refused
            .problems
            .iter()
            .filter(|problem| is_of_a_cell(&problem.kind))
        {
            let place = problem.place;
            let named = place.table > 0 && place.row > 0 && place.column > 0;
            assert!(named, "{}: {problem}", refused.sample.name);
        }
    }
}

#[test]
fn no_cause_is_told_twice() {
    let mut twice = Vec::new();
    for refused in refused() {
        let mut kinds = BTreeSet::new();
        for problem in &refused.problems {
            // Of two tables, each may have its own.
            let kind = format!("{:?} {}", discriminant(&problem.kind), problem.place.table);
            if !kinds.insert(kind) {
                twice.push(format!("{}: {problem}", refused.sample.name));
            }
        }
    }
    assert!(twice.is_empty(), "{}", twice.join("\n"));
}
