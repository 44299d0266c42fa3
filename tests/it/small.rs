//! The built-in chart as it is shipped is that of the file.

use state_chart::built_in;
use state_chart::chart::Chart;

#[test]
fn the_built_in_chart_is_that_of_the_file() {
    let file = include_str!("../../static/charts/biztalk-services.json");
    let read = |text: &str| serde_json::from_str::<serde_json::Value>(text).unwrap();
    assert_eq!(read(built_in::JSON), read(file));
    assert!(built_in::JSON.len() < file.len() && !built_in::JSON.contains('\n'));
}

#[test]
fn the_compact_form_of_the_built_in_chart_is_that_chart() {
    let chart = Chart::unpack(built_in::PACKED);
    assert_eq!(chart, Some(crate::charts::biztalk()));
    assert_eq!(Chart::biztalk(), crate::charts::biztalk());
}
