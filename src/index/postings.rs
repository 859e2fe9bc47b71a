//! In which articles a word stands, how often, how prominently, and where.
//!
//! ```text
//! articles in text × 2 + whether any title has it | articles in titles
//! | per article in text:   distance to the one before × 4 + shape | count, weight where the shape does not say
//! | per article in titles: distance to the one before × 2 + once? | count
//! | positions in texts, then in titles, each as its distance to the one before
//! ```
//!
//! Counts come apart from positions because most questions need no positions: BM25 and AND, OR, NOT read the first
//! part alone. Positions are numbers of words in the order of [`words`](crate::text::words).

use super::bytes::{Cursor, Damage, push_number};

/// Articles are numbered below this, so that a distance and its shape fit in 32 bits.
pub(crate) const MOST_ARTICLES: u32 = 1 << 29;

const TOO_MANY: Damage = Damage("names an article that does not exist");

/// Where a word may stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Zone {
    Title,
    Text,
}

/// A word in one article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Posting {
    pub article: u32,
    /// How often the word stands there.
    pub count: u32,
    /// How much the article makes of it: each occurrence weighs 0 to 4 ([`Emphasis`](super::emphasis::Emphasis)),
    /// one in a title as much as the zone is worth, so here its count.
    pub weight: u32,
}

/// The postings of one word, read in place.
#[derive(Clone, Copy)]
pub(crate) struct Postings<'a> {
    text_articles: u32,
    title_articles: u32,
    /// From the first article on.
    body: Cursor<'a>,
    articles_in_corpus: u32,
}

impl<'a> Postings<'a> {
    pub fn read(blob: &'a [u8], articles_in_corpus: u32) -> Result<Self, Damage> {
        let mut body = Cursor::new(blob);
        let head = body.number()?;
        let title_articles = if head & 1 == 1 { body.number()? } else { 0 };
        Ok(Self { text_articles: head >> 1, title_articles, body, articles_in_corpus })
    }

    /// How many articles have the word, at least: those in the zone that has most.
    pub fn len(&self) -> usize {
        self.text_articles.max(self.title_articles) as usize
    }

    /// Hands over the articles that have the word in a zone, ascending. Gives what follows in the blob.
    pub fn each(&self, zone: Zone, visit: &mut dyn FnMut(Posting)) -> Result<(), Damage> {
        match zone {
            Zone::Text => self.each_in(self.body, Zone::Text, visit).map(|_| ()),
            Zone::Title if self.title_articles == 0 => Ok(()),
            Zone::Title => {
                let titles = self.each_in(self.body, Zone::Text, &mut |_| {})?;
                self.each_in(titles, Zone::Title, visit).map(|_| ())
            }
        }
    }

    /// Hands over every position of the word in a zone, with its article, for the articles that `wanted` lets pass.
    pub fn positions(
        &self,
        zone: Zone,
        wanted: &dyn Fn(u32) -> bool,
        visit: &mut dyn FnMut(u32, u32),
    ) -> Result<(), Damage> {
        let mut in_text = Vec::new();
        let mut in_titles = Vec::new();
        let titles = self.each_in(self.body, Zone::Text, &mut |posting| in_text.push(posting))?;
        let mut cursor = self.each_in(titles, Zone::Title, &mut |posting| in_titles.push(posting))?;
        let chosen = match zone {
            Zone::Text => in_text,
            Zone::Title => {
                let before = in_text.iter().try_fold(0u32, |sum, posting| sum.checked_add(posting.count));
                cursor.skip_numbers(before.ok_or(TOO_MANY)?)?;
                in_titles
            }
        };
        for posting in chosen {
            if !wanted(posting.article) {
                cursor.skip_numbers(posting.count)?;
                continue;
            }
            let mut next = 0u32;
            for _ in 0..posting.count {
                let position =
                    next.checked_add(cursor.number()?).ok_or(Damage("has a position past every text"))?;
                visit(posting.article, position);
                next = position.saturating_add(1);
            }
        }
        Ok(())
    }

    fn each_in(
        &self,
        mut cursor: Cursor<'a>,
        zone: Zone,
        visit: &mut dyn FnMut(Posting),
    ) -> Result<Cursor<'a>, Damage> {
        let (count, bits) = match zone {
            Zone::Text => (self.text_articles, 2),
            Zone::Title => (self.title_articles, 1),
        };
        let mut next = 0u32;
        for _ in 0..count {
            let code = cursor.number()?;
            let article = next + (code >> bits);
            if article >= self.articles_in_corpus {
                return Err(TOO_MANY);
            }
            next = article + 1;
            let (count, weight) = match (zone, code & ((1 << bits) - 1)) {
                (Zone::Text, 3) => (cursor.number()?, cursor.number()?),
                (Zone::Text, shape) => (1, 1 << shape),
                (Zone::Title, 1) => (1, 1),
                (Zone::Title, _) => {
                    let count = cursor.number()?;
                    (count, count)
                }
            };
            visit(Posting { article, count, weight });
        }
        Ok(cursor)
    }
}

