//! What day, month or year a phrase means, seen from the article's date, the date last named and the tense of the
//! sentence. Where the article's date is only a month, everything is worked out from its first and from its last
//! day; where the two do not agree, the phrase has no value.

use super::counting::{
    counted, days, end_of, from_monday, in_month, loosely, moved, moved_more, on_weekday, shifted_days,
    start_of, steps, unit_at, window, years,
};
use super::periods;
use super::phrase::{Meaning, Phrase};
use super::token::{Direction, Tense, Unit};
use crate::analysis::ValueBasis;
use crate::text::{Certainty, Date, PartialDate};
use time::{Date as Day, Duration};

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
        Meaning::About => Some(approximate_year(phrase.year?)),
        Meaning::Fiscal if phrase.year.is_some() => Some(approximate_year(phrase.year?)),
        Meaning::Decade => Some(years(phrase.year?, phrase.year? + 9)),
        Meaning::Century => periods::century(phrase),
        Meaning::PartOfYear if phrase.year.is_some() => periods::part_of_year(phrase, phrase.year?),
        Meaning::Feast if phrase.year.is_some() => periods::feast(phrase, phrase.year?),
        Meaning::Other if phrase.year.is_some() => periods::other(phrase, phrase.year?),
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
    if let Meaning::Share | Meaning::WeekOf = phrase.meaning {
        let (whole, basis) = resolve(phrase.origin.as_ref()?, view)?;
        return Some((periods::part(phrase, &whole)?, basis));
    }
    // What is counted from a date in the text needs no article's date; "last month" is counted from nothing else.
    let is_anaphoric =
        matches!(phrase.direction, Some(Direction::Following | Direction::Previous | Direction::Same));
    let from_text = match phrase.meaning {
        Meaning::Later | Meaning::Earlier => true,
        Meaning::Directed => is_anaphoric,
        _ => false,
    };
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
    let (Some(mut start), Some(mut end)) = (start_of(&first), end_of(&last)) else { return None };
    // Where one end is a day, so is the other: "from May to June 12".
    if start.day.is_some() != end.day.is_some() {
        start = PartialDate { certainty: start.certainty, ..PartialDate::from_day(start.bounds().0) };
        end = PartialDate { certainty: end.certainty, ..PartialDate::from_day(end.bounds().1) };
    }
    let basis = if basis == ValueBasis::Stated { other } else { basis };
    (start.bounds().0 <= end.bounds().1).then_some((Date::Interval(Some(start), Some(end)), basis))
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
        Meaning::LastNight => shifted_days(reference, -1).map(Date::from_day),
        Meaning::PartOfYear => periods::part_of_year(phrase, reference.year() + steps(phrase.direction?)?),
        Meaning::Fiscal => Some(approximate_year(reference.year() + steps(phrase.direction?)?)),
        Meaning::ThisUnit => unit_at(phrase.unit?, reference, 0),
        Meaning::Rest => Some(days(reference, unit_at(phrase.unit?, reference, 0)?.bounds().1)),
        Meaning::Feast | Meaning::Other => yearly(phrase, reference, view.tense),
        // On Saturday the weekend is this one; before, the one behind unless the sentence looks ahead.
        Meaning::Weekend => {
            let is_behind = !view.tense.is_future() && from_monday(reference) < 5;
            unit_at(phrase.unit?, reference, -i32::from(is_behind))
        }
        Meaning::Ago => loosely(phrase, moved_more(phrase, reference, -1)?, -count),
        Meaning::Ahead | Meaning::InTime => loosely(phrase, reference, count),
        Meaning::Later => from_antecedent(phrase.unit?, view.antecedent?, count),
        Meaning::Earlier => from_antecedent(phrase.unit?, view.antecedent?, -count),
        Meaning::Window => window(phrase, reference, count),
        Meaning::Within => Some(days(reference, moved(phrase.unit?, reference, count)?)),
        Meaning::After => counted_from(phrase, count, reference, view),
        Meaning::Before => counted_from(phrase, -count, reference, view),
        _ => None,
    }
}

fn approximate_year(year: i32) -> Date {
    Date::Point(PartialDate { year, month: None, day: None, certainty: Certainty::Approximate })
}

/// A feast or a day of another calendar whose year is not said.
fn yearly(phrase: &Phrase, reference: Day, tense: Tense) -> Option<Date> {
    let this = match phrase.other {
        Some((calendar, _)) => super::other_calendars::year_of(calendar, reference),
        None => reference.year(),
    };
    let in_year = |year| match phrase.meaning {
        Meaning::Feast => periods::feast(phrase, year),
        _ => periods::other(phrase, year),
    };
    if let (Some(Direction::This), _) | (Some(_), Some(Unit::Year)) = (phrase.direction, phrase.unit) {
        return in_year(this + steps(phrase.direction?)?);
    }
    let mut dates = [-1, 0, 1].into_iter().filter_map(|step| in_year(this + step));
    match phrase.direction.and_then(steps) {
        Some(1) => dates.find(|date| date.bounds().0 > reference),
        Some(_) => dates.rfind(|date| date.bounds().1 < reference),
        None => nearest(dates, reference, tense),
    }
}

