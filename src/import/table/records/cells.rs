//! What a cell of a list says: names, none of them, or all but some.

use super::super::facts::{Goal, Item, Which, endings, is_failed};
use super::super::mark::{self, Mark};
use super::super::names::{Piece, Splitter, is_name, parted, pieces};
use super::super::problem::{ProblemKind, Problems, brief};
use super::super::role::{Kind, Role};
use super::super::text;
use super::super::words::{Idea, words};
use super::{Listed, Reader, is_key, is_pseudo, unnoted};
use crate::chart::lowercase;

impl Reader<'_, '_> {
    /// What a cell of a list says; `None` where that is a problem, or the row is none of the list.
    pub(super) fn listed(
        &self,
        row: usize,
        column: usize,
        splitter: &Splitter,
        problems: &mut Problems,
    ) -> Option<Listed> {
        let slot = self.headers.grid.slot(row, column);
        let place = self.headers.grid.place(row, column);
        let Some(slot) = slot.filter(|slot| !slot.is_blank()) else {
            let key = column == self.columns.key();
            let ends = self.columns.to.is_some_and(|to| {
                let label = self.headers.grid.label(row, to);
                label.is_empty() || is_pseudo(label)
            });
            if ends && column == self.columns.operations {
                return Some(Listed::None);
            }
            if key || self.columns.to.is_some() {
                problems.push(place, ProblemKind::NoName);
                return None;
            }
            return Some(Listed::None);
        };
        let label = text::name(&slot.text);
        let lower = lowercase(&label);
        let said = self.headers.said(row, column);
        if is_pseudo(&label) {
            return None;
        }
        // Where no operation is allowed, `No` says so.
        let no = column == self.columns.operations && words().is(Idea::None, &lower);
        let none = said.mark == Mark::Blank || no || self.is_none(&lower) || label == "{}";
        if none && column != self.columns.key() {
            return Some(Listed::None);
        }
        if words()
            .leading(Idea::Ditto, &lower)
            .is_some_and(|length| !is_key(self.columns, column) || length == lower.len())
        {
            problems.push(place, ProblemKind::Ditto(brief(&label)));
            return None;
        }
        if let Some(which) = self.all(
            slot.cell.text.as_str(),
            &label,
            splitter,
            is_key(self.columns, column),
        ) {
            return match which {
                Ok(which) => Some(Listed::Which(which)),
                Err(text) => {
                    problems.push(place, ProblemKind::NotAName(brief(&text)));
                    None
                }
            };
        }
        let pieces = pieces(&slot.cell.text);
        let mut items = Vec::new();
        for piece in pieces {
            // A line below the name that is a sentence describes it.
            if piece.sentence && !items.is_empty() && is_key(self.columns, column) {
                break;
            }
            if let Some(spans) = self.spans(&piece, column) {
                items.extend(spans);
                continue;
            }
            for piece in splitter.noted(piece) {
                match self.items(piece, &label, column, splitter) {
                    Ok(found) => items.extend(found),
                    Err(kind) => {
                        problems.push(place, kind);
                        return None;
                    }
                }
            }
        }
        if let Some(item) = items.iter().find(|item| !is_name(&item.name)) {
            problems.push(place, ProblemKind::NotAName(brief(&item.name)));
            return None;
        }
        Some(Listed::Which(Which::These(items)))
    }

    /// The names in a piece of the cell `label`, with what stands beside them.
    fn items(
        &self,
        piece: Piece,
        label: &str,
        column: usize,
        splitter: &Splitter,
    ) -> Result<Vec<Item>, ProblemKind> {
        let piece = self.without_only(piece, column);
        let piece = piece.map_err(|()| ProblemKind::NotAName(brief(label)))?;
        let item = self.item(&piece, column);
        let bare = piece.with(item.name.clone());
        let conjoined = splitter.conjoined(&bare.text).len() > 1;
        match splitter.split(&[bare]) {
            // `Stop and Delete (if idle)` does not say of which the condition is.
            Ok(names) if names.len() > 1 && conjoined && !item.condition.is_empty() => {
                Err(ProblemKind::OneOrTwo(brief(&item.name)))
            }
            Ok(names) => {
                let named = names.into_iter().map(|name| Item {
                    name,
                    ..item.clone()
                });
                Ok(named.collect())
            }
            Err(text) => Err(ProblemKind::OneOrTwo(brief(&text))),
        }
    }

