//! Which side has the states, and what stands above the names.

use super::draw::draw;
use super::read::check;

#[test]
fn a_corner_may_name_both_sides() {
    let drawing = |corner: &str| {
        draw(&format!(
            "<table><tr><th>{corner}<th>Alpha<th>Stopped</tr><tr><th>Gamma<td>✓<td></tr></table>"
        ))
    };
    let (rows, columns) = (
        "[] Alpha, Stopped\n+. Gamma\n",
        "[] Gamma\n+ Alpha\n. Stopped\n",
    );
    for corner in [
        "State",
        "STATUS",
        "Current state",
        "State \\ Operation",
        "State / Action",
        "States<br>Operations",
        "Operation → / State ↓",
        "Zustand / Aktion",
        "状態 \\ 操作",
        "Durum / İşlem",
    ] {
        assert_eq!(drawing(corner), rows, "{corner}");
    }
    for corner in [
        "Operation",
        "Actions",
        "Command",
        "Operation \\ State",
        "Action / Status",
        "State → / Operation ↓",
    ] {
        assert_eq!(drawing(corner), columns, "{corner}");
    }
}

#[test]
fn tables_that_share_one_side_share_the_states() {
    check(
        "<table><tr><th><th>Alpha<th>Beta</tr><tr><td>One<td>✓<td></tr><tr><td>Two<td><td>✓</tr></table>
         <table><tr><th><th>Gamma</tr><tr><td>One<td></tr><tr><td>Two<td>✓</tr></table>",
        "
        [] Alpha, Beta
        [] Gamma
        +.. One
        .++ Two
        ",
    );
}

#[test]
fn an_axis_title_above_the_names_is_no_group() {
    check(
        "<table><caption>Lamp</caption><tr><th rowspan=2><th colspan=2>Operations</tr><tr><th>Alpha<th>Beta</tr>
         <tr><td>Dimmed<td>✓<td></tr></table>",
        "
        # Lamp
        [Lamp] Alpha, Beta
        +. Dimmed
        ",
    );
}

#[test]
fn states_may_stand_in_groups_too() {
    check(
        "<table><tr><th colspan=2>State<th>Start<th>Stop</tr>
         <tr><td rowspan=2>Failed<td>StartFailed<td>✓<td></tr><tr><td>StopFailed<td><td>✓</tr>
         <tr><td>Well<td>Active<td><td>✓</tr></table>",
        "
        [] Start, Stop
        +. StartFailed
        .+ StopFailed
        .+ Active
        ",
    );
}

#[test]
fn verbs_are_no_evidence_of_states_on_the_other_side() {
    for table in [
        "<tr><th>Role<th>View<th>Edit</tr><tr><td>Guest<td>✓<td></tr><tr><td>Owner<td>✓<td>✓</tr>",
        "<tr><th>Action<th>Guest<th>Owner</tr><tr><td>View<td>✓<td>✓</tr><tr><td>Edit<td><td>✓</tr>",
        "<tr><th><th>Basic<th>Advanced</tr><tr><td>Start<td>✓<td>✓</tr><tr><td>Stop<td><td>✓</tr>",
        "<tr><th>Plan<th>Start<th>Stop</tr><tr><td>Paused<td>✓<td>✓</tr><tr><td>Running<td><td>✓</tr>",
    ] {
        assert_eq!(
            draw(&format!("<table>{table}</table>")),
            "! table 1: nothing tells that the rows or the columns are states; if one side is, add `states=\"rows\"` or `states=\"columns\"`, or name both in the corner cell, as in `State \\ Operation`\n",
            "{table}"
        );
    }
}
