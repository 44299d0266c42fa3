//! Where everything stands: boxes in columns, arrows in the channels between them.
//!
//! States that are only reached by failing have a column of their own beside the others. An arrow
//! leaves its line sideways into a channel, runs upright there beside the arrows to the same box,
//! and turns to the name of that box.

use super::{Arrow, End, Entry, Line, MAX_LINES, Node, NodeKind, Picture, Sign, plan};
use crate::chart::{Chart, Source, StateKind};
use crate::words::Words;

/// How high a line of text is.
pub(super) const LINE: i32 = 18;
/// How far above and below the middle of a line its arrows run.
const APART: i32 = 3;
/// How far apart upright lines run.
const LANE: i32 = 10;
/// How far the first of them is from the boxes it leads to.
const ROOM: i32 = 20;
/// What is around the whole picture.
const EDGE: i32 = 8;
/// How long the arrow of an operation is that leads to no other box.
const STUB: i32 = 9;

/// An upright line, shared by the arrows of one ending to one box.
struct Rail {
    channel: usize,
    /// Whether its box is at the right of the channel.
    right: bool,
    node: usize,
    failed: bool,
    low: i32,
    high: i32,
    /// Its place among those of its side, from the boxes inwards.
    lane: i32,
}

/// The picture of `chart` in English.
///
/// # Errors
///
/// As [`layout_in`].
pub fn layout(chart: &Chart) -> Result<Picture, usize> {
    layout_in(chart, &Words::ENGLISH)
}

/// The picture of `chart` in the language of `words`.
///
/// # Errors
///
/// The number of its operations, state by state, where they are too many to read.
pub fn layout_in(chart: &Chart, words: &Words) -> Result<Picture, usize> {
    let boxes = plan::boxes(chart);
    let lines = boxes.iter().map(|(_, lines)| lines.len()).sum();
    if lines > MAX_LINES || boxes.len() > MAX_LINES {
        return Err(lines);
    }
    let columns = columns(chart, &boxes);
    let count = columns.iter().max().map_or(1, |last| last + 1);
    let mut nodes = place(chart, words, boxes, &columns, count);
    let mut arrows = arrows(&nodes);
    let leads = arrows.iter().any(|arrow| matches!(arrow.end, End::Node(_)));
    let mut rails = Vec::new();
    let plan = arrows
        .iter()
        .map(|arrow| route(arrow, &nodes, &columns, count, leads, &mut rails));
    let plan: Vec<_> = plan.collect();
    pack(&mut rails);
    let end = spread(&mut nodes, &columns, count, &rails, &plan);
    for (arrow, &(channel, rail)) in arrows.iter_mut().zip(&plan) {
        let rail = rail.and_then(|index| rails.get(index));
        bend(arrow, &nodes, &columns, channel, rail);
    }
    let mut picture = Picture {
        width: end + EDGE,
        height: 0,
        nodes,
        arrows,
        legend: Vec::new(),
        words: words.clone(),
    };
    explain(&mut picture);
    Ok(picture)
}

/// The column of each box.
fn columns(chart: &Chart, boxes: &[(NodeKind, Vec<Line>)]) -> Vec<usize> {
    let failed = |kind: NodeKind| matches!(kind, NodeKind::State(state) if chart.state_kind(state) == StateKind::Failed);
    if chart.tells_outcomes() {
        return boxes
            .iter()
            .map(|&(kind, _)| usize::from(failed(kind)))
            .collect();
    }
    // Nothing leads anywhere, so the boxes stand side by side, in columns about as high as each other.
    let count = match boxes.len() {
        0..4 => 1,
        4..9 => 2,
        _ => 3,
    };
    let high = |lines: &Vec<Line>| lines.len() + 2;
    let whole: usize = boxes.iter().map(|(_, lines)| high(lines)).sum();
    let mut above = 0;
    let mut column = |lines: &Vec<Line>| {
        let middle = above + high(lines) / 2;
        above += high(lines);
        (middle * count / whole.max(1)).min(count - 1)
    };
    boxes.iter().map(|(_, lines)| column(lines)).collect()
}

/// Puts the boxes below each other; how far to the right is known when the channels are.
fn place(
    chart: &Chart,
    words: &Words,
    boxes: Vec<(NodeKind, Vec<Line>)>,
    columns: &[usize],
    count: usize,
) -> Vec<Node> {
    // Lines of neighbouring columns are half a line apart, so that no two arrows run on one another.
    let mut ends: Vec<i32> = (0..count)
        .map(|column| EDGE + (column % 2) as i32 * LINE / 2)
        .collect();
    let mut widths = vec![0; count];
    let mut nodes = Vec::with_capacity(boxes.len());
    for ((kind, lines), &column) in boxes.into_iter().zip(columns) {
        let long = lines
            .iter()
            .map(|line| width_of(&label(chart, line)) + 2 * LINE);
        let name = width_of(&short(kind.name(chart, words))) * 11 / 10 + 2 * LINE;
        let height = (lines.len() as i32 + 1) * LINE;
        if let (Some(end), Some(width)) = (ends.get_mut(column), widths.get_mut(column)) {
            *width = long.chain([name]).max().unwrap_or(0).max(*width);
            nodes.push(Node {
                kind,
                x: 0,
                y: *end,
                width: 0,
                height,
                lines,
            });
            *end += height + LINE;
        }
    }
    for (node, column) in nodes.iter_mut().zip(columns) {
        node.width = widths.get(*column).copied().unwrap_or(0);
    }
    nodes
}

