//! Lists of transitions and requests as manuals, protocols and APIs have them.

use super::draw::draw;
use super::read::check;

#[track_caller]
fn refused(html: &str) {
    let drawing = draw(html);
    assert!(drawing.starts_with('!'), "{html}\n{drawing}");
}

#[test]
fn a_method_and_a_path_are_one_operation() {
    for heads in [
        ["Method", "Path"],
        ["HTTP method", "URL"],
        ["Verb", "Endpoint"],
    ] {
        let [method, path] = heads;
        check(
            &format!(
                "<table><tr><th>{method}<th>{path}<th>Required status<th>Resulting status</tr>
                 <tr><td>POST<td>/carts/{{id}}/order<td>open<td>ordered</tr>
                 <tr><td>DELETE<td>/carts/{{id}}<td>open<td>deleted</tr>
                 <tr><td>POST<td>/carts/{{id}}/reopen<td>ordered<td>open</tr></table>"
            ),
            "
            [] POST /carts/{id}/order, DELETE /carts/{id}, POST /carts/{id}/reopen
            ++. open
            ..+ ordered
            ... deleted
            POST /carts/{id}/order from open to ordered
            DELETE /carts/{id} from open to deleted
            POST /carts/{id}/reopen from ordered to open
            ",
        );
    }
    check(
        "<table><tr><th>Path<th>Method<th>Allowed statuses</tr><tr><td>/bills/1<td>PUT<td>draft</tr>
         <tr><td>/bills/1/pay<td>POST<td>draft, sent</tr></table>",
        "
        [] PUT /bills/1, POST /bills/1/pay
        ++ draft
        .+ sent
        ",
    );
}

#[test]
fn a_result_beside_the_state_after_says_whether_it_is_allowed() {
    let list = |head: &str, yes: &str, no: &str| {
        format!(
            "<table><tr><th>State before<th>Command<th>{head}<th>State after</tr>
             <tr><td>Locked<td>unlock<td>{yes}<td>Closed</tr><tr><td>Locked<td>open<td>{no}<td>Locked</tr>
             <tr><td>Closed<td>open<td>{yes}<td>Open</tr></table>"
        )
    };
    for (head, yes, no) in [
        ("Result", "accepted", "denied"),
        ("Outcome", "OK", "Not allowed"),
    ] {
        check(
            &list(head, yes, no),
            "
            [] unlock, open
            +. Locked
            .+ Closed
            .. Open
            unlock from Locked to Closed
            open from Closed to Open
            ",
        );
    }
    // What a code says, an author has to tell.
    for head in ["HTTP status", "Response", "Return code"] {
        refused(&list(head, "200", "409"));
        refused(&list(head, "200 OK", "409 Conflict"));
    }
    // Codes of which none says no are no answer.
    check(
        &list("Response", "200", "204"),
        "
        [] unlock, open
        ++ Locked
        .+ Closed
        .. Open
        unlock from Locked to Closed
        open from Locked to Locked
        open from Closed to Open
        ",
    );
}

#[test]
fn a_state_before_or_after_an_operation_is_called_so() {
    for [before, after] in [
        ["State before the operation", "State after the operation"],
        ["Required status", "Status after the call"],
        ["Precondition: state", "Postcondition: state"],
        ["Initial state", "State afterwards"],
        ["Статус до операции", "Статус после операции"],
    ] {
        check(
            &format!(
                "<table><tr><th>Operation<th>{before}<th>{after}</tr><tr><td>mount<td>free<td>in use</tr>
                 <tr><td>release<td>in use<td>free</tr></table>"
            ),
            "
            [] mount, release
            +. free
            .+ in use
            mount from free to in use
            release from in use to free
            ",
        );
    }
    // The next actions are no states.
    check(
        "<table><tr><th>State<th>Next status actions</tr><tr><td>New<td>edit, send</tr><tr><td>Sent<td>none</tr></table>",
        "
        [] edit, send
        ++ New
        .. Sent
        ",
    );
}

