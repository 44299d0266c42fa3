//! The columns that name the rows, and those before them that only number or group the rows.

use super::super::index::TextSet;
use super::super::mark::{self, Mark};
use super::super::role::{Kind, Role};
use super::Headers;

impl Headers<'_> {
    /// Finds the column of the names of the rows, and those that say something about the rows.
    pub(super) fn find_keys(&mut self, top: usize) {
        let width = self.grid.width();
        let mut columns: Vec<usize> = (0..width)
            .filter(|&column| self.role(column) != Some(Role::Ignore))
            .collect();
        // The numbers of the rows come before their names.
        if let (Some(&first), true) = (columns.first(), columns.len() > 2) {
            let kind = self.kind(first);
            let numbered = kind.index || kind.prose && !kind.state || self.head(first).is_empty();
            let numbers = self.down.items.iter().all(|&row| {
                let text = self.grid.label(row, first).trim_end_matches('.');
                mark::is_number(text) || text.is_empty()
            });
            if numbered && numbers && self.role(first).is_none() {
                self.about.push(first);
                columns.remove(0);
            }
        }
        // An author may say which column has the states, wherever it stands.
        if let Some(at) = columns
            .iter()
            .position(|&column| self.role(column) == Some(Role::State))
            && self.role(columns.first().copied().unwrap_or(0)).is_none()
            && columns
                .iter()
                .filter(|&&column| self.role(column) == Some(Role::State))
                .count()
                == 1
            && self.is_wordy(columns.get(at).copied().unwrap_or(0))
        {
            let key = columns.remove(at);
            columns.insert(0, key);
        }
        // A description may stand before what it describes.
        let describes = columns.first().is_some_and(|&first| {
            let kind = self.kind(first);
            kind.prose && !kind.state && !kind.operation && self.role(first).is_none()
        });
        let states: Vec<usize> = (columns.iter().copied())
            .filter(|&column| self.kind(column).is_states() && !self.kind(column).is_about())
            .collect();
        if let (true, &[state]) = (describes, states.as_slice())
            && self.is_wordy(state)
        {
            columns.retain(|&column| column != state);
            columns.insert(0, state);
        }
        let key = columns.first().copied().unwrap_or(0);
        let next = columns.get(1).copied();
        self.down.name = key;
        if let Some(next) = next.filter(|_| columns.len() > 2) {
            if self.has_groups_of_rows(key, next) {
                self.down.upper = Some(key);
                self.down.name = next;
                columns.remove(0);
            } else if self.are_keys(key, next) {
                self.second = Some(next);
                columns.remove(0);
            }
        }
        let corner = self.corner_text(top, self.down.name);
        if !corner.is_empty() {
            self.corner = corner;
        }
        columns.remove(0);
        self.across.items = columns;
    }

    /// Whether the first column groups the rows that the second one names.
    fn has_groups_of_rows(&self, key: usize, next: usize) -> bool {
        let grid = &self.grid;
        let rows = &self.down.items;
        let spans = rows.iter().zip(rows.iter().skip(1)).any(|(&one, &two)| {
            grid.id(one, key).is_some() && grid.id(one, key) == grid.id(two, key)
        });
        let one_head = grid.id(self.across.name, key) == grid.id(self.across.name, next);
        let states = |column| {
            let kind = self.kind(column);
            kind.is_states() || kind.from || self.role(column) == Some(Role::State)
        };
        if !spans || !one_head && (states(key) || self.kind(key).is_operations()) {
            return false;
        }
        let mut names = TextSet::default();
        rows.iter().all(|&row| {
            let name = grid.label(row, next);
            self.said(row, next).mark == Mark::Word
                && grid.id(row, key) != grid.id(row, next)
                && names.insert(name.to_owned())
                || grid.id(row, key).is_some() && grid.id(row, key) == grid.id(row, next)
        })
    }

    /// Whether two columns name the rows together.
    fn are_keys(&self, key: usize, next: usize) -> bool {
        let told = |column| self.role(column) == Some(Role::State);
        let states = |column| {
            let kind = self.kind(column);
            kind.is_states() && !kind.is_about() && !kind.to && !kind.allowed && !kind.forbidden
        };
        if told(next) && (told(key) || states(key)) {
            return true;
        }
        let wordy = |column| self.is_wordy(column);
        states(key) && states(next) && wordy(key) && wordy(next)
    }

    /// Whether every cell of a column has a text that is no sign.
    fn is_wordy(&self, column: usize) -> bool {
        self.down.items.iter().all(|&row| {
            let said = self.said(row, column);
            !said.sign && !self.grid.is_blank(row, column)
        })
    }

    /// What stands above the names of the rows. Of two cells one above the other, the lower is beside the names
    /// of the columns and says what the rows are; the upper may say what the columns are.
    fn corner_text(&self, top: usize, column: usize) -> String {
        let mut last = None;
        let mut texts = Vec::new();
        for row in 0..top {
            let id = self.grid.id(row, column);
            let label = self.grid.label(row, column);
            if id != last && !label.is_empty() {
                texts.push(label);
            }
            last = id;
        }
        let (upper, lower) = match *texts.as_slice() {
            [] => return String::new(),
            [only] => return only.to_owned(),
            [upper, .., lower] => (upper, lower),
        };
        let [above, below] = [upper, lower].map(Kind::of);
        let columns = |of: Kind, rows: Kind| {
            of.is_operations() && !rows.is_operations() || of.to && rows.from
        };
        match (above.is_side(), below.is_side()) {
            (true, false) => upper.to_owned(),
            (true, true) if columns(above, below) => [lower, " \\ ", upper].concat(),
            // `State` above `Operation` may be meant either way round.
            (true, true) if columns(below, above) => String::new(),
            _ => lower.to_owned(),
        }
    }
}
