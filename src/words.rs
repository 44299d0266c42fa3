//! The words of the widget, in English or in another language. This room knows no browser: who speaks
//! another language hands over its texts, and says how it counts and lists.
//!
//! A word is a template, such as `{operation} in {state}`, with numbers for its places. The English ones
//! are constants made of static/words/en.json, so that a program has those that it says; another
//! language is a list in their order.

use crate::chart::{Chart, REFUSAL, SERVICE, Source, StateId};
use std::fmt;
use std::rc::Rc;

/// Each word by its key, with its English text.
pub mod key {
    use super::{Counted, Word};
    include!(concat!(env!("OUT_DIR"), "/words.rs"));
}

/// A word or sentence of the widget.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    /// Its place in the list of every language.
    place: usize,
    english: &'static str,
}

/// A word that has another form for another number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counted {
    one: &'static str,
    other: Word,
}

/// A language that is not English.
pub trait Language {
    /// The form of the word at `place`, with numbers for its places, that goes with `count`; empty where it is not translated.
    fn counted(&self, place: usize, count: usize) -> String;
    /// The `names`, with a NUL between two of them, as a list: all of them, or one of them where it is a choice.
    fn list(&self, names: &str, is_choice: bool) -> String;
    /// A number in its digits.
    fn number(&self, number: usize) -> String;
}

/// A language that is not English, with its texts.
struct Spoken {
    /// Its tag, such as `de`.
    lang: String,
    /// The texts in the order of the places; empty where one is not translated.
    texts: Vec<Box<str>>,
    language: Box<dyn Language>,
}

/// The words of one language; English by default.
#[derive(Clone, Default)]
pub struct Words(Option<Rc<Spoken>>);

impl PartialEq for Words {
    fn eq(&self, other: &Self) -> bool {
        match (&self.0, &other.0) {
            (Some(here), Some(there)) => Rc::ptr_eq(here, there),
            (None, None) => true,
            _ => false,
        }
    }
}

impl Eq for Words {}

impl fmt::Debug for Words {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.lang())
    }
}

impl Words {
    /// English.
    pub const ENGLISH: Self = Self(None);

    /// Another language: its tag and its texts, one a line, in the order of static/words/en.json. A place in
    /// them is its number in the English text, such as `{0}`.
    #[must_use]
    pub fn new(lang: String, texts: &str, language: Box<dyn Language>) -> Self {
        let texts = texts.split('\n').map(Box::from).collect();
        Self(Some(Rc::new(Spoken {
            lang,
            texts,
            language,
        })))
    }

    /// The tag of the language.
    #[must_use]
    pub fn lang(&self) -> &str {
        self.0.as_ref().map_or("en", |spoken| &spoken.lang)
    }

    /// The word in this language; `None` where it is not translated.
    fn own(&self, word: Word) -> Option<&str> {
        let text = self.0.as_ref()?.texts.get(word.place)?;
        (!text.is_empty()).then_some(text)
    }

    /// Whether the word is English in a language that is not.
    #[must_use]
    pub fn lacks(&self, word: Word) -> bool {
        self.0.is_some() && self.own(word).is_none()
    }

    /// A word without places to fill.
    #[must_use]
    pub fn text(&self, word: Word) -> &str {
        self.own(word).unwrap_or(word.english)
    }

    /// A word with its places filled, in the order in which the English text has them.
    #[must_use]
    pub fn fill(&self, word: Word, values: &[&str]) -> String {
        filled(self.text(word), values)
    }

    /// A word piece by piece: texts, and the numbers of places, as [`fill`](Self::fill) counts them.
    pub fn pieces(&self, word: Word, act: &mut dyn FnMut(Piece<'_>)) {
        pieces(self.text(word), act);
    }

    /// The form of a word that goes with `count`.
    #[must_use]
    pub fn count(&self, word: Counted, count: usize, values: &[&str]) -> String {
        let Counted { one, other } = word;
        let own = self.0.as_ref();
        let own = own.map(|spoken| spoken.language.counted(other.place, count));
        match own.filter(|text| !text.is_empty()) {
            Some(text) => filled(&text, values),
            None if count == 1 => filled(one, values),
            None => filled(other.english, values),
        }
    }

    /// A number in the digits of the language.
    #[must_use]
    pub fn number(&self, number: usize) -> String {
        match &self.0 {
            Some(spoken) => spoken.language.number(number),
            None => number.to_string(),
        }
    }

    /// Names as a list: all of them, or one of them where it is a choice.
    #[must_use]
    pub fn list(&self, names: &[&str], is_choice: bool) -> String {
        if let Some(spoken) = &self.0 {
            return spoken.language.list(&names.join("\0"), is_choice);
        }
        let last = if is_choice { " or " } else { " and " };
        let mut text = String::new();
        for (index, name) in names.iter().enumerate() {
            match index {
                0 => {}
                _ if index + 1 == names.len() => text += last,
                _ => text += ", ",
            }
            text += name;
        }
        text
    }

    /// The name of a position.
    #[must_use]
    pub fn position<'a>(&'a self, chart: &'a Chart, at: Option<StateId>) -> &'a str {
        match at {
            Some(state) => chart.state_name(state),
            None => self.text(key::NO_SERVICE),
        }
    }

    /// How something is known.
    #[must_use]
    pub fn source(&self, source: Source) -> &str {
        self.text(match source {
            Source::Documented => key::DOCUMENTED,
            Source::Inferred => key::INFERRED,
        })
    }

    /// The error text of a refusal: the chart's own, or the word for it where it has none.
    #[must_use]
    pub fn refusal<'a>(&'a self, chart: &'a Chart) -> &'a str {
        match chart.refusal() {
            REFUSAL => self.text(key::REFUSAL),
            own => own,
        }
    }

    /// What the service is called: the chart's own name, or the word for it where it has none.
    #[must_use]
    pub fn service<'a>(&'a self, chart: &'a Chart) -> &'a str {
        match chart.service() {
            SERVICE => self.text(key::SERVICE),
            own => own,
        }
    }
}

/// A piece of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// It stands there.
    Text(&'a str),
    /// The value of this number stands there.
    Value(usize),
}

fn pieces(text: &str, act: &mut dyn FnMut(Piece<'_>)) {
    // A place is a digit in braces.
    for (index, piece) in text.split('{').enumerate() {
        match piece.split_at_checked(2) {
            Some((place, rest)) if index > 0 => {
                let place = place.bytes().next().unwrap_or_default();
                act(Piece::Value(usize::from(place.wrapping_sub(b'0'))));
                act(Piece::Text(rest));
            }
            _ => act(Piece::Text(piece)),
        }
    }
}

fn filled(text: &str, values: &[&str]) -> String {
    let mut said = String::new();
    pieces(text, &mut |piece| {
        said += match piece {
            Piece::Text(text) => text,
            Piece::Value(place) => values.get(place).copied().unwrap_or_default(),
        };
    });
    said
}
