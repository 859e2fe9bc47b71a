//! The beginning of another article that the publisher's page left at the foot: a headline and a paragraph that
//! breaks off.
//!
//! A text that was cut short ends in the same shape, with a heading of its own and half a paragraph. A teaser is told
//! from it by what it is about: its headline and its paragraph share a name that the article has never mentioned.

use super::pieces::{Mark, Piece};
use crate::text::{BlockKind, Word, fold, words};

/// A teaser's headline takes up to this many words, and at least [`SHORTEST_HEADLINE`].
const LONGEST_HEADLINE: usize = 22;
const SHORTEST_HEADLINE: usize = 4;

/// Fewer words than this are a link or a credit rather than the beginning of a paragraph.
const SHORTEST_BEGINNING: usize = 10;

/// A page leaves few of them; each costs a pass over the article.
const MOST: usize = 6;

/// Marks the teasers at the foot, from the last one up.
pub(super) fn mark(text: &str, pieces: &mut [Piece]) {
    let mut end = pieces.len();
    while end > 0 && pieces[end - 1].kind == BlockKind::Related {
        end -= 1;
    }
    for _ in 0..MOST {
        if end < 4 || !is_teaser(text, &pieces[end - 2], &pieces[end - 1]) {
            break;
        }
        pieces[end - 2..end].iter_mut().for_each(|piece| piece.kind = BlockKind::Teaser);
        end -= 2;
    }
}

fn is_teaser(text: &str, headline: &Piece, beginning: &Piece) -> bool {
    headline.is_open()
        && beginning.is_open()
        && headline.is_headline(LONGEST_HEADLINE)
        && headline.word_count() >= SHORTEST_HEADLINE
        && !headline.text.ends_with(':')
        && breaks_off(beginning)
        && brings_a_new_name(&text[..headline.span.start as usize], headline.text, beginning.text)
}

/// Whether a paragraph stops in the middle of a sentence, with or without dots that say so.
fn breaks_off(piece: &Piece) -> bool {
    let core = piece.text.trim_end_matches(['[', ']', '(', ')', ' ']);
    let dotted = core.ends_with('…') || core.ends_with("...");
    let cut = piece.text.ends_with(|c: char| c.is_alphanumeric() || matches!(c, ',' | '-' | '–' | '—'));
    let small = piece.text.split_whitespace().filter(|word| word.starts_with(char::is_lowercase)).count();
    let is_prose = piece.word_count() >= SHORTEST_BEGINNING && small * 2 >= piece.word_count();
    piece.mark == Mark::None && is_prose && (dotted || cut)
}

fn brings_a_new_name(before: &str, headline: &str, beginning: &str) -> bool {
    let in_headline = names(headline);
    let mut shared = names(beginning);
    shared.retain(|name| in_headline.contains(name));
    let is_told = |name: &String| words(before).iter().any(|word| word.folded() == name.as_str());
    shared.iter().any(|name| !is_told(name))
}

fn names(text: &str) -> Vec<String> {
    let capitalised = |word: &&Word| word.is_capitalised() && word.text.chars().count() >= 3;
    words(text).iter().filter(capitalised).map(|word| fold(word.text).into_owned()).collect()
}
