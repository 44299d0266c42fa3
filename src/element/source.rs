//! Where the chart of an element comes from.

use crate::chart::Chart;
use crate::import::json::Problem;
use crate::page;
use std::rc::Rc;
use web_sys::HtmlElement;

/// The chart of an element that brings none of its own.
pub const BUILT_IN: &str = include_str!(concat!(env!("OUT_DIR"), "/biztalk-services.json"));

thread_local! {
    /// Read once, shared by every element that shows it.
    static BUILT_IN_CHART: Result<Rc<Chart>, Vec<Problem>> = page::parse(BUILT_IN).map(Rc::new);
}

/// The most blocks that are taken to clear memory.
const BLOCKS: usize = 4096;

/// Reads the built-in chart, if that was not done yet, and leaves no trace of the reading in memory:
/// whoever ships the memory as it is then would ship that as well.
pub(super) fn read() {
    let mut taken: Vec<Vec<u8>> = Vec::with_capacity(BLOCKS);
    BUILT_IN_CHART.with(|_| ());
    // Whatever is free is taken once more, from large to small, until there is none.
    for power in (2..18).rev() {
        while taken.len() < BLOCKS {
            let mut block = Vec::new();
            if block.try_reserve_exact(1 << power).is_err() {
                break;
            }
            block.resize(1 << power, 0);
            taken.push(std::hint::black_box(block));
        }
    }
    // Nor of where they were.
    taken.fill_with(Vec::new);
    std::hint::black_box(&mut taken);
}

/// The chart of `host`: the given `json`, else its JSON child, else the built-in one; and the JSON
/// that it is read from.
///
/// # Errors
///
/// Every problem of it.
pub(super) fn chart(
    host: &HtmlElement,
    json: Option<String>,
) -> Result<(Rc<Chart>, String), Vec<Problem>> {
    let child = || {
        let child = ":scope > script[type=\"application/json\"]";
        let script = host.query_selector(child).ok()??;
        Some(script.text_content().unwrap_or_default())
    };
    let Some(json) = json.or_else(child) else {
        let chart = BUILT_IN_CHART.with(Clone::clone)?;
        return Ok((chart, BUILT_IN.to_owned()));
    };
    Ok((Rc::new(page::parse(&json)?), json))
}
