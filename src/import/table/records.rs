//! Tables in which a row is a fact: the operations of a state, the states of an operation, a transition.
//!
//! What each column has is found by its header, or said by its author. A list is read only where a
//! header or the cells show that it lists what is allowed; a column of what is not allowed is never
//! taken for it.

mod arrows;
mod cells;
mod columns;
mod content;
mod spans;

pub(super) use columns::{Columns, columns};

use super::facts::{Fact, Facts, Goal, Which};
use super::headers::Headers;
use super::index::TextSet;
use super::mark::Mark;
use super::names::{Piece, Splitter, is_name, parted, pieces};
use super::problem::{Place, Problem, ProblemKind, Problems, Proposal, brief};
use super::text;
use super::words::{Idea, words};
use crate::chart::lowercase;
use litemap::LiteMap;
use std::cell::RefCell;

/// Reads a list, or adds it to others.
pub(super) fn read(
    headers: &Headers<'_>,
    columns: &Columns,
    facts: &mut Facts,
    problems: &mut Problems,
) {
    let mut heads = vec![headers.corner.as_str()];
    heads.extend((0..headers.grid.width()).map(|column| headers.head(column)));
    let reader = Reader {
        headers,
        columns,
        language: words().language(heads.into_iter()),
        alone: RefCell::default(),
    };
    reader.read(facts, problems);
    let title = headers.title.clone();
    facts.groups.push((facts.operations.len(), title));
}

struct Reader<'h, 'a> {
    headers: &'h Headers<'a>,
    columns: &'h Columns,
    language: usize,
    /// The names that stand without a note, by column.
    alone: RefCell<LiteMap<usize, TextSet>>,
}

/// What a cell of a list says.
enum Listed {
    None,
    Which(Which),
}

impl Reader<'_, '_> {
    fn read(&self, facts: &mut Facts, problems: &mut Problems) {
        let headers = self.headers;
        let rows = &headers.down.items;
        let Columns {
            states,
            operations,
            to,
            failure,
            ..
        } = *self.columns;
        // A column without a name may be one of states.
        for &column in &self.columns.rest {
            let named = !headers.head(column).is_empty();
            let mut said = rows.iter().map(|&row| headers.said(row, column).mark);
            if !named && said.any(|mark| mark == Mark::Word) {
                problems.push(
                    headers.grid.place(headers.across.name, column),
                    ProblemKind::NoName,
                );
            }
        }
        let targets: Vec<String> = [to, failure, self.columns.not_states]
            .into_iter()
            .flatten()
            .flat_map(|column| rows.iter().map(move |&row| (row, column)))
            .flat_map(|(row, column)| self.pieces(row, column))
            .map(|piece| piece.text)
            .filter(|name| is_name(name))
            .collect();
        // The column of which each row is has keys; the other lists.
        let key = self.columns.key();
        let (state_keys, operation_keys) = (states == key && to.is_none(), operations == key);
        let state_cells = self.splitter(states, &targets, !state_keys);
        let not = self.columns.not_operations;
        let mut known = Vec::new();
        if let Some(column) = not {
            let pieces = rows.iter().flat_map(|&row| self.pieces(row, column));
            known.extend(pieces.map(|piece| piece.text));
        }
        let lists = !operation_keys && to.is_none();
        let operation_cells = self.splitter(operations, &known, lists);
        let to_cells = self.splitter(to.unwrap_or(states), &state_cells.1, true).0;
        self.warn(facts);
        if to == Some(states) {
            self.read_arrows(facts, problems);
            return;
        }
        for &row in rows {
            let place = headers.grid.place(row, states);
            let Some(state) = self.listed(row, states, &state_cells.0, problems) else {
                continue;
            };
            let listed = self.listed(row, operations, &operation_cells.0, problems);
            let Some(operation) = listed.map(|listed| self.with_path(row, listed)) else {
                continue;
            };
            let named = self.add_names(&state, &mut facts.states, place);
            if state_keys {
                facts.shared.push(named.clone());
            } else {
                facts.shared.extend(named.iter().map(|&state| vec![state]));
            }
            self.add_names(
                &operation,
                &mut facts.operations,
                headers.grid.place(row, operations),
            );
            if state_keys {
                self.describe(row, &named, facts);
            }
            if self.columns.to.is_some() && matches!(operation, Listed::None) {
                continue;
            }
            let (success, fails) = self.goal(row, to, &to_cells, problems);
            let (failure, _) = self.goal(row, failure, &to_cells, problems);
            for goal in success.iter().chain(&fails).chain(&failure) {
                if let Goal::State(name) = goal {
                    facts
                        .states
                        .add(name, headers.grid.place(row, to.unwrap_or(states)));
                }
            }
            self.add_not(
                row,
                &state,
                &operation,
                [&state_cells.0, &operation_cells.0],
                facts,
                problems,
            );
            let (Listed::Which(state), Listed::Which(operation)) = (state, operation) else {
                continue;
            };
            if let Which::These(items) = &operation {
                for next in items.iter().filter_map(|item| item.next.as_ref()) {
                    facts.states.add(next, place);
                }
            }
            let (refused, condition) = self.verdict(row, problems);
            let condition = self.condition(row, condition);
            let note = if state_keys {
                String::new()
            } else {
                self.note(row)
            };
            facts.facts.push(Fact {
                states: state,
                operations: operation,
                success,
                failure: failure.or(fails),
                condition,
                note,
                refused,
                transition: to.is_some(),
                place: headers.grid.place(row, operations),
            });
        }
        for (column, index) in [(states, &facts.states), (operations, &facts.operations)] {
            if index.len() == 0 {
                problems.push(
                    headers.grid.place(headers.across.name, column),
                    ProblemKind::NoNames(brief(headers.head(column))),
                );
            }
        }
        facts.check_operations(headers.number, problems);
    }

