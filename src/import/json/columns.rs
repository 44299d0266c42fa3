//! Where in a row the cell of each operation stands.

use crate::chart::DraftGroup;
use std::collections::BTreeMap;

/// The operations, each with its place in a row.
pub(super) struct Columns {
    pub(super) at: BTreeMap<String, usize>,
    pub(super) count: usize,
    /// Whether all were read. A name that is missing may else be one that was not.
    pub(super) whole: bool,
}

impl Columns {
    pub(super) fn new(groups: &[DraftGroup], whole: bool) -> Self {
        let names = groups.iter().flat_map(|group| &group.operations);
        let mut at = BTreeMap::new();
        let mut count = 0;
        for operation in names {
            // A second operation of a name is a problem, told when the form is right.
            at.entry(operation.name.clone()).or_insert(count);
            count += 1;
        }
        Self { at, count, whole }
    }
}
