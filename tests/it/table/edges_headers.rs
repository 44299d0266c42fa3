//! What decides where the headers of a table end, and what a column of a list has, where it is close.

use super::draw::left_out;
use super::read::check;

#[test]
fn a_transition_that_stays_is_no_column_that_comes_again() {
    check(
        "<table><tr><th>State<th>Operation<th>Next state</tr><tr><td>Idle<td>Poll<td>Idle</tr></table>",
        "
        [] Poll
        + Idle
        Poll from Idle to Idle
        ",
    );
}

#[test]
fn the_name_of_the_only_state_may_span_the_headers() {
    check(
        "<table><tr><th rowspan=2>Idle<th>Start<th>Stop</tr><tr><td>✓<td></tr></table>",
        "
        [] Start, Stop
        +. Idle
        ",
    );
    check(
        "<table><tr><th rowspan=3>Idle state<th>Allowed operations</tr><tr><td>Start</tr><tr><td>Stop</tr></table>",
        "
        [] Start, Stop
        ++ Idle state
        ",
    );
}

#[test]
fn two_columns_of_one_text_are_refused_for_what_they_name() {
    check(
        "<table><tr><th>Operation<th>Allowed states</tr><tr><td>Print<td>Print</tr>
         <tr><td>Scan<td>Scan</tr></table>",
        "! table 1: the cells name states where operations are expected; write the names of the operations, or `data-role=\"to\"` on the header if they are the states that are led to",
    );
}

#[test]
fn a_corner_in_two_rows_says_nothing_of_the_columns_beside_blanks() {
    // The rows below say nothing of the headers, whether they are blank or not.
    for marks in ["<td><td>✓", "<td><td>"] {
        check(
            &format!(
                "<table><thead><tr><th>State<th colspan=2></tr><tr><th><th>Start<th>Stop</tr></thead>
                 <tr><td>Up{marks}</tr><tr><td>Down{marks}</tr><tr><td>Off<td>✓<td>✓</tr></table>"
            ),
            &"
            [] Start, Stop
            .+ Up
            .+ Down
            ++ Off
            "
            .replace(".+", if marks.contains('✓') { ".+" } else { ".." }),
        );
    }
}

#[test]
fn a_corner_in_two_rows_names_the_columns_above_the_rows() {
    check(
        "<table><thead><tr><th>Operation<th rowspan=2>Alpha<th rowspan=2>Beta</tr><tr><th>State</tr></thead>
         <tr><td>Up<td><td>✓</tr><tr><td>Down<td>✓<td></tr></table>",
        "
        [] Alpha, Beta
        .+ Up
        +. Down
        ",
    );
}

#[test]
fn from_below_to_is_read_and_from_above_to_may_be_meant_either_way_round() {
    // The names of the two sides differ: only the corner tells what they are.
    check(
        "<table><thead><tr><th>To<th colspan=2>Live<th>Dead</tr><tr><th>From<th>Up<th>Dim<th>Off</tr></thead>
         <tr><td>Red<td><td>Start<td>Kill</tr><tr><td>Blue<td>Stop<td><td></tr></table>",
        "
        [] Start, Kill, Stop
        ++. Red
        ..+ Blue
        ... Up
        ... Dim
        ... Off
        Start from Red to Dim
        Kill from Red to Off
        Stop from Blue to Up
        ",
    );
    check(
        "<table><thead><tr><th>From<th colspan=2>Live<th>Dead</tr><tr><th>To<th>Idle<th>Busy<th>Off</tr></thead>
         <tr><td>Idle<td><td>Start<td>Kill</tr><tr><td>Busy<td>Stop<td><td></tr>
         <tr><td>Off<td>Wake<td><td></tr></table>",
        "! table 1: rows and columns have the same names; if the cells name the operations that lead from one state to another, write `From \\ To` into the corner cell, else name the operations along one side",
    );
}

#[test]
fn a_cell_above_the_names_of_the_rows_spans_as_well_as_any() {
    check(
        "<table><thead><tr><th colspan=2>State<th>Power<th>Storage</tr>
         <tr><th>Group<th>Name<th>Start<th>Attach</tr></thead>
         <tr><td rowspan=2>Up<td>Early<td><td>✓</tr><tr><td>Late<td><td></tr>
         <tr><td>Down<td>Gone<td>✓<td></tr></table>",
        "
        [Power] Start
        [Storage] Attach
        .+ Early
        .. Late
        +. Gone
        ",
    );
}

