//! The answer to the cell that the reader asked about.

use super::draw::Drawing;
use super::{Selection, Session, card, link, ways::Ways, words};
use crate::address;
use crate::chart::{Chart, Lead, Permit, StateId, Target};

/// Draws the answer, or how to ask; `links` is whether links are offered.
pub(super) fn draw(page: &mut Drawing, session: &Session, ways: Option<&Ways>, links: bool) {
    let Some(selection) = session.selection() else {
        page.open("p", "answer hint");
        page.text("Activate a cell of the table to ask about it.");
        return page.close();
    };
    let chart = session.chart();
    let cell = words::cell(chart, selection);
    let about = chart.operation_about(selection.operation);
    page.open("div", "answer|part=answer|role=group");
    page.set("aria-label", Some(&cell));
    page.open("p", "question");
    page.leaf("strong", "", &cell);
    page.button("close|data-act=close|aria-label=Close");
    page.text("×");
    page.close();
    page.close();
    verdict(page, session, selection, ways);
    if !about.is_empty() {
        page.leaf("p", "about", about);
    }
    if links {
        let Selection { state, operation } = selection;
        link::draw(page, &address::of_cell(chart, state, operation));
    }
    page.close();
}

fn verdict(page: &mut Drawing, session: &Session, selection: Selection, ways: Option<&Ways>) {
    let chart = session.chart();
    let condition = match chart.permit(selection.state, selection.operation) {
        Permit::Allowed => {
            page.leaf("p", "verdict yes", "Allowed");
            false
        }
        Permit::Conditional(text) => {
            page.open("p", "verdict maybe");
            page.text("The chart says: ");
            page.text(text);
            page.close();
            true
        }
        Permit::Refused => {
            page.leaf("p", "verdict no", chart.refusal());
            note(page, chart, selection);
            instead(page, chart, selection);
            if let Some(ways) = ways {
                ways.draw_onward(page, session);
            }
            return;
        }
    };
    note(page, chart, selection);
    leads(page, chart, selection);
    act(page, session, selection, condition);
}

/// What stands beside the mark of the cell.
fn note(page: &mut Drawing, chart: &Chart, selection: Selection) {
    match chart.note(selection.state, selection.operation) {
        Some(text) => page.leaf("p", "note", text),
        None => page.nothing(),
    }
}

/// Where the operation leads, each with its source.
fn leads(page: &mut Drawing, chart: &Chart, selection: Selection) {
    let outcome = chart.outcome(selection.state, selection.operation);
    page.open("dl", "leads");
    if let Some(via) = outcome.and_then(|outcome| outcome.via.as_ref()) {
        page.leaf("dt", "", "While it runs");
        page.open("dd", "");
        page.leaf("span", "", &via.name);
        card::source(page, via.source);
        page.close();
    }
    for (words, told) in [
        ("On success", outcome.and_then(|outcome| outcome.success)),
        ("On failure", outcome.and_then(|outcome| outcome.failure)),
    ] {
        page.leaf("dt", "", words);
        page.open("dd", "");
        lead(page, chart, selection.state, told);
        page.close();
    }
    page.close();
}

fn lead(page: &mut Drawing, chart: &Chart, from: StateId, lead: Option<Lead>) {
    let Some(lead) = lead else {
        return page.leaf("span", "untold", "the chart does not tell");
    };
    page.open("span", "");
    let name = match lead.target {
        Target::State(state) if state != from => chart.state_name(state),
        Target::State(_) | Target::Same => {
            page.text("still ");
            chart.state_name(from)
        }
        Target::Gone => words::NO_SERVICE,
    };
    page.text(name);
    page.close();
    card::source(page, lead.source);
}

/// A button that performs the operation, from the selected state.
fn act(page: &mut Drawing, session: &Session, selection: Selection, condition: bool) {
    let chart = session.chart();
    let service = session.service();
    let name = chart.operation_name(selection.operation);
    page.button("act");
    page.fix(
        "data-act",
        Some(if condition { "conditional" } else { "perform" }),
    );
    page.mark("disabled", service.running().is_some());
    if service.state() != Some(selection.state) {
        page.text("Set to ");
        page.text(chart.state_name(selection.state));
        page.text(", then ");
    }
    page.text(name);
    if condition {
        page.text(": the condition is met");
    }
    page.close();
}

/// The states that do allow what is refused here.
fn instead(page: &mut Drawing, chart: &Chart, selection: Selection) {
    let operation = selection.operation;
    let mut states = chart.allowing(operation).peekable();
    if states.peek().is_none() {
        // The reason that no way leads there says so.
        return page.nothing();
    }
    page.open("p", "instead");
    page.open("span", "");
    page.text(chart.operation_name(operation));
    page.text(" is allowed in");
    page.close();
    for state in states {
        let name = chart.state_name(state);
        page.button("");
        page.set("data-ask", Some(name));
        page.text(name);
        page.close();
    }
    page.close();
}
