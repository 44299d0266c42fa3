//! Sessions and links of each released version: what a reader has kept is read by this version, and written the
//! same. A release adds a file to tests/sessions; none is changed after that.

use crate::charts;
use serde_json::Value;
use state_chart::address::{self, fragment};
use state_chart::chart::Chart;
use state_chart::path::{Goal, scenario};
use std::fs;
use std::path::Path;
use std::rc::Rc;

fn chart(name: &str) -> Rc<Chart> {
    Rc::new(match name {
        "biztalk" => charts::biztalk(),
        "lamp" => charts::read(include_str!("../exports/lamp.source.json")),
        other => panic!("no chart is called {other}"),
    })
}

fn check(kept: &Value) {
    let chart = chart(kept["chart"].as_str().unwrap());
    let history = if let Some(saved) = kept["saved"].as_str() {
        let history = scenario::read(&chart, saved).unwrap_or_else(|it| panic!("{saved}: {it}"));
        assert_eq!(scenario::write(&history), saved);
        history
    } else {
        let whole = kept["fragment"].as_str().unwrap();
        let value = fragment::value(whole, "chart").unwrap();
        let start = chart.start();
        let read = address::read(&chart, start, &value);
        let read = read.unwrap_or_else(|it| panic!("{whole}: {it}"));
        let written = address::write(&read.history, read.cell, read.goal, start);
        assert_eq!(fragment::with(whole, "chart", Some(&written)), whole);
        let cell = read.cell.map(|(state, operation)| {
            format!(
                "{}/{}",
                chart.state_name(state),
                chart.operation_name(operation)
            )
        });
        assert_eq!(cell.as_deref(), kept["cell"].as_str(), "{whole}");
        let goal = read.goal.map(|goal| match goal {
            Goal::At(at) => chart.position_name(at).to_owned(),
            Goal::Allowed(operation) => format!("/{}", chart.operation_name(operation)),
        });
        assert_eq!(goal.as_deref(), kept["goal"].as_str(), "{whole}");
        read.history
    };
    let at = history
        .service()
        .state()
        .map(|state| chart.state_name(state));
    assert_eq!(at, kept["state"].as_str(), "{kept}");
}

#[test]
fn sessions_and_links_of_released_versions_are_read_and_written_as_they_were() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sessions");
    let mut count = 0;
    for file in fs::read_dir(folder).unwrap() {
        let text = fs::read_to_string(file.unwrap().path()).unwrap();
        let all: Vec<Value> = serde_json::from_str(&text).unwrap();
        all.iter().for_each(check);
        count += all.len();
    }
    assert!(count >= 18);
}
