//! The compact form of a chart: what one program writes and another reads, in as few bytes as it takes.
//!
//! Charts of authors are read and checked by programs that the widget does not contain. They hand it
//! this form, which is checked again: bytes that are no chart give none. [`Writer`] and [`Reader`]
//! are for all that crosses between programs.

mod bytes;
mod read;
mod write;

pub use bytes::{Reader, Writer};

use super::Chart;

impl Chart {
    /// The chart in the compact form.
    #[must_use]
    pub fn pack(&self) -> Vec<u8> {
        let mut writer = Writer::default();
        self.write(&mut writer);
        writer.into_bytes()
    }

    /// The chart in `bytes`; `None` where they are not the compact form of any.
    #[must_use]
    pub fn unpack(bytes: &[u8]) -> Option<Self> {
        let mut reader = Reader::new(bytes);
        let chart = Self::read(&mut reader)?;
        reader.is_done().then_some(chart)
    }
}
