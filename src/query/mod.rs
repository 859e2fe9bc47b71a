//! Query text -> [`Results`]: parse, match, filter, rank, snippets, facets, dates; and beside a search what a query may
//! go on to ([`complete`]) and every match in its context ([`concordance`]). A query never fails: what cannot be understood is
//! searched as words and named in [`Results::diagnostics`].

mod complete;
mod concordance;
mod conjunction;
mod dates;
mod facets;
mod fields;
mod filters;
mod forms;
mod frequencies;
mod lexer;
mod marks;
mod matching;
mod nearest;
mod occurrences;
mod parser;
mod profile;
mod ranking;
mod results;
mod set;
mod short;
mod snippets;
mod suggestion;
mod syntax;
mod timeline;
mod typing;
mod typos;

pub use complete::{Completion, CompletionKind, Completions, complete};
pub use concordance::{Concordance, Line, LineOrder, concordance};
pub use nearest::nearest;
pub use parser::parse;
pub use profile::{NameUse, Profile, ProfileArticle, ProfileQuote, profile};
pub use results::{
    DateUnit, Dates, Detail, Diagnostic, Facet, FacetValue, Hit, Request, Results, Snippet, Sort, Suggestion,
};
pub use syntax::{Field, Form, Pattern, Phrase, Query, Value};
pub use timeline::{TimelineEntry, timeline};

use crate::index::{ArticleId, Corpus, DecodeError};
use crate::text::Span;
use filters::Filters;
use marks::Marker;

/// Answers a request.
pub fn search(corpus: &Corpus, request: &Request) -> Result<Results, DecodeError> {
    let (query, diagnostics) = parse(&request.query);
    if request.detail == Detail::Ids
        && let Some((total, hits)) = short::answer(corpus, request, &query)?
    {
        return Ok(Results { total, hits, diagnostics, ..Results::default() });
    }
    let mut patterns = Vec::new();
    let asked = matching::evaluated(corpus, &query, &mut patterns)?;
    let filters = Filters::new(corpus, request, asked)?;
    let found = filters.all();
    let reach = request.offset.saturating_add(request.limit);
    let ranked = ranking::best(corpus, &patterns, &found, request.sort, reach)?;
    let shown = ranked.iter().skip(request.offset);
    let mut results = Results { total: found.len(), diagnostics, ..Results::default() };
    if request.detail == Detail::Ids {
        let plain = |&(article, score): &_| Hit {
            article: ArticleId(article),
            score,
            snippets: Vec::new(),
            text: String::new(),
        };
        results.hits = shown.map(plain).collect();
        return Ok(results);
    }
    let marker = Marker::new(corpus, &query)?;
    for &(article, score) in shown {
        results.hits.push(hit(corpus, &marker, ArticleId(article), score)?);
    }
    for (facet, counted) in Facet::ALL.into_iter().zip(facets::counted(corpus, &filters)?) {
        results.facets.push((facet, counted.values));
        results.facet_totals.push((facet, counted.total));
    }
    results.dates = dates::dates(corpus, &filters.without_dates())?;
    if results.total == 0 {
        results.suggestion = suggestion::suggestion(corpus, request)?;
    }
    Ok(results)
}

/// The values of one facet whose label holds every word of `text`, counted as [`search`] counts them.
pub fn values(
    corpus: &Corpus,
    request: &Request,
    facet: Facet,
    text: &str,
) -> Result<Vec<FacetValue>, DecodeError> {
    let asked = matching::matching(corpus, &parse(&request.query).0)?;
    facets::holding(corpus, &Filters::new(corpus, request, asked)?, facet, text)
}

fn hit(corpus: &Corpus, marker: &Marker, article: ArticleId, score: f32) -> Result<Hit, DecodeError> {
    let text = corpus.text(article)?;
    let marks = marker.marks(corpus, article, &text)?;
    let snippets = snippets::snippets(&text, &corpus.blocks(article, &text)?, &marks);
    Ok(Hit { article, score, snippets, text })
}

/// Every match of a query in one article's text, ordered: what the reader marks.
pub fn matches(corpus: &Corpus, query: &str, article: ArticleId) -> Result<Vec<Span>, DecodeError> {
    Marker::new(corpus, &parse(query).0)?.marks(corpus, article, &corpus.text(article)?)
}
