//! Why a table was not taken as a chart, in words an author can act on.

use super::Options;
use super::role::ROLES;
use crate::chart::{self, MAX_CELLS};
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

/// The attributes by which an author can say what a word means, with the words that they have already.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    yes: String,
    no: String,
}

impl Proposal {
    pub(super) fn new(word: &str, options: &Options) -> Self {
        let attribute = |name: &str, known: &[String]| {
            let mut words: Vec<&str> = known.iter().map(String::as_str).collect();
            words.push(word);
            let quote = if words.iter().any(|word| word.contains('"')) {
                '\''
            } else {
                '"'
            };
            format!("{name}={quote}{}{quote}", words.join(", "))
        };
        Self {
            yes: attribute("yes", &options.yes),
            no: attribute("no", &options.no),
        }
    }
}

impl fmt::Display for Proposal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` or `{}`", self.yes, self.no)
    }
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
    /// A list has more states and operations than a chart can have: how many.
    TooMany(usize, usize),
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
    /// States on both sides, and marks between: one of them.
    BetweenMarks(String),
    /// A row has a name and no cells: its name, the columns of the table.
    Short(String, usize),
    /// Marks stand beside a blank name.
    NoName,
    /// A column that should list names has none: its header.
    NoNames(String),
    /// The name stands twice: what it names, the name, where it stands first.
    Duplicate(&'static str, String, Place),
    /// A state of several in a cell stands in two rows: its name, the text of the cell, the first place.
    InTwoRows(String, String, Place),
    /// Nothing tells that the rows or the columns are states.
    NoAxis,
    /// Some signs tell that rows are states, others that columns are.
    TwoAxes,
    /// A line break may part two states or one name.
    Lines(String),
    /// A text in a list may be one name or two.
    OneOrTwo(String),
    /// A text in a list that is no name.
    NotAName(String),
    /// A text in a list that points to another cell.
    Ditto(String),
    /// A column names states that follow, and no operation leads there; its header.
    NoOperationColumn(String),
    /// Two columns list what is allowed: their headers.
    TwoLists(String, String),
    /// A list has only what is not allowed; its header.
    OnlyForbidden(String),
    /// Every column says something about the rows; their headers.
    NoOperations(Vec<String>),
    /// The cells of a list of operations name states.
    StatesInCells,
    /// An operation leads to several states: the state before, the operation.
    TwoTargets(String, String),
    /// An operation is listed as allowed and as not allowed: the state, the operation.
    AllowedAndNot(String, String),
    /// The attribute `states` has another word.
    States(String),
    /// The attribute `data-role` has another word.
    UnknownRole(String),
    /// A word is in both `yes` and `no`.
    YesAndNo(String),
    /// No cell says yes; the texts that may be marks.
    NoYes(Vec<(String, Proposal)>),
    /// There is one other word than yes in the table, and no blank.
    SecondWord(String, Proposal),
    /// More texts than marks: an example, texts, marks.
    Texts(String, usize, usize),
    /// A text among marks: the text, how many others there are, and what to write if it may be a mark.
    Word(String, usize, Option<Proposal>),
    /// A text among the names of states that is none.
    NoMarkNorState(String),
    /// A number where a mark is wanted, and what to write if it may be one.
    Number(String, Option<Proposal>),
    /// A picture that says neither yes nor no; its file or text.
    Picture(String, Proposal),
    /// A sign that is yes in one kind of table and no in another.
    Sign(String, Proposal),
    /// A text that is a mark and the name of a state.
    MarkAndState(String, Proposal),
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
    /// The table is of another shape than the one that was read.
    OtherShape(usize),
    /// Warning: a text across all columns is left out.
    Across(String),
    /// Warning: rows or columns that are neither states nor operations are left out.
    LeftOut(Vec<String>),
    /// Warning: a state to which a cell leads has no row.
    NoRow(String),
    /// Warning: the table is no part of the chart; why.
    Alone(Box<ProblemKind>),
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
            Self::TooMany(states, operations) => write!(f, "found {states} states and {operations} operations, more than the {MAX_CELLS} cells that a chart can have; make a chart of a part of them"),
            Self::TooSmall(rows, columns) => write!(
                f,
                "found {rows} by {columns} cells, rows by columns; a chart needs a row of names, a column of names, and cells between"
            ),
            Self::NoHeader(mark) => write!(f, "found the mark `{mark}` in the first row; put a row of names above it"),
            Self::Levels(count) => write!(f, "found {count} rows of headers, and two can be read; take some away"),
            Self::NoGroup => f.write_str("found two rows of headers, and nothing in the upper one spans two columns; give its cells a `colspan`, or take one row away"),
            Self::MarkForName(mark) => write!(f, "found the mark `{mark}` where a name is wanted; write the name"),
            Self::NumberForName(number) => write!(f, "found `{number}` and only numbers beside it where names are wanted; write the names, or take the numbers away"),
            Self::SameNames => f.write_str("rows and columns have the same names; if the cells name the operations that lead from one state to another, write `From \\ To` into the corner cell, else name the operations along one side"),
            Self::BetweenMarks(mark) => write!(f, "both sides are states, and `{mark}` tells that one follows the other, but not by which operation; write the names of the operations into the cells"),
            Self::Short(name, columns) => write!(f, "the row of `{name}` ends after its name; write its blank cells if it is a state, or `colspan=\"{columns}\"` on its cell if it is a heading"),
            Self::NoName => f.write_str("the cells beside say something, and this name is blank; write the name"),
            Self::NoNames(head) => write!(f, "nothing below `{head}` is a name; write the names, or leave the column out with `data-role=\"ignore\"` on its header"),
            Self::Duplicate(what, name, first) => {
                write!(
                    f,
                    "a second {what} `{name}`; the first is in table {}, row {}, column {}; keep one of them",
                    first.table, first.row, first.column
                )?;
                f.write_str(if *what == "operation" { ", or give each a name of its own" } else { "" })
            }
            Self::NoAxis => f.write_str("nothing tells that the rows or the columns are states; if one side is, add `states=\"rows\"` or `states=\"columns\"`, or name both in the corner cell, as in `State \\ Operation`"),
            Self::TwoAxes => f.write_str("some signs tell that the rows are states, others that the columns are; add `states=\"rows\"` or `states=\"columns\"`"),
            Self::Lines(text) => write!(f, "`{text}` may be one state or several; separate states by commas, or take the line break away"),
            Self::InTwoRows(name, text, first) => {
                write!(
                    f,
                    "a second state `{name}`, of `{text}`; the first is in table {}, row {}, column {}; keep one of them or, if each of these cells is one state, write them without commas",
                    first.table, first.row, first.column
                )
            }
            Self::OneOrTwo(text) => write!(f, "`{text}` may be one name or several; separate several by commas, or put one into a `<code>` element"),
            Self::NotAName(text) => write!(f, "expected names, apart at commas or line ends, found `{text}`; write the names, or leave the column out with `data-role=\"ignore\"` on its header"),
            Self::Ditto(text) => write!(f, "`{text}` points to another cell; write the names"),
            Self::NoOperationColumn(head) => write!(f, "`{head}` names the states that follow, but not by which operation; add a column of operations, and write `data-role=\"operation\"` on its header"),
            Self::TwoLists(first, second) => write!(f, "`{first}` and `{second}` both list what is allowed; put them into one column, or leave one out with `data-role=\"ignore\"` on its header"),
            Self::OnlyForbidden(head) => write!(f, "`{head}` lists only what is not allowed; list what is allowed, in a column called `Allowed`"),
            Self::NoOperations(heads) => {
                f.write_str("found no operation, only descriptions: ")?;
                list(heads, f)?;
                f.write_str("; write `data-role=\"operation\"` on the header of a column that is one")
            }
            Self::StatesInCells => f.write_str("the cells name states where operations are expected; write the names of the operations, or `data-role=\"to\"` on the header if they are the states that are led to"),
            Self::TwoTargets(state, operation) => write!(f, "`{operation}` leads from `{state}` to several states; write `data-role=\"failure\"` on the cell of the state it leads to when it fails, and give each other operation a name of its own"),
            Self::AllowedAndNot(state, operation) => write!(f, "`{operation}` is listed as allowed in `{state}` and as not allowed; take one of them away"),
            Self::States(word) => write!(f, "`states` is `{word}`; write `rows` or `columns`"),
            Self::UnknownRole(word) => {
                write!(f, "`data-role` is `{word}`; write one of ")?;
                for (number, (name, _)) in ROLES.iter().enumerate() {
                    write!(f, "{}`{name}`", if number > 0 { ", " } else { "" })?;
                }
                Ok(())
            }
            Self::YesAndNo(word) => write!(f, "`{word}` is in both `yes` and `no`; take it out of one"),
            Self::NoYes(words) => {
                f.write_str("no cell says yes; ")?;
                if words.is_empty() {
                    f.write_str("mark what is allowed, with `✓` for example")?;
                }
                for (number, (word, proposal)) in words.iter().enumerate() {
                    let before = if number > 0 { "; " } else { "" };
                    write!(f, "{before}if `{word}` does, add `{}`", proposal.yes)?;
                }
                Ok(())
            }
            Self::SecondWord(word, proposal) => write!(f, "every cell says yes or `{word}`; if that is no, add `{}`", proposal.no),
            Self::Texts(text, texts, marks) => write!(f, "found {texts} texts such as `{text}`, and {marks} marks; write marks, or leave the columns of texts out with `data-role=\"ignore\"` on their headers"),
            Self::Word(text, more, proposal) => {
                write!(f, "`{text}` among the marks says neither yes nor no")?;
                match more {
                    0 => {}
                    1 => f.write_str(", nor does another text")?,
                    _ => write!(f, ", nor do {more} other texts")?,
                }
                match proposal {
                    Some(proposal) => write!(f, "; add {proposal}, or begin a condition with `?`"),
                    None => f.write_str("; begin the cell with a mark, or a condition with `?`, or leave its column out with `data-role=\"ignore\"` on the header"),
                }
            }
            Self::NoMarkNorState(text) => write!(f, "`{text}` is no state of the table, and no mark; write `→ {text}` if it is a state without a row, or `–` if the operation is not allowed"),
            Self::Number(number, Some(proposal)) => write!(f, "found the number `{number}` where a mark is wanted; add {proposal}"),
            Self::Number(number, None) => write!(f, "found the number `{number}` where a mark is wanted; write a mark, or leave its column out with `data-role=\"ignore\"` on the header"),
            Self::Picture(name, _) if name.is_empty() => f.write_str("a picture says neither yes nor no; give it an `alt` that does"),
            Self::Picture(name, proposal) => write!(f, "the picture `{name}` says neither yes nor no; add {proposal}, or give it an `alt` that does"),
            Self::Sign(sign, proposal) => write!(f, "`{sign}` may say yes or no in this table; add {proposal}"),
            Self::MarkAndState(word, proposal) => write!(f, "`{word}` may say that the operation is allowed or not, or name the state that it leads to; add {proposal}, or write `→ {word}`"),
            Self::SeveralStates(text) => write!(f, "`{text}` names several states; say which is which with `data-success` and `data-failure`"),
            Self::UnknownState(name, near) => {
                write!(f, "no state is called `{name}`")?;
                near.as_ref().map_or(Ok(()), |near| write!(f, "; did you mean `{near}`?"))
            }
            Self::OutcomeOfRefused => f.write_str("found `data-success`, `data-failure` or `data-via` on a cell that does not say yes; mark it, or take the attribute away"),
            Self::OutcomeOfState => f.write_str("found `data-success`, `data-failure` or `data-via` on the name of a state; put it on the name of an operation, or on a cell"),
            Self::OtherRow(name, first) => write!(f, "the states `{name}` have no row in table {first}; give both tables the same rows, or take one away"),
            Self::MissingRow(name, first) => write!(f, "the states `{name}` of table {first} have no row here; give both tables the same rows, or take one away"),
            Self::OtherShape(first) => write!(f, "it is of another shape than table {first}, from which the chart is read"),
            Self::Across(text) => write!(f, "`{text}` stands across all columns and is left out"),
            Self::LeftOut(names) => {
                f.write_str("left out, as neither states nor operations: ")?;
                list(names, f)
            }
            Self::NoRow(name) => write!(f, "`{name}` has no row; it is a state in which nothing is allowed"),
            Self::Alone(why) => {
                f.write_str("the table is left alone: ")?;
                why.fmt(f)
            }
            Self::Chart(kind) => kind.fmt(f),
        }
    }
}

/// The names, each in backticks.
fn list(names: &[String], f: &mut fmt::Formatter<'_>) -> fmt::Result {
    for (number, name) in names.iter().enumerate() {
        write!(f, "{}`{name}`", if number > 0 { ", " } else { "" })?;
    }
    Ok(())
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
    /// Adds a problem, but for one that has the same cause as a known one.
    pub(super) fn push(&mut self, place: Place, kind: ProblemKind) {
        let same = |known: &Problem| {
            let list = matches!(kind, ProblemKind::NotAName(_) | ProblemKind::NoNames(_));
            known.place.table == place.table
                && (known.kind == kind && kind != ProblemKind::NoName
                    || list && matches!(known.kind, ProblemKind::NotAName(_)))
        };
        if self.told.iter().any(same) {
            return;
        }
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
