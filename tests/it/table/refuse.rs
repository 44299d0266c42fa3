//! Tables that are refused, word for word: which cell, what was seen, how to fix it.

use super::draw::draw;

/// A table from a drawing: a row a line, cells apart at `|`, the first row of headers.
fn table(drawing: &str) -> String {
    let mut html = String::from("<table>");
    for (row, line) in drawing.trim().lines().enumerate() {
        html.push_str("<tr>");
        for cell in line.split('|') {
            let tag = if row == 0 { "th" } else { "td" };
            html += &format!("<{tag}>{}</{tag}>", cell.trim());
        }
        html.push_str("</tr>");
    }
    html + "</table>"
}

fn refuse(drawing: &str, expect: &[&str]) {
    refuse_html(&table(drawing), expect);
}

fn refuse_html(html: &str, expect: &[&str]) {
    let expect: String = expect.iter().map(|line| format!("! {line}\n")).collect();
    assert_eq!(draw(html), expect);
}

#[test]
fn no_table_is_said() {
    refuse_html("<p>nothing</p>", &["there is no table to read"]);
}

#[test]
fn a_table_too_small_is_said() {
    refuse(
        "State | Go",
        &[
            "table 1: found 1 by 2 cells, rows by columns; a chart needs a row of names, a column of names, and cells between",
        ],
    );
    refuse_html(
        "<table></table>",
        &[
            "table 1: found 0 by 0 cells, rows by columns; a chart needs a row of names, a column of names, and cells between",
        ],
    );
}

#[test]
fn spans_that_claim_too_much_are_said() {
    let row = "<tr><td colspan=1000>a</td><td colspan=1000>b</td></tr>";
    let html = format!("<table>{}</table>", row.repeat(2_000));
    refuse_html(
        &html,
        &[
            "table 1: the spans claim more cells than a chart can have; make `rowspan` and `colspan` smaller",
        ],
    );
}

#[test]
fn a_side_that_nothing_tells_is_said() {
    let drawing = "| Alpha | Beta
                   Gamma | ✓ |
                   Delta | | ✓";
    refuse(
        drawing,
        &[
            "table 1: nothing tells that the rows or the columns are states; if one side is, add `states=\"rows\"` or `states=\"columns\"`, or name both in the corner cell, as in `State \\ Operation`",
        ],
    );
    let told = format!(
        "<state-chart states='rows'>{}</state-chart>",
        table(drawing)
    );
    assert_eq!(draw(&told), "[] Alpha, Beta\n+. Gamma\n.+ Delta\n");
    let told = format!(
        "<state-chart states='columns'>{}</state-chart>",
        table(drawing)
    );
    assert_eq!(draw(&told), "[] Gamma, Delta\n+. Alpha\n.+ Beta\n");
}

#[test]
fn signs_that_contradict_each_other_are_said() {
    refuse(
        "State | Running | Stopped
         Start | | Running
         Stop | Stopped |",
        &[
            "table 1: some signs tell that the rows are states, others that the columns are; add `states=\"rows\"` or `states=\"columns\"`",
        ],
    );
}

#[test]
fn another_word_for_the_side_is_said() {
    refuse_html(
        "<state-chart states=lines><table></table></state-chart>",
        &["`states` is `lines`; write `rows` or `columns`"],
    );
}

#[test]
fn a_word_for_both_is_said() {
    refuse_html(
        "<state-chart yes='ja, x' no='X'><table></table></state-chart>",
        &["`x` is in both `yes` and `no`; take it out of one"],
    );
}

#[test]
fn a_table_without_names_is_said() {
    refuse(
        "✓ | ✓\n✓ |",
        &[
            "table 1, row 1, column 2: found the mark `✓` in the first row; put a row of names above it",
        ],
    );
    refuse(
        "Mark | Use\n√ | Yes\n✗ | No",
        &["table 1, row 2, column 1: found the mark `√` where a name is wanted; write the name"],
    );
    refuse(
        "# | Start\n1 | ✓\n2 |",
        &[
            "table 1, row 2, column 1: found `1` and only numbers beside it where names are wanted; write the names, or take the numbers away",
        ],
    );
}

#[test]
fn a_blank_name_beside_marks_is_said() {
    refuse(
        "State | Start | Stop\nUp | | ✓\n | ✓ |",
        &[
            "table 1, row 3, column 1: the cells beside say something, and this name is blank; write the name",
        ],
    );
    refuse(
        "State | | Stop\nUp | | ✓\nDown | ✓ |",
        &[
            "table 1, row 1, column 2: the cells beside say something, and this name is blank; write the name",
        ],
    );
}

