//! What goes into which part, and where in the table it is found.
//!
//! It reads a module and changes nothing. Functions are known by their index.

use super::{functions_table, ids};
use crate::{parts::Part, symbol};
use anyhow::{Result, ensure};
use std::collections::{BTreeMap, BTreeSet};
use walrus::ir::{self, Call, Instr, InstrLocId, RefFunc, ReturnCall, Value, Visitor};
use walrus::{
    ConstExpr, ConstOp, ElementId, ElementItems, ElementKind, ExportItem, FunctionId, FunctionKind,
    GlobalKind, Module, TableId,
};

/// What goes where.
pub(super) struct Plan {
    /// The part of each function that does not stay.
    pub(super) moved: BTreeMap<usize, usize>,
    /// The function at each place of the table, with places for those that had none.
    pub(super) places: BTreeMap<u32, usize>,
    /// How many places that is more.
    pub(super) added: u64,
    calls: Calls,
}

impl Plan {
    pub(super) fn new(module: &Module, parts: &[Part]) -> Result<Self> {
        let table = functions_table(module)?;
        let calls = Calls::of(module);
        let mut places = BTreeMap::new();
        for (_, first, run) in segments(module, table) {
            let indices = run.into_iter().map(|id| id.index());
            places.extend((first..).zip(indices));
        }
        let pinned = pinned(module, table, &calls);
        let mut seeds = BTreeMap::new();
        for function in module.funcs.iter() {
            let name = function.name.as_deref().unwrap_or_default();
            let index = function.id().index();
            if let Some(part) = parts.iter().position(|part| part.has(name))
                && matches!(function.kind, FunctionKind::Local(_))
                && !pinned.contains(&index)
            {
                seeds.insert(index, part);
            }
        }
        let roots = pinned.into_iter().chain(places.values().copied());
        let stay = calls.reach(roots, &|index| !seeds.contains_key(&index));
        let mut moved = BTreeMap::new();
        let mut shared = BTreeSet::new();
        for part in 0..parts.len() {
            let own = seeds.iter().filter(|(_, of)| **of == part);
            let reached = calls.reach(own.map(|(index, _)| *index), &|index| {
                !stay.contains(&index) && seeds.get(&index).is_none_or(|of| *of == part)
            });
            for index in reached {
                if calls.from.contains_key(&index) && moved.insert(index, part).is_some() {
                    shared.insert(index);
                }
            }
        }
        moved.retain(|index, _| !shared.contains(index));
        let mut plan = Self {
            moved,
            places,
            added: 0,
            calls,
        };
        plan.add_places(module, table)?;
        Ok(plan)
    }

    /// Gives a place to what is called from another module and has none.
    fn add_places(&mut self, module: &Module, table: TableId) -> Result<()> {
        let placed: BTreeSet<usize> = self.places.values().copied().collect();
        let mut lacking = BTreeSet::new();
        for (from, to) in self.calls.all() {
            let part = self.moved.get(&to);
            if part.is_some() && part != self.moved.get(&from) && !placed.contains(&to) {
                lacking.insert(to);
            }
        }
        let size = u32::try_from(module.tables.get(table).initial)?;
        ensure!(
            self.places.keys().all(|place| *place < size),
            "a segment that is written past the end of the table"
        );
        self.added = lacking.len() as u64;
        self.places.extend((size..).zip(lacking));
        Ok(())
    }

    /// The calls by which a part is entered: the name of who calls, and of who is called.
    pub(super) fn doors(&self, module: &Module, part: usize) -> BTreeSet<(String, String)> {
        let ids = ids(module);
        let name = |index: usize| {
            let id = ids.get(&index)?;
            let name = module.funcs.get(*id).name.as_deref()?;
            Some(symbol::plain(name))
        };
        let entered = self.calls.all().filter(|(from, to)| {
            self.moved.get(to) == Some(&part) && self.moved.get(from) != Some(&part)
        });
        entered
            .filter_map(|(from, to)| Some((name(from)?, name(to)?)))
            .collect()
    }
}

