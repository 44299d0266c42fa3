//! The chart that comes with the crate. Both its forms are made when the crate is built, of one file.

use crate::chart::Chart;

/// The chart in the JSON format.
pub const JSON: &str = include_str!(concat!(env!("OUT_DIR"), "/biztalk-services.json"));

/// The chart in the compact form.
pub const PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/biztalk-services.chart"));

impl Chart {
    /// The chart of BizTalk Services, with where its operations lead.
    ///
    /// ```
    /// use state_chart::chart::Chart;
    ///
    /// let chart = Chart::biztalk();
    /// assert_eq!(chart.states().len(), 16);
    /// ```
    ///
    /// # Panics
    ///
    /// It does not: a test holds that the built-in chart can be read.
    #[must_use]
    #[expect(
        clippy::expect_used,
        reason = "the bytes are made of a chart when the crate is built"
    )]
    pub fn biztalk() -> Self {
        Self::unpack(PACKED).expect("the bytes are the compact form of a chart")
    }
}
