//! Distinct strings, numbered as they come; in the corpus they stand sorted, so each then gets its place in that order.
//!
//! A hash table of numbers over one long string: no allocation a word, and half the time of the standard map.

use super::dictionary::DictionaryWriter;

const EMPTY: u32 = u32::MAX;

/// Strings and their numbers, from 0, in order of arrival.
#[derive(Default)]
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
    /// The number of a string, a new one where it has none yet.
    #[inline]
    pub fn number(&mut self, string: &str) -> u32 {
        if self.ends.len() * 2 >= self.places.len() {
            self.grow();
        }
        let hash = hash(string.as_bytes());
        let (mask, tag) = (self.places.len() - 1, (hash >> 32) as u32);
        let mut place = hash as usize & mask;
        loop {
            let number = self.places[place];
            if number == EMPTY {
                return self.insert(place, tag, string);
            }
            if self.hashes[number as usize] == tag && self.get(number) == string {
                return number;
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

    fn grow(&mut self) {
        let mask = (self.places.len() * 2).max(64) - 1;
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
        let mut order: Vec<u32> = (0..self.ends.len() as u32).collect();
        order.sort_unstable_by(|&a, &b| self.get(a).cmp(self.get(b)));
        order
    }

    /// All strings in order, with the numbers they had.
    pub fn sorted(&self) -> Vec<(Box<str>, u32)> {
        self.order().into_iter().map(|number| (self.get(number).into(), number)).collect()
    }
}

/// The dictionary of sorted strings, and the new number of each old one.
pub(crate) fn write_sorted(sorted: &[(Box<str>, u32)]) -> (Vec<u8>, Vec<u32>) {
    let mut writer = DictionaryWriter::default();
    let mut places = vec![0; sorted.len()];
    for (place, (string, number)) in sorted.iter().enumerate() {
        writer.push(string);
        places[*number as usize] = place as u32;
    }
    (writer.finish(), places)
}

/// FxHash of the Rust compiler, eight bytes a step, with the halves mixed at the end.
#[inline]
fn hash(bytes: &[u8]) -> u64 {
    const SEED: u64 = 0x517C_C1B7_2722_0A95;
    let mut hash = bytes.len() as u64;
    let mut add = |word: u64| hash = (hash.rotate_left(5) ^ word).wrapping_mul(SEED);
    let (eights, rest) = bytes.as_chunks::<8>();
    eights.iter().for_each(|eight| add(u64::from_le_bytes(*eight)));
    if !rest.is_empty() {
        let mut word = [0; 8];
        word[..rest.len()].copy_from_slice(rest);
        add(u64::from_le_bytes(word));
    }
    hash ^ hash >> 29
}

#[cfg(test)]
mod tests {
    use super::Numbering;

    #[test]
    fn strings_keep_their_numbers() {
        let mut numbering = Numbering::default();
        let words: Vec<String> = (0..500).map(|number| format!("report-{}", number * 7 % 500)).collect();
        for (number, word) in words.iter().enumerate() {
            assert_eq!(numbering.number(word), number as u32);
        }
        for (number, word) in words.iter().enumerate() {
            assert_eq!(numbering.number(word), number as u32);
            assert_eq!(numbering.get(number as u32), word);
        }
        let sorted = numbering.sorted();
        assert!(sorted.is_sorted() && sorted.len() == 500);
    }
}
