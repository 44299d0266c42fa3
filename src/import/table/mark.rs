//! What one cell says, as far as it can be told without its table: a leading sign or word for yes and
//! no decides, and the rest is a note.
//!
//! Some signs mean yes in one table and no in another (`x`, `○`); here they only get their own
//! kind. The author's words, from `yes` and `no`, come before everything that is known here.

mod leading;
mod picture;

use super::words::{Idea, words};
use super::{Image, Options, grid::Slot};
use crate::chart::lowercase;
use leading::leading;

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
    /// `○` or `o`: no beside a check mark, yes beside a cross, else unknown.
    Hollow,
    /// A third sign, a word of doubt, or yes and no with a condition.
    Condition,
    /// A number.
    Number,
    /// A picture that says neither yes nor no.
    Picture,
    /// Any other text.
    Word,
}

/// A mark, and what stands beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Said {
    pub(super) mark: Mark,
    /// Whether the author's own words told.
    pub(super) told: bool,
    /// Whether a sign or a picture told, and no word.
    pub(super) sign: bool,
    /// Where the note begins in the text of the cell.
    note: usize,
}

impl Said {
    /// What a place without a cell says.
    pub(super) const BLANK: Self = Self::new(Mark::Blank, 0);

    const fn new(mark: Mark, note: usize) -> Self {
        Self {
            mark,
            told: false,
            sign: false,
            note,
        }
    }

    /// What stands beside the mark in a cell of this text, without the signs around it.
    pub(super) fn note<'t>(&self, text: &'t str) -> &'t str {
        bare(text.get(self.note..).unwrap_or(""))
    }
}

/// What `slot` says.
pub(super) fn of(slot: &Slot<'_>, options: &Options) -> Said {
    if slot.is_blank() {
        return Said::new(Mark::Blank, 0);
    }
    if let Some(said) = told(slot, options) {
        return said;
    }
    let length = slot.text.len();
    if slot.cell.struck {
        let struck = read(&slot.text);
        let no = matches!(struck.mark, Mark::Yes) && struck.note(&slot.text).is_empty();
        return Said::new(if no { Mark::No } else { Mark::Word }, length);
    }
    let mut images = slot.cell.images.iter().map(picture::image);
    let picture = images.next().map(|first| {
        if images.all(|other| other == first) {
            first
        } else {
            Mark::Picture
        }
    });
    let written = (!slot.text.is_empty()).then(|| read(&slot.text));
    match (picture, written) {
        (None, None) => Said::new(Mark::Condition, length),
        (Some(mark), None) => Said {
            sign: true,
            ..Said::new(mark, length)
        },
        (None, Some(said)) => said,
        // A picture that says nothing is an ornament of the text.
        (Some(Mark::Picture | Mark::Blank), Some(said)) => said,
        (Some(mark), Some(said)) if said.mark == mark => said,
        // A text that says something else makes neither of them right.
        (Some(Mark::Yes), Some(said)) if matches!(said.mark, Mark::No) => Said::new(Mark::Word, 0),
        (Some(Mark::No), Some(said)) if matches!(said.mark, Mark::Yes) => Said::new(Mark::Word, 0),
        (Some(_), Some(said)) if said.mark == Mark::Condition => said,
        (Some(mark), Some(_)) => beside(mark, &slot.text, 0),
    }
}

/// What the author's words say about `slot`.
fn told(slot: &Slot<'_>, options: &Options) -> Option<Said> {
    if options.yes.is_empty() && options.no.is_empty() {
        return None;
    }
    let lower = lowercase(&slot.text);
    let same = |text: &str, word: &str| !text.is_empty() && lowercase(text) == word;
    let image = |image: &Image, word: &str| {
        let file = image.file();
        let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
        same(image.alt.trim(), word) || same(file, word) || same(stem, word)
    };
    let mut best: Option<(usize, Mark)> = None;
    for (list, mark) in [(&options.yes, Mark::Yes), (&options.no, Mark::No)] {
        for word in list {
            let word = lowercase(word.trim());
            if slot.cell.images.iter().any(|known| image(known, &word)) {
                return Some(Said {
                    told: true,
                    sign: true,
                    ..Said::new(mark, 0)
                });
            }
            let after = lower.strip_prefix(&word);
            let ends = after.is_some_and(|after| {
                !after.starts_with(char::is_alphanumeric)
                    || word.ends_with(|last: char| !last.is_alphanumeric())
            });
            if !word.is_empty() && ends && best.is_none_or(|(length, _)| length < word.len()) {
                best = Some((word.len(), mark));
            }
        }
    }
    let (length, mark) = best?;
    let mut said = beside(mark, &slot.text, length);
    said.told = true;
    Some(said)
}

