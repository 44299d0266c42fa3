//! What a refused table's author is told to write, written: a chart comes out, or a further message.
//!
//! tests/tables/advice.txt has what comes of each proposal, for people to read;
//! `ADVICE=write cargo test --test it advice` writes it anew.

use super::html::read_html;
use super::sample::samples;
use std::collections::BTreeSet;
use std::fmt::Write;

const KNOWN: &str = include_str!("../../tables/advice.txt");

/// The attributes of the element that a message proposes.
fn proposals(message: &str) -> Vec<String> {
    let quoted = message.split('`').skip(1).step_by(2);
    let attribute = |text: &&str| {
        ["yes=", "no=", "states="]
            .iter()
            .any(|name| text.starts_with(name))
    };
    quoted.filter(attribute).map(str::to_owned).collect()
}

/// The page with an attribute on its element, in place of one of that name.
fn with(html: &str, attribute: &str) -> String {
    let (name, _) = attribute.split_once('=').unwrap();
    let (before, rest) = html.split_once("<state-chart").unwrap();
    let (tag, rest) = rest.split_once('>').unwrap();
    let own = tag.split_once(&format!(" {name}=\""));
    let tag = own.map_or_else(
        || tag.to_owned(),
        |(start, value)| {
            let (_, end) = value.split_once('"').unwrap();
            [start, end].concat()
        },
    );
    format!("{before}<state-chart {attribute}{tag}>{rest}")
}

/// What comes of following a message: the first line of the drawing, or the next message.
fn outcome(html: &str) -> String {
    match read_html(html) {
        Ok(reading) => {
            let drawing = super::draw::chart(&reading.chart);
            drawing
                .lines()
                .map(|line| format!("    {line}\n"))
                .collect()
        }
        Err(problems) => format!("    ! {}\n", problems[0]),
    }
}

#[test]
fn what_is_proposed_for_refused_tables_leads_to_a_chart_or_to_a_further_message() {
    let mut seen = String::new();
    for sample in samples() {
        let Err(problems) = read_html(&sample.html) else {
            continue;
        };
        let mut told = BTreeSet::new();
        for problem in problems {
            let message = problem.to_string();
            assert!(
                told.insert(message.clone()),
                "{}: twice {message}",
                sample.name
            );
            for proposal in proposals(&message) {
                writeln!(seen, "{}: {proposal}", sample.name).unwrap();
                let after = with(&sample.html, &proposal);
                assert_ne!(after, sample.html);
                let outcome = outcome(&after);
                // Following it is never in vain: the message does not come again.
                assert!(!outcome.contains(&message), "{}: {proposal}", sample.name);
                seen.push_str(&outcome);
            }
        }
    }
    if std::env::var_os("ADVICE").is_some() {
        std::fs::write(
            concat!(env!("CARGO_MANIFEST_DIR"), "/tests/tables/advice.txt"),
            &seen,
        )
        .unwrap();
    } else {
        assert_eq!(seen, KNOWN, "`ADVICE=write cargo test --test it advice`");
    }
}

#[test]
fn no_list_and_no_prose_is_proposed_as_a_word_for_yes_or_no() {
    for sample in samples() {
        let problems = read_html(&sample.html).err().unwrap_or_default();
        let proposals = problems
            .iter()
            .flat_map(|problem| proposals(&problem.to_string()));
        for proposal in proposals.filter(|text| !text.starts_with("states=")) {
            let (_, words) = proposal.split_once('=').unwrap();
            let last = words.trim_matches(['"', '\'']).rsplit(", ").next().unwrap();
            let plain = last.split(' ').count() < 4 && !last.contains(['{', '}', '[', ';', '\n']);
            assert!(plain, "{}: {proposal}", sample.name);
        }
    }
}
