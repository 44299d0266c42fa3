//! The goals that one can choose: a native list, drawn once a chart.

use crate::chart::Chart;
use crate::path::Goal;
use crate::ui::words::way;
use std::rc::Rc;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// Of which chart, and who is told.
#[derive(Clone, Properties)]
pub(super) struct GoalsProps {
    pub(super) chart: Rc<Chart>,
    /// The goal that is chosen.
    pub(super) goal: Option<Goal>,
    /// Told of the goal that is chosen, or of none.
    pub(super) choose: Callback<Option<Goal>>,
}

impl PartialEq for GoalsProps {
    fn eq(&self, other: &Self) -> bool {
        // The callback is the same every time it is made, and charts are compared as allocations.
        Rc::ptr_eq(&self.chart, &other.chart) && self.goal == other.goal
    }
}

pub(super) struct Goals {
    list: NodeRef,
}

impl Goals {
    /// Has the list show the goal, which others may have chosen.
    fn show(&self, props: &GoalsProps) {
        if let Some(list) = self.list.cast::<HtmlSelectElement>() {
            let number = props.goal.map(|goal| number(&props.chart, goal));
            let value = number.map(|number| number.to_string());
            list.set_value(&value.unwrap_or_default());
        }
    }
}

impl Component for Goals {
    type Message = ();
    type Properties = GoalsProps;

    fn create(_: &Context<Self>) -> Self {
        Self {
            list: NodeRef::default(),
        }
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &GoalsProps) -> bool {
        let props = ctx.props();
        self.show(props);
        !Rc::ptr_eq(&props.chart, &old.chart)
    }

    fn rendered(&mut self, ctx: &Context<Self>, _: bool) {
        self.show(ctx.props());
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let GoalsProps { chart, choose, .. } = ctx.props();
        let onchange = {
            let (chart, choose) = (Rc::clone(chart), choose.clone());
            move |event: Event| {
                let list = event.target_dyn_into::<HtmlSelectElement>();
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
                <select ref={self.list.clone()} {onchange}>
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

/// The number of a goal.
fn number(chart: &Chart, goal: Goal) -> usize {
    let states = chart.states().len();
    match goal {
        Goal::At(position) => position.map_or(states, |state| state.index()),
        Goal::Allowed(operation) => states + 1 + operation.index(),
    }
}
