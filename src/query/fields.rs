//! A field of a query -> the articles that match: publishers, authors, languages, and entities by id, by name, by any
//! other spelling, or by the role that an article gives them.

use super::set::ArticleSet;
use super::syntax::{Field, Value};
use crate::index::{Column, Corpus, DecodeError, Section, holds, primary_language, spelling};
use crate::ingest::EntityKind;

/// The articles that match a name in a field.
pub(super) fn with_field(corpus: &Corpus, field: Field, value: &Value) -> Result<ArticleSet, DecodeError> {
    match field {
        Field::Source => {
            let sources = named(corpus, Section::Sources, &|source| value.names(&spelling(source)))?;
            with_column(corpus, &|column| column.source.is_some_and(|source| sources.contains(&source)))
        }
        Field::Language => {
            let is_meant =
                |language: &str| value.is(&spelling(language)) || value.is(primary_language(language));
            let languages = named(corpus, Section::Languages, &is_meant)?;
            with_column(corpus, &|column| {
                column.language.is_some_and(|language| languages.contains(&language))
            })
        }
        Field::Author => {
            let mut set = ArticleSet::none(corpus.len() as u32);
            for author in named(corpus, Section::Authors, &|author| value.names(author))? {
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

/// The numbers of a dictionary's entries that are meant. Cost: a pass over the dictionary.
pub(super) fn named(
    corpus: &Corpus,
    section: Section,
    is_meant: &dyn Fn(&str) -> bool,
) -> Result<Vec<u32>, DecodeError> {
    let damaged = |damage| section.damaged(damage);
    let mut walk = corpus.dictionary(section)?.walk(0).map_err(damaged)?;
    let mut found = Vec::new();
    let mut number = 0;
    while let Some(entry) = walk.next().map_err(damaged)? {
        if std::str::from_utf8(entry.word).is_ok_and(is_meant) {
            found.push(number);
        }
        number += 1;
    }
    Ok(found)
}

fn with_column(corpus: &Corpus, is_meant: &dyn Fn(&Column) -> bool) -> Result<ArticleSet, DecodeError> {
    let columns = corpus.columns()?;
    let mut set = ArticleSet::none(corpus.len() as u32);
    for article in 0..corpus.len() as u32 {
        if is_meant(&columns.get(article).map_err(|damage| Section::Columns.damaged(damage))?) {
            set.insert(article);
        }
    }
    Ok(set)
}

/// The articles in which an entity of that name appears, or speaks; and those that mean one by that role. Words that are
/// nobody's whole name are looked for as a part of names and of roles.
fn with_entities(
    corpus: &Corpus,
    value: &Value,
    kind: Option<EntityKind>,
    speaking: bool,
) -> Result<ArticleSet, DecodeError> {
    let mut set = ArticleSet::none(corpus.len() as u32);
    let whole = lookup(corpus, Section::Spellings, &value.spelling, value.open)?;
    let mut entities = spelled(corpus, &whole, kind)?;
    let is_whole = !entities.is_empty();
    if !is_whole {
        entities = spelled(corpus, &spellings_with(corpus, value)?, kind)?;
    }
    for entity in entities {
        for appearance in corpus.appearances(entity)? {
            if appearance.speaks || !speaking {
                set.insert(appearance.number);
            }
        }
    }
    let roles = if is_whole {
        lookup(corpus, Section::Roles, &value.spelling, value.open)?
    } else {
        named(corpus, Section::Roles, &|role| value.names(role))?
    };
    for role in roles {
        for of in corpus.role_uses(role)? {
            if (of.speaks || !speaking) && is_kind(corpus, of.entity, kind)? {
                set.insert(of.article);
            }
        }
    }
    Ok(set)
}

/// The numbers of the spellings in which the value stands as whole words, the last perhaps unfinished. Only those with
/// its first word are read.
pub(super) fn spellings_with(corpus: &Corpus, value: &Value) -> Result<Vec<u32>, DecodeError> {
    let spellings = corpus.dictionary(Section::Spellings)?;
    let (first, open) = match value.spelling.split_once(' ') {
        Some((first, _)) => (first, false),
        None => (value.spelling.as_str(), value.open),
    };
    let mut found = Vec::new();
    for word in lookup(corpus, Section::NameWords, first, open)? {
        found.extend(corpus.list(Section::NameWordUses, word as usize, spellings.len() as u32)?);
    }
    if first == value.spelling {
        return Ok(found);
    }
    let damaged = |damage| Section::Spellings.damaged(damage);
    let mut meant = Vec::with_capacity(found.len());
    for number in found {
        if value.names(&spellings.get(number as usize).map_err(damaged)?) {
            meant.push(number);
        }
    }
    Ok(meant)
}

/// The numbers of a dictionary's entries that are `text`, or begin with it where it is `open`.
pub(super) fn lookup(
    corpus: &Corpus,
    section: Section,
    text: &str,
    open: bool,
) -> Result<Vec<u32>, DecodeError> {
    let dictionary = corpus.dictionary(section)?;
    let damaged = |damage| section.damaged(damage);
    if open {
        let range = dictionary.starting_with(text).map_err(damaged)?;
        return Ok((range.start as u32..range.end as u32).collect());
    }
    Ok(dictionary.find(text).map_err(damaged)?.map(|number| number as u32).into_iter().collect())
}

/// The entities of a kind with one of the spellings, ascending.
pub(super) fn spelled(
    corpus: &Corpus,
    spellings: &[u32],
    kind: Option<EntityKind>,
) -> Result<Vec<u32>, DecodeError> {
    let mut is_found = vec![false; corpus.entity_count()];
    for &number in spellings {
        for entity in corpus.list(Section::SpellingEntities, number as usize, is_found.len() as u32)? {
            is_found[entity as usize] = true;
        }
    }
    let mut found = Vec::new();
    for (entity, _) in (0..).zip(is_found).filter(|(_, is_found)| *is_found) {
        if is_kind(corpus, entity, kind)? {
            found.push(entity);
        }
    }
    Ok(found)
}

fn is_kind(corpus: &Corpus, entity: u32, kind: Option<EntityKind>) -> Result<bool, DecodeError> {
    Ok(match kind {
        None => true,
        Some(kind) => corpus.entity_facts(entity)?.0 == kind,
    })
}

impl Value {
    /// Whether this is the whole spelling, its last word perhaps unfinished.
    fn is(&self, spelling: &str) -> bool {
        if self.open { spelling.starts_with(&self.spelling) } else { spelling == self.spelling }
    }

    /// Whether this stands in the spelling as whole words, the last perhaps unfinished.
    pub(super) fn names(&self, spelling: &str) -> bool {
        !self.spelling.is_empty() && holds(spelling, &self.spelling, self.open)
    }
}
