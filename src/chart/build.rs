//! From a draft to a chart: every check, and every problem, not only the first.

use super::{
    Chart, Draft, DraftEvent, DraftFrom, DraftLead, DraftOutcome, DraftTarget, Event, From, Group,
    Lead, MAX_CELLS, MAX_EVENTS, MAX_NAME, MAX_OPERATIONS, MAX_STATES, Operation, OperationId,
    Outcome, Permit, Problem, ProblemKind, REFUSAL, Row, RowId, Source, State, StateId, Target,
    nearest,
};
use std::collections::BTreeSet;

impl Chart {
    /// The chart of a draft.
    ///
    /// # Errors
    ///
    /// Every problem of the draft, each with its place in it, in the order of the draft.
    pub fn new(draft: Draft) -> Result<Self, Vec<Problem>> {
        let mut build = Build::new(&draft);
        build.check_counts(&draft);
        if !build.problems.is_empty() {
            return Err(build.problems);
        }
        build.add_operations(&draft);
        build.add_rows(&draft);
        build.index_names();
        build.set_start(&draft);
        build.add_outcomes(&draft.outcomes);
        build.add_events(&draft.events);
        if build.problems.is_empty() {
            Ok(build.chart)
        } else {
            Err(build.problems)
        }
    }
}

struct Build {
    chart: Chart,
    problems: Vec<Problem>,
}

impl Build {
    fn new(draft: &Draft) -> Self {
        let or = |text: &str, other: &str| if text.is_empty() { other } else { text }.to_owned();
        Self {
            chart: Chart {
                title: draft.title.clone(),
                service: or(&draft.service, &draft.title),
                refusal: or(&draft.refusal, REFUSAL),
                start: None,
                groups: Vec::new(),
                operations: Vec::new(),
                rows: Vec::new(),
                states: Vec::new(),
                permits: Vec::new(),
                outcome_at: Vec::new(),
                outcomes: Vec::new(),
                events: Vec::new(),
                by_name: Vec::new(),
            },
            problems: Vec::new(),
        }
    }

    fn problem(&mut self, path: impl Into<String>, kind: ProblemKind) {
        self.problems.push(Problem {
            path: path.into(),
            kind,
        });
    }

    fn check_counts(&mut self, draft: &Draft) {
        let states = draft.rows.iter().map(|row| row.states.len()).sum::<usize>();
        let operations = draft
            .groups
            .iter()
            .map(|group| group.operations.len())
            .sum::<usize>();
        let cells = states.saturating_mul(operations);
        if states == 0 {
            self.problem("", ProblemKind::NoState);
        }
        if operations == 0 {
            self.problem("", ProblemKind::NoOperation);
        }
        for (what, count, limit) in [
            ("states", states, MAX_STATES),
            ("operations", operations, MAX_OPERATIONS),
            ("cells", cells, MAX_CELLS),
            ("events", draft.events.len(), MAX_EVENTS),
        ] {
            if count > limit {
                self.problem("", ProblemKind::TooMany(what, count, limit));
            }
        }
    }