/// The postings of one word on their way into a blob. Articles come in ascending order.
#[derive(Default)]
pub(crate) struct PostingsWriter {
    zones: [ZoneWriter; 2],
}

#[derive(Default)]
struct ZoneWriter {
    articles: u32,
    next: u32,
    counts: Vec<u8>,
    positions: Vec<u8>,
}

impl PostingsWriter {
    pub fn clear(&mut self) {
        for zone in &mut self.zones {
            (zone.articles, zone.next) = (0, 0);
            zone.counts.clear();
            zone.positions.clear();
        }
    }

    /// The word in one zone of an article: its positions, ascending, as [`push_ascending`] writes them.
    ///
    /// [`push_ascending`]: super::bytes::push_ascending
    pub fn push(&mut self, zone: Zone, posting: Posting, positions: &[u8]) {
        let writer = &mut self.zones[zone as usize];
        let distance = posting.article - writer.next;
        match (zone, posting.count, posting.weight) {
            (Zone::Text, 1, weight @ (1 | 2 | 4)) => {
                push_number(&mut writer.counts, distance << 2 | weight.trailing_zeros());
            }
            (Zone::Text, count, weight) => {
                push_number(&mut writer.counts, distance << 2 | 3);
                push_number(&mut writer.counts, count);
                push_number(&mut writer.counts, weight);
            }
            (Zone::Title, 1, _) => push_number(&mut writer.counts, distance << 1 | 1),
            (Zone::Title, count, _) => {
                push_number(&mut writer.counts, distance << 1);
                push_number(&mut writer.counts, count);
            }
        }
        writer.articles += 1;
        writer.next = posting.article + 1;
        writer.positions.extend_from_slice(positions);
    }

    /// Writes the blob behind what `out` holds.
    pub fn finish(&self, out: &mut Vec<u8>) {
        let [titles, texts] = &self.zones;
        push_number(out, texts.articles << 1 | u32::from(titles.articles > 0));
        if titles.articles > 0 {
            push_number(out, titles.articles);
        }
        for part in [&texts.counts, &titles.counts, &texts.positions, &titles.positions] {
            out.extend_from_slice(part);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::bytes::push_ascending;
    use super::*;
    use proptest::collection::{btree_map, btree_set, vec};
    use proptest::prelude::*;
    use std::collections::{BTreeMap, BTreeSet};

    type Places = BTreeMap<u32, BTreeSet<u32>>;

    fn places() -> impl Strategy<Value = Places> {
        btree_map(0u32..1000, btree_set(0u32..3000, 1..6), 0..20)
    }

    fn posting(article: u32, positions: &BTreeSet<u32>) -> Posting {
        let count = positions.len() as u32;
        Posting { article, count, weight: positions.iter().map(|position| position % 3).sum() }
    }

    proptest! {
        #[test]
        fn postings_come_back(text in places(), title in places()) {
            let mut writer = PostingsWriter::default();
            for (zone, places) in [(Zone::Text, &text), (Zone::Title, &title)] {
                for (&article, positions) in places {
                    let mut bytes = Vec::new();
                    push_ascending(&mut bytes, &positions.iter().copied().collect::<Vec<_>>());
                    writer.push(zone, posting(article, positions), &bytes);
                }
            }
            let mut blob = Vec::new();
            writer.finish(&mut blob);
            let read = Postings::read(&blob, 1000).unwrap();
            for (zone, places) in [(Zone::Text, &text), (Zone::Title, &title)] {
                let mut counts = Vec::new();
                read.each(zone, &mut |posting| counts.push((posting.article, posting.count))).unwrap();
                let expected: Vec<_> = places.iter().map(|(&article, set)| (article, set.len() as u32)).collect();
                prop_assert_eq!(counts, expected);
                let mut seen = Vec::new();
                read.positions(zone, &|article| article % 2 == 0, &mut |article, position| seen.push((article, position))).unwrap();
                let expected: Vec<_> = places.iter().filter(|(article, _)| *article % 2 == 0)
                    .flat_map(|(&article, set)| set.iter().map(move |&position| (article, position))).collect();
                prop_assert_eq!(seen, expected);
            }
            let mut weights = Vec::new();
            read.each(Zone::Text, &mut |posting| weights.push(posting.weight)).unwrap();
            prop_assert_eq!(weights, text.iter().map(|(&article, set)| posting(article, set).weight).collect::<Vec<_>>());
        }

        #[test]
        fn any_bytes_are_read_without_panic(blob in vec(any::<u8>(), 0..60)) {
            if let Ok(postings) = Postings::read(&blob, 100) {
                for zone in [Zone::Text, Zone::Title] {
                    let _ = postings.each(zone, &mut |_| {});
                    let _ = postings.positions(zone, &|article| article < 50, &mut |_, _| {});
                }
            }
        }
    }
}
