//! A drawing: elements written from the top down, and of them only what is not on the page yet.
//!
//! A view says each time all that is to be seen. What was drawn last is remembered, and the page is
//! touched where the two differ. Yew's own nodes do that as well, at three times the cost of a
//! click and with four times the memory for a cell of a table; so a view is a component of Yew
//! that brings one node, and what is in that node is drawn here. It knows no chart.

mod branch;
pub(super) mod page;

use branch::{Branch, Part, Words};
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, HtmlInputElement};

/// What stands in an element.
pub(super) struct Drawn {
    document: Document,
    whole: Branch,
    /// Given to each drawing in turn, so that none has to find its own.
    text: String,
}

impl Drawn {
    /// Nothing, in `element`.
    pub(super) fn new(document: Document, element: Element) -> Self {
        Self {
            document,
            whole: Branch::new(element, "", ""),
            text: String::new(),
        }
    }

    /// The element.
    pub(super) const fn element(&self) -> &Element {
        &self.whole.element
    }

    /// Draws again.
    pub(super) fn draw(&mut self, view: impl FnOnce(&mut Drawing)) {
        let element = self.whole.element.clone();
        let whole = std::mem::replace(&mut self.whole, Branch::new(element, "", ""));
        let mut drawing = Drawing {
            document: self.document.clone(),
            open: vec![Open::of(whole, false)],
            text: std::mem::take(&mut self.text),
        };
        view(&mut drawing);
        if let Some(whole) = drawing.end() {
            self.whole = whole;
        }
        self.text = drawing.text;
    }
}

/// Elements, and those around what comes next.
pub(super) struct Drawing {
    document: Document,
    /// The whole, and in it those elements that are not closed yet.
    open: Vec<Open>,
    /// A text that comes next, to which more may be added.
    text: String,
}

/// An element that is not closed yet.
struct Open {
    branch: Branch,
    /// Whether it is not on the page yet.
    fresh: bool,
    /// Whether its content is as it was.
    same: bool,
    /// How many of its parts are drawn.
    parts: usize,
    /// How many of its attributes are.
    attributes: usize,
}

impl Open {
    const fn of(branch: Branch, fresh: bool) -> Self {
        Self {
            branch,
            fresh,
            same: false,
            parts: 0,
            attributes: 0,
        }
    }

    /// The next part is not the one that stands there: `new` comes to its place.
    fn put(&mut self, new: Part) {
        let place = self.parts;
        self.parts += 1;
        let branch = &mut self.branch;
        if branch.words.take().is_some() {
            branch.element.set_text_content(None);
        }
        let old = branch.parts.get(place).and_then(Part::node);
        match (old, new.node()) {
            (Some(old), Some(new)) => page::replace(old, new),
            (Some(old), None) => page::remove(old),
            (None, Some(new)) => {
                let mut later = branch.parts.iter().skip(place);
                let next = later.find_map(Part::node);
                page::insert(&branch.element, new, next);
            }
            (None, None) => {}
        }
        match branch.parts.get_mut(place) {
            Some(part) => *part = new,
            None => branch.parts.push(new),
        }
    }
}

impl Drawing {
    /// Closes what is open yet, and answers with the whole.
    #[inline(never)]
    fn end(&mut self) -> Option<Branch> {
        while self.open.len() > 1 {
            self.close();
        }
        self.end_text();
        let mut whole = self.open.pop()?;
        whole.branch.trim(whole.parts, usize::MAX);
        Some(whole.branch)
    }

    /// Draws the text that was added up, beside other parts.
    fn end_text(&mut self) {
        let Some(top) = self.open.last_mut().filter(|_| !self.text.is_empty()) else {
            return;
        };
        match top.branch.parts.get_mut(top.parts) {
            Some(Part::Text(node, words)) => {
                if words.text() != self.text {
                    node.set_node_value(Some(&self.text));
                    *words = Words::new(&self.text);
                }
                top.parts += 1;
            }
            _ => {
                let node = page::text(&self.document, &self.text);
                top.put(Part::Text(node, Words::new(&self.text)));
            }
        }
        self.text.clear();
    }

    /// Opens an element of this class, which may be empty. After it may stand attributes that are
    /// always the same, such as `bar|role=group`: one text is less code than many.
    #[inline(never)]
    pub(super) fn open(&mut self, tag: &'static str, class: &'static str) {
        self.open_anew(tag, class, "");
    }

    /// Opens an element that is another one for another `key`: what the reader or a browser does to
    /// it ends with the key.
    #[inline(never)]
    pub(super) fn open_anew(&mut self, tag: &'static str, class: &'static str, key: &str) {
        self.end_text();
        let old = self.open.last_mut().and_then(|top| {
            let part = top.branch.parts.get_mut(top.parts)?;
            let same = matches!(part, Part::Branch(old) if old.tag == tag && *old.key == *key);
            same.then(|| std::mem::replace(part, Part::Nothing))
        });
        let next = match old {
            Some(Part::Branch(branch)) => Open::of(*branch, false),
            _ => {
                let element = page::element(&self.document, tag);
                Open::of(Branch::new(element, tag, key), true)
            }
        };
        self.open.push(next);
        let mut class = class.split('|');
        if let Some(class) = class.next().filter(|class| !class.is_empty()) {
            self.fix("class", Some(class));
        }
        for (name, value) in class.filter_map(|attribute| attribute.split_once('=')) {
            self.fix(name, Some(value));
        }
    }

