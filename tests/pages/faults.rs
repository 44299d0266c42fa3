//! What goes wrong around the widget: the table stays or comes back, and the reason is told.

use crate::page::{Page, visit_broken};
use serde_json::json;

/// A page with one element that has a table and these attributes; its `load()` ends before the test begins.
async fn with(attributes: &str, test: impl AsyncFnOnce(&Page)) {
    visit_broken("fault.html", async |page| {
        page.until("customElements.get('state-chart')").await;
        let put = format!("void put({})", json!(attributes));
        page.eval(&put).await;
        let load = "void it.load().then(() => { window.ended = ''; }, error => { window.ended = error.message; })";
        page.eval(load).await;
        page.until("window.ended !== undefined").await;
        test(page).await;
    })
    .await;
}

/// What is told where `src` is this, while the table stays.
async fn refused(src: &str, expect: &str) {
    with(&format!("src=\"{src}\""), async |page| {
        let ended = page.eval("ended").await;
        let ended = ended.as_str().unwrap_or_default();
        assert!(ended.ends_with(expect), "{src}: {ended}");
        assert_eq!(
            page.eval("[isTable(), widget(), told]").await,
            json!([true, null, [ended]])
        );
    })
    .await;
}

#[tokio::test]
async fn src_takes_web_addresses_data_and_relative_ones_and_says_so() {
    for src in [
        "javascript:alert(1)",
        "blob:http://a/b",
        "file:///etc/passwd",
        "http://[",
    ] {
        let expect = format!(
            "src: expected an address of http, https or data, or one relative to the page, found `{src}`"
        );
        refused(src, &expect).await;
    }
    let data = "data:application/json,{%22version%22:1,%22groups%22:[{%22operations%22:[%22Switch%22]}],%22rows%22:[{%22states%22:[%22On%22],%22allowed%22:[%22Switch%22]}]}";
    for src in ["biztalk-services.json", "/answer/chart", data] {
        with(&format!("src=\"{src}\""), async |page| {
            assert_eq!(
                page.eval("[ended, told, !!widget()]").await,
                json!(["", [], true]),
                "{src}"
            );
        })
        .await;
    }
}

#[tokio::test]
async fn an_answer_that_is_no_chart_is_named() {
    refused(
        "/answer/broken",
        "/answer/broken answered 500; it is the chart that src names",
    )
    .await;
    refused(
        "/answer/page",
        "/answer/page answered with an HTML page; it is the chart that src names",
    )
    .await;
    refused(
        "/answer/latin",
        "/answer/latin answered in another encoding than UTF-8; it is the chart that src names",
    )
    .await;
}

#[tokio::test]
async fn an_answer_that_never_comes_is_asked_for_twice_and_then_named() {
    refused("/answer/never", "/answer/never answered nothing in 10 s, and was asked twice; it is the chart that src names").await;
}

#[tokio::test]
async fn a_module_that_is_cut_short_is_named_and_one_of_another_type_is_taken() {
    visit_broken("/cut/table.html", async |page| {
        page.until("window.told").await;
        let told = page.eval("told").await;
        assert!(
            told.as_str().unwrap_or_default().contains("state-chart"),
            "{told}"
        );
        let seen = "document.querySelector('state-chart table').getBoundingClientRect().height > 0";
        assert_eq!(page.eval(seen).await, json!(true));
    })
    .await;
    visit_broken("/bytes/table.html", async |page| {
        page.until("document.querySelector('state-chart')?.shadowRoot?.querySelector('.widget')")
            .await;
    })
    .await;
}

/// Has the host carry out each operation by a promise that `script` makes of `end`, and begins Print.
async fn carried_out(script: &str, test: impl AsyncFnOnce(&Page)) {
    with("", async |page| {
        let hear = format!("void it.addEventListener('state-chart-operate', event => event.waitUntil({script}))");
        page.eval(&hear).await;
        page.eval("void it.perform('Print').then(step => { window.step = step; }, error => { window.step = { aborted: error.name }; })").await;
        test(page).await;
    })
    .await;
}

#[tokio::test]
async fn a_promise_of_the_host_that_is_rejected_is_a_failure() {
    carried_out("Promise.reject(Error('no'))", async |page| {
        page.until("window.step").await;
        assert_eq!(
            page.eval("[step.outcome, it.state]").await,
            json!(["failure", "Paused"])
        );
        page.until("!it.shadowRoot.querySelector('progress')").await;
    })
    .await;
}

#[tokio::test]
async fn what_the_host_never_ends_can_be_taken_back_and_what_ends_after_the_element_has_left_does_nothing()
 {
    carried_out("new Promise(end => { window.end = end; })", async |page| {
        page.until("it.shadowRoot.querySelector('progress')").await;
        page.eval("void it.undo()").await;
        page.until("!it.shadowRoot.querySelector('progress') && window.step").await;
        assert_eq!(page.eval("[step.aborted, it.state]").await, json!(["AbortError", "Idle"]));
        page.eval("void (window.step = undefined, it.perform('Print').catch(error => { window.step = error.name; }))").await;
        page.until("it.shadowRoot.querySelector('progress')").await;
        page.eval("void it.remove()").await;
        page.until("window.step && !widget()").await;
        page.eval("void end({ outcome: 'success' })").await;
        page.eval("void document.querySelector('main').append(it)").await;
        page.until("widget()").await;
        assert_eq!(page.eval("[it.state, !!it.shadowRoot.querySelector('progress'), told]").await, json!(["Idle", false, []]));
        page.quiet().await;
    })
    .await;
}

