//! Distinct strings, numbered as they come, and their order where it is asked for.
//!
//! A hash table of numbers over one long string: no allocation a word, and half the time of the standard map.

use super::Arrange as _;

const EMPTY: u32 = u32::MAX;

/// Strings and their numbers, from 0, in order of arrival.
#[derive(Clone, Debug, Default)]
pub(crate) struct Numbering {
    /// All strings, one after the other, and where each ends.
    text: String,
    ends: Vec<usize>,
    /// The upper half of each string's hash.
    hashes: Vec<u32>,
    /// Numbers by hash, a power of two of them, at most half in use; the next free place where one is taken.
    places: Vec<u32>,
}

impl Numbering {
    /// Room for so many strings, so that none is moved as they come.
    pub fn with_room(strings: usize) -> Self {
        let mut numbering = Self::default();
        numbering.grow(strings * 2);
        numbering
    }

    /// The number of a string, a new one where it has none yet.
    #[inline]
    pub fn number(&mut self, string: &str) -> u32 {
        if self.ends.len() * 2 >= self.places.len() {
            self.grow(self.places.len() * 2);
        }
        let hash = hash(string.as_bytes());
        match self.place(string, hash) {
            Ok(number) => number,
            Err(free) => self.insert(free, (hash >> 32) as u32, string),
        }
    }

    /// The number of a string that has one.
    pub fn find(&self, string: &str) -> Option<u32> {
        if self.ends.is_empty() {
            return None;
        }
        self.place(string, hash(string.as_bytes())).ok()
    }

    /// The number of a string with a hash, or the free place that it would take.
    #[inline]
    fn place(&self, string: &str, hash: u64) -> Result<u32, usize> {
        let (mask, tag) = (self.places.len() - 1, (hash >> 32) as u32);
        let mut place = hash as usize & mask;
        loop {
            let number = self.places[place];
            if number == EMPTY {
                return Err(place);
            }
            if self.hashes[number as usize] == tag && self.get(number) == string {
                return Ok(number);
            }
            place = (place + 1) & mask;
        }
    }

    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// The string with a number.
    #[inline]
    pub fn get(&self, number: u32) -> &str {
        let end = self.ends[number as usize];
        let start = if number == 0 { 0 } else { self.ends[number as usize - 1] };
        &self.text[start..end]
    }

    fn insert(&mut self, place: usize, tag: u32, string: &str) -> u32 {
        let number = self.ends.len() as u32;
        self.places[place] = number;
        self.hashes.push(tag);
        self.text.push_str(string);
        self.ends.push(self.text.len());
        number
    }

    fn grow(&mut self, places: usize) {
        let mask = places.max(64).next_power_of_two() - 1;
        self.places = vec![EMPTY; mask + 1];
        for number in 0..self.ends.len() as u32 {
            let mut place = hash(self.get(number).as_bytes()) as usize & mask;
            while self.places[place] != EMPTY {
                place = (place + 1) & mask;
            }
            self.places[place] = number;
        }
    }

    /// The numbers in the order of their strings.
    pub fn order(&self) -> Vec<u32> {
        let starts: Vec<u64> = (0..self.ends.len() as u32).map(|number| start(self.get(number))).collect();
        let mut order: Vec<u32> = (0..self.ends.len() as u32).collect();
        order.arrange_by(|&a, &b| {
            starts[a as usize].cmp(&starts[b as usize]).then_with(|| self.get(a).cmp(self.get(b)))
        });
        order
    }

    /// All strings in order, with the numbers they had.
    pub fn sorted(&self) -> Vec<(Box<str>, u32)> {
        self.order().into_iter().map(|number| (self.get(number).into(), number)).collect()
    }
}

/// The first eight bytes as one number, which orders most strings: in wasm, comparing byte by byte takes ten times as long.
fn start(string: &str) -> u64 {
    let mut start = [0; 8];
    let length = string.len().min(8);
    start[..length].copy_from_slice(&string.as_bytes()[..length]);
    u64::from_be_bytes(start)
}

/// FxHash of the Rust compiler, eight bytes a step, with the halves mixed at the end.
#[inline]
fn hash(bytes: &[u8]) -> u64 {
    const SEED: u64 = 0x517C_C1B7_2722_0A95;
    let mut hash = bytes.len() as u64;
    let mut add = |word: u64| hash = (hash.rotate_left(5) ^ word).wrapping_mul(SEED);
    let (eights, rest) = bytes.as_chunks::<8>();
    eights.iter().for_each(|eight| add(u64::from_le_bytes(*eight)));
    add(few(rest));
    hash ^ hash >> 29
}

/// Up to seven bytes as a number, another for any others of the same length: from four on two halves that overlap.
/// To copy so few takes longer than to hash them, in wasm most of all.
fn few(bytes: &[u8]) -> u64 {
    match (bytes.first_chunk::<4>(), bytes.last_chunk::<4>(), bytes) {
        (Some(first), Some(last), _) => {
            u64::from(u32::from_le_bytes(*first)) | u64::from(u32::from_le_bytes(*last)) << 32
        }
        (.., [first, middle, last]) => u64::from(*first) | u64::from(*middle) << 8 | u64::from(*last) << 16,
        (.., [first, last]) => u64::from(*first) | u64::from(*last) << 8,
        (.., [byte]) => u64::from(*byte),
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::Numbering;

    #[test]
    fn strings_keep_their_numbers() {
        let mut numbering = Numbering::default();
        assert_eq!(numbering.find("report"), None);
        let words: Vec<String> = (0..500).map(|number| format!("report-{}", number * 7 % 500)).collect();
        for (number, word) in words.iter().enumerate() {
            assert_eq!(numbering.number(word), number as u32);
        }
        for (number, word) in words.iter().enumerate() {
            assert_eq!(numbering.number(word), number as u32);
            assert_eq!(numbering.get(number as u32), word);
            assert_eq!(numbering.find(word), Some(number as u32));
        }
        assert_eq!(numbering.find("report"), None);
        for short in ["", "re", "re\0", "report-1\0"] {
            numbering.number(short);
        }
        let sorted = numbering.sorted();
        assert!(sorted.is_sorted() && sorted.len() == 504);
    }
}
