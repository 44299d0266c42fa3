//! The names in a cell, and how a side or a column parts them.
//!
//! Line ends, items of a list, commas and code spans side by side always part names. A slash, `and` and
//! `or` may be a piece of one name: they part names where the table shows it, by a part that stands
//! alone somewhere, or by doing so more than once. This room does not know what is named.

mod splitter;

pub(super) use splitter::Splitter;

use super::text::{self, ASIDE, CODE, CODE_END, ITEM, SOFT};
use crate::chart::{is_capital, is_small};

/// A part of a cell that is a name, or several beside `/`, `and` or `or`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) text: String,
    /// Whether all of it is one code span: one name, whatever stands in it.
    pub(super) code: bool,
    /// The code spans in it.
    pub(super) codes: Vec<String>,
    /// Whether it reads as a sentence, or is written as one that describes the name above it.
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
            let commas = line.contains([',', '、', '，', '،', ';', '；']);
            for (number, part) in parts.into_iter().enumerate() {
                let bare = part.trim();
                let inner = bare.strip_prefix(CODE);
                let inner = inner.and_then(|bare| bare.strip_suffix(CODE_END));
                let text = text::name(&text::clean(part));
                let ended = text.ends_with(['.', '。']) && text.split(' ').count() > 2;
                let sentence = ended || part.contains(ASIDE);
                let text = quotes(bullet(&text));
                if !text.is_empty() {
                    pieces.push(Piece {
                        code: inner.is_some_and(|inner| !inner.contains(CODE)),
                        text: text.to_owned(),
                        codes: codes(part),
                        sentence,
                        listed: number > 0 && commas,
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
        let goes_on = !line.contains(ASIDE)
            && clean.starts_with(|first: char| is_small(first) || first == '(');
        let before = lines.last_mut().filter(|before| {
            let before = text::clean(before);
            goes_on && before.starts_with(is_capital) && !before.ends_with([',', ';'])
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
