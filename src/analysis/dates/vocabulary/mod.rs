//! The words and the phrases of dates, one language a table. Another language is another [`Vocabulary`]; the lexer,
//! the grammar and the calendar stay as they are.

mod eastern;
mod english;
mod european;

use super::other_calendars::Calendar;
use super::phrase::Meaning;
use super::token::{Direction, Kind, Tense, Unit};
use crate::analysis::numerals;
use crate::text::fold;
use std::borrow::Cow;

/// Everything that reading dates in one language needs to know.
pub struct Vocabulary {
    /// BCP 47, without a region.
    pub language: &'static str,
    /// Words and what they are.
    pub words: &'static [(&'static str, Kind)],
    /// Two words that are one.
    pub compounds: &'static [Compound],
    /// Phrases of one date, in the notation of [`super::grammar`].
    pub phrases: &'static [&'static [(Meaning, &'static str)]],
    /// Words after which a bare month or year is a date.
    pub before_dates: &'static [&'static str],
    /// Words that put what follows into the future; any that ends in `past_ending` puts it into the past.
    pub future: &'static [&'static str],
    pub likely_future: &'static [&'static str],
    pub past: &'static [&'static str],
    pub past_ending: Option<&'static str>,
    /// Words that make the number after them an amount, not a year.
    pub before_amounts: &'static [&'static str],
    /// Days that name an event of another year where no year is said: the attacks of September 11.
    pub event_days: &'static [(u8, u8)],
    /// Words that make a weekday after them a name: "Black Friday".
    pub before_named_days: &'static [&'static str],
    /// Whether "3." may be a day: "3. März".
    pub stops_after_ordinals: bool,
}

/// Two words, each a [`Kind::Word`], that mean one thing: "تشرين الأول".
pub struct Compound {
    pub first: &'static str,
    pub second: &'static str,
    pub kind: Kind,
}

/// A vocabulary with nothing in it, for the languages to begin from.
const EMPTY: Vocabulary = Vocabulary {
    language: "",
    words: &[],
    compounds: &[],
    phrases: &[],
    before_dates: &[],
    future: &[],
    likely_future: &[],
    past: &[],
    past_ending: None,
    before_amounts: &[],
    event_days: &[],
    before_named_days: &[],
    stops_after_ordinals: false,
};

/// All languages; an article that names none is read as the first.
pub static VOCABULARIES: &[&Vocabulary] = &[
    &english::ENGLISH,
    &european::GERMAN,
    &european::FRENCH,
    &european::SPANISH,
    &european::RUSSIAN,
    &eastern::ARABIC,
    &eastern::PERSIAN,
];

const fn month(number: u8) -> Kind {
    Kind::Month { number, weak: false }
}

/// A month whose word also means something else ("may", "march") or is an abbreviation.
const fn weak_month(number: u8) -> Kind {
    Kind::Month { number, weak: true }
}

const fn solar(number: u8) -> Kind {
    Kind::OtherMonth { calendar: Calendar::Solar, number }
}

const fn lunar(number: u8) -> Kind {
    Kind::OtherMonth { calendar: Calendar::Lunar, number }
}

const fn weekday(from_monday: u8) -> Kind {
    Kind::Weekday { from_monday, weak: false }
}

const fn weak_weekday(from_monday: u8) -> Kind {
    Kind::Weekday { from_monday, weak: true }
}

const fn word(text: &'static str) -> Kind {
    Kind::Word(text)
}

const fn compound(first: &'static str, second: &'static str, kind: Kind) -> Compound {
    Compound { first, second, kind }
}

const fn direction(direction: Direction) -> Kind {
    Kind::Direction(direction)
}

const fn unit(unit: Unit) -> Kind {
    Kind::Unit(unit)
}

