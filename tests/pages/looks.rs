//! What readers ask of the looks of every page: contrast, their own colours, no motion, and paper.

use crate::accessibility::check;
use crate::page::{Page, visit};
use serde_json::{Value, json};

const ROOT: &str = "document.querySelector('state-chart').shadowRoot";

/// Has the page shown as a reader with these preferences sees it.
async fn prefer(page: &Page, media: &str, features: &[(&str, &str)]) {
    let features: Vec<_> = { features.iter() }
        .map(|(name, value)| json!({ "name": name, "value": value }))
        .collect();
    let media = json!({ "media": media, "features": features });
    let cdp = page.driver.cdp();
    let set = cdp.send_raw("Emulation.setEmulatedMedia", media);
    set.await.unwrap();
}

/// A property of what is `css`, as the browser computes it.
async fn style(page: &Page, css: &str, name: &str) -> String {
    let value = format!("getComputedStyle({ROOT}.querySelector('{css}'))['{name}']");
    let value = page.eval(&value).await;
    value.as_str().unwrap_or_default().to_owned()
}

/// How light a colour of what is `css` is, from 0 to 1.
pub(crate) async fn light(page: &Page, css: &str, name: &str) -> f64 {
    let value = format!(
        "(() => {{ const it = new OffscreenCanvas(1, 1).getContext('2d'); \
         it.fillStyle = getComputedStyle({ROOT}.querySelector('{css}'))['{name}']; it.fillRect(0, 0, 1, 1); \
         const [r, g, b] = it.getImageData(0, 0, 1, 1).data; return (r + g + b) / 765; }})()"
    );
    page.eval(&value).await.as_f64().unwrap()
}

#[tokio::test]
async fn on_paper_an_element_takes_the_place_of_what_it_shows() {
    visit("", 1280, async |page| {
        page.eval("void document.querySelector('state-chart').setAttribute('parts', 'card')")
            .await;
        page.until(&format!("!{ROOT}.querySelector('.table')"))
            .await;
        let blank = format!(
            "document.querySelector('state-chart').getBoundingClientRect().bottom \
             - {ROOT}.querySelector('.widget').getBoundingClientRect().bottom"
        );
        assert!(page.eval(&blank).await.as_f64().unwrap() > 100.0);
        prefer(page, "print", &[]).await;
        page.until(&format!("{blank} < 20")).await;
    })
    .await;
}

#[tokio::test]
async fn a_blank_shows_at_rest_that_it_can_be_clicked() {
    visit("", 1280, async |page| {
        let ground = style(page, "td.no", "backgroundImage").await;
        assert!(ground.contains("gradient"), "{ground}");
        assert_eq!(style(page, "td.no button", "cursor").await, "pointer");
    })
    .await;
}

#[tokio::test]
async fn more_contrast_is_given_where_it_is_asked_for() {
    visit("", 1280, async |page| {
        let line = light(page, "td", "borderBottomColor").await;
        prefer(page, "", &[("prefers-contrast", "more")]).await;
        let stronger = light(page, "td", "borderBottomColor").await;
        assert!(stronger < line - 0.25, "{line} {stronger}");
    })
    .await;
}

#[tokio::test]
async fn in_the_colours_of_the_reader_the_selected_cell_is_marked() {
    visit("", 1280, async |page| {
        page.click("td[data-state=Active][data-operation=Stop] button")
            .await;
        prefer(page, "", &[("forced-colors", "active")]).await;
        page.until("matchMedia('(forced-colors: active)').matches")
            .await;
        assert_eq!(
            style(page, "td[aria-selected]", "outlineStyle").await,
            "solid"
        );
        assert_eq!(style(page, "td.no button", "borderTopStyle").await, "solid");
        page.click("[data-place=diagram] summary").await;
        page.until(&format!("{ROOT}.querySelector('.picture svg')"))
            .await;
        let text = light(page, ".entry text", "fill").await;
        let ground = light(page, "[data-place=diagram]", "backgroundColor").await;
        assert!((text - ground).abs() > 0.9, "{text} on {ground}");
    })
    .await;
}

