//! Laws of reading tables: marks come back, sides can be exchanged, nothing panics.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test may fail where it stands"
)]

use proptest::collection::{btree_set, vec};
use proptest::prelude::*;
use state_chart::chart::{Chart, Permission};
use state_chart::import::table::{Axis, Cell, Image, Options, Table, read};

/// The words for yes and no that stand in one table together.
const PAIRS: &[(&str, &str)] = &[
    ("√", ""),
    ("✓", "–"),
    ("✔", "✗"),
    ("✅", "❌"),
    ("☑", "☐"),
    ("●", "○"),
    ("•", ""),
    ("x", ""),
    ("X", "-"),
    ("×", "\u{a0}"),
    ("✓", "x"),
    ("Yes", "No"),
    ("Y", "N"),
    ("True", "False"),
    ("Allowed", "Not allowed"),
    ("Supported", ""),
    ("Yes", "n/a"),
];

#[derive(Clone, Debug)]
struct Marks {
    rows: Vec<Vec<String>>,
    operations: Vec<String>,
    allowed: Vec<Vec<bool>>,
}

prop_compose! {
    // Names without vowels are no words of any language: a row called `Sla` is no state to the reader.
    fn marks()(states in btree_set("S[b-df-hj-np-tv-xz]{2,6}", 1..12), operations in btree_set("P[b-df-hj-np-tv-xz]{2,6}", 1..8))
        (allowed in vec(vec(any::<bool>(), operations.len()), states.len()),
         cuts in vec(any::<bool>(), states.len()),
         states in Just(states), operations in Just(operations))
        -> Marks
    {
        let mut rows: Vec<Vec<String>> = Vec::new();
        for (state, cut) in states.into_iter().zip(cuts) {
            match rows.last_mut().filter(|_| !cut) {
                Some(row) => row.push(state),
                None => rows.push(vec![state]),
            }
        }
        let mut allowed = allowed;
        allowed.truncate(rows.len());
        // A table in which nothing is allowed is refused, and that is another test.
        allowed[0][0] = true;
        Marks { rows, operations: operations.into_iter().collect(), allowed }
    }
}

fn cell(text: &str) -> Cell {
    Cell {
        text: text.to_owned(),
        ..Cell::default()
    }
}

impl Marks {
    fn table(&self, (yes, no): (&str, &str), corner: &str) -> Table {
        let head = [corner]
            .into_iter()
            .chain(self.operations.iter().map(String::as_str));
        let mut rows = vec![head.map(cell).collect::<Vec<_>>()];
        for (states, allowed) in self.rows.iter().zip(&self.allowed) {
            let marks = allowed
                .iter()
                .map(|&allowed| cell(if allowed { yes } else { no }));
            rows.push(
                [cell(&states.join(", "))]
                    .into_iter()
                    .chain(marks)
                    .collect(),
            );
        }
        Table {
            caption: String::new(),
            rows,
        }
    }

    fn agrees(&self, chart: &Chart) -> bool {
        let draft = chart.draft();
        let states = draft.rows.iter().map(|row| {
            row.states
                .iter()
                .map(|state| state.name.clone())
                .collect::<Vec<_>>()
        });
        let operations = draft
            .groups
            .iter()
            .flat_map(|group| &group.operations)
            .map(|name| &name.name);
        let allowed = draft.rows.iter().map(|row| {
            row.permissions
                .iter()
                .map(Permission::is_allowed)
                .collect::<Vec<_>>()
        });
        states.eq(self.rows.iter().cloned())
            && operations.eq(&self.operations)
            && allowed.eq(self.allowed.iter().cloned())
    }
}

/// The table with rows for columns.
fn turned(table: &Table) -> Table {
    let width = table.rows.iter().map(Vec::len).max().unwrap_or(0);
    let column = |at: usize| {
        table
            .rows
            .iter()
            .map(|row| row.get(at).cloned().unwrap_or_default())
            .collect()
    };
    Table {
        caption: table.caption.clone(),
        rows: (0..width).map(column).collect(),
    }
}

fn side(states: Axis) -> Options {
    Options {
        states: Some(states),
        ..Options::default()
    }
}

fn any_cell() -> impl Strategy<Value = Cell> {
    let words = prop::sample::select(vec![
        "",
        "✓",
        "x",
        "○",
        "Yes",
        "No",
        "Yes (if idle)",
        "?",
        "3",
        "State",
        "Start",
        "Stop",
        "Active",
        "Stopped",
        "Start\nStop",
        "Active, Stopped",
        "[1]",
        "–",
    ]);
    let text = prop_oneof![6 => words.prop_map(str::to_owned), 1 => any::<String>()];
    let span = prop_oneof![8 => Just(1_u32), 1 => 0..4_u32, 1 => any::<u32>()];
    let data = || {
        prop::option::weighted(
            0.05,
            prop_oneof![Just("Active".to_owned()), any::<String>()],
        )
    };
    let image =
        ("(yes|no|image)?", "[a-z]{0,4}(\\.png)?").prop_map(|(alt, source)| Image { alt, source });
    (
        (text, "[1*]{0,2}", any::<[bool; 3]>()),
        (span.clone(), span),
        vec(image, 0..2),
        (data(), data(), data()),
    )
        .prop_map(
            |(
                (text, notes, [header, strong, head]),
                (rowspan, colspan),
                images,
                (success, failure, via),
            )| Cell {
                text,
                notes,
                header,
                strong,
                struck: rowspan % 5 == 2,
                head,
                section: rowspan % 3,
                rowspan,
                colspan,
                images,
                success,
                failure,
                via,
                role: None,
            },
        )
}

