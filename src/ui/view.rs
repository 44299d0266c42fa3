//! The root of the widget: what is shown, what is said, and where the focus goes.

use super::draw::{Drawing, Drawn, page};
use super::grid::{Marks, Place, Tables};
use super::{Listening, Notice, Parts, Session, Store, answer, card, hear, history};
use super::{late, route, ways};
use crate::address;
use crate::chart::{Chart, Permit};
use crate::path::Goal;
use gloo::events::EventListener;
use std::cell::RefCell;
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
    /// The section that is this part was opened or closed: whether it is open now.
    Toggle(Option<String>, bool),
    /// The reader asked for a way, or walks one.
    Route(route::Message),
}

/// Shows a store.
pub struct View {
    /// Held for what their end would end.
    listening: Listening,
    hearing: [EventListener; 5],
    drawn: RefCell<Drawn>,
    /// Of which chart that is. Held so that no other chart takes its place in memory meanwhile.
    chart: Rc<Chart>,
    /// Whether what is drawn is not what is to be seen.
    stale: bool,
    tables: Option<Tables>,
    /// By table: the one place that the Tab key reaches.
    stops: Vec<Place>,
    /// The goal that the session had last.
    goal: Option<Goal>,
    /// The sections that are open.
    open: Vec<String>,
    ways: Option<Box<ways::Ways>>,
}

impl View {
    fn listen(ctx: &Context<Self>) -> Listening {
        let scope = ctx.link().clone();
        let store = &ctx.props().store;
        store.listen(move |_| scope.send_message(Message::Redraw))
    }

    /// Looks at what has changed.
    fn look(&mut self, ViewProps { store, parts, .. }: &ViewProps) {
        let session = store.session();
        self.stale = true;
        if self.goal != session.goal() {
            self.goal = session.goal();
            // Whoever asked for a way wants to see it.
            self.toggle("route", self.goal.is_some() || self.is_open("route"));
        }
        let shown = |part: &str, shown: bool| (parts.card && shown).then(|| self.is_open(part));
        let shown = ways::Shown {
            route: shown("route", parts.route),
            insight: shown("insight", parts.insight),
        };
        let asked = session.selection().is_some_and(|cell| {
            *session.chart().permit(cell.state, cell.operation) == Permit::Refused
        });
        let wanted = asked || shown.route == Some(true) || shown.insight == Some(true);
        if self.ways.is_none() && wanted {
            if late::here() {
                self.ways = Some(ways::Ways::new());
            } else {
                late::want(store);
            }
        }
        if let Some(ways) = &mut self.ways {
            ways.look(&session, shown);
        }
    }

    fn is_open(&self, part: &str) -> bool {
        self.open.iter().any(|open| open == part)
    }

    fn toggle(&mut self, part: &str, open: bool) {
        self.open.retain(|other| other != part);
        if open {
            self.open.push(part.to_owned());
        }
    }

    fn stop(&self, table: usize) -> Place {
        self.stops.get(table).copied().unwrap_or_default()
    }

    /// Has the page show what is to be seen.
    fn draw(&mut self, ctx: &Context<Self>) {
        if !std::mem::take(&mut self.stale) {
            return;
        }
        let props = ctx.props();
        let session = props.store.session();
        let chart = session.chart();
        let tables = self.tables.take().filter(|tables| tables.are_of(chart));
        if props.parts.grid {
            let new = || Tables::new(&gloo::utils::document(), chart);
            let tables = tables.unwrap_or_else(new);
            for table in 0..chart.groups().len() {
                self.mark(&tables, table, &session);
            }
            self.tables = Some(tables);
        }
        let root = self.drawn.borrow().element().clone();
        let focused = active_element(&root).filter(|active| {
            let card = root.first_element_child();
            card.is_some_and(|card| card.contains(Some(active)))
        });
        (self.drawn.borrow_mut()).draw(|page| self.draw_all(page, props, &session));
        self.chart = Rc::clone(chart);
        // A button that is disabled or gone keeps no focus, and a browser gives it to nobody.
        let lost = |it: Element| !it.is_connected() || it.has_attribute("disabled");
        if focused.is_some_and(lost)
            && let Ok(Some(state)) = root.query_selector(".card .state")
        {
            focus(&state);
        }
    }

    fn mark(&self, tables: &Tables, table: usize, session: &Session) {
        let marks = Marks {
            current: session.service().state(),
            selection: session.selection(),
            stop: self.stop(table),
        };
        tables.mark(table, marks);
    }
}

impl Component for View {
    type Message = Told;
    type Properties = ViewProps;

    fn create(ctx: &Context<Self>) -> Self {
        let document = gloo::utils::document();
        let root = page::element(&document, "div");
        page::set(&root, "class", "widget");
        let mut view = Self {
            listening: Self::listen(ctx),
            hearing: hear::all(&root, &ctx.props().store, ctx.link()),
            drawn: RefCell::new(Drawn::new(document, root)),
            chart: Rc::clone(ctx.props().store.session().chart()),
            stale: true,
            tables: None,
            stops: Vec::new(),
            goal: None,
            open: Vec::new(),
            ways: None,
        };
        view.look(ctx.props());
        // All of it comes onto the page at once.
        view.draw(ctx);
        view
    }

