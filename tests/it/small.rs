//! What is shipped without comments and blanks says what the files say.

use state_chart::element::BUILT_IN;
use state_chart::{reader, ui::STYLE};

#[test]
fn the_built_in_chart_is_that_of_the_file() {
    let file = include_str!("../../static/charts/biztalk-services.json");
    let read = |text: &str| serde_json::from_str::<serde_json::Value>(text).unwrap();
    assert_eq!(read(BUILT_IN), read(file));
    assert!(BUILT_IN.len() < file.len() && !BUILT_IN.contains('\n'));
}

/// Asserts that `small` is what `file` says.
fn assert_same(small: &str, file: &str) {
    let mut all = String::new();
    let mut rest = file;
    while let Some((before, after)) = rest.split_once("/*") {
        all.push_str(before);
        rest = after.split_once("*/").unwrap().1;
    }
    all.push_str(rest);
    // A blank means something between words; a last semicolon means nothing.
    let bare = |text: &str| {
        let text: String = text.split_whitespace().collect();
        text.replace(";}", "}")
    };
    assert_eq!(bare(small), bare(&all));
    assert!(!small.contains("/*") && !small.contains("  "));
}

#[test]
fn the_style_sheets_are_those_of_the_files() {
    let file = include_str!("../../static/state-chart-sections.css");
    assert_same(reader::STYLE, file);
    assert_same(STYLE, include_str!("../../static/state-chart.css"));
    for kept in [
        r#""Segoe UI",Roboto,"#,
        r#"content:" ◂""#,
        ".answer>* + *{",
        ".widget *::before,",
        "calc(50% - 0.1rem)",
        "@media (pointer:coarse){",
        ".table{overflow-x:auto;",
        "fieldset{margin:0;",
    ] {
        assert!(STYLE.contains(kept), "{kept}");
    }
}