/// What a line of a box says.
pub(super) fn label(chart: &Chart, line: &Line) -> String {
    let name = short(line.cause.name(chart));
    if line.condition.is_empty() {
        return name;
    }
    [&name, " (conditional)"].concat()
}

/// A name as far as there is room for it.
pub(super) fn short(name: &str) -> String {
    let mut letters = name.chars();
    let mut short: String = letters.by_ref().take(32).collect();
    if letters.next().is_some() {
        short.push('…');
    }
    short
}

/// About how wide `text` is: rather too wide than too narrow.
fn width_of(text: &str) -> i32 {
    text.chars()
        .map(|c| if c.is_ascii() { 7 } else { 13 })
        .sum()
}

/// Every arrow, without its bends. A failure that the chart does not tell is not drawn.
fn arrows(nodes: &[Node]) -> Vec<Arrow> {
    let mut arrows = Vec::new();
    for (node, from) in nodes.iter().enumerate() {
        for (line, said) in from.lines.iter().enumerate() {
            for (target, failed) in said.targets.into_iter().zip([false, true]) {
                if failed && target.is_none() {
                    continue;
                }
                let end = match target.map(|target| plan::target(from.kind, target)) {
                    None => End::Untold,
                    Some(None) => End::Stays,
                    Some(Some(to)) => nodes
                        .iter()
                        .position(|node| node.kind == to)
                        .map_or(End::Untold, End::Node),
                };
                arrows.push(Arrow {
                    node,
                    line,
                    failed,
                    source: target.map(|target| target.source),
                    end,
                    points: Vec::new(),
                });
            }
        }
    }
    arrows
}

/// The channel of an arrow, and its rail where it has one.
fn route(
    arrow: &Arrow,
    nodes: &[Node],
    columns: &[usize],
    count: usize,
    leads: bool,
    rails: &mut Vec<Rail>,
) -> (usize, Option<usize>) {
    let column = |node: usize| columns.get(node).copied().unwrap_or(0);
    let from = column(arrow.node);
    let End::Node(node) = arrow.end else {
        // Success goes inwards, failure outwards.
        let right = !leads || (from == 0) != arrow.failed;
        return (from + usize::from(right), None);
    };
    let to = column(node);
    let channel = match (from == to, from) {
        (false, _) => from.max(to),
        (true, 0) => usize::from(count == 1 && !arrow.failed),
        (true, _) => from + 1,
    };
    let ends = [
        entry_height(nodes, node, arrow.failed),
        exit_height(nodes, arrow),
    ];
    let [low, high] = [ends.iter().min(), ends.iter().max()].map(|end| end.copied().unwrap_or(0));
    let known =
        |rail: &Rail| rail.channel == channel && rail.node == node && rail.failed == arrow.failed;
    let at = rails.iter().position(known).unwrap_or_else(|| {
        rails.push(Rail {
            channel,
            right: channel == to,
            node,
            failed: arrow.failed,
            low,
            high,
            lane: 0,
        });
        rails.len() - 1
    });
    if let Some(rail) = rails.get_mut(at) {
        rail.low = rail.low.min(low);
        rail.high = rail.high.max(high);
    }
    (channel, Some(at))
}

/// The height at which arrows of one ending come to a box: beside its name.
fn entry_height(nodes: &[Node], node: usize, failed: bool) -> i32 {
    let y = nodes.get(node).map_or(0, |node| node.y + LINE / 2);
    if failed { y + APART } else { y - APART }
}

/// The height at which an arrow leaves its box: beside its line.
fn exit_height(nodes: &[Node], arrow: &Arrow) -> i32 {
    let y = nodes.get(arrow.node).map_or(0, |node| node.y);
    let y = y + LINE * (arrow.line as i32 + 1) + LINE / 2;
    if arrow.failed { y + APART } else { y - APART }
}

