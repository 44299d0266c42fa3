//! What random tables found to be read wrongly.

use super::draw::{draw, left_out};
use super::read::check;

fn refused(table: &str) -> bool {
    draw(&format!("<table>{table}</table>")).starts_with('!')
}

#[test]
fn a_condition_in_a_list_is_of_the_name_before_it() {
    check(
        "<table><tr><th>State<th>Allowed operations</tr>
         <tr><td>Idle<td>Start, Stop (if empty) and Delete (if owned)</tr>
         <tr><td>Busy<td>Stop (if empty) and Start</tr></table>",
        "
        [] Start, Stop, Delete
        +?? Idle
        +?. Busy
        Stop in Idle: if empty
        Delete in Idle: if owned
        Stop in Busy: if empty
        ",
    );
    // Of one or of both.
    assert!(refused(
        "<tr><th>State<th>Allowed operations</tr><tr><td>Idle<td>Start and Stop (if empty)</tr>
         <tr><td>Busy<td>Stop</tr>"
    ));
}

#[test]
fn a_slash_in_one_name_parts_nothing_wherever_it_leads() {
    check(
        "<table><tr><th>State<th>Allowed operations</tr><tr><td>Idle<td>Read/Write → Busy</tr>
         <tr><td>Busy<td>Read/Write → Idle, Stop → Idle</tr></table>",
        "
        [] Read/Write, Stop
        +. Idle
        ++ Busy
        Read/Write from Idle to Busy
        Read/Write from Busy to Idle
        Stop from Busy to Idle
        ",
    );
}

#[test]
fn a_circle_leads_where_its_arrow_says_and_has_conditions() {
    let table = |idle: &str, busy: &str| {
        format!(
            "<table><tr><th>State / operation<th>Start<th>Stop</tr><tr><td>Idle{idle}</tr>
             <tr><td>Busy{busy}</tr></table>"
        )
    };
    check(
        &table("<td>○ → Busy<td>", "<td><td>○ → Idle"),
        "
        [] Start, Stop
        +. Idle
        .+ Busy
        Start from Idle to Busy
        Stop from Busy to Idle
        ",
    );
    check(
        &table("<td>○<td>×", "<td>○, if empty<td>○"),
        "
        [] Start, Stop
        +. Idle
        ?+ Busy
        Start in Busy: ○, if empty
        ",
    );
    // Whether `×` says no where each yes leads somewhere is not certain.
    assert!(draw(&table("<td>○ → Busy<td>×", "<td>×<td>○ → Idle")).starts_with('!'));
}

#[test]
fn si_alone_is_yes_and_before_words_a_condition() {
    check(
        "<table><tr><th>Estado / operación<th>Abrir<th>Cerrar</tr><tr><td>Abierta<td>no<td>si</tr>
         <tr><td>Cerrada<td>si → Abierta<td>no</tr></table>",
        "
        [] Abrir, Cerrar
        .+ Abierta
        +. Cerrada
        Abrir from Cerrada to Abierta
        ",
    );
    check(
        "<table><tr><th>État / opération<th>Ouvrir<th>Fermer</tr><tr><td>Ouvert<td>non<td>oui</tr>
         <tr><td>Fermé<td>si inactif<td>non</tr></table>",
        "
        [] Ouvrir, Fermer
        .+ Ouvert
        ?. Fermé
        Ouvrir in Fermé: si inactif
        ",
    );
}

#[test]
fn a_mark_before_an_arrow_is_no_state() {
    for yes in ["yes", "✅ Yes", "możliwe"] {
        check(
            &format!(
                "<table><tr><th>Operation<th>Lit<th>Dark</tr><tr><td>Switch<td>{yes} → Dark<td>{yes} → Lit</tr>
                 <tr><td>Flash<td>{yes} → Lit<td></tr></table>"
            ),
            "
            [] Switch, Flash
            ++ Lit
            +. Dark
            Switch from Lit to Dark
            Switch from Dark to Lit
            Flash from Lit to Lit
            ",
        );
    }
}

#[test]
fn one_text_among_marks_is_no_description() {
    let table = |cell: &str| {
        format!(
            "<tr><th>State / operation<th>Start<th>Stop<th>Delete</tr><tr><td>Idle<td>✓<td>✓<td></tr>
             <tr><td>Busy<td><td><td>{cell}</tr><tr><td>Gone<td>✓<td>✓<td></tr>"
        )
    };
    for cell in ["✓ No.", "Ask the one who owns it first.", "7"] {
        assert!(refused(&table(cell)), "{cell}");
    }
    let crossed = table("x, if the queue is empty").replace('✓', "x");
    let drawn = draw(&format!("<table>{crossed}</table>"));
    assert!(drawn.starts_with("[] Start, Stop, Delete\n"), "{drawn}");
    assert!(drawn.contains("Delete in Busy: x, if the queue is empty"));
    let notes = "<table><tr><th>State<th>Start<th>More</tr><tr><td>Idle<td>✓<td>What is idle waits for work.</tr>
        <tr><td>Busy<td><td>What is busy works all the time.</tr></table>";
    assert_eq!(draw(notes), "[] Start\n+ Idle\n. Busy\n");
    assert_eq!(left_out(notes).1.len(), 1);
}

