//! The shadow root of an element, and the place in it where Yew draws.
//!
//! Yew never removes the listeners of a place that it has drawn in once, nor drops what they hold: if
//! the place of an element that is gone were thrown away, all of it would stay in memory. So none is
//! thrown away: a vacant place waits here, with nothing drawn in it, for the next element. There are
//! never more than there were elements at one time.

use crate::ui::{SCOPE, STYLE, View, ViewProps};
use std::cell::RefCell;
use wasm_bindgen::prelude::*;
use web_sys::{CssStyleSheet, Document, Element, HtmlElement};
use web_sys::{ShadowRoot, ShadowRootInit, ShadowRootMode};
use yew::prelude::*;

/// How many bytes the gaps come to that elements leave in memory as they come and go.
const GAPS: usize = 65_536;

thread_local! {
    /// Makes room for the gaps when the first element comes: so much memory is taken, and given back at once
    /// to the allocator, so that the module's memory need not grow for it later.
    static ROOM_FOR_GAPS: () = drop(std::hint::black_box(Vec::<u8>::with_capacity(GAPS)));
    /// One style sheet for all elements of the page; a constructed one passes a strict CSP.
    static SHEET: Option<CssStyleSheet> = sheet();
    /// The vacant places.
    static VACANT: RefCell<Vec<(Element, AppHandle<Mount>)>> = const { RefCell::new(Vec::new()) };
}

/// What is drawn in a mount.
#[derive(Clone, PartialEq, Properties)]
struct MountProps {
    view: Option<ViewProps>,
}

/// A view, or nothing.
struct Mount;

impl Component for Mount {
    type Message = ();
    type Properties = MountProps;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let Some(ViewProps {
            store,
            parts,
            fills,
        }) = ctx.props().view.clone()
        else {
            return Html::default();
        };
        let key = store.number();
        html! { <View {key} {store} {parts} {fills} /> }
    }
}

/// A view in the shadow root of an element. Dropping it shows the element's own content again.
pub(super) struct Root {
    host: HtmlElement,
    /// The place and what draws in it; `None` once it is closed.
    drawn: Option<(Element, AppHandle<Mount>)>,
}

impl Root {
    /// Opens the shadow root of `host`, again if it has one, and draws `view` in it.
    pub(super) fn open(host: HtmlElement, view: ViewProps) -> Result<Self, JsValue> {
        let root = match host.shadow_root() {
            Some(root) => root,
            None => host.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open))?,
        };
        SHEET.with(|sheet| {
            // The sheet that keeps the element's place on the page stays; the tag's class removes both.
            if let Some(sheet) = sheet {
                root.adopted_style_sheets().push(sheet);
            }
        });
        clear(&root);
        ROOM_FOR_GAPS.with(|()| ());
        let view = MountProps { view: Some(view) };
        let (mount, app) = match VACANT.with_borrow_mut(Vec::pop) {
            Some((mount, mut app)) => {
                app.update(view);
                (mount, app)
            }
            None => {
                let mount = document(&host)?.create_element("div")?;
                mount.set_class_name(SCOPE);
                let renderer = yew::Renderer::with_root_and_props(mount.clone(), view);
                (mount, renderer.render())
            }
        };
        root.append_child(&mount)?;
        Ok(Self {
            host,
            drawn: Some((mount, app)),
        })
    }

    /// Draws another view of the same store.
    pub(super) fn update(&mut self, view: ViewProps) {
        if let Some((_, app)) = &mut self.drawn {
            app.update(MountProps { view: Some(view) });
        }
    }

    /// Takes the view out, and shows the element's own content.
    fn close(&mut self) -> Result<(), JsValue> {
        if let Some((mount, mut app)) = self.drawn.take() {
            app.update(MountProps { view: None });
            mount.remove();
            VACANT.with_borrow_mut(|vacant| vacant.push((mount, app)));
        }
        if let Some(root) = self.host.shadow_root() {
            clear(&root);
            root.append_child(&*document(&self.host)?.create_element("slot")?)?;
        }
        Ok(())
    }
}

impl Drop for Root {
    fn drop(&mut self) {
        if let Err(error) = self.close() {
            web_sys::console::error_1(&error);
        }
    }
}

fn sheet() -> Option<CssStyleSheet> {
    let sheet = CssStyleSheet::new().ok()?;
    sheet.replace_sync(STYLE).ok()?;
    Some(sheet)
}

fn clear(root: &ShadowRoot) {
    while let Some(child) = root.first_child() {
        child.unchecked_into::<Element>().remove();
    }
}

fn document(host: &HtmlElement) -> Result<Document, JsValue> {
    host.owner_document()
        .ok_or_else(|| js_sys::Error::new("the element has no document").into())
}
