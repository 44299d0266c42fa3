//! What can be done now, and what the chart says as a whole. Nothing is computed until it is opened.

use super::{Store, words};
use crate::chart::{Chart, StateId};
use crate::path::{self, Finding, Goal, Means, Toward};
use std::rc::Rc;
use words::way;
use yew::prelude::*;

/// Where the service is.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct InsightProps {
    pub(super) store: Store,
    /// Where the service is; `None` is no service.
    pub(super) at: Option<StateId>,
}

/// Whether it is open, and what it found then.
pub(super) struct Insight {
    open: bool,
    whole: Option<Whole>,
    lines: Vec<Line>,
}

/// What does not depend on where the service is.
struct Whole {
    back: Toward,
    dead_ends: Vec<StateId>,
    findings: Vec<Finding>,
}

/// A line: what it is about, and what is said.
type Line = (String, String);

impl Whole {
    fn new(chart: &Rc<Chart>) -> Self {
        let start = Goal::At(chart.start());
        Self {
            back: Toward::new(Rc::clone(chart), start, Means::default()),
            dead_ends: path::dead_ends(chart),
            findings: path::findings(chart),
        }
    }

    fn lines(&self, at: Option<StateId>) -> Vec<Line> {
        let chart = self.back.chart();
        let reach = |failures| path::reach(chart, at, Means::default(), failures);
        let (sure, all) = (reach(false), reach(true));
        // Both are in one order, and what is sure is among all.
        let mut known = sure.iter().skip(1).peekable();
        let further = all.iter().skip(1).copied();
        let further: Vec<_> = further
            .filter(|at| known.next_if(|known| *known == at).is_none())
            .collect();
        let others = sure.get(1..).unwrap_or(&[]);
        let allowed = at.into_iter().flat_map(|state| {
            let operations = chart.operations();
            operations.filter(move |&operation| chart.allows(state, operation))
        });
        let mut allowed = allowed.map(|operation| chart.operation_name(operation));
        let line = |about: &str, said: String, none: &str| -> Line {
            let said = if said.is_empty() {
                none.to_owned()
            } else {
                said
            };
            (about.to_owned(), said)
        };
        let (nothing, told) = ("nothing", "nothing that the chart tells");
        let mut lines = vec![
            line("Allowed now", way::list(&mut allowed, "and"), nothing),
            line("Can come to", way::positions(chart, others), told),
            line(
                "If something fails, also to",
                way::positions(chart, &further),
                told,
            ),
        ];
        let untold = path::untold(chart, at, Means::default());
        if !untold.is_empty() {
            lines.push(line("Not told", way::untold(chart, &untold), nothing));
        }
        lines.extend(self.back(at));
        lines
    }

    /// How one gets back to where a service starts, if one is not there.
    fn back(&self, at: Option<StateId>) -> Option<Line> {
        let chart = self.back.chart();
        (at != chart.start()).then_some(())?;
        let said = match (at, self.back.way(at)) {
            (_, Some(found)) => way::sentence(chart, at, &found, self.back.goal()),
            (Some(state), None) if self.dead_ends.contains(&state) => way::dead_end(chart),
            (_, None) => way::reason(chart, &self.back.reason(at)?),
        };
        let start = words::position(chart, chart.start());
        Some((["Back to ", start].concat(), said))
    }
}

impl Insight {
    fn look(&mut self, props: &InsightProps) {
        let whole = self
            .whole
            .get_or_insert_with(|| Whole::new(props.store.session().chart()));
        self.lines = whole.lines(props.at);
    }
}

impl Component for Insight {
    type Message = bool;
    type Properties = InsightProps;

    fn create(_: &Context<Self>) -> Self {
        Self {
            open: false,
            whole: None,
            lines: Vec::new(),
        }
    }

    fn update(&mut self, ctx: &Context<Self>, open: bool) -> bool {
        let turned = self.open != open;
        self.open = open;
        if open && turned {
            self.look(ctx.props());
        }
        turned
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &InsightProps) -> bool {
        if ctx.props().store != old.store {
            self.whole = None;
        }
        if self.open {
            self.look(ctx.props());
        }
        self.open
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let toggle = ctx.link().callback(|event: Event| is_open(&event));
        html! {
            <details class="insight" part="insight" ontoggle={toggle}>
                <summary>{ "What can I do now" }</summary>
                if let Some(whole) = self.whole.as_ref().filter(|_| self.open) {
                    <dl class="leads">
                        { for self.lines.iter().map(|(about, said)| html! {
                            <><dt>{ about.clone() }</dt><dd>{ said.clone() }</dd></>
                        }) }
                    </dl>
                    if !whole.findings.is_empty() {
                        <p class="label">{ "The chart as a whole" }</p>
                        <ul>
                            { for whole.findings.iter().map(|finding| html! {
                                <li>{ way::finding(whole.back.chart(), finding) }</li>
                            }) }
                        </ul>
                    }
                }
            </details>
        }
    }
}

/// Whether the section that was toggled is open now.
pub(super) fn is_open(event: &Event) -> bool {
    let target = event.target_dyn_into::<web_sys::Element>();
    target.is_some_and(|section| section.has_attribute("open"))
}

#[cfg(test)]
mod tests;
