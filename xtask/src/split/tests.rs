//! Small modules are cut, and both halves are run by Node.js.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that meets what it does not expect should stop"
)]

use super::*;
use std::process::Command;
use walrus::ir::{BinaryOp, LoadKind, MemArg};
use walrus::{FunctionBuilder, InstrSeqBuilder, RefType, ValType::I32};

const WAYS: Part = Part {
    file: "ways",
    seeds: &["chart::path::"],
};
const ROUTES: Part = Part {
    file: "routes",
    seeds: &["chart::route::"],
};

/// A function from number to number: its body, then a digit after what that gives.
fn function(
    module: &mut Module,
    name: &str,
    digit: i32,
    body: &dyn Fn(&mut InstrSeqBuilder<'_>),
) -> FunctionId {
    let number = module.locals.add(I32);
    let mut function = FunctionBuilder::new(&mut module.types, &[I32], &[I32]);
    function.name(name.to_owned());
    let mut code = function.func_body();
    code.local_get(number);
    body(&mut code);
    code.i32_const(10)
        .binop(BinaryOp::I32Mul)
        .i32_const(digit)
        .binop(BinaryOp::I32Add);
    function.finish(vec![number], &mut module.funcs)
}

/// A function that calls others, one after the other.
fn calls(module: &mut Module, name: &str, digit: i32, of: &[FunctionId]) -> FunctionId {
    function(module, name, digit, &|code| {
        for id in of {
            code.call(*id);
        }
    })
}

/// A module in which everything occurs that a cut goes through.
fn whole() -> Vec<u8> {
    let mut module = Module::default();
    // Not the table of functions, though it comes first.
    module.tables.add_local(false, 4, None, RefType::EXTERNREF);
    let table = module.tables.add_local(false, 4, Some(4), RefType::FUNCREF);
    module.exports.add("table", table);
    let memory = module.memories.add_local(false, false, 1, None, None);
    let kind = walrus::DataKind::Active {
        memory,
        offset: ConstExpr::Value(Value::I32(8)),
    };
    let data = module.data.add(kind, vec![7, 0, 0, 0]);
    module.memories.get_mut(memory).data_segments.insert(data);
    let zero = ConstExpr::Value(Value::I32(0));
    let count = module.globals.add_local(I32, true, false, zero);
    let ty = module.types.add(&[I32], &[I32]);
    let (log, _) = module.add_import_func("js", "log", ty);

    let near = calls(&mut module, "chart::near", 1, &[]);
    let deep = calls(&mut module, "core::deep", 2, &[near]);
    let both = calls(&mut module, "core::both", 3, &[log]);
    let placed = calls(&mut module, "<chart::path::Way>::placed", 4, &[deep]);
    let counts = function(&mut module, "<&chart::path::Way>::counts", 5, &|code| {
        let at = MemArg {
            align: 4,
            offset: 8,
        };
        code.global_get(count)
            .i32_const(1)
            .binop(BinaryOp::I32Add)
            .global_set(count)
            .global_get(count)
            .binop(BinaryOp::I32Add)
            .i32_const(0)
            .load(memory, LoadKind::I32 { atomic: false }, at)
            .binop(BinaryOp::I32Add)
            // The function at place 0 stays.
            .i32_const(0)
            .call_indirect(ty, table);
    });
    let of = [counts, deep, both, log, placed];
    let way = calls(&mut module, "chart::path::way", 6, &of);
    let route = calls(&mut module, "chart::route::route", 7, &[both, way]);
    let pinned = calls(&mut module, "chart::path::pinned", 8, &[]);
    let ways = calls(&mut module, "chart::ways", 9, &[near, way]);
    let routes = calls(&mut module, "chart::routes", 0, &[route, placed]);
    let place = function(&mut module, "chart::place", 0, &|code| {
        // Whatever stands at place 2.
        code.i32_const(2).call_indirect(ty, table);
    });
    for (name, id) in [
        ("near", near),
        ("pinned", pinned),
        ("ways", ways),
        ("routes", routes),
        ("place", place),
    ] {
        module.exports.add(name, id);
    }
    let kind = ElementKind::Active {
        table,
        offset: ConstExpr::Value(Value::I32(0)),
    };
    let run = vec![near, both, placed, ways];
    let segment = module.elements.add(kind, ElementItems::Functions(run));
    let segments = &mut module.tables.get_mut(table).elem_segments;
    segments.insert(segment);
    module.emit_wasm()
}

fn names(wasm: &[u8]) -> Vec<String> {
    let module = read(wasm).unwrap();
    let locals = module.funcs.iter_local();
    let mut names: Vec<_> = locals
        .map(|(id, _)| module.funcs.get(id).name.clone().unwrap())
        .collect();
    names.sort();
    names
}

/// What each export answers, as Node.js tells it, once these parts are there.
fn run(near: &[u8], parts: &[&[u8]]) -> Vec<String> {
    let script = "
        const [near, ...parts] = JSON.parse(process.argv[1]).map((it) => Uint8Array.from(it));
        const instance = (wasm, imports) =>
            new WebAssembly.Instance(new WebAssembly.Module(wasm), imports).exports;
        const first = instance(near, { js: { log: (number) => number + 1 } });
        for (const part of parts) instance(part, { near: first });
        for (const name of ['near', 'pinned', 'place', 'ways', 'routes']) {
            try { console.log(first[name](1)); } catch (error) { console.log(error.name); }
        }";
    let modules: Vec<_> = std::iter::once(near).chain(parts.iter().copied()).collect();
    let modules = serde_json::to_string(&modules).unwrap();
    let said = Command::new("node")
        .args(["-e", script, &modules])
        .output()
        .unwrap();
    let errors = String::from_utf8_lossy(&said.stderr);
    assert!(said.status.success(), "{errors}");
    let said = String::from_utf8(said.stdout).unwrap();
    said.lines().map(str::to_owned).collect()
}

#[test]
fn the_halves_do_together_what_the_whole_did_and_trap_where_one_is_missing() {
    let whole = whole();
    let all = run(&whole, &[]);
    let [near, pinned, place, ways, routes] = all.as_slice() else {
        unreachable!("one line for each export");
    };
    // 1, then what `near`, `deep`, `placed` and `place` put after it.
    assert_eq!([near, pinned, place], ["11", "18", "11240"]);
    assert!(ways.parse::<i32>().is_ok() && routes.parse::<i32>().is_ok());
    let cut = split(&whole, &[WAYS, ROUTES], &|_| true).unwrap();
    let parts: Vec<&[u8]> = cut.parts.iter().map(|part| part.wasm.as_slice()).collect();
    let trap = "RuntimeError";
    assert_eq!(run(&cut.near, &[]), ["11", "18", trap, trap, trap]);
    let some = run(&cut.near, &parts[..1]);
    assert_eq!(some, ["11", "18", place, ways, trap]);
    assert_eq!(run(&cut.near, &parts), all);
    let back: Vec<&[u8]> = parts.into_iter().rev().collect();
    assert_eq!(run(&cut.near, &back), all);
}

#[test]
fn what_only_a_part_reaches_goes_with_it_and_all_else_stays() {
    let cut = split(&whole(), &[WAYS], &|_| true).unwrap();
    let [ways] = cut.parts.as_slice() else {
        unreachable!("one part was asked for");
    };
    let gone = [
        "<&chart::path::Way>::counts",
        "<chart::path::Way>::placed",
        "chart::path::way",
        "core::deep",
    ];
    assert_eq!(names(&ways.wasm), gone);
    assert_eq!(ways.functions, gone.len());
    assert_eq!(
        names(&cut.near),
        [
            "chart::near",
            "chart::path::pinned",
            "chart::place",
            "chart::route::route",
            "chart::routes",
            "chart::ways",
            "core::both",
        ]
    );
    let doors: Vec<_> = { ways.doors.iter() }
        .map(|(from, to)| format!("{from} calls {to}"))
        .collect();
    assert_eq!(
        doors,
        [
            "chart::route::route calls chart::path::way",
            "chart::routes calls <chart::path::Way>::placed",
            "chart::ways calls chart::path::way",
        ]
    );
}

#[test]
fn a_part_takes_only_what_it_uses_and_all_of_it_from_the_first_module() {
    let cut = split(&whole(), &[WAYS, ROUTES], &|_| true).unwrap();
    let near = read(&cut.near).unwrap();
    let mut lent: Vec<_> = near.exports.iter().map(|it| it.name.clone()).collect();
    lent.retain(|name| name.starts_with(|c: char| c.is_ascii_digit()));
    lent.sort();
    let mut taken = BTreeSet::new();
    for part in &cut.parts {
        let part = read(&part.wasm).unwrap();
        assert_eq!(part.data.iter().count() + part.exports.iter().count(), 0);
        for import in part.imports.iter() {
            assert_eq!(import.module, "near");
            taken.insert(import.name.clone());
        }
    }
    assert_eq!(lent, taken.into_iter().collect::<Vec<_>>());
    // Memory, table, counter, what is imported, `near` and `both`.
    assert_eq!(lent.len(), 6);
}

#[test]
fn what_two_parts_need_stays() {
    let mut module = Module::default();
    let table = module.tables.add_local(false, 0, None, RefType::FUNCREF);
    module.exports.add("table", table);
    let deeper = calls(&mut module, "core::deeper", 1, &[]);
    let deep = calls(&mut module, "core::deep", 2, &[deeper]);
    let way = calls(&mut module, "chart::path::way", 3, &[deep]);
    let route = calls(&mut module, "chart::route::route", 4, &[deep]);
    let start = calls(&mut module, "chart::start", 5, &[way, route]);
    module.exports.add("start", start);
    let cut = split(&module.emit_wasm(), &[WAYS, ROUTES], &|_| true).unwrap();
    let parts: Vec<_> = cut.parts.iter().map(|part| names(&part.wasm)).collect();
    assert_eq!(parts, [["chart::path::way"], ["chart::route::route"]]);
    let stay = ["chart::start", "core::deep", "core::deeper"];
    assert_eq!(names(&cut.near), stay);
}

#[test]
fn what_only_an_export_needs_that_nobody_uses_goes_with_it() {
    let known = |name: &str| name != "place" && name != "pinned";
    let cut = split(&whole(), &[WAYS], &known).unwrap();
    let stay = names(&cut.near);
    assert!(!stay.iter().any(|name| name == "chart::place"), "{stay:?}");
    // No export keeps it any more, and nothing else asks for it.
    assert!(!stay.iter().any(|name| name == "chart::path::pinned"));
    let near = read(&cut.near).unwrap();
    let exports: Vec<_> = near.exports.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(exports[..4], ["table", "near", "ways", "routes"]);
}

#[test]
fn without_a_table_of_functions_there_is_an_error() {
    let mut module = Module::default();
    let way = calls(&mut module, "chart::path::way", 1, &[]);
    module.exports.add("way", way);
    let error = split(&module.emit_wasm(), &[WAYS], &|_| true)
        .err()
        .unwrap();
    assert_eq!(
        error.to_string(),
        "a module without a table of functions cannot be cut"
    );
}
