//! Plain tables, one for each group, as an author would write them by hand: they are read without
//! scripts, and by this widget.
//!
//! Where an operation leads stands in `data-success`, `data-failure` and `data-via` of its cell,
//! as the name of a state, `same` or `gone`; `data-inferred` names those of the three that the
//! publisher did not say. A row has one cell for all its states: what they do not share is left out.
//! The note of a cell stands behind its mark, and makes a cross of what else is blank.

use super::cell_text;
use super::markup::{attribute, text};
use crate::chart::{
    Chart, Group, OperationId, Outcome, Row, RowId, Source, StateId, Target, TargetState,
};

pub(super) fn write(chart: &Chart) -> String {
    let mut out = String::new();
    for group in chart.groups() {
        if !group.operations().is_empty() {
            table(chart, group, &mut out);
        }
    }
    out
}

fn table(chart: &Chart, group: &Group, out: &mut String) {
    out.push_str("<table>\n");
    let title = if group.title().is_empty() {
        chart.title()
    } else {
        group.title()
    };
    if !title.is_empty() {
        element("caption", title, out);
        out.push('\n');
    }
    out.push_str("<thead>\n<tr><th scope=\"col\">State</th>");
    for &operation in group.operations() {
        head("col", chart.operation_about(operation), out);
        text(chart.operation_name(operation), out);
        out.push_str("</th>");
    }
    out.push_str("</tr>\n</thead>\n<tbody>\n");
    for (index, row) in chart.rows().iter().enumerate() {
        out.push_str("<tr>");
        states(chart, row, out);
        for &operation in group.operations() {
            if let Some(id) = chart.row_at(index) {
                cell(chart, id, operation, out);
            }
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody>\n</table>\n");
}

fn element(name: &str, content: &str, out: &mut String) {
    for part in ["<", name, ">"] {
        out.push_str(part);
    }
    text(content, out);
    for part in ["</", name, ">"] {
        out.push_str(part);
    }
}

/// Opens a header cell.
fn head(scope: &str, about: &str, out: &mut String) {
    out.push_str("<th");
    attribute("scope", scope, out);
    if !about.is_empty() {
        attribute("title", about, out);
    }
    out.push('>');
}

fn states(chart: &Chart, row: &Row, out: &mut String) {
    // One cell has one title; what is said about several states goes with their names.
    let several = row.states().len() > 1;
    let about = match row.states() {
        [state] => chart.state_about(*state),
        _ => "",
    };
    head("row", about, out);
    for (index, &state) in row.states().iter().enumerate() {
        if index > 0 {
            out.push_str("<br>");
        }
        let about = chart.state_about(state);
        if several && !about.is_empty() {
            out.push_str("<span");
            attribute("title", about, out);
            out.push('>');
            text(chart.state_name(state), out);
            out.push_str("</span>");
        } else {
            text(chart.state_name(state), out);
        }
    }
    out.push_str("</th>");
}

fn cell(chart: &Chart, row: RowId, operation: OperationId, out: &mut String) {
    out.push_str("<td");
    if let Some(outcome) = shared(chart, chart.states_of(row), operation) {
        outcomes(chart, &outcome, out);
    }
    out.push('>');
    let permission = chart.row_permission(row, operation);
    text(&cell_text(permission, chart.row_note(row, operation)), out);
    out.push_str("</td>");
}

/// What all states of a row share of their outcomes.
fn shared(chart: &Chart, states: &[StateId], operation: OperationId) -> Option<Outcome> {
    let (first, rest) = states.split_first()?;
    let mut shared = chart.outcome(*first, operation)?.clone();
    for &state in rest {
        let outcome = chart.outcome(state, operation)?;
        if shared.via != outcome.via {
            shared.via = None;
        }
        if shared.success != outcome.success {
            shared.success = None;
        }
        if shared.failure != outcome.failure {
            shared.failure = None;
        }
    }
    Some(shared)
}

fn outcomes(chart: &Chart, outcome: &Outcome, out: &mut String) {
    let mut inferred = Vec::new();
    let targets = [("success", outcome.success), ("failure", outcome.failure)];
    for (name, target) in targets {
        let Some((target, word)) =
            target.and_then(|target| Some((target, target_word(chart, target)?)))
        else {
            continue;
        };
        attribute(&["data-", name].concat(), word, out);
        if target.source == Source::Inferred {
            inferred.push(name);
        }
    }
    if let Some(via) = &outcome.via {
        attribute("data-via", &via.name, out);
        if via.source == Source::Inferred {
            inferred.push("via");
        }
    }
    if !inferred.is_empty() {
        attribute("data-inferred", &inferred.join(" "), out);
    }
}

/// Where it leads, in a word; none if a state of the chart has taken the word.
fn target_word(chart: &Chart, target: Target) -> Option<&str> {
    let word = match target.state {
        TargetState::State(state) => return Some(chart.state_name(state)),
        TargetState::Same => "same",
        TargetState::Gone => "gone",
    };
    chart.state_named(word).is_none().then_some(word)
}
