//! Articles and their readings -> what other programs take: a table for spreadsheets, entries for reference managers.

mod bibtex;
mod ris;
mod table;

pub use bibtex::bibtex;
pub use ris::ris;
pub use table::table;

use crate::ingest::{Article, DateBasis};
use crate::text::{Certainty, Date};

/// What to say of a date that is not known for sure, or not to the day: a reference that leaves it out would claim more than is known.
fn date_note(article: &Article) -> Option<String> {
    let date = article.date?;
    let inferred = article.date_basis == Some(DateBasis::Inferred);
    let plain = matches!(date, Date::Point(point) if point.certainty == Certainty::Sure && point.month.is_none_or(|month| month <= 12));
    let basis = if inferred { " (inferred)" } else { "" };
    (inferred || !plain).then(|| format!("Date: {date}{basis}"))
}

/// A value on one line: runs of white space become one space.
fn one_line(value: &str) -> String {
    value.split_whitespace().collect::<Vec<_>>().join(" ")
}
