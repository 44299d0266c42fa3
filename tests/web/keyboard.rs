//! The grid without a mouse.

use crate::place::Place;
use wasm_bindgen_test::wasm_bindgen_test;

fn focused(place: &Place) -> String {
    let button = place.focused().unwrap();
    let cell = button.closest("td,th").unwrap().unwrap();
    let state = button
        .get_attribute("data-state")
        .or_else(|| cell.get_attribute("data-state"));
    [state, cell.get_attribute("data-operation")]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join("/")
}

#[wasm_bindgen_test]
async fn each_table_has_one_tab_stop() {
    let place = Place::new().await;
    assert_eq!(place.all("table [tabindex='0']").len(), 2);
    place
        .focus("td[data-state='Stopped'][data-operation='Stop'] button")
        .await;
    assert_eq!(place.all("table [tabindex='0']").len(), 2);
    assert_eq!(
        place
            .find("td[data-state='Stopped'][data-operation='Stop'] button")
            .get_attribute("tabindex")
            .as_deref(),
        Some("0")
    );
}

#[wasm_bindgen_test]
async fn keys_go_where_the_data_grid_pattern_says() {
    let place = Place::new().await;
    place.focus("tbody th button[data-state='Active']").await;
    for (key, expect) in [
        ("ArrowLeft", "Active"),
        ("ArrowUp", "Active"),
        ("ArrowRight", "Active/Start"),
        ("ArrowRight", "Active/Stop"),
        ("ArrowDown", "Disabled/Stop"),
        ("End", "Disabled/Delete"),
        ("ArrowRight", "Disabled/Delete"),
        ("Home", "Disabled"),
        ("Ctrl+End", "ScaleFailed/Delete"),
        ("ArrowDown", "ScaleFailed/Delete"),
        ("PageUp", "EnableFailed/Delete"),
        ("PageDown", "ScaleFailed/Delete"),
        ("Ctrl+Home", "Active"),
    ] {
        place.press(key).await;
        assert_eq!(focused(&place), expect, "after {key}");
    }
}

#[wasm_bindgen_test]
async fn every_clickable_cell_holds_a_real_button() {
    let place = Place::new().await;
    assert!(
        place
            .all("tbody th, tbody td")
            .iter()
            .all(|cell| cell.query_selector("button").unwrap().is_some())
    );
}
