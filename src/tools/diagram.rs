//! The picture of a chart as elements: what a reader points at in it, and what of it is lit.
//!
//! It is SVG, made element by element and not from markup, which a page's policy may forbid. Its
//! buttons are one tab stop, and arrow keys go from one to the next, as in the tables.

use crate::address;
use crate::chart::Chart;
use crate::diagram::{self, NodeKind, Picture, Tag};
use crate::guide::SHOWN;
use crate::js::{self, Speech};
use crate::path::{Means, Toward};
use crate::words::Words;
use js_sys::Function;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, Event, HtmlElement, KeyboardEvent};

const SVG: &str = "http://www.w3.org/2000/svg";

/// A picture on the page. `free()` takes it off again.
#[wasm_bindgen]
pub struct Diagram {
    chart: Rc<Chart>,
    container: Element,
    root: Element,
    words: Element,
    /// For each box its name, its arrows, and the box itself.
    boxes: Vec<(Option<String>, Element, Element)>,
    /// The listener of all events. A key moves the focus, whose event comes while that of the key is handled,
    /// so it cannot be a `FnMut`.
    listener: Closure<dyn Fn(Event)>,
}

/// The events that are listened to.
const EVENTS: [&str; 4] = ["click", "keydown", "focusin", "pointerover"];

#[wasm_bindgen]
impl Diagram {
    /// Draws a chart in the compact form in `container`, and a list that says the same in words.
    /// `pick` is called with the name of a state that is clicked, an empty one for no service,
    /// and with an operation where one is. What is said is English without `words`.
    ///
    /// ```js
    /// const diagram = Diagram.draw(container, packed, (state, operation) => {});
    /// ```
    ///
    /// # Errors
    ///
    /// An `Error` if the bytes are no chart, or one too large for a picture.
    pub fn draw(
        container: &Element,
        packed: &[u8],
        pick: Function,
        words: Option<Speech>,
    ) -> Result<Self, JsValue> {
        let chart = Rc::new(super::unpack(packed)?);
        let picture = picture(&chart, &js::words(words))?;
        let document = container.owner_document();
        let document = document.ok_or_else(|| js::problems(&["no document".to_owned()]))?;
        let root = make(&document, &diagram::draw(&chart, &picture))?;
        root.set_attribute("role", "group")?;
        root.set_attribute("aria-label", chart.title())?;
        let within = |css: &str| all(&root, css);
        let drawn = within(".arrows").into_iter().zip(within(".node"));
        let boxes = picture.nodes.iter().zip(drawn);
        let boxes = boxes
            .map(|(node, (arrows, drawn))| (name(&chart, node.kind), arrows, drawn))
            .collect();
        for (index, button) in all(&root, BUTTONS).iter().enumerate() {
            button.set_attribute("role", "button")?;
            button.set_attribute("tabindex", if index == 0 { "0" } else { "-1" })?;
        }
        let words = list(&document, &picture.sentences(&chart))?;
        let picture = root.clone();
        let listener = Closure::new(move |event: Event| handle(&picture, &event, &pick));
        for name in EVENTS {
            // At the container: an SVG element with a listener of the focus would be a tab stop itself.
            container.add_event_listener_with_callback(name, listener.as_ref().unchecked_ref())?;
        }
        container.append_child(&root)?;
        container.append_child(&words)?;
        Ok(Self {
            chart,
            container: container.clone(),
            root,
            words,
            boxes,
            listener,
        })
    }

