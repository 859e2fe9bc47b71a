//! What the matches are counted by, each facet as if it alone were open.
//!
//! Cost: one pass over the casts of the matches for all facets of entities together (one more for each that has a
//! selection of its own), one over the columns for sources and years; only the values that are shown are decoded.

use super::filters::Filters;
use super::results::{Facet, FacetValue};
use super::set::ArticleSet;
use crate::index::{Corpus, DecodeError, EntityId, Section, spelling};
use crate::ingest::EntityKind;
use crate::text::{Arrange as _, fold, months_before};

/// How many values a facet gives at most; all are counted.
const MOST: usize = 200;

/// The numbers of the values of a facet that some article has, each with how many have it. Numbers ascend as labels do.
pub(super) type Counts = Vec<(u32, u32)>;

/// A facet's most frequent values, and how many it has in all.
pub(super) struct Counted {
    pub values: Vec<FacetValue>,
    pub total: usize,
}

/// Every facet, in the order of [`Facet::ALL`].
pub(super) fn counted(corpus: &Corpus, filters: &Filters) -> Result<Vec<Counted>, DecodeError> {
    let mut tally = Tally::default();
    let mut facets = Vec::with_capacity(Facet::ALL.len());
    for facet in Facet::ALL {
        let counts = tally.counts(corpus, facet, filters.without(facet))?;
        facets.push(Counted { total: counts.len(), values: shown(corpus, facet, counts)? });
    }
    Ok(facets)
}

/// The values of one facet whose label holds every word of `text`, at most [`MOST`]; a word may be a part of one.
pub(super) fn holding(
    corpus: &Corpus,
    filters: &Filters,
    facet: Facet,
    text: &str,
) -> Result<Vec<FacetValue>, DecodeError> {
    let counts = Tally::default().counts(corpus, facet, filters.without(facet))?;
    let wanted = spelling(text);
    let mut kept = Vec::with_capacity(counts.len());
    for (number, count) in counts {
        let held = match kind(facet) {
            _ if wanted.is_empty() => true,
            Some(_) => holds_all(corpus.entity_name(number)?, &wanted),
            None => holds_all(&value(corpus, facet, number, 0)?.label, &wanted),
        };
        if held {
            kept.push((number, count));
        }
    }
    shown(corpus, facet, kept)
}

fn holds_all(label: &str, wanted: &str) -> bool {
    let label = fold(label);
    wanted.split(' ').all(|word| label.contains(word))
}

/// The articles that have one of the values of a facet.
pub(super) fn with_values(
    corpus: &Corpus,
    facet: Facet,
    values: &[String],
) -> Result<ArticleSet, DecodeError> {
    let mut set = ArticleSet::none(corpus.len() as u32);
    if kind(facet).is_some() {
        for entity in values.iter().filter_map(|value| corpus.find_entity(value)) {
            corpus.appearances(entity.0)?.iter().for_each(|appearance| set.insert(appearance.number));
        }
        return Ok(set);
    }
    let mut numbers = Vec::new();
    for value in values {
        numbers.extend(number(corpus, facet, value)?);
    }
    for article in 0..corpus.len() as u32 {
        if plain_value(corpus, facet, article)?.is_some_and(|value| numbers.contains(&value)) {
            set.insert(article);
        }
    }
    Ok(set)
}

pub(super) fn kind(facet: Facet) -> Option<EntityKind> {
    Some(match facet {
        Facet::Person => EntityKind::Person,
        Facet::Organization => EntityKind::Organization,
        Facet::Place => EntityKind::Place,
        Facet::Agreement => EntityKind::Agreement,
        Facet::Event => EntityKind::Event,
        Facet::Source | Facet::Year => return None,
    })
}

/// Counts of entities by kind, kept because most facets are counted over the same articles.
#[derive(Default)]
struct Tally {
    over: Option<ArticleSet>,
    by_kind: [Counts; EntityKind::ALL.len()],
}

impl Tally {
    fn counts(&mut self, corpus: &Corpus, facet: Facet, set: ArticleSet) -> Result<Counts, DecodeError> {
        let Some(kind) = kind(facet) else { return plain(corpus, facet, &set) };
        if self.over.as_ref() != Some(&set) {
            self.by_kind = entities(corpus, &set)?;
            self.over = Some(set);
        }
        Ok(self.by_kind[kind as usize].clone())
    }
}

