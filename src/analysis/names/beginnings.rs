//! Which words of a text may begin a known name: whether some name begins with their letters and goes on with those behind them.
//! Words that are not plain are not told, only found.
//!
//! Cost: a few steps a word; some more for one with which a name begins.

use super::curated::Known;
use super::letters::{
    CLASSES, Class, Letters, behind_number, behind_plain, behind_word, eight, ends_before, hash,
    is_punctuation, place,
};
use super::patterns::{Alone, Beginning};
use super::tokens::{Case, WordId};

/// Which words may begin a known name.
pub(super) struct Beginnings {
    /// By hash of a word's first letters what it may begin: most words are looked up no further.
    flags: Box<[u8; 1 << FLAG_BITS]>,
    /// The words themselves, by the same hash; the next free place where one is taken.
    words: Vec<Option<Entry>>,
    /// By hash of two words whether a name begins with them, a bit each.
    pairs: Box<[u64; 1 << (PAIR_BITS - 6)]>,
    /// Whether a name begins with a number, and whether one goes on with a number behind its first word.
    with_numbers: bool,
    before_numbers: bool,
    /// Whether a name begins with a word like "O’Neil".
    with_apostrophes: bool,
}

#[derive(Clone, Copy)]
struct Entry {
    letters: [u64; 2],
    id: WordId,
    alone: Alone,
}

/// A name begins with the word where it has a capital, where it has none; and may consist of nothing else.
const CAPITAL: u8 = 1;
const SMALL: u8 = 2;
const CAPITAL_ALONE: u8 = 4;
const SMALL_ALONE: u8 = 8;

/// Bits of a hash that choose among [`Beginnings::flags`] and [`Beginnings::pairs`].
const FLAG_BITS: u32 = 15;
const PAIR_BITS: u32 = 17;

/// Where a look at a text stops.
pub(super) enum Stop {
    Plain(PlainWord),
    /// In front of a word of which letters alone do not tell.
    Odd(usize),
}

/// A word of the twenty-six letters that may begin a name.
#[derive(Clone, Copy)]
pub(super) struct PlainWord {
    pub(super) start: usize,
    pub(super) end: usize,
    /// Where the next word is to be looked for: behind a possessive ending.
    pub(super) behind: usize,
    pub(super) id: WordId,
    pub(super) case: Case,
    /// Whether it is a name by itself, where that does not depend on its sentence.
    pub(super) is_name: Option<bool>,
    /// Whether a name may go on with the next word.
    pub(super) goes_on: bool,
}

impl Beginnings {
    pub(super) fn new(known: &Known) -> Self {
        let all: Vec<Beginning<'_>> = known.beginnings().collect();
        let mut beginnings = Self {
            flags: Box::new([0; 1 << FLAG_BITS]),
            words: vec![None; (all.len() * 2).next_power_of_two()],
            pairs: Box::new([0; 1 << (PAIR_BITS - 6)]),
            with_numbers: false,
            before_numbers: false,
            with_apostrophes: false,
        };
        all.iter().for_each(|beginning| beginnings.add(known, beginning));
        beginnings
    }

    fn add(&mut self, known: &Known, beginning: &Beginning<'_>) {
        let flags = match (beginning.second, beginning.may_be_small) {
            (Some(_), true) => CAPITAL | SMALL,
            (Some(_), false) => CAPITAL,
            (None, true) => CAPITAL | SMALL | CAPITAL_ALONE | SMALL_ALONE,
            (None, false) => CAPITAL | CAPITAL_ALONE,
        };
        let is_number = |word: &str| word.starts_with(|character: char| character.is_ascii_digit());
        self.with_numbers |= is_number(beginning.first);
        self.before_numbers |= beginning.second.is_some_and(is_number);
        self.with_apostrophes |= beginning.first.contains('\'');
        let Some(letters) = Letters::of(beginning.first) else { return };
        self.flags[place(letters.hash(), FLAG_BITS)] |= flags;
        let at = self.place_of(&letters);
        if self.words[at].is_none() {
            let alone = known.alone(beginning.id);
            self.words[at] = Some(Entry { letters: letters.small, id: beginning.id, alone });
        }
        if let Some(second) = beginning.second.and_then(Letters::of) {
            let bit = pair(letters.hash(), second.hash());
            self.pairs[bit / 64] |= 1 << (bit % 64);
        }
    }

    fn place_of(&self, letters: &Letters) -> usize {
        let mask = self.words.len() - 1;
        let mut at = place(letters.hash(), self.words.len().trailing_zeros());
        while self.words[at].is_some_and(|entry| entry.letters != letters.small) {
            at = (at + 1) & mask;
        }
        at
    }

