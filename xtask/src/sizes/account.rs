//! The account of a module: what each crate, and each room of this one, costs in bytes.
//!
//! A function counts for the crate where its name is at home. Code of another crate that was made
//! for a type of this one is a row of its own, named after both: `alloc for service` is such code
//! as `<alloc::vec::Vec<state_chart::service::Step>>::push`, which would not be there if nobody
//! kept steps in a `Vec`.

use crate::symbol;
use anyhow::Result;
use std::collections::BTreeMap;
use wasmparser::{KnownCustom, Name, Parser, Payload, TypeRef};

/// The crate whose rooms are told apart, as it is called in names.
const OWN: &str = "state_chart";
/// The rooms that are told apart once more.
const DEEP: [&str; 2] = ["ui", "element"];
/// What JavaScript calls, whatever room it is from: the linker has its name alone.
const CALLED: &str = "state-chart, called by JavaScript";
/// Types that have methods in the standard library and no path.
const PRIMITIVES: [&str; 18] = [
    "bool", "char", "str", "u8", "u16", "u32", "u64", "u128", "usize", "i8", "i16", "i32", "i64",
    "i128", "isize", "f32", "f64", "fn",
];

/// The bytes of a module by rows.
pub(super) struct Account {
    /// The bytes of each row.
    pub(super) rows: BTreeMap<String, u64>,
}

impl Account {
    /// The account of a module that is shipped as `shipped`, and is `named` with its names.
    ///
    /// The code is that of the module with names, which may have functions that went into their
    /// callers when it was shipped; all else is that of the one that is shipped.
    pub(super) fn of(shipped: &[u8], named: &[u8]) -> Result<Self> {
        let mut rows: BTreeMap<String, u64> = BTreeMap::new();
        for (name, bytes) in functions(named)? {
            *rows.entry(row(&name)).or_default() += bytes;
        }
        for payload in Parser::new(0).parse_all(shipped) {
            let payload = payload?;
            let name = match payload {
                Payload::CodeSectionStart { .. } => continue,
                Payload::DataSection(_) => "data: text, tables of methods",
                Payload::ImportSection(_) | Payload::ExportSection(_) => "imports and exports",
                _ => "types, table and the rest",
            };
            if let Some((_, range)) = payload.as_section() {
                *rows.entry(name.to_owned()).or_default() += range.len() as u64;
            }
        }
        Ok(Self { rows })
    }

    /// All bytes.
    pub(super) fn sum(&self) -> u64 {
        self.rows.values().sum()
    }
}

/// The name and the size of each function that has a body.
fn functions(named: &[u8]) -> Result<Vec<(String, u64)>> {
    let mut imported = 0;
    let mut sizes = Vec::new();
    let mut names = BTreeMap::new();
    for payload in Parser::new(0).parse_all(named) {
        match payload? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => {
                let size = body.range().len() as u64;
                // Before the body stands its size, seven bits in a byte.
                let before = size.max(1).ilog2() / 7 + 1;
                sizes.push(size + u64::from(before));
            }
            Payload::CustomSection(section) => {
                let KnownCustom::Name(parts) = section.as_known() else {
                    continue;
                };
                for part in parts {
                    let Name::Function(map) = part? else { continue };
                    for naming in map {
                        let naming = naming?;
                        names.insert(naming.index, naming.name.to_owned());
                    }
                }
            }
            _ => {}
        }
    }
    Ok({ (imported..).zip(sizes) }
        .map(|(index, size)| (names.remove(&index).unwrap_or_default(), size))
        .collect())
}

