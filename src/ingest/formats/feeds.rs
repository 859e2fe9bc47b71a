//! `.rss`, `.atom`, `.xml`: the articles of a feed (RSS 2.0, <https://www.rssboard.org/rss-specification>; RSS 1.0; Atom, RFC
//! 4287), its HTML as text. Where an item has both its text and a summary, the text counts.
//!
//! Read item by item: where the XML breaks, what stands above is kept. Entities that the file defines for itself are not
//! looked up, so that none can grow.

use super::Decoder;
use super::prose;
use super::record::{Fields, Records, id_of, text};
use crate::ingest::json::Value;
use crate::ingest::problems::Problems;
use crate::ingest::stem_and_ending;
use quick_xml::Reader;
use quick_xml::errors::Error;
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::{Namespace, ResolveResult};
use quick_xml::reader::NsReader;

/// The articles of a feed; a web page under one of its endings is read as such.
pub(super) fn records(
    name: &str,
    bytes: &[u8],
    decoder: Decoder,
    problems: &mut Problems,
) -> Option<Vec<u8>> {
    let xml = super::pages::decoded(bytes, decoder, problems);
    match root(&xml).as_deref() {
        Some("rss" | "RDF" | "feed") => {}
        Some("html") => return super::pages::records(name, bytes, decoder, problems),
        Some(other) => {
            let message = format!("no feed: its outermost element is `{other}`");
            problems.dropped(
                None,
                message,
                "save a feed (RSS or Atom), or the articles as .html, .txt or .csv",
            );
            return None;
        }
        None => {
            problems.dropped(
                None,
                "no feed: the file holds no XML",
                "save the feed again, or leave the file out",
            );
            return None;
        }
    }
    let stem = stem_and_ending(name).0;
    let mut feed = Feed {
        xml: &xml,
        reader: reader(&xml),
        line: 1,
        counted: 0,
        title: String::new(),
        language: String::new(),
    };
    let mut items = Vec::new();
    if let Err(error) = feed.items(&mut items) {
        let message = format!("broken XML: {error}");
        let line = feed.line_of(feed.reader.error_position() as usize);
        problems.dropped(Some(line), message, "what stands above is read; save the feed again");
    } else if items.is_empty() {
        problems.dropped(None, "the feed has no articles", "save it again when it has some");
    }
    let mut records = Records::default();
    for (line, item) in items {
        records.add(stem, line, item.into_fields(&feed.title, &feed.language));
    }
    (!records.is_empty()).then(|| records.into_bytes())
}

fn reader(xml: &str) -> NsReader<&[u8]> {
    let mut reader = NsReader::from_str(xml);
    reader.config_mut().allow_dangling_amp = true;
    reader
}

/// The local name of the outermost element.
fn root(xml: &str) -> Option<String> {
    let mut reader = Reader::from_str(xml);
    loop {
        match reader.read_event() {
            Ok(Event::Start(element) | Event::Empty(element)) => {
                return Some(element.local_name().as_ref().to_owned());
            }
            Ok(Event::Eof) | Err(_) => return None,
            Ok(_) => {}
        }
    }
}

/// Which vocabulary an element belongs to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Vocabulary {
    /// RSS and Atom themselves.
    Feed,
    /// `content:encoded`
    Content,
    /// Dublin Core.
    Core,
    Other,
}

fn vocabulary(namespace: &ResolveResult) -> Vocabulary {
    match namespace {
        ResolveResult::Unbound => Vocabulary::Feed,
        ResolveResult::Bound(Namespace(name)) => match *name {
            "http://www.w3.org/2005/Atom"
            | "http://purl.org/atom/ns#"
            | "http://purl.org/rss/1.0/"
            | "http://my.netscape.com/rdf/simple/0.9/"
            | "http://backend.userland.com/rss2" => Vocabulary::Feed,
            "http://purl.org/rss/1.0/modules/content/" => Vocabulary::Content,
            "http://purl.org/dc/elements/1.1/" | "http://purl.org/dc/terms/" => Vocabulary::Core,
            _ => Vocabulary::Other,
        },
        // A prefix that is nowhere said to mean something: told by the name.
        ResolveResult::Unknown(prefix) => match prefix.as_ref() {
            "content" => Vocabulary::Content,
            "dc" | "dcterms" => Vocabulary::Core,
            _ => Vocabulary::Other,
        },
    }
}

