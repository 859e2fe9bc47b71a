//! The sections of a corpus, and the table that says where each begins and what its checksum is.
//!
//! ```text
//! 0   magic number, 8 bytes          16  table: name 16, offset 8, length 8, checksum 8 bytes a section
//! 8   version, 4 bytes               ..  checksum of everything before, 8 bytes
//! 12  number of sections, 4 bytes    ..  the sections, one after the other
//! ```
//!
//! A reader leaves sections alone whose names it does not know, so that later versions can add some (skip lists for
//! long postings, say). Opening costs one checksum over all bytes: 30 MB take about 5 ms.

use super::DecodeError;
use super::bytes::{Damage, u32_at, u64_at};
use super::checksum::checksum;
use std::ops::Range;

const MAGIC: [u8; 8] = *b"\x8ACrossrd";
const VERSION: u32 = 6;
const NAME_LENGTH: usize = 16;
const ENTRY_LENGTH: usize = NAME_LENGTH + 24;
const TABLE_START: usize = 16;

/// No version of the format has more; a higher number is damage.
const MOST_SECTIONS: u32 = 256;

macro_rules! sections {
    ($($(#[$doc:meta])* $variant:ident => $name:literal),+ $(,)?) => {
        /// The parts of a corpus.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum Section { $($(#[$doc])* $variant),+ }

        impl Section {
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),+ }
            }
        }
    };
}

sections! {
    /// What the corpus says of itself: postcard.
    Info => "info",
    /// The curated names, and what has been corrected: postcard.
    Lexicon => "lexicon",
    /// A `Header` an article: blobs of postcard.
    Headers => "headers",
    /// What else an article has beside its text: blobs of postcard.
    Articles => "articles",
    /// An article's text: blobs of codes.
    Text => "text",
    /// The words that the codes of texts mean, by rank.
    TextWords => "text-words",
    /// An article's reading: blobs of postcard.
    Readings => "readings",
    /// Numbers of each article, by what is asked: what filters, sorts and ranks.
    Columns => "columns",
    /// Article ids, ascending: dictionary.
    Ids => "ids",
    /// The article of each id: four bytes each.
    IdOrder => "id-order",
    /// Sources, ascending: dictionary.
    Sources => "sources",
    /// The articles of each: blobs of ascending numbers.
    SourceArticles => "source-articles",
    /// Languages, ascending: dictionary.
    Languages => "languages",
    /// Folded names of authors, ascending: dictionary.
    Authors => "authors",
    /// The articles of each author: blobs of ascending numbers.
    AuthorArticles => "author-articles",
    /// Folded words and their places in order: a finite-state map.
    Terms => "terms",
    /// Where each word stands: blobs of postings.
    Postings => "postings",
    /// How much each article makes of each word: blobs of bits.
    Emphasis => "emphasis",
    /// The length of each article's vector of weighted words: four bytes each.
    VectorLengths => "vector-lengths",
    /// How similar each article's nearest are to it: four bytes each.
    Surroundings => "surroundings",
    /// Articles that tell of the same: numbers.
    Events => "events",
    /// `language\0stem`, ascending: dictionary.
    Stems => "stems",
    /// The words of each stem: blobs of ascending numbers.
    StemTerms => "stem-terms",
    /// An `Entity` each, by name: blobs of postcard.
    Entities => "entities",
    /// Entity ids, ascending: dictionary.
    EntityIds => "entity-ids",
    /// The entity of each id: four bytes each.
    EntityOrder => "entity-order",
    /// The articles that name an entity: blobs.
    Appearances => "appearances",
    /// The entities that an article names: blobs.
    Casts => "casts",
    /// Folded spellings of names, ascending: dictionary.
    Spellings => "spellings",
    /// The entities of each spelling: blobs of ascending numbers.
    SpellingEntities => "spelled",
    /// The words of spellings, ascending: dictionary.
    NameWords => "name-words",
    /// The spellings in which each of those words stands: blobs of ascending numbers.
    NameWordUses => "name-word-uses",
    /// Folded words for offices, ascending: dictionary.
    Roles => "roles",
    /// Whom each of those means in which article: blobs.
    RoleUses => "role-uses",
    /// What is curated of an entity's offices, and whether it was corrected: blobs of postcard, empty where nothing is.
    Offices => "offices",
    /// A record of fixed size an entity: its kind, and in how many articles it appears.
    EntityFacts => "entity-facts",
}

