//! The article as a row of words, each with what the reading of names asks of it again and again: its number, its
//! classes, its case, what stands between it and the word before. Cost: one pass.

use super::abroad::{Morphology, primary};
use super::curated::Words;
use super::glued::{is_seam, parted};
use super::vocabulary::Classes;
use crate::ingest::{Article, is_furniture};
use crate::text::{BlockKind, Numbering, Span, Word, fold_with, words};
use std::ops::Range;

/// A folded word as a number: equal words have equal numbers within an article.
pub(super) type WordId = u32;

/// How a word is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Case {
    Lower,
    /// "Moscow", also a lone initial.
    Capital,
    /// "SCO", "U.S"
    Capitals,
    /// Digits, and scripts that know no case.
    None,
}

/// What stands in front of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gap {
    Space,
    /// "Iran–Russia", "Amir-Abdollahian"
    Hyphen,
    /// "Iran's "
    Possessive,
    Comma,
    /// " ("
    Bracket,
    /// Anything else, and the beginning of a sentence.
    Break,
}

impl Gap {
    /// Whether a name may go on across the gap.
    pub(super) fn joins(self) -> bool {
        matches!(self, Self::Space | Self::Hyphen)
    }
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Token<'a> {
    pub(super) span: Span,
    pub(super) text: &'a str,
    pub(super) id: WordId,
    pub(super) classes: Classes,
    pub(super) case: Case,
    pub(super) gap: Gap,
    pub(super) sentence: u32,
}

impl Token<'_> {
    pub(super) fn is(&self, classes: Classes) -> bool {
        self.classes.has(classes)
    }

    pub(super) fn is_capitalised(&self) -> bool {
        matches!(self.case, Case::Capital | Case::Capitals)
    }

    /// "J" in "J. K. Rowling"
    pub(super) fn is_initial(&self) -> bool {
        self.text.len() == 1 && self.case == Case::Capital
    }
}

impl Sentence {
    /// Whether it belongs to the publisher's links or to another article's beginning.
    pub(super) fn is_aside(&self) -> bool {
        matches!(self.kind, BlockKind::Related | BlockKind::Teaser)
    }
}

/// A sentence as a range of tokens.
#[derive(Clone, Debug)]
pub(super) struct Sentence {
    pub(super) tokens: Range<usize>,
    pub(super) block: u32,
    pub(super) kind: BlockKind,
    /// Whether its capitals say anything: not in "ARAGHCHI MEETS LAVROV" nor in "Iran Signs Treaty With Russia".
    pub(super) style: Style,
    /// Whether it is a button, a credit or the like, which names nobody.
    pub(super) is_furniture: bool,
    /// Its place among the sentences of the article.
    number: u32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    Prose,
    TitleCase,
    AllCapitals,
}

/// An article in tokens.
pub(super) struct Text<'a> {
    pub(super) source: &'a str,
    pub(super) tokens: Vec<Token<'a>>,
    pub(super) sentences: Vec<Sentence>,
    pub(super) morphology: Morphology,
    /// By word number: whether the article has the word in lower case.
    lower: Vec<bool>,
}

