//! One row an article, for spreadsheets and data frames (CSV, RFC 4180). Its columns `id`, `title`, `source`, `date`, `body` and the
//! others of an article are read again as a corpus.

use crate::analysis::Reading;
use crate::ingest::{Article, DateBasis, EntityKind};
use std::cmp::Reverse;
use std::collections::BTreeMap;

const COLUMNS: [&str; 15] = [
    "id",
    "title",
    "source",
    "date",
    "date_basis",
    "authors",
    "url",
    "language",
    "licence",
    "tags",
    "people",
    "organizations",
    "places",
    "agreements",
    "events",
];

/// Names of one cell are divided by this.
const DIVIDER: &str = "; ";

/// The articles as CSV in UTF-8: a line of column names, then a row an article, the text last, unchanged. People, organizations, places,
/// agreements and events are those that the article names, most mentioned first.
///
/// ```
/// use crossread::analysis::Reading;
/// use crossread::ingest::ingest;
/// use crossread::publish::table;
/// let articles = ingest("talks.txt", "Mayor Ada Thornby said: \"We agree.\"".as_bytes()).articles;
/// let csv = table(&[(articles[0].clone(), Reading::default())]);
/// assert!(csv.starts_with("id,title,source,date,"));
/// assert!(csv.ends_with(",\"Mayor Ada Thornby said: \"\"We agree.\"\"\"\r\n"));
/// ```
pub fn table(articles: &[(Article, Reading)]) -> String {
    let mut csv = COLUMNS.join(",") + ",body\r\n";
    for (article, reading) in articles {
        let text = |value: &Option<String>| value.clone().unwrap_or_default();
        let basis = article.date_basis.map(|basis| match basis {
            DateBasis::Stated => "stated",
            DateBasis::Inferred => "inferred",
        });
        let named = EntityKind::ALL.map(|kind| named(reading, kind).join(DIVIDER));
        let cells = [
            article.id.clone(),
            article.title.clone(),
            text(&article.source),
            article.date.map(|date| date.to_string()).unwrap_or_default(),
            basis.unwrap_or_default().to_owned(),
            article.authors.join(DIVIDER),
            text(&article.url),
            text(&article.language),
            text(&article.licence),
            article.tags.join(DIVIDER),
        ];
        for cell in cells.iter().chain(&named) {
            csv += &quoted(cell);
            csv.push(',');
        }
        csv += &quoted(&article.text);
        csv += "\r\n";
    }
    csv
}

/// The entities of a kind that an article names, most mentioned first, then by name.
fn named(reading: &Reading, kind: EntityKind) -> Vec<&str> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for mention in &reading.mentions {
        let entity = mention.entity.map(|index| reading.entity(index)).filter(|entity| entity.kind == kind);
        entity.into_iter().for_each(|entity| *counts.entry(&entity.name).or_default() += 1);
    }
    let mut named: Vec<(&str, usize)> = counts.into_iter().collect();
    named.sort_by_key(|&(_, count)| Reverse(count));
    named.into_iter().map(|(name, _)| name).collect()
}

fn quoted(cell: &str) -> String {
    if cell.contains([',', '"', '\n', '\r']) || cell.trim() != cell {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}
