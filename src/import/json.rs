//! The documented JSON format, version 1, to a chart.
//!
//! The reader walks a [`Value`], whoever parsed it: [`parse`] in the browser, any serde format in a
//! Rust program. It knows neither, and reports every problem with its path.

mod columns;
#[cfg(feature = "serde")]
mod deserialize;
mod fields;
mod problem;
mod text;
mod value;

pub use problem::{Problem, ProblemKind};
pub use text::parse;
pub use value::{MAX_DEPTH, Value};

use crate::chart::ProblemKind as ChartProblem;
use crate::chart::{
    Chart, Draft, DraftEvent, DraftGroup, DraftName, DraftNote, DraftOrigin, DraftOutcome,
    DraftRow, DraftTarget, DraftTargetState, MAX_CELLS, MAX_OPERATIONS, MAX_STATES, Permission,
    Problems, Source, Via, nearest,
};
use columns::Columns;
use fields::{Fields, Reader};

/// The version of the format that this reader reads.
pub const VERSION: f64 = 1.0;

/// The chart that `value` describes.
///
/// # Errors
///
/// Every problem, each with its path, up to [`MAX_PROBLEMS`](crate::chart::MAX_PROBLEMS); the last
/// then says how many more there are. Names are checked only once the form is right.
pub fn read(value: &Value) -> Result<Chart, Vec<Problem>> {
    let mut reader = Reader::default();
    let draft = reader.draft(value);
    let problems = reader.into_problems();
    if !problems.is_empty() {
        return Err(problems);
    }
    Chart::new(draft).map_err(|problems| problems.into_iter().map(Problem::from).collect())
}

/// The chart in a JSON text.
///
/// ```
/// use state_chart::import::json;
///
/// let text = r#"{"version": 1, "groups": [{"operations": ["Open"]}], "rows": [{"states": ["Shut"]}]}"#;
/// let chart = json::chart(text)?;
/// assert_eq!(chart.states().len(), 1);
///
/// let problems = json::chart(r#"{"version": 1, "grups": []}"#).unwrap_err();
/// assert_eq!(
///     problems.to_string(),
///     "grups: unknown field; did you mean `groups`?\ngroups: missing\nrows: missing"
/// );
/// # Ok::<(), state_chart::chart::Problems<json::Problem>>(())
/// ```
///
/// # Errors
///
/// Every problem of the text, as one error.
pub fn chart(text: &str) -> Result<Chart, Problems<Problem>> {
    let value = parse(text).ok_or_else(|| {
        let kind = ProblemKind::Syntax("expected a JSON text".to_owned());
        let path = String::new();
        Problems(vec![Problem { path, kind }])
    })?;
    read(&value).map_err(Problems)
}

const CHART: &[&str] = &[
    "$schema", "version", "title", "service", "refusal", "start", "groups", "rows", "outcomes",
    "events",
];
const GROUP: &[&str] = &["title", "operations"];
const NAME: &[&str] = &["name", "about"];
const ROW: &[&str] = &["states", "allowed", "conditional", "notes"];
const OUTCOME: &[&str] = &["operation", "from", "via", "success", "failure"];
const VIA: &[&str] = &["name", "source"];
const TARGET: &[&str] = &["state", "same", "gone", "source"];
const EVENT: &[&str] = &["name", "about", "from", "source", "success", "failure"];

/// The fields of each kind of object, under the name that the schema has for the kind. This is
/// what the reader knows; whatever else it finds is an unknown field.
pub const FIELDS: &[(&str, &[&str])] = &[
    ("chart", CHART),
    ("group", GROUP),
    ("name", NAME),
    ("row", ROW),
    ("outcome", OUTCOME),
    ("via", VIA),
    ("target", TARGET),
    ("event", EVENT),
];