impl Section {
    /// The error for damage found inside the section.
    pub fn damaged(self, damage: Damage) -> DecodeError {
        self.error(damage.0)
    }

    pub fn error(self, message: impl Into<String>) -> DecodeError {
        DecodeError { section: self.name(), message: message.into() }
    }
}

/// Where each section stands in the corpus, in the order of [`Section::ALL`].
pub(crate) struct Table {
    ranges: [Range<usize>; Section::ALL.len()],
}

impl Table {
    pub fn range(&self, section: Section) -> Range<usize> {
        self.ranges[section as usize].clone()
    }

    /// The sections in the order in which they stand.
    pub fn order(&self) -> Vec<Section> {
        let mut sections = Section::ALL.to_vec();
        sections
            .sort_by_key(|&section| (self.range(section).start, self.range(section).end, section as usize));
        sections
    }

    /// Reads the table and checks it and every section.
    pub fn read(bytes: &[u8]) -> Result<Self, DecodeError> {
        let table = Self { ranges: listed_ranges(bytes)? };
        for &section in Section::ALL {
            let entry = entry_of(bytes, section).ok_or_else(|| section.error("is missing"))?;
            if checksum(&bytes[table.range(section)]) != u64_at(entry, NAME_LENGTH + 16).unwrap_or(0) {
                return Err(section.error("has been altered: its checksum does not fit"));
            }
        }
        Ok(table)
    }
}

fn header_error(message: impl Into<String>) -> DecodeError {
    DecodeError { section: "header", message: message.into() }
}

fn table_error(message: impl Into<String>) -> DecodeError {
    DecodeError { section: "table", message: message.into() }
}

/// The ranges that the table names, each inside the buffer, the last ending with it.
fn listed_ranges(bytes: &[u8]) -> Result<[Range<usize>; Section::ALL.len()], DecodeError> {
    let count = section_count(bytes)?;
    let table_end = TABLE_START + ENTRY_LENGTH * count;
    if u64_at(bytes, table_end) != bytes.get(..table_end).map(checksum) {
        return Err(table_error("is cut short or has been altered"));
    }
    let mut ranges = std::array::from_fn(|_| 0..0);
    let mut end = table_end + 8;
    for index in 0..count {
        let entry = &bytes[TABLE_START + index * ENTRY_LENGTH..][..ENTRY_LENGTH];
        let known = Section::ALL.iter().find(|section| is_named(entry, **section));
        let name = known.map_or("table", |section| section.name());
        let error = |message: String| DecodeError { section: name, message };
        let range = range_of(entry, end).ok_or_else(|| error("begins or ends where it cannot".into()))?;
        if range.end > bytes.len() {
            let message = format!("ends at byte {}, but the corpus has only {}", range.end, bytes.len());
            return Err(error(message));
        }
        end = range.end;
        if let Some(&section) = known {
            ranges[section as usize] = range;
        }
    }
    if end != bytes.len() {
        return Err(table_error(format!("ends at byte {end}, but the corpus has {}", bytes.len())));
    }
    Ok(ranges)
}

fn section_count(bytes: &[u8]) -> Result<usize, DecodeError> {
    if bytes.get(..MAGIC.len()) != Some(&MAGIC) {
        return Err(header_error("these bytes are no corpus"));
    }
    match u32_at(bytes, 8) {
        Some(VERSION) => {}
        Some(other) => {
            return Err(header_error(format!("has version {other}, this program reads {VERSION}")));
        }
        None => return Err(header_error("is cut short")),
    }
    let count = u32_at(bytes, 12).filter(|&count| count <= MOST_SECTIONS);
    count.map(|count| count as usize).ok_or_else(|| table_error("is cut short or has been altered"))
}