fn calendar_date(phrase: &Phrase, year: i32) -> Option<Date> {
    let point = PartialDate { year, month: phrase.month, day: phrase.day, certainty: Certainty::Sure };
    match (phrase.month, phrase.day) {
        (Some(month), Some(day)) => Date::day(year, month, day),
        _ => Some(Date::Point(point)),
    }
}

/// A month or a day of a month without its year: behind in a report of what happened, ahead in one of what will,
/// else the nearest.
fn nearest_year(phrase: &Phrase, reference: Day, tense: Tense) -> Option<Date> {
    if phrase.meaning == Meaning::Calendar && phrase.weekday.is_some() && phrase.day.is_none() {
        return None;
    }
    // Where a weekday is said, only a year in which it falls so can be meant.
    let steps = if phrase.weekday.is_some() { -3..=3 } else { -1..=1 };
    let of_weekday = |date: &Date| {
        phrase.weekday.is_none()
            || date.exact_day().is_some_and(|day| Some(from_monday(day)) == phrase.weekday)
    };
    let dates = steps.filter_map(|step| calendar_date(phrase, reference.year() + step)).filter(of_weekday);
    nearest(dates.clone(), reference, tense).or_else(|| nearest(dates, reference, Tense::Unknown))
}

/// How far, in days, a date may lie on the side that the tense seems to exclude, and how far the one on the other
/// side must then lie: two months and two thirds of a year. "The vote scheduled for May 20 was called" in April.
const CLOSE: i64 = 60;
const FAR: i64 = 240;

/// The date closest to the reference that the tense allows.
fn nearest(dates: impl Iterator<Item = Date>, reference: Day, tense: Tense) -> Option<Date> {
    let dates: Vec<Date> = dates.collect();
    let distance = |date: &Date| {
        let (first, last) = date.bounds();
        if reference < first { first - reference } else { (reference - last).max(Duration::ZERO) }
    };
    let allowed = dates.iter().copied().filter(|date| fits(date, reference, tense)).min_by_key(distance);
    let closest = dates.iter().copied().min_by_key(distance);
    let is_far = allowed.is_some_and(|date| distance(&date).whole_days() > FAR);
    let is_close =
        closest.is_some_and(|date| date.exact_day().is_some() && distance(&date).whole_days() <= CLOSE);
    if is_far && is_close && matches!(tense, Tense::LikelyPast | Tense::LikelyFuture) {
        closest
    } else {
        allowed
    }
}

fn fits(date: &Date, reference: Day, tense: Tense) -> bool {
    match tense {
        Tense::Past | Tense::LikelyPast => date.bounds().0 <= reference,
        Tense::Future | Tense::LikelyFuture => date.bounds().1 >= reference,
        Tense::Unknown => true,
    }
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
    let offset = if tense.is_future() { ahead } else { -behind };
    shifted_days(reference, offset).map(Date::from_day)
}

fn day_of_month(phrase: &Phrase, reference: Day, tense: Tense) -> Option<Date> {
    match (phrase.direction.and_then(steps), phrase.unit) {
        (step, Some(Unit::Month)) => return in_month(reference, step.unwrap_or(0), phrase.day?),
        (_, Some(_)) => return None,
        _ => {}
    }
    let days = [0, -1, 1].into_iter().filter_map(|step| in_month(reference, step, phrase.day?));
    nearest(days, reference, tense)
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
        (Direction::Same, _) => unit_at(unit, view.antecedent?.exact_day()?, 0),
        (Direction::Following | Direction::Next, Unit::Day) => {
            unit_at(unit, view.antecedent?.exact_day()?, 1)
        }
        (Direction::Previous, Unit::Day) => unit_at(unit, view.antecedent?.exact_day()?, -1),
        (_, Unit::Day) => None,
        (Direction::Past, Unit::Week | Unit::Month | Unit::Year)
        | (Direction::Past | Direction::Last, Unit::Fortnight) => {
            Some(days(moved(unit, reference, -1)?, reference))
        }
        (Direction::Next | Direction::Coming, Unit::Fortnight) => {
            Some(days(reference.next_day()?, moved(unit, reference, 1)?))
        }
        (Direction::Last | Direction::Past, Unit::Decade) => None,
        (Direction::Following | Direction::Previous, _) => {
            let origin = view.antecedent.and_then(|date| date.exact_day()).unwrap_or(reference);
            unit_at(unit, origin, steps(direction)?)
        }
        // On Monday "this weekend" is mostly the one behind.
        (Direction::This, Unit::Weekend) if from_monday(reference) <= 2 && view.tense.is_past() => {
            unit_at(unit, reference, -1)
        }
        _ => unit_at(unit, reference, steps(direction)?),
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
        let day = shifted_days(reference, phrase.relative_day.into())?;
        return counted(Unit::Day, day, count);
    };
    let here = View { reference: Some((reference, reference)), ..*view };
    let unit = phrase.unit.filter(|unit| *unit != Unit::Decade)?;
    // "Two years from now" is as loose as "in two years"; from any other day the count ends on a day.
    if origin.meaning == Meaning::Relative && origin.relative_day == 0 {
        return loosely(phrase, reference, count);
    }
    let origin = resolve(origin, &here)?.0.exact_day()?;
    on_weekday(phrase, moved(unit, origin, count)?).map(Date::from_day)
}
