//! Words on their way into the index: each article adds where its words stand; at the end the words are sorted and
//! their postings written. Linear in the text but for the sorting of an article's words and of the distinct words.

use super::blobs::BlobsWriter;
use super::bytes::{Cursor, Damage, push_ascending, push_number};
use super::dictionary::DictionaryWriter;
use super::emphasis::{Emphasis, TITLE_EMPHASIS};
use super::measure::{prominence, rarity};
use super::numbering::{Numbering, write_sorted};
use super::postings::{Posting, PostingsWriter, Zone};
use super::section::{Section, SectionWriter};
use crate::ingest::Article;
use crate::text::{Span, stem, words};

/// Languages beyond this many share the last place, without stemming.
pub(crate) const MOST_LANGUAGES: usize = 64;

/// The words of all articles so far.
#[derive(Default)]
pub(crate) struct Vocabulary {
    terms: Numbering,
    logs: Vec<Log>,
    /// The words of the article at hand; kept for its room.
    occurrences: Vec<Occurrence>,
}

/// Where a word stands, ordered by word, zone and position.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Occurrence {
    term: u32,
    zone: Zone,
    position: u32,
    weight: u32,
}

/// What is known of one word so far: an entry an article, as [`Log::push`] writes it.
#[derive(Default)]
struct Log {
    entries: Vec<u8>,
    next_article: u32,
    /// A bit for each language in whose articles the word stands.
    languages: u64,
}

impl Vocabulary {
    /// Adds an article, in ascending order; gives the number of words in its text. `language` is the number of the
    /// article's language, below [`MOST_LANGUAGES`].
    pub fn add(&mut self, number: u32, article: &Article, sentences: &[Span], language: usize) -> u32 {
        self.occurrences.clear();
        for (position, word) in words(&article.title).iter().enumerate() {
            self.note(&word.folded(), Zone::Title, position, 1);
        }
        let mut emphasis = Emphasis::new(&article.text, &article.blocks, sentences);
        let found = words(&article.text);
        for (position, word) in found.iter().enumerate() {
            self.note(&word.folded(), Zone::Text, position, emphasis.of(word));
        }
        self.occurrences.sort_unstable();
        for of_term in self.occurrences.chunk_by(|a, b| a.term == b.term) {
            let log = &mut self.logs[of_term[0].term as usize];
            log.push(number, of_term);
            log.languages |= 1 << language;
        }
        found.len() as u32
    }

    fn note(&mut self, folded: &str, zone: Zone, position: usize, weight: u32) {
        if folded.is_empty() {
            return;
        }
        let term = self.terms.number(folded);
        if term as usize == self.logs.len() {
            self.logs.push(Log::default());
        }
        self.occurrences.push(Occurrence { term, zone, position: position as u32, weight });
    }

    /// Writes the sections of words; gives the length of each article's vector of weighted words.
    pub fn finish(mut self, articles: usize, languages: &[String], sections: &mut SectionWriter) -> Vec<f32> {
        let sorted = self.terms.sorted();
        let mut postings = BlobsWriter::default();
        let mut stems = StemTable::new(languages);
        let mut squares = vec![0.0f64; articles];
        let mut writer = PostingsWriter::default();
        let mut blob = Vec::new();
        for (term, (word, number)) in sorted.iter().enumerate() {
            let log = std::mem::take(&mut self.logs[*number as usize]);
            stems.push(word, term as u32, log.languages);
            writer.clear();
            log.replay(&mut writer, &mut squares).expect("a log is read as it was written");
            blob.clear();
            writer.finish(&mut blob);
            postings.push(&blob);
        }
        sections.push(Section::Terms, write_sorted(&sorted).0);
        drop(sorted);
        sections.push(Section::Postings, postings.finish());
        stems.finish(sections);
        squares.iter().map(|square| square.sqrt() as f32).collect()
    }
}

