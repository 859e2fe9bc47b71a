//! Readings as annotations that other tools show and keep: the W3C Web Annotation Data Model (Recommendation of 2017), in JSON-LD.
//!
//! Each mention, quotation, date and number is an annotation of its article: the address of the article, or a name for it where
//! it has none, with the words themselves (`TextQuoteSelector`) and where they stand in the article's text as it was read
//! (`TextPositionSelector`). Positions count Unicode characters here, as that recommendation asks, not UTF-16.

use crate::analysis::{EntityIndex, Reading};
use crate::ingest::Article;
use crate::text::Span;
use serde::Serialize;

/// How many characters before and behind the words tell them from the same words elsewhere.
const AROUND: usize = 32;

/// All annotations of a corpus.
#[derive(Serialize)]
pub struct AnnotationsObject {
    #[serde(rename = "@context")]
    context: &'static str,
    id: String,
    #[serde(rename = "type")]
    class: &'static str,
    label: String,
    total: usize,
    first: PageObject,
}

#[derive(Serialize)]
struct PageObject {
    id: String,
    #[serde(rename = "type")]
    class: &'static str,
    #[serde(rename = "startIndex")]
    start_index: usize,
    items: Vec<AnnotationObject>,
}

#[derive(Serialize)]
struct AnnotationObject {
    id: String,
    #[serde(rename = "type")]
    class: &'static str,
    motivation: &'static str,
    body: Vec<BodyObject>,
    target: TargetObject,
}

#[derive(Serialize)]
struct BodyObject {
    #[serde(rename = "type")]
    class: &'static str,
    value: String,
    purpose: &'static str,
}

#[derive(Serialize)]
struct TargetObject {
    source: String,
    selector: (QuoteSelector, PositionSelector),
}

#[derive(Serialize)]
struct QuoteSelector {
    #[serde(rename = "type")]
    class: &'static str,
    exact: String,
    prefix: String,
    suffix: String,
}

#[derive(Serialize)]
struct PositionSelector {
    #[serde(rename = "type")]
    class: &'static str,
    start: usize,
    end: usize,
}

/// The annotations of articles, as one collection with one page, in the order of the articles and of their texts.
///
/// ```
/// use crossread::analysis::Reader;
/// use crossread::ingest::{Lexicon, ingest};
/// use crossread::wire::annotations;
/// let article = ingest("talks.txt", "Mayor Ada Thornby spoke on 7 May 2024.".as_bytes()).articles.remove(0);
/// let reading = Reader::new(&Lexicon::default()).read(&article);
/// let object = serde_json::to_value(annotations("Talks", &[(article, reading)])).unwrap();
/// let first = &object["first"]["items"][0];
/// assert_eq!(first["target"]["source"], "urn:crossread:article:talks");
/// assert_eq!(first["target"]["selector"][0]["exact"], "Ada Thornby");
/// assert_eq!(first["body"][0]["value"], "Ada Thornby");
/// ```
pub fn annotations(label: &str, articles: &[(Article, Reading)]) -> AnnotationsObject {
    let items: Vec<_> = articles.iter().flat_map(|(article, reading)| of_article(article, reading)).collect();
    AnnotationsObject {
        context: "http://www.w3.org/ns/anno.jsonld",
        id: "urn:crossread:annotations".to_owned(),
        class: "AnnotationCollection",
        label: label.to_owned(),
        total: items.len(),
        first: PageObject {
            id: "urn:crossread:annotations:1".to_owned(),
            class: "AnnotationPage",
            start_index: 0,
            items,
        },
    }
}

fn of_article(article: &Article, reading: &Reading) -> Vec<AnnotationObject> {
    let mut annotating = Annotating { article, characters: Characters::of(&article.text), found: Vec::new() };
    let label = |entity: Option<EntityIndex>| entity.map(|index| reading.entity(index).name.clone());
    for mention in &reading.mentions {
        let mut body = Vec::new();
        body.extend(label(mention.entity).map(|name| text(name, "identifying")));
        body.push(text(mention.kind.name(), "classifying"));
        annotating.add(mention.span, "mention", "identifying", body);
    }
    for quote in &reading.quotes {
        let mut body = vec![text(format!("{} quotation", quote.style.name()), "classifying")];
        let speaker = |speaker: crate::analysis::Speaker| {
            label(speaker.entity).unwrap_or_else(|| speaker.span.of(&article.text).to_owned())
        };
        body.extend(quote.speaker.map(|it| text(speaker(it), "identifying")));
        annotating.add(quote.span, "quotation", "highlighting", body);
    }
    for date in &reading.dates {
        let body = vec![text(date.value.to_string(), "describing"), text("date", "classifying")];
        annotating.add(date.span, "date", "describing", body);
    }
    for number in &reading.numbers {
        let value = format!("{} {}", number.value, number.unit);
        let body = vec![text(value.trim_end(), "describing"), text("number", "classifying")];
        annotating.add(number.span, "number", "describing", body);
    }
    annotating.found.sort_by_key(|(span, _)| (span.start, span.end));
    annotating.found.into_iter().map(|(_, annotation)| annotation).collect()
}

fn text(value: impl Into<String>, purpose: &'static str) -> BodyObject {
    BodyObject { class: "TextualBody", value: value.into(), purpose }
}

struct Annotating<'a> {
    article: &'a Article,
    characters: Characters,
    found: Vec<(Span, AnnotationObject)>,
}

impl Annotating<'_> {
    fn add(&mut self, span: Span, what: &str, motivation: &'static str, body: Vec<BodyObject>) {
        let Article { id, url, text, .. } = self.article;
        let (start, end) = (self.characters.before(span.start), self.characters.before(span.end));
        let name = in_name(id);
        let (before, behind) = (&text[..span.start as usize], &text[span.end as usize..]);
        let selector = (
            QuoteSelector {
                class: "TextQuoteSelector",
                exact: span.of(text).to_owned(),
                prefix: last_of(before, AROUND).to_owned(),
                suffix: behind.chars().take(AROUND).collect(),
            },
            PositionSelector { class: "TextPositionSelector", start, end },
        );
        let source = url.clone().unwrap_or_else(|| format!("urn:crossread:article:{name}"));
        let annotation = AnnotationObject {
            id: format!("urn:crossread:{what}:{name}:{start}-{end}"),
            class: "Annotation",
            motivation,
            body,
            target: TargetObject { source, selector },
        };
        self.found.push((span, annotation));
    }
}

/// Where each character of a text begins.
struct Characters(Vec<u32>);

impl Characters {
    fn of(text: &str) -> Self {
        Self(text.char_indices().map(|(at, _)| at as u32).collect())
    }

    /// How many characters begin before a byte.
    fn before(&self, byte: u32) -> usize {
        self.0.partition_point(|&start| start < byte)
    }
}

/// The last characters of a text.
fn last_of(text: &str, characters: usize) -> &str {
    let start = text.char_indices().rev().take(characters).last().map_or(text.len(), |(at, _)| at);
    &text[start..]
}

/// An id as part of a name (RFC 8141): what may not stand there is written by its bytes.
fn in_name(id: &str) -> String {
    let mut name = String::with_capacity(id.len());
    for byte in id.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            name.push(char::from(byte));
        } else {
            name += &format!("%{byte:02X}");
        }
    }
    name
}
