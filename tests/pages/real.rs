//! Real sites of documentation programs and their themes, which `cargo xtask sites` builds.

use crate::looks::light;
use crate::page::{Page, visit, visit_broken};
use crate::sites::works;
use serde_json::json;

/// How much of the element and of what follows it moved while the page came, as the browser counts it; the rest
/// of the page is the site's own.
const SHIFT: &str = "new Promise(done => { let sum = 0; const element = document.querySelector('state-chart'); \
     const isOurs = ({ node }) => node && (element === node || element.compareDocumentPosition(node) & 4); \
     new PerformanceObserver(list => { for (const it of list.getEntries()) \
         sum += !it.hadRecentInput && it.sources.some(isOurs) ? it.value : 0; }) \
       .observe({ type: 'layout-shift', buffered: true }); \
     setTimeout(() => done(sum), 500); })";
const LIVE: &str = "document.querySelector('state-chart')?.shadowRoot?.querySelector('.widget')";

/// The home of a site, its page with the table, and what its own switch does to be dark.
struct Site {
    name: &'static str,
    states: &'static str,
    dark: &'static str,
}

/// Looks at the page in the widths of a phone and of a desk, light and dark, and works with it.
async fn is_at_home(site: &Site) {
    let Site { name, states, dark } = site;
    let address = format!("/team/{name}/{states}");
    for width in [360, 1280] {
        visit(&address, width, async |page| {
            let moved = page.eval(SHIFT).await.as_f64().unwrap();
            assert!(moved < 0.02, "{name} at {width}: {moved}");
            let wide = "document.documentElement.scrollWidth > innerWidth";
            assert_eq!(page.eval(wide).await, json!(false), "{name} at {width}");
            assert!(
                light(page, ".card", "backgroundColor").await > 0.9,
                "{name}"
            );
            works(page).await;
            page.picture(&format!("{name}-{width}")).await;
            page.eval(&format!("void ({dark})")).await;
            page.until(&format!(
                "getComputedStyle({LIVE}).getPropertyValue('--dark') !== ''"
            ))
            .await;
            // A theme may fade from the one to the other.
            tokio::time::sleep(std::time::Duration::from_millis(700)).await;
            assert!(
                light(page, ".card", "backgroundColor").await < 0.4,
                "{name}, dark"
            );
            page.picture(&format!("{name}-{width}-dark")).await;
        })
        .await;
    }
    visit_broken(&format!("/team/{name}/"), async |page| {
        page.until("document.querySelector('main a[href*=states], article a[href*=states]')")
            .await;
        page.eval(
            "void document.querySelector('main a[href*=states], article a[href*=states]').click()",
        )
        .await;
        comes_to_life(page).await;
        page.back().await;
        page.until("!document.querySelector('state-chart')").await;
        page.eval("void history.forward()").await;
        comes_to_life(page).await;
    })
    .await;
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
        dark: "document.documentElement.classList.add('dark')",
    })
    .await;
}

#[tokio::test]
#[ignore = "`cargo xtask sites` builds what it looks at"]
async fn a_site_of_starlight_is_a_home_to_the_widget() {
    is_at_home(&Site {
        name: "starlight",
        states: "states/",
        dark: "document.documentElement.dataset.theme = 'dark'",
    })
    .await;
}

#[tokio::test]
#[ignore = "`cargo xtask sites` builds what it looks at"]
async fn a_site_of_docusaurus_is_a_home_to_the_widget() {
    is_at_home(&Site {
        name: "docusaurus",
        states: "states/",
        dark: "document.documentElement.dataset.theme = 'dark'",
    })
    .await;
}

#[tokio::test]
#[ignore = "`cargo xtask sites` builds what it looks at"]
async fn a_site_of_material_for_mkdocs_is_a_home_to_the_widget() {
    is_at_home(&Site {
        name: "material",
        states: "states/",
        dark: "document.body.dataset.mdColorScheme = 'slate'",
    })
    .await;
}

#[tokio::test]
#[ignore = "`cargo xtask sites` builds what it looks at"]
async fn a_site_of_sphinx_with_furo_is_a_home_to_the_widget() {
    is_at_home(&Site {
        name: "furo",
        states: "states.html",
        dark: "document.body.dataset.theme = 'dark'",
    })
    .await;
}
