//! Every format, word for word, and read back.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

mod back;
mod machine;
mod picture;
mod schema;
mod widget;

use crate::charts;
use state_chart::chart::{Chart, Draft, DraftGroup, DraftName, DraftNote, DraftRow, Permission};
use state_chart::export::{self, Format};
use state_chart::service::{Cause, Ending, History};
use std::rc::Rc;

/// A chart with a bit of everything, and names that need care.
pub(super) fn lamp() -> Chart {
    charts::read(include_str!("../exports/lamp.source.json"))
}

/// A chart of these operations and states in which everything is allowed.
pub(super) fn named(operations: &[&str], states: &[&str]) -> Chart {
    let named = |names: &[&str]| names.iter().map(|&name| DraftName::new(name)).collect();
    let draft = Draft {
        groups: vec![DraftGroup {
            title: String::new(),
            operations: named(operations),
        }],
        rows: vec![DraftRow {
            states: named(states),
            permissions: vec![Permission::Allowed; operations.len()],
            notes: Vec::new(),
        }],
        ..Draft::default()
    };
    Chart::new(draft).expect("the chart is valid")
}

fn check(format: Format, expected: &str) {
    let written = export::write(format, &lamp());
    for (written, expected) in written.lines().zip(expected.lines()) {
        assert_eq!(written, expected);
    }
    assert_eq!(written, expected);
}

#[test]
fn json_is_written_word_for_word() {
    check(Format::Json, include_str!("../exports/lamp.json"));
}

#[test]
fn html_is_written_word_for_word() {
    check(Format::Html, include_str!("../exports/lamp.html"));
}

#[test]
fn markdown_is_written_word_for_word() {
    check(Format::Markdown, include_str!("../exports/lamp.md"));
}

#[test]
fn csv_is_written_word_for_word() {
    // Its lines end with CR LF, which would not outlive an editor.
    let expected = [
        "State,Switch on,Switch off,Dim,'=Scrap\r\n",
        "Off,√,,,√\r\n",
        "Burnt | out,√,,,√\r\n",
        "On,,√,\"only if < 5 W, or \"\"old\"\"\",\r\n",
    ];
    check(Format::Csv, &expected.concat());
}

#[test]
fn mermaid_is_written_word_for_word() {
    check(Format::Mermaid, include_str!("../exports/lamp.mmd"));
}

#[test]
fn scxml_is_written_word_for_word() {
    check(Format::Scxml, include_str!("../exports/lamp.scxml"));
}

#[test]
fn graphviz_is_written_word_for_word() {
    check(Format::Dot, include_str!("../exports/lamp.dot"));
}

#[test]
fn xstate_is_written_word_for_word() {
    check(Format::XState, include_str!("../exports/lamp.js"));
}

#[test]
fn formats_have_names_types_and_extensions_of_their_own() {
    let of = |of: fn(Format) -> &'static str| Format::ALL.map(of);
    let names = of(Format::name);
    assert_eq!(
        names,
        [
            "JSON", "HTML", "Markdown", "CSV", "Mermaid", "SCXML", "Graphviz", "XState"
        ]
    );
    assert_eq!(
        of(Format::extension),
        ["json", "html", "md", "csv", "mmd", "scxml", "dot", "js"]
    );
    assert_eq!(
        of(Format::media_type),
        [
            "application/json",
            "text/html",
            "text/markdown",
            "text/csv",
            "text/vnd.mermaid",
            "application/scxml+xml",
            "text/vnd.graphviz",
            "text/javascript",
        ]
    );
    assert_eq!(Format::Csv.opening(), "\u{FEFF}");
    assert_eq!(Format::Json.opening(), "");
}

