//! Query text -> [`Results`]: parse, match, rank, snippets, facets. A query never fails: what cannot be understood is
//! searched as words and named in [`Results::diagnostics`].

mod profile;
mod results;
mod timeline;

pub use profile::{NameUse, Profile, ProfileArticle, ProfileQuote, profile};
pub use results::{Diagnostic, Facet, FacetValue, Hit, Request, Results, Snippet, Sort};
pub use timeline::{TimelineEntry, timeline};

use crate::index::{ArticleId, Corpus, DecodeError};
use crate::text::Span;

/// Answers a request.
pub fn search(corpus: &Corpus, request: &Request) -> Result<Results, DecodeError> {
    let _ = (corpus, request);
    Ok(Results::default())
}

/// Every match of a query in one article's text, ordered: what the reader marks.
pub fn matches(corpus: &Corpus, query: &str, article: ArticleId) -> Result<Vec<Span>, DecodeError> {
    let _ = (corpus, query, article);
    Ok(Vec::new())
}

/// The articles closest to one, closest first, with their similarity from 0 to 1.
pub fn nearest(
    corpus: &Corpus,
    article: ArticleId,
    limit: usize,
) -> Result<Vec<(ArticleId, f32)>, DecodeError> {
    let _ = (corpus, article, limit);
    Ok(Vec::new())
}
