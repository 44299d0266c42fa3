//! Each kind of table that is read, as a file, against a drawing of its chart.

#![allow(clippy::expect_used, reason = "a test may fail where it stands")]

use super::draw::{self, draw, left_out};
use super::html::read_html;
use crate::charts;
use state_chart::chart::{Draft, Source};

macro_rules! fixture {
    ($name:literal) => {
        include_str!(concat!("../../tables/", $name, ".html"))
    };
}

pub(crate) fn check(html: &str, expect: &str) {
    let expect: String = (expect.trim().lines())
        .flat_map(|line| [line.trim_start(), "\n"])
        .collect();
    assert_eq!(draw(html), expect);
}

#[test]
fn two_tables_of_the_same_states_are_one_chart() {
    check(fixture!("biztalk"), "
        [Start, Stop, Restart, Suspend, Resume, and Delete Operations] Start, Stop, Restart, Suspend, Resume, Delete
        [Scale, Update Configuration, and Backup Operations] Scale, Update Configuration, Backup
        .+++.++++ Active
        .....+... Disabled
        ....++..+ Suspended
        +.+..+..+ Stopped
        .....+... Service Update Failed
        .....+... DisableFailed
        .....+... EnableFailed
        +++..+.+. StartFailed & StopFailed & RestartFailed
        ...+++... SuspendedFailed & ResumeFailed
        .....+... CreatedFailed & RestoreFailed
        ..+..+.+. ConfigUpdateFailed
        .....++.. ScaleFailed
    ");
}

#[test]
fn the_built_in_chart_as_tables_has_the_same_marks() {
    let tables = read_html(fixture!("biztalk"))
        .expect("the tables can be read")
        .chart
        .draft();
    let built_in = charts::biztalk().draft();
    let names = |draft: &Draft| -> Vec<Vec<String>> {
        let groups = draft.groups.iter().map(|group| {
            group
                .operations
                .iter()
                .map(|name| name.name.clone())
                .collect()
        });
        let titles = draft.groups.iter().map(|group| vec![group.title.clone()]);
        groups.chain(titles).collect()
    };
    assert_eq!(names(&tables), names(&built_in));
    assert_eq!(tables.rows, built_in.rows);
}

#[test]
fn a_markdown_page_has_a_heading_for_a_caption_and_decoration_around() {
    check(
        fixture!("mdbook"),
        "
        # Job operations
        [Job operations] Start, Cancel, Delete
        ++. queued
        .+. running
        ..+ done & failed
    ",
    );
    assert_eq!(left_out(fixture!("mdbook")), (vec![0], vec![]));
}

#[test]
fn a_third_value_is_a_condition() {
    check(
        fixture!("sphinx"),
        "
        # Order actions
        [Order actions] Pay, Ship, Refund
        +.. New
        .+? Paid
        ..? Shipped
        Refund in Paid: Yes (only if not shipped)
        Refund in Shipped: see note
    ",
    );
}

#[test]
fn the_upper_of_two_levels_of_headers_names_groups() {
    check(
        fixture!("asciidoc"),
        "
        # Table 1. Machine
        [Power] Start, Stop
        [Storage] Attach disk, Snapshot
        +.++ Stopped
        .+.+ Running
        .+.. Paused
    ",
    );
}

#[test]
fn a_word_processor_writes_ticks_as_letters_and_headers_as_bold_cells() {
    check(
        fixture!("word"),
        "
        [] Edit, Submit for review, Archive
        ++. Draft
        ... In review
        ..+ Published & Rejected
    ",
    );
}

#[test]
fn an_old_page_has_crosses_for_yes_and_layout_around() {
    check(
        fixture!("nineties"),
        "
        # Modem commands
        [Modem commands] Dial, Answer, Hang up, Reset
        ++.+ Idle
        .+.+ Ringing
        ..+. Connected/On hold
    ",
    );
    let (tables, warnings) = left_out(fixture!("nineties"));
    assert_eq!(tables, [1]);
    assert_eq!(
        warnings,
        [
            "table 1: the table is left alone: found 1 by 1 cells, rows by columns; a chart needs a row of names, a column of names, and cells between",
            "table 2, row 7, column 1: `X = command accepted` stands across all columns and is left out",
        ]
    );
}

#[test]
fn states_may_be_columns() {
    check(
        fixture!("columns"),
        "
        [] Start, Stop, Delete
        .++ Active
        +.+ Stopped
        +++ StartFailed & StopFailed
    ",
    );
}

#[test]
fn names_tell_the_side_where_the_corner_does_not() {
    check(
        fixture!("columns-by-names"),
        "
        [] Print, Pause, Resume
        +.. Idle
        .+. Printing
        ..+ Paused
    ",
    );
}

#[test]
fn operations_as_rows_may_stand_in_groups() {
    check(
        fixture!("columns-in-groups"),
        "
        [Power] Up, Down
        [Other] Blink
        +.. Off
        .++ On
    ",
    );
}

#[test]
fn images_and_icons_are_marks() {
    check(
        fixture!("images"),
        "
        [] Open, Close, Lock, Unlock
        .+.. Opened
        +.+. Closed
        ...+ Locked
    ",
    );
}

#[test]
fn a_cell_that_names_a_state_leads_there() {
    check(
        fixture!("transitions"),
        "
        # Door
        [Door] open, close, lock, unlock
        .+.. Opened
        +.+. Closed
        ...+ Locked
        open from Closed to Opened
        close from Opened to Closed
        lock from Closed to Locked
        unlock from Locked to Closed
    ",
    );
}

#[test]
fn attributes_tell_where_operations_lead() {
    check(
        fixture!("outcomes"),
        "
        [] go, halt, drop
        +.+ Halted
        .++ Running
        ?.+ Crashed
        go in Crashed: maybe
        go from Halted via Starting to Running or Crashed
        go from Crashed via Starting to Running or (same)
        halt from Running to Halted or Crashed
        drop from Halted & Running & Crashed to (gone) or (same)
    ",
    );
}

#[test]
fn what_a_page_says_of_outcomes_is_documented() {
    for html in [fixture!("outcomes"), fixture!("transitions")] {
        let draft = read_html(html)
            .expect("the table can be read")
            .chart
            .draft();
        assert!(!draft.outcomes.is_empty());
        for outcome in &draft.outcomes {
            let leads = [&outcome.success, &outcome.failure];
            let sources = leads.into_iter().flatten().map(|lead| lead.source);
            let mut sources = sources.chain(outcome.via.iter().map(|via| via.source));
            assert!(
                sources.all(|source| source == Source::Documented),
                "{outcome:?}"
            );
        }
    }
}

#[test]
fn tables_that_are_no_part_of_the_chart_are_left_alone() {
    check(
        fixture!("decoy"),
        "
        [Life] Start, Stop
        [Care] Clean, Backup
        .+.+ Up
        +.+. Down
    ",
    );
    let (tables, warnings) = left_out(fixture!("decoy"));
    assert_eq!(tables, [1, 5]);
    assert_eq!(
        warnings,
        [
            "table 1, row 2, column 1: the table is left alone: found the mark `✓` where a name is wanted; write the name",
            "table 3: the table is left alone: found no operation, only descriptions: `Meaning`; write `data-role=\"operation\"` on the header of a column that is one",
            "table 4, row 2, column 2: the table is left alone: found the number `$5` where a mark is wanted; write a mark, or leave its column out with `data-role=\"ignore\"` on the header",
            "table 5, row 2, column 1: the table is left alone: the states `Basic` have no row in table 2; give both tables the same rows, or take one away",
        ]
    );
}

#[test]
fn spans_end_where_the_table_ends() {
    check(
        fixture!("spans"),
        "
        [] Read, Write, Close
        +.+ Fresh
        +++ Open
        +.+ Stale
    ",
    );
}

#[test]
fn headers_that_come_again_and_texts_across_are_left_out() {
    check(
        fixture!("long"),
        "
        [] Pause, Skip
        ++ Waiting
        +. Working
    ",
    );
    let (_, warnings) = left_out(fixture!("long"));
    assert_eq!(
        warnings,
        [
            "table 1, row 2, column 1: `Before` stands across all columns and is left out",
            "table 1, row 6, column 1: `* or resting` stands across all columns and is left out",
        ]
    );
}

#[test]
fn attributes_name_the_words_of_any_language() {
    check(
        fixture!("german"),
        "
        [] Starten, Anhalten
        +. Bereit
        .+ In Betrieb
        ?+ Gestört
        Starten in Gestört: nur mit Schlüssel
    ",
    );
}

#[test]
fn a_column_may_describe_the_states() {
    check(
        fixture!("about"),
        "
        [] Send, Edit
        ++ Draft -- Not sent yet.
        .. Sent -- On its way, or there.
    ",
    );
}

#[test]
fn the_drawing_tells_charts_apart() {
    assert_ne!(
        draw::chart(&charts::biztalk()),
        draw::chart(&charts::printer())
    );
}

#[test]
fn a_second_table_may_allow_nothing() {
    check(
        "<table><tr><th>State<th>Start</tr><tr><td>Up<td>✓</tr></table>
         <table><tr><th>State<th>Melt</tr><tr><td>Up<td>–</tr></table>",
        "
        [] Start
        [] Melt
        +. Up
        ",
    );
}

#[test]
fn spans_end_where_a_body_ends() {
    check(
        "<table><thead><tr><th>State<th>Start<th>Stop</tr></thead>
         <tbody><tr><td>Up<td rowspan=5>✗<td>✓</tr></tbody>
         <tbody><tr><td>Down<td>✓<td>✗</tr></tbody></table>",
        "
        [] Start, Stop
        .+ Up
        +. Down
        ",
    );
}

#[test]
fn the_page_of_the_mission_is_read_as_it_was_published() {
    let published = include_str!("../../tables/published/00-biztalk-as-published.html");
    let draft = read_html(published).expect("it is a chart").chart.draft();
    let built_in = charts::biztalk().draft();
    let groups = |draft: &Draft| -> Vec<(String, usize)> {
        let groups = draft.groups.iter();
        groups
            .map(|group| (group.title.clone(), group.operations.len()))
            .collect()
    };
    assert_eq!(groups(&draft), groups(&built_in));
    assert_eq!(draft.rows, built_in.rows);
}
