//! Real sites of documentation programs and their themes, which `cargo xtask sites` builds, each turned dark by
//! its own switch.

use crate::looks::light;
use crate::page::{Page, visit, visit_broken};
use crate::sites::{OPERATIONS, STATES, works};
use serde_json::json;
use std::time::Duration;

/// How much of the element and of what follows it moved while the page came, as the browser counts it; the rest
/// of the page is the site's own.
const SHIFT: &str = "new Promise(done => { let sum = 0; const element = document.querySelector('state-chart'); \
     const isOurs = ({ node }) => node && (element === node || element.compareDocumentPosition(node) & 4); \
     new PerformanceObserver(list => { for (const it of list.getEntries()) \
         sum += !it.hadRecentInput && it.sources.some(isOurs) ? it.value : 0; }) \
       .observe({ type: 'layout-shift', buffered: true }); \
     setTimeout(() => done(sum), 500); })";
const LIVE: &str = "document.querySelector('state-chart')?.shadowRoot?.querySelector('.widget')";

/// The home of a site, its page with the table, and its own switch, which a reader turns until it is dark.
struct Site {
    name: &'static str,
    states: &'static str,
    switch: &'static str,
}

/// Looks at the page in the widths of a phone and of a desk, light and dark, and works with it.
async fn is_at_home(site: &Site) {
    let Site { name, states, .. } = site;
    let address = format!("/team/{name}/{states}");
    for width in [360, 1280] {
        visit(&address, width, async |page| {
            stands_still(page, &format!("{name} at {width}")).await;
            assert!(
                light(page, ".card", "backgroundColor").await > 0.9,
                "{name}"
            );
            marks_are_right(page).await;
            works(page).await;
            page.picture(&format!("{name}-{width}")).await;
            turn_dark(page, site).await;
            page.picture(&format!("{name}-{width}-dark")).await;
            page.quiet().await;
            // The site keeps what the reader chose, so that this one is dark from its beginning.
            page.driver
                .set_window_rect(0, 0, width, 1000)
                .await
                .unwrap();
            page.driver.refresh().await.unwrap();
            page.until(LIVE).await;
            stands_still(page, &format!("{name} at {width}, dark")).await;
            assert!(
                light(page, ".card", "backgroundColor").await < 0.4,
                "{name}, dark from its beginning"
            );
            marks_are_right(page).await;
            works(page).await;
        })
        .await;
    }
    visit_broken(&format!("/team/{name}/"), async |page| {
        let link = "document.querySelector('main a[href*=states], article a[href*=states]')";
        page.until(link).await;
        page.eval(&format!("void {link}.click()")).await;
        comes_to_life(page).await;
        page.quiet().await;
        page.back().await;
        page.until("!document.querySelector('state-chart')").await;
        page.eval("void history.forward()").await;
        comes_to_life(page).await;
        page.quiet().await;
    })
    .await;
}

/// Nothing of ours moves while the page comes, and nothing is wider than the window.
async fn stands_still(page: &Page, what: &str) {
    let moved = page.eval(SHIFT).await.as_f64().unwrap();
    assert!(moved < 0.02, "{what}: {moved}");
    let wide = "document.documentElement.scrollWidth > innerWidth";
    assert_eq!(page.eval(wide).await, json!(false), "{what}");
}

/// The grid shows a mark exactly where the author's table has one.
async fn marks_are_right(page: &Page) {
    page.find("td.yes").await;
    let shown = "[...document.querySelector('state-chart').shadowRoot.querySelectorAll('td.yes')] \
         .map(({ dataset }) => `${dataset.state}/${dataset.operation}`)";
    let wanted: Vec<_> = { STATES.iter() }
        .flat_map(|(state, allowed)| { OPERATIONS.iter().zip(allowed) }.map(move |it| (state, it)))
        .filter(|(_, (_, allowed))| **allowed)
        .map(|(state, (operation, _))| format!("{state}/{operation}"))
        .collect();
    assert_eq!(page.eval(shown).await, json!(wanted));
}

/// Turns the switch of the site until the widget is dark: some have a third position, which follows the system.
async fn turn_dark(page: &Page, site: &Site) {
    for _ in 0..3 {
        page.eval(&format!("void ({})", site.switch)).await;
        // A theme may fade from the one to the other.
        tokio::time::sleep(Duration::from_millis(700)).await;
        if light(page, ".card", "backgroundColor").await < 0.4 {
            return;
        }
    }
    panic!("{} never became dark", site.name);
}

/// The widget is there, and its buttons work; a browser may have kept the page as it was.
async fn comes_to_life(page: &Page) {
    page.until(LIVE).await;
    let state = page
        .eval("document.querySelector('state-chart').state")
        .await;
    page.click(".operations button:enabled").await;
    page.until(&format!(
        "document.querySelector('state-chart').state !== {state}"
    ))
    .await;
}

#[tokio::test]
#[ignore = "`cargo xtask sites` builds what it looks at"]
async fn a_site_of_vitepress_is_a_home_to_the_widget() {
    is_at_home(&Site {
        name: "vitepress",
        states: "states.html",
        switch: "document.querySelector('.VPSwitchAppearance').click()",
    })
    .await;
}

#[tokio::test]
#[ignore = "`cargo xtask sites` builds what it looks at"]
async fn a_site_of_starlight_is_a_home_to_the_widget() {
    is_at_home(&Site {
        name: "starlight",
        states: "states/",
        switch: "(it => { it.value = 'dark'; it.dispatchEvent(new Event('change', { bubbles: true })); })(document.querySelector('starlight-theme-select select'))",
    })
    .await;
}

#[tokio::test]
#[ignore = "`cargo xtask sites` builds what it looks at"]
async fn a_site_of_docusaurus_is_a_home_to_the_widget() {
    is_at_home(&Site {
        name: "docusaurus",
        states: "states/",
        switch: "document.querySelector('[class*=toggleButton]:enabled').click()",
    })
    .await;
}

#[tokio::test]
#[ignore = "`cargo xtask sites` builds what it looks at"]
async fn a_site_of_material_for_mkdocs_is_a_home_to_the_widget() {
    is_at_home(&Site {
        name: "material",
        states: "states/",
        switch: "document.querySelector('#__palette_1').click()",
    })
    .await;
}

#[tokio::test]
#[ignore = "`cargo xtask sites` builds what it looks at"]
async fn a_site_of_sphinx_with_furo_is_a_home_to_the_widget() {
    is_at_home(&Site {
        name: "furo",
        states: "states.html",
        switch: "document.querySelector('.theme-toggle').click()",
    })
    .await;
}

#[tokio::test]
#[ignore = "`cargo xtask sites` builds what it looks at"]
async fn a_book_of_mdbook_is_a_home_to_the_widget() {
    is_at_home(&Site {
        name: "mdbook",
        states: "jobs/states.html",
        switch: "document.querySelector('#mdbook-theme-navy').click()",
    })
    .await;
}
