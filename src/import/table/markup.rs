//! From the markup of a cell to its text, notes and pictures.
//!
//! Each element is opened, its texts are given, and it is closed. This room knows tags and classes; what texts
//! mean it does not know.

use super::outline::Tag;
use super::text::{ASIDE, CODE, CODE_END, ITEM, SOFT, is_blank, is_note};
use super::{Cell, Image};

/// What an element is closed with.
enum Open {
    Inside,
    /// On lines of its own.
    Block,
    /// An item of a list.
    Item,
    /// A run of text in the style of a name: a code span, bold, a link, a badge.
    Run(Run),
    /// A raised text: a footnote or a part of the text.
    Raised,
    /// Shown, and not read out; a picture, if nothing stands in it.
    Unread(Image),
    /// Crossed out.
    Struck,
    /// A picture, if nothing stands in it.
    Icon(Image),
    /// The name of a picture as a text.
    Ligature,
    /// A drawing; texts in it are its title.
    Drawing(Image),
    Title,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Run {
    Code,
    Bold,
    Link,
    Badge,
}

/// Where something began: how much text and how many pictures there were.
struct Begun {
    open: Open,
    text: usize,
    images: usize,
}

/// Gathers one cell.
#[derive(Default)]
pub(super) struct CellText {
    cell: Cell,
    open: Vec<Begun>,
    bold: usize,
    runs: usize,
    /// Whether all of its words are bold; `None` before the first.
    all_bold: Option<bool>,
    /// Whether any text stands outside of the runs.
    loose: bool,
    /// The kind of the last run, and the length of the text where it ended.
    last: Option<(Run, usize)>,
    unread: String,
    struck: String,
    /// What the footnote says that a raised text leads to.
    footnote: String,
}

/// The attribute that stands in an outline for what the footnote says that a link leads to.
const FOOTNOTE: &str = "footnote";

/// Classes of links from a heading or caption to itself; their sign is no part of it.
const OWN_LINKS: [&str; 4] = ["headerlink", "anchor", "hash-link", "heading-link"];
const READ_ONLY: [&str; 4] = [
    "sr-only",
    "visually-hidden",
    "visuallyhidden",
    "screen-reader",
];
const BADGES: [&str; 6] = ["badge", "label", "tag", "chip", "pill", "lozenge"];

impl CellText {
    /// Opens an element; `false` if nothing in it counts, and it is not to be closed.
    pub(super) fn open(&mut self, element: Tag<'_>) -> bool {
        let name = element.name;
        let attribute = |name| element.attribute(name).unwrap_or("");
        let class = attribute("class").to_ascii_lowercase();
        let has_class = |known: &[&str]| known.iter().any(|known| class.contains(known));
        let style = attribute("style").replace(' ', "").to_ascii_lowercase();
        if element.attribute("hidden").is_some()
            || style.contains("display:none")
            || style.contains("visibility:hidden")
            || name == "a" && has_class(&OWN_LINKS)
        {
            return false;
        }
        let label = || {
            ["aria-label", "title", "alt", "data-emoji-fallback"]
                .into_iter()
                .map(attribute)
                .find(|text| !text.trim().is_empty())
                .unwrap_or("")
                .to_owned()
        };
        let open = match name {
            "script" | "style" | "template" | "rt" | "rp" | "noscript" | "colgroup" => {
                return false;
            }
            // It is read as a table of its own; here it only has to be seen.
            "table" => return self.image("a table", ""),
            "br" => {
                self.cell.text.push('\n');
                return false;
            }
            "img" => return self.image(attribute("alt"), attribute("src")),
            "input" if attribute("type").eq_ignore_ascii_case("checkbox") => {
                let checked = element.attribute("checked").is_some();
                let word = if checked { "checked" } else { "unchecked" };
                return self.image(word, "");
            }
            "title" | "desc" if self.in_drawing() => Open::Title,
            "use" if self.in_drawing() => {
                let href = [attribute("href"), attribute("xlink:href")].concat();
                self.name_drawing(&href);
                return false;
            }
            _ if self.in_drawing() => Open::Inside,
            "svg" => Open::Drawing(Image {
                alt: label(),
                source: class.clone(),
            }),
            "sup" | "a"
                if self
                    .open
                    .iter()
                    .any(|begun| matches!(begun.open, Open::Raised)) =>
            {
                Open::Inside
            }
            "sup" => Open::Raised,
            "a" if class.contains("footnote") || is_footnote(attribute("href")) => Open::Raised,
            "del" | "s" | "strike" => Open::Struck,
            "li" => Open::Item,
            "p" | "div" | "ul" | "ol" | "dl" | "dt" | "dd" | "center" | "pre" | "blockquote"
            | "section" | "article" => Open::Block,
            "i" | "span" | "em" | "mark" | "ac:emoticon" | "g-emoji"
                if has_class(&["material-icons", "material-symbols"]) =>
            {
                Open::Ligature
            }
            _ if attribute("aria-hidden") == "true" => Open::Unread(Image {
                alt: String::new(),
                source: class.clone(),
            }),
            "code" | "kbd" | "samp" | "tt" => Open::Run(Run::Code),
            "b" | "strong" => Open::Run(Run::Bold),
            "a" => Open::Run(Run::Link),
            "button" => Open::Run(Run::Badge),
            "span" if has_class(&BADGES) => Open::Run(Run::Badge),
            "i" | "span" | "em" | "ac:emoticon" => {
                let alt = label();
                if class.is_empty() && alt.is_empty() {
                    Open::Inside
                } else {
                    Open::Icon(Image {
                        alt,
                        source: class.clone(),
                    })
                }
            }
            _ => Open::Inside,
        };
        if matches!(open, Open::Raised) {
            self.footnote.clear();
        }
        if name == "small" {
            self.describe();
        }
        if let Some(said) = element.attribute(FOOTNOTE) {
            said.clone_into(&mut self.footnote);
        }
        self.begin(open, has_class(&READ_ONLY));
        true
    }

