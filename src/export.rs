//! A chart as text that other programs read, and a history as a runbook.
//!
//! Nothing here knows the browser or the readers of [`crate::import`], and nothing reads the text
//! back: what a format loses is said at its variant of [`Format`].

mod arrow;
mod csv;
mod dot;
mod html;
mod json;
mod markdown;
pub(crate) mod markup;
mod mermaid;
mod runbook;
mod scxml;
mod tree;
mod unique_names;
mod xstate;

pub use runbook::runbook;

use crate::chart::{Chart, Permission};

/// The check mark in every format that shows one.
pub const MARK: &str = "√";

/// What stands before the note of a cell that is not allowed. Without a note such a cell is blank.
const CROSS: &str = "✗";

/// A format that a chart can be written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// The documented format, version 1. Nothing is lost.
    Json,
    /// A table for each group. Events from outside are lost, and outcomes that differ within a row.
    Html,
    /// A table for each group. Everything but names, check marks, conditions and notes is lost.
    Markdown,
    /// One table, a line for each state. Everything but names, check marks, conditions and notes is
    /// lost.
    Csv,
    /// A state diagram. Tables, descriptions, transitional states and notes are lost.
    Mermaid,
    /// A state machine of the W3C's State Chart XML. Tables and descriptions are lost.
    Scxml,
    /// A graph for Graphviz. Tables, descriptions, transitional states and notes are lost.
    Dot,
    /// A JavaScript module with a machine for XState 5. The title, tables and descriptions are lost.
    XState,
}

impl Format {
    /// Every format, in the order in which readers are offered them.
    pub const ALL: [Self; 8] = [
        Self::Json,
        Self::Html,
        Self::Markdown,
        Self::Csv,
        Self::Mermaid,
        Self::Scxml,
        Self::Dot,
        Self::XState,
    ];

    /// Its name, as readers know it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Json => "JSON",
            Self::Html => "HTML",
            Self::Markdown => "Markdown",
            Self::Csv => "CSV",
            Self::Mermaid => "Mermaid",
            Self::Scxml => "SCXML",
            Self::Dot => "Graphviz",
            Self::XState => "XState",
        }
    }

    /// Its media type.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Json => "application/json",
            Self::Html => "text/html",
            Self::Markdown => "text/markdown",
            Self::Csv => "text/csv",
            Self::Mermaid => "text/vnd.mermaid",
            Self::Scxml => "application/scxml+xml",
            Self::Dot => "text/vnd.graphviz",
            Self::XState => "text/javascript",
        }
    }

    /// The extension of its files, without the dot.
    #[must_use]
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Html => "html",
            Self::Markdown => "md",
            Self::Csv => "csv",
            Self::Mermaid => "mmd",
            Self::Scxml => "scxml",
            Self::Dot => "dot",
            Self::XState => "js",
        }
    }

    /// What a file, unlike text that is copied, begins with: spreadsheets take CSV for
    /// something older than UTF-8 without a byte order mark.
    #[must_use]
    pub const fn opening(self) -> &'static str {
        match self {
            Self::Csv => "\u{FEFF}",
            _ => "",
        }
    }
}

/// `chart` as text in `format`.
#[must_use]
pub fn write(format: Format, chart: &Chart) -> String {
    match format {
        Format::Json => json::write(chart),
        Format::Html => html::write(chart),
        Format::Markdown => markdown::write(chart),
        Format::Csv => csv::write(chart),
        Format::Mermaid => mermaid::write(chart),
        Format::Scxml => scxml::write(chart),
        Format::Dot => dot::write(chart),
        Format::XState => xstate::write(chart),
    }
}

/// What stands in a cell of a table: its mark or condition, and the note after it.
fn cell_text(permission: &Permission, note: Option<&str>) -> String {
    let (mark, apart) = match permission {
        Permission::Allowed => (MARK, " "),
        Permission::Conditional(condition) => (&**condition, "; "),
        Permission::Refused => (CROSS, " "),
    };
    match note {
        Some(note) => [mark, apart, note].concat(),
        None if *permission == Permission::Refused => String::new(),
        None => mark.to_owned(),
    }
}
