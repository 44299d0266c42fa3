//! A place on the page with a widget in it, and what a reader sees and does there.

use js_sys::Reflect;
use state_chart::element::{self, Widget};
use state_chart::reader;
use wasm_bindgen::prelude::*;
use web_sys::{
    Document, Element, Event, EventInit, HtmlElement, KeyboardEvent, KeyboardEventInit, ShadowRoot,
};

pub(crate) fn document() -> Document {
    web_sys::window().unwrap().document().unwrap()
}

/// An element with a widget. It leaves the page with its end.
pub(crate) struct Place {
    pub(crate) host: HtmlElement,
    pub(crate) widget: Option<Widget>,
}

impl Place {
    /// The built-in chart, where operations take no time.
    pub(crate) async fn new() -> Self {
        Self::with("duration='0'", "").await
    }

    /// A widget with these attributes and this content.
    pub(crate) async fn with(attributes: &str, content: &str) -> Self {
        let host = host(attributes, content);
        let widget = make(&host).map_err(|error| format!("{error:?}"));
        yew::scheduler::flush().await;
        Self {
            host,
            widget: Some(widget.unwrap()),
        }
    }

    pub(crate) fn widget(&self) -> &Widget {
        self.widget.as_ref().unwrap()
    }

    pub(crate) fn root(&self) -> ShadowRoot {
        self.host.shadow_root().unwrap()
    }

    pub(crate) fn all(&self, css: &str) -> Vec<Element> {
        let found = self.root().query_selector_all(css).unwrap();
        (0..found.length())
            .filter_map(|index| found.item(index)?.dyn_into().ok())
            .collect()
    }

    pub(crate) fn find(&self, css: &str) -> Element {
        self.root()
            .query_selector(css)
            .unwrap()
            .unwrap_or_else(|| panic!("nothing is {css}"))
    }

    pub(crate) fn text(&self, css: &str) -> String {
        self.find(css)
            .text_content()
            .unwrap()
            .trim_matches('\u{a0}')
            .to_owned()
    }

    pub(crate) async fn click(&self, css: &str) {
        self.find(css).unchecked_into::<HtmlElement>().click();
        yew::scheduler::flush().await;
    }

    pub(crate) async fn focus(&self, css: &str) {
        self.find(css)
            .unchecked_into::<HtmlElement>()
            .focus()
            .unwrap();
        yew::scheduler::flush().await;
    }

    /// What has the focus.
    pub(crate) fn focused(&self) -> Option<Element> {
        self.root().active_element()
    }

    /// Presses `key`, with Control if it begins with `Ctrl+`, where the focus is.
    pub(crate) async fn press(&self, key: &str) {
        let plain = key.strip_prefix("Ctrl+");
        let init = KeyboardEventInit::new();
        init.set_key(plain.unwrap_or(key));
        init.set_ctrl_key(plain.is_some());
        init.set_bubbles(true);
        init.set_cancelable(true);
        init.set_composed(true);
        let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).unwrap();
        self.focused().unwrap().dispatch_event(&event).unwrap();
        yew::scheduler::flush().await;
    }

    pub(crate) async fn set(&self, state: Option<&str>) {
        self.widget().set_state(state.map(str::to_owned)).unwrap();
        yew::scheduler::flush().await;
    }

    pub(crate) fn state(&self) -> Option<String> {
        self.widget().state().as_string()
    }

    /// The names of the operations whose buttons are enabled.
    pub(crate) fn enabled(&self) -> Vec<String> {
        let buttons = self.all(".operations button:enabled");
        buttons
            .iter()
            .filter_map(|button| button.get_attribute("data-operation"))
            .collect()
    }

    /// Performs and waits for the end.
    pub(crate) async fn perform(&self, name: &str, options: &[(&str, &str)]) -> JsValue {
        let object = js_sys::Object::new();
        for (name, value) in options {
            Reflect::set(&object, &(*name).into(), &(*value).into()).unwrap();
        }
        let promise = self.widget().perform(name, &object).unwrap();
        let answer = wasm_bindgen_futures::JsFuture::from(promise).await.unwrap();
        yew::scheduler::flush().await;
        answer
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.widget.take();
        self.host.remove();
    }
}

/// Makes `host` a widget of the chart in it, as the loader does.
pub(crate) fn make(host: &HtmlElement) -> Result<Widget, JsValue> {
    let json = host.query_selector("script[type='application/json']")?;
    let json = json.and_then(|script| script.text_content());
    let packed = json.map(|json| reader::json(&json)).transpose()?;
    element::attach(host.clone(), packed, None, None, None, None)
}

pub(crate) fn host(attributes: &str, content: &str) -> HtmlElement {
    let place = document().create_element("div").unwrap();
    place.set_inner_html(&format!("<div {attributes}>{content}</div>"));
    let host: HtmlElement = place.first_element_child().unwrap().unchecked_into();
    document().body().unwrap().append_child(&host).unwrap();
    host
}

/// The text of a field of an object.
pub(crate) fn field(object: &JsValue, name: &str) -> Option<String> {
    Reflect::get(object, &name.into()).unwrap().as_string()
}

/// Tells `element` that its value has changed.
pub(crate) async fn changed(element: &Element) {
    let init = EventInit::new();
    init.set_bubbles(true);
    let event = Event::new_with_event_init_dict("change", &init).unwrap();
    element.dispatch_event(&event).unwrap();
    yew::scheduler::flush().await;
}

/// Waits until the event loop has come round, timers of 0 included.
pub(crate) async fn turn() {
    gloo::timers::future::TimeoutFuture::new(0).await;
    yew::scheduler::flush().await;
}