#[test]
fn runbook_tells_each_step_and_where_it_leads_otherwise() {
    let chart = Rc::new(lamp());
    let operation = |name| Cause::Operation(chart.operation_named(name).expect("it is there"));
    let event = |name| Cause::Event(chart.event_named(name).expect("it is there"));
    let mut history = History::new(Rc::clone(&chart), chart.start());
    let mut perform = |cause, ending| history.perform(cause, ending).expect("it is allowed");
    perform(operation("Switch on"), Ending::Success);
    perform(operation("Switch off"), Ending::Failure);
    perform(event("Power cut"), Ending::Failure);
    history
        .begin(operation("Switch on"), false)
        .expect("it is allowed");
    history
        .finish(Ending::At(chart.state_named("On")))
        .expect("it runs");
    history.set(chart.state_named("Off"));
    history
        .perform(operation("=Scrap"), Ending::Success)
        .expect("it is allowed");
    history
        .perform(event("Buy"), Ending::Success)
        .expect("it may happen");
    history.undo();
    let expected = "# lamp

Start: **Off**

1. **Switch on** in Off succeeds: now **On** (documented). If it fails: Burnt \\| out (inferred).
2. **Switch off** in On fails: still **On** (inferred). If it succeeds: Off (documented).
3. **Power cut** in On fails: now **Burnt \\| out** (inferred). If it succeeds: On (inferred).
4. **Switch on** in Burnt \\| out ends: now **On**. The chart does not tell where it leads.
5. Set the state to **Off**.
6. **=Scrap** in Off succeeds: now **no service** (inferred).
";
    assert_eq!(export::runbook(&history), expected);
}

/// The lamp, with a note on a cell of each kind.
fn noted() -> Chart {
    let mut draft = lamp().draft();
    let note = |operation, text: &str| DraftNote {
        operation,
        text: text.to_owned(),
    };
    draft.rows[0].notes = vec![note(0, "by <hand>"), note(2, "409 | dark")];
    draft.rows[1].notes = vec![note(2, "see *below*")];
    Chart::new(draft).expect("the chart is valid")
}

#[test]
fn tables_have_a_note_behind_its_mark_and_a_cross_before_that_of_a_refused_cell() {
    let chart = noted();
    let html = export::write(Format::Html, &chart);
    for cell in [
        "<td>√ by &lt;hand&gt;</td>",
        "<td>✗ 409 | dark</td>",
        "<td>only if &lt; 5 W, or &quot;old&quot;; see *below*</td>",
    ] {
        assert!(html.contains(cell), "{cell}: {html}");
    }
    let markdown = export::write(Format::Markdown, &chart);
    for line in [
        "| Off<br>Burnt \\| out | √ by \\<hand\\> |  |\n",
        "| Off<br>Burnt \\| out | ✗ 409 \\| dark | √ |\n",
        "| On | only if \\< 5 W, or \"old\"; see \\*below\\* |  |\n",
    ] {
        assert!(markdown.contains(line), "{line}: {markdown}");
    }
    let expected = [
        "State,Switch on,Switch off,Dim,'=Scrap\r\n",
        "Off,√ by <hand>,,✗ 409 | dark,√\r\n",
        "Burnt | out,√ by <hand>,,✗ 409 | dark,√\r\n",
        "On,,√,\"only if < 5 W, or \"\"old\"\"; see *below*\",\r\n",
    ];
    assert_eq!(export::write(Format::Csv, &chart), expected.concat());
}

#[test]
fn machines_have_notes_on_their_transitions_and_on_states_that_refuse() {
    let chart = noted();
    let xstate = export::write(Format::XState, &chart);
    for part in [
        "\"target\": \"On\", \"description\": \"by \\u003chand>\", \"meta\": {",
        "\"refused\": [{\"operation\": \"Dim\", \"note\": \"409 | dark\"}]",
        "\"actions\": \"untold\", \"description\": \"see *below*\"}",
    ] {
        assert!(xstate.contains(part), "{part}: {xstate}");
    }
    let scxml = export::write(Format::Scxml, &chart);
    for part in [
        "chart:via=\"Warming\" chart:note=\"by &lt;hand&gt;\"/>",
        "    <chart:refused name=\"Dim\" note=\"409 | dark\"/>\n  </state>",
        "<chart:conditional event=\"Dim.success\" text=\"only if &lt; 5 W, or &quot;old&quot;\" note=\"see *below*\"/>",
    ] {
        assert!(scxml.contains(part), "{part}: {scxml}");
    }
}