#[test]
fn words_for_yes_and_no_are_names_below_a_header_for_states() {
    let expect = "
        [] Enable, Disable
        +. Disabled
        .+ Enabled
        Enable from Disabled to Enabled
        Disable from Enabled to Disabled
        ";
    for (from, to) in [("Valid states", "Resulting state"), ("From", "To")] {
        let rows =
            "<tr><td>Enable<td>Disabled<td>Enabled</tr><tr><td>Disable<td>Enabled<td>Disabled</tr>";
        check(
            &format!("<table><tr><th>Operation<th>{from}<th>{to}</tr>{rows}</table>"),
            expect,
        );
    }
    check(
        "<table><tr><th>State<th>Allowed operations</tr><tr><td>Enabled<td>Disable</tr><tr><td>Disabled<td>Enable</tr></table>",
        "
        [] Disable, Enable
        +. Enabled
        .+ Disabled
        ",
    );
    check(
        "<table><tr><th>Operation<th>Idle state<th>Busy state</tr><tr><td>Start<td>Enabled<td>Disabled</tr>
         <tr><td>Stop<td>Disabled<td>Enabled</tr></table>",
        "
        [] Start, Stop
        +. Idle state
        .+ Busy state
        ",
    );
    assert!(refused(
        "<tr><th>Step<th>Valid phases<th>Ending phases</tr><tr><td>Start<td>Ok<td>Ok</tr><tr><td>Stop<td>Ok, Limited<td>–</tr>"
    ));
}

#[test]
fn a_mark_that_is_the_name_of_a_state_is_refused_with_a_note_as_well() {
    for (name, cell) in [("Never", "Never (logged)"), ("X", "X"), ("X", "X (logged)")] {
        let drawn = draw(&format!(
            "<table><tr><th>State / operation<th>Start<th>Stop</tr><tr><td>Idle<td>✓<td>{cell}</tr>
             <tr><td>{name}<td><td>✓</tr></table>"
        ));
        assert!(
            drawn.starts_with(&format!("! table 1, row 2, column 3: `{name}` may say")),
            "{cell}: {drawn}"
        );
    }
}

#[test]
fn a_state_that_begins_like_a_mark_is_no_mark_with_a_note() {
    check(
        "<table><tr><th>State / operation<th>Call<th>Hang up</tr><tr><td>Enabled<td>No answer<td></tr>
         <tr><td>No answer<td><td>Enabled</tr><tr><td>Disabled<td><td>Enabled (logged)</tr></table>",
        "
        [] Call, Hang up
        +. Enabled
        .+ No answer
        .+ Disabled
        Call from Enabled to No answer
        Hang up from No answer & Disabled to Enabled
        ",
    );
}

#[test]
fn what_is_once_allowed_without_a_condition_is_allowed() {
    check(
        "<table><tr><th>State<th>Operation<th>Condition</tr><tr><td>Idle<td>Stop<td>if empty</tr>
         <tr><td>Idle<td>Stop<td></tr><tr><td>Busy<td>Stop<td></tr>
         <tr><td>Busy<td>Stop<td>if empty</tr><tr><td>Gone<td>Stop<td>if empty</tr></table>",
        "
        [] Stop
        + Idle
        + Busy
        ? Gone
        Stop in Gone: if empty
        ",
    );
}

#[test]
fn more_texts_than_marks_and_half_of_the_blanks_are_no_words_for_yes() {
    let table = |last: &str| {
        draw(&format!(
            "<table><tr><th>State<th>Start<th>Stop<th>Open<th>Close</tr>
             <tr><td>Idle<td>✓<td>Lorem<td>Ipsum<td></tr><tr><td>Busy<td>Dolor<td>✗<td><td>Lorem</tr>
             <tr><td>Gone<td>{last}<td><td>✓<td>Ipsum</tr></table>"
        ))
    };
    assert!(table("").contains("`Lorem` among the marks says neither yes nor no"));
    assert!(table("Dolor").contains("found 6 texts such as `Lorem`, and 3 marks"));
}

#[test]
fn what_stands_across_a_list_and_a_table_of_states_on_both_sides_is_told() {
    let (_, list) = left_out(
        "<table><tr><th>State<th>Allowed operations</tr><tr><td>Idle<td>Start</tr>
         <tr><td colspan=2>Only at night</tr><tr><td>Busy<td>Stop</tr></table>",
    );
    assert_eq!(
        list,
        ["table 1, row 3, column 1: `Only at night` stands across all columns and is left out"]
    );
    let (_, between) = left_out(
        "<table><tr><th>From \\ To<th>Idle<th>Busy</tr><tr><td>Idle<td><td>start</tr>
         <tr><td colspan=3>Only at night</tr><tr><td>Busy<td>stop<td></tr></table>",
    );
    assert_eq!(
        between,
        ["table 1, row 3, column 1: `Only at night` stands across all columns and is left out"]
    );
}

#[test]
fn the_condition_of_an_arrow_stands_in_its_column() {
    check(
        "<table><tr><th>Transition<th>Operation<th>Condition</tr><tr><td>Idle → Busy<td>Start<td>if owned</tr>
         <tr><td>Busy → Idle<td>Stop<td></tr></table>",
        "
        [] Start, Stop
        ?. Idle
        .+ Busy
        Start in Idle: if owned
        Start from Idle to Busy
        Stop from Busy to Idle
        ",
    );
}

#[test]
fn a_column_that_says_whether_a_state_is_an_end_state_names_no_states() {
    check(
        "<table><tr><th>Description<th>State<th>End state?<th>Start<th>Stop</tr>
         <tr><td>It waits.<td>Idle<td>–<td>✓<td>–</tr><tr><td>It works.<td>Busy<td>–<td>–<td>✓</tr>
         <tr><td>It was deleted.<td>Gone<td>✓<td>–<td>–</tr></table>",
        "
        [] Start, Stop
        +. Idle -- It waits.
        .+ Busy -- It works.
        .. Gone -- It was deleted.
        ",
    );
}