/// The row for which a function counts.
fn row(name: &str) -> String {
    let name = symbol::plain(name);
    let home = symbol::home(&name);
    let mut path = symbol::path(home);
    let first = path.next().unwrap_or_default();
    if first.starts_with(OWN) {
        return match (path.next(), path.next()) {
            (Some(room), Some(inner)) if DEEP.contains(&room) && is_module(inner) => {
                format!("state-chart: {room}::{inner}")
            }
            (Some(room), _) => format!("state-chart: {room}"),
            _ => CALLED.to_owned(),
        };
    }
    let by = match first {
        _ if PRIMITIVES.contains(&first) => "core",
        "__rustc" => "std",
        _ if home.contains("::") => first,
        // What wasm-bindgen makes itself has no path, and some of it no name.
        _ if name.is_empty() || name.starts_with("__") || name.contains('(') => "wasm_bindgen",
        "memcpy" | "memmove" | "memset" | "memcmp" | "bcmp" => "compiler_builtins",
        _ => return CALLED.to_owned(),
    };
    let own = format!("{OWN}::");
    let rest = name.split_once(&own).map(|(_, rest)| rest);
    match rest.and_then(|rest| symbol::path(rest).next()) {
        Some(room) => format!("{by} for {room}"),
        None => by.to_owned(),
    }
}

fn is_module(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_lowercase())
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
mod tests {
    use super::*;

    #[test]
    fn every_byte_of_a_module_is_in_one_row() {
        let mut module = walrus::Module::default();
        let ty = module.types.add(&[], &[]);
        let (log, _) = module.add_import_func("js", "log", ty);
        for name in ["state_chart::service::perform", "yew::render"] {
            let mut function = walrus::FunctionBuilder::new(&mut module.types, &[], &[]);
            function.name(name.to_owned());
            function.func_body().call(log).call(log);
            let id = function.finish(Vec::new(), &mut module.funcs);
            module.exports.add(name, id);
        }
        let named = module.emit_wasm();
        let mut config = walrus::ModuleConfig::new();
        config.generate_name_section(false);
        config.generate_producers_section(false);
        let mut module = walrus::Module::from_buffer_with_config(&named, &config).unwrap();
        let shipped = module.emit_wasm();
        let account = Account::of(&shipped, &named).unwrap();
        // Size, no locals, two calls of two bytes, end.
        for name in ["state-chart: service", "yew"] {
            assert_eq!(account.rows.get(name), Some(&7));
        }
        // One for the count of functions and what stands before each section, and the module.
        let before = 8 + 1 + 2 * 5;
        assert_eq!(account.sum(), shipped.len() as u64 - before);
    }

    #[test]
    fn a_function_counts_for_its_room_or_for_who_made_it_and_for_what() {
        for (name, expected) in [
            (
                "state_chart[3ba0]::service::perform",
                "state-chart: service",
            ),
            (
                "<state_chart[3ba0]::path::way::Way as core[1]::clone::Clone>::clone",
                "state-chart: path",
            ),
            (
                "<state_chart::ui::view::View>::look",
                "state-chart: ui::view",
            ),
            ("<state_chart::ui::Widget>::new", "state-chart: ui"),
            ("state_chart_widget::main", "state-chart: main"),
            (
                "<alloc::vec::Vec<state_chart::service::Step> as core::clone::Clone>::clone",
                "alloc for service",
            ),
            (
                "<yew::html::component::lifecycle::CompStateInner<state_chart::ui::view::View> as \
                 yew::html::component::lifecycle::Stateful>::view",
                "yew for ui",
            ),
            (
                "core::ptr::drop_in_place::<[state_chart::chart::Chart]>",
                "core for chart",
            ),
            ("<[u8]>::to_vec_in::<alloc::alloc::Global>", "core"),
            ("<str>::trim", "core"),
            ("<yew::scheduler::Scheduler>::start", "yew"),
            ("__rustc[2]::__rust_alloc", "std"),
            ("memcpy", "compiler_builtins"),
            ("__wbindgen_malloc", "wasm_bindgen"),
            ("Ref(String) -> Externref externref shim", "wasm_bindgen"),
            ("", "wasm_bindgen"),
            ("widget_save multivalue shim", CALLED),
        ] {
            assert_eq!(row(name), expected, "{name}");
        }
    }
}
