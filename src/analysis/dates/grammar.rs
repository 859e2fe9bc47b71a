//! Phrases of one date: rows of a table, matched against tokens.
//!
//! A row is a list of items, each matching one token: a capitalised item a class ([`Class`]), any other the word or
//! mark itself; `|` parts alternatives, `?` makes an item optional. `"Weekday? ,? Month the? Day ,? Year"` matches
//! "Friday, April 18, 2025". Optional items are taken whenever they fit; nothing is tried twice, so a row costs at
//! most its own length.

use super::token::{Direction, Kind, Token, Unit};
use super::vocabulary::Vocabulary;
use crate::text::Date;

/// How the parts of a phrase add up to a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// Year, month, season, day and weekday, as far as they are said.
    Calendar,
    /// "04/18/2025": which number is the month has to be found out.
    Figures,
    /// "the 18th"
    DayOfMonth,
    /// "the 1990s"
    Decade,
    /// "the second quarter of 2026", "H1 2026"
    PartOfYear,
    /// "yesterday"
    Relative,
    /// "last week", "next February", "in June this year"
    Directed,
    /// "later in the month", "the end of the year"
    ThisUnit,
    /// "the weekend"
    Weekend,
    /// "two weeks ago"
    Ago,
    /// "three years hence"
    Ahead,
    /// "in two weeks", in a sentence about the future
    InTime,
    /// "two days later", seen from the date last named
    Later,
    Earlier,
    /// "the past three months"
    Window,
    /// "within ten days"
    Within,
    /// "three days after April 18"
    After,
    Before,
}

/// A matched phrase: what was said of the date.
#[derive(Clone, Debug, PartialEq)]
pub struct Phrase {
    pub meaning: Meaning,
    pub year: Option<i32>,
    pub month: Option<u8>,
    pub day: Option<u8>,
    pub weekday: Option<u8>,
    pub unit: Option<Unit>,
    pub direction: Option<Direction>,
    pub count: Option<i32>,
    pub numbers: [u8; 2],
    /// First month and length in months of a quarter or half.
    pub quarter: Option<(u8, u8)>,
    pub relative_day: i8,
    pub has_part: bool,
    pub approximate: bool,
    pub is_weak: bool,
    /// The date that "three days after" counts from.
    pub origin: Option<Box<Phrase>>,
}

impl Phrase {
    pub fn new(meaning: Meaning) -> Self {
        Self {
            meaning,
            year: None,
            month: None,
            day: None,
            weekday: None,
            unit: None,
            direction: None,
            count: None,
            numbers: [0; 2],
            quarter: None,
            relative_day: 0,
            has_part: false,
            approximate: false,
            is_weak: false,
            origin: None,
        }
    }

    /// Whether nothing but a year is said.
    pub fn is_year(&self) -> bool {
        self.meaning == Meaning::Calendar && self.year.is_some() && self.month.is_none()
    }

    /// Whether nothing but a month is said.
    pub fn is_month(&self) -> bool {
        self.meaning == Meaning::Calendar && self.year.is_none() && self.month.is_some() && self.day.is_none()
    }

    /// Whether nothing but a day of the week is said.
    pub fn is_weekday(&self) -> bool {
        self.meaning == Meaning::Calendar && self.weekday.is_some() && self.day.is_none()
    }
}

/// The kinds of tokens that a row can ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Class {
    /// Four figures, 1500 to 2100.
    Year,
    /// Two figures of a year from 1950 to 2049.
    ShortYear,
    /// 1 to 31: figures or an ordinal.
    Day,
    Month,
    /// 1 to 12 in figures.
    MonthNumber,
    Number,
    /// A whole number, "a", "a couple of".
    Count,
    Weekday,
    Season,
    Decade,
    Quarter,
    Unit,
    /// A unit, plural or not.
    Units,
    Direction,
    RelativeDay,
    Part,
    /// Any phrase of another row.
    Date,
}

