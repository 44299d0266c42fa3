//! The demo page without a mouse.

use crate::page::visit;
use thirtyfour::prelude::*;

#[tokio::test]
async fn a_cell_is_asked_and_an_operation_performed_by_keys_alone() {
    visit("", 1280, async |page| {
        // The first stop of the page that the keyboard finds in the widget is its first enabled button.
        page.press(Key::Tab + "").await;
        assert_eq!(page.focused().await, "Stop");
        page.press(Key::Enter + "").await;
        page.comes_to("Stopped").await;
        assert_eq!(page.focused().await, "Stopped/state");
        for _ in 0..40 {
            if page.focused().await == "Active" {
                break;
            }
            page.press(Key::Tab + "").await;
        }
        assert_eq!(page.focused().await, "Active");
        page.press(Key::Down + Key::Right).await;
        assert_eq!(page.focused().await, "Disabled/Start");
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
        assert_eq!(page.focused().await, "Active");
    })
    .await;
}
