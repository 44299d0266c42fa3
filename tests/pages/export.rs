//! The export: shown, copied, downloaded, by mouse and by keys, and under a strict policy.

use crate::page::{Page, visit, visit_broken};
use serde_json::{Value, json};
use thirtyfour::prelude::*;

const ROOT: &str = "document.querySelector('state-chart').shadowRoot";

/// Opens the export as a reader does; what is downloaded is kept in `window.taken`.
async fn open(page: &Page) {
    let keep = "(() => { const make = URL.createObjectURL; window.taken = []; \
         URL.createObjectURL = (blob) => { const it = { type: blob.type, size: blob.size }; \
           blob.arrayBuffer().then(bytes => { it.bytes = [...new Uint8Array(bytes.slice(0, 40))]; }); \
           window.taken.push(it); return make(blob); }; })()";
    page.eval(keep).await;
    page.click("[data-place=export] summary").await;
    page.until(&format!("{ROOT}.querySelector('textarea')?.value"))
        .await;
}

/// Chooses a format by its name, as a reader does.
async fn choose(page: &Page, name: &str) {
    let select = page.find("select[name=format]").await;
    let options = select.find_all(By::Tag("option")).await.unwrap();
    for option in options {
        if option.text().await.unwrap() == name {
            option.click().await.unwrap();
            return;
        }
    }
    panic!("no format is called {name}");
}

async fn preview(page: &Page) -> String {
    let value = page
        .eval(&format!("{ROOT}.querySelector('textarea').value"))
        .await;
    value.as_str().unwrap_or_default().to_owned()
}

async fn says(page: &Page, words: &str) {
    page.until(&format!(
        "{ROOT}.querySelector('output').textContent === {}",
        json!(words)
    ))
    .await;
}

#[tokio::test]
async fn each_format_is_shown_and_is_of_this_chart() {
    for (site, state) in [("", "StopFailed"), ("table.html", "Printing")] {
        visit(site, 1280, async |page| {
            open(page).await;
            let names = page.texts("select[name=format] option").await;
            let known = json!(["JSON", "HTML", "Markdown", "CSV", "Mermaid", "SCXML", "Graphviz", "XState", "SVG", "PNG", "Runbook of the steps"]);
            assert_eq!(names, known);
            for name in names.as_array().unwrap().iter().take(9) {
                let name = name.as_str().unwrap();
                choose(page, name).await;
                assert!(preview(page).await.contains(state), "{name}");
                let same = format!("document.querySelector('state-chart').export('{name}').then(it => {{ window.same = it.replaceAll('\\r\\n', '\\n'); }})");
                if name != "SVG" {
                    page.eval(&format!("void {same}")).await;
                    page.until("window.same").await;
                    assert_eq!(page.eval("window.same").await, json!(preview(page).await));
                }
            }
        })
        .await;
    }
}

#[tokio::test]
async fn to_choose_a_format_chooses_nothing_else() {
    visit("", 1280, async |page| {
        page.click(".route summary").await;
        let goal = page.find(".route select").await;
        let options = goal.find_all(By::Tag("option")).await.unwrap();
        for option in options {
            if option.text().await.unwrap() == "Suspended" {
                option.click().await.unwrap();
                break;
            }
        }
        page.until(&format!("{ROOT}.querySelector('.way')")).await;
        open(page).await;
        choose(page, "CSV").await;
        assert!(preview(page).await.starts_with("State,"));
        let way = format!("{ROOT}.querySelectorAll('.way').length");
        assert_eq!(page.eval(&way).await, json!(1));
    })
    .await;
}

#[tokio::test]
async fn the_runbook_follows_the_steps() {
    visit("", 1280, async |page| {
        open(page).await;
        choose(page, "Runbook of the steps").await;
        assert!(preview(page).await.contains("No step was taken."));
        page.eval("document.querySelector('state-chart').setAttribute('duration', '0')")
            .await;
        // Backup leaves the service where it is, and is a step all the same.
        page.click("[data-operation=Backup]:enabled").await;
        page.until(&format!(
            "{ROOT}.querySelector('textarea').value.includes('1. **Backup**')"
        ))
        .await;
        page.click("[data-history=undo]").await;
        page.until(&format!(
            "{ROOT}.querySelector('textarea').value.includes('No step')"
        ))
        .await;
    })
    .await;
}

