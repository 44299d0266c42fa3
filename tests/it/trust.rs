//! docs/trust.md keeps its word: each promise names tests that are there, each dependency its reason.

use std::fs;
use std::path::Path;

fn read(path: &str) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    fs::read_to_string(root.join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The cells of a line of a Markdown table.
fn cells(line: &str) -> Option<Vec<&str>> {
    let line = line.strip_prefix('|')?.strip_suffix('|')?;
    Some(line.split('|').map(str::trim).collect())
}

/// What is wrong with the tests that a cell names, if it names any.
fn check(cell: &str) -> Vec<String> {
    let spans = cell.split('`').skip(1).step_by(2);
    let missing = spans.filter_map(|span| {
        let Some((file, test)) = span.split_once("::") else {
            return Some(format!("`{span}` is no test: name it as file::test"));
        };
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
        let text = fs::read_to_string(path).unwrap_or_default();
        let there = text.contains(&format!("fn {test}("));
        (!there).then(|| format!("{file} has no test `{test}`"))
    });
    let mut problems: Vec<String> = missing.collect();
    if !cell.contains('`') {
        problems.push(format!("no test holds this: {cell}"));
    }
    problems
}

#[test]
fn each_promise_names_tests_that_are_there() {
    let page = read("docs/trust.md");
    let mut promises = 0;
    let mut problems = Vec::new();
    let mut is_promise = false;
    for line in page.lines() {
        match cells(line).as_deref() {
            Some(["promise", "tests"]) => is_promise = true,
            Some([promise, tests]) if is_promise && !promise.starts_with("---") => {
                promises += 1;
                problems.extend(check(tests));
            }
            Some(_) => {}
            None => is_promise = false,
        }
    }
    assert!(promises > 20, "{promises}");
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn a_promise_without_a_test_or_with_one_that_is_gone_is_told() {
    assert_eq!(check("soon"), ["no test holds this: soon"]);
    let gone = "`tests/it/trust.rs::nobody`";
    assert_eq!(check(gone), ["tests/it/trust.rs has no test `nobody`"]);
    assert_eq!(
        check("`trust`"),
        ["`trust` is no test: name it as file::test"]
    );
}

#[test]
fn each_dependency_of_what_is_shipped_has_its_reason() {
    let page = read("docs/trust.md");
    let manifest = read("Cargo.toml");
    let shipped = [
        "[dependencies]",
        "[target.'cfg(target_family = \"wasm\")'.dependencies]",
    ];
    for part in shipped {
        let (_, rest) = manifest.split_once(part).unwrap();
        let end = rest.find("\n[").unwrap_or(rest.len());
        let names = rest[..end]
            .lines()
            .filter(|line| line.contains(" = {") || line.contains(" = \"0"));
        for name in names.filter_map(|line| line.split(" = ").next()) {
            assert!(
                page.contains(&format!("`{name}`")),
                "docs/trust.md does not say what {name} is for"
            );
        }
    }
}
