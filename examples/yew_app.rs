//! The widget in an app of your own: a Yew page that shows a chart and lists the steps taken in it.
//!
//! Only the feature `widget` is needed. The style sheet comes with the crate, for the app to put where
//! its other styles are.

use state_chart::chart::{Chart, Draft, DraftGroup, DraftName, DraftRow, Permit, Problem};
use state_chart::service::{Cause, Step};
use state_chart::ui::{STYLE, StateChart};
use std::rc::Rc;
use yew::prelude::*;

/// A door: where it stands, and what can be done with it there.
fn door() -> Result<Chart, Vec<Problem>> {
    let row = |state: &str, permits: [bool; 2]| DraftRow {
        states: vec![DraftName::new(state)],
        permits: permits
            .map(|yes| {
                if yes {
                    Permit::Allowed
                } else {
                    Permit::Refused
                }
            })
            .to_vec(),
        notes: Vec::new(),
    };
    Chart::new(Draft {
        title: "Door".to_owned(),
        groups: vec![DraftGroup {
            title: "Moves".to_owned(),
            operations: vec![DraftName::new("Open"), DraftName::new("Close")],
        }],
        rows: vec![row("Shut", [true, false]), row("Ajar", [true, true])],
        ..Draft::default()
    })
}

/// The page.
#[component]
pub fn App() -> Html {
    let chart = use_memo((), |()| door().map(Rc::new));
    let steps = use_state(Vec::<String>::new);
    let Ok(chart) = chart.as_ref().clone() else {
        return html! { <p>{ "The chart of the door is wrong." }</p> };
    };
    let on_step = {
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
            <StateChart {chart} state="Ajar" duration={0} {on_step} />
            <ol class="steps">{ for steps.iter().map(|step| html! { <li>{ step.clone() }</li> }) }</ol>
        </>
    }
}

fn main() {
    yew::Renderer::<App>::new().render();
}
