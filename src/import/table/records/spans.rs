//! Code spans in a cell of a list.

use super::super::facts::Item;
use super::super::names::Piece;
use super::super::words::{Idea, words};
use super::{Reader, is_key};
use crate::chart::lowercase;

impl Reader<'_, '_> {
    /// The names that are code spans, each with the note behind it, where no more than a word stands
    /// between them.
    pub(super) fn spans(&self, piece: &Piece, column: usize) -> Option<Vec<Item>> {
        if piece.code || piece.codes.is_empty() || is_key(self.columns, column) {
            return None;
        }
        let mut items: Vec<Item> = Vec::new();
        let mut rest = piece.text.as_str();
        for code in &piece.codes {
            let (before, after) = rest.split_once(code.as_str())?;
            self.note_of(items.last_mut(), before)?;
            items.push(Item::new(code));
            rest = after;
        }
        self.note_of(items.last_mut(), rest)?;
        Some(items)
    }

    /// Takes the text behind a name as its note or condition; `None` if it is neither.
    fn note_of(&self, item: Option<&mut Item>, text: &str) -> Option<()> {
        if text.contains(['→', '>']) {
            return None;
        }
        let known = [Idea::And, Idea::Or].map(|idea| words().in_language(idea, self.language));
        let joining: Vec<&str> = known.into_iter().flatten().chain(["&", "/"]).collect();
        let kept: Vec<&str> = (text.split_whitespace())
            .filter(|word| !joining.contains(&lowercase(word).as_str()))
            .collect();
        let text = kept.join(" ");
        let text = text.trim_matches(['(', ')', ':', '-', '–', '—', ' ']);
        let lower = lowercase(text);
        if text.is_empty() || words().is(Idea::If, &lower) {
            return Some(());
        }
        // A text before the first name belongs to none.
        let item = item?;
        let condition = words().leading(Idea::If, &lower).is_some();
        let place = if condition {
            &mut item.condition
        } else {
            &mut item.note
        };
        place.push_str(text);
        Some(())
    }
}
