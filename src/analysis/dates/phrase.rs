//! A matched phrase: what was said of a date, and what each word adds to it.

use super::other_calendars::Calendar;
use super::token::{Direction, Kind, Unit};
use crate::text::Date;

/// How the parts of a phrase add up to a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// Year, month, season, day and weekday, as far as they are said.
    Calendar,
    /// "04/18/2025": which number is the month has to be found out.
    Figures,
    /// "circa 1900", "since about 2015"
    About,
    /// "22 Bahman 1404", "1403/02/15"
    Other,
    /// "fiscal 2025"
    Fiscal,
    /// "the 18th"
    DayOfMonth,
    /// "the 1990s"
    Decade,
    /// "the 19th century"
    Century,
    /// "the second quarter of 2026", "H1 2026"
    PartOfYear,
    /// "the first ten days of May", "the last week of 2025"
    Share,
    /// "the week of April 10"
    WeekOf,
    /// "the rest of the year"
    Rest,
    /// "Christmas", "last Easter"
    Feast,
    /// "yesterday", "this morning"
    Relative,
    LastNight,
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
    /// What is counted besides: the weeks of "two weeks and three days".
    pub more: [Option<(i32, Unit)>; 2],
    pub numbers: [u8; 2],
    /// First month and length in months of a quarter or half.
    pub quarter: Option<(u8, u8)>,
    pub relative_day: i8,
    /// Whether the number was a place in an order.
    pub is_ordinal: bool,
    /// Whether the unit stood in the plural.
    pub is_plural: bool,
    pub has_part: bool,
    pub is_weak: bool,
    /// A month of another calendar.
    pub other: Option<(Calendar, u8)>,
    pub feast: Option<u8>,
    /// The date that "three days after" counts from, or the stretch that "the first week of" is part of.
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
            more: [None; 2],
            numbers: [0; 2],
            quarter: None,
            relative_day: 0,
            is_ordinal: false,
            is_plural: false,
            has_part: false,
            is_weak: false,
            other: None,
            feast: None,
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
pub(super) enum Class {
    /// Four figures, 1500 to 2199, or words: "nineteen ninety-six".
    Year,
    /// Two figures of a year from 1940 to 2039.
    ShortYear,
    /// The same after an apostrophe or above 31: "'87".
    TwoFigures,
    /// Eight figures: "20250418".
    Compact,
    /// A year of a calendar that is not Gregorian, 1200 to 1500.
    OtherYear,
    OtherMonth,
    Feast,
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

impl Phrase {
    /// Keeps what was counted before the next count.
    pub(super) fn count_more(&mut self) {
        if let (Some(count), Some(unit)) = (self.count, self.unit)
            && let Some(free) = self.more.iter_mut().find(|more| more.is_none())
        {
            *free = Some((count, unit));
        }
    }

    /// Takes what the token says if it is of the class.
    pub(super) fn take(&mut self, class: Class, kind: Kind) -> bool {
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
            (Class::Unit | Class::Units, Kind::Unit(unit)) => {
                (self.unit, self.is_plural) = (Some(unit), false)
            }
            (Class::Units, Kind::Units(unit)) => (self.unit, self.is_plural) = (Some(unit), true),
            (Class::Direction, Kind::Direction(direction)) => self.direction = Some(direction),
            (Class::RelativeDay, Kind::RelativeDay(days)) => self.relative_day = days,
            (Class::Part, Kind::Part) => self.has_part = true,
            (Class::OtherMonth, Kind::OtherMonth { calendar, number }) => {
                self.other = Some((calendar, number))
            }
            (_, Kind::Number(number)) if number.value.fract() == 0.0 => {
                return self.take_number(class, number.value as i64, number.ordinal, number.figures);
            }
            _ => return false,
        }
        true
    }

    /// Month first as in the United States, unless only the other order gives a day of some year.
    pub(super) fn order_figures(&mut self) -> bool {
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
            Class::Year => figures == 4 && !ordinal && (1500..2200).contains(&value),
            Class::Day => (1..=31).contains(&value) && figures <= 4 && (figures > 0 || ordinal || value > 20),
            Class::MonthNumber => (1..=12).contains(&value) && matches!(figures, 1 | 2) && !ordinal,
            Class::ShortYear => figures == 2 && !ordinal,
            Class::TwoFigures => figures == 2 && !ordinal && value > 31,
            Class::OtherYear => figures == 4 && !ordinal && (1200..=1500).contains(&value),
            Class::Compact => figures == 8 && !ordinal && self.take_compact(value),
            Class::Number => (1..=31).contains(&value),
            _ => false,
        };
        if !fits {
            return false;
        }
        match class {
            Class::Year | Class::OtherYear => self.year = Some(value as i32),
            Class::ShortYear | Class::TwoFigures => {
                self.year = Some(value as i32 + if value < 40 { 2000 } else { 1900 })
            }
            Class::Compact => {}
            Class::Day => self.day = Some(value as u8),
            Class::MonthNumber => self.month = Some(value as u8),
            _ => {
                self.numbers = [self.numbers[1], value as u8];
                self.is_ordinal = ordinal;
            }
        }
        true
    }

    /// "20250418": only what is a day of about our time, as other numbers of eight figures are more frequent.
    fn take_compact(&mut self, value: i64) -> bool {
        let (year, month, day) = ((value / 10_000) as i32, (value / 100 % 100) as u8, (value % 100) as u8);
        (self.year, self.month, self.day) = (Some(year), Some(month), Some(day));
        (1900..2100).contains(&year) && Date::day(year, month, day).is_some()
    }
}
