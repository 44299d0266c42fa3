//! The whole widget as one Yew component, for use in any Yew app.

use super::{DURATION, Gate, Help, Listening, Notice, Parts, SCOPE, Selection, Store, View};
use crate::chart::{Chart, StateId};
use crate::guide::ChartGuide;
use crate::service::{Cause, Ending, Refusal, Step};
use crate::words::Words;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use yew::prelude::*;

/// What a Yew app says about its widget.
#[derive(Clone, PartialEq, Properties)]
pub struct StateChartProps {
    /// The chart. Another chart starts another session.
    pub chart: Rc<Chart>,
    /// The name of the state that the service starts in; the chart's own start where empty or unknown.
    /// Another name starts another session.
    #[prop_or_default]
    pub state: AttrValue,
    /// How long an operation runs, in milliseconds.
    #[prop_or(DURATION)]
    pub duration: u32,
    /// The parts to show; tables only of a chart with at most [`MAX_SHOWN`](crate::chart::MAX_SHOWN) cells.
    /// The component shows neither `diagram` nor `export`: an app has [`crate::diagram`] and
    /// [`crate::export`] for them.
    #[prop_or_default]
    pub parts: Parts,
    /// The words of the language that it speaks; English by default. Another language starts another session.
    #[prop_or_default]
    pub words: Words,
    /// Called with each step that is taken.
    #[prop_or_default]
    pub onstep: Callback<Step>,
    /// Called with each refusal of an operation or event that somebody tried.
    #[prop_or_default]
    pub onrefuse: Callback<Refusal>,
    /// Called when the reader asks about another cell, or about none.
    #[prop_or_default]
    pub onselect: Callback<Option<Selection>>,
    /// Asked each time that an operation or event is about to begin. It begins when this returns,
    /// unless it was [cancelled](Operating::cancel), and ends by itself unless it is
    /// [held](Operating::hold).
    #[prop_or_default]
    pub onoperate: Callback<Operating>,
}

/// An operation or event that is about to begin.
#[derive(Clone)]
pub struct Operating {
    /// What is about to begin.
    pub cause: Cause,
    /// Where the service is; `None` is no service.
    pub at: Option<StateId>,
    gate: Rc<Cell<Gate>>,
    store: Store,
    run: u32,
}

impl Operating {
    /// Has it not begin.
    pub fn cancel(&self) {
        self.gate.set(Gate::Cancel);
    }

    /// Has it run until the returned value [ends](Held::end) it.
    #[must_use = "what is dropped without an end has failed"]
    pub fn hold(&self) -> Held {
        self.gate.set(Gate::Hold);
        Held {
            store: self.store.clone(),
            run: self.run,
            ending: Ending::Failure,
        }
    }
}

/// An operation that the app carries out. What is dropped without an end has failed.
pub struct Held {
    store: Store,
    run: u32,
    ending: Ending,
}

impl Held {
    /// Ends the operation. Nothing happens if it runs no more: the reader may have abandoned it.
    pub fn end(mut self, ending: Ending) {
        self.ending = ending;
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        self.store.finish(self.run, Some(self.ending));
    }
}

/// The widget with a session of its own.
pub struct StateChart {
    store: Store,
    /// The `onoperate` of the last properties, for the guard of the store.
    onoperate: Rc<RefCell<Callback<Operating>>>,
    /// Dropping it unsubscribes.
    _listening: Listening,
}

impl StateChart {
    /// A component with a new session.
    fn open(ctx: &Context<Self>) -> Self {
        let props = ctx.props();
        let chart = &props.chart;
        let start = chart.state_named(&props.state).or_else(|| chart.start());
        let store = Store::new(Rc::clone(chart), start, props.duration);
        store.speak(props.words.clone());
        store.set_help(Help {
            guide: Some(Rc::new(ChartGuide::speaking(
                Rc::clone(chart),
                props.words.clone(),
            ))),
            ..Help::default()
        });
        let onoperate = Rc::new(RefCell::new(props.onoperate.clone()));
        let (weak, asked) = (store.downgrade(), Rc::clone(&onoperate));
        store.guard(move |cause, run| {
            let Some(store) = weak.upgrade() else {
                return Gate::Cancel;
            };
            let gate = Rc::new(Cell::new(Gate::Play));
            let at = store.session().service().state();
            let callback = asked.borrow().clone();
            callback.emit(Operating {
                cause,
                at,
                gate: Rc::clone(&gate),
                store,
                run,
            });
            gate.get()
        });
        let scope = ctx.link().clone();
        let listening = store.listen(move |notice| scope.send_message(notice.clone()));
        Self {
            store,
            onoperate,
            _listening: listening,
        }
    }
}

impl Component for StateChart {
    type Message = Notice;
    type Properties = StateChartProps;

    fn create(ctx: &Context<Self>) -> Self {
        Self::open(ctx)
    }

    fn update(&mut self, ctx: &Context<Self>, notice: Notice) -> bool {
        let props = ctx.props();
        match notice {
            Notice::Stepped(step) => props.onstep.emit(step),
            Notice::Refused(refusal) => props.onrefuse.emit(refusal),
            Notice::Selected => {
                let selection = self.store.session().selection();
                props.onselect.emit(selection);
            }
            _ => {}
        }
        false
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &StateChartProps) -> bool {
        let props = ctx.props();
        if props.chart != old.chart || props.state != old.state || props.words != old.words {
            self.store.close();
            *self = Self::open(ctx);
        }
        self.store.set_duration(props.duration);
        self.onoperate.replace(props.onoperate.clone());
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let store = &self.store;
        html! {
            <div class={AttrValue::Static(SCOPE)}>
                <View key={store.number()} {store} parts={ctx.props().parts} />
            </div>
        }
    }

    fn destroy(&mut self, _: &Context<Self>) {
        self.store.close();
    }
}