struct Feed<'a> {
    xml: &'a str,
    reader: NsReader<&'a [u8]>,
    /// The line of the byte `counted`.
    line: u32,
    counted: usize,
    title: String,
    language: String,
}

impl Feed<'_> {
    /// Reads to the end, item by item.
    fn items(&mut self, items: &mut Vec<(u32, Item)>) -> Result<(), Error> {
        loop {
            let at = self.reader.buffer_position() as usize;
            let (namespace, event) = self.reader.read_resolved_event()?;
            let vocabulary = vocabulary(&namespace);
            match event {
                Event::Start(element) => match (vocabulary, element.local_name().as_ref()) {
                    (_, "rss" | "RDF" | "channel") => {}
                    (Vocabulary::Feed, "feed") => self.language = attribute(&element, "xml:lang"),
                    (Vocabulary::Feed, "item" | "entry") => {
                        let line = self.line_of(at);
                        let item = self.item()?;
                        items.push((line, item));
                    }
                    (Vocabulary::Feed, "title") => self.title = prose::line(&self.content(&element)?),
                    (Vocabulary::Feed | Vocabulary::Core, "language") => {
                        self.language = self.content(&element)?.trim().to_owned()
                    }
                    _ => {
                        self.reader.read_to_end(element.name())?;
                    }
                },
                Event::Eof => return Ok(()),
                _ => {}
            }
        }
    }

    fn item(&mut self) -> Result<Item, Error> {
        let mut item = Item::default();
        loop {
            let (namespace, event) = self.reader.read_resolved_event()?;
            let vocabulary = vocabulary(&namespace);
            match event {
                Event::Start(element) if vocabulary == Vocabulary::Other => {
                    self.reader.read_to_end(element.name())?;
                }
                Event::Start(element) => {
                    let content = self.content(&element)?;
                    item.take(vocabulary, &element, content);
                }
                Event::Empty(element) if vocabulary == Vocabulary::Feed => {
                    item.take(vocabulary, &element, String::new())
                }
                Event::End(element) if matches!(element.local_name().as_ref(), "item" | "entry") => {
                    return Ok(item);
                }
                Event::Eof => return Err(Error::Syntax(quick_xml::errors::SyntaxError::UnclosedTag)),
                _ => {}
            }
        }
    }

    /// What stands in an element: elements within as they are written, character data as its characters.
    fn content(&mut self, element: &BytesStart) -> Result<String, Error> {
        let inside = self.reader.read_text(element.name())?;
        let is_markup = attribute(element, "type") == "xhtml";
        Ok(if is_markup { inside.into_inner().into_owned() } else { characters(&inside.into_inner()) })
    }

    fn line_of(&mut self, at: usize) -> u32 {
        // An item's tag stands behind the white space that its position begins with.
        let blank = self.xml.get(at..).map_or(0, |rest| rest.len() - rest.trim_start().len());
        let passed = self.xml.get(self.counted..at + blank).unwrap_or("");
        self.line += passed.matches('\n').count() as u32;
        self.counted += passed.len();
        self.line
    }
}

/// XML as its characters: references and marked sections resolved once. References that XML does not know stay, for HTML does.
fn characters(xml: &str) -> String {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().allow_dangling_amp = true;
    reader.config_mut().check_end_names = false;
    reader.config_mut().allow_unmatched_ends = true;
    let mut read = String::new();
    while let Ok(event) = reader.read_event() {
        match event {
            Event::Text(text) => read.push_str(&text),
            Event::CData(text) => read.push_str(&text),
            Event::GeneralRef(reference) => match reference.resolve_char_ref() {
                Ok(Some(character)) => read.push(character),
                _ => match quick_xml::escape::resolve_predefined_entity(&reference) {
                    Some(resolved) => read.push_str(resolved),
                    None => read.extend(["&", &reference, ";"]),
                },
            },
            Event::Start(tag) => read.extend(["<", &tag, ">"]),
            Event::Empty(tag) => read.extend(["<", &tag, "/>"]),
            Event::End(tag) => read.extend(["</", tag.name().as_ref(), ">"]),
            Event::Eof => break,
            _ => {}
        }
    }
    read
}

