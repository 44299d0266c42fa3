//! What the cells of a matrix say in each other's company, and whether that makes a chart.
//!
//! Here `x` becomes yes or no, a text becomes the state that it names, and a table with too few marks,
//! or with words that may mean anything, is refused.

mod tally;

use tally::Tally;

use super::mark::{self, Mark, Said};
use super::names::{is_name, parted};
use super::problem::{Place, ProblemKind, Problems, brief};
use super::target::{Looks, StateNames};
use super::view::View;
use super::words::{Idea, words};
use super::{grid::Slot, text};
use crate::chart::{is_capital, lowercase};

/// Where a cell says that the operation leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Next {
    State(String),
    Same,
}

/// What one cell says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Cell {
    pub(super) mark: Mark,
    pub(super) next: Option<Next>,
    /// What stands beside the mark.
    pub(super) note: String,
}

impl Cell {
    const fn new(mark: Mark, note: String) -> Self {
        Self {
            mark,
            next: None,
            note,
        }
    }

    const fn target(next: Next, note: String) -> Self {
        Self {
            mark: Mark::Yes,
            next: Some(next),
            note,
        }
    }
}

/// The cells of a matrix, understood together: state by state, operation by operation.
pub(super) struct Cells {
    pub(super) cells: Vec<Cell>,
    /// A cross that was read as yes.
    pub(super) crossed: Option<(Place, String)>,
    /// Whether anything but a cross says yes.
    pub(super) checked: bool,
    /// Whether no cell says yes, nor anything that may be meant for it.
    pub(super) silent: bool,
    /// States that cells lead to and that have no row.
    pub(super) further: Vec<String>,
}

struct Classifier<'v, 's, 'a> {
    view: &'v View<'s, 'a>,
    operations: &'v [usize],
    names: &'v StateNames,
    /// Whether the names of states have both a word for yes and a word for no.
    polar: bool,
    /// Whether a dash or a blank says no, so that a word for nothing may be a state.
    dashed: bool,
    cells: Vec<Cell>,
    tally: Tally,
    further: Vec<String>,
}

/// Understands the cells of `view` in the lines of `operations`.
pub(super) fn classify(
    view: &View<'_, '_>,
    operations: &[usize],
    names: &StateNames,
    problems: &mut Problems,
) -> Cells {
    let mut classifier = Classifier {
        view,
        operations,
        names,
        polar: names.are_polar(),
        dashed: view.states().iter().any(|&state| {
            let mut cells = operations.iter().map(|&operation| {
                let blank = view.slot(state, operation).is_none_or(Slot::is_blank);
                (view.said(state, operation), blank)
            });
            cells.any(|(said, blank)| said.mark == Mark::Blank && (said.sign || blank))
        }),
        cells: Vec::with_capacity(view.states().len().saturating_mul(operations.len())),
        tally: Tally::default(),
        further: Vec::new(),
    };
    classifier.read(problems);
    classifier.check(problems);
    classifier.finish()
}

