//! The address of a page: opened, written, gone back in, and copied.

use crate::accessibility::check;
use crate::page::{Page, visit};
use serde_json::json;
use thirtyfour::prelude::*;

const SAID: &str =
    "document.querySelector('state-chart').shadowRoot.querySelector('[role=status]').textContent";
const STEPS: &str = "[...document.querySelector('state-chart').shadowRoot.querySelectorAll('.history .what')]\
     .map(it => it.textContent.trim()).join()";
const QUESTION: &str = "document.querySelector('state-chart').shadowRoot.querySelector('.question strong')?.textContent ?? ''";

/// Waits until the fragment of the page's address is `hash`.
async fn address_comes_to(page: &Page, hash: &str) {
    page.until(&format!("location.hash === {}", json!(hash)))
        .await;
}

async fn comes_to(page: &Page, expression: &str, value: &str) {
    page.until(&format!("({expression}) === {}", json!(value)))
        .await;
}

#[tokio::test]
async fn a_link_opens_a_state_a_cell_or_a_scenario() {
    visit("links.html#chart=StopFailed", 1280, async |page| {
        page.comes_to("StopFailed").await;
        assert_eq!(page.eval(STEPS).await, json!(""));
        page.eval("void (location.hash = '#chart=Disabled/Stop')")
            .await;
        comes_to(page, QUESTION, "Stop in Disabled").await;
        page.comes_to("Active").await;
        page.eval("void (location.hash = '#chart=Active;Stop!;Restart;Suspend')")
            .await;
        page.comes_to("Suspended").await;
        comes_to(
            page,
            STEPS,
            "Stop failed,Restart succeeded,Suspend succeeded",
        )
        .await;
        assert_eq!(page.eval(QUESTION).await, json!(""));
        assert_eq!(
            page.eval("location.hash").await,
            json!("#chart=Active;Stop!;Restart;Suspend"),
            "what is read is not written"
        );
        page.back().await;
        comes_to(page, QUESTION, "Stop in Disabled").await;
        page.comes_to("Active").await;
        assert_eq!(page.eval(STEPS).await, json!(""));
    })
    .await;
}

#[tokio::test]
async fn what_is_done_is_written_and_back_and_forward_follow_it() {
    visit("links.html#section-2", 1280, async |page| {
        page.click("[data-operation=Stop]:enabled").await;
        address_comes_to(page, "#section-2&chart=Active;%20Stop").await;
        page.click("td[data-state=Disabled][data-operation=Stop] button")
            .await;
        let cell = "#section-2&chart=Active;%20Stop%20?%20Disabled/Stop";
        address_comes_to(page, cell).await;
        page.click("[data-history=undo]").await;
        address_comes_to(
            page,
            "#section-2&chart=Active%20%7C%20Stop%20?%20Disabled/Stop",
        )
        .await;
        page.back().await;
        address_comes_to(page, cell).await;
        page.comes_to("Stopped").await;
        comes_to(page, QUESTION, "Stop in Disabled").await;
        page.back().await;
        comes_to(page, QUESTION, "").await;
        page.comes_to("Stopped").await;
        page.back().await;
        address_comes_to(page, "#section-2").await;
        page.comes_to("Active").await;
        comes_to(page, STEPS, "").await;
        for _ in 0..3 {
            page.eval("void history.forward()").await;
        }
        page.comes_to("Active").await;
        comes_to(page, QUESTION, "Stop in Disabled").await;
        comes_to(page, STEPS, "Stop succeeded").await;
        page.click("[data-history=start-over]").await;
        page.click(".close").await;
        address_comes_to(page, "#section-2").await;
        let path = page.eval("location.pathname").await;
        assert_eq!(path, json!("/docs/x/links.html"));
    })
    .await;
}

