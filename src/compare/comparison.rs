//! What a comparison of articles says. Every claim carries the passages it rests on.

use crate::ingest::EntityKind;
use crate::text::Span;

/// Two to twenty articles held against each other. Articles are numbered by their place in the call.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Comparison {
    pub passages: Vec<Passage>,
    /// Passages that no other article has.
    pub alone: Vec<Place>,
    pub entities: Vec<EntityRow>,
    pub quotes: Vec<SpeakerQuotes>,
    pub dates: Vec<DateFinding>,
    pub words: Vec<Keyness>,
}

/// A stretch of one of the articles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The article's place in the call.
    pub article: usize,
    pub span: Span,
}

/// Stretches of different articles that tell the same.
#[derive(Clone, Debug, PartialEq)]
pub struct Passage {
    /// One an article or more, ordered by article.
    pub places: Vec<Place>,
    pub relation: Relation,
    /// 0 to 1.
    pub similarity: f32,
    pub differs: Vec<Difference>,
    /// What the alignment rests on, to be opened: shared entities, dates, numbers, words and their weights.
    pub evidence: Vec<Evidence>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Relation {
    /// The same wording.
    Same,
    Reworded,
    Related,
}

/// In what two passages that tell the same differ.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    pub kind: DifferenceKind,
    /// One an entry of `places`, in that order.
    pub values: Vec<String>,
    pub places: Vec<Place>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DifferenceKind {
    Date,
    Number,
    Name,
    Negation,
    Modality,
}

/// One thing that two passages share, with its share of the similarity.
#[derive(Clone, Debug, PartialEq)]
pub struct Evidence {
    pub kind: EvidenceKind,
    pub label: String,
    pub weight: f32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EvidenceKind {
    Entity,
    Date,
    Number,
    Word,
}

/// One entity and how each article names it.
#[derive(Clone, Debug, PartialEq)]
pub struct EntityRow {
    pub entity: String,
    pub label: String,
    pub kind: EntityKind,
    /// Mentions an article.
    pub counts: Vec<u32>,
    /// The names each article uses, most frequent first; roles and demonyms among them, pronouns not.
    pub names: Vec<Vec<String>>,
}

/// What one speaker says in the articles.
#[derive(Clone, Debug, PartialEq)]
pub struct SpeakerQuotes {
    /// `None` gathers quotes whose speaker is not sure.
    pub entity: Option<String>,
    pub label: String,
    pub items: Vec<Place>,
}

/// Dates that cannot both be so.
#[derive(Clone, Debug, PartialEq)]
pub struct DateFinding {
    pub kind: DateFindingKind,
    /// A plain sentence with both dates and what follows from each.
    pub explain: String,
    pub places: Vec<Place>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DateFindingKind {
    /// An order that cannot be.
    Order,
    /// The same event with two dates.
    Disagree,
}

/// A word that one article has more of than the others: log ratio first, counts and G2 beside it.
#[derive(Clone, Debug, PartialEq)]
pub struct Keyness {
    pub term: String,
    pub counts: Vec<u32>,
    pub per_million: Vec<f64>,
    /// Of the article with the highest rate against the rest together.
    pub log_ratio: f64,
    pub g2: f64,
}
