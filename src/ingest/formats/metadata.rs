//! What a page says of its article: in `<meta>` (Open Graph, <https://ogp.me>, Dublin Core and publishers' own names), in
//! JSON-LD (<https://schema.org/NewsArticle>), and where both are silent in its elements.

use super::document::{At, Document};
use super::prose::{line, one_line};
use super::record::{Fields, as_text, key, text};
use crate::ingest::fields::publication_date;
use crate::ingest::json::{self, Value};

/// What was found, as it is written there.
#[derive(Default)]
pub(super) struct Metadata {
    pub title: String,
    pub source: String,
    date: String,
    authors: Vec<String>,
    pub url: String,
    language: String,
    tags: Vec<String>,
    licence: String,
    /// The text that the page gives to machines, without its paragraphs.
    pub body: String,
}

const TITLES: &[&str] = &["og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title"];
const SOURCES: &[&str] =
    &["og:site_name", "application-name", "dc.publisher", "publisher", "cre", "copyright"];
const DATES: &[&str] = &[
    "article:published_time",
    "og:article:published_time",
    "article:published",
    "datepublished",
    "date.issued",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
    "dcterms.created",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "publishdate",
    "publish-date",
    "publication_date",
    "pubdate",
    "date",
];
const AUTHORS: &[&str] =
    &["author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl"];
/// In bytes; a name of four words in Arabic has about 60.
const LONGEST_NAME: usize = 80;
const TAGS: &[&str] = &["article:tag", "news_keywords", "keywords"];

impl Metadata {
    /// The fields of a record, all but its text.
    pub fn into_fields(self) -> Fields {
        let list = |texts: Vec<String>| Value::List(texts.into_iter().map(Value::Text).collect());
        let fields = [
            ("title", text(self.title)),
            ("source", text(self.source)),
            ("date", text(self.date)),
            ("authors", list(self.authors)),
            ("url", text(self.url)),
            ("language", text(self.language)),
            ("tags", list(self.tags)),
            ("licence", text(self.licence)),
        ];
        fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
    }
}

/// The objects of a page's JSON-LD, graphs and lists taken apart.
fn objects(document: &Document) -> Vec<Vec<(String, Value)>> {
    let scripts = document.elements().filter(|(_, element)| {
        element.name == "script"
            && element.attribute("type").is_some_and(|kind| kind.eq_ignore_ascii_case("application/ld+json"))
    });
    let mut objects = Vec::new();
    for (at, _) in scripts {
        if let Ok(value) = json::parse(document.text(at).trim().trim_end_matches(';')) {
            take_apart(value, &mut objects);
        }
    }
    objects
}

fn take_apart(value: Value, objects: &mut Vec<Vec<(String, Value)>>) {
    match value {
        Value::List(values) => values.into_iter().for_each(|value| take_apart(value, objects)),
        Value::Object(fields) => {
            let (inner, fields) =
                fields.into_iter().partition(|(name, _)| matches!(name.as_str(), "@graph" | "mainEntity"));
            objects.push(fields);
            let inner: Vec<(String, Value)> = inner;
            inner.into_iter().for_each(|(_, value)| take_apart(value, objects));
        }
        _ => {}
    }
}

/// A page and the objects of its JSON-LD.
pub(super) struct Page<'a> {
    document: &'a Document,
    objects: Vec<Vec<(String, Value)>>,
}

impl<'a> Page<'a> {
    pub fn of(document: &'a Document) -> Self {
        Self { document, objects: objects(document) }
    }

    /// Whether the page says that it is an article.
    pub fn states_article(&self) -> bool {
        self.article().is_some() || self.meta(&["og:type"]).any(|kind| kind == "article")
    }

    /// What it says of it. `first_line`: with which the article's text begins, which may be the title once more.
    pub fn metadata(&self, first_line: &str) -> Metadata {
        let source = self.source();
        let (title, beside) = self.title(&source, first_line);
        let url = self.url();
        let candidates = [source, beside, host(&url).to_owned()];
        let source = candidates.into_iter().find(|source| !source.is_empty()).unwrap_or_default();
        Metadata {
            date: self.date(),
            authors: self.authors(&source),
            language: self.language(),
            tags: self.tags(),
            licence: self.linked("license"),
            body: self.article_field("articleBody").map(|body| body.clone().into_text()).unwrap_or_default(),
            title,
            source,
            url,
        }
    }

    /// The contents of `<meta>` elements of these names, in the order of the names.
    fn meta<'s>(&'s self, names: &'s [&str]) -> impl Iterator<Item = &'s str> {
        names.iter().flat_map(move |&wanted| {
            self.document.elements().filter_map(move |(_, element)| {
                let mut names = ["property", "name", "itemprop", "http-equiv"]
                    .iter()
                    .filter_map(|kind| element.attribute(kind));
                let is_wanted = element.name == "meta" && names.any(|name| name.eq_ignore_ascii_case(wanted));
                element.attribute("content").filter(|content| is_wanted && !content.is_empty())
            })
        })
    }

