//! The words of each language: all keys, the same places, the forms that its plural needs.

use serde_json::{Map, Value};
use std::collections::BTreeSet;
use std::path::Path;

/// Each language, with the forms that its numbers take, as CLDR has them; those that only a million takes are
/// left to `other`.
const LANGUAGES: [(&str, &[&str]); 10] = [
    ("ar", &["zero", "one", "two", "few", "many", "other"]),
    ("de", &["one", "other"]),
    ("en", &["one", "other"]),
    ("es", &["one", "other"]),
    ("fr", &["one", "other"]),
    ("he", &["one", "two", "other"]),
    ("ja", &["other"]),
    ("ko", &["other"]),
    ("pt", &["one", "other"]),
    ("zh", &["other"]),
];

/// Words that are the same in other languages too, for they are names, or nothing but places and signs.
const SAME: [&str; 15] = [
    "began",
    "began_via",
    "cell",
    "cell_condition",
    "cell_label",
    "cell_noted",
    "cell_said",
    "diagram",
    "export",
    "format",
    "link",
    "service",
    "step_next",
    "told",
    "zoom",
];

fn folder() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("static/words")
}

fn words(lang: &str) -> Map<String, Value> {
    let text = std::fs::read_to_string(folder().join(format!("{lang}.json"))).unwrap();
    serde_json::from_str(&text).unwrap()
}

fn places(text: &str) -> BTreeSet<&str> {
    text.split(['{', '}']).skip(1).step_by(2).collect()
}

/// What is wrong with `its` words beside the English ones.
fn problems(lang: &str, forms: &[&str], its: &Map<String, Value>) -> Vec<String> {
    let english = words("en");
    let mut left: BTreeSet<&str> = its.keys().map(String::as_str).collect();
    let mut problems = Vec::new();
    for (key, text) in &english {
        let (name, keys) = match key.split_once('.') {
            Some((_, "one")) => continue,
            Some((name, _)) => (
                name,
                forms.iter().map(|form| format!("{name}.{form}")).collect(),
            ),
            None => (key.as_str(), vec![key.clone()]),
        };
        let text = text.as_str().unwrap();
        for own in keys {
            left.remove(own.as_str());
            let Some(said) = its.get(&own).and_then(Value::as_str) else {
                problems.push(format!("{lang}: `{own}` is not translated"));
                continue;
            };
            // A form of a small number may say it in letters.
            let spoken = |place: &str| {
                matches!(place, "count" | "steps")
                    && ["one", "two"].iter().any(|form| own.ends_with(form))
            };
            let lacks = places(text)
                .difference(&places(said))
                .any(|place| !spoken(place));
            if lacks || !places(said).is_subset(&places(text)) {
                problems.push(format!("{lang}: `{own}` has other places than `{text}`"));
            }
            if said.is_empty()
                || said.contains('\n')
                || said.matches('{').count() != said.matches('}').count()
            {
                problems.push(format!("{lang}: `{own}` is empty, or more than a line"));
            }
            if lang != "en"
                && said == text
                && text != ","
                && !SAME.contains(&name)
                && said.contains(|c: char| c.is_alphabetic())
                && places(text).is_empty()
            {
                problems.push(format!("{lang}: `{own}` is English"));
            }
        }
    }
    problems.extend(left.iter().map(|key| format!("{lang}: `{key}` is no word")));
    problems
}

#[test]
fn each_language_has_every_word_with_its_places_and_forms() {
    let mut found = Vec::new();
    for (lang, forms) in LANGUAGES {
        found.extend(problems(lang, forms, &words(lang)));
    }
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

#[test]
fn a_word_that_lacks_a_place_a_form_or_a_translation_is_told() {
    let mut its = words("de");
    its.insert("cell".to_owned(), "in {state}".into());
    its.insert("undo".to_owned(), "Undo".into());
    its.remove("ways.one");
    its.insert("unknown".to_owned(), "?".into());
    assert_eq!(
        problems("de", &["one", "other"], &its),
        [
            "de: `cell` has other places than `{operation} in {state}`",
            "de: `undo` is English",
            "de: `ways.one` is not translated",
            "de: `unknown` is no word",
        ]
    );
}

#[test]
fn each_language_is_fetched_packed_and_tested() {
    let mut files: Vec<_> = std::fs::read_dir(folder())
        .unwrap()
        .map(|file| {
            file.unwrap()
                .file_name()
                .to_string_lossy()
                .replace(".json", "")
        })
        .collect();
    files.sort();
    assert_eq!(files, LANGUAGES.map(|(lang, _)| lang));
    let script = include_str!("../../src/element/js/state-chart-words.js");
    let module = include_str!("../../src/element/js/index.js");
    let budget = include_str!("../../budget.toml");
    for lang in files.iter().filter(|lang| *lang != "en") {
        assert!(
            script.contains(&format!("\"{lang}\"")),
            "state-chart-words.js lacks `{lang}`"
        );
        assert!(
            module.contains(&format!("./state-chart-words-{lang}.js")),
            "index.js lacks `{lang}`"
        );
        assert!(
            budget.contains(&format!("state-chart-words-{lang}.js")),
            "budget.toml lacks `{lang}`"
        );
    }
}

#[test]
fn the_page_of_the_guide_lists_every_word() {
    let page = include_str!("../../docs/guide/words.md");
    let mut table = "| key | in English |\n|---|---|\n".to_owned();
    for (key, text) in words("en") {
        table += &format!("| `{key}` | {} |\n", text.as_str().unwrap().trim());
    }
    assert!(
        page.ends_with(&table),
        "docs/guide/words.md has to end with\n{table}"
    );
}

#[test]
fn values_stand_where_the_language_has_them() {
    use state_chart::words::{Language, Words, key};
    struct Backwards;
    impl Language for Backwards {
        fn counted(&self, _: usize, count: usize) -> String {
            if count == 0 {
                String::new()
            } else {
                format!("{{1}}/{{0}} {count}")
            }
        }
        fn list(&self, names: &str, _: bool) -> String {
            names.replace('\0', "+")
        }
        fn number(&self, number: usize) -> String {
            format!("#{number}")
        }
    }
    let place = words("en").keys().position(|key| key == "cell").unwrap();
    let texts = ["\n".repeat(place), "{1}: {0}, {1}".to_owned()].concat();
    let words = Words::new("x".to_owned(), &texts, Box::new(Backwards));
    assert_eq!(
        words.fill(key::CELL, &["Stop", "Active"]),
        "Active: Stop, Active"
    );
    assert!(words.lacks(key::UNDO) && !words.lacks(key::CELL));
    assert_eq!(words.text(key::UNDO), "Undo");
    assert_eq!(words.count(key::WAYS, 3, &["2", "3"]), "3/2 3");
    assert_eq!(words.count(key::WAYS, 0, &["2", "0"]), "2 ways of 0 steps");
    assert_eq!(words.list(&["a\na", "b"], false), "a\na+b");
    assert_eq!(Words::ENGLISH.list(&["a", "b", "c"], true), "a, b or c");
    assert_eq!(
        (words.number(5), Words::ENGLISH.number(5)),
        ("#5".to_owned(), "5".to_owned())
    );
}
