//! What a search answers.

use crate::index::ArticleId;
use crate::text::{Date, Span};

/// What the page or the command line asks. `query` is in the query language; the selections are those of the
/// facets, joined to it by AND; values of one facet are joined by OR.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Request {
    pub query: String,
    /// Chosen values a facet.
    pub selected: Vec<(Facet, Vec<String>)>,
    /// Values a facet that no article may have.
    pub excluded: Vec<(Facet, Vec<String>)>,
    /// Articles whose date may fall on or after / on or before.
    pub from: Option<Date>,
    pub to: Option<Date>,
    pub sort: Sort,
    pub offset: usize,
    /// How many hits to give; the total and the facets count all.
    pub limit: usize,
    pub detail: Detail,
}

/// How much a search tells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Detail {
    #[default]
    Full,
    /// The hits as ever, but no facets, no dates and no suggestion: what a reader looks at first while typing.
    List,
    /// Which articles match, and their scores: no snippets, no facets, no dates, no suggestion. For those who ask often and
    /// show little.
    Ids,
}

/// The order of the hits; ties by date (newest first), then id.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// BM25; by date where the query holds no words.
    #[default]
    Relevance,
    /// Newest first, undated last.
    Date,
    Source,
}

/// What articles are counted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Facet {
    Source,
    Person,
    Organization,
    Place,
    Agreement,
    Event,
    Year,
}

impl Facet {
    pub const ALL: [Self; 7] = [
        Self::Source,
        Self::Person,
        Self::Organization,
        Self::Place,
        Self::Agreement,
        Self::Event,
        Self::Year,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Self::Source => "source",
            Self::Person => "person",
            Self::Organization => "organization",
            Self::Place => "place",
            Self::Agreement => "agreement",
            Self::Event => "event",
            Self::Year => "year",
        }
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Results {
    /// How many articles match.
    pub total: usize,
    pub hits: Vec<Hit>,
    /// Each facet counted over the matches as if it alone were open (what is chosen and excluded of it left out), its 200
    /// most frequent values.
    pub facets: Vec<(Facet, Vec<FacetValue>)>,
    /// How many values each facet has in all.
    pub facet_totals: Vec<(Facet, usize)>,
    /// The matches by date, counted as if no date were chosen.
    pub dates: Dates,
    pub diagnostics: Vec<Diagnostic>,
    /// Only where nothing matches.
    pub suggestion: Option<Suggestion>,
}

/// Matches by date, in bins without a gap from the corpus's first date to its last.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Dates {
    pub unit: DateUnit,
    /// A day, a month or a year each, with its number of articles.
    pub bins: Vec<(Date, u32)>,
}

/// How wide a bin is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DateUnit {
    Day,
    Month,
    #[default]
    Year,
}

impl DateUnit {
    pub fn name(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Month => "month",
            Self::Year => "year",
        }
    }
}

/// The query with a word of the corpus in place of one that it does not have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    pub query: String,
    /// How many articles it finds, with everything else that the request asks.
    pub total: usize,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    pub article: ArticleId,
    /// BM25; 0 where the query holds no words.
    pub score: f32,
    pub snippets: Vec<Snippet>,
    /// The article's text, of which the snippets are parts; empty where only ids are asked for.
    pub text: String,
}

/// A passage of an article that answers the query.
#[derive(Clone, Debug, PartialEq)]
pub struct Snippet {
    /// The passage, in the article's text.
    pub span: Span,
    /// The matches inside it, in the article's text, ordered, apart from each other.
    pub marks: Vec<Span>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct FacetValue {
    /// What a selection names: the source, the entity's id, the year.
    pub value: String,
    /// What people read: the source, the entity's name, the year.
    pub label: String,
    pub count: u32,
}

/// A part of the query that could not be understood and was searched as words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// In the query.
    pub span: Span,
    pub message: String,
}
