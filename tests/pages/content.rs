//! What stands in an element: what is no chart stays, and so does what is beside one.

use crate::page::{Page, visit_broken};
use serde_json::{Value, json};

/// A page on which `put` makes one element after the other.
pub(crate) async fn visit(test: impl AsyncFnOnce(&Page)) {
    visit_broken("content.html", async |page| {
        page.until("customElements.get('state-chart')").await;
        test(page).await;
    })
    .await;
}

/// Puts an element with `content` on the page.
pub(crate) async fn put(page: &Page, content: &str) {
    page.eval(&format!("void put({})", json!(content))).await;
}

/// Puts the table of a printer on the page, between `before` and `after`, and waits for its widget.
pub(crate) async fn put_printer(page: &Page, before: &str, after: &str) {
    let content = format!("{} + printer() + {}", json!(before), json!(after));
    page.eval(&format!("void put({content})")).await;
    page.until("widget()").await;
}

/// Lets everything happen that would happen by itself.
pub(crate) async fn settle(page: &Page) {
    page.eval("void (window.settled = false, setTimeout(() => requestAnimationFrame(() => { window.settled = true; }), 150))")
        .await;
    page.until("window.settled").await;
}

/// What an author is told, once, of an element with `content`, which stays as it is.
async fn check(page: &Page, content: &str, expect: &str) {
    put(page, content).await;
    page.until("told.length").await;
    settle(page).await;
    assert_eq!(page.eval("told").await, json!([expect]), "{content}");
    let complaints = page.eval("complaints").await;
    let expected = format!("error: state-chart: {expect} [object HTMLElement]");
    assert_eq!(complaints, json!([expected]), "{content}");
    assert_eq!(page.eval("widget()").await, Value::Null, "{content}");
    assert_eq!(page.eval("it.innerHTML").await, json!(content));
}

pub(crate) const OTHERWISE: &str = "put the table into the element, where it is read as soon as it comes, name a chart in JSON with `src` or set `chart`, or leave the element empty for the built-in chart";

#[tokio::test]
async fn content_without_a_chart_stays_and_its_author_is_told_once_what_was_looked_for() {
    visit(async |page| {
        for (content, found) in [
            ("<p>Loading…</p>", "`<p>` with the text `Loading…`"),
            ("Loading…", "the text `Loading…`"),
            (
                "<pre>Idle: Print</pre>",
                "`<pre>` with the text `Idle: Print`",
            ),
            ("<img src=\"icon.svg\" alt=\"A table\">", "`<img>`"),
            ("<template><p>Later</p></template>", "`<template>`"),
        ] {
            let expect = format!("expected a table, found {found}; {OTHERWISE}");
            check(page, content, &expect).await;
        }
        put(page, "<p>Loading…</p>").await;
        page.until("told.length").await;
        assert_eq!(page.eval("isSeen(it.firstChild)").await, json!(true));
    })
    .await;
}

#[tokio::test]
async fn a_table_that_is_there_in_another_form_is_named_with_the_fix() {
    visit(async |page| {
        let table = "<table><tbody><tr><td>Idle</td></tr></tbody></table>";
        for (content, found) in [
            (
                "<div role=\"table\"><div role=\"row\">Idle</div></div>".to_owned(),
                "`<div role=\"table\">`; write it as a `<table>`",
            ),
            (
                format!("<template>{table}</template>"),
                "one in a `<template>`, which is not shown; take the tags of the `<template>` away",
            ),
            (
                "<noscript><table></table></noscript>".to_owned(),
                "one in a `<noscript>`, which is text where scripts run; take the tags of the `<noscript>` away",
            ),
            (
                "<pre>&lt;table&gt;&lt;/table&gt;</pre>".to_owned(),
                "one as text, `<table`; have it written into the page as HTML",
            ),
            (
                "<p><script type=\"application/json\">{}</script></p>".to_owned(),
                "a chart in JSON that is not directly in the element; take away what is between",
            ),
        ] {
            check(page, &content, &format!("expected a table, found {found}")).await;
        }
    })
    .await;
}

/// A table of Markdown, as text.
const PIPES: &str = "| State | Print |\n|-------|-------|\n| Idle  | ✓     |";

