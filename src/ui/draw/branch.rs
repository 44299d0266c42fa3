//! What stands on the page, as it was drawn.

use super::page;
use web_sys::{Element, Node};

/// What stands at a place.
pub(super) enum Part {
    /// Nothing now; what follows is still found in its own place.
    Nothing,
    Text(Node, Words),
    Branch(Box<Branch>),
    /// An element that somebody else has drawn.
    Other(Element),
}

/// An element that was drawn.
pub(super) struct Branch {
    pub(super) element: Element,
    pub(super) tag: &'static str,
    pub(super) key: Box<str>,
    /// What its content was drawn from, where the view says so.
    pub(super) stamp: usize,
    pub(super) attributes: Vec<(&'static str, Option<Words>)>,
    /// A text that is all its content.
    pub(super) words: Option<Words>,
    pub(super) parts: Vec<Part>,
}

/// A text as it was drawn.
pub(super) enum Words {
    Fixed(&'static str),
    Own(Box<str>),
}

impl Words {
    pub(super) fn new(text: &str) -> Self {
        Self::Own(text.into())
    }

    pub(super) fn text(&self) -> &str {
        match self {
            Self::Fixed(text) => text,
            Self::Own(text) => text,
        }
    }
}

impl Part {
    pub(super) fn node(&self) -> Option<&Node> {
        match self {
            Self::Nothing => None,
            Self::Text(node, _) => Some(node),
            Self::Branch(branch) => Some(&branch.element),
            Self::Other(element) => Some(element),
        }
    }
}

impl Branch {
    pub(super) fn new(element: Element, tag: &'static str, key: &str) -> Self {
        Self {
            element,
            tag,
            key: key.into(),
            stamp: 0,
            attributes: Vec::new(),
            words: None,
            parts: Vec::new(),
        }
    }

    /// Takes away what is left of the last drawing after the first `parts` and `attributes`.
    pub(super) fn trim(&mut self, parts: usize, attributes: usize) {
        for part in self.parts.drain(parts.min(self.parts.len())..) {
            if let Some(node) = part.node() {
                page::remove(node);
            }
        }
        for (name, value) in self
            .attributes
            .drain(attributes.min(self.attributes.len())..)
        {
            if value.is_some() {
                page::fix(&self.element, name, None);
            }
        }
    }

    /// Makes a text all its content.
    pub(super) fn fill(&mut self, text: &str) {
        let same = self.words.as_ref().map_or("", Words::text) == text;
        if same && self.parts.is_empty() {
            return;
        }
        self.parts.clear();
        self.element.set_text_content(Some(text));
        self.words = (!text.is_empty()).then(|| Words::new(text));
    }
}