impl<'a> Text<'a> {
    /// An article of these words.
    pub(super) fn of(
        article: &'a Article,
        words: &[Word<'a>],
        sentences: &[Span],
        vocabulary: &Words,
    ) -> Self {
        let kinds = article.blocks.iter().map(|block| (block.span, block.kind)).collect::<Vec<_>>();
        let morphology = Morphology::of(primary(article.language.as_deref()));
        Self::new(&article.text, words, &kinds, sentences, vocabulary, morphology)
    }

    /// A lone phrase, such as a curated name.
    pub(super) fn phrase(phrase: &'a str, vocabulary: &Words) -> Self {
        Self::phrase_of(phrase, vocabulary, "en")
    }

    /// A lone phrase in a language.
    pub(super) fn phrase_of(phrase: &'a str, vocabulary: &Words, language: &str) -> Self {
        let (words, whole) = (words(phrase), Span::new(0, phrase.len()));
        let blocks = [(whole, BlockKind::Paragraph)];
        Self::new(phrase, &words, &blocks, &[whole], vocabulary, Morphology::of(language))
    }

    fn new(
        source: &'a str,
        words: &[Word<'a>],
        blocks: &[(Span, BlockKind)],
        sentences: &[Span],
        vocabulary: &Words,
        morphology: Morphology,
    ) -> Self {
        let tokens = Vec::with_capacity(words.len());
        let mut text = Self { source, tokens, sentences: Vec::new(), morphology, lower: Vec::new() };
        let (mut own, mut folded) = (Numbering::default(), String::new());
        let (mut sentence, mut block) = (0, 0);
        for &word in parted(source, words).iter() {
            let word = morphology.without_joined(word);
            while sentence < sentences.len() && sentences[sentence].end <= word.span.start {
                sentence += 1;
            }
            if sentence == sentences.len() || word.span.start < sentences[sentence].start {
                continue;
            }
            while block + 1 < blocks.len() && blocks[block].0.end <= word.span.start {
                block += 1;
            }
            text.open_sentence(sentence as u32, block, blocks);
            let folded = fold_with(word.text, &mut folded);
            let folded = morphology.compared(word.text, folded);
            let (id, classes) = vocabulary
                .find(folded)
                .unwrap_or_else(|| (vocabulary.len() as WordId + own.number(folded), Classes::default()));
            let current = text.sentences.len() as u32 - 1;
            let gap = match text.tokens.last() {
                Some(before) if before.sentence == current => gap_between(source, before, word.span),
                _ => Gap::Break,
            };
            let span = with_last_stop(source, word.span, word.text);
            text.push(Token {
                span,
                text: word.text,
                id,
                classes,
                case: case_of(word.text),
                gap,
                sentence: current,
            });
        }
        for index in 0..text.sentences.len() {
            text.sentences[index].style =
                style_of(source, &text.tokens[text.sentences[index].tokens.clone()]);
        }
        text
    }

    /// Begins a new sentence where the word to come lies in another one than the last.
    fn open_sentence(&mut self, sentence: u32, block: usize, blocks: &[(Span, BlockKind)]) {
        let kind = blocks.get(block).map_or(BlockKind::Paragraph, |&(_, kind)| kind);
        let at = self.tokens.len();
        let is_new = self.sentences.last().is_none_or(|last| last.number != sentence);
        if is_new {
            let number = sentence;
            let is_furniture = kind == BlockKind::Related
                && blocks.get(block).is_some_and(|(span, _)| is_furniture(span.of(self.source)));
            self.sentences.push(Sentence {
                tokens: at..at,
                block: block as u32,
                kind,
                style: Style::Prose,
                is_furniture,
                number,
            });
        }
    }

    fn push(&mut self, token: Token<'a>) {
        let id = token.id as usize;
        if token.case == Case::Lower {
            if self.lower.len() <= id {
                self.lower.resize(id + 1, false);
            }
            self.lower[id] = true;
        }
        self.tokens.push(token);
        if let Some(sentence) = self.sentences.last_mut() {
            sentence.tokens.end = self.tokens.len();
        }
    }

    pub(super) fn sentence_of(&self, at: usize) -> &Sentence {
        &self.sentences[self.tokens[at].sentence as usize]
    }

    pub(super) fn opens_sentence(&self, at: usize) -> bool {
        self.sentence_of(at).tokens.start == at
    }

    /// The token at `at`, if it belongs to the same sentence as `beside`.
    pub(super) fn beside(&self, beside: usize, at: Option<usize>) -> Option<&Token<'a>> {
        let token = self.tokens.get(at?)?;
        (token.sentence == self.tokens[beside].sentence).then_some(token)
    }

    /// The token in front of `at` in its sentence.
    pub(super) fn before(&self, at: usize) -> Option<&Token<'a>> {
        self.beside(at, at.checked_sub(1))
    }

    /// The token after `at` in its sentence.
    pub(super) fn after(&self, at: usize) -> Option<&Token<'a>> {
        self.beside(at, at.checked_add(1))
    }

    /// What stands behind `at`: a break at the end of the sentence.
    pub(super) fn gap_after(&self, at: usize) -> Gap {
        self.after(at).map_or(Gap::Break, |token| token.gap)
    }

    /// Whether the article also has the word in lower case.
    pub(super) fn has_lower(&self, id: WordId) -> bool {
        self.lower.get(id as usize).copied().unwrap_or(false)
    }

    pub(super) fn span(&self, tokens: &Range<usize>) -> Span {
        Span { start: self.tokens[tokens.start].span.start, end: self.tokens[tokens.end - 1].span.end }
    }

    pub(super) fn ids(&self, tokens: &Range<usize>) -> Vec<WordId> {
        self.tokens[tokens.clone()].iter().map(|token| token.id).collect()
    }

    /// The words as they are written, with single spaces.
    pub(super) fn written(&self, tokens: &Range<usize>) -> String {
        let mut written = String::new();
        let mut end = self.tokens[tokens.start].span.start as usize;
        for token in &self.tokens[tokens.clone()] {
            let start = token.span.start as usize;
            let between = self.source.get(end..start).unwrap_or("");
            let is_spaced =
                |at: Option<char>| token.gap != Gap::Hyphen && at.is_some_and(char::is_whitespace);
            let spaces = [between.chars().next(), between.chars().next_back()].map(is_spaced);
            let mark = between.trim();
            written.push_str(if spaces[0] { " " } else { "" });
            written.push_str(mark);
            written.push_str(if spaces[1] && !mark.is_empty() { " " } else { "" });
            // Pairs of characters overlap.
            written.push_str(&self.source[start.max(end)..token.span.end as usize]);
            end = token.span.end as usize;
        }
        written
    }
}

