//! Stretches within a longer one: quarters and halves, "the first week of May", centuries; days of feasts and of other
//! calendars.

use super::counting::{days, from_monday, months, shifted_days, shifted_months, years};
use super::feasts;
use super::other_calendars::{self, Calendar};
use super::phrase::Phrase;
use super::token::{Direction, Unit};
use crate::text::{Certainty, Date, PartialDate};
use time::Date as Day;

/// "the second quarter", "Q1", "the first half", "the third month" of a year.
pub(super) fn part_of_year(phrase: &Phrase, year: i32) -> Option<Date> {
    let place = phrase.numbers[1];
    match (phrase.quarter, phrase.unit) {
        (Some((first, count)), _) => Some(months(year, first, count)),
        (None, Some(Unit::Quarter)) if (1..=4).contains(&place) => Some(months(year, place * 3 - 2, 3)),
        (None, Some(Unit::Half)) if (1..=2).contains(&place) => Some(months(year, place * 6 - 5, 6)),
        (None, Some(Unit::Month)) => Date::month(year, place),
        _ => None,
    }
}

/// "the 19th century" is 1801 to 1900.
pub(super) fn century(phrase: &Phrase) -> Option<Date> {
    let number = i32::from(phrase.numbers[1]);
    (11..=21).contains(&number).then(|| years(number * 100 - 99, number * 100))
}

/// The units of `phrase` within `whole`, or the week around it.
pub(super) fn part(phrase: &Phrase, whole: &Date) -> Option<Date> {
    let (first, last) = whole.bounds();
    if phrase.meaning == super::phrase::Meaning::WeekOf {
        let monday = shifted_days(whole.exact_day()?, -i64::from(from_monday(first)))?;
        return Some(days(monday, shifted_days(monday, 6)?));
    }
    // A day or a decade has no weeks to count.
    if !(27..=366).contains(&((last - first).whole_days() + 1)) {
        return None;
    }
    let unit = phrase.unit?;
    let place = i32::from(phrase.numbers[1]);
    let count = phrase.count.unwrap_or(1);
    // From the end for "last", else from the place said; several only from the first.
    let (from, to) = match (phrase.direction, place) {
        (Some(Direction::Last), _) => (-count, 0),
        (None, 1) => (0, count),
        (None, 2..) if phrase.count.is_none() => (place - 1, place),
        _ => return None,
    };
    let edge = |step: i32| -> Option<Day> {
        let origin = if from < 0 { last.next_day()? } else { first };
        match unit {
            Unit::Day => shifted_days(origin, step.into()),
            Unit::Week => shifted_days(origin, i64::from(step) * 7),
            Unit::Month => shifted_months(origin, step),
            Unit::Quarter => shifted_months(origin, step * 3),
            Unit::Half => half(first, last, from < 0, step),
            _ => None,
        }
    };
    let (begin, end) = (edge(from)?, edge(to)?.previous_day()?);
    if begin < first || end > last {
        return None;
    }
    Some(match unit {
        Unit::Day if begin == end => Date::from_day(begin),
        Unit::Day | Unit::Week => days(begin, end),
        Unit::Half if (last - first).whole_days() < 32 => days(begin, end),
        _ => whole_months(begin, end)?,
    })
}

/// Where halves begin: of a year in July, of a month on the 16th.
fn half(first: Day, last: Day, from_end: bool, step: i32) -> Option<Day> {
    match if from_end { step + 2 } else { step } {
        0 => Some(first),
        1 if (last - first).whole_days() < 32 => first.replace_day(16).ok(),
        1 => shifted_months(first, 6),
        2 => last.next_day(),
        _ => None,
    }
}

fn whole_months(begin: Day, end: Day) -> Option<Date> {
    let month = |day: Day| PartialDate { day: None, ..PartialDate::from_day(day) };
    let (from, to) = (month(begin), month(end));
    if from == to { Date::month(from.year, from.month?) } else { Some(Date::Interval(Some(from), Some(to))) }
}

/// The day of a feast in a year.
pub(super) fn feast(phrase: &Phrase, year: i32) -> Option<Date> {
    let feast = phrase.feast?;
    let (date, day) = feasts::day(feast, year)?;
    Some(if feasts::is_approximate(feast) { approximate(day, day) } else { date })
}

/// A day, month or year of another calendar; what is lunar may lie a day off.
pub(super) fn other(phrase: &Phrase, year: i32) -> Option<Date> {
    let (calendar, month) = phrase.other.unwrap_or((Calendar::Solar, phrase.month.unwrap_or(0)));
    let day = |month, day| other_calendars::day(calendar, year, month, day);
    let (first, last) = match (month, phrase.day) {
        (0, _) => (day(1, 1)?, day(12, other_calendars::length(calendar, year, 12)?)?),
        (month, None) => (day(month, 1)?, day(month, other_calendars::length(calendar, year, month)?)?),
        (month, Some(of_month)) => (day(month, of_month)?, day(month, of_month)?),
    };
    Some(match calendar {
        Calendar::Lunar => approximate(first, last),
        Calendar::Solar if first == last => Date::from_day(first),
        Calendar::Solar => days(first, last),
    })
}

fn approximate(first: Day, last: Day) -> Date {
    let point = |day| PartialDate { certainty: Certainty::Approximate, ..PartialDate::from_day(day) };
    if first == last {
        Date::Point(point(first))
    } else {
        Date::Interval(Some(point(first)), Some(point(last)))
    }
}
