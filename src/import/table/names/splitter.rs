//! How a side or a column parts names, by what stands alone in it.

use super::super::index::TextSet;
use super::super::text;
use super::super::words::{Idea, words};
use super::Piece;
use crate::chart::{is_capital, is_small, lowercase};

/// How the cells of one side or column part names.
pub(in super::super) struct Splitter {
    and: Vec<&'static str>,
    or: Vec<&'static str>,
    /// Names that stand alone, in lower case.
    known: TextSet,
    /// Whether slashes part names here.
    slashes: bool,
    /// Whether slashes part something else: the header has one as well, as in `Event / Action`.
    headed: bool,
    /// Whether `and` and `or` may part names at all.
    lists: bool,
}

impl Splitter {
    /// For the texts of these cells; `known` are names of the same kind from elsewhere. In lists,
    /// `and` and `or` part names.
    pub(in super::super) fn new(
        cells: &[Vec<Piece>],
        known: &[String],
        language: usize,
        lists: bool,
    ) -> Self {
        let mut splitter = Self {
            and: words().in_language(Idea::And, language).collect(),
            or: words().in_language(Idea::Or, language).collect(),
            known: known.iter().map(|name| lowercase(name)).collect(),
            slashes: false,
            headed: false,
            lists,
        };
        let mut open: Vec<Vec<String>> = Vec::new();
        let mut slashes = TextSet::default();
        let mut count = 0;
        for piece in cells.iter().flatten() {
            if splitter.is_closed(piece) || splitter.knows(&piece.text) {
                splitter.know(&piece.text);
                continue;
            }
            for part in splitter.parts(&piece.text, false) {
                let slashed = slashed(&part).len();
                if slashed > 1 && slashes.insert(lowercase(&part)) {
                    count += slashed - 1;
                }
            }
            if splitter.is_sure(piece) {
                for part in splitter.conjoined(&piece.text) {
                    splitter.know(&part);
                }
            } else {
                open.push(splitter.parts(&piece.text, true));
            }
        }
        splitter.slashes = count > 1;
        // A part that is known tells of the parts beside it, and these of others.
        for _ in 0..open.len().min(32) {
            let before = splitter.known.len();
            for parts in &open {
                if parts.iter().any(|part| splitter.knows(part)) {
                    for part in parts {
                        splitter.know(part);
                    }
                }
            }
            if splitter.known.len() == before {
                break;
            }
        }
        splitter
    }

    /// For a column below `header`.
    pub(in super::super) fn below(self, header: &str) -> Self {
        let headed = slashed(header).len() > 1;
        Self { headed, ..self }
    }

    fn know(&mut self, name: &str) {
        self.known.insert(lowercase(name));
    }

    fn knows(&self, name: &str) -> bool {
        self.known.contains(&lowercase(name))
    }

    /// Whether nothing in a piece may part it.
    fn is_closed(&self, piece: &Piece) -> bool {
        piece.code || self.parts(&piece.text, true).len() < 2
    }

    /// Whether the piece ends a list, so that its last conjunction parts names.
    fn is_sure(&self, piece: &Piece) -> bool {
        piece.listed && self.lists && self.conjoined(&piece.text).len() > 1
    }

    /// The names in the pieces of a cell; `Err` is one that may be one name or several.
    pub(in super::super) fn split(&self, cell: &[Piece]) -> Result<Vec<String>, String> {
        let mut names = Vec::new();
        for piece in cell {
            if piece.code {
                names.push(piece.text.clone());
                continue;
            }
            // No name begins with a small `and`: it ends a list.
            let text = self.without_conjunction(&piece.text);
            let conjoined = if self.lists {
                self.conjoined(text)
            } else {
                vec![text.to_owned()]
            };
            let whole =
                self.knows(text) && !self.parts(text, true).iter().any(|part| self.knows(part));
            if whole {
                names.push(text.to_owned());
                continue;
            }
            let parted = conjoined.len() > 1;
            let known = conjoined.iter().any(|part| self.knows(part));
            let choice = self.or.iter().any(|word| holds(text, word));
            if parted && !(known || choice || self.is_sure(piece)) {
                return Err(text.to_owned());
            }
            for part in conjoined {
                let slashed = slashed(&part);
                if !self.headed && (self.slashes || slashed.iter().any(|part| self.knows(part))) {
                    names.extend(slashed);
                } else {
                    names.push(part);
                }
            }
        }
        Ok(names)
    }

