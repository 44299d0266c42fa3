//! Tables of a page written down as one text, so that reading them is one call and not one a node. 400 × 50
//! cells are written in 10 ms and read in 30; asked for node by node they took 50 ms in all.
//!
//! A sign says what follows it: [`OPEN`] the name of an element, [`ATTRIBUTE`] one of its attributes as
//! `name=value`, [`TEXT`] a text; and [`CLOSE`] ends the element. Who writes it puts other letters in place of
//! these in what a page says.

/// Before the name of an element, in lower case.
pub const OPEN: char = '\u{1}';
/// Before an attribute of the element that was opened last.
pub const ATTRIBUTE: char = '\u{2}';
/// Before a text.
pub const TEXT: char = '\u{3}';
/// At the end of an element.
pub const CLOSE: char = '\u{4}';

/// The start of an element.
#[derive(Clone, Copy)]
pub(super) struct Tag<'a> {
    pub(super) name: &'a str,
    attributes: &'a str,
}

impl<'a> Tag<'a> {
    /// The value of an attribute.
    pub(super) fn attribute(&self, name: &str) -> Option<&'a str> {
        // Most cells have none.
        if self.attributes.is_empty() {
            return None;
        }
        let mut attributes = self.attributes.split(ATTRIBUTE);
        attributes.find_map(|attribute| attribute.strip_prefix(name)?.strip_prefix('='))
    }

    /// A number in an attribute.
    pub(super) fn number(&self, name: &str) -> Option<u32> {
        self.attribute(name)?.trim().parse().ok()
    }
}

/// What one sign begins.
pub(super) enum Token<'a> {
    Open(Tag<'a>),
    Text(&'a str),
    Close,
}

/// The tokens of an outline, in order. What stands before the first sign is passed over.
pub(super) struct Tokens<'a>(&'a str);

impl<'a> Tokens<'a> {
    pub(super) const fn new(outline: &'a str) -> Self {
        Self(outline)
    }

    /// Passes over what is left of an element, its end included.
    pub(super) fn skip(&mut self) {
        let mut depth = 0_usize;
        for token in self {
            match token {
                Token::Open(_) => depth += 1,
                Token::Text(_) => {}
                Token::Close if depth == 0 => break,
                Token::Close => depth -= 1,
            }
        }
    }

    /// What stands before the next of `signs`, and takes it.
    fn until(&mut self, signs: &[u8]) -> &'a str {
        let end = self.0.bytes().position(|byte| signs.contains(&byte));
        // A sign is one byte, so that no letter is cut.
        let (before, after) = self
            .0
            .split_at_checked(end.unwrap_or(self.0.len()))
            .unwrap_or_default();
        self.0 = after;
        before
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        const SIGNS: [u8; 3] = [OPEN as u8, TEXT as u8, CLOSE as u8];
        self.until(&SIGNS);
        let mut letters = self.0.chars();
        let sign = letters.next()?;
        self.0 = letters.as_str();
        Some(match sign {
            OPEN => {
                let tag = self.until(&SIGNS);
                let (name, attributes) = tag.split_once(ATTRIBUTE).unwrap_or((tag, ""));
                Token::Open(Tag { name, attributes })
            }
            TEXT => Token::Text(self.until(&SIGNS)),
            _ => Token::Close,
        })
    }
}
