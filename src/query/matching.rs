//! A query -> the articles that match.

use super::fields::with_field;
use super::frequencies::{Frequency, frequencies};
use super::set::ArticleSet;
use super::syntax::Query;
use crate::index::{Corpus, DecodeError};
use crate::text::Date;

/// The articles that match a query.
pub(super) fn matching(corpus: &Corpus, query: &Query) -> Result<ArticleSet, DecodeError> {
    evaluated(corpus, query, &mut Vec::new())
}

/// The articles that match a query; `patterns` takes the frequencies of all its patterns, in the order in which they
/// stand, those behind NOT left out.
pub(super) fn evaluated(
    corpus: &Corpus,
    query: &Query,
    patterns: &mut Vec<Vec<Frequency>>,
) -> Result<ArticleSet, DecodeError> {
    let articles = corpus.len() as u32;
    Ok(match query {
        Query::Everything => ArticleSet::all(articles),
        Query::Text(pattern) => {
            let mut set = ArticleSet::none(articles);
            let found = frequencies(corpus, pattern)?;
            found.iter().for_each(|&(article, _)| set.insert(article));
            patterns.push(found);
            set
        }
        Query::Field(field, value) => with_field(corpus, *field, value)?,
        Query::Date(date) => within(corpus, Some(*date), Some(*date))?,
        Query::And(parts) => parts.iter().try_fold(ArticleSet::all(articles), |mut set, part| {
            set.and(&evaluated(corpus, part, patterns)?);
            Ok(set)
        })?,
        Query::Or(parts) => parts.iter().try_fold(ArticleSet::none(articles), |mut set, part| {
            set.or(&evaluated(corpus, part, patterns)?);
            Ok(set)
        })?,
        Query::Not(inner) => {
            let before = patterns.len();
            let mut set = evaluated(corpus, inner, patterns)?;
            patterns.truncate(before);
            set.invert();
            set
        }
    })
}

/// The articles whose date may fall on or after the first day of `from` and on or before the last of `to`.
pub(super) fn within(
    corpus: &Corpus,
    from: Option<Date>,
    to: Option<Date>,
) -> Result<ArticleSet, DecodeError> {
    let articles = corpus.len() as u32;
    let (columns, stretch) = (corpus.columns()?, stretch(from, to));
    let mut set = ArticleSet::none(articles);
    (0..articles)
        .filter(|&article| columns.overlaps(article, stretch))
        .for_each(|article| set.insert(article));
    Ok(set)
}

/// The first day of `from` and the last of `to`, as Julian days.
pub(super) fn stretch(from: Option<Date>, to: Option<Date>) -> (i32, i32) {
    let first = from.map_or(i32::MIN, |date| date.bounds().0.to_julian_day());
    let last = to.map_or(i32::MAX, |date| date.bounds().1.to_julian_day());
    (first, last)
}
