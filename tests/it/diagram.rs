//! Pictures of charts: where all stands, what is drawn, and what it says.

use crate::charts;
use proptest::prelude::*;
use state_chart::chart::{Chart, Draft, DraftGroup, DraftName, DraftRow, Permission};
use state_chart::diagram::{self, Arrow, End, MAX_LINES, Node, NodeKind, Picture, Sign};
use state_chart::words::Words;

fn picture(chart: &Chart) -> Picture {
    diagram::layout(chart).unwrap()
}

/// Whether two boxes have a point in common.
fn meet(one: &Node, other: &Node) -> bool {
    one.x <= other.x + other.width
        && other.x <= one.x + one.width
        && one.y <= other.y + other.height
        && other.y <= one.y + one.height
}

/// The straight pieces of an arrow, each from its lesser to its greater end.
fn pieces(arrow: &Arrow) -> impl Iterator<Item = ((i32, i32), (i32, i32))> + '_ {
    { arrow.points.windows(2) }.map(|pair| (pair[0].min(pair[1]), pair[0].max(pair[1])))
}

/// What the chart says of each operation in each state: its name, from where, failed, to where.
fn told(chart: &Chart) -> Vec<(String, String, bool, String)> {
    let mut told = Vec::new();
    for state in chart.states() {
        let operations = chart.operations();
        for operation in
            operations.filter(|&it| *chart.permission(state, it) != Permission::Refused)
        {
            let outcome = chart.outcome(state, operation);
            let targets = [
                (outcome.and_then(|outcome| outcome.success), false),
                (outcome.and_then(|outcome| outcome.failure), true),
            ];
            for (target, failed) in targets {
                let to = match target.map(|target| target.position(Some(state))) {
                    None if failed => continue,
                    None => "?".to_owned(),
                    Some(None) => "no service".to_owned(),
                    Some(Some(to)) => chart.state_name(to).to_owned(),
                };
                let from = chart.state_name(state).to_owned();
                told.push((chart.operation_name(operation).to_owned(), from, failed, to));
            }
        }
    }
    told.sort();
    told
}

/// The same, as it is drawn.
fn drawn(chart: &Chart, picture: &Picture) -> Vec<(String, String, bool, String)> {
    let mut drawn = Vec::new();
    for arrow in &picture.arrows {
        let node = &picture.nodes[arrow.node];
        let cause = node.lines[arrow.line].cause;
        if !matches!(cause, state_chart::service::Cause::Operation(_)) {
            continue;
        }
        let from = node.kind.name(chart, &Words::ENGLISH).to_owned();
        let to = match arrow.end {
            End::Stays => from.clone(),
            End::Untold => "?".to_owned(),
            End::Node(to) => picture.nodes[to]
                .kind
                .name(chart, &Words::ENGLISH)
                .to_owned(),
        };
        drawn.push((cause.name(chart).to_owned(), from, arrow.failed, to));
    }
    drawn.sort();
    drawn
}

#[test]
fn each_state_of_the_built_in_chart_has_a_box_and_each_cell_its_arrows() {
    let chart = charts::biztalk();
    let picture = picture(&chart);
    let is_state = |node: &&Node| matches!(node.kind, NodeKind::State(_));
    assert_eq!(picture.nodes.iter().filter(is_state).count(), 16);
    assert_eq!(drawn(&chart, &picture).len(), 92);
    assert_eq!(drawn(&chart, &picture), told(&chart));
    let uprights: std::collections::BTreeSet<_> = { picture.arrows.iter() }
        .filter(|arrow| arrow.points.len() == 4)
        .map(|arrow| (arrow.points[1].0, arrow.points[0].1))
        .collect();
    assert!(uprights.len() < 30, "{} upright lines", uprights.len());
}

#[test]
fn what_a_picture_says_in_words_is_what_the_chart_says() {
    let chart = charts::biztalk();
    let sentences = picture(&chart).sentences(&chart);
    assert_eq!(sentences.len(), 46 + 5);
    for sentence in [
        "Stop in Active: leads to Stopped (documented); leads to StopFailed if it fails (documented)",
        "Delete in ScaleFailed: leads to no service (documented); stays there if it fails (inferred)",
        "Backup in Stopped: stays there (inferred); stays there if it fails (inferred)",
        "Provision in no service: leads to Active (documented); leads to CreatedFailed if it fails (inferred)",
        "Disable in any state: leads to Disabled (inferred); leads to DisableFailed if it fails (inferred)",
    ] {
        assert!(sentences.iter().any(|said| said == sentence), "{sentence}");
    }
    let chart = charts::printer();
    let untold = "Print in Idle: the chart does not tell where it leads";
    assert_eq!(picture(&chart).sentences(&chart)[0], untold);
}

#[test]
fn a_chart_that_tells_no_outcome_says_so_in_its_picture() {
    let chart = charts::printer();
    let picture = picture(&chart);
    let signs: Vec<Sign> = picture.legend.iter().map(|entry| entry.sign).collect();
    assert_eq!(signs, [Sign::Untold]);
    assert!(
        picture
            .svg(&chart)
            .contains(">the chart does not tell where it leads</text>")
    );
    assert!(picture.arrows.iter().all(|arrow| arrow.end == End::Untold));
}