    /// Lights the box of a state, empty where there is no service, and what is allowed there.
    ///
    /// ```js
    /// diagram.update("Active");
    /// ```
    pub fn update(&self, state: &str) {
        for (name, arrows, drawn) in &self.boxes {
            let lit = name.as_deref() == Some(state);
            if lit == drawn.class_list().contains("lit") {
                continue;
            }
            for element in [arrows, drawn] {
                // A class is a word that the list takes.
                let _: Result<bool, _> = element.class_list().toggle_with_force("lit", lit);
            }
            if let Ok(Some(name)) = drawn.query_selector(".name") {
                // Setting an attribute fails only for a name that is none.
                let _: Result<(), _> = match lit {
                    true => name.set_attribute("aria-current", "true"),
                    false => name.remove_attribute("aria-current"),
                };
            }
            // Lit arrows lie above the others: the last of the arrows is before the first box.
            if lit && let Some((_, _, first)) = self.boxes.first() {
                let _: Result<_, JsValue> = self.root.insert_before(arrows, Some(first));
            }
        }
    }

    /// Brings out the shortest ways, by operations alone, that `way` asks for: from where and to
    /// what, as an address has it; an empty one asks for none.
    ///
    /// ```js
    /// diagram.seek("Stopped?Suspended");
    /// ```
    pub fn seek(&self, way: &str) {
        let steps = steps(&self.chart, way);
        for arrow in all(&self.root, ".arrow.success[data-operation]") {
            let value = |name: &str| arrow.get_attribute(name).unwrap_or_default();
            let step = (value("data-state"), value("data-operation"));
            let is_way = steps.contains(&step);
            // A class is a word that the list takes.
            let _: Result<bool, _> = arrow.class_list().toggle_with_force("way", is_way);
        }
    }
}

/// The states and operations of the ways that `text` asks for.
fn steps(chart: &Rc<Chart>, text: &str) -> Vec<(String, String)> {
    let said = address::read(chart, None, text).ok();
    let Some((from, goal)) =
        said.and_then(|said| Some((said.history.service().state(), said.goal?)))
    else {
        return Vec::new();
    };
    let toward = Toward::new(Rc::clone(chart), goal, Means::default());
    let ways = toward.ways(from, SHOWN).ways;
    let steps = ways.iter().flat_map(|way| &way.steps);
    let named = |step: &crate::path::Step| {
        let state = chart.state_name(step.from?).to_owned();
        Some((state, step.cause.name(chart).to_owned()))
    };
    steps.filter_map(named).collect()
}

impl Drop for Diagram {
    fn drop(&mut self) {
        for name in EVENTS {
            let listener = self.listener.as_ref().unchecked_ref();
            // It was added, and a listener that is not there is no error either.
            let _: Result<(), _> = self
                .container
                .remove_event_listener_with_callback(name, listener);
        }
        self.root.remove();
        self.words.remove();
    }
}

/// What can be clicked and reached by the keyboard: names of states, and their operations.
const BUTTONS: &str = ".name[data-state], .line[data-operation]";

/// The picture of `chart`.
pub(super) fn picture(chart: &Chart, words: &Words) -> Result<Picture, JsValue> {
    diagram::layout_in(chart, words).map_err(|lines| {
        let most = diagram::MAX_LINES.to_string();
        let text = [
            "the chart has ",
            &lines.to_string(),
            " operations, state by state; a picture has at most ",
            &most,
        ];
        js::problems(&[text.concat()])
    })
}

/// What a place is called to JavaScript: the state, empty for no service, nothing for any state.
fn name(chart: &Chart, kind: NodeKind) -> Option<String> {
    match kind {
        NodeKind::State(state) => Some(chart.state_name(state).to_owned()),
        NodeKind::Gone => Some(String::new()),
        NodeKind::Any => None,
    }
}

/// The element of `tag`, with all that is in it.
fn make(document: &Document, tag: &Tag) -> Result<Element, JsValue> {
    let element = document.create_element_ns(Some(SVG), tag.name)?;
    for (name, value) in &tag.attributes {
        element.set_attribute(name, value)?;
    }
    if !tag.text.is_empty() {
        element.set_text_content(Some(&tag.text));
    }
    for within in &tag.within {
        element.append_child(&*make(document, within)?)?;
    }
    Ok(element)
}

