//! What day, month or year a phrase means, seen from the article's date, the date last named and the tense of the
//! sentence. Where the article's date is only a month, everything is worked out from its first and from its last
//! day; where the two do not agree, the phrase has no value.

use super::grammar::{Meaning, Phrase};
use super::token::{Direction, Unit};
use crate::analysis::ValueBasis;
use crate::text::{Certainty, Date, PartialDate};
use time::{Date as Day, Duration, Month};

/// From where a phrase is seen.
#[derive(Clone, Copy, Debug, Default)]
pub struct View {
    /// The first and the last day that may be the article's.
    pub reference: Option<(Day, Day)>,
    /// The date last named.
    pub antecedent: Option<Date>,
    /// The year that the sentence names with another month.
    pub sentence_year: Option<i32>,
    pub tense: Tense,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tense {
    Past,
    Future,
    #[default]
    Unknown,
}

/// The days that may be the article's: an approximate date is widened, since it may be off by half its size.
pub fn reference(date: &Date) -> (Day, Day) {
    let (first, last) = date.bounds();
    let approximate =
        matches!(date, Date::Point(PartialDate { certainty: Certainty::Approximate | Certainty::Both, .. }));
    let slack = if approximate {
        Duration::days(((last - first).whole_days() / 2).clamp(3, 183))
    } else {
        Duration::ZERO
    };
    (first.saturating_sub(slack), last.saturating_add(slack))
}

/// The value of a phrase and whether the text alone says it.
pub fn resolve(phrase: &Phrase, view: &View) -> Option<(Date, ValueBasis)> {
    resolve_anywhere(phrase, view).filter(|(date, _)| is_writable(date))
}

/// EDTF has four figures for a year.
fn is_writable(date: &Date) -> bool {
    let fits = |point: Option<PartialDate>| point.is_none_or(|point| (0..=9999).contains(&point.year));
    fits(start_of(date)) && fits(end_of(date))
}

fn resolve_anywhere(phrase: &Phrase, view: &View) -> Option<(Date, ValueBasis)> {
    let stated = match phrase.meaning {
        Meaning::Calendar | Meaning::Figures if phrase.year.is_some() => calendar_date(phrase, phrase.year?),
        Meaning::Decade => Some(years(phrase.year?, phrase.year? + 9, phrase.approximate)),
        Meaning::PartOfYear if phrase.year.is_some() => part_of_year(phrase, phrase.year?),
        _ => None,
    };
    if let Some(date) = stated {
        return Some((date, ValueBasis::Stated));
    }
    if let (Meaning::Calendar | Meaning::Figures, None, Some(year), Some(_)) =
        (phrase.meaning, phrase.year, view.sentence_year, phrase.month)
    {
        return Some((calendar_date(phrase, year)?, ValueBasis::Resolved));
    }
    // What is counted from a date in the text needs no article's date.
    let from_text = matches!(phrase.meaning, Meaning::Later | Meaning::Earlier | Meaning::Directed);
    let in_text = view.antecedent.filter(|_| from_text).map(|date| (date.bounds().0, date.bounds().0));
    let (first, last) = view.reference.or(in_text)?;
    let agreed = |view: &View| {
        let date = seen_from(phrase, first, view)?;
        (first == last || seen_from(phrase, last, view)? == date).then_some(date)
    };
    // Around an unsure article's date, "approved on April 16" may lie on either side of it: then the nearest counts.
    let date = agreed(view).or_else(|| agreed(&View { tense: Tense::Unknown, ..*view }))?;
    Some((date, ValueBasis::Resolved))
}

/// The stretch between two phrases, each lending the other the year and month that it leaves out.
pub fn resolve_range(from: &Phrase, to: &Phrase, view: &View) -> Option<(Date, ValueBasis)> {
    let (mut from, mut to) = (from.clone(), to.clone());
    let (from_lends, to_lends) = (from.clone(), to.clone());
    let is_calendar = |phrase: &Phrase| matches!(phrase.meaning, Meaning::Calendar | Meaning::Figures);
    if is_calendar(&from) && is_calendar(&to) {
        from.month = from.month.or(to_lends.month.filter(|_| from.day.is_some()));
        to.month = to.month.or(from_lends.month.filter(|_| to.day.is_some()));
        from.year = from.year.or(to_lends.year);
        to.year = to.year.or(from_lends.year);
    }
    let (first, basis) = resolve(&from, view)?;
    let ahead = View { tense: Tense::Future, reference: Some((first.bounds().0, first.bounds().0)), ..*view };
    let is_open = to.year.is_none() && is_calendar(&to);
    let (mut last, mut other) = if is_open { resolve(&to, &ahead)? } else { resolve(&to, view)? };
    let mut first = first;
    if first.bounds().0 > last.bounds().1 {
        if from_lends.year.is_none() && from.year.is_some() {
            from.year = from.year.map(|year| year - 1);
            first = resolve(&from, view)?.0;
        } else if to_lends.year.is_none() && to.year.is_some() {
            to.year = to.year.map(|year| year + 1);
            (last, other) = resolve(&to, view)?;
        }
    }
    let (Some(start), Some(end)) = (start_of(&first), end_of(&last)) else { return None };
    let basis = if basis == ValueBasis::Stated { other } else { basis };
    (start.bounds().0 <= end.bounds().1).then_some((Date::Interval(Some(start), Some(end)), basis))
}

fn start_of(date: &Date) -> Option<PartialDate> {
    match *date {
        Date::Point(point) => Some(point),
        Date::Interval(from, _) => from,
    }
}

fn end_of(date: &Date) -> Option<PartialDate> {
    match *date {
        Date::Point(point) => Some(point),
        Date::Interval(_, to) => to,
    }
}

fn seen_from(phrase: &Phrase, reference: Day, view: &View) -> Option<Date> {
    let count = phrase.count.unwrap_or(1);
    match phrase.meaning {
        Meaning::Calendar | Meaning::Figures if phrase.month.is_some() => {
            nearest_year(phrase, reference, view.tense)
        }
        Meaning::Calendar => weekday(phrase, reference, view.tense),
        Meaning::DayOfMonth => day_of_month(phrase, reference, view.tense),
        Meaning::Relative => Some(Date::from_day(shifted_days(reference, phrase.relative_day.into())?)),
        Meaning::Directed => directed(phrase, reference, view),
        Meaning::PartOfYear => part_of_year(phrase, reference.year() + steps(phrase.direction?)?),
        Meaning::ThisUnit => unit_at(phrase.unit?, reference, 0, phrase.approximate),
        // On Saturday the weekend is this one; before, the one behind unless the sentence looks ahead.
        Meaning::Weekend => {
            let is_behind = view.tense != Tense::Future && from_monday(reference) < 5;
            unit_at(phrase.unit?, reference, -i32::from(is_behind), false)
        }
        Meaning::Ago => counted(phrase.unit?, reference, -count),
        Meaning::Ahead | Meaning::InTime => counted(phrase.unit?, reference, count),
        Meaning::Later => from_antecedent(phrase.unit?, view.antecedent?, count),
        Meaning::Earlier => from_antecedent(phrase.unit?, view.antecedent?, -count),
        Meaning::Window => window(phrase, reference, count),
        Meaning::Within => Some(days(reference, moved(phrase.unit?, reference, count)?)),
        Meaning::After => counted_from(phrase, count, reference, view),
        Meaning::Before => counted_from(phrase, -count, reference, view),
        Meaning::Figures | Meaning::Decade => None,
    }
}

fn calendar_date(phrase: &Phrase, year: i32) -> Option<Date> {
    let point =
        PartialDate { year, month: phrase.month, day: phrase.day, certainty: certainty(phrase.approximate) };
    match (phrase.month, phrase.day) {
        (Some(month), Some(day)) => Date::day(year, month, day),
        _ => Some(Date::Point(point)),
    }
}

fn certainty(approximate: bool) -> Certainty {
    if approximate { Certainty::Approximate } else { Certainty::Sure }
}

fn years(from: i32, to: i32, approximate: bool) -> Date {
    let year = |year| Some(PartialDate { year, month: None, day: None, certainty: certainty(approximate) });
    Date::Interval(year(from), year(to))
}

fn days(from: Day, to: Day) -> Date {
    let (from, to) = (from.min(to), from.max(to));
    Date::Interval(Some(PartialDate::from_day(from)), Some(PartialDate::from_day(to)))
}

fn months(year: i32, first: u8, count: u8) -> Date {
    let month = |month| Some(PartialDate { year, month: Some(month), day: None, certainty: Certainty::Sure });
    Date::Interval(month(first), month(first + count - 1))
}

/// "the second quarter", "Q1", "the first half", "the third month" of a year.
fn part_of_year(phrase: &Phrase, year: i32) -> Option<Date> {
    let place = phrase.numbers[1];
    match (phrase.quarter, phrase.unit) {
        (Some((first, count)), _) => Some(months(year, first, count)),
        (None, Some(Unit::Quarter)) if (1..=4).contains(&place) => Some(months(year, place * 3 - 2, 3)),
        (None, Some(Unit::Half)) if (1..=2).contains(&place) => Some(months(year, place * 6 - 5, 6)),
        (None, Some(Unit::Month)) => Date::month(year, place),
        _ => None,
    }
}

/// A month or a day of a month without its year: behind in a report of what happened, ahead in one of what will,
/// else the nearest.
fn nearest_year(phrase: &Phrase, reference: Day, tense: Tense) -> Option<Date> {
    if phrase.meaning == Meaning::Calendar && phrase.weekday.is_some() && phrase.day.is_none() {
        return None;
    }
    let around = [-1, 0, 1].map(|step| calendar_date(phrase, reference.year() + step));
    let distance = |date: &Date| {
        let (first, last) = date.bounds();
        if reference < first { first - reference } else { (reference - last).max(Duration::ZERO) }
    };
    let fits = |date: &Date| match tense {
        Tense::Past => date.bounds().0 <= reference,
        Tense::Future => date.bounds().1 >= reference,
        Tense::Unknown => true,
    };
    let dates = around.into_iter().flatten().filter(fits);
    let of_weekday = |date: &Date| date.exact_day().map(from_monday) == phrase.weekday;
    match phrase.weekday {
        Some(_) => dates.clone().find(of_weekday).or_else(|| dates.min_by_key(distance)),
        None => dates.min_by_key(distance),
    }
}

fn from_monday(day: Day) -> u8 {
    day.weekday().number_days_from_monday()
}

/// A bare weekday: today or the nearest behind, the nearest ahead in a sentence about the future.
fn weekday(phrase: &Phrase, reference: Day, tense: Tense) -> Option<Date> {
    let wanted = phrase.weekday?;
    if let Some(day) = phrase.day {
        return (-60..60)
            .filter_map(|offset| shifted_days(reference, offset))
            .filter(|date| date.day() == day && from_monday(*date) == wanted)
            .min_by_key(|date| (*date - reference).whole_days().abs())
            .map(Date::from_day);
    }
    let ahead = i64::from((wanted + 7 - from_monday(reference)) % 7);
    let behind = (7 - ahead) % 7;
    let offset = if tense == Tense::Future { ahead } else { -behind };
    shifted_days(reference, offset).map(Date::from_day)
}

fn day_of_month(phrase: &Phrase, reference: Day, tense: Tense) -> Option<Date> {
    match (phrase.direction.and_then(steps), phrase.unit) {
        (step, Some(Unit::Month)) => return in_month(reference, step.unwrap_or(0), phrase.day?),
        (_, Some(_)) => return None,
        _ => {}
    }
    let fits = |date: &Date| match tense {
        Tense::Past => date.bounds().0 <= reference,
        Tense::Future => date.bounds().0 >= reference,
        Tense::Unknown => true,
    };
    let days = [0, -1, 1].into_iter().filter_map(|step| in_month(reference, step, phrase.day?));
    days.filter(fits).min_by_key(|date| (date.bounds().0 - reference).whole_days().abs())
}

fn in_month(reference: Day, step: i32, day: u8) -> Option<Date> {
    let (year, month) = month_at(reference, step);
    Date::day(year, month, day)
}

fn month_at(reference: Day, step: i32) -> (i32, u8) {
    let months = reference.year() * 12 + reference.month() as i32 - 1 + step;
    (months.div_euclid(12), months.rem_euclid(12) as u8 + 1)
}

/// How many units a direction goes from the current one.
fn steps(direction: Direction) -> Option<i32> {
    match direction {
        Direction::Last | Direction::Past | Direction::Previous => Some(-1),
        Direction::This => Some(0),
        Direction::Next | Direction::Coming | Direction::Following => Some(1),
        Direction::Same => None,
    }
}

fn directed(phrase: &Phrase, reference: Day, view: &View) -> Option<Date> {
    let direction = phrase.direction?;
    match (phrase.weekday, phrase.month, phrase.unit) {
        (Some(wanted), None, None | Some(Unit::Week)) => {
            return directed_weekday(wanted, direction, phrase.unit.is_some(), reference);
        }
        (None, Some(_), None) => return directed_month(phrase, direction, reference),
        (None, Some(_), Some(Unit::Year)) => {
            return calendar_date(phrase, reference.year() + steps(direction)?);
        }
        (None, None, _) => {}
        _ => return None,
    }
    let unit = phrase.unit?;
    match (direction, unit) {
        (Direction::Same, _) => unit_at(unit, view.antecedent?.exact_day()?, 0, false),
        (Direction::Following | Direction::Next, Unit::Day) => {
            unit_at(unit, view.antecedent?.exact_day()?, 1, false)
        }
        (Direction::Previous, Unit::Day) => unit_at(unit, view.antecedent?.exact_day()?, -1, false),
        (_, Unit::Day) => None,
        (Direction::Past, Unit::Week | Unit::Month | Unit::Year) => {
            Some(days(moved(unit, reference, -1)?, reference))
        }
        (Direction::Last | Direction::Past, Unit::Decade) => None,
        (Direction::Following | Direction::Previous, _) => {
            let origin = view.antecedent.and_then(|date| date.exact_day()).unwrap_or(reference);
            unit_at(unit, origin, steps(direction)?, phrase.approximate)
        }
        _ => unit_at(unit, reference, steps(direction)?, phrase.approximate),
    }
}

/// "last" and "next" weekday are those of the week before and after; "past" and "coming" the nearest.
fn directed_weekday(wanted: u8, direction: Direction, of_week: bool, reference: Day) -> Option<Date> {
    let in_this_week = i64::from(wanted) - i64::from(from_monday(reference));
    let offset = match direction {
        Direction::Past if !of_week => in_this_week - if in_this_week < 0 { 0 } else { 7 },
        Direction::Coming if !of_week => in_this_week + if in_this_week > 0 { 0 } else { 7 },
        _ => in_this_week + 7 * i64::from(steps(direction)?),
    };
    shifted_days(reference, offset).map(Date::from_day)
}

fn directed_month(phrase: &Phrase, direction: Direction, reference: Day) -> Option<Date> {
    let candidates = [-1, 0, 1].map(|step| calendar_date(phrase, reference.year() + step));
    let mut dates = candidates.into_iter().flatten();
    match direction {
        Direction::This => calendar_date(phrase, reference.year()),
        Direction::Next | Direction::Coming | Direction::Following => {
            dates.find(|date| date.bounds().0 > reference)
        }
        Direction::Last | Direction::Past | Direction::Previous => {
            dates.rfind(|date| date.bounds().1 < reference)
        }
        Direction::Same => None,
    }
}

/// The day, week, month, quarter, year that lies `step` units from the one of `reference`.
fn unit_at(unit: Unit, reference: Day, step: i32, approximate: bool) -> Option<Date> {
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
        Unit::Year => Some(Date::Point(PartialDate {
            year: reference.year() + step,
            month: None,
            day: None,
            certainty: certainty(approximate),
        })),
        Unit::Decade => {
            let from = reference.year().div_euclid(10) * 10 + step * 10;
            Some(years(from, from + 9, false))
        }
        Unit::Half | Unit::Fortnight => None,
    }
}

