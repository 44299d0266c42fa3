//! The example app: the components in somebody's own page.

#[path = "../../examples/yew_app.rs"]
#[expect(dead_code, reason = "its main is the example's")]
mod app;

use crate::place::document;
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

#[wasm_bindgen_test]
async fn the_example_app_shows_the_widget_and_hears_its_steps() {
    let place = document().create_element("div").unwrap();
    document().body().unwrap().append_child(&place).unwrap();
    let app = yew::Renderer::<app::App>::with_root(place.clone()).render();
    yew::scheduler::flush().await;
    let click = async |css: &str| {
        let found = place
            .query_selector(css)
            .unwrap()
            .unwrap_or_else(|| panic!("nothing is {css}"));
        found.unchecked_into::<HtmlElement>().click();
        yew::scheduler::flush().await;
    };
    let enabled = place
        .query_selector_all(".operations button:enabled")
        .unwrap()
        .length();
    assert_eq!(enabled, 2);
    click("tbody th button[data-state=Shut]").await;
    let enabled = place
        .query_selector(".operations button:enabled")
        .unwrap()
        .unwrap();
    assert_eq!(enabled.text_content().as_deref(), Some("Open"));
    click(".operations [data-operation=Open]").await;
    click("[data-ended=Ajar]").await;
    let steps = place.query_selector(".steps").unwrap().unwrap();
    assert_eq!(steps.text_content().as_deref(), Some("SetOpen"));
    app.destroy();
    place.remove();
}
