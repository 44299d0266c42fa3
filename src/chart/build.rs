//! From a draft to a chart: every check, and every problem, not only the first.

mod counts;
mod outcomes;

use super::{
    Chart, Draft, DraftName, DraftNote, Group, MAX_NAME, MAX_PROBLEMS, Names, Operation,
    OperationId, Permission, Problem, ProblemKind, REFUSAL, Row, RowId, SERVICE, State, StateId,
    StateKind, nearest,
};

impl Chart {
    /// The chart of a draft.
    ///
    /// # Errors
    ///
    /// Every problem of the draft, each with its path in it, in the order of the draft. After
    /// [`MAX_PROBLEMS`] the last says how many more there are. A draft that is too large is not
    /// looked into: its problems are the counts.
    pub fn new(draft: Draft) -> Result<Self, Vec<Problem>> {
        let mut build = Build::new(&draft);
        build.check_counts(&draft);
        if build.count > 0 {
            return build.end();
        }
        build.add_operations(&draft);
        build.add_rows(&draft);
        if let Some(start) = &draft.start {
            build.chart.start = build.state(start, &|| "start".to_owned());
        }
        build.add_outcomes(&draft.outcomes);
        build.add_events(&draft.events);
        build.chart.find_state_kinds();
        build.end()
    }
}

impl Chart {
    /// Keeps a note on a cell of the row whose first cell is `begin`.
    fn add_note(&mut self, begin: usize, note: &DraftNote) {
        let text = note.text.trim();
        let cell = (begin + note.operation) as u32;
        if text.is_empty() {
            return;
        }
        // Rows come in order, so a note moves at most those of its own row.
        match self.notes.binary_search_by_key(&cell, |(cell, _)| *cell) {
            Err(at) => self.notes.insert(at, (cell, text.into())),
            Ok(at) => {
                if let Some((_, known)) = self.notes.get_mut(at) {
                    *known = [&**known, "; ", text].concat().into();
                }
            }
        }
    }
}

/// Makes the path of something in the draft; called only where there is a problem.
type Path<'a> = &'a dyn Fn() -> String;

struct Build {
    chart: Chart,
    problems: Vec<Problem>,
    /// How many problems there are, told or not.
    count: usize,
}

impl Build {
    fn new(draft: &Draft) -> Self {
        let or = |texts: [&str; 2], last: &str| {
            let text = texts.into_iter().find(|text| !text.trim().is_empty());
            text.unwrap_or(last).to_owned()
        };
        Self {
            chart: Chart {
                title: draft.title.clone(),
                service: or([&draft.service, &draft.title], SERVICE),
                refusal: or([&draft.refusal, ""], REFUSAL),
                start: None,
                groups: Vec::new(),
                operations: Vec::new(),
                rows: Vec::new(),
                states: Vec::new(),
                permissions: Vec::new(),
                notes: Vec::new(),
                outcome_at: Vec::new(),
                outcomes: Vec::new(),
                events: Vec::new(),
                states_by_name: Names::new(),
                operations_by_name: Names::new(),
            },
            problems: Vec::new(),
            count: 0,
        }
    }

    fn end(mut self) -> Result<Chart, Vec<Problem>> {
        if self.count == 0 {
            return Ok(self.chart);
        }
        if self.count > self.problems.len() {
            self.problems.push(Problem {
                path: String::new(),
                kind: ProblemKind::More(self.count - self.problems.len()),
            });
        }
        Err(self.problems)
    }

    /// Whether so many problems are told that the others are only counted.
    fn is_full(&self) -> bool {
        self.problems.len() >= MAX_PROBLEMS
    }

    fn problem(&mut self, path: Path<'_>, kind: ProblemKind) {
        self.count += 1;
        if !self.is_full() {
            let path = path();
            self.problems.push(Problem { path, kind });
        }
    }

    fn check_name(&mut self, name: &str, path: Path<'_>) -> bool {
        let length = name.chars().count();
        if name.trim().is_empty() {
            self.problem(path, ProblemKind::EmptyName);
        } else if length > MAX_NAME {
            self.problem(path, ProblemKind::LongName(length));
        } else {
            return true;
        }
        false
    }

    fn check_unique(&mut self, name: &str, is_new: bool, path: Path<'_>) {
        if self.check_name(name, path) && !is_new {
            self.problem(path, ProblemKind::Duplicate(name.to_owned()));
        }
    }

