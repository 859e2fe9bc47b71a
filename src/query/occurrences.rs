//! Where the patterns of a query stand: the positions of each occurrence.

use super::adjacent::side_by_side;
use super::forms::{choices, only_word};
use super::frequencies::holders;
use super::set::ArticleSet;
use super::syntax::{Form, Pattern, Phrase};
use crate::index::{Columns, Corpus, DecodeError, Zone, each_position, postings_damage};
use crate::text::Arrange as _;

/// Words side by side in an article: positions `first..=last`, counted through title and text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Occurrence {
    pub article: u32,
    pub first: u32,
    pub last: u32,
}

impl Occurrence {
    /// In which part of its article it stands; nowhere where it reaches from the title into the text.
    pub fn zone(self, columns: Columns<'_>) -> Option<Zone> {
        let title = columns.title_words(self.article);
        match (self.first < title, self.last < title) {
            (true, true) => Some(Zone::Title),
            (false, false) => Some(Zone::Text),
            _ => None,
        }
    }
}

/// Every occurrence of a pattern, by article and position; in one article alone where `only` names it.
pub(super) fn occurrences(
    corpus: &Corpus,
    pattern: &Pattern,
    only: Option<u32>,
) -> Result<Vec<Occurrence>, DecodeError> {
    let mut found = match plain_words(corpus, pattern)? {
        Some(words) if only.is_none() => side_by_side(corpus, &words)?,
        _ => in_candidates(corpus, pattern, only)?,
    };
    let columns = corpus.columns()?;
    found.retain(|occurrence| {
        let zone = occurrence.zone(columns);
        zone.is_some() && (pattern.zone.is_none() || pattern.zone == zone)
    });
    Ok(found)
}

/// The words of a pattern that is one phrase, each in one form.
fn plain_words(corpus: &Corpus, pattern: &Pattern) -> Result<Option<Vec<usize>>, DecodeError> {
    if !pattern.near.is_empty() {
        return Ok(None);
    }
    pattern.first.0.iter().map(|form| only_word(corpus, form)).collect()
}

fn in_candidates(
    corpus: &Corpus,
    pattern: &Pattern,
    only: Option<u32>,
) -> Result<Vec<Occurrence>, DecodeError> {
    let wanted = candidates(corpus, pattern, only)?;
    let mut found = phrase(corpus, &pattern.first, &wanted)?;
    for (distance, near) in &pattern.near {
        let others = phrase(corpus, near, &wanted)?;
        found = joined(&found, &others, *distance);
    }
    Ok(found)
}

/// The articles that have every word of the pattern: only their positions are read.
fn candidates(corpus: &Corpus, pattern: &Pattern, only: Option<u32>) -> Result<ArticleSet, DecodeError> {
    let articles = corpus.len() as u32;
    if let Some(article) = only {
        let mut wanted = ArticleSet::none(articles);
        wanted.insert(article);
        return Ok(wanted);
    }
    let mut wanted = ArticleSet::all(articles);
    for form in pattern.phrases().flat_map(|phrase| &phrase.0) {
        wanted.and(&holders(corpus, form)?);
    }
    Ok(wanted)
}

/// The occurrences of words side by side.
fn phrase(corpus: &Corpus, phrase: &Phrase, wanted: &ArticleSet) -> Result<Vec<Occurrence>, DecodeError> {
    let mut found: Option<Vec<Place>> = None;
    for form in &phrase.0 {
        let places = places(corpus, form, wanted)?;
        found = Some(match found {
            None => places,
            Some(before) => followed(before, &places),
        });
    }
    let further = phrase.0.len().saturating_sub(1) as u32;
    let occurrence = |place: Place| {
        let (article, last) = ((place >> 32) as u32, place as u32);
        Occurrence { article, first: last - further, last }
    };
    Ok(found.unwrap_or_default().into_iter().map(occurrence).collect())
}

/// Article and position as one number: the position behind is the next number.
type Place = u64;

/// Those of `places` that stand right behind one of `before`.
pub(super) fn followed(mut before: Vec<Place>, places: &[Place]) -> Vec<Place> {
    let mut kept = 0;
    let mut at = 0;
    for index in 0..before.len() {
        let behind = before[index] + 1;
        while at < places.len() && places[at] < behind {
            at += 1;
        }
        if places.get(at) == Some(&behind) {
            before[kept] = behind;
            kept += 1;
        }
    }
    before.truncate(kept);
    before
}

/// Every word that counts as the form, ascending.
fn places(corpus: &Corpus, form: &Form, wanted: &ArticleSet) -> Result<Vec<Place>, DecodeError> {
    let columns = corpus.columns()?;
    let mut places = Vec::new();
    let choices = choices(corpus, form)?;
    for choice in &choices {
        let is_wanted = |article| {
            wanted.contains(article)
                && (choice.language.is_none() || columns.language(article) == choice.language)
        };
        let mut add = |article, positions: &[u32]| {
            places.extend(positions.iter().map(|&position| u64::from(article) << 32 | u64::from(position)));
        };
        let postings = corpus.postings(choice.term)?;
        each_position(&postings, columns, &is_wanted, &mut add).map_err(postings_damage)?;
    }
    if choices.len() > 1 {
        places.arrange();
        places.dedup();
    }
    Ok(places)
}

/// Pairs with at most `distance` words between them, in either order, as one stretch each.
pub(super) fn joined(found: &[Occurrence], others: &[Occurrence], distance: u32) -> Vec<Occurrence> {
    let mut pairs = Vec::new();
    for one in found {
        let reach = distance.saturating_add(1);
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
