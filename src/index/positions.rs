//! Where in an article a word stands: numbers of words, the title's first, then the text's, in one count.
//!
//! For each posting, in the order of the postings, its positions as distances in bits ([`bits`](super::bits)): the first
//! in the title where the title has the word, the others in what is left of the article. How many there are says the
//! posting, how far they reach says the article's length, so neither is stored. Each block of postings begins at a
//! whole byte, so that a phrase reads only the blocks whose articles it needs.

use super::bits::{BitReader, BitWriter};
use super::bytes::Damage;
use super::postings::{Block, Occurrences, Postings};

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

/// Hands over every position of a word in the articles that `wanted` lets pass, ascending.
pub(crate) fn each_position(
    postings: &Postings<'_>,
    word_count: impl Fn(u32) -> WordCount,
    wanted: impl Fn(u32) -> bool,
    mut visit: impl FnMut(u32, u32),
) -> Result<(), Damage> {
    let bytes = postings.positions()?;
    let mut walk = postings.walk()?;
    let mut block = Block::default();
    while let Some(head) = walk.head() {
        walk.articles(&mut block)?;
        if let Some(last) = block.articles().iter().rposition(|&article| wanted(article)) {
            walk.occurrences(&mut block)?;
            let mut reader = BitReader::new(bytes.get(head.positions..).ok_or(ENDS_EARLY)?);
            for (article, occurrences) in block.postings().take(last + 1) {
                let asked = wanted(article);
                let mut pass = |position| {
                    if asked {
                        visit(article, position);
                    }
                };
                read(&mut reader, occurrences, word_count(article), &mut pass)?;
            }
            reader.end()?;
        }
        walk.step()?;
    }
    Ok(())
}

const ENDS_EARLY: Damage = Damage("ends inside an entry");

#[inline(always)]
fn read(
    reader: &mut BitReader<'_>,
    occurrences: Occurrences,
    words: WordCount,
    visit: &mut impl FnMut(u32),
) -> Result<(), Damage> {
    let mut next = words.title;
    let mut left = occurrences.count();
    if left > words.all {
        return Err(Damage("has more positions than its article has words"));
    }
    if occurrences.in_title() {
        next = reader.below(words.title);
        visit(next);
        (next, left) = (next + 1, left - 1);
    }
    while left > 0 {
        let position = next.saturating_add(reader.distance(words.all.saturating_sub(next), left));
        if position >= words.all {
            return Err(Damage("has a position past every text"));
        }
        visit(position);
        (next, left) = (position + 1, left - 1);
    }
    Ok(())
}

/// Writes the positions of one posting, ascending.
pub(crate) fn write_positions(positions: &[u32], words: WordCount, bits: &mut BitWriter, out: &mut Vec<u8>) {
    let mut next = words.title;
    let mut left = positions.len() as u32;
    for &position in positions {
        if position < words.title && left == positions.len() as u32 {
            bits.put_below(position, words.title, out);
        } else {
            bits.put_distance(position - next, words.all - next, left, out);
        }
        (next, left) = (position + 1, left - 1);
    }
}

#[cfg(test)]
mod tests {
    use super::super::postings_writer::PostingsWriter;
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    const WORDS: WordCount = WordCount { title: 6, all: 400 };

    /// Articles and the positions in each.
    type Places = BTreeMap<u32, Vec<u32>>;

    fn written(places: &Places, articles: u32) -> Vec<u8> {
        let mut writer = PostingsWriter::new(articles);
        writer.begin(places.len());
        let (mut bits, mut positions, mut begun) = (BitWriter::default(), Vec::new(), 0);
        for (&article, here) in places {
            writer.push(article, Occurrences::new(here.len() as u32, here[0] < WORDS.title), 1.0);
            write_positions(here, WORDS, &mut bits, &mut positions);
            if writer.is_block() {
                bits.finish(&mut positions);
                writer.end_block(positions.len() - begun);
                begun = positions.len();
            }
        }
        bits.finish(&mut positions);
        let mut blob = Vec::new();
        writer.finish(&mut blob);
        blob.extend(positions);
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
            each_position(&postings, |_| WORDS, |article| article % 3 == 0, |article, position| seen.push((article, position))).unwrap();
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
                let _ = each_position(&postings, |_| WORDS, |_| true, |_, _| {});
            }
        }

        #[test]
        fn any_bytes_are_read_without_panic(blob in proptest::collection::vec(any::<u8>(), 0..400)) {
            if let Ok(postings) = Postings::read(&blob, 100) {
                let _ = postings.each(&mut |_| {});
                let _ = each_position(&postings, |_| WORDS, |_| true, |_, _| {});
            }
        }
    }
}
