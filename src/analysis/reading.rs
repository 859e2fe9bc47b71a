//! What was read in an article: who is named, who speaks, which days and numbers are meant.

use crate::ingest::EntityKind;
use crate::text::{Date, Span};
use serde::{Deserialize, Serialize};

/// The reading of one article. Every list is ordered by where its items stand.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Reading {
    pub sentences: Vec<Span>,
    /// The entities of this article in order of first mention; [`EntityIndex`] points here.
    pub entities: Vec<Entity>,
    pub mentions: Vec<Mention>,
    pub quotes: Vec<Quote>,
    pub dates: Vec<DateMention>,
    pub numbers: Vec<Number>,
}

impl Reading {
    pub fn entity(&self, index: EntityIndex) -> &Entity {
        &self.entities[index.0 as usize]
    }
}

/// Points into [`Reading::entities`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct EntityIndex(pub u16);

/// Somebody or something that an article names. Two articles name the same where the ids are the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entity {
    /// The curated id, or the slug of the fullest name in the corpus: `abbas-araghchi`.
    pub id: String,
    /// The curated or the fullest name.
    pub name: String,
    pub kind: EntityKind,
    /// The titles that stand before a person's name in this article: `senator`. Empty once the articles are
    /// linked.
    pub titles: Vec<String>,
    /// The names that were taken for this entity when the articles of a corpus were [linked](super::link), by name.
    pub joined: Vec<Joined>,
}

/// A name of another article that means the same entity, and why it is thought so.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Joined {
    pub name: String,
    pub why: Why,
}

/// Why two names are taken for one entity; the articles always speak of the same things otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Why {
    /// "Araghchi" or "A. Araghchi", and one fuller name alone that it can stand for.
    Shorter,
    /// "Abbas Saleh Araghchi", where hardly any article has the whole, and "Abbas Araghchi".
    Fuller,
    /// "SCO", and the one name of these initials that goes by them elsewhere.
    Initials,
    /// "Organisation" and "Organization".
    Spelling,
    /// "Araqchi" and "Araghchi": one name from another script.
    Transcription,
    /// "Chuck Brennick" and "Charles Brennick".
    Nickname,
}

impl Why {
    pub fn name(self) -> &'static str {
        match self {
            Self::Shorter => "shorter",
            Self::Fuller => "fuller",
            Self::Initials => "initials",
            Self::Spelling => "spelling",
            Self::Transcription => "transcription",
            Self::Nickname => "nickname",
        }
    }
}

/// A stretch of text that stands for an entity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mention {
    pub span: Span,
    pub kind: EntityKind,
    /// `None` where the article leaves open who is meant.
    pub entity: Option<EntityIndex>,
    pub form: Form,
    pub basis: Basis,
}

/// In which way an entity is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Form {
    Name,
    /// "SCO"
    Acronym,
    /// "Iranian"
    Demonym,
    /// "the Foreign Minister"
    Role,
    /// "he", as the speaker of a quote only.
    Pronoun,
}

/// How a mention is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Basis {
    /// `entities.toml` says so.
    Curated,
    /// The article defines the name itself: "Shanghai Cooperation Organization (SCO)".
    Defined,
    Rule,
    Model,
}

/// What somebody said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quote {
    /// What was said: what stands between the quotation marks where that is all of it, else the whole with the marks in
    /// it: `the talks were “frank and useful”`, `“The talks,” he said, “were frank.”`
    pub span: Span,
    pub style: QuoteStyle,
    /// What stands between quotation marks, in order; empty for an indirect quote.
    pub parts: Vec<Span>,
    pub speaker: Option<Speaker>,
    /// The verb or phrase that says it is speech: "said", "according to".
    pub cue: Option<Span>,
}

impl Quote {
    /// Whether a stretch of text is among what was said, and no words of the writer between the marks.
    pub fn holds(&self, stretch: Span) -> bool {
        let is_broken = self.cue.is_some_and(|cue| self.span.contains(cue));
        if is_broken && !self.parts.is_empty() {
            return self.parts.iter().any(|part| part.overlaps(stretch));
        }
        self.span.overlaps(stretch)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum QuoteStyle {
    Direct,
    Indirect,
}

/// Who speaks: the words that say so, and who is behind them where that is sure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Speaker {
    pub span: Span,
    pub entity: Option<EntityIndex>,
}

/// A stretch of text that means a date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DateMention {
    pub span: Span,
    pub value: Date,
    pub basis: ValueBasis,
}

/// Whether a value stands in the text as such or was worked out from the article's date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ValueBasis {
    Stated,
    Resolved,
}

/// A number with its unit: "20-year" is 20 `year`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Number {
    pub span: Span,
    pub value: f64,
    /// Singular, folded: `year`, `percent`, `barrel per day`, `USD`; empty where nothing is counted.
    pub unit: String,
}

macro_rules! names {
    ($type:ident { $($variant:ident => $name:literal),+ }) => {
        impl $type {
            /// The name in the JSON that users see.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),+ }
            }
        }
    };
}

names!(Form { Name => "name", Acronym => "acronym", Demonym => "demonym", Role => "role", Pronoun => "pronoun" });
names!(Basis { Curated => "curated", Defined => "defined", Rule => "rule", Model => "model" });
names!(QuoteStyle { Direct => "direct", Indirect => "indirect" });
names!(ValueBasis { Stated => "stated", Resolved => "resolved" });
