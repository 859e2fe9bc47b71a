//! Which article or entity is meant, and what a line of a list needs of an article.

use crate::ingest::{Article, DateBasis};
use crate::text::Date;
use serde::{Deserialize, Serialize};

/// An article's place in the corpus, in the order of [`build`](super::build).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ArticleId(pub u32);

/// An entity's place in the corpus's entity table, which is ordered by name.
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

impl Header {
    /// The header of an article.
    pub fn of(article: &Article) -> Self {
        Self {
            id: article.id.clone(),
            title: article.title.clone(),
            source: article.source.clone(),
            date: article.date,
            date_basis: article.date_basis,
            language: article.language.clone(),
        }
    }
}
