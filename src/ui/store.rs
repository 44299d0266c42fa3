//! A session with time and listeners: whoever holds a clone sees the same service.

use super::{Action, Notice, Session};
use crate::chart::{Chart, StateId};
use crate::guide::Guide;
use crate::service::{Cause, Ending, Refusal};
use crate::words::Words;
use gloo::timers::callback::Timeout;
use std::cell::{Cell, Ref, RefCell};
use std::rc::{Rc, Weak};

/// How long an operation runs where nobody says otherwise, in milliseconds.
pub const DURATION: u32 = 900;

/// What the host says of an operation that is about to begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Gate {
    /// It runs for its duration and ends as the reader chose.
    Play,
    /// It begins, and the host ends it.
    Hold,
    /// It does not begin.
    Cancel,
}

thread_local! {
    /// Counts stores.
    static STORES: Cell<u32> = const { Cell::new(0) };
}

type Listener = Rc<dyn Fn(&Notice)>;
type Guard = Rc<dyn Fn(Cause, u32) -> Gate>;

/// The guide that answers about ways, if it is there already.
#[derive(Clone, Default)]
pub(crate) struct Help {
    /// The guide.
    pub(crate) guide: Option<Rc<dyn Guide>>,
    /// Why there is none; empty where it was not asked for yet or is on its way.
    pub(crate) fault: Rc<str>,
}

impl PartialEq for Help {
    fn eq(&self, other: &Self) -> bool {
        let same = match (&self.guide, &other.guide) {
            (Some(here), Some(there)) => Rc::ptr_eq(here, there),
            (None, None) => true,
            _ => false,
        };
        same && self.fault == other.fault
    }
}

impl Help {
    /// What a section shows as long as there is no guide.
    pub(super) fn instead(&self) -> String {
        match &*self.fault {
            "" => "…".to_owned(),
            fault => fault.to_owned(),
        }
    }
}

/// Makes the link to a value as [`crate::address`] writes it.
pub(crate) type Linker = Rc<dyn Fn(&str) -> String>;

/// A shared session.
#[derive(Clone)]
pub(crate) struct Store(Rc<Inner>);

struct Inner {
    number: u32,
    session: RefCell<Session>,
    duration: Cell<u32>,
    timer: RefCell<Option<Timeout>>,
    listeners: RefCell<Vec<(u32, Listener)>>,
    /// Counts listeners, so that each can be found again.
    listened: Cell<u32>,
    guard: RefCell<Option<Guard>>,
    linker: RefCell<Option<Linker>>,
    help: RefCell<Help>,
    /// Loads the guide.
    load: RefCell<Option<Rc<dyn Fn()>>>,
    /// Counts changes of the history.
    steps: Cell<u32>,
    /// Counts runs, so that an end that comes late does not end the next run.
    run: Cell<u32>,
}

/// A weak reference to a store, for what the store itself keeps: a strong one would be a circle.
#[derive(Clone)]
pub(crate) struct WeakStore(Weak<Inner>);

impl WeakStore {
    /// The store, if it is still there.
    #[must_use]
    pub(crate) fn upgrade(&self) -> Option<Store> {
        self.0.upgrade().map(Store)
    }
}

/// A listener at a store; dropping it unsubscribes.
pub(crate) struct Listening {
    store: Weak<Inner>,
    number: u32,
}

impl Drop for Listening {
    fn drop(&mut self) {
        if let Some(inner) = self.store.upgrade() {
            inner
                .listeners
                .borrow_mut()
                .retain(|(number, _)| *number != self.number);
        }
    }
}

impl yew::html::ImplicitClone for Store {}

impl yew::html::ImplicitClone for Help {}

