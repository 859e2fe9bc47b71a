//! Where known names stand, and nothing else. Most words begin no name: their letters tell, and they are passed over. Only a
//! word that may begin one becomes a token, with those behind it for as long as a name goes on, by the rules of
//! [`Text`](super::tokens::Text) and [`Patterns`](super::patterns::Patterns).
//!
//! Cost: a look at each eight bytes, and for each word that begins a name as much as a few words cost otherwise.

use super::beginnings::{Beginnings, PlainWord, Stop};
use super::curated::Known;
use super::glued::{halves, seam, seams};
use super::letters::{Letters, plain_word};
use super::patterns::{Onward, Sought};
use super::tokens::{Case, Cases, Gap, Token, WordId, case_of, gap_between, with_last_stop};
use crate::ingest::Article;
use crate::text::{Block, Span, Word, fold_with, may_end_sentence, next_word, sentence_at, words};
use std::cell::OnceCell;

/// The known names of an article from left to right, as [`Patterns::matches`](super::patterns::Patterns::matches) finds them.
pub(super) fn spans(known: &Known, beginnings: &Beginnings, article: &Article) -> Vec<Span> {
    let mut walk = Walk::new(known, beginnings, article);
    let mut found = Vec::new();
    let mut place = Place::default();
    while let Some((beginning, behind)) = walk.next_beginning(place) {
        place = behind;
        if !walk.is_in_block(beginning.word.span.start) {
            continue;
        }
        if beginning.is_name && !beginning.goes_on {
            found.push(beginning.word.span);
        } else if walk.begin(&beginning, behind)
            && let Some((count, _)) = known.patterns.longest(&mut walk, Sought::Names)
        {
            let words = walk.first(count);
            found.push(Span { start: words[0].span.start, end: words[count - 1].span.end });
            place = walk.behind[count - 1];
        }
    }
    found
}

/// A place between words, from which one goes on.
#[derive(Clone, Copy, Default)]
struct Place<'a> {
    at: usize,
    /// The second of two words that are run together, where the first lies behind.
    second: Option<Word<'a>>,
}

/// A word that may begin a name.
struct Beginning<'a> {
    word: Word<'a>,
    /// Its number and case where its letters have told them.
    known: Option<(WordId, Case)>,
    /// Whether it is a name by itself for certain.
    is_name: bool,
    /// Whether a name may go on with the next word.
    goes_on: bool,
}

impl<'a> Beginning<'a> {
    fn plain(text: &'a str, plain: &PlainWord) -> Self {
        let word = Word { span: Span::new(plain.start, plain.end), text: &text[plain.start..plain.end] };
        let known = Some((plain.id, plain.case));
        Self { word, known, is_name: plain.is_name == Some(true), goes_on: plain.goes_on }
    }

    fn unclear(word: Word<'a>) -> Self {
        Self { word, known: None, is_name: false, goes_on: true }
    }
}

/// A walk over an article's words that stops where a name may begin.
struct Walk<'k, 'a> {
    known: &'k Known,
    beginnings: &'k Beginnings,
    text: &'a str,
    blocks: &'a [Block],
    /// The block of the last word that might begin a name.
    block: usize,
    goes_on: bool,
    /// The words from that one on as far as they were asked for, and where it goes on behind each.
    tokens: Vec<Token<'a>>,
    behind: Vec<Place<'a>>,
    folded: String,
    /// Where the words stand that are run together, if whether they are takes the whole article to tell.
    seams: OnceCell<Vec<u32>>,
}

impl<'k, 'a> Walk<'k, 'a> {
    fn new(known: &'k Known, beginnings: &'k Beginnings, article: &'a Article) -> Self {
        Self {
            known,
            beginnings,
            text: &article.text,
            blocks: &article.blocks,
            block: 0,
            goes_on: false,
            tokens: Vec::new(),
            behind: Vec::new(),
            folded: String::new(),
            seams: OnceCell::new(),
        }
    }

    /// The next word that may begin a name, and the place behind it.
    fn next_beginning(&self, mut place: Place<'a>) -> Option<(Beginning<'a>, Place<'a>)> {
        let bytes = self.text.as_bytes();
        while place.second.is_none() {
            match self.beginnings.next(bytes, place.at)? {
                Stop::Plain(plain) => {
                    let behind = Place { at: plain.behind, second: None };
                    return Some((Beginning::plain(self.text, &plain), behind));
                }
                Stop::Odd(at) => place.at = at,
            }
            let (word, behind) = self.word(place)?;
            let Some(letters) = Letters::of(word.text).filter(|_| behind.second.is_none()) else {
                return Some((Beginning::unclear(word), behind));
            };
            let start = word.span.start as usize;
            if let Some(plain) = self.beginnings.beginning(&letters, bytes, start, behind.at) {
                return Some((Beginning::plain(self.text, &plain), behind));
            }
            place = behind;
        }
        let (word, behind) = self.word(place)?;
        Some((Beginning::unclear(word), behind))
    }

    /// The word behind a place, and the place behind it.
    fn word(&self, place: Place<'a>) -> Option<(Word<'a>, Place<'a>)> {
        if let Some(second) = place.second {
            return Some((second, Place { at: place.at, second: None }));
        }
        if let Some((start, end, at)) = plain_word(self.text.as_bytes(), place.at) {
            let word = Word { span: Span::new(start, end), text: &self.text[start..end] };
            return Some((word, Place { at, second: None }));
        }
        let (word, at) = next_word(self.text, place.at)?;
        let Some(cut) = seam(word.text).filter(|&cut| self.is_seam(&word, cut)) else {
            return Some((word, Place { at, second: None }));
        };
        let [first, second] = halves(&word, cut);
        Some((first, Place { at, second: Some(second) }))
    }

