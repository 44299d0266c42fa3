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
        "Operation → / State",
        "Operation / State ↓",
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
        "State →",
    ] {
        assert_eq!(drawing(corner), columns, "{corner}");
    }
}

#[test]
fn of_two_lines_in_a_corner_either_may_be_meant_for_the_rows() {
    for corner in ["Command<br>State", "Command<p>State"] {
        let table = format!(
            "<table><tr><th>{corner}<th>Start<th>Stop</tr><tr><td>Idle<td>✓<td></tr><tr><td>Running<td><td>✓</tr></table>"
        );
        check(&table, "[] Start, Stop\n+. Idle\n.+ Running");
        let table = format!(
            "<table><tr><th>{corner}<th>Idle<th>Running</tr><tr><td>Start<td>✓<td></tr><tr><td>Stop<td><td>✓</tr></table>"
        );
        check(&table, "[] Start, Stop\n+. Idle\n.+ Running");
        // Arrows tell.
        let table = format!(
            "<table><tr><th>{corner}<th>Start<th>Stop</tr><tr><td>Idle<td>✓<td></tr><tr><td>Running<td><td>✓</tr></table>"
        );
        let table = table
            .replace("Command", "Command →")
            .replace("State", "State ↓");
        check(&table, "[] Start, Stop\n+. Idle\n.+ Running");
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

#[test]
fn a_word_for_operations_above_their_names_is_no_group_beside_a_title_of_the_corner() {
    for (title, group) in [("Operations", ""), ("Power", "Power")] {
        check(
            &format!(
                "<table><tr><th>Lamp<th colspan=2>{title}</tr><tr><th>State<th>Alpha<th>Beta</tr>
                 <tr><td>Dimmed<td>✓<td></tr><tr><td>Dark<td><td>✓</tr></table>"
            ),
            &format!(
                "
                [{group}] Alpha, Beta
                +. Dimmed
                .+ Dark
                "
            ),
        );
    }
}

#[test]
fn an_author_may_say_which_side_of_a_table_of_states_and_states_is_before() {
    let drawing = |role: &str| {
        draw(&format!(
            "<table><tr><th data-role={role}>State<th>Lit<th>Dark</tr>
             <tr><td>Lit<td><td>Switch off</tr><tr><td>Dark<td>Switch on<td></tr></table>"
        ))
    };
    let rows = "[] Switch off, Switch on\n+. Lit\n.+ Dark\nSwitch off from Lit to Dark\nSwitch on from Dark to Lit\n";
    let columns = "[] Switch off, Switch on\n.+ Lit\n+. Dark\nSwitch off from Dark to Lit\nSwitch on from Lit to Dark\n";
    assert_eq!(drawing("from"), rows);
    assert_eq!(drawing("to"), columns);
}

#[test]
fn a_cell_that_leads_to_a_state_by_its_attribute_tells_the_side_of_the_states() {
    check(
        "<table><tr><th><th>Alpha<th>Beta</tr><tr><td>One<td data-success=Two>✓<td></tr><tr><td>Two<td><td>✓</tr></table>",
        "
        [] Alpha, Beta
        +. One
        .+ Two
        Alpha from One to Two
        ",
    );
}

#[test]
fn of_two_corner_cells_the_lower_one_says_what_the_rows_are() {
    let drawing = |upper: &str, lower: &str| {
        draw(&format!(
            "<table><tr><th>{upper}<th colspan=2>Power</tr><tr><th>{lower}<th>Alpha<th>Beta</tr>
             <tr><td>Gamma<td>✓<td></tr><tr><td>Delta<td><td>✓</tr></table>"
        ))
    };
    let rows = "[Power] Alpha, Beta\n+. Gamma\n.+ Delta\n";
    for (upper, lower) in [
        ("Lamp", "State"),
        ("Operation", "State"),
        ("Operations", "State \\ Operation"),
        ("State", "Name"),
        ("State", "Current state"),
        ("", "State"),
        ("State", ""),
    ] {
        assert_eq!(drawing(upper, lower), rows, "{upper} above {lower}");
    }
    let columns = "[] Gamma, Delta\n+. Alpha\n.+ Beta\n";
    assert_eq!(drawing("Lamp", "Operation \\ State"), columns);
    for (upper, lower) in [
        ("State", "Operation"),
        ("Lamp", "Name"),
        ("Lamp", "Operation"),
    ] {
        let drawn = drawing(upper, lower);
        assert!(drawn.starts_with('!'), "{upper} above {lower}: {drawn}");
    }
}

#[test]
fn as_many_names_of_states_as_of_operations_tell_nothing() {
    let refused = |names: [&str; 2]| {
        let [one, two] = names;
        let row = |name, cells| format!("<tr><td>{name}{cells}</tr>");
        let across = format!(
            "<table><tr><th><th>{one}<th>{two}</tr>{}{}</table>",
            row("Start", "<td>✓<td>"),
            row("Delete", "<td><td>✓")
        );
        let down = format!(
            "<table><tr><th><th>Start<th>Delete</tr>{}{}</table>",
            row(one, "<td>✓<td>"),
            row(two, "<td><td>✓")
        );
        [across, down]
            .iter()
            .all(|table| draw(table).starts_with("! table 1: nothing tells"))
    };
    assert!(refused(["Running", "Cancel"]));
    assert!(refused(["Start the big engine", "Locked"]));
    assert!(!refused(["Running", "Stopped"]));
}

#[test]
fn sides_that_share_all_names_but_two_are_the_same_states() {
    let says = |names: &str| {
        let heads: String = names.split(' ').map(|name| format!("<th>{name}")).collect();
        let rows = ["A1", "B1", "C1", "D1", "E1", "F1"]
            .map(|name| format!("<tr><td>{name}<td>✓<td><td><td><td>✓<td></tr>"));
        draw(&format!(
            "<table><tr><th>{heads}</tr>{}</table>",
            rows.concat()
        ))
    };
    assert!(says("A1 B1 C1 D1 Y1 Z1").contains("rows and columns have the same names"));
    assert!(says("A1 B1 C1 X1 Y1 Z1").contains("nothing tells that the rows or the columns"));
}

#[test]
fn a_corner_of_two_rows_says_what_the_rows_are_where_its_lower_cell_says_nothing() {
    let table = |upper: &str, lower: &str| {
        draw(&format!(
            "<table><tr><th>{upper}<th rowspan=2>Alpha<th rowspan=2>Beta</tr><tr><th>{lower}</tr>
             <tr><td>Up<td>✓<td></tr><tr><td>Down<td><td>✓</tr></table>"
        ))
    };
    let (rows, columns) = (
        "[] Alpha, Beta\n+. Up\n.+ Down\n",
        "[] Up, Down\n+. Alpha\n.+ Beta\n",
    );
    assert_eq!(table("State", "(of the lamp)"), rows);
    assert_eq!(table("State", ""), rows);
    assert_eq!(table("Operation", "State"), rows);
    assert_eq!(table("State", "Operation"), columns);
}
