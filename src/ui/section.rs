//! A section whose place somebody else fills once it is opened: the picture, and the exports.
//!
//! As long as it is open, its attributes tell whoever fills it what to show: `data-at` where the service
//! is, `data-steps` a number that changes with the history, and `data-way` which way was asked for.

use super::phrase::word;
use super::store::{Help, Store};
use crate::chart::StateId;
use crate::guide::About;
use crate::path::Goal;
use crate::words::Word;
use web_sys::Element;
use yew::prelude::*;

/// What a section shows.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct SectionProps {
    pub(super) store: Store,
    /// Which one it is.
    pub(super) place: &'static str,
    /// Its title.
    pub(super) words: Word,
    pub(super) at: Option<StateId>,
    pub(super) goal: Option<Goal>,
    /// A number that changes with the history.
    pub(super) steps: u32,
    pub(super) help: Help,
}

/// A section, closed at first.
pub(super) struct Section {
    is_open: bool,
}

impl Component for Section {
    /// Whether it is open now.
    type Message = bool;
    type Properties = SectionProps;

    fn create(_: &Context<Self>) -> Self {
        Self { is_open: false }
    }

    fn update(&mut self, _: &Context<Self>, is_open: bool) -> bool {
        std::mem::replace(&mut self.is_open, is_open) != is_open
    }

    fn changed(&mut self, _: &Context<Self>, _: &SectionProps) -> bool {
        self.is_open
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let props = ctx.props();
        let place = AttrValue::Static(props.place);
        let ontoggle = ctx.link().callback(|event: Event| is_open(&event));
        let (mut at, mut steps, mut way) = (None, None, None);
        if self.is_open {
            let session = props.store.session();
            at = props
                .at
                .map(|state| session.chart().state_name(state).to_owned());
            steps = Some(props.steps.to_string());
            way = props.help.guide.as_ref().zip(props.goal);
        }
        let way = way.map(|(guide, goal)| guide.address(About::Way(props.at, goal)));
        html! {
            <details class="section" part={place.clone()} data-place={place} data-at={at} data-steps={steps} data-way={way} {ontoggle}>
                <summary><h3>{ word(&props.store.words(), props.words) }</h3></summary>
                <div class="place"></div>
            </details>
        }
    }
}

/// Whether the `<details>` that was opened or closed is open now.
pub(super) fn is_open(event: &Event) -> bool {
    let details = event.target_dyn_into::<Element>();
    details.is_some_and(|details| details.has_attribute("open"))
}
