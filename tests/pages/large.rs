//! Large charts: their limits, and tables whose rows get their cells as they come near.

use crate::page::{Page, visit, visit_broken};
use serde_json::{Value, json};
use thirtyfour::prelude::*;

/// A table of so many states and operations, as its markup.
const LARGE: &str = "((states, operations) => {
  const row = (tag, name, cells) => `<tr><${tag}>${name}${cells.map((cell) => `<${tag}>${cell}`).join('')}</tr>`;
  const names = (word, count) => Array.from({ length: count }, (_, number) => `${word} ${number}`);
  const marks = Array.from({ length: operations }, (_, number) => (number % 3 ? '' : '✓'));
  return `<table>${row('th', 'State', names('Operation', operations))}${names('State', states)
    .map((name) => row('td', name, marks)).join('')}</table>`;
})";

#[tokio::test]
async fn a_table_past_what_can_be_shown_stays_as_it_is_and_its_author_is_told_the_number() {
    visit_broken("content.html", async |page| {
        page.until("customElements.get('state-chart')").await;
        page.eval(&format!("void put({LARGE}(2000, 300))")).await;
        page.until("told.length").await;
        let expect = "found 600000 cells, and a table with at most 50000 becomes a widget; put parts of it into elements of their own";
        assert_eq!(page.eval("told").await, json!([expect]));
        assert_eq!(page.eval("isSeen(it.firstChild)").await, json!(true));
        assert_eq!(page.eval("widget()").await, Value::Null);
        page.eval(&format!("void put({LARGE}(1000, 50))")).await;
        page.until("widget()").await;
        assert_eq!(page.eval("told").await, json!([]));
    })
    .await;
}

#[tokio::test]
async fn a_chart_past_what_can_be_shown_has_its_card_and_its_author_is_told_the_number() {
    let root = "document.querySelector('state-chart').shadowRoot";
    visit_broken("long.html?5001,card%20grid", async |page| {
        page.until(&format!("{root}?.querySelector('.operations button:enabled')"))
            .await;
        assert_eq!(page.eval(&format!("{root}.querySelector('table')")).await, Value::Null);
        let expect = "error: state-chart: parts: the chart has 50010 cells, and at most 50000 are shown as tables; \
                      name the parts without `grid`, or make charts of parts of it";
        assert_eq!(page.eval("complaints").await, json!([expect]));
        page.eval("void (document.querySelector('state-chart').parts = 'card')").await;
        page.until(&format!("{root}.querySelector('.operations button:enabled')"))
            .await;
        assert_eq!(page.eval("complaints.length").await, json!(1));
    })
    .await;
    visit("long.html?5000,card%20grid", 1280, async |page| {
        page.until(&format!("{root}?.querySelector('table')")).await;
        page.quiet().await;
    })
    .await;
}

/// How many cells the tables of the widget have.
const CELLS: &str = "widget().querySelectorAll('td').length";

/// Whether every row that can be seen has its 50 cells, in the middle of a page that was scrolled.
const FILLED: &str = "(() => {
  const box = widget().querySelector('.table').getBoundingClientRect();
  const rows = [...widget().querySelectorAll('tbody tr')].filter((row) => {
    const { top, bottom } = row.getBoundingClientRect();
    return bottom > Math.max(box.top, 0) && top < Math.min(box.bottom, innerHeight);
  });
  return rows.length > 3 && rows.every((row) => row.cells.length === 51);
})()";

/// Opens a page with a table of 1,000 states and 50 operations as a widget.
async fn visit_large(width: u32, test: impl AsyncFnOnce(&Page)) {
    visit_broken("content.html", async |page| {
        page.driver
            .set_window_rect(0, 0, width, 1000)
            .await
            .unwrap();
        page.until("customElements.get('state-chart')").await;
        page.eval(&format!("void put({LARGE}(1000, 50))")).await;
        page.until("widget()?.querySelector('td')").await;
        test(page).await;
        page.quiet().await;
    })
    .await;
}

