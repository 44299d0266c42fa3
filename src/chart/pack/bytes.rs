//! Numbers, texts and positions as bytes.

use crate::chart::{Chart, StateId};

/// Writes numbers and texts one after the other.
#[derive(Debug, Default)]
pub struct Writer(Vec<u8>);

impl Writer {
    /// Writes a number: seven bits a byte, and whether another follows.
    pub fn number(&mut self, mut number: usize) {
        while number > 127 {
            self.0.push(number as u8 | 128);
            number >>= 7;
        }
        self.0.push(number as u8);
    }

    /// Writes a text.
    pub fn text(&mut self, text: &str) {
        self.number(text.len());
        self.0.extend_from_slice(text.as_bytes());
    }

    /// Writes a position; `None` is no service.
    pub fn position(&mut self, position: Option<StateId>) {
        self.number(position.map_or(0, |state| state.index() + 1));
    }

    /// What was written.
    #[must_use]
    pub fn into_bytes(self) -> Vec<u8> {
        self.0
    }
}

/// Reads what a [`Writer`] wrote. Its methods give `None` for bytes that no writer wrote.
#[derive(Debug)]
pub struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    /// Reads `bytes` from their start.
    #[must_use]
    pub const fn new(bytes: &'a [u8]) -> Self {
        Self(bytes)
    }

    /// The next number.
    pub fn number(&mut self) -> Option<usize> {
        let mut number = 0_u32;
        for shift in (0..32).step_by(7) {
            let (&byte, rest) = self.0.split_first()?;
            self.0 = rest;
            number |= u32::from(byte & 127) << shift;
            if byte < 128 {
                return usize::try_from(number).ok();
            }
        }
        None
    }

    /// How many things follow. Each takes a byte at least, so that no number asks for more memory
    /// than the bytes have.
    pub fn count(&mut self) -> Option<usize> {
        self.count_after(0)
    }

    /// How many things follow in all, where the next number comes after `known` of them: the things
    /// of a list of lists, whose lengths come first.
    pub fn count_after(&mut self, known: usize) -> Option<usize> {
        let count = self.number()?.checked_add(known)?;
        (count <= self.0.len()).then_some(count)
    }

    /// The next text.
    pub fn text(&mut self) -> Option<&'a str> {
        let length = self.count()?;
        let (text, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        std::str::from_utf8(text).ok()
    }

    /// The next position, in `chart`.
    pub fn position(&mut self, chart: &Chart) -> Option<Option<StateId>> {
        Some(match self.number()?.checked_sub(1) {
            Some(index) => Some(chart.state_at(index)?),
            None => None,
        })
    }

    /// Whether all is read.
    #[must_use]
    pub const fn is_done(&self) -> bool {
        self.0.is_empty()
    }
}
