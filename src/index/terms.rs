//! Every word of the corpus, folded, and its place among them in order: a finite-state map (Daciuk, Mihov, Watson &
//! Watson, Incremental construction of minimal acyclic finite-state automata, 2000), which shares beginnings and
//! ends of words and can be searched with an automaton, so that a word with typos is found without passing over all.

use super::DecodeError;
use super::section::Section;
use fst::raw::{Node, Output};
use fst::{IntoStreamer as _, Streamer as _};

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

    /// Stands before the first letter of all words.
    pub fn root(&self) -> Beginning<'_> {
        Beginning { map: &self.map, node: self.map.as_fst().root(), before: Output::zero() }
    }
}

/// The words that begin alike: what can follow is looked at byte by byte.
#[derive(Clone, Copy)]
pub(crate) struct Beginning<'a> {
    map: &'a fst::Map<&'a [u8]>,
    node: Node<'a>,
    before: Output,
}

impl<'a> Beginning<'a> {
    /// The place of the word that ends here.
    pub fn place(&self) -> Option<usize> {
        self.node.is_final().then(|| self.before.cat(self.node.final_output()).value() as usize)
    }

    /// The place of the first word that begins so: what paths share of a place is written as early as can be.
    pub fn first_place(&self) -> usize {
        self.before.value() as usize
    }

    /// The words that go on with some bytes.
    pub fn then(mut self, bytes: &[u8]) -> Option<Self> {
        for &byte in bytes {
            self = self.step(self.node.find_input(byte)?);
        }
        Some(self)
    }

    /// Every byte with which words go on.
    pub fn each(self, visit: &mut dyn FnMut(u8, Self)) {
        for index in 0..self.node.len() {
            visit(self.node.transition(index).inp, self.step(index));
        }
    }

    fn step(self, index: usize) -> Self {
        let transition = self.node.transition(index);
        let before = self.before.cat(transition.out);
        Self { map: self.map, node: self.map.as_fst().node(transition.addr), before }
    }
}