#[tokio::test]
async fn a_way_is_opened_asked_and_copied() {
    visit("links.html#chart=SuspendedFailed?Stopped", 1280, async |page| {
        let ways = "[...document.querySelector('state-chart').shadowRoot.querySelectorAll('.route .way')]\
                    .map(way => [...way.querySelectorAll('.what')].map(it => it.textContent).join(' ')).join()";
        let list = "document.querySelector('state-chart').shadowRoot.querySelector('.route select')";
        let chosen = format!("{list}?.selectedOptions[0].textContent ?? ''");
        page.comes_to("SuspendedFailed").await;
        comes_to(page, ways, "Resume Stop").await;
        comes_to(page, &chosen, "Stopped").await;
        page.eval("void (location.hash = '#chart=Stopped?/Backup')").await;
        page.comes_to("Stopped").await;
        comes_to(page, &chosen, "Backup is allowed").await;
        page.back().await;
        page.comes_to("SuspendedFailed").await;
        comes_to(page, &chosen, "Stopped").await;
        comes_to(page, ways, "Resume Stop").await;
        page.eval(&format!("void ({list}.selectedIndex = 1, {list}.dispatchEvent(new Event('change', {{bubbles: true}})))")).await;
        address_comes_to(page, "#chart=SuspendedFailed%20?%20Active").await;
        comes_to(page, ways, "Resume").await;
        page.click(".route [data-link]").await;
        comes_to(page, SAID, "Link copied").await;
        assert_eq!(json!(pasted(page).await), page.eval("location.href").await);
        page.click("[data-walk='0']").await;
        address_comes_to(page, "#chart=SuspendedFailed;%20Resume%20?%20Active").await;
    })
    .await;
}

#[tokio::test]
async fn a_chart_that_tells_no_outcomes_has_links_as_well() {
    let visited = "links.html#my%20printer=Printing;Pause>Paused";
    visit(visited, 1280, async |page| {
        let printer = "document.querySelectorAll('state-chart')[2]";
        comes_to(page, &format!("{printer}.state"), "Paused").await;
        page.find_in(2, "td[data-state=Idle][data-operation=Print] button")
            .await
            .click()
            .await
            .unwrap();
        address_comes_to(
            page,
            "#my%20printer=Printing;%20Pause%20%3E%20Paused%20?%20Idle/Print",
        )
        .await;
        page.find_in(2, "[data-operation=Resume]:enabled")
            .await
            .click()
            .await
            .unwrap();
        page.find_in(2, "[data-ended=Printing]")
            .await
            .click()
            .await
            .unwrap();
        address_comes_to(
            page,
            "#my%20printer=Printing;%20Pause%20%3E%20Paused;%20Resume%20%3E%20Printing%20?%20Idle/Print",
        )
        .await;
        page.back().await;
        comes_to(page, &format!("{printer}.state"), "Paused").await;
    })
    .await;
}

#[tokio::test]
async fn elements_with_keys_of_their_own_do_not_disturb_one_another_nor_others() {
    let foreign = "q=%zz%&chart2=x";
    visit(&format!("links.html#{foreign}"), 1280, async |page| {
        page.eval("document.querySelectorAll('state-chart').forEach(it => it.load())")
            .await;
        page.until("[...document.querySelectorAll('state-chart')].every(it => it.shadowRoot?.querySelector('.widget'))").await;
        page.eval("void (window.stepped = [], addEventListener('state-chart-operated', it => stepped.push(it.detail.operation)))").await;
        page.eval("history.replaceState({router: 7}, '')").await;
        for css in ["[data-operation=Print]:enabled", "[data-ended=Printing]"] {
            page.find_in(2, css).await.click().await.unwrap();
        }
        let printed = format!("#{foreign}&my%20printer=Idle;%20Print%20%3E%20Printing");
        address_comes_to(page, &printed).await;
        page.click("[data-operation=Stop]:enabled").await;
        let both = format!("{printed}&chart=Active;%20Stop");
        address_comes_to(page, &both).await;
        // An element without a key neither reads nor writes.
        page.find_in(1, "[data-operation=Suspend]:enabled")
            .await
            .click()
            .await
            .unwrap();
        let states = "[...document.querySelectorAll('state-chart')].map(it => it.state).join()";
        comes_to(page, states, "Stopped,Suspended,Printing").await;
        address_comes_to(page, &both).await;
        assert_eq!(page.eval("history.state").await, json!({"router": 7}));
        page.back().await;
        comes_to(page, states, "Active,Suspended,Printing").await;
        page.back().await;
        comes_to(page, states, "Active,Suspended,Idle").await;
        address_comes_to(page, &format!("#{foreign}")).await;
        assert_eq!(page.eval("stepped.join()").await, json!("Print,Stop,Suspend"));
    })
    .await;
}

