//! The whole widget as one Yew component, for use in any Yew app.

use super::{DURATION, Listening, Notice, Parts, Store, View};
use crate::chart::Chart;
use crate::service::Step;
use std::rc::Rc;
use yew::prelude::*;

/// What a Yew app says about its widget.
#[derive(Clone, PartialEq, Properties)]
pub struct StateChartProps {
    /// The chart. Another chart starts another session.
    pub chart: Rc<Chart>,
    /// The name of the state that the service starts in; the chart's own start where empty or unknown.
    #[prop_or_default]
    pub state: AttrValue,
    /// How long an operation runs, in milliseconds.
    #[prop_or(DURATION)]
    pub duration: u32,
    /// The parts to show.
    #[prop_or_default]
    pub parts: Parts,
    /// Called with each step that is taken.
    #[prop_or_default]
    pub on_step: Callback<Step>,
}

/// The widget with a session of its own.
pub struct StateChart {
    store: Store,
    /// Held for what its end would end.
    _listening: Listening,
}

impl StateChart {
    fn open(ctx: &Context<Self>) -> Self {
        let props = ctx.props();
        let start = props
            .chart
            .state_named(&props.state)
            .or_else(|| props.chart.start());
        let store = Store::new(Rc::clone(&props.chart), start, props.duration);
        let scope = ctx.link().clone();
        let listening = store.listen(move |notice| {
            if let Notice::Stepped(step) = notice {
                scope.send_message(*step);
            }
        });
        Self {
            store,
            _listening: listening,
        }
    }
}

impl Component for StateChart {
    type Message = Step;
    type Properties = StateChartProps;

    fn create(ctx: &Context<Self>) -> Self {
        Self::open(ctx)
    }

    fn update(&mut self, ctx: &Context<Self>, step: Step) -> bool {
        ctx.props().on_step.emit(step);
        false
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &StateChartProps) -> bool {
        let props = ctx.props();
        if props.chart != old.chart || props.state != old.state {
            self.store.close();
            *self = Self::open(ctx);
        }
        self.store.set_duration(props.duration);
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        html! { <View store={self.store.clone()} parts={ctx.props().parts} /> }
    }

    fn destroy(&mut self, _: &Context<Self>) {
        self.store.close();
    }
}
