//! The shapes in which a row or a cell is a fact: lists, transitions, and states on both sides.

use super::super::page::{Cell, Sheet, cell, escape, header};
use super::super::truth::Said;
use super::{Writer, Written};

impl Writer<'_> {
    /// Names in one cell.
    fn list(&mut self, names: &[String], form: usize) -> String {
        let items = |sign: &str| names.join(sign);
        let list = |sign: &str| match names.split_last() {
            Some((last, rest)) if rest.len() > 1 => format!("{} {sign} {last}", rest.join(", ")),
            _ => items(", "),
        };
        match form {
            0 => items(", "),
            1 => items("<br>"),
            2 => format!("<ul><li>{}</ul>", items("<li>")),
            3 => items("; "),
            4 => items(" · "),
            5 if self.language.name == "en" => list("and"),
            6 => names
                .iter()
                .map(|name| {
                    format!(
                        "<code>{}</code> ",
                        name.replace("<code>", "").replace("</code>", "")
                    )
                })
                .collect(),
            _ => items(", "),
        }
    }

    pub(super) fn list_by_state(mut self) -> Written {
        let form = self.dice.below(7);
        let none = self.dice.pick(&["–", "", "None"]);
        let led = form < 4 && self.dice.one_in(4);
        self.truth.each(|said| {
            said.note.clear();
            if !led || !said.condition.is_empty() {
                said.next = None;
            }
        });
        let mentioned: Vec<usize> = self
            .operations()
            .filter(|&operation| self.truth.cells.iter().any(|row| row[operation].allowed))
            .collect();
        let (allowed, operation, state) = (
            self.word("allowed"),
            self.word("operation"),
            self.word("state"),
        );
        let mut rows = vec![vec![
            header(state),
            header(self.language.join(&allowed, &operation)),
        ]];
        // A word for all is used where the names stand in another row.
        let full = |row: &[Said]| {
            mentioned
                .iter()
                .all(|&operation| row[operation].allowed && row[operation].condition.is_empty())
        };
        let mut spelled = false;
        for state in self.states() {
            let row = self.truth.cells[state].clone();
            let names: Vec<String> = (self.operations().zip(&row))
                .filter(|(_, said)| said.allowed)
                .map(|(operation, said)| {
                    let mut name = self.operation(operation);
                    if let Some(next) = said.next {
                        name += &format!(" → {}", escape(&self.truth.states[next]));
                    }
                    if said.condition.is_empty() {
                        name
                    } else {
                        format!("{name} (if {})", said.condition)
                    }
                })
                .collect();
            let text = if full(&row)
                && !led
                && std::mem::replace(&mut spelled, true)
                && self.dice.one_in(2)
            {
                self.word("all")
            } else if names.is_empty() {
                none.to_owned()
            } else {
                self.list(&names, form)
            };
            rows.push(vec![header(self.state(state)), cell(text)]);
        }
        let mut sheet = Sheet {
            rows,
            ..Sheet::default()
        };
        sheet.add_about(self.dice);
        sheet.add_decoys(self.dice, true);
        let named: Vec<String> = mentioned
            .iter()
            .map(|&operation| self.truth.operations[operation].clone())
            .collect();
        let facts = self.truth.facts(|name| {
            self.truth.states.iter().any(|state| state == name)
                || named.iter().any(|known| known == name)
        });
        self.written("list by state", &sheet, facts)
    }

    pub(super) fn list_by_operation(mut self) -> Written {
        let form = self.dice.below(7);
        let led = self.dice.one_in(2);
        self.truth.each(|said| {
            said.note.clear();
            said.condition.clear();
        });
        // One state follows an operation, wherever it is performed.
        let targets: Vec<usize> = self
            .operations()
            .map(|_| self.dice.below(self.truth.states.len()))
            .collect();
        for row in &mut self.truth.cells {
            for (said, target) in row.iter_mut().zip(&targets) {
                said.next = (led && said.allowed).then_some(*target);
            }
        }
        let (allowed, operation, state, to) = (
            self.word("allowed"),
            self.word("operation"),
            self.word("state"),
            self.word("to"),
        );
        let mut rows = vec![vec![
            header(operation),
            header(self.language.join(&allowed, &state)),
        ]];
        if led {
            rows[0].push(header(self.language.join(&to, &state)));
        }
        let mut named: Vec<String> = Vec::new();
        for operation in self.operations() {
            let states: Vec<usize> = self
                .states()
                .filter(|&state| self.truth.cells[state][operation].allowed)
                .collect();
            let others: Vec<usize> = self
                .states()
                .filter(|state| !states.contains(state))
                .collect();
            let everywhere = self.truth.everywhere(operation);
            let all_named = self.truth.states.iter().all(|state| named.contains(state));
            let text = if states.is_empty() {
                "–".to_owned()
            } else if everywhere && all_named && self.dice.one_in(2) {
                if self.language.name == "en" {
                    "Any state".to_owned()
                } else {
                    self.word("all")
                }
            } else if others.len() == 1
                && all_named
                && self.language.name == "en"
                && self.dice.one_in(2)
            {
                format!("Any state except {}", self.state(others[0]))
            } else {
                named.extend(states.iter().map(|&state| self.truth.states[state].clone()));
                let names: Vec<String> = states.iter().map(|&state| self.state(state)).collect();
                self.list(&names, form)
            };
            let mut row = vec![header(self.operation(operation)), cell(text)];
            if led {
                row.push(cell(if states.is_empty() {
                    "–".to_owned()
                } else {
                    self.state(targets[operation])
                }));
                if !states.is_empty() {
                    named.push(self.truth.states[targets[operation]].clone());
                }
            }
            rows.push(row);
        }
        let mut sheet = Sheet {
            rows,
            ..Sheet::default()
        };
        sheet.add_about(self.dice);
        sheet.add_decoys(self.dice, true);
        let operations = self.truth.operations.clone();
        let facts = self.truth.facts(|name| {
            operations.iter().any(|known| known == name) || named.iter().any(|known| known == name)
        });
        self.written("list by operation", &sheet, facts)
    }

    pub(super) fn transitions(mut self) -> Written {
        self.truth.each(|said| said.note.clear());
        let english = self.dice.pick(&[
            ("From", "Event", "To"),
            ("Current state", "Operation", "Next state"),
            ("Source", "Trigger", "Target"),
        ]);
        let state = self.word("state");
        let heads = if self.language.name == "en" {
            [english.0, english.1, english.2].map(str::to_owned)
        } else {
            let (from, to, event) = (self.word("from"), self.word("to"), self.word("event"));
            [
                self.language.join(&from, &state),
                event,
                self.language.join(&to, &state),
            ]
        };
        let conditional = self
            .truth
            .at()
            .any(|(_, _, said)| !said.condition.is_empty());
        let mut order = vec![0, 1, 2];
        self.dice.shuffle(&mut order);
        if conditional {
            order.push(3);
        }
        let spans = self.dice.one_in(3);
        let head = |column: usize| {
            header(
                heads
                    .get(column)
                    .cloned()
                    .unwrap_or_else(|| "Condition".to_owned()),
            )
        };
        let mut rows: Vec<Vec<Cell>> = vec![order.iter().map(|&column| head(column)).collect()];
        let mut named: Vec<String> = Vec::new();
        let all: Vec<bool> = self
            .operations()
            .map(|operation| {
                let next = self.truth.cells[0][operation].next;
                self.truth.everywhere(operation)
                    && self
                        .truth
                        .cells
                        .iter()
                        .all(|row| row[operation].next == next)
            })
            .collect();
        for state in self.states() {
            let row = self.truth.cells[state].clone();
            let own: Vec<(usize, &Said)> = row
                .iter()
                .enumerate()
                .filter(|(operation, said)| said.allowed && !all[*operation])
                .collect();
            for (number, (operation, said)) in own.iter().enumerate() {
                let target = said.next.unwrap_or(0);
                named.extend(
                    [
                        &self.truth.states[state],
                        &self.truth.states[target],
                        &self.truth.operations[*operation],
                    ]
                    .map(Clone::clone),
                );
                let mut from = header(self.state(state));
                from.rowspan = if spans { own.len() } else { 1 };
                let cells = [
                    from,
                    cell(self.operation(*operation)),
                    cell(self.state(target)),
                    cell(said.condition.clone()),
                ];
                rows.push(
                    order
                        .iter()
                        .filter(|&&column| !(spans && column == 0 && number > 0))
                        .map(|&column| cells[column].clone())
                        .collect(),
                );
            }
        }
        for operation in self.operations().filter(|&operation| all[operation]) {
            let target = self.truth.cells[0][operation].next.unwrap_or(0);
            let any = if self.language.name == "en" {
                "any".to_owned()
            } else {
                self.language.first("all")
            };
            named.extend([
                self.truth.states[target].clone(),
                self.truth.operations[operation].clone(),
            ]);
            let cells = [
                header(any),
                cell(self.operation(operation)),
                cell(self.state(target)),
                cell(""),
            ];
            rows.push(order.iter().map(|&column| cells[column].clone()).collect());
        }
        let mut sheet = Sheet {
            rows,
            ..Sheet::default()
        };
        if !spans {
            sheet.add_about(self.dice);
        }
        sheet.add_decoys(self.dice, !spans);
        let facts = self
            .truth
            .facts(|name| named.iter().any(|known| known == name));
        self.written("transitions", &sheet, facts)
    }

    pub(super) fn between(mut self) -> Written {
        self.truth.each(|said| {
            said.note.clear();
            said.condition.clear();
        });
        let turned = self.dice.one_in(3);
        let (from, to) = if self.language.name == "en" {
            ("From".to_owned(), "To".to_owned())
        } else {
            (self.word("from"), self.word("to"))
        };
        let corner = if turned {
            format!("{to} \\ {from}")
        } else {
            format!("{from} \\ {to}")
        };
        let none = self.dice.pick(&["", "–", "-"]);
        let mut named = self.truth.states.clone();
        let mut rows = vec![vec![header(corner)]];
        rows[0].extend(self.states().map(|state| header(self.state(state))));
        for row in self.states() {
            let mut cells = vec![header(self.state(row))];
            for column in self.states() {
                let (before, after) = if turned { (column, row) } else { (row, column) };
                let operations: Vec<usize> = self
                    .operations()
                    .filter(|&operation| self.truth.cells[before][operation].next == Some(after))
                    .collect();
                named.extend(
                    operations
                        .iter()
                        .map(|&operation| self.truth.operations[operation].clone()),
                );
                let names: Vec<String> = operations
                    .iter()
                    .map(|&operation| self.operation(operation))
                    .collect();
                cells.push(cell(if names.is_empty() {
                    none.to_owned()
                } else {
                    names.join(", ")
                }));
            }
            rows.push(cells);
        }
        let mut sheet = Sheet {
            rows,
            ..Sheet::default()
        };
        sheet.add_decoys(self.dice, true);
        let facts = self
            .truth
            .facts(|name| named.iter().any(|known| known == name));
        self.written("from and to", &sheet, facts)
    }
}
