//! Which functions of the widget few readers need, and the file that each such part becomes.
//!
//! Adding a room to a part is a line here. Nothing here knows how a module is cut.

use crate::symbol;

/// A further module, cut out of the widget.
pub(crate) struct Part {
    /// The name of its file, without the ending.
    pub(crate) file: &'static str,
    /// Patterns of the names of functions that are in it; see [`Part::has`].
    pub(crate) seeds: &'static [&'static str],
}

/// The program that they are of.
pub(crate) const OF: &str = "state-chart-widget";

/// Its function that is run before it is shipped: the built-in chart is read by then.
pub(crate) const READY: &str = "ready";

/// The parts of the widget.
pub(crate) const WIDGET: &[Part] = &[READ, WAYS];

/// What reads the chart of an author.
const READ: Part = Part {
    file: "state-chart-read",
    seeds: &[
        "state_chart::import::",
        "state_chart::page::parse",
        "state_chart::chart::Chart>::new",
        "state_chart::chart::build::",
        "state_chart::chart::draft::",
    ],
};

/// What few readers look at.
const WAYS: Part = Part {
    file: "state-chart-ways",
    seeds: &[
        "state_chart::path::",
        "state_chart::address::",
        "state_chart::element::address::",
        "state_chart::ui::insight::",
        "state_chart::ui::link::",
        "state_chart::ui::onward::",
        "state_chart::ui::route::",
        "state_chart::ui::ways::",
        "state_chart::ui::words::way::",
        // Iterators over closures of these rooms, which stand in tables of methods and are called from there.
        "core::iter::*state_chart::ui::words::way::",
        "core::iter::*<state_chart::path::scenario::read::Reader>::",
    ],
};

/// What the widget never calls of Yew. A view of this crate is one node that it draws into itself
/// (`Html::VRef`), and it is mounted without a page around it: of the nodes that Yew can draw none
/// other comes to it, and nothing hears by Yew's listeners.
pub(crate) const IDLE: Part = Part {
    file: "",
    seeds: &[
        "yew::virtual_dom::vcomp::VComp as yew::dom_bundle::",
        "yew::virtual_dom::vlist::VList as yew::dom_bundle::",
        "yew::virtual_dom::vportal::VPortal as yew::dom_bundle::",
        "yew::virtual_dom::vraw::VRaw as yew::dom_bundle::",
        "yew::virtual_dom::vsuspense::VSuspense as yew::dom_bundle::",
        "yew::virtual_dom::vtag::VTag as yew::dom_bundle::",
        "yew::virtual_dom::vtext::VText as yew::dom_bundle::",
        "yew::dom_bundle::braw::",
        "yew::dom_bundle::btag::",
        "yew::dom_bundle::bportal::",
        "yew::dom_bundle::bsuspense::",
        "yew::dom_bundle::subtree_root::SubtreeData>::add_listener",
        "yew::dom_bundle::subtree_root::BSubtree>::ensure_handled",
        "yew::dom_bundle::subtree_root::EventDescriptor",
        "alloc::rc::Rc<yew::virtual_dom::v",
        "core::ptr::drop_in_place::<yew::virtual_dom::vtag",
        "core::ptr::drop_in_place::<yew::virtual_dom::vlist",
        "core::ptr::drop_in_place::<yew::virtual_dom::vcomp",
        "core::ptr::drop_in_place::<yew::virtual_dom::vportal",
        "core::ptr::drop_in_place::<yew::virtual_dom::vsuspense",
        "core::ptr::drop_in_place::<yew::dom_bundle::btag",
        "yew::dom_bundle::bnode::BNode as yew::dom_bundle::traits::ReconcileTarget>::shift",
        "yew::virtual_dom::Attributes",
        "core::iter::*yew::virtual_dom::Attributes",
        "indexmap::",
        "hashbrown::*&yew::virtual_dom::AttributeOrProperty",
        "std::collections::hash::map::*yew::dom_bundle::subtree_root::EventDescriptor",
    ],
};

impl Part {
    /// Whether the function called `name` is here by its name.
    ///
    /// A pattern has to match where the name begins, apart from what only says that it is the name
    /// of a type, `<` and `&`: `chart::` takes `chart::read`, `<chart::Row>::new` and
    /// `<chart::Row as Clone>::clone`, and leaves `core::ptr::drop_in_place::<chart::Row>`, which
    /// whoever may hold a row calls, where it is. A `*` stands for whatever may come between:
    /// `yew::*<chart::Row` takes what Yew has made for that type.
    pub(crate) fn has(&self, name: &str) -> bool {
        let name = symbol::plain(name);
        let name = symbol::home(&name);
        self.seeds.iter().any(|seed| {
            let mut pieces = seed.split('*');
            let first = pieces.next().unwrap_or_default();
            let mut rest = name.strip_prefix(first);
            for piece in pieces {
                rest = rest.and_then(|rest| Some(rest.split_once(piece)?.1));
            }
            rest.is_some()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_function_is_of_the_part_where_its_name_begins() {
        let part = Part {
            file: "",
            seeds: &["chart::path::", "yew::*<chart::ui::Route>"],
        };
        for name in [
            "chart::path::shortest",
            "<chart::path::Way>::new",
            "<chart[3ba0835373df9269]::path::Way>::new",
            "<chart::path::Way as core::clone::Clone>::clone",
            "<&mut chart::path::Way as Iterator>::next",
            "<<chart::path::Way>::new::{closure#0} as FnOnce<()>>::call_once::{shim:vtable#0}",
            "<yew::html::Scope<chart::ui::Route>>::mount",
            "yew::html::mount::<chart::ui::Route>",
        ] {
            assert!(part.has(name), "{name}");
        }
        for name in [
            "chart::service::perform",
            "chart::pathology",
            "core::ptr::drop_in_place::<chart::path::Way>",
            "<chart::Chart as From<chart::path::Way>>::from",
            "<yew::html::Scope<chart::ui::Grid>>::mount",
            "",
        ] {
            assert!(!part.has(name), "{name}");
        }
    }
}