#[test]
fn a_long_text_alone_in_a_row_is_a_legend_unless_it_is_a_name_or_a_list() {
    let table = |text: &str| {
        format!(
            "<table><tr><th>State<th>Start<th>Stop</tr><tr><td>Up<td><td>✓</tr>
             <tr><td>Down<td>✓<td></tr><tr><td>{text}<td><td></tr></table>"
        )
    };
    let legend = table("A mark means that you may do it");
    check(
        &legend,
        "
        [] Start, Stop
        .+ Up
        +. Down
        ",
    );
    assert_eq!(left_out(&legend).1.len(), 1);
    check(
        &table("Waiting for the owner to answer."),
        "
        [] Start, Stop
        .+ Up
        +. Down
        .. Waiting for the owner to answer
        ",
    );
    check(
        &table("Closed, Failed, Lost, Gone, Stale, Broken, Void"),
        "
        [] Start, Stop
        .+ Up
        +. Down
        .. Closed & Failed & Lost & Gone & Stale & Broken & Void
        ",
    );
}

#[test]
fn pictures_may_name_the_states_across() {
    check(
        "<table><tr><th>Operation<th><img alt=Off src=a.png><th><img alt=On src=b.png></tr>
         <tr><td>Start<td>✓<td></tr><tr><td>Stop<td><td>✓</tr></table>",
        "
        [] Start, Stop
        +. Off
        .+ On
        ",
    );
}

#[test]
fn a_column_that_the_author_calls_states_is_no_column_of_groups() {
    check(
        "<table><tr><th data-role=state>Lamp<th>Colour<th>Start<th>Stop</tr>
         <tr><td rowspan=2>On<td>Red<td><td>✓</tr><tr><td>Blue<td><td>✓</tr>
         <tr><td>Off<td>Grey<td>✓<td></tr></table>",
        "! table 1, row 3, column 1: a second state `On`; the first is in table 1, row 2, column 1; keep one of them",
    );
}

#[test]
fn one_header_may_stand_above_operations_and_their_groups() {
    check(
        "<table><tr><th colspan=2>Operation<th>Off<th>On</tr><tr><th rowspan=2>Power<th>Start<td>✓<td></tr>
         <tr><th>Stop<td><td>✓</tr><tr><th>Other<th>Blink<td><td>✓</tr></table>",
        "
        [Power] Start, Stop
        [Other] Blink
        +.. Off
        .++ On
        ",
    );
}

#[test]
fn a_table_of_nothing_but_header_cells_has_one_row_of_headers() {
    check(
        "<table><tr><th>State<th>Allowed operations</tr><tr><th>Up<th>Stop</tr><tr><th>Down<th>Start</tr></table>",
        "
        [] Stop, Start
        +. Up
        .+ Down
        ",
    );
}

#[test]
fn a_table_from_state_to_state_without_an_operation_is_left_alone_for_that() {
    let tables = "<table><tr><th>State<th>Start<th>Stop</tr><tr><td>Up<td><td>✓</tr><tr><td>Down<td>✓<td></tr></table>
        <table><tr><th>From \\ To<th>Up<th>Down</tr><tr><td>Up<td>-<td>-</tr><tr><td>Down<td>-<td>-</tr></table>";
    let warning = "table 2: the table is left alone: no cell says yes; mark what is allowed, with `✓` for example";
    assert_eq!(left_out(tables), (vec![0], vec![warning.to_owned()]));
}

#[test]
fn a_blank_column_called_as_a_count_is_an_operation_and_one_of_numbers_is_none() {
    for (cell, expect) in [
        ("", "[] Start, Sum\n+. On\n.. Off"),
        ("7", "[] Start\n+ On\n. Off"),
    ] {
        check(
            &format!(
                "<table><tr><th>State<th>Start<th>Sum</tr><tr><td>On<td>✓<td>{cell}</tr>
                 <tr><td>Off<td><td>{cell}</tr></table>"
            ),
            expect,
        );
    }
}

#[test]
fn a_state_may_be_called_by_a_word_for_a_property() {
    check(
        "<table><tr><th>State<th>Start<th>Stop</tr><tr><td>Up<td>✓<td></tr>
         <tr><td>Charged<td>if idle<td>✓</tr></table>",
        "
        [] Start, Stop
        +. Up
        ?+ Charged
        Start in Charged: if idle
        ",
    );
}

