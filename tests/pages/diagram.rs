//! The diagram: opened, pointed at, gone through by keys, and following the service.

use crate::accessibility;
use crate::page::{Page, visit};
use serde_json::json;
use thirtyfour::prelude::*;

const ROOT: &str = "document.querySelector('state-chart').shadowRoot";

/// Opens the diagram as a reader does.
async fn open(page: &Page) {
    page.click("[data-place=diagram] summary").await;
    page.until(&format!("{ROOT}.querySelector('.picture svg')"))
        .await;
}

/// The names of the boxes that are lit, and how many arrows are.
async fn lit(page: &Page) -> (serde_json::Value, serde_json::Value) {
    let count = format!("{ROOT}.querySelectorAll('.arrows.lit .arrow').length");
    (
        page.texts(".node.lit .name text").await,
        page.eval(&count).await,
    )
}

/// Waits until the box of `state` is the one that is lit.
async fn lights(page: &Page, state: &str) {
    page.until(&format!(
        "{ROOT}.querySelector('.node.lit .name')?.dataset.state === {}",
        json!(state)
    ))
    .await;
    assert_eq!(lit(page).await.0.as_array().map(Vec::len), Some(1));
}

#[tokio::test]
async fn nothing_of_it_is_fetched_before_it_is_opened() {
    visit("", 1280, async |page| {
        let fetched =
            "performance.getEntriesByType('resource').some(it => /tools|sections/.test(it.name))";
        assert_eq!(page.eval(fetched).await, json!(false));
        open(page).await;
        assert_eq!(page.eval(fetched).await, json!(true));
    })
    .await;
}

#[tokio::test]
async fn a_click_on_a_state_sets_it_and_one_on_an_operation_asks_about_it() {
    visit("", 1280, async |page| {
        open(page).await;
        lights(page, "Active").await;
        // Seven operations, each with a success and a failure.
        assert_eq!(lit(page).await.1, json!(14));
        page.click(".picture .name[data-state=StopFailed] .face")
            .await;
        page.comes_to("StopFailed").await;
        lights(page, "StopFailed").await;
        page.click(".picture .line[data-state=Suspended][data-operation=Resume] .face")
            .await;
        page.until(&format!("{ROOT}.querySelector('.verdict.yes')"))
            .await;
        page.comes_to("StopFailed").await;
        // Whatever moves the service, undo as well, moves the light.
        page.click("[data-history=undo]").await;
        lights(page, "Active").await;
        page.eval("void document.querySelector('state-chart').perform('Delete')")
            .await;
        page.comes_to("").await;
        lights(page, "").await;
        page.click(".picture .name[data-state=Stopped] .face").await;
        lights(page, "Stopped").await;
        page.click(".picture .name[data-state=''] .face").await;
        page.comes_to("").await;
    })
    .await;
}

#[tokio::test]
async fn a_click_on_an_arrow_asks_about_its_cell() {
    visit("", 1280, async |page| {
        open(page).await;
        let arrow = page.find(".picture .arrow.failure[data-state=Stopped][data-operation=Start] .head").await;
        arrow.scroll_into_view().await.unwrap();
        let told = "document.querySelector('state-chart').addEventListener('state-chart-select', it => window.asked = it.detail)";
        page.eval(told).await;
        // By where it is: WebKit's driver takes no part of a picture for something to click.
        let centre = "(it => [it.x + it.width / 2, it.y + it.height / 2])(arguments[0].getBoundingClientRect())";
        let centre = page.driver.execute(format!("return {centre}"), vec![arrow.to_json().unwrap()]).await.unwrap();
        let [x, y] = [0, 1].map(|at| centre.json()[at].as_f64().unwrap().round() as i64);
        page.driver.action_chain().move_to(x, y).click().perform().await.unwrap();
        page.until("window.asked").await;
        // Several arrows run into one head, and the click is for the one on top: all are of Start.
        assert_eq!(page.eval("window.asked.operation").await, json!("Start"));
    })
    .await;
}

#[tokio::test]
async fn it_fits_its_place_and_grows_as_the_reader_wishes() {
    visit("", 1280, async |page| {
        open(page).await;
        let widths = format!(
            "(it => [it.getBoundingClientRect().width, it.parentElement.clientWidth])({ROOT}.querySelector('.picture svg'))"
        );
        page.until(&format!("{widths}[0] > 800")).await;
        let before = page.eval(&widths).await;
        let (picture, place) = (before[0].as_f64().unwrap(), before[1].as_f64().unwrap());
        assert!(picture <= place, "{picture} in {place}");
        page.find("[data-place=diagram] input").await.focus().await.unwrap();
        page.press(Key::End + "").await;
        let after = page.eval(&widths).await[0].as_f64().unwrap();
        assert!(after > 1.5 * picture, "{after}");
        let zoom = format!("{ROOT}.querySelector('[data-place=diagram] input').offsetWidth");
        assert!(page.eval(&zoom).await.as_f64().unwrap() > 100.0);
    })
    .await;
}