    /// Whether a text begins with words for no operation: `No operations are allowed.`
    fn is_none(&self, lower: &str) -> bool {
        let length = words().leading(Idea::None, lower);
        length
            .and_then(|length| lower.get(..length))
            .is_some_and(|words| words.contains(' '))
    }

    /// `All`, `Any state`, `All except …`, and what is excepted.
    fn all(
        &self,
        raw: &str,
        label: &str,
        splitter: &Splitter,
        key: bool,
    ) -> Option<Result<Which, String>> {
        let lower = lowercase(label);
        let length = words().leading(Idea::All, &lower)?;
        if lower.len() != label.len() {
            return None;
        }
        let rest = label.get(length..).unwrap_or("").trim();
        let rest = rest
            .trim_matches(['(', ')', ',', '.', ':', '（', '）'])
            .trim();
        if rest.is_empty() || words().is(Idea::All, &lowercase(rest)) {
            return Some(Ok(Which::AllExcept(Vec::new())));
        }
        let lower = lowercase(rest);
        // `All states except …`: the noun may stand between.
        let (at, length) = lower
            .char_indices()
            .find_map(|(at, _)| {
                let start = at == 0
                    || lower
                        .get(..at)
                        .is_some_and(|text| text.ends_with([' ', '(', ',']));
                let rest = lower.get(at..).filter(|_| start)?;
                Some((at, words().leading(Idea::Except, rest)?))
            })
            .or_else(|| {
                let ends = words().in_language(Idea::Except, self.language);
                let word = ends.into_iter().find(|word| lower.ends_with(word))?;
                Some((lower.len() - word.len(), word.len()))
            })
            .unzip();
        let (Some(at), Some(length)) = (at, length) else {
            let noun = Kind::of(rest);
            if (noun.state || noun.operation) && rest.split(' ').count() < 3 {
                return Some(Ok(Which::AllExcept(Vec::new())));
            }
            return if key {
                None
            } else {
                Some(Err(label.to_owned()))
            };
        };
        let after = rest.get(at + length..).unwrap_or("").trim();
        let after = after.trim_start_matches([':', ' ']);
        let named = if after.is_empty() {
            // The word stands at the end: `停止以外`.
            rest.get(..at).unwrap_or("").trim_start_matches([':', ' '])
        } else {
            // The markup of code spans is kept where the cell has it.
            let tail = raw.rfind(after).and_then(|at| raw.get(at..));
            tail.unwrap_or(after)
        };
        let names = splitter.split_list(&pieces(named));
        match names.iter().find(|name| !is_name(name)) {
            Some(name) => Some(Err(name.clone())),
            None if names.is_empty() => Some(Err(label.to_owned())),
            None => Some(Ok(Which::AllExcept(names))),
        }
    }

    /// `Active only` is no other state than `Active`; `Err` if that stands alone nowhere, as what is
    /// called `Read only` may not.
    fn without_only(&self, piece: Piece, column: usize) -> Result<Piece, ()> {
        let open = !piece.code && !is_key(self.columns, column);
        let rest = open.then(|| words().without(Idea::Only, &piece.text));
        match rest.flatten() {
            Some(name) if self.stands_alone(name, column) => {
                let name = name.to_owned();
                Ok(piece.with(name))
            }
            Some(_) => Err(()),
            None => Ok(piece),
        }
    }

    /// A name, and the note or condition beside it.
    fn item(&self, piece: &Piece, column: usize) -> Item {
        let condition = |note: &str| {
            let lower = lowercase(note);
            words().leading(Idea::If, &lower).is_some()
                && words()
                    .leading_mark(&lower)
                    .is_some_and(|(idea, _)| idea == Idea::Doubt)
        };
        if piece.code {
            let noted = parted(&piece.text).filter(|(_, note)| condition(note));
            return noted.map_or_else(
                || Item::new(&piece.text),
                |(name, note)| Item {
                    condition: note.to_owned(),
                    ..Item::new(name)
                },
            );
        }
        if let Some((name, next)) = led(&piece.text) {
            return Item {
                next: Some(next.to_owned()),
                ..Item::new(name)
            };
        }
        // `submit: sends it to review` names the operation and describes it.
        if let Some((name, note)) = piece.text.split_once(": ")
            && column == self.columns.operations
            && is_name(name)
            && name.split(' ').count() < 4
        {
            return Item {
                note: note.trim().to_owned(),
                ..Item::new(name.trim())
            };
        }
        // The last parentheses are the note's: `Retry (forced) (if idle)`.
        let last = piece.text.strip_suffix([')', '）']);
        let last = last.and_then(|text| text.rsplit_once(['(', '（']));
        if let Some((name, note)) = last.filter(|(name, note)| is_name(name) && condition(note)) {
            return Item {
                condition: note.trim().to_owned(),
                ..Item::new(name.trim())
            };
        }
        if let Some((name, note)) = parted(&piece.text) {
            let bracket =
                piece.text.contains(" [") || self.columns.to.is_some() && piece.text.contains('[');
            if condition(note) || bracket && column == self.columns.operations {
                return Item {
                    condition: note.to_owned(),
                    ..Item::new(name)
                };
            }
            let known = self.stands_alone(name, column);
            if known && piece.text.contains(['(', '（']) {
                return Item {
                    note: note.to_owned(),
                    ..Item::new(name)
                };
            }
        }
        if is_key(self.columns, column) {
            return Item::new(&piece.text);
        }
        let at = piece
            .text
            .match_indices(' ')
            .find(|&(at, _)| piece.text.get(at + 1..).is_some_and(condition));
        match at.and_then(|(at, _)| piece.text.split_at_checked(at)) {
            Some((name, rest)) if column == self.columns.operations => Item {
                condition: rest.trim().to_owned(),
                ..Item::new(name.trim())
            },
            _ => Item::new(&piece.text),
        }
    }

