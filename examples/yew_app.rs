//! The widget in an app of your own: a Yew page that shows a chart and lists the steps taken in it.
//!
//! Only the feature `yew` is needed. The style sheet comes with the crate, for the app to put where its
//! other styles are; it holds within the widget alone.

use state_chart::StateChart;
use state_chart::chart::{Chart, Problems};
use state_chart::service::{Cause, Step};
use state_chart::ui::STYLE;
use std::rc::Rc;
use yew::prelude::*;

/// A door: where it stands, and what can be done with it there.
fn door() -> Result<Chart, Problems> {
    Chart::builder("Door")
        .operations(["Open", "Close"])
        .row("Shut", ["Open"])
        .row("Ajar", ["Open", "Close"])
        .build()
}

/// The page.
#[component]
pub fn App() -> Html {
    let chart = use_memo((), |()| door().map(Rc::new));
    let steps = use_state(Vec::<String>::new);
    let chart = match chart.as_ref() {
        Ok(chart) => Rc::clone(chart),
        Err(problems) => return html! { <p>{ problems.to_string() }</p> },
    };
    let onstep = {
        let (steps, chart) = (steps.clone(), Rc::clone(&chart));
        Callback::from(move |step: Step| {
            let name = match step.cause {
                Cause::Set => "Set",
                cause => cause.name(&chart),
            };
            let mut longer = (*steps).clone();
            longer.push(name.to_owned());
            steps.set(longer);
        })
    };
    html! {
        <>
            <style>{ STYLE }</style>
            <StateChart {chart} state="Ajar" duration={0} {onstep} />
            <ol class="steps">{ for steps.iter().map(|step| html! { <li>{ step.clone() }</li> }) }</ol>
        </>
    }
}

fn main() {
    yew::Renderer::<App>::new().render();
}
