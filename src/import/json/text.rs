//! A JSON text to a tree.
//!
//! The browser has a parser, but each value of its tree costs the wasm a call, and a chart has a
//! thousand of them: reading the text here is faster. This parser does not tell what is wrong with a
//! text; for that, the browser's is asked.

use super::value::{MAX_DEPTH, Value};

/// The value that `text` is; `None` if it is no JSON, or nested deeper than [`MAX_DEPTH`].
#[must_use]
pub fn parse(text: &str) -> Option<Value> {
    let mut text = Text(text);
    let value = text.value(MAX_DEPTH)?;
    text.skip();
    text.0.is_empty().then_some(value)
}

/// What is left of a text.
struct Text<'a>(&'a str);

impl<'a> Text<'a> {
    fn skip(&mut self) {
        self.0 = self.0.trim_start_matches([' ', '\n', '\r', '\t']);
    }

    /// Takes `mark`, if it comes next.
    fn take(&mut self, mark: &str) -> Option<()> {
        self.0 = self.0.strip_prefix(mark)?;
        Some(())
    }

    /// Takes `mark`, after blanks.
    fn next(&mut self, mark: &str) -> Option<()> {
        self.skip();
        self.take(mark)
    }

    fn value(&mut self, levels: usize) -> Option<Value> {
        let below = levels.checked_sub(1)?;
        self.skip();
        Some(match self.0.as_bytes().first()? {
            b'{' => {
                let mut fields = Vec::new();
                self.list("{", "}", &mut |text| {
                    text.skip();
                    let name = text.string()?;
                    text.next(":")?;
                    fields.push((name, text.value(below)?));
                    Some(())
                })?;
                Value::Object(fields)
            }
            b'[' => {
                let mut items = Vec::new();
                self.list("[", "]", &mut |text| {
                    items.push(text.value(below)?);
                    Some(())
                })?;
                Value::List(items)
            }
            b'"' => Value::Text(self.string()?),
            b'n' => {
                self.take("null")?;
                Value::Null
            }
            b't' => {
                self.take("true")?;
                Value::Bool(true)
            }
            b'f' => {
                self.take("false")?;
                Value::Bool(false)
            }
            _ => Value::Number(self.number()?),
        })
    }

    /// What stands between two brackets, separated by commas.
    fn list(
        &mut self,
        open: &str,
        close: &str,
        item: &mut dyn FnMut(&mut Self) -> Option<()>,
    ) -> Option<()> {
        self.take(open)?;
        if self.next(close).is_some() {
            return Some(());
        }
        loop {
            item(self)?;
            if self.next(close).is_some() {
                return Some(());
            }
            self.take(",")?;
        }
    }

    fn string(&mut self) -> Option<String> {
        self.take("\"")?;
        let mut all = String::new();
        loop {
            let end = self.0.find(|next| matches!(next, '"' | '\\' | ..' '))?;
            let (part, rest) = self.0.split_at_checked(end)?;
            all.push_str(part);
            self.0 = rest;
            if self.take("\"").is_some() {
                return Some(all);
            }
            // What else ends a part is a sign that may not stand in a string.
            self.take("\\")?;
            all.push(self.escaped()?);
        }
    }

    /// The letter that stands after a backslash.
    fn escaped(&mut self) -> Option<char> {
        let mut letters = self.0.chars();
        let letter = letters.next()?;
        self.0 = letters.as_str();
        Some(match letter {
            '"' | '\\' | '/' => letter,
            'b' => '\u{8}',
            'f' => '\u{c}',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'u' => {
                let first = self.unit()?;
                let rest = self.0;
                let second = match first {
                    0xd800..0xdc00 if self.take("\\u").is_some() => self.unit()?,
                    _ => 0,
                };
                let pair = match second {
                    0xdc00..0xe000 => 0x10000 + (first - 0xd800) * 0x400 + (second - 0xdc00),
                    _ => {
                        self.0 = rest;
                        first
                    }
                };
                // Half a pair is no letter.
                char::from_u32(pair).unwrap_or(char::REPLACEMENT_CHARACTER)
            }
            _ => return None,
        })
    }

    /// Four hexadecimal digits.
    fn unit(&mut self) -> Option<u32> {
        let (digits, rest) = self.0.split_at_checked(4)?;
        self.0 = rest;
        let mut unit = 0;
        for digit in digits.chars() {
            unit = unit * 16 + digit.to_digit(16)?;
        }
        Some(unit)
    }

    /// The digits that come next, and how many there are.
    fn digits(&mut self, all: &mut f64) -> Option<i32> {
        let mut count = 0_i32;
        while let Some(digit @ b'0'..=b'9') = self.0.as_bytes().first() {
            *all = *all * 10.0 + f64::from(digit - b'0');
            count = count.saturating_add(1);
            self.0 = self.0.get(1..)?;
        }
        (count > 0).then_some(count)
    }

    /// A number: as exact as its digits are as a whole number, which is all that a chart needs.
    fn number(&mut self) -> Option<f64> {
        let sign = if self.take("-").is_some() { -1.0 } else { 1.0 };
        let mut all = 0.0;
        let mut power = 0_i32;
        if self.take("0").is_none() {
            self.digits(&mut all)?;
        }
        if self.take(".").is_some() {
            power = power.saturating_sub(self.digits(&mut all)?);
        }
        if self.take("e").or_else(|| self.take("E")).is_some() {
            let minus = self.take("-").is_some();
            if !minus {
                // It may be left out.
                let _: Option<()> = self.take("+");
            }
            let mut exponent = 0.0;
            self.digits(&mut exponent)?;
            let exponent = exponent.min(1e6) as i32;
            power = power.saturating_add(if minus { -exponent } else { exponent });
        }
        let mut unit = 1.0;
        for _ in 0..power.unsigned_abs().min(700) {
            unit *= 10.0;
        }
        Some(
            sign * if power.is_negative() {
                all / unit
            } else {
                all * unit
            },
        )
    }
}
