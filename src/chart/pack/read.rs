//! From the compact form to a chart, with every rule that a chart keeps.

use super::Reader;
use crate::chart::{
    Chart, Event, Group, MAX_NAME, Names, Operation, OperationId, Origin, Outcome, Permission, Row,
    RowId, Source, State, StateId, StateKind, Target, TargetState, Via,
};

impl Chart {
    pub(super) fn read(reader: &mut Reader<'_>) -> Option<Self> {
        let title = reader.text()?.to_owned();
        let (service, refusal) = (words(reader)?, words(reader)?);
        let start = reader.number()?.checked_sub(1);
        let mut chart = Self {
            title,
            service,
            refusal,
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
        };
        chart.read_operations(reader)?;
        chart.read_states(reader)?;
        if let Some(start) = start {
            chart.start = Some(chart.state_at(start)?);
        }
        chart.read_cells(reader)?;
        for _ in 0..reader.count()? {
            let event = chart.read_event(reader)?;
            chart.events.push(event);
        }
        Some(chart)
    }

    fn read_operations(&mut self, reader: &mut Reader<'_>) -> Option<()> {
        let mut count = 0;
        for _ in 0..reader.count()? {
            let title = reader.text()?.to_owned();
            let first = count;
            count = reader.count_after(first).filter(|&count| count > first)?;
            let operations = (first..count).map(|index| OperationId(index as u32));
            self.groups.push(Group {
                title,
                operations: operations.collect(),
            });
        }
        for _ in 0..count {
            self.operations.push(Operation {
                name: name(reader)?,
                about: reader.text()?.to_owned(),
            });
        }
        let operations = &self.operations;
        let name_at = |place: usize| Some(operations.get(place)?.name.as_str());
        self.operations_by_name = order(reader, count, &name_at)?;
        (count > 0).then_some(())
    }

    fn read_states(&mut self, reader: &mut Reader<'_>) -> Option<()> {
        let mut rows = Vec::new();
        let mut count = 0;
        for row in 0..reader.count()? {
            let first = count;
            count = reader.count_after(first).filter(|&count| count > first)?;
            let states = (first..count).map(|index| StateId(index as u32)).collect();
            self.rows.push(Row { states });
            rows.resize(count, RowId(row as u32));
        }
        for row in rows {
            self.states.push(State {
                name: name(reader)?,
                about: reader.text()?.to_owned(),
                row,
                kind: match reader.number()? {
                    0 => StateKind::Start,
                    1 => StateKind::Failed,
                    2 => StateKind::Other,
                    _ => return None,
                },
            });
        }
        let states = &self.states;
        let name_at = |place: usize| Some(states.get(place)?.name.as_str());
        self.states_by_name = order(reader, count, &name_at)?;
        (count > 0).then_some(())
    }

    fn read_cells(&mut self, reader: &mut Reader<'_>) -> Option<()> {
        let width = self.operations.len();
        for _ in 0..self.rows.len().checked_mul(width)? {
            self.permissions.push(match reader.number()? {
                0 => Permission::Refused,
                1 => Permission::Allowed,
                2 => Permission::Conditional(words(reader)?.into()),
                _ => return None,
            });
        }
        for _ in 0..reader.count()? {
            let cell = reader
                .number()
                .filter(|&cell| cell < self.permissions.len())? as u32;
            let last = self.notes.last();
            if last.is_some_and(|&(last, _)| last >= cell) {
                return None;
            }
            let text = words(reader).filter(|text| text.trim() == text)?;
            self.notes.push((cell, text.into()));
        }
        for _ in 0..reader.count()? {
            let outcome = Outcome {
                via: via(reader)?,
                success: self.read_target(reader)?,
                failure: self.read_target(reader)?,
            };
            self.outcomes.push(outcome);
        }
        for state in self.states() {
            for operation in self.operations() {
                let number = reader.number()?;
                let refused = *self.permission(state, operation) == Permission::Refused;
                if let Some(place) = number.checked_sub(1) {
                    // An outcome stands where something is allowed, and tells something.
                    let told = self.outcomes.get(place).filter(|_| !refused);
                    told.filter(|told| **told != Outcome::default())?;
                }
                self.outcome_at.push(number as u32);
            }
        }
        Some(())
    }

    /// What is no target is `Some(None)`; what cannot be read is `None`.
    fn read_target(&self, reader: &mut Reader<'_>) -> Option<Option<Target>> {
        let Some(source) = source(reader)? else {
            return Some(None);
        };
        let state = match reader.number()? {
            0 => TargetState::Same,
            1 => TargetState::Gone,
            state => TargetState::State(self.state_at(state - 2)?),
        };
        Some(Some(Target { state, source }))
    }

    fn read_event(&self, reader: &mut Reader<'_>) -> Option<Event> {
        let name = name(reader)?;
        let about = reader.text()?.to_owned();
        let from = match reader.number()? {
            0 => Origin::NoService,
            1 => Origin::AnyState,
            2 => {
                let mut states = Vec::new();
                for _ in 0..reader.count().filter(|&count| count > 0)? {
                    let state = self.state_at(reader.number()?)?;
                    if states.contains(&state) {
                        return None;
                    }
                    states.push(state);
                }
                Origin::States(states)
            }
            _ => return None,
        };
        if self.operation_named(&name).is_some() || self.event_named(&name).is_some() {
            return None;
        }
        Some(Event {
            name,
            about,
            from,
            source: source(reader)??,
            success: self.read_target(reader)??,
            failure: self.read_target(reader)?,
        })
    }
}

/// A text that is not blank.
fn words(reader: &mut Reader<'_>) -> Option<String> {
    let text = reader.text()?;
    (!text.trim().is_empty()).then(|| text.to_owned())
}

/// A name: not blank, and not too long.
fn name(reader: &mut Reader<'_>) -> Option<String> {
    words(reader).filter(|name| name.chars().count() <= MAX_NAME)
}

/// The order of the names of so many things: each name once, and each after the one before.
fn order<'a>(
    reader: &mut Reader<'_>,
    count: usize,
    name_at: &dyn Fn(usize) -> Option<&'a str>,
) -> Option<Names> {
    let mut places = Vec::new();
    let mut last = "";
    for _ in 0..count {
        let place = reader.number()?;
        let name = name_at(place).filter(|&name| last < name)?;
        places.push(place as u32);
        last = name;
    }
    Some(Names::of(places))
}

/// No source is `Some(None)`; what cannot be read is `None`.
fn source(reader: &mut Reader<'_>) -> Option<Option<Source>> {
    match reader.number()? {
        0 => Some(None),
        1 => Some(Some(Source::Documented)),
        2 => Some(Some(Source::Inferred)),
        _ => None,
    }
}

fn via(reader: &mut Reader<'_>) -> Option<Option<Via>> {
    let Some(source) = source(reader)? else {
        return Some(None);
    };
    let name = name(reader)?;
    Some(Some(Via { name, source }))
}
