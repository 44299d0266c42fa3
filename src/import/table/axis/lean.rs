//! What the names of one side look like: states or operations, in English and in scripts whose
//! endings tell.

use super::super::text;
use super::super::words::{Idea, words};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lean {
    State,
    Operation,
}

const STATES: &[&str] = &[
    "active",
    "inactive",
    "idle",
    "ready",
    "busy",
    "offline",
    "online",
    "failure",
    "error",
    "down",
    "up",
    "new",
    "draft",
    "final",
    "unknown",
    "off",
    "on",
    "available",
    "unavailable",
    "alive",
    "dead",
    "asleep",
    "awake",
    "full",
    "empty",
    "live",
    "complete",
    "open",
    "transit",
    "review",
    "standby",
    "sleep",
    "initial",
    "present",
    "absent",
    "valid",
    "invalid",
    "healthy",
    "unhealthy",
    "faulty",
    "broken",
    "shut",
    "frozen",
    "hidden",
    "visible",
    "degraded",
    "degr",
    "uninitialized",
    "limbo",
    "hold",
    "progress",
];
/// Words that look like those of states, and mostly are not.
const NO_STATES: &[&str] = &[
    "advanced",
    "limited",
    "unlimited",
    "managed",
    "shared",
    "dedicated",
    "registered",
    "authenticated",
    "signed",
    "embedded",
    "hosted",
    "licensed",
    "extended",
    "pricing",
    "billing",
    "training",
    "hosting",
    "logging",
    "reporting",
    "monitoring",
    "networking",
    "computing",
    "messaging",
    "caching",
    "scaling",
    "testing",
    "editing",
    "sharing",
    "scheduling",
    "routing",
    "tracing",
    "tracking",
    "hed",
    "red",
    "bed",
    "marketing",
    "accounting",
    "engineering",
    "thing",
    "string",
    "ping",
    "king",
    "feed",
    "speed",
    "need",
    "seed",
    "bring",
    "sing",
    "ring",
    "spring",
    "embed",
    "proceed",
    "reviewing",
    "trusted",
    "privileged",
];
/// Participles that do not end as others do.
const PARTICIPLES: &[&str] = &[
    "sent",
    "paid",
    "built",
    "lost",
    "sold",
    "held",
    "kept",
    "left",
    "shut",
    "done",
    "begun",
    "broken",
    "chosen",
    "drawn",
    "driven",
    "fallen",
    "forgotten",
    "frozen",
    "given",
    "gone",
    "grown",
    "hidden",
    "known",
    "risen",
    "seen",
    "shown",
    "stolen",
    "taken",
    "thrown",
    "torn",
    "withdrawn",
    "woken",
    "worn",
    "written",
    "bound",
    "bought",
    "brought",
    "caught",
    "found",
    "spent",
    "split",
    "unpaid",
    "undone",
    "unsent",
    "rebuilt",
    "spun",
    "sunk",
    "lit",
    "met",
    "overdue",
];
const OPERATIONS: &[&str] = &[
    "start",
    "stop",
    "restart",
    "suspend",
    "resume",
    "delete",
    "create",
    "update",
    "cancel",
    "pause",
    "edit",
    "read",
    "write",
    "close",
    "connect",
    "disconnect",
    "send",
    "receive",
    "submit",
    "approve",
    "reject",
    "publish",
    "enable",
    "disable",
    "backup",
    "restore",
    "scale",
    "print",
    "play",
    "run",
    "kill",
    "remove",
    "add",
    "get",
    "set",
    "put",
    "post",
    "reset",
    "retry",
    "rename",
    "move",
    "copy",
    "deploy",
    "configure",
    "attach",
    "detach",
    "lock",
    "unlock",
    "ship",
    "pay",
    "refund",
    "return",
    "shutdown",
    "reboot",
    "terminate",
    "launch",
    "archive",
    "assign",
    "upgrade",
    "change",
    "open",
    "insert",
    "eject",
    "view",
    "download",
    "upload",
    "export",
    "import",
    "rebuild",
    "resize",
    "snapshot",
    "deallocate",
    "migrate",
    "accept",
    "decline",
    "reopen",
    "resolve",
    "merge",
    "seek",
    "prepare",
    "release",
    "stage",
    "drain",
    "fail",
    "abort",
    "commit",
    "rollback",
    "activate",
    "deactivate",
    "register",
    "login",
    "logout",
    "call",
    "dial",
    "answer",
    "hang",
    "power",
    "turn",
    "switch",
    "withdraw",
    "renew",
    "capture",
    "void",
    "save",
];

/// How many words all names begin with and have more: `docker start`, `docker stop`.
fn shared_words(names: &[Vec<String>]) -> usize {
    let (Some(one), Some(more)) = (names.first(), names.get(1..)) else {
        return 0;
    };
    let shortest = names.iter().map(Vec::len).min().unwrap_or(0);
    let all = |&at: &usize| more.iter().all(|name| name.get(at) == one.get(at));
    match more.len() {
        0 => 0,
        _ => (0..shortest.saturating_sub(1)).take_while(all).count(),
    }
}

/// What most names of a side look like.
pub(super) fn lean(names: &[String]) -> Option<Lean> {
    let (mut states, mut operations, mut failed) = (0_usize, 0_usize, false);
    let parts: Vec<_> = names.iter().map(|name| text::words(name)).collect();
    let shared = shared_words(&parts);
    for (name, parts) in names.iter().zip(&parts) {
        let parts = parts.get(shared..).unwrap_or_default();
        let first = parts.first().map_or("", String::as_str);
        let last = parts.last().map_or("", String::as_str);
        let known = |list: &[&str], word: &str| list.contains(&word);
        let form = |word: &str| {
            known(PARTICIPLES, word)
                || word.len() > 4
                    && (word.ends_with("ed") || word.ends_with("ing"))
                    && !known(NO_STATES, word)
        };
        let fails = words().has(Idea::Failed, name) && first != "fail";
        failed |= fails;
        let statelike = words().has(Idea::Statelike, name) || fails;
        // `Open` is a state as well as an operation.
        if parts.len() == 1 && first == "open" {
            continue;
        }
        if known(OPERATIONS, first) && !form(last) && parts.len() < 4 && first != "open" {
            operations += 1;
        } else if form(first)
            || form(last)
            || known(STATES, first)
            || known(STATES, last)
            || statelike
        {
            states += 1;
        } else if known(OPERATIONS, first) {
            operations += 1;
        }
    }
    // A state of failure stands beside no roles and no editions.
    let share = if failed { 3 } else { 2 };
    if states > operations && states.saturating_mul(share) >= names.len() {
        Some(Lean::State)
    } else if operations > states && operations.saturating_mul(3) >= names.len() {
        Some(Lean::Operation)
    } else {
        None
    }
}