/// The range of a table entry; sections follow each other without a gap.
fn range_of(entry: &[u8], expected_start: usize) -> Option<Range<usize>> {
    let start = usize::try_from(u64_at(entry, NAME_LENGTH)?).ok()?;
    let length = usize::try_from(u64_at(entry, NAME_LENGTH + 8)?).ok()?;
    (start == expected_start).then_some(start..start.checked_add(length)?)
}

fn entry_of(bytes: &[u8], section: Section) -> Option<&[u8]> {
    let entries = bytes.get(TABLE_START..)?.chunks_exact(ENTRY_LENGTH).take(u32_at(bytes, 12)? as usize);
    entries.into_iter().find(|entry| is_named(entry, section))
}

fn is_named(entry: &[u8], section: Section) -> bool {
    entry[..NAME_LENGTH] == padded(section.name())
}

fn padded(name: &str) -> [u8; NAME_LENGTH] {
    let mut padded = [0; NAME_LENGTH];
    let length = name.len().min(NAME_LENGTH);
    padded[..length].copy_from_slice(&name.as_bytes()[..length]);
    padded
}

/// The sections of a corpus on their way into one buffer.
#[derive(Default)]
pub(crate) struct SectionWriter {
    sections: Vec<(Section, Vec<u8>)>,
}

impl SectionWriter {
    pub fn push(&mut self, section: Section, bytes: Vec<u8>) {
        self.sections.push((section, bytes));
    }

    /// The corpus with the sections of another one, in their order; those written here take the place of theirs.
    pub fn finish_over<'a>(mut self, others: impl Iterator<Item = (Section, &'a [u8])>) -> Vec<u8> {
        let mut own = std::mem::take(&mut self.sections);
        for (section, bytes) in others {
            let written = own.iter_mut().find(|(written, _)| *written == section);
            self.push(section, written.map_or_else(|| bytes.to_vec(), |(_, bytes)| std::mem::take(bytes)));
        }
        self.finish()
    }

    /// The corpus. Each section's own buffer is given back as soon as it has been copied.
    pub fn finish(self) -> Vec<u8> {
        let table_end = TABLE_START + ENTRY_LENGTH * self.sections.len();
        let total: usize = self.sections.iter().map(|(_, bytes)| bytes.len()).sum();
        let mut corpus = Vec::with_capacity(table_end + 8 + total);
        corpus.extend_from_slice(&MAGIC);
        corpus.extend_from_slice(&VERSION.to_le_bytes());
        corpus.extend_from_slice(&(self.sections.len() as u32).to_le_bytes());
        let mut offset = table_end + 8;
        for (section, bytes) in &self.sections {
            corpus.extend_from_slice(&padded(section.name()));
            corpus.extend_from_slice(&(offset as u64).to_le_bytes());
            corpus.extend_from_slice(&(bytes.len() as u64).to_le_bytes());
            corpus.extend_from_slice(&checksum(bytes).to_le_bytes());
            offset += bytes.len();
        }
        let table_checksum = checksum(&corpus);
        corpus.extend_from_slice(&table_checksum.to_le_bytes());
        for (_, bytes) in self.sections {
            corpus.extend_from_slice(&bytes);
        }
        corpus
    }
}

#[cfg(test)]
mod tests {
    use super::{NAME_LENGTH, Section};

    #[test]
    fn names_fit_and_differ() {
        let mut names: Vec<_> = Section::ALL.iter().map(|section| section.name()).collect();
        assert!(names.iter().all(|name| (1..=NAME_LENGTH).contains(&name.len())));
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), Section::ALL.len());
    }
}
