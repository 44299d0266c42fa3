//! What the words of tables stand for, in each language that words.txt has.
//!
//! The list is data: this room knows ideas and how a word is found in a text, and no language.

mod idea;

use crate::chart::lowercase;
use idea::{IDEAS, Ideas};
use litemap::LiteMap;
use std::sync::OnceLock;

pub(super) use idea::Idea;

/// One word of the list.
struct Word {
    /// Its block.
    language: usize,
    text: &'static str,
    form: Form,
}

/// How a word is found in a text.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Whole,
    /// As several words in a row, or one with an apostrophe.
    Several,
    Start,
    End,
    /// Anywhere: its script has no blanks between words.
    Part,
}

/// The list.
pub(super) struct Words {
    words: LiteMap<Idea, Vec<Word>>,
    /// What each word that stands for itself is of.
    singles: LiteMap<&'static str, Ideas>,
    /// The words that are found in another way.
    others: Vec<(&'static str, Form, Idea)>,
    /// The words for marks.
    marks: LiteMap<&'static str, Idea>,
}

/// What stands between the words of an entry.
const JOINTS: [char; 2] = [' ', '\''];

/// The list of words.txt, read once.
pub(super) fn words() -> &'static Words {
    static WORDS: OnceLock<Words> = OnceLock::new();
    WORDS.get_or_init(|| Words::parse(include_str!("words.txt")))
}

/// Whether a letter is of a script that is written without blanks between words.
pub(super) fn is_unspaced(letter: char) -> bool {
    matches!(letter, '\u{2e80}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}' | '\u{f900}'..='\u{faff}')
}

/// The words of a text in lower case, split at everything but letters, digits and `#`: `d'arrivée` are two.
fn tokens(lower: &str) -> impl Iterator<Item = &str> {
    lower
        .split(|letter: char| !letter.is_alphanumeric() && letter != '#')
        .filter(|token| !token.is_empty())
}

impl Words {
    fn parse(text: &'static str) -> Self {
        let mut list = Self {
            words: LiteMap::new(),
            singles: LiteMap::new(),
            others: Vec::new(),
            marks: LiteMap::new(),
        };
        let mut language = 0;
        for line in text.lines() {
            if line.starts_with('[') {
                language += 1;
            }
            let Some((idea, entries)) = line.split_once(" = ") else {
                continue;
            };
            let Some(&(_, idea)) = IDEAS.iter().find(|(name, _)| *name == idea) else {
                continue;
            };
            for entry in entries.split(", ") {
                if matches!(idea, Idea::Yes | Idea::No | Idea::None | Idea::Doubt) {
                    list.marks.entry(entry).or_insert(idea);
                }
                let (text, form) = if let Some(start) =
                    entry.strip_suffix('*').filter(|start| !start.is_empty())
                {
                    (start, Form::Start)
                } else if let Some(end) = entry.strip_prefix('*').filter(|end| !end.is_empty()) {
                    (end, Form::End)
                } else if entry.chars().any(is_unspaced) {
                    (entry, Form::Part)
                } else if entry.contains(JOINTS) {
                    (entry, Form::Several)
                } else {
                    (entry, Form::Whole)
                };
                if form == Form::Whole {
                    let ideas = list.singles.entry(text).or_default();
                    *ideas = ideas.with(idea);
                } else {
                    list.others.push((text, form, idea));
                }
                let words = list.words.entry(idea).or_default();
                words.push(Word {
                    language,
                    text,
                    form,
                });
            }
        }
        list
    }

    fn of(&self, idea: Idea) -> &[Word] {
        self.words.get(&idea).map_or(&[], Vec::as_slice)
    }

    /// The mark that a whole text in lower case is.
    pub(super) fn mark(&self, lower: &str) -> Option<Idea> {
        self.marks.get(lower).copied()
    }

    /// The longest mark that a text in lower case begins with, and its length in bytes.
    pub(super) fn leading_mark(&self, lower: &str) -> Option<(Idea, usize)> {
        let mut best = None;
        let mut before = ' ';
        for (at, letter) in lower.char_indices().take(32) {
            let ends =
                !before.is_alphanumeric() || !letter.is_alphanumeric() || is_unspaced(before);
            if ends
                && before != ' '
                && let Some(idea) = lower.get(..at).and_then(|head| self.marks.get(head))
            {
                best = Some((*idea, at));
            }
            before = letter;
        }
        best
    }

    /// Whether a whole text in lower case is a word of `idea`.
    pub(super) fn is(&self, idea: Idea, lower: &str) -> bool {
        self.of(idea).iter().any(|word| word.text == lower)
    }

    /// Whether any word of `idea` stands in a text.
    pub(super) fn has(&self, idea: Idea, text: &str) -> bool {
        let lower = lowercase(text);
        let tokens: Vec<&str> = tokens(&lower).collect();
        self.of(idea).iter().any(|word| match word.form {
            Form::Several => stands_in(&lower, word.text),
            _ => tokens.iter().any(|token| word.is(token)),
        })
    }

