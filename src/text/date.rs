//! Dates as they are known: a day, a month, a year or a stretch between two, sure or not. Values are written in
//! EDTF (ISO 8601-2:2019, level 1, and the seasons and quarters of level 2); two dates are compared by the
//! first and last day that they may mean.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::str::FromStr;

/// A date value. `2025-12-16`, `2025-04~`, `2025-01/2025-03`, `2026/..`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Date {
    Point(PartialDate),
    /// From and to; `None` is an open end (`..`).
    Interval(Option<PartialDate>, Option<PartialDate>),
}

/// A year, a month of a year, or a day. `month` may also be a season (21–24) or a quarter (33–36) of EDTF.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct PartialDate {
    pub year: i32,
    pub month: Option<u8>,
    pub day: Option<u8>,
    pub certainty: Certainty,
}

/// EDTF's qualification of a whole date.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Certainty {
    #[default]
    Sure,
    /// `?`
    Uncertain,
    /// `~`
    Approximate,
    /// `%`
    Both,
}

/// Why a text is no EDTF date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateError(pub String);

impl fmt::Display for DateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "`{}` is not a date; write 2025-12-16, 2025-12, 2025, with ? or ~ where unsure, or an interval 2025-01/2025-03",
            self.0
        )
    }
}

impl std::error::Error for DateError {}

impl Date {
    /// A day of the Gregorian calendar; `None` where there is no such day.
    pub fn day(year: i32, month: u8, day: u8) -> Option<Self> {
        let value = PartialDate { year, month: Some(month), day: Some(day), certainty: Certainty::Sure };
        value.is_valid().then_some(Self::Point(value))
    }

    pub fn month(year: i32, month: u8) -> Option<Self> {
        let value = PartialDate { year, month: Some(month), day: None, certainty: Certainty::Sure };
        value.is_valid().then_some(Self::Point(value))
    }

    pub fn year(year: i32) -> Self {
        Self::Point(PartialDate { year, month: None, day: None, certainty: Certainty::Sure })
    }

    pub fn from_day(day: time::Date) -> Self {
        Self::Point(PartialDate::from_day(day))
    }

    /// The first and the last day that the date may mean; an open end reaches to the end of the calendar.
    ///
    /// ```
    /// use crossread::text::Date;
    /// let april: Date = "2025-04~".parse().unwrap();
    /// let (first, last) = april.bounds();
    /// assert_eq!((first.day(), last.day()), (1, 30));
    /// ```
    pub fn bounds(&self) -> (time::Date, time::Date) {
        match self {
            Self::Point(point) => point.bounds(),
            Self::Interval(from, to) => (
                from.map_or(time::Date::MIN, |point| point.bounds().0),
                to.map_or(time::Date::MAX, |point| point.bounds().1),
            ),
        }
    }

    /// The single day meant, where the date is as exact as that.
    pub fn exact_day(&self) -> Option<time::Date> {
        let (first, last) = self.bounds();
        (first == last).then_some(first)
    }

    /// Whether some day may be meant by both.
    pub fn overlaps(&self, other: &Date) -> bool {
        let ((a, b), (c, d)) = (self.bounds(), other.bounds());
        a <= d && c <= b
    }
}

impl PartialDate {
    pub fn from_day(day: time::Date) -> Self {
        Self {
            year: day.year(),
            month: Some(day.month() as u8),
            day: Some(day.day()),
            certainty: Certainty::Sure,
        }
    }

    /// The first and the last day that may be meant. Seasons are the northern ones, by whole months.
    pub fn bounds(&self) -> (time::Date, time::Date) {
        let (first_month, last_month) = match self.month {
            None => (1, 12),
            Some(21) => (3, 5),
            Some(22) => (6, 8),
            Some(23) => (9, 11),
            Some(24) => return (day_of(self.year, 12, 1), last_of(self.year + 1, 2)),
            Some(quarter @ 33..=36) => ((quarter - 33) * 3 + 1, (quarter - 33) * 3 + 3),
            Some(month) => (month, month),
        };
        match self.day {
            Some(day) => (day_of(self.year, first_month, day), day_of(self.year, first_month, day)),
            None => (day_of(self.year, first_month, 1), last_of(self.year, last_month)),
        }
    }