    /// Closes the element that was opened last.
    #[inline(never)]
    pub(super) fn close(&mut self) {
        if let Some(top) = self.open.last_mut().filter(|top| !top.same) {
            if top.parts == 0 {
                top.branch.fill(&self.text);
                self.text.clear();
            } else {
                self.end_text();
            }
        }
        let Some(Open {
            mut branch,
            fresh,
            same,
            parts,
            attributes,
        }) = self.open.pop()
        else {
            return;
        };
        branch.trim(if same { usize::MAX } else { parts }, attributes);
        let Some(top) = self.open.last_mut() else {
            return;
        };
        let part = Part::Branch(Box::new(branch));
        if fresh {
            top.put(part);
        } else if let Some(place) = top.branch.parts.get_mut(top.parts) {
            *place = part;
            top.parts += 1;
        }
    }

    /// Whether the content of the open element was drawn from what has this number, which is not 0:
    /// it stays as it is then, and nothing needs to be drawn into it.
    #[inline(never)]
    pub(super) fn is_same(&mut self, stamp: usize) -> bool {
        let Some(top) = self.open.last_mut() else {
            return false;
        };
        top.same = top.branch.stamp == stamp;
        top.branch.stamp = stamp;
        top.same
    }

    /// The element whose attribute that comes next has another value on the page, and what is
    /// remembered of it.
    fn turn(
        &mut self,
        name: &'static str,
        value: Option<&str>,
    ) -> Option<(&Element, &mut Option<Words>)> {
        let top = self.open.last_mut()?;
        let place = top.attributes;
        top.attributes += 1;
        let branch = &mut top.branch;
        if branch
            .attributes
            .get(place)
            .is_none_or(|(known, _)| *known != name)
        {
            // An element of other attributes was drawn here.
            branch.trim(usize::MAX, place);
            branch.attributes.push((name, None));
        }
        let (_, old) = branch.attributes.get_mut(place)?;
        (old.as_ref().map(Words::text) != value).then_some((&branch.element, old))
    }

    /// An attribute of the open element. One that may be absent is `None` then, and not left out:
    /// attributes are compared one by one, in their order.
    #[inline(never)]
    pub(super) fn set(&mut self, name: &'static str, value: Option<&str>) {
        if let Some((element, old)) = self.turn(name, value) {
            match value {
                Some(value) => page::set(element, name, value),
                None => page::fix(element, name, None),
            }
            *old = value.map(Words::new);
        }
    }

    /// An attribute whose value is a word of the program.
    #[inline(never)]
    pub(super) fn fix(&mut self, name: &'static str, value: Option<&'static str>) {
        if let Some((element, old)) = self.turn(name, value) {
            page::fix(element, name, value);
            *old = value.map(Words::Fixed);
        }
    }

    /// An attribute that is there or not.
    #[inline(never)]
    pub(super) fn mark(&mut self, name: &'static str, on: bool) {
        self.fix(name, on.then_some(name));
    }

    /// Whether the open input is checked, whatever the reader did to it.
    #[inline(never)]
    pub(super) fn checked(&mut self, checked: bool) {
        if let Some(top) = self.open.last() {
            let input = top.branch.element.unchecked_ref::<HtmlInputElement>();
            input.set_checked(checked);
        }
    }

    /// The open element.
    pub(super) fn element(&self) -> Option<&Element> {
        self.open.last().map(|top| &top.branch.element)
    }

    /// A text. It goes on where another ended.
    #[inline(never)]
    pub(super) fn text(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// An element with nothing but a text.
    #[inline(never)]
    pub(super) fn leaf(&mut self, tag: &'static str, class: &'static str, text: &str) {
        self.open(tag, class);
        self.text(text);
        self.close();
    }

    /// Opens a button; `class` may be empty.
    #[inline(never)]
    pub(super) fn button(&mut self, class: &'static str) {
        self.open("button", class);
        self.fix("type", Some("button"));
    }

    /// Keeps the place of what is not drawn now, so that what follows is still found in its own.
    #[inline(never)]
    pub(super) fn nothing(&mut self) {
        self.end_text();
        if let Some(top) = self.open.last_mut() {
            top.put(Part::Nothing);
        }
    }

    /// An element that somebody else has drawn, and goes on drawing.
    pub(super) fn other(&mut self, element: &Element) {
        self.end_text();
        if let Some(top) = self.open.last_mut() {
            match top.branch.parts.get(top.parts) {
                Some(Part::Other(old)) if old == element => top.parts += 1,
                _ => top.put(Part::Other(element.clone())),
            }
        }
    }
}