    fn begin(&mut self, open: Open, apart: bool) {
        if apart {
            self.cell.text.push(' ');
        }
        match &open {
            Open::Block => self.cell.text.push('\n'),
            Open::Item => self.cell.text.push(ITEM),
            Open::Run(run) => self.begin_run(*run),
            _ => {}
        }
        self.open.push(Begun {
            open,
            text: self.cell.text.len(),
            images: self.cell.images.len(),
        });
    }

    /// Two runs of one kind side by side, with nothing but blanks between, are two names.
    fn begin_run(&mut self, run: Run) {
        if let Some((last, end)) = self.last
            && last == run
            && let Some(between) = self.cell.text.get(end..)
            && between.chars().all(char::is_whitespace)
            && (!between.is_empty() || matches!(run, Run::Code | Run::Badge))
            && !between.contains(['\n', ITEM])
        {
            self.cell.text.truncate(end);
            self.cell.text.push(SOFT);
        }
        self.runs += 1;
        match run {
            Run::Code => self.cell.text.push(CODE),
            Run::Bold => self.bold += 1,
            Run::Link | Run::Badge => {}
        }
    }

    /// Begins a line that describes the name above it.
    fn describe(&mut self) {
        if self.cell.text.trim_end_matches(' ').ends_with('\n') {
            self.cell.text.push(ASIDE);
        }
    }

    /// A text in the element that was opened last.
    pub(super) fn text(&mut self, words: &str) {
        if self.in_drawing()
            && !self
                .open
                .iter()
                .any(|begun| matches!(begun.open, Open::Title))
        {
            return;
        }
        if !words.trim().is_empty() {
            if self.all_bold == Some(true) && self.runs == 0 {
                self.describe();
            }
            self.all_bold = Some(self.all_bold.unwrap_or(true) && self.bold > 0);
            self.loose |= self.runs == 0 && words.chars().any(char::is_alphanumeric);
        }
        // A line end in the source is a space on the page.
        let space = |letter| {
            if matches!(
                letter,
                '\n' | '\r' | '\t' | SOFT | ITEM | CODE | CODE_END | ASIDE
            ) {
                ' '
            } else {
                letter
            }
        };
        self.cell.text.extend(words.chars().map(space));
    }

