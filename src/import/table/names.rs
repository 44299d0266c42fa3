//! The names in a cell, and how a side or a column parts them.
//!
//! Line ends, items of a list, commas and code spans side by side always part names. A slash, `and` and
//! `or` may be a piece of one name: they part names where the table shows it, by a part that stands
//! alone somewhere, or by doing so more than once. This room does not know what is named.

use super::text::{self, CODE, CODE_END, ITEM, SOFT};
use super::words::{Idea, words};
use std::collections::BTreeSet;

/// A part of a cell that is a name, or several beside `/`, `and` or `or`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) text: String,
    /// Whether all of it is one code span: one name, whatever stands in it.
    pub(super) code: bool,
    /// The code spans in it.
    pub(super) codes: Vec<String>,
    /// Whether it reads as a sentence.
    pub(super) sentence: bool,
    /// Whether a comma or the like stands before it.
    listed: bool,
}

impl Piece {
    /// A name that nothing parts.
    pub(super) const fn whole(text: String) -> Self {
        Self {
            text,
            code: true,
            codes: Vec::new(),
            sentence: false,
            listed: false,
        }
    }

    /// The piece with another text.
    pub(super) fn with(self, text: String) -> Self {
        Self { text, ..self }
    }
}

/// Whether a letter parts names wherever it stands outside of parentheses.
const fn separates(letter: char) -> bool {
    matches!(
        letter,
        ',' | ';' | '、' | '，' | '；' | '،' | '·' | '•' | '‧' | '∙' | '▪' | '■' | SOFT
    )
}

/// The pieces of a cell's text, as its markup gave it.
pub(super) fn pieces(raw: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for item in raw.split(ITEM) {
        for line in lines(item) {
            let line = braces(&line);
            let parts = text::split(line, separates);
            // Behind `·` and the like, `and` is a part of a name as well as anywhere.
            let (count, commas) = (
                parts.len(),
                line.contains([',', '、', '，', '،', ';', '；']),
            );
            for (number, part) in parts.into_iter().enumerate() {
                let bare = part.trim();
                let inner = bare.strip_prefix(CODE);
                let inner = inner.and_then(|bare| bare.strip_suffix(CODE_END));
                let text = text::name(&text::clean(part));
                let sentence = text.ends_with(['.', '。']) && text.split(' ').count() > 2;
                let text = quotes(bullet(&text));
                if !text.is_empty() {
                    pieces.push(Piece {
                        code: inner.is_some_and(|inner| !inner.contains(CODE)),
                        text: text.to_owned(),
                        codes: codes(part),
                        sentence,
                        listed: number > 0 && (commas || number + 1 < count),
                    });
                }
            }
        }
    }
    pieces
}

/// The code spans of a text.
fn codes(raw: &str) -> Vec<String> {
    let spans = raw.split(CODE).skip(1);
    let spans = spans.filter_map(|span| span.split(CODE_END).next());
    spans.map(text::clean).collect()
}

/// The lines of a text; one that begins small or in a parenthesis goes on with the one before.
fn lines(raw: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for line in raw.split('\n') {
        let clean = text::clean(line);
        let goes_on = clean.starts_with(|first: char| first.is_lowercase() || first == '(');
        let before = lines.last_mut().filter(|before| {
            let before = text::clean(before);
            goes_on && before.starts_with(char::is_uppercase) && !before.ends_with([',', ';'])
        });
        match before {
            Some(before) => {
                before.push(' ');
                before.push_str(line);
            }
            None => lines.push(line.to_owned()),
        }
    }
    lines
}

/// What stands in the braces of a set.
fn braces(text: &str) -> &str {
    let bare = text.trim();
    let inner = bare
        .strip_prefix('{')
        .and_then(|bare| bare.strip_suffix('}'));
    inner.unwrap_or(text)
}

fn bullet(text: &str) -> &str {
    let bare = text.trim_start_matches(['•', '·', '▪', '◦', '‣', '–', '—', '*']);
    let bare = if bare.len() == text.len() {
        text.strip_prefix("- ").unwrap_or(text)
    } else {
        bare
    };
    let bare = bare.trim_start();
    if bare.is_empty() { text } else { bare }
}

/// A name without the quotes around it, and without the full stop of a list.
fn quotes(text: &str) -> &str {
    let open = ['"', '“', '„', '«', '‘', '\'', '「', '`', '»'];
    let close = ['"', '”', '“', '»', '’', '\'', '」', '`', '«'];
    let inner = text
        .strip_prefix(open)
        .and_then(|text| text.strip_suffix(close));
    let inner = inner.filter(|inner| !inner.contains(open)).unwrap_or(text);
    let stop = inner.strip_suffix(['.', '。']);
    stop.filter(|inner| !inner.contains('.') && !inner.is_empty())
        .unwrap_or(inner)
        .trim()
}

