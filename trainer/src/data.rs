//! Texts with the names in them, and texts without: what the trainer learns from.

use anyhow::{Context, Result};
use crossread::analysis::training::{Extractor, Row, WordLists, labels_of};
use crossread::analysis::{Form, Reader};
use crossread::ingest::{Article, EntityKind, ingest};
use crossread::text::Span;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::io::{BufRead as _, BufReader};
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

/// Each line of a text as a text of its own: posts and sentences that only a file puts together.
pub fn lines(text: &Labelled) -> Vec<Labelled> {
    let letters: Vec<char> = text.text.chars().collect();
    let mut at = 0;
    let parts = letters.split_inclusive(|letter| *letter == '\n').enumerate().filter_map(|(number, line)| {
        let (start, end) = (at, at + line.len());
        at = end;
        let within = text.mentions.iter().filter(|mention| start <= mention.start && mention.end <= end);
        let mentions = within.map(|mention| Mention {
            start: mention.start - start,
            end: mention.end - start,
            kind: mention.kind.clone(),
        });
        let words: String = line.iter().collect::<String>().trim_end().to_owned();
        let id = format!("{}-{number}", text.id);
        (!words.is_empty()).then(|| Labelled { id, text: words, mentions: mentions.collect() })
    });
    parts.collect()
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

/// Every second article, so that another labeller has the rest: at most `count` after `skip`, titles in front.
pub fn unlabelled(path: &Path, skip: usize, count: usize) -> Result<Vec<Labelled>> {
    /// Longer articles are cut here, in characters: the end of a long one teaches little that is new.
    const LONGEST: usize = 6000;
    #[derive(Deserialize)]
    struct Record {
        id: String,
        title: String,
        body: String,
    }
    let file = std::fs::File::open(path).with_context(|| format!("cannot open {}", path.display()))?;
    let lines = BufReader::new(flate2::read::GzDecoder::new(file)).lines();
    let odd = lines.enumerate().filter(|(at, _)| at % 2 == 1).map(|(_, line)| line);
    let texts = odd.skip(skip).take(count).map(|line| {
        let record: Record = serde_json::from_str(&line?)?;
        let text: String = format!("{}\n\n{}", record.title, record.body).chars().take(LONGEST).collect();
        Ok(Labelled { id: record.id, text, mentions: Vec::new() })
    });
    texts.collect()
}

/// The texts with the names that a reader finds.
pub fn label(reader: &Reader, texts: Vec<Labelled>) -> Vec<Labelled> {
    let labelled = texts.into_par_iter().filter_map(|mut text| {
        let article = article(&text)?;
        let points = |byte: u32| article.text[..byte as usize].chars().count();
        let named = reader.read(&article).mentions.into_iter();
        let named = named.filter(|mention| matches!(mention.form, Form::Name | Form::Acronym));
        text.mentions = named
            .map(|mention| Mention {
                start: points(mention.span.start),
                end: points(mention.span.end),
                kind: mention.kind.name().to_owned(),
            })
            .collect();
        Some(text)
    });
    labelled.collect()
}