#[test]
fn runbook_tells_the_note_of_what_was_performed() {
    let chart = Rc::new(noted());
    let mut history = History::new(Rc::clone(&chart), chart.start());
    for name in ["Switch on", "Switch off"] {
        let operation = chart.operation_named(name).expect("it is there");
        let step = history.perform(Cause::Operation(operation), Ending::Success);
        step.expect("it is allowed");
    }
    let expected = "# lamp

Start: **Off**

1. **Switch on** in Off succeeds: now **On** (documented). If it fails: Burnt \\| out (inferred). Note: by \\<hand\\>
2. **Switch off** in On succeeds: now **Off** (documented). If it fails: On (inferred).
";
    assert_eq!(export::runbook(&history), expected);
}

#[test]
fn runbook_of_no_step_says_so() {
    let chart = Rc::new(charts::printer());
    let history = History::new(Rc::clone(&chart), chart.start());
    assert_eq!(
        export::runbook(&history),
        "# Printer\n\nStart: **Idle**\n\nNo step was taken.\n"
    );
}

#[test]
fn runbook_has_bold_names_whatever_is_at_their_ends() {
    let chart = Rc::new(named(&["Go"], &[" *a ", "B"]));
    let history = History::new(Rc::clone(&chart), chart.start());
    let runbook = export::runbook(&history);
    assert_eq!(
        runbook,
        "# service\n\nStart: **\\*a**\n\nNo step was taken.\n"
    );
}

#[test]
fn json_strings_may_stand_in_a_script() {
    let chart = named(&["</script>\u{2028}\u{7F}\u{1}"], &["a\\\"\n\r\t"]);
    let json = export::write(Format::Json, &chart);
    assert!(
        json.contains(r#""operations": ["\u003c/script>\u2028\u007f\u0001"]"#),
        "{json}"
    );
    assert!(json.contains(r#""states": ["a\\\"\n\r\t"]"#), "{json}");
}

#[test]
fn csv_keeps_spreadsheets_from_running_names() {
    let chart = named(&["=1", "+1", "-1", "@a", "\tx", "'=1", "a=1", "'a"], &["A"]);
    let csv = export::write(Format::Csv, &chart);
    let head = csv.lines().next();
    assert_eq!(head, Some("State,'=1,'+1,'-1,'@a,'\tx,''=1,a=1,'a"));
}

#[test]
fn markdown_takes_nothing_in_a_name_for_its_own() {
    let chart = named(
        &["a|b", "*c* _d_", "<e>&amp;"],
        &["\\|", "http://x_y", "www.z"],
    );
    let markdown = export::write(Format::Markdown, &chart);
    let expected = "| State | a\\|b | \\*c\\* \\_d\\_ | \\<e\\>\\&amp; |
| :--- | :---: | :---: | :---: |
| &#92;\\|<br>http\\://x\\_y<br>www\\.z | √ | √ | √ |
";
    assert_eq!(markdown, expected);
}

#[test]
fn scxml_names_are_xml_names_and_no_two_alike() {
    let chart = named(
        &["a b", "a.b", "a_b"],
        &["1 x", "no service", "É ñ", "<>", "()"],
    );
    let scxml = export::write(Format::Scxml, &chart);
    for id in ["_1_x", "no_service", "É_ñ", "__", "__-2"] {
        assert!(
            scxml.contains(&format!("<state id=\"{id}\"")),
            "{id}: {scxml}"
        );
    }
    for event in ["a_b.success", "a_b-2.success", "a_b-3.failure"] {
        assert!(
            scxml.contains(&format!("event=\"{event}\"")),
            "{event}: {scxml}"
        );
    }
}
