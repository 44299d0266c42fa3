//! What the headers of a list say of its columns, and what a cell of it says by one word.

use super::draw::draw;
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

#[test]
fn what_comes_of_an_operation_is_no_state_in_which_it_is_not_allowed() {
    for header in [
        "Errors",
        "Error code",
        "Throws",
        "Fails with",
        "Error otherwise",
    ] {
        check(
            &format!(
                "<table><tr><th>Method<th>Valid states<th>{header}</tr><tr><td>open()<td>Closed<td>EBUSY</tr>
                 <tr><td>close()<td>Open<td>EBADF</tr></table>"
            ),
            "
            [] open(), close()
            +. Closed
            .+ Open
            ",
        );
    }
    // What others name as well is.
    check(
        "<table><tr><th>State<th>Allowed<th>Blocked</tr><tr><td>Up<td>Stop<td>Start</tr>
         <tr><td>Down<td>Start<td>Stop, Drain</tr></table>",
        "
        [] Stop, Start, Drain
        +.. Up
        .+. Down
        ",
    );
}

#[test]
fn results_that_say_yes_and_no_are_no_states() {
    let list = |results: [&str; 2]| {
        let [yes, no] = results;
        format!(
            "<table><tr><th>State<th>Command<th>Result</tr><tr><td>Idle<td>Start<td>{yes}</tr>
             <tr><td>Idle<td>Stop<td>{no}</tr><tr><td>Busy<td>Start<td>{no}</tr>
             <tr><td>Busy<td>Stop<td>{yes}</tr></table>"
        )
    };
    for results in [["OK", "Denied"], ["✓", "✗"], ["Accepted", "Not accepted"]] {
        check(
            &list(results),
            "
            [] Start, Stop
            +. Idle
            .+ Busy
            ",
        );
    }
    check(
        &list(["OK", "Error 3"]),
        "! table 1, row 3, column 3: `Error 3` among the marks says neither yes nor no; add `yes=\"Error 3\"` or `no=\"Error 3\"`, or begin a condition with `?`",
    );
    // Below another header nothing tells that it is the answer.
    check(
        &list(["OK", "Error 3"]).replace("Result", "Response"),
        "! table 1, row 3, column 1: a second state `Idle`; the first is in table 1, row 2, column 1; keep one of them
         ! table 1, row 5, column 1: a second state `Busy`; the first is in table 1, row 4, column 1; keep one of them",
    );
    // A state may be called so.
    check(
        "<table><tr><th>State<th>Event<th>Result</tr><tr><td>Disabled<td>enable<td>Enabled</tr>
         <tr><td>Enabled<td>disable<td>Disabled</tr></table>",
        "
        [] enable, disable
        +. Disabled
        .+ Enabled
        enable from Disabled to Enabled
        disable from Enabled to Disabled
        ",
    );
}

#[test]
fn a_property_of_the_states_may_stand_beside_a_list() {
    check(
        "<table><tr><th>Status<th>Allowed actions<th>Terminal?</tr><tr><td>Open<td>Edit, Close<td>no</tr>
         <tr><td>Closed<td>Reopen<td>yes</tr></table>",
        "
        [] Edit, Close, Reopen
        ++. Open
        ..+ Closed
        ",
    );
}

#[test]
fn no_alone_is_no_operation() {
    for (header, no) in [
        ("Allowed actions", "No"),
        ("Erlaubte Aktionen", "nein"),
        ("Actions possibles", "Non"),
        ("Допустимые действия", "нет"),
    ] {
        check(
            &format!(
                "<table><tr><th>Status<th>{header}</tr><tr><td>New<td>Edit, Delete</tr><tr><td>Old<td>{no}</tr></table>"
            ),
            "
            [] Edit, Delete
            ++ New
            .. Old
            ",
        );
    }
    // Among others it is the name of a button, and a state may be called so.
    check(
        "<table><tr><th>Dialog state<th>Allowed actions</tr><tr><td>Asks<td>Yes, No</tr><tr><td>Tells<td>Close</tr></table>",
        "
        [] Yes, No, Close
        ++. Asks
        ..+ Tells
        ",
    );
}

#[test]
fn an_apostrophe_is_one_however_it_is_written() {
    for apostrophe in ["'", "’"] {
        let page = "<table><tr><th>Action<th>État d'origine<th>État d'arrivée</tr>
             <tr><td>Ouvrir<td>Fermé<td>Ouvert</tr><tr><td>Fermer<td>N'importe quel état<td>Fermé</tr></table>";
        check(
            &page.replace('\'', apostrophe),
            "
            [] Ouvrir, Fermer
            ++ Fermé
            .+ Ouvert
            Ouvrir from Fermé to Ouvert
            Fermer from Fermé & Ouvert to Fermé
            ",
        );
        let page = "<table><tr><th>State<th>Actions one can't take</tr><tr><td>New<td>Print</tr>
             <tr><td>Old<td>Edit</tr></table>";
        check(
            &page.replace('\'', apostrophe),
            &format!(
                "! table 1: `Actions one can{apostrophe}t take` lists only what is not allowed; list what is allowed, in a column called `Allowed`"
            ),
        );
    }
}