#[tokio::test]
async fn after_a_trap_elements_with_and_without_a_link_are_tables_again_and_say_why() {
    with("link=\"a\"", async |page| {
        page.eval("void (window.linked = it, put(), it.load())")
            .await;
        page.until("widget() && widget(linked)").await;
        page.eval("void linked.perform('Print')").await;
        page.trap().await;
        page.until("told.length === 2").await;
        assert_eq!(
            page.eval("[isTable(), isTable(linked), widget(), widget(linked)]")
                .await,
            json!([true, true, null, null])
        );
        // Another one that comes later says the same.
        page.eval("void (put(), it.load().catch(error => { window.later = error.message; }))")
            .await;
        page.until("window.later").await;
        assert_eq!(
            page.eval("[later === told[0], isTable()]").await,
            json!([true, true])
        );
    })
    .await;
}

#[tokio::test]
async fn without_a_clipboard_or_a_canvas_a_reader_is_told_so() {
    with("", async |page| {
        page.click("details[data-place=export] summary").await;
        page.until("it.shadowRoot.querySelector('button[name=copy]')").await;
        page.eval("void Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(Error('denied')) } })").await;
        page.click("button[name=copy]").await;
        let said = |text: &str| format!("it.shadowRoot.querySelector('details[data-place=export] output').textContent.startsWith({})", json!(text));
        page.until(&said("It cannot be copied here")).await;
        page.eval("void (HTMLCanvasElement.prototype.toBlob = function (act) { act(null); })").await;
        page.eval("void (it => { it.selectedIndex = [...it.options].findIndex(it => it.text === 'PNG'); it.dispatchEvent(new Event('change')); })(it.shadowRoot.querySelector('select[name=format]'))").await;
        page.click("button[name=download]").await;
        page.until(&said("The picture cannot be made a PNG here")).await;
    })
    .await;
}

/// The session of an element in which Print was performed: its history, and what can be redone.
const SESSION: &str =
    "(window.saved = undefined, it.save().then(text => { window.saved = text; }))";

#[tokio::test]
async fn what_stands_beside_a_table_may_be_of_any_depth() {
    with("", async |page| {
        page.eval(
            "void ((deep) => { const all = deep; \
             for (let level = 0; level < 20000; level += 1) deep = deep.appendChild(document.createElement('div')); \
             all.hidden = true; it.remove(); put(); it.append(all); })(document.createElement('div'))",
        )
        .await;
        page.eval("void it.load()").await;
        page.until("widget()").await;
        assert_eq!(page.eval("[isTable(), told]").await, json!([false, []]));
    })
    .await;
}

#[tokio::test]
async fn an_element_that_is_taken_off_and_put_back_goes_on_with_its_session() {
    for back in [
        "document.querySelector('main').append(it)",
        // Into another shadow root.
        "document.querySelector('main').appendChild(document.createElement('div')).attachShadow({ mode: 'open' }).append(it)",
    ] {
        with("", async |page| {
            page.eval("void it.perform('Print', { outcome: 'success' })").await;
            page.until("it.state === 'Printing'").await;
            page.eval("void (window.events = 0, ['operated', 'select', 'refused'].forEach(name => addEventListener('state-chart-' + name, () => { events += 1; })))").await;
            page.eval("void it.remove()").await;
            page.until("!widget()").await;
            page.eval(&format!("void {back}")).await;
            page.until("widget() && it.state === 'Printing'").await;
            page.eval(&format!("void {SESSION}")).await;
            page.until("window.saved").await;
            assert_eq!(page.eval("[saved, events]").await, json!(["Idle; Print", 0]));
            page.eval("void it.undo()").await;
            page.until("it.state === 'Idle'").await;
            page.quiet().await;
        })
        .await;
    }
}

#[tokio::test]
async fn an_element_that_comes_back_with_another_table_or_start_begins_anew() {
    for change in [
        "it.querySelector('td').textContent = 'Ready'",
        "it.setAttribute('state', 'Paused')",
    ] {
        with("", async |page| {
            page.eval("void it.perform('Print', { outcome: 'success' })")
                .await;
            page.until("it.state === 'Printing'").await;
            page.eval("void it.remove()").await;
            page.until("!widget()").await;
            page.eval(&format!(
                "void ({change}, document.querySelector('main').append(it))"
            ))
            .await;
            page.until("widget()").await;
            page.eval("void it.undo().then(undone => { window.undone = undone; })")
                .await;
            page.until("window.undone === false").await;
        })
        .await;
    }
}

#[tokio::test]
async fn an_element_in_closed_details_or_a_template_waits_until_it_is_seen() {
    visit_broken("fault.html", async |page| {
        page.until("customElements.get('state-chart')").await;
        page.eval("void (document.querySelector('main').innerHTML = '<details><summary>More</summary></details><template></template>', \
             put('', document.querySelector('details')), window.inner = document.createElement('state-chart'), \
             document.querySelector('template').content.append(inner))").await;
        page.eval("void setTimeout(() => { window.waited = true; }, 300)").await;
        page.until("window.waited").await;
        assert_eq!(page.eval("[widget(), inner.shadowRoot, told]").await, json!([null, null, []]));
        page.eval("void (document.querySelector('details').open = true)").await;
        page.until("widget()").await;
        page.quiet().await;
    })
    .await;
}
