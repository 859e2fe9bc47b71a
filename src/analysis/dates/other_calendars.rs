//! Days of the Solar Hijri calendar of Iran and Afghanistan and of the lunar Hijri calendar as days of the Gregorian.
//!
//! Solar: leap years by the breaks of Borkowski (The Persian calendar for 3000 years, 1996), exact for the years 1
//! to 3177 as far as known. Lunar: the tabular calendar, civil epoch, leap years 2, 5, 7, 10, 13, 16, 18, 21, 24, 26 and 29 of 30
//! (Reingold and Dershowitz, Calendrical Calculations, chapter 7); what a country keeps may lie a day off, which is why values of
//! it are marked approximate.

use time::Date as Day;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Calendar {
    Solar,
    Lunar,
}

/// The first years of the cycles by which leap years of the solar calendar are counted.
const BREAKS: [i32; 20] = [
    -61, 9, 38, 199, 426, 686, 756, 818, 1111, 1181, 1210, 1635, 2060, 2097, 2192, 2262, 2324, 2394, 2456,
    3178,
];

/// The day that the calendar calls so; `None` where it has no such day.
pub fn day(calendar: Calendar, year: i32, month: u8, day: u8) -> Option<Day> {
    if !(1..=3000).contains(&year)
        || !(1..=12).contains(&month)
        || day < 1
        || day > length(calendar, year, month)?
    {
        return None;
    }
    let (month, day) = (i32::from(month), i32::from(day));
    let julian = match calendar {
        Calendar::Solar => first_of_solar(year)? + (month - 1) * 31 - month / 7 * (month - 7) + day - 1,
        Calendar::Lunar => first_of_lunar(year) + (59 * (month - 1) + 1) / 2 + day - 1,
    };
    Day::from_julian_day(julian).ok()
}

/// The last day of a month.
pub fn length(calendar: Calendar, year: i32, month: u8) -> Option<u8> {
    let days_of = |year: i32| match calendar {
        Calendar::Solar => Some(first_of_solar(year + 1)? - first_of_solar(year)?),
        Calendar::Lunar => Some(first_of_lunar(year + 1) - first_of_lunar(year)),
    };
    Some(match (calendar, month) {
        (Calendar::Solar, 1..=6) => 31,
        (Calendar::Solar, 7..=11) => 30,
        (Calendar::Solar, _) => 29 + u8::from(days_of(year)? == 366),
        (Calendar::Lunar, 12) => 29 + u8::from(days_of(year)? == 355),
        (Calendar::Lunar, _) => 29 + month % 2,
    })
}

/// The year of the calendar that holds most of a Gregorian year's days before its own new year.
pub fn year_of(calendar: Calendar, day: Day) -> i32 {
    match calendar {
        Calendar::Solar => {
            let year = day.year() - 621;
            year - i32::from(first_of_solar(year).is_none_or(|first| first > day.to_julian_day()))
        }
        Calendar::Lunar => (30 * (day.to_julian_day() - LUNAR_EPOCH) + 10_646).div_euclid(10_631),
    }
}

/// The Julian day before 1 Muharram of the year 1.
const LUNAR_EPOCH: i32 = 1_948_440;

fn first_of_lunar(year: i32) -> i32 {
    LUNAR_EPOCH + (year - 1) * 354 + (3 + 11 * year).div_euclid(30)
}

/// The Julian day of 1 Farvardin.
fn first_of_solar(year: i32) -> Option<i32> {
    let gregorian = year + 621;
    let mut leaps = -14;
    let mut start = BREAKS[0];
    let mut cycle = 0;
    for next in &BREAKS[1..] {
        cycle = next - start;
        if year < *next {
            break;
        }
        leaps += cycle / 33 * 8 + cycle % 33 / 4;
        start = *next;
    }
    let into = year - start;
    leaps += into / 33 * 8 + (into % 33 + 3) / 4;
    if cycle % 33 == 4 && cycle - into == 4 {
        leaps += 1;
    }
    let gregorian_leaps = gregorian / 4 - (gregorian / 100 + 1) * 3 / 4 - 150;
    let march = 20 + leaps - gregorian_leaps;
    let first = Day::from_calendar_date(gregorian, time::Month::March, u8::try_from(march).ok()?).ok()?;
    Some(first.to_julian_day())
}

#[cfg(test)]
mod tests {
    use super::{Calendar, day, year_of};

    #[test]
    fn known_days() {
        let known = [
            (Calendar::Solar, 1357, 11, 22, "1979-02-11"),
            (Calendar::Solar, 1399, 12, 30, "2021-03-20"),
            (Calendar::Solar, 1403, 1, 1, "2024-03-20"),
            (Calendar::Solar, 1403, 2, 15, "2024-05-04"),
            (Calendar::Solar, 1403, 12, 30, "2025-03-20"),
            (Calendar::Solar, 1404, 1, 1, "2025-03-21"),
            (Calendar::Solar, 1404, 11, 22, "2026-02-11"),
            (Calendar::Lunar, 1443, 10, 1, "2022-05-03"),
            (Calendar::Lunar, 1446, 9, 1, "2025-03-01"),
            (Calendar::Lunar, 1446, 12, 10, "2025-06-07"),
            (Calendar::Lunar, 1400, 1, 1, "1979-11-21"),
        ];
        for (calendar, year, month, of_month, gregorian) in known {
            let found = day(calendar, year, month, of_month).expect("the day exists");
            assert_eq!(found.to_string(), gregorian, "{calendar:?} {year}-{month}-{of_month}");
            assert_eq!(year_of(calendar, found), year, "{gregorian}");
        }
        assert_eq!(day(Calendar::Solar, 1404, 12, 30), None);
    }

    #[test]
    fn every_day_has_one_name() {
        for calendar in [Calendar::Solar, Calendar::Lunar] {
            let mut before = None;
            for year in 1300..1460 {
                for month in 1..=12 {
                    for of_month in 1..=super::length(calendar, year, month).expect("a month") {
                        let found = day(calendar, year, month, of_month).expect("a day").to_julian_day();
                        assert!(
                            before.is_none_or(|before| before + 1 == found),
                            "{calendar:?} {year}-{month}-{of_month}"
                        );
                        before = Some(found);
                    }
                }
            }
        }
    }
}
