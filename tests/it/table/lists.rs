//! What the headers of a list say of its columns, and what a cell of it says by one word.

use super::read::check;

/// The chart of the two lists below.
const ORDERS: &str = "
    [] Edit, Submit, Withdraw
    ++. Draft
    ..+ Sent
    ";

#[test]
fn of_words_for_states_and_operations_side_by_side_the_last_tells() {
    for (state, operations) in [
        ("Leave request status", "What one can do"),
        ("Request status", "Allowed actions"),
        ("Workflow step state", "You can"),
        ("State", "State transitions"),
        ("State", "Allowed status actions"),
    ] {
        check(
            &format!(
                "<table><tr><th>{state}<th>{operations}</tr><tr><td>Draft<td>Edit, Submit</tr>
                 <tr><td>Sent<td>Withdraw</tr></table>"
            ),
            ORDERS,
        );
    }
}

#[test]
fn a_short_word_among_others_makes_no_state_after() {
    for state in [
        "Estado do pedido",
        "Status do pedido",
        "Situação do chamado",
    ] {
        check(
            &format!(
                "<table><tr><th>{state}<th>Ações permitidas</tr><tr><td>Draft<td>Edit, Submit</tr>
                 <tr><td>Sent<td>Withdraw</tr></table>"
            ),
            ORDERS,
        );
    }
    // Alone, it is.
    check(
        "<table><tr><th>Z<th>Do<th>Zdarzenie</tr><tr><td>Nowy<td>Stary<td>minie</tr></table>",
        "
        [] minie
        + Nowy
        . Stary
        minie from Nowy to Stary
        ",
    );
}
