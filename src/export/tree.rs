//! JSON as a tree, and its text. It knows no chart.

/// A JSON value.
pub(super) enum Tree {
    True,
    Number(u32),
    Text(String),
    List(Vec<Tree>),
    /// Fields in order; nobody gives one name twice.
    Object(Vec<(String, Tree)>),
}

impl Tree {
    pub(super) fn text(text: &str) -> Self {
        Self::Text(text.to_owned())
    }

    /// Writes it. The first `lines` levels have a line for each item, those below are on one line.
    pub(super) fn write(&self, out: &mut String, lines: usize, indent: usize) {
        let (below, deeper) = (lines.saturating_sub(1), indent + 1);
        match self {
            Self::True => out.push_str("true"),
            Self::Number(number) => out.push_str(&number.to_string()),
            Self::Text(text) => quote(text, out),
            Self::List(items) => {
                out.push('[');
                for (index, item) in items.iter().enumerate() {
                    before(out, index, lines, indent);
                    item.write(out, below, deeper);
                }
                after(out, lines, indent);
                out.push(']');
            }
            Self::Object(fields) => {
                out.push('{');
                for (index, (name, value)) in fields.iter().enumerate() {
                    before(out, index, lines, indent);
                    quote(name, out);
                    out.push_str(": ");
                    value.write(out, below, deeper);
                }
                after(out, lines, indent);
                out.push('}');
            }
        }
    }
}

/// What stands before the item at `index`.
fn before(out: &mut String, index: usize, lines: usize, indent: usize) {
    match (index, lines) {
        (0, 0) => {}
        (_, 0) => out.push_str(", "),
        (0, _) => line(out, indent + 1),
        _ => {
            out.push(',');
            line(out, indent + 1);
        }
    }
}

/// What stands after the last item.
fn after(out: &mut String, lines: usize, indent: usize) {
    if lines > 0 {
        line(out, indent);
    }
}

fn line(out: &mut String, indent: usize) {
    out.push('\n');
    out.extend(std::iter::repeat_n("  ", indent));
}

/// Writes `text` as a JSON string that may also stand in a script, of a page or a module.
pub(super) fn quote(text: &str, out: &mut String) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            // `<` would end a script element with `</script>`; the two separators end a line of
            // JavaScript in old readers.
            '<' | '\u{2028}' | '\u{2029}' => escape(c, out),
            c if c.is_control() => escape(c, out),
            c => out.push(c),
        }
    }
    out.push('"');
}

fn escape(c: char, out: &mut String) {
    let code = c as u32;
    out.push_str("\\u");
    for shift in [12, 8, 4, 0] {
        let digit = char::from_digit(code >> shift & 15, 16);
        out.extend(digit);
    }
}