#[tokio::test]
async fn it_is_one_stop_of_the_keyboard_and_arrows_go_through_it() {
    visit("", 1280, async |page| {
        open(page).await;
        page.eval(&format!("{ROOT}.querySelector('.picture').focus()"))
            .await;
        let focused = async || {
            let it = format!(
                "(it => [it.dataset.state, it.dataset.operation].join('/'))({ROOT}.activeElement)"
            );
            page.eval(&it).await
        };
        page.press(Key::Tab + "").await;
        assert_eq!(focused().await, json!("Active/"));
        page.press(Key::Down + "").await;
        assert_eq!(focused().await, json!("Active/Stop"));
        // Where it leads is brought out, by success and by failure.
        assert_eq!(
            page.eval(&format!("{ROOT}.querySelectorAll('.arrow.shown').length"))
                .await,
            json!(2)
        );
        page.press(" ").await;
        page.until(&format!("{ROOT}.querySelector('.verdict.yes')"))
            .await;
        page.press(Key::Right + Key::Right).await;
        assert_eq!(focused().await, json!("Suspended/"));
        page.press(Key::Enter + "").await;
        page.comes_to("Suspended").await;
        lights(page, "Suspended").await;
        assert_eq!(focused().await, json!("Suspended/"));
        // The last is the box of no service.
        page.press(Key::End + Key::Up).await;
        assert_eq!(focused().await, json!("ScaleFailed/Scale"));
        page.press(Key::Home + Key::Up).await;
        assert_eq!(focused().await, json!("Active/"));
        let stops = format!("{ROOT}.querySelectorAll('.picture [tabindex=\"0\"]').length");
        assert_eq!(page.eval(&stops).await, json!(1));
    })
    .await;
}

#[tokio::test]
async fn the_way_that_is_asked_for_is_brought_out() {
    visit("", 1280, async |page| {
        open(page).await;
        let way = async || {
            let it = format!("[...{ROOT}.querySelectorAll('.arrow.way')].map(it => it.dataset.state + '/' + it.dataset.operation)");
            page.eval(&it).await
        };
        assert_eq!(way().await, json!([]));
        page.click(".picture .name[data-state=StopFailed] .face").await;
        lights(page, "StopFailed").await;
        page.click(".route summary").await;
        let select = page.find(".route select").await;
        let options = select.find_all(By::Tag("option")).await.unwrap();
        for option in options {
            if option.text().await.unwrap() == "Suspended" {
                option.click().await.unwrap();
                break;
            }
        }
        page.until(&format!("{ROOT}.querySelector('.arrow.way')")).await;
        assert_eq!(way().await, json!(["Active/Suspend", "StopFailed/Start", "StopFailed/Restart"]));
        page.picture("diagram-way").await;
        page.click(".picture .name[data-state=Active] .face").await;
        lights(page, "Active").await;
        assert_eq!(way().await, json!(["Active/Suspend"]));
    })
    .await;
}

#[tokio::test]
async fn a_table_that_tells_no_outcome_has_a_picture_that_says_so() {
    visit("table.html", 1280, async |page| {
        open(page).await;
        let legend = page.texts(".entry text:last-child").await;
        assert_eq!(legend, json!(["the chart does not tell where it leads"]));
        let words = page.texts(".unseen li").await;
        assert_eq!(
            words[0],
            json!("Print in Idle: the chart does not tell where it leads")
        );
        lights(page, "Idle").await;
        page.click(".picture .name[data-state=Paused] .face").await;
        page.comes_to("Paused").await;
        lights(page, "Paused").await;
        page.picture("diagram-untold").await;
    })
    .await;
}

#[tokio::test]
async fn it_goes_and_comes_again_with_its_part_and_its_element() {
    visit("", 1280, async |page| {
        open(page).await;
        let element = "document.querySelector('state-chart')";
        page.eval(&format!("{element}.parts = 'card'")).await;
        page.until(&format!("!{ROOT}.querySelector('[data-place]')"))
            .await;
        page.eval(&format!("{element}.parts = 'diagram'")).await;
        open(page).await;
        // Without the card, it alone shows where the service is.
        page.eval(&format!("{element}.state = 'Disabled'")).await;
        lights(page, "Disabled").await;
        page.eval(&format!(
            "(it => {{ it.remove(); setTimeout(() => document.body.prepend(it)); }})({element})"
        ))
        .await;
        page.until(&format!(
            "{element}?.shadowRoot.querySelector('.section:not([open])')"
        ))
        .await;
        open(page).await;
        // The session of an element that comes back goes on.
        lights(page, "Disabled").await;
    })
    .await;
}

#[tokio::test]
async fn axe_finds_nothing_with_the_sections_open() {
    for width in [1280, 360] {
        visit("", width, async |page| {
            open(page).await;
            page.click("[data-place=export] summary").await;
            page.until(&format!("{ROOT}.querySelector('textarea')?.value"))
                .await;
            for scheme in ["light", "dark"] {
                page.eval(&format!(
                    "document.documentElement.style.colorScheme = '{scheme}'"
                ))
                .await;
                accessibility::check(page, &format!("{width} px, {scheme}")).await;
                let fits = "document.documentElement.scrollWidth <= innerWidth";
                assert_eq!(page.eval(fits).await, json!(true), "{width} px");
                page.picture(&format!("diagram-{width}-{scheme}")).await;
            }
        })
        .await;
    }
}
