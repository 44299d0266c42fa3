//! The goals that a reader can choose: a native list, drawn once for each chart. It may have 10,000
//! options, and none ever changes.

use crate::chart::Chart;
use crate::guide::words as ways;
use crate::path::Goal;
use crate::ui::phrase::word;
use crate::ui::{Action, Store};
use crate::words::key;
use std::rc::Rc;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// What can be chosen, and what is.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct GoalsProps {
    pub(super) store: Store,
    pub(super) chart: Rc<Chart>,
    pub(super) goal: Option<Goal>,
}

/// The list.
pub(super) struct Goals {
    list: NodeRef,
}

impl Goals {
    /// Has the list show the goal, which may come from elsewhere, such as an address.
    fn show(&self, ctx: &Context<Self>) {
        let GoalsProps { chart, goal, .. } = ctx.props();
        let place = goal.map_or(0, |goal| goal.number(chart) + 1);
        let place = i32::try_from(place).unwrap_or_default();
        // To set what is there already would cost a walk through the list.
        if let Some(list) = self.list.cast::<HtmlSelectElement>()
            && list.selected_index() != place
        {
            list.set_selected_index(place);
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

    fn changed(&mut self, ctx: &Context<Self>, _: &GoalsProps) -> bool {
        self.show(ctx);
        false
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let GoalsProps { store, chart, .. } = ctx.props();
        let words = store.words();
        let onchange = {
            let (store, chart) = (store.clone(), Rc::clone(chart));
            move |event: Event| {
                let list = event.target_dyn_into::<HtmlSelectElement>();
                let number = list.and_then(|list| list.selected_index().checked_sub(1));
                let number = number.and_then(|number| usize::try_from(number).ok());
                let goal = number.and_then(|number| Goal::numbered(&chart, number));
                store.dispatch(Action::Seek(goal));
            }
        };
        let states = chart.states().len() + 1;
        let all = states + chart.operations().len();
        let option = |number| {
            let goal = Goal::numbered(chart, number);
            goal.map(|goal| html! { <option>{ ways::goal(&words, chart, goal) }</option> })
        };
        html! {
            <label>
                { word(&words, key::HOW_TO_GET) }{ " " }
                <select ref={self.list.clone()} {onchange}>
                    <option>{ "…" }</option>
                    <optgroup label={words.text(key::GOAL_STATE).to_owned()}>{ for (0..states).filter_map(option) }</optgroup>
                    <optgroup label={words.text(key::GOAL_WHERE).to_owned()}>{ for (states..all).filter_map(option) }</optgroup>
                </select>
            </label>
        }
    }

    fn rendered(&mut self, ctx: &Context<Self>, _: bool) {
        self.show(ctx);
    }
}