/// Phrases of languages that put the day before the month.
const DAY_FIRST: &[(Meaning, &str)] = &[
    (Meaning::Calendar, "Weekday? ,? the? Day of? Month ,|of? Year year?"),
    (Meaning::Calendar, "Weekday? ,? the? Day of? Month"),
    (Meaning::Calendar, "Year -|/|. MonthNumber -|/|. Day"),
    (Meaning::Calendar, "Weekday? ,? Day -|/|. MonthNumber -|/|. Year"),
    (Meaning::Calendar, "Part? of? the? Month ,|of? Year year?"),
    (Meaning::Calendar, "Part? of? the? Month"),
    (Meaning::Calendar, "Part? of? year? Year year?"),
    (Meaning::Relative, "RelativeDay"),
    (Meaning::Directed, "Direction Unit"),
    (Meaning::Directed, "the? Unit Direction"),
];

/// Phrases of the calendars that are not Gregorian.
const OTHER_CALENDARS: &[(Meaning, &str)] = &[
    (Meaning::Other, "Weekday? ,? the? Day of? OtherMonth month? ,|of? year? OtherYear"),
    (Meaning::Other, "Weekday? ,? the? Day of? OtherMonth"),
    (Meaning::Other, "OtherMonth Day ,? OtherYear"),
    (Meaning::Other, "OtherMonth Day"),
    (Meaning::Other, "OtherMonth month? ,|of? year? OtherYear"),
    (Meaning::Other, "OtherYear -|/ MonthNumber -|/ Day"),
];

/// A vocabulary's words for looking up. Built once a language. Cost of a look: one hash of the word.
pub struct WordTable {
    pub vocabulary: &'static Vocabulary,
    entries: Vec<(Cow<'static, str>, Kind, Option<Tense>)>,
    /// Places in `entries` plus one, 0 where none, found by hash and then by stepping on.
    slots: Vec<u16>,
    longest: usize,
}

impl WordTable {
    pub fn new(vocabulary: &'static Vocabulary) -> Self {
        let mut entries: Vec<_> =
            vocabulary.words.iter().map(|&(word, kind)| (fold(word), kind, None)).collect();
        if vocabulary.language == "en" {
            entries.extend(
                numerals::in_words().map(|(word, numeral)| (word.into(), Kind::Number(numeral), None)),
            );
        }
        let tenses = [
            (vocabulary.future, Tense::Future),
            (vocabulary.likely_future, Tense::LikelyFuture),
            (vocabulary.past, Tense::Past),
        ];
        for (words, tense) in tenses {
            for word in words {
                let folded = fold(word);
                match entries.iter_mut().find(|entry| entry.0 == folded) {
                    Some(entry) => entry.2 = Some(tense),
                    None => entries.push((folded, Kind::Other, Some(tense))),
                }
            }
        }
        // Four times as many slots as words: most looks end at the first.
        let size = (entries.len() * 4).next_power_of_two();
        let mut slots = vec![0; size];
        for (at, (word, ..)) in entries.iter().enumerate() {
            let mut slot = hash(word) & (size - 1);
            while slots[slot] != 0 {
                slot = (slot + 1) & (size - 1);
            }
            slots[slot] = at as u16 + 1;
        }
        let longest = entries.iter().map(|entry| entry.0.len()).max().unwrap_or(0);
        Self { vocabulary, entries, slots, longest }
    }

    /// What a word is; `word` is folded or ASCII.
    pub fn look_up(&self, word: &str) -> (Kind, Option<Tense>) {
        if word.len() <= self.longest {
            let mut slot = hash(word) & (self.slots.len() - 1);
            while let Some(at) = usize::from(self.slots[slot]).checked_sub(1) {
                let (known, kind, tense) = &self.entries[at];
                if known.eq_ignore_ascii_case(word) {
                    return (*kind, *tense);
                }
                slot = (slot + 1) & (self.slots.len() - 1);
            }
        }
        let is_past =
            word.len() > 3 && self.vocabulary.past_ending.is_some_and(|ending| word.ends_with(ending));
        (Kind::Other, is_past.then_some(Tense::LikelyPast))
    }
}

/// FNV-1a over the letters without their case.
fn hash(word: &str) -> usize {
    word.bytes().fold(0x811C_9DC5_u32, |hash, byte| (hash ^ u32::from(byte | 0x20)).wrapping_mul(0x0100_0193))
        as usize
}
