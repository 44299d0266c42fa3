//! The tables of the chart: a tab stop each, arrow keys, and cells that answer.
//!
//! This is the one place of the widget that changes the page by hand, and nothing else touches what it
//! made. A cell is never drawn anew: 1,000 states and 50 operations have 50,000, and a click moves two
//! marks among them. As nodes of Yew a cell took four times the memory, and a click three times its time
//! for a comparison whose answer is known.

mod dom;
mod keys;
mod near;
mod rows;
mod tables;

use super::focus::{focus, show};
use super::{Action, Selection, Session, Store};
use crate::chart::{Chart, StateId};
use keys::Position;
use near::Near;
use std::rc::Rc;
use tables::{Marks, Tables};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlTableCellElement, HtmlTableRowElement};
use yew::prelude::*;

/// What is marked in the tables.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct GridProps {
    pub(super) store: Store,
    /// Where the service is.
    pub(super) at: Option<StateId>,
    /// The cell that the reader asked about.
    pub(super) selection: Option<Selection>,
}

/// The tables.
pub(super) struct Grid {
    tables: Tables,
    /// Dropping it stops filling rows as they come near.
    _near: Option<Near>,
    /// By table: the one place that the Tab key reaches.
    stops: Vec<Position>,
}

impl Grid {
    fn mark(&self, ctx: &Context<Self>) {
        let GridProps { at, selection, .. } = *ctx.props();
        for (table, &stop) in self.stops.iter().enumerate() {
            let marks = Marks {
                current: at,
                selection,
                stop,
            };
            self.tables.mark(table, marks);
        }
    }
}

impl Component for Grid {
    /// A button of this table got the focus.
    type Message = (usize, Position);
    type Properties = GridProps;

    fn create(ctx: &Context<Self>) -> Self {
        let session = ctx.props().store.session();
        let chart = session.chart();
        let tables = Tables::new(&gloo::utils::document(), chart, session.words().clone());
        let grid = Self {
            _near: Near::new(&tables),
            tables,
            stops: vec![Position::default(); chart.groups().len()],
        };
        grid.mark(ctx);
        grid
    }

    fn update(&mut self, ctx: &Context<Self>, (table, position): (usize, Position)) -> bool {
        if let Some(stop) = self.stops.get_mut(table) {
            *stop = position;
        }
        self.mark(ctx);
        false
    }

    fn changed(&mut self, ctx: &Context<Self>, _: &GridProps) -> bool {
        self.mark(ctx);
        false
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let store = ctx.props().store.clone();
        let onclick = {
            let store = store.clone();
            move |event: MouseEvent| {
                let target = event.target_dyn_into::<Element>();
                // Nothing may be dispatched while the session is borrowed.
                let action = target.and_then(|target| click(&store.session(), &target));
                if let Some(action) = action {
                    store.dispatch(action);
                }
            }
        };
        let onkeydown = {
            let store = store.clone();
            let tables = self.tables.clone();
            move |event: KeyboardEvent| {
                let chart = Rc::clone(store.session().chart());
                let target = event.target_dyn_into::<Element>();
                if target
                    .and_then(|target| press(&chart, &tables, &event, &target))
                    .is_some()
                {
                    event.prevent_default();
                }
            }
        };
        let onfocusin = ctx.link().batch_callback(|event: FocusEvent| {
            event
                .target_dyn_into::<Element>()
                .and_then(|target| stop(&target))
        });
        let title = store.session().chart().title().to_owned();
        html! {
            <div class="grid" part="grid" role="group" aria-label={title} {onclick} {onkeydown} {onfocusin}>
                { for self.tables.elements().map(|table| Html::VRef(table.clone().into())) }
            </div>
        }
    }
}

/// What a click on `target` means, if it is in the body of a table.
///
/// Rows and cells are found by their position in the table, so none needs a listener of its own.
fn click(session: &Session, target: &Element) -> Option<Action> {
    let chart = session.chart();
    let cell = target.closest("td,th").ok()??;
    let states = chart.states_of(chart.row_at(position(&cell)?.row)?);
    if let Some(name) = cell.get_attribute("data-operation") {
        let operation = chart.operation_named(&name)?;
        let current = session.service().state();
        let current = current.filter(|state| states.contains(state));
        let state = current.or_else(|| states.first().copied())?;
        return Some(Action::Select(Some(Selection { state, operation })));
    }
    let state = match target.closest("button").ok()? {
        Some(button) => chart.state_named(&button.get_attribute("data-state")?)?,
        None => *states.first()?,
    };
    Some(Action::Set(Some(state)))
}

/// Moves the focus to where a key leads, if it leads anywhere.
fn press(chart: &Chart, tables: &Tables, event: &KeyboardEvent, target: &Element) -> Option<()> {
    if event.alt_key() || event.meta_key() || event.shift_key() {
        return None;
    }
    let (table, at) = stop(target)?;
    let lines = |row: usize| {
        chart
            .row_at(row)
            .map_or(0, |row| chart.states_of(row).len())
    };
    let size = keys::Size {
        rows: chart.rows().len(),
        columns: chart.groups().get(table)?.operations().len(),
        lines: &lines,
    };
    let key = event.key();
    let key = match (key.as_str(), target.matches(":dir(rtl)").unwrap_or(false)) {
        ("ArrowLeft", true) => "ArrowRight",
        ("ArrowRight", true) => "ArrowLeft",
        (key, _) => key,
    };
    let to = keys::go(at, key, event.ctrl_key(), &size)?;
    let button = tables.button(table, to)?;
    focus(&button);
    // A browser does not scroll to a button that is in sight in part.
    show(&button);
    Some(())
}

/// The table and the position in it to which the Tab key returns, once `target` has the focus.
fn stop(target: &Element) -> Option<(usize, Position)> {
    let position = position(target)?;
    let table = target.closest(".table").ok()??;
    Some((table.get_attribute("data-group")?.parse().ok()?, position))
}

/// The position of the cell in which `element` stands; none for the head of the table.
fn position(element: &Element) -> Option<Position> {
    let cell = element.closest("tbody td,tbody th").ok()??;
    // What the selector has found in a table of the widget are cells of rows.
    let row = cell.parent_element()?;
    let row = row.unchecked_ref::<HtmlTableRowElement>();
    let buttons = cell.children();
    let line = (0..buttons.length()).find(|&index| {
        let button = buttons.item(index);
        button.is_some_and(|button| button.contains(Some(element)))
    });
    let cell = cell.unchecked_ref::<HtmlTableCellElement>();
    Some(Position {
        // The head is a row as well.
        row: usize::try_from(row.row_index()).ok()?.checked_sub(1)?,
        column: usize::try_from(cell.cell_index()).ok()?,
        line: line.unwrap_or(0) as usize,
    })
}
