//! Feasts and memorial days whose day can be worked out: fixed days, the nth weekday of a month, Easter and what
//! hangs on it, days of the Hijri calendars. Days that differ from country to country ("Independence Day") are not
//! among them. Cost: a look through the table at a word that one of them begins with.

use super::other_calendars::{self, Calendar};
use super::token::{Kind, Token};
use crate::text::Date;
use time::{Date as Day, Duration, Month};

/// How the day is found in a year.
#[derive(Clone, Copy, Debug)]
enum Rule {
    Fixed(u8, u8),
    /// Month, weekday from Monday, which of them (0: the last), and days after it.
    Weekday(u8, u8, u8, i8),
    /// Days after Easter Sunday.
    Easter(i8),
    Other(Calendar, u8, u8),
}

use Rule::{Easter, Fixed, Other, Weekday};

/// Longer names stand before those that they begin with.
const FEASTS: &[(&[&str], Rule)] = &[
    (&["ash", "wednesday"], Easter(-46)),
    (&["black", "friday"], Weekday(11, 3, 4, 1)),
    (&["boxing", "day"], Fixed(12, 26)),
    (&["christmas", "day"], Fixed(12, 25)),
    (&["christmas", "eve"], Fixed(12, 24)),
    (&["christmas"], Fixed(12, 25)),
    (&["cyber", "monday"], Weekday(11, 3, 4, 4)),
    (&["earth", "day"], Fixed(4, 22)),
    (&["easter", "monday"], Easter(1)),
    (&["easter", "sunday"], Easter(0)),
    (&["easter"], Easter(0)),
    (&["eid", "al", "adha"], Other(Calendar::Lunar, 12, 10)),
    (&["eid", "al", "fitr"], Other(Calendar::Lunar, 10, 1)),
    (&["good", "friday"], Easter(-2)),
    (&["halloween"], Fixed(10, 31)),
    (&["international", "women", "day"], Fixed(3, 8)),
    (&["international", "workers", "day"], Fixed(5, 1)),
    (&["juneteenth"], Fixed(6, 19)),
    (&["labor", "day"], Weekday(9, 0, 1, 0)),
    (&["martin", "luther", "king", "day"], Weekday(1, 0, 3, 0)),
    (&["martin", "luther", "king", "jr", "day"], Weekday(1, 0, 3, 0)),
    (&["memorial", "day"], Weekday(5, 0, 0, 0)),
    (&["new", "year", "day"], Fixed(1, 1)),
    (&["new", "year", "eve"], Fixed(12, 31)),
    (&["nowruz"], Other(Calendar::Solar, 1, 1)),
    (&["palm", "sunday"], Easter(-7)),
    (&["presidents", "day"], Weekday(2, 0, 3, 0)),
    (&["saint", "patrick"], Fixed(3, 17)),
    (&["saint", "patrick", "day"], Fixed(3, 17)),
    (&["st", "patrick", "day"], Fixed(3, 17)),
    (&["thanksgiving", "day"], Weekday(11, 3, 4, 0)),
    (&["thanksgiving"], Weekday(11, 3, 4, 0)),
    (&["valentine", "day"], Fixed(2, 14)),
    (&["veterans", "day"], Fixed(11, 11)),
];

/// The feast whose name begins at token `start`, and the token after it.
pub fn at(text: &str, tokens: &[Token], start: usize) -> Option<(u8, usize)> {
    let ends = FEASTS.iter().enumerate().filter_map(|(feast, (words, _))| {
        let mut at = start;
        for (place, word) in words.iter().enumerate() {
            // "St. Patrick", "al-Fitr", "Presidents' Day"
            while place > 0 && matches!(tokens.get(at)?.kind, Kind::Mark(';' | '-' | '\'')) {
                at += 1;
            }
            if !tokens.get(at)?.span.of(text).eq_ignore_ascii_case(word) {
                return None;
            }
            at += 1;
        }
        Some((feast as u8, at))
    });
    ends.reduce(|best, next| if next.1 > best.1 { next } else { best })
}

/// The feast's day in a year of the Gregorian calendar; a lunar feast may lie a day off.
pub fn day(feast: u8, year: i32) -> Option<(Date, Day)> {
    let day = match FEASTS.get(usize::from(feast))?.1 {
        Fixed(month, day) => calendar_day(year, month, day)?,
        Easter(after) => easter(year)?.checked_add(Duration::days(after.into()))?,
        Weekday(month, weekday, which, after) => {
            nth_weekday(year, month, weekday, which)?.checked_add(Duration::days(after.into()))?
        }
        Other(calendar, month, day) => {
            let first = other_calendars::year_of(calendar, calendar_day(year, 1, 1)?);
            let mut days =
                (first..=first + 1).filter_map(|year| other_calendars::day(calendar, year, month, day));
            days.find(|day| day.year() == year)?
        }
    };
    Some((Date::from_day(day), day))
}

/// Whether the day is only known to a day or so.
pub fn is_approximate(feast: u8) -> bool {
    matches!(FEASTS.get(usize::from(feast)), Some((_, Other(Calendar::Lunar, ..))))
}

fn calendar_day(year: i32, month: u8, day: u8) -> Option<Day> {
    Day::from_calendar_date(year, Month::try_from(month).ok()?, day).ok()
}

fn nth_weekday(year: i32, month: u8, weekday: u8, which: u8) -> Option<Day> {
    let days = (1..=31).filter_map(|day| calendar_day(year, month, day));
    let mut fitting = days.filter(|day| day.weekday().number_days_from_monday() == weekday);
    if which == 0 { fitting.next_back() } else { fitting.nth(usize::from(which) - 1) }
}

/// Easter Sunday of the Gregorian calendar (Anonymous, Nature 13, 1876, as in Meeus, Astronomical Algorithms).
fn easter(year: i32) -> Option<Day> {
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let sum = h + l - 7 * m + 114;
    calendar_day(year, (sum / 31) as u8, (sum % 31 + 1) as u8)
}

#[cfg(test)]
mod tests {
    use super::{FEASTS, day};

    #[test]
    fn known_days() {
        let known = [
            ("easter", 2018, "2018-04-01"),
            ("easter", 2025, "2025-04-20"),
            ("good friday", 2024, "2024-03-29"),
            ("black friday", 2010, "2010-11-26"),
            ("memorial day", 2025, "2025-05-26"),
            ("labor day", 2021, "2021-09-06"),
            ("martin luther king day", 2024, "2024-01-15"),
            ("eid al fitr", 2022, "2022-05-03"),
            ("nowruz", 2025, "2025-03-21"),
        ];
        for (name, year, expected) in known {
            let feast = FEASTS.iter().position(|(words, _)| words.join(" ") == name).expect("a feast");
            let found = day(feast as u8, year).map(|(date, _)| date.to_string());
            assert_eq!(found.as_deref(), Some(expected), "{name} {year}");
        }
    }
}
