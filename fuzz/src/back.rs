//! Each export, read by a reader of its format that is not ours: nothing in a name becomes more than text.

use crate::table::html;
use pulldown_cmark::{Event, Options, Parser, Tag};
use scraper::Html;
use state_chart::chart::Chart;
use state_chart::diagram;
use state_chart::export::Format;
use state_chart::import::json;
use state_chart::import::table::{self, Options as Words};

/// Panics where `written` is not what a reader of the format must find.
pub(super) fn check(format: Format, chart: &Chart, written: &str) {
    match format {
        Format::Json => assert_eq!(json::chart(written).ok().as_ref(), Some(chart)),
        Format::Html => page(chart, written),
        Format::Markdown => markdown(chart, written),
        Format::Csv => csv(chart, written),
        Format::Mermaid => mermaid(written),
        Format::Scxml => xml(written),
        Format::Dot => dot(written),
        Format::XState => module(chart, written),
    }
}

/// The picture is XML, with nothing in it that a page would run.
pub(super) fn picture(chart: &Chart) {
    if let Ok(picture) = diagram::layout(chart) {
        let svg = picture.svg(chart);
        xml(&svg);
        let svg = roxmltree::Document::parse(&svg).expect("it was read before");
        for node in svg.descendants().filter(roxmltree::Node::is_element) {
            let name = node.tag_name().name();
            assert!(
                !["script", "foreignObject", "a", "image", "use"].contains(&name),
                "{name}"
            );
            assert!(
                node.attributes()
                    .all(|it| !it.name().starts_with("on") && it.name() != "href")
            );
        }
    }
}

fn xml(text: &str) {
    if let Err(error) = roxmltree::Document::parse(text) {
        panic!("{error}: {text}");
    }
}

fn page(chart: &Chart, text: &str) {
    const OWN: [&str; 10] = [
        "html", "table", "caption", "thead", "tbody", "tr", "th", "td", "br", "section",
    ];
    let page = Html::parse_fragment(text);
    for node in page.root_element().descendent_elements() {
        let tag = node.value();
        assert!(OWN.contains(&tag.name()), "<{}> in {text}", tag.name());
        let known = |name: &str| name == "scope" || name.starts_with("data-");
        assert!(tag.attrs().all(|(name, _)| known(name)), "{tag:?}");
    }
    let cells = page.root_element().descendent_elements();
    let cells = cells.filter(|it| it.value().name() == "td").count();
    assert_eq!(cells, chart.rows().len() * chart.operations().len());
    // The widget reads it, or refuses it: names such as `-` mean something in a table. What is read is true.
    let (tables, _) = html::input(text).expect("it has no attributes");
    let Ok(reading) = table::read(&tables, &Words::default()) else {
        return;
    };
    let read = reading.chart;
    for state in read.states() {
        for operation in read.operations() {
            let here = chart.state_named(read.state_name(state));
            let here = here.zip(chart.operation_named(read.operation_name(operation)));
            if let Some((known, cause)) = here {
                let (before, after) = (chart.allows(known, cause), read.allows(state, operation));
                assert!(
                    before || !after,
                    "{} is new: {text}",
                    read.state_name(state)
                );
            }
        }
    }
}

fn markdown(chart: &Chart, text: &str) {
    let mut cells = 0;
    for event in Parser::new_ext(text, Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::TableCell) => cells += 1,
            Event::InlineHtml(tag) | Event::Html(tag) => assert_eq!(&*tag, "<br>"),
            Event::Start(Tag::Link { .. } | Tag::Image { .. } | Tag::CodeBlock(_))
            | Event::Code(_) => {
                panic!("a name became markup: {text}");
            }
            _ => {}
        }
    }
    // Each table has a column of states, and a line of names.
    let wide = chart.operations().len() + chart.groups().len();
    assert_eq!(cells, (chart.rows().len() + 1) * wide, "{text}");
}

fn csv(chart: &Chart, text: &str) {
    let mut reader = csv::ReaderBuilder::new();
    let mut reader = reader.has_headers(false).from_reader(text.as_bytes());
    let mut lines = 0;
    for record in reader.records() {
        let record = record.expect("each line is as long as the first");
        lines += 1;
        assert_eq!(record.len(), chart.operations().len() + 1);
        for field in &record {
            assert!(
                !field.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']),
                "{field:?}"
            );
        }
    }
    assert_eq!(lines, chart.states().len() + 1);
}

/// Every line is one of the forms that are written, whatever stands in the names.
fn mermaid(text: &str) {
    let mut lines = text.lines();
    assert_eq!(lines.next(), Some("stateDiagram-v2"));
    for line in lines {
        let known = line.starts_with("  accTitle: ")
            || line.starts_with("  state \"")
            || line.contains(" --> ");
        assert!(known, "{line}");
        assert!(
            !line.contains(['<', '>', '&', '%', '`']) || line.contains(" --> "),
            "{line}"
        );
    }
}

/// Outside of strings there are the words of the format and ids only.
fn dot(text: &str) {
    let (mut inside, mut escaped) = (false, false);
    for letter in text.chars() {
        match letter {
            _ if escaped => escaped = false,
            '\\' if inside => escaped = true,
            '"' => inside = !inside,
            _ if inside => {}
            _ => assert!(
                letter.is_ascii() && (!letter.is_ascii_control() || letter == '\n'),
                "{letter:?}"
            ),
        }
    }
    assert!(!inside, "{text}");
}

fn module(chart: &Chart, text: &str) {
    let (_, rest) = text
        .split_once("config = ")
        .expect("it has a configuration");
    let (config, _) = rest.split_once(";\n\n").expect("the configuration ends");
    let config: serde_json::Value = serde_json::from_str(config).expect("it is JSON");
    let states = config.get("states").and_then(|states| states.as_object());
    let states = states.expect("it has states");
    assert!(states.len() >= chart.states().len());
    assert!(!text.contains(['\u{2028}', '\u{2029}']));
}
