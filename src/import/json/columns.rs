//! Where in a row the cell of each operation stands.

use crate::chart::{DraftGroup, Names};

/// The operations, each with its place in a row.
pub(super) struct Columns {
    pub(super) names: Vec<String>,
    known: Names,
    /// Whether every operation could be read. If not, a name that is not here may be one of the others, and
    /// is no problem.
    pub(super) whole: bool,
}

impl Columns {
    pub(super) fn new(groups: &[DraftGroup], whole: bool) -> Self {
        let mut columns = Self {
            names: Vec::new(),
            known: Names::new(),
            whole,
        };
        for operation in groups.iter().flat_map(|group| &group.operations) {
            let place = columns.names.len();
            columns.names.push(operation.name.clone());
            let names = &columns.names;
            // A second operation of a name is a problem, told when the form is right.
            columns.known.add(place, &|place| name_at(names, place));
        }
        columns
    }

    /// The place of the operation `name`.
    pub(super) fn place(&self, name: &str) -> Option<usize> {
        self.known.place(name, &|place| name_at(&self.names, place))
    }
}

fn name_at(names: &[String], place: usize) -> &str {
    names.get(place).map_or("", String::as_str)
}
