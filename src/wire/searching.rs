//! What the page shows while somebody searches, beside the results: completions, and every match in its context.

use super::{HeaderObject, Stretch, Utf16, header};
use crate::index::{Corpus, DecodeError};
use crate::query::{Completion, CompletionKind, Completions, Concordance, Line};
use crate::text::Span;
use serde::Serialize;

#[derive(Serialize)]
pub struct CompletionsObject {
    start: u32,
    end: u32,
    items: Vec<CompletionObject>,
}

#[derive(Serialize)]
struct CompletionObject {
    kind: &'static str,
    text: String,
    label: String,
    count: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    entity_kind: Option<&'static str>,
}

/// The object of completions for `query`.
pub fn completions(query: &str, completions: Completions) -> CompletionsObject {
    let Stretch { start, end } = Utf16::new(query).stretch(completions.span);
    CompletionsObject { start, end, items: completions.items.into_iter().map(completion).collect() }
}

fn completion(item: Completion) -> CompletionObject {
    let (kind, entity_kind) = match item.kind {
        CompletionKind::Word => ("word", None),
        CompletionKind::Entity(kind) => ("entity", Some(kind.name())),
        CompletionKind::Source => ("source", None),
    };
    CompletionObject { kind, text: item.text, label: item.label, count: item.count, entity_kind }
}

#[derive(Serialize)]
pub struct ConcordanceObject {
    total: usize,
    ordered: usize,
    lines: Vec<LineObject>,
}

#[derive(Serialize)]
struct LineObject {
    #[serde(flatten)]
    header: HeaderObject,
    start: u32,
    end: u32,
    left: String,
    #[serde(rename = "match")]
    found: String,
    right: String,
}

/// The object of a concordance.
pub fn concordance(corpus: &Corpus, concordance: &Concordance) -> Result<ConcordanceObject, DecodeError> {
    let Concordance { total, ordered, .. } = *concordance;
    let lines = concordance.lines.iter().map(|of| line(corpus, of)).collect::<Result<_, _>>()?;
    Ok(ConcordanceObject { total, ordered, lines })
}

fn line(corpus: &Corpus, line: &Line) -> Result<LineObject, DecodeError> {
    let text = &corpus.text(line.article)?;
    let Stretch { start, end } = Utf16::new(text).stretch(line.span);
    let [left, found, right] =
        [line.left, line.span, line.right].map(|span: Span| span.of(text).replace(['\n', '\r'], " "));
    Ok(LineObject { header: header(&corpus.header(line.article)?), start, end, left, found, right })
}