#[test]
fn a_chart_too_large_to_read_is_not_drawn() {
    let names = |letter: &str, count: usize| -> Vec<DraftName> {
        (0..count)
            .map(|index| DraftName::new(format!("{letter}{index}")))
            .collect()
    };
    let large = |states: usize| {
        let row = |state| DraftRow {
            states: vec![state],
            permissions: vec![Permission::Allowed; 10],
            notes: Vec::new(),
        };
        let draft = Draft {
            groups: vec![DraftGroup {
                title: String::new(),
                operations: names("o", 10),
            }],
            rows: names("s", states).into_iter().map(row).collect(),
            ..Draft::default()
        };
        Chart::new(draft).unwrap()
    };
    assert!(diagram::layout(&large(MAX_LINES / 10)).is_ok());
    assert_eq!(
        diagram::layout(&large(MAX_LINES / 10 + 1)),
        Err(MAX_LINES + 10)
    );
}

#[test]
fn names_are_escaped_and_cut_where_there_is_no_room() {
    let long = "<b>&\"".repeat(20);
    let draft = Draft {
        groups: vec![DraftGroup {
            title: String::new(),
            operations: vec![DraftName::new("Go")],
        }],
        rows: vec![DraftRow {
            states: vec![DraftName::new(long.clone())],
            permissions: vec![Permission::Allowed],
            notes: Vec::new(),
        }],
        ..Draft::default()
    };
    let chart = Chart::new(draft).unwrap();
    let picture = picture(&chart);
    assert!(picture.width < 400);
    let svg = picture.svg(&chart);
    assert!(!svg.contains("<b>"));
    let page = scraper::Html::parse_fragment(&svg);
    let name = scraper::Selector::parse(".name text").unwrap();
    let name: String = page.select(&name).next().unwrap().text().collect();
    assert_eq!(name, [&long[..32], "…"].concat());
}

proptest! {
    #[test]
    fn prop_no_two_boxes_meet_and_all_is_inside_the_picture(chart in charts::chart()) {
        let picture = picture(&chart);
        let inside = |x: i32, y: i32| (0..=picture.width).contains(&x) && (0..=picture.height).contains(&y);
        for (index, node) in picture.nodes.iter().enumerate() {
            prop_assert!(inside(node.x, node.y) && inside(node.x + node.width, node.y + node.height));
            prop_assert!(picture.nodes[index + 1..].iter().all(|other| !meet(node, other)));
            prop_assert!(picture.legend.iter().all(|entry| entry.y < node.y));
        }
        let points = picture.arrows.iter().flat_map(|arrow| &arrow.points);
        prop_assert!(points.into_iter().all(|&(x, y)| inside(x, y)));
    }

    #[test]
    fn prop_each_ending_that_is_told_is_drawn_once(chart in charts::chart()) {
        prop_assert_eq!(drawn(&chart, &picture(&chart)), told(&chart));
    }

    #[test]
    fn prop_arrows_run_beside_the_boxes_and_end_at_their_edges(chart in charts::chart()) {
        let picture = picture(&chart);
        for arrow in &picture.arrows {
            for ((x, y), (right, low)) in pieces(arrow) {
                for node in &picture.nodes {
                    let beside = right <= node.x || x >= node.x + node.width || low < node.y || y > node.y + node.height;
                    prop_assert!(beside, "{arrow:?} through {node:?}");
                }
            }
            let from = &picture.nodes[arrow.node];
            let (x, _) = *arrow.points.last().unwrap();
            prop_assert!(x == from.x || x == from.x + from.width);
            if let End::Node(to) = arrow.end {
                let (to, (x, y)) = (&picture.nodes[to], arrow.points[0]);
                prop_assert!((x == to.x || x == to.x + to.width) && y > to.y && y < to.y + to.height);
            }
        }
    }

    #[test]
    fn prop_arrows_that_share_an_upright_line_lead_to_one_box_by_one_ending(chart in charts::chart()) {
        let picture = picture(&chart);
        let rails: Vec<_> = picture.arrows.iter().filter(|arrow| arrow.points.len() == 4).collect();
        for one in &rails {
            for other in &rails {
                let [(a, b), (c, d)] = [one, other].map(|arrow| {
                    let [low, high] = [arrow.points[1].1, arrow.points[2].1];
                    (low.min(high), low.max(high))
                });
                let meet = one.points[1].0 == other.points[1].0 && a <= d && c <= b;
                prop_assert!(!meet || (one.end, one.failed) == (other.end, other.failed));
            }
        }
    }

    #[test]
    fn prop_a_picture_is_markup_with_a_button_for_each_cell(chart in charts::chart()) {
        let picture = picture(&chart);
        let svg = picture.svg(&chart);
        let page = scraper::Html::parse_fragment(&svg);
        let buttons = scraper::Selector::parse(".line[data-operation]").unwrap();
        let found: Vec<_> = page.select(&buttons).map(|it| {
            let value = |name| it.value().attr(name).unwrap().to_owned();
            (value("data-operation"), value("data-state"))
        }).collect();
        let known = chart.states().flat_map(|state| {
            let chart = &chart;
            let operations = chart.operations();
            let allowed = operations.filter(move |&it| *chart.permission(state, it) != Permission::Refused);
            allowed.map(move |it| (chart.operation_name(it).to_owned(), chart.state_name(state).to_owned()))
        });
        prop_assert_eq!(found, known.collect::<Vec<_>>());
    }
}
