//! How the matches spread over time: bins without a gap from the corpus's first date to its last, so that the axis stays
//! where it is while the reader types. Cost: two passes over the columns.

use super::results::{DateUnit, Dates};
use super::set::ArticleSet;
use crate::index::{Corpus, DecodeError};
use crate::text::{Date, months_before};

/// A corpus over at most so many days is counted by day.
const MOST_DAYS: i32 = 62;
/// One over at most ten years, with their leap days, by month.
const MOST_DAYS_BY_MONTH: i32 = 3_653;

/// The articles of `set` in the bins of the corpus; each counts on the first day that its date may mean, or the last
/// where the beginning is open; one without a date counts nowhere.
pub(super) fn dates(corpus: &Corpus, set: &ArticleSet) -> Result<Dates, DecodeError> {
    let columns = corpus.columns()?;
    let every = || (0..corpus.len() as u32).filter_map(|article| columns.counted_day(article));
    let (Some(first), Some(last)) = (every().min(), every().max()) else { return Ok(Dates::default()) };
    let unit = if last - first < MOST_DAYS {
        DateUnit::Day
    } else if last - first < MOST_DAYS_BY_MONTH {
        DateUnit::Month
    } else {
        DateUnit::Year
    };
    let start = unit.number(first);
    let mut counts = vec![0; (unit.number(last) - start).max(0) as usize + 1];
    for day in set.iter().filter_map(|article| columns.counted_day(article)) {
        counts[(unit.number(day) - start) as usize] += 1;
    }
    let bins = (start..).zip(counts).filter_map(|(number, count)| Some((unit.date(number)?, count)));
    Ok(Dates { unit, bins: bins.collect() })
}

impl DateUnit {
    /// The bin of a Julian day; bins that follow each other have numbers that do.
    fn number(self, day: i32) -> i32 {
        match self {
            Self::Day => day,
            Self::Month => months_before(day),
            Self::Year => months_before(day).div_euclid(12),
        }
    }

    fn date(self, number: i32) -> Option<Date> {
        match self {
            Self::Day => time::Date::from_julian_day(number).ok().map(Date::from_day),
            Self::Month => Date::month(number.div_euclid(12), number.rem_euclid(12) as u8 + 1),
            Self::Year => Some(Date::year(number)),
        }
    }
}
