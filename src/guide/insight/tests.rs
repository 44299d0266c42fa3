//! What is said of a position, line by line.
#![allow(
    clippy::unwrap_used,
    reason = "a test that finds no such name has failed"
)]

use super::*;
use crate::import::json;

fn check(text: &str, at: Option<&str>, expect: &[(&str, &str)]) {
    let value: json::Value = serde_json::from_str(text).unwrap();
    let chart = Rc::new(json::read(&value).unwrap());
    let at = at.map(|name| chart.state_named(name).unwrap());
    let say = Say::new(&chart, &Words::ENGLISH);
    let lines = Whole::new(&chart).lines(at, say);
    let lines: Vec<(&str, &str)> = (lines.iter())
        .map(|(about, said)| (about.as_str(), said.as_str()))
        .collect();
    assert_eq!(lines, expect);
}

const BIZTALK: &str = include_str!("../../../static/charts/biztalk-services.json");

const LAMP: &str = r#"{
  "version": 1, "title": "Lamp",
  "groups": [{"title": "", "operations": ["On", "Off"]}],
  "rows": [{"states": ["Dark"], "allowed": ["On"]}, {"states": ["Lit"], "allowed": ["Off"]}, {"states": ["Burnt"]}]
}"#;

#[test]
fn where_a_service_starts_no_way_back_is_told() {
    check(
        BIZTALK,
        Some("Active"),
        &[
            (
                "Allowed now",
                "Stop, Restart, Suspend, Delete, Scale, Update Configuration and Backup",
            ),
            ("Can come to", "Suspended, Stopped and no service"),
            (
                "If something fails, also to",
                "StartFailed, StopFailed, RestartFailed, SuspendedFailed, ResumeFailed, \
                 ConfigUpdateFailed and ScaleFailed",
            ),
        ],
    );
}

#[test]
fn from_a_failed_state_the_way_back_is_told() {
    check(
        BIZTALK,
        Some("ScaleFailed"),
        &[
            ("Allowed now", "Delete and Scale"),
            ("Can come to", "Active, Suspended, Stopped and no service"),
            (
                "If something fails, also to",
                "StartFailed, StopFailed, RestartFailed, SuspendedFailed, ResumeFailed and \
                 ConfigUpdateFailed",
            ),
            ("Back to Active", "From ScaleFailed: Scale"),
        ],
    );
}

#[test]
fn a_dead_end_is_told() {
    check(
        BIZTALK,
        Some("Disabled"),
        &[
            ("Allowed now", "Delete"),
            ("Can come to", "no service"),
            (
                "If something fails, also to",
                "nothing that the chart tells",
            ),
            (
                "Back to Active",
                "A dead end: no operation leads back to Active",
            ),
        ],
    );
    check(
        LAMP,
        Some("Burnt"),
        &[
            ("Allowed now", "nothing"),
            ("Can come to", "nothing that the chart tells"),
            (
                "If something fails, also to",
                "nothing that the chart tells",
            ),
            (
                "Back to Dark",
                "A dead end: no operation leads back to Dark",
            ),
        ],
    );
}

#[test]
fn where_there_is_no_service_and_where_nothing_is_told_the_reason_is() {
    check(
        BIZTALK,
        None,
        &[
            ("Allowed now", "nothing"),
            ("Can come to", "nothing that the chart tells"),
            (
                "If something fails, also to",
                "nothing that the chart tells",
            ),
            (
                "Back to Active",
                "There is no service, and no operation makes one",
            ),
        ],
    );
    check(
        LAMP,
        Some("Lit"),
        &[
            ("Allowed now", "Off"),
            ("Can come to", "nothing that the chart tells"),
            (
                "If something fails, also to",
                "nothing that the chart tells",
            ),
            ("Not told", "where Off leads"),
            (
                "Back to Dark",
                "No way is known: the chart does not tell where Off leads",
            ),
        ],
    );
}
