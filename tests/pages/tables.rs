//! Tables as they are published, in a browser: the same chart comes out as on the host, and what is
//! refused stays as it is.

use crate::page::{visit, visit_broken};
use crate::sample::{Sample, samples};
use serde_json::{Value, json};
use state_chart::import::json as import;

/// Puts each page into the document, one after the other, and keeps what its element became.
const READ: &str = "void (async (pages) => {
  window.read = [];
  for (const page of pages) {
    const box = document.createElement('div');
    box.innerHTML = page;
    document.body.append(box);
    const element = box.querySelector('state-chart');
    const before = element.innerHTML;
    try {
      await element.load();
      window.read.push({ chart: JSON.stringify(element.chart) });
    } catch (error) {
      window.read.push({ error: String(error), kept: element.innerHTML === before });
    }
    box.remove();
  }
  window.done = true;
})";

fn check(sample: &Sample, read: &Value) -> Vec<String> {
    let Some(json) = read["chart"].as_str() else {
        let mut found = Vec::new();
        if !sample.is("reject") && !sample.is("mayReject") {
            found.push(format!("refused: {}", read["error"]));
        }
        if read["kept"] != json!(true) {
            found.push("its content was changed".to_owned());
        }
        return found;
    };
    if sample.is("reject") {
        return vec![format!("read as {json}")];
    }
    let chart = import::parse(json).unwrap();
    sample.differences(&import::read(&chart).unwrap())
}

/// A table of so many states and operations, as its markup.
const LARGE: &str = "((states, operations) => {
  const row = (tag, name, cells) => `<tr><${tag}>${name}${cells.map((cell) => `<${tag}>${cell}`).join('')}</tr>`;
  const names = (word, count) => Array.from({ length: count }, (_, number) => `${word} ${number}`);
  const marks = Array.from({ length: operations }, (_, number) => (number % 3 ? '' : '✓'));
  return `<table>${row('th', 'State', names('Operation', operations))}${names('State', states)
    .map((name) => row('td', name, marks)).join('')}</table>`;
})";

#[tokio::test]
async fn a_table_past_what_can_be_shown_stays_as_it_is_and_its_author_is_told_the_number() {
    visit_broken("content.html", async |page| {
        page.until("customElements.get('state-chart')").await;
        page.eval(&format!("void put({LARGE}(2000, 300))")).await;
        page.until("told.length").await;
        let expect = "found 600000 cells, and a table with at most 50000 becomes a widget; put parts of it into elements of their own";
        assert_eq!(page.eval("told").await, json!([expect]));
        assert_eq!(page.eval("isSeen(it.firstChild)").await, json!(true));
        assert_eq!(page.eval("widget()").await, Value::Null);
        page.eval(&format!("void put({LARGE}(1000, 50))")).await;
        page.until("widget()").await;
        assert_eq!(page.eval("told").await, json!([]));
    })
    .await;
}

#[tokio::test]
async fn a_chart_past_what_can_be_shown_has_its_card_and_its_author_is_told_the_number() {
    let root = "document.querySelector('state-chart').shadowRoot";
    visit_broken("long.html?5001,card%20grid", async |page| {
        page.until(&format!("{root}?.querySelector('.operations button:enabled')"))
            .await;
        assert_eq!(page.eval(&format!("{root}.querySelector('table')")).await, Value::Null);
        let expect = "error: state-chart: parts: the chart has 50010 cells, and at most 50000 are shown as tables; \
                      name the parts without `grid`, or make charts of parts of it";
        assert_eq!(page.eval("complaints").await, json!([expect]));
        page.eval("void (document.querySelector('state-chart').parts = 'card')").await;
        page.until(&format!("{root}.querySelector('.operations button:enabled')"))
            .await;
        assert_eq!(page.eval("complaints.length").await, json!(1));
    })
    .await;
    visit("long.html?5000,card%20grid", 1280, async |page| {
        page.until(&format!("{root}?.querySelector('table')")).await;
        page.quiet().await;
    })
    .await;
}

#[tokio::test]
async fn published_tables_are_read_in_a_browser_as_on_the_host() {
    visit_broken("content.html", async |page| {
        page.until("customElements.get('state-chart')").await;
        let mut wrong = Vec::new();
        for samples in samples().chunks(25) {
            let pages: Vec<&str> = samples.iter().map(|sample| sample.html.as_str()).collect();
            page.eval("void (window.done = false)").await;
            page.eval(&format!("{READ}({})", json!(pages))).await;
            page.until("window.done").await;
            let read = page.eval("window.read").await;
            for (sample, read) in samples.iter().zip(read.as_array().unwrap()) {
                for found in check(sample, read) {
                    wrong.push(format!("{}: {found}", sample.name));
                }
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    })
    .await;
}
