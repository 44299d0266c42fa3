//! A grid with its headers found: names along both sides, and the cells between.
//!
//! Which of the sides has the states is not known here, nor whether it is a matrix or a list.

mod keys;
mod levels;

use super::grid::{Grid, Slot};
use super::mark::{self, Mark, Said};
use super::names::{Piece, is_name, pieces};
use super::problem::{Place, Problem, ProblemKind, brief};
use super::role::{Kind, Role};
use super::{Options, Table, text};

/// One side of a table: the line of its names, that of the groups above them, and the lines that have a name.
pub(super) struct Side {
    pub(super) name: usize,
    pub(super) upper: Option<usize>,
    pub(super) items: Vec<usize>,
}

/// A table with its headers found.
pub(super) struct Headers<'a> {
    pub(super) grid: Grid<'a>,
    pub(super) number: usize,
    /// The table's caption, else the text that stands across its top.
    pub(super) title: String,
    pub(super) corner: String,
    /// What one cell above all columns, and one beside all rows, says.
    pub(super) top: String,
    pub(super) beside: String,
    /// The names of the columns.
    pub(super) across: Side,
    /// The names of the rows.
    pub(super) down: Side,
    /// A second column that names the rows, together with the first.
    pub(super) second: Option<usize>,
    /// The columns that only say something about the rows.
    pub(super) about: Vec<usize>,
    /// Texts across all columns: the row below each, and the text.
    pub(super) titles: Vec<(usize, String)>,
    pub(super) warnings: Vec<Problem>,
    said: Vec<Said>,
    pub(super) options: &'a Options,
    /// What is said of each column and row: its author's role.
    roles: Vec<Option<Role>>,
    kinds: Vec<Kind>,
}

impl<'a> Headers<'a> {
    /// The headers of table number `table`.
    pub(super) fn new(
        table: &'a Table,
        number: usize,
        options: &'a Options,
    ) -> Result<Self, Problem> {
        let problem = |place, kind| Err(Problem { place, kind });
        let Some(grid) = Grid::new(table, number) else {
            return problem(whole(number), ProblemKind::TooLarge);
        };
        let side = || Side {
            name: 0,
            upper: None,
            items: Vec::new(),
        };
        let (height, width) = (grid.height(), grid.width());
        let mut headers = Self {
            number,
            title: text::name(&text::clean(&table.caption)),
            corner: String::new(),
            top: String::new(),
            beside: String::new(),
            across: side(),
            down: side(),
            second: None,
            about: Vec::new(),
            titles: Vec::new(),
            warnings: Vec::new(),
            said: (grid.slots().iter())
                .map(|slot| mark::of(slot, options))
                .collect(),
            grid,
            options,
            roles: Vec::new(),
            kinds: Vec::new(),
        };
        headers.strip();
        if headers.grid.height() < 2 || headers.grid.width() < 2 {
            return problem(whole(number), ProblemKind::TooSmall(height, width));
        }
        let top = headers.find_top()?;
        if headers.grid.height() <= top {
            return problem(whole(number), ProblemKind::TooSmall(height, width));
        }
        headers.across.name = top - 1;
        headers.read_heads(top)?;
        headers.down.items = headers.body(top);
        headers.find_keys(top);
        Ok(headers)
    }

    /// Takes what stands across the top and beside all rows off the grid.
    fn strip(&mut self) {
        loop {
            let width = self.grid.width();
            let rows: Vec<usize> = (0..self.grid.height()).collect();
            let columns: Vec<usize> = (0..width).collect();
            if self.grid.is_one_cell(0) {
                let title = text::name(self.grid.label(0, 0));
                let kind = Kind::of(&title);
                let axis = kind.is_states() || kind.is_operations() || kind.from || kind.to;
                if axis && self.top.is_empty() && title.split_whitespace().count() < 5 {
                    self.top.clone_from(&title);
                }
                let one = kind.is_states() || title.split_whitespace().count() < 2;
                let names_side = self.top == title && one;
                if self.title.is_empty() && !names_side {
                    self.title = title;
                }
                self.grid.keep(rows.get(1..).unwrap_or(&[]), &columns);
            } else if width > 2 && self.grid.lone_column(0).is_some() {
                self.beside = text::name(self.grid.label(0, 0));
                let rows = self.filled(1..width);
                self.grid.keep(&rows, columns.get(1..).unwrap_or(&[]));
            } else if let Some(again) = (1..width).find(|&column| self.is_first_again(column)) {
                let kept: Vec<usize> = columns.into_iter().filter(|&at| at != again).collect();
                self.grid.keep(&rows, &kept);
            } else {
                return;
            }
        }
    }

