//! A sorted list of distinct words, each numbered by its place: which number has a word, which words begin with one.
//!
//! Front coding (Witten, Moffat & Bell, Managing Gigabytes, 4.1): a word is written as the length it shares with
//! the one before and the rest; every sixteenth is whole, so that looking one up is a binary search and at most
//! fifteen steps. Chosen over a finite-state map because every byte is checked on the way, and a range of
//! words is a range of bytes.

use super::bytes::{Cursor, Damage, push_number, u32_at};
use std::cmp::Ordering;

const GROUP: usize = 16;

/// Words read in place.
#[derive(Clone, Copy)]
pub(crate) struct Dictionary<'a> {
    count: usize,
    table: &'a [u8],
    data: &'a [u8],
}

impl<'a> Dictionary<'a> {
    /// The words of a section.
    pub fn read(section: &'a [u8]) -> Result<Self, Damage> {
        let count = u32_at(section, 0).ok_or(Damage("is too short"))? as usize;
        let table_length = count.div_ceil(GROUP) * 4;
        let (table, data) = section[4..].split_at_checked(table_length).ok_or(Damage("is too short"))?;
        Ok(Self { count, table, data })
    }

    pub fn len(&self) -> usize {
        self.count
    }

    /// The number of a word, where the dictionary has it.
    pub fn find(&self, word: &str) -> Result<Option<usize>, Damage> {
        let index = self.lower_bound(word.as_bytes())?;
        Ok(match self.walk(index)?.next()? {
            Some(found) if found.word == word.as_bytes() => Some(index),
            _ => None,
        })
    }

    /// The word with a number.
    pub fn get(&self, index: usize) -> Result<String, Damage> {
        match self.walk(index)?.next()? {
            Some(entry) => as_text(entry.word).map(str::to_owned),
            None => Err(Damage("has no such entry")),
        }
    }

    /// The numbers of the words that begin with `prefix`.
    pub fn starting_with(&self, prefix: &str) -> Result<std::ops::Range<usize>, Damage> {
        // No byte of UTF-8 is 0xFF: this key stands behind every word with the prefix and before every other.
        let mut behind = prefix.as_bytes().to_vec();
        behind.push(0xFF);
        Ok(self.lower_bound(prefix.as_bytes())?..self.lower_bound(&behind)?)
    }

    /// The number of the first word that is not before `key`.
    fn lower_bound(&self, key: &[u8]) -> Result<usize, Damage> {
        let (mut low, mut high) = (0, self.count.div_ceil(GROUP));
        while low < high {
            let middle = (low + high) / 2;
            if self.group_start(middle)? <= key { low = middle + 1 } else { high = middle }
        }
        let mut index = low.saturating_sub(1) * GROUP;
        let mut walk = self.walk(index)?;
        while let Some(entry) = walk.next()? {
            if entry.word.cmp(key) != Ordering::Less {
                break;
            }
            index += 1;
        }
        Ok(index)
    }

    /// The first word of a group, which is written whole.
    fn group_start(&self, group: usize) -> Result<&'a [u8], Damage> {
        let mut cursor = Cursor::new(self.group(group)?);
        cursor.number()?;
        let length = cursor.number()?;
        cursor.take(length as usize)
    }

    fn group(&self, group: usize) -> Result<&'a [u8], Damage> {
        let start = u32_at(self.table, group * 4).ok_or(Damage("has no such entry"))?;
        self.data.get(start as usize..).ok_or(Damage("points past its end"))
    }

    /// The words from a number on, in order; none where the number is the dictionary's length.
    pub fn walk(&self, index: usize) -> Result<Walk<'a>, Damage> {
        let group = index / GROUP;
        let bytes = if group * GROUP < self.count { self.group(group)? } else { &[] };
        let mut walk = Walk {
            cursor: Cursor::new(bytes),
            word: Vec::new(),
            left: self.count.saturating_sub(group * GROUP),
        };
        for _ in group * GROUP..index {
            walk.next()?;
        }
        Ok(walk)
    }
}

