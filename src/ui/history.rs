//! The steps a service took: look back, undo, redo, jump, start over.

use super::draw::Drawing;
use super::{Session, card, words};
use crate::service::{Cause, Step};

/// Draws the history.
pub(super) fn draw(page: &mut Drawing, session: &Session) {
    let history = session.history();
    let taken = history.taken();
    let total = taken + history.undone();
    let idle = session.service().running().is_none();
    page.open("div", "history");
    page.fix("part", Some("history"));
    page.fix("role", Some("group"));
    page.fix("aria-label", Some("History"));
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
    page.close();
    if total > 0 {
        page.open("details", "");
        page.mark("open", true);
        page.leaf("summary", "", &count(total));
        page.open("ol", "");
        page.fix("tabindex", Some("0"));
        page.fix("role", Some("list"));
        page.fix("aria-label", Some("Steps"));
        for (index, step) in history.steps().enumerate() {
            item(page, session, index, step);
        }
        page.close();
        page.close();
    }
    page.close();
}

fn count(total: usize) -> String {
    let word = if total == 1 { " step" } else { " steps" };
    [&total.to_string(), word].concat()
}

fn item(page: &mut Drawing, session: &Session, index: usize, step: &Step) {
    let chart = session.chart();
    let taken = session.history().taken();
    page.open("li", if index < taken { "taken" } else { "undone" });
    page.key(index);
    page.button("");
    page.set("data-step", Some(&(index + 1).to_string()));
    page.fix("aria-current", (index + 1 == taken).then_some("step"));
    let name = match step.cause {
        Cause::Set => "Set",
        cause => cause.name(chart),
    };
    let what = [name, " ", words::ending(step.ending)].concat();
    page.leaf("span", "what", &what);
    let from = words::position(chart, step.from);
    let change = [from, " → ", words::position(chart, step.to)].concat();
    page.leaf("span", "change", &change);
    page.close();
    if let Some(source) = step.source {
        card::source(page, source);
    }
    page.close();
}
