//! Whom a store asks before an operation begins.
#![allow(
    clippy::unwrap_used,
    reason = "a test that finds no such name has failed"
)]

use super::*;
use crate::chart::{Draft, DraftGroup, DraftName, DraftRow, Permission};

/// A store of a door that is open. It may be closed, and, under a condition, be locked.
fn door() -> Store {
    let row = |state: &str, permissions: Vec<Permission>| DraftRow {
        states: vec![DraftName::new(state)],
        permissions,
        notes: Vec::new(),
    };
    let (yes, no) = (Permission::Allowed, Permission::Refused);
    let maybe = Permission::Conditional("with a key".into());
    let draft = Draft {
        groups: vec![DraftGroup {
            title: String::new(),
            operations: ["Open", "Close", "Lock"].map(DraftName::new).into(),
        }],
        rows: vec![
            row("Ajar", vec![no.clone(), yes.clone(), maybe]),
            row("Shut", vec![yes, no]),
        ],
        ..Draft::default()
    };
    let chart = Rc::new(Chart::new(draft).unwrap());
    let start = chart.start();
    Store::new(chart, start, 0)
}

#[test]
fn the_host_is_asked_before_what_may_begin_and_not_before_what_is_refused() {
    let store = door();
    let asked = Rc::new(RefCell::new(Vec::new()));
    let causes = Rc::clone(&asked);
    store.guard(move |cause, _| {
        causes.borrow_mut().push(cause);
        Gate::Hold
    });
    let named = |name: &str| {
        let operation = store.session().chart().operation_named(name);
        Cause::Operation(operation.unwrap())
    };
    let (open, close, lock) = (named("Open"), named("Close"), named("Lock"));
    for (cause, condition_met) in [(open, false), (open, true), (lock, false)] {
        assert!(matches!(
            store.begin(cause, condition_met, None),
            Err(Some(_))
        ));
        assert!(asked.borrow().is_empty(), "{cause:?} {condition_met}");
    }
    assert!(store.begin(lock, true, None).is_ok());
    assert_eq!(*asked.borrow(), [lock]);
    for condition_met in [false, true] {
        let refusal = store.begin(close, condition_met, None);
        assert_eq!(refusal, Err(Some(Refusal::Busy(close, lock))));
        assert_eq!(*asked.borrow(), [lock]);
    }
}
