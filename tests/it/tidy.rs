//! The rooms keep their walls.
//!
//! Each check takes files as path and text, so that it can be shown a made-up file that offends.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test that meets what it does not expect should stop"
)]

mod code;

use std::fs;
use std::path::Path;

/// The rooms, each with those it may name.
const ROOMS: [(&str, &[&str]); 16] = [
    ("chart", &[]),
    ("words", &["chart"]),
    ("built_in", &["chart"]),
    ("service", &["chart", "words"]),
    ("path", &["chart", "service", "words"]),
    ("address", &["chart", "service", "path"]),
    ("import", &["chart"]),
    ("export", &["chart", "service"]),
    ("diagram", &["chart", "service", "export", "words"]),
    // It names `import` in its tests only.
    (
        "guide",
        &["chart", "service", "path", "address", "import", "words"],
    ),
    ("js", &["words"]),
    ("reader", &["chart", "import", "export", "js"]),
    (
        "tools",
        &[
            "chart", "service", "path", "address", "guide", "diagram", "export", "js", "words",
        ],
    ),
    ("ui", &["chart", "service", "path", "guide", "words"]),
    (
        "element",
        &[
            "built_in", "chart", "service", "path", "address", "guide", "js", "ui", "words",
        ],
    ),
    ("bin", &["built_in", "element", "reader", "tools"]),
];

/// The rooms that may see the browser.
const BROWSER_ROOMS: [&str; 6] = ["ui", "element", "bin", "js", "reader", "tools"];

/// Files of those rooms that may not: what they do is tested without one.
const PLAIN: [&str; 2] = ["src/ui/session.rs", "src/ui/text.rs"];

/// What belongs to the browser.
const BROWSER: [&str; 8] = [
    "gloo",
    "gloo_timers",
    "js_sys",
    "serde_wasm_bindgen",
    "wasm_bindgen",
    "wasm_bindgen_futures",
    "web_sys",
    "yew",
];

/// Names that say nothing of what is in a file.
const EMPTY_NAMES: [&str; 8] = [
    "common", "helper", "helpers", "manager", "misc", "util", "utils", "shared",
];

/// The longest a file may be, in lines.
const LONGEST: usize = 400;

/// The room of a file of src; lib.rs is the map and no room.
fn room(path: &str) -> Option<&str> {
    let first = path.strip_prefix("src/")?.split('/').next()?;
    let room = first.strip_suffix(".rs").unwrap_or(first);
    (room != "lib").then_some(room)
}

/// How many `super` lead from the module of a file of src to the crate.
fn depth(path: &str) -> usize {
    path.matches('/').count() - usize::from(path.ends_with("/mod.rs"))
}

fn check_browser(path: &str, text: &str) -> Vec<String> {
    let plain = PLAIN.iter().any(|plain| path.starts_with(plain));
    let domain = room(path).is_some_and(|room| !BROWSER_ROOMS.contains(&room));
    if !domain && !plain {
        return Vec::new();
    }
    let words = code::words(text);
    let named = BROWSER
        .iter()
        .filter(|name| words.iter().any(|word| word == **name));
    let to = if plain {
        "another file of src/ui"
    } else {
        "src/ui or src/element"
    };
    named
        .map(|name| format!("{path} names `{name}`: move that part into {to}"))
        .collect()
}

fn check_direction(path: &str, text: &str) -> Vec<String> {
    let Some(here) = room(path) else {
        return Vec::new();
    };
    let Some((_, may)) = ROOMS.iter().find(|(room, _)| *room == here) else {
        return vec![format!(
            "{path} is in no room: move it into one, or add `{here}` to ROOMS in tests/it/tidy.rs and to the map in src/lib.rs"
        )];
    };
    let mut named = code::rooms(&code::words(text), depth(path));
    named.sort();
    named.dedup();
    let is_wrong = |other: &String| {
        let known = ROOMS.iter().any(|(room, _)| room == other);
        known && other != here && !may.contains(&other.as_str())
    };
    named
        .into_iter()
        .filter(is_wrong)
        .map(|other| {
            let list = match may {
                [] => "nothing".to_owned(),
                may => may.join(", "),
            };
            format!("{path} names `crate::{other}`: `{here}` may name {list}; move what both need there, or pass it in from `ui`")
        })
        .collect()
}

fn check_form(path: &str, text: &str) -> Vec<String> {
    let mut problems = Vec::new();
    if !text.starts_with("//!") {
        problems.push(format!(
            "{path} does not open with `//!`: say there what it is and what it does not know"
        ));
    }
    let lines = text.lines().count();
    if lines > LONGEST {
        problems.push(format!(
            "{path} has {lines} lines, more than {LONGEST}: split it along what it is about"
        ));
    }
    let words = code::words(text);
    let modules = { words.windows(2) }
        .filter(|pair| pair[0] == "mod")
        .map(|pair| pair[1].as_str());
    let parts = path.split('/').map(|part| part.trim_end_matches(".rs"));
    for name in modules.chain(parts) {
        if EMPTY_NAMES.contains(&name) {
            problems.push(format!(
                "{path} calls something `{name}`: name it after what it is, or move each part to what it is about"
            ));
        }
    }
    problems
}

fn check(path: &str, text: &str) -> Vec<String> {
    let checks = [check_browser, check_direction, check_form];
    checks.iter().flat_map(|check| check(path, text)).collect()
}

