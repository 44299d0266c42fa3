//! Single cells: what each mark, name and note says.

use super::draw::draw;
use state_chart::import::table::is_note;

/// What `cell` says in a table that has a check mark and a blank besides: `+`, `.` or `?`.
fn beside_a_check(cell: &str) -> String {
    beside("✓", cell)
}

/// The drawing of that table.
fn drawn(yes: &str, cell: &str) -> String {
    draw(&format!(
        "<table><tr><th>State</th><th>Start</th><th>Stop</th></tr>
         <tr><td>Up</td><td>{yes}</td><td>{cell}</td></tr>
         <tr><td>Down</td><td></td><td></td></tr></table>"
    ))
}

fn beside(yes: &str, cell: &str) -> String {
    let drawn = drawn(yes, cell);
    let row = drawn.lines().nth(1).unwrap_or_default();
    row.chars().nth(1).map_or(drawn.clone(), String::from)
}

#[test]
fn signs_and_words_say_yes() {
    let all = [
        "√",
        "✓",
        "✔",
        "✅",
        "☑",
        "●",
        "•",
        "✔️",
        "&radic;",
        "&#10003;",
        "&bull;",
        "Yes",
        "yes",
        "YES",
        "Y",
        "true",
        "Allowed",
        "Supported",
        "<b>Supported</b>",
        "<b><i>Yes</i></b>",
        "&nbsp;Yes&nbsp;",
        "Yes.",
        "✓ Yes",
        "✅ Allowed",
        "Yes, allowed",
        "<font color=green>yes</font>",
        "<a href=x>Yes</a>",
        "<code>true</code>",
        "Ye&#8203;s",
        "Yes[1]",
        "✓ [note 2]",
        "Yes<sup>2</sup>",
        "√*",
        "✔†",
        "[x]",
        ":white_check_mark:",
        "<p>Yes</p>",
        "✅ paid",
        "Yes (logged)",
        "✓ (admin)",
        "Yes – at once",
        "(tick)",
        "<span aria-hidden=true>✓</span><span class=visually-hidden>Yes</span>",
        "<i class='fa fa-check' aria-hidden=true></i>",
        "<span class=material-icons>check</span>",
        "<svg class=icon><use href='#icon-check'></use></svg>",
        "ja",
        "oui",
        "sí",
        "可",
        "<img alt=check>",
    ];
    for cell in all {
        assert_eq!(beside_a_check(cell), "+", "{cell}");
    }
}

#[test]
fn signs_and_words_say_no() {
    let all = [
        "",
        "&nbsp;",
        "&#8203;",
        "–",
        "—",
        "-",
        "&minus;",
        "--",
        "n/a",
        "N/A",
        "N.A.",
        "✗",
        "✘",
        "❌",
        "☐",
        "No",
        "n",
        "False",
        "Not allowed",
        "Not supported",
        "<i>unsupported</i>",
        "❌ No",
        "x",
        "X",
        "×",
        "&times;",
        "☒",
        "○",
        "No<sup>1</sup>",
        "❌ 409",
        "No (already idle)",
        "No - vessel alongside",
        "✗ (locked)",
        "– (running)",
        "Not allowed: locked",
        "Not supported in preview",
        "<del>✓</del>",
        "<s>Yes</s>",
        "<span aria-hidden=true>–</span><span class=sr-only>No</span>",
        "(error)",
        "nein",
        "不可",
        "нет",
        "<img src=dot.gif alt=no>",
        "<img src=spacer.gif>",
        ":x:",
        "[ ]",
        "-<br>",
        "<span hidden>Yes</span>",
    ];
    for cell in all {
        assert_eq!(beside_a_check(cell), ".", "{cell}");
    }
}

#[test]
fn a_third_sign_or_a_word_of_doubt_is_a_condition() {
    let all = [
        "?",
        "Yes (only if idle)",
        "Yes, if idle",
        "Yes, when idle",
        "✓ unless locked",
        "Allowed except at night",
        "see note",
        "maybe",
        "(✓)",
        "No, unless forced",
        "partial",
        "Limited",
        "+/-",
        "Only when idle",
        "<sup>1</sup>",
        "[1]",
        "◐",
        "⚠️",
        "⚠️ slow",
        "🔒",
        "△",
        "(!)",
        "ja, wenn leer",
        "oui, si vide",
        "sí, si está vacío",
    ];
    for cell in all {
        assert_eq!(beside_a_check(cell), "?", "{cell}");
    }
}

