//! Words of the widget as they stand on the page: with names of the chart in them, and marked as
//! English where nobody translated them.

use crate::words::{Piece, Word, Words};
use yew::prelude::*;

/// A name of the chart among words of the widget: in a direction of its own, and in a language that
/// the widget does not know.
pub(super) fn named(name: &str) -> Html {
    html! { <bdi lang="">{ name.to_owned() }</bdi> }
}

/// A word.
pub(super) fn word(words: &Words, word: Word) -> Html {
    marked(words, word, words.text(word).to_owned().into())
}

/// A word with these values in its places.
pub(super) fn phrase(words: &Words, word: Word, values: &[Html]) -> Html {
    let mut pieces = Vec::new();
    words.pieces(word, &mut |piece| {
        pieces.push(match piece {
            Piece::Text("") => return,
            Piece::Text(text) => Html::from(text.to_owned()),
            Piece::Value(place) => values.get(place).cloned().unwrap_or_default(),
        });
    });
    marked(words, word, pieces.into_iter().collect())
}

fn marked(words: &Words, word: Word, said: Html) -> Html {
    if words.lacks(word) {
        html! { <span lang="en">{ said }</span> }
    } else {
        said
    }
}
