//! The root of the widget: which parts are shown, what is said, and where the focus goes.

use super::explanation::Explanation;
use super::focus::Focused;
use super::grid::Grid;
use super::section::Section;
use super::{Listening, Parts, Store, card};
use crate::chart::MAX_SHOWN;
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

/// Shows a store. For another store it needs another key: what is in it keeps to the one.
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
        store.listen(move |_| scope.send_message(()))
    }

    fn remember_focus(&mut self) {
        if let Some(root) = self.root.cast() {
            self.focused = Focused::of(&root);
        }
    }
}

impl Component for View {
    /// The store has changed.
    type Message = ();
    type Properties = ViewProps;

    fn create(ctx: &Context<Self>) -> Self {
        Self {
            root: NodeRef::default(),
            focused: Focused::default(),
            _listening: Self::listen(ctx),
        }
    }

    fn update(&mut self, _: &Context<Self>, (): ()) -> bool {
        self.remember_focus();
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
        let (at, help) = (session.service().state(), store.help());
        let section = |shown: bool, place: &'static str, words: &'static str| {
            if !(*fills && shown) {
                return html! {};
            }
            let (help, goal, steps) = (help.clone(), session.goal(), store.steps_version());
            html! { <Section {store} {place} {words} {at} {goal} {steps} {help} /> }
        };
        html! {
            <div class="widget" ref={self.root.clone()}>
                if parts.card {
                    <section class="card" part="card" aria-label={session.chart().service().to_owned()}>
                        { card::live(store, &session, *parts) }
                        <Explanation
                            {store}
                            selection={session.selection()}
                            {at}
                            busy={session.service().running().is_some()}
                            links={store.linker().is_some()}
                            help={help.clone()}
                        />
                    </section>
                }
                if parts.grid && session.chart().cells() <= MAX_SHOWN {
                    <Grid {store} {at} selection={session.selection()} />
                }
                <p class="said" role="status">{ session.announcement().to_owned() }</p>
                { section(parts.diagram, "diagram", "Diagram") }
                { section(parts.export, "export", "Export") }
            </div>
        }
    }

    fn rendered(&mut self, _: &Context<Self>, _: bool) {
        if let Some(root) = self.root.cast() {
            std::mem::take(&mut self.focused).restore(&root);
        }
    }
}
