//! A page that is loaded again: the place is kept where its author asked for it, and nowhere else.

use crate::page::visit;
use serde_json::json;

#[tokio::test]
async fn a_page_that_is_loaded_again_keeps_the_place_of_elements_with_a_link() {
    visit("links.html", 1280, async |page| {
        page.click("[data-operation=Stop]:enabled").await;
        page.comes_to("Stopped").await;
        page.until("location.hash === '#chart=Active;%20Stop'")
            .await;
        let second = "document.querySelectorAll('state-chart')[1]";
        page.eval(&format!("void ({second}.state = 'Disabled')"))
            .await;
        page.driver.refresh().await.unwrap();
        page.until("document.querySelector('state-chart')?.shadowRoot?.querySelector('.widget')")
            .await;
        page.comes_to("Stopped").await;
        page.click("[data-history=undo]").await;
        page.comes_to("Active").await;
        page.until(&format!("{second}.state === 'Active'")).await;
        assert_eq!(
            page.eval("[localStorage.length, sessionStorage.length]")
                .await,
            json!([0, 0])
        );
    })
    .await;
}
