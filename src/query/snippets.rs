//! The passages of an article that answer a query.

use super::results::Snippet;
use crate::text::{Arrange as _, Block, BlockKind, Span};

/// The length of a passage in bytes, about three lines.
const LENGTH: usize = 240;
/// How many passages an article shows.
const MOST: usize = 2;
/// What stands before the first match, so that it is read in its context.
const BEFORE: usize = 60;

/// The passages with the most matches, in the order of the text. Where there are none: the one that names most of what is
/// chosen, unmarked, for nobody searched for these words; else the article's beginning.
pub(super) fn snippets(text: &str, blocks: &[Block], marks: &[Span], named: &[Span]) -> Vec<Snippet> {
    let mut found: Vec<Snippet> = Vec::new();
    let told = below_headings(blocks, marks);
    while found.len() < MOST {
        let free = |mark: &&Span| found.iter().all(|snippet| !snippet.span.overlaps(**mark));
        let free: Vec<Span> = told.iter().filter(free).copied().collect();
        let Some((first, _)) = densest(&free) else { break };
        let span = passage(text, blocks, free[first]);
        if found.iter().any(|snippet| snippet.span.overlaps(span)) {
            break;
        }
        found.push(Snippet {
            span,
            marks: marks.iter().filter(|mark| span.contains(**mark)).copied().collect(),
        });
    }
    if found.is_empty() {
        let told = below_headings(blocks, named);
        let about = densest(&told)
            .map(|(first, _)| Snippet { span: passage(text, blocks, told[first]), marks: Vec::new() });
        found.extend(about.or_else(|| beginning(text, blocks)));
    }
    found.arrange_by_key(|snippet| snippet.span);
    found
}

/// What does not stand in a heading, the title for one, which is shown already; all of it where there is nothing else.
fn below_headings(blocks: &[Block], marks: &[Span]) -> Vec<Span> {
    let headings = blocks.iter().filter(|block| block.kind == BlockKind::Heading);
    let told: Vec<Span> = marks
        .iter()
        .filter(|mark| headings.clone().all(|block| !block.span.contains(**mark)))
        .copied()
        .collect();
    if told.is_empty() { marks.to_vec() } else { told }
}

/// The mark that begins the densest stretch, and how many marks it holds.
fn densest(marks: &[Span]) -> Option<(usize, usize)> {
    let reach = LENGTH - BEFORE;
    let count = |at: usize| {
        marks[at..].iter().take_while(|mark| (mark.end - marks[at].start) as usize <= reach).count()
    };
    let mut best: Option<(usize, usize)> = None;
    for (at, count) in (0..marks.len()).map(|at| (at, count(at))) {
        if best.is_none_or(|(_, most)| count > most) {
            best = Some((at, count));
        }
    }
    best
}

/// The stretch around a mark, inside its block, cut between words.
fn passage(text: &str, blocks: &[Block], mark: Span) -> Span {
    let whole = Span::new(0, text.len());
    let block = blocks.iter().find(|block| block.span.contains(mark)).map_or(whole, |block| block.span);
    let mut start = (mark.start as usize).saturating_sub(BEFORE).max(block.start as usize);
    // A passage near the block's end takes more from before, so that it is as long as the others.
    start = start.min((block.end as usize).saturating_sub(LENGTH).max(block.start as usize));
    let end = (start + LENGTH).max(mark.end as usize).min(block.end as usize);
    cut(text, block, Span::new(between_words(text, start, block.start as usize), end.max(mark.end as usize)))
}

/// The beginning of what the article itself says.
fn beginning(text: &str, blocks: &[Block]) -> Option<Snippet> {
    let is_running = |block: &&Block| block.kind == BlockKind::Paragraph;
    let block =
        blocks.iter().find(is_running).or_else(|| blocks.iter().find(|block| block.kind.is_article()))?;
    let end = (block.span.start as usize + LENGTH).min(block.span.end as usize);
    let span = cut(text, block.span, Span::new(block.span.start as usize, end));
    Some(Snippet { span, marks: Vec::new() })
}

/// Ends the stretch at a space, unless the block ends there.
fn cut(text: &str, block: Span, span: Span) -> Span {
    let mut end = text.floor_char_boundary(span.end as usize);
    if end < block.end as usize
        && let Some(space) = text[span.start as usize..end].rfind(char::is_whitespace)
        && space * 2 > LENGTH
    {
        end = span.start as usize + space;
    }
    Span::new(span.start as usize, end).trimmed(text)
}

/// The beginning of the first word at or after `at`; `at` itself at the block's start and where no space is near.
fn between_words(text: &str, at: usize, block_start: usize) -> usize {
    let at = text.floor_char_boundary(at);
    if at == block_start {
        return at;
    }
    match text[at..].char_indices().take(BEFORE / 2).find(|(_, character)| character.is_whitespace()) {
        Some((space, character)) => at + space + character.len_utf8(),
        None => at,
    }
}