/// Every Rust file of the project, as its path and text.
fn files() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    let mut folders: Vec<_> = ["src", "tests", "xtask", "fuzz", "examples", "benches"]
        .map(|name| root.join(name))
        .into();
    while let Some(folder) = folders.pop() {
        let Ok(entries) = fs::read_dir(&folder) else {
            continue;
        };
        for entry in entries {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap_or_default();
            if path.is_dir() {
                if name != "target" && name != "node_modules" {
                    folders.push(path);
                }
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let parts = path.strip_prefix(root).unwrap().iter();
                let parts: Vec<_> = parts.map(|part| part.to_string_lossy()).collect();
                files.push((parts.join("/"), fs::read_to_string(&path).unwrap()));
            }
        }
    }
    files.sort();
    files
}

#[test]
fn the_rooms_keep_their_walls() {
    let files = files();
    assert!(files.iter().any(|(path, _)| path == "src/chart.rs"));
    assert!(files.iter().any(|(path, _)| path == "tests/it/tidy.rs"));
    let problems: Vec<_> = { files.iter() }
        .flat_map(|(path, text)| check(path, text))
        .collect();
    assert!(problems.is_empty(), "\n{}\n", problems.join("\n"));
}

#[test]
fn a_domain_file_that_names_the_browser_is_told_where_that_part_belongs() {
    for (path, text, problem) in [
        (
            "src/chart.rs",
            "//! A.\nfn a(node: &web_sys::Node) {}",
            "src/chart.rs names `web_sys`: move that part into src/ui or src/element",
        ),
        (
            "src/import/table/grid.rs",
            "//! A.\nuse yew::prelude::*;",
            "src/import/table/grid.rs names `yew`: move that part into src/ui or src/element",
        ),
        (
            "src/ui/session.rs",
            "//! A.\nuse gloo::timers::callback::Timeout;",
            "src/ui/session.rs names `gloo`: move that part into another file of src/ui",
        ),
    ] {
        assert_eq!(check(path, text), [problem]);
    }
    let ok = "//! Knows no web_sys.\n// Nor yew.\n/* nor /* js_sys */ gloo */\nconst A: &str = \"yew\";\nconst B: &str = r#\"\"gloo\"\"#;\nfn c<'yew_>(_: char) { let _ = ['\"', '\\'', '\\u{79}', 'y']; }";
    assert_eq!(check("src/chart.rs", ok), [""; 0]);
    assert_eq!(
        check("src/ui/card.rs", "//! A.\nuse yew::prelude::*;"),
        [""; 0]
    );
}

#[test]
fn a_room_that_names_one_above_or_beside_it_is_told_which_it_may_name() {
    let what = "; move what both need there, or pass it in from `ui`";
    for (path, text, problem) in [
        (
            "src/chart/draft.rs",
            "//! A.\nuse crate::service::Step;",
            "src/chart/draft.rs names `crate::service`: `chart` may name nothing",
        ),
        (
            "src/chart.rs",
            "//! A.\nuse super::import;",
            "src/chart.rs names `crate::import`: `chart` may name nothing",
        ),
        (
            "src/export/json.rs",
            "//! A.\nuse crate::{chart::{Chart, Row}, import::json};",
            "src/export/json.rs names `crate::import`: `export` may name chart, service",
        ),
        (
            "src/import/table/a.rs",
            "//! A.\nuse super::super::super::export::csv;",
            "src/import/table/a.rs names `crate::export`: `import` may name chart",
        ),
        (
            "src/service.rs",
            "//! A.\nfn a() { let _ = crate::ui::STYLE; }",
            "src/service.rs names `crate::ui`: `service` may name chart, words",
        ),
        (
            "src/bin/a.rs",
            "//! A.\nuse state_chart::chart::Chart;",
            "src/bin/a.rs names `crate::chart`: `bin` may name built_in, element, reader, tools",
        ),
    ] {
        assert_eq!(check(path, text), [[problem, what].concat()]);
    }
    let ok = "//! A.\nuse crate::{chart::{Chart, ui}, guide};\nuse super::super::text;\nuse super::export;";
    assert_eq!(check("src/ui/grid/row.rs", ok), [""; 0]);
    let sibling = "//! A.\nuse super::import;\nuse crate::chart::export;";
    assert_eq!(check("src/chart/a.rs", sibling), [""; 0]);
}

#[test]
fn a_file_outside_the_rooms_is_told_to_move_in() {
    let problem = "src/wizard.rs is in no room: move it into one, or add `wizard` to ROOMS in tests/it/tidy.rs and to the map in src/lib.rs";
    assert_eq!(check("src/wizard.rs", "//! A."), [problem]);
}

#[test]
fn a_file_without_a_first_word_or_an_end_is_told_so() {
    let open =
        "src/chart.rs does not open with `//!`: say there what it is and what it does not know";
    assert_eq!(check("src/chart.rs", "/// A.\nstruct A;"), [open]);
    let long = |lines: usize| ["//! A.\n", &"\n".repeat(lines - 1)].concat();
    assert_eq!(check("tests/it/a.rs", &long(400)), [""; 0]);
    let problem = "tests/it/a.rs has 401 lines, more than 400: split it along what it is about";
    assert_eq!(check("tests/it/a.rs", &long(401)), [problem]);
}

#[test]
fn a_name_that_says_nothing_is_told_to_say_something() {
    let end = "name it after what it is, or move each part to what it is about";
    let of = |path, name| [path, " calls something `", name, "`: ", end].concat();
    let inline = "//! A.\nmod helpers {}";
    assert_eq!(
        check("src/chart.rs", inline),
        [of("src/chart.rs", "helpers")]
    );
    let path = "src/chart/utils.rs";
    assert_eq!(check(path, "//! A."), [of(path, "utils")]);
    assert_eq!(
        check("src/chart.rs", "//! No helpers.\nfn utils() {}"),
        [""; 0]
    );
}
