//! Tables in which one sign or one word more decides what is a name, and where it ends.

use super::draw::{draw, left_out};
use super::html::{input, read_html, tables};
use super::read::check;
use scraper::Html;
use state_chart::import::table::{Options, ProblemKind, read};

/// A matrix with this cell in its last place.
fn matrix(cell: &str) -> String {
    format!(
        "<table><tr><th>State / operation<th>Start<th>Stop</tr><tr><td>Idle<td>✓<td></tr>
         <tr><td>Busy<td><td>{cell}</tr></table>"
    )
}

/// A list in which this is what an idle service allows.
fn list(operations: &str) -> String {
    format!(
        "<table><tr><th>State<th>Allowed operations</tr><tr><td>Idle<td>{operations}</tr>
         <tr><td>Busy<td>Halt</tr></table>"
    )
}

/// The first two lines of a list: the operations, and what is allowed in `Idle`.
fn listed(operations: &str) -> String {
    let drawn = draw(&list(operations));
    drawn.lines().take(2).collect::<Vec<_>>().join("; ")
}

fn refused(table: &str, why: &str) {
    let drawn = draw(table);
    assert!(drawn.starts_with('!') && drawn.contains(why), "{drawn}");
}

/// What is said beside the marks.
fn notes(table: &str) -> Vec<String> {
    let rows = read_html(table).map_or_else(|_| Vec::new(), |read| read.chart.draft().rows);
    let notes = rows.into_iter().flat_map(|row| row.notes);
    notes.map(|note| note.text).collect()
}

#[test]
fn a_picture_and_the_same_sign_in_text_leave_no_note() {
    let table = matrix("<img alt=x> x");
    check(&table, "[] Start, Stop\n+. Idle\n.. Busy");
    assert_eq!(notes(&table), [""; 0]);
}

#[test]
fn a_picture_says_no_once_denied_and_nothing_where_no_is_denied() {
    check(
        &matrix("<img src=cross-not-allowed.png>"),
        "[] Start, Stop\n+. Idle\n.. Busy",
    );
    for file in ["not-denied.png", "yes-no.png"] {
        refused(
            &matrix(&format!("<img src={file}>")),
            &format!("the picture `{file}` says neither"),
        );
    }
    refused(
        &matrix("<img src='data:image/png;base64,AA'>"),
        "a picture says neither yes nor no; give it an `alt` that does",
    );
}

#[test]
fn a_sign_of_doubt_stays_one_with_an_exclamation_mark() {
    check(
        "<table><tr><th>State<th>Operation<th>Allowed</tr><tr><td>Idle<td>Start<td>?!</tr>
         <tr><td>Busy<td>Stop<td>✓</tr><tr><td>Idle<td>Stop<td>?!</tr></table>",
        "
        [] Start, Stop
        ?? Idle
        .+ Busy
        Start in Idle: ?!
        Stop in Idle: ?!
        ",
    );
}

#[test]
fn all_transitions_may_begin_in_a_state_whose_name_is_a_word_of_doubt() {
    check(
        "<table><tr><th>Operation<th>Transition</tr><tr><td>Lift<td>Restricted → Free</tr>
         <tr><td>Delete<td>Restricted → Gone</tr></table>",
        "
        [] Lift, Delete
        ++ Restricted
        .. Free
        .. Gone
        Lift from Restricted to Free
        Delete from Restricted to Gone
        ",
    );
}

#[test]
fn a_script_without_blanks_goes_on_behind_a_mark_with_a_condition_only() {
    let table = |cell: &str| {
        format!(
            "<table><tr><th>状態 / 操作<th>編集<th>削除</tr><tr><td>下書き<td>可<td>{cell}</tr>
             <tr><td>公開<td>不可<td>可</tr></table>"
        )
    };
    check(
        &table("可、空き容量がある場合のみ"),
        "
        [] 編集, 削除
        +? 下書き
        .+ 公開
        削除 in 下書き: 可、空き容量がある場合のみ
        ",
    );
    // That is `visible`, and begins with the word for yes.
    refused(&table("可視"), "`可視` among the marks");
}

#[test]
fn quotes_around_a_name_are_no_part_of_it() {
    check(
        "<table><tr><th>State / operation<th>Start<th>Stop</tr><tr><td>“Idle”<td>✓<td></tr>
         <tr><td>«Busy»<td><td>✓</tr></table>",
        "
        [] Start, Stop
        +. Idle
        .+ Busy
        ",
    );
}

