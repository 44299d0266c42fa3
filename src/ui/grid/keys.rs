//! Where a key leads in a grid: plain arithmetic over rows, columns and lines.

/// How many rows Page Up and Page Down go.
pub(super) const PAGE: usize = 5;

/// A button of the grid.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::ui) struct Position {
    /// The row.
    pub(super) row: usize,
    /// The column; 0 is the row's states.
    pub(super) column: usize,
    /// In column 0, which of the row's states; 0 elsewhere.
    pub(super) line: usize,
}

/// The size of the grid.
pub(super) struct Size<'a> {
    /// How many rows.
    pub(super) rows: usize,
    /// How many columns, without the states.
    pub(super) columns: usize,
    /// How many states a row has.
    pub(super) lines: &'a dyn Fn(usize) -> usize,
}

/// Where `key` leads from `at`; `None` where it means nothing. Movement stops at the edges.
pub(super) fn go(at: Position, key: &str, control: bool, size: &Size<'_>) -> Option<Position> {
    let last = Position {
        row: size.rows.checked_sub(1)?,
        column: size.columns,
        line: 0,
    };
    let row = |row: usize| Position { row, line: 0, ..at };
    let column = |column: usize| Position {
        column,
        line: 0,
        ..at
    };
    // The states of a row stand one below the other, so up and down go by state among them.
    let down = || match at.column == 0 && at.line + 1 < (size.lines)(at.row) {
        true => Position {
            line: at.line + 1,
            ..at
        },
        false if at.row == last.row => at,
        false => row(at.row + 1),
    };
    let up = || match (at.column, at.line, at.row) {
        (0, 1.., _) => Position {
            line: at.line - 1,
            ..at
        },
        (_, _, 0) => at,
        (0, ..) => Position {
            row: at.row - 1,
            line: (size.lines)(at.row - 1).saturating_sub(1),
            ..at
        },
        _ => row(at.row - 1),
    };
    let to = match (key, control) {
        ("ArrowRight", false) if at.column < last.column => column(at.column + 1),
        ("ArrowLeft", false) if at.column > 0 => column(at.column - 1),
        ("ArrowRight" | "ArrowLeft", false) => at,
        ("ArrowDown", false) => down(),
        ("ArrowUp", false) => up(),
        ("Home", false) => column(0),
        ("End", false) => column(last.column),
        ("Home", true) => Position::default(),
        ("End", true) => last,
        ("PageDown", false) => row((at.row + PAGE).min(last.row)),
        ("PageUp", false) => row(at.row.saturating_sub(PAGE)),
        _ => return None,
    };
    Some(to)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Three rows, the second with three states, and two columns.
    fn check(at: (usize, usize, usize), keys: &str, expect: (usize, usize, usize)) {
        let size = Size {
            rows: 3,
            columns: 2,
            lines: &|row| if row == 1 { 3 } else { 1 },
        };
        let mut position = Position {
            row: at.0,
            column: at.1,
            line: at.2,
        };
        for key in keys.split(' ') {
            let (key, control) = key
                .strip_prefix("Ctrl+")
                .map_or((key, false), |key| (key, true));
            position = go(position, key, control, &size).unwrap_or(position);
        }
        assert_eq!(
            (position.row, position.column, position.line),
            expect,
            "{at:?} {keys}"
        );
    }

    #[test]
    fn arrows_stop_at_the_edges() {
        check((0, 0, 0), "ArrowLeft ArrowUp", (0, 0, 0));
        check((2, 2, 0), "ArrowRight ArrowDown", (2, 2, 0));
        check((0, 0, 0), "ArrowRight ArrowRight ArrowRight", (0, 2, 0));
    }

    #[test]
    fn up_and_down_visit_each_state_of_a_row() {
        check((0, 0, 0), "ArrowDown ArrowDown", (1, 0, 1));
        check(
            (0, 0, 0),
            "ArrowDown ArrowDown ArrowDown ArrowDown",
            (2, 0, 0),
        );
        check((2, 0, 0), "ArrowUp", (1, 0, 2));
        check((1, 0, 2), "ArrowUp ArrowUp ArrowUp", (0, 0, 0));
    }

    #[test]
    fn up_and_down_visit_each_row_among_cells() {
        check((0, 1, 0), "ArrowDown ArrowDown", (2, 1, 0));
        check((2, 1, 0), "ArrowUp", (1, 1, 0));
    }

    #[test]
    fn a_cell_beside_several_states_leads_to_the_first() {
        check((1, 0, 2), "ArrowRight ArrowLeft", (1, 0, 0));
    }

    #[test]
    fn home_and_end_go_along_the_row_and_with_control_across_the_table() {
        check((1, 1, 0), "Home", (1, 0, 0));
        check((1, 1, 0), "End", (1, 2, 0));
        check((1, 1, 0), "Ctrl+Home", (0, 0, 0));
        check((1, 1, 0), "Ctrl+End", (2, 2, 0));
    }

    #[test]
    fn pages_stop_at_the_edges() {
        check((0, 1, 0), "PageDown", (2, 1, 0));
        check((2, 1, 0), "PageUp", (0, 1, 0));
    }

    #[test]
    fn other_keys_mean_nothing() {
        check((1, 1, 0), "a Ctrl+ArrowDown Tab Enter", (1, 1, 0));
    }
}