#[tokio::test]
async fn nothing_moves_where_no_motion_is_asked_for() {
    visit("", 1280, async |page| {
        prefer(page, "", &[("prefers-reduced-motion", "reduce")]).await;
        page.eval("document.querySelector('state-chart').setAttribute('duration', '100000')")
            .await;
        page.click("[data-operation=Stop]:enabled").await;
        page.until(&format!("{ROOT}.querySelector('progress')"))
            .await;
        assert_eq!(style(page, "progress", "appearance").await, "none");
        assert_eq!(style(page, ".runs .shape", "animationName").await, "none");
    })
    .await;
}

/// How pages turn dark: by a line of script, and by the style that they bring with it.
const THEMES: [(&str, &str); 5] = [
    ("classList.add('dark')", ".dark"),
    ("dataset.theme = 'dark'", "[data-theme=dark]"),
    (
        "dataset.mdColorScheme = 'slate'",
        "[data-md-color-scheme=slate]",
    ),
    ("classList.add('navy')", ".navy"),
    ("style.colorScheme = 'dark'", ":not(html)"),
];

#[tokio::test]
async fn the_widget_is_as_dark_as_the_theme_of_its_page() {
    for (turn, css) in THEMES {
        visit("", 1280, async |page| {
            assert!(light(page, ".card", "backgroundColor").await > 0.9);
            let sheet = format!("html{css} {{ --paper: #14181f; --ink: #dde; --quiet: #aab }}");
            page.eval(&format!(
                "void document.head.appendChild(document.createElement('style')).append('{sheet}')"
            ))
            .await;
            page.eval(&format!("void (document.documentElement.{turn})"))
                .await;
            assert!(
                light(page, ".card", "backgroundColor").await < 0.3,
                "{turn}"
            );
            assert!(light(page, ".state .word", "color").await > 0.7, "{turn}");
            page.click("td[data-state=Active][data-operation=Stop] button")
                .await;
            check(page, turn).await;
        })
        .await;
    }
}

#[tokio::test]
async fn in_a_dark_page_grounds_are_dark_whatever_accent_and_quiet_colour_it_has() {
    visit("", 1280, async |page| {
        page.eval("document.documentElement.style.colorScheme = 'dark'")
            .await;
        for css in [".operations button:enabled", ".operations button:disabled", ".answer.hint"] {
            let before = light(page, css, "backgroundColor").await;
            page.eval(
                "(() => { const { style } = document.querySelector('state-chart'); \
                 style.setProperty('--state-chart-accent', '#2b79a2'); style.setProperty('--state-chart-quiet', '#6b7280'); })()",
            )
            .await;
            let after = light(page, css, "backgroundColor").await;
            assert!(after < 0.3 && (after - before).abs() < 0.02, "{css}: {before} {after}");
            page.eval("document.querySelector('state-chart').removeAttribute('style')")
                .await;
        }
    })
    .await;
}

#[tokio::test]
async fn font_and_size_are_those_of_the_page() {
    visit("", 1280, async |page| {
        page.eval("document.body.style.font = '22px/1.5 monospace'")
            .await;
        for css in [".card", ".operations button", ".ask select", "summary"] {
            if css == ".ask select" {
                page.click(".route summary").await;
                page.find(css).await;
            }
            assert_eq!(style(page, css, "fontSize").await, "22px", "{css}");
            assert_eq!(style(page, css, "fontFamily").await, "monospace", "{css}");
        }
        page.eval(
            "document.querySelector('state-chart').style.setProperty('--state-chart-font', '17px/1.4 serif')",
        )
        .await;
        assert_eq!(style(page, ".card", "fontSize").await, "17px");
    })
    .await;
}

