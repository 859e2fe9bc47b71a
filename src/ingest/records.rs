//! `.ndjson`: one article a line, each a JSON object. A line that cannot be read is reported, the others are kept.

use super::encoding::{NotUtf8, decode, unix_lines};
use super::fields::{self, Field};
use super::json::{self, Value};
use super::problems::Problems;
use super::title;
use super::{Article, blocks};
use crate::text::BlockKind;

const ONE_OBJECT_A_LINE: &str =
    "write one JSON object a line, such as {\"id\": \"…\", \"title\": \"…\", \"body\": \"…\"}";

/// The field in which a record that was made of a file of another format says on which line of that it stands; 0 where lines
/// say nothing.
pub(super) const LINE: &str = "@line";

/// The articles of a file, each with its line.
pub(super) fn records(stem: &str, bytes: &[u8], problems: &mut Problems) -> Vec<(u32, Article)> {
    let decoded;
    let bytes = match bytes {
        // In UTF-16 a line end is two bytes; the lines of UTF-8 are decoded one by one, so that one bad line is one.
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => {
            decoded = decode(bytes).unwrap_or_default();
            decoded.as_bytes()
        }
        _ => bytes,
    };
    let mut found = Vec::new();
    let mut offset = 0;
    for (line, number) in bytes.split(|&byte| byte == b'\n').zip(1..) {
        match decode(line) {
            Ok(text) if text.trim().is_empty() => {}
            Ok(text) => found.extend(record(stem, &text, number, problems)),
            Err(fault) => {
                let fault = NotUtf8 { offset: offset + fault.offset, ..fault };
                problems.dropped(Some(number), fault.message(), "save the file as UTF-8 and add it again");
            }
        }
        offset += line.len() + 1;
    }
    found
}

fn record(stem: &str, line: &str, number: u32, problems: &mut Problems) -> Option<(u32, Article)> {
    let values = match json::parse(line) {
        Ok(Value::Object(values)) => values,
        Ok(_) => {
            problems.dropped(Some(number), "not a JSON object", ONE_OBJECT_A_LINE);
            return None;
        }
        Err(error) => {
            let column = line[..error.at].chars().count() + 1;
            let message = format!("broken JSON at column {column}: expected {}", error.expected);
            problems.dropped(Some(number), message, ONE_OBJECT_A_LINE);
            return None;
        }
    };
    let stated = values.iter().find(|(name, _)| name == LINE).map(|(_, value)| value.clone().into_text());
    let number = stated.and_then(|line| line.parse().ok()).unwrap_or(number);
    let mut article = Article { id: format!("{stem}-{number}"), ..Article::default() };
    let mut related = Vec::new();
    for (field, values) in chosen(values) {
        match field {
            Field::Text => article.text = unix_lines(&values.concat()),
            Field::Related => related = values,
            _ => fields::set(&mut article, field, values, number, problems),
        }
    }
    if !article.text.contains(char::is_alphanumeric) {
        problems.dropped(
            Some(number),
            "the record has no text",
            "put the article's text into the field `body`",
        );
        return None;
    }
    article.blocks = blocks::blocks(&article.text);
    for block in &mut article.blocks {
        if related.iter().any(|passage| passage == block.span.of(&article.text)) {
            block.kind = BlockKind::Related;
        }
    }
    article.find_language();
    if article.title.is_empty() {
        article.title = title::title_of(&article.id, &article.text, &article.blocks);
    }
    Some((number, article))
}

/// Of the names that mean one field, the first in our order that holds something.
fn chosen(values: Vec<(String, Value)>) -> Vec<(Field, Vec<String>)> {
    let mut chosen: Vec<(Field, usize, Vec<String>)> = Vec::new();
    for (name, value) in values {
        let Some((field, rank)) = Field::named(&name) else { continue };
        let texts = texts(value);
        if texts.iter().all(|text| text.is_empty()) {
            continue;
        }
        match chosen.iter_mut().find(|(other, ..)| *other == field) {
            Some(held) if held.1 <= rank => {}
            Some(held) => *held = (field, rank, texts),
            None => chosen.push((field, rank, texts)),
        }
    }
    chosen.into_iter().map(|(field, _, texts)| (field, texts)).collect()
}

/// A value as texts: one, or those of a list; of an object its name, as in `"source": {"id": 7, "name": "IRNA"}`.
fn texts(value: Value) -> Vec<String> {
    match value {
        Value::Text(text) | Value::Number(text) => vec![text],
        Value::List(items) => items.into_iter().flat_map(texts).collect(),
        Value::Object(fields) => fields
            .into_iter()
            .filter(|(name, _)| matches!(name.as_str(), "name" | "title" | "id"))
            .map(|(_, value)| texts(value))
            .find(|texts| !texts.is_empty())
            .unwrap_or_default(),
        Value::Nothing | Value::Truth(_) => Vec::new(),
    }
}
