//! Short names for what the wasm and its glue take from each other.
//!
//! wasm-bindgen calls each import and export by a long name with a hash in it. Nobody else reads
//! those names, hashes do not compress, and each stands in both files: together 3 KB of what every
//! reader downloads.

use anyhow::{Context, Result, bail, ensure};
use std::collections::{HashMap, HashSet};
use std::path::Path;

/// Renames in both files of `folder`.
pub(crate) fn shorten(folder: &Path, name: &str) -> Result<()> {
    let wasm_file = folder.join(format!("{name}_bg.wasm"));
    let glue_file = folder.join(format!("{name}.js"));
    let wasm = std::fs::read(&wasm_file).with_context(|| format!("{}", wasm_file.display()))?;
    let glue =
        std::fs::read_to_string(&glue_file).with_context(|| format!("{}", glue_file.display()))?;
    let (wasm, glue) = renamed(&wasm, &glue)?;
    std::fs::write(wasm_file, wasm)?;
    std::fs::write(glue_file, glue)?;
    Ok(())
}

/// The glue without the functions that it has for imports of the module, and that the module does
/// not import: what it was made for is gone from there.
fn without_idle(glue: &str, imported: &HashSet<String>) -> String {
    let mut left = String::new();
    let mut idle = false;
    for line in glue.split_inclusive('\n') {
        // The fields of the objects of imports stand at this depth, and nothing else called so.
        let field = line.strip_prefix("        ");
        let name = field.and_then(|field| field.split_once(": function(")?.0.into());
        idle |= name.is_some_and(|name: &str| name.starts_with("__wb") && !imported.contains(name));
        if !idle {
            left += line;
        }
        idle &= !field.is_some_and(|field| field.starts_with('}'));
    }
    left
}

/// The module and its glue, with short names for all that both call by a name of wasm-bindgen's.
fn renamed(wasm: &[u8], glue: &str) -> Result<(Vec<u8>, String)> {
    let mut known = HashSet::new();
    rewrite(wasm, &mut |name| {
        known.insert(name.to_owned());
        name.to_owned()
    })?;
    let glue = &without_idle(glue, &known);
    let in_glue: HashSet<&str> = words(glue).collect();
    known.retain(|name| {
        let is_long = name.starts_with("__wb") || name.starts_with("wasm_bindgen");
        is_long && in_glue.contains(name.as_str())
    });
    // In one order, so that the same source makes the same files.
    let mut order: Vec<String> = known.into_iter().collect();
    order.sort();
    let free = (0..)
        .map(short)
        .filter(|name| !in_glue.contains(name.as_str()));
    let names: HashMap<String, String> = order.into_iter().zip(free).collect();
    let new = |name: &str| names.get(name).map_or(name, String::as_str).to_owned();
    let wasm = rewrite(wasm, &mut |name| new(name))?;
    let mut text = String::new();
    for word in words(glue) {
        text += &new(word);
    }
    Ok((wasm, text))
}

/// A name of letters: `a`, `b`, …, `z`, `aa`, …
fn short(mut number: usize) -> String {
    let mut name = String::new();
    loop {
        name.insert(0, char::from(b'a' + (number % 26) as u8));
        match (number / 26).checked_sub(1) {
            Some(rest) => number = rest,
            None => return name,
        }
    }
}

/// The text cut into identifiers and what stands between them.
pub(crate) fn words(text: &str) -> impl Iterator<Item = &str> {
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '$';
    let mut rest = text;
    std::iter::from_fn(move || {
        let first = is_name(rest.chars().next()?);
        let end = rest.find(|c| is_name(c) != first).unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        rest = after;
        Some(word)
    })
}

/// The module with each name of an import or export as `rename` says.
fn rewrite(wasm: &[u8], rename: &mut dyn FnMut(&str) -> String) -> Result<Vec<u8>> {
    let mut module = Reader(wasm);
    let mut out = module.take(8)?.to_vec();
    ensure!(out == b"\0asm\x01\0\0\0", "not a wasm module");
    while !module.0.is_empty() {
        let id = module.byte()?;
        let size = module.number()?;
        let body = module.take(size)?;
        let body = match id {
            2 => section(body, true, rename)?,
            7 => section(body, false, rename)?,
            _ => body.to_vec(),
        };
        out.push(id);
        put(&mut out, body.len());
        out.extend(body);
    }
    Ok(out)
}

