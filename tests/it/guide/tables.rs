//! Each example of the pages about tables is read, and gives what stands below it.

use super::read;
use crate::table::{draw, html::read_html};
use pulldown_cmark::{Options, Parser, html};
use state_chart::chart::{Chart, MAX_CELLS};
use state_chart::import::table::{Problem, ProblemKind};
use std::collections::BTreeSet;

/// The page that shows what is read.
const SHAPES: &str = "docs/guide/tables.md";

/// The page that explains what is refused.
const REFUSED: &str = "docs/guide/refused.md";

/// The lines of text that may stand together on these pages, which are looked up and not read through.
const LONGEST: usize = 8;

/// A block of code: what it is, and its text.
type Block = (String, String);

/// The blocks of a page in order, and the most lines of text between two blocks or headings.
fn blocks(page: &str) -> (Vec<Block>, usize) {
    let (mut blocks, mut longest, mut prose) = (Vec::new(), 0, 0);
    let mut lines = page.lines();
    while let Some(line) = lines.next() {
        if let Some(kind) = line.strip_prefix("```") {
            let code = lines.by_ref().take_while(|line| *line != "```");
            let code = code.flat_map(|line| [line, "\n"]).collect();
            blocks.push((kind.to_owned(), code));
            prose = 0;
        } else if line.starts_with('#') {
            prose = 0;
        } else if !line.is_empty() {
            prose += 1;
            longest = longest.max(prose);
        }
    }
    (blocks, longest)
}

/// A Markdown document as a page.
fn rendered(markdown: &str) -> String {
    let mut page = String::new();
    let parser = Parser::new_ext(markdown, Options::ENABLE_TABLES);
    html::push_html(&mut page, parser);
    page
}

/// The chart, what stands beside its marks, and what was left out; or why there is none.
fn outcome(page: &str, seen: &mut BTreeSet<String>) -> String {
    let mut see = |problems: &[Problem]| {
        for problem in problems {
            seen.insert(variant(&problem.kind));
            if let ProblemKind::Alone(why) = &problem.kind {
                seen.insert(variant(why));
            }
        }
    };
    match read_html(page) {
        Ok(reading) => {
            see(&reading.warnings);
            let warnings = reading.warnings.iter();
            let warnings = warnings.map(|warning| format!("warning: {warning}\n"));
            let chart = draw::chart(&reading.chart) + &notes(&reading.chart);
            chart + &warnings.collect::<String>()
        }
        Err(problems) => {
            see(&problems);
            let problems = problems.iter();
            problems.map(|problem| format!("{problem}\n")).collect()
        }
    }
}

/// A line for each note of a cell.
fn notes(chart: &Chart) -> String {
    let draft = chart.draft();
    let operations: Vec<&str> = (draft.groups.iter().flat_map(|group| &group.operations))
        .map(|name| name.name.as_str())
        .collect();
    let mut lines = String::new();
    for row in &draft.rows {
        for note in &row.notes {
            let names = row.states.iter().map(|state| state.name.as_str());
            let names = names.collect::<Vec<_>>().join(" & ");
            let operation = operations[note.operation];
            lines += &format!("{operation} in {names}, note: {}\n", note.text);
        }
    }
    lines
}

/// The name of a variant.
fn variant(kind: &ProblemKind) -> String {
    let text = format!("{kind:?}");
    text.split(|letter: char| !letter.is_alphanumeric())
        .next()
        .unwrap_or_default()
        .to_owned()
}

/// The names of all variants, as the source has them.
fn variants() -> BTreeSet<String> {
    let source = read("src/import/table/problem.rs");
    let (_, rest) = source.split_once("pub enum ProblemKind {\n").unwrap();
    let (body, _) = rest.split_once("\n}").unwrap();
    let lines = body.lines().map(str::trim);
    let lines = lines.filter(|line| line.starts_with(char::is_uppercase));
    lines
        .map(|line| line.split(['(', ',']).next().unwrap_or_default().to_owned())
        .collect()
}

/// The text before and after a change.
fn sides(diff: &str) -> (String, String) {
    let side = |other: char| -> String {
        let lines = diff.lines().filter(|line| !line.starts_with(other));
        lines
            .flat_map(|line| [line.get(1..).unwrap_or_default(), "\n"])
            .collect()
    };
    (side('+'), side('-'))
}

/// Whether the change is what the message proposes: where it proposes an attribute, and neither names
/// nor marks instead, something that it quotes is new.
fn follows(message: &str, before: &str, after: &str) -> bool {
    let instead = ["write the names", "write a mark"];
    let quoted = || message.split('`').skip(1).step_by(2);
    !quoted().any(|text| text.contains("=\""))
        || instead.iter().any(|words| message.contains(words))
        || quoted().any(|text| after.contains(text) && !before.contains(text))
}

