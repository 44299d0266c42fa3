//! The widget in front of a service of your own: what the reader asks for is carried out elsewhere, and
//! the widget waits for how it ended.

use gloo::timers::callback::Timeout;
use state_chart::StateChart;
use state_chart::chart::Chart;
use state_chart::service::{Ending, Refusal};
use state_chart::ui::{Operating, STYLE, Selection};
use std::rc::Rc;
use yew::prelude::*;

/// The page: `Delete` is not carried out, and everything else takes its time and succeeds.
#[component]
pub fn App() -> Html {
    let chart = use_memo((), |()| Chart::biztalk());
    let said = use_state(String::new);
    let onoperate = {
        let chart = Rc::clone(&chart);
        Callback::from(move |operating: Operating| {
            if operating.cause.name(&chart) == "Delete" {
                return operating.cancel();
            }
            let held = operating.hold();
            // In place of a request: its answer ends the operation.
            Timeout::new(20, move || held.end(Ending::Success)).forget();
        })
    };
    let onrefuse = {
        let (said, chart) = (said.clone(), Rc::clone(&chart));
        Callback::from(move |refusal: Refusal| said.set(refusal.text(&chart)))
    };
    let onselect = {
        let (said, chart) = (said.clone(), Rc::clone(&chart));
        Callback::from(move |cell: Option<Selection>| {
            let name = cell.map(|cell| chart.operation_name(cell.operation).to_owned());
            said.set(name.unwrap_or_default());
        })
    };
    html! {
        <>
            <style>{ STYLE }</style>
            <StateChart {chart} {onoperate} {onrefuse} {onselect} />
            <output>{ (*said).clone() }</output>
        </>
    }
}

fn main() {
    yew::Renderer::<App>::new().render();
}
