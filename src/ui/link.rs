//! A button that copies a link to what is shown, where the host has links to offer.

use super::focus::focus;
use super::phrase::word;
use super::{Selection, Store};
use crate::guide::About;
use crate::path::Goal;
use crate::words::key;
use js_sys::Promise;
use js_sys::futures::JsFuture;
use wasm_bindgen::prelude::*;
use web_sys::HtmlInputElement;
use yew::prelude::*;

#[wasm_bindgen]
extern "C" {
    // A page that did not come over HTTPS has no clipboard, which counts as a failure like any other.
    #[wasm_bindgen(catch, js_namespace = ["navigator", "clipboard"], js_name = writeText)]
    fn write_text(text: &str) -> Result<Promise, JsValue>;
}

/// What a link leads to.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Linked {
    /// The steps that were taken.
    Steps,
    /// The cell that was asked about.
    Cell(Selection),
    /// The ways to a goal from where the service is.
    Way(Goal),
}

/// What a link button is about.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct LinkProps {
    pub(super) store: Store,
    pub(super) to: Linked,
    /// A number that changes with what the link says: then a link that was copied before is not the current one.
    #[prop_or_default]
    pub(super) version: u32,
}

/// How the reader got the link.
pub(super) enum Handed {
    Copied,
    /// It cannot be copied, and is shown.
    Shown(String),
}

/// The button, and the field that shows the link where it cannot be copied.
#[derive(Default)]
pub(super) struct Link {
    field: NodeRef,
    handed: Option<Handed>,
    /// Whether the reader has just got it, so that a field that shows it has to get the focus.
    is_fresh: bool,
}

impl LinkProps {
    fn link(&self) -> Option<String> {
        let (linker, guide) = (self.store.linker()?, self.store.help().guide?);
        let session = self.store.session();
        let address = guide.address(match self.to {
            Linked::Steps => About::Steps(session.history()),
            Linked::Cell(cell) => About::Cell(cell.state, cell.operation),
            Linked::Way(goal) => About::Way(session.service().state(), goal),
        });
        Some(linker(&address))
    }
}

async fn hand_over(link: String) -> Handed {
    let copied = match write_text(&link) {
        Ok(promise) => JsFuture::from(promise).await.is_ok(),
        Err(_) => false,
    };
    if copied {
        Handed::Copied
    } else {
        Handed::Shown(link)
    }
}

impl Component for Link {
    /// `None` is a click.
    type Message = Option<Handed>;
    type Properties = LinkProps;

    fn create(_: &Context<Self>) -> Self {
        Self::default()
    }

    fn update(&mut self, ctx: &Context<Self>, message: Option<Handed>) -> bool {
        let Some(handed) = message else {
            if let Some(link) = ctx.props().link() {
                ctx.link()
                    .send_future(async move { Some(hand_over(link).await) });
            }
            return false;
        };
        let said = match handed {
            Handed::Copied => key::LINK_COPIED,
            Handed::Shown(_) => key::LINK_SHOWN,
        };
        self.handed = Some(handed);
        self.is_fresh = true;
        let store = &ctx.props().store;
        store.say(store.words().text(said).to_owned());
        true
    }

    fn changed(&mut self, _: &Context<Self>, _: &LinkProps) -> bool {
        self.handed = None;
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let onclick = ctx.link().callback(|_: MouseEvent| None);
        let (is_copied, shown) = match &self.handed {
            Some(Handed::Shown(link)) => (false, Some(link.clone())),
            handed => (handed.is_some(), None),
        };
        let is_hidden = shown.is_none();
        let words = ctx.props().store.words();
        html! {
            <span class="link">
                <button type="button" data-link="" data-copied={is_copied.then_some("")} {onclick}>{ word(&words, key::COPY_LINK) }</button>
                <input
                    ref={self.field.clone()}
                    readonly=true
                    aria-label={words.text(key::LINK).to_owned()}
                    hidden={is_hidden}
                    value={shown.unwrap_or_default()}
                />
            </span>
        }
    }

    fn rendered(&mut self, _: &Context<Self>, _: bool) {
        let is_shown = matches!(self.handed, Some(Handed::Shown(_)));
        if std::mem::take(&mut self.is_fresh)
            && is_shown
            && let Some(field) = self.field.cast::<HtmlInputElement>()
        {
            focus(&field);
            field.select();
        }
    }
}
