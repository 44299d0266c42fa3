//! A table in HTML, as many kinds of programs and people write one.

use super::dice::Dice;

/// One cell: its HTML.
#[derive(Clone, Debug)]
pub(super) struct Cell {
    pub(super) html: String,
    pub(super) header: bool,
    pub(super) rowspan: usize,
    pub(super) colspan: usize,
}

/// A table before it is written: its first row has the headers.
#[derive(Clone, Debug, Default)]
pub(super) struct Sheet {
    pub(super) rows: Vec<Vec<Cell>>,
    /// How many rows of headers stand above those.
    pub(super) levels: usize,
    /// What stands after the table.
    pub(super) after: String,
}

/// The habits of what wrote the page.
pub(super) struct Habit {
    th: bool,
    head: bool,
    bold: bool,
    paragraph: bool,
    code: bool,
    nbsp: bool,
    loud: bool,
}

impl Habit {
    pub(super) fn any(dice: &mut Dice) -> Self {
        let mut habit = || dice.one_in(4);
        Self {
            th: !habit(),
            head: !habit(),
            bold: habit(),
            paragraph: habit(),
            code: habit(),
            nbsp: habit(),
            loud: habit(),
        }
    }

    /// A name as this page writes it.
    pub(super) fn name(&self, name: &str) -> String {
        let text = escape(name);
        let text = if self.nbsp {
            text.replace(' ', "&nbsp;")
        } else {
            text
        };
        if self.code {
            format!("<code>{text}</code>")
        } else {
            text
        }
    }

    /// The page of a table.
    pub(super) fn page(&self, sheet: &Sheet) -> String {
        let mut page = "<state-chart><table>".to_owned();
        for (number, row) in sheet.rows.iter().enumerate() {
            let head = self.head && !self.loud;
            page.push_str(match (head && number == 0, self.loud) {
                (true, _) => "<thead><tr>",
                (false, true) => "<TR>",
                (false, false) => "<tr>",
            });
            for cell in row {
                let name = match (cell.header && self.th, self.loud) {
                    (true, false) => "th",
                    (false, false) => "td",
                    (true, true) => "TH",
                    (false, true) => "TD ALIGN=CENTER",
                };
                page.push_str(&format!("<{name}"));
                for (attribute, span) in [("rowspan", cell.rowspan), ("colspan", cell.colspan)] {
                    if span > 1 {
                        page.push_str(&format!(" {attribute}={span}"));
                    }
                }
                page.push('>');
                let mut html = cell.html.clone();
                if self.bold && cell.header && !html.is_empty() {
                    html = format!("<strong>{html}</strong>");
                }
                if self.paragraph && !html.contains("<ul>") {
                    html = format!("<p>{html}</p>");
                }
                page.push_str(&html);
                if !self.loud {
                    page.push_str(&format!("</{name}>"));
                }
                page.push('\n');
            }
            page.push_str(match (head && number == sheet.levels, self.loud) {
                (true, _) => "</tr></thead><tbody>",
                (false, true) => "",
                (false, false) => "</tr>\n",
            });
        }
        [&page, "</table>", &sheet.after, "</state-chart>"].concat()
    }
}

pub(super) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

pub(super) fn cell(html: impl Into<String>) -> Cell {
    Cell {
        html: html.into(),
        header: false,
        rowspan: 1,
        colspan: 1,
    }
}

pub(super) fn header(html: impl Into<String>) -> Cell {
    Cell {
        header: true,
        ..cell(html)
    }
}

impl Sheet {
    fn width(&self) -> usize {
        self.rows[0].len()
    }

    /// Rows for columns.
    pub(super) fn turned(self) -> Self {
        let column = |at: usize| self.rows.iter().map(|row| row[at].clone()).collect();
        Self {
            rows: (0..self.width()).map(column).collect(),
            levels: 0,
            after: self.after.clone(),
        }
    }

