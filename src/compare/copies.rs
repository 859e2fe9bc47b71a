//! Wording that stands in two articles, or twice in one, over the borders of sentences: agency copy, press releases,
//! repeated paragraphs; with the article that had it first where the dates tell.
//!
//! Runs of [`SEED`] words that both have are found by their hash and grown to both sides; runs with a few other words
//! between them are one copy with a changed detail. Cost: a table of one article's words, a look-up for each of the
//! other's.

use super::Document;
use super::chronology::sure_day;
use super::comparison::{CopiedText, Place};
use super::profile::{ArticleProfile, Profiles, Token};
use crate::analysis::QuoteStyle;
use crate::text::{Arrange as _, Span};
use std::ops::Range;

/// Words in a row that have to be the same for a copy to begin, and words of a copy at the least. Of
/// 1,988 pairs of news articles about different events five share such a run, each a standing line of the publisher.
const SEED: usize = 6;
const LEAST_WORDS: usize = 10;

/// Of a copy's words so many carry matter: "at the end of the day as well as in the" is nobody's.
const LEAST_TELLING: usize = 4;

/// As many words may differ between two runs of one copy.
const CHANGED_WORDS: usize = 4;

/// The copies of every pair of articles and within each, ordered by place.
pub(super) fn copies(profiles: &Profiles) -> Vec<CopiedText> {
    let read: Vec<Words> = profiles.articles.iter().map(Words::new).collect();
    let mut found = Vec::new();
    for first in 0..read.len() {
        for second in first..read.len() {
            let runs =
                if first == second { repeats(&read[first]) } else { shared(&read[first], &read[second]) };
            let copies = joined(runs).into_iter();
            found.extend(copies.filter_map(|run| copy([first, second], [&read[first], &read[second]], &run)));
        }
    }
    found
}

/// The stretches of each article that are copied, quotations aside; of what an article repeats, the repetition.
pub(super) fn copied_spans(copies: &[CopiedText], articles: usize) -> Vec<Vec<Span>> {
    let mut spans = vec![Vec::new(); articles];
    for copy in copies.iter().filter(|copy| !copy.is_quoted) {
        let [first, second] = copy.places;
        if first.article != second.article {
            spans[first.article].push(first.span);
        }
        spans[second.article].push(second.span);
    }
    spans
}

/// The words of an article's sentences, one after another, and where each run of [`SEED`] of them stands.
struct Words<'p, 'a> {
    article: &'p ArticleProfile<'a>,
    tokens: Vec<&'p Token>,
    /// The hash of the run that begins at each place.
    hashes: Vec<u64>,
    /// By the lower bits of the hash the first place with it, and for each place the next one.
    first: Vec<Option<u32>>,
    next: Vec<Option<u32>>,
}

impl<'p, 'a> Words<'p, 'a> {
    fn new(article: &'p ArticleProfile<'a>) -> Self {
        let tokens: Vec<&Token> = article.sentences.iter().flat_map(|sentence| &sentence.tokens).collect();
        let hashes: Vec<u64> = tokens.windows(SEED).map(hash).collect();
        let mut first = vec![None; hashes.len().next_power_of_two()];
        let mut next = vec![None; hashes.len()];
        for (at, hash) in hashes.iter().enumerate().rev() {
            let slot = *hash as usize % first.len();
            next[at] = first[slot].replace(at as u32);
        }
        Self { article, tokens, hashes, first, next }
    }

    /// Where a run with this hash begins, in order.
    fn places(&self, hash: u64) -> impl Iterator<Item = usize> + '_ {
        let first = self.first[hash as usize % self.first.len()];
        let all = std::iter::successors(first, |&at| self.next[at as usize]);
        all.map(|at| at as usize).filter(move |&at| self.hashes[at] == hash)
    }

    fn span(&self, range: &Range<usize>) -> Span {
        Span { start: self.tokens[range.start].span.start, end: self.tokens[range.end - 1].span.end }
    }
}

/// FNV-1a over the numbers of the words (Fowler, Noll & Vo).
fn hash(run: &[&Token]) -> u64 {
    run.iter().fold(0xcbf2_9ce4_8422_2325, |hash, token| {
        (hash ^ u64::from(token.word)).wrapping_mul(0x100_0000_01b3)
    })
}

