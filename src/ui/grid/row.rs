//! One row of a grid. It is drawn again only when something in it has changed.

use super::super::words;
use crate::chart::{Chart, OperationId, Permit, RowId, StateId};
use std::rc::Rc;
use yew::prelude::*;

/// What a row shows.
#[derive(Clone, Properties)]
pub(super) struct GridRowProps {
    pub(super) chart: Rc<Chart>,
    pub(super) row: RowId,
    /// The place of the table among the chart's groups.
    pub(super) group: usize,
    /// The state of this row in which the service is.
    pub(super) current: Option<StateId>,
    /// The operation of this row that the reader asked about.
    pub(super) selected: Option<OperationId>,
    /// The column that the Tab key reaches.
    pub(super) stop: Option<usize>,
}

impl PartialEq for GridRowProps {
    fn eq(&self, other: &Self) -> bool {
        // Another chart is another allocation: comparing charts row by row would cost their square.
        Rc::ptr_eq(&self.chart, &other.chart)
            && (self.row, self.group) == (other.row, other.group)
            && (self.current, self.selected) == (other.current, other.selected)
            && self.stop == other.stop
    }
}

pub(super) struct GridRow;

impl Component for GridRow {
    type Message = ();
    type Properties = GridRowProps;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let props = ctx.props();
        let chart = &props.chart;
        let states = chart.states_of(props.row);
        let names: AttrValue = words::names(chart, states).into();
        let tabindex = |column: usize, line: usize| {
            if props.stop == Some(column) && line == 0 {
                "0"
            } else {
                "-1"
            }
        };
        let heads = states.iter().enumerate().map(|(line, &state)| {
            let name: AttrValue = chart.state_name(state).to_owned().into();
            let current = (props.current == Some(state)).then_some("true");
            html! {
                <button
                    type="button"
                    data-state={name.clone()}
                    aria-current={current}
                    tabindex={tabindex(0, line)}
                >
                    { name }
                </button>
            }
        });
        let group = chart.groups().get(props.group);
        let operations = group.map_or(&[][..], |group| group.operations());
        let cells = operations.iter().enumerate().map(|(index, &operation)| {
            let (class, sign, label) = match chart.row_permit(props.row, operation) {
                Permit::Allowed => ("yes", "√", "allowed".to_owned()),
                Permit::Refused => ("no", "", "not allowed".to_owned()),
                Permit::Conditional(text) => ("maybe", "?", text.to_string()),
            };
            let selected = (props.selected == Some(operation)).then_some("true");
            html! {
                <td
                    {class}
                    data-state={names.clone()}
                    data-operation={chart.operation_name(operation).to_owned()}
                    aria-selected={selected}
                >
                    <button type="button" aria-label={label} tabindex={tabindex(index + 1, 0)}>{ sign }</button>
                </td>
            }
        });
        html! {
            <tr class={props.current.map(|_| "current")} data-state={names.clone()}>
                <th scope="row">{ for heads }</th>
                { for cells }
            </tr>
        }
    }
}
