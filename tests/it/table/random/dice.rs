//! Choices rolled in advance, so that a failing example shrinks: the plain choice is always 0.

use proptest::prelude::*;

/// Rolls, taken one after the other; when they are used up, each choice is the plain one.
#[derive(Clone)]
pub(super) struct Dice {
    rolls: Vec<u16>,
    at: usize,
}

/// The page tells more than its rolls.
impl std::fmt::Debug for Dice {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} rolls", self.rolls.len())
    }
}

impl Dice {
    pub(super) fn any() -> impl Strategy<Value = Self> {
        proptest::collection::vec(any::<u16>(), 300).prop_map(|rolls| Self { rolls, at: 0 })
    }

    /// A number below `sides`.
    pub(super) fn below(&mut self, sides: usize) -> usize {
        let roll = self.rolls.get(self.at).copied().unwrap_or(0);
        self.at += 1;
        usize::from(roll) % sides.max(1)
    }

    /// Whether something happens that happens once in `sides` times.
    pub(super) fn one_in(&mut self, sides: usize) -> bool {
        self.below(sides) + 1 == sides
    }

    /// One of these.
    pub(super) fn pick<T: Clone>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())].clone()
    }

    /// The same in another order.
    pub(super) fn shuffle<T>(&mut self, list: &mut [T]) {
        for last in (1..list.len()).rev() {
            let other = last - self.below(last + 1);
            list.swap(last, other);
        }
    }
}
