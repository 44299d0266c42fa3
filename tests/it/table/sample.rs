//! Tables as they are published, and what must come out of each.

use serde_json::Value;
use state_chart::chart::{Chart, DraftTargetState, Permission};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// The folder of the pairs.
pub(crate) fn folder() -> PathBuf {
    std::env::var_os("TABLES").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/tables/published"),
        PathBuf::from,
    )
}

/// One page, and what must come out of it.
pub(crate) struct Sample {
    pub(crate) name: String,
    pub(crate) html: String,
    pub(crate) expect: Value,
}

/// All pairs, by name.
pub(crate) fn samples() -> Vec<Sample> {
    let files = std::fs::read_dir(folder()).unwrap();
    let mut paths: Vec<PathBuf> = files.map(|file| file.unwrap().path()).collect();
    paths.retain(|path| {
        path.extension()
            .is_some_and(|extension| extension == "html")
    });
    paths.sort();
    let sample = |path: PathBuf| Sample {
        name: path.file_stem().unwrap().to_string_lossy().into_owned(),
        html: std::fs::read_to_string(&path).unwrap(),
        expect: serde_json::from_str(
            &std::fs::read_to_string(path.with_extension("json")).unwrap(),
        )
        .unwrap(),
    };
    paths.into_iter().map(sample).collect()
}

impl Sample {
    pub(crate) fn is(&self, field: &str) -> bool {
        self.expect[field].as_bool() == Some(true)
    }

    /// What of `chart` is not as it must be.
    pub(crate) fn differences(&self, chart: &Chart) -> Vec<String> {
        let mut found = Vec::new();
        let mut compare = |what: &str, expect: BTreeSet<String>, seen: BTreeSet<String>| {
            let list = |names: &BTreeSet<String>, others: &BTreeSet<String>| {
                let only: Vec<&str> = names.difference(others).map(String::as_str).collect();
                only.join(" | ")
            };
            if expect != seen {
                let (missing, further) = (list(&expect, &seen), list(&seen, &expect));
                found.push(format!("{what}: missing [{missing}], further [{further}]"));
            }
        };
        let seen = Facts::of(chart);
        let names = |field: &str| {
            let names = self.expect[field].as_array().into_iter().flatten();
            names
                .map(|name| name.as_str().unwrap().to_owned())
                .collect()
        };
        compare("states", names("states"), seen.states.clone());
        compare("operations", names("operations"), seen.operations.clone());
        let mut allowed = BTreeSet::new();
        for (state, operations) in self.expect["allowed"].as_object().into_iter().flatten() {
            for operation in operations.as_array().unwrap() {
                allowed.insert(format!("{state}.{}", operation.as_str().unwrap()));
            }
        }
        compare("allowed", allowed, seen.allowed.clone());
        let conditional = cells(&self.expect["conditional"]);
        let keys = |cells: &BTreeMap<String, Value>| cells.keys().cloned().collect();
        compare(
            "conditional",
            keys(&conditional),
            seen.conditional.keys().cloned().collect(),
        );
        let next = cells(&self.expect["next"]);
        let ends = |key: &str, value: &Value| -> String {
            let end = |field: &str| value[field].as_str().unwrap_or("").to_owned();
            format!("{key} > {} / {}", end("success"), end("failure"))
        };
        let next = next.iter().map(|(key, value)| ends(key, value)).collect();
        compare("next", next, seen.next.clone());
        for (key, text) in conditional {
            let known = seen.conditional.get(&key).cloned().unwrap_or_default();
            if !letters(&known).contains(&letters(text.as_str().unwrap_or(""))) {
                found.push(format!("condition of {key}: {text} is not in `{known}`"));
            }
        }
        for (key, text) in cells(&self.expect["notes"]) {
            let known = seen.notes.get(&key).cloned().unwrap_or_default();
            if !letters(&known).contains(&letters(text.as_str().unwrap_or(""))) {
                found.push(format!("note of {key}: {text} is not in `{known}`"));
            }
        }
        found
    }
}

pub(crate) fn letters(text: &str) -> String {
    let kept = text.chars().filter(|letter| letter.is_alphanumeric());
    kept.flat_map(char::to_lowercase).collect()
}

/// The values by state and operation.
fn cells(value: &Value) -> BTreeMap<String, Value> {
    let mut cells = BTreeMap::new();
    for (state, operations) in value.as_object().into_iter().flatten() {
        for (operation, value) in operations.as_object().into_iter().flatten() {
            cells.insert(format!("{state}.{operation}"), value.clone());
        }
    }
    cells
}

/// What a chart says, in a form to compare.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Facts {
    pub(crate) states: BTreeSet<String>,
    pub(crate) operations: BTreeSet<String>,
    pub(crate) allowed: BTreeSet<String>,
    pub(crate) conditional: BTreeMap<String, String>,
    pub(crate) next: BTreeSet<String>,
    pub(crate) notes: BTreeMap<String, String>,
}

impl Facts {
    pub(crate) fn of(chart: &Chart) -> Self {
        let draft = chart.draft();
        let mut facts = Self::default();
        let operations: Vec<String> = (draft.groups.iter())
            .flat_map(|group| &group.operations)
            .map(|name| name.name.clone())
            .collect();
        for row in &draft.rows {
            for state in &row.states {
                let state = &state.name;
                facts.states.insert(state.clone());
                for (permission, operation) in row.permissions.iter().zip(&operations) {
                    let key = format!("{state}.{operation}");
                    match permission {
                        Permission::Allowed => {
                            facts.allowed.insert(key);
                        }
                        Permission::Conditional(text) => {
                            facts.conditional.insert(key, text.to_string());
                        }
                        Permission::Refused => {}
                    }
                }
                for note in &row.notes {
                    let key = format!("{state}.{}", operations[note.operation]);
                    facts.notes.insert(key, note.text.clone());
                }
            }
        }
        for outcome in &draft.outcomes {
            for state in &outcome.from {
                let end = |lead: &Option<state_chart::chart::DraftTarget>| {
                    lead.as_ref()
                        .map_or_else(String::new, |lead| match &lead.state {
                            DraftTargetState::State(name) => name.clone(),
                            DraftTargetState::Same => state.clone(),
                            DraftTargetState::Gone => "(gone)".to_owned(),
                        })
                };
                let (success, failure) = (end(&outcome.success), end(&outcome.failure));
                let key = format!("{state}.{}", outcome.operation);
                facts.next.insert(format!("{key} > {success} / {failure}"));
            }
        }
        facts.operations = operations.into_iter().collect();
        facts
    }
}
