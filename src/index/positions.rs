//! Where in an article a word stands: numbers of words, the title's first, then the text's, in one count.
//!
//! For each posting, in the order of the postings, its positions as distances in bits ([`bits`](super::bits)): the first
//! in the title where the title has the word, the others in what is left of the article. How many there are says the
//! posting, how far they reach says the article's length, so neither is stored. Each block of postings begins at a
//! whole byte, and in the blocks of a word that stands often in an article each group of some postings, whose lengths
//! (LEB128) stand before the groups: so a phrase reads little more than the positions that it needs.

use super::bits::{BitReader, BitWriter};
use super::bytes::{Cursor, Damage, push_number};
use super::columns::Columns;
use super::postings::{BLOCK, Block, Occurrences, Postings, WHOLE, Walk};

/// A part of an article in which words stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Zone {
    Title,
    Text,
}

/// How many words an article has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct WordCount {
    pub title: u32,
    /// Title and text.
    pub all: u32,
}

/// Hands over the positions of a word in each of the articles that `wanted` lets pass, both ascending.
pub(crate) fn each_position(
    postings: &Postings<'_>,
    columns: Columns<'_>,
    wanted: &dyn Fn(u32) -> bool,
    visit: &mut dyn FnMut(u32, &[u32]),
) -> Result<(), Damage> {
    let mut walk = postings.walk()?;
    let mut block = Block::default();
    let mut positions = BlockPositions::default();
    while walk.head().is_some() {
        walk.articles(&mut block)?;
        positions.leave();
        for (place, &article) in block.articles().iter().enumerate() {
            if wanted(article) {
                visit(article, positions.read(&walk, &block, place, columns)?);
            }
        }
        walk.step()?;
    }
    Ok(())
}

/// The positions of a part's postings, read from the group on in which those wanted stand.
#[derive(Default)]
pub(super) struct BlockPositions<'a> {
    /// Where each group begins in the bytes, which belong to the part at hand.
    starts: Vec<usize>,
    bytes: &'a [u8],
    reader: Option<BitReader<'a>>,
    group: usize,
    /// The posting at which the reader stands.
    next: usize,
    /// The positions of the posting before it.
    found: Vec<u32>,
}

impl<'a> BlockPositions<'a> {
    /// The walk has gone on to another part.
    pub fn leave(&mut self) {
        self.reader = None;
        self.starts.clear();
    }

    /// The positions of the posting at a place of the part at hand, whose articles have been unpacked.
    #[inline(never)]
    pub fn read(
        &mut self,
        walk: &Walk<'a>,
        block: &Block,
        place: usize,
        columns: Columns<'_>,
    ) -> Result<&[u32], Damage> {
        let log = walk.position_group();
        if self.starts.is_empty() {
            self.enter(walk, block, log)?;
        }
        let mut reader = match self.reader.take() {
            Some(reader) if self.group == place >> log && self.next <= place => reader,
            _ => {
                self.group = place >> log;
                self.next = self.group << log;
                let start = self.starts.get(self.group).copied().unwrap_or(usize::MAX);
                BitReader::new(self.bytes.get(start..).ok_or(ENDS_EARLY)?)
            }
        };
        for &article in block.articles().get(self.next..=place).ok_or(ENDS_EARLY)? {
            self.found.clear();
            let occurrences = walk.occurrences_at(self.next, block);
            read(&mut reader, occurrences, columns.word_count(article), &mut self.found)?;
            self.next += 1;
        }
        reader.end()?;
        self.reader = Some(reader);
        Ok(&self.found)
    }

    fn enter(&mut self, walk: &Walk<'a>, block: &Block, log: u8) -> Result<(), Damage> {
        let mut cursor = Cursor::new(walk.position_bytes(block)?);
        let mut start = 0usize;
        self.starts.push(start);
        for _ in 1..BLOCK >> log {
            start = start.saturating_add(cursor.number()? as usize);
            self.starts.push(start);
        }
        self.bytes = cursor.bytes;
        Ok(())
    }
}

const ENDS_EARLY: Damage = Damage("ends inside an entry");

#[inline(always)]
fn read(
    reader: &mut BitReader<'_>,
    occurrences: Occurrences,
    words: WordCount,
    found: &mut Vec<u32>,
) -> Result<(), Damage> {
    let mut next = words.title;
    let mut left = occurrences.count();
    if left > words.all {
        return Err(Damage("has more positions than its article has words"));
    }
    if occurrences.in_title() {
        next = reader.below(words.title);
        found.push(next);
        (next, left) = (next + 1, left - 1);
    }
    while left > 0 {
        let position = next.saturating_add(reader.distance(words.all.saturating_sub(next), left));
        if position >= words.all {
            return Err(Damage("has a position past every text"));
        }
        found.push(position);
        (next, left) = (position + 1, left - 1);
    }
    Ok(())
}

/// About so many positions are passed over to reach those of an article: with fewer, where groups begin takes more room
/// than it saves time.
const GROUPED: usize = 96;

/// The logarithm of how many postings of a word form a group.
pub(super) fn group_of(articles: usize, positions: usize) -> u8 {
    let postings = (GROUPED * articles / positions.max(1)).clamp(1, BLOCK);
    if articles < BLOCK { WHOLE } else { postings.ilog2() as u8 }
}

/// The positions of a word on their way into its blob.
#[derive(Default)]
pub(super) struct PositionsWriter {
    bits: BitWriter,
    /// The logarithm of the postings of a group, and the postings that stand in blocks.
    group: u8,
    in_blocks: usize,
    pushed: usize,
    /// The lengths of the groups of the block at hand but the last; the groups, and where the one at hand begins.
    lengths: Vec<u8>,
    block: Vec<u8>,
    start: usize,
    out: Vec<u8>,
}