/// The picture in words, out of sight.
fn list(document: &Document, sentences: &[String]) -> Result<Element, JsValue> {
    let list = document.create_element("ul")?;
    list.set_class_name("unseen");
    for sentence in sentences {
        let item = document.create_element("li")?;
        item.set_text_content(Some(sentence));
        list.append_child(&item)?;
    }
    Ok(list)
}

fn all(root: &Element, css: &str) -> Vec<Element> {
    let Ok(found) = root.query_selector_all(css) else {
        return Vec::new();
    };
    let nodes = (0..found.length()).filter_map(|index| found.get(index));
    nodes.map(JsCast::unchecked_into).collect()
}

/// Handles an event of the picture.
fn handle(root: &Element, event: &Event, pick: &Function) {
    let target = event.target().and_then(|it| it.dyn_into::<Element>().ok());
    let Some(target) = target else { return };
    let kind = event.type_();
    if kind == "pointerover" || kind == "focusin" {
        show(root, target.closest("[data-operation]").ok().flatten());
    }
    let Some(button) = target.closest("[data-state]").ok().flatten() else {
        return;
    };
    let click = |button: &Element| {
        let state = button.get_attribute("data-state").unwrap_or_default();
        let operation = button.get_attribute("data-operation");
        // What the page's code throws, the browser reports.
        let _ = pick.call2(&JsValue::UNDEFINED, &state.into(), &operation.into());
    };
    match kind.as_str() {
        "click" => click(&button),
        "focusin" => stop_at(root, &button),
        "pointerover" => {}
        _ => {
            let Some(key) = event.dyn_ref::<KeyboardEvent>() else {
                return;
            };
            if key.ctrl_key() || key.alt_key() || key.meta_key() {
                return;
            }
            match key.key().as_str() {
                "Enter" | " " => click(&button),
                name if go(root, &button, name) => {}
                _ => return,
            }
            event.prevent_default();
        }
    }
}

/// Brings out the arrows of the cell that somebody points at, and of no other.
fn show(root: &Element, cell: Option<Element>) {
    let value = |element: &Element, name: &str| element.get_attribute(name);
    for arrow in all(root, ".arrow") {
        let same = |cell: &Element| {
            let mut names = ["data-state", "data-operation"].iter();
            names.all(|name| value(cell, name) == value(&arrow, name))
        };
        let shown = cell.as_ref().is_some_and(same);
        // A class is a word that the list takes.
        let _: Result<bool, _> = arrow.class_list().toggle_with_force("shown", shown);
    }
}

/// Moves the focus from a button to the one that `key` leads to. Whether the key is one that moves it.
fn go(root: &Element, from: &Element, key: &str) -> bool {
    let buttons = all(root, BUTTONS);
    let here = buttons
        .iter()
        .position(|button| button == from)
        .unwrap_or(0);
    let is_name = |button: &&Element| !button.has_attribute("data-operation");
    let to = match key {
        "ArrowDown" => buttons.get(here + 1).cloned(),
        "ArrowUp" => here.checked_sub(1).and_then(|at| buttons.get(at).cloned()),
        "ArrowRight" => buttons.iter().skip(here + 1).find(is_name).cloned(),
        "ArrowLeft" => buttons.iter().take(here).rev().find(is_name).cloned(),
        "Home" => buttons.first().cloned(),
        "End" => buttons.last().cloned(),
        _ => return false,
    };
    if let Some(to) = to {
        // An element of SVG has the method `focus` as one of HTML has.
        let _: Result<(), _> = to.unchecked_into::<HtmlElement>().focus();
    }
    true
}

/// Makes `button` the one stop of the keyboard.
fn stop_at(root: &Element, button: &Element) {
    for old in all(root, "[tabindex='0']") {
        let _: Result<(), _> = old.set_attribute("tabindex", "-1");
    }
    let _: Result<(), _> = button.set_attribute("tabindex", "0");
}
