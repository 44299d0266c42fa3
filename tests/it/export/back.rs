//! What can be read back is the same chart, as far as the format tells it.

use super::{lamp, named};
use crate::charts;
use proptest::collection::btree_set;
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use scraper::{ElementRef, Html, Selector};
use state_chart::chart::{Chart, Group, Permission};
use state_chart::export::{self, Format, MARK};

/// A table: a title, and lines of cells. States that share a cell have a line each in it.
pub(super) type Table = (String, Vec<Vec<String>>);

/// A chart whose names are any texts at all.
fn wild() -> impl Strategy<Value = Chart> {
    let name =
        "\\PC{1,8}|[=+@'\"|\\\\<&#;:\u{1}\u{2028}\n\r\t -]{1,5}|__proto__|constructor|[0-9]{1,2}";
    let name = name.prop_filter("a name is not blank", |name| !name.trim().is_empty());
    btree_set(name, 2..9).prop_map(|names| {
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let (operations, states) = names.split_at(names.len() / 2);
        named(operations, states)
    })
}

fn cell(permission: &Permission, note: Option<&str>) -> String {
    match (permission, note) {
        (Permission::Allowed, None) => MARK.to_owned(),
        (Permission::Allowed, Some(note)) => format!("{MARK} {note}"),
        (Permission::Refused, None) => String::new(),
        (Permission::Refused, Some(note)) => format!("✗ {note}"),
        (Permission::Conditional(text), None) => text.to_string(),
        (Permission::Conditional(text), Some(note)) => format!("{text}; {note}"),
    }
}

fn head(chart: &Chart, group: &Group) -> Vec<String> {
    let operations = group.operations().iter();
    let names = operations.map(|&operation| chart.operation_name(operation));
    ["State"]
        .into_iter()
        .chain(names)
        .map(str::to_owned)
        .collect()
}

/// The tables of a chart, one for each group, as its formats are to tell them.
pub(super) fn tables(chart: &Chart) -> Vec<Table> {
    let groups = chart.groups().iter();
    let table = |group: &Group| {
        let mut lines = vec![head(chart, group)];
        for (index, row) in chart.rows().iter().enumerate() {
            let id = chart.row_at(index).expect("the row is there");
            let names = row.states().iter().map(|&state| chart.state_name(state));
            let cells = group.operations().iter();
            let cells = cells.map(|&operation| {
                cell(
                    chart.row_permission(id, operation),
                    chart.row_note(id, operation),
                )
            });
            let names = names.collect::<Vec<_>>().join("\n");
            lines.push([names].into_iter().chain(cells).collect());
        }
        (group.title().to_owned(), lines)
    };
    groups.map(table).collect()
}

/// The tables that a Markdown reader finds, each under the heading before it.
fn markdown_tables(text: &str) -> Vec<Table> {
    let (mut tables, mut title) = (Vec::<Table>::new(), String::new());
    let mut heading = false;
    for event in Parser::new_ext(text, Options::ENABLE_TABLES) {
        let table = tables.last_mut().map(|(_, lines)| lines);
        let line = table.and_then(|lines| lines.last_mut());
        let said = match event {
            Event::Start(Tag::Heading { .. }) => {
                title.clear();
                heading = true;
                continue;
            }
            Event::End(TagEnd::Heading(_)) => {
                heading = false;
                continue;
            }
            Event::Start(Tag::Table(_)) => {
                tables.push((title.clone(), Vec::new()));
                continue;
            }
            Event::Start(Tag::TableHead | Tag::TableRow) => {
                let (_, lines) = tables.last_mut().expect("a row is in a table");
                lines.push(Vec::new());
                continue;
            }
            Event::Start(Tag::TableCell) => {
                line.expect("a cell is in a row").push(String::new());
                continue;
            }
            Event::Text(text) => text.to_string(),
            Event::InlineHtml(tag) => {
                assert_eq!(&*tag, "<br>");
                "\n".to_owned()
            }
            Event::End(_) => continue,
            other => panic!("{other:?}"),
        };
        if heading {
            title.push_str(&said);
        } else {
            let cell = line.and_then(|line| line.last_mut());
            cell.expect("text is in a cell").push_str(&said);
        }
    }
    tables
}

fn select<'a>(of: ElementRef<'a>, what: &str) -> Vec<ElementRef<'a>> {
    let selector = Selector::parse(what).expect("the selector is valid");
    of.select(&selector).collect()
}

fn html_tables(text: &str) -> Vec<Table> {
    let page = Html::parse_fragment(text);
    let tables = select(page.root_element(), "table").into_iter();
    let table = |table: ElementRef<'_>| {
        let title = select(table, "caption")[0].text().collect();
        let lines = select(table, "tr").into_iter().map(|line| {
            let cells = select(line, "th, td").into_iter();
            let lines = |cell: ElementRef<'_>| cell.text().collect::<Vec<_>>().join("\n");
            cells.map(lines).collect()
        });
        (title, lines.collect())
    };
    tables.map(table).collect()
}