#[test]
fn words_for_yes_are_states_where_most_of_those_led_to_are() {
    check(
        "<table><tr><th>State<th>Operation<th>Resulting state</tr><tr><td>Idle<td>Enable<td>Enabled</tr>
         <tr><td>Idle<td>Disable<td>Disabled</tr><tr><td>Disabled<td>Enable<td>Enabled</tr>
         <tr><td>Enabled<td>Wait<td>Idle</tr><tr><td>Idle<td>Work<td>Busy</tr></table>",
        "
        [] Enable, Disable, Wait, Work
        ++.+ Idle
        ..+. Enabled
        +... Disabled
        .... Busy
        Enable from Idle & Disabled to Enabled
        Disable from Idle to Disabled
        Wait from Enabled to Idle
        Work from Idle to Busy
        ",
    );
}

#[test]
fn words_for_yes_and_no_before_arrows_are_states_where_they_differ() {
    check(
        "<table><tr><th>Operation<th>Transition</tr><tr><td>Disable<td>Enabled → Disabled</tr>
         <tr><td>Enable<td>Disabled → Enabled</tr></table>",
        "
        [] Disable, Enable
        +. Enabled
        .+ Disabled
        Disable from Enabled to Disabled
        Enable from Disabled to Enabled
        ",
    );
}

#[test]
fn a_condition_behind_a_slash_is_of_both_names_and_behind_one_name_of_that() {
    check(
        "<table><tr><th>State<th>Allowed operations</tr><tr><td>Idle<td>Start/Stop (if empty)</tr>
         <tr><td>Busy<td>Stop</tr></table>",
        "
        [] Start, Stop
        ?? Idle
        .+ Busy
        Start in Idle: if empty
        Stop in Idle: if empty
        ",
    );
    // That it is one name is told by the column beside.
    check(
        "<table><tr><th>State<th>Allowed operations<th>Forbidden operations</tr>
         <tr><td>Idle<td>Copy and paste (if empty)<td>Stop</tr>
         <tr><td>Busy<td>Stop<td>Copy and paste</tr></table>",
        "
        [] Copy and paste, Stop
        ?. Idle
        .+ Busy
        Copy and paste in Idle: if empty
        ",
    );
}

#[test]
fn a_guard_in_brackets_is_a_condition() {
    check(
        "<table><tr><th>State<th>Allowed operations</tr><tr><td>Up<td>Start [queue empty]</tr>
         <tr><td>Down<td>Start, Stop</tr></table>",
        "
        [] Start, Stop
        ?. Up
        ++ Down
        Start in Up: queue empty
        ",
    );
    check(
        "<table><tr><th>State<th>Event<th>Next state</tr><tr><td>Up<td>halt[empty]<td>Down</tr>
         <tr><td>Down<td>start<td>Up</tr></table>",
        "
        [] halt, start
        ?. Up
        .+ Down
        halt in Up: empty
        halt from Up to Down
        start from Down to Up
        ",
    );
}

#[test]
fn all_is_all_before_the_noun_and_not_before_more() {
    let refused = |cell: &str| {
        format!(
            "! table 1, row 2, column 2: expected names, apart at commas or line ends, found `{cell}`; write the names, or leave the column out with `data-role=\"ignore\"` on its header"
        )
    };
    let all = "
        [] Start, Stop
        ++ Up
        ++ Down
        ";
    for (cell, expect) in [
        ("All job states", all),
        ("Any idle job state", &refused("Any idle job state")),
        ("All except", &refused("All except")),
    ] {
        check(
            &format!(
                "<table><tr><th>Operation<th>Allowed in</tr><tr><td>Start<td>{cell}</tr>
                 <tr><td>Stop<td>Up, Down</tr></table>"
            ),
            expect,
        );
    }
}

#[test]
fn a_word_for_another_cell_is_no_state() {
    check(
        "<table><tr><th>State<th>Allowed operations</tr><tr><td>Up<td>Stop</tr><tr><td>Ditto<td>Start</tr></table>",
        "! table 1, row 3, column 1: `Ditto` points to another cell; write the names",
    );
    check(
        "<table><tr><th>State<th>Allowed operations</tr><tr><td>Up<td>Stop</tr><tr><td>See owner<td>Start</tr></table>",
        "
        [] Stop, Start
        +. Up
        .+ See owner
        ",
    );
}

#[test]
fn what_is_excepted_may_stand_before_the_word_for_that() {
    for cell in ["すべて（停止以外）", "すべて、停止以外"] {
        check(
            &format!(
                "<table><tr><th>状態<th>可能な操作</tr><tr><td>待機<td>{cell}</tr><tr><td>稼働<td>停止、再開</tr></table>"
            ),
            "
            [] 停止, 再開
            .+ 待機
            ++ 稼働
            ",
        );
    }
}
