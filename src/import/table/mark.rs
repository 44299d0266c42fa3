//! What one cell says, as far as it can be told without its table: the words and signs for yes and no.
//!
//! Some signs mean yes in one table and no in another (`x`, `○`); here they only get their own
//! kind. The author's words, from `yes` and `no`, come before everything that is known here.

use super::{Image, Options, grid::Slot};

/// What a cell says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// Allowed.
    Yes,
    /// Not allowed, in so many words.
    No,
    /// Nothing, or a dash.
    Blank,
    /// `x` or `×`: yes beside blanks, no beside a check mark.
    Cross,
    /// `○` or `o`: no beside a check mark, else unknown.
    Hollow,
    /// Yes or no with an addition, or a word of doubt; whether it begins with yes.
    Maybe(bool),
    /// A number.
    Number,
    /// Any other text.
    Word,
}

/// What `slot` says, and whether the author's own words told.
pub(super) fn of(slot: &Slot<'_>, options: &Options) -> (Mark, bool) {
    let told = |words: &[String]| -> bool {
        let same = |text: &str| {
            !text.is_empty()
                && words
                    .iter()
                    .any(|word| word.trim().to_lowercase() == text.to_lowercase())
        };
        let image = |image: &Image| same(image.alt.trim()) || same(image.file());
        same(&slot.text) || slot.text.is_empty() && slot.cell.images.iter().any(image)
    };
    if !slot.is_blank() && (!options.yes.is_empty() || !options.no.is_empty()) {
        if told(&options.yes) {
            return (Mark::Yes, true);
        }
        if told(&options.no) {
            return (Mark::No, true);
        }
    }
    if !slot.text.is_empty() {
        return (text(&slot.text), false);
    }
    let mut images = slot.cell.images.iter().map(image);
    let Some(first) = images.next() else {
        let noted = if slot.note.is_empty() {
            Mark::Blank
        } else {
            Mark::Maybe(false)
        };
        return (noted, false);
    };
    (
        if images.all(|other| other == first) {
            first
        } else {
            Mark::Word
        },
        false,
    )
}

/// What one sign says.
const fn sign(letter: char) -> Option<Mark> {
    Some(match letter {
        '√' | '✓' | '✔' | '✅' | '☑' | '🗸' | '●' | '•' | '⬤' | '⚫' | '■' | '▪' | '👍' | '🟢' => {
            Mark::Yes
        }
        // The ticks of Wingdings, as word processors write them.
        'ü' | 'þ' | '\u{f0fc}' | '\u{f0fe}' => Mark::Yes,
        '✗' | '✘' | '❌' | '✖' | '✕' | '⛔' | '🚫' | '🔴' | '👎' | '⊘' => {
            Mark::No
        }
        'û' | 'ý' | '\u{f0fb}' | '\u{f0fd}' => Mark::No,
        '-' | '–' | '—' | '−' | '‐' | '‑' | '‒' | '―' | '☐' | '□' | '⬜' => {
            Mark::Blank
        }
        'x' | 'X' | '×' | '☒' | '⨯' | '╳' => Mark::Cross,
        '○' | '◯' | '◦' | 'o' | 'O' | '⚪' | '❎' => Mark::Hollow,
        _ => return None,
    })
}

/// Whether `text` is nothing but signs, and so no name.
pub(super) fn is_sign(text: &str) -> bool {
    let known = |letter: char| !letter.is_alphabetic() && sign(letter).is_some();
    !text.is_empty() && text.chars().all(known)
}

const YES: &[&str] = &[
    "yes",
    "y",
    "true",
    "allowed",
    "supported",
    "permitted",
    "available",
    "possible",
    "valid",
    "enabled",
    "ok",
    "okay",
    "[x]",
    ":white_check_mark:",
    ":heavy_check_mark:",
    ":ballot_box_with_check:",
    ":+1:",
];
const NO: &[&str] = &[
    "no",
    "n",
    "false",
    "not allowed",
    "not supported",
    "not permitted",
    "not available",
    "not possible",
    "not valid",
    "unsupported",
    "disallowed",
    "forbidden",
    "prohibited",
    "denied",
    "unavailable",
    "impossible",
    "invalid",
    "disabled",
    "never",
    "operation not allowed",
    ":x:",
    ":heavy_multiplication_x:",
    ":no_entry:",
    ":no_entry_sign:",
    ":-1:",
];
const BLANK: &[&str] = &[
    "n/a",
    "na",
    "n.a",
    "not applicable",
    "none",
    "--",
    "---",
    "[ ]",
    "[]",
];
const DOUBT: &[&str] = &[
    "maybe",
    "possibly",
    "partial",
    "partially",
    "limited",
    "conditional",
    "conditionally",
    "depends",
    "sometimes",
    "restricted",
    "varies",
    "optional",
    "only",
    "if",
    "when",
    "unless",
    "see",
    "requires",
    "with",
    "except",
];

