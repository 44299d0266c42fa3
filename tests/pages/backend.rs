//! A service behind the page: the widget's operations are carried out over HTTP.

use crate::page::visit;
use axum::extract::Path;
use axum::http::StatusCode;
use serde_json::json;

/// The service: it scales slowly, cannot suspend, and does the rest.
pub(crate) async fn operate(Path(operation): Path<String>) -> (StatusCode, String) {
    match operation.as_str() {
        "Suspend" => (
            StatusCode::SERVICE_UNAVAILABLE,
            "the service does not answer".to_owned(),
        ),
        _ => {
            tokio::time::sleep(std::time::Duration::from_millis(150)).await;
            (StatusCode::OK, String::new())
        }
    }
}

#[tokio::test]
async fn the_page_carries_an_operation_out_on_a_real_service() {
    visit("backend.html", 1280, async |page| {
        page.watch_for_runs().await;
        page.click("[data-operation=Stop]:enabled").await;
        page.comes_to("Stopped").await;
        assert_eq!(page.eval("window.ran").await, json!(true));
        page.click("[data-operation=Start]:enabled").await;
        page.comes_to("Active").await;
        page.click("[data-operation=Suspend]:enabled").await;
        page.comes_to("SuspendedFailed").await;
        let log = page
            .eval("[...document.querySelectorAll('#log li')].map(it => it.textContent)")
            .await;
        assert_eq!(
            log,
            json!(["Stop: Stopped", "Start: Active", "Suspend: SuspendedFailed"])
        );
    })
    .await;
}

#[tokio::test]
async fn the_page_can_cancel_an_operation() {
    visit("backend.html", 1280, async |page| {
        page.click("[data-operation=Delete]:enabled").await;
        page.until("document.querySelectorAll('#log li').length === 1").await;
        let log = page.eval("document.querySelector('#log li').textContent").await;
        assert_eq!(log, json!("Delete is not for this page"));
        page.comes_to("Active").await;
        let answer = "window.answer";
        page.eval("void document.querySelector('state-chart').perform('Delete').then(it => { window.answer = it; })").await;
        page.until(answer).await;
        assert_eq!(page.eval("window.answer.reason").await, json!("cancelled"));
    })
    .await;
}
