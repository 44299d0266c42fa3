//! The compact form: what it is written from is read back, and what is no chart is none.

use crate::charts;
use proptest::prelude::*;
use state_chart::address::Address;
use state_chart::chart::pack::{Reader, Writer};
use state_chart::chart::{Chart, DraftNote, MAX_NAME};
use state_chart::guide::{ChartGuide, Guide, Insight, Route, Suggestion, pack};
use state_chart::path::{Goal, Means, scenario};
use std::rc::Rc;

proptest! {
    #[test]
    fn prop_a_chart_is_read_back_from_its_compact_form(chart in charts::chart()) {
        let read = Chart::unpack(&chart.pack()).unwrap();
        for state in chart.states() {
            prop_assert_eq!(read.state_named(chart.state_name(state)), Some(state));
        }
        for operation in chart.operations() {
            let name = chart.operation_name(operation);
            prop_assert_eq!(read.operation_named(name), Some(operation));
        }
        prop_assert_eq!(read, chart);
    }

    #[test]
    fn prop_bytes_that_were_changed_are_a_chart_that_keeps_its_rules_or_none(
        chart in charts::chart(),
        at in any::<prop::sample::Index>(),
        byte in any::<u8>(),
    ) {
        let mut bytes = chart.pack();
        let at = at.index(bytes.len());
        bytes[at] = byte;
        if let Some(read) = Chart::unpack(&bytes) {
            prop_assert_eq!(Chart::new(read.draft()).map(|again| again.draft()), Ok(read.draft()));
        }
    }

    #[test]
    fn prop_bytes_that_end_too_early_or_too_late_are_no_chart(
        chart in charts::chart(),
        end in any::<prop::sample::Index>(),
    ) {
        let mut bytes = chart.pack();
        prop_assert_eq!(Chart::unpack(&bytes[..end.index(bytes.len())]), None);
        bytes.push(0);
        prop_assert_eq!(Chart::unpack(&bytes), None);
    }

    #[test]
    fn prop_answers_about_ways_are_read_back_from_their_bytes(chart in charts::chart()) {
        let chart = Rc::new(chart);
        let guide = ChartGuide::new(Rc::clone(&chart));
        let means = Means { events: true, conditions: true };
        for at in chart.states().map(Some).chain([None]) {
            let insight = guide.insight(at);
            prop_assert_eq!(Insight::unpack(&insight.pack()), Some(insight));
            for operation in chart.operations() {
                let suggestion = guide.suggestion(operation, at);
                prop_assert_eq!(Suggestion::unpack(&suggestion.pack()), Some(suggestion));
                let goal = Goal::Allowed(operation);
                prop_assert_eq!(Goal::numbered(&chart, goal.number(&chart)), Some(goal));
                let route = guide.route(goal, means, at);
                for way in &route.ways {
                    let steps = pack::steps(&way.steps);
                    prop_assert_eq!(pack::steps_of(&chart, &steps), Some(way.steps.clone()));
                }
                prop_assert_eq!(Route::unpack(&chart, &route.pack()), Some(route));
            }
        }
    }
}

#[test]
fn a_session_is_read_back_from_its_bytes() {
    let chart = Rc::new(charts::biztalk());
    for text in [
        "Active",
        "-; @Provision!",
        "Active; Stop!; Restart | Suspend; > Stopped",
        "Active; Delete",
    ] {
        let history = scenario::read(&chart, text).unwrap();
        let cell = chart
            .state_named("Active")
            .zip(chart.operation_named("Stop"));
        let goals = [
            None,
            Some(Goal::At(None)),
            chart.operation_at(3).map(Goal::Allowed),
        ];
        for (cell, goal) in [None, cell].into_iter().zip(goals) {
            let read = Address::unpack(&chart, &Address::pack(&history, cell, goal)).unwrap();
            assert_eq!(
                (&read.history, read.cell, read.goal),
                (&history, cell, goal)
            );
        }
    }
}

#[test]
fn what_stands_beside_a_mark_is_read_back() {
    let mut draft = charts::printer().draft();
    draft.rows[1].notes = vec![DraftNote {
        operation: 2,
        text: "409".to_owned(),
    }];
    let chart = Chart::new(draft).unwrap();
    assert_eq!(Chart::unpack(&chart.pack()), Some(chart));
}

#[test]
fn numbers_take_a_byte_for_each_seven_bits_and_are_read_back() {
    for (number, bytes) in [
        (0, 1),
        (127, 1),
        (128, 2),
        (256, 2),
        ((1 << 14) - 1, 2),
        (1 << 14, 3),
        (1 << 21, 4),
        (u32::MAX as usize, 5),
    ] {
        let mut writer = Writer::default();
        writer.number(number);
        let written = writer.into_bytes();
        assert_eq!(written.len(), bytes, "{number}");
        let mut reader = Reader::new(&written);
        assert_eq!(reader.number(), Some(number));
        assert!(reader.is_done());
    }
    assert_eq!(Reader::new(&[128; 9]).number(), None);
}

