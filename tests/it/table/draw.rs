//! Charts as a drawing, short enough to compare by eye.

use super::html::read_html;
use state_chart::chart::{Chart, DraftTargetState, Permission};

/// What `html` is read as: title, groups, a line for each row, conditions, outcomes; or the problems.
///
/// `+` is yes, `.` is no, `?` is a condition.
pub(crate) fn draw(html: &str) -> String {
    match read_html(html) {
        Ok(reading) => chart(&reading.chart),
        Err(problems) => problems
            .iter()
            .map(|problem| format!("! {problem}\n"))
            .collect(),
    }
}

/// What was left out of `html`, and which tables were used.
pub(crate) fn left_out(html: &str) -> (Vec<usize>, Vec<String>) {
    match read_html(html) {
        Ok(reading) => (
            reading.tables,
            reading.warnings.iter().map(ToString::to_string).collect(),
        ),
        Err(problems) => (
            Vec::new(),
            problems
                .iter()
                .map(|problem| format!("! {problem}"))
                .collect(),
        ),
    }
}

/// The drawing of a chart.
pub(crate) fn chart(chart: &Chart) -> String {
    let draft = chart.draft();
    let mut text = String::new();
    let mut line = |parts: &[&str]| {
        text.push_str(parts.concat().trim_end());
        text.push('\n');
    };
    if !draft.title.is_empty() {
        line(&["# ", &draft.title]);
    }
    for group in &draft.groups {
        let names: Vec<&str> = group
            .operations
            .iter()
            .map(|name| name.name.as_str())
            .collect();
        line(&["[", &group.title, "] ", &names.join(", ")]);
    }
    let operations: Vec<&str> = (draft.groups.iter().flat_map(|group| &group.operations))
        .map(|name| name.name.as_str())
        .collect();
    let names = |row: &state_chart::chart::DraftRow| {
        row.states
            .iter()
            .map(|name| name.name.clone())
            .collect::<Vec<_>>()
            .join(" & ")
    };
    for row in &draft.rows {
        let marks: String = (row.permissions.iter())
            .map(|permission| match permission {
                Permission::Allowed => '+',
                Permission::Refused => '.',
                Permission::Conditional(_) => '?',
            })
            .collect();
        let about = row.states.first().map_or("", |state| &state.about);
        line(&[
            &marks,
            " ",
            &names(row),
            if about.is_empty() { "" } else { " -- " },
            about,
        ]);
    }
    for row in &draft.rows {
        for (permission, operation) in row.permissions.iter().zip(&operations) {
            if let Permission::Conditional(condition) = permission {
                line(&[operation, " in ", &names(row), ": ", condition]);
            }
        }
    }
    let target = |target: &DraftTargetState| match target {
        DraftTargetState::State(name) => name.clone(),
        DraftTargetState::Same => "(same)".to_owned(),
        DraftTargetState::Gone => "(gone)".to_owned(),
    };
    for outcome in &draft.outcomes {
        let via = outcome.via.as_ref().map(|via| format!(" via {}", via.name));
        let success = outcome
            .success
            .as_ref()
            .map(|lead| format!(" to {}", target(&lead.state)));
        let failure = outcome
            .failure
            .as_ref()
            .map(|lead| format!(" or {}", target(&lead.state)));
        let leads: String = [via, success, failure].into_iter().flatten().collect();
        line(&[
            &outcome.operation,
            " from ",
            &outcome.from.join(" & "),
            leads.as_str(),
        ]);
    }
    text
}
