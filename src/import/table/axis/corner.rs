//! What the corner cell says of the rows and of the columns.

use super::super::role::Kind;

const ACROSS: [char; 6] = ['→', '➡', '▶', '►', '⇒', '➔'];
const DOWN: [char; 5] = ['↓', '⬇', '▼', '⇓', '⤓'];

/// What a corner cell says of the rows and of the columns.
#[derive(Clone, Copy, Debug, Default)]
pub(in super::super) struct Corner {
    pub(in super::super) rows: Option<Kind>,
    pub(in super::super) columns: Option<Kind>,
}

impl Corner {
    pub(in super::super) fn of(text: &str) -> Self {
        let parts = |separators: &[char]| -> Vec<String> {
            let parts = text.split(separators).map(str::trim);
            parts
                .filter(|part| !part.is_empty())
                .map(str::to_owned)
                .collect()
        };
        let mut found = parts(&['/', '\\', '|', '\n', '╲', '⟍', '／', '＼', '⧵', '∖', '↘']);
        if let [] | [_] = found.as_slice() {
            // `Current → Next` and `From - To` part two words as well.
            for separator in [
                " x ", " × ", " vs ", " vs. ", " - ", " – ", " — ", "→", "↓", ">",
            ] {
                let pieces: Vec<String> = text
                    .split(separator)
                    .map(|part| part.trim().to_owned())
                    .filter(|part| !part.is_empty())
                    .collect();
                if pieces.len() == 2 {
                    found = pieces;
                    break;
                }
            }
        }
        let mut found = found.iter();
        match (found.next(), found.next()) {
            (Some(first), Some(second)) => {
                // The rows come first, unless an arrow says otherwise.
                let swapped = first.contains(ACROSS) || second.contains(DOWN);
                let (first, second) = (Kind::of(first), Kind::of(second));
                // The upper of two lines may be meant for the columns, and the lower for the rows.
                let lines = text.contains('\n') && !text.contains(ACROSS) && !text.contains(DOWN);
                if lines && first.is_operations() && second.is_states() {
                    return Self::default();
                }
                let (rows, columns) = if swapped {
                    (second, first)
                } else {
                    (first, second)
                };
                Self {
                    rows: Some(rows),
                    columns: Some(columns),
                }
            }
            (Some(only), None) if only.contains(ACROSS) => Self {
                rows: None,
                columns: Some(Kind::of(only)),
            },
            (Some(only), None) => Self {
                rows: Some(Kind::of(only)),
                columns: None,
            },
            _ => Self::default(),
        }
    }
}