#[test]
fn a_second_state_or_operation_is_said() {
    refuse(
        "State | Start | Stop\nUp | | ✓\nDown, Up | ✓ |",
        &[
            "table 1, row 3, column 1: a second state `Up`, of `Down, Up`; the first is in table 1, row 2, column 1; keep one of them or, if each of these cells is one state, write them without commas",
        ],
    );
    refuse(
        "State | Start | Start\nUp | | ✓",
        &[
            "table 1, row 1, column 3: a second operation `Start`; the first is in table 1, row 1, column 2; keep one of them, or give each a name of its own",
        ],
    );
    let two = [
        table("State | Start\nUp | ✓"),
        table("State | Start\nUp | ✓"),
    ]
    .concat();
    refuse_html(
        &two,
        &[
            "table 2, row 1, column 2: a second operation `Start`; the first is in table 1, row 1, column 2; keep one of them, or give each a name of its own",
        ],
    );
}

#[test]
fn headers_of_too_many_levels_are_said() {
    let levels = "<table><thead><tr><th>State<th colspan=2>a</tr><tr><th><th>b<th>c</tr><tr><th><th>d<th>e</tr></thead><tr><th>Up<td>✓<td>✓</tr></table>";
    refuse_html(
        levels,
        &["table 1, row 1, column 1: found 3 rows of headers, and two can be read; take some away"],
    );
    let units = "<table><thead><tr><th>State<th>Start<th>Stop</tr><tr><th><th>(slow)<th>(fast)</tr></thead><tr><th>Up<td>✓<td>✓</tr></table>";
    refuse_html(
        units,
        &[
            "table 1, row 1, column 2: found two rows of headers, and nothing in the upper one spans two columns; give its cells a `colspan`, or take one row away",
        ],
    );
}

#[test]
fn a_line_break_that_may_part_a_name_is_said() {
    refuse(
        "Operation | Up | Service<br>Update Failed\nStart | | ✓",
        &[
            "table 1, row 1, column 3: `Service Update Failed` may be one state or several; separate states by commas, or take the line break away",
        ],
    );
}

#[test]
fn a_table_in_which_nothing_says_yes_is_said() {
    refuse(
        "State | Start\nUp | ✗\nDown | ",
        &["table 1: no cell says yes; mark what is allowed, with `✓` for example"],
    );
    refuse(
        "State | Start | Stop\nBereit | joo |\nFort | joo | ei",
        &[
            "table 1: no cell says yes; if `joo` does, add `yes=\"joo\"`; if `ei` does, add `yes=\"ei\"`",
        ],
    );
}

#[test]
fn a_word_that_is_likely_no_is_said() {
    let html = format!(
        "<state-chart yes=joo>{}</state-chart>",
        table("State | Start | Stop\nBereit | joo | ei\nFort | joo | ei")
    );
    refuse_html(
        &html,
        &["table 1: every cell says yes or `ei`; if that is no, add `no=\"ei\"`"],
    );
}

#[test]
fn prose_and_prices_are_no_charts() {
    refuse(
        "State | First | Second\nPrice | $5 | $25.50\nActive | ✓ | ✓",
        &[
            "table 1, row 2, column 2: found the number `$5` where a mark is wanted; write a mark, or leave its column out with `data-role=\"ignore\"` on the header",
        ],
    );
    refuse(
        "State | One | Two | Three\nUp | ✓ | lorem | ipsum\nDown | dolor | ✓ | sit\nOut | amet | | ✓",
        &[
            "table 1: found 5 texts such as `lorem`, and 3 marks; write marks, or leave the columns of texts out with `data-role=\"ignore\"` on their headers",
        ],
    );
}

#[test]
fn signs_with_two_meanings_are_said() {
    let x = "`x` may say yes or no in this table; add `yes=\"x\"` or `no=\"x\"`";
    refuse(
        "State | Start | Stop\nUp | x | ✗\nDown | |",
        &[&format!("table 1, row 2, column 2: {x}")],
    );
    refuse(
        "State | Start | Stop\nUp | x | Down\nDown | |",
        &[&format!("table 1, row 2, column 2: {x}")],
    );
    refuse(
        "State | Start | Stop\nUp | x | ○\nDown | |",
        &[
            &format!("table 1, row 2, column 2: {x}"),
            "table 1, row 2, column 3: `○` may say yes or no in this table; add `yes=\"○\"` or `no=\"○\"`",
        ],
    );
    let two = [
        table("State | Start\nUp | ✓\nDown |"),
        table("State | Stop\nUp | x\nDown |"),
    ]
    .concat();
    refuse_html(&two, &[&format!("table 2, row 2, column 2: {x}")]);
}

