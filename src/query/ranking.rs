//! In which order the matches are shown. Relevance is BM25 (Robertson & Zaragoza 2009) with k1 = 1.2 and b = 0.75,
//! idf ln(1 + (N − n + ½)/(n + ½)); a pattern counts as one term, and an occurrence in the title as three in the text.

use super::occurrences::counts;
use super::results::Sort;
use super::set::ArticleSet;
use super::syntax::{Pattern, Query};
use crate::index::{Column, Corpus, DecodeError, Section, Zone, rarity};
use crate::text::Arrange as _;
use std::cmp::Ordering;

const K1: f64 = 1.2;
const B: f64 = 0.75;
/// What an occurrence in the title is worth beside one in the text.
const TITLE_WEIGHT: u32 = 3;

/// The matches in order, with their scores.
pub(super) fn ranked(
    corpus: &Corpus,
    query: &Query,
    matching: &ArticleSet,
    sort: Sort,
) -> Result<Vec<(u32, f32)>, DecodeError> {
    let scores = scores(corpus, query, matching)?;
    let columns = corpus.columns()?;
    let mut found = Vec::with_capacity(matching.len());
    for article in matching.iter() {
        let column = columns.get(article).map_err(|damage| Section::Columns.damaged(damage))?;
        found.push((article, scores[article as usize] as f32, column));
    }
    found.arrange_by(|a, b| before(sort, (a.1, &a.2), (b.1, &b.2)));
    Ok(found.into_iter().map(|(article, score, _)| (article, score)).collect())
}

/// Which of two matches is shown first.
fn before(sort: Sort, a: (f32, &Column), b: (f32, &Column)) -> Ordering {
    let newest = |column: &Column| std::cmp::Reverse(column.days.map(|(first, _)| first));
    let by_date = newest(a.1).cmp(&newest(b.1)).then(a.1.rank.cmp(&b.1.rank));
    match sort {
        Sort::Relevance => b.0.total_cmp(&a.0).then(by_date),
        Sort::Date => by_date,
        Sort::Source => {
            (a.1.source.is_none(), a.1.source).cmp(&(b.1.source.is_none(), b.1.source)).then(by_date)
        }
    }
}

fn scores(corpus: &Corpus, query: &Query, matching: &ArticleSet) -> Result<Vec<f64>, DecodeError> {
    let columns = corpus.columns()?;
    let length = |article| columns.get(article).map_or(0.0, |column| f64::from(column.words));
    let total: f64 = (0..corpus.len() as u32).map(length).sum();
    let average = (total / corpus.len().max(1) as f64).max(1.0);
    let mut scores = vec![0.0; corpus.len()];
    for pattern in Pattern::wanted(query) {
        let frequencies = frequencies(corpus, pattern)?;
        let idf = rarity(corpus.len(), frequencies.len());
        for (article, frequency) in frequencies.into_iter().filter(|(article, _)| matching.contains(*article))
        {
            let frequency = f64::from(frequency);
            let norm = K1 * (1.0 - B + B * length(article) / average);
            scores[article as usize] += idf * frequency * (K1 + 1.0) / (frequency + norm);
        }
    }
    Ok(scores)
}

/// How often the pattern stands in each article that has it, an occurrence in the title worth several.
fn frequencies(corpus: &Corpus, pattern: &Pattern) -> Result<Vec<(u32, u32)>, DecodeError> {
    let mut all = Vec::new();
    for &zone in pattern.zones() {
        let weight = if zone == Zone::Title { TITLE_WEIGHT } else { 1 };
        all.extend(
            counts(corpus, pattern, zone)?.into_iter().map(|(article, count)| (article, count * weight)),
        );
    }
    all.arrange();
    all.dedup_by(|next, kept| {
        let same = next.0 == kept.0;
        kept.1 += if same { next.1 } else { 0 };
        same
    });
    Ok(all)
}