#[test]
fn no_count_is_larger_than_the_bytes_that_follow() {
    let bytes = [2, 0, 0];
    assert_eq!(Reader::new(&bytes).count(), Some(2));
    assert_eq!(Reader::new(&bytes[..2]).count(), None);
    assert_eq!(Reader::new(&bytes).count_after(1), None);
    assert_eq!(Reader::new(&[1, 0, 0]).count_after(1), Some(2));
    assert_eq!(Reader::new(&bytes).count_after(usize::MAX), None);
}

/// What the compact form consists of.
#[derive(Clone, Copy)]
enum Piece<'a> {
    N(usize),
    T(&'a str),
}
use Piece::{N, T};

/// The parts of a chart of one operation and one state, in their order: words, operations, states,
/// cells, notes, outcomes, outcomes by cell, events.
const PARTS: [&[Piece<'_>]; 8] = [
    &[T("A chart"), T("service"), T("No."), N(0)],
    &[N(1), T(""), N(1), T("x"), T(""), N(0)],
    &[N(1), N(1), T("A"), T(""), N(2), N(0)],
    &[N(1)],
    &[N(0)],
    &[N(0)],
    &[N(0)],
    &[N(0)],
];
const WORDS: usize = 0;
const OPERATIONS: usize = 1;
const STATES: usize = 2;
const CELLS: usize = 3;
const NOTES: usize = 4;
const OUTCOMES: usize = 5;
const BY_CELL: usize = 6;
const EVENTS: usize = 7;

/// A part in the place of the one with this number.
type Other<'a> = (usize, &'a [Piece<'a>]);

/// The chart of those parts, with others in the place of some.
fn with(others: &[Other<'_>]) -> Option<Chart> {
    let mut parts = PARTS;
    for &(at, other) in others {
        parts[at] = other;
    }
    let mut writer = Writer::default();
    for piece in parts.concat() {
        match piece {
            N(number) => writer.number(number),
            T(text) => writer.text(text),
        }
    }
    Chart::unpack(&writer.into_bytes())
}

#[test]
fn bytes_that_break_one_rule_of_a_chart_are_none() {
    let event: &[Piece<'_>] = &[T("e"), T(""), N(1), N(1), N(1), N(0), N(0)];
    let [named_x, twice, of_no_state] = [
        [&[N(1), T("x")], &event[1..]].concat(),
        [&[N(2)], event, event].concat(),
        [&[N(1), T("e"), T(""), N(2), N(0)], &event[3..]].concat(),
    ];
    let longest = "n".repeat(MAX_NAME);
    let longer = "n".repeat(MAX_NAME + 1);
    let state = |name| [N(1), N(1), T(name), T(""), N(2), N(0)];
    let fine: [&[Other<'_>]; 6] = [
        &[],
        &[(EVENTS, &[&[N(1)], event].concat())],
        &[(NOTES, &[N(1), N(0), T("soon")])],
        &[
            (OUTCOMES, &[N(1), N(0), N(1), N(0), N(0)]),
            (BY_CELL, &[N(1)]),
        ],
        &[(STATES, &state(&longest))],
        &[(WORDS, &[T(""), T("service"), T("No."), N(1)])],
    ];
    for (index, parts) in fine.into_iter().enumerate() {
        assert!(with(parts).is_some(), "{index}");
    }
    let two = |first, second| {
        let states = [
            N(1),
            N(2),
            T(first),
            T(""),
            N(2),
            T(second),
            T(""),
            N(2),
            N(0),
            N(1),
        ];
        with(&[(STATES, &states), (BY_CELL, &[N(0), N(0)])])
    };
    assert!(two("A", "B").is_some());
    assert_eq!(two("A", "A"), None);
    assert_eq!(two("B", "A"), None);
    let broken: [(&str, &[Other<'_>]); 13] = [
        (
            "no operation",
            &[(OPERATIONS, &[N(0)]), (CELLS, &[]), (BY_CELL, &[])],
        ),
        (
            "an empty group",
            &[(
                OPERATIONS,
                &[N(2), T(""), N(1), T("b"), N(0), T("x"), T(""), N(0)],
            )],
        ),
        (
            "no state",
            &[(STATES, &[N(0)]), (CELLS, &[]), (BY_CELL, &[])],
        ),
        (
            "a row of no state",
            &[
                (STATES, &[N(2), N(1), N(0), T("A"), T(""), N(2), N(0)]),
                (CELLS, &[N(1), N(1)]),
            ],
        ),
        ("a name that is too long", &[(STATES, &state(&longer))]),
        ("a blank name", &[(STATES, &state(" "))]),
        ("a note on no cell", &[(NOTES, &[N(1), N(1), T("soon")])]),
        ("an event of no state", &[(EVENTS, &of_no_state)]),
        (
            "an event that is called as an operation",
            &[(EVENTS, &named_x)],
        ),
        ("two events of a name", &[(EVENTS, &twice)]),
        (
            "an outcome of a refused cell",
            &[
                (CELLS, &[N(0)]),
                (OUTCOMES, &[N(1), N(0), N(1), N(0), N(0)]),
                (BY_CELL, &[N(1)]),
            ],
        ),
        ("an outcome that is not there", &[(BY_CELL, &[N(1)])]),
        (
            "a start that is not there",
            &[(WORDS, &[T(""), T("service"), T("No."), N(2)])],
        ),
    ];
    for (what, parts) in broken {
        assert_eq!(with(parts), None, "{what}");
    }
}
