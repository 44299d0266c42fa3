//! The goals that one can choose: a native list, drawn once a chart.

use crate::chart::Chart;
use crate::path::Goal;
use crate::ui::words::way;
use std::rc::Rc;
use yew::prelude::*;

/// Of which chart, and who is told.
#[derive(Clone, Properties)]
pub(super) struct GoalsProps {
    pub(super) chart: Rc<Chart>,
    /// Told of the goal that is chosen, or of none.
    pub(super) choose: Callback<Option<Goal>>,
}

impl PartialEq for GoalsProps {
    fn eq(&self, other: &Self) -> bool {
        // The callback is the same every time it is made, and charts are compared as allocations.
        Rc::ptr_eq(&self.chart, &other.chart)
    }
}

pub(super) struct Goals;

impl Component for Goals {
    type Message = ();
    type Properties = GoalsProps;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let GoalsProps { chart, choose } = ctx.props();
        let onchange = {
            let (chart, choose) = (Rc::clone(chart), choose.clone());
            move |event: Event| {
                let list = event.target_dyn_into::<web_sys::HtmlSelectElement>();
                let number = list.and_then(|list| list.value().parse().ok());
                choose.emit(number.and_then(|number| goal(&chart, number)));
            }
        };
        let count = chart.states().len() + 1;
        let option = |number: usize| {
            let goal = goal(chart, number)?;
            Some(
                html! { <option key={number} value={number.to_string()}>{ way::goal(chart, goal) }</option> },
            )
        };
        html! {
            <label>
                { "How do I get to " }
                <select {onchange}>
                    <option value="">{ "…" }</option>
                    <optgroup label="a state">{ for (0..count).filter_map(option) }</optgroup>
                    <optgroup label="where">
                        { for (count..count + chart.operations().len()).filter_map(option) }
                    </optgroup>
                </select>
            </label>
        }
    }
}

/// The goal of a number: each state, then no service, then each operation.
fn goal(chart: &Chart, number: usize) -> Option<Goal> {
    let states = chart.states().len();
    match number.checked_sub(states + 1) {
        None => Some(Goal::At(chart.state_at(number))),
        Some(operation) => chart.operation_at(operation).map(Goal::Allowed),
    }
}
