//! A piece of markup before it is text or an element.

use crate::export::markup;

/// An element of a picture: its name, its attributes, its text, and what is in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tag {
    /// The name of the element.
    pub name: &'static str,
    /// Its attributes, in order.
    pub attributes: Vec<(&'static str, String)>,
    /// Its text, before what is in it.
    pub text: String,
    /// What is in it.
    pub within: Vec<Tag>,
}

impl Tag {
    /// An element without anything.
    pub(super) const fn new(name: &'static str) -> Self {
        Self {
            name,
            attributes: Vec::new(),
            text: String::new(),
            within: Vec::new(),
        }
    }

    /// Adds an attribute.
    pub(super) fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.attributes.push((name, value.into()));
        self
    }

    /// Adds these attributes.
    pub(super) fn all(mut self, attributes: &[(&'static str, &str)]) -> Self {
        let owned = attributes
            .iter()
            .map(|&(name, value)| (name, value.to_owned()));
        self.attributes.extend(owned);
        self
    }

    /// Adds attributes that are numbers.
    pub(super) fn at(mut self, numbers: &[(&'static str, i32)]) -> Self {
        let written = numbers
            .iter()
            .map(|&(name, value)| (name, value.to_string()));
        self.attributes.extend(written);
        self
    }

    /// Sets the text.
    pub(super) fn saying(mut self, text: &str) -> Self {
        text.clone_into(&mut self.text);
        self
    }

    /// Adds an element within.
    pub(super) fn holding(mut self, tag: Self) -> Self {
        self.within.push(tag);
        self
    }

    /// Writes it as text, a line for each element.
    pub(super) fn write(&self, out: &mut String) {
        out.push('<');
        out.push_str(self.name);
        for (name, value) in &self.attributes {
            markup::attribute(name, value, out);
        }
        out.push('>');
        markup::text(&self.text, out);
        for tag in &self.within {
            out.push('\n');
            tag.write(out);
        }
        out.push_str("</");
        out.push_str(self.name);
        out.push('>');
    }
}
