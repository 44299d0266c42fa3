//! A history as bytes: what crosses between the program that plays and the one that writes addresses.
//!
//! It is read by taking each step again, so that nothing that the chart refuses becomes a history.

use super::{Cause, Ending, History, Step};
use crate::chart::Chart;
use crate::chart::pack::{Reader, Writer};
use std::rc::Rc;

impl Cause {
    /// Writes the cause.
    pub fn write(self, writer: &mut Writer) {
        writer.number(match self {
            Self::Set => 0,
            Self::Operation(operation) => 2 * operation.index() + 1,
            Self::Event(event) => 2 * event.index() + 2,
        });
    }

    /// Reads what [`write`](Self::write) wrote.
    pub fn read(reader: &mut Reader<'_>, chart: &Chart) -> Option<Self> {
        let number = reader.number()?;
        Some(match (number % 2, number / 2) {
            (0, 0) => Self::Set,
            (0, event) => Self::Event(chart.event_at(event - 1)?),
            (_, operation) => Self::Operation(chart.operation_at(operation)?),
        })
    }
}

impl History {
    /// Writes the history; what runs is no part of it.
    pub fn write(&self, writer: &mut Writer) {
        writer.position(self.service().start());
        writer.number(self.taken() + self.undone());
        for Step { cause, ending, .. } in self.steps() {
            cause.write(writer);
            match ending {
                Ending::Success => writer.number(0),
                Ending::Failure => writer.number(1),
                Ending::At(at) => {
                    writer.number(2);
                    writer.position(*at);
                }
            }
        }
        writer.number(self.taken());
    }

    /// Reads what [`write`](Self::write) wrote. A condition counts as met, for its step was taken.
    pub fn read(reader: &mut Reader<'_>, chart: &Rc<Chart>) -> Option<Self> {
        let start = reader.position(chart)?;
        let mut history = Self::new(Rc::clone(chart), start);
        for _ in 0..reader.count()? {
            let cause = Cause::read(reader, chart)?;
            let ending = match reader.number()? {
                0 => Ending::Success,
                1 => Ending::Failure,
                _ => Ending::At(reader.position(chart)?),
            };
            match (cause, ending) {
                (Cause::Set, Ending::At(at)) => {
                    history.set(at);
                }
                _ => {
                    history.begin(cause, true).ok()?;
                    history.finish(ending).ok()?;
                }
            }
        }
        history.jump(reader.number()?);
        Some(history)
    }
}