    fn first_meta(&self, names: &[&str]) -> String {
        self.meta(names).next().map(one_line).unwrap_or_default()
    }

    /// The object of the article: its type says so ("NewsArticle", "LiveBlogPosting", "Report").
    fn article(&self) -> Option<&Vec<(String, Value)>> {
        let is_article = |kind: &str| {
            kind.ends_with("Article")
                || kind.ends_with("BlogPosting")
                || matches!(kind, "Report" | "AnalysisNewsArticle")
        };
        self.objects.iter().find(|fields| {
            field(fields, "@type").is_some_and(|kinds| texts(kinds).iter().any(|kind| is_article(kind)))
        })
    }

    fn article_field(&self, name: &str) -> Option<&Value> {
        field(self.article()?, name)
    }

    /// What the article's object says, as one line.
    fn stated(&self, name: &str) -> String {
        // JSON-LD often holds character references where HTML would.
        self.article_field(name)
            .and_then(|value| texts(value).into_iter().next())
            .map(|text| line(&text))
            .unwrap_or_default()
    }

    fn source(&self) -> String {
        let stated = || {
            let publisher = self.stated("publisher");
            // A publisher may be told by its id, with its name in an object of its own.
            let by_id = || self.article_field("publisher").and_then(|value| self.named_elsewhere(value));
            if publisher.is_empty() { by_id().unwrap_or_default() } else { publisher }
        };
        let name = self.first_meta(&SOURCES[..1]);
        let name = Some(name).filter(|name| !name.is_empty()).unwrap_or_else(stated);
        Some(name).filter(|name| !name.is_empty()).unwrap_or_else(|| self.first_meta(&SOURCES[1..4]))
    }

    fn named_elsewhere(&self, value: &Value) -> Option<String> {
        let Value::Object(fields) = value else { return None };
        let id = as_text(field(fields, "@id")?);
        let named = self
            .objects
            .iter()
            .find(|fields| field(fields, "@id").is_some_and(|other| as_text(other) == id))?;
        field(named, "name").map(|name| line(as_text(name)))
    }

    /// The title, and what stands beside it in the same line where the page does not say its source.
    fn title(&self, source: &str, first_line: &str) -> (String, String) {
        let of = |names| -> Vec<String> {
            let texts = self.elements(names).map(|at| one_line(&self.document.text(at)));
            texts.filter(|text| !text.is_empty()).collect()
        };
        let headlines = of(&["h1"]);
        let lone_headline = if let [headline] = &headlines[..] { headline.clone() } else { String::new() };
        let of_page = of(&["title"]).into_iter().next().unwrap_or_default();
        let candidates = [self.first_meta(TITLES), self.stated("headline"), lone_headline, of_page.clone()];
        let title = candidates.into_iter().find(|title| !title.is_empty()).unwrap_or_default();
        let headings = [headlines, of(&["h2", "h3"])].concat();
        let headings: Vec<&str> = headings.iter().map(String::as_str).chain([first_line]).collect();
        let (title, beside) = without_source(&title, source, &headings);
        let beside = if beside.is_empty() { without_source(&of_page, source, &[&title]).1 } else { beside };
        (title, beside)
    }

    fn url(&self) -> String {
        let is_address = |address: &String| address.starts_with("http");
        let candidates = [
            self.linked("canonical"),
            self.first_meta(&["og:url"]),
            self.stated("url"),
            self.stated("mainEntityOfPage"),
        ];
        candidates.into_iter().find(is_address).unwrap_or_default()
    }

    /// The first date that can be read.
    fn date(&self) -> String {
        let by_itemprop = self.elements_with("itemprop", "datePublished");
        let times = self.elements(&["time"]);
        let dated = |at: At| {
            let element = self.document.element(at);
            let stated =
                ["datetime", "content"].iter().find_map(|name| element?.attribute(name)).map(str::to_owned);
            stated.unwrap_or_else(|| one_line(&self.document.text(at)))
        };
        let stated = ["datePublished", "dateCreated"].into_iter().map(|name| self.stated(name));
        let stated = self
            .meta(&DATES[..4])
            .map(str::to_owned)
            .chain(stated)
            .chain(self.meta(&DATES[4..]).map(str::to_owned));
        let mut dates = stated.chain(by_itemprop.chain(times).map(dated));
        dates.find(|date| publication_date(date.trim()).is_some()).unwrap_or_default()
    }

    fn authors(&self, source: &str) -> Vec<String> {
        let stated = self.article_field("author").map(texts).unwrap_or_default();
        let by_meta = self.meta(AUTHORS).map(str::to_owned).collect::<Vec<_>>();
        let linked = self.elements_with("rel", "author").chain(self.elements_with("itemprop", "author"));
        let by_class = ["author", "author-name", "byline-name", "byline__name"];
        let by_class = by_class.into_iter().flat_map(|name| self.elements_with("class", name));
        let text = |at: At| self.document.text(at);
        // A box about the author holds more than the name.
        let is_short =
            |name: &String| name.len() < LONGEST_NAME && !name.contains(|c: char| c.is_ascii_digit());
        let linked = linked.map(text).chain(by_class.map(text).filter(is_short).take(1)).collect();
        let names = |names: Vec<String>| -> Vec<String> {
            let mut found: Vec<String> = Vec::new();
            for name in names.iter().map(|name| line(name)) {
                let name = name.strip_prefix("By ").or(name.strip_prefix("by ")).unwrap_or(&name).to_owned();
                let is_name = !name.is_empty()
                    && !name.contains("://")
                    && !name.starts_with('@')
                    && key(&name) != key(source);
                if is_name && !found.contains(&name) {
                    found.push(name);
                }
            }
            found
        };
        [stated, by_meta, linked].into_iter().map(names).find(|names| !names.is_empty()).unwrap_or_default()
    }

