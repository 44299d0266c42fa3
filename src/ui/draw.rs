//! A drawing: nodes written from the top down, by a few functions that every view calls.
//!
//! The `html!` macro writes each element out where it stands, some hundred bytes of code that
//! every reader downloads; here an element is a few calls. It knows no chart.

use std::cell::RefCell;
use std::rc::Rc;
use yew::prelude::*;
use yew::virtual_dom::{
    AttributeOrProperty, Attributes, Key, Listener, VComp, VList, VNode, VTag, VText,
};

/// Nodes, and the elements around what comes next.
pub(super) struct Drawing {
    /// The whole, and in it those elements that are not closed yet.
    open: Vec<Element>,
}

#[derive(Default)]
struct Element {
    tag: &'static str,
    key: Option<Key>,
    names: Vec<&'static str>,
    values: Vec<Option<AttributeOrProperty>>,
    checked: Option<bool>,
    listeners: Vec<Option<Rc<dyn Listener>>>,
    node: NodeRef,
    children: Vec<VNode>,
    /// A text after those, to which more may be added.
    text: String,
}

thread_local! {
    /// Every list of attribute names that was drawn: Yew compares them by their address.
    static NAMES: RefCell<Vec<&'static [&'static str]>> = const { RefCell::new(Vec::new()) };
}

/// The one list of these names. There are as many as there are kinds of elements in the views.
fn kept(names: Vec<&'static str>) -> &'static [&'static str] {
    NAMES.with_borrow_mut(|lists| {
        let known = lists.iter().find(|known| ***known == *names);
        known.copied().unwrap_or_else(|| {
            let list = Vec::leak(names);
            lists.push(list);
            list
        })
    })
}

impl Element {
    fn end_text(&mut self) {
        if !self.text.is_empty() {
            let text = AttrValue::from(Rc::<str>::from(self.text.as_str()));
            self.text.clear();
            self.children.push(VText::new(text).into());
        }
    }

    fn node(mut self) -> VNode {
        self.end_text();
        let attributes = Attributes::Dynamic {
            keys: kept(self.names),
            values: self.values.into_boxed_slice(),
        };
        let mut tag = VTag::new(self.tag);
        if let Some(checked) = self.checked {
            tag.set_checked(checked);
        }
        if let Some(children) = tag.children_mut() {
            *children = list(self.children);
        }
        tag.set_attributes(attributes);
        tag.key = self.key;
        tag.node_ref = self.node;
        if !self.listeners.is_empty() {
            tag.set_listeners(self.listeners.into_boxed_slice());
        }
        VNode::from(tag)
    }
}

fn list(mut nodes: Vec<VNode>) -> VNode {
    match nodes.len() {
        1 => nodes.pop().unwrap_or_default(),
        0 => VNode::default(),
        _ => VNode::VList(Rc::new(VList::with_children(nodes, None))),
    }
}

impl Drawing {
    /// A drawing with nothing in it.
    pub(super) fn new() -> Self {
        Self {
            open: vec![Element::default()],
        }
    }

    /// What was drawn; elements that are open yet are closed.
    #[inline(never)]
    pub(super) fn end(mut self) -> Html {
        while self.open.len() > 1 {
            self.close();
        }
        self.open
            .pop()
            .map_or_else(VNode::default, |whole| list(whole.children))
    }

    /// Opens an element of this class, which may be empty. After it may stand attributes that are
    /// always the same, such as `bar|role=group`: one text is less code than many.
    #[inline(never)]
    pub(super) fn open(&mut self, tag: &'static str, class: &'static str) {
        self.open.push(Element {
            tag,
            ..Element::default()
        });
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
        if self.open.len() > 1
            && let Some(element) = self.open.pop()
        {
            self.add(element.node());
        }
    }

    /// Adds a node.
    #[inline(never)]
    pub(super) fn add(&mut self, node: VNode) {
        if let Some(element) = self.open.last_mut() {
            element.end_text();
            element.children.push(node);
        }
    }

    fn put(&mut self, name: &'static str, value: Option<AttributeOrProperty>) {
        if let Some(element) = self.open.last_mut() {
            element.names.push(name);
            element.values.push(value);
        }
    }

    /// An attribute of the open element. One that may be absent is `None` then, and not left out:
    /// elements whose attributes have the same names are compared in one pass.
    #[inline(never)]
    pub(super) fn set(&mut self, name: &'static str, value: Option<&str>) {
        let value = value.map(|value| AttrValue::from(Rc::<str>::from(value)));
        self.put(name, value.map(AttributeOrProperty::Attribute));
    }

    /// An attribute whose value is a word of the program.
    #[inline(never)]
    pub(super) fn fix(&mut self, name: &'static str, value: Option<&'static str>) {
        self.put(name, value.map(AttributeOrProperty::Static));
    }

    /// An attribute whose value many elements share.
    #[inline(never)]
    pub(super) fn share(&mut self, name: &'static str, value: &AttrValue) {
        self.put(name, Some(AttributeOrProperty::Attribute(value.clone())));
    }

    /// An attribute that is there or not.
    #[inline(never)]
    pub(super) fn mark(&mut self, name: &'static str, on: bool) {
        self.fix(name, on.then_some(name));
    }

    /// Whether the open input is checked.
    #[inline(never)]
    pub(super) fn checked(&mut self, checked: bool) {
        if let Some(element) = self.open.last_mut() {
            element.checked = Some(checked);
        }
    }

    /// What tells the open element from those beside it.
    #[inline(never)]
    pub(super) fn key(&mut self, key: &str) {
        if let Some(element) = self.open.last_mut() {
            element.key = Some(key.into());
        }
    }

    /// Who hears events of the open element.
    #[inline(never)]
    pub(super) fn hear(&mut self, listener: Rc<dyn Listener>) {
        if let Some(element) = self.open.last_mut() {
            element.listeners.push(Some(listener));
        }
    }

    /// Binds the open element to `node`.
    #[inline(never)]
    pub(super) fn bind(&mut self, node: &NodeRef) {
        if let Some(element) = self.open.last_mut() {
            element.node = node.clone();
        }
    }

    /// A text. It goes on where another ended.
    #[inline(never)]
    pub(super) fn text(&mut self, text: &str) {
        if let Some(element) = self.open.last_mut() {
            element.text.push_str(text);
        }
    }

    /// A text of the program.
    #[inline(never)]
    pub(super) fn word(&mut self, text: &'static str) {
        self.add(VText::new(AttrValue::Static(text)).into());
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
        self.add(VNode::default());
    }

    /// A component.
    pub(super) fn component<C: Component>(&mut self, props: C::Properties, key: usize) {
        let component = VComp::new::<C>(Rc::new(props), Some(key.into()));
        self.add(component.into());
    }
}
