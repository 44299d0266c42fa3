//! A page in a browser, and what a reader sees and does there.

use crate::server;
use futures_util::FutureExt;
use serde_json::{Value, json};
use std::panic::{AssertUnwindSafe, resume_unwind};
use std::time::Duration;
use thirtyfour::Capabilities;
use thirtyfour::prelude::*;
use tokio::time::Instant;

/// How long a page may take to come to what a test waits for, on a slow and busy machine.
const PATIENCE: Duration = Duration::from_secs(30);

/// A page, and the browser that shows it.
pub(crate) struct Page {
    pub(crate) driver: WebDriver,
}

/// Runs `test` on `page` at a width once its first element is ready, and asserts that nobody complained.
pub(crate) async fn visit(page: &str, width: u32, test: impl AsyncFnOnce(&Page)) {
    run(page, width, async |page| {
        page.until("document.querySelector('state-chart')?.shadowRoot?.querySelector('.widget')")
            .await;
        test(page).await;
        page.quiet().await;
    })
    .await;
}

/// Runs `test` on a page that is not expected to come to a widget by itself, or to be quiet.
pub(crate) async fn visit_broken(page: &str, test: impl AsyncFnOnce(&Page)) {
    run(page, 1280, test).await;
}

async fn run(page: &str, width: u32, test: impl AsyncFnOnce(&Page)) {
    let page = Page::open(page, width).await;
    // A browser that a failed test leaves behind would run for ever.
    let tested = AssertUnwindSafe(test(&page)).catch_unwind().await;
    page.driver.quit().await.unwrap();
    if let Err(panic) = tested {
        resume_unwind(panic);
    }
}

impl Page {
    pub(crate) async fn open(page: &str, width: u32) -> Self {
        let url = std::env::var("STATE_CHART_WEBDRIVER")
            .expect("run these tests with `cargo xtask test`");
        let wanted = std::env::var("STATE_CHART_CAPABILITIES")
            .expect("run these tests with `cargo xtask test`");
        let wanted: serde_json::Map<String, Value> = serde_json::from_str(&wanted).unwrap();
        let driver = WebDriver::new(url, Capabilities::from(wanted))
            .await
            .unwrap();
        driver.set_window_rect(0, 0, width, 1000).await.unwrap();
        driver.goto(server::address(page)).await.unwrap();
        Self { driver }
    }

    /// The value of a JavaScript expression.
    pub(crate) async fn eval(&self, expression: &str) -> Value {
        let script = format!("return ({expression});");
        let answer = self.driver.execute(script, Vec::<Value>::new()).await;
        answer
            .unwrap_or_else(|error| panic!("{expression}: {error}"))
            .json()
            .clone()
    }

