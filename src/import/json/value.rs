//! A JSON document as a tree.

/// The deepest a document may be nested; the format itself needs 6 levels.
pub const MAX_DEPTH: usize = 32;

/// A JSON value. Fields of an object keep their order.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number.
    Number(f64),
    /// A string.
    Text(String),
    /// An array.
    List(Vec<Value>),
    /// An object.
    Object(Vec<(String, Value)>),
}

impl Value {
    /// What stands there, short enough for one line of an error: a list, an object, or the datum in
    /// backticks.
    #[must_use]
    pub fn brief(&self) -> String {
        let number;
        let datum = match self {
            Self::Null => "null",
            Self::Bool(true) => "true",
            Self::Bool(false) => "false",
            Self::Number(value) => match decimal(*value) {
                Some(text) => {
                    number = text;
                    &number
                }
                None => return "another number".to_owned(),
            },
            Self::Text(text) => text,
            Self::List(_) => return "a list".to_owned(),
            Self::Object(_) => return "an object".to_owned(),
        };
        let end = datum.char_indices().nth(40).map(|(end, _)| end);
        match end.and_then(|end| datum.get(..end)) {
            Some(begin) => ["`", begin, "…`"].concat(),
            None => ["`", datum, "`"].concat(),
        }
    }
}

/// A number as one would write it; `None` if it is very large or has more than six decimals. The
/// standard library writes every number, by code that is larger than this whole reader.
pub(super) fn decimal(value: f64) -> Option<String> {
    let mut unit = 1.0;
    for decimals in 0..=6_usize {
        let digits = (value.abs() * unit + 0.5) as u32;
        if f64::from(digits) / unit == value.abs() {
            let sign = if value < 0.0 { "-" } else { "" };
            let digits = digits.to_string();
            let missing = (decimals + 1).saturating_sub(digits.len());
            let digits = ["000000".get(..missing)?, &digits].concat();
            let (whole, part) = digits.split_at_checked(digits.len().checked_sub(decimals)?)?;
            let point = if part.is_empty() { "" } else { "." };
            return Some([sign, whole, point, part].concat());
        }
        unit *= 10.0;
    }
    None
}