/// The same words in two places, and how many of them are the same.
struct Run {
    ranges: [Range<usize>; 2],
    words: usize,
}

/// The runs of two articles, whichever comes first: the search goes from the one whose text sorts first.
fn shared(a: &Words, b: &Words) -> Vec<Run> {
    if b.article.text() < a.article.text() {
        let mut runs = shared(b, a);
        runs.iter_mut().for_each(|run| run.ranges.reverse());
        return runs;
    }
    runs(b, |at| a.places(b.hashes[at]).map(|place| (length(a, place, b, at), place)).collect())
}

/// The runs that one article has twice, the later place second.
fn repeats(a: &Words) -> Vec<Run> {
    runs(a, |at| {
        let before = a.places(a.hashes[at]).take_while(|place| place + SEED <= at);
        before.map(|place| (length(a, place, a, at).min(at - place), place)).collect()
    })
}

/// The longest runs from left to right, none inside another. `alike` tells how many words from a place on are the same
/// from which other places on.
fn runs(words: &Words, alike: impl Fn(usize) -> Vec<(usize, usize)>) -> Vec<Run> {
    let mut runs = Vec::new();
    let mut at = 0;
    while at < words.hashes.len() {
        match alike(at).into_iter().max_by_key(|&(length, place)| (length, std::cmp::Reverse(place))) {
            Some((length, place)) if length >= SEED => {
                runs.push(Run { ranges: [place..place + length, at..at + length], words: length });
                at += length;
            }
            _ => at += 1,
        }
    }
    runs.arrange_by_key(|run| run.ranges[0].start);
    runs
}

/// How many words are the same from two places on.
fn length(a: &Words, i: usize, b: &Words, j: usize) -> usize {
    a.tokens[i..].iter().zip(&b.tokens[j..]).take_while(|(x, y)| x.word == y.word).count()
}

/// Runs that follow each other in both places with only a few words between are one.
fn joined(runs: Vec<Run>) -> Vec<Run> {
    let mut joined: Vec<Run> = Vec::new();
    for run in runs {
        let follows = |last: &&mut Run| {
            (0..2).all(|side| {
                let (end, start) = (last.ranges[side].end, run.ranges[side].start);
                start >= end && start - end <= CHANGED_WORDS
            })
        };
        match joined.last_mut().filter(follows) {
            Some(last) => {
                last.ranges[0].end = run.ranges[0].end;
                last.ranges[1].end = run.ranges[1].end;
                last.words += run.words;
            }
            None => joined.push(run),
        }
    }
    joined
}

fn copy(articles: [usize; 2], read: [&Words; 2], run: &Run) -> Option<CopiedText> {
    let telling = read[0].tokens[run.ranges[0].clone()].iter().filter(|token| token.is_telling).count();
    if run.words < LEAST_WORDS || telling < LEAST_TELLING {
        return None;
    }
    let place = |side: usize| Place { article: articles[side], span: read[side].span(&run.ranges[side]) };
    let documents = [0, 1].map(|side: usize| read[side].article.document);
    let places = [place(0), place(1)];
    let is_quoted = (0..2).all(|side| is_quoted(&documents[side], places[side].span));
    let source = source(&documents).filter(|_| articles[0] != articles[1] && !is_quoted);
    Some(CopiedText { places, words: run.words as u32, is_quoted, source: source.map(|side| articles[side]) })
}

/// Whether most of a stretch is somebody's direct speech.
fn is_quoted(document: &Document, span: Span) -> bool {
    let direct = document.reading.quotes.iter().filter(|quote| quote.style == QuoteStyle::Direct);
    let common = |quote: Span| quote.end.min(span.end).saturating_sub(quote.start.max(span.start));
    direct.map(|quote| common(quote.span)).sum::<u32>() * 2 > span.end - span.start
}

/// The side that was published first.
fn source(documents: &[Document; 2]) -> Option<usize> {
    let [first, second] = documents.map(|document| sure_day(document.article));
    match first?.cmp(&second?) {
        std::cmp::Ordering::Less => Some(0),
        std::cmp::Ordering::Greater => Some(1),
        std::cmp::Ordering::Equal => None,
    }
}