#[tokio::test]
async fn rows_of_a_large_table_are_there_at_once_and_have_their_cells_as_they_come_near() {
    // With a table that scrolls within the page, and one that scrolls with it.
    for width in [1280, 500] {
        visit_large(width, async |page| {
            let rows = "widget().querySelectorAll('tbody th[scope=row] button').length";
            assert_eq!(page.eval(rows).await, json!(1000));
            let few = page.eval(CELLS).await.as_u64().unwrap();
            assert!((1_000..10_000).contains(&few), "{few} cells at first");
            let scroll = "void widget().querySelectorAll('tbody tr')[600].scrollIntoView({ behavior: 'instant', block: 'center' })";
            page.eval(scroll).await;
            page.until(FILLED).await;
            let more = page.eval(CELLS).await.as_u64().unwrap();
            assert!(few < more && more < 20_000, "{more} cells after {few}");
            // Each cell is that of its row and column.
            let wrong = "[...widget().querySelectorAll('td')].filter((cell) => { \
                 const { operation, state } = cell.dataset; \
                 const yes = cell.className === 'yes'; \
                 return yes !== (Number(operation.split(' ')[1]) % 3 === 0) || state !== cell.parentNode.dataset.state \
                   || cell.closest('table').tHead.rows[0].cells[cell.cellIndex].dataset.operation !== operation \
                   || cell.firstChild.getAttribute('aria-label') !== `${operation} in ${state}, ${yes ? 'allowed' : 'not allowed'}`; \
                 }).length";
            assert_eq!(page.eval(wrong).await, json!(0));
        })
        .await;
    }
}

#[tokio::test]
async fn keys_and_calls_lead_to_cells_that_are_not_near() {
    visit_large(1280, async |page| {
        page.eval("void widget().querySelector('td button').focus()")
            .await;
        let last = "new KeyboardEvent('keydown', { key: 'End', ctrlKey: true, bubbles: true })";
        page.eval(&format!(
            "void it.shadowRoot.activeElement.dispatchEvent({last})"
        ))
        .await;
        page.focus_comes_to("State 999/Operation 49").await;
        page.press(Key::Up + "").await;
        page.focus_comes_to("State 998/Operation 49").await;
        page.press(Key::Enter + "").await;
        let selected = "widget().querySelector('td[aria-selected]')?.dataset.state";
        page.until(&format!("{selected} === 'State 998'")).await;
        // A place that the page asks for, and the state that is set there.
        page.eval("void it.select('State 500', 'Operation 3')")
            .await;
        page.until(&format!("{selected} === 'State 500'")).await;
        page.eval("void (it.state = 'State 700')").await;
        page.until("widget().querySelector('tbody [aria-current]')?.dataset.state === 'State 700'")
            .await;
        let cells = page.eval(CELLS).await.as_u64().unwrap();
        assert!(cells < 10_000, "{cells} cells");
    })
    .await;
}

#[tokio::test]
async fn a_large_table_is_whole_before_it_is_printed_or_copied() {
    let copy = "new ClipboardEvent('copy', { bubbles: true, composed: true })";
    let all = "getSelection().selectAllChildren(document.body)";
    for whole in [
        "dispatchEvent(new Event('beforeprint'))".to_owned(),
        format!("{all}, document.dispatchEvent({copy})"),
        format!("widget().querySelector('tbody th').dispatchEvent({copy})"),
    ] {
        visit_large(1280, async |page| {
            // What is copied elsewhere draws nothing.
            let few = page.eval(CELLS).await.as_u64().unwrap();
            let title = "getSelection().selectAllChildren(document.querySelector('h1'))";
            page.eval(&format!("void ({title}, document.dispatchEvent({copy}))"))
                .await;
            assert!(page.eval(CELLS).await.as_u64().unwrap() < few + 10_000);
            page.eval(&format!("void ({whole})")).await;
            assert_eq!(page.eval(CELLS).await, json!(50_000), "{whole}");
        })
        .await;
    }
}
