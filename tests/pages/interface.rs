//! The element of a page has the members that the page about its interface lists, and no others.

use crate::page::visit;
use serde_json::{Value, json};
use std::collections::BTreeSet;

const ELEMENT: &str = "document.querySelector('state-chart')";
/// Made of the scripts, and held against them.
const PAGE: &str = include_str!("../../docs/guide/interface.md");
const TYPES: &str = include_str!("../../src/element/js/types.ts");

fn names(value: &Value) -> BTreeSet<String> {
    serde_json::from_value(value.clone()).unwrap()
}

/// The names in the first column of the table under a heading.
fn listed(heading: &str) -> BTreeSet<String> {
    let (_, rest) = PAGE.split_once(&format!("## {heading}\n")).unwrap();
    let table = rest.split("\n## ").next().unwrap();
    let rows = table.lines().filter_map(|line| line.strip_prefix("| `"));
    rows.map(|row| row.split(['`', '(']).next().unwrap().to_owned())
        .collect()
}

/// The fields of an interface of the types.
fn fields(name: &str) -> BTreeSet<String> {
    let start = format!("export interface {name} {{\n");
    let (_, rest) = TYPES.split_once(&start).unwrap();
    let lines = rest.split("\n}").next().unwrap().lines();
    let lines = lines.filter(|line| !line.contains("/**"));
    lines
        .map(|line| line.trim().split(['?', ':']).next().unwrap().to_owned())
        .collect()
}

#[tokio::test]
async fn the_class_has_the_members_that_are_documented() {
    visit("", 1280, async |page| {
        let members = |test: &str| {
            format!(
                "Object.entries(Object.getOwnPropertyDescriptors(Object.getPrototypeOf({ELEMENT})))\
                 .filter(([name, it]) => name !== 'constructor' && !name.endsWith('Callback') && ({test})).map(([name]) => name)"
            )
        };
        let got = page.eval(&members("it.get")).await;
        assert_eq!(names(&got), &listed("Attributes") | &listed("Properties"));
        let set = page.eval(&members("it.get && !it.set")).await;
        assert_eq!(set, json!(["ready"]));
        let called = page.eval(&members("it.value")).await;
        assert_eq!(names(&called), listed("Methods"));
    })
    .await;
}

#[tokio::test]
async fn to_ask_for_the_promise_loads_nothing_and_to_load_has_a_name() {
    crate::page::visit_broken("far.html", async |page| {
        page.until("customElements.get('state-chart')").await;
        let far = format!("void {ELEMENT}.ready.then(it => {{ window.there = it === {ELEMENT}; }})");
        page.eval(&far).await;
        page.eval("void setTimeout(() => { window.waited = true; }, 500)").await;
        page.until("window.waited").await;
        let files = "performance.getEntriesByType('resource').filter(it => it.name.includes('state-chart-')).length";
        assert_eq!(page.eval(files).await, json!(0));
        page.eval(&format!("void {ELEMENT}.load()")).await;
        page.until("window.there").await;
        page.quiet().await;
    })
    .await;
}

#[tokio::test]
async fn a_number_reflects_as_a_number() {
    visit("", 1280, async |page| {
        let set = |value: &str| format!("({ELEMENT}.duration = {value}, [{ELEMENT}.duration, {ELEMENT}.getAttribute('duration')])");
        assert_eq!(page.eval(&set("250")).await, json!([250, "250"]));
        assert_eq!(page.eval(&set("0")).await, json!([0, "0"]));
        assert_eq!(page.eval(&set("null")).await, json!([null, null]));
    })
    .await;
}

#[tokio::test]
async fn steps_refusals_and_selections_have_the_fields_of_the_types() {
    visit("", 1280, async |page| {
        page.eval("(window.told = {}, ['operate', 'operated', 'refused', 'select'].forEach(name => \
            addEventListener('state-chart-' + name, event => told[name] ??= Object.keys(event.detail))))")
            .await;
        page.click("td[data-state=Active][data-operation=Stop] button").await;
        let all = "perform('Resume').then(() => it.perform('Stop'))";
        page.eval(&format!("void (it => it.{all})({ELEMENT})")).await;
        page.until("told.operated && told.refused && told.select").await;
        for (event, record) in [
            ("operate", "Operate"),
            ("operated", "Step"),
            ("refused", "Refusal"),
            ("select", "Selection"),
        ] {
            let told = page.eval(&format!("told.{event}")).await;
            assert_eq!(names(&told), fields(record), "{event}");
        }
    })
    .await;
}