    /// Whether a name stands in the column without a note.
    fn stands_alone(&self, name: &str, column: usize) -> bool {
        let mut alone = self.alone.borrow_mut();
        // Each column is looked through once, however many of its names have a note.
        let names = alone.entry(column).or_insert_with(|| {
            let rows = self.headers.down.items.iter();
            let pieces = rows.flat_map(|&row| self.pieces(row, column));
            pieces
                .map(|piece| piece.text.to_ascii_lowercase())
                .collect()
        });
        names.contains(&name.to_ascii_lowercase())
    }

    /// Where the row leads: success, and failure where the cell names both.
    pub(super) fn goal(
        &self,
        row: usize,
        column: Option<usize>,
        splitter: &Splitter,
        problems: &mut Problems,
    ) -> (Option<Goal>, Option<Goal>) {
        let Some(column) = column else {
            return (None, None);
        };
        let slot = self
            .headers
            .grid
            .slot(row, column)
            .filter(|slot| !slot.is_blank());
        let Some(slot) = slot else {
            return (None, None);
        };
        let place = self.headers.grid.place(row, column);
        let label = text::name(&slot.text);
        let target = mark::behind_arrow(&label).unwrap_or(&label);
        if self.headers.said(row, column).mark == Mark::Blank || is_pseudo(target) {
            return (None, None);
        }
        if words().is(Idea::Same, &lowercase(target)) {
            return (Some(Goal::Same), None);
        }
        let pieces = pieces(&slot.cell.text).into_iter().map(|piece| {
            // What is in parentheses may be a part of the name: `Approved (20)`.
            let whole = self.stands_alone(&piece.text, self.columns.states);
            if whole { piece } else { unnoted(piece) }
        });
        let pieces: Vec<Piece> = pieces.collect();
        let names = splitter.split(&pieces).unwrap_or_else(|name| vec![name]);
        let clean = |name: &String| {
            let bare = mark::behind_arrow(name).unwrap_or(name);
            bare.to_owned()
        };
        let names: Vec<String> = names.iter().map(clean).collect();
        if let Some(name) = names.iter().find(|name| !is_name(name)) {
            problems.push(place, ProblemKind::NotAName(brief(name)));
            return (None, None);
        }
        let failure = slot.cell.role.as_deref().map(Role::parse) == Some(Ok(Some(Role::Failure)));
        let state = |name: &String| Some(Goal::State(name.clone()));
        if let [one, two] = names.as_slice()
            && let Some((one, two)) = endings(one, two, |name| is_failed(name))
        {
            return (state(one), state(two));
        }
        match names.as_slice() {
            [] => (None, None),
            [only] if failure => (None, state(only)),
            [only] => (state(only), None),
            _ => {
                problems.push(place, ProblemKind::SeveralStates(brief(&label)));
                (None, None)
            }
        }
    }
}

/// The name before an arrow, and where it leads.
pub(super) fn led(text: &str) -> Option<(&str, &str)> {
    let arrows = [" → ", " -> ", " => ", " ⇒ ", " ➜ "];
    let led = arrows.into_iter().find_map(|arrow| text.split_once(arrow));
    led.filter(|(name, next)| is_name(name) && is_name(next))
        .map(|(name, next)| (name.trim(), next.trim()))
}