#[test]
fn slashes_of_a_path_part_no_requests() {
    check(
        "<table><tr><th>Endpoint<th>Valid statuses</tr><tr><td>POST /orders/pay<td>new / changed</tr>
         <tr><td>GET /orders<td>new / paid</tr></table>",
        "
        [] POST /orders/pay, GET /orders
        ++ new
        +. changed
        .+ paid
        ",
    );
}

#[test]
fn a_signal_is_an_event() {
    check(
        "<table><tr><th>Signal<th>From state(s)<th>To state</tr><tr><td>OPEN<td>Ready<td>Live</tr>
         <tr><td>ABORT<td>Ready, Live<td>Over</tr></table>",
        "
        [] OPEN, ABORT
        ++ Ready
        .+ Live
        .. Over
        OPEN from Ready to Live
        ABORT from Ready & Live to Over
        ",
    );
}

#[test]
fn what_is_in_parentheses_in_a_state_before_is_so_in_a_state_after() {
    check(
        "<table><tr><th>Event<th>From<th>To</tr><tr><td>approve<td>New (10)<td>Approved (20)</tr>
         <tr><td>change<td>Approved (20)<td>New (10)</tr><tr><td>drop<td>Approved (20)<td>Gone (for good)</tr></table>",
        "
        [] approve, change, drop
        +.. New (10)
        .++ Approved (20)
        ... Gone
        approve from New (10) to Approved (20)
        change from Approved (20) to New (10)
        drop from Approved (20) to Gone
        ",
    );
}

#[test]
fn a_state_after_is_called_so_in_many_words() {
    for header in [
        "Post state",
        "Can be changed to",
        "You can move to",
        "May go to",
    ] {
        check(
            &format!(
                "<table><tr><th>Operation<th>Allowed in<th>{header}</tr><tr><td>open<td>Shut<td>Ajar</tr>
                 <tr><td>shut<td>Ajar<td>Shut</tr></table>"
            ),
            "
            [] open, shut
            +. Shut
            .+ Ajar
            open from Shut to Ajar
            shut from Ajar to Shut
            ",
        );
    }
}

#[test]
fn a_line_below_the_name_that_a_list_has_a_row_for_describes_it() {
    check(
        "<table><tr><th>State<th>Allowed actions</tr><tr><td><b>Draft</b><br>nobody has seen it<td>Edit, Submit</tr>
         <tr><td>Sent<br><small>Somebody has seen it</small><td>Withdraw</tr></table>",
        ORDERS,
    );
    check(
        "<table><tr><th>From<th>Event<th>To</tr><tr><td>Idle<td><b>start</b><br>by the user<td>Busy</tr>
         <tr><td>Busy<td>stop<br><small>by the user</small><td>Idle</tr></table>",
        "
        [] start, stop
        +. Idle
        .+ Busy
        start from Idle to Busy
        stop from Busy to Idle
        ",
    );
}

#[test]
fn what_is_allowed_and_is_no_operation_makes_no_list() {
    for header in [
        "Allowed roles",
        "Supported platforms",
        "Required fields",
        "Accepted file types",
        "Available colours",
        "Allowed duration",
        "Who can edit",
    ] {
        let drawing = draw(&format!(
            "<table><tr><th>State<th>{header}</tr><tr><td>Draft<td>author, editor</tr>
             <tr><td>Sent<td>editor</tr></table>"
        ));
        assert!(drawing.starts_with('!'), "{header}: {drawing}");
    }
    for header in ["User can", "Users may", "Available", "Allowed in this role"] {
        let drawing = draw(&format!(
            "<table><tr><th>State<th>{header}</tr><tr><td>Draft<td>Edit, Submit</tr>
             <tr><td>Sent<td>Withdraw</tr></table>"
        ));
        assert_eq!(
            drawing.starts_with('!'),
            header.ends_with("role"),
            "{header}: {drawing}"
        );
    }
}

#[test]
fn buttons_side_by_side_are_names() {
    check(
        "<table><tr><th>State<th>Allowed actions</tr>
         <tr><td>Draft<td><button>Edit</button> <button>Submit</button></tr>
         <tr><td>Sent<td><button>Withdraw</button></tr></table>",
        ORDERS,
    );
}

#[test]
fn before_and_after_are_known_in_each_language() {
    for [operation, from, to] in [
        ["Операция", "Статус до", "Статус после"],
        ["Operacja", "Status przed", "Status po"],
        ["العملية", "الحالة قبل", "الحالة بعد"],
        ["Actie", "Status voor", "Status na"],
        ["Aktion", "Status vorher", "Status nachher"],
    ] {
        check(
            &format!(
                "<table><tr><th>{operation}<th>{from}<th>{to}</tr><tr><td>Open<td>Shut<td>Ajar</tr></table>"
            ),
            "
            [] Open
            + Shut
            . Ajar
            Open from Shut to Ajar
            ",
        );
    }
    // Where something is allowed is no state after.
    check(
        "<table><tr><th>Действие<th>Доступно в статусах</tr><tr><td>Open<td>Shut</tr><tr><td>Lock<td>Shut, Ajar</tr></table>",
        "
        [] Open, Lock
        ++ Shut
        .+ Ajar
        ",
    );
}
