//! One table of the chart as a grid: a tab stop, arrow keys, and cells that answer.

mod keys;
mod row;

use super::{Action, Selection, Store, view};
use crate::chart::{Chart, RowId, StateId};
use keys::Place;
use row::GridRow;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlTableCellElement, HtmlTableElement, HtmlTableRowElement};
use yew::prelude::*;

/// One table.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct GridProps {
    pub(super) store: Store,
    pub(super) chart: Rc<Chart>,
    /// The place of the table among the chart's groups.
    pub(super) group: usize,
    /// Where the service is.
    pub(super) current: Option<StateId>,
    /// The cell that the reader asked about.
    pub(super) selection: Option<Selection>,
}

/// A button got the focus.
pub(super) struct Focused(Place);

/// A table, and the one place in it that the Tab key reaches.
pub(super) struct Grid {
    stop: Place,
}

impl Component for Grid {
    type Message = Focused;
    type Properties = GridProps;

    fn create(_: &Context<Self>) -> Self {
        Self {
            stop: Place::default(),
        }
    }

    fn update(&mut self, _: &Context<Self>, Focused(stop): Focused) -> bool {
        std::mem::replace(&mut self.stop, stop) != stop
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let props = ctx.props();
        let chart = &props.chart;
        let Some(group) = chart.groups().get(props.group) else {
            return Html::default();
        };
        let heads = group.operations().iter().map(|&operation| {
            let name = chart.operation_name(operation).to_owned();
            html! { <th key={operation.index()} scope="col" data-operation={name.clone()}>{ name }</th> }
        });
        let current = props.current.and_then(|state| chart.row_of(state));
        let selected =
            (props.selection).and_then(|cell| Some((chart.row_of(cell.state)?, cell.operation)));
        let rows = (0..chart.rows().len()).filter_map(|index| {
            let row = chart.row_at(index)?;
            let here = |at: Option<RowId>| at == Some(row);
            Some(html! {
                <GridRow
                    key={index}
                    chart={Rc::clone(chart)}
                    {row}
                    group={props.group}
                    current={props.current.filter(|_| here(current))}
                    selected={selected.filter(|(at, _)| *at == row).map(|(_, operation)| operation)}
                    stop={(self.stop.row == index).then_some(self.stop.column)}
                />
            })
        });
        // An event of a shadow root has lost its target by the time that a message of it arrives.
        let (clicked, pressed) = (props.clone(), props.clone());
        let onclick = move |event: MouseEvent| {
            if let Some(target) = event.target_dyn_into::<Element>() {
                clicked.click(&target);
            }
        };
        let onkeydown = move |event: KeyboardEvent| {
            if pressed.press(&event).is_some() {
                event.prevent_default();
            }
        };
        let scope = ctx.link().clone();
        let onfocusin = move |event: FocusEvent| {
            let target = event.target_dyn_into::<Element>();
            if let Some(stop) = target.and_then(|target| place(&target)) {
                scope.send_message(Focused(stop));
            }
        };
        html! {
            <div class="table" tabindex="-1">
                <table role="grid" {onclick} {onkeydown} {onfocusin}>
                    <caption><span>{ group.title() }</span></caption>
                    <thead>
                        <tr>
                            <th scope="col" class="corner">{ "State" }</th>
                            { for heads }
                        </tr>
                    </thead>
                    <tbody>{ for rows }</tbody>
                </table>
            </div>
        }
    }
}

impl GridProps {
    /// Rows and cells are found by their place in the table, so none needs a listener of its own.
    fn click(&self, target: &Element) -> Option<()> {
        let Self { store, chart, .. } = self;
        let cell = target.closest("td,th").ok()??;
        let place = place(&cell)?;
        let row = chart.row_at(place.row)?;
        let states = chart.states_of(row);
        if place.column > 0 {
            let group = chart.groups().get(self.group)?;
            let operation = *group.operations().get(place.column - 1)?;
            let state = self.current.filter(|state| states.contains(state));
            let state = state.or_else(|| states.first().copied())?;
            store.dispatch(Action::Select(Some(Selection { state, operation })));
            return Some(());
        }
        let state = match target.closest("button[data-state]").ok()? {
            Some(button) => chart.state_named(&button.get_attribute("data-state")?)?,
            None => *states.first()?,
        };
        store.dispatch(Action::Set(Some(state)));
        Some(())
    }

    fn press(&self, event: &KeyboardEvent) -> Option<()> {
        if event.alt_key() || event.meta_key() || event.shift_key() {
            return None;
        }
        let chart = &self.chart;
        let at = place(&event.target_dyn_into::<Element>()?)?;
        let columns = chart.groups().get(self.group)?.operations().len();
        let lines = |row: usize| {
            chart
                .row_at(row)
                .map_or(0, |row| chart.states_of(row).len())
        };
        let size = keys::Size {
            rows: chart.rows().len(),
            columns,
            lines: &lines,
        };
        let to = keys::go(at, &event.key(), event.ctrl_key(), &size)?;
        let table = event
            .target_dyn_into::<Element>()?
            .closest("table")
            .ok()??;
        view::focus(button(&table.dyn_into().ok()?, to)?.as_ref());
        Some(())
    }
}

/// The place of the cell in which `element` stands; none for the head of the table.
fn place(element: &Element) -> Option<Place> {
    let cell = element
        .closest("td,th")
        .ok()??
        .dyn_into::<HtmlTableCellElement>()
        .ok()?;
    let row = cell
        .parent_element()?
        .dyn_into::<HtmlTableRowElement>()
        .ok()?;
    let buttons = cell.query_selector_all("button").ok()?;
    let line = (0..buttons.length()).find(|&index| {
        let node = buttons.item(index);
        node.is_some_and(|node| node.contains(Some(element)))
    });
    Some(Place {
        row: usize::try_from(row.section_row_index()).ok()?,
        column: usize::try_from(cell.cell_index()).ok()?,
        line: line.unwrap_or(0) as usize,
    })
    .filter(|_| row.closest("tbody").ok().flatten().is_some())
}

/// The button at `place`.
fn button(table: &HtmlTableElement, place: Place) -> Option<HtmlElement> {
    let body = table.t_bodies().item(0)?;
    let row = body.children().item(u32::try_from(place.row).ok()?)?;
    let cell = row.children().item(u32::try_from(place.column).ok()?)?;
    let button = cell.children().item(u32::try_from(place.line).ok()?)?;
    button.dyn_into().ok()
}
