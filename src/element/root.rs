//! The shadow root of an element: the shared style sheet, and the place where Yew draws.

use crate::ui::STYLE;
use js_sys::Array;
use wasm_bindgen::prelude::*;
use web_sys::{CssStyleSheet, Element, HtmlElement, ShadowRoot, ShadowRootInit, ShadowRootMode};

thread_local! {
    /// One style sheet for all elements of the page; a constructed one passes a strict CSP.
    static SHEET: Option<CssStyleSheet> = sheet();
}

fn sheet() -> Option<CssStyleSheet> {
    let sheet = CssStyleSheet::new().ok()?;
    sheet.replace_sync(STYLE).ok()?;
    Some(sheet)
}

/// Opens the shadow root of `host`, again if it has one, and answers with the place to draw in.
pub(super) fn open(host: &HtmlElement) -> Result<Element, JsValue> {
    let root = match host.shadow_root() {
        Some(root) => root,
        None => host.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open))?,
    };
    SHEET.with(|sheet| {
        if let Some(sheet) = sheet {
            root.set_adopted_style_sheets(&Array::of1(sheet));
        }
    });
    let place = document(host)?.create_element("div")?;
    clear(&root);
    root.append_child(&place)?;
    Ok(place)
}

/// Shows the element's own content again, in place of the widget.
pub(super) fn close(host: &HtmlElement) -> Result<(), JsValue> {
    if let Some(root) = host.shadow_root() {
        clear(&root);
        root.append_child(&*document(host)?.create_element("slot")?)?;
    }
    Ok(())
}

fn clear(root: &ShadowRoot) {
    while let Some(child) = root.first_child() {
        child.unchecked_into::<Element>().remove();
    }
}

fn document(host: &HtmlElement) -> Result<web_sys::Document, JsValue> {
    host.owner_document()
        .ok_or_else(|| js_sys::Error::new("the element has no document").into())
}