    /// The operations of a row with the path of the request behind each: `POST /orders`.
    fn with_path(&self, row: usize, mut listed: Listed) -> Listed {
        if let (Some(column), Listed::Which(Which::These(items))) = (self.columns.path, &mut listed)
        {
            let path = text::name(self.headers.grid.label(row, column));
            for item in items.iter_mut() {
                item.name = [item.name.as_str(), &path].join(" ");
            }
        }
        listed
    }

    /// What the columns of conditions say, behind what is known already.
    fn condition(&self, row: usize, mut condition: String) -> String {
        for &column in &self.columns.conditions {
            let text = text::name(self.headers.grid.label(row, column));
            let none = matches!(self.headers.said(row, column).mark, Mark::Blank | Mark::Yes);
            if !text.is_empty() && !none {
                if !condition.is_empty() {
                    condition.push_str("; ");
                }
                condition.push_str(&text);
            }
        }
        condition
    }

    fn pieces(&self, row: usize, column: usize) -> Vec<Piece> {
        let slot = self.headers.grid.slot(row, column);
        slot.map_or_else(Vec::new, |slot| pieces(&slot.cell.text))
    }

    /// How a column parts names, and the names in it that stand alone.
    fn splitter(&self, column: usize, known: &[String], lists: bool) -> (Splitter, Vec<String>) {
        let mut cells: Vec<Vec<Piece>> = Vec::new();
        let mut last = None;
        for &row in &self.headers.down.items {
            // A cell of many rows is looked at once.
            let id = self.headers.grid.id(row, column);
            let lower = lowercase(self.headers.grid.label(row, column));
            if id != last && words().leading(Idea::All, &lower).is_none() {
                cells.push(self.pieces(row, column).into_iter().map(unnoted).collect());
            }
            last = id;
        }
        let alone = cells.iter().filter(|cell| cell.len() == 1).flatten();
        let alone = alone.map(|piece| piece.text.clone()).collect();
        let splitter = Splitter::new(&cells, known, self.language, lists);
        (splitter.below(self.headers.head(column)), alone)
    }

    /// One warning that names the columns without a part.
    fn warn(&self, facts: &mut Facts) {
        let headers = self.headers;
        let mut columns: Vec<usize> = self
            .columns
            .notes
            .iter()
            .chain(&self.columns.rest)
            .copied()
            .collect();
        columns.sort_unstable();
        let heads: Vec<String> = columns
            .iter()
            .map(|&column| text::name(headers.head(column)))
            .collect();
        if let Some(&column) = columns.first() {
            facts.warnings.push(Problem {
                place: headers.grid.place(headers.across.name, column),
                kind: ProblemKind::LeftOut(heads),
            });
        }
        facts.warnings.extend(headers.across_warnings());
    }

