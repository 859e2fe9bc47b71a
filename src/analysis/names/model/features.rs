//! What the model looks at, each a hash. What hangs on a spelling alone ([`of_spelling`], [`beside`]) is added up once an
//! article; only the rest ([`of_place`]) is looked up for every word.

use super::super::offices::match_around;
use super::super::patterns::{Match, Meaning};
use super::super::tokens::{Gap, Style, Text};
use super::hash::{feature, joined};
use super::lists::{Lists, phrase_key};
use super::words::{SIGNS, Spelling, Words};
use crate::analysis::Form;
use std::ops::Range;

/// How far around a word spellings count.
pub(super) const REACH: usize = 2;

/// Features of a word by its spelling.
pub(super) fn of_spelling(word: &Spelling, found: &mut Vec<u32>) {
    found.push(feature(1, word.folded));
    found.push(feature(3, word.shape));
    found.push(feature(4, word.cluster));
    found.push(feature(5, word.wider));
    found.push(feature(6, word.lists << 1 | u32::from(word.is_capitalised)));
    emit_bits(7, word.lists, found);
    emit_bits(8, word.classes, found);
    if word.is_capitalised {
        found.push(feature(2, word.cased));
        for (place, affix) in word.affixes.iter().enumerate() {
            found.push(feature(10 + place as u32, *affix));
        }
    }
}

/// Features of a word by the spelling that stands `offset` words away: -2, -1, 1 or 2.
pub(super) fn beside(word: &Spelling, offset: isize, found: &mut Vec<u32>) {
    let kind = 16 + (offset + 2) as u32 * 8;
    found.push(feature(kind, word.folded));
    found.push(feature(kind + 1, word.wider));
    if offset.abs() == 1 {
        found.push(feature(kind + 2, word.cluster));
        found.push(feature(kind + 3, word.shape));
        found.push(feature(kind + 4, word.lists << 1 | u32::from(word.is_capitalised)));
        emit_bits(kind + 5, word.classes, found);
        found.push(feature(kind + 6, word.affixes[3]));
    }
}

fn emit_bits(kind: u32, mut bits: u32, found: &mut Vec<u32>) {
    while bits != 0 {
        found.push(feature(kind, bits.trailing_zeros() | 0x100));
        bits &= bits - 1;
    }
}

/// A stretch of capitalised words.
#[derive(Clone, Copy, Debug, Default)]
struct Run {
    start: usize,
    end: usize,
    whole: u32,
}

/// Everything that the features of a word ask for.
pub(super) struct Place<'p> {
    pub(super) text: &'p Text<'p>,
    pub(super) words: &'p Words,
    pub(super) matches: &'p [Match],
    sentence: Range<usize>,
    /// By word of the article.
    runs: Vec<Run>,
    /// The lists that phrases of several words stand in, with where in the phrase the word is.
    phrases: Vec<u32>,
    blank: Spelling,
}

impl<'p> Place<'p> {
    pub(super) fn new(
        text: &'p Text<'p>,
        words: &'p Words,
        lists: &Lists,
        matches: &'p [Match],
        islands: &[Range<usize>],
    ) -> Self {
        let count = text.tokens.len();
        let mut place = Self {
            text,
            words,
            matches,
            sentence: 0..0,
            runs: vec![Run::default(); count],
            phrases: vec![0; count],
            blank: Spelling::default(),
        };
        for island in islands {
            place.enter(island);
            place.find_runs(lists, island.clone());
        }
        place
    }

    /// Turns to an island: what is asked from now on is asked about its words.
    pub(super) fn enter(&mut self, island: &Range<usize>) {
        self.sentence = self.text.sentence_of(island.start).tokens.clone();
    }

    fn find_runs(&mut self, lists: &Lists, tokens: Range<usize>) {
        let mut at = tokens.start;
        while at < tokens.end {
            if !self.text.tokens[at].is_capitalised() {
                at += 1;
                continue;
            }
            let mut end = at + 1;
            let mut whole = self.spelling(at).folded;
            while end < tokens.end
                && self.text.tokens[end].is_capitalised()
                && self.text.tokens[end].gap.joins()
            {
                whole = joined(whole, self.spelling(end).folded);
                end += 1;
            }
            self.runs[at..end].fill(Run { start: at, end, whole });
            self.find_phrases(lists, at..end);
            at = end;
        }
    }

    /// The longest phrases of two or three words that stand in lists.
    fn find_phrases(&mut self, lists: &Lists, run: Range<usize>) {
        let mut at = run.start;
        while at + 1 < run.end {
            let two = joined(self.spelling(at).folded, self.spelling(at + 1).folded);
            let three = if at + 2 < run.end { joined(two, self.spelling(at + 2).folded) } else { 0 };
            let long = if three == 0 { 0 } else { lists.lists_of(phrase_key(three)) };
            let (found, length) = if long > 0 { (long, 3) } else { (lists.lists_of(phrase_key(two)), 2) };
            if found == 0 {
                at += 1;
                continue;
            }
            for place in 0..length {
                let part = if place == 0 {
                    1
                } else if place + 1 == length {
                    3
                } else {
                    2
                };
                self.phrases[at + place] = u32::from(found) << 2 | part;
            }
            at += length;
        }
    }

    /// The spelling at a place of the sentence; one of nothing beyond its ends.
    pub(super) fn spelling(&self, at: usize) -> &Spelling {
        if !self.sentence.contains(&at) {
            return &self.blank;
        }
        self.words.at(at).unwrap_or(&self.blank)
    }

    /// The spelling `offset` words away, if the sentence reaches so far.
    pub(super) fn neighbour(&self, at: usize, offset: isize) -> Option<u32> {
        let place = at.checked_add_signed(offset)?;
        self.sentence.contains(&place).then(|| self.words.of[place])
    }

