//! Elements and an independent model of them, under the same random steps: state, enabled buttons, history, what
//! is asked and what is said agree after every step.
//!
//! `STATE_CHART_MODEL=first,elements,steps` makes another run, such as `1,200,10000`. Where they part, the seed and
//! the fewest steps that do it are told.

use crate::page::visit_broken;
use serde_json::{Value, json};
use std::time::{Duration, Instant};

/// The first seed, how many elements, and how many steps each.
const BOUNDED: [u64; 3] = [1, 40, 100];

#[tokio::test]
async fn elements_agree_with_a_model_of_them_after_every_step() {
    let asked = std::env::var("STATE_CHART_MODEL").unwrap_or_default();
    let asked: Vec<u64> = asked.split(',').filter_map(|it| it.parse().ok()).collect();
    let [first, elements, steps] = <[u64; 3]>::try_from(asked).unwrap_or(BOUNDED);
    visit_broken("model.html", async |page| {
        page.until("customElements.get('state-chart')").await;
        let began = Instant::now();
        let walk = format!(
            "void walk({first}, {elements}, {steps}).then(it => {{ window.parted = [it]; }}, error => {{ window.parted = [`${{error?.stack}}`]; }})"
        );
        page.eval(&walk).await;
        // As long as it takes: a larger run is asked for by whoever has the time.
        while page.eval("window.parted ?? null").await == Value::Null {
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        let parted = page.eval("window.parted[0]").await;
        assert_eq!(parted, Value::Null, "{parted:#}");
        let agreed = page.eval("window.agreed").await;
        assert_eq!(agreed, json!(elements * steps));
        println!("{elements} elements from seed {first}, {steps} steps each: {:.0} s", began.elapsed().as_secs_f64());
        page.quiet().await;
    })
    .await;
}