    fn language(&self) -> String {
        let html = self.document.elements().find(|(_, element)| element.name == "html");
        let of_html =
            html.and_then(|(_, element)| element.attribute("lang").or(element.attribute("xml:lang")));
        let stated = of_html.filter(|tag| !tag.is_empty()).map(str::to_owned);
        let stated =
            stated.unwrap_or_else(|| self.first_meta(&["content-language", "dc.language", "og:locale"]));
        stated.split(',').next().unwrap_or("").trim().to_owned()
    }

    fn tags(&self) -> Vec<String> {
        let mut tags: Vec<String> = Vec::new();
        // Each name of the element holds all tags, or one of several elements does.
        let name = TAGS.iter().find(|&&name| self.meta(&[name]).next().is_some());
        for tag in name.iter().flat_map(|&&name| {
            self.meta(std::slice::from_ref(&name))
                .flat_map(|tags| tags.split(','))
                .map(one_line)
                .collect::<Vec<_>>()
        }) {
            if !tag.is_empty() && !tags.contains(&tag) {
                tags.push(tag);
            }
        }
        tags
    }

    /// The address that `<link>` or `<a>` names in this relation.
    fn linked(&self, relation: &str) -> String {
        let found =
            self.elements_with("rel", relation).find_map(|at| self.document.element(at)?.attribute("href"));
        found.unwrap_or("").to_owned()
    }

    fn elements(&self, names: &'static [&'static str]) -> impl Iterator<Item = At> {
        self.document.elements().filter(|(_, element)| element.is(names)).map(|(at, _)| at)
    }

    /// Elements with this word in this attribute.
    fn elements_with(&self, attribute: &'static str, word: &str) -> impl Iterator<Item = At> {
        let has = move |words: &str| words.split_whitespace().any(|other| other.eq_ignore_ascii_case(word));
        self.document
            .elements()
            .filter(move |(_, element)| {
                element.name != "meta" && element.attribute(attribute).is_some_and(has)
            })
            .map(|(at, _)| at)
    }
}

fn field<'a>(fields: &'a [(String, Value)], name: &str) -> Option<&'a Value> {
    fields.iter().find(|(known, _)| known == name).map(|(_, value)| value)
}

/// A value's texts; of objects their names.
fn texts(value: &Value) -> Vec<String> {
    match value {
        Value::Text(text) | Value::Number(text) => vec![text.clone()],
        Value::List(values) => values.iter().flat_map(texts).collect(),
        Value::Object(fields) => {
            field(fields, "name").or(field(fields, "@value")).map(texts).unwrap_or_default()
        }
        Value::Nothing | Value::Truth(_) => Vec::new(),
    }
}

/// "Ferry runs again | Coast Ledger": a title without the publisher's name, where that, or a heading of the page, tells it apart;
/// and what was taken off.
fn without_source(title: &str, source: &str, headings: &[&str]) -> (String, String) {
    const BETWEEN: &[&str] = &[" | ", " - ", " – ", " — ", " :: ", " » ", " « ", " · ", " / "];
    let is_source = |part: &str| {
        let (part, source) = (key(part), key(source));
        let is_part = |whole: &str, part: &str| part.len() > 3 && whole.starts_with(part);
        part == source && !part.is_empty() || is_part(&part, &source) || is_part(&source, &part)
    };
    let is_heading =
        |part: &str| headings.iter().any(|heading| !part.is_empty() && key(heading) == key(part));
    let whole = || (title.to_owned(), String::new());
    if is_heading(title) {
        return whole();
    }
    for between in BETWEEN {
        let halves = [title.split_once(between), title.rsplit_once(between)];
        for (head, tail) in halves.into_iter().flatten() {
            let last = |tail: &str| tail.rsplit(between).next().unwrap_or(tail).trim().to_owned();
            if is_heading(head) || is_source(tail) {
                return (head.trim().to_owned(), last(tail));
            }
            if is_heading(tail) || is_source(head) {
                return (tail.trim().to_owned(), head.trim().to_owned());
            }
        }
    }
    whole()
}

/// `https://www.ledger.example/news/1` -> `ledger.example`.
pub(super) fn host(address: &str) -> &str {
    let host = address.split_once("://").map_or("", |(_, rest)| rest);
    let host = host.split(['/', '?', '#', ':']).next().unwrap_or("");
    host.strip_prefix("www.").unwrap_or(host)
}
