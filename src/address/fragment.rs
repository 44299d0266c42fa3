//! The fragment of an address: one entry is ours, whatever else is there stays as it is.
//!
//! A fragment is parts with `&` between them, such as `section-2&chart=Active&page=3`. A part
//! `key=value` is an entry. All other parts, and entries of other keys, are left as they are.

/// Signs that stay as they are in an entry, besides letters and digits.
const PLAIN: &[u8] = b"-_.,:;/?@";

/// The value of the entry `key`, if `fragment` has it.
#[must_use]
pub fn value(fragment: &str, key: &str) -> Option<String> {
    let mut parts = fragment.split('&');
    parts.find_map(|part| own(part, key)).map(decode)
}

/// The `fragment` with `value` in the entry `key`: in its place if it is there, else as the last.
/// With `None` the entry is taken out.
#[must_use]
pub fn with(fragment: &str, key: &str, value: Option<&str>) -> String {
    let entry = value.map(|value| [&encode(key), "=", &encode(value)].concat());
    let mut parts: Vec<&str> = Vec::new();
    let mut at = None;
    if !fragment.is_empty() {
        for part in fragment.split('&') {
            if own(part, key).is_none() {
                parts.push(part);
            } else if at.is_none() {
                at = Some(parts.len());
            }
        }
    }
    if let Some(entry) = &entry {
        parts.insert(at.unwrap_or(parts.len()), entry);
    }
    parts.join("&")
}

/// The value of a part that is the entry `key`, as it is written.
fn own<'a>(part: &'a str, key: &str) -> Option<&'a str> {
    let (name, value) = part.split_once('=')?;
    (decode(name) == key).then_some(value)
}

/// `text` with every sign encoded that a program may take for a part of the address, and with its last sign
/// encoded unless it is a letter or digit: programs that find links in a text leave out a sign at the end.
fn encode(text: &str) -> String {
    const DIGITS: [char; 16] = [
        '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F',
    ];
    let digit = |half: u8| DIGITS.get(usize::from(half)).copied().unwrap_or('0');
    let mut encoded = String::with_capacity(text.len());
    for (index, &byte) in text.as_bytes().iter().enumerate() {
        let last = index + 1 == text.len();
        if byte.is_ascii_alphanumeric() || PLAIN.contains(&byte) && !last {
            encoded.push(char::from(byte));
        } else {
            encoded.extend(['%', digit(byte >> 4), digit(byte & 15)]);
        }
    }
    encoded
}

/// Reads what [`encode`] or anybody else wrote. A `%` that begins no byte stands for itself, and
/// so does all of a text that is not in UTF-8.
fn decode(text: &str) -> String {
    let digit = |byte: Option<&u8>| byte.and_then(|&byte| char::from(byte).to_digit(16));
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        rest = after;
        let code = digit(after.first()).zip(digit(after.get(1)));
        match code.filter(|_| first == b'%') {
            Some((high, low)) => {
                bytes.push((high * 16 + low) as u8);
                rest = after.get(2..).unwrap_or_default();
            }
            None => bytes.push(first),
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}