    fn is_valid(&self) -> bool {
        if !(0..=9999).contains(&self.year) {
            return false;
        }
        match (self.month, self.day) {
            (None, None) => true,
            (Some(1..=12 | 21..=24 | 33..=36), None) => true,
            (Some(month @ 1..=12), Some(day)) => calendar_day(self.year, month, day).is_some(),
            _ => false,
        }
    }
}

fn calendar_day(year: i32, month: u8, day: u8) -> Option<time::Date> {
    time::Date::from_calendar_date(year, time::Month::try_from(month).ok()?, day).ok()
}

/// A day that has been checked to exist; the calendar's first day where it has not.
fn day_of(year: i32, month: u8, day: u8) -> time::Date {
    calendar_day(year, month, day).unwrap_or(time::Date::MIN)
}

fn last_of(year: i32, month: u8) -> time::Date {
    (28..=31).rev().find_map(|day| calendar_day(year, month, day)).unwrap_or(time::Date::MAX)
}

impl FromStr for Date {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        let fail = || DateError(text.to_owned());
        let text = text.trim();
        match text.split_once('/') {
            Some((from, to)) => {
                let (from, to) = (open_end(from).ok_or_else(fail)?, open_end(to).ok_or_else(fail)?);
                (from.is_some() || to.is_some()).then_some(Self::Interval(from, to)).ok_or_else(fail)
            }
            None => point(text).map(Self::Point).ok_or_else(fail),
        }
    }
}

fn open_end(text: &str) -> Option<Option<PartialDate>> {
    if matches!(text, ".." | "") { Some(None) } else { point(text).map(Some) }
}

fn point(text: &str) -> Option<PartialDate> {
    let (text, certainty) = match text.char_indices().last()? {
        (at, '?') => (&text[..at], Certainty::Uncertain),
        (at, '~') => (&text[..at], Certainty::Approximate),
        (at, '%') => (&text[..at], Certainty::Both),
        _ => (text, Certainty::Sure),
    };
    let mut parts = text.split('-');
    let year = number(parts.next()?, 4)?;
    let month = parts.next().map(|part| number(part, 2).ok_or(())).transpose().ok()?;
    let day = parts.next().map(|part| number(part, 2).ok_or(())).transpose().ok()?;
    let value = PartialDate {
        year: year.into(),
        month: month.map(|m| m as u8),
        day: day.map(|d| d as u8),
        certainty,
    };
    (parts.next().is_none() && value.is_valid()).then_some(value)
}

fn number(text: &str, width: usize) -> Option<u16> {
    (text.len() == width && text.bytes().all(|byte| byte.is_ascii_digit()))
        .then(|| text.parse().ok())
        .flatten()
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        f.write_str(match self.certainty {
            Certainty::Sure => "",
            Certainty::Uncertain => "?",
            Certainty::Approximate => "~",
            Certainty::Both => "%",
        })
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let end = |f: &mut fmt::Formatter<'_>, point: &Option<PartialDate>| match point {
            Some(point) => write!(f, "{point}"),
            None => f.write_str(".."),
        };
        match self {
            Self::Point(point) => write!(f, "{point}"),
            Self::Interval(from, to) => {
                end(f, from)?;
                f.write_str("/")?;
                end(f, to)
            }
        }
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

/// The months before a Julian day's, counted from the year 0: its year times twelve, and its month less one. Whole
/// numbers alone (Hinnant, chrono-compatible low-level date algorithms, 2021), for loops over all articles.
pub fn months_before(julian_day: i32) -> i32 {
    // Years begin in March here, so that the leap day is the last.
    let day = julian_day.saturating_sub(1_721_120);
    let (era, of_era) = (day.div_euclid(146_097), day.rem_euclid(146_097));
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    (era * 400 + year) * 12 + month + 2
}

#[cfg(test)]
mod tests {
    use super::months_before;

    #[test]
    fn months_are_those_of_the_calendar() {
        let first = time::Date::from_ordinal_date(1583, 1).unwrap().to_julian_day();
        for day in (first..first + 200_000).step_by(7).chain([time::Date::MIN.to_julian_day()]) {
            let date = time::Date::from_julian_day(day).unwrap();
            assert_eq!(months_before(day), date.year() * 12 + date.month() as i32 - 1, "{date}");
        }
    }
}
