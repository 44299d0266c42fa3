//! A walk on a store without time.
#![allow(
    clippy::unwrap_used,
    reason = "a test that finds no such name has failed"
)]

use super::*;
use crate::chart::{Chart, StateId};
use crate::path::{Goal, Means, Toward};
use crate::ui::{Action, Gate};
use std::cell::RefCell;
use std::rc::Rc;

fn at(chart: &Chart, name: &str) -> Option<StateId> {
    chart.state_named(name)
}

/// A store, a walk on it from one state to the other, and what the walk hears.
fn walk(from: &str, to: &str) -> (Store, Walk, Rc<RefCell<Vec<Notice>>>) {
    let bytes = include_bytes!(concat!(env!("OUT_DIR"), "/biztalk-services.chart"));
    let chart = Rc::new(Chart::unpack(bytes).unwrap());
    let goal = Goal::At(at(&chart, to));
    let toward = Toward::new(Rc::clone(&chart), goal, Means::default());
    let way = toward.way(at(&chart, from)).unwrap();
    let store = Store::new(Rc::clone(&chart), at(&chart, from), 0);
    let notices = Rc::new(RefCell::new(Vec::new()));
    let listener = {
        let notices = Rc::clone(&notices);
        move |notice: &Notice| notices.borrow_mut().push(notice.clone())
    };
    let walk = Walk::new(&store, way, listener);
    (store, walk, notices)
}

/// Walks until the walk ends.
fn go(store: &Store, walk: &mut Walk, notices: &RefCell<Vec<Notice>>) -> Walked {
    let mut walked = walk.begin(store);
    while walked == Walked::On {
        let notice = notices.borrow_mut().remove(0);
        walked = walk.on_notice(store, &notice);
    }
    walked
}

fn now(store: &Store) -> String {
    let session = store.session();
    session
        .chart()
        .position_name(session.service().state())
        .to_owned()
}

#[test]
fn a_walk_takes_each_step_and_ends_at_the_goal() {
    let (store, mut walk, notices) = walk("Stopped", "Suspended");
    assert_eq!(go(&store, &mut walk, &notices), Walked::There);
    assert_eq!((now(&store).as_str(), walk.taken()), ("Suspended", 2));
    assert_eq!(store.session().history().taken(), 2);
}

#[test]
fn a_walk_stops_at_a_failure() {
    let (store, mut walk, notices) = walk("Stopped", "Suspended");
    store.dispatch(Action::Choose { fails: true });
    notices.borrow_mut().clear();
    let why = "The walk stopped: Start failed: now StartFailed".to_owned();
    assert_eq!(go(&store, &mut walk, &notices), Walked::Stopped(why));
    assert_eq!((now(&store).as_str(), walk.taken()), ("StartFailed", 0));
}

#[test]
fn a_walk_stops_if_the_page_cancels_a_step() {
    let (store, mut walk, notices) = walk("Stopped", "Suspended");
    store.guard(|_, _| Gate::Cancel);
    let why = "The walk stopped: the page cancelled the operation".to_owned();
    assert_eq!(go(&store, &mut walk, &notices), Walked::Stopped(why));
    assert_eq!(now(&store), "Stopped");
}

#[test]
fn a_walk_stops_if_its_step_is_refused() {
    let (store, mut walk, notices) = walk("Stopped", "Suspended");
    let disabled = at(store.session().chart(), "Disabled");
    store.dispatch(Action::Set(disabled));
    notices.borrow_mut().clear();
    let why = "The walk stopped: Operation not allowed".to_owned();
    assert_eq!(go(&store, &mut walk, &notices), Walked::Stopped(why));
}

#[test]
fn a_walk_stops_if_somebody_goes_elsewhere_or_looks_back() {
    let (store, mut walk, notices) = walk("Stopped", "Suspended");
    store.guard(|_, _| Gate::Hold);
    assert_eq!(walk.begin(&store), Walked::On);
    let disabled = at(store.session().chart(), "Disabled");
    store.dispatch(Action::Set(disabled));
    let notice = notices.borrow().last().cloned().unwrap();
    let why = "The walk stopped: Now Disabled".to_owned();
    assert_eq!(walk.on_notice(&store, &notice), Walked::Stopped(why));
    store.dispatch(Action::Undo);
    let notice = notices.borrow().last().cloned().unwrap();
    let why = "The walk stopped: somebody looked back".to_owned();
    assert_eq!(walk.on_notice(&store, &notice), Walked::Stopped(why));
}

#[test]
fn a_walk_hears_no_more_when_it_is_over() {
    let (store, walk, notices) = walk("Stopped", "Suspended");
    drop(walk);
    store.dispatch(Action::Set(None));
    assert!(notices.borrow().is_empty());
}
