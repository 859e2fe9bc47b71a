//! Where words begin and end: one tokenizer for reading, index and query, so that what is found is what was read.
//!
//! Boundaries follow Unicode Standard Annex 29; a possessive ('s) is no part of the word, and scripts that
//! write without spaces (Chinese, Japanese, and Korean with them) give overlapping pairs of characters.

use super::{Span, fold};
use std::borrow::Cow;
use unicode_segmentation::UnicodeSegmentation;

/// A word and where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word<'a> {
    pub span: Span,
    /// As written, without a possessive ending.
    pub text: &'a str,
}

impl<'a> Word<'a> {
    /// The form under which the word is indexed.
    pub fn folded(&self) -> Cow<'a, str> {
        fold(self.text)
    }

    /// Whether the word begins with a capital letter.
    pub fn is_capitalised(&self) -> bool {
        self.text.chars().next().is_some_and(char::is_uppercase)
    }
}

/// The words of `text`, in order. Cost: one pass.
///
/// ```
/// use crossread::text::words;
/// let read: Vec<_> = words("Iran’s envoy met Mr. Lavrov.").iter().map(|word| word.text).collect();
/// assert_eq!(read, ["Iran", "envoy", "met", "Mr", "Lavrov"]);
/// let pairs: Vec<_> = words("伊朗外长").iter().map(|word| word.text).collect();
/// assert_eq!(pairs, ["伊朗", "朗外", "外长"]);
/// ```
pub fn words(text: &str) -> Vec<Word<'_>> {
    let mut found = Vec::with_capacity(text.len() / 6);
    let mut unspaced: Option<Span> = None;
    for (start, segment) in text.unicode_word_indices() {
        let word = Word { span: Span::new(start, start + segment.len()), text: segment };
        match &mut unspaced {
            Some(run) if is_unspaced(segment) && run.end == word.span.start => run.end = word.span.end,
            _ => {
                push_pairs(text, unspaced.take(), &mut found);
                if is_unspaced(segment) {
                    unspaced = Some(word.span);
                } else {
                    found.push(without_possessive(word));
                }
            }
        }
    }
    push_pairs(text, unspaced, &mut found);
    found
}

/// A run of characters without spaces as overlapping pairs; a lone character as itself.
fn push_pairs<'a>(text: &'a str, run: Option<Span>, found: &mut Vec<Word<'a>>) {
    let Some(run) = run else { return };
    let starts: Vec<usize> = run.of(text).char_indices().map(|(at, _)| at + run.start as usize).collect();
    let ends = starts.iter().copied().skip(1).chain([run.end as usize]);
    let characters: Vec<Span> = starts.iter().zip(ends).map(|(&start, end)| Span::new(start, end)).collect();
    let width = characters.len().min(2);
    for pair in characters.windows(width) {
        let span = Span { start: pair[0].start, end: pair[width - 1].end };
        found.push(Word { span, text: span.of(text) });
    }
}

fn without_possessive(word: Word<'_>) -> Word<'_> {
    let stem = ["'s", "’s", "'S", "’S"].iter().find_map(|ending| word.text.strip_suffix(ending));
    match stem {
        Some(text) if !text.is_empty() => {
            Word { span: Span::new(word.span.start as usize, word.span.start as usize + text.len()), text }
        }
        _ => word,
    }
}

/// Han, kana and hangul.
fn is_unspaced(word: &str) -> bool {
    word.chars().next().is_some_and(|c| matches!(c as u32, 0x3040..=0x30FF | 0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xAC00..=0xD7AF | 0xF900..=0xFAFF | 0x20000..=0x2FA1F))
}
