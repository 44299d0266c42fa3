//! The code in the guide is the code that the tests of whole pages build sites of.

mod tables;

use std::fs;
use std::path::Path;

/// The pages, each with the folders of tests that its code is in.
const PAGES: [(&str, &[&str]); 9] = [
    ("plain-html", &["packages/plain"]),
    ("mdbook", &["packages/mdbook"]),
    ("mkdocs", &["packages/mkdocs-plugin", "packages/mkdocs"]),
    ("sphinx", &["packages/sphinx-extension", "packages/sphinx"]),
    ("hugo", &["packages/hugo"]),
    ("docusaurus", &["sites/docusaurus"]),
    ("vitepress", &["sites/vitepress"]),
    ("starlight", &["sites/starlight"]),
    ("bundler", &["packages/vite"]),
];

/// The longest that a page may be, in lines that are not code.
const LONGEST: usize = 25;

fn read(file: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{file}: {error}"))
}

/// The blocks of code, each with the file name that stands above it in a line of its own.
fn blocks(page: &str) -> Vec<(Option<String>, String)> {
    let mut blocks = Vec::new();
    let mut lines = page.lines();
    let mut name = None;
    while let Some(line) = lines.next() {
        if line.starts_with("```") {
            let code = lines.by_ref().take_while(|line| *line != "```");
            let code: String = code.flat_map(|line| [line, "\n"]).collect();
            blocks.push((name.take(), code));
        } else if let Some(rest) = line.strip_prefix('`') {
            let whole = rest.strip_suffix("`:").filter(|name| !name.contains(" "));
            name = whole.map(str::to_owned);
        } else if !line.is_empty() {
            name = None;
        }
    }
    blocks
}

#[test]
fn code_in_the_guide_is_what_the_tests_build() {
    for (page, sites) in PAGES {
        let named = blocks(&read(&format!("docs/guide/{page}.md")));
        let named = named
            .into_iter()
            .filter_map(|(name, code)| Some((name?, code)));
        let mut count = 0;
        for (name, code) in named {
            let mut files = { sites.iter() }.map(|site| read(&format!("tests/{site}/{name}")));
            assert!(
                files.any(|file| code == file),
                "{page}.md has not {name} as it is in one of {sites:?}"
            );
            count += 1;
        }
        assert!(
            count >= sites.len(),
            "{page}.md shows no file of tests/{sites:?}"
        );
    }
}

#[test]
fn a_page_of_the_guide_is_read_in_two_minutes() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/guide");
    for entry in fs::read_dir(folder).unwrap() {
        let name = entry.unwrap().file_name().to_string_lossy().into_owned();
        let page = read(&format!("docs/guide/{name}"));
        let code: usize = blocks(&page)
            .iter()
            .map(|(_, code)| code.lines().count())
            .sum();
        let prose = page.lines().filter(|line| !line.is_empty()).count() - code;
        // These are looked up, not read; those about tables have a limit for each section instead.
        let looked_up = [
            "interface.md",
            "tables.md",
            "refused.md",
            "words.md",
            "troubleshooting.md",
        ];
        assert!(
            looked_up.contains(&name.as_str()) || prose <= LONGEST,
            "{name}: {prose} lines"
        );
    }
}

#[test]
fn a_block_has_the_name_that_stands_alone_above_it() {
    let page =
        "Say\n\n`a.md`:\n\n```markdown\nb\n```\n\n```sh\nc\n```\n\n`d.md`: and\n\n```\ne\n```\n";
    let block = |name: Option<&str>, code: &str| (name.map(str::to_owned), code.to_owned());
    assert_eq!(
        blocks(page),
        [
            block(Some("a.md"), "b\n"),
            block(None, "c\n"),
            block(None, "e\n")
        ]
    );
}

#[test]
fn the_page_about_a_service_behind_the_card_is_the_page_that_is_tested() {
    let named = blocks(&read("docs/guide/http-backend.md"));
    let named: Vec<_> = named
        .into_iter()
        .filter_map(|(name, code)| Some((name?, code)))
        .collect();
    assert_eq!(named.len(), 2);
    for (name, code) in named {
        assert_eq!(code, read(&format!("tests/pages/site/{name}")), "{name}");
    }
}

