//! The sentences of an article as quotations have them: a stretch between marks that runs over several sentences or
//! paragraphs makes them one. Cost: one pass over sentences and stretches.

use super::cues::Strength;
use super::frame::Words;
use super::marks::Stretch;
use crate::ingest::Article;
use crate::text::{BlockKind, Span};
use std::ops::Range;

/// A sentence, or several that a quotation holds together.
#[derive(Clone, Debug)]
pub struct Unit {
    pub span: Span,
    /// Indices of the stretches inside.
    pub stretches: Range<usize>,
    /// Index of the block where it begins, and of the one where it ends.
    pub blocks: (usize, usize),
    pub is_heading: bool,
}

/// The units of the article's own sentences, in order.
pub fn units(article: &Article, sentences: &[Span], stretches: &[Stretch], words: &Words) -> Vec<Unit> {
    let mut found: Vec<Unit> = Vec::with_capacity(sentences.len());
    let (mut block, mut next) = (0, 0);
    for &sentence in sentences {
        while article.blocks.get(block).is_some_and(|block| block.span.end <= sentence.start) {
            block += 1;
        }
        let Some(kind) = article.blocks.get(block).map(|block| block.kind) else { break };
        if !kind.is_article() {
            continue;
        }
        let first = next;
        while stretches.get(next).is_some_and(|stretch| stretch.outer.start < sentence.end) {
            next += 1;
        }
        match found.last_mut() {
            Some(last) if goes_on(last, sentence, block, stretches, words) => {
                last.span.end = sentence.end;
                last.stretches.end = next;
                last.blocks.1 = block;
            }
            _ => found.push(Unit {
                span: sentence,
                stretches: first..next,
                blocks: (block, block),
                is_heading: kind == BlockKind::Heading,
            }),
        }
    }
    found
}

/// Whether a sentence belongs to the unit before: marks hold them together, or "“Where is it?” Nasser asked." was cut
/// behind the mark.
fn goes_on(unit: &Unit, sentence: Span, block: usize, stretches: &[Stretch], words: &Words) -> bool {
    let Some(last) = unit.stretches.clone().last().map(|at| &stretches[at]) else { return false };
    if last.outer.end > sentence.start {
        return true;
    }
    last.outer.end == unit.span.end && unit.blocks.1 == block && is_attribution(sentence, words)
}

/// "Nasser asked.", "The minister said on Monday.": a subject and a verb of saying without an object.
fn is_attribution(sentence: Span, words: &Words) -> bool {
    const LONGEST_SUBJECT: usize = 6;
    let range = words.range(sentence);
    let mut first = range.clone().take(LONGEST_SUBJECT).take_while(|&at| !words.quoted[at]);
    let Some(cue) = first.find(|&at| words.strengths[at] == Some(Strength::Says)) else { return false };
    let is_broken = (range.start + 1..=cue).any(|at| words.is_break(at - 1, at));
    let next = cue + 1;
    if next < range.end && words.quoted[next] && !words.gap(cue, next).starts_with(',') {
        return false;
    }
    let has_object = next < range.end
        && !words.is_break(cue, next)
        && !words.words[next].is_capitalised()
        && !matches!(
            &*words.folded[next],
            "in" | "on" | "at" | "during" | "after" | "to" | "of" | "reporters"
        );
    cue > range.start && !is_broken && !has_object
}
