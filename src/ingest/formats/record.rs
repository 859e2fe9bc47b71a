//! An article as a line of JSON, for [`records`](crate::ingest::records) to read.

use crate::ingest::fields::Field;
use crate::ingest::json::Value;
use crate::ingest::lexicon::slug;
use crate::ingest::records::LINE;
use crate::text::fold;
use std::fmt::Write as _;

/// What is said of one article.
pub(super) type Fields = Vec<(String, Value)>;

/// The records of a file, one a line.
#[derive(Default)]
pub(super) struct Records {
    lines: String,
    count: u32,
}

impl Records {
    /// Adds an article that stands on `line` of its file, or 0 where lines say nothing. One without an id gets the file's
    /// name with its place among the articles.
    pub fn add(&mut self, stem: &str, line: u32, mut fields: Fields) {
        self.count += 1;
        let is_id = |(name, value): &(String, Value)| {
            matches!(Field::named(name), Some((Field::Id, _))) && !as_text(value).trim().is_empty()
        };
        if !fields.iter().any(is_id) {
            fields.push(("id".to_owned(), Value::Text(format!("{stem}-{}", self.count))));
        }
        fields.push((LINE.to_owned(), Value::Number(line.to_string())));
        write(&Value::Object(fields), &mut self.lines);
        self.lines.push('\n');
    }

    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    pub fn into_bytes(self) -> Vec<u8> {
        self.lines.into_bytes()
    }
}

/// An id that stays the same while the article is in the feed: the last part of its address where that says something
/// (`…/2025/11/ferry-runs-again.html`), else its title.
pub(super) fn id_of(url: &str, title: &str) -> Option<String> {
    /// "index", "article" and numbers say nothing.
    const SAYS_SOMETHING: usize = 9;
    let path = url.split(['?', '#']).next().unwrap_or("").trim_end_matches('/');
    let part = path.split_once("://").map_or("", |(_, path)| path).split('/').skip(1).last().unwrap_or("");
    let part = part.rsplit_once('.').map_or(part, |(name, _)| name);
    let is_telling =
        part.len() >= SAYS_SOMETHING && part.contains(char::is_alphabetic) && !part.contains('%');
    let id = slug(if is_telling { part } else { title });
    (!id.is_empty()).then_some(id)
}

/// A text's letters and digits alone, folded: what stays of it when it is written another way.
pub(super) fn key(text: &str) -> String {
    fold(text).chars().filter(|c| c.is_alphanumeric()).collect()
}

pub(super) fn text(value: impl Into<String>) -> Value {
    Value::Text(value.into())
}

/// A text, or a number as text; nothing of what is neither.
pub(super) fn as_text(value: &Value) -> &str {
    match value {
        Value::Text(text) | Value::Number(text) => text,
        _ => "",
    }
}

fn write(value: &Value, to: &mut String) {
    match value {
        Value::Nothing => to.push_str("null"),
        Value::Truth(truth) => to.push_str(if *truth { "true" } else { "false" }),
        Value::Number(digits) => to.push_str(digits),
        Value::Text(text) => write_text(text, to),
        Value::List(items) => write_all(to, '[', items, ']', write),
        Value::Object(fields) => write_all(to, '{', fields, '}', |(name, value), to| {
            write_text(name, to);
            to.push(':');
            write(value, to);
        }),
    }
}

fn write_all<T>(to: &mut String, open: char, items: &[T], close: char, each: impl Fn(&T, &mut String)) {
    to.push(open);
    for (at, item) in items.iter().enumerate() {
        if at > 0 {
            to.push(',');
        }
        each(item, to);
    }
    to.push(close);
}

fn write_text(text: &str, to: &mut String) {
    to.push('"');
    for character in text.chars() {
        match character {
            '"' | '\\' => to.extend(['\\', character]),
            '\n' => to.push_str("\\n"),
            // A line of its own would end the record.
            '\0'..='\u{1F}' => {
                let _ = write!(to, "\\u{:04x}", u32::from(character));
            }
            _ => to.push(character),
        }
    }
    to.push('"');
}

#[cfg(test)]
mod tests {
    use super::{Records, text};
    use crate::ingest::json::{Value, parse};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_written_is_read_again(title in "\\PC*|[\"\\\\\u{0}-\u{20}é🚢]{0,9}", number in any::<u32>()) {
            let mut records = Records::default();
            let list = Value::List(vec![Value::Truth(true), Value::Nothing, Value::Number(number.to_string())]);
            let fields = vec![("id".to_owned(), text("ferry")), (title.clone(), text(title)), ("tags".to_owned(), list)];
            records.add("news", 7, fields.clone());
            let bytes = records.into_bytes();
            let line = std::str::from_utf8(&bytes).expect("UTF-8");
            prop_assert_eq!(line.lines().count(), 1);
            prop_assert_eq!(&parse(line.trim_end()).expect("JSON").into_fields()[..3], &fields[..]);
        }
    }
}
