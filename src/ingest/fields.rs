//! What a file or a record says of its article: one set of fields for front matter and records, and the other names
//! under which publishers, archives and data sets keep them.

use super::problems::Problems;
use super::{Article, DateBasis};
use crate::text::Date;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Field {
    Id,
    Title,
    Source,
    Date,
    DateBasis,
    Authors,
    Url,
    Language,
    Licence,
    Tags,
    Text,
    /// What stands in the text and is not the article: captions, links to others.
    Related,
}

/// Each field with its names; where a record has several of them, the first that holds something counts.
const NAMES: &[(Field, &[&str])] = &[
    (Field::Id, &["id", "_id", "article_id", "guid", "uid", "uuid"]),
    (Field::Title, &["title", "headline"]),
    (
        Field::Source,
        &["source", "publisher", "outlet", "source_name", "site_name", "publication", "site", "domain"],
    ),
    (
        Field::Date,
        &[
            "date",
            "published",
            "published_at",
            "publishedat",
            "publication_date",
            "pub_date",
            "pubdate",
            "date_published",
            "datepublished",
            "publish_date",
            "published_date",
            "datetime",
        ],
    ),
    (Field::DateBasis, &["date_basis"]),
    (Field::Authors, &["authors", "author", "byline", "creator"]),
    (Field::Url, &["url", "link", "permalink"]),
    (Field::Language, &["language", "lang"]),
    (Field::Licence, &["licence", "license"]),
    (Field::Tags, &["tags", "keywords"]),
    (
        Field::Text,
        &["body", "text", "content", "article", "article_body", "articlebody", "full_text", "maintext"],
    ),
    (Field::Related, &["related"]),
];

impl Field {
    /// The field that goes by a name, and the place of the name among that field's names.
    pub fn named(name: &str) -> Option<(Self, usize)> {
        let name = name.trim().to_ascii_lowercase().replace(['-', ' '], "_");
        NAMES.iter().find_map(|(field, names)| Some((*field, names.iter().position(|&other| other == name)?)))
    }
}

/// Writes one field into the article, all but its text, which is nobody's to trim. Values that cannot be read are noted and left out.
pub(super) fn set(
    article: &mut Article,
    field: Field,
    values: Vec<String>,
    line: u32,
    problems: &mut Problems,
) {
    let values: Vec<String> =
        values.into_iter().map(|value| value.trim().to_owned()).filter(|v| !v.is_empty()).collect();
    match field {
        Field::Authors => return article.authors = split(values, ';'),
        Field::Tags => {
            let separator = if values.iter().any(|value| value.contains(';')) { ';' } else { ',' };
            return article.tags = if values.len() == 1 { split(values, separator) } else { values };
        }
        _ => {}
    }
    let Some(value) = values.into_iter().next() else { return };
    match field {
        Field::Id => article.id = value,
        Field::Title => article.title = one_line(&value),
        Field::Source => article.source = Some(one_line(&value)),
        Field::Url => article.url = Some(value),
        Field::Licence => article.licence = Some(value),
        Field::Date => article.date = date(&value, line, problems),
        Field::DateBasis => article.date_basis = date_basis(&value, line, problems),
        Field::Language => article.language = language(value, line, problems),
        Field::Authors | Field::Tags | Field::Text | Field::Related => {}
    }
}

fn split(values: Vec<String>, separator: char) -> Vec<String> {
    let parts = values.iter().flat_map(|value| value.split(separator));
    parts.map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect()
}

fn one_line(value: &str) -> String {
    value.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn date(value: &str, line: u32, problems: &mut Problems) -> Option<Date> {
    let date = publication_date(value);
    if date.is_none() {
        problems.note(
            Some(line),
            format!("`{value}` is not a date"),
            "write 2025-12-16, 2025-12 or 2025, with ? or ~ behind it where unsure",
        );
    }
    date
}

/// EDTF; the day of an ISO date-time; the day of a date that names its month.
pub(super) fn publication_date(value: &str) -> Option<Date> {
    value.parse().ok().or_else(|| day_of_date_time(value)).or_else(|| day_with_month_name(value))
}

fn day_of_date_time(value: &str) -> Option<Date> {
    let (day, time) = (value.get(..10)?, value.get(10..)?);
    let is_time =
        time.starts_with(['T', 't', ' ']) && time[1..].trim_start().starts_with(|c: char| c.is_ascii_digit());
    let day = day.replace('/', "-");
    (is_time || time.is_empty()).then(|| day.parse().ok()).flatten()
}

/// "Tue, 16 Dec 2025 08:00:00 GMT", "December 16, 2025".
fn day_with_month_name(value: &str) -> Option<Date> {
    const MONTHS: [&str; 12] =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let (mut year, mut month, mut day) = (None, None, None);
    for word in value.split([' ', ',', '-', '.']).filter(|word| !word.is_empty()) {
        let letters = word.get(..3).map(str::to_ascii_lowercase);
        let named = MONTHS.iter().position(|name| letters.as_deref() == Some(name));
        match word.parse::<u16>() {
            Ok(number) if word.len() <= 2 && day.is_none() => day = Some(number as u8),
            Ok(number) if word.len() == 4 && year.is_none() => year = Some(number),
            _ if named.is_some() && month.is_none() => month = named,
            _ => {}
        }
    }
    Date::day(year?.into(), month? as u8 + 1, day?)
}

fn date_basis(value: &str, line: u32, problems: &mut Problems) -> Option<DateBasis> {
    match value.to_ascii_lowercase().as_str() {
        "stated" => Some(DateBasis::Stated),
        "inferred" => Some(DateBasis::Inferred),
        _ => {
            problems.note(
                Some(line),
                format!("unknown date_basis `{value}`"),
                "write `stated` or `inferred`",
            );
            None
        }
    }
}

fn language(value: String, line: u32, problems: &mut Problems) -> Option<String> {
    let value = value.replace('_', "-");
    let primary = value.split('-').next().unwrap_or("");
    if (2..=3).contains(&primary.len())
        && value.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    {
        let lower = primary.to_ascii_lowercase();
        return Some(format!("{}{}", two_letters(&lower), &value[primary.len()..]));
    }
    problems.note(
        Some(line),
        format!("`{value}` is not a language tag"),
        "write a tag of BCP 47: en, fa, pt-BR",
    );
    None
}

/// The code of two letters where one of three (ISO 639-2) is known to mean the same.
fn two_letters(primary: &str) -> &str {
    match primary {
        "eng" => "en",
        "rus" => "ru",
        "fas" | "per" => "fa",
        "ara" => "ar",
        "deu" | "ger" => "de",
        "fra" | "fre" => "fr",
        "spa" => "es",
        other => other,
    }
}
