//! What one reader does with one chart: a reducer over plain actions, without Yew or time.

use super::text;
use crate::chart::{Chart, OperationId, StateId};
use crate::path::Goal;
use crate::service::{Cause, Ending, History, Refusal, Run, Service, Step, Unfinished};
use crate::words::Words;
use std::rc::Rc;

/// A cell that the reader asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Selection {
    /// Its state.
    pub state: StateId,
    /// Its operation.
    pub operation: OperationId,
}

/// What can be done with a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Begin an operation or event; it ends as given, or else as the reader chose.
    Begin {
        /// What to begin.
        cause: Cause,
        /// Whether the condition of a conditional cell is met.
        condition_met: bool,
        /// How it ends; `None` leaves it to the reader.
        ending: Option<Ending>,
    },
    /// End what runs: as given, else as planned when it began, else as the reader chose.
    Finish(Option<Ending>),
    /// Choose how operations end: whether they fail.
    Choose {
        /// Whether they fail.
        fails: bool,
    },
    /// Put the service into a state; `None` is no service.
    Set(Option<StateId>),
    /// Ask about a cell, or about none.
    Select(Option<Selection>),
    /// Take the last step back, or abandon what runs.
    Undo,
    /// Take the step again that was undone last.
    Redo,
    /// Go to where this many steps are taken.
    Jump(usize),
    /// Forget all steps.
    StartOver,
    /// Look for a way to a goal, or for none.
    Seek(Option<Goal>),
}

/// What an action came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// An operation or event runs since.
    Began(Run),
    /// An operation or event ended, or somebody set the state.
    Stepped(Step),
    /// The operation or event was not performed.
    Refused(Refusal),
    /// What ran is over, but the chart does not tell where it led: the reader is asked.
    Asked,
    /// The reader looked back or forth in the history.
    Moved,
    /// The reader asked about another cell.
    Selected,
    /// The reader looks for another goal.
    Sought,
    /// The reader chose how operations end.
    EndingChosen,
    /// Something was announced that is not about the service.
    Announced,
    /// Nothing happened in the session, but what is offered around it has changed: its links or its guide.
    Refreshed,
}

/// One reader's session with one chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    history: History,
    selection: Option<Selection>,
    goal: Option<Goal>,
    fails: bool,
    planned: Option<Ending>,
    asking: Option<Ending>,
    announcement: String,
    words: Words,
}

impl Session {
    /// A session with a service that starts in `start`; `None` is no service yet.
    #[must_use]
    pub const fn new(chart: Rc<Chart>, start: Option<StateId>) -> Self {
        Self {
            history: History::new(chart, start),
            selection: None,
            goal: None,
            fails: false,
            planned: None,
            asking: None,
            announcement: String::new(),
            words: Words::ENGLISH,
        }
    }

    /// The chart.
    #[must_use]
    pub const fn chart(&self) -> &Rc<Chart> {
        self.service().chart()
    }

    /// The service as it is now.
    #[must_use]
    pub const fn service(&self) -> &Service {
        self.history.service()
    }

    /// The steps, taken and undone.
    #[must_use]
    pub const fn history(&self) -> &History {
        &self.history
    }

    /// The cell that the reader asked about.
    #[must_use]
    pub const fn selection(&self) -> Option<Selection> {
        self.selection
    }

    /// Where the reader wants to get.
    #[must_use]
    pub const fn goal(&self) -> Option<Goal> {
        self.goal
    }

    /// Whether the reader chose that operations fail.
    #[must_use]
    pub const fn fails(&self) -> bool {
        self.fails
    }

    /// How what ran ended, where the chart does not tell where that leads and the reader is asked.
    #[must_use]
    pub const fn asking(&self) -> Option<Ending> {
        self.asking
    }

    /// The last announcement, for readers who hear the page.
    #[must_use]
    pub fn announcement(&self) -> &str {
        &self.announcement
    }