/// `count` units away: a day for days and weeks; for months and years no more is said than the month and the year.
fn counted(unit: Unit, origin: Day, count: i32) -> Option<Date> {
    let day = moved(unit, origin, count)?;
    match unit {
        Unit::Month => Date::month(day.year(), day.month() as u8),
        Unit::Year => Some(Date::year(day.year())),
        Unit::Decade => None,
        _ => Some(Date::from_day(day)),
    }
}

/// "two years later" needs a year to count from, "two days later" a day.
fn from_antecedent(unit: Unit, antecedent: Date, count: i32) -> Option<Date> {
    let Date::Point(point) = antecedent else { return None };
    let is_exact_enough = match unit {
        Unit::Year => true,
        Unit::Month => point.month.is_some_and(|month| month <= 12),
        _ => point.day.is_some(),
    };
    if is_exact_enough { counted(unit, point.bounds().0, count) } else { None }
}

fn counted_from(phrase: &Phrase, count: i32, reference: Day, view: &View) -> Option<Date> {
    let Some(origin) = &phrase.origin else {
        let day = Date::from_day(shifted_days(reference, phrase.relative_day.into())?);
        return counted(Unit::Day, day.exact_day()?, count);
    };
    let here = View { reference: Some((reference, reference)), ..*view };
    let is_relative = origin.meaning == Meaning::Relative;
    let origin = resolve(origin, &here)?.0.exact_day()?;
    match phrase.unit? {
        unit if is_relative => counted(unit, origin, count),
        Unit::Decade => None,
        unit => moved(unit, origin, count).map(Date::from_day),
    }
}