/// The lines of a CSV file, without the apostrophes that guard formulas.
fn csv_lines(text: &str) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new();
    let mut reader = reader.has_headers(false).from_reader(text.as_bytes());
    let unguard = |field: &str| {
        let bare = field.trim_start_matches('\'');
        let guarded =
            bare.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
        let kept = guarded.then(|| field.strip_prefix('\'')).flatten();
        kept.unwrap_or(field).to_owned()
    };
    (reader.records())
        .map(|record| {
            record
                .expect("the line is CSV")
                .iter()
                .map(unguard)
                .collect()
        })
        .collect()
}

fn expected_csv(chart: &Chart) -> Vec<Vec<String>> {
    let operations: Vec<_> = chart.operations().collect();
    let names = operations
        .iter()
        .map(|&operation| chart.operation_name(operation));
    let mut lines = vec![
        ["State"]
            .into_iter()
            .chain(names)
            .map(str::to_owned)
            .collect(),
    ];
    for state in chart.states() {
        let cells = operations.iter().map(|&operation| {
            cell(
                chart.permission(state, operation),
                chart.note(state, operation),
            )
        });
        let name = chart.state_name(state).to_owned();
        lines.push([name].into_iter().chain(cells).collect());
    }
    lines
}

#[test]
fn html_has_scopes_and_says_where_operations_lead() {
    let page = Html::parse_fragment(&export::write(Format::Html, &charts::biztalk()));
    let root = page.root_element();
    assert_eq!(select(root, "th[scope=col]").len(), 7 + 4);
    assert_eq!(select(root, "th[scope=row]").len(), 2 * 12);
    assert_eq!(select(root, "td[data-success]").len(), 32);
    // The row of Active comes first, and Stop is the second operation.
    let stop = select(root, "td")[1];
    let said = ["data-success", "data-failure", "data-via", "data-inferred"];
    let said = said.map(|name| stop.attr(name));
    assert_eq!(
        said,
        [
            Some("Stopped"),
            Some("StopFailed"),
            Some("Stopping"),
            Some("via")
        ]
    );
}

#[test]
fn html_leaves_out_what_the_states_of_a_row_do_not_share() {
    let page = Html::parse_fragment(&export::write(Format::Html, &lamp()));
    let cells = select(page.root_element(), "tbody tr:first-child td");
    assert_eq!(cells[0].attr("data-success"), None);
    assert_eq!(cells[3].attr("data-success"), Some("gone"));
}

proptest! {
    #[test]
    fn prop_json_is_read_back_as_the_same_chart(chart in charts::chart()) {
        prop_assert_eq!(charts::read(&export::write(Format::Json, &chart)), chart);
    }

    #[test]
    fn prop_json_bears_any_name(chart in wild()) {
        prop_assert_eq!(charts::read(&export::write(Format::Json, &chart)), chart);
    }

    #[test]
    fn prop_markdown_is_read_back_as_the_same_tables(chart in charts::chart()) {
        let read = markdown_tables(&export::write(Format::Markdown, &chart));
        prop_assert_eq!(read, tables(&chart));
    }

    #[test]
    fn prop_html_is_read_back_as_the_same_tables(chart in charts::chart()) {
        let read = html_tables(&export::write(Format::Html, &chart));
        prop_assert_eq!(read, tables(&chart));
    }

    #[test]
    fn prop_csv_is_read_back_as_the_same_lines(chart in charts::chart()) {
        let read = csv_lines(&export::write(Format::Csv, &chart));
        prop_assert_eq!(read, expected_csv(&chart));
    }

    #[test]
    fn prop_csv_bears_any_name(chart in wild()) {
        let read = csv_lines(&export::write(Format::Csv, &chart));
        prop_assert_eq!(read, expected_csv(&chart));
    }

    #[test]
    fn prop_no_field_of_csv_begins_like_a_formula(chart in wild()) {
        let text = export::write(Format::Csv, &chart);
        let mut reader = csv::ReaderBuilder::new();
        let mut reader = reader.has_headers(false).from_reader(text.as_bytes());
        for record in reader.records() {
            for field in record.expect("the line is CSV").iter() {
                prop_assert!(!field.starts_with(['=', '+', '-', '@', '\t', '\r']), "{field:?}");
            }
        }
    }

    #[test]
    fn prop_markdown_has_the_same_cells_whatever_the_names(chart in wild()) {
        let text = export::write(Format::Markdown, &chart);
        let read = markdown_tables(&text);
        let shape = |tables: &[Table]| -> Vec<Vec<usize>> {
            let lines = tables.iter().map(|(_, lines)| lines);
            lines.map(|lines| lines.iter().map(Vec::len).collect()).collect()
        };
        prop_assert_eq!(shape(&read), shape(&tables(&chart)), "{}", text);
    }
}
