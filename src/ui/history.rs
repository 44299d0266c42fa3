//! The steps a service took: look back, undo, redo, jump, start over.

use super::event::attribute;
use super::link::{Link, Linked};
use super::phrase::{phrase, word};
use super::{Action, Store, card, text};
use crate::chart::Chart;
use crate::service::Step;
use crate::words::{Word, Words, key};
use std::rc::Rc;
use yew::prelude::*;
use yew::virtual_dom::VSuspense;

/// The most steps that are shown: of a longer history those around where the service is. A reader gets to the
/// others by going to one of these.
const SHOWN: usize = 200;

/// What the history depends on.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct HistoryProps {
    pub(super) store: Store,
    pub(super) busy: bool,
    pub(super) links: bool,
    /// A number that changes with the steps.
    pub(super) steps: u32,
}

/// The history, and the buttons that go back and forth in it.
pub(super) struct History;

impl Component for History {
    type Message = ();
    type Properties = HistoryProps;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let HistoryProps {
            store,
            busy,
            links,
            steps,
        } = ctx.props();
        let session = store.session();
        let history = session.history();
        let (taken, undone) = (history.taken(), history.undone());
        let total = taken + undone;
        let words = session.words();
        let button = |name: &'static str, does: Word, enabled: bool, action: Action| {
            let store = store.clone();
            let onclick = move |_: MouseEvent| drop(store.dispatch(action));
            html! {
                <button type="button" data-history={name} disabled={!enabled} {onclick}>{ word(words, does) }</button>
            }
        };
        html! {
            <div class="history" part="history" role="group" aria-label={words.text(key::HISTORY).to_owned()}>
                <div class="bar">
                    { button("undo", key::UNDO, taken > 0 || *busy, Action::Undo) }
                    { button("redo", key::REDO, undone > 0 && !*busy, Action::Redo) }
                    { button("start-over", key::START_OVER, total > 0 || *busy, Action::StartOver) }
                    if *links {
                        <Link {store} to={Linked::Steps} version={*steps} />
                    }
                </div>
                if total > 0 {
                    <details open=true>
                        <summary>{ title(words, history) }</summary>
                        { rows(store) }
                    </details>
                }
            </div>
        }
    }
}

fn rows(store: &Store) -> Html {
    let session = store.session();
    let (chart, history, words) = (session.chart(), session.history(), session.words());
    let taken = history.taken();
    let (first, _) = shown(history);
    let row = |(index, step): (usize, &Step)| {
        let number = index + 1;
        // Where nothing is undone it is the last, which needs no mark.
        let is_here = number == taken && history.undone() > 0;
        html! {
            <Row key={number} chart={Rc::clone(chart)} words={words.clone()} step={*step} {number} is_taken={number <= taken} {is_here} />
        }
    };
    let store = store.clone();
    let onclick = move |event: MouseEvent| {
        let number = attribute(&event, "data-step").and_then(|number| number.parse().ok());
        if let Some(number) = number {
            store.dispatch(Action::Jump(number));
        }
    };
    html! {
        <ol tabindex="0" role="list" aria-label={words.text(key::STEPS).to_owned()} {onclick}>
            { for history.steps().enumerate().skip(first).take(SHOWN).map(row) }
        </ol>
    }
}

/// The places of the first step that is shown and of the first after it that is not.
fn shown(history: &crate::service::History) -> (usize, usize) {
    let (taken, total) = (history.taken(), history.taken() + history.undone());
    let first = (taken.saturating_sub(SHOWN / 2)).min(total.saturating_sub(SHOWN));
    (first, total.min(first + SHOWN))
}

/// What the steps are called: of a long history also which of them are shown.
fn title(words: &Words, history: &crate::service::History) -> Html {
    let (first, last) = shown(history);
    let total = history.taken() + history.undone();
    if total <= SHOWN {
        return word(words, key::STEPS);
    }
    let numbers = [first + 1, last, total].map(|number| Html::from(words.number(number)));
    phrase(words, key::STEPS_OF, &numbers)
}

/// What a row shows.
#[derive(Clone, PartialEq, Properties)]
struct RowProps {
    chart: Rc<Chart>,
    words: Words,
    step: Step,
    /// The number of the step, from 1.
    number: usize,
    is_taken: bool,
    is_here: bool,
}

/// A step. Yew puts an element on the page before what is in it, so that a new row would be eight
/// changes of the page. A suspense that is suspended builds its content off the page, and shows it by
/// one change; so a row is suspended until it is built.
struct Row {
    is_built: bool,
}

impl Component for Row {
    /// It is built.
    type Message = ();
    type Properties = RowProps;

    fn create(_: &Context<Self>) -> Self {
        Self { is_built: false }
    }

    fn update(&mut self, _: &Context<Self>, (): ()) -> bool {
        self.is_built = true;
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let RowProps {
            chart,
            words,
            step,
            number,
            is_taken,
            is_here,
        } = ctx.props();
        let what = text::happened(chart, words, step);
        let from = words.position(chart, step.from);
        let to = words.position(chart, step.to);
        let button = html! {
            <button type="button" data-step={number.to_string()} aria-current={is_here.then_some("step")}>
                <span class="what">{ what }</span>
                <span class="change">{ [from, " → ", to].concat() }</span>
            </button>
        };
        let source = step.source.map(|source| card::source(words, source));
        let source = source.unwrap_or_default();
        let row = if *is_taken {
            html! { <li class="taken">{ button }{ source }</li> }
        } else {
            html! { <li class="undone">{ button }{ source }</li> }
        };
        VSuspense::new(row, Html::default(), !self.is_built, None).into()
    }

    fn rendered(&mut self, ctx: &Context<Self>, first: bool) {
        if first {
            ctx.link().send_message(());
        }
    }
}
