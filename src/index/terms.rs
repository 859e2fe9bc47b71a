//! Every word of the corpus, folded, and its place among them in order: a finite-state map (Daciuk, Mihov, Watson &
//! Watson, Incremental construction of minimal acyclic finite-state automata, 2000), which shares beginnings and
//! ends of words and can be searched with an automaton, so that a word with typos is found without passing over all.

use super::DecodeError;
use super::section::Section;
use fst::{Automaton, IntoStreamer as _, Streamer as _};

/// The words, read in place.
pub(crate) struct Terms<'a> {
    map: fst::Map<&'a [u8]>,
}

impl<'a> Terms<'a> {
    pub fn read(section: &'a [u8]) -> Result<Self, DecodeError> {
        let map =
            fst::Map::new(section).map_err(|_| Section::Terms.error("cannot be read as a map of words"))?;
        Ok(Self { map })
    }

    pub fn len(&self) -> usize {
        self.map.len()
    }

    /// The place of a word.
    pub fn find(&self, word: &str) -> Option<usize> {
        self.map.get(word).map(|place| place as usize)
    }

    /// The word at a place.
    pub fn get(&self, place: usize) -> Option<String> {
        String::from_utf8(self.map.as_fst().get_key(place as u64)?).ok()
    }

    /// The places of the words that begin with `prefix`.
    pub fn starting_with(&self, prefix: &str) -> std::ops::Range<usize> {
        // No byte of UTF-8 is 0xFF: this key stands behind every word with the prefix and before every other.
        let mut behind = prefix.as_bytes().to_vec();
        behind.push(0xFF);
        self.first_from(prefix.as_bytes())..self.first_from(&behind)
    }

    /// The place of the first word that is not before `key`.
    fn first_from(&self, key: &[u8]) -> usize {
        let mut stream = self.map.range().ge(key).into_stream();
        stream.next().map_or(self.len(), |(_, place)| place as usize)
    }

    /// The places of the words that an automaton takes, in order, each with its word.
    pub fn search<A: Automaton>(&self, automaton: A, visit: &mut dyn FnMut(usize, &[u8])) {
        let mut stream = self.map.search(automaton).into_stream();
        while let Some((word, place)) = stream.next() {
            visit(place as usize, word);
        }
    }
}
