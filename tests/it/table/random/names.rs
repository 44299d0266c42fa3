//! Names of states and operations, plain and tricky.

use super::dice::Dice;

const SYLLABLES: [&str; 16] = [
    "ba", "ke", "li", "mo", "ru", "sta", "ven", "dor", "pi", "qua", "zel", "tam", "fro", "gis",
    "hu", "wen",
];
const CJK: [&str; 12] = [
    "电源", "運転", "待機", "点検", "洗浄", "装填", "搬送", "校正", "冷却", "加熱", "印刷", "复位",
];

/// Names of states that are words for marks as well, or hold a slash.
///
/// `None` in a list is no name, and `Open and locked` behind a comma is two: the guide says so of both.
const TRICKY_STATES: [&str; 14] = [
    "Enabled",
    "Disabled",
    "Yes",
    "No",
    "X",
    "Limited",
    "Available",
    "Read/Write",
    "Unavailable",
    "Never",
    "3",
    "Ok",
    "Invalid",
    "On / off",
];
/// And of operations; `Stop if idle` in a list is a condition, `Save and close` may be two.
const TRICKY_OPERATIONS: [&str; 10] = [
    "Enable",
    "Read/Write",
    "Check",
    "Start/stop",
    "Go to",
    "Next",
    "Reset to default",
    "Fail over",
    "X-ray",
    "Retry (forced)",
];

/// `count` names that differ in more than their case; `with` may be tricky.
pub(super) fn names(
    dice: &mut Dice,
    count: usize,
    states: bool,
    tricky: bool,
    taken: &[String],
) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let style = dice.below(7);
    // Two names with a slash in one column are read as lists, by a rule that the guide gives.
    let mut slashed = taken.iter().any(|name| name.contains('/'));
    while names.len() < count {
        let name = if tricky && dice.one_in(3) {
            if states {
                dice.pick(&TRICKY_STATES)
            } else {
                dice.pick(&TRICKY_OPERATIONS)
            }
            .to_owned()
        } else {
            plain(dice, style, names.len(), states)
        };
        if name.contains('/') && std::mem::replace(&mut slashed, true) {
            continue_with(&mut names, dice, style, states);
            continue;
        }
        let lower = name.to_lowercase();
        if names
            .iter()
            .chain(taken)
            .any(|known| known.to_lowercase() == lower)
        {
            continue_with(&mut names, dice, style, states);
        } else {
            names.push(name);
        }
    }
    names
}

/// A name that none other can be, where the dice give one twice.
fn continue_with(names: &mut Vec<String>, dice: &mut Dice, style: usize, states: bool) {
    let number = names.len();
    let side = if states { "Sun" } else { "Pol" };
    names.push(format!(
        "{side}{}{}",
        plain(dice, 0, number, states).to_lowercase(),
        "ab".repeat(number + style % 2)
    ));
}

fn plain(dice: &mut Dice, style: usize, number: usize, states: bool) -> String {
    let word = |dice: &mut Dice| {
        let (first, second) = (dice.pick(&SYLLABLES), dice.pick(&SYLLABLES));
        let end = if states { "ked" } else { "n" };
        let middle = SYLLABLES[number % SYLLABLES.len()];
        [first, middle, second, end].concat()
    };
    let capital = |word: String| {
        let mut letters = word.chars();
        letters.next().map_or_else(String::new, |first| {
            first.to_uppercase().chain(letters).collect()
        })
    };
    let one = word(dice);
    match style {
        0 => capital(one),
        1 => format!("{} {}", capital(one), word(dice)),
        2 => format!("{} {} {}", capital(one), word(dice), word(dice)),
        3 => format!("{}{}", capital(one), capital(word(dice))),
        4 => format!("{}_{}", one.to_uppercase(), word(dice).to_uppercase()),
        5 => format!("{}{}", capital(one), number + 1),
        _ => {
            let side = if states { "前" } else { "键" };
            format!("{}{side}{}", dice.pick(&CJK), CJK[number % CJK.len()])
        }
    }
}
