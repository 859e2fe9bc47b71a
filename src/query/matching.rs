//! A query -> the articles that match.

use super::frequencies::{Frequency, frequencies};
use super::set::ArticleSet;
use super::syntax::{Field, Query, Value};
use crate::analysis::Entity;
use crate::index::{Corpus, DecodeError, EntityId, Section, holds, primary_language, spelling};
use crate::ingest::EntityKind;
use crate::text::Date;

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
    let first = from.map_or(i32::MIN, |date| date.bounds().0.to_julian_day());
    let last = to.map_or(i32::MAX, |date| date.bounds().1.to_julian_day());
    let columns = corpus.columns()?;
    let mut set = ArticleSet::none(articles);
    for article in 0..articles {
        let column = columns.get(article).map_err(|damage| Section::Columns.damaged(damage))?;
        if column.overlaps((first, last)) {
            set.insert(article);
        }
    }
    Ok(set)
}

fn with_field(corpus: &Corpus, field: Field, value: &Value) -> Result<ArticleSet, DecodeError> {
    match field {
        Field::Source => {
            let sources = named(corpus, Section::Sources, |source| value.names(&spelling(source)))?;
            with_column(corpus, |column| column.source.is_some_and(|source| sources.contains(&source)))
        }
        Field::Language => {
            let is_meant =
                |language: &str| value.is(&spelling(language)) || value.is(primary_language(language));
            let languages = named(corpus, Section::Languages, is_meant)?;
            with_column(corpus, |column| {
                column.language.is_some_and(|language| languages.contains(&language))
            })
        }
        Field::Author => {
            let mut set = ArticleSet::none(corpus.len() as u32);
            for author in named(corpus, Section::Authors, |author| value.names(author))? {
                let articles = corpus.list(Section::AuthorArticles, author as usize, corpus.len() as u32)?;
                articles.into_iter().for_each(|article| set.insert(article));
            }
            Ok(set)
        }
        Field::Speaker => with_entities(corpus, value, None, true),
        Field::Entity => with_entities(corpus, value, None, false),
        Field::Kind(kind) => with_entities(corpus, value, Some(kind), false),
    }
}

/// The numbers of a dictionary's entries that are meant.
fn named(
    corpus: &Corpus,
    section: Section,
    is_meant: impl Fn(&str) -> bool,
) -> Result<Vec<u32>, DecodeError> {
    let damaged = |damage| section.damaged(damage);
    let mut walk = corpus.dictionary(section)?.walk(0).map_err(damaged)?;
    let mut found = Vec::new();
    let mut number = 0;
    while let Some(entry) = walk.next().map_err(damaged)? {
        if std::str::from_utf8(entry.word).is_ok_and(&is_meant) {
            found.push(number);
        }
        number += 1;
    }
    Ok(found)
}

fn with_column(
    corpus: &Corpus,
    is_meant: impl Fn(&crate::index::Column) -> bool,
) -> Result<ArticleSet, DecodeError> {
    let columns = corpus.columns()?;
    let mut set = ArticleSet::none(corpus.len() as u32);
    for article in 0..corpus.len() as u32 {
        if is_meant(&columns.get(article).map_err(|damage| Section::Columns.damaged(damage))?) {
            set.insert(article);
        }
    }
    Ok(set)
}

/// The articles in which an entity of that name appears, or speaks. A name that is nobody's whole name is looked for
/// as a part of names.
fn with_entities(
    corpus: &Corpus,
    value: &Value,
    kind: Option<EntityKind>,
    speaking: bool,
) -> Result<ArticleSet, DecodeError> {
    let mut entities = spelled(corpus, |name| value.is(name), kind)?;
    if entities.is_empty() {
        entities = spelled(corpus, |name| value.names(name), kind)?;
    }
    let mut set = ArticleSet::none(corpus.len() as u32);
    for entity in entities {
        for appearance in corpus.appearances(entity)? {
            if appearance.speaks || !speaking {
                set.insert(appearance.number);
            }
        }
    }
    Ok(set)
}

fn spelled(
    corpus: &Corpus,
    is_meant: impl Fn(&str) -> bool,
    kind: Option<EntityKind>,
) -> Result<Vec<u32>, DecodeError> {
    let mut found = Vec::new();
    for spelling in named(corpus, Section::Spellings, is_meant)? {
        for entity in
            corpus.list(Section::SpellingEntities, spelling as usize, corpus.entity_count() as u32)?
        {
            let is_kind = |entity: &Entity| kind.is_none_or(|kind| entity.kind == kind);
            if !found.contains(&entity) && is_kind(&corpus.entity(EntityId(entity))?) {
                found.push(entity);
            }
        }
    }
    Ok(found)
}

impl Value {
    /// Whether this is the whole spelling, its last word perhaps unfinished.
    fn is(&self, spelling: &str) -> bool {
        if self.open { spelling.starts_with(&self.spelling) } else { spelling == self.spelling }
    }

    /// Whether this stands in the spelling as whole words.
    fn names(&self, spelling: &str) -> bool {
        self.is(spelling) || (!self.spelling.is_empty() && holds(spelling, &self.spelling))
    }
}
