//! The steps a service took: look back, undo, redo, jump, start over.

use super::draw::Drawing;
use super::{Session, Store, card, link, words};
use crate::address;
use crate::service::{Cause, Step};

/// Draws the history.
pub(super) fn draw(page: &mut Drawing, session: &Session, store: &Store) {
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
        page.word(word);
        page.close();
    }
    link::draw(page, store, &|| address::of_history(history));
    page.close();
    if total > 0 {
        page.open("details", "");
        page.mark("open", true);
        page.open("summary", "");
        page.text(&total.to_string());
        page.text(if total == 1 { " step" } else { " steps" });
        page.close();
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
    let taken = session.history().taken();
    page.open("li", if index < taken { "taken" } else { "undone" });
    let number = (index + 1).to_string();
    page.key(&number);
    page.button("");
    page.set("data-step", Some(&number));
    page.fix("aria-current", (index + 1 == taken).then_some("step"));
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
