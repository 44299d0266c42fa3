//! Markup in everything that an element takes, under a policy that reports: it stays text wherever it comes out.

use crate::back;
use crate::page::{Page, visit_broken};
use serde_json::{Value, json};
use state_chart::export::Format;
use state_chart::import::json as reader;

/// A page under the strict policy, with the strings; afterwards nothing was reported and nothing was not ours.
async fn visit(test: impl AsyncFnOnce(&Page)) {
    visit_broken("/strict/injection.html", async |page| {
        page.until("customElements.get('state-chart') && window.strings")
            .await;
        test(page).await;
        clean(page).await;
    })
    .await;
}

async fn clean(page: &Page) {
    assert_eq!(page.eval("offences").await, json!([]));
    let reports = "complaints.filter(it => it.startsWith('forbidden'))";
    assert_eq!(page.eval(reports).await, json!([]));
    assert_eq!(
        page.eval("document.title").await,
        json!("Names that are markup")
    );
    let foreign = "[...document.querySelectorAll('*')].map(it => it.localName).filter(it => !['html','head','meta','title','link','script','body','h1','main','state-chart','table','caption','tbody','tr','td','img'].includes(it))";
    assert_eq!(page.eval(foreign).await, json!([]));
}

/// Runs statements that wait for things, and answers what they return.
async fn run(page: &Page, statements: &str) -> Value {
    let start = format!(
        "void (window.answer = undefined, (async () => {{ {statements} }})().then(it => {{ window.answer = [it ?? null]; }}, error => {{ window.answer = [`failed: ${{error?.stack ?? error}}`]; }}))"
    );
    page.eval(&start).await;
    page.until("window.answer").await;
    let answer = page.eval("window.answer[0]").await;
    let said = answer.as_str().unwrap_or_default();
    assert!(!said.starts_with("failed: "), "{said}");
    answer
}

#[tokio::test]
async fn markup_in_a_chart_stays_text_in_every_part_of_a_widget() {
    visit(async |page| {
        let inputs = [
            "put({ link: 'chart' }).chart = chartOf(strings);",
            "put({ link: 'chart', src: '/answer/injection' });",
            "window.it = document.querySelector('#written'); window.inside = it.querySelectorAll('*').length;",
        ];
        for input in inputs {
            let ended = run(page, &format!("{input} return await settled('shown');")).await;
            assert_eq!(ended, json!(""), "{input}");
            let play = "const names = JSON.parse(JSON.stringify(it.chart)); \
                 const states = names.rows.flatMap(row => row.states).map(it => it.name ?? it).slice(0, 8); \
                 const operations = names.groups.flatMap(group => group.operations).map(it => it.name ?? it).slice(0, 8); \
                 for (const state of states) { it.state = state; for (const operation of operations) { \
                   await it.select(state, operation); await it.perform(operation, { state }).catch(() => {}); } } \
                 const root = it.shadowRoot; \
                 for (const summary of root.querySelectorAll('summary')) { if (!summary.parentElement.open) summary.click(); } \
                 const wait = async (there) => { for (let left = 500; !there() && left; left--) await new Promise(done => setTimeout(done, 20)); }; \
                 await wait(() => root.querySelector('textarea')?.value); \
                 await wait(() => root.querySelector('.picture svg') || !root.querySelector('[data-place=diagram]')); \
                 const goals = root.querySelector('.route select'); \
                 if (goals) { goals.selectedIndex = goals.options.length - 1; goals.dispatchEvent(new Event('change', { bubbles: true })); } \
                 await new Promise(done => setTimeout(done, 200)); inspect(it, 'played');";
            run(page, play).await;
            // Each format in the preview, on the clipboard and as a file.
            let take = "const root = it.shadowRoot; const [choice, text] = ['select[name=format]', 'textarea'].map(css => root.querySelector(css)); \
                 const taken = []; files.length = 0; \
                 for (const [index, option] of [...choice.options].entries()) { if (option.text === 'PNG') continue; \
                   choice.selectedIndex = index; choice.dispatchEvent(new Event('change')); await new Promise(done => setTimeout(done, 50)); \
                   root.querySelector('[name=copy]').click(); await new Promise(done => setTimeout(done, 20)); \
                   root.querySelector('[name=download]').click(); await new Promise(done => setTimeout(done, 20)); \
                   if (copied.replaceAll('\\r\\n', '\\n') !== text.value) offences.push(`${option.text}: another text is copied`); \
                   taken.push([option.text, copied, files.at(-1).name]); } inspect(it, 'taken'); return taken;";
            let taken = run(page, take).await;
            whole(&taken);
            clean(page).await;
        }
    })
    .await;
}

