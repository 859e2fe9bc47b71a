//! Texts with the names in them, and texts without: what the trainer learns from.

use anyhow::{Context, Result};
use crossread::analysis::training::{Extractor, Row, WordLists, labels_of};
use crossread::ingest::{Article, EntityKind, ingest};
use crossread::text::Span;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::path::Path;

/// A text with its names; offsets are Unicode code points.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Labelled {
    pub id: String,
    pub text: String,
    pub mentions: Vec<Mention>,
}

#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Mention {
    pub start: usize,
    pub end: usize,
    pub kind: String,
}

/// A row of words with its labels.
pub struct Example {
    pub gaps: Vec<u8>,
    pub features: Vec<Vec<u32>>,
    pub labels: Vec<u8>,
    pub weight: f32,
}

pub fn labelled(path: &Path) -> Result<Vec<Labelled>> {
    let file = std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    let parse = |line| serde_json::from_str(line).with_context(|| format!("in {}", path.display()));
    file.lines().filter(|line| !line.trim().is_empty()).map(parse).collect()
}

/// The text as an article, if ingest leaves it as it is.
pub fn article(text: &Labelled) -> Option<Article> {
    let record = serde_json::json!({"id": text.id, "title": "", "source": "text", "body": text.text});
    let read = ingest("text.ndjson", record.to_string().as_bytes());
    read.articles.into_iter().find(|article| article.text == text.text)
}

/// The names as byte spans, without a leading "the" or a final possessive.
pub fn spans(text: &Labelled) -> Vec<(Span, EntityKind)> {
    let mut bytes: Vec<usize> = text.text.char_indices().map(|(at, _)| at).collect();
    bytes.push(text.text.len());
    let names = text.mentions.iter().filter_map(|mention| {
        let kind = match mention.kind.as_str() {
            "person" => EntityKind::Person,
            "organization" => EntityKind::Organization,
            "place" => EntityKind::Place,
            _ => return None,
        };
        let (mut start, mut end) = (*bytes.get(mention.start)?, *bytes.get(mention.end)?);
        let written = text.text.get(start..end)?;
        if written.get(..4).is_some_and(|head| head.eq_ignore_ascii_case("the ")) {
            start += 4;
        }
        for tail in ["'s", "’s"] {
            if text.text[start..end].ends_with(tail) {
                end -= tail.len();
            }
        }
        (start < end).then(|| (Span::new(start, end), kind))
    });
    names.collect()
}

/// The rows of all texts with their labels.
pub fn examples(texts: &[Labelled], lists: &WordLists, weight: f32) -> Vec<Example> {
    let extractor = Extractor::new(lists);
    let made = texts.par_iter().map(|text| {
        let Some(article) = article(text) else { return Vec::new() };
        let names = spans(text);
        let rows = extractor.rows(&article);
        rows.into_iter().map(|row| example(row, &names, weight)).collect::<Vec<_>>()
    });
    made.flatten_iter().collect()
}

fn example(row: Row, names: &[(Span, EntityKind)], weight: f32) -> Example {
    let labels = labels_of(&row, names).into_iter().map(|label| label as u8).collect();
    Example { gaps: row.gaps, features: row.features, labels, weight }
}

/// Words or phrases with numbers: `word<TAB>number<TAB>number…`.
pub fn table(path: &Path) -> Result<Vec<(String, Vec<u32>)>> {
    let file = std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    let rows = file.lines().filter_map(|line| {
        let mut parts = line.split('\t');
        let word = parts.next()?.to_owned();
        Some((word, parts.filter_map(|number| number.parse().ok()).collect()))
    });
    Ok(rows.collect())
}
