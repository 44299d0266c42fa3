//! Capital and small letters, as far as the alphabets of Europe go. The standard library knows every
//! alphabet, by tables that every reader of a page would download: 6 of 116 KB.

/// Capitals, in order: the first and the last of a run, and what to add for the small letter. Where
/// that is 1, capitals and small letters take turns, and a run begins and ends with a capital.
const CAPITALS: [(u16, u16, i16); 27] = [
    (0x41, 0x5a, 32),
    (0xc0, 0xd6, 32),
    (0xd8, 0xde, 32),
    (0x100, 0x12e, 1),
    (0x130, 0x130, -199),
    (0x132, 0x136, 1),
    (0x139, 0x147, 1),
    (0x14a, 0x176, 1),
    (0x178, 0x178, -121),
    (0x179, 0x17d, 1),
    (0x1a0, 0x1a0, 1),
    (0x1af, 0x1af, 1),
    (0x1f8, 0x21e, 1),
    (0x386, 0x386, 38),
    (0x388, 0x38a, 37),
    (0x38c, 0x38c, 64),
    (0x38e, 0x38f, 63),
    (0x391, 0x3a1, 32),
    (0x3a3, 0x3ab, 32),
    (0x400, 0x40f, 80),
    (0x410, 0x42f, 32),
    (0x48a, 0x4be, 1),
    (0x4d0, 0x52e, 1),
    (0x531, 0x556, 48),
    (0x1e00, 0x1e94, 1),
    (0x1ea0, 0x1efe, 1),
    (0xff21, 0xff3a, 32),
];

/// The small letter of a capital; `None` for any other letter.
fn small_of(letter: char) -> Option<char> {
    let code = u16::try_from(u32::from(letter)).ok()?;
    let is_in = |&&(first, last, by): &&(u16, u16, i16)| {
        (first..=last).contains(&code) && (by != 1 || code % 2 == first % 2)
    };
    let (_, _, by) = CAPITALS.iter().find(is_in)?;
    char::from_u32(code.wrapping_add_signed(*by).into())
}

/// Whether a letter is a capital that has a small one.
#[must_use]
pub fn is_capital(letter: char) -> bool {
    small_of(letter).is_some()
}

/// Whether a letter is the small one of a capital.
#[must_use]
pub fn is_small(letter: char) -> bool {
    CAPITALS.iter().any(|&(first, last, by)| {
        let capital = u32::from(letter).wrapping_add_signed(-i32::from(by));
        (u32::from(first)..=u32::from(last)).contains(&capital)
            && (by != 1 || capital % 2 == u32::from(first) % 2)
    })
}

/// A letter in lower case. The sigma at the end of a word is a sigma.
#[must_use]
pub fn lowercase_letter(letter: char) -> char {
    match letter {
        'ς' => 'σ',
        _ => small_of(letter).unwrap_or(letter),
    }
}

/// `text` in lower case, as far as the alphabets of Europe go.
#[must_use]
pub fn lowercase(text: &str) -> String {
    text.chars().map(lowercase_letter).collect()
}