impl Reader {
    fn draft(&mut self, value: &Value) -> Draft {
        let Some(fields) = self.object(value, "", CHART) else {
            return Draft::default();
        };
        match fields.get("version") {
            Some(Value::Number(version)) if *version == VERSION => {}
            Some(other) => self.problem("version", ProblemKind::Version(other.brief())),
            None => self.problem("version", ProblemKind::Missing),
        }
        let before = self.count();
        let mut groups = Vec::new();
        self.each(&fields, "groups", true, &mut |reader, value, path| {
            groups.extend(reader.group(value, path));
        });
        let operations = Columns::new(&groups, self.count() == before);
        if !self.check_size(&fields, operations.names.len()) {
            return Draft::default();
        }
        let mut draft = Draft {
            title: self.text(&fields, "title", false),
            service: self.text(&fields, "service", false),
            refusal: self.text(&fields, "refusal", false),
            start: fields
                .get("start")
                .map(|_| self.text(&fields, "start", false)),
            groups,
            ..Draft::default()
        };
        self.each(&fields, "rows", true, &mut |reader, value, path| {
            draft.rows.extend(reader.row(value, path, &operations));
        });
        self.each(&fields, "outcomes", false, &mut |reader, value, path| {
            draft.outcomes.extend(reader.outcome(value, path));
        });
        self.each(&fields, "events", false, &mut |reader, value, path| {
            draft.events.extend(reader.event(value, path));
        });
        draft
    }

    /// Whether the rows may be read: each takes room for as many cells as there are operations.
    fn check_size(&mut self, fields: &Fields<'_>, operations: usize) -> bool {
        let rows = match fields.get("rows") {
            Some(Value::List(rows)) => rows.len(),
            _ => 0,
        };
        let cells = rows.saturating_mul(operations);
        let mut small = true;
        for (path, what, count, limit) in [
            ("groups", "operations", operations, MAX_OPERATIONS),
            ("rows", "rows", rows, MAX_STATES),
            ("rows", "cells", cells, MAX_CELLS),
        ] {
            if count > limit {
                let kind = ChartProblem::TooMany(what, count, limit);
                self.problem(path, ProblemKind::Chart(kind));
                small = false;
            }
        }
        small
    }

    fn group(&mut self, value: &Value, path: &str) -> Option<DraftGroup> {
        let fields = self.object(value, path, GROUP)?;
        Some(DraftGroup {
            title: self.text(&fields, "title", false),
            operations: self.names(&fields, "operations"),
        })
    }

    fn names(&mut self, fields: &Fields<'_>, name: &str) -> Vec<DraftName> {
        let mut names = Vec::new();
        self.each(fields, name, true, &mut |reader, value, path| {
            names.extend(reader.name(value, path));
        });
        names
    }

    fn name(&mut self, value: &Value, path: &str) -> Option<DraftName> {
        if let Value::Text(name) = value {
            return Some(DraftName::new(name.as_str()));
        }
        let fields = self.object(value, path, NAME)?;
        Some(DraftName {
            name: self.text(&fields, "name", true),
            about: self.text(&fields, "about", false),
        })
    }

    fn row(&mut self, value: &Value, path: &str, operations: &Columns) -> Option<DraftRow> {
        let fields = self.object(value, path, ROW)?;
        let states = self.names(&fields, "states");
        let mut permissions = vec![Permission::Refused; operations.names.len()];
        self.each(&fields, "allowed", false, &mut |reader, value, path| {
            if let Some(name) = reader.string(value, path) {
                reader.mark(
                    &mut permissions,
                    operations,
                    &name,
                    Permission::Allowed,
                    path,
                );
            }
        });
        self.texts(&fields, "conditional", &mut |reader, name, text, path| {
            let permission = Permission::Conditional(text.into_boxed_str());
            reader.mark(&mut permissions, operations, name, permission, path);
        });
        let mut notes = Vec::new();
        let mut noted = vec![false; operations.names.len()];
        self.texts(&fields, "notes", &mut |reader, name, text, path| {
            let Some(operation) = reader.column(operations, name, path) else {
                return;
            };
            match noted.get_mut(operation) {
                Some(noted) if !*noted => {
                    *noted = true;
                    notes.push(DraftNote { operation, text });
                }
                _ => reader.duplicate(name, path),
            }
        });
        Some(DraftRow {
            states,
            permissions,
            notes,
        })
    }

