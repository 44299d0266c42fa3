//! What a picture says, by the text that stands for it or by the name of its file.

use super::super::{Image, text};
use super::{Mark, read};

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
    "cross",
    "x",
    "false",
    "unchecked",
    "uncheck",
    "times",
    "xmark",
    "remove",
    "close",
    "cancel",
    "block",
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
/// Words of a text that stands for a picture that is not there.
const IMAGE_LOST: &[&str] = &[
    "image", "img", "picture", "found", "missing", "broken", "loading",
];

/// What an image says: by its alternative text or, where that says nothing, by its file name.
pub(super) fn image(image: &Image) -> Mark {
    let alt = text::clean(&image.alt);
    let by_alt = (!alt.is_empty()).then(|| read(&alt));
    let by_alt = by_alt.filter(|said| {
        matches!(
            said.mark,
            Mark::Yes | Mark::No | Mark::Condition | Mark::Cross
        ) && !is_lost(&alt)
    });
    let by_alt = by_alt.map(|said| said.mark).or_else(|| by_words(&alt));
    let by_file = by_words(image.file());
    match (by_alt, by_file) {
        (Some(one), None) | (None, Some(one)) => one,
        (Some(alt), Some(file)) if (alt == Mark::Yes) == (file == Mark::Yes) => alt,
        _ => Mark::Picture,
    }
}

fn is_lost(name: &str) -> bool {
    let lost = |word: &String| IMAGE_LOST.contains(&word.as_str());
    text::words(name).iter().any(lost)
}

fn by_words(name: &str) -> Option<Mark> {
    let words = text::words(name);
    let any = |known: &[&str]| words.iter().any(|word| known.contains(&word.as_str()));
    if any(IMAGE_LOST) && any(&["not", "no", "unavailable", "missing", "broken", "found"]) {
        return None;
    }
    let not = any(&["not", "non"]);
    match (any(IMAGE_YES), any(IMAGE_NO), any(IMAGE_BLANK)) {
        (true, false, false) if not => Some(Mark::No),
        (true, false, false) => Some(Mark::Yes),
        (false, true, false) if !not => Some(Mark::No),
        (false, _, true) => Some(Mark::Blank),
        // `not allowed` says no; `yes` beside `no` says nothing.
        (true, true, false) if not => Some(Mark::No),
        _ => None,
    }
}
