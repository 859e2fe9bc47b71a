//! A query as it was understood.

use crate::index::Zone;
use crate::text::Date;
use std::fmt;

/// What articles are asked for. [`Display`](fmt::Display) writes it unambiguously: words joined by AND as
/// `(and iran russia)`, inflected words as `treaty`, exact ones as `"treaty"`.
#[derive(Clone, Debug, PartialEq)]
pub enum Query {
    Everything,
    Text(Pattern),
    Field(Field, Value),
    /// Articles whose date may fall within.
    Date(Date),
    And(Vec<Query>),
    Or(Vec<Query>),
    Not(Box<Query>),
}

/// Words that stand in an article: one phrase, or several, each within so many words of the one before it.
#[derive(Clone, Debug, PartialEq)]
pub struct Pattern {
    /// Where to look; `None` for title and text.
    pub zone: Option<Zone>,
    pub first: Phrase,
    /// `NEAR/5` and the phrase behind it.
    pub near: Vec<(u32, Phrase)>,
}

/// Words side by side; at least one.
#[derive(Clone, Debug, PartialEq)]
pub struct Phrase(pub Vec<Form>);

/// Which words count as the one asked for. All are folded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Form {
    /// The word and what the language of the article takes for the same word inflected.
    Inflected(String),
    Exact(String),
    Prefix(String),
    /// Up to so many letters dropped, added, changed or swapped with their neighbour.
    Typos(String, u8),
}

/// What a field of a query looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    Source,
    Author,
    Language,
    Speaker,
    /// An entity of any kind.
    Entity,
    Kind(crate::ingest::EntityKind),
}

/// A name in a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Value {
    /// As [`spelling`](crate::index::spelling) gives it.
    pub spelling: String,
    /// Whether the last word may go on (`person:arag*`).
    pub open: bool,
}

impl Pattern {
    /// The patterns of a query that an article is to have, not those behind NOT.
    pub fn wanted(query: &Query) -> Vec<&Pattern> {
        let mut found = Vec::new();
        collect(query, true, &mut found);
        found
    }

    pub fn phrases(&self) -> impl Iterator<Item = &Phrase> {
        std::iter::once(&self.first).chain(self.near.iter().map(|(_, phrase)| phrase))
    }

    /// The zones in which the pattern is looked for.
    pub fn zones(&self) -> &'static [Zone] {
        match self.zone {
            None => &[Zone::Title, Zone::Text],
            Some(Zone::Title) => &[Zone::Title],
            Some(Zone::Text) => &[Zone::Text],
        }
    }
}

fn collect<'q>(query: &'q Query, wanted: bool, found: &mut Vec<&'q Pattern>) {
    match query {
        Query::Text(pattern) if wanted => found.push(pattern),
        Query::And(parts) | Query::Or(parts) => parts.iter().for_each(|part| collect(part, wanted, found)),
        Query::Not(inner) => collect(inner, !wanted, found),
        _ => {}
    }
}

impl Field {
    pub fn name(self) -> &'static str {
        use crate::ingest::EntityKind::*;
        match self {
            Self::Source => "source",
            Self::Author => "author",
            Self::Language => "lang",
            Self::Speaker => "speaker",
            Self::Entity => "entity",
            Self::Kind(Person) => "person",
            Self::Kind(Organization) => "org",
            Self::Kind(Place) => "place",
            Self::Kind(Agreement) => "agreement",
            Self::Kind(Event) => "event",
        }
    }
}

impl fmt::Display for Query {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let list = |f: &mut fmt::Formatter<'_>, name: &str, parts: &[Query]| {
            write!(f, "({name}")?;
            parts.iter().try_for_each(|part| write!(f, " {part}"))?;
            f.write_str(")")
        };
        match self {
            Self::Everything => f.write_str("everything"),
            Self::Text(pattern) => write!(f, "{pattern}"),
            Self::Field(field, value) => {
                write!(f, "{}:\"{}\"{}", field.name(), value.spelling, if value.open { "*" } else { "" })
            }
            Self::Date(date) => write!(f, "date:{date}"),
            Self::And(parts) => list(f, "and", parts),
            Self::Or(parts) => list(f, "or", parts),
            Self::Not(inner) => write!(f, "(not {inner})"),
        }
    }
}

impl fmt::Display for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.zone == Some(Zone::Title) {
            f.write_str("title:")?;
        }
        if self.near.is_empty() {
            return write!(f, "{}", self.first);
        }
        write!(f, "(near {}", self.first)?;
        self.near.iter().try_for_each(|(distance, phrase)| write!(f, " /{distance} {phrase}"))?;
        f.write_str(")")
    }
}

impl fmt::Display for Phrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, form) in self.0.iter().enumerate() {
            if index > 0 {
                f.write_str("+")?;
            }
            match form {
                Form::Inflected(word) => f.write_str(word)?,
                Form::Exact(word) => write!(f, "\"{word}\"")?,
                Form::Prefix(word) => write!(f, "{word}*")?,
                Form::Typos(word, typos) => write!(f, "{word}~{typos}")?,
            }
        }
        Ok(())
    }
}