    /// Waits until a JavaScript expression is truthy; one that throws is not yet.
    pub(crate) async fn until(&self, expression: &str) {
        let began = Instant::now();
        let script =
            format!("try {{ return !!({expression}); }} catch (error) {{ return String(error); }}");
        loop {
            let answer = self.driver.execute(&script, Vec::<Value>::new()).await;
            let answer = answer.unwrap_or_else(|error| panic!("{expression}: {error}"));
            if *answer.json() == json!(true) {
                return;
            }
            let waited = began.elapsed();
            assert!(
                waited < PATIENCE,
                "never came: {expression} ({})",
                answer.json()
            );
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// What is `css` in the first element's widget.
    pub(crate) async fn find(&self, css: &str) -> WebElement {
        self.find_in(0, css).await
    }

    /// What is `css` in the widget of element `index`, as soon as it is there.
    pub(crate) async fn find_in(&self, index: usize, css: &str) -> WebElement {
        let found = format!(
            "document.querySelectorAll('state-chart')[{index}].shadowRoot.querySelector({})",
            json!(css)
        );
        self.until(&found).await;
        let script = format!("return {found};");
        let found = self.driver.execute(script, Vec::<Value>::new()).await;
        found
            .and_then(|found| found.element())
            .unwrap_or_else(|error| panic!("nothing is {css}: {error}"))
    }

    /// Scrolls to what is `css`, as a reader would who sees only a part of it, and clicks it.
    pub(crate) async fn click(&self, css: &str) {
        let found = self.find(css).await;
        let script = "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' });";
        let scrolled = self.driver.execute(script, vec![found.to_json().unwrap()]);
        scrolled.await.unwrap();
        found
            .click()
            .await
            .unwrap_or_else(|error| panic!("{css}: {error}"));
    }

    /// Has the program of the widget trap, by a pointer into nowhere. The page runs it itself: a script of
    /// the driver stands in a sandbox in Firefox, whose errors are not told to the page.
    pub(crate) async fn trap(&self) {
        let trap = "import { Widget } from './state-chart-widget.js'; \
             setTimeout(() => Widget.prototype.can.call({ __wbg_ptr: 0x7ffffff0 }, 'Stop'));";
        let script = format!(
            "void document.head.append(Object.assign(document.createElement('script'), {{ type: 'module', textContent: {} }}))",
            json!(trap)
        );
        self.eval(&script).await;
    }

    /// The texts of all that is `css` in the first element's widget.
    pub(crate) async fn texts(&self, css: &str) -> Value {
        let expression = format!(
            "[...document.querySelector('state-chart').shadowRoot.querySelectorAll({})].map(it => it.textContent)",
            json!(css)
        );
        self.eval(&expression).await
    }

    /// Goes back in the history of the page, as a script does: the button of a browser may pass over
    /// entries that no gesture made.
    pub(crate) async fn back(&self) {
        self.eval("void history.back()").await;
    }

    /// Presses keys where the focus is.
    pub(crate) async fn press(&self, keys: impl Into<TypingData>) {
        self.driver
            .action_chain()
            .send_keys(keys)
            .perform()
            .await
            .unwrap();
    }

    /// What has the focus, in a few words: its state, its operation, or its class.
    pub(crate) async fn focused(&self) -> String {
        let expression = "(() => { const it = document.activeElement?.shadowRoot?.activeElement; if (!it) return ''; \
             const cell = it.closest('td, th'); \
             return [it.dataset.state ?? cell?.dataset.state, it.dataset.operation ?? cell?.dataset.operation, \
             it.tagName === 'P' ? it.className : null].filter(Boolean).join('/'); })()";
        self.eval(expression)
            .await
            .as_str()
            .unwrap_or_default()
            .to_owned()
    }

    /// Waits until the focus is on `what`, in the words of [`Self::focused`].
    pub(crate) async fn focus_comes_to(&self, what: &str) {
        let began = Instant::now();
        loop {
            let focused = self.focused().await;
            if focused == what {
                return;
            }
            assert!(
                began.elapsed() < PATIENCE,
                "the focus is on {focused:?}, not on {what:?}"
            );
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// Keeps from now on whether the first element's card has shown that something runs: it may be
    /// over before anybody can look.
    pub(crate) async fn watch_for_runs(&self) {
        self.eval(
            "void new MutationObserver((_, it) => { \
             if (document.querySelector('state-chart').shadowRoot.querySelector('progress')) { window.ran = true; it.disconnect(); } \
             }).observe(document.querySelector('state-chart').shadowRoot, { childList: true, subtree: true })",
        )
        .await;
    }

    /// Waits until the service of the first element is in `state`; empty is no service.
    pub(crate) async fn comes_to(&self, state: &str) {
        self.until(&format!(
            "(document.querySelector('state-chart').state ?? '') === {}",
            json!(state)
        ))
        .await;
    }

    /// Asserts that nobody complained on the console.
    pub(crate) async fn quiet(&self) {
        assert_eq!(self.eval("window.complaints").await, json!([]));
    }

    /// Keeps a picture of the whole page, for people to look at.
    pub(crate) async fn picture(&self, name: &str) {
        let height = self
            .eval("document.documentElement.scrollHeight")
            .await
            .as_u64()
            .unwrap_or(1000);
        let rect = self.driver.get_window_rect().await.unwrap();
        let height = u32::try_from(height).unwrap_or(1000) + 160;
        self.driver
            .set_window_rect(0, 0, rect.width as u32, height)
            .await
            .unwrap();
        let folder = server::folder("STATE_CHART_PICTURES");
        std::fs::create_dir_all(&folder).unwrap();
        self.driver
            .screenshot(&folder.join(format!("{name}.png")))
            .await
            .unwrap();
    }
}
