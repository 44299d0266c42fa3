//! The picture as markup: SVG that looks right by itself, and that a style sheet may change.
//!
//! Colours are attributes and not styles, which a page with a strict policy forbids.

use super::layout::{LINE, label, short};
use super::{Arrow, End, Entry, Line, Node, NodeKind, Picture, Sign, Tag, sentence};
use crate::chart::{Chart, Source};
use crate::service::Cause;
use crate::words::Words;

const INK: &str = "#1b2430";
const QUIET: &str = "#55606e";

/// `picture` of `chart` as SVG.
#[must_use]
pub fn draw(chart: &Chart, picture: &Picture) -> Tag {
    let size = [picture.width.to_string(), picture.height.to_string()];
    let view = ["0 0 ", &size[0], " ", &size[1]].concat();
    let [width, height] = size;
    let mut arrows = Vec::new();
    let words = &picture.words;
    for (index, node) in picture.nodes.iter().enumerate() {
        let mut group = Tag::new("g").with("class", "arrows");
        let own = picture.arrows.iter().filter(|arrow| arrow.node == index);
        group.within = own.map(|arrow| path(chart, words, node, arrow)).collect();
        arrows.push(group);
    }
    let boxes = picture
        .nodes
        .iter()
        .map(|node| self::node(chart, words, node));
    let mut tag = Tag::new("svg")
        .with("width", width)
        .with("height", height)
        .with("viewBox", view)
        .all(&[
            ("font-family", "system-ui, sans-serif"),
            ("font-size", "13"),
        ]);
    tag.within = picture.legend.iter().map(|it| entry(it, words)).collect();
    tag.within.extend(arrows);
    tag.within.extend(boxes);
    tag
}

impl Picture {
    /// The picture as the text of a file.
    #[must_use]
    pub fn svg(&self, chart: &Chart) -> String {
        let mut drawn = draw(chart, self);
        let ground =
            Tag::new("rect").all(&[("width", "100%"), ("height", "100%"), ("fill", "#fff")]);
        drawn.within.insert(0, ground);
        let title = Tag::new("title").saying(chart.title());
        let lines = self.sentences(chart).join("\n");
        drawn.within.insert(0, Tag::new("desc").saying(&lines));
        drawn.within.insert(0, title);
        drawn
            .attributes
            .insert(0, ("xmlns", "http://www.w3.org/2000/svg".to_owned()));
        let mut out = String::new();
        drawn.write(&mut out);
        out.push('\n');
        out
    }

    /// The picture in words: a sentence for each operation in each state.
    #[must_use]
    pub fn sentences(&self, chart: &Chart) -> Vec<String> {
        let each = |node: &Node| {
            let kind = node.kind;
            let lines = node.lines.iter();
            lines
                .map(|line| sentence(chart, kind, line, &self.words))
                .collect::<Vec<_>>()
        };
        self.nodes.iter().flat_map(each).collect()
    }
}

fn node(chart: &Chart, words: &Words, node: &Node) -> Tag {
    let frame = Tag::new("rect")
        .at(&[
            ("x", node.x),
            ("y", node.y),
            ("width", node.width),
            ("height", node.height),
            ("rx", 4),
        ])
        .all(&[("class", "frame"), ("fill", "#fff"), ("stroke", QUIET)]);
    let mut group = Tag::new("g").with("class", "node").holding(frame);
    if node.height > LINE {
        let y = node.y + LINE;
        let d = [
            "M",
            &number(node.x),
            " ",
            &number(y),
            "h",
            &number(node.width),
        ]
        .concat();
        let rule = Tag::new("path").with("d", d);
        group
            .within
            .push(rule.all(&[("class", "rule"), ("fill", "none"), ("stroke", "#d3dae3")]));
    }
    let name = node.kind.name(chart, words);
    let shown = text(node, 0, &short(name)).with("font-weight", "600");
    let mut title = Tag::new("g")
        .with("class", "name")
        .holding(face(node, 0))
        .holding(shown);
    match node.kind {
        NodeKind::State(_) => title.attributes.push(("data-state", name.to_owned())),
        NodeKind::Gone => title.attributes.push(("data-state", String::new())),
        NodeKind::Any => {}
    }
    group.within.push(title);
    for (index, line) in node.lines.iter().enumerate() {
        group
            .within
            .push(inner(chart, words, node, index as i32 + 1, line));
    }
    group
}

/// An operation or event in its box.
fn inner(chart: &Chart, words: &Words, node: &Node, row: i32, line: &Line) -> Tag {
    let shown = text(node, row, &label(chart, line)).with("fill", INK);
    let tag = Tag::new("g").with("class", "line").holding(face(node, row));
    match (line.cause, node.kind) {
        (Cause::Operation(_), NodeKind::State(state)) => tag
            .holding(shown)
            .with("aria-label", sentence(chart, node.kind, line, words))
            .with("data-state", chart.state_name(state))
            .with("data-operation", line.cause.name(chart)),
        _ => tag
            .with("data-event", line.cause.name(chart))
            .holding(shown.with("font-style", "italic")),
    }
}

/// What is behind a line of a box: it takes the pointer, and a style sheet may colour it.
fn face(node: &Node, row: i32) -> Tag {
    Tag::new("rect")
        .with("class", "face")
        .at(&[("x", node.x + 1), ("y", node.y + row * LINE + 1)])
        .at(&[("width", node.width - 2), ("height", LINE - 2), ("rx", 3)])
        .with("fill", "none")
}

