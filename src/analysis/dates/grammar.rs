//! Phrases of one date: rows of a table, matched against tokens.
//!
//! A row is a list of items, each matching one token: a capitalised item a class ([`Class`]), any other the word or
//! mark itself; `|` parts alternatives, `?` makes an item optional. `"Weekday? ,? Month the? Day ,? Year"` matches
//! "Friday, April 18, 2025". Optional items are taken whenever they fit; nothing is tried twice, so a row costs at
//! most its own length. Rows are sorted by the kinds of token that they can begin with: at most places none is tried.

use super::feasts;
use super::other_calendars::Calendar;
use super::phrase::{Class, Meaning, Phrase};
use super::token::{Direction, Kind, Token, Unit};
use super::vocabulary::WordTable;
use crate::analysis::numerals::Numeral;
use crate::text::fold;

const CLASSES: &[(&str, Class)] = &[
    ("Year", Class::Year),
    ("ShortYear", Class::ShortYear),
    ("TwoFigures", Class::TwoFigures),
    ("Compact", Class::Compact),
    ("OtherYear", Class::OtherYear),
    ("OtherMonth", Class::OtherMonth),
    ("Feast", Class::Feast),
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
    /// For each kind of token, by [`Kind::place`], the rows that can begin with it.
    by_first: [Vec<Opening>; Kind::PLACES],
}

/// A row that can begin with a kind of token, and the kinds of which the token behind has to be for it to match.
struct Opening {
    row: u16,
    seconds: Kinds,
}

/// Kinds of token, a bit each by [`Kind::place`], and one for no token.
type Kinds = u32;

const ANY: Kinds = Kinds::MAX;
const NO_TOKEN: Kinds = 1 << Kind::PLACES;

impl Grammar {
    pub fn new(table: &WordTable) -> Self {
        let rows: Vec<(Meaning, Vec<Item>)> = table
            .vocabulary
            .phrases
            .iter()
            .copied()
            .flatten()
            .map(|&(meaning, row)| (meaning, row.split(' ').map(item).collect()))
            .collect();
        let mut by_first: [Vec<Opening>; Kind::PLACES] = Default::default();
        for (at, (_, items)) in rows.iter().enumerate() {
            let row = at as u16;
            for (item, rest) in leading(items).0.iter().zip(1..) {
                let (next, is_required) = leading(&items[rest..]);
                let next = next.iter().flat_map(|item| &item.matchers);
                let next = if is_required { next.fold(0, |kinds, it| kinds | it.kinds(table)) } else { ANY };
                for matcher in &item.matchers {
                    let seconds = next | matcher.further();
                    for place in matcher.places(table) {
                        match by_first[place].last_mut().filter(|last| last.row == row) {
                            Some(opening) => opening.seconds |= seconds,
                            None => by_first[place].push(Opening { row, seconds }),
                        }
                    }
                }
            }
        }
        Self { rows, by_first }
    }

    /// The phrases that start at token `start`, each with the token after it.
    pub fn phrases<'a>(
        &'a self,
        text: &'a str,
        tokens: &'a [Token],
        start: usize,
    ) -> impl Iterator<Item = (Phrase, usize)> + 'a {
        let openings: &[Opening] = tokens.get(start).map_or(&[], |token| &self.by_first[token.kind.place()]);
        let second = tokens.get(start + 1).map_or(NO_TOKEN, |token| 1 << token.kind.place());
        let openings = openings.iter().filter(move |opening| opening.seconds & second != 0);
        openings.filter_map(move |opening| {
            let (meaning, items) = &self.rows[usize::from(opening.row)];
            self.matched(*meaning, items, text, tokens, start)
        })
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
                let is_lone =
                    |phrase: &Phrase| phrase.meaning == Meaning::DayOfMonth && phrase.unit.is_none();
                let (origin, end) =
                    longest(self.phrases(text, tokens, at).filter(|(phrase, _)| !is_lone(phrase)))?;
                phrase.origin = Some(Box::new(origin));
                Some(end)
            }
            Matcher::Class(Class::Count) => {
                let (count, end) = count(tokens, at)?;
                phrase.count_more();
                phrase.count = Some(count);
                Some(end)
            }
            Matcher::Class(Class::Year) => match year_in_words(tokens, at) {
                Some((year, end)) => {
                    phrase.year = Some(year);
                    Some(end)
                }
                None => phrase.take(Class::Year, token.kind).then_some(at + 1),
            },
            Matcher::Class(Class::TwoFigures) => {
                let is_marked = at > 0 && tokens[at - 1].kind == Kind::Mark('\'');
                let class = if is_marked { Class::ShortYear } else { Class::TwoFigures };
                phrase.take(class, token.kind).then_some(at + 1)
            }
            Matcher::Class(Class::Feast) => {
                let (feast, end) = feasts::at(text, tokens, at)?;
                phrase.feast = Some(feast);
                Some(end)
            }
            Matcher::Class(class) => phrase.take(*class, token.kind).then_some(at + 1),
            Matcher::Mark(mark) => (token.kind == Kind::Mark(*mark)).then_some(at + 1),
            Matcher::Word(word) => is_word(token, text, word).then_some(at + 1),
        }
    }
}

