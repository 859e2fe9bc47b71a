//! What a comparison of articles says. Every claim carries the passages it rests on.

use crate::ingest::EntityKind;
use crate::text::Span;

/// Two to twenty articles held against each other. Articles are numbered by their place in the call.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Comparison {
    pub passages: Vec<Passage>,
    /// Sentences about which all other articles are silent: none comes near, and none has most of their words.
    pub alone: Vec<Place>,
    pub entities: Vec<EntityRow>,
    pub quotes: Vec<SpeakerQuotes>,
    pub dates: Vec<DateFinding>,
    pub words: Vec<Keyness>,
    /// What all articles but one tell for sure, and the one is silent about; only where there are three or more.
    pub left_out: Vec<LeftOut>,
    pub utterances: Vec<Utterance>,
    pub copies: Vec<CopiedText>,
}

/// What a comparison leaves aside.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Leaves wording that articles copied out of everything but [`Comparison::copies`].
    pub without_copies: bool,
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
    /// The words that both have in the same order, one run after another; empty where the passage is rewritten.
    pub kept: Vec<[Place; 2]>,
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
    /// Who said it.
    Speaker,
}

/// One thing that two passages share, with its share of the similarity.
#[derive(Clone, Debug, PartialEq)]
pub struct Evidence {
    pub kind: EvidenceKind,
    pub label: String,
    pub weight: f32,
    /// Where each passage has it, by article.
    pub places: Vec<Place>,
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

/// What every other article tells and one does not.
#[derive(Clone, Debug, PartialEq)]
pub struct LeftOut {
    /// The article that does not tell it.
    pub article: usize,
    /// One passage of each of the others, ordered by article.
    pub places: Vec<Place>,
}

/// What was said, as two articles give it.
#[derive(Clone, Debug, PartialEq)]
pub struct Utterance {
    pub relation: Retelling,
    /// The words said, ordered by article.
    pub places: [Place; 2],
    /// The entities that are said to have said it; `None` where an article leaves it open.
    pub speakers: [Option<String>; 2],
    /// Whether each article names its speaker, and the two are different people for sure.
    pub given_to_another: bool,
}

/// How the words that one article quotes stand to those of the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Retelling {
    /// The same words.
    Same,
    /// The same words, but one of the two has only a part of them.
    Cut,
    /// The same matter in other words.
    Paraphrased,
}

/// Wording that stands twice: in two articles, or twice in one.
#[derive(Clone, Debug, PartialEq)]
pub struct CopiedText {
    /// Ordered by article and place.
    pub places: [Place; 2],
    /// How many words both have.
    pub words: u32,
    /// Whether both give it as somebody's words: quoting is no copying.
    pub is_quoted: bool,
    /// The article that had it first, where both dates are sure days and differ.
    pub source: Option<usize>,
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

/// A word that one article, or set of articles, has more of than the others: log ratio first, counts and G2 beside it.
#[derive(Clone, Debug, PartialEq)]
pub struct Keyness {
    pub term: String,
    /// The article or set with the highest rate.
    pub of: usize,
    pub counts: Vec<u32>,
    pub per_million: Vec<f64>,
    /// Of the article with the highest rate against the rest together.
    pub log_ratio: f64,
    pub g2: f64,
    pub bic: f64,
    /// `None` where the others do not have the term.
    pub percent_difference: Option<f64>,
    /// How unevenly the term is spread over the paragraphs of the article, or the articles of the set, with the highest
    /// rate: DPnorm, 0 even to 1; `None` where there is only one.
    pub dispersion: Option<f64>,
}
