//! What formats draw: which nodes there are, what an arrow says, how names are kept apart.

use super::named;
use crate::charts;
use state_chart::chart::{Chart, DraftName};
use state_chart::export::{self, Format};

/// A chart of the states A and B and the operations `x` and `y`, with these outcomes and events.
fn chart(outcomes: &str, events: &str) -> Chart {
    charts::read(&format!(
        r#"{{"version": 1, "title": "", "groups": [{{"operations": ["x", "y"]}}],
            "rows": [{{"states": ["A"], "allowed": ["x", "y"]}}, {{"states": ["B"], "allowed": []}}],
            "outcomes": [{outcomes}], "events": [{events}]}}"#
    ))
}

/// The nodes that are no states.
fn others(chart: &Chart) -> Vec<&'static str> {
    let dot = export::write(Format::Dot, chart);
    let names = ["no service", "any state", "not told"];
    let drawn = |name: &&str| dot.contains(&format!("[label=\"{name}\", shape=plaintext]"));
    names.into_iter().filter(drawn).collect()
}

const B: &str = r#"{"state": "B", "source": "inferred"}"#;
const GONE: &str = r#"{"gone": true, "source": "inferred"}"#;

#[test]
fn no_service_is_drawn_only_where_the_chart_speaks_of_it() {
    let outcomes = |success: &str, failure: &str| {
        ["x", "y"]
            .map(|name| {
                format!(r#"{{"operation": "{name}", "success": {success}, "failure": {failure}}}"#)
            })
            .join(",")
    };
    let event = |from: &str, success: &str, failure: &str| {
        format!(
            r#"{{"name": "e", "from": {from}, "source": "inferred", "success": {success}, "failure": {failure}}}"#
        )
    };
    let from_a = r#"["A"]"#;
    let told = outcomes(B, "null");
    assert_eq!(others(&chart(&told, "")), [""; 0]);
    assert_eq!(others(&chart(&told, &event(from_a, B, B))), [""; 0]);
    for speaking in [
        chart(&outcomes(GONE, B), ""),
        chart(&outcomes(B, GONE), ""),
        chart(&told, &event("\"no service\"", B, B)),
        chart(&told, &event(from_a, GONE, B)),
        chart(&told, &event(from_a, B, GONE)),
    ] {
        assert_eq!(others(&speaking), ["no service"]);
    }
    assert_eq!(others(&chart("", "")), ["not told"]);
    let everywhere = chart(&told, &event("\"any state\"", GONE, B));
    assert_eq!(others(&everywhere), ["no service", "any state"]);
    let dot = export::write(Format::Dot, &everywhere);
    assert!(dot.contains("any -> none [label=\"e\""), "{dot}");
    assert!(dot.contains("any -> s1 [label=\"e fails\""), "{dot}");
}

#[test]
fn what_ends_alike_is_one_arrow_if_it_is_known_alike() {
    let alike = r#"{"operation": "x", "success": {"state": "B", "source": "documented"}},
        {"operation": "y", "success": {"state": "B", "source": "documented"}}"#;
    let unlike = alike.replacen("documented", "inferred", 1);
    let [alike, unlike] = [alike, unlike.as_str()].map(|outcomes| chart(outcomes, ""));
    let dot = export::write(Format::Dot, &alike);
    assert!(
        dot.contains("s0 -> s1 [label=\"x\\ny\", style=bold]"),
        "{dot}"
    );
    let dot = export::write(Format::Dot, &unlike);
    assert!(dot.contains("s0 -> s1 [label=\"x\", style=solid]"), "{dot}");
    assert!(dot.contains("s0 -> s1 [label=\"y\", style=bold]"), "{dot}");
    let mermaid = export::write(Format::Mermaid, &alike);
    assert!(
        mermaid.contains("s0 --> s1 : x, y (documented)"),
        "{mermaid}"
    );
}

#[test]
fn blanks_of_every_kind_and_controls_are_blanks_in_pictures() {
    let chart = named(&["a\tb\u{a0}c\u{1}d"], &["A"]);
    let mermaid = export::write(Format::Mermaid, &chart);
    assert!(mermaid.contains(" : a b c d\n"), "{mermaid:?}");
    let dot = export::write(Format::Dot, &chart);
    assert!(dot.contains("label=\"a b\u{a0}c d\""), "{dot:?}");
}

#[test]
fn a_row_of_one_state_has_what_is_said_of_it_as_the_title_of_its_header() {
    let mut draft = named(&["x"], &["A"]).draft();
    draft.rows[0].states = vec![DraftName {
        name: "A".to_owned(),
        about: "At rest.".to_owned(),
    }];
    let html = export::write(
        Format::Html,
        &Chart::new(draft).expect("the chart is valid"),
    );
    let head = r#"<th scope="row" title="At rest.">A</th>"#;
    assert!(html.contains(head), "{html}");
}

#[test]
fn names_of_xml_have_digits_and_dashes_behind_their_first_letter_and_letters_of_old_editions() {
    let chart = named(&["go"], &["a1-b", "a×b", "กa", "-a", "Жa", "日本"]);
    let scxml = export::write(Format::Scxml, &chart);
    for id in ["a1-b", "a_b", "_a", "_a-2", "Жa", "日本"] {
        assert!(
            scxml.contains(&format!("<state id=\"{id}\"")),
            "{id}: {scxml}"
        );
    }
}
