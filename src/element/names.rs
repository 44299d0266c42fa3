//! States, operations and events by the names that a page gives.

use super::detail;
use crate::chart::{Chart, OperationId, StateId};
use crate::service::Cause;
use wasm_bindgen::JsValue;

/// The state of this name, or an error that names the nearest.
pub(super) fn state_named(chart: &Chart, name: &str) -> Result<StateId, JsValue> {
    let names = || chart.states().map(|state| chart.state_name(state));
    chart
        .state_named(name)
        .ok_or_else(|| detail::unknown("state", name, names()))
}

/// The operation of this name, or an error that names the nearest.
pub(super) fn operation_named(chart: &Chart, name: &str) -> Result<OperationId, JsValue> {
    let names = chart
        .operations()
        .map(|operation| chart.operation_name(operation));
    chart
        .operation_named(name)
        .ok_or_else(|| detail::unknown("operation", name, names))
}

/// The operation or event of this name, or an error that names the nearest.
pub(super) fn cause_named(chart: &Chart, name: &str) -> Result<Cause, JsValue> {
    let operation = chart.operation_named(name).map(Cause::Operation);
    let names = || {
        let operations = chart
            .operations()
            .map(|operation| chart.operation_name(operation));
        operations.chain(chart.events().iter().map(|event| event.name()))
    };
    operation
        .or_else(|| chart.event_named(name).map(Cause::Event))
        .ok_or_else(|| detail::unknown("operation", name, names()))
}
