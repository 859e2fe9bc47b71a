//! `.json`: one article, a list of them, or an object with such a list in it, as search services and archives export them; a
//! JSON Feed (<https://www.jsonfeed.org/version/1.1/>); or one object a line under the wrong ending.
//!
//! The list is read article by article: where the JSON breaks, what stands above is kept.

use super::prose;
use super::record::{Fields, Records, as_text, id_of, text};
use crate::ingest::encoding::{SAVE_AS_UTF8, decode};
use crate::ingest::fields::Field;
use crate::ingest::json::{DEPTH, JsonError, Reader, Value};
use crate::ingest::problems::Problems;
use crate::ingest::stem_and_ending;

/// Under these names objects keep their articles.
const LISTS: &[&str] = &[
    "articles",
    "items",
    "results",
    "data",
    "docs",
    "documents",
    "entries",
    "hits",
    "news",
    "stories",
    "posts",
    "records",
    "rows",
    "value",
];

/// And under these an object that does.
const WRAPPERS: &[&str] = &["response", "data", "result", "results", "hits", "feed", "channel"];

/// An object in an object in an object: what search services answer.
const DEEPEST: u8 = 3;

/// The articles of a file.
pub(super) fn records(name: &str, bytes: &[u8], problems: &mut Problems) -> Option<Vec<u8>> {
    let text = decode(bytes)
        .map_err(|fault| problems.dropped(Some(fault.line), fault.message(), SAVE_AS_UTF8))
        .ok()?;
    if text.trim().is_empty() {
        problems.dropped(None, "the file is empty", "write the articles into it, or leave it out");
        return None;
    }
    if is_one_a_line(&text) {
        return Some(text.into_bytes());
    }
    let mut file = File {
        reader: Reader { text: &text, at: 0 },
        line: 1,
        counted: 0,
        found: Vec::new(),
        feed: Feed::default(),
    };
    let outcome = file.value(DEEPEST);
    let File { found, feed, line, counted, .. } = file;
    if let Err(error) = outcome {
        let (line, column) = place(&text, error.at, line, counted);
        let message = format!("broken JSON at column {column}: expected {}", error.expected);
        problems.dropped(
            Some(line),
            message,
            "what stands above is read; mend the file there, or export it again",
        );
    }
    let mut records = Records::default();
    for (line, value) in found {
        match value {
            Value::Object(fields) => {
                records.add(stem_and_ending(name).0, line, feed.completed(unwrapped(fields)))
            }
            _ => problems.dropped(Some(line), "an article that is no object", AN_OBJECT_EACH),
        }
    }
    if records.is_empty() && problems.is_empty() {
        let lists = "a list of objects, or an object with such a list called `articles`, `items`, `results` or `data`";
        problems.dropped(None, "no articles are in the file", &format!("write {lists}; {AN_OBJECT_EACH}"));
    }
    (!records.is_empty()).then(|| records.into_bytes())
}

const AN_OBJECT_EACH: &str =
    "each article is an object such as {\"title\": \"…\", \"date\": \"…\", \"body\": \"…\"}";

/// Whether the file is NDJSON: its first line is an object, and another follows.
fn is_one_a_line(text: &str) -> bool {
    let mut reader = Reader { text, at: 0 };
    reader.skip_space();
    let start = reader.at;
    reader.peek() == Some(b'{')
        && reader.value(DEPTH).is_ok_and(|_| {
            let is_line = !text[start..reader.at].contains('\n');
            reader.skip_space();
            is_line && reader.peek() == Some(b'{')
        })
}

/// The line and column of a byte, both from 1, counted on from a byte whose line is known.
fn place(text: &str, at: usize, line: u32, counted: usize) -> (u32, usize) {
    let passed = text.get(counted..at).unwrap_or("");
    let begin = text[..at].rfind('\n').map_or(0, |end| end + 1);
    (line + passed.matches('\n').count() as u32, text[begin..at].chars().count() + 1)
}

/// A file that is being read, and the articles found in it, each with its line.
struct File<'a> {
    reader: Reader<'a>,
    /// The line of the byte `counted`.
    line: u32,
    counted: usize,
    found: Vec<(u32, Value)>,
    feed: Feed,
}

