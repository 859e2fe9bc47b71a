//! Where the patterns of a query stand: articles, how often, and the positions of each occurrence.

use super::forms::choices;
use super::set::ArticleSet;
use super::syntax::{Form, Pattern, Phrase};
use crate::index::{Column, Corpus, DecodeError, Zone, postings_damage};
use crate::text::Arrange as _;

/// Words side by side in an article: positions `first..=last` of a zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Occurrence {
    pub article: u32,
    pub first: u32,
    pub last: u32,
}

/// How often a pattern stands in a zone of each article that has it, ascending by article.
pub(super) fn counts(corpus: &Corpus, pattern: &Pattern, zone: Zone) -> Result<Vec<(u32, u32)>, DecodeError> {
    if let ([form], []) = (&pattern.first.0[..], &pattern.near[..]) {
        return counts_of(corpus, form, zone);
    }
    let mut counts: Vec<(u32, u32)> = Vec::new();
    for occurrence in occurrences(corpus, pattern, zone, None)? {
        match counts.last_mut() {
            Some((article, count)) if *article == occurrence.article => *count += 1,
            _ => counts.push((occurrence.article, 1)),
        }
    }
    Ok(counts)
}

fn counts_of(corpus: &Corpus, form: &Form, zone: Zone) -> Result<Vec<(u32, u32)>, DecodeError> {
    let languages = Languages::new(corpus)?;
    let choices = choices(corpus, form)?;
    let mut counts: Vec<(u32, u32)> = Vec::new();
    for choice in &choices {
        let mut add = |posting: crate::index::Posting| {
            if languages.is(posting.article, choice.language) {
                counts.push((posting.article, posting.count));
            }
        };
        corpus.postings(choice.term)?.each(zone, &mut add).map_err(postings_damage)?;
    }
    if choices.len() > 1 {
        counts.arrange();
        counts.dedup_by(|next, kept| {
            let same = next.0 == kept.0;
            kept.1 += if same { next.1 } else { 0 };
            same
        });
    }
    Ok(counts)
}

/// Every occurrence of a pattern in a zone, by article and position; in one article alone where `only` names it.
pub(super) fn occurrences(
    corpus: &Corpus,
    pattern: &Pattern,
    zone: Zone,
    only: Option<u32>,
) -> Result<Vec<Occurrence>, DecodeError> {
    let wanted = candidates(corpus, pattern, zone, only)?;
    let mut found = phrase(corpus, &pattern.first, zone, &wanted)?;
    for (distance, near) in &pattern.near {
        let others = phrase(corpus, near, zone, &wanted)?;
        found = joined(&found, &others, *distance);
    }
    Ok(found)
}

/// The articles that have every word of the pattern: only their positions are read.
fn candidates(
    corpus: &Corpus,
    pattern: &Pattern,
    zone: Zone,
    only: Option<u32>,
) -> Result<ArticleSet, DecodeError> {
    let articles = corpus.len() as u32;
    let mut wanted = ArticleSet::all(articles);
    if let Some(article) = only {
        wanted = ArticleSet::none(articles);
        wanted.insert(article);
    }
    for form in pattern.phrases().flat_map(|phrase| &phrase.0) {
        let mut holding = ArticleSet::none(articles);
        counts_of(corpus, form, zone)?.iter().for_each(|&(article, _)| holding.insert(article));
        wanted.and(&holding);
    }
    Ok(wanted)
}

/// The occurrences of words side by side.
fn phrase(
    corpus: &Corpus,
    phrase: &Phrase,
    zone: Zone,
    wanted: &ArticleSet,
) -> Result<Vec<Occurrence>, DecodeError> {
    let mut found: Option<Vec<Occurrence>> = None;
    for form in &phrase.0 {
        let places = positions(corpus, form, zone, wanted)?;
        found = Some(match found {
            None => {
                places.into_iter().map(|(article, at)| Occurrence { article, first: at, last: at }).collect()
            }
            Some(before) => {
                let mut longer = before;
                longer.retain_mut(|occurrence| {
                    occurrence.last += 1;
                    places.binary_search(&(occurrence.article, occurrence.last)).is_ok()
                });
                longer
            }
        });
    }
    Ok(found.unwrap_or_default())
}

/// Article and position of every word that counts as the form, ascending.
fn positions(
    corpus: &Corpus,
    form: &Form,
    zone: Zone,
    wanted: &ArticleSet,
) -> Result<Vec<(u32, u32)>, DecodeError> {
    let languages = Languages::new(corpus)?;
    let mut places = Vec::new();
    let choices = choices(corpus, form)?;
    for choice in &choices {
        let is_wanted = |article| wanted.contains(article) && languages.is(article, choice.language);
        let mut add = |article, position| places.push((article, position));
        corpus.postings(choice.term)?.positions(zone, &is_wanted, &mut add).map_err(postings_damage)?;
    }
    if choices.len() > 1 {
        places.arrange();
        places.dedup();
    }
    Ok(places)
}

/// Pairs with at most `distance` words between them, in either order, as one stretch each.
fn joined(found: &[Occurrence], others: &[Occurrence], distance: u32) -> Vec<Occurrence> {
    let mut pairs = Vec::new();
    for one in found {
        let reach = distance + 1;
        let from = others.partition_point(|other| {
            (other.article, other.last.saturating_add(reach)) < (one.article, one.first)
        });
        let within = others[from..].iter().take_while(|other| {
            other.article == one.article && other.first <= one.last.saturating_add(reach)
        });
        // Overlapping stretches are the same words twice, not words near each other.
        let apart = within.filter(|other| other.last < one.first || one.last < other.first);
        pairs.extend(apart.map(|other| Occurrence {
            article: one.article,
            first: one.first.min(other.first),
            last: one.last.max(other.last),
        }));
    }
    pairs.arrange();
    pairs.dedup();
    pairs
}

/// Which language each article is in.
struct Languages<'c> {
    columns: crate::index::Columns<'c>,
}

impl<'c> Languages<'c> {
    fn new(corpus: &'c Corpus) -> Result<Self, DecodeError> {
        Ok(Self { columns: corpus.columns()? })
    }

    /// Whether an article is in a language; in any, where none is asked for.
    fn is(&self, article: u32, language: Option<u32>) -> bool {
        language.is_none()
            || self.columns.get(article).is_ok_and(|column: Column| column.language == language)
    }
}
