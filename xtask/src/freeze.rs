//! Runs a function of a module before it is shipped, and ships the memory that it leaves.
//!
//! What is the same on every page need not be worked out on every page, and the code that does
//! need not be there. The function must ask for nothing outside, and be done once for all.

use crate::split::read;
use anyhow::{Context, Result, bail, ensure};
use std::path::Path;
use walrus::{ConstExpr, DataKind, ir::Value};
use xshell::{Shell, cmd};

/// A run of zeros as long as this is worth a segment of its own.
const GAP: usize = 16;

const PAGE: usize = 65_536;

/// How many pages the function may want for itself.
const MORE: u64 = 3;

/// Writes the memory of a module to a file once a function has run: `RUN MODULE FUNCTION FILE`.
const RUN: &str = "const fs = require('fs'); const [, path, name, out] = process.argv; \
    const module = new WebAssembly.Module(fs.readFileSync(path)); const imports = {}; \
    for (const { module: from, name, kind } of WebAssembly.Module.imports(module)) { \
      if (kind !== 'function') throw new Error('it imports a ' + kind); \
      (imports[from] ??= {})[name] = () => { throw new Error('it calls ' + name); }; } \
    const { exports } = new WebAssembly.Instance(module, imports); exports[name](); \
    fs.writeFileSync(out, new Uint8Array(exports.memory.buffer));";

/// The module with the memory that `function` leaves, and without its export. What is below
/// `floor` in memory is the stack, on which nothing lives between calls.
pub(crate) fn freeze(sh: &Shell, wasm: &[u8], function: &str, floor: usize) -> Result<Vec<u8>> {
    let work = sh.create_temp_dir()?;
    let (file, out) = (work.path().join("module.wasm"), work.path().join("memory"));
    sh.write_file(&file, bounded(wasm)?)?;
    cmd!(sh, "node -e {RUN} {file} {function} {out}")
        .quiet()
        .run()
        .with_context(|| format!("`{function}` cannot be run before shipping"))?;
    let memory = std::fs::read(Path::new(&out))?;
    replace(wasm, function, &memory, floor)
}

/// The module with little more memory than it begins with: it may want to see the end of it.
fn bounded(wasm: &[u8]) -> Result<Vec<u8>> {
    let mut module = read(wasm)?;
    for memory in module.memories.iter_mut() {
        memory.maximum = Some(memory.initial + MORE);
    }
    Ok(module.emit_wasm())
}

fn replace(wasm: &[u8], function: &str, memory: &[u8], floor: usize) -> Result<Vec<u8>> {
    let mut module = read(wasm)?;
    let memories: Vec<_> = module.memories.iter().map(|memory| memory.id()).collect();
    let [id] = memories.as_slice() else {
        bail!("expected a module with one memory");
    };
    let old: Vec<_> = module.data.iter().map(|data| data.id()).collect();
    for data in old {
        let lowest = match module.data.get(data).kind {
            DataKind::Active {
                offset: ConstExpr::Value(Value::I32(offset)),
                ..
            } => offset.cast_unsigned() as usize,
            _ => bail!("expected data that is at a place from the start"),
        };
        ensure!(lowest >= floor, "the stack of the module ends at {lowest}");
        module.data.delete(data);
    }
    let memory_mut = module.memories.get_mut(*id);
    memory_mut.data_segments.clear();
    memory_mut.initial = (memory.len() / PAGE) as u64;
    for (start, run) in runs(memory, floor) {
        let offset = ConstExpr::Value(Value::I32(u32::try_from(start)?.cast_signed()));
        let kind = DataKind::Active {
            memory: *id,
            offset,
        };
        let data = module.data.add(kind, run.to_vec());
        module.memories.get_mut(*id).data_segments.insert(data);
    }
    module
        .exports
        .remove(function)
        .with_context(|| format!("the module does not export `{function}`"))?;
    walrus::passes::gc::run(&mut module);
    Ok(module.emit_wasm())
}

/// What is not zero in `memory` from `floor` on, each run with its place.
fn runs(memory: &[u8], floor: usize) -> Vec<(usize, &[u8])> {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    let set = memory.iter().enumerate().skip(floor);
    for (place, _) in set.filter(|(_, byte)| **byte != 0) {
        match runs.last_mut() {
            Some((_, end)) if place - *end < GAP => *end = place + 1,
            _ => runs.push((place, place + 1)),
        }
    }
    runs.into_iter()
        .filter_map(|(start, end)| Some((start, memory.get(start..end)?)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use walrus::{FunctionBuilder, Module, ir::MemArg, ir::StoreKind};

    /// A module whose `ready` writes 7 where it finds 0, and 9 where it finds anything else.
    fn module() -> Vec<u8> {
        let mut module = Module::default();
        let memory = module.memories.add_local(false, false, 1, None, None);
        module.exports.add("memory", memory);
        let place = MemArg {
            align: 4,
            offset: 0,
        };
        let mut made = FunctionBuilder::new(&mut module.types, &[], &[]);
        made.name("ready".to_owned());
        let mut body = made.func_body();
        body.i32_const(256)
            .i32_const(9)
            .i32_const(7)
            .i32_const(256)
            .load(memory, walrus::ir::LoadKind::I32 { atomic: false }, place)
            .select(None)
            .store(memory, StoreKind::I32 { atomic: false }, place)
            // What is on the stack is of no use to anybody.
            .i32_const(8)
            .i32_const(-1)
            .store(memory, StoreKind::I32 { atomic: false }, place);
        let id = made.finish(Vec::new(), &mut module.funcs);
        module.exports.add("ready", id);
        module.exports.add("again", id);
        module.emit_wasm()
    }

    #[test]
    fn a_module_begins_where_the_function_has_left_it() -> Result<()> {
        let sh = Shell::new()?;
        let frozen = freeze(&sh, &module(), "ready", 64)?;
        let module = Module::from_buffer(&frozen)?;
        assert!(!module.exports.iter().any(|export| export.name == "ready"));
        let data: Vec<_> = module.data.iter().map(|data| data.value.clone()).collect();
        assert_eq!(data, [vec![7]]);
        // It goes on from there, and does not begin anew.
        let error = freeze(&sh, &frozen, "ready", 64).err();
        let error = error.map(|error| error.to_string());
        assert_eq!(
            error.as_deref(),
            Some("`ready` cannot be run before shipping")
        );
        let further = freeze(&sh, &frozen, "again", 64)?;
        let further = Module::from_buffer(&further)?;
        let data: Vec<_> = further.data.iter().map(|data| data.value.clone()).collect();
        assert_eq!(data, [vec![9]]);
        Ok(())
    }

    #[test]
    fn short_gaps_stay_in_a_run() {
        let mut memory = vec![0; 100];
        for place in [3, 40, 50, 80] {
            if let Some(byte) = memory.get_mut(place) {
                *byte = 1;
            }
        }
        let places: Vec<_> = runs(&memory, 8)
            .into_iter()
            .map(|(place, run)| (place, run.len()))
            .collect();
        assert_eq!(places, [(40, 11), (80, 1)]);
    }
}