#[test]
fn the_page_about_json_shows_a_chart_and_the_limits() {
    use state_chart::chart::{MAX_CELLS, MAX_EVENTS, MAX_NAME, MAX_OPERATIONS, MAX_STATES};
    let page = read("docs/guide/chart.md");
    let (_, code) = blocks(&page).into_iter().next().unwrap();
    let chart = crate::charts::read(&code);
    assert_eq!((chart.rows().len(), chart.events().len()), (3, 1));
    let words = page.replace(['\n', ','], " ").replace("  ", " ");
    for (limit, what) in [
        (MAX_STATES, "states"),
        (MAX_OPERATIONS, "operations"),
        (MAX_CELLS, "cells"),
        (MAX_EVENTS, "events"),
        (MAX_NAME, "characters"),
    ] {
        let digits = limit.to_string();
        let mut said = String::new();
        for (index, digit) in digits.chars().enumerate() {
            if index > 0 && (digits.len() - index) % 3 == 0 {
                said.push(' ');
            }
            said.push(digit);
        }
        assert!(words.contains(&format!("{said} {what}")), "{said} {what}");
    }
}

#[test]
fn the_page_about_frameworks_names_what_the_package_has() {
    let page = read("docs/guide/frameworks.md");
    for framework in ["react", "preact", "solid", "svelte", "vue"] {
        let path = format!("state-chart-element/{framework}");
        assert!(page.contains(&path), "{path}");
        let types = read(&format!("xtask/src/dist/types/{framework}.d.ts"));
        assert!(types.contains(&format!("`import \"{path}\"`")), "{path}");
    }
}

#[test]
fn the_package_for_python_takes_the_attributes_of_the_element() {
    let python = read("xtask/src/dist/python/__init__.py");
    let script = read("src/element/js/element.js");
    let list = |text: &str, before: &str| -> Vec<String> {
        let (_, rest) = text.split_once(before).unwrap();
        let (list, _) = rest.split_once(']').unwrap();
        list.split(',')
            .map(|name| name.trim().trim_matches('"').to_owned())
            .collect()
    };
    let known = list(&script, "observedAttributes = [");
    assert_eq!(list(&python, "ATTRIBUTES = ["), known);
}

/// The files of the scripts with messages for authors, and those of the programs.
const MESSAGES: [&str; 5] = [
    include_str!("../../src/element/js/state-chart-diagnosis.js"),
    include_str!("../../src/element/js/state-chart-source.js"),
    include_str!("../../src/element/js/state-chart-element.js"),
    include_str!("../../src/element/js/load.js"),
    include_str!("../../src/element/js/build.js"),
];

/// What of a message is the same each time: the rest are examples.
fn constants(message: &str) -> Vec<&str> {
    let mut pieces = vec![message];
    for example in ["404", "text/plain", "1"] {
        pieces = { pieces.into_iter() }
            .flat_map(|it| it.split(example))
            .collect();
    }
    pieces
}

#[test]
fn each_message_about_loading_is_on_the_page_about_trouble_and_each_one_there_is_told() {
    let others = [
        include_str!("../../src/element/js/state-chart-words.js"),
        include_str!("../../src/element/js/state-chart-missing.js"),
        include_str!("../../src/element/attributes.rs"),
        include_str!("../../src/element/address.rs"),
        include_str!("../../src/import/table/problem.rs"),
    ];
    let page = read("docs/guide/troubleshooting.md");
    let firsts = page.lines().filter_map(|line| line.strip_prefix("| `"));
    let named: Vec<_> = firsts.filter_map(|line| line.split('`').next()).collect();
    assert!(named.len() > 20, "{named:?}");
    for name in &named {
        let mut files = MESSAGES.iter().chain(&others);
        assert!(
            files.any(|file| constants(name).iter().all(|it| file.contains(it))),
            "nobody says: {name}"
        );
    }
    for file in MESSAGES {
        let says = |line: &&str| {
            let is_said =
                line.contains("return `") || line.contains("return \"") || line.contains("Error(");
            // An error that is the browser's own has no words of ours; that of two versions has a name.
            is_said
                && line.contains(['`', '"'])
                && !line.contains("${error}`")
                && !line.contains("${mixed}")
        };
        for line in file.lines().filter(says) {
            let is_there = named
                .iter()
                .any(|name| constants(name).iter().all(|it| line.contains(it)));
            assert!(is_there, "the page lacks: {line}");
        }
    }
}

#[test]
fn each_entry_of_the_interface_has_a_live_example() {
    let interface = read("docs/guide/interface.md");
    let live: String = ["attributes", "script", "looks"]
        .map(|page| read(&format!("docs/examples/{page}.md")))
        .concat();
    let mut count = 0;
    for line in interface
        .lines()
        .filter_map(|line| line.strip_prefix("| `"))
    {
        let name = line.split(['`', '(']).next().unwrap();
        assert!(live.contains(name), "no example has {name}");
        count += 1;
    }
    for format in state_chart::export::Format::ALL {
        assert!(live.contains(&format!("export(\"{}\")", format.name())));
    }
    assert!(count > 50, "{count}");
}