    /// Whether a column is the first again, as wide tables have it at their right end.
    fn is_first_again(&self, column: usize) -> bool {
        let head = self.grid.label(0, column);
        let named = head == self.grid.label(0, 0) || Kind::of(head).is_states();
        named && self.grid.width() > 2 && self.grid.repeats_first(column)
    }

    /// The rows that say something in these columns.
    fn filled(&self, columns: std::ops::Range<usize>) -> Vec<usize> {
        (0..self.grid.height())
            .filter(|&row| {
                columns
                    .clone()
                    .any(|column| !self.grid.is_blank(row, column))
            })
            .collect()
    }

    /// The row below the headers; what stands above all names is taken off the grid.
    fn find_top(&mut self) -> Result<usize, Problem> {
        let mut levels = self.levels()?;
        while levels > 1 {
            let labels = |column: usize| {
                let id = self.grid.id(0, column);
                (!self.grid.is_blank(0, column)
                    // The name of a row's column may span down from here.
                    && self.grid.id(levels - 1, column) != id)
                    .then_some(id)
                    .flatten()
            };
            let mut ids = (0..self.grid.width()).filter_map(labels);
            let id = ids.next();
            let column = (0..self.grid.width()).find(|&column| labels(column).is_some());
            let (Some(column), true) = (column, ids.all(|other| Some(other) == id)) else {
                break;
            };
            let title = text::name(self.grid.label(0, column));
            let kind = Kind::of(&title);
            let below: Vec<usize> = (0..self.grid.width())
                .filter(|&column| !self.grid.is_blank(levels - 1, column))
                .collect();
            let all = below
                .iter()
                .filter(|&&column| self.grid.id(levels - 1, column) != self.grid.id(0, column))
                .all(|&column| labels(column).is_some());
            if !all && !kind.state && !kind.operation {
                break;
            }
            let corner_only = column == 0 && self.grid.id(0, 1) != self.grid.id(0, 0);
            if corner_only && !all {
                break;
            }
            // `State` above `(of the lamp)` names the rows; above `Operation`, the columns.
            let lower = Kind::of(self.grid.label(levels - 1, 0));
            if corner_only && kind.is_side() && !lower.is_side() {
                let rows: Vec<usize> = [0].into_iter().chain(levels..self.grid.height()).collect();
                let columns: Vec<usize> = (0..self.grid.width()).collect();
                self.grid.keep(&rows, &columns);
                levels = 1;
                break;
            }
            self.top = title;
            let rows: Vec<usize> = (1..self.grid.height()).collect();
            let columns: Vec<usize> = (0..self.grid.width()).collect();
            let corner = self.grid.label(0, 0).to_owned();
            if self.grid.id(0, 0) != self.grid.id(0, column) && self.corner.is_empty() {
                self.corner = corner;
            }
            self.grid.keep(&rows, &columns);
            levels -= 1;
        }
        if levels > 2 {
            let place = self.grid.place(0, 0);
            return Err(Problem {
                place,
                kind: ProblemKind::Levels(levels),
            });
        }
        if levels == 2 {
            if !self.spans_columns() {
                return Err(Problem {
                    place: self.grid.place(0, 1),
                    kind: ProblemKind::NoGroup,
                });
            }
            self.across.upper = Some(0);
        }
        Ok(levels)
    }

    /// What the header of each column says, by its words and by its author.
    fn read_heads(&mut self, top: usize) -> Result<(), Problem> {
        for column in 0..self.grid.width() {
            let mut role = None;
            for row in 0..top {
                let name = self
                    .grid
                    .slot(row, column)
                    .and_then(|slot| slot.cell.role.as_deref());
                role = Role::parse(name.unwrap_or(""))
                    .map_err(|name| Problem {
                        place: self.grid.place(row, column),
                        kind: ProblemKind::UnknownRole(name),
                    })?
                    .or(role);
            }
            let mut kind = Kind::of(self.head(column));
            if let Some(upper) = self.across.upper.filter(|_| self.head(column).is_empty()) {
                kind = Kind::of(self.grid.label(upper, column));
            }
            self.roles.push(role);
            self.kinds.push(kind);
        }
        Ok(())
    }