/// Steps over a dictionary's words.
pub(crate) struct Walk<'a> {
    cursor: Cursor<'a>,
    word: Vec<u8>,
    left: usize,
}

/// A word met on a walk.
pub(crate) struct Entry<'w> {
    pub word: &'w [u8],
}

impl Walk<'_> {
    /// The next word.
    pub fn next(&mut self) -> Result<Option<Entry<'_>>, Damage> {
        if self.left == 0 {
            return Ok(None);
        }
        self.left -= 1;
        let shared = self.cursor.number()? as usize;
        let length = self.cursor.number()?;
        let rest = self.cursor.take(length as usize)?;
        if shared > self.word.len() {
            return Err(Damage("shares more than the word before has"));
        }
        self.word.truncate(shared);
        self.word.extend_from_slice(rest);
        Ok(Some(Entry { word: &self.word }))
    }
}

pub(crate) fn as_text(bytes: &[u8]) -> Result<&str, Damage> {
    std::str::from_utf8(bytes).map_err(|_| Damage("holds text that is no UTF-8"))
}

/// Words on their way into a section, pushed in ascending order.
#[derive(Default)]
pub(crate) struct DictionaryWriter {
    count: u32,
    starts: Vec<u32>,
    data: Vec<u8>,
    last: Vec<u8>,
}

impl DictionaryWriter {
    pub fn push(&mut self, word: &str) {
        let word = word.as_bytes();
        debug_assert!(self.count == 0 || self.last.as_slice() < word, "words are pushed in ascending order");
        let mut shared = 0;
        if (self.count as usize).is_multiple_of(GROUP) {
            self.starts.push(self.data.len() as u32);
        } else {
            shared = self.last.iter().zip(word).take_while(|(a, b)| a == b).count();
        }
        push_number(&mut self.data, shared as u32);
        push_number(&mut self.data, (word.len() - shared) as u32);
        self.data.extend_from_slice(&word[shared..]);
        self.last.clear();
        self.last.extend_from_slice(word);
        self.count += 1;
    }

    pub fn finish(self) -> Vec<u8> {
        let mut section = Vec::with_capacity(4 + self.starts.len() * 4 + self.data.len());
        section.extend_from_slice(&self.count.to_le_bytes());
        for start in self.starts {
            section.extend_from_slice(&start.to_le_bytes());
        }
        section.extend_from_slice(&self.data);
        section
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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn written<'a>(words: impl IntoIterator<Item = &'a String>) -> Vec<u8> {
        let mut writer = DictionaryWriter::default();
        words.into_iter().for_each(|word| writer.push(word));
        writer.finish()
    }

    proptest! {
        #[test]
        fn words_keep_their_numbers(words in proptest::collection::btree_set("[a-dé]{0,5}", 0..80), other in "[a-dé]{0,3}") {
            let section = written(&words);
            let dictionary = Dictionary::read(&section).unwrap();
            let words: Vec<&String> = words.iter().collect();
            for (index, word) in words.iter().enumerate() {
                prop_assert_eq!(dictionary.find(word).unwrap(), Some(index));
                prop_assert_eq!(&dictionary.get(index).unwrap(), *word);
            }
            prop_assert_eq!(dictionary.find(&other).unwrap().is_some(), words.contains(&&other));
            let range = dictionary.starting_with(&other).unwrap();
            let expected: Vec<usize> = (0..words.len()).filter(|&index| words[index].starts_with(&other)).collect();
            prop_assert_eq!(range.collect::<Vec<_>>(), expected);
        }

        #[test]
        fn any_bytes_are_read_without_panic(section in proptest::collection::vec(any::<u8>(), 0..80), word in "[a-z]{0,3}") {
            if let Ok(dictionary) = Dictionary::read(&section) {
                let _ = dictionary.find(&word);
                let _ = dictionary.starting_with(&word);
                let _ = dictionary.get(3);
            }
        }
    }
}