/// The segments that fill the table of functions with a list of them, from which place on.
pub(super) fn segments(module: &Module, table: TableId) -> Vec<(ElementId, u32, Vec<FunctionId>)> {
    let all = module.elements.iter().filter_map(|segment| {
        let ElementItems::Functions(run) = &segment.items else {
            return None;
        };
        match segment.kind {
            ElementKind::Active {
                table: of,
                offset: ConstExpr::Value(Value::I32(first)),
            } if of == table => Some((segment.id(), first.cast_unsigned(), run.clone())),
            _ => None,
        }
    });
    all.collect()
}

/// What has to stay whatever its name: it is got at otherwise than by a call or a known place.
fn pinned(module: &Module, table: TableId, calls: &Calls) -> BTreeSet<usize> {
    let mut pinned = calls.referred.clone();
    pinned.extend(module.start.map(|id| id.index()));
    for export in module.exports.iter() {
        if let ExportItem::Function(id) = export.item {
            pinned.insert(id.index());
        }
    }
    let mut constant = |constant: &ConstExpr| match constant {
        ConstExpr::RefFunc(id) => drop(pinned.insert(id.index())),
        ConstExpr::Extended(ops) => {
            for op in ops {
                if let ConstOp::RefFunc(id) = op {
                    pinned.insert(id.index());
                }
            }
        }
        _ => {}
    };
    for global in module.globals.iter() {
        if let GlobalKind::Local(value) = &global.kind {
            constant(value);
        }
    }
    let cut: BTreeSet<ElementId> = { segments(module, table).into_iter() }
        .map(|(id, ..)| id)
        .collect();
    for segment in module.elements.iter() {
        match &segment.items {
            ElementItems::Expressions(_, values) => values.iter().for_each(&mut constant),
            ElementItems::Functions(ids) if !cut.contains(&segment.id()) => {
                ids.iter().for_each(|id| constant(&ConstExpr::RefFunc(*id)));
            }
            ElementItems::Functions(_) => {}
        }
    }
    pinned
}

/// Who calls whom, by index.
#[derive(Default)]
struct Calls {
    /// What each function that has a body calls.
    from: BTreeMap<usize, BTreeSet<usize>>,
    /// What is referred to in a body otherwise than by a call.
    referred: BTreeSet<usize>,
    /// The function whose body is read.
    current: usize,
}

impl Calls {
    fn of(module: &Module) -> Self {
        let mut calls = Self::default();
        for (id, local) in module.funcs.iter_local() {
            calls.current = id.index();
            calls.from.insert(calls.current, BTreeSet::new());
            ir::dfs_in_order(&mut calls, local, local.entry_block());
        }
        calls
    }

    fn all(&self) -> impl Iterator<Item = (usize, usize)> {
        let all = self.from.iter();
        all.flat_map(|(from, to)| to.iter().map(|to| (*from, *to)))
    }

    /// What is reached from `roots` by calls, as far as `enters` lets it.
    fn reach(
        &self,
        roots: impl Iterator<Item = usize>,
        enters: &dyn Fn(usize) -> bool,
    ) -> BTreeSet<usize> {
        let mut open: Vec<usize> = roots.filter(|index| enters(*index)).collect();
        let mut reached: BTreeSet<usize> = open.iter().copied().collect();
        while let Some(index) = open.pop() {
            for &to in self.from.get(&index).into_iter().flatten() {
                if enters(to) && reached.insert(to) {
                    open.push(to);
                }
            }
        }
        reached
    }
}

impl<'instr> Visitor<'instr> for Calls {
    fn visit_instr(&mut self, instr: &'instr Instr, _: &'instr InstrLocId) {
        match instr {
            Instr::Call(Call { func }) => {
                let to = self.from.entry(self.current).or_default();
                to.insert(func.index());
            }
            Instr::RefFunc(RefFunc { func }) | Instr::ReturnCall(ReturnCall { func }) => {
                self.referred.insert(func.index());
            }
            _ => {}
        }
    }
}
