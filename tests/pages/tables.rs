//! Tables as they are published, in a browser: the same chart comes out as on the host, and what is
//! refused stays as it is.

use crate::page::visit_broken;
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
