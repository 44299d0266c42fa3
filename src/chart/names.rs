//! Names in order, to look one up; and lower case without the tables of the standard library.

/// Which of many names are known, each by its place. Who asks says what stands at a place.
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

    /// Adds what stands at `place`. Of several of one name the first has it: then the answer is no.
    pub fn add<'a>(&mut self, place: usize, name_at: &dyn Fn(usize) -> &'a str) -> bool {
        let found = self.find(name_at(place), name_at);
        if let Err(at) = found {
            self.0.insert(at, place as u32);
        }
        found.is_err()
    }
}

/// `text` in lower case, as far as the alphabets of Europe go. The standard library knows every
/// alphabet, by tables that are larger than the rest of the domain together.
#[must_use]
pub fn lower(text: &str) -> String {
    let letter = |letter: char| {
        let code = letter as u32;
        let by = match code {
            0x41..=0x5a
            | 0xc0..=0xd6
            | 0xd8..=0xde
            | 0x391..=0x3a1
            | 0x3a3..=0x3ab
            | 0x410..=0x42f => 32,
            0x400..=0x40f => 80,
            // Its small letter is in another alphabet.
            0x178 => return 'ÿ',
            0x100..=0x12f | 0x132..=0x137 | 0x14a..=0x177 | 0x460..=0x481 | 0x1e00..=0x1e95 => {
                1 - code % 2
            }
            0x139..=0x148 | 0x179..=0x17e => code % 2,
            _ => 0,
        };
        char::from_u32(code + by).unwrap_or(letter)
    };
    text.chars().map(letter).collect()
}
