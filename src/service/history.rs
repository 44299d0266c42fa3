//! A service with the steps that were undone: looking back and going forth again.

use super::{Cause, Ending, Refusal, Run, Service, Step, Unfinished};
use crate::chart::{Chart, StateId};
use std::rc::Rc;

/// A service and the steps that were undone, the next to redo last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct History {
    service: Service,
    undone: Vec<Step>,
}

impl History {
    /// The history of a service that has taken no step.
    #[must_use]
    pub const fn new(chart: Rc<Chart>, start: Option<StateId>) -> Self {
        Self {
            service: Service::new(chart, start),
            undone: Vec::new(),
        }
    }

    /// The service as it is now.
    #[must_use]
    pub const fn service(&self) -> &Service {
        &self.service
    }

    /// All steps: those taken, then those undone, in the order in which they were taken.
    pub fn steps(&self) -> impl Iterator<Item = &Step> {
        self.service.steps.iter().chain(self.undone.iter().rev())
    }

    /// How many steps are taken and not undone.
    #[must_use]
    pub fn taken(&self) -> usize {
        self.service.steps.len()
    }

    /// How many steps are undone.
    #[must_use]
    pub fn undone(&self) -> usize {
        self.undone.len()
    }

    /// Begins `cause`; see [`Service::begin`].
    ///
    /// # Errors
    ///
    /// The refusal; nothing has changed then.
    pub fn begin(&mut self, cause: Cause, condition_met: bool) -> Result<&Run, Refusal> {
        self.service.begin(cause, condition_met)
    }

    /// Ends what runs; see [`Service::finish`]. Steps that were undone are gone then.
    ///
    /// # Errors
    ///
    /// Why it has not ended.
    pub fn finish(&mut self, ending: Ending) -> Result<Step, Unfinished> {
        let step = self.service.finish(ending)?;
        self.undone.clear();
        Ok(step)
    }

    /// Begins `cause` and ends it at once; see [`Service::perform`].
    ///
    /// # Errors
    ///
    /// The refusal; nothing has changed then.
    pub fn perform(&mut self, cause: Cause, ending: Ending) -> Result<Step, Refusal> {
        let step = self.service.perform(cause, ending)?;
        self.undone.clear();
        Ok(step)
    }

    /// Puts the service into `state`; see [`Service::set`].
    pub fn set(&mut self, state: Option<StateId>) -> Step {
        self.undone.clear();
        self.service.set(state)
    }

    /// Forgets what runs; see [`Service::abandon`].
    pub fn abandon(&mut self) -> Option<Run> {
        self.service.abandon()
    }

    /// Takes the last step back, or abandons what runs. Whether there was anything to undo.
    pub fn undo(&mut self) -> bool {
        if self.service.abandon().is_some() {
            return true;
        }
        let step = self.service.steps.pop();
        self.undone.extend(step);
        step.is_some()
    }

    /// Takes the step again that was undone last. Whether there was one.
    pub fn redo(&mut self) -> bool {
        if self.service.running.is_some() {
            return false;
        }
        let step = self.undone.pop();
        self.service.steps.extend(step);
        step.is_some()
    }

    /// Goes to where `taken` steps are taken; what runs is abandoned. Whether that changed anything.
    pub fn jump(&mut self, taken: usize) -> bool {
        let before = self.taken();
        let mut changed = self.service.abandon().is_some();
        for _ in taken..before {
            self.undo();
        }
        while self.taken() < taken && self.redo() {}
        changed |= self.taken() != before;
        changed
    }

    /// Forgets all steps: the service is where it started.
    pub fn start_over(&mut self) {
        *self = Self::new(Rc::clone(&self.service.chart), self.service.start);
    }
}