const CLASSES: &[(&str, Class)] = &[
    ("Year", Class::Year),
    ("ShortYear", Class::ShortYear),
    ("Day", Class::Day),
    ("Month", Class::Month),
    ("MonthNumber", Class::MonthNumber),
    ("Number", Class::Number),
    ("Count", Class::Count),
    ("Weekday", Class::Weekday),
    ("Season", Class::Season),
    ("Decade", Class::Decade),
    ("Quarter", Class::Quarter),
    ("Unit", Class::Unit),
    ("Units", Class::Units),
    ("Direction", Class::Direction),
    ("RelativeDay", Class::RelativeDay),
    ("Part", Class::Part),
    ("Date", Class::Date),
];

/// One item of a row.
struct Item {
    matchers: Vec<Matcher>,
    is_optional: bool,
}

enum Matcher {
    Class(Class),
    Word(&'static str),
    Mark(char),
}

/// The rows of a vocabulary, ready to match.
pub struct Grammar {
    rows: Vec<(Meaning, Vec<Item>)>,
}

impl Grammar {
    pub fn new(vocabulary: &'static Vocabulary) -> Self {
        let rows =
            vocabulary.phrases.iter().map(|&(meaning, row)| (meaning, row.split(' ').map(item).collect()));
        Self { rows: rows.collect() }
    }

    /// The phrases that start at token `start`, each with the token after it.
    pub fn phrases<'a>(
        &'a self,
        text: &'a str,
        tokens: &'a [Token],
        start: usize,
    ) -> impl Iterator<Item = (Phrase, usize)> + 'a {
        self.rows
            .iter()
            .filter_map(move |(meaning, items)| self.matched(*meaning, items, text, tokens, start))
    }

    fn matched(
        &self,
        meaning: Meaning,
        items: &[Item],
        text: &str,
        tokens: &[Token],
        start: usize,
    ) -> Option<(Phrase, usize)> {
        let mut phrase = Phrase::new(meaning);
        let mut at = start;
        for item in items {
            match item.matchers.iter().find_map(|matcher| self.step(matcher, text, tokens, at, &mut phrase)) {
                Some(next) => at = next,
                None if item.is_optional => {}
                None => return None,
            }
        }
        phrase.order_figures().then_some((phrase, at))
    }

    /// The token after what `matcher` takes at `at`.
    fn step(
        &self,
        matcher: &Matcher,
        text: &str,
        tokens: &[Token],
        at: usize,
        phrase: &mut Phrase,
    ) -> Option<usize> {
        let token = tokens.get(at)?;
        match matcher {
            Matcher::Class(Class::Date) => {
                let (origin, end) = longest(self.phrases(text, tokens, at))?;
                phrase.origin = Some(Box::new(origin));
                Some(end)
            }
            Matcher::Class(Class::Count) => {
                let (count, end) = count(tokens, at)?;
                phrase.count = Some(count);
                Some(end)
            }
            Matcher::Class(class) => phrase.take(*class, token.kind).then_some(at + 1),
            Matcher::Mark(mark) => (token.kind == Kind::Mark(*mark)).then_some(at + 1),
            Matcher::Word(word) => is_word(token, text, word).then_some(at + 1),
        }
    }
}

/// The match that takes most tokens; of equals the first, so that rows stand in the order of preference.
pub fn longest(matches: impl Iterator<Item = (Phrase, usize)>) -> Option<(Phrase, usize)> {
    matches.reduce(|best, next| if next.1 > best.1 { next } else { best })
}

fn item(item: &'static str) -> Item {
    let (alternatives, is_optional) = item.strip_suffix('?').map_or((item, false), |item| (item, true));
    Item { matchers: alternatives.split('|').map(matcher).collect(), is_optional }
}

fn matcher(name: &'static str) -> Matcher {
    if let Some((_, class)) = CLASSES.iter().find(|(class, _)| *class == name) {
        return Matcher::Class(*class);
    }
    match name.chars().next() {
        Some(mark) if !mark.is_alphabetic() => Matcher::Mark(mark),
        _ => Matcher::Word(name),
    }
}

