//! All shortest ways to one goal, from wherever somebody asks.

use super::graph::{self, FAR};
use super::{Goal, Means};
use crate::chart::{Chart, Permission, Source, StateId, Target, TargetState};
use crate::service::Cause;
use std::rc::Rc;

/// A step that can be taken toward a goal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// The operation or event.
    pub cause: Cause,
    /// Where it is performed; `None` is no service.
    pub from: Option<StateId>,
    /// Where it leads when it succeeds; `None` is no service.
    pub to: Option<StateId>,
    /// How it is known that it is possible and leads there.
    pub source: Source,
    /// Whether it needs a condition to be met.
    pub conditional: bool,
    /// Where it leads when it fails, if the chart tells.
    pub failure: Option<Failure>,
}

/// Where a step leads when it fails, and how far the goal is then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Failure {
    /// Where the service is then; `None` is no service.
    pub to: Option<StateId>,
    /// How that is known.
    pub source: Source,
    /// How many steps the goal is away from there; `None` if there is no way.
    /// [`Toward::way`] has the way itself.
    pub steps_left: Option<usize>,
}

/// Steps one after the other.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Way {
    /// The steps; none where one is at the goal already.
    pub steps: Vec<Step>,
}

impl Way {
    /// How the way is known: documented only if each step is.
    #[must_use]
    pub fn source(&self) -> Source {
        let sources = self.steps.iter().map(|step| step.source);
        sources.fold(Source::Documented, Source::and)
    }
}

/// The shortest ways from one position.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Ways {
    /// The ways, all of one length, in the order of the chart's operations and events.
    pub ways: Vec<Way>,
    /// Whether there are more than were asked for.
    pub more: bool,
}

/// How far each position of a chart is from one goal.
#[derive(Clone, Debug)]
pub struct Toward {
    chart: Rc<Chart>,
    goal: Goal,
    means: Means,
    /// By node: how many steps.
    far: Vec<u32>,
}

impl Toward {
    /// Looks from `goal` back to every position, in one pass over the cells.
    #[must_use]
    pub fn new(chart: Rc<Chart>, goal: Goal, means: Means) -> Self {
        let nodes = 0..=chart.states().len();
        let seeds = nodes.filter(|&node| goal.is_met(&chart, chart.state_at(node)));
        let seeds: Vec<usize> = seeds.collect();
        let far = graph::distances(&chart, means, false, true, &seeds);
        Self {
            chart,
            goal,
            means,
            far,
        }
    }

    /// The chart.
    #[must_use]
    pub const fn chart(&self) -> &Rc<Chart> {
        &self.chart
    }

    /// The goal.
    #[must_use]
    pub const fn goal(&self) -> Goal {
        self.goal
    }

    /// What may be a step.
    #[must_use]
    pub const fn means(&self) -> Means {
        self.means
    }

    fn far(&self, position: Option<StateId>) -> u32 {
        let node = graph::node(&self.chart, position);
        self.far.get(node).copied().unwrap_or(FAR)
    }

    /// How many steps the goal is away from `from`; `None` if there is no way.
    #[must_use]
    pub fn steps(&self, from: Option<StateId>) -> Option<usize> {
        Some(self.far(from))
            .filter(|&far| far != FAR)
            .map(|far| far as usize)
    }

    /// The first of the shortest ways from `from`.
    #[must_use]
    pub fn way(&self, from: Option<StateId>) -> Option<Way> {
        self.ways(from, 1).ways.into_iter().next()
    }

    /// The shortest ways from `from`, no more than `limit`; none if there is no way.
    #[must_use]
    pub fn ways(&self, from: Option<StateId>, limit: usize) -> Ways {
        let mut found = Ways::default();
        if self.far(from) == 0 {
            found.ways.push(Way::default());
            return found;
        }
        // Each step leads nearer to the goal, so every branch ends there and none is walked in vain.
        let mut steps: Vec<Step> = Vec::new();
        let mut open = vec![self.nearer(from)];
        while let Some(branches) = open.last_mut() {
            let Some(step) = branches.pop() else {
                open.pop();
                steps.pop();
                continue;
            };
            if found.ways.len() == limit {
                found.more = true;
                return found;
            }
            steps.push(step);
            if self.far(step.to) == 0 {
                let way = steps.clone();
                found.ways.push(Way { steps: way });
                steps.pop();
            } else {
                open.push(self.nearer(step.to));
            }
        }
        found
    }

    /// The steps from `from` that lead nearer to the goal, in reverse order: [`ways`](Self::ways) takes
    /// them from the end.
    fn nearer(&self, from: Option<StateId>) -> Vec<Step> {
        let mut steps = Vec::new();
        if let Some(state) = from {
            let operations = self.chart.operations();
            steps.extend(operations.filter_map(|operation| {
                let conditional = match self.chart.permission(state, operation) {
                    Permission::Allowed => false,
                    Permission::Conditional(_) if self.means.conditions => true,
                    _ => return None,
                };
                let outcome = self.chart.outcome(state, operation)?;
                let mut step = self.step(
                    Cause::Operation(operation),
                    from,
                    outcome.success?,
                    outcome.failure,
                )?;
                step.conditional = conditional;
                Some(step)
            }));
        }
        if self.means.events {
            let events = self.chart.events().iter().enumerate();
            steps.extend(events.filter_map(|(index, event)| {
                let id = self.chart.event_at(index)?;
                // Where it leads is asked first: that is cheaper than where it may happen.
                let mut step =
                    self.step(Cause::Event(id), from, event.success(), event.failure())?;
                event.may_happen(from).then_some(())?;
                step.source = step.source.and(event.source());
                Some(step)
            }));
        }
        steps.reverse();
        steps
    }

    /// The step, if it leads nearer to the goal.
    fn step(
        &self,
        cause: Cause,
        from: Option<StateId>,
        success: Target,
        failure: Option<Target>,
    ) -> Option<Step> {
        let to = success.position(from);
        (success.state != TargetState::Same && self.far(to) < self.far(from)).then_some(())?;
        let failure = failure.map(|target| {
            let to = target.position(from);
            Failure {
                to,
                source: target.source,
                steps_left: self.steps(to),
            }
        });
        Some(Step {
            cause,
            from,
            to,
            source: success.source,
            conditional: false,
            failure,
        })
    }
}
