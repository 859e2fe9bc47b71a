//! A search just good enough to hold the index against: it reads every article for every query, word by word.

use crossread::analysis::{Form, Reading};
use crossread::index::spelling;
use crossread::ingest::{Article, EntityKind};
use crossread::text::{Date, fold, stem, words};

/// What is asked, as a query of the query language and as what it means.
#[derive(Clone, Debug)]
pub enum Asked {
    Words(Words),
    Field(&'static str, String),
    /// As it is written: `2024`, `2024-03..2024-04`, open on either side.
    Date(String),
    And(Vec<Asked>),
    Or(Vec<Asked>),
    Not(Box<Asked>),
}

/// A phrase, and others each near what stands before it.
#[derive(Clone, Debug)]
pub struct Words {
    pub in_title: bool,
    pub first: Phrase,
    pub near: Vec<(usize, Phrase)>,
}

#[derive(Clone, Debug)]
pub enum Phrase {
    Quoted(Vec<String>),
    Word(String),
    Prefix(String),
    Typos(String, usize),
}

impl Asked {
    /// The query, with brackets around everything that is joined.
    pub fn query(&self) -> String {
        let joined = |parts: &[Self], by: &str| {
            let parts: Vec<_> = parts.iter().map(Self::query).collect();
            format!("({})", parts.join(by))
        };
        match self {
            Self::Words(words) => words.query(),
            Self::Field(field, value) => format!("{field}:\"{value}\""),
            Self::Date(date) => format!("date:{date}"),
            Self::And(parts) => joined(parts, " "),
            Self::Or(parts) => joined(parts, " OR "),
            Self::Not(inner) => format!("NOT {}", inner.query()),
        }
    }
}

impl Words {
    fn query(&self) -> String {
        let mut query = self.first.query();
        for (distance, phrase) in &self.near {
            query += &format!(" NEAR/{distance} {}", phrase.query());
        }
        match (self.in_title, self.near.is_empty()) {
            (true, true) => format!("title:{query}"),
            (true, false) => format!("title:({query})"),
            _ => query,
        }
    }
}

impl Phrase {
    fn query(&self) -> String {
        match self {
            Self::Quoted(words) => format!("\"{}\"", words.join(" ")),
            Self::Word(word) => word.clone(),
            Self::Prefix(word) => format!("{word}*"),
            Self::Typos(word, typos) => format!("{word}~{typos}"),
        }
    }

    /// First and last position of each place where the phrase stands.
    fn places(&self, text: &[String], language: &str) -> Vec<(usize, usize)> {
        let single = |is: &dyn Fn(&String) -> bool| {
            (0..text.len()).filter(|&at| is(&text[at])).map(|at| (at, at)).collect()
        };
        match self {
            Self::Quoted(phrase) => {
                let phrase: Vec<_> = phrase.iter().map(|word| fold(word).into_owned()).collect();
                let at = |(at, window): (usize, &[String])| (window == phrase).then_some(at);
                let found = text.windows(phrase.len()).enumerate().filter_map(at);
                found.map(|at| (at, at + phrase.len() - 1)).collect()
            }
            Self::Word(word) => {
                let word = &*fold(word);
                single(&|other| other == word || stem(other, language) == stem(word, language))
            }
            Self::Prefix(word) => single(&|other| other.starts_with(&*fold(word))),
            Self::Typos(word, typos) => single(&|other| typos_between(&fold(word), other) <= *typos),
        }
    }
}

/// Letters dropped, added, changed or swapped with their neighbour (optimal string alignment).
fn typos_between(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut table = vec![vec![0; b.len() + 1]; a.len() + 1];
    for i in 0..=a.len() {
        for j in 0..=b.len() {
            table[i][j] = match (i, j) {
                (0, _) => j,
                (_, 0) => i,
                _ => {
                    let change = table[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
                    let mut best = change.min(table[i - 1][j] + 1).min(table[i][j - 1] + 1);
                    if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                        best = best.min(table[i - 2][j - 2] + 1);
                    }
                    best
                }
            };
        }
    }
    table[a.len()][b.len()]
}

/// The articles to search.
pub struct Library<'a> {
    pub articles: &'a [Article],
    pub readings: &'a [Reading],
}

