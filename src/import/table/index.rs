//! Texts, each once: as a set, or in the order in which they came, as names and where each stands first.

use super::problem::Place;
use std::collections::BTreeMap;

/// A set of texts. It is the same map as that of an index, for each further kind of map is one more in
/// the program that every reader downloads.
#[derive(Default)]
pub(super) struct TextSet(BTreeMap<String, usize>);

impl TextSet {
    /// Whether `text` was not in it.
    pub(super) fn insert(&mut self, text: String) -> bool {
        self.0.insert(text, 0).is_none()
    }

    pub(super) fn contains(&self, text: &str) -> bool {
        self.0.contains_key(text)
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// How many texts are in both.
    pub(super) fn shared(&self, other: &Self) -> usize {
        other.0.keys().filter(|text| self.contains(text)).count()
    }
}

impl Extend<String> for TextSet {
    fn extend<T: IntoIterator<Item = String>>(&mut self, texts: T) {
        for text in texts {
            self.insert(text);
        }
    }
}

impl FromIterator<String> for TextSet {
    fn from_iter<T: IntoIterator<Item = String>>(texts: T) -> Self {
        let mut set = Self::default();
        set.extend(texts);
        set
    }
}

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
