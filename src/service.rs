//! One running service: where it stands, what it refuses, and the steps it took.
//!
//! A [`Service`] is a value: a start and the steps since. [`History`] adds the steps
//! that were undone. Time is not known here: an operation begins, and whoever
//! drives the service says when and how it ends.

mod history;
mod pack;
mod refusal;

pub use history::History;
pub use refusal::{Refusal, Unfinished};

use crate::chart::{Chart, EventId, OperationId, Permission, Source, StateId, Target, Via};
use std::rc::Rc;

/// What makes a service change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Cause {
    /// An operation of the chart.
    Operation(OperationId),
    /// An event from outside the chart.
    Event(EventId),
    /// Somebody put the service into the state.
    Set,
}

/// How an operation or event ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Ending {
    /// It succeeds, and leads where the chart says.
    #[default]
    Success,
    /// It fails, and leads where the chart says.
    Failure,
    /// It ended here, which the chart does not tell; `None` is no service.
    At(Option<StateId>),
}

/// One change of a service.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Step {
    /// What made the change.
    pub cause: Cause,
    /// How it ended.
    pub ending: Ending,
    /// Where the service was; `None` is no service.
    pub from: Option<StateId>,
    /// Where it is since; `None` is no service.
    pub to: Option<StateId>,
    /// How it is known that it leads there; `None` where somebody said so.
    pub source: Option<Source>,
}

/// An operation that has begun and has not ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// What is running.
    pub cause: Cause,
    /// Where the service is meanwhile; `None` is no service.
    pub from: Option<StateId>,
    /// The transitional state shown meanwhile.
    pub via: Option<Via>,
}

/// One service: the state it started in and the steps it took.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Service {
    chart: Rc<Chart>,
    start: Option<StateId>,
    steps: Vec<Step>,
    running: Option<Run>,
}

impl Service {
    /// A service that starts in `start`; `None` is no service yet.
    #[must_use]
    pub const fn new(chart: Rc<Chart>, start: Option<StateId>) -> Self {
        Self {
            chart,
            start,
            steps: Vec::new(),
            running: None,
        }
    }

    /// The chart it follows.
    #[must_use]
    pub const fn chart(&self) -> &Rc<Chart> {
        &self.chart
    }

    /// Where it started; `None` is no service.
    #[must_use]
    pub const fn start(&self) -> Option<StateId> {
        self.start
    }

    /// Where it is; `None` is no service. While an operation runs, where it was before.
    #[must_use]
    pub fn state(&self) -> Option<StateId> {
        self.steps.last().map_or(self.start, |step| step.to)
    }

    /// The steps it took, the first first.
    #[must_use]
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// What runs now.
    #[must_use]
    pub const fn running(&self) -> Option<&Run> {
        self.running.as_ref()
    }

    /// Whether `operation` would begin now.
    #[must_use]
    pub fn can(&self, operation: OperationId) -> bool {
        self.refusal(Cause::Operation(operation), false).is_none()
    }

    /// Whether `cause` would begin now.
    #[must_use]
    pub fn may(&self, cause: Cause) -> bool {
        self.refusal(cause, false).is_none()
    }

    /// Why `cause` would not begin now; `None` if it would. A conditional cell counts as allowed if its
    /// condition is met.
    #[must_use]
    pub fn refusal(&self, cause: Cause, condition_met: bool) -> Option<Refusal> {
        if let Some(run) = &self.running {
            return Some(Refusal::Busy(cause, run.cause));
        }
        let state = self.state();
        match cause {
            Cause::Set => None,
            Cause::Event(id) => match self.chart.event(id) {
                Some(event) if event.may_happen(state) => None,
                _ => Some(Refusal::CannotHappen(id)),
            },
            Cause::Operation(operation) => {
                let Some(state) = state else {
                    return Some(Refusal::NoService(operation));
                };
                match self.chart.permission(state, operation) {
                    Permission::Allowed => None,
                    Permission::Conditional(_) if condition_met => None,
                    Permission::Conditional(_) => Some(Refusal::Conditional(state, operation)),
                    Permission::Refused => Some(Refusal::NotAllowed(state, operation)),
                }
            }
        }
    }

    /// Begins `cause`, and returns what runs since.
    ///
    /// # Errors
    ///
    /// The refusal, if it is not allowed here or something else runs; nothing has changed then.
    pub fn begin(&mut self, cause: Cause, condition_met: bool) -> Result<&Run, Refusal> {
        if let Some(refusal) = self.refusal(cause, condition_met) {
            return Err(refusal);
        }
        let from = self.state();
        let via = match (cause, from) {
            (Cause::Operation(operation), Some(state)) => self
                .chart
                .outcome(state, operation)
                .and_then(|outcome| outcome.via.clone()),
            _ => None,
        };
        Ok(self.running.insert(Run { cause, from, via }))
    }

    /// Ends what runs, and returns the step that it was.
    ///
    /// # Errors
    ///
    /// [`Unfinished::Untold`] if the chart does not tell where it leads: it runs on, and can be
    /// ended with [`Ending::At`]. [`Unfinished::Idle`] if nothing runs.
    pub fn finish(&mut self, ending: Ending) -> Result<Step, Unfinished> {
        let run = self.running.as_ref().ok_or(Unfinished::Idle)?;
        let (to, source) = match ending {
            Ending::At(to) => (to, None),
            Ending::Success | Ending::Failure => {
                let target = self.target(run, ending).ok_or(Unfinished::Untold(ending))?;
                (target.position(run.from), Some(target.source))
            }
        };
        let step = Step {
            cause: run.cause,
            ending,
            from: run.from,
            to,
            source,
        };
        self.running = None;
        self.steps.push(step);
        Ok(step)
    }

    /// Whether it is known where what runs leads if it ends so, by the chart or by `ending` itself; true where
    /// nothing runs.
    #[must_use]
    pub fn tells(&self, ending: Ending) -> bool {
        let told = |run| matches!(ending, Ending::At(_)) || self.target(run, ending).is_some();
        self.running.as_ref().is_none_or(told)
    }

    fn target(&self, run: &Run, ending: Ending) -> Option<Target> {
        let failed = ending == Ending::Failure;
        match run.cause {
            Cause::Set => None,
            Cause::Event(id) => {
                let event = self.chart.event(id)?;
                if failed {
                    event.failure()
                } else {
                    Some(event.success())
                }
            }
            Cause::Operation(operation) => {
                let outcome = self.chart.outcome(run.from?, operation)?;
                if failed {
                    outcome.failure
                } else {
                    outcome.success
                }
            }
        }
    }

    /// Begins `cause` and ends it at once.
    ///
    /// # Errors
    ///
    /// The refusal, if it is not allowed or the chart does not tell where it leads; nothing has
    /// changed then.
    pub fn perform(&mut self, cause: Cause, ending: Ending) -> Result<Step, Refusal> {
        self.begin(cause, false)?;
        self.finish(ending).map_err(|_| {
            self.running = None;
            Refusal::Untold(cause, ending)
        })
    }

    /// Puts the service into `state`, whatever the chart allows; what runs is abandoned.
    pub fn set(&mut self, state: Option<StateId>) -> Step {
        self.running = None;
        let step = Step {
            cause: Cause::Set,
            ending: Ending::At(state),
            from: self.state(),
            to: state,
            source: None,
        };
        self.steps.push(step);
        step
    }

    /// Forgets what runs, and returns it; the service is where it was.
    pub fn abandon(&mut self) -> Option<Run> {
        self.running.take()
    }
}