    /// What stands between the words at `at - 1` and `at`, as a small number.
    pub(super) fn gap(&self, at: usize) -> u32 {
        if at <= self.sentence.start || at >= self.sentence.end {
            return 0;
        }
        let before = self.text.tokens[at - 1].span.end as usize;
        let start = self.text.tokens[at].span.start as usize;
        gap_number(self.text.source.get(before..start).unwrap_or(""), self.text.tokens[at].gap)
    }

    /// Features of the word at `at` by where it stands.
    pub(super) fn emit(&self, at: usize, found: &mut Vec<u32>) {
        let word = self.spelling(at);
        let (before, after) = (self.spelling(at.wrapping_sub(1)), self.spelling(at + 1));
        let (gap, next_gap) = (self.gap(at), self.gap(at + 1));
        let token = &self.text.tokens[at];
        let style = match self.text.sentence_of(at).style {
            Style::Prose => 0,
            Style::TitleCase => 1,
            Style::AllCapitals => 2,
        };
        let capital = token.case as u32;
        found.push(feature(60, (gap << 8 | next_gap << 4 | style) << 2 | capital));
        found.push(feature(61, gap << 6 | style << 2 | capital));
        found.push(feature(62, next_gap << 6 | style << 2 | capital));
        found.push(feature(63, joined(before.folded, word.folded)));
        found.push(feature(64, joined(word.folded, after.folded)));
        found.push(feature(65, before.cluster << 16 | word.cluster));
        found.push(feature(66, word.cluster << 16 | after.cluster));
        found.push(feature(67, (before.shape << 3 ^ gap) << 14 ^ word.shape << 7 ^ after.shape));
        found.push(feature(68, joined(gap << 4 | capital, before.folded)));
        found.push(feature(69, joined(next_gap << 4 | capital, after.folded)));
        if let Some(known) = match_around(self.matches, at) {
            let form = match known.meanings.first() {
                Some(Meaning::Name(_, form)) => *form as u32,
                _ => Form::Role as u32,
            };
            let part = u32::from(known.tokens.start == at) << 1 | u32::from(known.tokens.end == at + 1);
            found.push(feature(70, form << 2 | part));
        }
        if !word.is_capitalised {
            found.push(feature(71, before.cluster << 16 | after.cluster));
            return;
        }
        let lower = u32::from(self.text.has_lower(token.id));
        found.push(feature(72, lower << 6 | gap << 2 | capital));
        found.push(feature(73, before.lists << 16 | word.lists << 8 | after.lists));
        found.push(feature(74, before.lists << 8 | word.lists));
        found.push(feature(75, word.lists << 8 | after.lists));
        let phrase = self.phrases[at];
        if phrase > 0 {
            found.push(feature(77, phrase));
        }
        let signs = self.words.signs_of(token.id);
        for bit in 0..SIGNS {
            if signs >> bit & 1 == 1 {
                found.push(feature(78, bit << 2 | capital));
            }
        }
        self.emit_run(at, found);
    }

    fn emit_run(&self, at: usize, found: &mut Vec<u32>) {
        let run = &self.runs[at];
        let (first, last) = (self.spelling(run.start), self.spelling(run.end - 1));
        let (before, after) = (self.spelling(run.start.wrapping_sub(1)), self.spelling(run.end));
        let length = (run.end - run.start).min(5) as u32;
        let from_start = (at - run.start).min(3) as u32;
        let to_end = (run.end - 1 - at).min(3) as u32;
        let position = from_start << 2 | to_end;
        let edge = u32::from(from_start == 0) << 1 | u32::from(to_end == 0);
        found.push(feature(80, joined(edge, run.whole)));
        found.push(feature(81, joined(edge, first.folded)));
        found.push(feature(82, joined(edge, last.folded)));
        found.push(feature(83, joined(edge, before.folded)));
        found.push(feature(84, joined(edge, after.folded)));
        found.push(feature(85, length << 8 | position));
        found.push(feature(86, joined(edge << 2 | length.min(3), before.wider)));
        found.push(feature(87, joined(edge << 2 | length.min(3), after.wider)));
        found.push(feature(88, edge << 16 | last.cluster));
        found.push(feature(89, edge << 16 | first.cluster));
        found.push(feature(90, (first.lists << 8 | last.lists) << 8 | position << 2 | edge));
        emit_bits(91 + edge, last.classes, found);
        if length >= 3 && from_start > 0 && to_end > 0 {
            let three = joined(self.spelling(at - 1).folded, self.spelling(at).folded);
            found.push(feature(96, joined(three, self.spelling(at + 1).folded)));
        }
        found.push(feature(97, joined(self.gap(run.start) << 8 | self.gap(run.end) << 4 | length, position)));
        found.push(feature(98, joined(before.cluster << 16 | after.cluster, edge)));
    }
}

/// The punctuation between two words as a number below 16: of each kind that says something about names one.
fn gap_number(between: &str, gap: Gap) -> u32 {
    match gap {
        Gap::Space if between.len() == 1 => return 1,
        Gap::Hyphen => return 2,
        Gap::Possessive => return 3,
        Gap::Comma => return 4,
        Gap::Bracket => return 5,
        _ => {}
    }
    match between.trim().chars().next() {
        None => 1,
        Some('.') => 6,
        Some('“' | '"' | '«') => 7,
        Some('”') => 8,
        Some(':' | ';') => 9,
        Some('/') => 10,
        Some('&') => 11,
        Some('@' | '#') => 12,
        Some('-' | '–' | '—') => 13,
        Some(')' | ']') => 14,
        Some(_) => 15,
    }
}
