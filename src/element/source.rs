//! Where the chart of an element comes from.

use crate::built_in;
use crate::chart::Chart;
use crate::js;
use std::rc::Rc;
use wasm_bindgen::JsValue;

thread_local! {
    /// Read once, shared by every element that shows it.
    static BUILT_IN_CHART: Option<Rc<Chart>> = Chart::unpack(built_in::PACKED).map(Rc::new);
}

/// The chart in the compact form `packed`; without it the built-in one.
///
/// # Errors
///
/// An `Error` if the bytes are no chart.
pub(super) fn chart(packed: Option<&[u8]>) -> Result<Rc<Chart>, JsValue> {
    let chart = match packed {
        Some(packed) => Chart::unpack(packed).map(Rc::new),
        None => BUILT_IN_CHART.with(Clone::clone),
    };
    chart.ok_or_else(|| {
        js::problems(&["the bytes are no chart in the compact form of this version"])
    })
}
