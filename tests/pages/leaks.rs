//! Elements that come and go leave nothing behind, on counters that do not depend on time.
//!
//! Only Chromium tells them, by its own protocol; in another engine this test has nothing to ask.

use crate::page::{Page, visit_broken};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// What the browser counts, of the whole page.
const COUNTED: [&str; 4] = ["Nodes", "JSEventListeners", "Documents", "Frames"];

/// How often garbage is collected before what is left counts as kept.
const TRIES: usize = 10;

/// What is there at one time.
struct Count {
    /// What has to be the same each time, by name.
    kept: BTreeMap<String, u64>,
    /// The bytes of objects of scripts.
    heap: f64,
}

/// Has the browser collect what nobody can reach.
async fn collect(page: &Page) {
    let cdp = page.driver.cdp();
    for _ in 0..2 {
        let collected = cdp.send_raw("HeapProfiler.collectGarbage", json!({}));
        collected.await.unwrap();
    }
}

async fn count(page: &Page) -> Count {
    collect(page).await;
    // What is gone is forgotten by those who ask as well, and collected then.
    let left = page.eval("left()").await;
    collect(page).await;
    let cdp = page.driver.cdp();
    let told = cdp.send_raw("Performance.getMetrics", json!({})).await;
    let told = told.unwrap();
    let metrics = told["metrics"].as_array().unwrap();
    let metric = |name: &str| {
        let found = metrics.iter().find(|metric| metric["name"] == json!(name));
        found.unwrap_or_else(|| panic!("the browser counts no {name}"))["value"]
            .as_f64()
            .unwrap()
    };
    let mut kept: BTreeMap<String, u64> = COUNTED
        .iter()
        .map(|&name| (name.to_owned(), metric(name) as u64))
        .collect();
    let left = left.as_object().unwrap().iter();
    kept.extend(left.map(|(name, count)| (name.clone(), count.as_u64().unwrap())));
    Count {
        kept,
        heap: metric("JSHeapUsedSize"),
    }
}

/// Plays rounds until there were `rounds` in all.
async fn play(page: &Page, rounds: u64) {
    loop {
        let played = page.eval("window.played ?? 0").await.as_u64().unwrap();
        if played == rounds {
            return;
        }
        let further = (rounds - played).min(50);
        page.eval(&format!("void play({further})")).await;
        let all = played + further;
        page.until(&format!("window.failed || window.played === {all}"))
            .await;
        assert_eq!(page.eval("window.failed ?? null").await, Value::Null);
    }
}

#[tokio::test]
async fn a_thousand_elements_that_came_and_went_leave_nothing_behind() {
    visit_broken("leaks.html", async |page| {
        let cdp = page.driver.cdp();
        cdp.send_raw("Performance.enable", json!({})).await.unwrap();
        page.until("customElements.get('state-chart')").await;
        play(page, 100).await;
        let mut before = count(page).await;
        // What the first rounds have left for the collector may take it several turns.
        for _ in 0..TRIES {
            let again = count(page).await;
            let settled = again.kept == before.kept;
            before = again;
            if settled {
                break;
            }
        }
        for name in ["elements", "roots", "widgets", "not freed"] {
            assert_eq!(before.kept.get(name), Some(&0), "{name} after 100 rounds");
        }
        assert_eq!(
            before.kept.get("programs"),
            Some(&3),
            "widget, json and tools"
        );
        // Until then the heap grows by programs that have run often, and are kept in a faster form.
        play(page, 600).await;
        let halfway = count(page).await;
        play(page, 1100).await;
        let mut after = count(page).await;
        for _ in 0..TRIES {
            if after.kept == before.kept {
                break;
            }
            after = count(page).await;
        }
        assert_eq!(after.kept, before.kept);
        let grown = after.heap / halfway.heap;
        assert!(
            grown < 1.05,
            "the heap grew {grown} times in 500 rounds, to {}",
            after.heap
        );
        page.quiet().await;
    })
    .await;
}
