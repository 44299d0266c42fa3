//! From the markup of a cell to its text, notes, pictures and style.

use scraper::Html;
use state_chart::import::table::Cell;

/// The cell that this markup is in.
fn cell(markup: &str) -> Cell {
    let page = format!("<table><tr><td>{markup}</td></tr></table>");
    let tables = super::html::tables(Html::parse_document(&page).root_element());
    let mut cells = tables.into_iter().flat_map(|table| table.rows).flatten();
    cells.next().expect("a cell")
}

/// Its text and its pictures: the name of each, or what else there is of it.
fn seen(markup: &str) -> (String, Vec<String>) {
    let cell = cell(markup);
    let name = |(alt, source): (String, String)| if alt.is_empty() { source } else { alt };
    let images = cell.images.into_iter();
    let images = images.map(|image| name((image.alt, image.source)));
    (cell.text.trim().to_owned(), images.collect())
}

fn text(markup: &str) -> String {
    let (text, images) = seen(markup);
    assert_eq!(images, [""; 0], "{markup}");
    text
}

fn pictures(markup: &str) -> Vec<String> {
    let (text, images) = seen(markup);
    assert_eq!(text, "", "{markup}");
    images
}

#[test]
fn what_a_page_hides_is_no_text_and_what_it_only_reads_out_stands_apart() {
    for hidden in [
        "<b hidden>no</b>",
        "<b style='display: none'>no</b>",
        "<b style='VISIBILITY:HIDDEN'>no</b>",
        "<a class=headerlink href=#x>no</a>",
        "<a class='hash-link' href=#x>no</a>",
        "<script>no</script>",
        "<template>no</template>",
    ] {
        assert_eq!(text(&format!("yes{hidden}")), "yes", "{hidden}");
    }
    for shown in [
        "<a class=link href=x>no</a>",
        "<b class=headerlink>no</b>",
        "<b style='color: red'>no</b>",
    ] {
        assert_eq!(text(&format!("yes{shown}")), "yesno", "{shown}");
    }
    for apart in ["b", "span", "code", "em"] {
        let cell = cell(&format!("yes<{apart} class=sr-only>no</{apart}>"));
        assert!(cell.text.starts_with("yes "), "{apart}: {}", cell.text);
    }
    assert_eq!(text("Sus<wbr>pended"), "Suspended");
}

#[test]
fn a_picture_is_what_its_markup_calls_it() {
    for (markup, names) in [
        ("<img alt=Yes src=a.png>", &["Yes"][..]),
        ("<img src=a.png>", &["a.png"]),
        ("<i class=icon aria-label=' ' title=Yes></i>", &["Yes"]),
        ("<i class='fa check'></i>", &["fa check"]),
        ("<i class=box><img alt=Yes></i>", &["Yes"]),
        ("<i></i>", &[]),
        ("<i class=material-icons>check</i>", &["check"]),
        ("<b aria-hidden=true class=check></b>", &["check"]),
        ("<b aria-hidden=true></b>", &[]),
        ("<b aria-hidden=true class=box><img alt=Yes></b>", &["Yes"]),
        ("<input type=checkbox>", &["unchecked"]),
        ("<input type=CHECKBOX checked>", &["checked"]),
        ("<input type=text>", &[]),
        ("<svg aria-label=Yes><path/></svg>", &["Yes"]),
        ("<svg class=a><title>Yes</title>no</svg>", &["Yes"]),
        ("<svg class=a><use href='i.svg#check'/></svg>", &["a check"]),
        (
            "<svg class=a><g aria-hidden=true class=b><path/></g></svg>",
            &["a"],
        ),
        ("<svg class=a><g class=b><text>no</text></g></svg>", &["a"]),
    ] {
        assert_eq!(pictures(markup), names, "{markup}");
    }
}

#[test]
fn what_is_of_drawings_is_text_outside_of_them() {
    assert_eq!(text("<desc>Off</desc>"), "Off");
    assert_eq!(text("<use href=#check>Off</use>"), "Off");
    assert_eq!(text("<i class=check>Yes</i>"), "Yes");
    assert_eq!(text("<b aria-hidden=true class=check>✓</b>"), "✓");
    assert_eq!(text("Yes<b aria-hidden=true>✓</b>"), "Yes");
}

#[test]
fn a_link_to_a_footnote_is_a_note() {
    let notes = |link: &str| {
        let cell = cell(&format!("Yes{link}"));
        (cell.text, cell.notes)
    };
    let noted = ("Yes".to_owned(), "1".to_owned());
    for link in [
        "<a class=footnote-ref href=#x>1</a>",
        "<a href='#fn:1'>1</a>",
        "<a href=#cite_note-1>1</a>",
        "<a href=#footnote1>1</a>",
        "<a href=#note1>1</a>",
        "<a href=#_ftn1>1</a>",
        "<sup>1</sup>",
        "<sup><a href=#x>1</a></sup>",
    ] {
        assert_eq!(notes(link), noted, "{link}");
    }
    let plain = ("Yes1".to_owned(), String::new());
    assert_eq!(notes("<a href=#part>1</a>"), plain);
}

#[test]
fn a_cell_is_strong_if_all_of_its_words_are() {
    for (markup, strong) in [
        ("<b>Yes</b>", true),
        ("<b>Yes</b> <strong>No</strong>", true),
        ("<b>Yes</b> No", false),
        ("Yes <b>No</b>", false),
        ("Yes", false),
        ("<b></b>", false),
        ("<b>Yes</b><i class=check></i>", true),
    ] {
        assert_eq!(cell(markup).strong, strong, "{markup}");
    }
    assert!(cell("<del>Yes</del>").struck);
    assert_eq!(cell("<del>Yes</del> No").text.trim(), "No");
    assert!(!cell("<del>Yes</del> No").struck);
}

#[test]
fn names_in_one_style_side_by_side_are_two_and_in_a_sentence_they_are_words() {
    let pieces = |markup: &str| {
        let text = cell(markup).text;
        let plain = |letter: char| if letter.is_control() { '|' } else { letter };
        text.chars().map(plain).collect::<String>()
    };
    assert_eq!(pieces("<code>a</code><code>b</code>"), "|a|||b|");
    assert_eq!(pieces("<a href=x>a</a> <a href=x>b</a>"), "a|b");
    assert_eq!(pieces("<a href=x>a</a><a href=x>b</a>"), "ab");
    assert_eq!(pieces("use <a href=x>a</a> <a href=x>b</a>"), "use a b");
    assert_eq!(pieces("<a href=x>a</a> <a href=x>b</a> too"), "a b too");
}