impl PartialEq for Store {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Store {
    /// A store of a new session. Operations run for `duration` milliseconds.
    #[must_use]
    pub(crate) fn new(chart: Rc<Chart>, start: Option<StateId>, duration: u32) -> Self {
        let number = STORES.with(|stores| stores.replace(stores.get().wrapping_add(1)));
        Self(Rc::new(Inner {
            number,
            session: RefCell::new(Session::new(chart, start)),
            duration: Cell::new(duration),
            timer: RefCell::new(None),
            listeners: RefCell::new(Vec::new()),
            listened: Cell::new(0),
            guard: RefCell::new(None),
            linker: RefCell::new(None),
            help: RefCell::default(),
            load: RefCell::new(None),
            steps: Cell::new(0),
            run: Cell::new(0),
        }))
    }

    /// A weak reference to the store.
    #[must_use]
    pub(crate) fn downgrade(&self) -> WeakStore {
        WeakStore(Rc::downgrade(&self.0))
    }

    /// The number of this store, different from every other's.
    #[must_use]
    pub(crate) fn number(&self) -> u32 {
        self.0.number
    }

    /// The session. Nothing may be dispatched while it is borrowed.
    #[must_use]
    pub(crate) fn session(&self) -> Ref<'_, Session> {
        self.0.session.borrow()
    }

    /// Sets how long operations run from now on, in milliseconds; 0 is at once.
    pub(crate) fn set_duration(&self, duration: u32) {
        self.0.duration.set(duration);
    }

    /// Calls `listener` after each change, until the returned value is dropped or the store is closed.
    #[must_use]
    pub(crate) fn listen(&self, listener: impl Fn(&Notice) + 'static) -> Listening {
        let number = self.0.listened.get().wrapping_add(1);
        self.0.listened.set(number);
        self.0
            .listeners
            .borrow_mut()
            .push((number, Rc::new(listener)));
        Listening {
            store: Rc::downgrade(&self.0),
            number,
        }
    }

    /// From now on says what happens in the language of `words`.
    pub(crate) fn speak(&self, words: Words) {
        self.0.session.borrow_mut().speak(words);
    }

    /// The words of its language.
    #[must_use]
    pub(crate) fn words(&self) -> Words {
        self.session().words().clone()
    }

    /// Asks `guard` each time an operation or event is about to begin, with the number of its run.
    pub(crate) fn guard(&self, guard: impl Fn(Cause, u32) -> Gate + 'static) {
        *self.0.guard.borrow_mut() = Some(Rc::new(guard));
    }

    /// Offers readers the links that `linker` makes; with `None` no longer.
    #[cfg(feature = "element")]
    pub(crate) fn offer(&self, linker: Option<Linker>) {
        self.0.linker.replace(linker);
        self.tell(&Notice::Refreshed);
    }

    /// The guide that answers about ways, or why there is none.
    #[must_use]
    pub(crate) fn help(&self) -> Help {
        self.0.help.borrow().clone()
    }

    /// Sets the guide that answers about ways, or says why there is none.
    pub(crate) fn set_help(&self, help: Help) {
        self.0.help.replace(help);
        self.tell(&Notice::Refreshed);
    }

    /// Has `load` called when somebody asks about ways and there is no guide yet. It ends in
    /// [`set_help`](Self::set_help).
    #[cfg(feature = "element")]
    pub(crate) fn on_guide_wanted(&self, load: impl Fn() + 'static) {
        self.0.load.replace(Some(Rc::new(load)));
    }

    /// Has the guide loaded, if it is not there.
    pub(super) fn want_guide(&self) {
        let load = self.0.load.borrow().clone();
        if let Some(load) = load.filter(|_| self.help().guide.is_none()) {
            load();
        }
    }

    /// Another number after each change of the history.
    #[must_use]
    pub(crate) fn steps_version(&self) -> u32 {
        self.0.steps.get()
    }

    /// What makes links, where they are offered.
    #[must_use]
    pub(crate) fn linker(&self) -> Option<Linker> {
        self.0.linker.borrow().clone()
    }

    /// Ends all that would go on by itself: timer, listeners, guard.
    pub(crate) fn close(&self) {
        self.0.linker.take();
        self.0.load.take();
        self.0.help.take();
        self.0.timer.take();
        self.0.guard.take();
        self.0.listeners.take();
    }

