//! No part is wider than its place, whatever the names; and what has the focus is never under another.

use crate::page::{Page, visit};
use serde_json::{Value, json};
use thirtyfour::prelude::*;

const ROOT: &str = "document.querySelector('state-chart').shadowRoot";

/// Opens every part that can be opened, takes a step, asks about a cell and for a way.
pub(crate) async fn open_all(page: &Page) {
    page.eval(&format!(
        "{ROOT}.querySelectorAll('details').forEach(it => {{ it.open = true; }})"
    ))
    .await;
    page.until(&format!("{ROOT}.querySelector('.picture svg')"))
        .await;
    page.until(&format!("{ROOT}.querySelector('textarea')?.value"))
        .await;
    page.until(&format!("{ROOT}.querySelector('.insight dd')"))
        .await;
    page.eval(&format!(
        "(it => {{ it.selectedIndex = 2; it.dispatchEvent(new Event('change', {{ bubbles: true }})); }})({ROOT}.querySelector('.route select'))"
    ))
    .await;
    page.click(".operations button:enabled").await;
    page.until(&format!("{ROOT}.querySelector('.history li')"))
        .await;
    page.eval(&format!("{ROOT}.querySelector('td button').click()"))
        .await;
    page.until(&format!("{ROOT}.querySelector('.verdict')"))
        .await;
}

/// Has the page shown as on a screen of this size.
pub(crate) async fn screen(page: &Page, width: u32, height: u32, touch: bool) {
    let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": touch });
    let cdp = page.driver.cdp();
    let set = cdp.send_raw("Emulation.setDeviceMetricsOverride", size);
    set.await.unwrap();
    let touch = json!({ "enabled": touch });
    let set = cdp.send_raw("Emulation.setTouchEmulationEnabled", touch);
    set.await.unwrap();
    page.until(&format!("innerWidth === {width}")).await;
}

/// What stands beyond the edges of the element and does not scroll there.
fn beyond() -> String {
    format!(
        "(host => [...host.shadowRoot.querySelectorAll('*')].filter(it => {{ \
         const place = host.getBoundingClientRect(), box = it.getBoundingClientRect(); \
         return box.width && (box.right > place.right + 1 || box.left < place.left - 1) \
         && !it.parentElement?.closest('.table, .picture') && !it.matches('.said, .unseen, option, optgroup'); \
         }}).map(it => it.outerHTML.slice(0, 90)))({})",
        "document.querySelector('state-chart')"
    )
}

#[tokio::test]
async fn no_part_is_wider_than_its_place() {
    for site in ["", "names.html"] {
        visit(site, 1280, async |page| {
            page.eval("document.querySelector('state-chart').setAttribute('duration', '0')")
                .await;
            open_all(page).await;
            for direction in ["ltr", "rtl"] {
                page.eval(&format!("document.documentElement.dir = '{direction}'"))
                    .await;
                for width in [280, 320, 360, 768, 1280, 2560] {
                    screen(page, width, 900, false).await;
                    let what = format!("{site} {width} {direction}");
                    let wide = "document.documentElement.scrollWidth > innerWidth";
                    assert_eq!(page.eval(&beyond()).await, json!([]), "{what}");
                    assert_eq!(page.eval(wide).await, json!(false), "{what}");
                }
            }
        })
        .await;
    }
}

#[tokio::test]
async fn a_label_takes_less_than_half_of_a_narrow_table() {
    visit("names.html", 1280, async |page| {
        for width in [280, 360] {
            screen(page, width, 900, false).await;
            let share = format!(
                "(it => it.querySelector('tbody th').offsetWidth / it.offsetWidth)({ROOT}.querySelector('.table'))"
            );
            let share = page.eval(&share).await.as_f64().unwrap();
            assert!(share < 0.5, "{width}: {share}");
        }
    })
    .await;
}

