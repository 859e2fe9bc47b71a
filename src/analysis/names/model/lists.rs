//! What is known of words beforehand, learned from unlabelled text and open lists: the cluster of words that stand in
//! the same company, and whether it names people or places somewhere.

use super::hash;
use super::keys::Keys;

/// The kinds of list that a word or phrase may stand in, one bit each.
pub(super) const LIST_BITS: u32 = 6;

/// Clusters are numbered from 1; 0 is no cluster.
pub(super) const CLUSTERS: usize = 512;

const CASED: u32 = 1;
const PHRASE: u32 = 2;

#[derive(Clone, Debug, Default)]
pub(super) struct Lists {
    pub(super) keys: Keys,
    pub(super) fingerprints: Vec<u8>,
    pub(super) clusters: Vec<u16>,
    pub(super) lists: Vec<u8>,
    /// By cluster: the wider cluster that it belongs to.
    pub(super) wider: Vec<u8>,
}

/// The hash under which a word has its cluster: as it is written.
pub(super) fn cased_key(word: &str) -> u32 {
    hash::feature(CASED, hash::of_text(word))
}

/// The hash under which a phrase stands in lists; `words` are those of its folded words joined.
pub(super) fn phrase_key(words: u32) -> u32 {
    hash::feature(PHRASE, words)
}

impl Lists {
    /// The cluster of a word as written and the wider one around it.
    pub(super) fn cluster(&self, cased: u32) -> (u16, u8) {
        let cluster = self.place(cased).and_then(|place| self.clusters.get(place)).copied().unwrap_or(0);
        (cluster, self.wider.get(usize::from(cluster)).copied().unwrap_or(0))
    }

    /// The lists in which a phrase of folded words stands.
    pub(super) fn lists_of(&self, phrase: u32) -> u8 {
        self.place(phrase).and_then(|place| self.lists.get(place)).copied().unwrap_or(0)
    }

    fn place(&self, hash: u32) -> Option<usize> {
        let (place, fingerprint) = self.keys.find(hash)?;
        (self.fingerprints.get(place) == Some(&fingerprint)).then_some(place)
    }
}
