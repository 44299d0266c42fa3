//! What of a table with names along both sides is the matrix: lines that only describe the others, and
//! lines without a name, are found here.

use super::axis;
use super::headers::{Headers, whole};
use super::index::TextSet;
use super::mark::{self, Mark};
use super::names::parted;
use super::problem::{Problem, ProblemKind, brief};
use super::role::{Kind, Role};
use super::words::{Idea, words};
use super::{Place, text};
use crate::chart::lowercase;

/// Leaves the lines of the matrix in the headers, and what describes them aside.
///
/// Between states, each line has names of its own: only its header can tell that it describes.
pub(super) fn prepare(headers: &mut Headers<'_>, between: bool) -> Result<(), Problem> {
    leave_out(headers, between)?;
    keep_named(headers)?;
    check_names(headers)
}

/// What the other lines have.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Others {
    Marks,
    States,
    None,
}

/// What the cells of a line are.
#[derive(Default)]
struct Line {
    /// All cells, and those that are not blank.
    places: usize,
    cells: usize,
    marks: usize,
    numbers: usize,
    sentences: usize,
    /// Marks with nothing beside them.
    bare: usize,
    /// Whether each cell has a text that no other has, and none names a line.
    distinct: bool,
    /// Cells that name a line.
    named: usize,
    /// Whether a cell tells an outcome by an attribute.
    outcome: bool,
}

impl Line {
    fn of(
        headers: &Headers<'_>,
        names: &TextSet,
        places: &mut dyn Iterator<Item = (usize, usize)>,
    ) -> Self {
        let mut line = Self {
            distinct: true,
            ..Self::default()
        };
        let mut texts = TextSet::default();
        for (row, column) in places {
            line.places += 1;
            let Some(slot) = headers
                .grid
                .slot(row, column)
                .filter(|slot| !slot.is_blank())
            else {
                line.distinct = false;
                continue;
            };
            line.cells += 1;
            let said = headers.said(row, column);
            line.outcome |= slot.cell.has_outcome();
            line.bare += usize::from(said.sign || said.note(&slot.text).is_empty());
            match said.mark {
                Mark::Yes | Mark::No | Mark::Cross | Mark::Hollow | Mark::Picture => {
                    line.marks += 1
                }
                Mark::Condition if said.sign => line.marks += 1,
                Mark::Number if names.contains(&lowercase(slot.label())) => line.named += 1,
                Mark::Number => line.numbers += 1,
                Mark::Word => {
                    let label = lowercase(slot.label());
                    let target = mark::behind_arrow(&label);
                    let whole = target.unwrap_or(&label);
                    let (name, _) = parted(whole).unwrap_or((whole, ""));
                    let named = names.contains(whole) || names.contains(name);
                    let long = label.split_whitespace().count() > 3 || label.ends_with(['.', '。']);
                    line.named += usize::from(named);
                    line.sentences += usize::from(long && target.is_none() && !named);
                    line.distinct = line.distinct && !named && texts.insert(label);
                    continue;
                }
                _ => {}
            }
            line.distinct = false;
        }
        line
    }

    /// Whether the line says something about the others: its header says so, or its cells do.
    fn is_about(&self, head: &str, kind: Kind, others: Others) -> bool {
        let named = kind.is_about() && {
            let ideas = [
                Idea::Prose,
                Idea::Count,
                Idea::Index,
                Idea::Condition,
                Idea::State,
                Idea::Other,
            ];
            let lower = lowercase(head);
            let first = lower.split_whitespace().next().unwrap_or("");
            words().only(&ideas, head)
                || words().has(Idea::Prose, first)
                || kind.count
                || words().is(Idea::Prose, &lower)
        };
        // A count has numbers: a line of blanks called `Sum` is an operation that nothing allows.
        let counts = kind.count || kind.index;
        let named =
            named && (!counts || kind.prose || self.numbers > 0 && self.numbers == self.cells);
        let texts = self.marks == 0 && self.cells > 0;
        let marks = self.marks > 0 && (self.bare > 0 || self.marks * 2 > self.cells);
        // One cell that is no mark, among blanks, may as well be a slip.
        let alone = self.cells == 1 && self.places > 1;
        if self.outcome {
            return false;
        }
        kind.property
            || others == Others::Marks && texts && self.marks == 0 && kind.of_property
            || named && !marks
            || others == Others::Marks && texts && self.cells > 2 && self.distinct
            || others != Others::None
                && texts
                && !alone
                && (self.numbers == self.cells || self.sentences * 2 > self.cells)
    }
}

