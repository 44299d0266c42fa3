//! What is shipped without comments and blanks says what the files say.

use state_chart::element::BUILT_IN;
use state_chart::ui::STYLE;

#[test]
fn the_built_in_chart_is_that_of_the_file() {
    let file = include_str!("../../static/charts/biztalk-services.json");
    let read = |text: &str| serde_json::from_str::<serde_json::Value>(text).unwrap();
    assert_eq!(read(BUILT_IN), read(file));
    assert!(BUILT_IN.len() < file.len() && !BUILT_IN.contains('\n'));
}

#[test]
fn the_style_sheet_is_that_of_the_file() {
    let file = include_str!("../../static/state-chart.css");
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
    assert_eq!(bare(STYLE), bare(&all));
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
    assert!(!STYLE.contains("/*") && !STYLE.contains("  "));
}
