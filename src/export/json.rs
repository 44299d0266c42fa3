//! The documented JSON format, version 1. Nothing is lost: the reader makes the same chart of it.

use super::tree::Tree;
use crate::chart::{
    Chart, Draft, DraftEvent, DraftGroup, DraftName, DraftOrigin, DraftOutcome, DraftRow,
    DraftTarget, DraftTargetState, Permission, REFUSAL, Source,
};
use std::collections::BTreeMap;

/// The version of the format that this writer writes.
const VERSION: u32 = 1;

pub(super) fn write(chart: &Chart) -> String {
    let draft = chart.draft();
    let mut fields = vec![("version".to_owned(), Tree::Number(VERSION))];
    text(&mut fields, "title", &draft.title);
    if draft.service != draft.title {
        text(&mut fields, "service", &draft.service);
    }
    if draft.refusal != REFUSAL {
        text(&mut fields, "refusal", &draft.refusal);
    }
    if let Some(start) = &draft.start {
        text(&mut fields, "start", start);
    }
    list(&mut fields, "groups", draft.groups.iter().map(group));
    let names = operations(&draft);
    list(
        &mut fields,
        "rows",
        draft.rows.iter().map(|row| self::row(row, &names)),
    );
    let outcomes = outcomes(chart, &draft);
    if !outcomes.is_empty() {
        list(&mut fields, "outcomes", outcomes.into_iter());
    }
    if !draft.events.is_empty() {
        list(&mut fields, "events", draft.events.iter().map(event));
    }
    let mut out = String::new();
    Tree::Object(fields).write(&mut out, 2, 0);
    out.push('\n');
    out
}

type Fields = Vec<(String, Tree)>;

/// Adds a text, where there is one.
fn text(fields: &mut Fields, name: &str, text: &str) {
    if !text.is_empty() {
        fields.push((name.to_owned(), Tree::text(text)));
    }
}

fn list(fields: &mut Fields, name: &str, items: impl Iterator<Item = Tree>) {
    fields.push((name.to_owned(), Tree::List(items.collect())));
}

/// The names of the operations, in the order of the cells.
fn operations(draft: &Draft) -> Vec<&str> {
    let operations = draft.groups.iter().flat_map(|group| &group.operations);
    operations
        .map(|operation| operation.name.as_str())
        .collect()
}

fn name(name: &DraftName) -> Tree {
    if name.about.is_empty() {
        return Tree::text(&name.name);
    }
    let mut fields = Vec::new();
    text(&mut fields, "name", &name.name);
    text(&mut fields, "about", &name.about);
    Tree::Object(fields)
}

fn group(group: &DraftGroup) -> Tree {
    let mut fields = Vec::new();
    text(&mut fields, "title", &group.title);
    list(&mut fields, "operations", group.operations.iter().map(name));
    Tree::Object(fields)
}

fn row(row: &DraftRow, operations: &[&str]) -> Tree {
    let mut fields = Vec::new();
    list(&mut fields, "states", row.states.iter().map(name));
    let mut allowed = Vec::new();
    let mut conditional = Vec::new();
    for (&operation, permission) in operations.iter().zip(&row.permissions) {
        match permission {
            Permission::Allowed => allowed.push(Tree::text(operation)),
            Permission::Conditional(text) => {
                conditional.push((operation.to_owned(), Tree::text(text)))
            }
            Permission::Refused => {}
        }
    }
    fields.push(("allowed".to_owned(), Tree::List(allowed)));
    if !conditional.is_empty() {
        fields.push(("conditional".to_owned(), Tree::Object(conditional)));
    }
    let notes = row.notes.iter().filter_map(|note| {
        let &operation = operations.get(note.operation)?;
        Some((operation.to_owned(), Tree::text(&note.text)))
    });
    let notes: Fields = notes.collect();
    if !notes.is_empty() {
        fields.push(("notes".to_owned(), Tree::Object(notes)));
    }
    Tree::Object(fields)
}

/// The outcomes, without their states where all that allow the operation have the same.
fn outcomes(chart: &Chart, draft: &Draft) -> Vec<Tree> {
    let mut allowing: BTreeMap<&str, usize> = BTreeMap::new();
    for operation in chart.operations() {
        let states = chart.states();
        let count =
            states.filter(|&state| *chart.permission(state, operation) != Permission::Refused);
        allowing.insert(chart.operation_name(operation), count.count());
    }
    let outcomes = draft.outcomes.iter();
    outcomes
        .map(|outcome| {
            let everywhere = allowing.get(outcome.operation.as_str()) == Some(&outcome.from.len());
            self::outcome(outcome, everywhere)
        })
        .collect()
}

fn outcome(outcome: &DraftOutcome, everywhere: bool) -> Tree {
    let mut fields = Vec::new();
    text(&mut fields, "operation", &outcome.operation);
    if !everywhere {
        list(
            &mut fields,
            "from",
            outcome.from.iter().map(|name| Tree::text(name)),
        );
    }
    if let Some(via) = &outcome.via {
        let mut inner = vec![("name".to_owned(), Tree::text(&via.name))];
        source(&mut inner, via.source);
        fields.push(("via".to_owned(), Tree::Object(inner)));
    }
    target(&mut fields, "success", outcome.success.as_ref());
    target(&mut fields, "failure", outcome.failure.as_ref());
    Tree::Object(fields)
}

fn target(fields: &mut Fields, name: &str, target: Option<&DraftTarget>) {
    let Some(target) = target else {
        return;
    };
    let state = match &target.state {
        DraftTargetState::State(name) => ("state".to_owned(), Tree::text(name)),
        DraftTargetState::Same => ("same".to_owned(), Tree::True),
        DraftTargetState::Gone => ("gone".to_owned(), Tree::True),
    };
    let mut inner = vec![state];
    source(&mut inner, target.source);
    fields.push((name.to_owned(), Tree::Object(inner)));
}

fn source(fields: &mut Fields, source: Source) {
    text(fields, "source", source.word());
}

fn event(event: &DraftEvent) -> Tree {
    let mut fields = Vec::new();
    text(&mut fields, "name", &event.name);
    text(&mut fields, "about", &event.about);
    match &event.from {
        DraftOrigin::NoService => text(&mut fields, "from", "no service"),
        DraftOrigin::AnyState => text(&mut fields, "from", "any state"),
        DraftOrigin::States(states) => {
            list(
                &mut fields,
                "from",
                states.iter().map(|name| Tree::text(name)),
            );
        }
    }
    source(&mut fields, event.source);
    target(&mut fields, "success", Some(&event.success));
    target(&mut fields, "failure", event.failure.as_ref());
    Tree::Object(fields)
}
