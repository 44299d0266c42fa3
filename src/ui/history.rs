//! The steps a service took: look back, undo, redo, jump, start over.

use super::draw::Drawing;
use super::{Session, card, link, words};
use crate::address;
use crate::service::{Cause, Step};

/// Draws the history; `links` is whether links are offered.
pub(super) fn draw(page: &mut Drawing, session: &Session, links: bool) {
    let history = session.history();
    let taken = history.taken();
    let total = taken + history.undone();
    let idle = session.service().running().is_none();
    page.open("div", "history|part=history|role=group|aria-label=History");
    page.open("div", "bar");
    for (word, name, enabled) in [
        ("Undo", "undo", taken > 0 || !idle),
        ("Redo", "redo", history.undone() > 0 && idle),
        ("Start over", "start-over", total > 0 || !idle),
    ] {
        page.button("");
        page.fix("data-history", Some(name));
        page.mark("disabled", !enabled);
        page.text(word);
        page.close();
    }
    if links {
        link::draw(page, &address::of_history(history));
    }
    page.close();
    if total > 0 {
        page.open("details", "");
        page.mark("open", true);
        page.leaf("summary", "", "Steps");
        page.open("ol", "|tabindex=0|role=list|aria-label=Steps");
        for (index, step) in history.steps().enumerate() {
            item(page, session, index, step);
        }
        page.close();
        page.close();
    }
    page.close();
}

fn item(page: &mut Drawing, session: &Session, index: usize, step: &Step) {
    let chart = session.chart();
    let history = session.history();
    let taken = history.taken();
    // Where nothing is undone it is the last, which needs no mark.
    let is_current = index + 1 == taken && history.undone() > 0;
    page.open("li", if index < taken { "taken" } else { "undone" });
    page.button("");
    page.set("data-step", Some(&(index + 1).to_string()));
    page.fix("aria-current", is_current.then_some("step"));
    let name = match step.cause {
        Cause::Set => "Set",
        cause => cause.name(chart),
    };
    page.open("span", "what");
    page.text(name);
    page.text(" ");
    page.text(words::ending(step.ending));
    page.close();
    page.open("span", "change");
    page.text(words::position(chart, step.from));
    page.text(" → ");
    page.text(words::position(chart, step.to));
    page.close();
    page.close();
    if let Some(source) = step.source {
        card::source(page, source);
    }
    page.close();
}
