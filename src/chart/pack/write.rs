//! From a chart to its compact form.

use super::Writer;
use crate::chart::{
    Chart, Event, Names, Origin, Permission, Source, StateKind, Target, TargetState, Via,
};

impl Chart {
    pub(super) fn write(&self, writer: &mut Writer) {
        for text in [&self.title, &self.service, &self.refusal] {
            writer.text(text);
        }
        writer.number(self.start.map_or(0, |start| start.index() + 1));
        writer.number(self.groups.len());
        for group in &self.groups {
            writer.text(&group.title);
            writer.number(group.operations.len());
        }
        for operation in &self.operations {
            writer.text(&operation.name);
            writer.text(&operation.about);
        }
        order(writer, &self.operations_by_name);
        writer.number(self.rows.len());
        for row in &self.rows {
            writer.number(row.states.len());
        }
        for state in &self.states {
            writer.text(&state.name);
            writer.text(&state.about);
            writer.number(match state.kind {
                StateKind::Start => 0,
                StateKind::Failed => 1,
                StateKind::Other => 2,
            });
        }
        order(writer, &self.states_by_name);
        for permission in &self.permissions {
            match permission {
                Permission::Refused => writer.number(0),
                Permission::Allowed => writer.number(1),
                Permission::Conditional(text) => {
                    writer.number(2);
                    writer.text(text);
                }
            }
        }
        writer.number(self.notes.len());
        for (cell, text) in &self.notes {
            writer.number(*cell as usize);
            writer.text(text);
        }
        writer.number(self.outcomes.len());
        for outcome in &self.outcomes {
            via(writer, outcome.via.as_ref());
            target(writer, outcome.success);
            target(writer, outcome.failure);
        }
        for &outcome in &self.outcome_at {
            writer.number(outcome as usize);
        }
        writer.number(self.events.len());
        for event in &self.events {
            self::event(writer, event);
        }
    }
}

/// The places of names in the order of the names, so that the reader need not sort them.
fn order(writer: &mut Writer, names: &Names) {
    for place in names.places() {
        writer.number(place);
    }
}

/// 0 is no source.
const fn source(source: Source) -> usize {
    match source {
        Source::Documented => 1,
        Source::Inferred => 2,
    }
}

fn via(writer: &mut Writer, via: Option<&Via>) {
    writer.number(via.map_or(0, |via| source(via.source)));
    if let Some(via) = via {
        writer.text(&via.name);
    }
}

fn target(writer: &mut Writer, target: Option<Target>) {
    let Some(target) = target else {
        return writer.number(0);
    };
    writer.number(source(target.source));
    writer.number(match target.state {
        TargetState::Same => 0,
        TargetState::Gone => 1,
        TargetState::State(state) => state.index() + 2,
    });
}

fn event(writer: &mut Writer, event: &Event) {
    writer.text(&event.name);
    writer.text(&event.about);
    match &event.from {
        Origin::NoService => writer.number(0),
        Origin::AnyState => writer.number(1),
        Origin::States(states) => {
            writer.number(2);
            writer.number(states.len());
            for state in states {
                writer.number(state.index());
            }
        }
    }
    writer.number(source(event.source));
    target(writer, Some(event.success));
    target(writer, event.failure);
}
