//! The root of the widget: what is shown, what is said, and where the focus goes.

use super::{Listening, Parts, Session, Store, card, grid::Grid};
use crate::address;
use std::rc::Rc;
use web_sys::{Document, Element, HtmlElement, ShadowRoot};
use yew::prelude::*;

/// What a view shows.
#[derive(Clone, PartialEq, Properties)]
pub struct ViewProps {
    /// The store to show.
    pub store: Store,
    /// The parts to show.
    #[prop_or_default]
    pub parts: Parts,
    /// Whether somebody fills the sections that are opened, as the element does.
    #[prop_or_default]
    pub fills: bool,
}

/// Something has changed in the store.
pub struct Redraw;

/// Shows a store.
pub struct View {
    listening: Listening,
    card: NodeRef,
    /// What had the focus in the card before this change.
    focused: Option<Element>,
}

impl View {
    fn listen(ctx: &Context<Self>) -> Listening {
        let scope = ctx.link().clone();
        let store = &ctx.props().store;
        store.listen(move |_| scope.send_message(Redraw))
    }

    fn focused(&self) -> Option<Element> {
        let card = self.card.cast::<Element>()?;
        let active = active_element(&card)?;
        card.contains(Some(&active)).then_some(active)
    }
}

impl Component for View {
    type Message = Redraw;
    type Properties = ViewProps;

    fn create(ctx: &Context<Self>) -> Self {
        Self {
            listening: Self::listen(ctx),
            card: NodeRef::default(),
            focused: None,
        }
    }

    fn update(&mut self, _: &Context<Self>, _: Redraw) -> bool {
        self.focused = self.focused();
        true
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &ViewProps) -> bool {
        if ctx.props().store != old.store {
            self.listening = Self::listen(ctx);
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let ViewProps {
            store,
            parts,
            fills,
        } = ctx.props();
        let session = store.session();
        let chart = session.chart();
        let (grid, said) = (
            parts.grid.then(|| self.grid(store)),
            session.said().to_owned(),
        );
        html! {
            <div class="widget">
                if parts.card {
                    { card::view(&session, store, *parts, &self.card) }
                }
                if let Some(grid) = grid {
                    <div class="grid" part="grid" role="group" aria-label={chart.title().to_owned()}>{ grid }</div>
                }
                <p class="said" role="status">{ said }</p>
                if *fills && parts.diagram {
                    { section(&session, "diagram", "Diagram") }
                }
                if *fills && parts.export {
                    { section(&session, "export", "Export") }
                }
            </div>
        }
    }

    fn rendered(&mut self, _: &Context<Self>, _: bool) {
        // A button that is disabled or gone keeps no focus, and a browser gives it to nobody.
        let Some(focused) = self.focused.take() else {
            return;
        };
        let lost = !focused.is_connected() || focused.has_attribute("disabled");
        let state = self
            .card
            .cast::<Element>()
            .and_then(|card| card.query_selector(".state").ok()?);
        if lost && let Some(state) = state {
            focus(&state);
        }
    }
}

impl View {
    fn grid(&self, store: &Store) -> Html {
        let session = store.session();
        let chart = session.chart();
        (0..chart.groups().len())
            .map(|group| {
                html! {
                    <Grid
                        key={group}
                        store={store.clone()}
                        chart={Rc::clone(chart)}
                        {group}
                        current={session.service().state()}
                        selection={session.selection()}
                    />
                }
            })
            .collect()
    }
}

/// A section whose place somebody else fills once it is opened; `data-at`, `data-steps` and
/// `data-way` tell them where the service is, that its history is another, and which way was asked for.
fn section(session: &Session, place: &'static str, words: &'static str) -> Html {
    let at = session.service().state();
    let state = at.map(|state| session.chart().state_name(state).to_owned());
    let steps = session.history().taken().to_string();
    let way = { session.goal() }.map(|goal| address::of_way(session.chart(), at, goal));
    html! {
        <details part={place} class="section" data-place={place} data-at={state} data-steps={steps} data-way={way}>
            <summary>{ words }</summary>
            <div class="place"></div>
        </details>
    }
}

/// The element that has the focus in the document or shadow root of `element`.
pub(super) fn active_element(element: &Element) -> Option<Element> {
    use wasm_bindgen::JsCast;
    let root = element.get_root_node();
    match root.dyn_ref::<ShadowRoot>() {
        Some(root) => root.active_element(),
        None => root.dyn_ref::<Document>()?.active_element(),
    }
}

/// Gives `element` the focus, if it can have it.
pub(super) fn focus(element: &Element) {
    use wasm_bindgen::JsCast;
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        // It fails only for what is not on the page, which has no focus to give.
        let _: Result<(), _> = element.focus();
    }
}
