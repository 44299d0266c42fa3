//! The goals that one can choose: a native list, drawn once a chart.

use crate::chart::Chart;
use crate::path::Goal;
use crate::ui::draw::{Drawing, page};
use crate::ui::words::way;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlOptionElement, HtmlSelectElement};

/// Draws the list, which shows the goal: others may have chosen it.
pub(super) fn draw(page: &mut Drawing, chart: &Rc<Chart>, goal: Option<Goal>) {
    page.open("label", "");
    page.text("How do I get to ");
    page.open("select", "");
    // A chart has its place in memory for itself.
    let same = page.is_same(Rc::as_ptr(chart).addr());
    if let Some(list) = page.element() {
        if !same {
            fill(list, chart);
        }
        let list = list.unchecked_ref::<HtmlSelectElement>();
        let place = goal.map_or(0, |goal| number(chart, goal).saturating_add(1));
        let place = i32::try_from(place).unwrap_or_default();
        // To set what is there already would cost a walk through the list.
        if list.selected_index() != place {
            list.set_selected_index(place);
        }
    }
    page.close();
    page.close();
}

/// Fills the list, at once and for good: it may have 10,000 options, and none is ever changed.
fn fill(list: &Element, chart: &Chart) {
    list.set_text_content(None);
    add(list, "…");
    let states = chart.states().len() + 1;
    let all = states + chart.operations().len();
    for (label, numbers) in [("a state", 0..states), ("where", states..all)] {
        let group = page::element(&gloo::utils::document(), "optgroup");
        page::set(&group, "label", label);
        for goal in numbers.filter_map(|number| goal(chart, number)) {
            add(&group, &way::goal(chart, goal));
        }
        page::insert(list, &group, None);
    }
}

fn add(list: &Element, text: &str) {
    // It fails for no text.
    if let Ok(option) = HtmlOptionElement::new_with_text(text) {
        page::insert(list, &option, None);
    }
}

/// The goal of a number: each state, then no service, then each operation. The option of it comes
/// after one of no goal.
#[inline(never)]
pub(in crate::ui) fn goal(chart: &Chart, number: usize) -> Option<Goal> {
    let states = chart.states().len();
    match number.checked_sub(states + 1) {
        None => Some(Goal::At(chart.state_at(number))),
        Some(operation) => chart.operation_at(operation).map(Goal::Allowed),
    }
}

/// The number of a goal.
fn number(chart: &Chart, goal: Goal) -> usize {
    let states = chart.states().len();
    match goal {
        Goal::At(position) => position.map_or(states, |state| state.index()),
        Goal::Allowed(operation) => states + 1 + operation.index(),
    }
}
