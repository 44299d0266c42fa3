//! What can be done now, and what the chart says as a whole. The guide is asked once the section is open.

use super::phrase::word;
use super::section::is_open;
use super::store::{Help, Store};
use crate::chart::StateId;
use crate::guide::Insight as Answer;
use crate::words::key;
use yew::prelude::*;

/// What an insight depends on.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct InsightProps {
    pub(super) store: Store,
    pub(super) at: Option<StateId>,
    pub(super) help: Help,
}

/// The section, closed at first.
#[derive(Default)]
pub(super) struct Insight {
    is_open: bool,
    answer: Option<Answer>,
}

impl Insight {
    fn refresh(&mut self, ctx: &Context<Self>) {
        let InsightProps { at, help, .. } = ctx.props();
        if self.is_open {
            self.answer = help.guide.as_ref().map(|guide| guide.insight(*at));
        }
    }
}

impl Component for Insight {
    /// Whether it is open now.
    type Message = bool;
    type Properties = InsightProps;

    fn create(_: &Context<Self>) -> Self {
        Self::default()
    }

    fn update(&mut self, ctx: &Context<Self>, is_open: bool) -> bool {
        if self.is_open == is_open {
            return false;
        }
        self.is_open = is_open;
        if is_open {
            ctx.props().store.want_guide();
        }
        self.refresh(ctx);
        true
    }

    fn changed(&mut self, ctx: &Context<Self>, _: &InsightProps) -> bool {
        self.refresh(ctx);
        self.is_open
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let ontoggle = ctx.link().callback(|event: Event| is_open(&event));
        let words = ctx.props().store.words();
        let answer = self.answer.as_ref().filter(|_| self.is_open);
        let lines = |answer: &Answer| {
            let lines = answer.lines.iter().map(|(about, said)| {
                html! { <><dt>{ about.clone() }</dt><dd>{ said.clone() }</dd></> }
            });
            lines.collect::<Html>()
        };
        let finding = |said: &String| html! { <li>{ said.clone() }</li> };
        html! {
            <details class="insight" part="insight" open={self.is_open} {ontoggle}>
                <summary><h3>{ word(&words, key::WHAT_NOW) }</h3></summary>
                if let Some(answer) = answer {
                    <dl class="leads">{ lines(answer) }</dl>
                    if !answer.findings.is_empty() {
                        <p class="label">{ word(&words, key::WHOLE_CHART) }</p>
                        <ul>{ for answer.findings.iter().map(finding) }</ul>
                    }
                } else if self.is_open {
                    <p lang="en">{ ctx.props().help.instead() }</p>
                }
            </details>
        }
    }
}