#[tokio::test]
async fn each_recipe_for_a_theme_has_effect() {
    let guide = include_str!("../../docs/guide/styling.md");
    let recipes: Vec<_> = { guide.lines() }
        .filter(|line| {
            line.contains("state-chart { --state-chart-accent: ") && line.contains("var(")
        })
        .collect();
    assert!(recipes.len() > 6, "{recipes:?}");
    for recipe in recipes {
        visit("many.html", 1280, async |page| {
            for token in recipe.split("var(").skip(1) {
                let (token, _) = token.split_once(')').unwrap();
                page.eval(&format!(
                    "document.documentElement.style.setProperty('{token}', 'rgb(1, 2, 3)')"
                ))
                .await;
            }
            if let Some((_, theme)) = recipe.split_once('[') {
                let (name, rest) = theme.split_once("=\"").unwrap();
                let (value, _) = rest.split_once('"').unwrap();
                page.eval(&format!(
                    "document.documentElement.setAttribute('{name}', '{value}')"
                ))
                .await;
            }
            let css = ".operations button:enabled";
            assert!(light(page, css, "color").await > 0.1);
            page.eval(&format!(
                "void document.head.appendChild(document.createElement('style')).append({})",
                json!(recipe)
            ))
            .await;
            assert!(light(page, css, "color").await < 0.02, "{recipe}");
        })
        .await;
    }
}

#[tokio::test]
async fn parts_can_be_given_a_style_from_the_page() {
    visit("", 1280, async |page| {
        page.click("td[data-state=Active][data-operation=Stop] button")
            .await;
        let interface = include_str!("../../docs/guide/interface.md");
        let (_, parts) = interface.split_once("## Parts").unwrap();
        let parts: Vec<_> = { parts.lines() }
            .filter_map(|line| line.strip_prefix("| `")?.split_once('`'))
            .map(|(part, _)| part)
            .collect();
        assert!(parts.len() > 10, "{parts:?}");
        for part in parts {
            page.eval(&format!(
                "void document.head.appendChild(document.createElement('style')).append('state-chart::part({part}) {{ letter-spacing: 1px }}')"
            ))
            .await;
            let css = format!("[part~=\"{part}\"]");
            assert_eq!(style(page, &css, "letterSpacing").await, "1px", "{part}");
        }
    })
    .await;
}

#[tokio::test]
async fn on_paper_it_is_light_and_has_no_controls() {
    visit("", 1280, async |page| {
        page.eval("document.documentElement.style.colorScheme = 'dark'")
            .await;
        page.eval("document.querySelector('state-chart').setAttribute('duration', '0')")
            .await;
        page.click("[data-operation=Stop]:enabled").await;
        page.click("[data-place=diagram] summary").await;
        page.until(&format!("{ROOT}.querySelector('.picture svg')"))
            .await;
        prefer(page, "print", &[]).await;
        page.until("matchMedia('print').matches").await;
        for (css, ink) in [
            (".state .word", "color"),
            ("tbody th button", "color"),
            ("thead th", "color"),
            (".yes button", "color"),
            (".history .change", "color"),
            (".picture text", "fill"),
        ] {
            assert!(light(page, css, ink).await < 0.4, "{css}");
        }
        for css in [
            ".card",
            ".table",
            "thead th",
            "tbody th",
            "[data-place=diagram]",
        ] {
            assert!(light(page, css, "backgroundColor").await > 0.95, "{css}");
        }
        let shown = async |css: &str| {
            let shown = format!("{ROOT}.querySelector('{css}').checkVisibility()");
            page.eval(&shown).await
        };
        for css in [".state", "table", ".history li", ".picture svg"] {
            assert_eq!(shown(css).await, json!(true), "{css}");
        }
        for css in [
            ".operations",
            ".ending",
            ".events",
            ".bar",
            ".hint",
            ".route",
            ".insight",
            "[data-place=export]",
            "summary",
        ] {
            assert_eq!(shown(css).await, json!(false), "{css}");
        }
        assert_ne!(page.eval("document.title").await, Value::Null);
        let tall = format!("{ROOT}.querySelector('.picture svg').clientHeight > innerHeight");
        assert_eq!(page.eval(&tall).await, json!(false));
    })
    .await;
}
