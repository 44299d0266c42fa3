//! The element of a page has the members that the table of its interface lists, and no others.

use crate::page::visit;
use serde_json::{Value, json};
use state_chart::element::api::{ATTRIBUTES, METHODS, PROPERTIES, READ_ONLY, RECORDS};
use std::collections::BTreeSet;

const ELEMENT: &str = "document.querySelector('state-chart')";

fn names(value: &Value) -> BTreeSet<String> {
    serde_json::from_value(value.clone()).unwrap()
}

#[tokio::test]
async fn the_class_has_the_members_of_the_table() {
    visit("", 1280, async |page| {
        let members = |test: &str| {
            format!(
                "Object.entries(Object.getOwnPropertyDescriptors(Object.getPrototypeOf({ELEMENT})))\
                 .filter(([name, it]) => name !== 'constructor' && !name.endsWith('Callback') && ({test})).map(([name]) => name)"
            )
        };
        let properties: BTreeSet<_> = ATTRIBUTES.iter().chain(PROPERTIES).map(|it| it.name.to_owned()).collect();
        let got = page.eval(&members("it.get")).await;
        assert_eq!(names(&got), properties);
        let set = page.eval(&members("it.get && !it.set")).await;
        assert_eq!(set, json!(READ_ONLY));
        let called = page.eval(&members("it.value")).await;
        let methods: BTreeSet<_> = METHODS.iter().map(|it| it.entry.name.to_owned()).collect();
        // Called by the loader itself, on every element of the page.
        let own = BTreeSet::from(["lost".to_owned()]);
        assert_eq!(&names(&called) - &own, methods);
    })
    .await;
}

#[tokio::test]
async fn steps_refusals_and_selections_have_the_fields_of_the_table() {
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
            let fields = RECORDS.iter().find(|it| it.name == record).unwrap().fields;
            let fields: BTreeSet<_> = fields.iter().map(|it| it.name.to_owned()).collect();
            let told = page.eval(&format!("told.{event}")).await;
            assert_eq!(names(&told), fields, "{event}");
        }
    })
    .await;
}