    /// The words of the language in which it says what happened; English at first.
    #[must_use]
    pub const fn words(&self) -> &Words {
        &self.words
    }

    /// From now on says what happens in the language of `words`.
    pub fn speak(&mut self, words: Words) {
        self.words = words;
    }

    /// Does `action`; `None` if that changed nothing.
    pub fn apply(&mut self, action: Action) -> Option<Notice> {
        let notice = match action {
            Action::Begin {
                cause,
                condition_met,
                ending,
            } => self.begin(cause, condition_met, ending),
            Action::Finish(ending) => self.finish(ending)?,
            Action::Choose { fails } => {
                (self.fails != fails).then_some(())?;
                self.fails = fails;
                return Some(Notice::EndingChosen);
            }
            Action::Set(state) => {
                let running = self.service().running().is_some();
                (running || self.service().state() != state).then_some(())?;
                self.forget_run();
                Notice::Stepped(self.history.set(state))
            }
            Action::Select(selection) => {
                (self.selection != selection).then_some(())?;
                self.selection = selection;
                Notice::Selected
            }
            Action::Undo => self.moved(History::undo)?,
            Action::Redo => self.moved(History::redo)?,
            Action::Jump(taken) => self.moved(|history| history.jump(taken))?,
            Action::Seek(goal) => {
                (self.goal != goal).then_some(())?;
                self.goal = goal;
                return Some(Notice::Sought);
            }
            Action::StartOver => {
                let steps = self.history.steps().next().is_some();
                (steps || self.service().running().is_some()).then_some(())?;
                self.moved(|history| {
                    history.start_over();
                    true
                })?
            }
        };
        self.announce(text::notice(self, &notice));
        Some(notice)
    }

    /// Goes on with `history`, which is of the same chart; `None` if that changed nothing.
    pub fn restore(&mut self, history: History) -> Option<Notice> {
        (self.history != history).then_some(())?;
        self.history = history;
        self.forget_run();
        self.announce(text::notice(self, &Notice::Moved));
        Some(Notice::Moved)
    }

    fn begin(&mut self, cause: Cause, condition_met: bool, ending: Option<Ending>) -> Notice {
        match self.history.begin(cause, condition_met) {
            Ok(run) => {
                let run = run.clone();
                self.planned = ending;
                self.asking = None;
                Notice::Began(run)
            }
            Err(refusal) => Notice::Refused(refusal),
        }
    }

    fn finish(&mut self, ending: Option<Ending>) -> Option<Notice> {
        match self.history.finish(ending.unwrap_or(self.ending())) {
            Ok(step) => {
                self.forget_run();
                Some(Notice::Stepped(step))
            }
            Err(Unfinished::Untold(ending)) => {
                self.asking = Some(ending);
                Some(Notice::Asked)
            }
            Err(Unfinished::Idle) => None,
        }
    }

    /// How what runs ends if nobody says otherwise.
    fn ending(&self) -> Ending {
        let chosen = if self.fails {
            Ending::Failure
        } else {
            Ending::Success
        };
        self.planned.unwrap_or(chosen)
    }

    /// Whether the chart does not tell where what runs leads, so that the reader will be asked.
    #[must_use]
    pub fn is_untold(&self) -> bool {
        !self.service().tells(self.ending())
    }

    fn moved(&mut self, change: impl FnOnce(&mut History) -> bool) -> Option<Notice> {
        change(&mut self.history).then_some(())?;
        self.forget_run();
        Some(Notice::Moved)
    }

    fn forget_run(&mut self) {
        self.planned = None;
        self.asking = None;
    }

    /// Says something that is not about the service.
    pub fn say(&mut self, text: String) {
        self.announce(text);
    }

    /// Clears the announcement.
    pub fn hush(&mut self) {
        self.announcement.clear();
    }

    /// A live region speaks only when its text changes, so the same text twice gets a silent mark.
    fn announce(&mut self, mut text: String) {
        if text == self.announcement {
            text.push('\u{a0}');
        }
        self.announcement = text;
    }
}