/// "the past three months" up to the reference, "the next three months" from the day after.
fn window(phrase: &Phrase, reference: Day, count: i32) -> Option<Date> {
    let unit = phrase.unit.filter(|unit| !matches!(unit, Unit::Decade | Unit::Weekend | Unit::Half))?;
    let step = steps(phrase.direction?).filter(|step| *step != 0)?;
    if unit == Unit::Quarter {
        let edges = [step, step * count].map(|step| unit_at(unit, reference, step, false));
        let (first, last) = if step < 0 { (edges[1]?, edges[0]?) } else { (edges[0]?, edges[1]?) };
        return Some(Date::Interval(start_of(&first), end_of(&last)));
    }
    let far = moved(unit, reference, step * count)?;
    let near = if step < 0 { reference } else { reference.next_day()? };
    Some(days(near, far))
}

fn moved(unit: Unit, origin: Day, count: i32) -> Option<Day> {
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

fn shifted_days(day: Day, days: i64) -> Option<Day> {
    day.checked_add(Duration::days(days)).filter(|day| (0..=9999).contains(&day.year()))
}

/// The same day of another month, or that month's last.
fn shifted_months(day: Day, months: i32) -> Option<Day> {
    let (year, month) = month_at(day, months);
    let month = Month::try_from(month).ok()?;
    (1..=day.day()).rev().find_map(|day| Day::from_calendar_date(year, month, day).ok())
}
