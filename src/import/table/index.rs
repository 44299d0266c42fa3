//! Texts, each once, in the order in which they came: names and where each stands first.

use super::problem::Place;
use std::collections::BTreeMap;

#[derive(Default)]
pub(super) struct Index {
    at: BTreeMap<String, usize>,
    entries: Vec<(String, Place)>,
}

impl Index {
    /// The number of `text`; one that was not there is added.
    pub(super) fn add(&mut self, text: &str, place: Place) -> usize {
        self.add_as(text.to_owned(), text, place)
    }

    /// The number of what is looked up by `key`; `text` is added where there is none.
    pub(super) fn add_as(&mut self, key: String, text: &str, place: Place) -> usize {
        let next = self.entries.len();
        let at = *self.at.entry(key).or_insert(next);
        if at == next {
            self.entries.push((text.to_owned(), place));
        }
        at
    }

    pub(super) fn find(&self, key: &str) -> Option<usize> {
        self.at.get(key).copied()
    }

    /// Where what is looked up by `key` stands first.
    pub(super) fn place(&self, key: &str) -> Option<Place> {
        let (_, place) = self.entries.get(self.find(key)?)?;
        Some(*place)
    }

    pub(super) fn get(&self, number: usize) -> Option<&(String, Place)> {
        self.entries.get(number)
    }

    pub(super) const fn len(&self) -> usize {
        self.entries.len()
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &(String, Place)> {
        self.entries.iter()
    }
}
