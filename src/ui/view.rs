//! The root of the widget: what is shown, what is said, and where the focus goes.

use super::draw::Drawing;
use super::grid::{Place, Table};
use super::piece::{Piece, PieceProps, What};
use super::{Listening, Notice, Parts, Session, Store, answer, card, hear, history};
use super::{insight::Insight, onward::Onward, route, route::Route};
use crate::address;
use std::rc::Rc;
use web_sys::{Document, Element, HtmlElement};
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

/// What a view is told; only its own parts tell it anything.
pub struct Told(Message);

impl From<Message> for Told {
    fn from(message: Message) -> Self {
        Self(message)
    }
}

/// What a view is told, said.
pub(super) enum Message {
    /// Something has changed in the store.
    Redraw,
    /// Something has happened while a walk goes on.
    Heard(Notice),
    /// A button of this table got the focus.
    Stop(usize, Place),
    /// A section was opened or closed.
    Toggle {
        /// Whether it is the insight, and not the route.
        insight: bool,
        /// Whether it is open now.
        open: bool,
    },
    /// The reader asked for a way, or walks one.
    Route(route::Message),
}

/// Shows a store.
pub struct View {
    listening: Listening,
    card: NodeRef,
    /// What had the focus in the card before this change.
    focused: Option<Element>,
    /// By table: the one place that the Tab key reaches.
    stops: Vec<Place>,
    onward: Option<Onward>,
    route: Route,
    insight: Insight,
}

impl View {
    fn listen(ctx: &Context<Self>) -> Listening {
        let scope = ctx.link().clone();
        let store = &ctx.props().store;
        store.listen(move |_| scope.send_message(Message::Redraw))
    }

    fn focused(&self) -> Option<Element> {
        let card = self.card.cast::<Element>()?;
        let active = active_element(&card)?;
        card.contains(Some(&active)).then_some(active)
    }

    /// Looks at what has changed; what is closed and what has not changed costs nothing.
    fn look(&mut self, ViewProps { store, parts, .. }: &ViewProps) {
        let session = store.session();
        self.onward = Onward::look(self.onward.take(), &session);
        // A section that is not shown finds nothing, and comes back as a new one.
        if parts.card && parts.route {
            self.route.look(&session);
        } else {
            self.route = Route::default();
        }
        if parts.card && parts.insight {
            self.insight.look(&session);
        } else {
            self.insight = Insight::default();
        }
    }

    fn stop(&self, table: usize) -> Place {
        self.stops.get(table).copied().unwrap_or_default()
    }
}

impl Component for View {
    type Message = Told;
    type Properties = ViewProps;

    fn create(ctx: &Context<Self>) -> Self {
        let mut view = Self {
            listening: Self::listen(ctx),
            card: NodeRef::default(),
            focused: None,
            stops: Vec::new(),
            onward: None,
            route: Route::default(),
            insight: Insight::default(),
        };
        view.look(ctx.props());
        view
    }