#[tokio::test]
async fn files_are_downloaded_with_their_names_and_openings() {
    visit("", 1280, async |page| {
        open(page).await;
        let download = "button[name=download]";
        choose(page, "CSV").await;
        page.click(download).await;
        says(page, "CSV downloaded as biztalk-services-state-chart.csv").await;
        page.until("window.taken[0].bytes").await;
        assert_eq!(page.eval("window.taken[0].type").await, json!("text/csv"));
        assert_eq!(page.eval("window.taken[0].bytes.slice(0, 3)").await, json!([0xEF, 0xBB, 0xBF]));
        choose(page, "PNG").await;
        let hidden = format!("{ROOT}.querySelector('textarea').hidden && {ROOT}.querySelector('[name=copy]').disabled");
        assert_eq!(page.eval(&hidden).await, json!(true));
        page.click(download).await;
        says(page, "PNG downloaded as biztalk-services-state-chart.png").await;
        // The first is the picture to draw, and the second what was drawn: it begins as PNG does.
        page.until("window.taken[2]?.bytes").await;
        assert_eq!(page.eval("window.taken[2].type").await, json!("image/png"));
        assert_eq!(page.eval("window.taken[2].bytes.slice(0, 4)").await, json!([0x89, 0x50, 0x4E, 0x47]));
        assert!(page.eval("window.taken[2].size").await.as_u64() > Some(20_000));
        choose(page, "Runbook of the steps").await;
        page.click(download).await;
        says(page, "Runbook of the steps downloaded as biztalk-services-state-chart-runbook.md").await;
    })
    .await;
}

#[tokio::test]
async fn text_is_copied_or_selected_where_the_browser_does_not_copy() {
    visit("", 1280, async |page| {
        open(page).await;
        choose(page, "Mermaid").await;
        let clipboard = |answer: &str| {
            format!("void Object.defineProperty(navigator, 'clipboard', {{ configurable: true, value: {{ writeText: (text) => {{ window.copied = text; return Promise.{answer}; }} }} }})")
        };
        page.eval(&clipboard("resolve()")).await;
        page.click("button[name=copy]").await;
        says(page, "Copied").await;
        assert_eq!(page.eval("window.copied").await, json!(preview(page).await));
        page.eval(&clipboard("reject(new Error())")).await;
        page.click("button[name=copy]").await;
        says(page, "It cannot be copied here. The text is selected").await;
        let selected = format!("(it => it.value.slice(it.selectionStart, it.selectionEnd))({ROOT}.activeElement)");
        assert_eq!(page.eval(&selected).await, json!(preview(page).await));
    })
    .await;
}

#[tokio::test]
async fn it_is_opened_and_used_by_keys_alone() {
    visit("table.html", 1280, async |page| {
        page.eval(&format!(
            "{ROOT}.querySelector('[data-place=export] summary').focus()"
        ))
        .await;
        page.press(Key::Enter + "").await;
        page.until(&format!("{ROOT}.querySelector('textarea')?.value"))
            .await;
        page.press(Key::Tab + "M").await;
        page.until(&format!(
            "{ROOT}.querySelector('textarea').value.includes('| Idle |')"
        ))
        .await;
        page.press(Key::Tab + Key::Tab + Key::Enter).await;
        says(page, "Markdown downloaded as printer.md").await;
    })
    .await;
}

#[tokio::test]
async fn a_strict_policy_allows_all_but_png_which_says_so() {
    visit_broken("/strict/index.html", async |page| {
        page.until(&format!("{ROOT}?.querySelector('[data-place=diagram] summary')")).await;
        page.click("[data-place=diagram] summary").await;
        page.until(&format!("{ROOT}.querySelector('.node.lit')")).await;
        open(page).await;
        choose(page, "SVG").await;
        page.click("button[name=download]").await;
        says(page, "SVG downloaded as biztalk-services-state-chart.svg").await;
        page.quiet().await;
        choose(page, "PNG").await;
        page.click("button[name=download]").await;
        says(page, "The picture cannot be made a PNG here. The page's Content-Security-Policy may lack img-src blob:. SVG can be taken").await;
        let said = page.eval("window.complaints").await;
        let said: Vec<&Value> = said.as_array().unwrap().iter().collect();
        assert!(said.iter().all(|it| it.to_string().contains("img-src")), "{said:?}");
    })
    .await;
}
