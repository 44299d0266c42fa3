//! Names: looked up, in lower case, and the nearest of them.

use state_chart::chart::{MAX_NAME, Names, lower, nearest};

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

#[test]
fn lower_case_is_that_of_the_standard_library_in_the_alphabets_of_europe() {
    let alphabets = [
        0x20..0x130,
        0x132..0x180,
        0x391..0x3ac,
        0x400..0x482,
        0x1e00..0x1e96,
    ];
    for letter in alphabets.into_iter().flatten().filter_map(char::from_u32) {
        let text = letter.to_string();
        assert_eq!(lower(&text), text.to_lowercase(), "{letter}");
    }
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
