//! The goals that one can choose: a native list, drawn once a chart.

use crate::chart::Chart;
use crate::path::Goal;
use crate::ui::draw::Drawing;
use crate::ui::words::way;
use std::ops::Range;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;

/// Draws the list, which shows the goal: others may have chosen it.
pub(super) fn draw(page: &mut Drawing, chart: &Rc<Chart>, goal: Option<Goal>) {
    page.open("label", "");
    page.text("How do I get to ");
    page.open("select", "");
    // A chart has its place in memory for itself, and the list is long.
    if !page.is_same(Rc::as_ptr(chart).addr()) {
        let states = chart.states().len() + 1;
        page.open("option", "|value=");
        page.text("…");
        page.close();
        options(page, chart, "a state", 0..states);
        let all = states + chart.operations().len();
        options(page, chart, "where", states..all);
    }
    if let Some(list) = page.element() {
        let list = list.unchecked_ref::<HtmlSelectElement>();
        let number = goal.map(|goal| number(chart, goal).to_string());
        let number = number.unwrap_or_default();
        // To set what is there already would cost a walk through the list.
        if list.value() != number {
            list.set_value(&number);
        }
    }
    page.close();
    page.close();
}

fn options(page: &mut Drawing, chart: &Chart, label: &'static str, numbers: Range<usize>) {
    page.open("optgroup", "");
    page.fix("label", Some(label));
    for number in numbers {
        if let Some(goal) = goal(chart, number) {
            page.open("option", "");
            page.set("value", Some(&number.to_string()));
            page.text(&way::goal(chart, goal));
            page.close();
        }
    }
    page.close();
}

/// The goal of a number: each state, then no service, then each operation.
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
