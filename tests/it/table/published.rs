//! Tables as they are published: each page of a folder against what must come out of it.
//!
//! `TABLES=folder cargo test --test it published` tries another folder of such pairs.

use super::html::read_html;
pub(crate) use super::sample::samples;

#[test]
fn published_tables_are_read_exactly_or_refused() {
    let mut wrong = Vec::new();
    let (mut exact, mut refused) = (0, 0);
    for sample in samples() {
        let found = match read_html(&sample.html) {
            Ok(reading) if sample.is("reject") => {
                vec![format!("read as\n{}", super::draw::chart(&reading.chart))]
            }
            Ok(reading) => {
                exact += 1;
                sample.differences(&reading.chart)
            }
            Err(_) if sample.is("reject") || sample.is("mayReject") => {
                refused += 1;
                Vec::new()
            }
            Err(problems) => problems
                .iter()
                .map(|problem| format!("refused: {problem}"))
                .collect(),
        };
        if !found.is_empty() {
            wrong.push(format!("{}\n  {}", sample.name, found.join("\n  ")));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of {}:\n{}",
        wrong.len(),
        wrong.len() + exact + refused,
        wrong.join("\n")
    );
}