pub(super) fn case_of(word: &str) -> Case {
    if word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return Case::Lower;
    }
    if word.is_ascii() {
        let mut letters = word.bytes().filter(u8::is_ascii_alphabetic);
        let first = letters.next();
        let (capitals, small) = letters.fold((0, 0), |(capitals, small), byte| {
            if byte.is_ascii_uppercase() { (capitals + 1, small) } else { (capitals, small + 1) }
        });
        return match first {
            Some(b'A'..=b'Z') if capitals > 0 && small == 0 => Case::Capitals,
            Some(b'A'..=b'Z') => Case::Capital,
            Some(_) => Case::Lower,
            None => Case::None,
        };
    }
    let mut letters = word.chars().filter(|c| c.is_alphabetic());
    match letters.next() {
        Some(first) if first.is_uppercase() => {
            let mut more = letters.peekable();
            if more.peek().is_some() && more.all(char::is_uppercase) { Case::Capitals } else { Case::Capital }
        }
        Some(first) if first.is_lowercase() => Case::Lower,
        _ => Case::None,
    }
}

/// "U.S" with the stop that belongs to it.
pub(super) fn with_last_stop(source: &str, span: Span, word: &str) -> Span {
    let end = span.end as usize;
    let closes = source.as_bytes().get(end) == Some(&b'.') && word.contains('.') && word.len() > 2;
    let is_letters = || word.split('.').all(|part| part.chars().count() == 1);
    Span::new(span.start as usize, if closes && is_letters() { end + 1 } else { end })
}

pub(super) fn gap_between(source: &str, before: &Token<'_>, next: Span) -> Gap {
    if next.start < before.span.end {
        return Gap::Break;
    }
    let between = &source[before.span.end as usize..next.start as usize];
    if between == " " {
        return Gap::Space;
    }
    if is_seam(before.text, between, next.of(source)) {
        return Gap::Break;
    }
    let between =
        if is_abbreviation(before) { between.strip_prefix('.').unwrap_or(between) } else { between };
    let possessive = ["'s", "’s", "'S", "’S"].iter().find_map(|mark| between.strip_prefix(mark));
    if let Some(rest) = possessive {
        return if rest.trim().is_empty() && !rest.is_empty() { Gap::Possessive } else { Gap::Break };
    }
    let (trimmed, spaced) = (between.trim(), between.starts_with(char::is_whitespace));
    match trimmed {
        "" if !between.is_empty() => Gap::Space,
        "" => Gap::Hyphen,
        "-" | "‐" | "‑" | "–" if !(spaced && between.ends_with(char::is_whitespace)) => Gap::Hyphen,
        "," => Gap::Comma,
        "(" | "[" => Gap::Bracket,
        "'" | "’" if before.text.ends_with(['s', 'S', 'z']) && !spaced => Gap::Possessive,
        _ => Gap::Break,
    }
}

/// Whether a stop after the word belongs to it: "Mr.", "J.", "St."
fn is_abbreviation(token: &Token<'_>) -> bool {
    token.is_capitalised() && token.text.chars().count() <= 4
}

/// A headline in title case has no full stop and nothing in lower case but function words.
fn style_of(source: &str, tokens: &[Token<'_>]) -> Style {
    let mut cases = Cases::default();
    let mut is_headline = true;
    for token in tokens {
        cases.count(token.text, token.case);
        is_headline &= token.case != Case::Lower || token.is(Classes::COMMON.or(Classes::PARTICLE));
    }
    if let Some(last) = tokens.last() {
        let rest = source[last.span.end as usize..].trim_start_matches(['”', '"', '’', ')']);
        is_headline &= !rest.starts_with('.');
    }
    match () {
        () if cases.are_loud() => Style::AllCapitals,
        () if is_headline && cases.capital >= 4 && cases.capital == cases.all => Style::TitleCase,
        () => Style::Prose,
    }
}

/// How the longer words of a sentence are written.
#[derive(Default)]
pub(super) struct Cases {
    all: u32,
    /// With a capital, or nothing but capitals.
    capital: u32,
    capitals: u32,
}

impl Cases {
    /// Words of at most so many bytes say nothing.
    pub(super) const SHORT: usize = 3;

    pub(super) fn count(&mut self, word: &str, case: Case) {
        if word.len() > Self::SHORT && case != Case::None {
            self.all += 1;
            self.capital += u32::from(case != Case::Lower);
            self.capitals += u32::from(case == Case::Capitals);
        }
    }

    /// Whether the sentence is in capitals.
    pub(super) fn are_loud(&self) -> bool {
        self.all >= 2 && self.capitals * 4 >= self.all * 3
    }
}