    /// The number of the run that began last.
    #[must_use]
    pub(crate) fn run(&self) -> u32 {
        self.0.run.get()
    }

    /// Performs an operation or event as a reader does; it ends as the reader chooses.
    pub(crate) fn perform(&self, cause: Cause, condition_met: bool) {
        // A refusal has been told to every listener by then.
        let _: Result<u32, Option<Refusal>> = self.begin(cause, condition_met, None);
    }

    /// Begins an operation or event, and returns the number of its run.
    ///
    /// # Errors
    ///
    /// The refusal; `None` if the host cancelled it.
    pub(crate) fn begin(
        &self,
        cause: Cause,
        condition_met: bool,
        ending: Option<Ending>,
    ) -> Result<u32, Option<Refusal>> {
        let guard = self.0.guard.borrow().clone();
        let refusal = self.session().service().refusal(cause, condition_met);
        let number = self.run().wrapping_add(1);
        let gate = guard
            .filter(|_| refusal.is_none())
            .map_or(Gate::Play, |guard| guard(cause, number));
        if gate == Gate::Cancel {
            return Err(None);
        }
        let before = self.0.run.replace(number);
        let action = Action::Begin {
            cause,
            condition_met,
            ending,
        };
        if let Some(Notice::Refused(refusal)) = self.dispatch(action) {
            self.0.run.set(before);
            return Err(Some(refusal));
        }
        if gate == Gate::Play {
            self.play();
        }
        Ok(number)
    }

    fn play(&self) {
        let duration = self.0.duration.get();
        // There is nothing to wait for where the reader chooses what comes next.
        if duration == 0 || self.session().is_untold() {
            self.dispatch(Action::Finish(None));
            return;
        }
        let weak = self.downgrade();
        // `setTimeout` takes a larger number as a negative one, and fires at once.
        let duration = duration.min(i32::MAX.unsigned_abs());
        let timer = Timeout::new(duration, move || {
            if let Some(store) = weak.upgrade() {
                // It has fired: dropping it now would cancel a timer that is not there any more.
                if let Some(timer) = store.0.timer.take() {
                    timer.forget();
                }
                store.dispatch(Action::Finish(None));
            }
        });
        self.0.timer.replace(Some(timer));
    }

    /// Ends the run of this number, if it still runs.
    pub(crate) fn finish(&self, run: u32, ending: Option<Ending>) {
        if self.run() == run {
            self.dispatch(Action::Finish(ending));
        }
    }

    /// Does `action` and tells every listener what it came to.
    pub(crate) fn dispatch(&self, action: Action) -> Option<Notice> {
        let notice = self.0.session.borrow_mut().apply(action)?;
        self.tell(&notice);
        Some(notice)
    }

    /// Announces something that is not about the service.
    pub(super) fn say(&self, text: String) {
        self.0.session.borrow_mut().say(text);
        self.tell(&Notice::Announced);
    }

    /// Clears the last announcement.
    pub(super) fn hush(&self) {
        self.0.session.borrow_mut().hush();
    }

    /// Goes on with `history`, which is of the same chart, and tells every listener.
    #[cfg(feature = "element")]
    pub(crate) fn restore(&self, history: crate::service::History) {
        let notice = self.0.session.borrow_mut().restore(history);
        if let Some(notice) = notice {
            self.tell(&notice);
        }
    }

    fn tell(&self, notice: &Notice) {
        if matches!(notice, Notice::Stepped(_) | Notice::Moved) {
            self.0.steps.set(self.steps_version().wrapping_add(1));
        }
        if self.session().service().running().is_none() {
            self.0.timer.take();
        }
        // Listeners may dispatch and listen themselves, so nothing stays borrowed here.
        let listeners = self.0.listeners.borrow().clone();
        for (_, listener) in listeners {
            listener(notice);
        }
    }
}

#[cfg(test)]
mod tests;