/// What one sign says.
const fn sign(letter: char) -> Option<Mark> {
    Some(match letter {
        '√' | '✓' | '✔' | '✅' | '☑' | '🗸' | '●' | '•' | '⬤' | '⚫' | '■' | '▪' | '👍' | '🟢'
        | '◎' | '🆗' | '⏺' | '+' | '＋' | '🟩' | '💚' | '◉' => Mark::Yes,
        // The ticks of Wingdings, as word processors write them.
        'ü' | 'þ' | '\u{f0fc}' | '\u{f0fe}' => Mark::Yes,
        '✗' | '✘' | '❌' | '✖' | '✕' | '⛔' | '🚫' | '🔴' | '👎' | '⊘' | '🟥' | '🗙' | '🗴'
        | '🛑' | '⮾' | '🅇' => Mark::No,
        'û' | 'ý' | '\u{f0fb}' | '\u{f0fd}' => Mark::No,
        '-' | '–' | '—' | '−' | '‐' | '‑' | '‒' | '―' | '☐' | '□' | '⬜' | '─' | '－' | '·'
        | '.' | '…' | '∅' | 'ー' | '_' => Mark::Blank,
        'x' | 'X' | '×' | '☒' | '⨯' | '╳' | 'ｘ' | 'Ｘ' | 'х' | 'Х' | '🗷' | '✱' => {
            Mark::Cross
        }
        '○' | '◯' | '◦' | 'o' | 'O' | '⚪' | '❎' | '〇' | 'Ｏ' | 'ｏ' | 'о' | 'О' | '◌' => {
            Mark::Hollow
        }
        '?' | '？' | '⚠' | '🔒' | '🔐' | '🔑' | '△' | '▲' | '◐' | '◑' | '◒' | '◓' | '🟡' | '🟠'
        | '🟨' | '🟧' | '🔶' | '🔸' | '~' | '≈' | '±' | '❓' | '❔' | '❗' | '❕' | '⚡' | '🚧'
        | '⏳' | '▽' | '▼' | '◇' | '◆' | '⛅' | '🔷' | '!' => Mark::Condition,
        _ => return None,
    })
}

/// Whether a text says yes or no, and nothing else.
pub(super) fn is_polar(text: &str) -> bool {
    let said = read(text);
    let polar = matches!(said.mark, Mark::Yes | Mark::No | Mark::Cross | Mark::Hollow);
    polar && said.note(text).is_empty()
}

/// Whether `text` is nothing but signs, and so no name.
pub(super) fn is_sign(text: &str) -> bool {
    let known = |letter: char| {
        !letter.is_alphabetic() && !matches!(letter, '.' | '_' | '!') && sign(letter).is_some()
    };
    !text.is_empty() && text.chars().all(known)
}

/// The mark that a whole text in lower case is.
fn exact(lower: &str) -> Option<(Mark, bool)> {
    let mut letters = lower.chars();
    if let (Some(only), None) = (letters.next(), letters.next())
        && let Some(mark) = sign(only)
    {
        return Some((mark, true));
    }
    let bare = || words().mark(unbracketed(lower)?);
    let idea = words().mark(lower).or_else(bare)?;
    Some((of_idea(idea), false))
}

/// What one pair of brackets or dashes is around, as in `(none)` and `– none –`.
fn unbracketed(text: &str) -> Option<&str> {
    const PAIRS: &[(char, char)] = &[
        ('(', ')'),
        ('[', ']'),
        ('<', '>'),
        ('{', '}'),
        ('（', '）'),
        ('【', '】'),
        ('-', '-'),
        ('–', '–'),
        ('—', '—'),
        ('*', '*'),
        ('`', '`'),
        ('_', '_'),
    ];
    let within = |&(open, close): &(char, char)| text.strip_prefix(open)?.strip_suffix(close);
    PAIRS.iter().find_map(within).map(str::trim)
}

const fn of_idea(idea: Idea) -> Mark {
    match idea {
        Idea::Yes => Mark::Yes,
        Idea::No => Mark::No,
        Idea::None => Mark::Blank,
        _ => Mark::Condition,
    }
}

/// What a text says that is not blank.
fn read(text: &str) -> Said {
    // Most cells are one sign.
    let mut letters = text.chars();
    if let (Some(only), None) = (letters.next(), letters.next())
        && let Some(mark) = sign(only)
    {
        return Said {
            sign: true,
            ..Said::new(mark, text.len())
        };
    }
    let lower = lowercase(text);
    let trimmed = lower.trim_end_matches(['.', '!', '。']);
    // A text of dots or exclamation marks only is still a text.
    let whole = if trimmed.is_empty() { &lower } else { trimmed };
    if let Some((mark, sign)) = exact(whole) {
        return Said {
            sign,
            ..Said::new(mark, text.len())
        };
    }
    if is_number(text) {
        return Said::new(Mark::Number, text.len());
    }
    if words().is(Idea::Same, whole) {
        return Said::new(Mark::Word, 0);
    }
    let Some((mark, length, sign)) = leading(&lower) else {
        return Said::new(inner(whole).unwrap_or(Mark::Word), 0);
    };
    // Only where lower case is as long can a place in it be found in the text itself.
    let length = if lower.len() == text.len() { length } else { 0 };
    let mut said = match mark {
        // A dash is the beginning of many texts.
        Mark::Blank => {
            let rest = text.get(length..).unwrap_or("").trim_start();
            let noted = rest.starts_with(['(', ':', '（', '['])
                || !sign && !rest.starts_with(char::is_alphanumeric);
            Said::new(
                if noted { Mark::No } else { Mark::Word },
                if noted { length } else { 0 },
            )
        }
        _ => beside(mark, text, length),
    };
    said.sign = sign;
    said
}

