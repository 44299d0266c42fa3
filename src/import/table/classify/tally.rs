//! How often each kind of cell is there, and what for that reason cannot be taken as a chart.

use super::super::grid::Slot;
use super::super::headers::whole;
use super::super::index::Index;
use super::super::mark::Mark;
use super::super::problem::{Place, ProblemKind, Problems, Proposal, brief};
use super::super::target::Looks;
use super::super::words::is_unspaced;
use super::{Cell, Classifier};
use crate::chart::lowercase;

/// How often something is there, and where it is first.
#[derive(Default)]
pub(super) struct Count {
    pub(super) times: usize,
    pub(super) first: Option<(Place, String)>,
}

impl Count {
    fn see(&mut self, first: impl FnOnce() -> (Place, String)) {
        self.times += 1;
        if self.first.is_none() {
            self.first = Some(first());
        }
    }
}

/// How often each kind of cell is there.
#[derive(Default)]
pub(super) struct Tally {
    pub(super) yes: usize,
    pub(super) no: usize,
    pub(super) blank: usize,
    pub(super) condition: usize,
    pub(super) target: usize,
    pub(super) cross: Count,
    pub(super) hollow: Count,
    pub(super) number: Count,
    /// At most three that differ.
    pub(super) numbers: Vec<String>,
    pub(super) pictures: Index,
    pub(super) word: Count,
    pub(super) texts: Index,
    /// How often each text is there, by its number.
    pub(super) times: Vec<usize>,
}