fn attribute(element: &BytesStart, name: &str) -> String {
    let found = element.attributes().flatten().find(|attribute| attribute.key.as_ref() == name);
    found.map(|attribute| characters(&attribute.value)).unwrap_or_default()
}

/// An article as its feed has it.
#[derive(Default)]
struct Item {
    title: String,
    link: String,
    guid: String,
    date: String,
    updated: String,
    authors: Vec<String>,
    tags: Vec<String>,
    language: String,
    source: String,
    text: String,
    summary: String,
}

impl Item {
    fn take(&mut self, vocabulary: Vocabulary, element: &BytesStart, content: String) {
        let kind = attribute(element, "type");
        let is_plain = matches!(kind.as_str(), "text" | "text/plain");
        let html = || if is_plain { escaped(&content) } else { content.clone() };
        match (vocabulary, element.local_name().as_ref()) {
            (Vocabulary::Content, "encoded") | (Vocabulary::Feed, "content") => self.text = html(),
            (Vocabulary::Feed, "description" | "summary") => self.summary = html(),
            (_, "title") if self.title.is_empty() => self.title = prose::line(&html()),
            (Vocabulary::Feed, "link") => self.link_to(element, content.trim()),
            (Vocabulary::Feed, "guid" | "id") | (Vocabulary::Core, "identifier") => {
                self.guid = content.trim().to_owned()
            }
            (_, "pubDate" | "date" | "published" | "issued" | "created") => {
                self.date = content.trim().to_owned()
            }
            (_, "updated" | "modified") => self.updated = content.trim().to_owned(),
            (_, "creator" | "author") => self.authors.push(author(&content)),
            (_, "category" | "subject") => {
                let term = attribute(element, "term");
                self.tags.push(prose::line(if term.is_empty() { &content } else { &term }));
            }
            (Vocabulary::Core, "language") => self.language = content.trim().to_owned(),
            (Vocabulary::Core, "publisher") => self.source = prose::line(&content),
            _ => {}
        }
    }

    /// RSS writes the address into the element, Atom into `href`, for several purposes.
    fn link_to(&mut self, element: &BytesStart, content: &str) {
        let relation = attribute(element, "rel");
        let address = if content.is_empty() { attribute(element, "href") } else { content.to_owned() };
        if self.link.is_empty() && matches!(relation.as_str(), "" | "alternate") {
            self.link = address;
        }
    }

    fn into_fields(self, feed: &str, language: &str) -> Fields {
        let list = |texts: Vec<String>| {
            Value::List(texts.into_iter().filter(|text| !text.is_empty()).map(Value::Text).collect())
        };
        let or = |own: String, other: &str| if own.is_empty() { other.to_owned() } else { own };
        let link =
            if self.link.is_empty() && self.guid.starts_with("http") { &self.guid } else { &self.link };
        let mut fields: Fields =
            id_of(link, &self.title).map(|id| ("id".to_owned(), text(id))).into_iter().collect();
        fields.push(("url".to_owned(), text(link)));
        let html = if self.text.trim().is_empty() { self.summary } else { self.text };
        fields.extend(of_html(&html));
        let others = [
            ("title", text(self.title)),
            ("source", text(or(self.source, feed))),
            ("date", text(or(self.date, &self.updated))),
            ("language", text(or(self.language, language))),
            ("authors", list(self.authors)),
            ("tags", list(self.tags)),
        ];
        fields.extend(others.map(|(name, value)| (name.to_owned(), value)));
        fields
    }
}

/// An item's text; where it has no tags its line ends are paragraphs'.
fn of_html(html: &str) -> Fields {
    if html.contains('<') {
        return prose::fragment(html).into_fields();
    }
    let lines: Vec<String> = html.trim().lines().map(prose::line).collect();
    vec![("body".to_owned(), text(lines.join("\n")))]
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

/// "Ada Thornby", from that, from `<name>Ada Thornby</name>` or from "ada@ledger.example (Ada Thornby)".
fn author(content: &str) -> String {
    let name =
        content.split_once("<name>").and_then(|(_, rest)| rest.split_once("</name>")).map(|(name, _)| name);
    let in_brackets = || {
        content
            .split_once('(')
            .filter(|(address, _)| address.contains('@'))
            .and_then(|(_, rest)| rest.split_once(')'))
    };
    let name = name.or_else(|| in_brackets().map(|(name, _)| name)).unwrap_or(content);
    prose::line(name)
}
