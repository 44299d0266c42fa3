//! The live service card: where the service is, what it allows, and what runs.

use super::draw::Drawing;
use super::{Parts, Session, words};
use crate::chart::{Chart, Source, Standing};
use crate::service::{Cause, Run};

/// Draws the live part of the card. `number` is different for each card of the page.
pub(super) fn draw(page: &mut Drawing, session: &Session, parts: Parts, number: u32) {
    let chart = session.chart();
    page.open("div", "head");
    page.leaf("p", "name", chart.service());
    state(page, session);
    page.close();
    page.open("div", "operations|part=operations");
    for group in chart.groups() {
        page.open("div", "group|role=group");
        page.set("aria-label", Some(group.title()));
        for &operation in group.operations() {
            let cause = Cause::Operation(operation);
            cause_button(page, session, "data-operation", cause);
        }
        page.close();
    }
    page.close();
    ending(page, session, number);
    if parts.events && !chart.events().is_empty() {
        events(page, session);
    } else {
        page.nothing();
    }
    if session.asking().is_some() {
        asking(page, chart);
    } else {
        page.nothing();
    }
}

/// The state line. It takes the focus that a disabled button loses.
fn state(page: &mut Drawing, session: &Session) {
    let chart = session.chart();
    let service = session.service();
    let at = service.state();
    let name = words::position(chart, at);
    page.open("p", "state|part=state|tabindex=-1");
    page.set("data-state", at.map(|_| name));
    match service.running() {
        Some(run) => {
            page.open("span", "here runs");
            shape(page);
            runs(page, run.cause.name(chart), run, name);
            page.close();
        }
        None => {
            let class = match at.map(|state| chart.standing(state)) {
                None => "here none",
                Some(Standing::Start) => "here start",
                Some(Standing::Failed) => "here failed",
                Some(Standing::Other) => "here other",
            };
            // Shape and word come as one change of the page.
            page.open_anew("span", class, name);
            shape(page);
            page.leaf("span", "word", name);
            page.close();
        }
    }
    page.close();
}

/// What has a shape and a colour for each standing.
fn shape(page: &mut Drawing) {
    page.open("span", "shape|aria-hidden=true");
    page.close();
}

fn runs(page: &mut Drawing, cause: &str, run: &Run, from: &str) {
    match &run.via {
        Some(via) => {
            page.leaf("span", "word", &via.name);
            source(page, via.source);
        }
        None => page.leaf("span", "word", cause),
    }
    page.open("span", "from");
    page.text("from ");
    page.text(from);
    page.close();
    page.open("progress", "");
    page.set("aria-label", Some(cause));
    page.close();
}

/// How something is known, as a mark that says so.
pub(super) fn source(page: &mut Drawing, source: Source) {
    let class = match source {
        Source::Documented => "source documented",
        Source::Inferred => "source inferred",
    };
    page.leaf("span", class, source.word());
}

/// What the marks of sources mean.
pub(super) fn legend(page: &mut Drawing) {
    page.open("p", "legend");
    source(page, Source::Documented);
    page.leaf("span", "", "the publisher says so");
    source(page, Source::Inferred);
    page.leaf("span", "", "concluded from the names");
    page.close();
}

/// A button that begins an operation or event.
fn cause_button(page: &mut Drawing, session: &Session, hook: &'static str, cause: Cause) {
    let name = cause.name(session.chart());
    page.button("");
    page.set(hook, Some(name));
    page.mark("disabled", !session.service().may(cause));
    page.text(name);
    page.close();
}

/// Whether operations succeed or fail, as the reader chooses.
fn ending(page: &mut Drawing, session: &Session, number: u32) {
    // Radio buttons of one name are one choice in the whole page, and a page may have many cards.
    let name = ["ending-", &number.to_string()].concat();
    let busy = session.service().running().is_some();
    page.open("fieldset", "ending|part=ending");
    page.leaf("legend", "", if busy { "It" } else { "The next operation" });
    for (fails, value, word) in [(false, "success", "succeeds"), (true, "failure", "fails")] {
        page.open("label", "");
        page.open("input", "|type=radio");
        page.set("name", Some(&name));
        page.fix("value", Some(value));
        page.checked(session.fails() == fails);
        page.close();
        page.text(word);
        page.close();
    }
    page.close();
}

/// The events from outside, apart from the operations.
fn events(page: &mut Drawing, session: &Session) {
    let chart = session.chart();
    page.open(
        "div",
        "events|part=events|role=group|aria-label=Events from outside",
    );
    page.open("span", "label|aria-hidden=true");
    page.text("From outside");
    page.close();
    for index in 0..chart.events().len() {
        if let Some(event) = chart.event_at(index) {
            cause_button(page, session, "data-event", Cause::Event(event));
        }
    }
    page.close();
}

/// The chart does not tell where an operation led: the reader does.
fn asking(page: &mut Drawing, chart: &Chart) {
    page.open("div", "asking|role=group|aria-label=Where did it end?");
    page.open("p", "");
    page.text("The chart does not tell where this leads. Where did it end?");
    page.close();
    let ends = chart.states().map(|state| chart.state_name(state));
    for name in ends.map(Some).chain([None]) {
        page.button("");
        page.set("data-ended", Some(name.unwrap_or_default()));
        page.text(name.unwrap_or(words::NO_SERVICE));
        page.close();
    }
    page.close();
}
