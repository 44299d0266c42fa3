//! What an address says, as bytes: what crosses between the program that plays and the one that reads
//! and writes addresses.

use super::Address;
use crate::chart::pack::{Reader, Writer};
use crate::chart::{Chart, OperationId, StateId};
use crate::path::Goal;
use crate::service::History;
use std::rc::Rc;

impl Address {
    /// The bytes of what an address says of a session.
    #[must_use]
    pub fn pack(
        history: &History,
        cell: Option<(StateId, OperationId)>,
        goal: Option<Goal>,
    ) -> Vec<u8> {
        let mut writer = Writer::default();
        history.write(&mut writer);
        writer.position(cell.map(|(state, _)| state));
        if let Some((_, operation)) = cell {
            writer.number(operation.index());
        }
        let chart = history.service().chart();
        writer.number(goal.map_or(0, |goal| goal.number(chart) + 1));
        writer.into_bytes()
    }

    /// What [`pack`](Self::pack) made bytes of.
    #[must_use]
    pub fn unpack(chart: &Rc<Chart>, bytes: &[u8]) -> Option<Self> {
        let mut reader = Reader::new(bytes);
        let history = History::read(&mut reader, chart)?;
        let cell = match reader.position(chart)? {
            Some(state) => Some((state, chart.operation_at(reader.number()?)?)),
            None => None,
        };
        let goal = match reader.number()?.checked_sub(1) {
            Some(number) => Some(Goal::numbered(chart, number)?),
            None => None,
        };
        Some(Self {
            history,
            cell,
            goal,
        })
    }
}