#[test]
fn a_note_stands_behind_a_dash_a_wide_colon_or_the_second_parenthesis() {
    for cell in ["→ Idle – logged", "→ Idle - logged"] {
        let table = matrix(cell);
        check(
            &table,
            "
            [] Start, Stop
            +. Idle
            .+ Busy
            Stop from Busy to Idle
            ",
        );
        assert_eq!(notes(&table), ["logged"]);
    }
    check(
        "<table><tr><th>状态 / 操作<th>启动<th>停止</tr><tr><td>空闲<td>→ 运行：写日志<td></tr>
         <tr><td>运行<td><td>→ 空闲</tr></table>",
        "
        [] 启动, 停止
        +. 空闲
        .+ 运行
        启动 from 空闲 to 运行
        停止 from 运行 to 空闲
        ",
    );
    // The first is the number of a state.
    check(
        "<table><tr><th>State / operation<th>Start<th>Stop</tr><tr><td>(1) Idle<td>→ (2) Busy (logged)<td></tr>
         <tr><td>(2) Busy<td><td>→ (1) Idle</tr></table>",
        "
        [] Start, Stop
        +. (1) Idle
        .+ (2) Busy
        Start from (1) Idle to (2) Busy
        Stop from (2) Busy to (1) Idle
        ",
    );
}

#[test]
fn two_words_with_the_full_stop_of_a_list_are_a_name() {
    check(
        "<table><tr><th>State / operation<th>Start<th>Stop</tr><tr><td>Idle, Shut down.<td>✓<td></tr>
         <tr><td>Busy<td><td>✓</tr></table>",
        "
        [] Start, Stop
        +. Idle & Shut down
        .+ Busy
        ",
    );
}

#[test]
fn a_letter_in_brackets_is_a_footnote_and_a_word_in_them_is_a_part_of_the_name() {
    check(
        "<table><tr><th>State / operation<th>Start<th>Stop</tr><tr><td>Idle [a]<td>✓<td></tr>
         <tr><td>Busy [abc]<td><td>✓</tr></table>",
        "
        [] Start, Stop
        +. Idle
        .+ Busy [abc]
        ",
    );
}

#[test]
fn and_parts_names_for_certain_only_at_the_end_of_a_list() {
    assert_eq!(
        listed("Start, Stop and Delete"),
        "[] Start, Stop, Delete, Halt; +++. Idle"
    );
    // What begins a list may be one name, as in `Stop and delete`.
    refused(
        &list("Start and Stop, Delete"),
        "`Start and Stop` may be one name",
    );
    refused(
        &list("Start · Stop and Delete"),
        "`Stop and Delete` may be one name",
    );
}

#[test]
fn and_between_dots_may_be_a_part_of_a_name() {
    refused(
        &list("Start · Stop and Delete · Pause"),
        "`Stop and Delete` may be one name",
    );
}

#[test]
fn a_name_does_not_begin_with_a_small_and() {
    for operations in [
        "Start, Stop, and Delete",
        "Start · Stop · and Delete",
        "Start, Stop<br>or Delete",
    ] {
        let drawn = listed(operations);
        assert!(
            drawn.starts_with("[] Start, Stop, Delete, Halt;"),
            "{drawn}"
        );
    }
    assert_eq!(listed("start<br>or stop"), "[] start, stop, Halt; ++. Idle");
    // In a code span it is what the machine calls it.
    assert_eq!(
        listed("Start, <code>and x</code>"),
        "[] Start, and x, Halt; ++. Idle"
    );
    check(
        "<table><tr><th>State<th>Allowed operations</tr><tr><td>Idle, Waiting, and Done<td>Start</tr>
         <tr><td>Busy<td>Stop</tr></table>",
        "
        [] Start, Stop
        +. Idle & Waiting & Done
        .+ Busy
        ",
    );
}

#[test]
fn and_in_parentheses_or_in_a_code_span_parts_nothing() {
    check(
        &list("Start (if idle and empty) and Delete"),
        "
        [] Start, Delete, Halt
        ?+. Idle
        ..+ Busy
        Start in Idle: if idle and empty
        ",
    );
    assert_eq!(
        listed("<code>open(door) and close(door)</code>"),
        "[] open(door) and close(door), Halt; +. Idle"
    );
}