/// Gives each rail a lane: short rails near the boxes, and those that do not meet may share a lane.
fn pack(rails: &mut [Rail]) {
    let mut order: Vec<usize> = (0..rails.len()).collect();
    order.sort_by_key(|&index| rails.get(index).map_or(0, |rail| rail.high - rail.low));
    let mut packed: Vec<usize> = Vec::new();
    for index in order {
        let Some(this) = rails.get(index) else {
            continue;
        };
        let meets = |other: &Rail| {
            (other.channel, other.right) == (this.channel, this.right)
                && other.low <= this.high + 2 * APART
                && this.low <= other.high + 2 * APART
        };
        let others = packed.iter().filter_map(|&index| rails.get(index));
        let others = others.filter(|other| meets(other));
        let taken: Vec<i32> = others.map(|other| other.lane).collect();
        let lane = (0..).find(|lane| !taken.contains(lane)).unwrap_or(0);
        packed.push(index);
        if let Some(rail) = rails.get_mut(index) {
            rail.lane = lane;
        }
    }
}

/// Puts the columns beside each other, and returns where the last thing at the right ends.
fn spread(
    nodes: &mut [Node],
    columns: &[usize],
    count: usize,
    rails: &[Rail],
    plan: &[(usize, Option<usize>)],
) -> i32 {
    let mut x = 0;
    for channel in 0..=count {
        let lanes = |right: bool| {
            let here = |rail: &&Rail| (rail.channel, rail.right) == (channel, right);
            let last = rails.iter().filter(here).map(|rail| rail.lane + 1).max();
            last.unwrap_or(0)
        };
        let used = plan.iter().any(|&(at, _)| at == channel);
        let inner = channel > 0 && channel < count;
        x += (lanes(false) + lanes(true)) * LANE
            + match (used, inner) {
                (true, true) => 2 * ROOM - LANE,
                (false, true) => LANE,
                (true, false) => ROOM,
                (false, false) => EDGE,
            };
        let mut width = 0;
        for (node, &column) in nodes.iter_mut().zip(columns) {
            if column == channel {
                node.x = x;
                width = node.width;
            }
        }
        x += width;
    }
    x
}

/// Gives an arrow its bends.
fn bend(arrow: &mut Arrow, nodes: &[Node], columns: &[usize], channel: usize, rail: Option<&Rail>) {
    let column = columns.get(arrow.node).copied().unwrap_or(0);
    let Some(from) = nodes.get(arrow.node) else {
        return;
    };
    let y = exit_height(nodes, arrow);
    let right = channel > column;
    let x = from.x + if right { from.width } else { 0 };
    let Some((rail, to)) = rail.and_then(|rail| Some((rail, nodes.get(rail.node)?))) else {
        let tip = if right { x + STUB } else { x - STUB };
        arrow.points = vec![(tip, y), (x, y)];
        return;
    };
    let head = entry_height(nodes, rail.node, rail.failed);
    let edge = to.x + if rail.right { 0 } else { to.width };
    let far = ROOM + rail.lane * LANE;
    // The boxes of a column are equally wide, so that a channel is as wide everywhere.
    let upright = if rail.right { edge - far } else { edge + far };
    arrow.points = vec![(edge, head), (upright, head), (upright, y), (x, y)];
}

/// Puts the legend above the boxes, which move down for it: an entry for each sign that occurs.
fn explain(picture: &mut Picture) {
    let has = |sign: Sign| {
        picture.arrows.iter().any(|arrow| match sign {
            Sign::Success => matches!(arrow.end, End::Node(_)) && !arrow.failed,
            Sign::Failure => arrow.failed,
            Sign::Stays => arrow.end == End::Stays,
            Sign::Untold => arrow.end == End::Untold,
            Sign::Documented => arrow.source == Some(Source::Documented),
        })
    };
    let all = [
        Sign::Success,
        Sign::Failure,
        Sign::Stays,
        Sign::Untold,
        Sign::Documented,
    ];
    let signs: Vec<Sign> = all.into_iter().filter(|&sign| has(sign)).collect();
    let words = picture.words.clone();
    let long = |sign: Sign| 2 * LINE + width_of(words.text(sign.word())) + LINE;
    let widest = signs.iter().map(|&sign| long(sign)).max().unwrap_or(0);
    picture.width = picture.width.max(widest + 2 * EDGE);
    let (mut x, mut y) = (EDGE, EDGE + LINE / 2);
    for sign in signs {
        if x > EDGE && x + long(sign) > picture.width {
            x = EDGE;
            y += LINE;
        }
        picture.legend.push(Entry { sign, x, y });
        x += long(sign);
    }
    let down = if picture.legend.is_empty() {
        0
    } else {
        y + LINE / 2
    };
    for node in &mut picture.nodes {
        node.y += down;
    }
    for point in picture
        .arrows
        .iter_mut()
        .flat_map(|arrow| &mut arrow.points)
    {
        point.1 += down;
    }
    let below = picture.nodes.iter().map(|node| node.y + node.height).max();
    picture.height = below.unwrap_or(down) + EDGE;
}