    /// The rows of cells: not those that repeat the headers, nor texts across all columns.
    fn body(&mut self, top: usize) -> Vec<usize> {
        let mut body = Vec::new();
        let wordless = self.grid.width() > 2 && self.is_wordless(top);
        for row in top..self.grid.height() {
            let same = |column| self.grid.label(row, column) == self.grid.label(top - 1, column);
            let header = (0..self.grid.width()).all(|column| {
                let slot = self.grid.slot(row, column);
                slot.is_some_and(|slot| slot.cell.header)
            });
            // Where all cells are header cells, the corner may be blank in one of the two rows.
            let corner = same(0) || header && self.grid.is_blank(top - 1, 0);
            let repeats = corner && (1..self.grid.width()).all(same);
            if repeats {
                continue;
            }
            let first = self.grid.label(row, 0);
            // Among marks, that is a heading whose span was lost.
            let echoes = wordless && self.echoes(row);
            let alone =
                echoes || (1..self.grid.width()).all(|column| self.grid.is_blank(row, column));
            let note =
                alone && first.starts_with(|letter| text::is_note_sign(letter) || letter == '(');
            let starts = first.chars().next().map(String::from);
            // `Legend: ✅ yes, ❌ no`
            let says = |word| mark::is_sign(word) && mark::is_polar(word) && !word.is_ascii();
            let sign =
                starts.is_some_and(|first| mark::is_sign(&first)) || first.split(' ').any(says);
            let prose = || {
                pieces(first)
                    .iter()
                    .any(|piece| piece.sentence || !is_name(&piece.text))
            };
            let legend = alone && (sign || first.split_whitespace().count() > 6 && prose());
            let ignored = self
                .grid
                .slot(row, 0)
                .is_some_and(|slot| slot.cell.role.as_deref().map(str::trim) == Some("ignore"));
            if ignored {
                continue;
            }
            if self.grid.is_one_cell(row) || echoes || note || legend {
                self.titles.push((row + 1, text::name(first)));
            } else {
                body.push(row);
            }
        }
        body
    }

    /// Whether a row has one text in all cells.
    fn echoes(&self, row: usize) -> bool {
        let first = self.grid.label(row, 0);
        let mut columns = 1..self.grid.width();
        !first.is_empty() && columns.all(|column| self.grid.label(row, column) == first)
    }

    /// Whether the rows from `top` on have no word that may be a name, but for those of one text.
    fn is_wordless(&self, top: usize) -> bool {
        let mut rows = (top..self.grid.height()).filter(|&row| !self.echoes(row));
        rows.all(|row| {
            (1..self.grid.width()).all(|column| self.said(row, column).mark != Mark::Word)
        })
    }

    /// One warning for each text across all columns.
    pub(super) fn across_warnings(&self) -> impl Iterator<Item = Problem> + '_ {
        self.titles
            .iter()
            .map(|(row, text)| self.across_warning(*row, text))
    }

    /// The warning that the text above row `row`, across all columns, is left out.
    pub(super) fn across_warning(&self, row: usize, text: &str) -> Problem {
        Problem {
            place: self.grid.place(row.saturating_sub(1), 0),
            kind: ProblemKind::Across(brief(text)),
        }
    }

    /// What the cell at a place says.
    pub(super) fn said(&self, row: usize, column: usize) -> Said {
        let id = self.grid.id(row, column);
        id.and_then(|id| self.said.get(id as usize))
            .copied()
            .unwrap_or(Said::BLANK)
    }

    /// The name of a column.
    pub(super) fn head(&self, column: usize) -> &str {
        self.grid.label(self.across.name, column)
    }

    /// What the name of a column speaks of.
    pub(super) fn kind(&self, column: usize) -> Kind {
        self.kinds.get(column).copied().unwrap_or_default()
    }

    /// What the author says that a column has.
    pub(super) fn role(&self, column: usize) -> Option<Role> {
        self.roles.get(column).copied().flatten()
    }

    /// The cells between the names, with their places.
    pub(super) fn cells(&self) -> impl Iterator<Item = (usize, usize)> + '_ {
        (self.down.items.iter())
            .flat_map(|&row| self.across.items.iter().map(move |&column| (row, column)))
    }

    pub(super) fn column_name(&self, column: usize) -> Option<&Slot<'a>> {
        self.grid.slot(self.across.name, column)
    }

    pub(super) fn row_name(&self, row: usize) -> Option<&Slot<'a>> {
        self.grid.slot(row, self.down.name)
    }

    /// The pieces of the name of a row.
    pub(super) fn row_pieces(&self, row: usize) -> Vec<Piece> {
        let name = |column| match self.grid.slot(row, column) {
            Some(slot) if !slot.text.is_empty() => pieces(&slot.cell.text),
            _ => pieces(self.grid.label(row, column)),
        };
        match self.second {
            None => name(self.down.name),
            Some(second) => {
                let label = |column| text::name(self.grid.label(row, column));
                let both = [&label(self.down.name), ", ", &label(second)].concat();
                vec![Piece::whole(both)]
            }
        }
    }

    /// The pieces of the name of a column.
    pub(super) fn column_pieces(&self, column: usize) -> Vec<Piece> {
        match self.column_name(column) {
            Some(slot) if !slot.text.is_empty() => pieces(&slot.cell.text),
            _ => pieces(self.head(column)),
        }
    }
}

/// The place of a whole table.
pub(super) const fn whole(table: usize) -> Place {
    Place {
        table,
        row: 0,
        column: 0,
    }
}