#[tokio::test]
async fn what_the_page_does_before_any_reader_came_makes_no_entry_to_go_back_to() {
    visit("links.html", 1280, async |page| {
        let count = page.eval("history.length").await;
        page.eval("void (document.querySelector('state-chart').state = 'Disabled')")
            .await;
        address_comes_to(page, "#chart=Active;%20%3E%20Disabled").await;
        assert_eq!(page.eval("history.length").await, count);
        page.click("tbody th button[data-state=Stopped]").await;
        address_comes_to(page, "#chart=Active;%20%3E%20Disabled;%20%3E%20Stopped").await;
        page.back().await;
        page.comes_to("Disabled").await;
    })
    .await;
}

#[tokio::test]
async fn a_bad_value_is_told_to_the_author_and_harms_nothing() {
    visit("links.html#chart=StopFailed/Restrt", 1280, async |page| {
        let complaint = "warn: state-chart: link: #chart=: character 12: no operation is called `Restrt`; did you mean `Restart`?";
        assert_eq!(page.eval("window.complaints").await, json!([complaint]));
        page.comes_to("Active").await;
        page.click("[data-operation=Stop]:enabled").await;
        page.comes_to("Stopped").await;
        address_comes_to(page, "#chart=Active;%20Stop").await;
        page.eval("void (location.hash = '#chart=%')").await;
        page.until("complaints.length === 2").await;
        page.comes_to("Stopped").await;
        assert_eq!(
            page.eval("complaints[1]").await,
            json!("warn: state-chart: link: #chart=: character 1: no state is called `%`")
        );
        page.eval("complaints.splice(0)").await;
    })
    .await;
}

#[tokio::test]
async fn a_link_is_copied_and_that_is_said() {
    visit("links.html#section-2", 1280, async |page| {
        page.click("td[data-state=Disabled][data-operation=Stop] button")
            .await;
        page.click("[data-operation=Stop]:enabled").await;
        page.click(".answer [data-link]").await;
        comes_to(page, SAID, "Link copied").await;
        let base = page.eval("location.origin + location.pathname").await;
        let link = |hash| format!("{}{hash}", base.as_str().unwrap_or_default());
        assert_eq!(pasted(page).await, link("#section-2&chart=Disabled/Stop"));
        page.eval("document.querySelector('state-chart').shadowRoot.querySelector('.history [data-link]').focus()").await;
        page.press(Key::Enter + "").await;
        page.until("document.querySelector('state-chart').shadowRoot.querySelector('.history [data-copied]')").await;
        assert_eq!(pasted(page).await, link("#section-2&chart=Active;%20Stop"));
        page.picture("links").await;
    })
    .await;
}

/// What comes out of the clipboard.
async fn pasted(page: &Page) -> String {
    page.eval("(() => { const field = document.createElement('input'); field.id = 'field'; document.body.prepend(field); field.focus(); })()").await;
    let field = page.driver.find(By::Id("field")).await.unwrap();
    field.send_keys(Key::Control + "v").await.unwrap();
    page.until("document.querySelector('#field').value").await;
    let text = page.eval("document.querySelector('#field').value").await;
    page.eval("document.querySelector('#field').remove()").await;
    text.as_str().unwrap_or_default().to_owned()
}

#[tokio::test]
async fn a_link_that_cannot_be_copied_is_shown_to_be_copied_by_hand() {
    for clipboard in [
        "undefined",
        "{writeText: () => Promise.reject(new Error('no'))}",
    ] {
        visit("links.html", 1280, async |page| {
            let replace = format!("void Object.defineProperty(navigator, 'clipboard', {{value: {clipboard}}})");
            page.eval(&replace).await;
            page.click(".history [data-link]").await;
            comes_to(page, SAID, "The link cannot be copied here. It is in the field").await;
            let field = "document.querySelector('state-chart').shadowRoot.activeElement";
            let link = format!("(field => field.readOnly && field.value.slice(field.selectionStart, field.selectionEnd))({field})");
            let copied = page.eval(&link).await;
            let whole = page.eval("location.href + '#chart=Active'").await;
            assert_eq!(copied, whole);
            page.click("[data-operation=Stop]:enabled").await;
            page.until("document.querySelector('state-chart').shadowRoot.querySelector('.history .link input').hidden").await;
        })
        .await;
    }
}

