//! Names: looked up, in lower case, and the nearest of them.

use state_chart::chart::{MAX_NAME, Names, is_capital, is_small, lowercase, nearest};

#[test]
fn a_name_is_found_at_its_first_place() {
    let list = ["b", "", "a", "b", "c"];
    let name_at = |place: usize| list.get(place).copied().unwrap_or_default();
    let mut names = Names::new();
    let added = [0, 1, 2, 3, 4].map(|place| names.add(place, &name_at));
    assert_eq!(added, [true, true, true, false, true]);
    let found = ["a", "b", "c", "", "d"].map(|name| names.place(name, &name_at));
    assert_eq!(found, [Some(2), Some(0), Some(4), Some(1), None]);
}

/// The letters that are known: the alphabets of Europe, that of Vietnam, and wide ones.
fn known_letters() -> impl Iterator<Item = char> {
    let alphabets = [
        0x20..0x180,
        0x1a0..0x1a2,
        0x1af..0x1b1,
        0x1f8..0x220,
        0x386..0x3cf,
        0x400..0x460,
        0x482..0x4c0,
        0x4d0..0x530,
        0x531..0x587,
        0x1e00..0x1e96,
        0x1ea0..0x1f00,
        0xff01..0xff5b,
    ];
    alphabets.into_iter().flatten().filter_map(char::from_u32)
}

#[test]
fn lower_case_is_that_of_the_standard_library_in_the_alphabets_of_europe() {
    for letter in known_letters().filter(|letter| !"İς".contains(*letter)) {
        let text = letter.to_string();
        assert_eq!(lowercase(&text), text.to_lowercase(), "{letter}");
    }
    // Of these, the standard library makes two letters and a letter of its own.
    assert_eq!(lowercase("İPTAL ΕΝΕΡΓΟΣ ενεργος"), "iptal ενεργοσ ενεργοσ");
}

#[test]
fn capitals_and_small_letters_are_those_of_the_standard_library() {
    let of_another = |letter: &char| {
        let mut capitals = letter.to_uppercase();
        let capital = capitals.next();
        // Some letters have no capital, or that of another letter.
        capitals.next().is_none()
            && capital.is_some_and(|it| it != *letter && it.to_lowercase().eq([*letter]))
    };
    for letter in known_letters().filter(|letter| *letter != 'ß') {
        assert_eq!(is_capital(letter), letter.is_uppercase(), "{letter}");
        let small = letter.is_lowercase() && of_another(&letter);
        assert_eq!(is_small(letter), small, "{letter}");
    }
    assert!(!is_small('ß') && !is_capital('ß'));
    assert!(!is_small('ت') && !is_capital('停'));
}

#[test]
fn the_nearest_name_is_a_slip_away_and_not_another_word() {
    let names = ["Start", "Stop", "Restart"];
    assert_eq!(nearest("start", names), Some("Start"));
    assert_eq!(nearest("Stpo", names), Some("Stop"));
    assert_eq!(nearest("Restrat", names), Some("Restart"));
    assert_eq!(nearest("Explode", names), None);
    assert_eq!(nearest("", names), None);
    assert_eq!(nearest(&"Start".repeat(1_000_000), names), None);
}

#[test]
fn of_names_that_are_as_near_the_first_is_the_nearest() {
    assert_eq!(nearest("Stat", ["Start", "State"]), Some("Start"));
    assert_eq!(nearest("Stat", ["Status", "State"]), Some("State"));
}

#[test]
fn a_name_that_is_too_long_for_a_chart_may_still_be_a_slip() {
    let known = "a".repeat(MAX_NAME);
    let slip = "a".repeat(2 * MAX_NAME);
    assert_eq!(nearest(&slip, [known.as_str()]), Some(known.as_str()));
    let other = "a".repeat(2 * MAX_NAME + 1);
    assert_eq!(nearest(&other, [known.as_str()]), None);
}

#[test]
fn the_search_for_the_nearest_name_ends_after_ten_thousand_of_ten_letters() {
    let unlike = "abcdefghij".chars().cycle().take(10).collect::<String>();
    let among = |before: usize| {
        let names = std::iter::repeat_n(unlike.as_str(), before);
        nearest("klmnopqrsu", names.chain(["klmnopqrst"]))
    };
    assert_eq!(among(9_999), Some("klmnopqrst"));
    assert_eq!(among(10_000), None);
}