#[test]
fn a_mark_that_is_a_state_is_said() {
    refuse(
        "State | Start | Stop\nAvailable | | ✓\nAway | Available |",
        &[
            "table 1, row 3, column 2: `Available` may say that the operation is allowed or not, or name the state that it leads to; add `yes=\"Available\"` or `no=\"Available\"`, or write `→ Available`",
        ],
    );
}

#[test]
fn names_of_states_that_do_not_fit_are_said() {
    refuse(
        "State | Start | Stop\nRunning | | Stopped / Failed\nStopped | Runing |\nFailed | | Stopped",
        &[
            "table 1, row 2, column 3: `Stopped / Failed` names several states; say which is which with `data-success` and `data-failure`",
            "table 1, row 3, column 2: no state is called `Runing`; did you mean `Running`?",
        ],
    );
    refuse_html(
        "<table><tr><th>State<th data-success=Stoped>Stop<th data-via=x data-failure=elsewhere>Go</tr><tr><th>Stopped<td>✓<td>✓</tr></table>",
        &[
            "table 1, row 1, column 2: no state is called `Stoped`; did you mean `Stopped`?",
            "table 1, row 1, column 3: no state is called `elsewhere`",
        ],
    );
}

#[test]
fn outcomes_in_the_wrong_place_are_said() {
    refuse_html(
        "<table><tr><th>State<th>Stop<th>Go</tr><tr><th>Up<td data-success=Up><td>✓</tr></table>",
        &[
            "table 1, row 2, column 2: found `data-success`, `data-failure` or `data-via` on a cell that does not say yes; mark it, or take the attribute away",
        ],
    );
    refuse_html(
        "<state-chart states=rows><table><tr><th>State<th>Stop<th>Go</tr><tr><th data-via=Up>Up<td><td>✓</tr></table></state-chart>",
        &[
            "table 1, row 2, column 1: found `data-success`, `data-failure` or `data-via` on the name of a state; put it on the name of an operation, or on a cell",
        ],
    );
}

#[test]
fn tables_of_different_states_are_said() {
    let two = [
        table("State | Start\nUp | ✓\nDown |"),
        table("State | Stop\nUp | ✓\nOut |"),
    ]
    .concat();
    refuse_html(
        &two,
        &[
            "table 2, row 3, column 1: the states `Out` have no row in table 1; give both tables the same rows, or take one away",
            "table 2: the states `Down` of table 1 have no row here; give both tables the same rows, or take one away",
        ],
    );
}

#[test]
fn a_fault_in_a_second_table_is_no_reason_to_leave_it_out() {
    let two = [
        table("State | Start\nUp | ✓\nDown |"),
        table("State | Stop | \nUp | | ✓\nDown | ✓ |"),
    ]
    .concat();
    refuse_html(
        &two,
        &[
            "table 2, row 1, column 3: the cells beside say something, and this name is blank; write the name",
        ],
    );
}

#[test]
fn many_problems_are_counted() {
    let row = |number: usize| format!("<tr><td>S{number}<td data-success=elsewhere{number}>✓</tr>");
    let rows: String = (1..=30).map(row).collect();
    let drawn = draw(&format!("<table><tr><th>State<th>Start</tr>{rows}</table>"));
    let lines: Vec<&str> = drawn.lines().collect();
    assert_eq!(lines.len(), 21);
    assert_eq!(lines.last(), Some(&"! table 1: 10 more problems"));
}

#[test]
fn a_name_too_long_is_said() {
    let long = "a".repeat(201);
    refuse(
        &format!("State | Start\n{long} | ✓"),
        &["table 1, row 2, column 1: the name has 201 characters, more than 200"],
    );
}

#[test]
fn a_row_that_may_be_a_state_or_a_heading_is_said() {
    refuse_html(
        "<table><tr><th>State<th>Start<th>Stop</tr><tr><td>Failed</tr><tr><td>Up<td><td>✓</tr></table>",
        &[
            "table 1, row 2, column 1: the row of `Failed` ends after its name; write its blank cells if it is a state, or `colspan=\"3\"` on its cell if it is a heading",
        ],
    );
}

#[test]
fn a_table_of_states_and_states_is_no_chart() {
    refuse(
        "State | Up | Down\nUp | | ✓\nDown | ✓ |",
        &[
            "table 1: rows and columns have the same names; if the cells name the operations that lead from one state to another, write `From \\ To` into the corner cell, else name the operations along one side",
        ],
    );
}

#[test]
fn a_list_of_what_is_supported_is_no_chart() {
    refuse(
        "Operation | Supported\nStart | Yes\nStop | No",
        &[
            "table 1, row 1, column 2: found the mark `Supported` where a name is wanted; write the name",
        ],
    );
}