fn entities(corpus: &Corpus, set: &ArticleSet) -> Result<[Counts; EntityKind::ALL.len()], DecodeError> {
    let mut counts = vec![0u32; corpus.entity_count()];
    let mut casts = corpus.casts()?;
    for article in set.iter() {
        casts.count(article, &mut counts).map_err(|damage| Section::Casts.damaged(damage))?;
    }
    let mut by_kind: [Counts; EntityKind::ALL.len()] = Default::default();
    for (entity, count) in (0..).zip(counts).filter(|(_, count)| *count > 0) {
        let (kind, _) = corpus.entity_facts(entity)?;
        by_kind[kind as usize].push((entity, count));
    }
    Ok(by_kind)
}

/// The sources or the years of articles.
pub(super) fn plain(corpus: &Corpus, facet: Facet, set: &ArticleSet) -> Result<Counts, DecodeError> {
    let mut counts: Vec<u32> = Vec::new();
    for article in set.iter() {
        if let Some(number) = plain_value(corpus, facet, article)? {
            let number = number as usize;
            if number >= counts.len() {
                counts.resize(number + 1, 0);
            }
            counts[number] += 1;
        }
    }
    Ok((0..).zip(counts).filter(|(_, count)| *count > 0).collect())
}

/// The number of an article's source, or its year, counted from [`FIRST_YEAR`].
fn plain_value(corpus: &Corpus, facet: Facet, article: u32) -> Result<Option<u32>, DecodeError> {
    let columns = corpus.columns()?;
    if facet != Facet::Year {
        return Ok(columns.source(article).filter(|&source| (source as usize) < corpus.len()));
    }
    let year = columns.counted_day(article).map(|day| months_before(day).div_euclid(12));
    Ok(year.map(|year| (year - FIRST_YEAR).max(0) as u32))
}

/// Before every year of the calendar.
const FIRST_YEAR: i32 = -9_999;

/// The number of a source or a year, where there may be one.
pub(super) fn number(corpus: &Corpus, facet: Facet, value: &str) -> Result<Option<u32>, DecodeError> {
    if facet == Facet::Year {
        return Ok(value.parse().ok().map(|year: i32| year.saturating_sub(FIRST_YEAR).max(0) as u32));
    }
    let place = corpus.dictionary(Section::Sources)?.find(value);
    Ok(place.map_err(|damage| Section::Sources.damaged(damage))?.map(|place| place as u32))
}

/// The most frequent values, by label where equal.
fn shown(corpus: &Corpus, facet: Facet, mut counts: Counts) -> Result<Vec<FacetValue>, DecodeError> {
    keep_most_frequent(&mut counts);
    counts.into_iter().map(|(number, count)| value(corpus, facet, number, count)).collect()
}

/// Leaves the [`MOST`] most frequent, in order, without sorting the others: a table of how many values have each count
/// says which is the lowest that is shown.
fn keep_most_frequent(counts: &mut Counts) {
    if counts.len() > MOST {
        let highest = counts.iter().map(|(_, count)| *count).max().unwrap_or(0) as usize;
        let mut holders = vec![0; highest + 1];
        counts.iter().for_each(|(_, count)| holders[*count as usize] += 1);
        let (mut lowest, mut room) = (highest, MOST);
        while holders[lowest] <= room {
            room -= holders[lowest];
            lowest -= 1;
        }
        counts.retain(|(_, count)| {
            let fits = *count as usize == lowest && room > 0;
            room -= usize::from(fits);
            fits || *count as usize > lowest
        });
    }
    counts.arrange_by_key(|(_, count)| std::cmp::Reverse(*count));
}

fn value(corpus: &Corpus, facet: Facet, number: u32, count: u32) -> Result<FacetValue, DecodeError> {
    if kind(facet).is_some() {
        let entity = corpus.entity(EntityId(number))?;
        return Ok(FacetValue { value: entity.id, label: entity.name, count });
    }
    let label = if facet == Facet::Year {
        (number as i32 + FIRST_YEAR).to_string()
    } else {
        let source = corpus.dictionary(Section::Sources)?.get(number as usize);
        source.map_err(|damage| Section::Sources.damaged(damage))?
    };
    Ok(FacetValue { value: label.clone(), label, count })
}
