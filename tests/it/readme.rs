//! What the README says is so.

use crate::charts;
use state_chart::ui::Parts;

const README: &str = include_str!("../../README.md");

#[test]
fn the_chart_in_the_readme_is_one() {
    let (_, rest) = README
        .split_once("<script type=\"application/json\">")
        .unwrap();
    let (json, _) = rest.split_once("</script>").unwrap();
    assert_eq!(charts::read(json).title(), "Printer");
}

#[test]
fn the_attributes_in_the_readme_are_those_of_the_element() {
    let rows = README.lines().filter(|line| line.starts_with("| `"));
    let firsts = rows.filter_map(|row| row.split('|').nth(1));
    let named: Vec<_> = firsts
        .flat_map(|first| first.split('`').skip(1).step_by(2))
        .collect();
    let loader = state_chart::element::LOADER;
    let (_, rest) = loader.split_once("observedAttributes = [").unwrap();
    let (list, _) = rest.split_once(']').unwrap();
    let known: Vec<_> = list
        .split(',')
        .map(|name| name.trim().trim_matches('"'))
        .collect();
    assert_eq!(named, known);
}

#[test]
fn the_parts_and_the_duration_in_the_readme_are_those_of_the_widget() {
    let parts = Parts::NAMES.map(|name| format!("`{name}`")).join(", ");
    assert!(README.contains(&format!("of {parts}; all by default")));
    assert!(README.contains(&format!("; {} by default", state_chart::ui::DURATION)));
}

#[test]
fn the_addresses_and_tasks_in_the_readme_exist() {
    let tasks = include_str!("../../xtask/src/main.rs");
    let named = README
        .split("cargo xtask ")
        .skip(1)
        .filter_map(|rest| rest.split([' ', '`', '\n']).next());
    for task in named {
        assert!(
            tasks.contains(&format!("Some(\"{task}\")")),
            "no task is called `{task}`"
        );
    }
    let linked = README
        .split("](")
        .skip(1)
        .filter_map(|rest| rest.split(')').next());
    for file in linked.filter(|file| !file.contains("://")) {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
        assert!(path.exists(), "{file} does not exist");
    }
}
