//! The table of the element's interface is what the code says.

use state_chart::element::api::{
    ASKING, ATTRIBUTES, CHART, EVENTS, METHODS, PROPERTIES, READ_ONLY, RECORDS, Record, STYLES,
};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// The script that defines the tag.
const LOADER: &str = include_str!("../../src/element/js/define.js");

type Names = BTreeSet<String>;

fn names<'a>(list: impl IntoIterator<Item = &'a str>) -> Names {
    list.into_iter().map(str::to_owned).collect()
}

fn fields(record: &Record) -> Names {
    names(
        record
            .fields
            .iter()
            .map(|field| field.name.trim_end_matches('?')),
    )
}

fn record(name: &str) -> &'static Record {
    let mut records = RECORDS.iter().chain(CHART);
    records.find(|record| record.name == name).expect(name)
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

/// The members of the class in the loader, without those that only the browser and itself call.
fn members(loader: &str) -> [Names; 3] {
    let (_, class) = loader.split_once("extends HTMLElement {").unwrap();
    let [mut got, mut set, mut called] = [Names::new(), Names::new(), Names::new()];
    let mut private = false;
    for line in class.lines() {
        if let Some(line) = line
            .strip_prefix("    ")
            .filter(|line| !line.starts_with([' ', '}']))
        {
            let line = line.strip_prefix("async ").unwrap_or(line);
            let (list, line) = match line.split_once(' ') {
                Some(("get", rest)) => (&mut got, rest),
                Some(("set", rest)) => (&mut set, rest),
                _ => (&mut called, line),
            };
            let name = line.split('(').next().unwrap();
            let is_name = !name.is_empty() && name.chars().all(char::is_alphanumeric);
            if is_name && line.ends_with('{') && !name.ends_with("Callback") && !private {
                list.insert(name.to_owned());
            }
            private = line.contains("@private");
        }
    }
    // Methods that only pass the call on are defined in a loop.
    for list in between(class, "for (const name of [", "]") {
        called.append(&mut quoted(list));
    }
    [got, set, called]
}

fn own(file: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(file)
}

#[test]
fn the_attributes_are_those_that_the_loader_observes() {
    let list = between(LOADER, "observedAttributes = [", "]")
        .next()
        .unwrap();
    assert_eq!(names(ATTRIBUTES.iter().map(|it| it.name)), quoted(list));
}

#[test]
fn the_properties_and_methods_are_those_of_the_loaders_class() {
    let [got, set, called] = members(LOADER);
    let properties = names(PROPERTIES.iter().map(|it| it.name));
    assert_eq!(properties, got);
    assert_eq!(&properties - &names(READ_ONLY.iter().copied()), set);
    assert_eq!(names(METHODS.iter().map(|it| it.entry.name)), called);
}

#[test]
fn members_are_found_however_the_loader_defines_them() {
    let loader = "class A extends HTMLElement {\n    connectedCallback() {\n      if (a) {\n    }\n    get a() {\n    set a(b) {\n    \
        async c(d) {\n    #e() {\n    /** @private */\n    f() {\n  }\n  for (const name of [\"g\", \"h\"])\n    own[name] = 1;";
    let [got, set, called] = members(loader);
    assert_eq!([got, set], [names(["a"]), names(["a"])]);
    assert_eq!(called, names(["c", "g", "h"]));
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
    assert_eq!(names(EVENTS.iter().map(|it| it.name)), found);
    assert!(EVENTS.iter().any(|it| it.name == ASKING));
}

#[test]
fn the_custom_properties_are_those_of_the_style_sheet() {
    let sheet = include_str!("../../static/state-chart.css");
    let used = between(sheet, "var(--state-chart-", ",");
    let used: Names = used.map(|name| format!("--state-chart-{name}")).collect();
    assert_eq!(names(STYLES.iter().map(|it| it.name)), used);
    assert_eq!(sheet.matches("--state-chart-").count(), STYLES.len());
}

#[test]
fn the_reasons_of_refusals_are_those_of_the_service_and_of_the_page() {
    let reason = record("Refusal")
        .fields
        .iter()
        .find(|it| it.name == "reason");
    let service = include_str!("../../src/service/refusal.rs");
    let words = between(service, ") => \"", "\",").map(str::to_owned);
    let known: Names = words.chain(["cancelled".to_owned()]).collect();
    assert_eq!(quoted(reason.unwrap().kind), known);
}

#[test]
fn the_fields_of_a_chart_are_those_that_its_reader_knows() {
    let lists = state_chart::import::json::FIELDS.iter();
    let read: BTreeSet<Names> = lists.map(|(_, list)| names(list.iter().copied())).collect();
    let known: BTreeSet<Names> = CHART.iter().map(fields).collect();
    assert_eq!(known, read);
}

#[test]
fn every_type_that_the_table_names_is_in_it() {
    let known = names(RECORDS.iter().chain(CHART).map(|record| record.name));
    let entries = { RECORDS.iter().chain(CHART) }.flat_map(|record| record.fields);
    let methods = METHODS
        .iter()
        .flat_map(|it| it.parameters.iter().chain([&it.entry]));
    for entry in entries.chain(methods).chain(PROPERTIES).chain(EVENTS) {
        let unquoted: String = entry.kind.split('"').step_by(2).collect();
        let words = unquoted.split(|c: char| !c.is_alphanumeric());
        for word in words.filter(|word| word.starts_with(char::is_uppercase)) {
            let is_own = ["Promise", "Record", "StateChartElement"].contains(&word);
            assert!(is_own || known.contains(word), "{word} of {}", entry.name);
        }
        assert!(entry.meaning.ends_with('.'), "{}", entry.meaning);
    }
}