    /// The first place at or after byte `at`, which stands between words, where a name may begin.
    #[inline(never)]
    pub(super) fn next(&self, bytes: &[u8], mut at: usize) -> Option<Stop> {
        // A word that begins names of several words, and its hash.
        let mut open: Option<(usize, u64)> = None;
        loop {
            let mut class = CLASSES[usize::from(*bytes.get(at)?)];
            while class == Class::Separator {
                at += 1;
                class = CLASSES[usize::from(*bytes.get(at)?)];
            }
            let (small, capitals, length) = eight(bytes, at);
            if length == 0 {
                match self.behind_others(bytes, at, class) {
                    Some(behind) if !(class == Class::Digit && self.before_numbers) => at = behind,
                    behind => {
                        let opening = open.take().and_then(|(start, _)| self.plain_word(bytes, start));
                        match (opening, behind) {
                            (Some(word), _) => return Some(Stop::Plain(word)),
                            (None, None) => return Some(Stop::Odd(at)),
                            (None, Some(behind)) => at = behind,
                        }
                    }
                }
                continue;
            }
            let (mut end, mut rest, mut is_plain) = (at + length, 0, capitals <= 0x80);
            if length == 8 {
                let (small, more, length) = eight(bytes, end);
                (end, rest) = (end + length, small);
                is_plain &= more == 0 && length < 8;
            }
            let is_separated = match bytes.get(end) {
                Some(b'.') => ends_before(bytes, end + 1),
                Some(byte) => CLASSES[usize::from(*byte)] == Class::Separator,
                None => true,
            };
            let behind = if is_plain && is_separated { Some(end) } else { behind_plain(bytes, at, end) };
            let hash = hash(small);
            if let Some((start, first)) = open.take()
                && (behind.is_none() || self.has_pair(first, hash))
                && let Some(word) = self.plain_word(bytes, start)
            {
                return Some(Stop::Plain(word));
            }
            let Some(behind) = behind else {
                match self.behind_contraction(bytes, at, end) {
                    Some(behind) => at = behind,
                    None => return Some(Stop::Odd(at)),
                }
                continue;
            };
            let flags = self.flags[place(hash, FLAG_BITS)] >> u8::from(capitals & 0x80 == 0);
            if flags & CAPITAL_ALONE != 0 {
                let letters = Letters {
                    small: [small, rest],
                    length: end - at,
                    is_capitalised: capitals & 0x80 != 0,
                    are_capitals: capitals > 0x80,
                    are_odd: false,
                };
                if let Some(word) = self.beginning(&letters, bytes, at, behind) {
                    return Some(Stop::Plain(word));
                }
            } else if flags & CAPITAL != 0 {
                open = Some((at, hash));
            }
            at = behind;
        }
    }

    /// The place behind "don’t", where no name begins like this.
    fn behind_contraction(&self, bytes: &[u8], start: usize, end: usize) -> Option<usize> {
        let rest = bytes.get(end..).filter(|_| !self.with_apostrophes)?;
        let mark = ["’", "'"].iter().find(|mark| rest.starts_with(mark.as_bytes()))?.len();
        let tail = Letters::at(bytes, end + mark);
        let is_possessive = tail.length == 1 && tail.small[0] == u64::from(b's');
        let is_small = tail.length > 0 && !tail.is_capitalised && !tail.are_odd && !is_possessive;
        let is_odd = !is_small || Letters::at(bytes, start).are_odd;
        behind_word(bytes, end + mark + tail.length).filter(|_| !is_odd)
    }

    /// The place behind a number or a mark that is no part of a word.
    fn behind_others(&self, bytes: &[u8], at: usize, class: Class) -> Option<usize> {
        match class {
            Class::Digit if self.with_numbers => None,
            Class::Digit => behind_number(bytes, at),
            _ if bytes[at].is_ascii() => Some(at + 1),
            _ => is_punctuation(bytes, at).then_some(at + 3),
        }
    }

    #[inline]
    fn has_pair(&self, first: u64, second: u64) -> bool {
        let bit = pair(first, second);
        self.pairs[bit / 64] & 1 << (bit % 64) != 0
    }

    /// The plain word at `start`, which is known to be one, if a name may begin with it.
    fn plain_word(&self, bytes: &[u8], start: usize) -> Option<PlainWord> {
        let letters = Letters::at(bytes, start);
        let end = start + letters.length;
        self.beginning(&letters, bytes, start, behind_word(bytes, end)?)
    }

    /// A word of known letters, if a name may begin with it as it is written and as it goes on.
    #[inline]
    pub(super) fn beginning(
        &self,
        letters: &Letters,
        bytes: &[u8],
        start: usize,
        behind: usize,
    ) -> Option<PlainWord> {
        let entry = self.words[self.place_of(letters)]?;
        let case = letters.case();
        let is_name = entry.alone.of(case);
        let goes_on = self.may_go_on(letters, bytes, behind);
        let end = start + letters.length;
        let word = PlainWord { start, end, behind, id: entry.id, case, is_name, goes_on };
        (goes_on || is_name != Some(false)).then_some(word)
    }

    /// Whether a name may begin with a word and the next one, as far as letters tell.
    fn may_go_on(&self, letters: &Letters, bytes: &[u8], behind: usize) -> bool {
        let mut at = behind;
        while let Some(b' ' | b'\n' | b'-' | b',' | b'.' | b'\'') = bytes.get(at) {
            at += 1;
        }
        let (small, capitals, length) = eight(bytes, at);
        if length == 0 {
            return match bytes.get(at) {
                Some(b'0'..=b'9') => self.before_numbers,
                Some(b'\t' | b'\r' | 0x0B | 0x0C) => true,
                Some(0xE2) => !is_punctuation(bytes, at) || bytes[at + 2] < 0x94,
                byte => byte.is_some_and(|byte| !byte.is_ascii()),
            };
        }
        if self.has_pair(letters.hash(), hash(small)) {
            return true;
        }
        let next = Letters::from_eight((small, capitals, length), bytes, at);
        next.are_odd || behind_word(bytes, at + next.length).is_none()
    }
}

#[inline(always)]
fn pair(first: u64, second: u64) -> usize {
    place((first.rotate_left(17) ^ second).wrapping_mul(0x9E37_79B9_7F4A_7C15), PAIR_BITS)
}
