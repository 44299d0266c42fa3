//! The mark that a text begins with.

use super::super::words::{Idea, is_unspaced, words};
use super::{Mark, behind_arrow, of_idea, sign};

/// The sign or word of mark that a text in lower case begins with, its length, and whether it is a sign.
pub(super) fn leading(lower: &str) -> Option<(Mark, usize, bool)> {
    let first = lower.chars().next()?;
    let after = lower.get(first.len_utf8()..).unwrap_or("");
    if let Some(mark) = sign(first).filter(|_| !matches!(first, '.' | '_' | '·')) {
        let letter = first.is_alphabetic() && !is_unspaced(first);
        let apart = after.starts_with([' ', '(', '\n', ',', ':', ';']);
        // A letter is a sign only where a note stands beside it in its own brackets, or a condition.
        let condition = after.strip_prefix([',', ';']).map(str::trim_start);
        let beside = after
            .trim_start()
            .starts_with(['(', ':', '-', '–', '—', '['])
            || condition.is_some_and(|text| words().leading(Idea::If, text).is_some());
        let noted = matches!(mark, Mark::Cross | Mark::Hollow) && apart && beside;
        if !letter || noted {
            return Some((mark, first.len_utf8(), true));
        }
    }
    let (idea, length) = words().leading_mark(lower)?;
    let rest = lower.get(length..).unwrap_or("");
    let single = lower
        .chars()
        .nth(1)
        .is_none_or(|second| !second.is_alphanumeric() && !is_unspaced(first));
    let unspaced = rest.chars().next().is_some_and(is_unspaced);
    let bound = !rest
        .trim_start()
        .starts_with(['(', ':', '-', '–', '—', ',', ';', '[']);
    if single && bound || unspaced && !words().has(Idea::If, lower) {
        return None;
    }
    // `si` alone is yes in Spanish; `si inactif` is a condition in French.
    let word = lower.get(..length).unwrap_or("");
    let led = behind_arrow(rest).is_some();
    let mark = if bound && !led && idea == Idea::Yes && words().is(Idea::If, word) {
        Mark::Condition
    } else {
        of_idea(idea)
    };
    Some((mark, length, false))
}