impl Library<'_> {
    /// The numbers of the articles that match.
    pub fn find(&self, asked: &Asked) -> Vec<usize> {
        (0..self.articles.len()).filter(|&at| self.matches(at, asked)).collect()
    }

    pub fn matches(&self, at: usize, asked: &Asked) -> bool {
        let article = &self.articles[at];
        match asked {
            Asked::Words(words) => holds_words(article, words),
            Asked::Field(field, value) => self.field(at, field, &spelling(value)),
            Asked::Date(date) => {
                let date = match date.split_once("..") {
                    Some((from, to)) => {
                        let open = |end: &str| if end.is_empty() { "..".to_owned() } else { end.to_owned() };
                        format!("{}/{}", open(from), open(to))
                    }
                    None => date.clone(),
                };
                let date: Date = date.parse().expect("a date");
                article.date.is_some_and(|of| of.overlaps(&date))
            }
            Asked::And(parts) => parts.iter().all(|part| self.matches(at, part)),
            Asked::Or(parts) => parts.iter().any(|part| self.matches(at, part)),
            Asked::Not(inner) => !self.matches(at, inner),
        }
    }

    fn field(&self, at: usize, field: &str, value: &str) -> bool {
        let article = &self.articles[at];
        match field {
            "source" => article.source.iter().any(|source| has_words(&spelling(source), value)),
            "author" => article.authors.iter().any(|author| has_words(&spelling(author), value)),
            "lang" => {
                let language = language(article);
                spelling(language) == value || language.split('-').next().is_some_and(|part| part == value)
            }
            "person" => self.entity(at, value, Some(EntityKind::Person), false),
            "place" => self.entity(at, value, Some(EntityKind::Place), false),
            "org" => self.entity(at, value, Some(EntityKind::Organization), false),
            "speaker" => self.entity(at, value, None, true),
            _ => self.entity(at, value, None, false),
        }
    }

    /// Whether the article names, or quotes, an entity of that name or role.
    fn entity(&self, at: usize, value: &str, kind: Option<EntityKind>, speaking: bool) -> bool {
        let is = |spelling: &str| spelling == value;
        let holds = |spelling: &str| has_words(spelling, value);
        let mut meant = self.named(&is, kind);
        let is_whole = !meant.is_empty();
        if !is_whole {
            meant = self.named(&holds, kind);
        }
        let (text, reading) = (&self.articles[at].text, &self.readings[at]);
        reading.entities.iter().enumerate().any(|(index, entity)| {
            let speaks = reading.quotes.iter().any(|quote| {
                quote.speaker.and_then(|speaker| speaker.entity).is_some_and(|of| of.0 as usize == index)
            });
            let mentions = || {
                reading
                    .mentions
                    .iter()
                    .filter(move |mention| mention.entity.is_some_and(|of| of.0 as usize == index))
            };
            let appears = if speaking { speaks } else { speaks || mentions().next().is_some() };
            let by_role = kind.is_none_or(|kind| kind == entity.kind)
                && mentions().filter(|mention| mention.form == Form::Role).any(|mention| {
                    let role = spelling(mention.span.of(text));
                    if is_whole { is(&role) } else { holds(&role) }
                });
            appears && (meant.contains(&entity.id) || by_role)
        })
    }

    /// The ids of the entities that are spelled so somewhere.
    fn named(&self, is_meant: &dyn Fn(&str) -> bool, kind: Option<EntityKind>) -> Vec<String> {
        let mut found = Vec::new();
        for (article, reading) in self.articles.iter().zip(self.readings) {
            for (index, entity) in reading.entities.iter().enumerate() {
                let names = reading.mentions.iter().filter(|mention| {
                    mention.entity.is_some_and(|of| of.0 as usize == index) && mention.form == Form::Name
                });
                let mut spellings: Vec<String> =
                    names.map(|mention| spelling(mention.span.of(&article.text))).collect();
                spellings.extend([spelling(&entity.name), spelling(&entity.id)]);
                if kind.is_none_or(|kind| kind == entity.kind) && spellings.iter().any(|name| is_meant(name))
                {
                    found.push(entity.id.clone());
                }
            }
        }
        found
    }
}

/// The article's language; English is the library's.
fn language(article: &Article) -> &str {
    article.language.as_deref().unwrap_or("en")
}

/// Whether the words stand in the spelling side by side.
fn has_words(spelling: &str, part: &str) -> bool {
    let (words, part): (Vec<_>, Vec<_>) = (spelling.split(' ').collect(), part.split(' ').collect());
    words.windows(part.len()).any(|window| window == part)
}

fn holds_words(article: &Article, asked: &Words) -> bool {
    let language = language(article);
    let in_zone = |text: &str| {
        let text: Vec<String> = words(text).iter().map(|word| word.folded().into_owned()).collect();
        let mut found = asked.first.places(&text, language);
        for (distance, phrase) in &asked.near {
            let others = phrase.places(&text, language);
            let near = |one: &(usize, usize), other: &(usize, usize)| {
                let gap = if other.0 > one.1 { other.0 - one.1 } else { one.0.saturating_sub(other.1) };
                gap > 0 && gap <= distance + 1
            };
            let pairs = found.iter().flat_map(|one| others.iter().map(move |other| (*one, *other)));
            let pairs = pairs.filter(|(one, other)| near(one, other));
            found = pairs.map(|(one, other)| (one.0.min(other.0), one.1.max(other.1))).collect();
        }
        !found.is_empty()
    };
    in_zone(&article.title) || (!asked.in_title && in_zone(&article.text))
}
