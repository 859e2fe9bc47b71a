//! Articles on their way into the index, as numbers: each segment of a title or text is looked up once and from then
//! on is the number of its spelling. When all have come, the postings are sorted out of the numbers
//! ([`vocabulary`](super::vocabulary)) and the texts are written with them ([`texts`](super::texts)).
//!
//! A spelling is a word as it stands, a run of a script without spaces, or a gap between words. The single space
//! between two words is not written down. Four bytes a word are held until the end, and each spelling once.

use super::emphasis::Emphasis;
use crate::text::Numbering;
use crate::text::{Segment, Word, next_segment, words};

/// The low bits of a symbol are a spelling, the two highest how much the article makes of it.
const SPELLING_BITS: u32 = 30;
const SPELLING: u32 = (1 << SPELLING_BITS) - 1;

/// How much a word may weigh, by the two high bits of its symbol.
const WEIGHTS: [u32; 4] = [0, 1, 2, 4];

/// What a spelling stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    Gap,
    /// A word of which folding leaves nothing: it takes a position, but nobody can ask for it.
    Void,
    Term(u32),
    /// The overlapping pairs of a script without spaces: places in [`Stream::pairs`].
    Pairs(u32, u32),
}

pub(super) struct Spelling {
    pub meaning: Meaning,
    /// How often it stands in texts.
    pub count: u32,
    /// A bit for each language in whose articles it stands.
    pub languages: u64,
    is_capitalised: bool,
}

/// Where an article's symbols end.
#[derive(Clone, Copy)]
struct Ends {
    title: usize,
    text: usize,
}

/// All articles so far.
#[derive(Default)]
pub(super) struct Stream {
    pub spellings: Numbering,
    pub known: Vec<Spelling>,
    pub terms: Numbering,
    pub pairs: Vec<u32>,
    symbols: Vec<u32>,
    articles: Vec<Ends>,
}

/// How many words a title and a text have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Counted {
    pub title: u32,
    pub text: u32,
}

impl Stream {
    /// Adds an article. `language` is the number of its language, below 64.
    pub fn add(&mut self, title: &str, text: &str, emphasis: &mut Emphasis<'_>, language: u32) -> Counted {
        let titled = self.add_title(title, language);
        let title_end = self.symbols.len();
        let counted = self.add_text(text, emphasis, language);
        self.articles.push(Ends { title: title_end, text: self.symbols.len() });
        Counted { title: titled, text: counted }
    }

    fn add_title(&mut self, title: &str, language: u32) -> u32 {
        let (mut at, mut count) = (0, 0);
        while let Some(segment) = next_segment(title, at) {
            at = segment.span.end as usize;
            let spelling = self.spelling(title, segment, language);
            self.symbols.push(spelling | 1 << SPELLING_BITS);
            count += self.width(spelling);
        }
        count
    }

    fn add_text(&mut self, text: &str, emphasis: &mut Emphasis<'_>, language: u32) -> u32 {
        let (mut at, mut count) = (0, 0);
        while let Some(segment) = next_segment(text, at) {
            let start = segment.span.start as usize;
            self.add_gap(&text[at..start], at > 0);
            at = segment.span.end as usize;
            let spelling = self.spelling(text, segment, language);
            self.known[spelling as usize].count += 1;
            let weight = emphasis.of(segment.span.start, self.known[spelling as usize].is_capitalised);
            let code = weight.checked_ilog2().map_or(0, |log| log + 1);
            self.symbols.push(spelling | code << SPELLING_BITS);
            count += self.width(spelling);
        }
        if at < text.len() {
            self.add_gap(&text[at..], false);
        }
        count
    }

    #[inline]
    fn add_gap(&mut self, gap: &str, behind_word: bool) {
        if (behind_word && gap == " ") || (!behind_word && gap.is_empty()) {
            return;
        }
        let number = self.spellings.number(gap);
        if number as usize == self.known.len() {
            self.know(Meaning::Gap, false);
        }
        self.known[number as usize].count += 1;
        self.symbols.push(number);
    }

    #[inline]
    fn spelling(&mut self, text: &str, segment: Segment, language: u32) -> u32 {
        let spelled = segment.span.of(text);
        let number = self.spellings.number(spelled);
        if number as usize == self.known.len() {
            let found = words(spelled);
            let meaning = self.meaning(&found, segment.is_unspaced);
            self.know(meaning, found.first().is_some_and(Word::is_capitalised));
        }
        self.known[number as usize].languages |= 1 << language;
        number
    }

    fn know(&mut self, meaning: Meaning, is_capitalised: bool) {
        self.known.push(Spelling { meaning, count: 0, languages: 0, is_capitalised });
    }

    /// What a segment, read as words by itself, stands for.
    fn meaning(&mut self, found: &[Word<'_>], is_unspaced: bool) -> Meaning {
        if is_unspaced {
            let start = self.pairs.len() as u32;
            for word in found {
                let term = self.terms.number(&word.folded());
                self.pairs.push(term);
            }
            return Meaning::Pairs(start, self.pairs.len() as u32);
        }
        let folded = found.first().map(Word::folded).unwrap_or_default();
        if folded.is_empty() { Meaning::Void } else { Meaning::Term(self.terms.number(&folded)) }
    }

    fn width(&self, spelling: u32) -> u32 {
        match self.known[spelling as usize].meaning {
            Meaning::Gap => 0,
            Meaning::Void | Meaning::Term(_) => 1,
            Meaning::Pairs(start, end) => end - start,
        }
    }

    pub fn articles(&self) -> usize {
        self.articles.len()
    }

    /// The symbols of an article's title, and of its text with the gaps: each a spelling and its weight.
    pub fn article(&self, article: usize) -> [impl Iterator<Item = (u32, u32)> + '_; 2] {
        let start = if article == 0 { 0 } else { self.articles[article - 1].text };
        let ends = self.articles[article];
        let read = |symbol: &u32| (symbol & SPELLING, WEIGHTS[(symbol >> SPELLING_BITS) as usize]);
        [&self.symbols[start..ends.title], &self.symbols[ends.title..ends.text]]
            .map(|part| part.iter().map(read))
    }
}
