//! Tables as one text: what is taken from it, and that no text of signs breaks the reader.

use super::html::outline_of;
use proptest::prelude::*;
use state_chart::import::table::{ATTRIBUTE, CLOSE, OPEN, Options, TEXT, outlined, read};

/// `{` opens, `@` an attribute, `~` a text, `}` closes.
fn signs(text: &str) -> String {
    let signs = [('{', OPEN), ('@', ATTRIBUTE), ('~', TEXT), ('}', CLOSE)];
    let sign = |letter| signs.iter().find(|(plain, _)| *plain == letter);
    text.chars()
        .map(|letter| sign(letter).map_or(letter, |(_, sign)| *sign))
        .collect()
}

#[test]
fn rows_cells_and_what_their_tags_say_are_taken() {
    let outline = signs(
        "{table@aria-label=Jobs~#### Before{thead{tr{th~State}{th@colspan=2@data-role=operation~Stop}}}\
         {tbody{tr@hidden={td~never}}{tr{th~Active}{td@hidden=~never}{td@data-success=Stopped{b~✓}}}}}",
    );
    let [table] = outlined(&outline).try_into().expect("one table");
    assert_eq!(table.caption, "Jobs");
    let [head, body] = table.rows.try_into().expect("two rows");
    assert_eq!(head.len(), 2);
    assert!(head.iter().all(|cell| cell.head && cell.header));
    assert_eq!(head.last().map(|cell| cell.colspan), Some(2));
    let role = head.last().and_then(|cell| cell.role.as_deref());
    assert_eq!(role, Some("operation"));
    let texts: Vec<_> = body.iter().map(|cell| cell.text.as_str()).collect();
    assert_eq!(texts, ["Active", "✓"]);
    let last = body.last().expect("a cell");
    assert_eq!(last.success.as_deref(), Some("Stopped"));
    assert!(last.strong && !last.head);
}

#[test]
fn the_title_of_a_table_is_its_caption_its_label_the_text_or_the_heading_before_it() {
    let title = |outline| {
        let tables = outlined(&signs(outline)).into_iter();
        tables.map(|table| table.caption).collect::<Vec<_>>()
    };
    assert_eq!(title("{table@aria-label=L~# B{caption~C}}"), ["C"]);
    assert_eq!(title("{table@aria-label=L~# B{h2~H}}"), ["L"]);
    assert_eq!(
        title("{table~# B{h2~H}}{table{h2~H}}{table}"),
        ["B", "H", ""]
    );
    // A text without a number sign is no heading, nor are number signs alone.
    assert_eq!(title("{table~Before{h2~H}}{table~##{h2~H}}"), ["H", "H"]);
}

#[test]
fn what_is_out_of_sight_in_a_cell_is_passed_over_with_all_that_is_in_it() {
    let outline =
        "{table{tbody{tr{td{script{b~one}~two}~three{span@hidden={i{i~four}}}~ five}{td~six}}}}";
    let tables = outlined(&signs(outline));
    let cells = tables.iter().flat_map(|table| table.rows.iter().flatten());
    let texts: Vec<_> = cells.map(|cell| cell.text.as_str()).collect();
    assert_eq!(texts, ["three five", "six"]);
}

proptest! {
    #[test]
    fn prop_no_text_of_signs_breaks_the_reader(text in "[{@~}a-c= \n✓]{0,200}") {
        let tables = outlined(&signs(&["{table{tbody{tr{td", &text].concat()));
        let _: Result<_, _> = read(&tables, &Options::default());
    }

    #[test]
    fn prop_an_outline_that_ends_early_has_the_rows_before(at in 0.0..1.0_f64) {
        let whole = outline_of(include_str!("../../tables/biztalk.html"));
        let letters = whole.chars().count();
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss,
            reason = "a place in a text of some thousand letters")]
        let cut: String = whole.chars().take((letters as f64 * at) as usize).collect();
        let (whole, cut) = (outlined(&whole), outlined(&cut));
        prop_assert!(cut.len() <= whole.len());
        for (cut, whole) in cut.iter().zip(&whole) {
            let before = cut.rows.len().saturating_sub(1);
            prop_assert_eq!(cut.rows.get(..before), whole.rows.get(..before));
        }
    }
}
