//! A chart written in Rust as its table is read: the operations, then row by row what is allowed.

use super::{Chart, Draft, DraftGroup, DraftName, DraftRow, Permission};
use super::{Problem, ProblemKind, nearest};
use std::fmt;

/// Every problem of a chart, as one error: a line each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problems<P = Problem>(pub Vec<P>);

impl<P: fmt::Display> fmt::Display for Problems<P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, problem) in self.0.iter().enumerate() {
            if index > 0 {
                f.write_str("\n")?;
            }
            problem.fmt(f)?;
        }
        Ok(())
    }
}

impl<P: fmt::Debug + fmt::Display> std::error::Error for Problems<P> {}

/// A chart that is being written; see [`Chart::builder`].
#[derive(Clone, Debug)]
pub struct Builder {
    draft: Draft,
    /// By row: the names of the operations that are allowed.
    allowed: Vec<Vec<String>>,
}

impl Chart {
    /// A chart called `title`, to be written as its table is read.
    ///
    /// ```
    /// use state_chart::chart::Chart;
    ///
    /// let door = Chart::builder("Door")
    ///     .operations(["Open", "Close"])
    ///     .row("Shut", ["Open"])
    ///     .row("Ajar", ["Open", "Close"])
    ///     .build()?;
    /// assert_eq!(door.states().len(), 2);
    /// # Ok::<(), state_chart::chart::Problems>(())
    /// ```
    #[must_use]
    pub fn builder(title: impl Into<String>) -> Builder {
        Builder {
            draft: Draft {
                title: title.into(),
                ..Draft::default()
            },
            allowed: Vec::new(),
        }
    }
}

fn names(names: impl IntoIterator<Item = impl Into<String>>) -> Vec<String> {
    names.into_iter().map(Into::into).collect()
}

impl Builder {
    /// The operations of a table, in order. Called again, it begins a further table.
    #[must_use]
    pub fn operations(self, operations: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.group("", operations)
    }

    /// The operations of a table with a title of its own.
    #[must_use]
    pub fn group(
        mut self,
        title: impl Into<String>,
        operations: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        let operations = names(operations).into_iter().map(DraftName::new);
        self.draft.groups.push(DraftGroup {
            title: title.into(),
            operations: operations.collect(),
        });
        self
    }

    /// The row of a state, and the operations that are allowed in it.
    #[must_use]
    pub fn row(
        mut self,
        state: impl Into<String>,
        allowed: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.draft.rows.push(DraftRow {
            states: vec![DraftName::new(state)],
            permissions: Vec::new(),
            notes: Vec::new(),
        });
        self.allowed.push(names(allowed));
        self
    }

    /// The state that a service starts in; the first one otherwise.
    #[must_use]
    pub fn start(mut self, state: impl Into<String>) -> Self {
        self.draft.start = Some(state.into());
        self
    }

    /// What one running instance is called; the title otherwise.
    #[must_use]
    pub fn service(mut self, word: impl Into<String>) -> Self {
        self.draft.service = word.into();
        self
    }

    /// The error text of an operation that is not allowed.
    #[must_use]
    pub fn refusal(mut self, text: impl Into<String>) -> Self {
        self.draft.refusal = text.into();
        self
    }

    /// The chart.
    ///
    /// # Errors
    ///
    /// Every problem, each with its place: an operation that no table has, and whatever
    /// [`Chart::new`] finds.
    pub fn build(mut self) -> Result<Chart, Problems> {
        let groups = self.draft.groups.iter();
        let known = groups.flat_map(|group| group.operations.iter());
        let known: Vec<String> = known.map(|operation| operation.name.clone()).collect();
        let mut problems = Vec::new();
        for (index, (row, allowed)) in self.draft.rows.iter_mut().zip(&self.allowed).enumerate() {
            row.permissions = vec![Permission::Refused; known.len()];
            for name in allowed {
                let place = known.iter().position(|known| known == name);
                if let Some(permission) = place.and_then(|place| row.permissions.get_mut(place)) {
                    *permission = Permission::Allowed;
                    continue;
                }
                let near = nearest(name, known.iter().map(String::as_str));
                problems.push(Problem {
                    path: ["rows[", &index.to_string(), "]"].concat(),
                    kind: ProblemKind::UnknownOperation(name.clone(), near.map(str::to_owned)),
                });
            }
        }
        match Chart::new(self.draft) {
            Ok(chart) if problems.is_empty() => Ok(chart),
            Ok(_) => Err(Problems(problems)),
            Err(others) => {
                problems.extend(others);
                Err(Problems(problems))
            }
        }
    }
}