#[test]
fn a_cross_beside_blanks_says_yes() {
    for cross in ["x", "X", "×", "☒"] {
        assert_eq!(beside(cross, ""), ".", "{cross}");
        assert_eq!(beside(cross, cross), "+", "{cross}");
        assert_eq!(beside(cross, "–"), ".", "{cross}");
        assert_eq!(beside(cross, "?"), "?", "{cross}");
    }
}

#[test]
fn file_names_of_images_are_words() {
    let yes = [
        "check.png",
        "/i/tick_16.gif?v=2",
        "GreenCheck.svg",
        "icon-yes.webp",
        "..\\img\\CHECKMARK.GIF",
    ];
    for source in yes {
        assert_eq!(
            beside_a_check(&format!("<img src='{source}' alt='icon'>")),
            "+",
            "{source}"
        );
    }
    let no = [
        "cross.png",
        "not-allowed.svg",
        "blank.gif",
        "unchecked.png",
        "icons/no.png#a",
    ];
    for source in no {
        assert_eq!(
            beside_a_check(&format!("<img src='{source}' alt=''>")),
            ".",
            "{source}"
        );
    }
}

#[test]
fn an_image_that_says_nothing_or_both_is_refused() {
    for (image, file) in [
        ("<img src=no.png alt=yes>", "no.png"),
        ("<img src=check.png alt=no>", "check.png"),
        ("<img src=dot.gif>", "dot.gif"),
        ("<img src=a/lamp.png alt='[Image NOT FOUND]'>", "lamp.png"),
        ("<img src=a/lamp.png alt='no image available'>", "lamp.png"),
    ] {
        let problem = format!(
            "! table 1, row 2, column 3: the picture `{file}` says neither yes nor no; add `yes=\"{file}\"` or `no=\"{file}\"`, or give it an `alt` that does\n"
        );
        assert_eq!(drawn("✓", image), problem, "{image}");
    }
}

#[test]
fn attributes_come_before_every_guess() {
    let html = |attributes: &str| {
        format!(
            "<state-chart {attributes}><table><tr><th>State<th>Start<th>Stop<th>Wait</tr>
             <tr><td>Up<td>x<td>✓<td><img src='a/dot.gif?x' alt=''></tr>
             <tr><td>Down<td>-<td><td></tr></table></state-chart>"
        )
    };
    let row = |attributes: &str| {
        draw(&html(attributes))
            .lines()
            .nth(1)
            .unwrap_or_default()
            .to_owned()
    };
    assert_eq!(row("no=dot.gif"), ".+. Up");
    assert_eq!(row("yes='X, dot'"), "+++ Up");
    assert_eq!(row("yes=' x , dot.gif ' no='✓'"), "+.+ Up");
    let turned = draw(&html("yes='-' no='dot'"));
    assert_eq!(turned.lines().nth(2), Some("+.. Down"));
}

#[test]
fn several_states_may_share_a_cell() {
    let row = |cell: &str| {
        let html = format!("<table><tr><th>State<th>Go</tr><tr><td>{cell}<td>✓</tr></table>");
        draw(&html).lines().nth(1).unwrap_or_default().to_owned()
    };
    assert_eq!(row("Up<br>Down"), "+ Up & Down");
    assert_eq!(row("Up, Down"), "+ Up & Down");
    assert_eq!(row("Up / Down/Out"), "+ Up & Down & Out");
    assert_eq!(row("Up,<br/>Down<br>"), "+ Up & Down");
    assert_eq!(row("<ul><li>Up<li>Down</ul>"), "+ Up & Down");
    assert_eq!(row("Up [1], Down<sup>2</sup>"), "+ Up & Down");
    assert_eq!(row("I/O failed"), "+ I/O failed");
    assert_eq!(row("Failed (start, stop)"), "+ Failed (start, stop)");
    assert_eq!(row("Service<br>(new)"), "+ Service (new)");
    assert_eq!(row("Up\n   and\n down"), "+ Up and down");
}

#[test]
fn raised_texts_may_be_notes() {
    for note in [
        "1", "12", "[1]", "a", "*", "†", "1, 2", "(3)", "[note 4]", "²",
    ] {
        assert!(is_note(note), "{note}");
    }
    for name in ["", "st", "TM", "th", "1234", "[x]", "beta"] {
        assert!(!is_note(name), "{name}");
    }
}

#[test]
fn a_word_among_marks_is_refused_and_no_condition() {
    assert_eq!(
        drawn("✓", "Stopped"),
        "! table 1, row 2, column 3: `Stopped` among the marks says neither yes nor no; add `yes=\"Stopped\"` or `no=\"Stopped\"`, or begin a condition with `?`\n"
    );
    assert_eq!(beside_a_check("? Stopped"), "?");
}