/// What stands in parentheses alone is a condition if it is a mark.
fn inner(lower: &str) -> Option<Mark> {
    let bare = lower.strip_prefix(['(', '（'])?.strip_suffix([')', '）'])?;
    let mark = exact(bare.trim()).map(|(mark, _)| mark).or_else(|| {
        let (mark, _, _) = leading(bare)?;
        Some(mark)
    })?;
    (mark != Mark::Blank).then_some(Mark::Condition)
}

/// A text without the signs that part it from a mark before, and the brackets around it.
fn bare(text: &str) -> &str {
    let rest = text.trim_start_matches([
        ' ', '\n', ',', ':', ';', '-', '–', '—', '.', '=', '，', '：', '、', '|', '/', '*',
    ]);
    let rest = rest.trim();
    let inner = [('(', ')'), ('（', '）'), ('[', ']')]
        .into_iter()
        .find_map(|(open, close)| rest.strip_prefix(open)?.strip_suffix(close));
    let inner = inner.filter(|inner| !inner.contains(['(', '（', '[']));
    inner.unwrap_or(rest).trim()
}

/// What a text says whose first `length` bytes are `mark`: the rest is a note, or makes a condition of it.
fn beside(mark: Mark, text: &str, length: usize) -> Said {
    let rest = bare(text.get(length..).unwrap_or(""));
    let lower = lowercase(rest);
    let begins = |idea| words().leading(idea, &lower).is_some();
    if rest.is_empty() {
        return Said::new(mark, text.len());
    }
    let condition = match mark {
        Mark::Yes | Mark::Cross | Mark::Hollow => {
            begins(Idea::If) || limits(&lower) || words().ends_unspaced(Idea::If, rest)
        }
        Mark::No => begins(Idea::Unless),
        _ => false,
    };
    if condition {
        return Said::new(Mark::Condition, 0);
    }
    let polar = |other: Mark| matches!(other, Mark::Yes | Mark::No);
    let second = exact(lower.trim_end_matches(['.', '!'])).map(|(second, _)| (second, lower.len()));
    let second = second.or_else(|| leading(&lower).map(|(second, length, _)| (second, length)));
    match second.filter(|&(second, _)| polar(second) && polar(mark)) {
        Some((second, end)) if second == mark => {
            // `✓ Yes (logged)`: the note stands behind both. In `✗ No paper` the word is a part of it.
            let within = text.get(length..).and_then(|after| after.find(rest));
            let start = within.map_or(length, |at| length + at);
            if lower.len() == rest.len() && !is_part(mark, lower.get(end..)) {
                beside(mark, text, start + end)
            } else {
                Said::new(mark, length)
            }
        }
        Some((_, end)) if end == lower.len() => Said::new(Mark::Word, 0),
        Some(_) => Said::new(Mark::Condition, 0),
        None => {
            let word = lowercase(text.get(..length).unwrap_or(""));
            let part = is_part(mark, text.get(length..)) && words().is(Idea::None, &word);
            Said::new(mark, if part { 0 } else { length })
        }
    }
}

/// Whether a no before this text is a part of what it says: `No paper`, `no-op`.
fn is_part(no: Mark, after: Option<&str>) -> bool {
    let after = after.and_then(|after| after.strip_prefix([' ', '-']));
    no == Mark::No && after.is_some_and(|after| after.starts_with(char::is_alphabetic))
}

/// Whether a note in lower case ends in a word such as `only`.
fn limits(lower: &str) -> bool {
    let last = lower.rsplit(' ').next().unwrap_or("");
    lower.contains(' ')
        && words().is(Idea::If, last)
        && words().mark(last) == Some(Idea::Doubt)
        && !words().is(Idea::Unless, last)
}

/// Whether `text` is a number, a price or a share.
pub(super) fn is_number(text: &str) -> bool {
    let part = |letter: char| letter.is_ascii_digit() || ".,:%$€£¥+-−' \u{a0}".contains(letter);
    text.chars().any(|letter| letter.is_ascii_digit()) && text.chars().all(part)
}

/// What stands behind an arrow at the beginning of a text, if one is there.
pub(super) fn behind_arrow(text: &str) -> Option<&str> {
    let rest = text.trim_start();
    let arrows = [
        "→", "⇒", "➜", "➔", "➡", "⟶", "⟹", "↦", "▶", "►", "->", "=>", "-->", "==>", "»", "←",
    ];
    let mut rests = arrows
        .into_iter()
        .filter_map(|arrow| rest.strip_prefix(arrow));
    rests.next().map(str::trim)
}
