//! What the scripts say of the element's interface is what the code does.
//!
//! Types, the manifest and the page of the docs are made of js/element.js and js/types.ts by their compiler; what
//! these cannot know of the rest of the code is held here.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// The class of the tag.
const CLASS: &str = include_str!("../../src/element/js/element.js");
/// What it takes and gives.
const TYPES: &str = include_str!("../../src/element/js/types.ts");

type Names = BTreeSet<String>;

fn names<'a>(list: impl IntoIterator<Item = &'a str>) -> Names {
    list.into_iter().map(str::to_owned).collect()
}

/// The fields of the interface `name` in [`TYPES`].
fn fields(name: &str) -> Names {
    let start = format!("export interface {name} {{\n");
    let (_, rest) = TYPES.split_once(&start).expect(name);
    let (body, _) = rest.split_once("\n}").expect(name);
    let lines = body.lines().map(str::trim_start);
    let fields = lines.filter(|line| !line.starts_with("/**"));
    names(fields.filter_map(|line| line.split(['?', ':']).next()))
}

/// The texts in double quotes in `code`.
fn quoted(code: &str) -> Names {
    names(code.split('"').skip(1).step_by(2))
}

/// What stands between `start` and the next `end`, wherever it does.
fn between<'a>(text: &'a str, start: &'a str, end: &'a str) -> impl Iterator<Item = &'a str> {
    let rest = text.split(start).skip(1);
    rest.filter_map(move |rest| Some(rest.split_once(end)?.0))
}

fn own(file: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(file)
}

#[test]
fn each_observed_attribute_is_a_documented_property() {
    let list = between(CLASS, "observedAttributes = [", "]").next();
    let observed = quoted(list.unwrap());
    let documented = between(CLASS, " @attr */\n  get ", "(").map(str::to_owned);
    assert_eq!(documented.collect::<Names>(), observed);
}

#[test]
fn the_events_are_those_that_the_element_dispatches() {
    let mut found = Names::new();
    for entry in [own("src/element"), own("src/element/js")]
        .into_iter()
        .flat_map(|folder| std::fs::read_dir(folder).unwrap())
    {
        let path = entry.unwrap().path();
        let text = std::fs::read_to_string(&path).unwrap_or_default();
        if path.ends_with("events.rs") || path.ends_with("widget.rs") {
            let is_event = |name: &&str| {
                let last = name.strip_prefix("state-chart-");
                last.is_some_and(|last| last.chars().all(|c| c.is_ascii_lowercase()))
            };
            found.append(&mut names(text.split('"').filter(is_event)));
        }
        // The scripts put the name together.
        if path.extension().is_some_and(|ending| ending == "js") {
            let told = between(&text, "tell(\"", "\"");
            found.extend(told.map(|name| format!("state-chart-{name}")));
            found.extend(between(&text, "CustomEvent(\"", "\"").map(str::to_owned));
        }
    }
    let fired = between(CLASS, "@fires {", " - ").filter_map(|event| event.rsplit(' ').next());
    assert_eq!(names(fired), found);
    let (_, map) = TYPES.split_once("interface StateChartEventMap {").unwrap();
    let typed = map.lines().filter_map(|line| line.strip_prefix("  \""));
    assert_eq!(
        names(typed.filter_map(|line| line.split('"').next())),
        found
    );
}

#[test]
fn the_custom_properties_are_those_of_the_style_sheet() {
    let sheet = include_str!("../../static/state-chart.css");
    let used = between(sheet, "var(--state-chart-", ",");
    let used: Names = used.map(|name| format!("--state-chart-{name}")).collect();
    let documented = between(CLASS, "@cssprop {", " - ");
    let documented = names(documented.filter_map(|it| it.rsplit(' ').next()));
    assert_eq!(documented, used);
    assert_eq!(sheet.matches("--state-chart-").count(), used.len());
}

#[test]
fn the_reasons_of_refusals_are_those_of_the_service_and_of_the_page() {
    let reasons = between(TYPES, "  reason: ", ";").next().unwrap();
    let service = include_str!("../../src/service/refusal.rs");
    let words = between(service, ") => \"", "\",").map(str::to_owned);
    let known: Names = words.chain(["cancelled".to_owned()]).collect();
    assert_eq!(quoted(reasons), known);
}

#[test]
fn the_fields_of_a_chart_are_those_that_its_reader_knows() {
    let lists = state_chart::import::json::FIELDS.iter();
    let read: BTreeSet<Names> = lists.map(|(_, list)| names(list.iter().copied())).collect();
    let parts = [
        "Chart",
        "Group",
        "Named",
        "Row",
        "Outcome",
        "Via",
        "Target",
        "OutsideEvent",
    ];
    let known: BTreeSet<Names> = parts.iter().map(|name| fields(name)).collect();
    assert_eq!(known, read);
}
