//! What comes, changes or goes in an element later on: it is read again, and the session goes on.

use crate::content::{OTHERWISE, put, put_printer, settle, visit};
use crate::page::visit_broken;
use serde_json::{Value, json};

#[tokio::test]
async fn a_table_that_comes_in_place_of_a_word_of_waiting_becomes_the_widget() {
    visit(async |page| {
        put(page, "<p>Loading…</p>").await;
        page.until("told.length").await;
        // That more is said of it is no news.
        page.eval("void (it.firstChild.textContent = 'Loading more…')")
            .await;
        settle(page).await;
        assert_eq!(page.eval("told.length").await, json!(1));
        page.eval("void (it.innerHTML = printer())").await;
        page.until("widget()").await;
        assert_eq!(
            page.eval("isSeen(it.querySelector('table'))").await,
            json!(false)
        );
        page.click("[data-operation=Print]:enabled").await;
        page.eval("void (it.innerHTML = '<p>Gone</p>')").await;
        page.until("!widget()").await;
        page.until("told.length === 2").await;
        assert_eq!(page.eval("isSeen(it.firstChild)").await, json!(true));
        // An element that has been emptied has not become one of the built-in chart.
        page.eval("void (it.innerHTML = printer())").await;
        page.until("widget()").await;
        page.eval("void it.replaceChildren()").await;
        page.until("told.length === 3").await;
        let expect =
            format!("expected a table, found an element that has been emptied; {OTHERWISE}");
        assert_eq!(page.eval("told[2]").await, json!(expect));
    })
    .await;
}

#[tokio::test]
async fn a_page_that_comes_in_pieces_is_read_when_it_is_whole() {
    visit_broken("streamed.html", async |page| {
        page.until("document.querySelector('state-chart')?.shadowRoot?.querySelector('.widget')")
            .await;
        assert_eq!(
            page.texts("tbody th button").await,
            json!(["Idle", "Printing", "Paused"])
        );
        assert_eq!(page.eval("[readies, told]").await, json!([1, []]));
        assert_eq!(
            page.eval("isSeen(document.querySelector('p'))").await,
            json!(true)
        );
        page.quiet().await;
    })
    .await;
}

#[tokio::test]
async fn many_changes_in_one_tick_make_one_update_and_the_session_goes_on() {
    visit(async |page| {
        put_printer(page, "", "").await;
        page.click("[data-operation=Print]:enabled").await;
        page.click("[data-ended=Printing]").await;
        page.comes_to("Printing").await;
        page.eval("void (window.readies = 0, it.ready.then(() => { window.before = it.shadowRoot.querySelector('.widget'); }))").await;
        page.until("window.before").await;
        let edit = "for (let turn = 0; turn < 500; turn += 1) it.querySelector('table').insertAdjacentHTML('beforeend', `<tr><td>State ${turn}</td><td></td><td>✓</td><td></td></tr>`)";
        page.eval(&format!("void (() => {{ {edit} }})()")).await;
        page.until("it.chart.rows.length === 503 && widget()").await;
        settle(page).await;
        assert_eq!(page.eval("[readies, it.state]").await, json!([1, "Printing"]));
        page.eval("void it.save().then(text => { window.saved = text; })").await;
        page.until("window.saved").await;
        assert_eq!(page.eval("saved").await, json!("Idle; Print > Printing"));
        page.quiet().await;
    })
    .await;
}

#[tokio::test]
async fn a_step_that_is_no_more_takes_the_history_along_and_a_state_that_is_no_more_the_session() {
    visit(async |page| {
        put_printer(page, "", "").await;
        page.click("[data-operation=Print]:enabled").await;
        page.click("[data-ended=Printing]").await;
        page.comes_to("Printing").await;
        // Nobody may print any more, and yet the service is where it is.
        page.eval("void (it.querySelector('td + td').textContent = '')")
            .await;
        page.until("it.chart.rows[0].allowed.length === 0 && widget()")
            .await;
        assert_eq!(page.eval("it.state").await, json!("Printing"));
        page.eval("void it.undo().then(undone => { window.undone = undone; })")
            .await;
        page.until("window.undone === false").await;
        // Its row goes.
        page.eval("void it.querySelectorAll('tr')[2].remove()")
            .await;
        page.until("it.chart.rows.length === 2 && widget()").await;
        assert_eq!(page.eval("it.state").await, json!("Idle"));
        page.quiet().await;
    })
    .await;
}

