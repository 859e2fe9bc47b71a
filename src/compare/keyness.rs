//! Which words one article has more of than the others: log ratio first, counts and G2 beside it, for single
//! articles are tiny and a significance alone says little (Hardie 2014; Rayson & Garside 2000).
//!
//! How a term is spread says whether it belongs to the text or to one paragraph of it.
//!
//! Words are counted in the form they are searched by (folded, not stemmed), in the article itself without links and
//! bylines. Cost: one pass over the words and a sort.

use super::Document;
use super::comparison::Keyness;
use super::naming::is_aside;
use super::profile::{language, language_or_english};
use super::statistics::{bic, dp_norm, g2, log_ratio, per_million, percent_difference};
use super::stop_words::StopWords;
use crate::index::Prose;
use crate::text::{Arrange as _, Keyed, Span, Word, words};

/// A word that stands less often than this in all articles together is left out.
const LEAST_COUNT: u32 = 2;

/// Sets are large enough for evidence: what has a BIC of less comes after all others (2 is "positive": Wilson 2013).
const LEAST_EVIDENCE: f64 = 2.0;

/// As many words are given.
const MOST_WORDS: usize = 60;

/// The words that set an article apart from the others together, clearest first; `aside` are the stretches of each
/// article that do not count. A term's dispersion is over the article's blocks.
pub(super) fn keyness(documents: &[Document], aside: &[Vec<Span>]) -> Vec<Keyness> {
    if documents.len() < 2 {
        return Vec::new();
    }
    let mut counted = Counted::new(documents.len());
    for (group, document) in documents.iter().enumerate() {
        for block in document.article.blocks.iter().filter(|block| block.kind.is_article()) {
            counted.part(group);
            counted.count(language(document), block.span.of(&document.article.text), |word| {
                !is_aside(&aside[group], word.shifted(block.span.start as usize))
            });
        }
    }
    counted.rows(f64::NEG_INFINITY)
}

/// The words that set one set of articles apart from another, clearest first: "one publisher against all others",
/// "2021 against 2025". `counts` are those of the two sets; a term's dispersion is over the articles of its set.
pub fn key_words(first: &[Document], second: &[Document]) -> Vec<Keyness> {
    let mut counted = KeyWords::default();
    for (set, documents) in [first, second].into_iter().enumerate() {
        documents.iter().for_each(|document| counted.add(set, &Prose::of(document.article)));
    }
    counted.rows()
}

/// The words of two sets of articles, counted one article after the other, for sets that are too large to be held at once.
pub struct KeyWords(Counted);

impl Default for KeyWords {
    fn default() -> Self {
        Self(Counted::new(2))
    }
}

impl KeyWords {
    /// Counts an article into set 0 or 1.
    pub fn add(&mut self, set: usize, article: &Prose) {
        self.0.part(set);
        self.0.count(language_or_english(article.language.as_deref()), &article.text, |_| true);
    }

    /// What [`key_words`] gives.
    pub fn rows(&self) -> Vec<Keyness> {
        self.0.rows(LEAST_EVIDENCE)
    }
}

/// A stretch of a group within which a term's count is one figure.
struct Part {
    group: usize,
    /// Words, stop-words included.
    size: u32,
}

struct Counted {
    groups: usize,
    /// By language.
    stop_words: Keyed<StopWords>,
    parts: Vec<Part>,
    /// For each word its count in each part that has it, in order.
    terms: Keyed<Vec<(u32, u32)>>,
}

impl Counted {
    fn new(groups: usize) -> Self {
        Self { groups, stop_words: Keyed::default(), parts: Vec::new(), terms: Keyed::default() }
    }

    /// Begins a part.
    fn part(&mut self, group: usize) {
        self.parts.push(Part { group, size: 0 });
    }

    /// Counts words of a text into the last part; `counts` says which, by where they stand.
    fn count(&mut self, language: &str, text: &str, counts: impl Fn(Span) -> bool) {
        let stop_words = self.stop_words.entry(language, || StopWords::of(language));
        let Some(at) = self.parts.len().checked_sub(1) else { return };
        for word in words(text).into_iter().filter(|word| counts(word.span)) {
            self.parts[at].size += 1;
            let folded = word.folded();
            if is_counted(&word) && !stop_words.contains(&folded) {
                let counts = self.terms.entry(&folded, Vec::new);
                match counts.last_mut().filter(|(part, _)| *part == at as u32) {
                    Some((_, count)) => *count += 1,
                    None => counts.push((at as u32, 1)),
                }
            }
        }
    }

    /// Those with so much evidence, a BIC, first.
    fn rows(&self, evidence: f64) -> Vec<Keyness> {
        let mut sizes = vec![0; self.groups];
        self.parts.iter().for_each(|part| sizes[part.group] += part.size);
        let frequent = self
            .terms
            .unordered()
            .filter(|(_, counts)| counts.iter().map(|it| it.1).sum::<u32>() >= LEAST_COUNT);
        let mut rows: Vec<Keyness> =
            frequent.filter_map(|(term, counts)| self.row(term, counts, &sizes)).collect();
        rows.arrange_by(|x, y| {
            let order = (y.bic >= evidence).cmp(&(x.bic >= evidence));
            let order = order.then_with(|| y.log_ratio.total_cmp(&x.log_ratio));
            order.then_with(|| y.g2.total_cmp(&x.g2)).then_with(|| x.term.cmp(&y.term))
        });
        rows.truncate(MOST_WORDS);
        for row in &mut rows {
            row.dispersion = self.dispersion(&row.term, row.of);
        }
        rows
    }

    fn row(&self, term: &str, places: &[(u32, u32)], sizes: &[u32]) -> Option<Keyness> {
        let mut counts = vec![0; self.groups];
        places.iter().for_each(|&(part, count)| counts[self.parts[part as usize].group] += count);
        let per_million: Vec<f64> =
            counts.iter().zip(sizes).map(|(&count, &size)| per_million(count, size)).collect();
        let of =
            (0..counts.len()).max_by(|&x, &y| per_million[x].total_cmp(&per_million[y]).then(y.cmp(&x)))?;
        let (a, c) = (counts[of], sizes[of]);
        let (b, d) = (counts.iter().sum::<u32>() - a, sizes.iter().sum::<u32>() - c);
        let log_ratio = log_ratio(a, b, c, d)?;
        let g2 = g2(a, b, c, d);
        Some(Keyness {
            term: term.to_owned(),
            of,
            counts,
            per_million,
            log_ratio,
            g2,
            bic: bic(g2, c, d),
            percent_difference: percent_difference(a, b, c, d),
            dispersion: None,
        })
    }

    /// How unevenly a term is spread over the parts of a group; parts without words are none.
    fn dispersion(&self, term: &str, group: usize) -> Option<f64> {
        let counts = self.terms.get(term)?;
        let mut counts = counts.iter().copied().peekable();
        let mut parts = Vec::new();
        for (at, part) in (0u32..).zip(&self.parts) {
            let count = counts.next_if(|counted| counted.0 == at).map_or(0, |counted| counted.1);
            if part.group == group && part.size > 0 {
                parts.push((count, part.size));
            }
        }
        dp_norm(&parts)
    }
}

fn is_counted(word: &Word) -> bool {
    word.text.chars().nth(1).is_some() && word.text.chars().any(char::is_alphabetic)
}