    /// Whether a word is two that are run together. Only behind a name it takes all words of the article to tell.
    fn is_seam(&self, word: &Word<'_>, cut: usize) -> bool {
        let start = word.span.start;
        if word.text.as_bytes()[cut - 1] == b'.' || !may_follow_name(&self.text[..start as usize]) {
            return word.text.as_bytes()[cut - 1] == b'.';
        }
        let (bytes, first) = (self.text.as_bytes(), &word.text.as_bytes()[..cut]);
        let stands_alone = |at: usize| {
            bytes[at] == first[0]
                && bytes[at..].starts_with(first)
                && bytes.get(at + cut).is_none_or(|byte| !byte.is_ascii_alphabetic())
        };
        if !(0..bytes.len()).any(stands_alone) {
            return false;
        }
        let seams = self.seams.get_or_init(|| {
            let words = words(self.text);
            seams(self.text, &words).iter().map(|&(number, _)| words[number].span.start).collect()
        });
        seams.binary_search(&start).is_ok()
    }

    /// Whether a word stands in a block; those that are asked for come from left to right.
    fn is_in_block(&mut self, start: u32) -> bool {
        while self.blocks.get(self.block).is_some_and(|block| block.span.end <= start) {
            self.block += 1;
        }
        self.blocks.get(self.block).is_some_and(|block| block.span.start <= start)
    }

    /// Takes a word as the first of those that may be a name's; false where it is none that is known.
    fn begin(&mut self, beginning: &Beginning<'a>, behind: Place<'a>) -> bool {
        self.tokens.clear();
        self.behind.clear();
        self.goes_on = beginning.goes_on;
        self.push(beginning.word, beginning.known, behind)
    }

    fn push(&mut self, word: Word<'a>, known: Option<(WordId, Case)>, behind: Place<'a>) -> bool {
        let found = match known {
            Some((id, case)) => Some((id, self.known.words.classes(id), case)),
            None => {
                let found = self.known.words.find(fold_with(word.text, &mut self.folded));
                found.map(|(id, classes)| (id, classes, case_of(word.text)))
            }
        };
        let Some((id, classes, case)) = found else { return false };
        let gap = self.tokens.last().map_or(Gap::Break, |before| gap_between(self.text, before, word.span));
        let span = with_last_stop(self.text, word.span, word.text);
        self.tokens.push(Token { span, text: word.text, id, classes, case, gap, sentence: 0 });
        self.behind.push(behind);
        true
    }

    /// The sentence in which a word stands, of the block that the walk is in.
    fn sentence(&self, start: u32) -> Span {
        sentence_at(self.text, self.blocks[self.block].span, start as usize)
    }
}

impl<'a> Onward<'a> for Walk<'_, 'a> {
    fn reaches(&mut self, count: usize) -> bool {
        let Some(&behind) = self.behind.last().filter(|_| count > self.tokens.len()) else { return true };
        if count == 2 && !self.goes_on {
            return false;
        }
        let Some((word, behind)) = self.word(behind) else { return false };
        word.span.start < self.blocks[self.block].span.end && self.push(word, None, behind)
    }

    fn stays_in_sentence(&self, count: usize) -> bool {
        let (before, last) = (&self.tokens[count - 2], &self.tokens[count - 1]);
        let between = before.span.start as usize + before.text.len()..last.span.start as usize;
        !may_end_sentence(self.text.get(between).unwrap_or(""))
            || last.span.start < self.sentence(before.span.start).end
    }

    fn first(&self, count: usize) -> &[Token<'a>] {
        &self.tokens[..count]
    }

    fn is_loud(&self) -> bool {
        let sentence = self.sentence(self.tokens[0].span.start);
        if !may_be_loud(sentence.of(self.text)) {
            return false;
        }
        let before = &self.text[..sentence.start as usize];
        let at = before.trim_end_matches(|character: char| !character.is_whitespace()).len();
        let (mut place, mut cases) = (Place { at, second: None }, Cases::default());
        while let Some((word, behind)) = self.word(place).filter(|(word, _)| word.span.start < sentence.end) {
            place = behind;
            if word.span.start >= sentence.start {
                cases.count(word.text, case_of(word.text));
            }
        }
        cases.are_loud()
    }
}

/// Whether a word with a capital may stand before the end of `text`, with a space behind it.
fn may_follow_name(text: &str) -> bool {
    let Some(before) = text.strip_suffix(' ') else { return false };
    let word = before.rsplit(|character: char| character.is_ascii_whitespace()).next().unwrap_or("");
    word.bytes().any(|byte| byte.is_ascii_uppercase() || !byte.is_ascii())
}

/// Whether two words of a sentence may be long ones in capitals: no sentence with fewer is in capitals
/// ([`Cases::are_loud`]).
fn may_be_loud(sentence: &str) -> bool {
    let (mut long, mut length) = (0, 0);
    for byte in sentence.bytes() {
        length = if byte.is_ascii_lowercase() || byte.is_ascii_whitespace() { 0 } else { length + 1 };
        long += u32::from(length == Cases::SHORT + 1);
    }
    long > 1
}

#[cfg(test)]
mod tests;