/// What was taken is what readers of the formats expect, and is called after letters and digits.
fn whole(taken: &Value) {
    let taken = taken.as_array().unwrap();
    assert_eq!(taken.len(), 10);
    let text = |name: &str| {
        let found = taken.iter().find(|it| it[0] == name);
        found.unwrap_or_else(|| panic!("no {name}"))[1]
            .as_str()
            .unwrap()
    };
    let chart = reader::chart(text("JSON")).unwrap();
    for format in Format::ALL {
        back::check(format, &chart, text(format.name()));
    }
    back::picture(&chart);
    roxmltree::Document::parse(text("SVG")).unwrap_or_else(|_| {
        // A chart too large for a picture says so.
        assert!(!text("SVG").contains('<'), "{}", text("SVG"));
        roxmltree::Document::parse("<none/>").unwrap()
    });
    let runbook = pulldown_cmark::Parser::new(text("Runbook of the steps"));
    for event in runbook {
        use pulldown_cmark::{Event, Tag};
        assert!(
            !matches!(
                event,
                Event::Html(_)
                    | Event::InlineHtml(_)
                    | Event::Code(_)
                    | Event::Start(Tag::Link { .. } | Tag::Image { .. } | Tag::CodeBlock(_))
            ),
            "{event:?}"
        );
    }
    for it in taken {
        let file = it[2].as_str().unwrap();
        let (name, extension) = file.split_once('.').unwrap();
        assert!(
            name.chars().all(|it| it.is_alphanumeric() || it == '-') && !name.is_empty(),
            "{file}"
        );
        assert!(
            extension.chars().all(|it| it.is_ascii_lowercase()),
            "{file}"
        );
    }
}

/// What gives `some` of the strings to an element.
const INPUTS: [&str; 4] = [
    "for (const text of some) { put({}, tableOf(text)); await settled(`table with ${text}`); }",
    // What `src` says is asked for, which the policy forbids where it is an address of others.
    "for (const text of some) for (const names of [['state', 'parts', 'link', 'duration', 'title', 'lang', 'class', 'data-role'], ['yes', 'no'], ['states'], ['src']]) { \
       if (names[0] === 'src' && text.includes('//')) continue; \
       put(Object.fromEntries(names.map(name => [name, text])), tableOf('Idle')); await settled(`${names}=${text}`); }",
    "put({ link: 'chart' }).chart = chartOf(some); await settled('fragment'); \
     for (const text of some) for (const value of [text, `${JSON.stringify(text)}`, `${JSON.stringify(text)}/${JSON.stringify(text)}`, `Active?${text}`]) { \
       location.hash = `#chart=${encodeURIComponent(value)}`; await new Promise(done => setTimeout(done, 5)); inspect(it, `#${text}`); }",
    "for (const text of some) { \
       for (const call of [() => it.restore(text), () => it.restore(`\"${text}\"; \"${text}\"!`), () => it.select(text, text), () => it.perform(text, { state: some[0] }), () => it.export(text), () => { it.state = text; }]) \
         try { await call(); } catch (error) { if (!(error instanceof Error)) throw error; } \
       inspect(it, `called with ${text}`); } \
     const saved = await it.save(); await it.restore(saved); if (await it.save() !== saved) offences.push('saved otherwise');",
];

#[tokio::test]
async fn markup_in_tables_attributes_addresses_and_calls_is_read_or_refused_as_text() {
    visit(async |page| {
        for from in (0..58).step_by(15) {
            page.eval(&format!(
                "void (window.some = strings.slice({from}, {from} + 15))"
            ))
            .await;
            for statements in INPUTS {
                run(page, statements).await;
                clean(page).await;
            }
        }
        assert_eq!(page.eval("strings.length").await, json!(58));
        assert!(page.eval("looked").await.as_u64() > Some(10_000));
    })
    .await;
}

#[tokio::test]
async fn an_exported_page_or_picture_runs_nothing_in_a_browser() {
    let names: Vec<String> = serde_json::from_str(include_str!("site/injection.json")).unwrap();
    for some in names.chunks(8) {
        let chart = json!({
            "version": 1, "title": some[0], "groups": [{ "title": some[0], "operations": some }],
            "rows": [{ "states": some, "allowed": some }],
        });
        let chart = reader::chart(&chart.to_string()).unwrap();
        let page = state_chart::export::write(Format::Html, &chart);
        let picture = state_chart::diagram::layout(&chart).unwrap().svg(&chart);
        for (kind, text) in [("text/html", page), ("image/svg+xml", picture)] {
            let encoded: String = text.bytes().map(|byte| format!("%{byte:02x}")).collect();
            let address = format!("data:{kind};charset=utf-8,{encoded}");
            visit_broken(&address, async |page| {
                let found = "[document.title === 'pwned', document.querySelectorAll('script, iframe, img, a, link, base, meta, foreignObject, use, state-chart').length]";
                assert_eq!(page.eval(found).await, json!([false, 0]), "{text}");
            })
            .await;
        }
    }
}
