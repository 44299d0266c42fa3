//! The widget in the language of the page: all of it, from the first.

use crate::accessibility::check;
use crate::page::{Page, visit, visit_broken};
use serde_json::{Map, Value, json};

const ROOT: &str = "document.querySelector('state-chart').shadowRoot";

fn words(lang: &str) -> Map<String, Value> {
    let path = format!("{}/static/words/{lang}.json", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// What stands between the places of each word, where it is more than a sign.
fn pieces(words: &Map<String, Value>) -> Vec<String> {
    let texts = words.values().filter_map(Value::as_str);
    let pieces = texts.flat_map(|text| text.split(['{', '}']).step_by(2));
    let pieces =
        pieces.map(|piece| piece.trim_matches([' ', ',', ':', ';', '(', ')', '`', '…', '.']));
    pieces
        .filter(|piece| piece.len() > 2)
        .map(str::to_owned)
        .collect()
}

/// Opens and does all that the widget says something about.
async fn walk(page: &Page) {
    page.click("td[data-state=Stopped][data-operation=Stop] button")
        .await;
    page.until(&format!("{ROOT}.querySelector('.suggestion')"))
        .await;
    page.click("td[data-state=Active][data-operation=Stop] button")
        .await;
    for section in [
        ".route",
        ".insight",
        "[data-place=diagram]",
        "[data-place=export]",
    ] {
        page.click(&format!("{section} > summary")).await;
    }
    page.until(&format!("{ROOT}.querySelector('.picture svg') && {ROOT}.querySelector('textarea')?.value && {ROOT}.querySelector('.insight dd')")).await;
    page.eval(&format!("(list => (list.selectedIndex = [...list.options].findIndex((it) => it.text === 'Suspended'), list.dispatchEvent(new Event('change', {{ bubbles: true }}))))({ROOT}.querySelector('.route select'))")).await;
    page.until(&format!("{ROOT}.querySelector('.route .ways li')"))
        .await;
    page.click("[data-operation=Stop]:enabled").await;
    page.comes_to("Stopped").await;
}

/// Each text and name that the widget gives as being of its language.
async fn said(page: &Page) -> Vec<String> {
    let said = page.eval(&format!(
        "(() => {{ const root = {ROOT}.querySelector('.widget'), own = root.lang, said = []; \
         const is = (it) => (it.closest('[lang]') ?? root).lang === own; \
         for (const it of [root, ...root.querySelectorAll('*')]) {{ if (!is(it)) continue; \
           for (const name of ['aria-label', 'title', 'label']) if (it.hasAttribute(name)) said.push(it.getAttribute(name)); \
           for (const node of it.childNodes) if (node.nodeType === 3 && it.localName !== 'textarea') said.push(node.nodeValue); }} \
         return said.map((it) => it.replace(/[\\u2066-\\u2069]/g, '').trim()).filter(Boolean); }})()"
    )).await;
    let said = said.as_array().unwrap().iter();
    said.map(|text| text.as_str().unwrap().to_owned()).collect()
}

async fn speaks(lang: &str) {
    let english = pieces(&words("en"));
    let own = pieces(&words(lang));
    let is_english = |text: &str| {
        let found = english.iter().find(|piece| {
            let is_own = own.iter().any(|own| own.contains(piece.as_str()));
            !is_own && (text == *piece || (piece.contains(' ') && text.contains(piece.as_str())))
        });
        found.cloned()
    };
    visit(&format!("languages.html?lang={lang}"), 1280, async |page| {
        assert_eq!(
            page.eval(&format!("{ROOT}.querySelector('.widget').lang"))
                .await,
            json!(lang)
        );
        // Nothing was English before it was in its language.
        let shown = page.eval("shown.join()").await;
        assert!(!shown.as_str().unwrap().contains("Find a way"));
        walk(page).await;
        let said = said(page).await;
        let left: Vec<_> = said
            .iter()
            .filter_map(|text| Some((text, is_english(text)?)))
            .collect();
        assert_eq!(left, []);
        let its = words(lang);
        for key in ["undo", "find_way", "state", "succeeds"] {
            let word = its[key].as_str().unwrap();
            assert!(said.iter().any(|text| text == word), "{lang}: {key}");
        }
        check(page, lang).await;
        page.picture(&format!("language-{lang}")).await;
    })
    .await;
    visit(&format!("languages.html?lang={lang}"), 500, async |page| {
        page.eval("void (document.body.style.inlineSize = '344px')")
            .await;
        walk(page).await;
        let wide = format!("{ROOT}.querySelector('.widget').scrollWidth > 344");
        assert_eq!(page.eval(&wide).await, json!(false));
        page.picture(&format!("language-{lang}-narrow")).await;
    })
    .await;
}

#[tokio::test]
async fn the_widget_speaks_german() {
    speaks("de").await;
}

#[tokio::test]
async fn the_widget_speaks_japanese() {
    speaks("ja").await;
}

#[tokio::test]
async fn the_widget_speaks_arabic() {
    speaks("ar").await;
}

#[tokio::test]
async fn names_and_what_is_said_are_in_the_language() {
    visit("languages.html?lang=de-AT", 1280, async |page| {
        let label = |css: &str| format!("{ROOT}.querySelector(`{css}`).ariaLabel");
        let cell = label("td[data-state=Active][data-operation=Stop] button");
        assert_eq!(page.eval(&cell).await, json!("Stop in Active, erlaubt"));
        page.click("td[data-state=Active][data-operation=Stop] button").await;
        page.until(&format!("{ROOT}.querySelector('.said').textContent === 'Stop in Active: erlaubt'")).await;
        page.eval("void document.querySelector('state-chart').undo()").await;
        let refused = page.eval("window.refused").await;
        assert_eq!(refused, json!(null));
        page.eval("void document.querySelector('state-chart').perform('Start').then((it) => (window.refused = it.message))").await;
        page.until("window.refused").await;
        assert_eq!(page.eval("window.refused").await, words("de")["refusal"]);
    })
    .await;
}

#[tokio::test]
async fn the_language_is_that_of_the_nearest_element_around_through_shadow_roots() {
    visit("languages.html?lang=ja", 1280, async |page| {
        page.eval(
            "void (() => { const host = document.createElement('div'), inner = document.createElement('div'); host.lang = 'fr'; \
             document.body.append(host); host.attachShadow({ mode: 'open' }).append(inner); \
             inner.innerHTML = '<state-chart></state-chart>'; window.inner = inner.firstChild; return inner.firstChild.load(); })()",
        )
        .await;
        page.until("window.inner.shadowRoot.querySelector('.widget')").await;
        let undo = "window.inner.shadowRoot.querySelector('[data-history=undo]').textContent";
        assert_eq!(page.eval(undo).await, words("fr")["undo"]);
        page.eval("void (window.inner.lang = 'he')").await;
        page.until("window.inner.shadowRoot.querySelector('.widget')?.lang === 'he'").await;
        assert_eq!(page.eval(undo).await, words("he")["undo"]);
    })
    .await;
}

#[tokio::test]
async fn english_and_unknown_languages_fetch_no_language_and_are_english() {
    for lang in ["", "en-GB", "nl", "zh-TW", "en_US"] {
        visit(&format!("languages.html?lang={lang}"), 1280, async |page| {
            assert_eq!(page.eval(&format!("{ROOT}.querySelector('.widget').lang")).await, json!("en"));
            assert_eq!(page.texts("[data-history=undo]").await, json!(["Undo"]));
            let fetched = "performance.getEntriesByType('resource').filter(it => /words-/.test(it.name)).length";
            assert_eq!(page.eval(fetched).await, json!(0), "{lang}");
        })
        .await;
    }
}

#[tokio::test]
async fn an_author_has_words_of_their_own() {
    let page = "languages.html?lang=de&own={\"de\":{\"undo\":\"Zurück!\"}}&words=data:application/json,{\"redo\":\"Vor!\"}";
    visit(page, 1280, async |page| {
        assert_eq!(page.texts("[data-history=undo]").await, json!(["Zurück!"]));
        assert_eq!(page.texts("[data-history=redo]").await, json!(["Vor!"]));
        assert_eq!(
            page.texts("[data-history=start-over]").await,
            json!([words("de")["start_over"]])
        );
    })
    .await;
    let page =
        "languages.html?lang=nl&own={\"nl\":{\"undo\":\"Terug\",\"now_state\":\"Nu {state}\"}}";
    visit(page, 1280, async |page| {
        assert_eq!(page.texts("[data-history=undo]").await, json!(["Terug"]));
        // What is English because nobody translated it says so.
        assert_eq!(
            page.texts("[data-history=redo] [lang=en]").await,
            json!(["Redo"])
        );
        page.eval("void (document.querySelector('state-chart').state = 'Stopped')")
            .await;
        page.until(&format!(
            "{ROOT}.querySelector('.said').textContent === 'Nu Stopped'"
        ))
        .await;
    })
    .await;
}

#[tokio::test]
async fn a_language_that_cannot_be_fetched_leaves_english_and_warns_once() {
    visit_broken("/wordless/languages.html?lang=de", async |page| {
        page.until(&format!("{ROOT}?.querySelector('.widget')")).await;
        assert_eq!(page.eval(&format!("{ROOT}.querySelector('.widget').lang")).await, json!("en"));
        page.eval("void document.body.appendChild(document.createElement('state-chart')).load()").await;
        page.until("document.querySelectorAll('state-chart')[1].shadowRoot.querySelector('.widget')").await;
        let warned = page.eval("complaints.filter((it) => it.includes('state-chart: words: `de` cannot be fetched')).length").await;
        assert_eq!(warned, json!(1));
    })
    .await;
}
