//! One article with its reading: what `analyze` prints and the reader shows.

use super::Utf16;
use crate::analysis::Reading;
use crate::index::Header;
use crate::ingest::{Article, DateBasis};
use serde::Serialize;

/// What every list of articles shows.
#[derive(Clone, Debug, Serialize)]
pub struct HeaderObject {
    id: String,
    title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_basis: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<String>,
}

#[derive(Serialize)]
pub struct ArticleObject {
    #[serde(flatten)]
    header: HeaderObject,
    authors: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    licence: Option<String>,
    tags: Vec<String>,
    text: String,
    blocks: Vec<BlockObject>,
    mentions: Vec<MentionObject>,
    quotes: Vec<QuoteObject>,
    dates: Vec<DateObject>,
    numbers: Vec<NumberObject>,
}

#[derive(Serialize)]
struct BlockObject {
    start: u32,
    end: u32,
    kind: &'static str,
}

#[derive(Serialize)]
struct MentionObject {
    start: u32,
    end: u32,
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    entity: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    label: Option<String>,
    form: &'static str,
    basis: &'static str,
}

#[derive(Serialize)]
struct QuoteObject {
    start: u32,
    end: u32,
    style: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    parts: Vec<super::Stretch>,
    #[serde(skip_serializing_if = "Option::is_none")]
    speaker: Option<SpeakerObject>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cue: Option<super::Stretch>,
}

#[derive(Serialize)]
struct SpeakerObject {
    start: u32,
    end: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    entity: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    label: Option<String>,
}

#[derive(Serialize)]
struct DateObject {
    start: u32,
    end: u32,
    value: String,
    basis: &'static str,
}

#[derive(Serialize)]
struct NumberObject {
    start: u32,
    end: u32,
    value: f64,
    unit: String,
}

/// The header's object.
pub fn header(header: &Header) -> HeaderObject {
    HeaderObject {
        id: header.id.clone(),
        title: header.title.clone(),
        source: header.source.clone(),
        date: header.date.map(|date| date.to_string()),
        date_basis: header.date_basis.map(basis_name),
        language: header.language.clone(),
    }
}

fn basis_name(basis: DateBasis) -> &'static str {
    match basis {
        DateBasis::Stated => "stated",
        DateBasis::Inferred => "inferred",
    }
}

/// The article's object, every offset in UTF-16.
pub fn article(article: &Article, reading: &Reading) -> ArticleObject {
    let utf16 = Utf16::new(&article.text);
    ArticleObject {
        header: header_of(article),
        authors: article.authors.clone(),
        url: article.url.clone(),
        licence: article.licence.clone(),
        tags: article.tags.clone(),
        text: article.text.clone(),
        blocks: blocks(article, &utf16),
        mentions: mentions(reading, &utf16),
        quotes: quotes(reading, &utf16),
        dates: dates(reading, &utf16),
        numbers: numbers(reading, &utf16),
    }
}

fn header_of(article: &Article) -> HeaderObject {
    header(&Header {
        id: article.id.clone(),
        title: article.title.clone(),
        source: article.source.clone(),
        date: article.date,
        date_basis: article.date_basis,
        language: article.language.clone(),
    })
}

fn blocks(article: &Article, utf16: &Utf16) -> Vec<BlockObject> {
    let object = |block: &crate::text::Block| {
        let super::Stretch { start, end } = utf16.stretch(block.span);
        BlockObject { start, end, kind: block.kind.name() }
    };
    article.blocks.iter().map(object).collect()
}

fn mentions(reading: &Reading, utf16: &Utf16) -> Vec<MentionObject> {
    let object = |mention: &crate::analysis::Mention| {
        let super::Stretch { start, end } = utf16.stretch(mention.span);
        let entity = mention.entity.map(|index| reading.entity(index));
        MentionObject {
            start,
            end,
            kind: mention.kind.name(),
            entity: entity.map(|entity| entity.id.clone()),
            label: entity.map(|entity| entity.name.clone()),
            form: mention.form.name(),
            basis: mention.basis.name(),
        }
    };
    reading.mentions.iter().map(object).collect()
}

fn quotes(reading: &Reading, utf16: &Utf16) -> Vec<QuoteObject> {
    let speaker = |speaker: crate::analysis::Speaker| {
        let super::Stretch { start, end } = utf16.stretch(speaker.span);
        let entity = speaker.entity.map(|index| reading.entity(index));
        SpeakerObject {
            start,
            end,
            entity: entity.map(|entity| entity.id.clone()),
            label: entity.map(|entity| entity.name.clone()),
        }
    };
    let object = |quote: &crate::analysis::Quote| {
        let super::Stretch { start, end } = utf16.stretch(quote.span);
        QuoteObject {
            start,
            end,
            style: quote.style.name(),
            parts: quote.parts.iter().map(|&part| utf16.stretch(part)).collect(),
            speaker: quote.speaker.map(speaker),
            cue: quote.cue.map(|cue| utf16.stretch(cue)),
        }
    };
    reading.quotes.iter().map(object).collect()
}

fn dates(reading: &Reading, utf16: &Utf16) -> Vec<DateObject> {
    let object = |date: &crate::analysis::DateMention| {
        let super::Stretch { start, end } = utf16.stretch(date.span);
        DateObject { start, end, value: date.value.to_string(), basis: date.basis.name() }
    };
    reading.dates.iter().map(object).collect()
}

fn numbers(reading: &Reading, utf16: &Utf16) -> Vec<NumberObject> {
    let object = |number: &crate::analysis::Number| {
        let super::Stretch { start, end } = utf16.stretch(number.span);
        NumberObject { start, end, value: number.value, unit: number.unit.clone() }
    };
    reading.numbers.iter().map(object).collect()
}
