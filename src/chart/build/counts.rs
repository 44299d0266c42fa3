//! Whether a draft is small enough to be looked into.

use super::super::{Draft, MAX_CELLS, MAX_EVENTS, MAX_OPERATIONS, MAX_STATES, ProblemKind};
use super::Build;

impl Build {
    pub(super) fn check_counts(&mut self, draft: &Draft) {
        let states = draft.rows.iter().map(|row| row.states.len()).sum::<usize>();
        let operations = (draft.groups.iter())
            .map(|group| group.operations.len())
            .sum::<usize>();
        // A row or group with nothing in it is a problem of its own, but takes room all the same.
        let rows = draft.rows.len();
        let cells = states.max(rows).saturating_mul(operations);
        let whole = &String::new;
        if states == 0 {
            self.problem(whole, ProblemKind::NoState);
        }
        if operations == 0 {
            self.problem(whole, ProblemKind::NoOperation);
        }
        for (what, count, limit) in [
            ("states", states, MAX_STATES),
            ("rows", rows, MAX_STATES),
            ("operations", operations, MAX_OPERATIONS),
            ("groups", draft.groups.len(), MAX_OPERATIONS),
            ("cells", cells, MAX_CELLS),
            ("events", draft.events.len(), MAX_EVENTS),
        ] {
            if count > limit {
                self.problem(whole, ProblemKind::TooMany(what, count, limit));
            }
        }
    }
}
