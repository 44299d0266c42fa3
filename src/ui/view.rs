//! The root of the widget: which parts are shown, what is said, and where the focus goes.

use super::causes::Causes;
use super::explanation::{Explanation, close};
use super::focus::Focused;
use super::grid::Grid;
use super::insight::Insight;
use super::route::Route;
use super::section::Section;
use super::{Listening, Parts, Store, card};
use crate::chart::MAX_SHOWN;
use crate::words::{Word, key};
use web_sys::Element;
use yew::prelude::*;

/// What a view shows.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct ViewProps {
    /// The store to show.
    pub(crate) store: Store,
    /// The parts to show; tables only of a chart with at most [`MAX_SHOWN`] cells.
    #[prop_or_default]
    pub(crate) parts: Parts,
    /// Whether somebody fills the sections that are opened, as the element does.
    #[prop_or_default]
    pub(crate) fills: bool,
}

/// Shows a store. For another store it needs another key: its components keep what they know of the first.
pub(crate) struct View {
    root: NodeRef,
    focused: Focused,
    /// Dropping it unsubscribes.
    _listening: Listening,
}

impl View {
    fn listen(ctx: &Context<Self>) -> Listening {
        let scope = ctx.link().clone();
        let store = &ctx.props().store;
        store.listen(move |_| scope.send_message(Msg::Changed))
    }

    fn remember_focus(&mut self) {
        if let Some(root) = self.root.cast() {
            self.focused = Focused::of(&root);
        }
    }
}

/// Why a view is drawn again.
#[derive(Clone, Copy)]
pub(crate) enum Msg {
    /// The store has changed.
    Changed,
    /// The focus has stayed where it was, so what happened is still to be announced.
    FocusKept,
}

impl Component for View {
    type Message = Msg;
    type Properties = ViewProps;

    fn create(ctx: &Context<Self>) -> Self {
        Self {
            root: NodeRef::default(),
            focused: Focused::default(),
            _listening: Self::listen(ctx),
        }
    }

    fn update(&mut self, _: &Context<Self>, msg: Msg) -> bool {
        if matches!(msg, Msg::Changed) {
            self.remember_focus();
        }
        true
    }

    fn changed(&mut self, _: &Context<Self>, _: &ViewProps) -> bool {
        self.remember_focus();
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let ViewProps {
            store,
            parts,
            fills,
        } = ctx.props();
        let session = store.session();
        let words = session.words();
        let (at, help) = (session.service().state(), store.help());
        let busy = session.service().running().is_some();
        let (selection, goal, links) = (
            session.selection(),
            session.goal(),
            store.linker().is_some(),
        );
        let section = |shown: bool, place: &'static str, words: Word| {
            if !(*fills && shown) {
                return html! {};
            }
            let (help, steps) = (help.clone(), store.steps_version());
            html! { <Section {store} {place} {words} {at} {goal} {steps} {help} /> }
        };
        let onkeydown = {
            let store = store.clone();
            move |event: KeyboardEvent| {
                let is_asked = store.session().selection().is_some();
                if is_asked
                    && event.key() == "Escape"
                    && let Some(target) = event.target_dyn_into::<Element>()
                {
                    event.prevent_default();
                    close(&store, &target);
                }
            }
        };
        // Where the focus goes to the state line, a screen reader says that, and an announcement would say it
        // again. Yew may let the browser go on between two renders, so nothing is announced before it is known.
        let announcement = self
            .focused
            .is_none()
            .then(|| session.announcement().to_owned());
        let has_grid = parts.grid && session.chart().cells() <= MAX_SHOWN;
        html! {
            <div class="widget" lang={words.lang().to_owned()} data-asked={selection.map(|_| "")} ref={self.root.clone()} {onkeydown}>
                if parts.card {
                    <div class="card" part="card" role="group" aria-label={words.service(session.chart()).to_owned()}>
                        { card::live(store, &session, *parts) }
                    </div>
                }
                if has_grid {
                    <Grid {store} {at} {selection} />
                }
                // Its hint is about the tables.
                if parts.card && (has_grid || selection.is_some()) {
                    <Explanation {store} {selection} {at} {busy} {links} help={help.clone()} />
                }
                if parts.card && parts.events && !session.chart().events().is_empty() {
                    <Causes {store} events=true {at} {busy} />
                }
                <p class="said" role="status">{ announcement }</p>
                if parts.card && parts.route {
                    <Route {store} {at} {busy} {goal} {links} help={help.clone()} />
                }
                if parts.card && parts.insight {
                    <Insight {store} {at} help={help.clone()} />
                }
                { section(parts.diagram, "diagram", key::DIAGRAM) }
                { section(parts.export, "export", key::EXPORT) }
                if parts.card && session.chart().tells_outcomes() {
                    { card::legend(words) }
                }
            </div>
        }
    }

    fn rendered(&mut self, ctx: &Context<Self>, _: bool) {
        let focused = std::mem::take(&mut self.focused);
        if focused.is_none() {
            return;
        }
        let store = &ctx.props().store;
        if self.root.cast().is_some_and(|root| focused.restore(&root)) {
            // A screen reader says the state line, which has the focus now.
            store.hush();
        } else {
            ctx.link().send_message(Msg::FocusKept);
        }
    }
}
