//! Articles and readings -> corpus bytes, and back: built once, read in place.
//!
//! [`build`] writes one buffer of checked sections; [`Corpus::open`] checks their table and reads nothing else until
//! it is asked.

use crate::analysis::{Entity, Reading};
use crate::ingest::{Article, CorpusInfo, DateBasis};
use crate::text::Date;
use serde::{Deserialize, Serialize};
use std::fmt;

/// An article's place in the corpus, in the order of [`build`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ArticleId(pub u32);

/// An entity's place in the corpus's entity table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntityId(pub u32);

/// What a line of a list needs of an article.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Header {
    pub id: String,
    pub title: String,
    pub source: Option<String>,
    pub date: Option<Date>,
    pub date_basis: Option<DateBasis>,
    pub language: Option<String>,
}

/// Damaged or foreign bytes: which section, and what is wrong with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecodeError {
    pub section: &'static str,
    pub message: String,
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "section `{}` of the corpus: {}; build the corpus again", self.section, self.message)
    }
}

impl std::error::Error for DecodeError {}

/// The corpus as bytes: same articles and readings, same bytes.
///
/// `readings[i]` is the reading of `articles[i]`; ids are unique (ingest sees to it).
pub fn build(info: &CorpusInfo, articles: &[Article], readings: &[Reading]) -> Vec<u8> {
    let _ = (info, articles, readings);
    Vec::new()
}

/// A corpus opened for reading.
pub struct Corpus {
    bytes: Vec<u8>,
}

impl Corpus {
    /// Checks the table of sections and their checksums.
    pub fn open(bytes: Vec<u8>) -> Result<Self, DecodeError> {
        Ok(Self { bytes })
    }

    /// The bytes as [`build`] made them, to be published again.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    pub fn info(&self) -> Result<CorpusInfo, DecodeError> {
        todo!()
    }

    /// How many articles there are.
    pub fn len(&self) -> usize {
        0
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    pub fn find(&self, id: &str) -> Option<ArticleId> {
        let _ = id;
        None
    }

    pub fn header(&self, article: ArticleId) -> Result<Header, DecodeError> {
        let _ = article;
        todo!()
    }

    pub fn article(&self, article: ArticleId) -> Result<Article, DecodeError> {
        let _ = article;
        todo!()
    }

    /// The article's text, in place.
    pub fn text(&self, article: ArticleId) -> Result<&str, DecodeError> {
        let _ = article;
        Ok("")
    }

    pub fn reading(&self, article: ArticleId) -> Result<Reading, DecodeError> {
        let _ = article;
        todo!()
    }

    /// How many articles hold the word (a folded surface form) in text or title.
    pub fn document_frequency(&self, folded: &str) -> u32 {
        let _ = folded;
        0
    }

    pub fn entity_count(&self) -> usize {
        0
    }

    pub fn entity(&self, entity: EntityId) -> Result<Entity, DecodeError> {
        let _ = entity;
        todo!()
    }

    pub fn find_entity(&self, id: &str) -> Option<EntityId> {
        let _ = id;
        None
    }

    /// The articles that mention an entity, ascending, with the number of mentions in each.
    pub fn articles_of(&self, entity: EntityId) -> Result<Vec<(ArticleId, u32)>, DecodeError> {
        let _ = entity;
        todo!()
    }
}