/// The import section, or the export section.
fn section(body: &[u8], imports: bool, rename: &mut dyn FnMut(&str) -> String) -> Result<Vec<u8>> {
    let mut body = Reader(body);
    let mut out = Vec::new();
    let count = body.number()?;
    put(&mut out, count);
    for _ in 0..count {
        if imports {
            let module = body.name()?;
            put(&mut out, module.len());
            out.extend(module.bytes());
        }
        let name = rename(body.name()?);
        put(&mut out, name.len());
        out.extend(name.bytes());
        let before = body.0;
        let kind = body.byte()?;
        match (imports, kind) {
            (false, _) | (true, 0) => drop(body.number()?),
            (true, 1) => {
                body.byte()?;
                body.limits()?;
            }
            (true, 2) => body.limits()?,
            (true, 3) => drop(body.take(2)?),
            _ => bail!("an import of the unknown kind {kind}"),
        }
        let read = before.len() - body.0.len();
        out.extend(before.iter().take(read));
    }
    ensure!(body.0.is_empty(), "a section that goes on after its end");
    Ok(out)
}

/// What is left to read.
struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn take(&mut self, count: usize) -> Result<&'a [u8]> {
        let (taken, rest) = self
            .0
            .split_at_checked(count)
            .context("a module that ends early")?;
        self.0 = rest;
        Ok(taken)
    }

    fn byte(&mut self) -> Result<u8> {
        self.take(1)?
            .first()
            .copied()
            .context("a module that ends early")
    }

    fn number(&mut self) -> Result<usize> {
        let mut number = 0;
        for shift in (0..32).step_by(7) {
            let byte = self.byte()?;
            number |= usize::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Ok(number);
            }
        }
        bail!("a number that does not end")
    }

    fn name(&mut self) -> Result<&'a str> {
        let size = self.number()?;
        Ok(std::str::from_utf8(self.take(size)?)?)
    }

    fn limits(&mut self) -> Result<()> {
        let flags = self.number()?;
        self.number()?;
        if flags & 1 != 0 {
            self.number()?;
        }
        Ok(())
    }
}

fn put(out: &mut Vec<u8>, mut number: usize) {
    while number > 0x7f {
        out.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_both_call_by_a_long_name_gets_a_short_one_and_all_else_stays() -> Result<()> {
        // One import of a function, one of a table, one export of a function, one of the memory.
        let module = |import: &str, export: &str| {
            let mut imports = vec![2, 1, b'm'];
            put(&mut imports, import.len());
            imports.extend(import.bytes());
            imports.extend([0, 0, 1, b'm', 1, b't', 1, 0x6f, 1, 0, 9]);
            let mut exports = vec![2];
            put(&mut exports, export.len());
            exports.extend(export.bytes());
            exports.extend([0, 0, 6]);
            exports.extend(b"memory");
            exports.extend([2, 0]);
            let mut wasm = b"\0asm\x01\0\0\0".to_vec();
            for (id, body) in [(1, vec![1, 0x60, 0, 0]), (2, imports), (7, exports)] {
                wasm.push(id);
                put(&mut wasm, body.len());
                wasm.extend(body);
            }
            wasm
        };
        let long = module("__wbg_a_0123456789abcdef", "__wbindgen_malloc");
        let glue =
            "({ __wbg_a_0123456789abcdef: a }); wasm.__wbindgen_malloc(1); wasm.memory; __wbg_b;";
        let (wasm, glue) = renamed(&long, glue)?;
        assert_eq!(glue, "({ b: a }); wasm.c(1); wasm.memory; __wbg_b;");
        assert_eq!(wasm, module("b", "c"));
        let kept = module("__wbg_gone", "attach");
        assert_eq!(renamed(&kept, "wasm.attach()")?.0, kept);
        Ok(())
    }

    #[test]
    fn what_the_glue_has_for_imports_that_are_gone_goes() {
        let glue = "const import0 = {\n        __wbg_a_1: function(arg0) {\n            if (arg0) {\n            }\n        },\n        \
            __wbg_b_2: function() { return handleError(function (arg0) {\n            arg0();\n        }, arguments); },\n        \
            __wbg_c_3: function() {\n        },\n};\n";
        let imported = HashSet::from(["__wbg_c_3".to_owned()]);
        let left = "const import0 = {\n        __wbg_c_3: function() {\n        },\n};\n";
        assert_eq!(without_idle(glue, &imported), left);
        let all = ["__wbg_a_1", "__wbg_b_2", "__wbg_c_3"].map(str::to_owned);
        assert_eq!(without_idle(glue, &HashSet::from(all)), glue);
    }

    #[test]
    fn short_names_differ() {
        assert_eq!(
            [0, 25, 26, 701, 702].map(short),
            ["a", "z", "aa", "zz", "aaa"]
        );
    }

    #[test]
    fn what_is_no_module_is_an_error() {
        for bytes in [&b""[..], b"hello, world", b"\0asm\x01\0\0\0\x02\x05\x01"] {
            assert!(renamed(bytes, "").is_err());
        }
    }
}