impl PositionsWriter {
    /// Begins a word that so many articles have.
    pub fn begin(&mut self, articles: usize, group: u8) {
        (self.group, self.in_blocks, self.pushed) = (group, articles / BLOCK * BLOCK, 0);
    }

    /// Adds the positions of one posting, ascending.
    pub fn push(&mut self, positions: &[u32], words: WordCount) {
        let mut next = words.title;
        let mut left = positions.len() as u32;
        for &position in positions {
            if position < words.title && left == positions.len() as u32 {
                self.bits.put_below(position, words.title, &mut self.block);
            } else {
                self.bits.put_distance(position - next, words.all - next, left, &mut self.block);
            }
            (next, left) = (position + 1, left - 1);
        }
        self.pushed += 1;
        let is_group = self.pushed.is_multiple_of(1 << self.group) && !self.pushed.is_multiple_of(BLOCK);
        if is_group && self.pushed <= self.in_blocks {
            self.bits.finish(&mut self.block);
            push_number(&mut self.lengths, (self.block.len() - self.start) as u32);
            self.start = self.block.len();
        }
    }

    /// Ends a block of postings; gives how many bytes its positions take.
    pub fn end_block(&mut self) -> usize {
        self.bits.finish(&mut self.block);
        let length = self.lengths.len() + self.block.len();
        self.out.append(&mut self.lengths);
        self.out.append(&mut self.block);
        self.start = 0;
        length
    }

    /// Writes the word's positions behind what `out` holds.
    pub fn finish(&mut self, out: &mut Vec<u8>) {
        self.end_block();
        out.append(&mut self.out);
    }
}

#[cfg(test)]
mod tests {
    use super::super::columns::{Column, write_columns};
    use super::super::postings_writer::PostingsWriter;
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    const WORDS: WordCount = WordCount { title: 6, all: 400 };

    /// The columns of articles with so many words each.
    fn columns(articles: u32) -> Vec<u8> {
        let (words, title_words) = (WORDS.all - WORDS.title, WORDS.title);
        let column = Column { source: None, language: None, days: None, rank: 0, words, title_words };
        write_columns(&vec![column; articles as usize])
    }

    /// Articles and the positions in each.
    type Places = BTreeMap<u32, Vec<u32>>;

    fn written(places: &Places, articles: u32) -> Vec<u8> {
        let (mut writer, mut positions) = (PostingsWriter::new(articles), PositionsWriter::default());
        let group = group_of(places.len(), places.values().map(Vec::len).sum());
        writer.begin(places.len(), group);
        positions.begin(places.len(), group);
        for (&article, here) in places {
            writer.push(article, Occurrences::new(here.len() as u32, here[0] < WORDS.title), 1.0);
            positions.push(here, WORDS);
            if writer.is_block() {
                writer.end_block(positions.end_block());
            }
        }
        let mut blob = Vec::new();
        writer.finish(&mut blob);
        positions.finish(&mut blob);
        blob
    }

    fn places(articles: u32, most: usize) -> impl Strategy<Value = Places> {
        let here =
            proptest::collection::btree_set(0..WORDS.all, 1..6).prop_map(|set| set.into_iter().collect());
        proptest::collection::btree_map(0..articles, here, 0..most)
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(60))]

        // Few articles make dense lists, many make sparse ones; both have blocks and tails.
        #[test]
        fn postings_and_positions_come_back((articles, places) in prop_oneof![Just(700u32), Just(60_000)].prop_flat_map(|articles| (Just(articles), places(articles, 600)))) {
            let blob = written(&places, articles);
            let postings = Postings::read(&blob, articles).unwrap();
            prop_assert_eq!(postings.len(), places.len());
            let mut found = Vec::new();
            postings.each(&mut |block| found.extend(block.postings())).unwrap();
            let expected: Vec<_> = places.iter().map(|(&article, here)| (article, Occurrences::new(here.len() as u32, here[0] < WORDS.title))).collect();
            prop_assert_eq!(found, expected);
            let mut seen = Vec::new();
            let columns = columns(articles);
            let mut add = |article, positions: &[u32]| seen.extend(positions.iter().map(|&position| (article, position)));
            each_position(&postings, Columns::read(&columns).unwrap(), &|article| article % 3 == 0, &mut add).unwrap();
            let expected: Vec<_> = places.iter().filter(|(article, _)| **article % 3 == 0)
                .flat_map(|(&article, here)| here.iter().map(move |&position| (article, position))).collect();
            prop_assert_eq!(seen, expected);
        }

        #[test]
        fn damaged_bytes_are_read_without_panic(places in places(3000, 300), at in any::<proptest::sample::Index>(), byte in any::<u8>()) {
            let mut blob = written(&places, 3000);
            let at = at.index(blob.len());
            blob[at] = byte;
            if let Ok(postings) = Postings::read(&blob, 3000) {
                let _ = postings.each(&mut |_| {});
                let _ = each_position(&postings, Columns::read(&columns(3000)).unwrap(), &|_| true, &mut |_, _| {});
            }
        }

        #[test]
        fn any_bytes_are_read_without_panic(blob in proptest::collection::vec(any::<u8>(), 0..400)) {
            if let Ok(postings) = Postings::read(&blob, 100) {
                let _ = postings.each(&mut |_| {});
                let _ = each_position(&postings, Columns::read(&columns(100)).unwrap(), &|_| true, &mut |_, _| {});
            }
        }
    }
}