#[test]
fn messages_between_persons_or_machines_are_no_transitions() {
    refused(
        "<table><tr><th>Message<th>Source<th>Destination</tr><tr><td>DISCOVER<td>client<td>server</tr>
         <tr><td>OFFER<td>server<td>client</tr></table>",
    );
    refused(
        "<table><tr><th>Event<th>From<th>To</tr><tr><td>ordered<td>Customer<td>Seller</tr>
         <tr><td>shipped<td>Seller<td>Customer</tr></table>",
    );
    check(
        "<table><tr><th>Action<th>From<th>To</tr><tr><td>reply<td>Waiting for support<td>Waiting for customer</tr>
         <tr><td>ask<td>Waiting for customer<td>Waiting for support</tr></table>",
        "
        [] reply, ask
        +. Waiting for support
        .+ Waiting for customer
        reply from Waiting for support to Waiting for customer
        ask from Waiting for customer to Waiting for support
        ",
    );
}

#[test]
fn what_is_done_by_itself_is_no_operation() {
    for header in [
        "Entry actions",
        "Output actions",
        "Automatic actions",
        "Events sent",
        "Recommended actions",
    ] {
        refused(&format!(
            "<table><tr><th>State<th>{header}</tr><tr><td>Idle<td>lamp off, fan off</tr>
             <tr><td>Hot<td>fan on</tr></table>"
        ));
    }
    check(
        "<table><tr><th>State<th>Event<th>Output action<th>Next state</tr><tr><td>Idle<td>start<td>lamp on<td>Hot</tr>
         <tr><td>Hot<td>stop<td>lamp off<td>Idle</tr></table>",
        "
        [] start, stop
        +. Idle
        .+ Hot
        start from Idle to Hot
        stop from Hot to Idle
        ",
    );
}

#[test]
fn bars_part_names() {
    check(
        "<table><tr><th>Operation<th>Allowed states</tr><tr><td>start<td>stopped | failed</tr>
         <tr><td>stop<td>running</tr><tr><td>drop<td>stopped | running</tr></table>",
        "
        [] start, stop, drop
        +.+ stopped
        +.. failed
        .++ running
        ",
    );
}

#[test]
fn what_manuals_call_no_change_and_no_event_is_known() {
    check(
        "<table><tr><th>State<th>Event<th>Next state</tr><tr><td>Ringing<td>answer<td>Talking</tr>
         <tr><td>Ringing<td>tick<td>(internal)</tr><tr><td>Talking<td>tick<td>stay</tr></table>",
        "
        [] answer, tick
        ++ Ringing
        .+ Talking
        answer from Ringing to Talking
        tick from Ringing & Talking to (same)
        ",
    );
    check(
        "<table><tr><th>State<th>Connect<th>Data</tr><tr><td>Idle<td>Opening<td>can't happen</tr>
         <tr><td>Opening<td>ignore<td>Idle</tr></table>",
        "
        [] Connect, Data
        +. Idle
        .+ Opening
        Connect from Idle to Opening
        Data from Opening to Idle
        ",
    );
    check(
        "<table><tr><th>订单状态<th>用户操作<th>变更后状态</tr><tr><td>待付款<td>付款<td>待发货</tr></table>",
        "
        [] 付款
        + 待付款
        . 待发货
        付款 from 待付款 to 待发货
        ",
    );
}

#[test]
fn between_states_what_both_sides_have_is_a_state_whatever_it_is_called() {
    check(
        "<table><tr><th>From \\ To<th>Powered<th>Default<th>Address</tr><tr><th>Powered<td><td>Reset<td></tr>
         <tr><th>Default<td>Cut<td><td>Assign</tr><tr><th>Address<td>Cut<td>Reset<td></tr></table>",
        "
        [] Reset, Cut, Assign
        +.. Powered
        .++ Default
        ++. Address
        Reset from Powered & Address to Default
        Cut from Default & Address to Powered
        Assign from Default to Address
        ",
    );
}

#[test]
fn a_state_and_an_output_behind_a_slash_are_no_operation() {
    refused(
        "<table><tr><th rowspan=2>Present state<th colspan=2>Next state</tr><tr><th>x=0<th>x=1</tr>
         <tr><td>A<td>A / 0<td>B / 0</tr><tr><td>B<td>A / 0<td>B / 1</tr></table>",
    );
}

#[test]
fn stages_after_a_pass_and_a_fail_are_known() {
    check(
        "<table><tr><th>Stage<th>Step<th>Next stage if it passes<th>Next stage if it fails</tr>
         <tr><td>Queued<td>compile<td>Testing<td>Broken</tr><tr><td>Testing<td>run tests<td>Green<td>Red</tr></table>",
        "
        [] compile, run tests
        +. Queued
        .+ Testing
        .. Broken
        .. Green
        .. Red
        compile from Queued to Testing or Broken
        run tests from Testing to Green or Red
        ",
    );
}