    fn add_names(
        &self,
        listed: &Listed,
        index: &mut super::facts::NameList,
        place: Place,
    ) -> Vec<usize> {
        match listed {
            Listed::None => Vec::new(),
            Listed::Which(Which::These(items)) => items
                .iter()
                .map(|item| index.add(&item.name, place))
                .collect(),
            Listed::Which(Which::AllExcept(names)) => {
                for name in names {
                    index.add(name, place);
                }
                Vec::new()
            }
        }
    }

    fn describe(&self, row: usize, states: &[usize], facts: &mut Facts) {
        let note = self.note(row);
        for &state in states.iter().filter(|_| !note.is_empty()) {
            facts.about.entry(state).or_insert_with(|| note.clone());
        }
    }

    /// What the columns of prose say.
    fn note(&self, row: usize) -> String {
        let texts = self
            .columns
            .notes
            .iter()
            .map(|&column| text::name(self.headers.grid.label(row, column)));
        texts
            .filter(|text| !text.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
    }

    /// Whether the row says no, and under which condition it says yes.
    fn verdict(&self, row: usize, problems: &mut Problems) -> (bool, String) {
        let Some(column) = self.columns.verdict else {
            return (false, String::new());
        };
        match self.headers.said(row, column).mark {
            Mark::Yes => (false, String::new()),
            Mark::Condition => (false, text::name(self.headers.grid.label(row, column))),
            Mark::Word | Mark::Number | Mark::Picture => {
                let label = self.headers.grid.label(row, column);
                let proposal = Proposal::new(label, self.headers.options);
                problems.push(
                    self.headers.grid.place(row, column),
                    ProblemKind::Word(brief(label), 0, Some(proposal)),
                );
                (true, String::new())
            }
            _ => (true, String::new()),
        }
    }

    /// The states or operations for which the row does not hold: they are names, and no more is said.
    fn add_not(
        &self,
        row: usize,
        state: &Listed,
        operation: &Listed,
        splitters: [&Splitter; 2],
        facts: &mut Facts,
        problems: &mut Problems,
    ) {
        let [states, operations] = splitters;
        for (column, splitter, is_states) in [
            (self.columns.not_states, states, true),
            (self.columns.not_operations, operations, false),
        ] {
            let Some(column) = column else { continue };
            let place = self.headers.grid.place(row, column);
            let Some(not) = self.listed(row, column, splitter, problems) else {
                continue;
            };
            let index = if is_states {
                &mut facts.states
            } else {
                &mut facts.operations
            };
            self.add_names(&not, index, place);
            let Listed::Which(not) = not else { continue };
            let (states, operations) = match (is_states, state, operation) {
                (true, _, Listed::Which(operation)) => (not, operation.clone()),
                (false, Listed::Which(state), _) => (state.clone(), not),
                _ => continue,
            };
            facts.facts.push(Fact {
                states,
                operations,
                success: None,
                failure: None,
                condition: String::new(),
                note: String::new(),
                refused: true,
                transition: false,
                place,
            });
        }
    }
}

/// Whether each row is of a name in this column.
fn is_key(columns: &Columns, column: usize) -> bool {
    column == columns.key() || columns.to.is_some() && column == columns.operations
}

/// A piece without where it leads, and without the note in parentheses behind it.
fn unnoted(piece: Piece) -> Piece {
    if piece.code {
        return piece;
    }
    let name = cells::led(&piece.text).map_or(piece.text.as_str(), |(name, _)| name);
    let name = match parted(name) {
        Some((name, _)) if piece.text.contains(" (") || piece.text.contains('（') => name,
        _ => name,
    };
    let name = name.to_owned();
    piece.with(name)
}

/// The sign for the beginning and the end, which is no state.
fn is_pseudo(text: &str) -> bool {
    matches!(text, "[*]" | "(*)" | "●" | "⬤" | "◉" | "•")
}