    pub(super) fn add_column(&mut self, at: usize, head: &str, text: impl Fn(usize) -> String) {
        for (number, row) in self.rows.iter_mut().enumerate() {
            let new = if number == 0 {
                header(head)
            } else {
                cell(text(number))
            };
            row.insert(at, new);
        }
    }

    fn add_across(&mut self, at: usize, text: &str, is_header: bool) {
        let colspan = self.rows.iter().map(Vec::len).max().unwrap_or(1);
        self.rows.insert(
            at,
            vec![Cell {
                colspan,
                header: is_header,
                ..cell(text)
            }],
        );
    }

    /// What stands in a table beside the chart, and is no part of it; `rows` tells whether rows may
    /// be put between the others.
    pub(super) fn add_decoys(&mut self, dice: &mut Dice, rows: bool) {
        let height = self.rows.len();
        if rows && dice.one_in(8) {
            let again = self.rows[0].clone();
            let at = 1 + dice.below(height);
            self.rows.insert(at, again);
        }
        if rows && dice.one_in(6) {
            let is_header = dice.one_in(2);
            let at = 1 + dice.below(height - 1);
            self.add_across(at, "Further group of rows", is_header);
            if at != 1 {
                self.add_across(1, "First group of rows", is_header);
            }
        }
        if dice.one_in(8) {
            let text = dice.pick(&[
                "1) not in the small edition",
                "* since version 2",
                "Source: the handbook.",
            ]);
            self.add_across(self.rows.len(), text, false);
        }
        if dice.one_in(10) {
            self.add_across(0, "Table 3: what is possible when", true);
        }
        if dice.one_in(6) {
            self.after = dice.pick(&[
                "<table><tr><th>Plan<th>Price<tr><td>Small<td>10 $<tr><td>Large<td>20 $</table>",
                "<table><tr><th>Sign<th>Meaning<tr><td>✓<td>allowed<tr><td>–<td>not allowed</table>",
                "<p>✓ = allowed, blank = not allowed</p>",
                "<table><tr><th>Role<th>View<th>Edit<tr><td>Guest<td>✓<td><tr><td>Owner<td>✓<td>✓</table>",
                "<table><tr><td>Version<td>2<tr><td>Date<td>May</table>",
            ]).to_owned();
        }
    }

    /// A row above the headers: one title or two groups above the names of the columns, and a cell above the
    /// corner, or the corner reaching up; `across` is a word for what the columns are.
    pub(super) fn add_level(&mut self, dice: &mut Dice, across: &str) {
        let columns = self.width() - 1;
        let title = dice.pick(&["Power", "Lamp", "Table 4"]);
        let mut level = match dice.below(5) {
            0 => {
                self.rows[0][0].rowspan = 2;
                vec![self.rows[0].remove(0)]
            }
            1 | 2 => vec![header("")],
            3 => vec![header(title)],
            _ => vec![header(across)],
        };
        let wide = |text: &str, colspan| Cell {
            colspan,
            ..header(text)
        };
        if columns > 3 && dice.one_in(2) {
            level.extend([wide("Near", 2), wide("Far", columns - 2)]);
        } else {
            level.push(wide(dice.pick(&[across, title]), columns));
        }
        self.rows.insert(0, level);
        self.levels = 1;
    }

    /// A column that describes the rows, or numbers them.
    pub(super) fn add_about(&mut self, dice: &mut Dice) {
        if !dice.one_in(3) {
            return;
        }
        let last = self.width();
        let at = if dice.one_in(3) { 1 } else { last };
        match dice.below(5) {
            0 => self.add_column(at, "Description", |row| {
                format!("What happens here is told by sentence {row} of the text.")
            }),
            1 => self.add_column(at, "Notes", |row| {
                if row % 2 == 0 {
                    String::new()
                } else {
                    format!("Mind the {row} doors.")
                }
            }),
            2 => self.add_column(at, "Code", |row| (100 + row).to_string()),
            3 => self.add_column(last, "Total", |row| row.to_string()),
            _ => self.add_column(0, "#", |row| row.to_string()),
        }
    }
}