impl Classifier<'_, '_, '_> {
    pub(super) fn count(
        &mut self,
        cell: &Cell,
        slot: Option<&Slot<'_>>,
        place: impl Fn() -> Place,
    ) {
        let label = || slot.map_or("", |slot| slot.label());
        let first = || (place(), brief(label()));
        let tally = &mut self.tally;
        if cell.next.is_some() {
            tally.target += 1;
            return;
        }
        match cell.mark {
            Mark::Yes => tally.yes += 1,
            Mark::No => tally.no += 1,
            Mark::Blank => tally.blank += 1,
            Mark::Condition => tally.condition += 1,
            Mark::Cross => tally.cross.see(first),
            Mark::Hollow => tally.hollow.see(first),
            Mark::Number => {
                tally.number.see(first);
                if tally.numbers.len() < 3 && !tally.numbers.iter().any(|known| known == label()) {
                    tally.numbers.push(label().to_owned());
                }
            }
            Mark::Picture => {
                tally.pictures.add(&picture(slot), place());
            }
            Mark::Word => {
                tally.word.see(first);
                let at = tally.texts.add(&brief(label()), place());
                match tally.times.get_mut(at) {
                    Some(times) => *times += 1,
                    None => tally.times.push(1),
                }
            }
        }
    }

    pub(super) const fn is_checked(&self) -> bool {
        self.tally.yes > 0 || self.tally.target > 0
    }

    /// Finds everything for which the table cannot be taken as a chart.
    pub(super) fn check(&self, problems: &mut Problems) {
        let tally = &self.tally;
        for (name, place) in tally.pictures.iter() {
            problems.push(
                *place,
                ProblemKind::Picture(brief(name), self.proposal(name)),
            );
        }
        if let Some((place, number)) = &tally.number.first {
            // Two numbers, or one beside blanks, may be marks.
            let marks = tally.numbers.len() < 3 && tally.word.times == 0 && !self.is_checked();
            let proposal = marks.then(|| self.proposal(number));
            problems.push(*place, ProblemKind::Number(number.clone(), proposal));
        }
        self.check_signs(problems);
        if problems.is_empty() || tally.target > 0 {
            self.check_words(problems);
        }
    }

    /// A cross beside blanks is yes, beside a check mark no, and beside anything else unknown.
    fn check_signs(&self, problems: &mut Problems) {
        let tally = &self.tally;
        if self.is_checked() && tally.yes > 0 {
            return;
        }
        let unclear = tally.no + tally.target > 0 || tally.hollow.times > 0 && !self.circles();
        if let Some((place, sign)) = tally.cross.first.as_ref().filter(|_| unclear) {
            problems.push(*place, ProblemKind::Sign(sign.clone(), self.proposal(sign)));
        }
        if let Some((place, sign)) = tally.hollow.first.as_ref().filter(|_| !self.circles()) {
            problems.push(*place, ProblemKind::Sign(sign.clone(), self.proposal(sign)));
        }
    }

    /// Whether circles say yes here: beside crosses alone, beside a no, or as they do in Asia.
    pub(super) fn circles(&self) -> bool {
        let tally = &self.tally;
        let asian = || {
            let view = self.view;
            let names = view.states().iter().map(|&state| view.state_name(state).0);
            let names = names.chain(
                self.operations
                    .iter()
                    .map(|&operation| view.operation_name(operation).0),
            );
            names
                .flatten()
                .any(|slot| slot.text.chars().any(is_unspaced))
        };
        tally.yes == 0
            && (tally.cross.times > 0 && tally.blank == 0
                || tally.no > 0 && tally.cross.times == 0
                || asian())
    }

    /// Words that may mean yes or no, or nothing of a chart.
    fn check_words(&self, problems: &mut Problems) {
        let tally = &self.tally;
        let mut most: Option<(&String, usize, Place)> = None;
        for ((text, place), &count) in tally.texts.iter().zip(&tally.times) {
            if most.is_none_or(|(_, known, _)| count > known) {
                most = Some((text, count, *place));
            }
        }
        let Some((word, times, place)) = most else {
            return;
        };
        let says_yes = tally.yes + tally.target + tally.cross.times + tally.condition > 0;
        let table = whole(self.view.headers.number);
        let few = tally.texts.len() < 4;
        let short = |word: &str| {
            word.chars().count() <= 24 && word.split(' ').count() < 4 && !word.contains(',')
        };
        if tally.target > 0 {
            let mut looks = Looks::at(self.names);
            for (text, place) in tally.texts.iter() {
                let near = if looks.take() { self.slip(text) } else { None };
                let kind = match near {
                    Some(near) => ProblemKind::UnknownState(text.clone(), Some(near)),
                    None => ProblemKind::NoMarkNorState(text.clone()),
                };
                problems.push(*place, kind);
            }
        } else if !says_yes {
            let mut marks: Vec<&(String, Place)> = Vec::new();
            if times > 1 && few {
                marks = tally.texts.iter().filter(|(text, _)| short(text)).collect();
            }
            let marks = marks
                .into_iter()
                .map(|(text, _)| (text.clone(), self.proposal(text)));
            problems.push(table, ProblemKind::NoYes(marks.collect()));
        } else if tally.texts.len() == 1
            && times > 1
            && tally.no + tally.blank + tally.cross.times == 0
            && short(word)
        {
            problems.push(
                table,
                ProblemKind::SecondWord(word.clone(), self.proposal(word)),
            );
        } else {
            let marks =
                tally.yes + tally.no + tally.condition + tally.cross.times + tally.hollow.times;
            if tally.word.times > marks.saturating_add(tally.blank / 2) && tally.texts.len() > 2 {
                problems.push(
                    table,
                    ProblemKind::Texts(word.clone(), tally.word.times, marks),
                );
            } else {
                let first = tally.texts.iter().next();
                let (text, place) = first.map_or((word, place), |(text, place)| (text, *place));
                let more = tally.texts.len() - 1;
                let column = self.has_marks_beside(place);
                let proposal = (short(text) && column).then(|| self.proposal(text));
                problems.push(place, ProblemKind::Word(text.clone(), more, proposal));
            }
        }
    }

    /// Whether the operation of a place has a mark in some state.
    fn has_marks_beside(&self, place: Place) -> bool {
        let width = self.operations.len().max(1);
        let states = self.view.states();
        let at = self.operations.iter().position(|&operation| {
            states
                .iter()
                .any(|&state| self.view.place(state, operation) == place)
        });
        let marks = |cell: &&Cell| !matches!(cell.mark, Mark::Word | Mark::Number);
        let cells = at.map(|at| self.cells.iter().skip(at).step_by(width).filter(marks));
        cells.is_some_and(|mut cells| cells.next().is_some())
    }

    pub(super) fn proposal(&self, word: &str) -> Proposal {
        Proposal::new(word, self.view.headers.options)
    }

    /// The state whose name was to be written here, if all but a letter or two are right.
    pub(super) fn slip(&self, text: &str) -> Option<String> {
        if !(5..=60).contains(&text.len()) {
            return None;
        }
        let near = self.names.near(text)?;
        (strsim::levenshtein(&lowercase(near), &lowercase(text)) <= 2).then(|| near.to_owned())
    }
}

/// The name by which an author can name the picture of a cell.
fn picture(slot: Option<&Slot<'_>>) -> String {
    let Some(image) = slot.and_then(|slot| slot.cell.images.first()) else {
        return String::new();
    };
    let file = image.file();
    if file.is_empty() {
        image.alt.trim()
    } else {
        file
    }
    .to_owned()
}
