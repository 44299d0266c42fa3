//! A walk along a way: one step after the other, until one goes elsewhere.

use crate::path::Way;
use crate::service::Ending;
use crate::ui::{Listening, Notice, Store, text};
use crate::words::{Words, key};

/// A way, and how much of it is taken.
pub(super) struct Walk {
    way: Way,
    taken: usize,
    /// Dropping it unsubscribes.
    _listening: Listening,
}

/// How a walk is after something happened.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Walked {
    /// It goes on.
    On,
    /// Every step is taken.
    There,
    /// It stopped, and why.
    Stopped(String),
}

impl Walk {
    /// A walk that has not begun. What happens in the store is told to `listener`.
    pub(super) fn new(store: &Store, way: Way, listener: impl Fn(&Notice) + 'static) -> Self {
        Self {
            way,
            taken: 0,
            _listening: store.listen(listener),
        }
    }

    /// The way.
    pub(super) const fn way(&self) -> &Way {
        &self.way
    }

    /// How many of its steps are taken.
    pub(super) const fn taken(&self) -> usize {
        self.taken
    }

    /// Begins the next step, as a reader would: it takes its time, and may be refused.
    pub(super) fn begin(&mut self, store: &Store) -> Walked {
        let Some(planned) = self.way.steps.get(self.taken) else {
            return Walked::There;
        };
        let words = &store.words();
        match store.begin(planned.cause, planned.conditional, None) {
            Ok(_) => Walked::On,
            Err(Some(refusal)) => {
                let why = refusal.text_in(store.session().chart(), words);
                stopped(words, &why)
            }
            Err(None) => stopped(words, words.text(key::PAGE_CANCELLED)),
        }
    }

    /// Goes on if the step that was begun has ended as planned; stops if anything else happened.
    pub(super) fn on_notice(&mut self, store: &Store, notice: &Notice) -> Walked {
        let words = &store.words();
        match notice {
            Notice::Stepped(step) => {
                let planned = self.way.steps.get(self.taken);
                let as_planned = planned.is_some_and(|planned| {
                    (step.cause, step.from, step.to) == (planned.cause, planned.from, planned.to)
                });
                if !as_planned || step.ending != Ending::Success {
                    let why = text::stepped(store.session().chart(), words, step);
                    return stopped(words, &why);
                }
                self.taken += 1;
                self.begin(store)
            }
            Notice::Moved => stopped(words, words.text(key::LOOKED_BACK)),
            _ => Walked::On,
        }
    }
}

fn stopped(words: &Words, why: &str) -> Walked {
    Walked::Stopped(words.fill(key::WALK_STOPPED, &[why]))
}

#[cfg(test)]
mod tests;