impl Log {
    /// Notes where the word stands in an article: text before title, whatever their order in `occurrences`.
    fn push(&mut self, article: u32, occurrences: &[Occurrence]) {
        let titles = occurrences.partition_point(|occurrence| occurrence.zone == Zone::Title);
        let (titles, texts) = occurrences.split_at(titles);
        let weight: u32 = texts.iter().map(|occurrence| occurrence.weight).sum();
        push_number(&mut self.entries, article - self.next_article);
        for number in [texts.len() as u32, titles.len() as u32, weight] {
            push_number(&mut self.entries, number);
        }
        for zone in [texts, titles] {
            let positions: Vec<u32> = zone.iter().map(|occurrence| occurrence.position).collect();
            push_ascending(&mut self.entries, &positions);
        }
        self.next_article = article + 1;
    }

    /// Hands the log to a writer and adds each article's share of the word to its vector's squared length.
    fn replay(&self, writer: &mut PostingsWriter, squares: &mut [f64]) -> Result<(), Damage> {
        let mut shares = Vec::new();
        let mut cursor = Cursor::new(&self.entries);
        let mut article = 0;
        while !cursor.is_empty() {
            article += cursor.number()?;
            let (in_text, in_title, weight) = (cursor.number()?, cursor.number()?, cursor.number()?);
            for (zone, count, weight) in [(Zone::Text, in_text, weight), (Zone::Title, in_title, in_title)] {
                let before = cursor.bytes;
                cursor.skip_numbers(count)?;
                if count > 0 {
                    let positions = &before[..before.len() - cursor.bytes.len()];
                    writer.push(zone, Posting { article, count, weight }, positions);
                }
            }
            shares.push((article, weight + TITLE_EMPHASIS * in_title));
            article += 1;
        }
        let rarity = rarity(squares.len(), shares.len());
        for (article, weight) in shares {
            let value = rarity * prominence(weight);
            squares[article as usize] += value * value;
        }
        Ok(())
    }
}

/// Which words share a stem, language by language. A stem whose only word is the stem itself is left out: so are all
/// words of a language without a stemmer.
struct StemTable<'a> {
    languages: &'a [String],
    members: Vec<Member>,
}

#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Member {
    key: String,
    term: u32,
    is_stem: bool,
}

/// The form under which the dictionary of stems has a stem of a language.
pub(crate) fn stem_key(language: &str, stem: &str) -> String {
    [language, "\0", stem].concat()
}

/// The part of a language tag that decides how words are inflected: `en` of `en-GB`.
pub(crate) fn primary_language(tag: &str) -> &str {
    tag.split(['-', '_']).next().unwrap_or("")
}

impl<'a> StemTable<'a> {
    fn new(languages: &'a [String]) -> Self {
        Self { languages, members: Vec::new() }
    }

    fn push(&mut self, word: &str, term: u32, mut languages: u64) {
        while languages != 0 {
            let index = languages.trailing_zeros() as usize;
            languages &= languages - 1;
            if index + 1 < MOST_LANGUAGES {
                let stem = stem(word, &self.languages[index]);
                let key = stem_key(&self.languages[index], &stem);
                self.members.push(Member { key, term, is_stem: stem == word });
            }
        }
    }

    fn finish(mut self, sections: &mut SectionWriter) {
        self.members.sort_unstable();
        let mut stems = DictionaryWriter::default();
        let mut terms = BlobsWriter::default();
        let mut blob = Vec::new();
        for family in self.members.chunk_by(|a, b| a.key == b.key) {
            if let [Member { is_stem: true, .. }] = family {
                continue;
            }
            blob.clear();
            let members: Vec<u32> = family.iter().map(|member| member.term).collect();
            push_ascending(&mut blob, &members);
            stems.push(&family[0].key);
            terms.push(&blob);
        }
        sections.push(Section::Stems, stems.finish());
        sections.push(Section::StemTerms, terms.finish());
    }
}
