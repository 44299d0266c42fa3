//! What an author says of words and pictures, and what a mark says beside a picture or a second mark.

use super::draw::draw;
use state_chart::chart::MAX_NAME;
use state_chart::import::table::{Options, read};

/// What `cell` says beside a check mark and blanks, with these attributes: `+`, `.`, `?`, or `!` where it is
/// refused; and what stands beside it.
fn said(attributes: &str, cell: &str) -> (char, String) {
    let page = format!(
        "<state-chart {attributes}><table><tr><th>State</th><th>Start</th><th>Stop</th></tr>
         <tr><td>Up</td><td>✓</td><td>{cell}</td></tr>
         <tr><td>Down</td><td></td><td></td></tr></table></state-chart>"
    );
    let drawn = draw(&page);
    let mark = drawn.lines().nth(1).and_then(|row| row.chars().nth(1));
    let mark = mark.filter(|_| !drawn.starts_with('!')).unwrap_or('!');
    let notes = super::html::read_html(&page).map_or_else(
        |_| String::new(),
        |reading| {
            let rows = reading.chart.draft().rows.into_iter();
            let notes = rows.flat_map(|row| row.notes);
            notes.map(|note| note.text).collect()
        },
    );
    (mark, notes)
}

fn check(attributes: &str, cells: &[(&str, char)]) {
    for &(cell, mark) in cells {
        assert_eq!(said(attributes, cell).0, mark, "{attributes}: {cell}");
    }
}

#[test]
fn a_word_of_the_author_stands_alone_or_before_a_note() {
    check(
        "yes='fine' no='fine not'",
        &[
            ("fine", '+'),
            ("FINE", '+'),
            ("fine (logged)", '+'),
            ("fine not", '.'),
            ("fine not (409)", '.'),
            ("finery", '!'),
            ("not fine", '!'),
        ],
    );
    assert_eq!(
        said("yes='fine'", "fine (logged)"),
        ('+', "logged".to_owned())
    );
    check(
        "yes='fine not' no='fine'",
        &[("fine not", '+'), ("fine", '.')],
    );
    check("yes='§'", &[("§", '+'), ("§4", '+')]);
    check("yes=', ,' no='fine'", &[("fine", '.'), ("finery", '!')]);
}

#[test]
fn a_no_before_another_word_is_a_part_of_the_note() {
    for (cell, note) in [
        ("❌ No paper", "No paper"),
        ("❌ No longer there", "No longer there"),
        ("❌ No, drained", "drained"),
        ("❌ No (drained)", "drained"),
        ("❌ No", ""),
        ("✗ (no paper)", "no paper"),
        ("No paper", "No paper"),
        ("no-op", "no-op"),
        ("No, drained", "drained"),
        ("No (409)", "409"),
        ("Not allowed here", "here"),
    ] {
        assert_eq!(said("", cell), ('.', note.to_owned()), "{cell}");
    }
}

#[test]
fn a_picture_of_the_author_is_known_by_its_name_its_file_or_the_stem_of_that() {
    for word in ["Fine", "fine.PNG", "tick"] {
        let attributes = format!("yes='{word}'");
        check(
            &attributes,
            &[(
                "<img alt=' Fine ' src=i/fine.png><img src=i/tick.gif?v=2>",
                '+',
            )],
        );
    }
    check(
        "no='tick.gif'",
        &[
            ("<img alt=Yes src=tick.gif>", '.'),
            ("<img alt=Yes src=tick.png>", '+'),
        ],
    );
}

#[test]
fn pictures_and_texts_in_one_cell_have_to_agree() {
    check(
        "",
        &[
            ("<img alt=Yes><img alt=Yes>", '+'),
            ("<img alt=Yes><img alt=No>", '!'),
            ("<img alt=Yes> Yes", '+'),
            ("<img alt=No> no", '.'),
            ("<img alt=Yes> No", '!'),
            ("<img alt=No> Yes", '!'),
            ("<img alt=Yes> No (409)", '!'),
            ("<img alt=No> Yes (logged)", '!'),
            ("<img alt=Yes> if idle", '?'),
            ("<img alt=Logo> yes", '+'),
            ("<img alt=Yes> logged", '+'),
        ],
    );
    let noted = said("", "<img alt=Yes> Yes (logged)");
    assert_eq!(noted, ('+', "logged".to_owned()));
    let noted = said("", "<img alt=Yes> logged");
    assert_eq!(noted, ('+', "logged".to_owned()));
}

#[test]
fn a_second_mark_behind_the_first_has_to_agree() {
    check(
        "",
        &[
            ("✓ Yes (logged)", '+'),
            ("✓ no", '!'),
            ("✓ no (until idle)", '?'),
            ("✓ admins only", '?'),
            ("✓ only", '?'),
            ("✓ logged", '+'),
        ],
    );
    assert_eq!(said("", "✓ Yes (logged)").1, "logged");
    assert_eq!(said("", "✓ – yes: logged").1, "logged");
}

#[test]
fn a_letter_is_a_sign_only_beside_a_note_in_brackets() {
    check(
        "",
        &[
            ("x-ray", '!'),
            ("x ray", '!'),
            ("o: odd", '.'),
            ("o odd", '!'),
        ],
    );
    assert_eq!(said("", "✗ (409)"), ('.', "409".to_owned()));
}

#[test]
fn what_an_author_says_of_the_whole_chart_is_in_it() {
    let page = "<table><caption>Lamp</caption><tr><th>State<th>Dim</tr><tr><td>On<td>✓</tr><tr><td>Off<td></tr></table>";
    let (tables, plain) = super::html::input(page).unwrap();
    let chart = |options: &Options| read(&tables, options).unwrap().chart;
    let own = chart(&plain);
    assert_eq!((own.title(), own.service()), ("Lamp", "Lamp"));
    let told = chart(&Options {
        title: "Torch".to_owned(),
        service: "torch".to_owned(),
        refusal: "Not now".to_owned(),
        start: Some("Off".to_owned()),
        ..plain
    });
    let said = [told.title(), told.service(), told.refusal()];
    assert_eq!(said, ["Torch", "torch", "Not now"]);
    assert_eq!(told.start(), told.state_named("Off"));
}

#[test]
fn a_name_in_a_table_may_be_as_long_as_in_a_chart() {
    let longest = "a".repeat(MAX_NAME);
    let drawn = draw(&format!(
        "<table><tr><th>State<th>Start</tr><tr><td>{longest}<td>✓</tr><tr><td>Down<td></tr></table>"
    ));
    assert_eq!(drawn, format!("[] Start\n+ {longest}\n. Down\n"));
}
