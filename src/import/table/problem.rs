//! Why a table was not taken as a chart, in words an author can act on.

use crate::chart;
use std::fmt;

/// A place in a table, as an author counts: from 1; 0 where the place is wider than that.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The table's number among those given.
    pub table: usize,
    /// The row's number; a head's rows count.
    pub row: usize,
    /// The column's number.
    pub column: usize,
}

/// One problem, and where it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where it is.
    pub place: Place,
    /// What was seen there.
    pub kind: ProblemKind,
}

/// What was seen, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProblemKind {
    /// There is no table.
    NoTable,
    /// There are more problems than are told: how many.
    More(usize),
    /// The spans claim more than can be.
    TooLarge,
    /// Too few rows or columns for a chart: rows, columns.
    TooSmall(usize, usize),
    /// The first row has marks where names are wanted; one of them.
    NoHeader(String),
    /// There are more rows of headers than can be read: how many.
    Levels(usize),
    /// Two rows of headers, of which the upper one groups nothing.
    NoGroup,
    /// A mark stands where a name is wanted.
    MarkForName(String),
    /// All names along one side are numbers; one of them.
    NumberForName(String),
    /// Both sides have the same names.
    SameNames,
    /// A row has a name and no cells: its name, the columns of the table.
    Short(String, usize),
    /// Marks stand beside a blank name.
    NoName,
    /// The name stands twice: what it names, the name, where it stands first.
    Duplicate(&'static str, String, Place),
    /// Nothing tells whether rows or columns are states.
    NoAxis,
    /// Some signs tell that rows are states, others that columns are.
    TwoAxes,
    /// A line break may part two states or one name.
    Lines(String),
    /// The attribute `states` has another word.
    States(String),
    /// A word is in both `yes` and `no`.
    YesAndNo(String),
    /// No cell says yes; the text that stands in most.
    NoYes(Option<String>),
    /// There is one other word than yes in the table, and no blank.
    SecondWord(String),
    /// More texts than marks: an example, texts, marks.
    Texts(String, usize, usize),
    /// A whole line of texts, without a mark; its name.
    NoMark(String),
    /// A number where a mark is wanted.
    Number(String),
    /// A sign that is yes in one kind of table and no in another.
    Sign(String),
    /// A text that is a mark and the name of a state.
    MarkAndState(String),
    /// A cell that names several states.
    SeveralStates(String),
    /// No state has the name: the name, the nearest that one has.
    UnknownState(String, Option<String>),
    /// `data-success` and the like on a cell that says no.
    OutcomeOfRefused,
    /// `data-success` and the like on the name of a state.
    OutcomeOfState,
    /// A row that the first table does not have: its name, that table.
    OtherRow(String, usize),
    /// A row that the first table has, and this one lacks: its name, that table.
    MissingRow(String, usize),
    /// Warning: a text across all columns is left out.
    Across(String),
    /// Warning: the table is no part of the chart; why.
    Alone(Box<ProblemKind>),
    /// Warning: a footnote of a mark is left out.
    Note(String),
    /// The table can be read, the chart is not valid.
    Chart(chart::ProblemKind),
}

impl std::error::Error for Problem {}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Place { table, row, column } = self.place;
        let mut text = String::new();
        for (what, number) in [("table ", table), (", row ", row), (", column ", column)] {
            if number > 0 {
                text.push_str(what);
                text.push_str(&number.to_string());
            }
        }
        if !text.is_empty() {
            text.push_str(": ");
        }
        f.write_str(&text)?;
        self.kind.fmt(f)
    }
}

