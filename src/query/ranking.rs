//! In which order the matches are shown. Relevance is BM25 (Robertson & Zaragoza 2009) with k1 = 1.2 and b = 0.75,
//! idf ln(1 + (N − n + ½)/(n + ½)); a pattern counts as one term, and a word that stands in the title counts two more.

use super::frequencies::Frequency;
use super::results::{Request, Sort};
use super::set::ArticleSet;
use crate::index::{Columns, Corpus, DecodeError, ROUNDED, rarity, times};
use std::collections::BinaryHeap;

/// How many articles match, and those asked for with their scores, the first first.
pub(super) struct Found {
    pub total: usize,
    pub ranked: Vec<(u32, f32)>,
}

impl Found {
    /// `ranked` goes from the first match on; the request says from where it is wanted.
    pub fn new(request: &Request, total: usize, mut ranked: Vec<(u32, f32)>) -> Self {
        ranked.drain(..request.offset.min(ranked.len()));
        Self { total, ranked }
    }
}

/// The first `count` matches in order, with their scores. `patterns` are the frequencies of what an article is to have.
pub(super) fn best(
    corpus: &Corpus,
    patterns: &[Vec<Frequency>],
    matching: &ArticleSet,
    sort: Sort,
    count: usize,
) -> Result<Vec<(u32, f32)>, DecodeError> {
    let scores = scores(corpus, patterns, matching)?;
    let mut best = Best::new(corpus.columns()?, sort, count);
    for article in matching.iter() {
        best.offer(article, scores.get(article as usize).copied().unwrap_or(0.0) as f32);
    }
    Ok(best.in_order())
}

/// The best of the matches seen so far.
pub(super) struct Best<'c> {
    columns: Columns<'c>,
    sort: Sort,
    count: usize,
    /// The worst on top.
    kept: BinaryHeap<(Key, u32, u32)>,
}

/// What comes first is smaller.
type Key = (u32, u32, u32);

impl<'c> Best<'c> {
    pub fn new(columns: Columns<'c>, sort: Sort, count: usize) -> Self {
        Self { columns, sort, count, kept: BinaryHeap::with_capacity(count.min(columns.len()) + 1) }
    }

    /// How many are kept.
    pub fn count(&self) -> usize {
        self.count
    }

    #[inline]
    pub fn offer(&mut self, article: u32, score: f32) {
        if self.count == 0 || (self.sort == Sort::Relevance && score < self.threshold()) {
            return;
        }
        let entry = (self.key(article, score), article, score.to_bits());
        if self.kept.len() < self.count {
            self.kept.push(entry);
        } else if let Some(mut worst) = self.kept.peek_mut()
            && entry < *worst
        {
            *worst = entry;
        }
    }

    /// What a match has to score to be among the best by relevance.
    #[inline]
    pub fn threshold(&self) -> f32 {
        match self.kept.peek() {
            Some((_, _, score)) if self.kept.len() == self.count => f32::from_bits(*score),
            _ => 0.0,
        }
    }

    /// Relevance or source, then the newest first, undated last, then by id.
    fn key(&self, article: u32, score: f32) -> Key {
        let first = match self.sort {
            // The bits of numbers that are not negative are in the order of the numbers.
            Sort::Relevance => !score.to_bits(),
            Sort::Date => 0,
            Sort::Source => self.columns.source(article).unwrap_or(u32::MAX),
        };
        let day = self.columns.days(article).map_or(u32::MAX, |(day, _)| !(day as u32 ^ 1 << 31));
        (first, day, self.columns.rank(article))
    }

    /// Article and score, the first first.
    pub fn in_order(self) -> Vec<(u32, f32)> {
        let sorted = self.kept.into_sorted_vec();
        sorted.into_iter().map(|(_, article, score)| (article, f32::from_bits(score))).collect()
    }
}

/// Offers `best` some articles with how often they have what is asked.
pub(super) fn offer_all(
    corpus: &Corpus,
    found: &[Frequency],
    idf: f64,
    best: &mut Best<'_>,
) -> Result<(), DecodeError> {
    let (columns, shape) = (corpus.columns()?, corpus.score_shape());
    let (mut threshold, mut least) = (0.0, 0.0);
    for &(article, occurrences) in found {
        let frequency = occurrences.frequency();
        let length = columns.words(article);
        if shape.reaches(frequency, length, least) {
            best.offer(article, (idf * shape.score(frequency, length)) as f32);
            if best.threshold() > threshold {
                threshold = best.threshold();
                least = times(f64::from(threshold) / idf / ROUNDED);
            }
        }
    }
    Ok(())
}

/// The score of every match, by article; nothing where the query holds no words.
fn scores(
    corpus: &Corpus,
    patterns: &[Vec<Frequency>],
    matching: &ArticleSet,
) -> Result<Vec<f64>, DecodeError> {
    if patterns.is_empty() {
        return Ok(Vec::new());
    }
    let (columns, shape) = (corpus.columns()?, corpus.score_shape());
    let mut scores = vec![0.0; corpus.len()];
    for frequencies in patterns {
        let idf = rarity(corpus.len(), frequencies.len());
        for &(article, occurrences) in frequencies {
            if let Some(score) = scores.get_mut(article as usize)
                && matching.contains(article)
            {
                *score += idf * shape.score(occurrences.frequency(), columns.words(article));
            }
        }
    }
    Ok(scores)
}
