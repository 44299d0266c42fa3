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
    let class = include_str!("../../src/element/js/element.js");
    let (_, rest) = class.split_once("observedAttributes = [").unwrap();
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

/// Lines of a Markdown table as cells.
fn cells(line: &str) -> Vec<&str> {
    let inner = line.trim_start_matches('|').trim_end_matches('|');
    inner.split('|').map(str::trim).collect()
}

/// The cell of the first table of `report` with a column `head`, in the row that is labelled so.
fn figure<'a>(report: &'a str, head: &str, label: &str) -> &'a str {
    let mut lines = report.lines();
    let is_head = |line: &&str| line.starts_with('|') && cells(line).contains(&head);
    let heads = lines.find(is_head).map(cells);
    let heads = heads.unwrap_or_else(|| panic!("the report has no column `{head}`"));
    let column = heads.iter().position(|&it| it == head).unwrap();
    let row = lines.map(cells).find(|row| row[0] == label);
    row.unwrap_or_else(|| panic!("the report has no row `{label}`"))[column]
}

#[test]
fn the_benchmark_in_the_readme_is_the_one_in_the_report() {
    let report = include_str!("../../docs/benchmark.md");
    let (_, rest) = README.split_once("<!-- benchmark -->\n").unwrap();
    let (block, _) = rest.split_once("\n<!-- /benchmark -->").unwrap();
    let (run, table) = block.split_once("; in bold").unwrap();
    assert!(
        report.contains(&format!("\n{run}: ")),
        "{run} is of another run"
    );
    let mut rows = table
        .lines()
        .filter(|line| line.starts_with('|'))
        .map(cells);
    let heads = rows.next().unwrap();
    let named = [
        ("downloaded", "downloaded"),
        ("first usable button, 4×", "first usable button, 4×"),
        ("a click, 4×", "DOM done, 4×"),
        ("50 elements usable, 4×", "all usable"),
    ];
    assert_eq!(heads[1..], named.map(|(head, _)| head));
    let mut labels = Vec::new();
    for row in rows.skip(1) {
        labels.push(row[0]);
        for (cell, (_, head)) in row[1..].iter().zip(named) {
            let whole = figure(report, head, row[0]);
            let short = whole.split_once(" (").map_or(whole, |(short, _)| short);
            assert_eq!(*cell, short, "{head}, {}", row[0]);
        }
    }
    assert_eq!(labels.len(), 5, "{labels:?}");
    assert_eq!(labels.last(), Some(&"**this widget**"));
}

#[test]
fn the_sizes_in_the_readme_are_those_that_the_budget_holds() {
    let budget = include_str!("../../budget.toml");
    let most = budget
        .lines()
        .filter_map(|line| line.strip_prefix("most = "));
    let most = most.map(|bytes| bytes.replace('_', "").parse::<f64>().unwrap());
    let mut count = 0;
    for bytes in most {
        let told = format!("{:.1} KB", bytes / 1000.0);
        assert!(README.contains(&told), "{told}");
        count += 1;
    }
    assert_eq!(count, 4);
}
