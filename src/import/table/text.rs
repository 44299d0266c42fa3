//! The text of a cell: what of it is to be seen, which of it are notes, and which names it holds.
//!
//! This room does not know what a text means.

use crate::chart::{is_capital, is_small, lowercase_letter};

/// Between two runs of one kind that stand side by side: code spans, bold words, links, badges.
pub(super) const SOFT: char = '\u{1f}';
/// Between the items of a list.
pub(super) const ITEM: char = '\u{1e}';
/// Around a code span.
pub(super) const CODE: char = '\u{2}';
/// The end of a code span.
pub(super) const CODE_END: char = '\u{3}';

/// Before a line that describes the name above it.
pub(super) const ASIDE: char = '\u{4}';

/// The text as a reader sees it: a line for each that is not blank, single spaces, nothing invisible.
pub(super) fn clean(raw: &str) -> String {
    let mut text = String::new();
    if raw.is_empty() {
        return text;
    }
    for line in raw.split(['\n', ITEM]) {
        let start = text.len();
        let words = line.split(|letter: char| letter.is_whitespace() || letter == SOFT);
        for word in words.filter(|word| !word.is_empty()) {
            let before = text.len();
            if before > start {
                text.push(' ');
            }
            let inner = text.len();
            text.extend(word.chars().filter(|&letter| !invisible(letter)));
            if text.len() == inner {
                text.truncate(before);
            }
        }
        if text.len() > start {
            text.push('\n');
        }
    }
    text.truncate(text.trim_end().len());
    text
}

/// Whether nothing of a text is to be seen.
pub(super) fn is_blank(raw: &str) -> bool {
    raw.chars()
        .all(|letter| letter.is_whitespace() || matches!(letter, SOFT | ITEM) || invisible(letter))
}

/// Zero-width spaces, soft hyphens, direction marks, and the choice between text and picture.
const fn invisible(letter: char) -> bool {
    matches!(
        letter,
        '\u{ad}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2060}' | '\u{feff}'
    ) || matches!(letter, '\u{fe0e}' | '\u{fe0f}' | CODE | CODE_END | ASIDE)
}

/// The heading that stands as text before a table, where its Markdown was not rendered: `#### Jobs`.
pub(super) fn heading(text: &str) -> Option<&str> {
    let line = text
        .lines()
        .rev()
        .map(str::trim)
        .find(|line| !line.is_empty())?;
    let title = line.strip_prefix('#')?.trim_start_matches('#').trim();
    (!title.is_empty()).then_some(title)
}

/// Whether a raised text, such as that of `<sup>`, is the mark of a footnote and not part of a name.
#[must_use]
pub fn is_note(text: &str) -> bool {
    let marks = |piece: &str| {
        let bare = piece.trim_matches(['[', ']', '(', ')']);
        let letter = bare.len() == 1 && bare.bytes().all(|byte| byte.is_ascii_lowercase());
        let digits = bare.len() <= 3 && bare.bytes().all(|byte| byte.is_ascii_digit());
        !bare.is_empty() && (letter || digits || bare.chars().all(is_note_sign))
            || is_bracketed_note(piece)
    };
    let text = text.trim();
    !text.is_empty()
        && text != "[x]"
        && (is_bracketed_note(text)
            || text
                .split([',', ' '])
                .all(|piece| piece.is_empty() || marks(piece)))
}

/// A bracket such as `[1]`, `[a]` or `[note 2]`. `[x]` is a ticked box.
fn is_bracketed_note(text: &str) -> bool {
    let inner = text
        .strip_prefix('[')
        .and_then(|rest| rest.strip_suffix(']'));
    let Some(inner) = inner else { return false };
    let number = inner
        .trim_start_matches(|letter: char| letter.is_ascii_alphabetic())
        .trim_start();
    let word = inner.len() - number.len();
    let numbered =
        !number.is_empty() && number.len() <= 3 && number.bytes().all(|byte| byte.is_ascii_digit());
    let letter =
        inner.len() == 1 && inner.bytes().all(|byte| byte.is_ascii_lowercase()) && inner != "x";
    numbered && word <= 5 || letter
}

pub(super) const fn is_note_sign(letter: char) -> bool {
    matches!(
        letter,
        '*' | '†' | '‡' | '§' | '¹' | '²' | '³' | '⁰' | '⁴'..='⁹' | 'ª' | 'ᵃ' | 'ᵇ' | 'ᶜ'
    )
}

/// `text` without the footnote marks at its end, and these.
pub(super) fn without_notes(text: &str) -> (&str, &str) {
    let mut rest = text;
    loop {
        let line = rest.trim_end();
        let shorter = if line.ends_with(']') {
            line.rfind('[')
                .and_then(|at| line.split_at_checked(at))
                .filter(|(_, note)| is_bracketed_note(note))
        } else {
            let at = line
                .trim_end_matches(|letter| is_note_sign(letter) || letter == '¶')
                .len();
            // A sign that stands alone is no note.
            line.split_at_checked(at)
                .filter(|(before, _)| !before.trim().is_empty() && at < line.len())
        };
        match shorter {
            Some((before, _)) => rest = before,
            None => break,
        }
    }
    let rest = rest.trim_end();
    (rest, text.get(rest.len()..).unwrap_or("").trim())
}

/// One name: its lines as one, without notes.
pub(super) fn name(text: &str) -> String {
    let mut name = String::new();
    for line in text.lines() {
        let line = without_notes(line).0.trim_start();
        if !name.is_empty() && !line.is_empty() {
            name.push(' ');
        }
        name.push_str(line);
    }
    name
}

/// `text` apart at the letters for which `separates` holds, and that do not stand in parentheses.
pub(super) fn split(text: &str, separates: impl Fn(char) -> bool) -> Vec<&str> {
    let mut pieces = Vec::new();
    let (mut start, mut depth) = (0, 0_u32);
    for (at, letter) in text.char_indices() {
        match letter {
            '(' | '[' | '（' => depth = depth.saturating_add(1),
            ')' | ']' | '）' => depth = depth.saturating_sub(1),
            _ if depth == 0 && separates(letter) => {
                pieces.push(text.get(start..at).unwrap_or(""));
                start = at + letter.len_utf8();
            }
            _ => {}
        }
    }
    pieces.push(text.get(start..).unwrap_or(""));
    pieces
}

/// The words of a name, in lower case: `StopFailed` has two.
pub(super) fn words(name: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut open = false;
    let mut small = false;
    for letter in name.chars() {
        if !letter.is_alphabetic() || small && is_capital(letter) {
            open = false;
        }
        small = is_small(letter);
        if !letter.is_alphabetic() {
            continue;
        }
        match words.last_mut().filter(|_| open) {
            Some(word) => word.push(lowercase_letter(letter)),
            None => words.push(lowercase_letter(letter).to_string()),
        }
        open = true;
    }
    words
}