    fn update(&mut self, ctx: &Context<Self>, Told(message): Told) -> bool {
        let store = &ctx.props().store;
        match message {
            Message::Redraw => self.focused = self.focused(),
            Message::Heard(notice) => self.route.hear(store, &notice),
            Message::Stop(table, place) => {
                let turned = self.stop(table) != place;
                let count = store.session().chart().groups().len();
                self.stops.resize(count, Place::default());
                if let Some(stop) = self.stops.get_mut(table) {
                    *stop = place;
                }
                return turned;
            }
            Message::Toggle { insight, open } => {
                let session = store.session();
                return if insight {
                    self.insight.toggle(open, &session)
                } else {
                    self.route.toggle(open, &session)
                };
            }
            Message::Route(message) => {
                let scope = ctx.link().clone();
                let hear =
                    move |notice: &Notice| scope.send_message(Message::Heard(notice.clone()));
                self.route.update(store, message, Box::new(hear));
            }
        }
        self.look(ctx.props());
        true
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &ViewProps) -> bool {
        let props = ctx.props();
        if props.store != old.store {
            self.listening = Self::listen(ctx);
            self.onward = None;
            self.route = self.route.anew();
            self.insight = self.insight.anew();
        }
        self.look(props);
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let ViewProps {
            store,
            parts,
            fills,
        } = ctx.props();
        let session = store.session();
        let mut page = Drawing::new();
        page.open("div", "widget");
        for listener in hear::all(store, ctx.link()) {
            page.hear(listener);
        }
        if parts.card {
            self.draw_card(&mut page, ctx, &session);
        } else {
            page.nothing();
        }
        if parts.grid {
            self.draw_grid(&mut page, &session);
        } else {
            page.nothing();
        }
        page.open("p", "said|role=status");
        page.text(session.said());
        page.close();
        for (shown, place, words) in [
            (parts.diagram, "diagram", "Diagram"),
            (parts.export, "export", "Export"),
        ] {
            if *fills && shown {
                section(&mut page, &session, place, words);
            } else {
                page.nothing();
            }
        }
        page.end()
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
    fn draw_card(&self, page: &mut Drawing, ctx: &Context<Self>, session: &Session) {
        let ViewProps { store, parts, .. } = ctx.props();
        let toggle = hear::toggle(store, ctx.link());
        let links = store.linker().is_some();
        page.open("section", "card");
        page.bind(&self.card);
        page.fix("part", Some("card"));
        page.set("aria-label", Some(session.chart().service()));
        page.open("div", "live|part=live");
        card::draw(page, session, *parts, store.number());
        if parts.route {
            self.route.draw(page, session, &toggle, links);
        } else {
            page.nothing();
        }
        if parts.insight {
            self.insight.draw(page, &toggle);
        } else {
            page.nothing();
        }
        if parts.history {
            history::draw(page, session, links);
        } else {
            page.nothing();
        }
        if session.chart().tells_outcomes() {
            card::legend(page);
        }
        page.close();
        answer::draw(page, session, self.onward.as_ref(), links);
        page.close();
    }

    fn draw_grid(&self, page: &mut Drawing, session: &Session) {
        let chart = session.chart();
        page.open("div", "grid|part=grid|role=group");
        page.set("aria-label", Some(chart.title()));
        for group in 0..chart.groups().len() {
            let table = Table {
                group,
                current: session.service().state(),
                selection: session.selection(),
                stop: self.stop(group),
            };
            let props = PieceProps {
                chart: Rc::clone(chart),
                what: What::Table(table),
            };
            page.component::<Piece>(props, group);
        }
        page.close();
    }
}

/// Draws a section whose place somebody else fills once it is opened; `data-at`, `data-steps` and
/// `data-way` tell them where the service is, that its history is another, and which way was asked for.
fn section(page: &mut Drawing, session: &Session, place: &'static str, words: &str) {
    let chart = session.chart();
    let at = session.service().state();
    let way = (session.goal()).map(|goal| address::of_way(chart, at, goal));
    page.open("details", "section");
    page.fix("part", Some(place));
    page.fix("data-place", Some(place));
    page.set("data-at", at.map(|state| chart.state_name(state)));
    page.set("data-steps", Some(&session.history().taken().to_string()));
    page.set("data-way", way.as_deref());
    page.leaf("summary", "", words);
    page.open("div", "place");
    page.close();
    page.close();
}

/// The element that has the focus in the document or shadow root of `element`.
pub(super) fn active_element(element: &Element) -> Option<Element> {
    use wasm_bindgen::JsCast;
    // A root is a document, a shadow root, or an element that is not on the page and has none.
    let root = element.get_root_node();
    root.unchecked_ref::<Document>().active_element()
}

/// Gives `element` the focus, if it can have it.
pub(super) fn focus(element: &Element) {
    use wasm_bindgen::JsCast;
    // The widget draws HTML only. It fails only for what is not on the page, which has no focus to give.
    let _: Result<(), _> = element.unchecked_ref::<HtmlElement>().focus();
}
