//! Rust text without its comments and literals, as words: enough to see what a file names.

/// The identifiers and signs of `text`; comments and the contents of literals are left out.
pub(super) fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            block(rest)
        } else if let Some(length) = literal(rest) {
            length
        } else if first.is_alphanumeric() || first == '_' {
            let end = rest.find(|c: char| !(c.is_alphanumeric() || c == '_'));
            let length = end.unwrap_or(rest.len());
            words.push(rest[..length].to_owned());
            length
        } else if rest.starts_with("::") {
            words.push("::".to_owned());
            2
        } else {
            if !first.is_whitespace() {
                words.push(first.to_string());
            }
            first.len_utf8()
        };
        rest = &rest[length..];
    }
    words
}

/// The length of the block comment that `rest` begins with; they nest.
fn block(rest: &str) -> usize {
    let mut depth = 0;
    let bytes = rest.as_bytes();
    let mut at = 0;
    while at + 1 < bytes.len() {
        match &bytes[at..at + 2] {
            b"/*" => depth += 1,
            b"*/" => depth -= 1,
            _ => {
                at += 1;
                continue;
            }
        }
        at += 2;
        if depth == 0 {
            return at;
        }
    }
    rest.len()
}

/// The length of the string or character that `rest` begins with, if it does. A lifetime is none.
fn literal(rest: &str) -> Option<usize> {
    let body = rest.trim_start_matches(['b', 'c']);
    let before = rest.len() - body.len();
    if before > 1 {
        return None;
    }
    if let Some(raw) = body.strip_prefix('r') {
        let hashes = raw.len() - raw.trim_start_matches('#').len();
        if raw[hashes..].starts_with('"') {
            let end = format!("\"{}", "#".repeat(hashes));
            let start = before + 1 + hashes + 1;
            let found = rest[start..].find(&end);
            return Some(found.map_or(rest.len(), |at| start + at + end.len()));
        }
    }
    let quote = body
        .chars()
        .next()
        .filter(|quote| matches!(quote, '"' | '\''))?;
    let mut chars = body.char_indices().skip(1);
    let mut inside = 0;
    while let Some((at, c)) = chars.next() {
        if c == quote {
            return (quote == '"' || inside == 1).then_some(before + at + 1);
        }
        if quote == '\'' && inside == 1 {
            return None;
        }
        inside += 1;
        if c == '\\' {
            let escaped = chars.next()?.1;
            if quote == '\'' && matches!(escaped, 'u' | 'x') {
                let end = body[at..].find('\'')?;
                return Some(before + at + end + 1);
            }
        }
    }
    None
}

/// The rooms of the crate that a file names, whether by `crate::` or by enough of `super::`.
/// `depth` is how many `super` lead from the file to the crate.
pub(super) fn rooms(words: &[String], depth: usize) -> Vec<String> {
    let mut rooms = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let begins = at == 0 || words[at - 1] != "::";
        let mut next = at;
        let mut supers = 0;
        if begins && matches!(words[at].as_str(), "crate" | "state_chart") {
            supers = depth;
            next += 2;
        } else if begins && words[at] == "super" {
            while words.get(next).is_some_and(|word| word == "super") {
                supers += 1;
                next += 2;
            }
        }
        let path = next > at && words.get(next - 1).is_some_and(|word| word == "::");
        if path && supers >= depth {
            rooms.extend(heads(&words[next..]));
        }
        at = next.max(at + 1);
    }
    rooms
}

/// The first names of what follows `crate::`: one, or each of a list in braces.
fn heads(words: &[String]) -> Vec<String> {
    if words.first().is_none_or(|word| word != "{") {
        return words.first().cloned().into_iter().collect();
    }
    let mut heads = Vec::new();
    let mut depth = 0;
    for pair in words.windows(2) {
        match pair[0].as_str() {
            "{" => depth += 1,
            "}" => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            break;
        }
        if depth == 1 && matches!(pair[0].as_str(), "{" | ",") && pair[1] != "}" {
            heads.push(pair[1].clone());
        }
    }
    heads
}