impl fmt::Display for ProblemKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoTable => f.write_str("there is no table to read"),
            Self::More(count) => write!(f, "{count} more problems"),
            Self::TooLarge => f.write_str("the spans claim more cells than a chart can have; make `rowspan` and `colspan` smaller"),
            Self::TooSmall(rows, columns) => write!(
                f,
                "found {rows} by {columns} cells, rows by columns; a chart needs a row of names, a column of names, and cells between"
            ),
            Self::NoHeader(mark) => write!(f, "found the mark `{mark}` in the first row; put a row of names above it"),
            Self::Levels(count) => write!(f, "found {count} rows of headers, and two can be read; take some away"),
            Self::NoGroup => f.write_str("found two rows of headers, and nothing in the upper one spans two columns; give its cells a `colspan`, or take one row away"),
            Self::MarkForName(mark) => write!(f, "found the mark `{mark}` where a name is wanted; write the name"),
            Self::NumberForName(number) => write!(f, "found `{number}` and only numbers beside it where names are wanted; write the names, or take the numbers away"),
            Self::SameNames => f.write_str("rows and columns have the same names, and a chart needs states on one side and operations on the other; name the operations, or take the table away"),
            Self::Short(name, columns) => write!(f, "the row of `{name}` ends after its name; write the blank cells of a state, or give a heading `colspan=\"{columns}\"`"),
            Self::NoName => f.write_str("the cells beside say something, and this name is blank; write the name"),
            Self::Duplicate(what, name, first) => write!(
                f,
                "a second {what} `{name}`; the first is in table {}, row {}, column {}; keep one of them",
                first.table, first.row, first.column
            ),
            Self::NoAxis => f.write_str("nothing tells whether the rows or the columns are states; add `states=\"rows\"` or `states=\"columns\"`, or write `State` or `Operation` into the corner cell"),
            Self::TwoAxes => f.write_str("some signs tell that the rows are states, others that the columns are; add `states=\"rows\"` or `states=\"columns\"`"),
            Self::Lines(text) => write!(f, "`{text}` may be one state or several; separate states by commas, or take the line break away"),
            Self::States(word) => write!(f, "`states` is `{word}`; write `rows` or `columns`"),
            Self::YesAndNo(word) => write!(f, "`{word}` is in both `yes` and `no`; take it out of one"),
            Self::NoYes(None) => f.write_str("no cell says yes; mark what is allowed, with `✓` for example"),
            Self::NoYes(Some(word)) => write!(f, "no cell says yes; if `{word}` does, add `yes=\"{word}\"`"),
            Self::SecondWord(word) => write!(f, "every cell says yes or `{word}`; if that is no, add `no=\"{word}\"`"),
            Self::Texts(text, texts, marks) => write!(f, "found {texts} texts such as `{text}`, and {marks} marks; name the words for yes and no with `yes=\"…\"` and `no=\"…\"`, or take the table away"),
            Self::NoMark(name) => write!(f, "nothing beside `{name}` says yes or no; take it out of the table, or name the words that do with `yes=\"…\"` and `no=\"…\"`"),
            Self::Number(number) => write!(f, "found the number `{number}` where a mark is wanted; write a mark, or add `yes=\"{number}\"` or `no=\"{number}\"`"),
            Self::Sign(sign) => write!(f, "`{sign}` may say yes or no in this table; add `yes=\"{sign}\"` or `no=\"{sign}\"`"),
            Self::MarkAndState(word) => write!(f, "`{word}` may say that the operation is allowed or not, or name the state that it leads to; add `yes=\"{word}\"` or `no=\"{word}\"`, or write `→ {word}`"),
            Self::SeveralStates(text) => write!(f, "`{text}` names several states; say which is which with `data-success` and `data-failure`"),
            Self::UnknownState(name, near) => {
                write!(f, "no state is called `{name}`")?;
                near.as_ref().map_or(Ok(()), |near| write!(f, "; did you mean `{near}`?"))
            }
            Self::OutcomeOfRefused => f.write_str("found `data-success`, `data-failure` or `data-via` on a cell that does not say yes; mark it, or take the attribute away"),
            Self::OutcomeOfState => f.write_str("found `data-success`, `data-failure` or `data-via` on the name of a state; put it on the name of an operation, or on a cell"),
            Self::OtherRow(name, first) => write!(f, "the states `{name}` have no row in table {first}; give both tables the same rows, or take one away"),
            Self::MissingRow(name, first) => write!(f, "the states `{name}` of table {first} have no row here; give both tables the same rows, or take one away"),
            Self::Across(text) => write!(f, "`{text}` stands across all columns and is left out"),
            Self::Alone(why) => {
                f.write_str("the table is left alone: ")?;
                why.fmt(f)
            }
            Self::Note(note) => write!(f, "the note `{note}` of a mark is left out"),
            Self::Chart(kind) => kind.fmt(f),
        }
    }
}

/// At most this many problems are told of one table.
const MAX_PROBLEMS: usize = 20;

/// Problems, the first of them told, the others counted.
#[derive(Default)]
pub(super) struct Problems {
    told: Vec<Problem>,
    more: usize,
}

impl Problems {
    pub(super) fn push(&mut self, place: Place, kind: ProblemKind) {
        if self.told.len() < MAX_PROBLEMS {
            self.told.push(Problem { place, kind });
        } else {
            self.more += 1;
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.told.is_empty()
    }

    /// Whether no more are told, so that it is no use to find out about them.
    pub(super) const fn is_full(&self) -> bool {
        self.told.len() >= MAX_PROBLEMS
    }

    pub(super) fn into_vec(mut self) -> Vec<Problem> {
        if let (1.., Some(last)) = (self.more, self.told.last()) {
            let place = Place {
                table: last.place.table,
                row: 0,
                column: 0,
            };
            self.told.push(Problem {
                place,
                kind: ProblemKind::More(self.more),
            });
        }
        self.told
    }
}

/// A text short enough for one line of an error.
pub(super) fn brief(text: &str) -> String {
    let mut brief: String = text
        .chars()
        .take(60)
        .map(|letter| if letter == '\n' { ' ' } else { letter })
        .collect();
    if text.chars().nth(60).is_some() {
        brief.push('…');
    }
    brief
}
