//! The targets of fuzz/, on the host: the corpus, and seeded changes of it. `cargo xtask fuzz` looks further, by
//! what code an input reaches.

#[path = "../../fuzz/src/target.rs"]
mod target;

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

/// How many changed inputs each target is given; all targets together take some seconds.
const CHANGED: usize = 150;

/// What an input may get at any place.
const WORDS: [&str; 24] = [
    "|",
    "\n",
    "---\n",
    "✓",
    "yes",
    "no",
    "<td>",
    "</tr>",
    "<table>",
    "rowspan=0",
    "\"",
    "\\",
    ";",
    "!",
    ">",
    "@",
    "?",
    "/",
    "&",
    "%",
    "\u{1}",
    "\u{202e}",
    "\u{fffd}",
    "__proto__",
];

/// Numbers that are the same for the same seed.
struct Seeded(u64);

impl Seeded {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % end.max(1) as u64) as usize
    }
}

/// The inputs of a target: its own, and what other tests read. `cargo xtask fuzz` begins with the same.
fn corpus(name: &str) -> Vec<Vec<u8>> {
    let own = format!("fuzz/corpus/{name}");
    let folders = match name {
        "json" => vec![own, "tests/consumers/charts".to_owned()],
        "html" => vec![own, "tests/tables".to_owned()],
        _ => vec![own],
    };
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let files = folders
        .iter()
        .flat_map(|folder| fs::read_dir(root.join(folder)).unwrap());
    let mut files: Vec<_> = files.map(|file| file.unwrap().path()).collect();
    files.retain(|file| file.is_file());
    files.sort();
    assert!(!files.is_empty(), "{name} has no corpus");
    files.iter().map(|file| fs::read(file).unwrap()).collect()
}

/// One input with a few changes: bytes cut, doubled, exchanged, taken from another input, or words put in.
fn changed(inputs: &[Vec<u8>], seeded: &mut Seeded) -> Vec<u8> {
    let mut bytes = inputs[seeded.below(inputs.len())].clone();
    for _ in 0..=seeded.below(4) {
        let at = seeded.below(bytes.len());
        let end = (at + 1 + seeded.below(16)).min(bytes.len());
        let new = match seeded.below(5) {
            0 => Vec::new(),
            1 => [&bytes[at..end], &bytes[at..end]].concat(),
            2 => vec![seeded.below(256) as u8],
            3 => {
                let other = &inputs[seeded.below(inputs.len())];
                let from = seeded.below(other.len());
                other[from..(from + 1 + seeded.below(64)).min(other.len())].to_vec()
            }
            _ => WORDS[seeded.below(WORDS.len())].into(),
        };
        bytes.splice(at..end, new);
    }
    bytes
}

fn holds(name: &str) {
    let (_, run) = target::ALL
        .iter()
        .find(|(known, _)| *known == name)
        .unwrap();
    let inputs = corpus(name);
    let try_it = |bytes: &[u8], what: &str| {
        let done = catch_unwind(AssertUnwindSafe(|| run(bytes)));
        assert!(
            done.is_ok(),
            "{name} is broken by {what}: {:?}",
            String::from_utf8_lossy(bytes)
        );
    };
    for input in &inputs {
        try_it(input, "its corpus");
    }
    let seed = std::env::var("FUZZ_SEED")
        .ok()
        .and_then(|seed| seed.parse().ok())
        .unwrap_or(1);
    let mut seeded = Seeded(0x9e37_79b9_7f4a_7c15 ^ seed);
    for number in 0..CHANGED {
        try_it(
            &changed(&inputs, &mut seeded),
            &format!("change {number} of seed {seed}"),
        );
    }
}

#[test]
fn json_texts_are_read_or_refused_whatever_is_in_them() {
    holds("json");
}

#[test]
fn grids_of_cells_are_read_or_refused_whatever_is_in_them() {
    holds("grid");
}

#[test]
fn pages_are_read_or_refused_whatever_is_in_them() {
    holds("html");
}

#[test]
fn fragments_of_addresses_are_read_or_refused_and_keep_what_is_of_others() {
    holds("fragment");
}

#[test]
fn saved_sessions_are_read_or_refused_whatever_is_in_them() {
    holds("session");
}

#[test]
fn exports_are_what_readers_of_their_formats_find_whatever_is_in_the_names() {
    holds("exports");
}

#[test]
fn each_target_is_a_program_of_cargo_fuzz() {
    let programs = include_str!("../../fuzz/Cargo.toml");
    for (name, _) in target::ALL {
        assert!(
            programs.contains(&format!("path = \"fuzz_targets/{name}.rs\"")),
            "{name}"
        );
    }
}