    /// Closes the element that was opened last; `false` if none is open.
    pub(super) fn close(&mut self) -> bool {
        let Some(Begun { open, text, images }) = self.open.pop() else {
            return false;
        };
        match open {
            Open::Inside => {}
            Open::Block => self.cell.text.push('\n'),
            Open::Item => self.cell.text.push(ITEM),
            Open::Run(run) => {
                self.runs = self.runs.saturating_sub(1);
                match run {
                    Run::Code => self.cell.text.push(CODE_END),
                    Run::Bold => self.bold = self.bold.saturating_sub(1),
                    Run::Link | Run::Badge => {}
                }
                self.last = Some((run, self.cell.text.len()));
            }
            Open::Raised => {
                let raised = self.cell.text.get(text..).unwrap_or("").trim().to_owned();
                let said = std::mem::take(&mut self.footnote);
                if is_note(&raised) {
                    self.cell.text.truncate(text);
                    let note = if said.is_empty() { &raised } else { &said };
                    self.cell.notes.push_str(note);
                }
            }
            Open::Unread(image) => {
                let unread = self.cell.text.split_off(text);
                let nothing = unread.trim().is_empty() && self.cell.images.len() == images;
                if nothing && !image.source.is_empty() {
                    self.cell.images.push(image);
                }
                self.unread.push_str(&unread);
            }
            Open::Struck => {
                let struck = self.cell.text.split_off(text);
                self.struck.push_str(&struck);
            }
            Open::Icon(image) => {
                let nothing = self.cell.text.get(text..).unwrap_or("").trim().is_empty();
                if nothing && self.cell.images.len() == images {
                    self.cell.images.push(image);
                }
            }
            Open::Ligature => {
                let source = self.cell.text.split_off(text);
                let alt = String::new();
                self.cell.images.push(Image { alt, source });
            }
            Open::Title => {
                let title = self.cell.text.split_off(text);
                let drawing = self
                    .open
                    .iter_mut()
                    .rev()
                    .find_map(|begun| match &mut begun.open {
                        Open::Drawing(image) => Some(image),
                        _ => None,
                    });
                if let Some(image) = drawing.filter(|image| image.alt.is_empty()) {
                    image.alt = title;
                }
            }
            Open::Drawing(image) => {
                self.cell.text.truncate(text);
                self.cell.images.push(image);
            }
        }
        true
    }

    fn in_drawing(&self) -> bool {
        let drawing = |begun: &Begun| matches!(begun.open, Open::Drawing(_));
        self.open.iter().any(drawing)
    }

    fn name_drawing(&mut self, name: &str) {
        for begun in &mut self.open {
            if let Open::Drawing(image) = &mut begun.open {
                image.source.push(' ');
                image
                    .source
                    .push_str(name.rsplit('#').next().unwrap_or(name));
            }
        }
    }

    fn image(&mut self, alt: &str, source: &str) -> bool {
        let (alt, source) = (alt.to_owned(), source.to_owned());
        self.cell.images.push(Image { alt, source });
        false
    }

    /// The cell, with text, notes, pictures and style; spans, role and attributes are its finder's.
    pub(super) fn finish(mut self) -> Cell {
        while self.close() {}
        if is_blank(&self.cell.text) && self.cell.images.is_empty() {
            if is_blank(&self.unread) {
                self.cell.struck = !is_blank(&self.struck);
                self.cell.text = self.struck;
            } else {
                self.cell.text = self.unread;
            }
        }
        if self.loose {
            // A run in a sentence is no name of its own.
            self.cell.text = self.cell.text.replace(SOFT, " ");
        }
        self.cell.strong = self.all_bold.unwrap_or(false);
        self.cell
    }
}

/// Whether an address is that of a footnote on the same page.
fn is_footnote(address: &str) -> bool {
    ["#fn", "#cite", "#footnote", "#note", "#_ftn"]
        .into_iter()
        .any(|start| address.starts_with(start))
}
