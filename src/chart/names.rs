//! Names in order, to look one up.

/// Which of many names are known, as their places in a list in the order of the names. The names
/// themselves are the caller's, who says by `name_at` what stands at a place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names(Vec<u32>);

impl Names {
    /// No names.
    #[must_use]
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// Names whose places are given in the order of the names.
    pub(super) const fn of(places: Vec<u32>) -> Self {
        Self(places)
    }

    /// The places, in the order of the names.
    pub(super) fn places(&self) -> impl Iterator<Item = usize> {
        self.0.iter().map(|&place| place as usize)
    }

    /// Where `name` stands in order, or would stand.
    fn find<'a>(&self, name: &str, name_at: &dyn Fn(usize) -> &'a str) -> Result<usize, usize> {
        let before = |&place: &u32| name_at(place as usize) < name;
        let at = self.0.partition_point(before);
        match self.0.get(at) {
            Some(&place) if name_at(place as usize) == name => Ok(at),
            _ => Err(at),
        }
    }

    /// The place of `name`, if it is known.
    pub fn place<'a>(&self, name: &str, name_at: &dyn Fn(usize) -> &'a str) -> Option<usize> {
        let at = self.find(name, name_at).ok()?;
        self.0.get(at).map(|&place| place as usize)
    }

    /// Adds what stands at `place`. Whether its name is new; of several things of one name only the first is found.
    pub fn add<'a>(&mut self, place: usize, name_at: &dyn Fn(usize) -> &'a str) -> bool {
        let found = self.find(name_at(place), name_at);
        if let Err(at) = found {
            self.0.insert(at, place as u32);
        }
        found.is_err()
    }
}
