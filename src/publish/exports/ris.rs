//! Articles as records that reference managers (Zotero, EndNote, Mendeley) import: RIS, with its tags of 2011.

use super::{date_note, one_line};
use crate::ingest::Article;
use crate::text::{Date, PartialDate};

/// The articles as newspaper articles (`NEWS`) in UTF-8, a tag a line.
///
/// ```
/// use crossread::ingest::ingest;
/// use crossread::publish::ris;
/// let file = "---\ntitle: Bridge reopens\nsource: Valley Post\ndate: 2024-05\n---\nThe bridge is open.";
/// let records = ris(ingest("bridge.md", file.as_bytes()).articles.iter());
/// assert!(records.starts_with("TY  - NEWS\r\nID  - bridge\r\nTI  - Bridge reopens\r\nT2  - Valley Post\r\nPY  - 2024\r\nDA  - 2024/05//\r\n"));
/// assert!(records.ends_with("ER  - \r\n"));
/// ```
pub fn ris<'a>(articles: impl Iterator<Item = &'a Article>) -> String {
    articles.map(record).collect::<Vec<_>>().join("\r\n")
}

fn record(article: &Article) -> String {
    let mut record = "TY  - NEWS\r\n".to_owned();
    let mut line = |tag: &str, value: &str| {
        let value = one_line(value);
        if !value.is_empty() {
            record += &format!("{tag}  - {value}\r\n");
        }
    };
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    line("ID", &article.id);
    line("TI", &article.title);
    article.authors.iter().for_each(|author| line("AU", author));
    line("T2", &text(&article.source));
    match article.date {
        Some(Date::Point(point)) => {
            line("PY", &point.year.to_string());
            line("DA", &day(point));
        }
        Some(interval) => line("PY", &interval.to_string()),
        None => {}
    }
    line("N1", &date_note(article).unwrap_or_default());
    line("UR", &text(&article.url));
    line("LA", &text(&article.language));
    article.tags.iter().for_each(|tag| line("KW", tag));
    record + "ER  - \r\n"
}

/// `YYYY/MM/DD/`, with nothing where a part is not known.
fn day(point: PartialDate) -> String {
    let part = |part: Option<u8>| part.map(|part| format!("{part:02}")).unwrap_or_default();
    // Seasons and quarters are no months.
    let month = point.month.filter(|&month| month <= 12);
    format!("{}/{}/{}/", point.year, part(month), part(point.day))
}
