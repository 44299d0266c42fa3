//! Grids of marks and lists as people publish them: legends, roles, and conditions that begin with a word of time.

use super::draw::draw;
use super::read::check;

/// A matrix with this cell in its last place.
fn matrix(cell: &str) -> String {
    format!(
        "<table><tr><th>State<th>Edit<th>Send</tr><tr><td>Draft<td>✓<td></tr>
         <tr><td>Sent<td><td>{cell}</tr></table>"
    )
}

#[test]
fn a_condition_may_begin_with_a_word_of_time_or_of_the_way() {
    for cell in [
        "after approval",
        "Until the day before",
        "during the trial",
        "bis zur Freigabe",
        "Après vérification",
        "Sous conditions",
        "Hasta el cierre",
        "Após aprovação",
        "Dopo la conferma",
        "mits volledig",
        "pod warunkiem zgody",
        "При согласии сторон",
        "После оплаты",
        "僅管理員",
        "仅管理员",
    ] {
        check(
            &matrix(cell),
            &format!("[] Edit, Send\n+. Draft\n.? Sent\nSend in Sent: {cell}"),
        );
    }
    // At the end of a note it limits nothing.
    for cell in ["✓ at once", "✓ as before", "nd.", "n/d"] {
        let drawn = draw(&matrix(cell));
        let expect = if cell.starts_with('✓') {
            ".+ Sent"
        } else {
            ".. Sent"
        };
        assert!(drawn.contains(expect), "{cell}: {drawn}");
    }
    // What begins with a word for yes is none.
    assert!(draw(&matrix("可视")).starts_with('!'));
}

#[test]
fn a_legend_is_neither_state_nor_operation() {
    let expect = "
        [] Edit, Send
        +. Draft
        .+ Sent
        ";
    for legend in [
        "Legend: ✅ can be done, ❌ is answered by 409",
        "Key: ✓ yes, – no",
        "● yes",
    ] {
        let table = matrix("✓").replace(
            "</table>",
            &format!("<tr><td>{legend}<td><td></tr></table>"),
        );
        check(&table, expect);
    }
    check(
        "<table><tr><th>State<th>Edit<th>Send<th>Legend</tr>
         <tr><td>Draft<td>●<td><td rowspan=2>● can be done<br>blank: cannot</tr>
         <tr><td>Sent<td><td>●</tr></table>",
        expect,
    );
    // A dash is a part of a name, and so is a plus.
    for name in ["In review – paused", "Paid + shipped"] {
        let table =
            matrix("✓").replace("</table>", &format!("<tr><td>{name}<td><td></tr></table>"));
        assert!(draw(&table).contains(&format!(".. {name}")), "{name}");
    }
}

#[test]
fn roles_channels_and_regions_are_no_operations() {
    for names in [
        ["Agent", "Team lead", "Supervisor"],
        ["Email", "SMS", "Webhook"],
        ["Europe", "Asia", "America"],
        ["Requester", "Approver", "Auditor"],
    ] {
        let [one, two, three] = names;
        let drawn = draw(&format!(
            "<table><tr><th>State<th>{one}<th>{two}<th>{three}</tr><tr><td>Open<td>✓<td>✓<td>✓</tr>
             <tr><td>Closed<td><td><td>✓</tr></table>"
        ));
        assert!(drawn.starts_with("! table 1: nothing tells"), "{drawn}");
    }
}

#[test]
fn results_of_tests_and_the_progress_of_tasks_are_no_chart() {
    let table = |corner: &str| {
        draw(&format!(
            "<table><tr><th>{corner}<th>Passed<th>Failed<th>Skipped</tr><tr><td>Upload file<td>✓<td><td></tr>
             <tr><td>Delete file<td><td>✓<td></tr></table>"
        ))
    };
    for corner in ["Test", "Task", "Tests"] {
        assert!(
            table(corner).starts_with("! table 1: nothing tells"),
            "{corner}"
        );
    }
    for corner in ["Action", "Task / State"] {
        assert!(
            table(corner).starts_with("[] Upload file, Delete file"),
            "{corner}"
        );
    }
}

#[test]
fn a_role_before_a_list_tells_rows_of_one_state_apart() {
    let table = |heads: [&str; 3], cells: [[&str; 3]; 3]| {
        let heads = heads.map(|head| format!("<th>{head}")).concat();
        let rows = cells
            .map(|row| format!("<tr><td>{}</tr>", row.join("<td>")))
            .concat();
        draw(&format!("<table><tr>{heads}</tr>{rows}</table>"))
    };
    for heads in [
        ["Role", "Status", "Allowed actions"],
        ["User", "State", "Allowed operations"],
    ] {
        let drawn = table(
            heads,
            [
                ["Buyer", "Placed", "Cancel"],
                ["Buyer", "Sent", "Return"],
                ["Seller", "Placed", "Accept, Decline"],
            ],
        );
        assert!(drawn.starts_with('!'), "{drawn}");
    }
    // Behind the list it is a remark.
    let drawn = table(
        ["Status", "Allowed actions", "Role"],
        [
            ["Placed", "Cancel", "Buyer"],
            ["Sent", "Return", "Buyer"],
            ["Placed", "Accept", "Seller"],
        ],
    );
    assert!(
        drawn.starts_with("[] Cancel, Return, Accept\n+.+ Placed"),
        "{drawn}"
    );
    // Each state once is clear.
    let drawn = table(
        ["Role", "Status", "Allowed actions"],
        [
            ["Buyer", "Placed", "Cancel"],
            ["Buyer", "Sent", "Return"],
            ["Seller", "Packed", "Ship"],
        ],
    );
    assert!(
        drawn.starts_with("[] Cancel, Return, Ship\n+.. Placed"),
        "{drawn}"
    );
}