    /// The names of a piece, each with what stands beside it, where a conjunction parts them for certain:
    /// `Stop (if idle) and Delete`, and at the end of a list.
    pub(in super::super) fn noted(&self, piece: Piece) -> Vec<Piece> {
        let parts = self.apart(&piece.text, true);
        let noted = |part: &String| part.ends_with([')', '）']);
        let ends = parts.iter().rev().skip(1).any(noted);
        let sure = ends || piece.listed && parts.last().is_some_and(noted);
        if piece.code || !self.lists || !sure {
            return vec![piece];
        }
        let part = |text| Piece {
            text,
            ..piece.clone()
        };
        parts.into_iter().map(part).collect()
    }

    fn is_conjunction(&self, word: &str) -> bool {
        let lower = lowercase(word);
        let mut words = self.and.iter().chain(&self.or);
        word == "&" || words.any(|word| *word == lower)
    }

    /// The names in the pieces of a cell that can only be a list.
    pub(in super::super) fn split_list(&self, cell: &[Piece]) -> Vec<String> {
        let parts = |piece: &Piece| {
            let one = self.split(std::slice::from_ref(piece));
            one.unwrap_or_else(|text| self.conjoined(&text))
        };
        cell.iter().flat_map(parts).collect()
    }

    /// All that a text may be parted into.
    fn parts(&self, text: &str, slashes: bool) -> Vec<String> {
        let parts = if self.lists {
            self.conjoined(text)
        } else {
            vec![text.to_owned()]
        };
        if slashes {
            parts.iter().flat_map(|part| slashed(part)).collect()
        } else {
            parts
        }
    }

    fn without_conjunction<'t>(&self, text: &'t str) -> &'t str {
        let words = self.and.iter().chain(&self.or);
        let mut rest = words.filter_map(|word| text.strip_prefix(word)?.strip_prefix(' '));
        rest.next().map_or(text, str::trim_start)
    }

    /// A text apart at `and`, `or` and `&`.
    pub(in super::super) fn conjoined(&self, text: &str) -> Vec<String> {
        self.apart(text, false)
    }

    /// A text apart at conjunctions, at those in parentheses only if they are not `kept`.
    fn apart(&self, text: &str, kept: bool) -> Vec<String> {
        let mut parts = vec![String::new()];
        let mut depth = 0_usize;
        for word in text.split(' ') {
            depth += word.matches(['(', '（']).count();
            depth = depth.saturating_sub(word.matches([')', '）']).count());
            let whole = kept && depth > 0 || !self.is_conjunction(word);
            match parts.last_mut() {
                Some(part) if whole => {
                    if !part.is_empty() {
                        part.push(' ');
                    }
                    part.push_str(word);
                }
                _ => parts.push(String::new()),
            }
        }
        if parts.iter().any(String::is_empty) {
            return vec![text.to_owned()];
        }
        parts
    }
}

fn holds(text: &str, word: &str) -> bool {
    text.split(' ').any(|part| lowercase(part) == word)
}

/// A text apart at slashes and bars; one beside a single letter, as in `I/O`, belongs to the name, and so do those
/// of a path, as in `GET /orders`.
fn slashed(text: &str) -> Vec<String> {
    let parts = text::split(text, |letter| matches!(letter, '/' | '／' | '|'));
    let short = parts.iter().any(|part| part.trim().chars().count() < 2);
    let path = text.split_once(" /");
    let path =
        path.is_some_and(|(verb, path)| verb.ends_with(is_capital) && path.starts_with(is_small));
    if short || path {
        return vec![text.to_owned()];
    }
    parts
        .into_iter()
        .map(|part| part.trim().to_owned())
        .collect()
}