/// What covers what has the focus, at its middle or either of its ends; nothing if it can be seen.
const COVER: &str = "(root => { const it = root.activeElement; if (!it) return null; \
     const box = it.getBoundingClientRect(); const y = Math.min(Math.max(box.top + box.height / 2, 1), innerHeight - 1); \
     return [box.left + 3, box.left + box.width / 2, box.right - 3].map(x => root.elementFromPoint(x, y)) \
     .filter(top => !it.contains(top) && !top?.contains(it)) \
     .map(top => it.outerHTML.slice(0, 60) + ' under ' + top?.outerHTML.slice(0, 60))[0] ?? null; \
     })(document.querySelector('state-chart').shadowRoot)";

#[tokio::test]
async fn what_has_the_focus_is_under_nothing() {
    visit("", 1280, async |page| {
        for (width, height) in [(360, 640), (320, 256), (1280, 700)] {
            screen(page, width, height, false).await;
            page.eval("void document.querySelector('state-chart').select('Active', 'Stop')")
                .await;
            page.eval(&format!(
                "{ROOT}.querySelector('.operations button:enabled').focus()"
            ))
            .await;
            for _ in 0..14 {
                assert_eq!(page.eval(COVER).await, Value::Null, "{width} × {height}");
                page.press(Key::Tab + "").await;
            }
            page.eval(&format!("{ROOT}.querySelector('tbody button').focus()"))
                .await;
            for step in 0..48 {
                let key = match step / 12 {
                    0 => Key::Right,
                    1 => Key::Down,
                    2 => Key::Left,
                    _ => Key::Up,
                };
                page.press(key + "").await;
                assert_eq!(page.eval(COVER).await, Value::Null, "{width} × {height}");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn an_answer_shows_below_what_was_asked_and_goes_back_to_it() {
    visit("", 1280, async |page| {
        for (width, height) in [(360, 640), (1280, 900)] {
            screen(page, width, height, false).await;
            for close in ["escape", "click"] {
                let cell = "td[data-state=Stopped][data-operation=Delete] button";
                page.eval(&format!(
                    "(it => {{ it.focus(); it.click(); }})({ROOT}.querySelector('{cell}'))"
                ))
                .await;
                page.until(&format!("{ROOT}.querySelector('.close')")).await;
                assert_eq!(page.eval(COVER).await, Value::Null, "{width}");
                page.eval(&format!(
                    "{ROOT}.querySelector('.close').focus({{ preventScroll: true }})"
                ))
                .await;
                let top = page.eval("scrollY").await;
                match close {
                    "escape" => page.press(Key::Escape + "").await,
                    _ => page.press(Key::Enter + "").await,
                }
                page.until(&format!("!{ROOT}.querySelector('.close')"))
                    .await;
                assert_eq!(page.focused().await, "Stopped/Delete", "{close}");
                assert_eq!(page.eval("scrollY").await, top, "{width} {close}");
            }
        }
        let order = format!(
            "{ROOT}.querySelector('.grid').compareDocumentPosition({ROOT}.querySelector('.answer'))"
        );
        assert_eq!(page.eval(&order).await, json!(4));
    })
    .await;
}

#[tokio::test]
async fn targets_are_large_enough_for_a_finger_and_for_a_mouse() {
    visit("", 1280, async |page| {
        page.eval("document.querySelector('state-chart').setAttribute('duration', '0')")
            .await;
        open_all(page).await;
        for (touch, least) in [(true, 44), (false, 24)] {
            screen(page, 360, 900, touch).await;
            page.until(&format!("matchMedia('(pointer: coarse)').matches === {touch}"))
                .await;
            let small = format!(
                "[...{ROOT}.querySelectorAll('button, select, summary, label:has(input)')].filter(it => {{ \
                 const box = it.getBoundingClientRect(); \
                 return box.width && (box.height < {least} - 0.1 || box.width < 24); \
                 }}).map(it => it.outerHTML.slice(0, 90))"
            );
            assert_eq!(page.eval(&small).await, json!([]), "{least}");
        }
    })
    .await;
}