impl Classifier<'_, '_, '_> {
    fn read(&mut self, problems: &mut Problems) {
        let mut looks = Looks::at(self.names);
        let view = self.view;
        for &state in view.states() {
            for &operation in self.operations {
                let (slot, said) = (view.slot(state, operation), view.said(state, operation));
                let place = || view.place(state, operation);
                let cell = match slot.filter(|slot| !slot.is_blank()) {
                    None => Cell::new(Mark::Blank, String::new()),
                    Some(slot) => match self.cell(slot, said, &mut looks) {
                        Ok(cell) => cell,
                        Err(kind) => {
                            problems.push(place(), kind);
                            Cell::new(Mark::Blank, String::new())
                        }
                    },
                };
                self.count(&cell, slot, place);
                self.cells.push(cell);
            }
        }
    }

    /// What one cell that is not blank says.
    fn cell(
        &mut self,
        slot: &Slot<'_>,
        said: Said,
        looks: &mut Looks,
    ) -> Result<Cell, ProblemKind> {
        let note = said.note(&slot.text);
        // `x` may be a sign and the name of a state.
        let letter = said.sign && slot.text.starts_with(char::is_alphabetic);
        if said.told || said.sign && note.is_empty() && !letter {
            return Ok(self.marked(said.mark, note));
        }
        let label = text::name(&slot.text);
        let polar = !said.sign && matches!(said.mark, Mark::Yes | Mark::No);
        let whole = || (!said.sign || letter).then(|| self.names.find(&label))?;
        // `Never (logged)`: what stands before a note may be a state, too.
        let first = || {
            let (name, _) = parted(&label).filter(|_| letter || polar && !note.is_empty())?;
            self.names.find(name)
        };
        let named = whole().map(|name| (name, label.as_str(), ""));
        if let Some((name, text, note)) = named.or_else(|| first().map(|name| (name, name, note))) {
            let word = !letter
                && matches!(
                    said.mark,
                    Mark::Word | Mark::Number | Mark::Cross | Mark::Hollow
                );
            let blank = self.dashed && said.mark == Mark::Blank;
            return if word || polar && self.polar || blank {
                Ok(Cell::target(Next::State(name.to_owned()), note.to_owned()))
            } else {
                let proposal = self.proposal(text);
                Err(ProblemKind::MarkAndState(text.to_owned(), proposal))
            };
        }
        if said.mark != Mark::Word {
            return Ok(self.marked(said.mark, note));
        }
        let arrow = mark::behind_arrow(&label);
        let target = arrow.unwrap_or(&label);
        if words().is(Idea::Same, &lowercase(target)) {
            return Ok(Cell::target(Next::Same, String::new()));
        }
        if let Some((name, note)) = self.named(target) {
            return Ok(Cell::target(Next::State(name), note));
        }
        let several = super::names::pieces(target);
        if several.len() > 1
            && several
                .iter()
                .all(|piece| self.names.find(&piece.text).is_some())
            || self.names_several(target)
        {
            return Err(ProblemKind::SeveralStates(brief(&slot.text)));
        }
        if arrow.is_some() && looks.take() {
            return match self.slip(target) {
                Some(near) => Err(ProblemKind::UnknownState(brief(target), Some(near))),
                None if is_name(target) => {
                    let (name, note) = parted(target).unwrap_or((target, ""));
                    let name = name.to_owned();
                    if !self.further.contains(&name) {
                        self.further.push(name.clone());
                    }
                    Ok(Cell::target(Next::State(name), note.to_owned()))
                }
                None => Err(ProblemKind::UnknownState(brief(target), None)),
            };
        }
        Ok(Cell::new(Mark::Word, String::new()))
    }

    /// Whether a text is the names of states beside slashes, or beside a word for a choice.
    fn names_several(&self, target: &str) -> bool {
        let mut parts = text::split(target, |letter| letter == '/');
        if let [_] = parts.as_slice() {
            let words_of = words().all_of(Idea::Or);
            let choice = words_of.map(|word| format!(" {word} "));
            let mut found = choice.filter_map(|choice| target.split_once(&choice));
            parts = found.next().map_or(parts, |(one, two)| vec![one, two]);
        }
        // One name alone has been found before.
        parts
            .iter()
            .all(|part| self.names.find(part.trim()).is_some())
    }

    /// A mark, and where its note leads if that is the name of a state.
    fn marked(&self, mark: Mark, note: &str) -> Cell {
        let either = matches!(mark, Mark::Cross | Mark::Hollow);
        let arrow = either && mark::behind_arrow(note).is_some();
        if mark == Mark::Yes || arrow {
            let target = mark::behind_arrow(note).unwrap_or(note);
            if let Some((name, note)) = self.named(target).filter(|_| !target.is_empty()) {
                return Cell::target(Next::State(name), note);
            }
        }
        let note = note.split_whitespace().collect::<Vec<_>>().join(" ");
        Cell::new(mark, note)
    }

    /// The state that a text names, and what stands behind its name.
    fn named(&self, target: &str) -> Option<(String, String)> {
        if let Some(name) = self.names.find(target) {
            return Some((name.to_owned(), String::new()));
        }
        // `goes to Idle`
        let mut spaces = target.match_indices(' ');
        let behind = spaces.find_map(|(at, _)| {
            let (verb, rest) = target.split_at_checked(at)?;
            let name = self.names.find(rest.trim())?;
            words().only(&[Idea::Leads, Idea::To], verb).then_some(name)
        });
        if let Some(name) = behind {
            return Some((name.to_owned(), String::new()));
        }
        let (name, note) = parted(target)?;
        let listed = target
            .get(name.len()..)
            .is_some_and(|rest| rest.trim_start().starts_with([',', '、', '，', ';']));
        // `Idle, Busy` are two names; `Idle, clears the queue` is one, and a note.
        if listed && (note.starts_with(is_capital) || self.names.find(note).is_some()) {
            return None;
        }
        let name = self.names.find(name)?;
        Some((name.to_owned(), note.to_owned()))
    }

    fn finish(self) -> Cells {
        let (checked, circles) = (self.is_checked(), self.circles());
        // Whether a cross is a no: beside another yes it is.
        let told = checked || circles && self.tally.hollow.times > 0;
        let resolve = |mark| match mark {
            // Beside another yes these say no; without one, `check` has refused a circle that is no yes.
            Mark::Hollow if checked => Mark::No,
            Mark::Hollow => Mark::Yes,
            Mark::Cross if told => Mark::No,
            mark => mark,
        };
        let cells: Vec<Cell> = self
            .cells
            .into_iter()
            .map(|cell| Cell {
                mark: resolve(cell.mark),
                ..cell
            })
            .collect();
        let tally = self.tally;
        let crossed = tally.cross.first.filter(|_| !told);
        let says =
            tally.yes + tally.target + tally.condition + tally.cross.times + tally.word.times;
        Cells {
            silent: says + tally.hollow.times + tally.number.times == 0,
            checked: told,
            cells,
            crossed,
            further: self.further,
        }
    }
}