    fn check_name<'a>(&mut self, path: &str, name: &'a str, seen: &mut BTreeSet<&'a str>) {
        let length = name.chars().count();
        if name.trim().is_empty() {
            self.problem(path, ProblemKind::EmptyName);
        } else if length > MAX_NAME {
            self.problem(path, ProblemKind::LongName(length));
        } else if !seen.insert(name) {
            self.problem(path, ProblemKind::Duplicate(name.to_owned()));
        }
    }

    fn add_operations(&mut self, draft: &Draft) {
        let mut seen = BTreeSet::new();
        for (g, group) in draft.groups.iter().enumerate() {
            let mut operations = Vec::new();
            for (o, operation) in group.operations.iter().enumerate() {
                let path = format!("groups[{g}].operations[{o}]");
                self.check_name(&path, &operation.name, &mut seen);
                operations.push(OperationId(self.chart.operations.len() as u32));
                self.chart.operations.push(Operation {
                    name: operation.name.clone(),
                    about: operation.about.clone(),
                });
            }
            self.chart.groups.push(Group {
                title: group.title.clone(),
                operations,
            });
        }
    }

    fn add_rows(&mut self, draft: &Draft) {
        let mut seen = BTreeSet::new();
        let width = self.chart.operations.len();
        for (r, row) in draft.rows.iter().enumerate() {
            if row.states.is_empty() {
                self.problem(format!("rows[{r}]"), ProblemKind::EmptyRow);
            }
            let mut states = Vec::new();
            for (s, state) in row.states.iter().enumerate() {
                let path = format!("rows[{r}].states[{s}]");
                self.check_name(&path, &state.name, &mut seen);
                states.push(StateId(self.chart.states.len() as u32));
                self.chart.states.push(State {
                    name: state.name.clone(),
                    about: state.about.clone(),
                    row: RowId(r as u32),
                });
            }
            if row.permits.len() > width {
                let kind = ProblemKind::RowTooLong(row.permits.len(), width);
                self.problem(format!("rows[{r}]"), kind);
            }
            self.chart.rows.push(Row { states });
            let blanks =
                std::iter::repeat_n(Permit::Refused, width.saturating_sub(row.permits.len()));
            let cells = row.permits.iter().take(width).cloned().chain(blanks);
            self.chart.permits.extend(cells);
        }
        self.chart.outcome_at = vec![0; self.chart.states.len() * width];
    }

    fn index_names(&mut self) {
        let mut by_name: Vec<_> = self.chart.states().collect();
        by_name.sort_by(|&a, &b| self.chart.state_name(a).cmp(self.chart.state_name(b)));
        self.chart.by_name = by_name;
    }

    fn set_start(&mut self, draft: &Draft) {
        if let Some(start) = &draft.start {
            self.chart.start = self.state(start, "start");
        }
    }

    /// The state called `name`, or a problem at `path`.
    fn state(&mut self, name: &str, path: &str) -> Option<StateId> {
        let found = self.chart.state_named(name);
        if found.is_none() {
            let names = self.chart.states.iter().map(|state| state.name.as_str());
            let near = nearest(name, names).map(str::to_owned);
            self.problem(path, ProblemKind::UnknownState(name.to_owned(), near));
        }
        found
    }

    fn operation(&mut self, name: &str, path: &str) -> Option<OperationId> {
        let found = self.chart.operation_named(name);
        if found.is_none() {
            let names = self
                .chart
                .operations
                .iter()
                .map(|operation| operation.name.as_str());
            let near = nearest(name, names).map(str::to_owned);
            self.problem(path, ProblemKind::UnknownOperation(name.to_owned(), near));
        }
        found
    }

    fn lead(&mut self, lead: &DraftLead, path: &str) -> Option<Lead> {
        let target = match &lead.target {
            DraftTarget::State(name) => Target::State(self.state(name, path)?),
            DraftTarget::Same => Target::Same,
            DraftTarget::Gone => Target::Gone,
        };
        Some(Lead {
            target,
            source: lead.source,
        })
    }

    fn add_outcomes(&mut self, drafts: &[DraftOutcome]) {
        // Outcomes that name their states come first, whatever the order: the others take what is left.
        let (named, rest): (Vec<_>, Vec<_>) = drafts
            .iter()
            .enumerate()
            .partition(|(_, draft)| !draft.from.is_empty());
        for (i, draft) in named.into_iter().chain(rest) {
            self.add_outcome(&format!("outcomes[{i}]"), draft);
        }
    }

    fn add_outcome(&mut self, path: &str, draft: &DraftOutcome) {
        let operation = self.operation(&draft.operation, &format!("{path}.operation"));
        let success = draft
            .success
            .as_ref()
            .map(|lead| self.lead(lead, &format!("{path}.success")));
        let failure = draft
            .failure
            .as_ref()
            .map(|lead| self.lead(lead, &format!("{path}.failure")));
        let from: Vec<_> = (draft.from.iter().enumerate())
            .filter_map(|(f, name)| self.state(name, &format!("{path}.from[{f}]")))
            .collect();
        let Some(operation) = operation else {
            return;
        };
        self.chart.outcomes.push(Outcome {
            via: draft.via.clone(),
            success: success.flatten(),
            failure: failure.flatten(),
        });
        let number = self.chart.outcomes.len() as u32;
        let width = self.chart.operations.len();
        if draft.from.is_empty() {
            for state in self.chart.states() {
                let allowed = *self.chart.permit(state, operation) != Permit::Refused;
                let at = self
                    .chart
                    .outcome_at
                    .get_mut(state.index() * width + operation.index());
                if let Some(at) = at.filter(|at| allowed && **at == 0) {
                    *at = number;
                }
            }
            return;
        }
        for (f, state) in from.into_iter().enumerate() {
            let refused = *self.chart.permit(state, operation) == Permit::Refused;
            let names = || {
                let state = self.chart.state_name(state).to_owned();
                (draft.operation.clone(), state)
            };
            let at = self
                .chart
                .outcome_at
                .get(state.index() * width + operation.index());
            let kind = if refused {
                let (operation, state) = names();
                Some(ProblemKind::OutcomeOfRefused(operation, state))
            } else if at.is_some_and(|at| *at != 0) {
                let (operation, state) = names();
                Some(ProblemKind::SecondOutcome(operation, state))
            } else {
                None
            };
            if let Some(kind) = kind {
                self.problem(format!("{path}.from[{f}]"), kind);
            } else if let Some(at) = self
                .chart
                .outcome_at
                .get_mut(state.index() * width + operation.index())
            {
                *at = number;
            }
        }
    }

    fn add_events(&mut self, drafts: &[DraftEvent]) {
        let mut seen = BTreeSet::new();
        for (e, draft) in drafts.iter().enumerate() {
            let path = format!("events[{e}]");
            self.check_name(&path, &draft.name, &mut seen);
            let from = match &draft.from {
                DraftFrom::NoService => From::NoService,
                DraftFrom::AnyState => From::AnyState,
                DraftFrom::States(names) => From::States(
                    (names.iter().enumerate())
                        .filter_map(|(f, name)| self.state(name, &format!("{path}.from[{f}]")))
                        .collect(),
                ),
            };
            let unknown = Lead {
                target: Target::Same,
                source: Source::Inferred,
            };
            let success = self
                .lead(&draft.success, &format!("{path}.success"))
                .unwrap_or(unknown);
            let failure = (draft.failure.as_ref())
                .and_then(|lead| self.lead(lead, &format!("{path}.failure")));
            self.chart.events.push(Event {
                name: draft.name.clone(),
                about: draft.about.clone(),
                from,
                source: draft.source,
                success,
                failure,
            });
        }
    }
}
