//! Coverage-guided tests. What each target holds is in `target`, which the tests on the host share.

mod table;
// By its path, as the tests on the host have it: the modules in it are then beside it.
#[path = "target.rs"]
mod target;

/// Gives `bytes` to the target of this name, which panics where a law is broken.
///
/// # Panics
///
/// Where a law is broken, and where no target has the name.
pub fn run(name: &str, bytes: &[u8]) {
    let target = target::ALL.iter().find(|(known, _)| *known == name);
    let (_, run) = target.expect("it is one of the targets");
    run(bytes);
}
