//! Which words two passages have in common, in the same order: what a reader sees as kept, struck out and put in.
//!
//! The longest run of words that both have is taken first, then the same on either side of it (Ratcliff & Metzener
//! 1988, as in Python's difflib), for a reader looks for whole phrases; a shortest edit script (Myers 1986) would tear
//! them into scattered "the" and "of". Only words count: punctuation is never an anchor, and neither is a run of
//! stop-words alone. Cost: the product of the passages' words, once a run.

use super::comparison::Place;
use super::evidence::Unit;
use super::profile::Token;
use crate::text::Span;
use std::ops::Range;

/// Below this share of common words, of the longer passage, the passage is rewritten: what would be shown as kept
/// would be chance. Of 7,135 pairs of sentences from articles about different events fewer than one in a hundred has so
/// much in common.
const REWRITTEN_BELOW: f32 = 0.25;

/// The words of two units and the runs of them that both have, in order.
pub(super) struct Common<'p> {
    pub tokens: [Vec<&'p Token>; 2],
    runs: Vec<Run>,
}

impl<'p> Common<'p> {
    pub fn of(a: &Unit<'p, '_>, b: &Unit<'p, '_>) -> Self {
        let tokens = [tokens(a), tokens(b)];
        let [first, second] = &tokens;
        let (text_a, text_b) = (a.span().of(a.article.text()), b.span().of(b.article.text()));
        let mut runs = Vec::new();
        // The same runs whichever comes first.
        if text_b < text_a {
            common_runs(second, first, [0, 0], &mut runs);
            runs.iter_mut().for_each(|run| run.starts.reverse());
        } else {
            common_runs(first, second, [0, 0], &mut runs);
        }
        Self { tokens, runs }
    }

    /// The common runs, each as the two stretches; none where the one is the other rewritten.
    pub fn kept(&self, articles: [usize; 2]) -> Vec<[Place; 2]> {
        let words: usize = self.runs.iter().map(|run| run.length).sum();
        let longer = self.tokens[0].len().max(self.tokens[1].len());
        if (words as f32) < REWRITTEN_BELOW * longer as f32 {
            return Vec::new();
        }
        let place = |side: usize, run: &Run| {
            let tokens = &self.tokens[side];
            let (start, end) = (run.starts[side], run.starts[side] + run.length);
            let span = Span { start: tokens[start].span.start, end: tokens[end - 1].span.end };
            Place { article: articles[side], span }
        };
        self.runs.iter().map(|run| [place(0, run), place(1, run)]).collect()
    }

    /// The words before, between and behind the common runs, of either side.
    pub fn gaps(&self) -> Vec<[Range<usize>; 2]> {
        let mut gaps = Vec::with_capacity(self.runs.len() + 1);
        let mut from = [0, 0];
        for run in &self.runs {
            gaps.push([from[0]..run.starts[0], from[1]..run.starts[1]]);
            from = run.starts.map(|start| start + run.length);
        }
        gaps.push([from[0]..self.tokens[0].len(), from[1]..self.tokens[1].len()]);
        gaps
    }
}

/// The same words in both lists.
struct Run {
    starts: [usize; 2],
    length: usize,
}

fn tokens<'p>(unit: &Unit<'p, '_>) -> Vec<&'p Token> {
    unit.profiles().iter().flat_map(|sentence| &sentence.tokens).collect()
}

/// The longest common run and those on either side of it, from left to right; `offsets` is where the lists begin.
fn common_runs(a: &[&Token], b: &[&Token], offsets: [usize; 2], runs: &mut Vec<Run>) {
    let Some(Run { starts: [i, j], length }) = longest(a, b) else { return };
    common_runs(&a[..i], &b[..j], offsets, runs);
    runs.push(Run { starts: [offsets[0] + i, offsets[1] + j], length });
    let (i, j) = (i + length, j + length);
    common_runs(&a[i..], &b[j..], [offsets[0] + i, offsets[1] + j], runs);
}

/// The longest run that holds a word of matter, the first of equal ones.
fn longest(a: &[&Token], b: &[&Token]) -> Option<Run> {
    let mut best: Option<Run> = None;
    // For each place of `b` how long the run is that ends there, and whether it holds matter.
    let mut row = vec![(0usize, false); b.len() + 1];
    for (i, x) in a.iter().enumerate() {
        let mut before = (0, false);
        for (j, y) in b.iter().enumerate() {
            let (length, matter) = before;
            before = row[j + 1];
            let equal = x.word == y.word;
            row[j + 1] = if equal { (length + 1, matter || x.is_telling) } else { (0, false) };
            let (length, matter) = row[j + 1];
            if matter && best.as_ref().is_none_or(|best| length > best.length) {
                best = Some(Run { starts: [i + 1 - length, j + 1 - length], length });
            }
        }
    }
    best
}
