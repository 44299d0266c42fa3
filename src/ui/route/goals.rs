//! The goals that one can choose: a native list, drawn once a chart.

use crate::chart::Chart;
use crate::path::Goal;
use crate::ui::draw::Drawing;
use crate::ui::words::way;
use std::ops::Range;
use web_sys::HtmlSelectElement;
use yew::NodeRef;

/// Draws the list, and binds it to `list`.
pub(in crate::ui) fn draw(page: &mut Drawing, chart: &Chart, list: &NodeRef) {
    let states = chart.states().len() + 1;
    page.open("label", "");
    page.word("How do I get to ");
    page.open("select", "");
    page.bind(list);
    page.open("option", "|value=");
    page.word("…");
    page.close();
    options(page, chart, "a state", 0..states);
    let all = states + chart.operations().len();
    options(page, chart, "where", states..all);
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

/// Has the list show the goal, which others may have chosen.
pub(in crate::ui) fn show(list: &NodeRef, chart: &Chart, goal: Option<Goal>) {
    if let Some(list) = list.cast::<HtmlSelectElement>() {
        let number = goal.map(|goal| number(chart, goal).to_string());
        list.set_value(&number.unwrap_or_default());
    }
}

/// The goal of a number: each state, then no service, then each operation.
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
