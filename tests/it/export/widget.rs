//! The tables that are written are tables that this widget reads.

use super::{back, lamp};
use crate::{charts, table};
use proptest::collection::{btree_set, vec};
use proptest::prelude::*;
use pulldown_cmark::{Options, Parser, html};
use state_chart::chart::{
    Chart, Draft, DraftGroup, DraftName, DraftOutcome, DraftRow, Permission, Source,
};
use state_chart::export::{self, Format};

/// The chart that the widget makes of a page.
fn read(page: &str) -> Chart {
    let reading = table::html::read_html(page);
    let reading = reading.unwrap_or_else(|problems| panic!("{problems:?} in {page}"));
    reading.chart
}

/// A Markdown document as a page.
fn rendered(markdown: &str) -> String {
    let mut page = String::new();
    let parser = Parser::new_ext(markdown, Options::ENABLE_TABLES);
    html::push_html(&mut page, parser);
    page
}

/// Names, marks and conditions, without titles: a table of one group has the chart's for its own.
fn lines(chart: &Chart) -> Vec<Vec<Vec<String>>> {
    let tables = back::tables(chart).into_iter();
    tables.map(|(_, lines)| lines).collect()
}

/// The outcomes as if all were documented: a table does not say which are not.
fn documented(chart: &Chart) -> Vec<DraftOutcome> {
    let mut draft = chart.draft();
    for outcome in &mut draft.outcomes {
        let via = outcome.via.iter_mut().map(|via| &mut via.source);
        let targets = [&mut outcome.success, &mut outcome.failure];
        let targets = targets
            .into_iter()
            .flatten()
            .map(|target| &mut target.source);
        via.chain(targets)
            .for_each(|source| *source = Source::Documented);
    }
    // Outcomes that differ in their sources alone are one now.
    let whole = Chart::new(draft).expect("the chart is valid");
    whole.draft().outcomes
}

/// A chart as most are: names of letters, and marks, at least one, in each row and column.
fn plain() -> impl Strategy<Value = Chart> {
    let cells = |(operations, rows): (usize, usize)| {
        (
            btree_set("[A-Z][a-z]{5,9}", operations + 2 * rows),
            vec(vec(any::<bool>(), operations), rows),
            Just((operations, rows)),
        )
    };
    let shape = (2..6_usize, 2..7_usize).prop_flat_map(cells);
    shape.prop_map(|(names, marks, (operations, rows))| {
        let named = |names: &[String]| names.iter().cloned().map(DraftName::new).collect();
        let names: Vec<String> = names.into_iter().collect();
        let (first, states) = names.split_at(operations);
        let rows = (0..rows).map(|row| {
            let mark = |column: usize| marks[row][column] || column == row % operations;
            let permission = |column| {
                [Permission::Refused, Permission::Allowed][usize::from(mark(column))].clone()
            };
            DraftRow {
                states: named(&states[2 * row..2 * row + 1 + row % 2]),
                permissions: (0..operations).map(permission).collect(),
                notes: Vec::new(),
            }
        });
        let rows = rows.collect();
        let group = DraftGroup {
            title: "Group".to_owned(),
            operations: named(first),
        };
        let groups = vec![group];
        let draft = Draft {
            groups,
            rows,
            ..Draft::default()
        };
        Chart::new(draft).expect("the chart is valid")
    })
}

#[test]
fn html_is_read_by_the_widget_with_where_operations_lead() {
    let chart = charts::biztalk();
    let read = read(&export::write(Format::Html, &chart));
    assert_eq!(back::tables(&read), back::tables(&chart));
    assert_eq!(documented(&read), documented(&chart));
}

#[test]
fn html_and_markdown_are_read_by_the_widget_as_the_same_tables() {
    for chart in [charts::biztalk(), charts::printer(), lamp()] {
        let page = export::write(Format::Html, &chart);
        assert_eq!(lines(&read(&page)), lines(&chart));
        let page = rendered(&export::write(Format::Markdown, &chart));
        assert_eq!(lines(&read(&page)), lines(&chart));
    }
}

proptest! {
    #[test]
    fn prop_html_is_read_by_the_widget_as_the_same_chart(chart in plain()) {
        prop_assert_eq!(lines(&read(&export::write(Format::Html, &chart))), lines(&chart));
    }

    #[test]
    fn prop_markdown_is_read_by_the_widget_as_the_same_chart(chart in plain()) {
        let page = rendered(&export::write(Format::Markdown, &chart));
        prop_assert_eq!(lines(&read(&page)), lines(&chart));
    }
}
