//! The text of a cell: what of it is to be seen, which of it are notes, and which names it holds.
//!
//! This room does not know what a text means.

/// The text as a reader sees it: a line for each that is not blank, single spaces, nothing invisible.
pub(super) fn clean(raw: &str) -> String {
    let mut text = String::new();
    for line in raw.split('\n') {
        let start = text.len();
        for word in line.split_whitespace() {
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

/// Zero-width spaces, soft hyphens, direction marks, and the choice between text and picture.
const fn invisible(letter: char) -> bool {
    matches!(
        letter,
        '\u{ad}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2060}' | '\u{feff}'
    ) || matches!(letter, '\u{fe0e}' | '\u{fe0f}')
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

const fn is_note_sign(letter: char) -> bool {
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

/// The names in a text, apart at line ends, commas, semicolons and slashes, each without notes.
///
/// What stands in parentheses stays whole; a line that begins small or in a parenthesis goes on
/// with the one before; and a slash beside a single letter, as in `I/O`, belongs to the name.
pub(super) fn names(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for line in text.lines() {
        let goes_on = line.starts_with(|first: char| first.is_lowercase() || first == '(');
        match lines
            .last_mut()
            .filter(|last| goes_on && last.starts_with(char::is_uppercase))
        {
            Some(last) => {
                last.push(' ');
                last.push_str(line);
            }
            None => lines.push(line.to_owned()),
        }
    }
    let mut names = Vec::new();
    for line in &lines {
        for piece in split(line, &[',', ';', '、', '，']) {
            let parts = split(piece, &['/']);
            let single = parts.iter().any(|part| part.trim().chars().count() < 2);
            let parts = if single { vec![piece] } else { parts };
            names.extend(parts.into_iter().map(name).filter(|name| !name.is_empty()));
        }
    }
    names
}

/// `text` apart at the separators that do not stand in parentheses.
fn split<'a>(text: &'a str, separators: &[char]) -> Vec<&'a str> {
    let mut pieces = Vec::new();
    let (mut start, mut depth) = (0, 0_u32);
    for (at, letter) in text.char_indices() {
        match letter {
            '(' | '[' => depth = depth.saturating_add(1),
            ')' | ']' => depth = depth.saturating_sub(1),
            _ if depth == 0 && separators.contains(&letter) => {
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
        if !letter.is_alphabetic() || small && letter.is_uppercase() {
            open = false;
        }
        small = letter.is_lowercase();
        if !letter.is_alphabetic() {
            continue;
        }
        match words.last_mut().filter(|_| open) {
            Some(word) => word.extend(letter.to_lowercase()),
            None => words.push(letter.to_lowercase().collect()),
        }
        open = true;
    }
    words
}