#[tokio::test]
async fn a_table_that_markdown_left_as_text_is_named_with_the_fix() {
    visit(async |page| {
        for (content, fix) in [
            // What markdown-it, pulldown-cmark and Goldmark leave.
            (
                format!("\n{PIPES}\n"),
                "leave a blank line after the opening tag and one before the closing tag",
            ),
            // What kramdown leaves, whatever the lines are.
            (
                format!("\n\n{PIPES}\n\n"),
                "this Markdown leaves alone what is in a tag: in Jekyll, write `markdown=\"block\"` into the tag; elsewhere, write the table in HTML",
            ),
            (
                format!("\n<pre><code>{PIPES}</code></pre>\n"),
                "it is a block of code: take its indentation or its fence away",
            ),
            // What kramdown makes of it without blank lines.
            (
                "\n  <p>| State | Print |\n|—|—|\n| Idle | ✓ |</p>\n".to_owned(),
                "it is a paragraph: leave a blank line above the table and one below it, and turn tables on where the site's Markdown has them off",
            ),
            (
                "\n| State | Print |\n| Idle | ✓ |\n".to_owned(),
                "write `|---|---|` on the line below it",
            ),
        ] {
            let expect = format!("expected a table, found one in Markdown that was left as text, `| State | Print |`; {fix}");
            check(page, &content, &expect).await;
        }
    })
    .await;
}

#[tokio::test]
async fn a_table_that_mkdocs_left_as_text_is_named_with_what_mkdocs_needs() {
    visit(async |page| {
        // Python-Markdown has any tag that it does not know in a paragraph.
        for (before, fix) in [
            ("", "in MkDocs, write `/// html | state-chart` above the table and `///` below it in place of the tags, and turn on the extension `pymdownx.blocks.html`"),
            ("See ", "put each of the tags on a line of its own, with a blank line above it and one below"),
        ] {
            let html = format!("<p>{before}<state-chart>\n{PIPES}\n</state-chart></p>");
            let put = format!(
                "void (put(''), document.querySelector('main').innerHTML = {}, window.it = document.querySelector('state-chart'), window.told = [], it.load())",
                json!(html)
            );
            page.eval(&put).await;
            page.until("told.length").await;
            let told = page.eval("told[0]").await;
            let expect = format!("expected a table, found one in Markdown that was left as text, `| State | Print |`; {fix}");
            assert_eq!(told, json!(expect));
        }
    })
    .await;
}

#[tokio::test]
async fn an_element_with_blanks_and_comments_shows_the_built_in_chart_until_something_comes() {
    visit(async |page| {
        for content in ["", "\n  \n", "<!-- a chart --> <!-- two -->"] {
            put(page, content).await;
            page.until("widget()").await;
            assert_eq!(page.eval("it.state").await, json!("Active"));
        }
        page.eval("void it.append(new Comment('three'))").await;
        settle(page).await;
        assert_eq!(page.eval("it.state").await, json!("Active"));
        page.eval("void (it.innerHTML = printer())").await;
        page.until("it.state === 'Idle'").await;
        page.quiet().await;
    })
    .await;
}

#[tokio::test]
async fn ready_is_rejected_where_there_is_no_widget_and_nobody_has_to_hear_it() {
    visit(async |page| {
        put(page, "<p>Loading…</p>").await;
        page.until("told.length").await;
        page.eval("void it.load().catch(error => { window.rejected = error; })").await;
        page.until("window.rejected").await;
        assert_eq!(page.eval("rejected.message === told[0] && Object.prototype.toString.call(rejected) === '[object Error]'").await, json!(true));
        // These are not heard by anybody.
        page.eval("void (it.load(), it.perform('Print'), it.undo())").await;
        settle(page).await;
        assert_eq!(page.eval("complaints.length").await, json!(1));
        // Once the content is good, it is another promise.
        page.eval("void (it.innerHTML = printer(), it.load().then(it => { window.good = it.state; }))").await;
        page.until("window.good === 'Idle'").await;
        assert_eq!(page.eval("complaints.length").await, json!(1));
        let problems = "<table><tr><th>Size</th><th>Price</th></tr><tr><td>Small</td><td>10</td></tr><tr><td>Large</td><td>20</td></tr></table>";
        put(page, problems).await;
        page.eval("void it.load().catch(error => { window.problems = error.problems; })").await;
        page.until("window.problems?.length").await;
        assert_eq!(page.eval("problems.join('\\n') === told[0]").await, json!(true));
    })
    .await;
}

