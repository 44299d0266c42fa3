//! The grid: both tables as published, and cells that answer.

use crate::place::Place;
use crate::published;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn grid_shows_both_tables_with_their_titles_and_operations() {
    let place = Place::new().await;
    let captions: Vec<_> = place
        .all("caption")
        .iter()
        .filter_map(|it| it.text_content())
        .collect();
    assert_eq!(
        captions,
        [
            "Start, Stop, Restart, Suspend, Resume, and Delete Operations",
            "Scale, Update Configuration, and Backup Operations",
        ]
    );
    let heads = place.all("thead th[data-operation]");
    let names: Vec<_> = heads.iter().filter_map(|it| it.text_content()).collect();
    assert_eq!(names, published::OPERATIONS);
    assert!(
        heads
            .iter()
            .all(|head| head.get_attribute("scope").as_deref() == Some("col"))
    );
}

#[wasm_bindgen_test]
async fn grid_shows_a_row_for_each_published_row_and_a_mark_for_each_published_mark() {
    let place = Place::new().await;
    for table in 1..=2 {
        let rows = place.all(&format!(".table:nth-of-type({table}) tbody tr"));
        let names: Vec<_> = rows
            .iter()
            .filter_map(|row| row.get_attribute("data-state"))
            .collect();
        let expect: Vec<_> = published::ROWS
            .iter()
            .map(|(names, _)| names.replace(',', ", "))
            .collect();
        assert_eq!(names, expect);
    }
    assert_eq!(place.all("tbody th[scope=row] button").len(), 2 * 16);
    assert_eq!(place.all("td.yes button").len(), 32);
    assert_eq!(place.all("td button").len(), 12 * 9);
    for (names, _) in published::ROWS {
        let states = names.replace(',', ", ");
        let first = names.split(',').next().unwrap();
        let (_, allowed) = published::states()
            .find(|(state, _)| *state == first)
            .unwrap();
        for operation in published::OPERATIONS {
            let cell = place.find(&format!(
                "td[data-state='{states}'][data-operation='{operation}']"
            ));
            assert_eq!(
                cell.class_name() == "yes",
                allowed.contains(&operation),
                "{states} {operation}"
            );
        }
    }
}

#[wasm_bindgen_test]
async fn the_row_of_the_current_state_is_marked_and_moves_with_the_service() {
    let place = Place::new().await;
    for (state, _) in published::states() {
        place.set(Some(state)).await;
        for table in 1..=2 {
            let marked = place.all(&format!(".table:nth-of-type({table}) [aria-current=true]"));
            let names: Vec<_> = marked
                .iter()
                .filter_map(|it| it.get_attribute("data-state"))
                .collect();
            assert_eq!(names, [state]);
        }
    }
    place.set(None).await;
    assert!(place.all(".table [aria-current]").is_empty());
}

#[wasm_bindgen_test]
async fn a_click_on_a_state_puts_the_service_there() {
    let place = Place::new().await;
    for (state, _) in published::states() {
        place
            .click(&format!("tbody th button[data-state='{state}']"))
            .await;
        assert_eq!(place.state().as_deref(), Some(state));
        assert_eq!(place.text(".state .word"), state);
    }
}

#[wasm_bindgen_test]
async fn a_click_on_a_check_mark_tells_where_it_leads_and_performs_nothing() {
    let place = Place::new().await;
    place
        .click("td[data-state='Active'][data-operation='Stop'] button")
        .await;
    assert_eq!(place.state().as_deref(), Some("Active"));
    assert_eq!(place.text(".question strong"), "Stop in Active");
    assert_eq!(place.text(".verdict"), "Allowed");
    let leads: Vec<_> = place
        .all(".leads dd")
        .iter()
        .filter_map(|it| it.text_content())
        .collect();
    assert_eq!(
        leads,
        [
            "Stoppinginferred",
            "Stoppeddocumented",
            "StopFaileddocumented"
        ]
    );
    assert_eq!(place.all(".history li").len(), 0);
    place.click(".act").await;
    assert_eq!(place.state().as_deref(), Some("Stopped"));
}

#[wasm_bindgen_test]
async fn a_click_on_a_blank_tells_that_it_is_not_allowed_and_where_it_is() {
    let place = Place::new().await;
    place
        .click("td[data-state='Disabled'][data-operation='Stop'] button")
        .await;
    assert_eq!(place.text(".verdict"), "Operation not allowed");
    let states: Vec<_> = place
        .all(".instead button")
        .iter()
        .filter_map(|it| it.text_content())
        .collect();
    assert_eq!(
        states,
        ["Active", "StartFailed", "StopFailed", "RestartFailed"]
    );
    assert_eq!(place.state().as_deref(), Some("Active"));
    let selected = place.find("td[aria-selected=true]");
    assert_eq!(
        selected.get_attribute("data-state").as_deref(),
        Some("Disabled")
    );
    assert_eq!(
        selected.get_attribute("data-operation").as_deref(),
        Some("Stop")
    );
}
