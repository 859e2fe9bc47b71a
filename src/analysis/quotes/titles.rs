//! Which stretches between marks are no speech: titles of works, headlines, words held at a distance.

use super::cues::{self, Strength};
use super::marks::Stretch;
use crate::ingest::Article;
use crate::text::{Span, Word, WordList, fold};

/// Words that stand lower-case in titles.
const SMALL: WordList =
    WordList::of("a an the of on in and or for to at by with from is as vs").looked_into_often();

/// Whether a stretch is a title or a word held at a distance; `words` are those of the article.
pub fn is_title(article: &Article, words: &[Word], stretch: &Stretch) -> bool {
    let text = &article.text;
    let first = words.partition_point(|word| word.span.start < stretch.outer.start);
    let behind = words.partition_point(|word| word.span.start < stretch.outer.end);
    let inside = &words[first..behind];
    let block = article.blocks[stretch.block].span;
    let inner = stretch.inner.of(text).trim();
    let before = first.checked_sub(1).map(|at| &words[at]).filter(|word| word.span.start >= block.start);
    // A word of an uncommon script may run on past an apostrophe that opens marks: nothing stands between them then.
    let between = |word: &Word| text.get(word.span.end as usize..stretch.outer.start as usize);
    let gap = before.and_then(between).unwrap_or("");
    if inside.is_empty()
        || is_line(block, stretch, inner)
        || before.is_some_and(|word| is_so_called(word, gap))
    {
        return true;
    }
    // "He reads “The Daily Mirror”", but "he said “Thank You”".
    let is_cued = before.is_some_and(|word| {
        let folded = fold(word.text);
        cues::cue(&folded) == Some(Strength::Says) && (folded != "reads" || gap.contains([',', ':']))
    });
    let opens = before.is_none() || gap.contains(['.', '?', '!', ':']);
    let goes_on = inner.ends_with([',', '?', '!', '—', '–', '…'])
        || text[stretch.outer.end as usize..].starts_with(',');
    let is_said = is_cued || opens && goes_on || inner.ends_with(['?', '!']);
    is_headed(inside) && !is_said
}

/// Capitals on all words that are not small, and on two at least.
fn is_headed(words: &[Word]) -> bool {
    let (mut capitals, mut others) = (0, 0);
    for word in words.iter().filter(|word| !SMALL.contains(&fold(word.text))) {
        *(if word.is_capitalised() { &mut capitals } else { &mut others }) += 1;
        if others * 6 > words.len() {
            return false;
        }
    }
    capitals >= 2 && others * 6 <= capitals && !matches!(words[0].text, "I" | "We" | "You")
}

/// A line of its own that ends without a stop.
fn is_line(block: Span, stretch: &Stretch, inner: &str) -> bool {
    block == stretch.outer
        && stretch.block == stretch.last_block
        && !inner.ends_with(['.', '?', '!', '…', ',', '’', '\''])
}

/// "the so-called “experts”"
fn is_so_called(before: &Word, gap: &str) -> bool {
    gap.trim_start_matches(['\'', '’']).trim().is_empty()
        && matches!(&*fold(before.text), "so-called" | "called-so")
}
