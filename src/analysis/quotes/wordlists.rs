//! Lists of words that are looked up for every word of an article: a table made when the program is compiled, open
//! addressing over FNV-1a (Fowler, Noll, Vo 1991). Cost: a hash and mostly one comparison.

/// Words with the bits of the lists they stand in. `SLOTS` is a power of two, more than the words.
pub struct Table<const SLOTS: usize> {
    words: [&'static str; SLOTS],
    classes: [u8; SLOTS],
}

impl<const SLOTS: usize> Table<SLOTS> {
    /// Lists as a bit and words with single spaces in between.
    pub const fn new(lists: &[(u8, &'static str)]) -> Self {
        let mut table = Self { words: [""; SLOTS], classes: [0; SLOTS] };
        let mut list = 0;
        while list < lists.len() {
            let (class, mut rest) = lists[list];
            while !rest.is_empty() {
                let mut end = 0;
                while end < rest.len() && rest.as_bytes()[end] != b' ' {
                    end += 1;
                }
                let (word, behind) = rest.split_at(end);
                let slot = table.slot(word.as_bytes(), hash(word.as_bytes()));
                table.words[slot] = word;
                table.classes[slot] |= class;
                rest = if behind.is_empty() { behind } else { behind.split_at(1).1 };
            }
            list += 1;
        }
        table
    }

    /// The bits of a word whose hash is `sum`; 0 where no list has it.
    pub fn classes(&self, word: &[u8], sum: u32) -> u8 {
        self.classes[self.slot(word, sum)]
    }

    /// Where the word stands, or the free place where it would.
    const fn slot(&self, word: &[u8], sum: u32) -> usize {
        let mut slot = sum as usize & (SLOTS - 1);
        while self.classes[slot] != 0 && !is_same(self.words[slot].as_bytes(), word) {
            slot = (slot + 1) & (SLOTS - 1);
        }
        slot
    }
}

/// The hash of some bytes.
pub const fn hash(bytes: &[u8]) -> u32 {
    let (mut sum, mut at) = (0x811C_9DC5, 0);
    while at < bytes.len() {
        sum = more(sum, bytes[at]);
        at += 1;
    }
    sum
}

/// The hash of what `sum` is the hash of, with one more byte.
pub const fn more(sum: u32, byte: u8) -> u32 {
    (sum ^ byte as u32).wrapping_mul(0x0100_0193)
}

const fn is_same(first: &[u8], second: &[u8]) -> bool {
    if first.len() != second.len() {
        return false;
    }
    let mut at = 0;
    while at < first.len() {
        if first[at] != second[at] {
            return false;
        }
        at += 1;
    }
    true
}
