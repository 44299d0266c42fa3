//! Cuts a linked module: what only few readers need goes into further modules.
//!
//! A second program would bring its own copy of everything. Here a part shares memory, table,
//! globals and functions with the first module, which lends them by exports with numbers for
//! names; the part takes them all from one module called `near`, and puts its own functions into
//! the table when it is instantiated. What stays calls a function that went through its place in
//! the table. As long as the part is not there that place is empty, and the call traps: whoever
//! calls has to ask first. Which functions go is for [`Part`] to say, by names, and for the calls.

mod plan;

use crate::parts::Part;
use anyhow::{Context, Result, bail};
use plan::Plan;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use walrus::ir::{self, Call, CallIndirect, Const, Instr, InstrSeq, Value, VisitorMut};
use walrus::{
    ConstExpr, ElementItems, ElementKind, ExportItem, FunctionId, FunctionKind, GlobalKind,
    ImportKind, ImportedFunction, Module, ModuleConfig, TableId, TypeId,
};

/// The name under which a part imports the first module.
const NEAR: &str = "near";

/// A module that was cut.
pub(crate) struct Split {
    /// What stays.
    pub(crate) near: Vec<u8>,
    /// The parts, in the order in which they were asked for.
    pub(crate) parts: Vec<Cut>,
}

/// A part.
pub(crate) struct Cut {
    /// The module.
    pub(crate) wasm: Vec<u8>,
    /// How many functions went into it.
    pub(crate) functions: usize,
    /// The calls by which it is entered: who calls whom.
    pub(crate) doors: BTreeSet<(String, String)>,
}

/// Cuts `wasm`, which has to have its names, into what stays and `parts`. All keep their names.
///
/// What stays is whatever can be reached from exports, from the start and from the table without
/// a function that a part names; and what two parts need. Exports that nobody is `known` to use
/// do not count, and go.
pub(crate) fn split(wasm: &[u8], parts: &[Part], known: &dyn Fn(&str) -> bool) -> Result<Split> {
    let mut near = read(wasm)?;
    remove_exports(&mut near, known);
    let plan = Plan::new(&near, parts)?;
    let mut cuts = Vec::new();
    let mut lent = BTreeMap::new();
    for part in 0..parts.len() {
        let mut far = read(wasm)?;
        keep(&mut far, &plan, Some(part))?;
        borrow(&mut far, &plan, part);
        // Only what is in use is left after this, and worth a name.
        walrus::passes::gc::run(&mut far);
        for import in far.imports.iter_mut() {
            let next = lent.len();
            import.name = lent.entry(lends(import)?).or_insert(next).to_string();
        }
        cuts.push(Cut {
            wasm: far.emit_wasm(),
            functions: plan.moved.values().filter(|of| **of == part).count(),
            doors: plan.doors(&near, part),
        });
    }
    keep(&mut near, &plan, None)?;
    lend(&mut near, &lent);
    for (index, id) in ids(&near) {
        if plan.moved.contains_key(&index) {
            near.funcs.delete(id);
        }
    }
    walrus::passes::gc::run(&mut near);
    Ok(Split {
        near: near.emit_wasm(),
        parts: cuts,
    })
}

/// A module, in which what is the same has the same index each time that it is read.
pub(crate) fn read(wasm: &[u8]) -> Result<Module> {
    let mut config = ModuleConfig::new();
    config.generate_producers_section(false);
    Module::from_buffer_with_config(wasm, &config)
}

/// Removes all exports but those whose names are `known`.
fn remove_exports(module: &mut Module, known: &dyn Fn(&str) -> bool) {
    let exports = module.exports.iter().filter(|it| !known(&it.name));
    for id in exports.map(|it| it.id()).collect::<Vec<_>>() {
        module.exports.delete(id);
    }
}

/// The functions of this reading of a module by their index, which is the same in each.
fn ids(module: &Module) -> HashMap<usize, FunctionId> {
    let ids = module.funcs.iter().map(|function| function.id());
    ids.map(|id| (id.index(), id)).collect()
}

/// The table of functions, which calls by a place go through.
fn functions_table(module: &Module) -> Result<TableId> {
    let table = module.tables.main_function_table()?;
    table.context("a module without a table of functions cannot be cut")
}

/// What stands for the thing in any reading of the module: its kind and its index.
fn thing(item: ExportItem) -> (u8, usize) {
    match item {
        ExportItem::Memory(id) => (0, id.index()),
        ExportItem::Table(id) => (1, id.index()),
        ExportItem::Global(id) => (2, id.index()),
        ExportItem::Function(id) => (3, id.index()),
        ExportItem::Tag(id) => (4, id.index()),
    }
}

/// What the first module has to lend for this import.
fn lends(import: &walrus::Import) -> Result<(u8, usize)> {
    Ok(thing(match import.kind {
        ImportKind::Memory(id) => id.into(),
        ImportKind::Table(id) => id.into(),
        ImportKind::Global(id) => id.into(),
        ImportKind::Function(id) => id.into(),
        ImportKind::Tag(_) => bail!("a module that throws cannot be cut"),
    }))
}