#[test]
fn long_texts_beside_a_list_are_no_second_list() {
    let table = "<table><tr><th>State<th>Operations<th>Allowed because</tr>
         <tr><td>Idle<td>Start, Stop<td>the motor is cold and nobody has to wait for it</tr>
         <tr><td>Busy<td>Stop<td>the motor can be brought to a stop at any time</tr></table>";
    check(table, "[] Start, Stop\n++ Idle\n.+ Busy");
    assert_eq!(left_out(table).1.len(), 1);
}

#[test]
fn single_letters_in_headers_are_of_no_language() {
    // In Spanish, each of them is a word; then `and` would be none.
    check(
        "<table><tr><th data-role=state>State<th>A<th>E<th>O<th>U<th data-role=operation>Jobs</tr>
         <tr><td>Idle<td><td>1<td><td>1<td>Start, Run and Hold</tr>
         <tr><td>Busy<td>1<td><td>1<td><td>Stop</tr></table>",
        "
        [] Start, Run, Hold, Stop
        +++. Idle
        ...+ Busy
        ",
    );
}

#[test]
fn words_in_a_row_are_found_only_where_the_last_ends() {
    // `Performed by` would be the header of a description.
    let table = "<table><tr><th>State<th>Allowed operations<th>Performed bytewise</tr>
         <tr><td>Idle<td>Start, Stop<td>rarely</tr><tr><td>Busy<td>Stop<td>often</tr></table>";
    check(table, "[] Start, Stop\n++ Idle\n.+ Busy");
    assert_eq!(left_out(table).1.len(), 1);
}

#[test]
fn a_column_called_on_errors_has_the_states_after_a_failure() {
    for heads in [
        "<th>State<th>Event<th>Next state<th>On errors",
        "<th>Zustand<th>Ereignis<th>Folgezustand<th>Bei Fehlern",
    ] {
        check(
            &format!(
                "<table><tr>{heads}</tr><tr><td>Idle<td>start<td>Busy<td>Failed</tr>
                 <tr><td>Busy<td>stop<td>Idle<td>Failed</tr></table>"
            ),
            "
            [] start, stop
            +. Idle
            .+ Busy
            .. Failed
            start from Idle to Busy or Failed
            stop from Busy to Idle or Failed
            ",
        );
    }
}

#[test]
fn blanks_around_what_is_crossed_out_are_nothing() {
    for markup in [
        " <del>Yes</del> ",
        "<ul><li><del>Yes</del></li></ul>",
        "<code><del>Yes</del></code>",
    ] {
        let page = format!("<table><tr><td>{markup}</td></tr></table>");
        let tables = tables(Html::parse_document(&page).root_element());
        let mut cells = tables.iter().flat_map(|table| table.rows.iter().flatten());
        assert!(cells.all(|cell| cell.struck), "{markup}");
    }
}

#[test]
fn a_word_for_yes_and_no_is_refused_with_blanks_around_as_well() {
    let (tables, _) = input(&matrix("fine")).expect("a table");
    let options = Options {
        yes: vec![" Fine".to_owned()],
        no: vec!["fine ".to_owned()],
        ..Options::default()
    };
    let problems = read(&tables, &options).expect_err("one word says both");
    let kinds: Vec<_> = problems.iter().map(|problem| &problem.kind).collect();
    assert!(matches!(kinds.as_slice(), [ProblemKind::YesAndNo(_)]));
}

#[test]
fn a_line_in_another_style_than_the_name_above_describes_it() {
    for (idle, busy) in [
        (
            "<b>Idle</b><br>Waits for a job",
            "<p><b>Busy</b><p>works on a job",
        ),
        (
            "Idle<br><small>Waits for a job</small>",
            "Busy<br> <small>works on a job</small>",
        ),
    ] {
        check(
            &format!(
                "<table><tr><th>State<th><b>Start</b><br>A job<th>Stop<br><small>POST /stop</small></tr>
                 <tr><td>{idle}<td>✓<td></tr><tr><td>{busy}<td><td>✓</tr></table>"
            ),
            "
            [] Start, Stop
            +. Idle -- Waits for a job
            .+ Busy -- works on a job
            ",
        );
    }
    // In one style, each line is a name.
    check(
        "<table><tr><th>State<th>Start<th>Stop</tr><tr><td><b>Idle</b><br><b>Ready</b><td>✓<td></tr>
         <tr><td><small>Busy<br>Late</small><td><td><b>Yes</b><br>if paid</tr></table>",
        "
        [] Start, Stop
        +. Idle & Ready
        .? Busy & Late
        Stop in Busy & Late: Yes if paid
        ",
    );
}
