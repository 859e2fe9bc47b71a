//! Query text -> [`Results`]: parse, match, filter, rank, snippets, facets, dates; and beside a search what a query may
//! go on to ([`complete`], [`next_letters`]) and every match in its context ([`concordance`]). A query never fails: what cannot be understood is
//! searched as words and named in [`Results::diagnostics`].

mod adjacent;
mod alternatives;
mod complete;
mod concordance;
mod conjunction;
mod dates;
mod facets;
mod fields;
mod filters;
mod foresight;
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
pub use foresight::next_letters;
pub use nearest::nearest;
pub use parser::parse;
pub use profile::{NameUse, Profile, ProfileArticle, ProfileQuote, profile};
pub use results::{
    DateUnit, Dates, Detail, Diagnostic, Facet, FacetValue, Hit, Request, Results, Snippet, Sort, Suggestion,
};
pub use syntax::{Field, Form, Pattern, Phrase, Query, Value};
pub use timeline::{TimelineEntry, timeline};

use crate::analysis::{Form as Named, Mention};
use crate::index::{ArticleId, Corpus, DecodeError};
use crate::text::Span;
use filters::Filters;
use marks::Marker;
use ranking::Found;

/// Answers a request.
pub fn search(corpus: &Corpus, request: &Request) -> Result<Results, DecodeError> {
    let (query, diagnostics) = parse(&request.query);
    if request.detail == Detail::Full {
        return full(corpus, request, &query, diagnostics);
    }
    let found = match short::answer(corpus, request, &query)? {
        Some(found) => found,
        None => matches_in_order(corpus, request, &query)?.1,
    };
    let hits = listed(corpus, request, &query, &found)?;
    Ok(Results { total: found.total, hits, diagnostics, ..Results::default() })
}

/// What passes each part of the request, and what passes all.
fn matches_in_order(
    corpus: &Corpus,
    request: &Request,
    query: &Query,
) -> Result<(Filters, Found), DecodeError> {
    let mut patterns = Vec::new();
    let asked = matching::evaluated(corpus, query, &mut patterns)?;
    let filters = Filters::new(corpus, request, asked)?;
    let all = filters.all();
    let reach = request.offset.saturating_add(request.limit);
    let ranked = ranking::best(corpus, &patterns, &all, request.sort, reach)?;
    Ok((filters, Found::new(request, all.len(), ranked)))
}

fn full(
    corpus: &Corpus,
    request: &Request,
    query: &Query,
    diagnostics: Vec<Diagnostic>,
) -> Result<Results, DecodeError> {
    let (filters, found) = matches_in_order(corpus, request, query)?;
    let hits = listed(corpus, request, query, &found)?;
    let mut results = Results { total: found.total, hits, diagnostics, ..Results::default() };
    for (facet, counted) in Facet::ALL.into_iter().zip(facets::counted(corpus, &filters)?) {
        results.facets.push((facet, counted.values));
        results.facet_totals.push((facet, counted.total));
    }
    results.dates = dates::dates(corpus, &filters.without_dates())?;
    if found.total == 0 {
        results.suggestion = suggestion::suggestion(corpus, request)?;
    }
    Ok(results)
}

/// The hits, with snippets unless ids alone are asked for.
fn listed(corpus: &Corpus, request: &Request, query: &Query, found: &Found) -> Result<Vec<Hit>, DecodeError> {
    let marker = match request.detail {
        Detail::Ids => None,
        Detail::List | Detail::Full => Some(Marker::new(corpus, query)?),
    };
    let mut hits = Vec::with_capacity(found.ranked.len());
    for &(article, score) in &found.ranked {
        let article = ArticleId(article);
        let mut hit = Hit { article, score, snippets: Vec::new(), text: String::new() };
        if let Some(marker) = &marker {
            hit.text = corpus.text(article)?;
            let marks = marker.marks(corpus, article, &hit.text)?;
            let named =
                if marks.is_empty() { named(corpus, request, article, &hit.text)? } else { Vec::new() };
            hit.snippets = snippets::snippets(&hit.text, &corpus.blocks(article, &hit.text)?, &marks, &named);
        }
        hits.push(hit);
    }
    Ok(hits)
}

/// Where an article names what the request chooses: what its passage is about where the query has nothing in it.
fn named(
    corpus: &Corpus,
    request: &Request,
    article: ArticleId,
    text: &str,
) -> Result<Vec<Span>, DecodeError> {
    let chosen: Vec<&String> = request
        .selected
        .iter()
        .filter(|(facet, _)| facets::kind(*facet).is_some())
        .flat_map(|it| &it.1)
        .collect();
    if chosen.is_empty() {
        return Ok(Vec::new());
    }
    let reading = corpus.reading_of(article, text)?;
    let is_chosen = |mention: &&Mention| {
        mention.form != Named::Pronoun
            && mention.entity.is_some_and(|entity| chosen.contains(&&reading.entity(entity).id))
    };
    Ok(reading.mentions.iter().filter(is_chosen).map(|mention| mention.span).collect())
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

/// Every match of a query in one article's text, ordered: what the reader marks.
pub fn matches(corpus: &Corpus, query: &str, article: ArticleId) -> Result<Vec<Span>, DecodeError> {
    Marker::new(corpus, &parse(query).0)?.marks(corpus, article, &corpus.text(article)?)
}
