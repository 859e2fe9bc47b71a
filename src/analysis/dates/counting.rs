//! Days, weeks, months and years counted from a day.

use super::phrase::Phrase;
use super::token::{Direction, Unit};
use crate::text::{Certainty, Date, PartialDate};
use time::{Date as Day, Duration, Month};

pub(super) fn days(from: Day, to: Day) -> Date {
    let (from, to) = (from.min(to), from.max(to));
    Date::Interval(Some(PartialDate::from_day(from)), Some(PartialDate::from_day(to)))
}

pub(super) fn months(year: i32, first: u8, count: u8) -> Date {
    let month = |month| Some(PartialDate { year, month: Some(month), day: None, certainty: Certainty::Sure });
    Date::Interval(month(first), month(first + count - 1))
}

pub(super) fn in_month(reference: Day, step: i32, day: u8) -> Option<Date> {
    let (year, month) = month_at(reference, step);
    Date::day(year, month, day)
}

pub(super) fn month_at(reference: Day, step: i32) -> (i32, u8) {
    let months = reference.year() * 12 + reference.month() as i32 - 1 + step;
    (months.div_euclid(12), months.rem_euclid(12) as u8 + 1)
}

/// How many units a direction goes from the current one.
pub(super) fn steps(direction: Direction) -> Option<i32> {
    match direction {
        Direction::Last | Direction::Past | Direction::Previous => Some(-1),
        Direction::This => Some(0),
        Direction::Next | Direction::Coming | Direction::Following => Some(1),
        Direction::Same => None,
    }
}

/// The day, week, month, quarter, year that lies `step` units from the one of `reference`.
pub(super) fn unit_at(unit: Unit, reference: Day, step: i32) -> Option<Date> {
    let monday = shifted_days(reference, -i64::from(from_monday(reference)))?;
    let week = |from: i64, to: i64| {
        Some(days(
            shifted_days(monday, i64::from(step) * 7 + from)?,
            shifted_days(monday, i64::from(step) * 7 + to)?,
        ))
    };
    match unit {
        Unit::Day => shifted_days(reference, step.into()).map(Date::from_day),
        Unit::Week => week(0, 6),
        Unit::Weekend => week(5, 6),
        Unit::Month => {
            let (year, month) = month_at(reference, step);
            Date::month(year, month)
        }
        Unit::Quarter => {
            let (year, month) = month_at(reference, step * 3);
            Some(months(year, (month - 1) / 3 * 3 + 1, 3))
        }
        Unit::Year => Some(Date::year(reference.year() + step)),
        Unit::Decade => {
            let from = reference.year().div_euclid(10) * 10 + step * 10;
            Some(years(from, from + 9))
        }
        Unit::Half | Unit::Fortnight => None,
    }
}

/// What is counted besides, added to the day: the weeks of "two weeks and three days ago".
pub(super) fn moved_more(phrase: &Phrase, origin: Day, sign: i32) -> Option<Day> {
    phrase.more.iter().flatten().try_fold(origin, |day, &(count, unit)| moved(unit, day, sign * count))
}

/// The day of the week in the same week, where one is said: "Monday two weeks ago".
pub(super) fn on_weekday(phrase: &Phrase, day: Day) -> Option<Day> {
    let Some(wanted) = phrase.weekday else { return Some(day) };
    shifted_days(day, i64::from(wanted) - i64::from(from_monday(day)))
}

/// `count` of the phrase's units away, as exact as is said.
pub(super) fn loosely(phrase: &Phrase, origin: Day, count: i32) -> Option<Date> {
    let unit = phrase.unit?;
    match phrase.weekday {
        Some(_) => on_weekday(phrase, moved(unit, origin, count)?).map(Date::from_day),
        None => counted(unit, origin, count),
    }
}

/// `count` units away: a day for days and weeks; for months and years no more is said than the month and the year.
pub(super) fn counted(unit: Unit, origin: Day, count: i32) -> Option<Date> {
    let day = moved(unit, origin, count)?;
    match unit {
        Unit::Month => Date::month(day.year(), day.month() as u8),
        Unit::Year => Some(Date::year(day.year())),
        Unit::Decade => None,
        _ => Some(Date::from_day(day)),
    }
}

/// "the past three months" up to the reference, "the next three months" from the day after.
pub(super) fn window(phrase: &Phrase, reference: Day, count: i32) -> Option<Date> {
    let unit = phrase.unit.filter(|unit| !matches!(unit, Unit::Decade | Unit::Weekend | Unit::Half))?;
    let step = steps(phrase.direction?).filter(|step| *step != 0)?;
    if unit == Unit::Quarter {
        let edges = [step, step * count].map(|step| unit_at(unit, reference, step));
        let (first, last) = if step < 0 { (edges[1]?, edges[0]?) } else { (edges[0]?, edges[1]?) };
        return Some(Date::Interval(start_of(&first), end_of(&last)));
    }
    if step < 0 {
        return Some(days(moved(unit, reference, -count)?, reference));
    }
    // Days are counted one by one; a stretch of weeks or longer has both its edges, ahead as behind.
    let near = reference.next_day()?;
    let far = moved(unit, if unit == Unit::Day { reference } else { near }, count)?;
    Some(days(near, far))
}

pub(super) fn moved(unit: Unit, origin: Day, count: i32) -> Option<Day> {
    match unit {
        Unit::Day => shifted_days(origin, count.into()),
        Unit::Week => shifted_days(origin, i64::from(count) * 7),
        Unit::Fortnight => shifted_days(origin, i64::from(count) * 14),
        Unit::Month => shifted_months(origin, count),
        Unit::Quarter => shifted_months(origin, count * 3),
        Unit::Year => shifted_months(origin, count.checked_mul(12)?),
        Unit::Decade => shifted_months(origin, count.checked_mul(120)?),
        Unit::Half | Unit::Weekend => None,
    }
}

pub(super) fn shifted_days(day: Day, days: i64) -> Option<Day> {
    day.checked_add(Duration::days(days)).filter(|day| (0..=9999).contains(&day.year()))
}

/// The same day of another month, or that month's last.
pub(super) fn shifted_months(day: Day, months: i32) -> Option<Day> {
    let (year, month) = month_at(day, months);
    let month = Month::try_from(month).ok()?;
    (1..=day.day()).rev().find_map(|day| Day::from_calendar_date(year, month, day).ok())
}

pub(super) fn years(from: i32, to: i32) -> Date {
    let year = |year| Some(PartialDate { year, month: None, day: None, certainty: Certainty::Sure });
    Date::Interval(year(from), year(to))
}

pub(super) fn start_of(date: &Date) -> Option<PartialDate> {
    match *date {
        Date::Point(point) => Some(point),
        Date::Interval(from, _) => from,
    }
}

pub(super) fn end_of(date: &Date) -> Option<PartialDate> {
    match *date {
        Date::Point(point) => Some(point),
        Date::Interval(_, to) => to,
    }
}

pub(super) fn from_monday(day: Day) -> u8 {
    day.weekday().number_days_from_monday()
}
