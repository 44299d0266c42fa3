//! What the cells of a table say in each other's company, and whether that makes a chart.
//!
//! Here `x` becomes yes or no, and a table with too few marks, or with words that may mean
//! anything, is refused.

use super::lead::Names;
use super::mark::{self, Mark};
use super::problem::{ProblemKind, Problems, brief};
use super::view::View;
use super::{Place, text};
use std::collections::{BTreeMap, BTreeSet};

/// How many comparisons of names are spent on slips of the pen.
const LOOKS: usize = 100_000;

/// What one cell says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Says {
    /// A mark.
    Mark(Mark),
    /// The name of a state: allowed, and leads there.
    State(String),
    /// Something that cannot be told; [`Sense::check`] says what.
    Unclear,
}

/// How often each kind of cell is there.
#[derive(Default)]
struct Tally {
    yes: usize,
    no: usize,
    blank: usize,
    maybe: usize,
    maybe_yes: usize,
    lead: usize,
    word: usize,
    cross: usize,
    first_cross: Option<(Place, String)>,
    first_hollow: Option<(Place, String)>,
    /// How often each text is there.
    texts: BTreeMap<String, usize>,
}

/// The cells of a table, understood together.
pub(super) struct Sense<'v, 's, 'a> {
    view: &'v View<'s, 'a>,
    operations: &'v [usize],
    says: Vec<Says>,
    names: &'v Names,
    tally: Tally,
    next: usize,
}

impl<'v, 's, 'a> Sense<'v, 's, 'a> {
    pub(super) fn new(view: &'v View<'s, 'a>, operations: &'v [usize], names: &'v Names) -> Self {
        let mut sense = Self {
            view,
            operations,
            says: Vec::new(),
            names,
            tally: Tally::default(),
            next: 0,
        };
        for &state in view.states() {
            for &operation in operations {
                let says = sense.cell(state, operation).unwrap_or(Says::Unclear);
                sense.count(&says, state, operation);
                sense.says.push(says);
            }
        }
        sense
    }

    /// Whether anything but a cross says yes.
    pub(super) const fn is_checked(&self) -> bool {
        self.tally.yes > 0 || self.tally.lead > 0
    }

    /// What the next cell says, state by state; blank after the last.
    pub(super) fn next(&mut self) -> Says {
        let says = self.says.get(self.next).cloned();
        self.next += 1;
        match says {
            // Beside another yes these say no; without one, `check` has refused the circle.
            Some(Says::Mark(Mark::Cross | Mark::Hollow)) if self.is_checked() => {
                Says::Mark(Mark::No)
            }
            Some(says) => says,
            None => Says::Mark(Mark::Blank),
        }
    }

    fn cell(&self, state: usize, operation: usize) -> Result<Says, ProblemKind> {
        let (mark, told) = self.view.mark(state, operation);
        let Some(slot) = self
            .view
            .slot(state, operation)
            .filter(|slot| !told && !slot.text.is_empty())
        else {
            return Ok(Says::Mark(mark));
        };
        let whole = text::name(&slot.text);
        let word = matches!(mark, Mark::Word | Mark::Number);
        if !word && self.names.find(&whole).is_some() {
            return Err(ProblemKind::MarkAndState(whole));
        }
        let target = text::name(mark::target(&slot.text));
        let leads = word || mark == Mark::Maybe(true);
        if let Some(name) = self.names.find(&target).filter(|_| leads) {
            return Ok(Says::State(name.to_owned()));
        }
        if mark == Mark::Word {
            let several = text::names(&slot.text);
            if several.len() > 1 && several.iter().all(|name| self.names.find(name).is_some()) {
                return Err(ProblemKind::SeveralStates(brief(&slot.text)));
            }
        }
        Ok(Says::Mark(mark))
    }

    fn count(&mut self, says: &Says, state: usize, operation: usize) {
        let first = || {
            let label = self
                .view
                .slot(state, operation)
                .map_or("", |slot| slot.label());
            Some((self.view.place(state, operation), brief(label)))
        };
        let tally = &mut self.tally;
        match says {
            Says::State(_) => tally.lead += 1,
            Says::Mark(mark) => match mark {
                Mark::Yes => tally.yes += 1,
                Mark::No => tally.no += 1,
                Mark::Blank => tally.blank += 1,
                Mark::Cross => {
                    tally.cross += 1;
                    tally.first_cross = tally.first_cross.take().or_else(first);
                }
                Mark::Hollow => tally.first_hollow = tally.first_hollow.take().or_else(first),
                Mark::Maybe(yes) => {
                    tally.maybe += 1;
                    tally.maybe_yes += usize::from(*yes);
                }
                Mark::Word | Mark::Number => {
                    tally.word += 1;
                    if let Some((_, text)) = first() {
                        *tally.texts.entry(text).or_default() += 1;
                    }
                }
            },
            Says::Unclear => {}
        }
    }

    /// Whether no cell says yes, nor anything that may be meant for it.
    pub(super) fn is_silent(&self) -> bool {
        self.says_no_yes() && self.tally.word == 0
    }

    const fn says_no_yes(&self) -> bool {
        let tally = &self.tally;
        tally.yes + tally.lead + tally.maybe_yes + tally.cross == 0
    }