/// The kinds of problem that the examples of the page about shapes meet.
fn shapes(seen: &mut BTreeSet<String>) -> usize {
    let (blocks, _) = blocks(&read(SHAPES));
    let mut blocks = blocks.into_iter();
    let mut count = 0;
    while let Some((kind, code)) = blocks.next() {
        assert!(["markdown", "html"].contains(&kind.as_str()), "{kind}");
        let (kind, expect) = blocks.next().unwrap();
        assert_eq!(
            (kind.as_str(), expect),
            ("text", outcome(&rendered(&code), seen)),
            "{code}"
        );
        count += 1;
    }
    count
}

/// The kinds of problem that the examples of the page about refusals meet.
fn refusals(seen: &mut BTreeSet<String>) -> usize {
    let (blocks, _) = blocks(&read(REFUSED));
    let mut blocks = blocks.into_iter().filter(|(kind, _)| kind != "js");
    let mut count = 0;
    while let Some((kind, code)) = blocks.next() {
        assert_eq!(kind, "diff", "{code}");
        let (before, after) = sides(&code);
        assert_ne!(before, after, "{code}");
        let (kind, message) = blocks.next().unwrap();
        assert_eq!(
            (kind.as_str(), &message),
            ("console", &outcome(&rendered(&before), seen)),
            "{code}"
        );
        assert!(
            follows(&message, &before, &after),
            "{message} is not the change of\n{code}"
        );
        let (kind, chart) = blocks.next().unwrap();
        assert!(
            read_html(&rendered(&after)).is_ok(),
            "{after}{}",
            outcome(&rendered(&after), seen)
        );
        assert_eq!(
            (kind.as_str(), chart),
            ("text", outcome(&rendered(&after), seen)),
            "{code}"
        );
        count += 1;
    }
    count
}

#[test]
fn each_example_of_a_table_in_the_guide_is_the_chart_below_it() {
    assert!(shapes(&mut BTreeSet::new()) > 20);
}

#[test]
fn each_refused_table_in_the_guide_gets_its_message_and_is_mended_by_what_the_guide_says() {
    assert!(refusals(&mut BTreeSet::new()) > 30);
}

#[test]
fn each_kind_of_problem_is_on_a_page_of_the_guide() {
    let mut seen = BTreeSet::new();
    shapes(&mut seen);
    refusals(&mut seen);
    let page = read(REFUSED);
    for (html, message) in large() {
        let said = outcome(&html, &mut seen);
        assert!(said.contains(&message), "{message} in {said}");
        assert!(page.contains(&message), "{message} in {REFUSED}");
    }
    let missing: Vec<_> = variants().difference(&seen).cloned().collect();
    assert!(
        missing.is_empty(),
        "write an example of {missing:?} into {REFUSED} or {SHAPES}"
    );
}

/// Tables too large to be shown, each with the message that it gets.
fn large() -> Vec<(String, String)> {
    let spans = "<tr><td colspan=1000>a<td colspan=1000>b</tr>".repeat(2_000);
    let many = |rows: usize, row: &dyn Fn(usize) -> String| (0..rows).map(row).collect::<String>();
    let facts = many(1_001, &|n| {
        format!("<tr><td>S{n}<td>O{}<td>S0</tr>", n % 1_000)
    });
    let wrong = many(25, &|n| {
        format!("<tr><td>S{n}<td data-success=elsewhere{n}>✓</tr>")
    });
    vec![
        (
            format!("<table>{spans}</table>"),
            ProblemKind::TooLarge.to_string(),
        ),
        (
            format!("<table><tr><th>From<th>Event<th>To</tr>{facts}</table>"),
            format!(
                "more than the {MAX_CELLS} cells that a chart can have; make a chart of a part of them"
            ),
        ),
        (
            format!("<table><tr><th>State<th>Start</tr>{wrong}</table>"),
            ProblemKind::More(5).to_string(),
        ),
    ]
}

#[test]
fn an_example_on_the_pages_about_tables_needs_few_words() {
    for file in [SHAPES, REFUSED] {
        let (_, longest) = blocks(&read(file));
        assert!(longest <= LONGEST, "{file}: {longest} lines");
    }
}

#[test]
fn each_attribute_of_tables_has_an_example() {
    let (blocks, _) = blocks(&read(SHAPES));
    let code: String = blocks.into_iter().map(|(_, code)| code).collect();
    // The message about another word lists them all.
    let message = ProblemKind::UnknownRole(String::new()).to_string();
    let roles = message.split('`').skip(5).step_by(2);
    let roles = roles.map(|role| format!("data-role=\"{role}\""));
    let others = [
        "yes",
        "no",
        "states",
        "data-success",
        "data-failure",
        "data-via",
    ];
    for attribute in roles.chain(others.map(|name| format!(" {name}=\""))) {
        assert!(code.contains(&attribute), "{attribute}");
    }
}