    /// The place of the operation `name` in a row, or a problem at `path`.
    fn column(&mut self, operations: &Columns, name: &str, path: &str) -> Option<usize> {
        let place = operations.place(name);
        if place.is_none() && operations.whole {
            let names = operations.names.iter().map(String::as_str);
            let near = (!self.is_full()).then(|| nearest(name, names)).flatten();
            let near = near.map(str::to_owned);
            let kind = ChartProblem::UnknownOperation(name.to_owned(), near);
            self.problem(path, ProblemKind::Chart(kind));
        }
        place
    }

    fn duplicate(&mut self, name: &str, path: &str) {
        let kind = ChartProblem::Duplicate(name.to_owned());
        self.problem(path, ProblemKind::Chart(kind));
    }

    fn mark(
        &mut self,
        permissions: &mut [Permission],
        operations: &Columns,
        name: &str,
        permission: Permission,
        path: &str,
    ) {
        let place = self.column(operations, name, path);
        let Some(cell) = place.and_then(|place| permissions.get_mut(place)) else {
            return;
        };
        if *cell == Permission::Refused {
            *cell = permission;
        } else {
            self.duplicate(name, path);
        }
    }

    fn outcome(&mut self, value: &Value, path: &str) -> Option<DraftOutcome> {
        let fields = self.object(value, path, OUTCOME)?;
        let from = self.strings(&fields, "from");
        if matches!(fields.get("from"), Some(Value::List(list)) if list.is_empty()) {
            self.problem(&fields.path("from"), ProblemKind::Empty);
        }
        let via = fields.get("via").and_then(|value| {
            let fields = self.object(value, &fields.path("via"), VIA)?;
            Some(Via {
                name: self.text(&fields, "name", true),
                source: self.source(&fields),
            })
        });
        Some(DraftOutcome {
            operation: self.text(&fields, "operation", true),
            from,
            via,
            success: self.target(&fields, "success"),
            failure: self.target(&fields, "failure"),
        })
    }

    fn target(&mut self, fields: &Fields<'_>, name: &str) -> Option<DraftTarget> {
        let value = fields.get(name)?;
        let path = fields.path(name);
        let fields = self.object(value, &path, TARGET)?;
        let source = self.source(&fields);
        let yes = |name| matches!(fields.get(name), Some(Value::Bool(true)));
        let state = match (fields.get("state"), yes("same"), yes("gone")) {
            (Some(_), false, false) => DraftTargetState::State(self.text(&fields, "state", true)),
            (None, true, false) => DraftTargetState::Same,
            (None, false, true) => DraftTargetState::Gone,
            _ => {
                self.problem(&path, ProblemKind::Target);
                return None;
            }
        };
        Some(DraftTarget { state, source })
    }

    fn source(&mut self, fields: &Fields<'_>) -> Source {
        let word = self.text(fields, "source", true);
        let sources = [Source::Documented, Source::Inferred];
        let found = sources.into_iter().find(|source| source.word() == word);
        if let (None, Some(value @ Value::Text(_))) = (found, fields.get("source")) {
            let words = "`documented` or `inferred`";
            let kind = ProblemKind::Word(value.brief(), words);
            self.problem(&fields.path("source"), kind);
        }
        found.unwrap_or(Source::Inferred)
    }

    fn event(&mut self, value: &Value, path: &str) -> Option<DraftEvent> {
        let fields = self.object(value, path, EVENT)?;
        let from = match fields.get("from") {
            Some(Value::Text(word)) if word == "no service" => DraftOrigin::NoService,
            Some(Value::Text(word)) if word == "any state" => DraftOrigin::AnyState,
            Some(Value::List(_)) => DraftOrigin::States(self.strings(&fields, "from")),
            Some(other) => {
                let words = "`no service`, `any state` or a list of states";
                self.problem(
                    &fields.path("from"),
                    ProblemKind::Word(other.brief(), words),
                );
                DraftOrigin::AnyState
            }
            None => {
                self.problem(&fields.path("from"), ProblemKind::Missing);
                DraftOrigin::AnyState
            }
        };
        if fields.get("success").is_none() {
            self.problem(&fields.path("success"), ProblemKind::Missing);
        }
        Some(DraftEvent {
            name: self.text(&fields, "name", true),
            about: self.text(&fields, "about", false),
            from,
            source: self.source(&fields),
            success: self.target(&fields, "success")?,
            failure: self.target(&fields, "failure"),
        })
    }
}
