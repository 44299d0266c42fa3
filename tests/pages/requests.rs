//! What a page with the widget asks for and keeps: its own files, and nothing.

use crate::page::visit_broken;
use serde_json::{Value, json};

const ROOT: &str = "document.querySelector('state-chart').shadowRoot";

/// Everything that a page can keep something in, or send something by without a trace among the resources.
const WATCH: &str = "void (window.used = [], [[Storage.prototype, ['setItem', 'removeItem', 'clear']], \
     [IDBFactory.prototype, ['open']], [CacheStorage.prototype, ['open']], [ServiceWorkerContainer.prototype, ['register']], \
     [Navigator.prototype, ['sendBeacon']], [window, ['WebSocket', 'EventSource', 'RTCPeerConnection', 'SharedWorker', 'Worker', 'BroadcastChannel']]] \
     .forEach(([of, names]) => names.forEach(name => { const own = of[name]; \
       of[name] = function (...given) { window.used.push(name); return new.target ? new own(...given) : own.apply(this, given); }; })))";

#[tokio::test]
async fn the_demo_site_asks_for_its_own_files_and_keeps_nothing() {
    visit_broken("/strict/index.html", async |page| {
        page.eval(WATCH).await;
        page.until(&format!("{ROOT}?.querySelector('[data-place=diagram] summary')")).await;
        page.eval("document.querySelector('state-chart').setAttribute('duration', '0')").await;
        page.click("[data-operation=Stop]:enabled").await;
        page.comes_to("Stopped").await;
        page.click("td[data-state=Disabled][data-operation=Stop] button").await;
        page.eval(&format!("void {ROOT}.querySelectorAll('summary').forEach(it => {{ if (!it.parentElement.open) it.click(); }})")).await;
        page.until(&format!("{ROOT}.querySelector('textarea')?.value && {ROOT}.querySelector('.picture svg') && {ROOT}.querySelector('.route option')")).await;
        page.eval(&format!("void (it => {{ it.selectedIndex = 4; it.dispatchEvent(new Event('change', {{ bubbles: true }})); }})({ROOT}.querySelector('.route select'))")).await;
        page.until(&format!("{ROOT}.querySelector('.ways > *')")).await;
        page.click("button[name=copy]").await;
        page.click("button[name=download]").await;
        page.eval("void document.querySelector('state-chart').save().then(it => document.querySelector('state-chart').restore(it)).then(() => { window.restored = true; })").await;
        page.until("window.restored").await;

        let asked = "performance.getEntriesByType('resource').map(it => it.name.startsWith(location.origin) ? new URL(it.name).pathname : it.name).filter(it => it !== '/watch.js').sort()";
        let asked = page.eval(asked).await;
        let own = [
            "biztalk-services.json", "demo.css", "icon.svg", "state-chart.js", "state-chart-element.js", "state-chart-source.js",
            "state-chart-sections.js", "state-chart-content.js", "state-chart-widget.js", "state-chart-widget_bg.wasm",
            "state-chart-json.js", "state-chart-json_bg.wasm", "state-chart-tools.js", "state-chart-tools_bg.wasm",
            "state-chart-tables.js", "state-chart-tables_bg.wasm",
        ];
        let own: Vec<String> = own.iter().map(|name| format!("/strict/{name}")).collect();
        let asked: Vec<&str> = asked.as_array().unwrap().iter().filter_map(Value::as_str).collect();
        assert!(asked.contains(&"/strict/state-chart-tools_bg.wasm"));
        let foreign: Vec<_> = asked.iter().filter(|it| !own.iter().any(|own| own == *it) && !it.starts_with("blob:")).collect();
        assert!(foreign.is_empty(), "{foreign:?}");
        // A file is asked for once.
        let mut once = asked.clone();
        once.dedup();
        assert_eq!(once, asked);

        assert_eq!(page.eval("used").await, json!([]));
        let kept = "void Promise.all([indexedDB.databases(), caches.keys(), navigator.serviceWorker.getRegistrations()]) \
             .then(all => { window.kept = [localStorage.length, sessionStorage.length, document.cookie, location.hash, ...all.map(it => it.length)]; })";
        page.eval(kept).await;
        page.until("window.kept").await;
        assert_eq!(page.eval("kept").await, json!([0, 0, "", "", 0, 0, 0]));
        let forbidden = "complaints.filter(it => it.startsWith('forbidden'))";
        assert_eq!(page.eval(forbidden).await, json!([]));
    })
    .await;
}

#[tokio::test]
async fn a_history_of_ten_thousand_steps_does_not_grow_the_page() {
    crate::page::visit("", 1280, async |page| {
        page.eval("document.querySelector('state-chart').setAttribute('duration', '0')").await;
        let nodes = format!("{ROOT}.querySelectorAll('*').length");
        let restore = |steps: usize| {
            format!("void (window.there = false, document.querySelector('state-chart').restore('Active' + '; Backup'.repeat({steps})).then(() => {{ window.there = true; }}))")
        };
        page.eval(&restore(300)).await;
        page.until(&format!("window.there && {ROOT}.querySelectorAll('.history li').length === 200")).await;
        let few = page.eval(&nodes).await.as_u64().unwrap();
        page.eval(&restore(10_000)).await;
        page.until(&format!("window.there && {ROOT}.querySelector('[data-step=\"10000\"]')")).await;
        assert_eq!(page.eval(&nodes).await.as_u64().unwrap(), few);
        // One step more, and back to the first by those that are shown.
        page.click("[data-operation=Backup]:enabled").await;
        page.until(&format!("{ROOT}.querySelector('[data-step=\"10001\"]')")).await;
        page.eval("void Promise.resolve().then(async () => { const it = document.querySelector('state-chart'); let left = 200; \
             while (left-- && !it.shadowRoot.querySelector('[data-step=\"1\"]')) { it.shadowRoot.querySelector('[data-step]').click(); await new Promise(done => setTimeout(done, 20)); } \
             window.back = true; })").await;
        page.until("window.back").await;
        page.until(&format!("{ROOT}.querySelector('[data-step=\"1\"]')")).await;
        assert!(page.eval(&nodes).await.as_u64().unwrap() <= few + 2);
    })
    .await;
}