    /// All that the words of a text in lower case are of.
    pub(super) fn ideas(&self, lower: &str) -> Ideas {
        let unspaced = lower.chars().any(is_unspaced);
        let several = lower.contains(JOINTS);
        let mut ideas = Ideas::default();
        for token in tokens(lower) {
            ideas = ideas.and(self.singles.get(token).copied().unwrap_or_default());
            for &(text, form, idea) in &self.others {
                let found = match form {
                    Form::Start => token.starts_with(text),
                    Form::End => token.ends_with(text),
                    Form::Whole | Form::Several | Form::Part => false,
                };
                if found {
                    ideas = ideas.with(idea);
                }
            }
        }
        for &(text, form, idea) in &self.others {
            let found = match form {
                Form::Part => unspaced && lower.contains(text),
                Form::Several => several && stands_in(lower, text),
                Form::Whole | Form::Start | Form::End => false,
            };
            if found {
                ideas = ideas.with(idea);
            }
        }
        ideas
    }

    /// Whether every word of a text is of one of `ideas`, and there is one.
    pub(super) fn only(&self, ideas: &[Idea], text: &str) -> bool {
        let lower = lowercase(text);
        let words = || ideas.iter().flat_map(|&idea| self.of(idea));
        let several = words().filter(|word| word.form == Form::Several);
        let rows = several.filter(|word| stands_in(&lower, word.text));
        let in_rows: Vec<&str> = rows.flat_map(|word| tokens(word.text)).collect();
        let known = |token: &str| in_rows.contains(&token) || words().any(|word| word.is(token));
        let mut tokens = tokens(&lower).peekable();
        tokens.peek().is_some() && tokens.all(known)
    }

    /// The longest word of `idea` that a text in lower case begins with: its length in bytes.
    pub(super) fn leading(&self, idea: Idea, lower: &str) -> Option<usize> {
        let begins = |word: &&Word| {
            let rest = lower.strip_prefix(word.text);
            rest.is_some_and(|rest| {
                word.form == Form::Part || !rest.starts_with(char::is_alphanumeric)
            })
        };
        let lengths = self.of(idea).iter().filter(begins);
        lengths.map(|word| word.text.len()).max()
    }

    /// The language that most words of `headers` are of; the first of the list where none is.
    pub(super) fn language<'t>(&self, headers: impl Iterator<Item = &'t str>) -> usize {
        let mut counts: LiteMap<usize, usize> = LiteMap::new();
        for header in headers {
            let lower = lowercase(header);
            let tokens: Vec<&str> = tokens(&lower).collect();
            for words in self.words.values() {
                for word in words.iter().filter(|word| word.text.len() > 1) {
                    if tokens.iter().any(|token| word.is(token)) {
                        *counts.entry(word.language).or_default() += 1;
                    }
                }
            }
        }
        // The first block has signs, which are no words of a text; the second is the first language.
        let mut best = (2, 0);
        for (&language, &count) in &counts {
            if count > best.1 {
                best = (language, count);
            }
        }
        best.0
    }

    /// Whether a text ends in a word of `idea` in a script without blanks: `…場合`.
    pub(super) fn ends_unspaced(&self, idea: Idea, text: &str) -> bool {
        let mut parts = self.of(idea).iter().filter(|word| word.form == Form::Part);
        parts.any(|word| text.ends_with(word.text))
    }

    /// The words of `idea` in all languages.
    pub(super) fn all_of(&self, idea: Idea) -> impl Iterator<Item = &'static str> {
        self.of(idea).iter().map(|word| word.text)
    }

    /// `text` without the word of `idea` that it begins or ends with; `None` if none is there.
    pub(super) fn without<'t>(&self, idea: Idea, text: &'t str) -> Option<&'t str> {
        let apart = |word: &Word, rest: &'t str, end: bool| {
            let blank = match end {
                true => rest.ends_with(' '),
                false => rest.starts_with(' '),
            };
            (blank || word.form == Form::Part).then(|| rest.trim())
        };
        self.of(idea).iter().find_map(|word| {
            let length = word.text.len();
            let head = text.split_at_checked(length);
            let tail = text
                .len()
                .checked_sub(length)
                .and_then(|at| text.split_at_checked(at));
            let is_word = |part: &str| lowercase(part) == word.text;
            let head = head
                .filter(|(head, _)| is_word(head))
                .and_then(|(_, rest)| apart(word, rest, false));
            head.or_else(|| {
                let (rest, _) = tail.filter(|(_, tail)| is_word(tail))?;
                apart(word, rest, true)
            })
        })
    }

    /// The words of `idea` in one language.
    pub(super) fn in_language(
        &self,
        idea: Idea,
        language: usize,
    ) -> impl Iterator<Item = &'static str> {
        let own = move |word: &&Word| word.language == language;
        self.of(idea).iter().filter(own).map(|word| word.text)
    }
}

/// Whether several words stand in a text, one after the other.
fn stands_in(lower: &str, words: &str) -> bool {
    lower.match_indices(words).any(|(at, found)| {
        let before = lower.get(..at).and_then(|text| text.chars().next_back());
        let after = lower.get(at + found.len()..);
        let after = after.and_then(|text| text.chars().next());
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    })
}

impl Word {
    /// Whether one word of a text is this one.
    fn is(&self, token: &str) -> bool {
        match self.form {
            Form::Part => token.contains(self.text),
            Form::Whole | Form::Several => token == self.text,
            Form::Start => token.starts_with(self.text),
            Form::End => token.ends_with(self.text),
        }
    }
}
