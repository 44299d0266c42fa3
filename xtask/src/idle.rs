//! Empties functions that are linked and never called.
//!
//! A library that decides by a value at run time what to do has to bring all that it could do,
//! though a program only ever has some of those values. Who knows that says so, in
//! [`crate::parts`]; here the bodies of such functions go, and with them whatever only they need.
//! A call of one would trap, so the tests of whole pages run on what is shipped.

use crate::parts::Part;
use crate::split::read;
use anyhow::{Result, ensure};
use walrus::{FunctionKind, ir};

/// The module without the bodies of the functions that `idle` names. All keep their names.
pub(crate) fn empty(wasm: &[u8], idle: &Part) -> Result<Vec<u8>> {
    let mut module = read(wasm)?;
    let mut count = 0;
    for function in module.funcs.iter_mut() {
        let named = function.name.as_deref().is_some_and(|name| idle.has(name));
        if let FunctionKind::Local(local) = &mut function.kind
            && named
        {
            let start = local.entry_block();
            let body = local.block_mut(start);
            body.instrs.clear();
            body.instrs
                .push((ir::Unreachable {}.into(), ir::InstrLocId::default()));
            count += 1;
        }
    }
    ensure!(count > 0, "no function is idle: see what parts.rs says");
    Ok(module.emit_wasm())
}

#[cfg(test)]
mod tests {
    use super::*;
    use walrus::{FunctionBuilder, Module, ValType};

    #[test]
    fn what_is_idle_is_empty_and_all_else_stays() -> Result<()> {
        let mut module = Module::default();
        for name in ["idle::draw", "busy::draw"] {
            let mut made = FunctionBuilder::new(&mut module.types, &[], &[ValType::I32]);
            made.name(name.to_owned()).func_body().i32_const(7);
            let id = made.finish(Vec::new(), &mut module.funcs);
            module.exports.add(name, id);
        }
        let idle = Part {
            file: "",
            seeds: &["idle::"],
        };
        let wasm = empty(&module.emit_wasm(), &idle)?;
        let module = Module::from_buffer(&wasm)?;
        let first = |name: &str| {
            let mut local = module.funcs.iter_local();
            let found = local.find(|(id, _)| module.funcs.get(*id).name.as_deref() == Some(name));
            found.map(|(_, local)| local.block(local.entry_block()).instrs.clone())
        };
        assert!(matches!(
            first("idle::draw").unwrap_or_default().as_slice(),
            [(ir::Instr::Unreachable(_), _)]
        ));
        assert!(matches!(
            first("busy::draw").unwrap_or_default().as_slice(),
            [(ir::Instr::Const(_), _)]
        ));
        let none = Part {
            file: "",
            seeds: &["idles::"],
        };
        assert!(empty(&wasm, &none).is_err());
        Ok(())
    }
}
