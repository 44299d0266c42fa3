//! The example apps: the component in somebody's own page.

#[path = "../../examples/yew_app.rs"]
#[expect(dead_code, reason = "its main is the example's")]
mod app;
#[path = "../../examples/yew_backend.rs"]
#[expect(dead_code, reason = "its main is the example's")]
mod backend;

use crate::place::document;
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlElement};

/// Clicks what is `css` in `place`.
async fn click(place: &Element, css: &str) {
    let found = place.query_selector(css).unwrap();
    let found = found.unwrap_or_else(|| panic!("nothing is {css}"));
    found.unchecked_into::<HtmlElement>().click();
    yew::scheduler::flush().await;
}

/// Waits until what is `css` in `place` reads `text`.
async fn reads(place: &Element, css: &str, text: &str) {
    for _ in 0..200 {
        let found = place.query_selector(css).unwrap();
        if found.is_some_and(|it| it.text_content().as_deref() == Some(text)) {
            return;
        }
        gloo::timers::future::TimeoutFuture::new(10).await;
        yew::scheduler::flush().await;
    }
    panic!("{css} does not come to read {text}");
}

#[wasm_bindgen_test]
async fn an_app_carries_operations_out_itself_or_cancels_them() {
    let place = document().create_element("div").unwrap();
    document().body().unwrap().append_child(&place).unwrap();
    let app = yew::Renderer::<backend::App>::with_root(place.clone()).render();
    yew::scheduler::flush().await;
    click(&place, ".operations [data-operation=Delete]").await;
    reads(&place, ".state .word", "Active").await;
    click(&place, ".operations [data-operation=Stop]").await;
    reads(&place, ".state .word", "Stopping").await;
    reads(&place, ".state .word", "Stopped").await;
    click(
        &place,
        "td[data-state=Active][data-operation=Resume] button",
    )
    .await;
    reads(&place, "output", "Resume").await;
    // The component has its guide with it.
    reads(&place, ".verdict", "Operation not allowed").await;
    assert!(
        place
            .query_selector(".suggestion [data-go]")
            .unwrap()
            .is_some()
    );
    app.destroy();
    place.remove();
}

/// What a browser makes of some elements that the style sheet of the widget has rules for.
fn looks(place: &Element) -> Vec<String> {
    let window = web_sys::window().unwrap();
    let elements = ["fieldset", "p", "button", "table", "td", "progress"];
    let of = |tag: &str| {
        let element = place.query_selector(tag).unwrap().unwrap();
        let style = window.get_computed_style(&element).unwrap().unwrap();
        let properties = [
            "margin",
            "padding",
            "border",
            "font",
            "background",
            "display",
        ];
        properties
            .map(|name| style.get_property_value(name).unwrap())
            .join("; ")
    };
    elements.map(of).into()
}

#[wasm_bindgen_test]
async fn the_style_sheet_of_the_widget_leaves_its_neighbours_alone() {
    let foreign = document().create_element("div").unwrap();
    foreign.set_inner_html(
        "<fieldset><legend>mine</legend></fieldset><p>mine</p><button>mine</button>\
         <table><tbody><tr><td>mine</td></tr></tbody></table><progress></progress>",
    );
    document().body().unwrap().append_child(&foreign).unwrap();
    let before = looks(&foreign);
    let place = document().create_element("div").unwrap();
    document().body().unwrap().append_child(&place).unwrap();
    let app = yew::Renderer::<app::App>::with_root(place.clone()).render();
    yew::scheduler::flush().await;
    let own = place.query_selector(".operations button").unwrap().unwrap();
    let style = web_sys::window()
        .unwrap()
        .get_computed_style(&own)
        .unwrap()
        .unwrap();
    assert_eq!(
        style.get_property_value("border-top-style").unwrap(),
        "solid"
    );
    assert_eq!(looks(&foreign), before);
    app.destroy();
    place.remove();
    foreign.remove();
}

#[wasm_bindgen_test]
async fn the_example_app_shows_the_widget_and_hears_its_steps() {
    let place = document().create_element("div").unwrap();
    document().body().unwrap().append_child(&place).unwrap();
    let app = yew::Renderer::<app::App>::with_root(place.clone()).render();
    yew::scheduler::flush().await;
    let enabled = place
        .query_selector_all(".operations button:enabled")
        .unwrap()
        .length();
    assert_eq!(enabled, 2);
    click(&place, "tbody th button[data-state=Shut]").await;
    let enabled = place
        .query_selector(".operations button:enabled")
        .unwrap()
        .unwrap();
    assert_eq!(enabled.text_content().as_deref(), Some("Open"));
    click(&place, ".operations [data-operation=Open]").await;
    click(&place, "[data-ended=Ajar]").await;
    let steps = place.query_selector(".steps").unwrap().unwrap();
    assert_eq!(steps.text_content().as_deref(), Some("SetOpen"));
    app.destroy();
    place.remove();
}
