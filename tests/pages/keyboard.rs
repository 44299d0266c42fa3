//! The demo page without a mouse.

use crate::page::visit;
use thirtyfour::prelude::*;

#[tokio::test]
async fn a_cell_is_asked_and_an_operation_performed_by_keys_alone() {
    visit("", 1280, async |page| {
        // The first stop of the page that the keyboard finds in the widget is its first enabled button.
        page.press(Key::Tab + "").await;
        page.focus_comes_to("Stop").await;
        page.press(Key::Enter + "").await;
        page.comes_to("Stopped").await;
        page.focus_comes_to("Stopped/state").await;
        for _ in 0..40 {
            if page.focused().await == "Active" {
                break;
            }
            page.press(Key::Tab + "").await;
        }
        page.focus_comes_to("Active").await;
        page.press(Key::Down + Key::Right).await;
        page.focus_comes_to("Disabled/Start").await;
        page.press(" ").await;
        page.until("document.querySelector('state-chart').shadowRoot.querySelector('.verdict.no')")
            .await;
        page.press(Key::End + Key::Enter).await;
        page.until(
            "document.querySelector('state-chart').shadowRoot.querySelector('.verdict.yes')",
        )
        .await;
        page.comes_to("Stopped").await;
        page.press(Key::Tab + "").await;
        page.focus_comes_to("Active").await;
    })
    .await;
}
