//! The BizTalk chart as published, written down apart from the data file.

/// The operations, in the order of both tables.
pub(crate) const OPERATIONS: [&str; 9] = [
    "Start",
    "Stop",
    "Restart",
    "Suspend",
    "Resume",
    "Delete",
    "Scale",
    "Update Configuration",
    "Backup",
];

/// The rows: their states, and a letter for each operation that has a check mark.
///
/// The letters stand for Start, stOp, Restart, sUspend, resuMe, Delete, sCale, update conFiguration, Backup.
pub(crate) const ROWS: [(&str, &str); 12] = [
    ("Active", "ORUDCFB"),
    ("Disabled", "D"),
    ("Suspended", "MDB"),
    ("Stopped", "SRDB"),
    ("Service Update Failed", "D"),
    ("DisableFailed", "D"),
    ("EnableFailed", "D"),
    ("StartFailed,StopFailed,RestartFailed", "SORDF"),
    ("SuspendedFailed,ResumeFailed", "UMD"),
    ("CreatedFailed,RestoreFailed", "D"),
    ("ConfigUpdateFailed", "RDF"),
    ("ScaleFailed", "DC"),
];

/// Each state with the operations that are allowed in it.
pub(crate) fn states() -> impl Iterator<Item = (&'static str, Vec<&'static str>)> {
    ROWS.into_iter().flat_map(|(states, marks)| {
        let allowed: Vec<_> = "SORUMDCFB"
            .chars()
            .zip(OPERATIONS)
            .filter(|(letter, _)| marks.contains(*letter))
            .map(|(_, operation)| operation)
            .collect();
        states.split(',').map(move |state| (state, allowed.clone()))
    })
}
