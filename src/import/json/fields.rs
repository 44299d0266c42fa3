//! Walking a value: objects, lists and texts, each with its path and its problems.

use super::{Problem, ProblemKind, Value};
use crate::chart::{MAX_PROBLEMS, ProblemKind as ChartProblem, nearest};

/// The path of field `name` of what is at `path`.
pub(super) fn at(path: &str, name: &str) -> String {
    if path.is_empty() {
        name.to_owned()
    } else {
        [path, ".", name].concat()
    }
}

/// The path of item `index` of the list at `path`.
pub(super) fn item(path: &str, index: usize) -> String {
    [path, "[", &index.to_string(), "]"].concat()
}

/// The fields of one object, and where it is.
pub(super) struct Fields<'a> {
    path: String,
    fields: &'a [(String, Value)],
}

impl<'a> Fields<'a> {
    /// The value of `name`; `null` counts as absent. Of several the last counts, as for a browser.
    pub(super) fn get(&self, name: &str) -> Option<&'a Value> {
        let found = self.fields.iter().rfind(|(known, _)| known == name)?;
        (!matches!(found.1, Value::Null)).then_some(&found.1)
    }

    /// The path of field `name`.
    pub(super) fn path(&self, name: &str) -> String {
        at(&self.path, name)
    }
}

/// Reads values and keeps the problems.
#[derive(Default)]
pub(super) struct Reader {
    problems: Vec<Problem>,
    /// How many problems there are beside those.
    more: usize,
}

impl Reader {
    pub(super) fn into_problems(mut self) -> Vec<Problem> {
        if self.more > 0 {
            self.problems.push(Problem {
                path: String::new(),
                kind: ProblemKind::Chart(ChartProblem::More(self.more)),
            });
        }
        self.problems
    }

    /// How many problems there are.
    pub(super) fn count(&self) -> usize {
        self.problems.len() + self.more
    }

    /// Whether so many problems are told that the others are only counted.
    pub(super) fn is_full(&self) -> bool {
        self.problems.len() >= MAX_PROBLEMS
    }

    pub(super) fn problem(&mut self, path: &str, kind: ProblemKind) {
        if self.is_full() {
            self.more += 1;
            return;
        }
        self.problems.push(Problem {
            path: path.to_owned(),
            kind,
        });
    }

    pub(super) fn wrong(&mut self, path: &str, expected: &'static str, found: &Value) {
        self.problem(path, ProblemKind::Type(expected, found.brief()));
    }

    /// The fields of an object; those that are not in `known` are problems.
    pub(super) fn object<'a>(
        &mut self,
        value: &'a Value,
        path: &str,
        known: &[&'static str],
    ) -> Option<Fields<'a>> {
        let Value::Object(fields) = value else {
            self.wrong(path, "an object", value);
            return None;
        };
        for (name, _) in fields {
            if !known.contains(&name.as_str()) {
                let near = (!self.is_full()).then(|| nearest(name, known.iter().copied()));
                let near = near.flatten().map(str::to_owned);
                self.problem(&at(path, name), ProblemKind::UnknownField(near));
            }
        }
        Some(Fields {
            path: path.to_owned(),
            fields,
        })
    }

    /// Reads each item of a list.
    pub(super) fn each(
        &mut self,
        fields: &Fields<'_>,
        name: &str,
        required: bool,
        read: &mut dyn FnMut(&mut Self, &Value, &str),
    ) {
        let path = fields.path(name);
        match fields.get(name) {
            Some(Value::List(items)) => {
                for (index, value) in items.iter().enumerate() {
                    read(self, value, &item(&path, index));
                }
            }
            Some(other) => self.wrong(&path, "a list", other),
            None if required => self.problem(&path, ProblemKind::Missing),
            None => {}
        }
    }

    /// Reads each text of an object of texts, with its name.
    pub(super) fn texts(
        &mut self,
        fields: &Fields<'_>,
        name: &str,
        read: &mut dyn FnMut(&mut Self, &str, String, &str),
    ) {
        let path = fields.path(name);
        match fields.get(name) {
            Some(Value::Object(texts)) => {
                for (name, text) in texts {
                    let path = at(&path, name);
                    if let Some(text) = self.string(text, &path) {
                        read(self, name, text, &path);
                    }
                }
            }
            Some(other) => self.wrong(&path, "an object", other),
            None => {}
        }
    }

    /// A list of texts.
    pub(super) fn strings(&mut self, fields: &Fields<'_>, name: &str) -> Vec<String> {
        let mut list = Vec::new();
        self.each(fields, name, false, &mut |reader, value, path| {
            list.extend(reader.string(value, path));
        });
        list
    }

    /// A text; empty where there is none.
    pub(super) fn text(&mut self, fields: &Fields<'_>, name: &str, required: bool) -> String {
        let path = fields.path(name);
        match fields.get(name) {
            Some(value) => self.string(value, &path).unwrap_or_default(),
            None => {
                if required {
                    self.problem(&path, ProblemKind::Missing);
                }
                String::new()
            }
        }
    }

    pub(super) fn string(&mut self, value: &Value, path: &str) -> Option<String> {
        if let Value::Text(text) = value {
            return Some(text.clone());
        }
        self.wrong(path, "a text", value);
        None
    }
}