/// Sets the lines aside that describe the others.
fn leave_out(headers: &mut Headers<'_>, between: bool) -> Result<(), Problem> {
    let names = axis::both(headers);
    let names: TextSet = names.iter().flatten().map(|name| lowercase(name)).collect();
    let (columns, rows) = (headers.across.items.clone(), headers.down.items.clone());
    let lines: Vec<(usize, Line)> = (columns.iter())
        .map(|&column| {
            (
                column,
                Line::of(headers, &names, &mut rows.iter().map(|&row| (row, column))),
            )
        })
        .collect();
    let marked =
        |line: &Line| line.marks > 0 || line.cells == 0 || line.sentences == 0 && line.numbers == 0;
    let others = if between {
        Others::None
    } else if lines.iter().any(|(_, line)| line.named > 0) {
        Others::States
    } else if lines.iter().any(|(_, line)| marked(line)) {
        Others::Marks
    } else {
        Others::None
    };
    // Between states, what is the name of both sides is a state, whatever it is called: `Default`.
    let of_both = |name: &str| {
        let is = |other: &str| other == name;
        between
            && columns.iter().any(|&column| is(headers.head(column)))
            && rows
                .iter()
                .any(|&row| is(headers.grid.label(row, headers.down.name)))
    };
    let about = |(column, line): &(usize, Line)| match headers.role(*column) {
        Some(Role::Operation | Role::State) => false,
        _ if of_both(headers.head(*column)) => false,
        Some(Role::Condition) => true,
        _ => line.is_about(headers.head(*column), headers.kind(*column), others),
    };
    let (left, kept): (Vec<_>, Vec<_>) = lines.into_iter().partition(about);
    let column = |(column, _): (usize, Line)| column;
    let (left, kept): (Vec<usize>, Vec<usize>) = (
        left.into_iter().map(column).collect(),
        kept.into_iter().map(column).collect(),
    );
    if kept.is_empty() {
        let heads = left.iter().map(|&column| text::name(headers.head(column)));
        return Err(Problem {
            place: whole(headers.number),
            kind: ProblemKind::NoOperations(heads.collect()),
        });
    }
    let describes = |row: usize| {
        let line = Line::of(
            headers,
            &names,
            &mut kept.iter().map(|&column| (row, column)),
        );
        let name = headers.grid.label(row, headers.down.name);
        if line.cells == 0 || line.named > 0 || of_both(name) {
            return false;
        }
        let kind = Kind {
            property: false,
            ..Kind::of(name)
        };
        line.is_about(name, kind, Others::None)
    };
    let (rows_left, rows): (Vec<usize>, Vec<usize>) = rows.iter().partition(|&&row| describes(row));
    if let (Some(&row), false) = (rows_left.first(), rows.is_empty()) {
        let names = rows_left
            .iter()
            .map(|&row| text::name(headers.grid.label(row, headers.down.name)));
        headers.warnings.push(Problem {
            place: headers.grid.place(row, headers.down.name),
            kind: ProblemKind::LeftOut(names.collect()),
        });
        headers.down.items = rows;
    }
    headers.about.extend(left);
    headers.across.items = kept;
    Ok(())
}