    fn update(&mut self, ctx: &Context<Self>, Told(message): Told) -> bool {
        let store = &ctx.props().store;
        match message {
            Message::Redraw => {}
            Message::Heard(notice) => {
                if let Some(ways) = &mut self.ways {
                    ways.hear(store, &notice);
                }
            }
            Message::Stop(table, place) => {
                let session = store.session();
                self.stops
                    .resize(session.chart().groups().len(), Place::default());
                if let Some(stop) = self.stops.get_mut(table) {
                    *stop = place;
                }
                if let Some(tables) = &self.tables {
                    self.mark(tables, table, &session);
                }
                return false;
            }
            Message::Toggle(part, open) => {
                let Some(part) = part.filter(|part| self.is_open(part) != open) else {
                    return false;
                };
                self.toggle(&part, open);
            }
            Message::Route(message) => {
                let scope = ctx.link().clone();
                let hear =
                    move |notice: &Notice| scope.send_message(Message::Heard(notice.clone()));
                if let Some(ways) = &mut self.ways {
                    ways.update(store, message, Box::new(hear));
                }
            }
        }
        self.look(ctx.props());
        true
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &ViewProps) -> bool {
        let props = ctx.props();
        if props.store != old.store {
            self.listening = Self::listen(ctx);
            let root = self.drawn.borrow().element().clone();
            self.hearing = hear::all(&root, &props.store, ctx.link());
            self.ways = None;
        }
        self.look(props);
        true
    }

    fn view(&self, _: &Context<Self>) -> Html {
        Html::VRef(self.drawn.borrow().element().clone().into())
    }

    fn rendered(&mut self, ctx: &Context<Self>, _: bool) {
        self.draw(ctx);
    }
}

impl View {
    fn draw_all(&self, page: &mut Drawing, props: &ViewProps, session: &Session) {
        let parts = props.parts;
        if parts.card {
            self.draw_card(page, props, session);
        } else {
            page.nothing();
        }
        match &self.tables {
            Some(tables) => {
                page.open("div", "|part=grid|role=group");
                let asked = session.selection().is_some();
                page.fix("class", Some(if asked { "grid asked" } else { "grid" }));
                page.set("aria-label", Some(session.chart().title()));
                for table in tables.elements() {
                    page.other(table);
                }
                page.close();
            }
            None => page.nothing(),
        }
        page.leaf("p", "said|role=status", session.said());
        for (shown, place, words) in [
            (parts.diagram, "diagram", "Diagram"),
            (parts.export, "export", "Export"),
        ] {
            if props.fills && shown {
                self.section(page, session, place, words);
            } else {
                page.nothing();
            }
        }
    }

    fn draw_card(&self, page: &mut Drawing, props: &ViewProps, session: &Session) {
        let ViewProps { store, parts, .. } = props;
        let links = store.linker().is_some();
        page.open("section", "card");
        page.fix("part", Some("card"));
        page.set("aria-label", Some(session.chart().service()));
        page.open("div", "live|part=live");
        card::draw(page, session, *parts, store.number());
        for (shown, part, words) in [
            (parts.route, "route", "Find a way"),
            (parts.insight, "insight", "What can I do now"),
        ] {
            if !shown {
                page.nothing();
                continue;
            }
            page.open("details", part);
            page.fix("part", Some(part));
            page.mark("open", self.is_open(part));
            page.leaf("summary", "", words);
            match &self.ways {
                Some(ways) if part == "route" => ways.draw_route(page, session, links),
                Some(ways) => ways.draw_insight(page),
                None if self.is_open(part) => page.leaf("p", "", &late::word()),
                None => {}
            }
            page.close();
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
        answer::draw(page, session, self.ways.as_deref(), links);
        page.close();
    }

    /// Draws a section whose place somebody else fills once it is opened. As long as it is open,
    /// `data-at`, `data-steps` and `data-way` tell them where the service is, that its history is
    /// another, and which way was asked for.
    fn section(&self, page: &mut Drawing, session: &Session, place: &'static str, words: &str) {
        let chart = session.chart();
        let at = session.service().state();
        let is_open = self.is_open(place);
        let way = session.goal().filter(|_| is_open && late::here());
        let steps = session.history().taken().to_string();
        page.open("details", "section");
        page.fix("part", Some(place));
        page.fix("data-place", Some(place));
        let name = at.filter(|_| is_open).map(|state| chart.state_name(state));
        page.set("data-at", name);
        page.set("data-steps", Some(&*steps).filter(|_| is_open));
        let way = way.map(|goal| address::of_way(chart, at, goal));
        page.set("data-way", way.as_deref());
        page.leaf("summary", "", words);
        page.leaf("div", "place", "");
        page.close();
    }
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
