//! The days that the articles speak of, in order. Cost: the readings of all articles.

use super::profile::sentence_of;
use crate::analysis::ValueBasis;
use crate::index::{ArticleId, Corpus, DecodeError};
use crate::text::{Arrange as _, Date, Span};

/// One date that an article means, with the sentence that says so.
#[derive(Clone, Debug, PartialEq)]
pub struct TimelineEntry {
    pub article: ArticleId,
    pub span: Span,
    pub sentence: Span,
    pub value: Date,
    pub basis: ValueBasis,
}

/// Every date of the corpus by its first day, then by how long it may last, then by article.
pub fn timeline(corpus: &Corpus) -> Result<Vec<TimelineEntry>, DecodeError> {
    let mut entries = Vec::new();
    for article in (0..corpus.len() as u32).map(ArticleId) {
        let reading = corpus.reading(article)?;
        entries.extend(reading.dates.iter().map(|date| TimelineEntry {
            article,
            span: date.span,
            sentence: sentence_of(&reading, date.span),
            value: date.value,
            basis: date.basis,
        }));
    }
    entries.arrange_by_key(|entry| (entry.value.bounds(), entry.article, entry.span));
    Ok(entries)
}
