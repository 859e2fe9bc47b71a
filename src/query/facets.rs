//! What the matches are counted by, each facet as if it alone were open.

use super::results::{Facet, FacetValue};
use super::set::ArticleSet;
use crate::index::{ArticleId, Corpus, DecodeError, EntityId, Section};
use crate::ingest::EntityKind;
use crate::text::{Arrange as _, Keyed};

/// How many values a facet gives at most; all are counted.
const MOST: usize = 200;

/// The articles that have one of the chosen values of a facet.
pub(super) fn selected(corpus: &Corpus, facet: Facet, values: &[String]) -> Result<ArticleSet, DecodeError> {
    let mut set = ArticleSet::none(corpus.len() as u32);
    if kind(facet).is_some() {
        for entity in values.iter().filter_map(|value| corpus.find_entity(value)) {
            corpus.appearances(entity.0)?.iter().for_each(|appearance| set.insert(appearance.number));
        }
        return Ok(set);
    }
    for article in 0..corpus.len() as u32 {
        if plain_value(corpus, facet, article)?.is_some_and(|value| values.contains(&value)) {
            set.insert(article);
        }
    }
    Ok(set)
}

/// The facets' values with the number of articles of `sets` that have them; one set a facet, in [`Facet::ALL`]'s order.
pub(super) fn counted(
    corpus: &Corpus,
    sets: &[ArticleSet],
) -> Result<Vec<(Facet, Vec<FacetValue>)>, DecodeError> {
    let mut facets = Vec::with_capacity(Facet::ALL.len());
    for (facet, set) in Facet::ALL.into_iter().zip(sets) {
        let mut values = match kind(facet) {
            Some(kind) => entities(corpus, kind, set)?,
            None => plain(corpus, facet, set)?,
        };
        values.arrange_by(|a, b| b.count.cmp(&a.count).then_with(|| a.label.cmp(&b.label)));
        values.truncate(MOST);
        facets.push((facet, values));
    }
    Ok(facets)
}

fn kind(facet: Facet) -> Option<EntityKind> {
    Some(match facet {
        Facet::Person => EntityKind::Person,
        Facet::Organization => EntityKind::Organization,
        Facet::Place => EntityKind::Place,
        Facet::Agreement => EntityKind::Agreement,
        Facet::Event => EntityKind::Event,
        Facet::Source | Facet::Year => return None,
    })
}

fn entities(corpus: &Corpus, kind: EntityKind, set: &ArticleSet) -> Result<Vec<FacetValue>, DecodeError> {
    let mut counts = vec![0u32; corpus.entity_count()];
    for article in set.iter() {
        for (entity, _) in corpus.entities_of(ArticleId(article))? {
            counts[entity.0 as usize] += 1;
        }
    }
    let mut values = Vec::new();
    for (number, count) in counts.into_iter().enumerate().filter(|(_, count)| *count > 0) {
        let entity = corpus.entity(EntityId(number as u32))?;
        if entity.kind == kind {
            values.push(FacetValue { value: entity.id, label: entity.name, count });
        }
    }
    Ok(values)
}

fn plain(corpus: &Corpus, facet: Facet, set: &ArticleSet) -> Result<Vec<FacetValue>, DecodeError> {
    let mut counts: Keyed<u32> = Keyed::default();
    for article in set.iter() {
        if let Some(value) = plain_value(corpus, facet, article)? {
            *counts.entry(&value, || 0) += 1;
        }
    }
    let value = |(value, count): (&str, &u32)| FacetValue {
        value: value.to_owned(),
        label: value.to_owned(),
        count: *count,
    };
    Ok(counts.iter().map(value).collect())
}

/// The source or the year of an article.
fn plain_value(corpus: &Corpus, facet: Facet, article: u32) -> Result<Option<String>, DecodeError> {
    let column = corpus.columns()?.get(article).map_err(|damage| Section::Columns.damaged(damage))?;
    if facet == Facet::Year {
        return Ok(column.year().map(|year| year.to_string()));
    }
    let Some(source) = column.source else { return Ok(None) };
    let name = corpus.dictionary(Section::Sources)?.get(source as usize);
    name.map(Some).map_err(|damage| Section::Sources.damaged(damage))
}