    /// Finds everything for which the table cannot be taken as a chart.
    pub(super) fn check(&self, problems: &mut Problems) {
        self.check_cells(problems);
        self.check_signs(problems);
        if problems.is_empty() {
            self.check_words(problems, 2);
        }
        if problems.is_empty() {
            self.check_lines(problems);
        }
        if problems.is_empty() {
            self.check_words(problems, 1);
        }
    }

    /// Words that may mean yes or no, if one is there `least` times.
    fn check_words(&self, problems: &mut Problems, least: usize) {
        let tally = &self.tally;
        let mut most: Option<(&String, usize)> = None;
        for (text, &count) in &tally.texts {
            if most.is_none_or(|(_, known)| count > known) {
                most = Some((text, count));
            }
        }
        let Some((word, times)) = most.filter(|&(_, times)| times >= least) else {
            return;
        };
        let marks = tally.yes + tally.no + tally.maybe + tally.lead + tally.cross;
        let crossed = tally.cross > 0 && self.is_checked();
        let kind = if self.says_no_yes() {
            ProblemKind::NoYes(Some(word.clone()).filter(|word| word.chars().count() <= 20))
        } else if tally.texts.len() == 1 && times > 1 && tally.no + tally.blank == 0 && !crossed {
            ProblemKind::SecondWord(word.clone())
        } else if tally.word > marks && least == 1 {
            ProblemKind::Texts(word.clone(), tally.word, marks)
        } else {
            return;
        };
        let place = Place {
            table: self.view.sheet.number,
            row: 0,
            column: 0,
        };
        problems.push(place, kind);
    }

    fn check_cells(&self, problems: &mut Problems) {
        let mut numbers = BTreeSet::new();
        // Each look compares with every state; a table of slips only is no reason to stop the page.
        let mut looks = LOOKS / self.names.count().max(1);
        let mut says = self.says.iter();
        for &state in self.view.states() {
            for &operation in self.operations {
                let label = || {
                    self.view
                        .slot(state, operation)
                        .map_or("", |slot| slot.label())
                };
                let kind = match says.next() {
                    Some(Says::Unclear) => match self.cell(state, operation) {
                        Err(kind) => kind,
                        Ok(_) => continue,
                    },
                    Some(Says::Mark(Mark::Number)) if numbers.insert(label()) => {
                        ProblemKind::Number(brief(label()))
                    }
                    Some(Says::Mark(Mark::Word)) if self.tally.lead > 0 && looks > 0 => {
                        looks -= 1;
                        match self.slip(label()) {
                            Some(near) => ProblemKind::UnknownState(brief(label()), Some(near)),
                            None => continue,
                        }
                    }
                    _ => continue,
                };
                problems.push(self.view.place(state, operation), kind);
            }
        }
    }

    /// The state whose name was to be written here, if all but a letter or two are right.
    fn slip(&self, text: &str) -> Option<String> {
        if text.len() < 5 || text.len() > 60 {
            return None;
        }
        let near = self.names.near(mark::target(text))?;
        (strsim::levenshtein(&near.to_lowercase(), &mark::target(text).to_lowercase()) <= 2)
            .then(|| near.to_owned())
    }

    /// A cross beside blanks is yes, beside a check mark no, and beside anything else unknown.
    fn check_signs(&self, problems: &mut Problems) {
        let tally = &self.tally;
        let unclear = tally.no + tally.maybe_yes + tally.lead > 0 || tally.first_hollow.is_some();
        if let Some((place, sign)) = tally
            .first_cross
            .as_ref()
            .filter(|_| tally.yes == 0 && unclear)
        {
            problems.push(*place, ProblemKind::Sign(sign.clone()));
        }
        if let Some((place, sign)) = tally.first_hollow.as_ref().filter(|_| tally.yes == 0) {
            problems.push(*place, ProblemKind::Sign(sign.clone()));
        }
    }

    /// A line that is mostly texts and has no mark is no state and no operation.
    fn check_lines(&self, problems: &mut Problems) {
        let width = self.operations.len().max(1);
        let plain = |says: &Says| matches!(says, Says::Mark(Mark::Blank));
        let word = |says: &Says| matches!(says, Says::Mark(Mark::Word | Mark::Number));
        let texts = |line: &mut dyn Iterator<Item = &Says>| {
            let (mut words, mut length) = (0_usize, 0_usize);
            for says in line {
                length += 1;
                words += usize::from(word(says));
                if !word(says) && !plain(says) {
                    return false;
                }
            }
            words > 1 && words.saturating_mul(2) > length
        };
        for (number, &operation) in self.operations.iter().enumerate() {
            if texts(&mut self.says.iter().skip(number).step_by(width)) {
                let (slot, place) = self.view.operation_name(operation);
                problems.push(
                    place,
                    ProblemKind::NoMark(brief(slot.map_or("", |slot| slot.label()))),
                );
            }
        }
        for (line, &state) in self.says.chunks(width).zip(self.view.states()) {
            if texts(&mut line.iter()) {
                let (slot, place) = self.view.state_name(state);
                problems.push(
                    place,
                    ProblemKind::NoMark(brief(slot.map_or("", |slot| slot.label()))),
                );
            }
        }
    }
}