/// Whether the token is the word that a row names; synonyms share the word of their table row.
pub fn is_word(token: &Token, text: &str, word: &str) -> bool {
    match token.kind {
        Kind::Word(known) => known == word,
        Kind::Mark(_) | Kind::Dash => false,
        _ => token.span.of(text).eq_ignore_ascii_case(word),
    }
}

/// "three", "a", "a couple of".
fn count(tokens: &[Token], at: usize) -> Option<(i32, usize)> {
    let word = |at: usize, word| tokens.get(at).is_some_and(|token| token.kind == Kind::Word(word));
    let couple = at + usize::from(word(at, "a"));
    if word(couple, "couple") {
        return Some((2, couple + 1 + usize::from(word(couple + 1, "of"))));
    }
    match tokens.get(at)?.kind {
        Kind::Word("a") => Some((1, at + 1)),
        Kind::Number(number)
            if !number.ordinal && number.value.fract() == 0.0 && (1.0..1000.0).contains(&number.value) =>
        {
            Some((number.value as i32, at + 1))
        }
        _ => None,
    }
}

impl Phrase {
    /// Takes what the token says if it is of the class.
    fn take(&mut self, class: Class, kind: Kind) -> bool {
        match (class, kind) {
            (Class::Month, Kind::Month { number, weak }) => {
                self.month = Some(number);
                self.is_weak |= weak;
            }
            (Class::Weekday, Kind::Weekday { from_monday, weak }) => {
                self.weekday = Some(from_monday);
                self.is_weak |= weak;
            }
            (Class::Season, Kind::Season(season)) => self.month = Some(season),
            (Class::Decade, Kind::Decade(year)) => self.year = Some(year),
            (Class::Quarter, Kind::Quarter { first_month, months }) => {
                self.quarter = Some((first_month, months))
            }
            (Class::Unit | Class::Units, Kind::Unit(unit)) | (Class::Units, Kind::Units(unit)) => {
                self.unit = Some(unit)
            }
            (Class::Direction, Kind::Direction(direction)) => self.direction = Some(direction),
            (Class::RelativeDay, Kind::RelativeDay(days)) => self.relative_day = days,
            (Class::Part, Kind::Part { approximate }) => {
                self.has_part = true;
                self.approximate = approximate;
            }
            (_, Kind::Number(number)) if number.value.fract() == 0.0 => {
                return self.take_number(class, number.value as i64, number.ordinal, number.figures);
            }
            _ => return false,
        }
        true
    }

    /// Month first as in the United States, unless only the other order gives a day of some year.
    fn order_figures(&mut self) -> bool {
        if self.meaning != Meaning::Figures {
            return true;
        }
        let [first, second] = self.numbers;
        let orders = [(first, second), (second, first)];
        let fitting = orders
            .into_iter()
            .find(|&(month, day)| Date::day(self.year.unwrap_or(2000), month, day).is_some());
        let Some((month, day)) = fitting else { return false };
        (self.month, self.day) = (Some(month), Some(day));
        true
    }

    fn take_number(&mut self, class: Class, value: i64, ordinal: bool, figures: u8) -> bool {
        let fits = match class {
            Class::Year => figures == 4 && !ordinal && (1500..=2100).contains(&value),
            Class::Day => (1..=31).contains(&value) && figures <= 4 && (figures > 0 || ordinal || value > 20),
            Class::MonthNumber => (1..=12).contains(&value) && matches!(figures, 1 | 2) && !ordinal,
            Class::ShortYear => figures == 2 && !ordinal,
            Class::Number => (1..=31).contains(&value),
            _ => false,
        };
        if !fits {
            return false;
        }
        match class {
            Class::Year => self.year = Some(value as i32),
            Class::ShortYear => self.year = Some(value as i32 + if value < 50 { 2000 } else { 1900 }),
            Class::Day => self.day = Some(value as u8),
            Class::MonthNumber => self.month = Some(value as u8),
            _ => self.numbers = [self.numbers[1], value as u8],
        }
        true
    }
}
