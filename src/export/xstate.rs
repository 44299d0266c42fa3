//! A JavaScript module with a machine for XState 5, flat: one state for each of the chart's, and
//! one for no service.
//!
//! Each operation and event has two XState events: `NAME.success` and `NAME.failure`. A state
//! accepts those of the operations that it allows, so that `snapshot.can({ type: "NAME.success" })`
//! is the chart's answer. Where the chart does not tell where one leads, the transition has no
//! target but the action `untold`, which does nothing until a program provides another. A
//! conditional cell is guarded by `conditionMet`, which says no until a program provides another.
//! Transitional states and sources are meta data of the transitions, and the note of a cell is
//! their description. A refused cell is no transition: its note is meta data of the state.

use super::arrow::{arrows, positions, refused};
use super::tree::Tree;
use super::unique_names::UniqueNames;
use crate::chart::{Chart, StateId};

pub(super) fn write(chart: &Chart) -> String {
    let names = UniqueNames::new(chart, safe);
    let states = positions(chart).into_iter().map(|from| {
        let state = state(chart, &names, from);
        (names.position(from).to_owned(), state)
    });
    let config = Tree::Object(vec![
        (
            "initial".to_owned(),
            Tree::text(names.position(chart.start())),
        ),
        ("states".to_owned(), Tree::Object(states.collect())),
    ]);
    let mut out =
        String::from("import { createMachine } from \"xstate\";\n\nexport const config = ");
    config.write(&mut out, 4, 0);
    out.push_str(END);
    out
}

/// The end of the module: what a program may provide otherwise.
const END: &str = ";

export const machine = createMachine(config, {
  actions: { untold: () => {} },
  guards: { conditionMet: () => false },
});
";

fn state(chart: &Chart, names: &UniqueNames, from: Option<StateId>) -> Tree {
    let mut fields = Vec::new();
    let name = chart.position_name(from);
    if names.position(from) != name {
        fields.push(("description".to_owned(), Tree::text(name)));
    }
    let refused = refused(chart, from).into_iter().map(|(operation, note)| {
        Tree::Object(vec![
            ("operation".to_owned(), Tree::text(operation)),
            ("note".to_owned(), Tree::text(note)),
        ])
    });
    let refused: Vec<_> = refused.collect();
    if !refused.is_empty() {
        let meta = vec![("refused".to_owned(), Tree::List(refused))];
        fields.push(("meta".to_owned(), Tree::Object(meta)));
    }
    let on = arrows(chart, from).into_iter().map(|arrow| {
        let mut fields = Vec::new();
        if let Some(condition) = arrow.condition {
            let guard = named("conditionMet", "text", condition);
            fields.push(("guard".to_owned(), guard));
        }
        match arrow.to {
            Some(to) => fields.push(("target".to_owned(), Tree::text(names.position(to)))),
            None => fields.push(("actions".to_owned(), Tree::text("untold"))),
        }
        if let Some(note) = arrow.note {
            fields.push(("description".to_owned(), Tree::text(note)));
        }
        let mut meta = Vec::new();
        if let Some(source) = arrow.source {
            meta.push(("source".to_owned(), Tree::text(source.word())));
        }
        if let Some(via) = arrow.via {
            meta.push(("via".to_owned(), Tree::text(&via.name)));
        }
        if !meta.is_empty() {
            fields.push(("meta".to_owned(), Tree::Object(meta)));
        }
        let event = names.ended(arrow.cause, arrow.failed);
        (event, Tree::Object(fields))
    });
    let on: Vec<_> = on.collect();
    if !on.is_empty() {
        fields.push(("on".to_owned(), Tree::Object(on)));
    }
    Tree::Object(fields)
}

/// Something with a type and one parameter.
fn named(kind: &str, name: &str, text: &str) -> Tree {
    let params = Tree::Object(vec![(name.to_owned(), Tree::text(text))]);
    Tree::Object(vec![
        ("type".to_owned(), Tree::text(kind)),
        ("params".to_owned(), params),
    ])
}

/// `name` without what XState reads as a path, and never the one name that JavaScript keeps.
fn safe(name: &str) -> String {
    let safe: String = (name.chars())
        .map(|c| {
            if matches!(c, '.' | '#' | '\\') {
                '_'
            } else {
                c
            }
        })
        .collect();
    if safe == "__proto__" {
        return "__proto".to_owned();
    }
    safe
}