#[tokio::test]
async fn ready_waits_for_an_element_that_is_not_on_the_page_yet() {
    visit(async |page| {
        page.eval("void (window.late = document.createElement('state-chart'), late.load().then(() => { window.there = true; }))").await;
        settle(page).await;
        assert_eq!(page.eval("window.there ?? null").await, Value::Null);
        page.eval("void document.querySelector('main').append(late)").await;
        page.until("window.there").await;
        assert_eq!(page.eval("late.can('Stop')").await, json!(true));
    })
    .await;
}

#[tokio::test]
async fn whatever_else_stands_in_the_element_stays_in_sight() {
    visit(async |page| {
        // What is before the table, what is after it, and which parts of all that is seen.
        let prices = "<table class=\"seen\"><tr><th>Size</th><th>Price</th></tr><tr><td>Small</td><td>10</td></tr></table>";
        let cases = [
            ("<p class=\"seen\">Before</p>".to_owned(), "<p class=\"seen\">After</p>".to_owned()),
            (String::new(), prices.to_owned()),
            ("<div>".to_owned(), "<p class=\"seen\">A legend</p></div>".to_owned()),
            ("<div><div>".to_owned(), "</div><p class=\"seen\">A legend</p></div>".to_owned()),
            (String::new(), " A legend <b class=\"seen\">in bold</b>".to_owned()),
            ("<figure>".to_owned(), "<figcaption class=\"seen\">A legend</figcaption></figure>".to_owned()),
        ];
        for (before, after) in cases {
            put_printer(page, &before, &after).await;
            let seen = "[[...it.querySelectorAll('.seen')].every(isSeen), isSeen(it.querySelector('table:not(.seen)'))]";
            assert_eq!(page.eval(seen).await, json!([true, false]), "{before}…{after}");
            let order = "[...it.querySelectorAll('main .seen')].map(seen => Math.sign(seen.getBoundingClientRect().top - widget().getBoundingClientRect().top))";
            let order = page.eval(order).await;
            let expect = if before.contains("Before") { json!([-1, 1]) } else { json!([1]) };
            assert_eq!(order, expect, "{before}…{after}");
            page.eval("void it.remove()").await;
            page.until("!widget()").await;
            let left = page.eval("it.querySelectorAll('[slot], [style]').length").await;
            assert_eq!(left, json!(0), "{}", page.eval("it.innerHTML").await);
        }
        // What shows the table and nothing else goes with it.
        put_printer(page, "<div class=\"scroll\"><div>", "</div></div>").await;
        assert_eq!(page.eval("[isSeen(it.querySelector('.scroll')), it.querySelectorAll('[slot], [style]').length]").await, json!([false, 0]));
    })
    .await;
}

#[tokio::test]
async fn a_footnote_of_a_mark_stands_in_the_answer() {
    visit(async |page| {
        let link = "printer('Yes<sup><a href=\"#fn-1\">1</a></sup>')";
        let note = "<ol><li id=\"fn-1\"><p>Only by its owner. <a href=\"#ref-1\">↩\u{fe0e}</a></p></li></ol>";
        for (table, after, expect) in [
            (link, note, "Only by its owner."),
            (link, "", "Footnote 1"),
            ("printer('✓¹')", "<p>¹ Only by its owner.</p>", "Footnote ¹"),
        ] {
            page.eval(&format!("void put({table} + {})", json!(after))).await;
            page.until("widget()").await;
            page.eval("void it.select('Idle', 'Print')").await;
            page.until("it.shadowRoot.querySelector('.note')").await;
            let said = "it.shadowRoot.querySelector('.note').textContent";
            assert_eq!(page.eval(said).await, json!(expect), "{table}");
            page.quiet().await;
        }
    })
    .await;
}
