//! Tables of a page, as people write them, to a chart.
//!
//! The reader walks grids of cells, which a page's element writes down as one text. It knows no browser. A wrong chart is worse than none: where a table can be read in
//! two ways, or is not such a chart at all, the answer is a [`Problem`] with the place, what was
//! seen there, and what to write.
//!
//! What it takes, room by room: the tables of a page as one text (`outline`, `fill`), the
//! markup of a cell (`markup`), spans and blank lines (`grid`), names
//! and notes (`text`, `names`), the words of each language (`words`), what one cell says (`mark`),
//! headers (`headers`, `role`), and then the shape: a list in which a row is a fact (`records`), states
//! on both sides (`between`), or a matrix (`matrix`, `axis` for the side of the states, `classify` for
//! the cells together). `facts` and `part` make states and operations of it; several tables become one
//! chart where they belong together (`join`), and one that has no part in it is left alone.
//!
//! What it holds to:
//!
//! - A leading mark or word decides a cell, and the rest is its note. A blank or a dash is no. `x` is yes
//!   beside blanks, no beside a check mark, and refused where it may be either.
//! - A text that is neither yes nor no is refused; a third sign, or a word of doubt, is a condition.
//! - A side has states only where its header, its names, its cells or the author say so.
//! - States in one cell, apart at line ends and commas, share a row; a slash that occurs once is a part
//!   of the name.
//! - Footnotes (`[1]`, `<sup>`) are left out of names and marks, the latter with a warning.

mod axis;
mod between;
mod candidate;
mod classify;
mod facts;
mod fill;
mod grid;
mod headers;
mod index;
mod join;
mod mark;
mod markup;
mod matrix;
mod names;
mod outline;
mod part;
mod problem;
mod records;
mod role;
mod target;
mod text;
mod view;
mod words;

pub use fill::outlined;
pub use outline::{ATTRIBUTE, CLOSE, OPEN, TEXT};
pub use problem::{Place, Problem, ProblemKind, Proposal};
pub use text::is_note;

use crate::chart::Chart;

/// One table as written: spans not yet carried out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// Its caption, or what else is its title.
    pub caption: String,
    /// Its rows, each with the cells that begin in it.
    pub rows: Vec<Vec<Cell>>,
}

/// One cell as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Its text, with a line for each that the page shows. [`outlined`] also marks in it, by control
    /// characters, the items of lists, code spans, and runs side by side.
    pub text: String,
    /// The raised texts for which [`is_note`] holds; they are not part of `text`.
    pub notes: String,
    /// Whether it is a header cell.
    pub header: bool,
    /// Whether all of its text is bold.
    pub strong: bool,
    /// Whether all of its text is crossed out.
    pub struck: bool,
    /// Whether its row is in the table's head.
    pub head: bool,
    /// The number of the part of the table (head, bodies, foot) that its row is in; spans end there.
    pub section: u32,
    /// How many rows it claims; 0 for all that are left.
    pub rowspan: u32,
    /// How many columns it claims.
    pub colspan: u32,
    /// Its images, and whatever else is a picture.
    pub images: Vec<Image>,
    /// The name of the state that the operation leads to.
    pub success: Option<String>,
    /// The name of the state that it leads to when it fails.
    pub failure: Option<String>,
    /// The name of the transitional state.
    pub via: Option<String>,
    /// What the author says it is the header of: the value of `data-role`.
    pub role: Option<String>,
}

impl Default for Cell {
    fn default() -> Self {
        Self {
            text: String::new(),
            notes: String::new(),
            header: false,
            strong: false,
            struck: false,
            head: false,
            section: 0,
            rowspan: 1,
            colspan: 1,
            images: Vec::new(),
            success: None,
            failure: None,
            via: None,
            role: None,
        }
    }
}

impl Cell {
    /// Whether any attribute of it tells of an outcome.
    const fn has_outcome(&self) -> bool {
        self.success.is_some() || self.failure.is_some() || self.via.is_some()
    }
}

/// A picture in a cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Image {
    /// Its alternative text.
    pub alt: String,
    /// Where it comes from, or what stands for that: the classes of an icon.
    pub source: String,
}

impl Image {
    /// The name of the file, without folders and query; empty for data.
    fn file(&self) -> &str {
        let source = self.source.trim();
        if source.starts_with("data:") {
            return "";
        }
        let source = source.split(['?', '#']).next().unwrap_or("");
        source.rsplit(['/', '\\']).next().unwrap_or("")
    }
}

/// A side of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Axis {
    /// The rows.
    Rows,
    /// The columns.
    Columns,
}

impl Axis {
    /// The word of the attribute.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Rows => "rows",
            Self::Columns => "columns",
        }
    }
}

/// What the author says besides the tables.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Texts (or file names of images) that say yes.
    pub yes: Vec<String>,
    /// Texts (or file names of images) that say no.
    pub no: Vec<String>,
    /// The side that has the states; found out where `None`.
    pub states: Option<Axis>,
    /// What the chart is of; the caption of a single table where empty.
    pub title: String,
    /// What one running instance is called; the title where empty.
    pub service: String,
    /// The error text of a refusal; [`crate::chart::REFUSAL`] where empty.
    pub refusal: String,
    /// The name of the state that a service starts in; the first where `None`.
    pub start: Option<String>,
}

impl Options {
    /// What the attributes `yes`, `no` (lists, apart at commas) and `states` say.
    ///
    /// # Errors
    ///
    /// `states` is neither `rows` nor `columns`.
    pub fn parse(yes: &str, no: &str, states: Option<&str>) -> Result<Self, Problem> {
        let words = |text: &str| -> Vec<String> {
            let words = text.split(',').map(str::trim);
            words
                .filter(|word| !word.is_empty())
                .map(str::to_owned)
                .collect()
        };
        let states = states.map(str::trim).filter(|word| !word.is_empty());
        let axis = [Axis::Rows, Axis::Columns]
            .into_iter()
            .find(|axis| Some(axis.word()) == states);
        match (states, axis) {
            (Some(word), None) => Err(Problem {
                place: Place::default(),
                kind: ProblemKind::States(word.to_owned()),
            }),
            _ => Ok(Self {
                yes: words(yes),
                no: words(no),
                states: axis,
                ..Self::default()
            }),
        }
    }
}

/// A chart, and what was left out of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The chart.
    pub chart: Chart,
    /// The places of the tables it was read from, from 0; the others are left alone.
    pub tables: Vec<usize>,
    /// What was left out.
    pub warnings: Vec<Problem>,
}

/// The chart that `tables` are.
///
/// # Errors
///
/// Why they cannot be read with confidence: every problem of the tables that are meant as charts.
pub fn read(tables: &[Table], options: &Options) -> Result<Reading, Vec<Problem>> {
    join::read(tables, options)
}
