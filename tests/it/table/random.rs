//! Random charts, written as tables of every shape: each is read as the same chart, or refused.
//!
//! `RANDOM_TABLES=20 WRONG=1 cargo test --test it table::random -- --nocapture` tries twenty times as many, and
//! shows what is read wrongly.

mod dice;
mod language;
mod names;
mod page;
mod shapes;
mod truth;

use super::html::read_html;
use super::sample::{Facts, letters};
use dice::Dice;
use language::Language;
use page::Habit;
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestRng, TestRunner};
use shapes::{Writer, Written};
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use truth::Truth;

fn write(dice: &mut Dice, tricky: bool, english: bool) -> Written {
    let languages = Language::all();
    let language = if english {
        0
    } else {
        dice.below(languages.len())
    };
    let truth = Truth::any(dice, tricky);
    let habit = Habit::any(dice);
    Writer {
        language: languages[language].clone(),
        truth,
        habit,
        dice,
    }
    .write()
}

/// What of a chart is not as it was written.
fn difference(expect: &Facts, seen: &Facts) -> Option<String> {
    let has = |known: &BTreeMap<String, String>, key: &String, text: &String| {
        known
            .get(key)
            .is_some_and(|known| letters(known).contains(&letters(text)))
    };
    let conditions = expect.conditional.keys().eq(seen.conditional.keys())
        && expect
            .conditional
            .iter()
            .all(|(key, text)| has(&seen.conditional, key, text));
    let notes = expect
        .notes
        .iter()
        .all(|(key, text)| has(&seen.notes, key, text));
    let same = expect.states == seen.states
        && expect.operations == seen.operations
        && expect.allowed == seen.allowed
        && expect.next == seen.next;
    let lines = |facts: &Facts| -> BTreeSet<String> {
        format!("{facts:#?}").lines().map(str::to_owned).collect()
    };
    let (expect, seen) = (lines(expect), lines(seen));
    let (missing, further): (Vec<_>, Vec<_>) = (
        expect.difference(&seen).collect(),
        seen.difference(&expect).collect(),
    );
    (!(conditions && notes && same))
        .then(|| format!("missing: {missing:#?}\nfurther: {further:#?}"))
}

/// Reads `cases` charts; how many of each shape were read, and refused.
fn check(
    cases: u32,
    seed: u8,
    tricky: bool,
    english: bool,
) -> BTreeMap<&'static str, (usize, usize)> {
    let more = std::env::var("RANDOM_TABLES").map_or(1, |more| more.parse().unwrap());
    let config = Config {
        cases: cases * more,
        failure_persistence: None,
        max_shrink_iters: 400,
        ..Config::default()
    };
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[seed; 32]);
    let mut runner = TestRunner::new_with_rng(config, rng);
    let counts = RefCell::new(BTreeMap::new());
    let run = |mut dice: Dice| {
        let written = write(&mut dice, tricky, english);
        let mut counts = counts.borrow_mut();
        let (read, refused) = counts.entry(written.shape).or_insert((0_usize, 0_usize));
        match read_html(&written.html) {
            Ok(reading) => {
                *read += 1;
                match difference(&written.facts, &Facts::of(&reading.chart)) {
                    Some(difference) if std::env::var_os("WRONG").is_some() => {
                        println!(
                            "WRONG {}\n{}\n{difference}\n=====",
                            written.shape, written.html
                        );
                        Ok(())
                    }
                    Some(difference) => Err(TestCaseError::fail(format!(
                        "{}\n{difference}",
                        written.html
                    ))),
                    None => Ok(()),
                }
            }
            Err(problems) => {
                *refused += 1;
                if std::env::var_os("REFUSED").is_some() {
                    println!("{}: {}\n{}\n", written.shape, problems[0], written.html);
                }
                Ok(())
            }
        }
    };
    if let Err(error) = runner.run(&Dice::any(), run) {
        panic!("{error}");
    }
    println!("{:?}", counts.borrow());
    counts.into_inner()
}

fn assert_most_are_read(counts: &BTreeMap<&'static str, (usize, usize)>, percent: usize) {
    for (shape, (read, refused)) in counts {
        assert!(
            read * 100 >= (read + refused) * percent,
            "{shape}: {read} read, {refused} refused"
        );
    }
}

#[test]
fn random_tables_in_english_come_back() {
    assert_most_are_read(&check(400, 1, false, true), 90);
}

#[test]
fn random_tables_in_all_languages_come_back_or_are_refused() {
    assert_most_are_read(&check(400, 2, false, false), 60);
}

#[test]
fn random_tables_with_tricky_names_come_back_or_are_refused() {
    assert_most_are_read(&check(400, 3, true, true), 30);
}
