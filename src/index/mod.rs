//! Articles and readings -> corpus bytes, and back: built once, read in place.
//!
//! A corpus is one buffer of named sections with a checksum each ([`section`](self) tables are read first). Most
//! sections are one of two shapes: a dictionary (sorted strings, numbered by their place) or blobs (numbered entries
//! of any length). [`build`], or [`Builder`] step by step, writes them; [`Corpus::open`] checks all checksums and
//! reads nothing else until it is asked. Whatever is read is checked again on the way: damaged bytes give a
//! [`DecodeError`] that names the section, never a panic.
//!
//! Which word stands where is looked up in this order: `terms` gives a word its number, `stems` all words with the
//! same stem in a language, `postings` the articles and positions of each number.

mod appearances;
mod bits;
mod blobs;
mod build;
mod bytes;
mod check;
mod checksum;
mod columns;
mod corpus;
mod corrected;
mod dictionary;
mod dossier;
mod emphasis;
mod error;
mod events;
mod header;
mod measure;
mod name_table;
mod offices;
mod positions;
mod postings;
mod postings_writer;
mod prose;
mod reader;
mod roles;
mod section;
mod spelling;
mod stems;
mod stream;
mod surroundings;
mod terms;
mod texts;
mod vocabulary;

pub use build::Builder;
pub use corpus::Corpus;
pub use corrected::Corrected;
pub use dossier::Dossier;
pub use error::DecodeError;
pub use events::Event;
pub use header::{ArticleId, EntityId, Header};
pub use offices::{Office, Offices};
pub use prose::Prose;

pub(crate) use bits::BitReader;
pub(crate) use bytes::Damage;
pub(crate) use columns::{Column, Columns};
pub(crate) use corpus::postings_damage;
pub(crate) use measure::{ROUNDED, ScoreShape, nearness, prominence, rarity, times};
pub use positions::Zone;
pub(crate) use positions::each_position;
pub(crate) use postings::{Block as PostingBlock, Occurrences, Postings};
pub(crate) use reader::{Candidates, Reader};
pub(crate) use section::Section;
pub(crate) use spelling::holds;
pub(crate) use stems::{primary_language, stem_key};
pub(crate) use surroundings::LEAST_CROWDED;
pub(crate) use terms::Beginning;
#[cfg(test)]
pub(crate) use terms::Terms;

pub use crate::text::spelling;

use crate::analysis::Reading;
use crate::ingest::{Article, CorpusInfo};

/// The corpus as bytes: same articles and readings, same bytes.
///
/// `readings[i]` is the reading of `articles[i]`; ids are unique (ingest sees to it).
pub fn build(info: &CorpusInfo, articles: &[Article], readings: &[Reading]) -> Vec<u8> {
    let mut builder = Builder::new(info);
    articles.iter().zip(readings).for_each(|(article, reading)| builder.add(article, reading));
    builder.finish()
}