fn any_table() -> impl Strategy<Value = Table> {
    (any::<String>(), vec(vec(any_cell(), 0..6), 0..8))
        .prop_map(|(caption, rows)| Table { caption, rows })
}

proptest! {
    #[test]
    fn prop_marks_come_back(marks in marks(), pair in prop::sample::select(PAIRS)) {
        // Without a check mark beside it, the cross of this pair is a yes.
        prop_assume!(pair != ("✓", "x") || marks.allowed.iter().flatten().any(|&allowed| allowed));
        let table = marks.table(pair, "State");
        let reading = read(std::slice::from_ref(&table), &Options::default()).expect("the table can be read");
        prop_assert!(marks.agrees(&reading.chart), "{}", super::draw::chart(&reading.chart));
        let table = turned(&marks.table(pair, "Operation / State"));
        let reading = read(&[table], &Options::default()).expect("the turned table can be read");
        prop_assert!(marks.agrees(&reading.chart), "{}", super::draw::chart(&reading.chart));
    }

    #[test]
    fn prop_a_table_may_be_turned(marks in marks(), pair in prop::sample::select(PAIRS)) {
        let table = marks.table(pair, "");
        let rows = read(std::slice::from_ref(&table), &side(Axis::Rows)).expect("the table can be read");
        let columns = read(&[turned(&table)], &side(Axis::Columns)).expect("the turned table can be read");
        prop_assert_eq!(rows.chart, columns.chart);
    }

    #[test]
    fn prop_any_cells_are_a_chart_or_problems(
        tables in vec(any_table(), 0..4),
        states in prop::option::of(prop_oneof![Just(Axis::Rows), Just(Axis::Columns)]),
        yes in vec("(x|ja|3)", 0..2),
    ) {
        let options = Options { states, yes, ..Options::default() };
        match read(&tables, &options) {
            Ok(reading) => {
                prop_assert!(!reading.tables.is_empty());
                prop_assert!(reading.tables.iter().all(|&used| used < tables.len()));
                let marks = reading.chart.draft().rows.into_iter().flat_map(|row| row.permissions);
                prop_assert!(marks.into_iter().any(|permission| permission != Permission::Refused));
            }
            Err(problems) => {
                prop_assert!(!problems.is_empty());
                for problem in problems {
                    prop_assert!(problem.place.table <= tables.len());
                    prop_assert!(!problem.to_string().contains('\n'), "{}", problem);
                }
            }
        }
    }

    #[test]
    fn prop_spans_of_any_size_end(spans in vec((any::<u32>(), any::<u32>()), 1..40), width in 1..6_usize) {
        let cells = spans.iter().map(|&(rowspan, colspan)| Cell { text: "a".to_owned(), rowspan, colspan, ..Cell::default() });
        let cells: Vec<Cell> = cells.collect();
        let rows = cells.chunks(width).map(<[Cell]>::to_vec).collect();
        let problems = read(&[Table { caption: String::new(), rows }], &Options::default());
        prop_assert!(problems.is_err());
    }
}

#[test]
fn a_thousand_rows_that_claim_everything_come_to_an_end() {
    // Spans that are carried out without a limit fill the memory.
    let cells = vec![
        Cell {
            text: "a".to_owned(),
            rowspan: u32::MAX,
            colspan: u32::MAX,
            ..Cell::default()
        };
        20
    ];
    let table = Table {
        caption: String::new(),
        rows: vec![cells; 1_000],
    };
    let problems = read(&[table], &Options::default()).expect_err("no chart has so many cells");
    assert_eq!(problems.len(), 1);
    assert_eq!(
        problems
            .first()
            .map(ToString::to_string)
            .unwrap_or_default(),
        "table 1: the spans claim more cells than a chart can have; make `rowspan` and `colspan` smaller"
    );
}

#[test]
fn a_large_table_is_read() {
    let head = std::iter::once("State".to_owned())
        .chain((0..50).map(|number| format!("Operation {number}")));
    let mut rows: Vec<Vec<Cell>> = vec![head.map(|text| cell(&text)).collect()];
    for number in 0..1_000 {
        let marks = (0..50).map(|operation| {
            if (number + operation) % 3 == 0 {
                "✓"
            } else {
                ""
            }
        });
        rows.push(
            std::iter::once(cell(&format!("State {number}")))
                .chain(marks.map(cell))
                .collect(),
        );
    }
    let reading = read(
        &[Table {
            caption: String::new(),
            rows,
        }],
        &Options::default(),
    )
    .expect("it is a chart");
    assert_eq!(reading.chart.states().len(), 1_000);
    assert_eq!(reading.chart.operations().len(), 50);
}

#[test]
fn a_large_table_of_slips_is_refused() {
    // A proposal for each cell from all names would take hours.
    let state = |number: usize| format!("State number {number}");
    let mut rows = vec![vec![cell("State"), cell("Start"), cell("Stop"), cell("Go")]];
    for number in 0..5_000 {
        let slip = Cell {
            success: Some(format!("Stade number {number}")),
            ..cell(&format!("State numbr {number}"))
        };
        rows.push(vec![cell(&state(number)), cell(&state(0)), slip, cell("✓")]);
    }
    let table = Table {
        caption: String::new(),
        rows,
    };
    let problems = read(&[table], &Options::default()).expect_err("no name is right");
    assert_eq!(
        problems
            .first()
            .map(ToString::to_string)
            .unwrap_or_default(),
        "table 1, row 2, column 3: no state is called `State numbr 0`; did you mean `State number 0`?"
    );
}