fn text(node: &Node, row: i32, words: &str) -> Tag {
    Tag::new("text")
        .at(&[
            ("x", node.x + LINE / 2 + 1),
            ("y", node.y + row * LINE + LINE - 5),
        ])
        .saying(words)
}

/// An arrow with its head.
fn path(chart: &Chart, words: &Words, node: &Node, arrow: &Arrow) -> Tag {
    let class = ["arrow", if arrow.failed { " failure" } else { " success" }];
    let mut tag = Tag::new("g").with("class", class.concat());
    if let Some(line) = node.lines.get(arrow.line) {
        let said = sentence(chart, node.kind, line, words);
        tag.within.push(Tag::new("title").saying(&said));
        if let (Cause::Operation(_), NodeKind::State(state)) = (line.cause, node.kind) {
            tag = tag
                .with("data-state", chart.state_name(state))
                .with("data-operation", line.cause.name(chart));
        }
    }
    tag.within.extend(stroke(arrow));
    tag
}

/// How arrows look: the line, and what is at its end.
fn stroke(arrow: &Arrow) -> Vec<Tag> {
    let (Some(&tip), Some(&next)) = (arrow.points.first(), arrow.points.get(1)) else {
        return Vec::new();
    };
    let thick = if arrow.source == Some(Source::Documented) {
        "2.25"
    } else {
        "1.25"
    };
    let outline = [("fill", "none"), ("stroke", QUIET), ("stroke-width", thick)];
    let mut line = Tag::new("path")
        .with("d", round(&arrow.points))
        .all(&outline);
    if arrow.failed {
        line = line.with("stroke-dasharray", "4 3");
    }
    if arrow.end == End::Untold {
        line = line.with("stroke-dasharray", "1 2");
    }
    // From the tip back along the line.
    let back = if next.0 > tip.0 { 1 } else { -1 };
    let (x, y) = tip;
    let end = match arrow.end {
        End::Untold => Tag::new("text")
            .at(&[("x", x - back * 4 - 3), ("y", y + 6)])
            .all(&[("font-size", "11"), ("fill", INK)])
            .saying("?"),
        End::Stays => Tag::new("circle")
            .at(&[("cx", x), ("cy", y), ("r", 2)])
            .all(&[
                ("fill", if arrow.failed { "#fff" } else { QUIET }),
                ("stroke", QUIET),
            ]),
        End::Node(_) => {
            let corner = |up: i32| [&number(x + back * 7), " ", &number(y + up)].concat();
            let d = [
                "M",
                &corner(-3),
                "L",
                &number(x),
                " ",
                &number(y),
                "L",
                &corner(3),
            ]
            .concat();
            let head = Tag::new("path");
            if arrow.failed {
                head.with("d", d).all(&outline)
            } else {
                head.with("d", [&d, "Z"].concat())
                    .all(&[("fill", QUIET), ("stroke", QUIET)])
            }
        }
    };
    vec![
        line,
        end.with("class", if arrow.failed { "head open" } else { "head" }),
    ]
}

/// A line of these points, with rounded corners.
fn round(points: &[(i32, i32)]) -> String {
    let mut d = String::new();
    for (index, &(x, y)) in points.iter().enumerate() {
        let at = |x: i32, y: i32| [&number(x), " ", &number(y)].concat();
        let before = index.checked_sub(1).and_then(|index| points.get(index));
        let after = points.get(index + 1);
        match (before, after) {
            (None, _) => d += &["M", &at(x, y)].concat(),
            (_, None) => d += &["L", &at(x, y)].concat(),
            (Some(&before), Some(&after)) => {
                let near = |to: (i32, i32)| {
                    let step = |here: i32, there: i32| here + (there - here).clamp(-4, 4);
                    // Where two corners are close, neither takes more than its half.
                    let half = |here: i32, there: i32| {
                        if (there - here).abs() < 8 {
                            here + (there - here) / 2
                        } else {
                            step(here, there)
                        }
                    };
                    (half(x, to.0), half(y, to.1))
                };
                let (begin, end) = (near(before), near(after));
                d += &[
                    "L",
                    &at(begin.0, begin.1),
                    "Q",
                    &at(x, y),
                    " ",
                    &at(end.0, end.1),
                ]
                .concat();
            }
        }
    }
    d
}

fn entry(entry: &Entry, words: &Words) -> Tag {
    let (x, y) = (entry.x, entry.y);
    let end = match entry.sign {
        Sign::Stays => End::Stays,
        Sign::Untold => End::Untold,
        _ => End::Node(0),
    };
    let sample = Arrow {
        node: 0,
        line: 0,
        failed: entry.sign == Sign::Failure,
        source: (entry.sign == Sign::Documented).then_some(Source::Documented),
        end,
        points: vec![(x + LINE + 6, y), (x, y)],
    };
    let shown = Tag::new("text")
        .at(&[("x", x + 2 * LINE), ("y", y + 4)])
        .with("fill", INK)
        .saying(words.text(entry.sign.word()));
    let mut tag = Tag::new("g").with("class", "entry arrow");
    tag.within = stroke(&sample);
    tag.holding(shown)
}

fn number(number: i32) -> String {
    number.to_string()
}
