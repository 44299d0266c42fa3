//! A chart written as a table, in each of the shapes that the reader knows.

mod lists;

use super::super::sample::Facts;
use super::dice::Dice;
use super::language::Language;
use super::page::{Habit, Sheet, cell, escape, header};
use super::truth::{Said, Truth};

/// The signs for yes and no that stand in one table together.
const SIGNS: [(&str, &str); 20] = [
    ("✓", ""),
    ("✓", "–"),
    ("✔", "✗"),
    ("✅", "❌"),
    ("☑", "☐"),
    ("●", "○"),
    ("x", ""),
    ("X", "-"),
    ("×", "&nbsp;"),
    ("✓", "x"),
    ("Yes", "No"),
    ("Y", "N"),
    ("True", "False"),
    ("√", "×"),
    ("○", "×"),
    (":white_check_mark:", ":x:"),
    ("(tick)", "(error)"),
    ("Allowed", "Not allowed"),
    ("✅ Yes", "❌ No"),
    ("[x]", "[ ]"),
];

/// What a page must be read as, where it is not refused.
pub(super) struct Written {
    pub(super) html: String,
    pub(super) facts: Facts,
    pub(super) shape: &'static str,
}

pub(super) struct Writer<'d> {
    pub(super) dice: &'d mut Dice,
    pub(super) truth: Truth,
    pub(super) language: Language,
    pub(super) habit: Habit,
}

impl Writer<'_> {
    fn word(&mut self, idea: &str) -> String {
        self.language.word(idea, self.dice)
    }

    fn state(&self, number: usize) -> String {
        self.habit.name(&self.truth.states[number])
    }

    fn operation(&self, number: usize) -> String {
        self.habit.name(&self.truth.operations[number])
    }

    fn states(&self) -> std::ops::Range<usize> {
        0..self.truth.states.len()
    }

    fn operations(&self) -> std::ops::Range<usize> {
        0..self.truth.operations.len()
    }

    /// Everything that the table names.
    fn whole(&self) -> Facts {
        self.truth.facts(|_| true)
    }

    fn written(self, shape: &'static str, sheet: &Sheet, facts: Facts) -> Written {
        Written {
            html: self.habit.page(sheet),
            facts,
            shape,
        }
    }

    pub(super) fn write(self) -> Written {
        match self.dice.below(6) {
            0 => self.marks(),
            1 => self.next_states(),
            2 => self.list_by_state(),
            3 => self.list_by_operation(),
            4 => self.transitions(),
            _ => self.between(),
        }
    }

    fn corner(&mut self) -> (String, String) {
        let (state, operation) = (self.word("state"), self.word("operation"));
        let sign = self.dice.pick(&[" / ", " \\ "]);
        if self.dice.one_in(4) {
            (state, operation)
        } else {
            (
                format!("{state}{sign}{operation}"),
                format!("{operation}{sign}{state}"),
            )
        }
    }

    /// The matrix of some cells, its states on either side.
    fn matrix(&mut self, text: impl Fn(&mut Self, &Said) -> String) -> Sheet {
        let (corner, turned_corner) = self.corner();
        let turned = self.dice.one_in(3);
        let mut rows = vec![vec![header(if turned { turned_corner } else { corner })]];
        rows[0].extend(
            self.operations()
                .map(|operation| header(self.operation(operation))),
        );
        for state in self.states() {
            let mut row = vec![header(self.state(state))];
            for operation in self.operations() {
                let said = self.truth.cells[state][operation].clone();
                row.push(cell(text(self, &said)));
            }
            rows.push(row);
        }
        let mut sheet = Sheet {
            rows,
            ..Sheet::default()
        };
        if turned {
            sheet = sheet.turned();
        }
        if self.dice.one_in(4) {
            let across = self.word(if turned { "state" } else { "operation" });
            sheet.add_level(self.dice, &across);
            return sheet;
        }
        sheet.add_about(self.dice);
        sheet.add_decoys(self.dice, true);
        sheet
    }

    fn marks(mut self) -> Written {
        let (mut yes, mut no) = self.dice.pick(&SIGNS);
        let (word_yes, word_no) = (self.word("yes"), self.word("no"));
        let words = self.language.name != "en" || self.dice.one_in(4);
        if words {
            (yes, no) = (&word_yes, &word_no);
        }
        let (mut if_word, form) = (self.language.first("if"), self.dice.below(4));
        if !words && self.dice.one_in(2) {
            if_word = "if".to_owned();
        }
        let (led, third) = (self.dice.one_in(5), self.dice.one_in(3));
        self.truth.each(|said| {
            // What stands beside a blank is no note, and a mark with an arrow has no room for one.
            if !said.allowed && (no.is_empty() || no == "&nbsp;")
                || form == 3
                || led && said.allowed
                || !said.condition.is_empty()
            {
                said.note.clear();
            }
            if !led || !said.condition.is_empty() {
                said.next = None;
            }
        });
        let states = self.truth.states.clone();
        let unspaced = self.language.is_unspaced();
        let sheet = self.matrix(|writer, said| {
            let mark = if said.allowed { yes } else { no };
            if !said.condition.is_empty() {
                return match (third, unspaced) {
                    (true, _) => format!("⚠️ {}", said.condition),
                    (false, true) => format!("{yes}（{}{if_word}）", said.condition),
                    (false, false) => format!("{yes}, {if_word} {}", said.condition),
                };
            }
            if let Some(next) = said.next {
                return format!("{yes} → {}", escape(&states[next]));
            }
            if said.note.is_empty() {
                let raised = form == 3 && mark == yes && writer.dice.one_in(4);
                return format!("{mark}{}", if raised { "<sup>1</sup>" } else { "" });
            }
            match form {
                0 => format!("{mark} ({})", said.note),
                1 => format!("{mark} – {}", said.note),
                _ => format!("{mark}: {}", said.note),
            }
        });
        let facts = self.whole();
        self.written("marks", &sheet, facts)
    }

    fn next_states(mut self) -> Written {
        let arrow = self.dice.pick(&["→ ", "", "-> "]);
        let no = self.dice.pick(&["–", "", "-"]);
        self.truth.each(|said| {
            said.condition.clear();
            if !said.allowed {
                said.note.clear();
            }
        });
        let states = self.truth.states.clone();
        let sheet = self.matrix(|_, said| match said.next {
            Some(next) if said.note.is_empty() => format!("{arrow}{}", escape(&states[next])),
            Some(next) => format!("{arrow}{} ({})", escape(&states[next]), said.note),
            None => no.to_owned(),
        });
        let facts = self.whole();
        self.written("next states", &sheet, facts)
    }
}
