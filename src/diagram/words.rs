//! What an arrow says, in a sentence.

use super::{Line, Place, plan};
use crate::chart::{Chart, Lead};

/// What `line` in the box of `place` says: where it leads, and where when it fails.
#[must_use]
pub fn sentence(chart: &Chart, place: Place, line: &Line) -> String {
    let mut text = [line.cause.name(chart), " in ", place.name(chart)].concat();
    if !line.condition.is_empty() {
        text += &[" (", &line.condition, ")"].concat();
    }
    let [success, failure] = line.leads;
    text += ": ";
    match success {
        Some(lead) => push(&mut text, chart, place, lead, " ("),
        None => text += "the chart does not tell where it leads",
    }
    if let Some(lead) = failure {
        text += "; ";
        push(&mut text, chart, place, lead, " if it fails (");
    }
    text
}

fn push(text: &mut String, chart: &Chart, place: Place, lead: Lead, end: &str) {
    match plan::target(place, lead) {
        Some(to) => *text += &["leads to ", to.name(chart)].concat(),
        None => *text += "stays there",
    }
    *text += &[end, lead.source.word(), ")"].concat();
}