/// The items of a row of which one has to take its first token, and whether one has to.
fn leading(items: &[Item]) -> (&[Item], bool) {
    let required = items.iter().position(|item| !item.is_optional);
    (required.map_or(items, |last| &items[..=last]), required.is_some())
}

impl Matcher {
    /// The kinds of token that the matcher may take behind its first: "couple" of "a couple of".
    fn further(&self) -> Kinds {
        let word = 1 << Kind::Word("").place();
        match self {
            Self::Class(Class::Count) => word,
            Self::Class(Class::Year) => word | 1 << number().place(),
            Self::Class(Class::Date | Class::Feast) => ANY,
            _ => 0,
        }
    }

    /// The kinds of token that the matcher takes; with a word that the table has not, those that it knows nothing of.
    fn kinds(&self, table: &WordTable) -> Kinds {
        let is_unknown = matches!(self, Self::Word(word) if table.look_up(word).0 == Kind::Other);
        let other = Kinds::from(is_unknown) << Kind::Other.place();
        self.places(table).iter().fold(other, |kinds, place| kinds | 1 << place)
    }

    /// The kinds of token that the matcher takes, by place.
    fn places(&self, table: &WordTable) -> Vec<usize> {
        match self {
            Self::Mark(_) => vec![Kind::Mark(' ').place()],
            Self::Word(word) => match table.look_up(&fold(word)).0 {
                // The word that synonyms share need not be one of the language's own.
                Kind::Other => vec![Kind::Word(word).place()],
                kind => vec![kind.place()],
            },
            Self::Class(class) => match class {
                Class::Month => vec![Kind::Month { number: 0, weak: false }.place()],
                Class::Weekday => vec![Kind::Weekday { from_monday: 0, weak: false }.place()],
                Class::Season => vec![Kind::Season(0).place()],
                Class::Decade => vec![Kind::Decade(0).place()],
                Class::Quarter => vec![Kind::Quarter { first_month: 0, months: 0 }.place()],
                Class::Unit => vec![Kind::Unit(Unit::Day).place()],
                Class::Units => vec![Kind::Unit(Unit::Day).place(), Kind::Units(Unit::Day).place()],
                Class::Direction => vec![Kind::Direction(Direction::This).place()],
                Class::RelativeDay => vec![Kind::RelativeDay(0).place()],
                Class::Part => vec![Kind::Part.place()],
                Class::OtherMonth => vec![Kind::OtherMonth { calendar: Calendar::Solar, number: 0 }.place()],
                Class::Feast => vec![Kind::Feast.place()],
                Class::Count => vec![number().place(), Kind::Word("").place()],
                Class::Date => (0..Kind::PLACES).collect(),
                _ => vec![number().place()],
            },
        }
    }
}

fn number() -> Kind {
    Kind::Number(Numeral { value: 0.0, ordinal: false, figures: 0 })
}

/// The match that takes most tokens; of equals the first, so that rows stand in the order of preference.
pub fn longest<P>(matches: impl Iterator<Item = (P, usize)>) -> Option<(P, usize)> {
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

/// "nineteen ninety-six", "two thousand and fifteen", "seventeen hundred thirty-three".
fn year_in_words(tokens: &[Token], at: usize) -> Option<(i32, usize)> {
    let number = |at: usize| match tokens.get(at)?.kind {
        Kind::Number(number) if number.figures == 0 && !number.ordinal => Some(number.value as i32),
        _ => None,
    };
    let is_word = |at: usize, word| tokens.get(at).is_some_and(|token| token.kind == Kind::Word(word));
    let first = number(at)?;
    let of_size = match first {
        1..=2 if is_word(at + 1, "thousand") => Some(first * 1000),
        11..=21 if is_word(at + 1, "hundred") => Some(first * 100),
        _ => None,
    };
    match of_size {
        Some(year) => {
            let next = at + 2 + usize::from(is_word(at + 2, "and"));
            match number(next).filter(|rest| (1..100).contains(rest)) {
                Some(rest) => Some((year + rest, next + 1)),
                None => Some((year, at + 2)),
            }
        }
        None => {
            let rest =
                number(at + 1).filter(|rest| (10..100).contains(rest) && (15..=20).contains(&first))?;
            Some((first * 100 + rest, at + 2))
        }
    }
}