impl File<'_> {
    /// Reads on: a list of articles, an article, or an object with articles in it.
    fn value(&mut self, depth: u8) -> Result<(), JsonError> {
        self.reader.skip_space();
        match self.reader.peek() {
            Some(b'[') => self.list(),
            Some(b'{') => self.object(depth),
            _ => self.reader.value(DEPTH).map(drop),
        }
    }

    fn list(&mut self) -> Result<(), JsonError> {
        self.reader.at += 1;
        if self.reader.eat(b']') {
            return Ok(());
        }
        loop {
            self.reader.skip_space();
            let line = self.line();
            let value = self.reader.value(DEPTH)?;
            self.found.push((line, value));
            if self.reader.eat(b']') {
                return Ok(());
            }
            if !self.reader.eat(b',') {
                return Err(self.reader.error("a comma or ]"));
            }
        }
    }

    /// The fields of an object one by one; where none of them holds a list of articles, it may be an article itself.
    fn object(&mut self, depth: u8) -> Result<(), JsonError> {
        let line = self.line();
        let before = self.found.len();
        let mut fields = Fields::new();
        self.reader.at += 1;
        let mut ended = self.reader.eat(b'}');
        while !ended {
            self.reader.skip_space();
            if self.reader.peek() != Some(b'"') {
                return Err(self.reader.error("a field name in double quotes"));
            }
            let name = self.reader.string()?;
            if !self.reader.eat(b':') {
                return Err(self.reader.error("a colon after the field name"));
            }
            self.reader.skip_space();
            let holds_articles = match self.reader.peek() {
                Some(b'[') => LISTS.contains(&name.as_str()) && self.lists_objects(),
                Some(b'{') => depth > 0 && WRAPPERS.contains(&name.as_str()),
                _ => false,
            };
            if holds_articles {
                self.value(depth.saturating_sub(1))?;
            } else {
                fields.push((name, self.reader.value(DEPTH)?));
            }
            ended = self.reader.eat(b'}');
            if !ended && !self.reader.eat(b',') {
                return Err(self.reader.error("a comma or }"));
            }
        }
        if self.found.len() == before && has_text(&fields) {
            self.found.push((line, Value::Object(fields)));
        } else {
            self.feed.learn(fields);
        }
        Ok(())
    }

    /// Whether the list that begins here holds objects.
    fn lists_objects(&self) -> bool {
        self.reader.text[self.reader.at + 1..].trim_start().starts_with('{')
    }

    /// The line on which the reader stands.
    fn line(&mut self) -> u32 {
        let passed = &self.reader.text[self.counted..self.reader.at];
        self.line += passed.matches('\n').count() as u32;
        self.counted = self.reader.at;
        self.line
    }
}

fn has_text(fields: &Fields) -> bool {
    fields.iter().any(|(name, _)| {
        matches!(Field::named(name), Some((Field::Text, _)))
            || matches!(name.as_str(), "_source" | HTML | TEXT)
    })
}

/// The article in what a search service wraps around it.
fn unwrapped(fields: Fields) -> Fields {
    match fields.into_iter().try_fold(Fields::new(), |mut kept, (name, value)| match value {
        Value::Object(inner) if name == "_source" => Err(inner),
        value => {
            kept.push((name, value));
            Ok(kept)
        }
    }) {
        Ok(fields) | Err(fields) => fields,
    }
}

/// The names of a JSON Feed for the text of an item.
const HTML: &str = "content_html";
const TEXT: &str = "content_text";

/// What an object says of all articles in it: a JSON Feed its title and language.
#[derive(Default)]
struct Feed {
    is_feed: bool,
    title: String,
    language: String,
}

impl Feed {
    fn learn(&mut self, fields: Fields) {
        let is_version =
            |(name, value): &(String, Value)| name == "version" && as_text(value).contains("jsonfeed.org");
        if !fields.iter().any(is_version) {
            return;
        }
        self.is_feed = true;
        for (name, value) in fields {
            match name.as_str() {
                "title" => self.title = value.into_text(),
                "language" => self.language = value.into_text(),
                _ => {}
            }
        }
    }

    /// An article with what its feed says of it, and with its HTML as text.
    fn completed(&self, fields: Fields) -> Fields {
        let has_html = fields.iter().any(|(name, _)| name == HTML);
        let mut completed = Fields::new();
        for (name, value) in fields {
            match name.as_str() {
                HTML => push_prose(as_text(&value), &mut completed),
                TEXT if !has_html => completed.push(("body".to_owned(), value)),
                _ => push(name, value, &mut completed),
            }
        }
        if self.is_feed {
            self.name(&mut completed);
        }
        completed
    }

    fn name(&self, fields: &mut Fields) {
        let held = |fields: &Fields, field| {
            let named = fields
                .iter()
                .find(|(name, _)| matches!(Field::named(name), Some((found, _)) if found == field));
            named.map(|(_, value)| as_text(value).to_owned()).unwrap_or_default()
        };
        for (name, field, stated) in
            [("source", Field::Source, &self.title), ("language", Field::Language, &self.language)]
        {
            if !stated.is_empty() && held(fields, field).is_empty() {
                fields.push((name.to_owned(), text(stated)));
            }
        }
        let (title, url) = (held(fields, Field::Title), held(fields, Field::Url));
        fields.retain(|(name, _)| !matches!(Field::named(name), Some((Field::Id, _))));
        fields.extend(id_of(&url, &title).map(|id| ("id".to_owned(), text(id))));
    }
}

/// A field as it is; of `{"rendered": "<p>…"}`, as WordPress answers, its text.
fn push(name: String, value: Value, to: &mut Fields) {
    let rendered = match &value {
        Value::Object(fields) => {
            fields.iter().find(|(name, _)| name == "rendered").map(|(_, html)| as_text(html))
        }
        _ => None,
    };
    match rendered {
        Some(html) if matches!(Field::named(&name), Some((Field::Text, _))) => push_prose(html, to),
        Some(html) => to.push((name, text(prose::line(html)))),
        None => to.push((name, value)),
    }
}

fn push_prose(html: &str, to: &mut Fields) {
    to.extend(prose::fragment(html).into_fields());
}