#[tokio::test]
async fn cells_texts_and_attributes_are_read_again() {
    visit(async |page| {
        put_printer(page, "", "").await;
        let lead = "it.chart.outcomes?.[0]?.success?.state";
        page.eval("void (it.querySelector('td + td').dataset.success = 'Printing')")
            .await;
        page.until(&format!("{lead} === 'Printing'")).await;
        page.eval("void (it.querySelector('td').firstChild.data = 'Ready')")
            .await;
        page.until("it.chart.rows[0].states[0] === 'Ready'").await;
        page.eval("void (it.querySelector('td + td').innerHTML = '<img alt=\"no\">', it.querySelector('td + td').removeAttribute('data-success'))")
            .await;
        page.until("!it.chart.rows[0].allowed?.length").await;
        page.eval("void (it.querySelector('img').alt = 'yes')")
            .await;
        page.until("it.chart.rows[0].allowed?.length").await;
        page.eval("void it.querySelectorAll('tr')[3].setAttribute('hidden', '')")
            .await;
        page.until("it.chart.rows.length === 2").await;
        page.quiet().await;
    })
    .await;
}

#[tokio::test]
async fn what_renders_the_same_again_leaves_the_widget_as_it_is() {
    visit(async |page| {
        put_printer(page, "", "<p>A legend</p>").await;
        page.click("td button").await;
        page.eval("void (window.before = widget(), window.readies = 0)").await;
        for render in [
            "it.querySelector('table').replaceWith(it.querySelector('table').cloneNode(true))",
            "(it.innerHTML = printer() + '<p>A legend</p>')",
            "it.querySelector('table').classList.add('seen')",
            "it.querySelector('table').removeAttribute('slot')",
            "(it.querySelector('p').textContent = 'Another legend')",
            "(it.style.color = 'red', it.className = 'mine')",
        ] {
            page.eval(&format!("void {render}")).await;
            settle(page).await;
            let seen = "[widget() === before, readies, isSeen(it.querySelector('table')), isSeen(it.querySelector('p')), it.shadowRoot.querySelectorAll('slot').length]";
            assert_eq!(page.eval(seen).await, json!([true, 0, false, true, 2]), "{render}");
        }
        page.until("it.shadowRoot.querySelector('[aria-selected=true]')").await;
        page.quiet().await;
    })
    .await;
}

#[tokio::test]
async fn a_table_that_cannot_be_read_any_more_is_shown_with_the_reason() {
    visit(async |page| {
        put_printer(page, "<h3>Jobs</h3>", "<p>A legend</p>").await;
        page.eval("void (it.querySelector('table tr').innerHTML = '<th>Size</th><th>1</th><th>2</th><th>3</th>')").await;
        page.until("told.length").await;
        settle(page).await;
        assert_eq!(page.eval("[told.length, complaints.length, widget()]").await, json!([1, 1, null]));
        assert_eq!(page.eval("[isSeen(it.querySelector('table')), it.querySelectorAll('[slot], [style]').length]").await, json!([true, 0]));
        page.eval("void it.load().catch(error => { window.rejected = error.message; })").await;
        page.until("window.rejected").await;
        page.eval("void (it.querySelector('table tr').innerHTML = '<th>State</th><th>Print</th><th>Pause</th><th>Resume</th>')").await;
        page.until("widget()").await;
    })
    .await;
}

#[tokio::test]
async fn a_chart_in_json_is_not_concerned_by_what_changes_in_the_element() {
    visit(async |page| {
        page.eval("void put('<p>A fallback</p>', 'src=\"biztalk-services.json\"')")
            .await;
        page.until("widget()").await;
        page.eval("void (window.before = widget(), it.innerHTML = printer())")
            .await;
        settle(page).await;
        assert_eq!(
            page.eval("[widget() === before, it.state]").await,
            json!([true, "Active"])
        );
        page.eval("void (it.src = null)").await;
        page.until("it.state === 'Idle' && widget()").await;
        page.eval("void (it.src = 'biztalk-services.json')").await;
        page.until("it.state === 'Active' && widget()").await;
        page.eval("void (window.before = widget(), it.querySelector('td').textContent = 'Other')")
            .await;
        settle(page).await;
        assert_eq!(
            page.eval("[widget() === before, it.state]").await,
            json!([true, "Active"])
        );
        page.quiet().await;
    })
    .await;
}

#[tokio::test]
async fn an_element_that_is_taken_off_is_read_when_it_is_back() {
    visit(async |page| {
        put_printer(page, "", "<p>A legend</p>").await;
        page.eval("void it.remove()").await;
        page.until("!widget()").await;
        page.eval("void (it.querySelector('td').textContent = 'Ready')")
            .await;
        settle(page).await;
        assert_eq!(page.eval("widget()").await, Value::Null);
        page.eval("void document.querySelector('main').append(it)")
            .await;
        page.until("it.state === 'Ready' && widget()").await;
        page.eval("void (it.querySelector('td').textContent = 'Idle')")
            .await;
        page.until("it.chart.rows[0].states[0] === 'Idle' && widget()")
            .await;
        page.quiet().await;
    })
    .await;
}