/// Exports what parts need, by its number.
fn lend(near: &mut Module, lent: &BTreeMap<(u8, usize), usize>) {
    let memories = near.memories.iter().map(|it| ExportItem::from(it.id()));
    let tables = near.tables.iter().map(|it| it.id().into());
    let globals = near.globals.iter().map(|it| it.id().into());
    let functions = near.funcs.iter().map(|it| it.id().into());
    let all = memories.chain(tables).chain(globals).chain(functions);
    for item in all.collect::<Vec<ExportItem>>() {
        if let Some(name) = lent.get(&thing(item)) {
            near.exports.add(&name.to_string(), item);
        }
    }
}

/// Makes a module that has everything call what is not in `part` by its place in the table, and
/// fill only the places of what is. What stays is no part.
fn keep(module: &mut Module, plan: &Plan, part: Option<usize>) -> Result<()> {
    let table = functions_table(module)?;
    let ids = ids(module);
    let mut far = HashMap::new();
    let mut runs: Vec<(u32, Vec<FunctionId>)> = Vec::new();
    for (&place, index) in &plan.places {
        let (of, id) = (plan.moved.get(index).copied(), ids.get(index).copied());
        let id = id.context("a place of the table that refers to nothing")?;
        if of.is_some() && of != part {
            let ty = module.funcs.get(id).ty();
            far.entry(id).or_insert((place.cast_signed(), ty));
        }
        if of == part {
            match runs.last_mut() {
                Some((first, run)) if *first as usize + run.len() == place as usize => run.push(id),
                _ => runs.push((place, vec![id])),
            }
        }
    }
    let mut through = Through { table, far };
    for (id, local) in module.funcs.iter_local_mut() {
        if plan.moved.get(&id.index()).copied() == part {
            let start = local.entry_block();
            ir::dfs_pre_order_mut(&mut through, local, start);
        }
    }
    for (id, _, _) in plan::segments(module, table) {
        module.elements.delete(id);
        module.tables.get_mut(table).elem_segments.remove(&id);
    }
    for (first, run) in runs {
        let offset = ConstExpr::Value(Value::I32(first.cast_signed()));
        let kind = ElementKind::Active { table, offset };
        let id = module.elements.add(kind, ElementItems::Functions(run));
        module.tables.get_mut(table).elem_segments.insert(id);
    }
    let table = module.tables.get_mut(table);
    table.initial += plan.added;
    table.maximum = table.maximum.map(|most| most + plan.added);
    Ok(())
}

/// Makes imports of all that is not the part's own, and drops what a part has no use for.
fn borrow(module: &mut Module, plan: &Plan, part: usize) {
    module.start = None;
    remove_exports(module, &|_| false);
    // What the module imports itself is lent like all else.
    let imports: Vec<_> = module.imports.iter().map(|it| it.id()).collect();
    for id in imports {
        module.imports.delete(id);
    }
    let data: Vec<_> = module.data.iter().map(|it| it.id()).collect();
    for id in data {
        module.data.delete(id);
    }
    for memory in module.memories.iter_mut() {
        memory.data_segments.clear();
        memory.import = Some(module.imports.add(NEAR, "", memory.id()));
    }
    for table in module.tables.iter_mut() {
        table.import = Some(module.imports.add(NEAR, "", table.id()));
    }
    let globals: Vec<_> = module.globals.iter().map(|it| it.id()).collect();
    for id in globals {
        let import = module.imports.add(NEAR, "", id);
        module.globals.get_mut(id).kind = GlobalKind::Import(import);
    }
    for (index, id) in ids(module).into_iter().collect::<BTreeMap<_, _>>() {
        if plan.moved.get(&index) != Some(&part) {
            let import = module.imports.add(NEAR, "", id);
            let function = module.funcs.get_mut(id);
            let ty = function.ty();
            function.kind = FunctionKind::Import(ImportedFunction { import, ty });
        }
    }
}

/// Calls by a place in the table what is not in the module.
struct Through {
    table: TableId,
    far: HashMap<FunctionId, (i32, TypeId)>,
}

impl VisitorMut for Through {
    fn start_instr_seq_mut(&mut self, seq: &mut InstrSeq) {
        for (instr, from) in std::mem::take(&mut seq.instrs) {
            let far = match &instr {
                Instr::Call(Call { func }) => self.far.get(func).copied(),
                _ => None,
            };
            let Some((place, ty)) = far else {
                seq.instrs.push((instr, from));
                continue;
            };
            let value = Value::I32(place);
            let table = self.table;
            seq.instrs.push((Instr::Const(Const { value }), from));
            seq.instrs
                .push((Instr::CallIndirect(CallIndirect { ty, table }), from));
        }
    }
}

#[cfg(test)]
mod tests;