/// Takes out lines in which nothing is said, and finds those that say something without a name.
fn keep_named(headers: &mut Headers<'_>) -> Result<(), Problem> {
    let grid = &headers.grid;
    let blank = |row, column| grid.is_blank(row, column);
    // What a cell of the line before says across this one needs no name here.
    let says = |row: usize, column: usize, before: Option<(usize, usize)>| {
        let begins = before.is_none_or(|(row_before, column_before)| {
            grid.id(row_before, column_before) != grid.id(row, column)
        });
        begins && !blank(row, column)
    };
    let no_name = |row, column| {
        Err(Problem {
            place: grid.place(row, column),
            kind: ProblemKind::NoName,
        })
    };
    let (rows, columns) = (&headers.down.items, &headers.across.items);
    let mut kept = (Vec::new(), Vec::new());
    if let Some(&row) = rows.iter().find(|&&row| grid.is_short(row)) {
        let kind = ProblemKind::Short(brief(grid.label(row, 0)), grid.width());
        return Err(Problem {
            place: grid.place(row, 0),
            kind,
        });
    }
    for &row in rows {
        let above = |column| row.checked_sub(1).map(|above| (above, column));
        if !blank(row, headers.down.name) {
            kept.0.push(row);
        } else if columns
            .iter()
            .any(|&column| says(row, column, above(column)))
        {
            return no_name(row, headers.down.name);
        }
    }
    for &column in columns {
        let before = |row| column.checked_sub(1).map(|before| (row, before));
        if !blank(headers.across.name, column) {
            kept.1.push(column);
        } else if rows.iter().any(|&row| says(row, column, before(row))) {
            return no_name(headers.across.name, column);
        }
    }
    if kept.0.is_empty() || kept.1.is_empty() {
        let kind = ProblemKind::TooSmall(grid.height(), grid.width());
        return Err(Problem {
            place: whole(headers.number),
            kind,
        });
    }
    (headers.down.items, headers.across.items) = kept;
    Ok(())
}

/// Marks, mere numbers and the header of a list are no names, but where a header says that the side has names.
fn check_names(headers: &Headers<'_>) -> Result<(), Problem> {
    let rows = headers
        .down
        .items
        .iter()
        .map(|&row| (row, headers.down.name));
    let columns = headers
        .across
        .items
        .iter()
        .map(|&column| (headers.across.name, column));
    // `Valid states` and `Resulting state` are headers of lists, and no names.
    let heads = |&column: &usize| {
        let kind = headers.kind(column);
        let list = kind.allowed || kind.from || kind.to;
        headers.role(column).is_none() && list && (kind.state || kind.operation)
    };
    let mut items = headers.across.items.iter();
    if let Some(&first) = headers.across.items.first()
        && headers.kind(first).allowed
        && items.all(heads)
    {
        return Err(Problem {
            place: headers.grid.place(headers.across.name, first),
            kind: ProblemKind::NoNames(brief(headers.head(first))),
        });
    }
    let sides = axis::sides(headers);
    let told = |kind: Option<Kind>| kind.is_some_and(|kind| kind.state || kind.operation);
    let sides: [(Vec<(usize, usize)>, bool); 2] = [
        (rows.collect(), told(sides.rows)),
        (columns.collect(), told(sides.columns)),
    ];
    for (side, told) in sides {
        let name = |&(row, column): &(usize, usize)| headers.grid.label(row, column);
        let place = |&(row, column): &(usize, usize)| headers.grid.place(row, column);
        let problem = |place: Place, kind| Err(Problem { place, kind });
        if let Some(at) = side.iter().find(|at| mark::is_sign(name(at))) {
            return problem(place(at), ProblemKind::MarkForName(brief(name(at))));
        }
        let marks = |&(row, column): &(usize, usize)| {
            let said = headers.said(row, column);
            let bare = said.note(name(&(row, column))).is_empty();
            bare && !matches!(said.mark, Mark::Word | Mark::Condition | Mark::Number)
        };
        if let Some(at) = side.first().filter(|_| !told && side.iter().all(marks)) {
            return problem(place(at), ProblemKind::MarkForName(brief(name(at))));
        }
        let number = |at: &(usize, usize)| mark::is_number(name(at));
        if let Some(at) = side.first().filter(|_| !told && side.iter().all(number)) {
            return problem(place(at), ProblemKind::NumberForName(brief(name(at))));
        }
    }
    Ok(())
}