#[tokio::test]
async fn axe_finds_nothing_in_links_that_are_copied_or_shown() {
    visit("", 1280, async |page| {
        page.eval("document.querySelector('state-chart').setAttribute('link', 'chart')")
            .await;
        page.click("td[data-state=Disabled][data-operation=Stop] button")
            .await;
        page.click(".answer [data-link]").await;
        comes_to(page, SAID, "Link copied").await;
        page.eval("void Object.defineProperty(navigator, 'clipboard', {value: undefined})").await;
        page.click(".history [data-link]").await;
        page.until("document.querySelector('state-chart').shadowRoot.activeElement.matches('.history input')").await;
        check(page, "with a link copied and a link shown").await;
        page.picture("link-shown").await;
    })
    .await;
}

#[tokio::test]
async fn without_a_key_there_is_nothing_to_copy_and_nothing_is_written() {
    visit("#chart=Stopped", 1280, async |page| {
        page.click("td[data-state=Disabled][data-operation=Stop] button")
            .await;
        page.click("[data-operation=Suspend]:enabled").await;
        page.comes_to("Suspended").await;
        assert_eq!(page.texts("[data-link]").await, json!([]));
        assert_eq!(page.eval("location.hash").await, json!("#chart=Stopped"));
        // A key that is set later ties the element to the address from then on.
        page.eval("document.querySelector('state-chart').setAttribute('link', 'chart')")
            .await;
        page.comes_to("Stopped").await;
        page.until("document.querySelector('state-chart').shadowRoot.querySelector('[data-link]')")
            .await;
        page.eval("document.querySelector('state-chart').removeAttribute('link')")
            .await;
        page.until(
            "!document.querySelector('state-chart').shadowRoot.querySelector('[data-link]')",
        )
        .await;
        page.eval("document.querySelector('state-chart').setAttribute('link', '')")
            .await;
        page.until("complaints.length").await;
        let complaint = "error: state-chart: link: expected a key for the address, found none";
        assert_eq!(page.eval("complaints.splice(0)").await, json!([complaint]));
        page.eval("void (location.hash = '#chart=Disabled')").await;
        page.click("[data-operation=Start]:enabled").await;
        page.comes_to("Active").await;
        assert_eq!(page.eval("location.hash").await, json!("#chart=Disabled"));
    })
    .await;
}

#[tokio::test]
async fn an_element_far_down_is_brought_into_view_by_a_link_to_it() {
    visit("links.html#my%20printer=Paused", 1280, async |page| {
        let printer = "document.querySelectorAll('state-chart')[2]";
        page.until(&format!("{printer}.state === 'Paused'")).await;
        page.until(&format!(
            "{printer}.getBoundingClientRect().top < innerHeight"
        ))
        .await;
        assert_eq!(
            page.eval("document.querySelector('state-chart').state")
                .await,
            json!("Active")
        );
    })
    .await;
}

#[tokio::test]
async fn an_element_that_is_taken_off_follows_the_address_no_longer() {
    visit("links.html", 1280, async |page| {
        page.eval("void (window.kept = document.querySelector('state-chart'), kept.remove())")
            .await;
        page.until("!kept.shadowRoot.querySelector('.widget')")
            .await;
        page.eval("void (location.hash = '#chart=Stoped')").await;
        page.eval("new Promise(done => setTimeout(done, 100))")
            .await;
        assert_eq!(page.eval("window.complaints").await, json!([]));
        page.eval("void (location.hash = '#chart=Stopped')").await;
        page.eval("document.body.prepend(kept)").await;
        page.comes_to("Stopped").await;
    })
    .await;
}