/// How the cells of one side or column part names.
pub(super) struct Splitter {
    and: Vec<&'static str>,
    or: Vec<&'static str>,
    /// Names that stand alone, in lower case.
    known: BTreeSet<String>,
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
    pub(super) fn new(
        cells: &[Vec<Piece>],
        known: &[String],
        language: usize,
        lists: bool,
    ) -> Self {
        let mut splitter = Self {
            and: words().in_language(Idea::And, language).collect(),
            or: words().in_language(Idea::Or, language).collect(),
            known: known.iter().map(|name| name.to_lowercase()).collect(),
            slashes: false,
            headed: false,
            lists,
        };
        let mut open: Vec<Vec<String>> = Vec::new();
        let mut slashes = BTreeSet::new();
        let mut count = 0;
        for piece in cells.iter().flatten() {
            if splitter.is_closed(piece) || splitter.knows(&piece.text) {
                splitter.know(&piece.text);
                continue;
            }
            for part in splitter.parts(&piece.text, false) {
                let slashed = slashed(&part).len();
                if slashed > 1 && slashes.insert(part.to_lowercase()) {
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
    pub(super) fn below(self, header: &str) -> Self {
        let headed = slashed(header).len() > 1;
        Self { headed, ..self }
    }

    fn know(&mut self, name: &str) {
        self.known.insert(name.to_lowercase());
    }

    fn knows(&self, name: &str) -> bool {
        self.known.contains(&name.to_lowercase())
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
    pub(super) fn split(&self, cell: &[Piece]) -> Result<Vec<String>, String> {
        let mut names = Vec::new();
        for piece in cell {
            let text = if piece.listed && self.lists {
                self.without_conjunction(&piece.text)
            } else {
                &piece.text
            };
            if piece.code {
                names.push(text.to_owned());
                continue;
            }
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
                if slashed.len() > 1
                    && !self.headed
                    && (self.slashes || slashed.iter().any(|part| self.knows(part)))
                {
                    names.extend(slashed);
                } else {
                    names.push(part);
                }
            }
        }
        Ok(names)
    }

    /// The names in the pieces of a cell that can only be a list.
    pub(super) fn split_list(&self, cell: &[Piece]) -> Vec<String> {
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
    pub(super) fn conjoined(&self, text: &str) -> Vec<String> {
        let mut parts = vec![String::new()];
        for word in text.split(' ') {
            let lower = word.to_lowercase();
            let conjunction = word == "&"
                || self.and.contains(&lower.as_str())
                || self.or.contains(&lower.as_str());
            match parts.last_mut() {
                Some(part) if !conjunction => {
                    if !part.is_empty() {
                        part.push(' ');
                    }
                    part.push_str(word);
                }
                _ => parts.push(String::new()),
            }
        }
        if parts.len() > 1 && parts.iter().any(String::is_empty) {
            return vec![text.to_owned()];
        }
        parts
    }
}

fn holds(text: &str, word: &str) -> bool {
    text.split(' ').any(|part| part.to_lowercase() == word)
}

/// A text apart at slashes; one beside a single letter, as in `I/O`, belongs to the name.
fn slashed(text: &str) -> Vec<String> {
    let parts = text::split(text, |letter| matches!(letter, '/' | '／'));
    let short = parts.iter().any(|part| part.trim().chars().count() < 2);
    if short {
        return vec![text.to_owned()];
    }
    parts
        .into_iter()
        .map(|part| part.trim().to_owned())
        .collect()
}

/// Whether a text may be the name of a state: a few words, and no sentence.
pub(super) fn is_name(text: &str) -> bool {
    let words = text.split_whitespace().count();
    text.chars().count() <= 60
        && (1..7).contains(&words)
        && !text.contains(['\n', '"', '='])
        && !text.ends_with(['.', ':', '!', '?', '。'])
        && text.chars().any(char::is_alphanumeric)
}

/// A name, and the note behind it: in parentheses, or behind a dash, a colon, a comma or a semicolon.
pub(super) fn parted(text: &str) -> Option<(&str, &str)> {
    let (at, sign) = text.char_indices().find(|&(at, letter)| {
        let before = text.get(..at).is_some_and(|text| text.ends_with(' '));
        let after = text
            .get(at + letter.len_utf8()..)
            .is_some_and(|text| text.starts_with(' '));
        match letter {
            '(' | '[' | '（' => at > 0,
            '-' | '–' | '—' => before && after,
            ':' | ',' | ';' => after,
            '：' | '，' | '、' => true,
            _ => false,
        }
    })?;
    let name = text.get(..at)?.trim();
    let note = text.get(at..)?.trim_start_matches(sign).trim();
    let note = note
        .strip_suffix([')', ']', '）'])
        .filter(|_| matches!(sign, '(' | '[' | '（'))
        .unwrap_or(note);
    (!name.is_empty()).then_some((name, note.trim()))
}
