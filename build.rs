//! Makes the built-in chart ready: its JSON text without blanks, and its compact form, which is read and
//! packed by the same code as the chart of any author. Takes the comments and blanks out of the style
//! sheets: every reader downloads what is left. And makes a constant of each word of the widget, so that a
//! program has those that it says, and no others.

use std::path::Path;
use std::{env, error, fs};

/// The rooms of the crate that this needs, as they stand there.
#[path = "src"]
#[allow(
    dead_code,
    unused_imports,
    unreachable_pub,
    reason = "only a part of each room is called here"
)]
mod rooms {
    pub mod chart;
    pub mod import;
}

// Within the rooms, they are found where they are in the crate.
use rooms::{chart, import};

/// The chart of an element that brings none of its own.
const BUILT_IN: &str = "static/charts/biztalk-services.json";

/// The style sheets.
const SHEETS: [&str; 2] = ["state-chart.css", "state-chart-sections.css"];

/// A style sheet without comments, indents and ends of lines.
fn short(sheet: &str) -> String {
    let mut short = String::new();
    for (index, piece) in sheet.split("/*").enumerate() {
        let rules = if index == 0 {
            Some(piece)
        } else {
            piece.split_once("*/").map(|it| it.1)
        };
        for line in rules.unwrap_or_default().lines().map(str::trim) {
            short.push_str(line.strip_suffix(" {").unwrap_or(line));
            match line.chars().last() {
                Some('{') if line.ends_with(" {") => short.push('{'),
                Some('{' | '}' | ';' | ',') | None => {}
                Some(_) => short.push(' '),
            }
        }
    }
    short
}

/// The words of the widget in English; their keys and order are those of every language.
const WORDS: &str = "static/words/en.json";

/// A text with numbers for its places, in the order in which they first come.
fn numbered(text: &str) -> String {
    let mut names: Vec<&str> = Vec::new();
    let mut made = String::new();
    for (index, piece) in text.split(['{', '}']).enumerate() {
        if index % 2 == 0 {
            made += piece;
            continue;
        }
        let place = names.iter().position(|name| *name == piece);
        let place = place.unwrap_or_else(|| {
            names.push(piece);
            names.len() - 1
        });
        made += &format!("{{{place}}}");
    }
    made
}

/// A constant for each word: its place among all, and its English text.
fn constants(words: &serde_json::Map<String, serde_json::Value>) -> Option<String> {
    let mut made = String::new();
    for (place, (key, text)) in words.iter().enumerate() {
        let about = text.as_str()?;
        let english = numbered(about);
        let word = format!("Word {{ place: {place}, english: {english:?} }}");
        let (name, kind, value) = match key.split_once('.') {
            None => (key, "Word", word),
            Some((name, "other")) => {
                let one = numbered(words.get(&[name, ".one"].concat())?.as_str()?);
                (
                    &name.to_owned(),
                    "Counted",
                    format!("Counted {{ one: {one:?}, other: {word} }}"),
                )
            }
            Some(_) => continue,
        };
        let name = name.to_uppercase();
        made += &format!("#[doc = {about:?}]\npub const {name}: {kind} = {value};\n");
    }
    Some(made)
}

fn main() -> Result<(), Box<dyn error::Error>> {
    for path in ["build.rs", "src/chart", "src/import", BUILT_IN, WORDS] {
        println!("cargo::rerun-if-changed={path}");
    }
    let out = env::var_os("OUT_DIR").ok_or("OUT_DIR is not set")?;
    for sheet in SHEETS {
        let path = format!("static/{sheet}");
        println!("cargo::rerun-if-changed={path}");
        fs::write(
            Path::new(&out).join(sheet),
            short(&fs::read_to_string(path)?),
        )?;
    }
    let words = serde_json::from_str(&fs::read_to_string(WORDS)?)?;
    let words = constants(&words).ok_or("a word is no text, or has no singular")?;
    fs::write(Path::new(&out).join("words.rs"), words)?;
    let text = fs::read_to_string(BUILT_IN)?;
    let small: serde_json::Value = serde_json::from_str(&text)?;
    let file = Path::new(&out).join("biztalk-services");
    fs::write(file.with_extension("json"), small.to_string())?;
    let value = import::json::parse(&text).ok_or("the built-in chart is no JSON")?;
    let chart: chart::Chart = import::json::read(&value).map_err(|problems| {
        let lines: Vec<_> = problems.iter().map(ToString::to_string).collect();
        lines.join("\n")
    })?;
    fs::write(file.with_extension("chart"), chart.pack())?;
    Ok(())
}
