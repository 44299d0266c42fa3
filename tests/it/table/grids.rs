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
