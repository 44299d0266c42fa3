//! The words of one language, from the list that the reader itself has.

use super::dice::Dice;
use std::collections::BTreeMap;

/// The words of one block of the list.
#[derive(Clone, Debug)]
pub(super) struct Language {
    pub(super) name: String,
    words: BTreeMap<String, Vec<String>>,
}

impl Language {
    /// All languages; English is the first.
    pub(super) fn all() -> Vec<Self> {
        let text = include_str!("../../../../src/import/table/words.txt");
        let mut languages: Vec<Self> = Vec::new();
        for line in text.lines() {
            if let Some(name) = line.strip_prefix('[') {
                languages.push(Self {
                    name: name.trim_end_matches(']').to_owned(),
                    words: BTreeMap::new(),
                });
            } else if let (Some(language), Some((idea, words))) =
                (languages.last_mut(), line.split_once(" = "))
            {
                let words = words.split(", ").map(str::to_owned);
                language.words.insert(idea.to_owned(), words.collect());
            }
        }
        languages.retain(|language| language.name != "signs");
        languages
    }

    /// A whole word of an idea; where the list has only beginnings, one of these.
    pub(super) fn word(&self, idea: &str, dice: &mut Dice) -> String {
        let words = self.words.get(idea).map_or(&[][..], Vec::as_slice);
        let whole: Vec<&String> = words.iter().filter(|word| !word.contains('*')).collect();
        if whole.is_empty() || idea == "state" && dice.one_in(2) {
            let word = dice.pick(words);
            return word.trim_matches('*').to_owned();
        }
        dice.pick(&whole).clone()
    }

    /// The first word of an idea.
    pub(super) fn first(&self, idea: &str) -> String {
        self.words[idea][0].trim_matches('*').to_owned()
    }

    /// Whether it is written without blanks between words.
    pub(super) fn is_unspaced(&self) -> bool {
        ["ja", "zh"].contains(&self.name.as_str())
    }

    /// Two words side by side.
    pub(super) fn join(&self, first: &str, second: &str) -> String {
        let gap = if self.is_unspaced() { "" } else { " " };
        [first, gap, second].concat()
    }
}