    fn add_operations(&mut self, draft: &Draft) {
        for (g, group) in draft.groups.iter().enumerate() {
            if group.operations.is_empty() {
                self.problem(&|| item("groups", g), ProblemKind::EmptyGroup);
            }
            let mut operations = Vec::with_capacity(group.operations.len());
            for (o, DraftName { name, about }) in group.operations.iter().enumerate() {
                let path = || item(&(item("groups", g) + ".operations"), o);
                let index = self.chart.operations.len();
                operations.push(OperationId(index as u32));
                self.chart.operations.push(Operation {
                    name: name.clone(),
                    about: about.clone(),
                });
                let known = &self.chart.operations;
                let name_at = |index: usize| {
                    known
                        .get(index)
                        .map_or("", |operation| operation.name.as_str())
                };
                let is_new = self.chart.operations_by_name.add(index, &name_at);
                self.check_unique(name, is_new, &path);
            }
            self.chart.groups.push(Group {
                title: group.title.clone(),
                operations,
            });
        }
    }

    fn add_rows(&mut self, draft: &Draft) {
        let width = self.chart.operations.len();
        for (r, row) in draft.rows.iter().enumerate() {
            let path = || item("rows", r);
            if row.states.is_empty() {
                self.problem(&path, ProblemKind::EmptyRow);
            }
            let mut states = Vec::with_capacity(row.states.len());
            for (s, DraftName { name, about }) in row.states.iter().enumerate() {
                let index = self.chart.states.len();
                states.push(StateId(index as u32));
                self.chart.states.push(State {
                    name: name.clone(),
                    about: about.clone(),
                    row: RowId(r as u32),
                    kind: StateKind::Other,
                });
                let known = &self.chart.states;
                let name_at =
                    |index: usize| known.get(index).map_or("", |state| state.name.as_str());
                let is_new = self.chart.states_by_name.add(index, &name_at);
                self.check_unique(name, is_new, &|| item(&(path() + ".states"), s));
            }
            self.chart.rows.push(Row { states });
            if row.permissions.len() > width {
                let kind = ProblemKind::RowTooLong(row.permissions.len(), width);
                self.problem(&path, kind);
            }
            for operation in self.chart.operations() {
                let permission = row.permissions.get(operation.index());
                if let Some(Permission::Conditional(text)) = permission
                    && text.trim().is_empty()
                {
                    let name = self.chart.operation_name(operation).to_owned();
                    self.problem(&path, ProblemKind::EmptyCondition(name));
                }
                let permission = permission.cloned().unwrap_or_default();
                self.chart.permissions.push(permission);
            }
            for (n, note) in row.notes.iter().enumerate() {
                if note.operation < width {
                    self.chart.add_note(r * width, note);
                } else {
                    let kind = ProblemKind::NoteOutside(note.operation, width);
                    self.problem(&|| item(&(path() + ".notes"), n), kind);
                }
            }
        }
        self.chart.outcome_at = vec![0; self.chart.states.len() * width];
    }

    /// The state called `name`, or a problem at `path`.
    fn state(&mut self, name: &str, path: Path<'_>) -> Option<StateId> {
        let found = self.chart.state_named(name);
        if found.is_none() {
            let names = self.chart.states.iter().map(|state| state.name.as_str());
            let near = (!self.is_full()).then(|| nearest(name, names)).flatten();
            let kind = ProblemKind::UnknownState(name.to_owned(), near.map(str::to_owned));
            self.problem(path, kind);
        }
        found
    }

    /// The operation called `name`, or a problem at `path`.
    fn operation(&mut self, name: &str, path: Path<'_>) -> Option<OperationId> {
        let found = self.chart.operation_named(name);
        if found.is_none() {
            let operations = &self.chart.operations;
            let names = operations.iter().map(|operation| operation.name.as_str());
            let near = (!self.is_full()).then(|| nearest(name, names)).flatten();
            let kind = ProblemKind::UnknownOperation(name.to_owned(), near.map(str::to_owned));
            self.problem(path, kind);
        }
        found
    }
}

/// The path of item `index` of a list.
fn item(list: &str, index: usize) -> String {
    [list, "[", &index.to_string(), "]"].concat()
}