fn text(text: &str) -> Mark {
    let lower = text.to_lowercase();
    let lower = lower.trim_end_matches(['.', '!']);
    // A text of dots or exclamation marks only is still a text.
    if let Some(mark) = exact(if lower.is_empty() { text } else { lower }) {
        return mark;
    }
    if is_number(text) {
        return Mark::Number;
    }
    if text.starts_with(['?', '(']) {
        return Mark::Maybe(false);
    }
    let (head, rest) = head(lower);
    match exact(head) {
        Some(mark @ (Mark::Yes | Mark::No)) => {
            let rest = exact(rest.trim_start_matches([' ', ',', ':', '\n']).trim());
            if rest == Some(mark) {
                mark
            } else {
                Mark::Maybe(mark == Mark::Yes)
            }
        }
        Some(Mark::Cross | Mark::Hollow) => Mark::Maybe(false),
        _ if DOUBT.contains(&head) => Mark::Maybe(false),
        _ => Mark::Word,
    }
}

/// The sign or word of mark that `text` begins with, and the rest.
fn head(text: &str) -> (&str, &str) {
    let mut letters = text.chars();
    let first = letters.next().unwrap_or(' ');
    let rest = letters.as_str();
    if sign(first).is_some() && !first.is_alphabetic() {
        return text.split_at(text.len() - rest.len());
    }
    let words = NO.iter().chain(YES).filter(|word| word.len() > 1);
    for word in words {
        if let Some(rest) = text.strip_prefix(word)
            && !rest.starts_with(|next: char| next.is_alphanumeric())
        {
            return (word, rest);
        }
    }
    let end = text
        .find(|letter: char| !letter.is_alphanumeric())
        .unwrap_or(text.len());
    text.split_at_checked(end).unwrap_or((text, ""))
}

fn exact(lower: &str) -> Option<Mark> {
    let mut letters = lower.chars();
    if let (Some(only), None) = (letters.next(), letters.next())
        && let Some(mark) = sign(only)
    {
        return Some(mark);
    }
    let has = |words: &[&str]| words.contains(&lower);
    if has(YES) {
        Some(Mark::Yes)
    } else if has(NO) {
        Some(Mark::No)
    } else if has(BLANK) {
        Some(Mark::Blank)
    } else {
        None
    }
}

/// Whether `text` is a number, a price or a share.
pub(super) fn is_number(text: &str) -> bool {
    let part = |letter: char| letter.is_ascii_digit() || ".,:%$€£¥+-−' \u{a0}".contains(letter);
    text.chars().any(|letter| letter.is_ascii_digit()) && text.chars().all(part)
}

/// The rest of a text that says yes first, or begins with an arrow: what may name a state.
pub(super) fn target(text: &str) -> &str {
    let lower = text.to_lowercase();
    let (head, _) = head(&lower);
    let rest = match exact(head) {
        // Only where lower case is as long can the rest be found in the text itself.
        Some(Mark::Yes) if lower.len() == text.len() => text.get(head.len()..).unwrap_or(text),
        _ => text,
    };
    let rest = rest.trim_start_matches([' ', '\n', ',', ':', ';', '→', '⇒', '➜', '➔', '➡', '⟶']);
    let rest = rest
        .strip_prefix("->")
        .or_else(|| rest.strip_prefix("=>"))
        .unwrap_or(rest);
    rest.trim_start()
}

const IMAGE_YES: &[&str] = &[
    "yes",
    "check",
    "checked",
    "checkmark",
    "tick",
    "ticked",
    "ok",
    "true",
    "allowed",
    "supported",
    "available",
    "accept",
    "done",
    "success",
    "correct",
];
const IMAGE_NO: &[&str] = &[
    "no",
    "not",
    "cross",
    "x",
    "false",
    "unchecked",
    "uncheck",
    "times",
    "xmark",
    "remove",
    "close",
    "ban",
    "forbidden",
    "denied",
    "unavailable",
    "unsupported",
    "disallowed",
    "wrong",
    "incorrect",
];
const IMAGE_BLANK: &[&str] = &[
    "blank",
    "spacer",
    "empty",
    "pixel",
    "transparent",
    "dash",
    "none",
    "minus",
    "clear",
];

/// What an image says: by its alternative text or, where that says nothing, by its file name.
fn image(image: &Image) -> Mark {
    let alt = super::text::clean(&image.alt);
    let known = |mark: Mark| mark != Mark::Word && mark != Mark::Number;
    let by_alt = Some(text(&alt))
        .filter(|&mark| known(mark))
        .or_else(|| by_words(&alt));
    let by_file = by_words(image.file());
    match (by_alt, by_file) {
        (Some(one), None) | (None, Some(one)) => one,
        (Some(alt), Some(file)) if (alt == Mark::Yes) == (file == Mark::Yes) => alt,
        _ => Mark::Word,
    }
}

fn by_words(name: &str) -> Option<Mark> {
    let words = super::text::words(name);
    let any = |known: &[&str]| words.iter().any(|word| known.contains(&word.as_str()));
    match (any(IMAGE_YES), any(IMAGE_NO), any(IMAGE_BLANK)) {
        (true, false, false) => Some(Mark::Yes),
        (false, true, false) => Some(Mark::No),
        (false, _, true) => Some(Mark::Blank),
        // `not allowed` says no; `yes` beside `no` says nothing.
        (true, true, false) if any(&["not"]) => Some(Mark::No),
        _ => None,
    }
}
